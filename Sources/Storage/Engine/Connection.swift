/// One transaction's view of a database. All SQL goes through here, with `$1`, `$2` … for its values, in the part of
/// the language that SQLite and PostgreSQL share.
///
/// Everything is synchronous: a transaction holds its thread from its first statement to its last, and nothing is
/// awaited inside it. After a statement has failed the transaction is lost, also where the failure was swallowed
/// (`Transaction`); what may exist already is inserted with `ON CONFLICT`.
///
/// Values are the same on both engines: text holds no U+0000, numbers are finite, and -0.0 is 0.0 (`SQLValue.checked`).
protocol Connection {
    var engine: EngineKind { get }

    /// Throws when the transaction is to stop: for whoever waits or computes long between two statements.
    func checkStop() throws

    /// Runs one statement. - Returns: how many rows it changed.
    @discardableResult
    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int

    /// Runs one statement once per row of values, prepared once; on PostgreSQL without waiting between them.
    /// - Returns: how many rows were changed in all.
    @discardableResult
    func execute(_ sql: String, forEach rows: some Sequence<[SQLValue]>) throws -> Int

    /// Runs statements separated by semicolons, without values.
    func executeScript(_ sql: String) throws

    /// The rows of an answer, one after the other as they arrive; none is kept. While they are read no other
    /// statement may be run.
    func forEachRow(_ sql: String, _ values: [SQLValue], _ body: (SQLRow) throws -> Void) throws

    /// All rows of an answer.
    func rows<Result>(_ sql: String, _ values: [SQLValue], read: (SQLRow) throws -> Result) throws -> [Result]

    /// Appends many rows as fast as the engine can: one prepared insert on SQLite, COPY on PostgreSQL.
    /// - Parameter columns: as many as each row has values. - Returns: how many rows went in.
    @discardableResult
    func append(
        to table: String, columns: [String], rows: some Sequence<[SQLValue]>
    ) throws -> Int
}

extension Connection {
    @discardableResult
    func execute(_ sql: String) throws -> Int { try execute(sql, []) }

    func rows<Result>(_ sql: String, read: (SQLRow) throws -> Result) throws -> [Result] {
        try rows(sql, [], read: read)
    }

    /// The first row of an answer; `nil` where there is none.
    func first<Result>(_ sql: String, _ values: [SQLValue] = [], read: (SQLRow) throws -> Result) throws -> Result? {
        try rows(sql, values, read: read).first
    }

    /// Whether an answer has a row.
    func exists(_ sql: String, _ values: [SQLValue]) throws -> Bool {
        try !rows(sql, values, read: { _ in () }).isEmpty
    }
}

/// Which of the two it is, for the few things that only one of them has.
enum EngineKind: String, Sendable {
    case sqlite, postgres
}

/// A database that gives out connections, one transaction each.
protocol Engine: Sendable {
    var kind: EngineKind { get }

    /// One consistent view of the database. The body may be run again when a connection is lost.
    /// - Throws: `StorageFault`; what the body throws; `CancellationError` soon after the task is cancelled.
    func read<Result: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Result
    ) async throws -> Result

    /// One transaction: all of it or nothing, and nothing for a task that is cancelled. The body may be run again when
    /// the engine asks for it (two writers in each other's way, a connection lost before anything was kept), so it
    /// changes nothing but the database.
    func write<Result: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Result
    ) async throws -> Result

    /// Moves what was written from a log into the file itself, where there is one.
    func settle() async throws
    /// What the engine finds wrong with its file; empty for a sound one.
    func damage() async throws -> [String]
    func close() async
}
