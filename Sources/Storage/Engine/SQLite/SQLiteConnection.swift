import GRDB
import GRDBSQLite

/// A transaction on SQLite. GRDB owns the file, the pool and the transactions; statements are bound and stepped
/// directly, which a bulk of rows needs (a dictionary of arguments a row costs more than the row).
struct SQLiteConnection: Connection {
    private let database: Database
    private let transaction: Transaction
    private let stop: StopSign

    init(_ database: Database, _ transaction: Transaction, _ stop: StopSign) {
        self.database = database
        self.transaction = transaction
        self.stop = stop
    }

    var engine: EngineKind { .sqlite }

    @discardableResult
    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
        try run(sql) { statement in
            let before = database.totalChangesCount
            try statement.bind(values)
            while try statement.step() {}
            // What changes nothing leaves the count of the statement before.
            return database.totalChangesCount == before ? 0 : database.changesCount
        }
    }

    @discardableResult
    func execute(_ sql: String, forEach rows: some Sequence<[SQLValue]>) throws -> Int {
        try run(sql) { statement in
            var changed = 0
            for values in rows {
                // Between two statements nothing is there that the engine could interrupt.
                try stop.check()
                try statement.bind(values)
                while try statement.step() {}
                changed += database.changesCount
                statement.reset()
            }
            return changed
        }
    }

    func checkStop() throws { try transaction.checkStop() }

    func executeScript(_ sql: String) throws {
        try transaction.statement {
            do {
                try database.execute(sql: sql)
            } catch let error as DatabaseError {
                throw StorageFault(error)
            }
        }
    }

    func forEachRow(_ sql: String, _ values: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        try run(sql) { statement in
            try statement.bind(values)
            while try statement.step() {
                try stop.check()
                try body(statement.row)
            }
        }
    }

    func rows<Result>(_ sql: String, _ values: [SQLValue], read: (SQLRow) throws -> Result) throws -> [Result] {
        var results: [Result] = []
        try forEachRow(sql, values) { results.append(try read($0)) }
        return results
    }

    @discardableResult
    func append(to table: String, columns: [String], rows: some Sequence<[SQLValue]>) throws -> Int {
        let places = (1...columns.count).map { "$\($0)" }.joined(separator: ", ")
        return try execute(
            "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))", forEach: rows)
    }

    /// The statement is kept for the next time; it is held while its pointer is in use.
    private func run<Result>(_ sql: String, _ body: (SQLiteStatement) throws -> Result) throws -> Result {
        try transaction.statement {
            let held = try prepared(sql)
            return try withExtendedLifetime(held) {
                let statement = SQLiteStatement(held.sqliteStatement)
                defer { statement.reset() }
                return try body(statement)
            }
        }
    }

    private func prepared(_ sql: String) throws -> Statement {
        do {
            return try database.cachedStatement(sql: sql)
        } catch let error as DatabaseError {
            throw StorageFault(error)
        }
    }
}

/// A prepared statement of SQLite.
private struct SQLiteStatement {
    private let pointer: OpaquePointer
    /// Where `$1`, `$2` … stand. SQLite takes them for *names* and numbers names by first appearance.
    private let places: [Int32]

    init(_ pointer: OpaquePointer) {
        self.pointer = pointer
        let count = sqlite3_bind_parameter_count(pointer)
        // A number may be left out of the statement; its place is 0 and its value is not bound.
        var places: [Int32] = []
        // Asked for its number the engine would look through all names, and through all again for the next.
        for place in 0..<count {
            guard let name = sqlite3_bind_parameter_name(pointer, place + 1) else { continue }
            let number = Int(String(cString: name + 1)) ?? 0
            while places.count < number { places.append(0) }
            if number > 0 { places[number - 1] = place + 1 }
        }
        self.places = places
    }

    var row: SQLRow { SQLRow(source: .sqlite(pointer)) }

    func bind(_ values: [SQLValue]) throws {
        for (index, value) in values.enumerated() {
            let place = index < places.count ? places[index] : 0
            guard place > 0 else { continue }
            try check(bind(value, at: place))
        }
    }

    private func bind(_ value: SQLValue, at place: Int32) throws -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(pointer, place)
        case .integer(let number): return sqlite3_bind_int64(pointer, place, Int64(number))
        case .real(let number): return sqlite3_bind_double(pointer, place, try SQLValue.checked(number))
        case .text(var text):
            return try text.withUTF8 { bytes in
                if bytes.contains(0) { throw StorageFault.zeroInText }
                return bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(pointer, place, $0.baseAddress ?? empty, Int32($0.count), copied)
                }
            }
        case .bytes(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(pointer, place, 0) }
            return sqlite3_bind_blob(pointer, place, bytes, Int32(bytes.count), copied)
        }
    }

    /// - Returns: whether there is a row.
    func step() throws -> Bool {
        let code = sqlite3_step(pointer)
        if code == SQLITE_ROW { return true }
        guard code == SQLITE_DONE else { throw fault() }
        return false
    }

    func reset() {
        sqlite3_reset(pointer)
        sqlite3_clear_bindings(pointer)
    }

    private func check(_ code: Int32) throws {
        guard code == SQLITE_OK else { throw fault() }
    }

    private func fault() -> StorageFault {
        let database = sqlite3_db_handle(pointer)
        return StorageFault(
            extendedCode: sqlite3_extended_errcode(database), String(cString: sqlite3_errmsg(database)))
    }
}

/// SQLite copies the bytes before the call returns.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
/// An empty text still needs an address, or it would be NULL. Never written to, never freed.
nonisolated(unsafe) private let empty = UnsafePointer(UnsafeMutablePointer<CChar>.allocate(capacity: 1))

/// Cells of a statement that stands on a row.
enum SQLiteCell {
    /// - Throws: `StorageFault.unexpectedValue` for text that is not UTF-8, which only another program can have written.
    static func value(_ statement: OpaquePointer, _ column: Int32) throws -> SQLValue {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: return .integer(Int(sqlite3_column_int64(statement, column)))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(statement, column))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(statement, column) else { return .text("") }
            let count = Int(sqlite3_column_bytes(statement, column))
            let bytes = UnsafeBufferPointer(start: start, count: count)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw StorageFault.unexpectedValue(column: Int(column))
            }
            return .text(text)
        case SQLITE_BLOB:
            guard let start = sqlite3_column_blob(statement, column) else { return .bytes([]) }
            let count = Int(sqlite3_column_bytes(statement, column))
            return .bytes([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
        default: return .null
        }
    }
}
