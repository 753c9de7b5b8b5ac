import Synchronization

@testable import Storage

/// Remembers every statement that a store runs.
final class RecordingEngine: Engine {
    private let inner: any Engine
    private let log = Mutex<[String]>([])

    init(_ inner: any Engine) { self.inner = inner }

    var kind: EngineKind { inner.kind }

    /// What was run since this was asked last, each once.
    func take() -> Set<String> {
        log.withLock { log in
            defer { log = [] }
            return Set(log)
        }
    }

    func read<Result: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Result
    ) async throws -> Result {
        try await inner.read { [self] in try body(RecordingConnection($0, note)) }
    }

    func write<Result: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Result
    ) async throws -> Result {
        try await inner.write { [self] in try body(RecordingConnection($0, note)) }
    }

    func settle() async throws { try await inner.settle() }
    func damage() async throws -> [String] { try await inner.damage() }
    func close() async { await inner.close() }

    private func note(_ sql: String) { log.withLock { $0.append(sql) } }
}

private struct RecordingConnection: Connection {
    private let inner: any Connection
    private let note: (String) -> Void

    init(_ inner: any Connection, _ note: @escaping (String) -> Void) {
        self.inner = inner
        self.note = note
    }

    var engine: EngineKind { inner.engine }

    @discardableResult
    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
        note(sql)
        return try inner.execute(sql, values)
    }

    @discardableResult
    func execute(_ sql: String, forEach rows: some Sequence<[SQLValue]>) throws -> Int {
        note(sql)
        return try inner.execute(sql, forEach: rows)
    }

    func checkStop() throws { try inner.checkStop() }

    func executeScript(_ sql: String) throws { try inner.executeScript(sql) }

    func forEachRow(_ sql: String, _ values: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        note(sql)
        try inner.forEachRow(sql, values, body)
    }

    func rows<Result>(_ sql: String, _ values: [SQLValue], read: (SQLRow) throws -> Result) throws -> [Result] {
        note(sql)
        return try inner.rows(sql, values, read: read)
    }

    @discardableResult
    func append(to table: String, columns: [String], rows: some Sequence<[SQLValue]>) throws -> Int {
        try inner.append(to: table, columns: columns, rows: rows)
    }
}
