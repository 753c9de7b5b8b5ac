import GRDB

/// A value that goes into or comes out of the database.
enum SQLValue: Sendable, Equatable {
    case null
    case integer(Int)
    case real(Double)
    case text(String)

    init(_ value: Int?) { self = value.map(SQLValue.integer) ?? .null }
    init(_ value: Double?) { self = value.map(SQLValue.real) ?? .null }
    init(_ value: String?) { self = value.map(SQLValue.text) ?? .null }

    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let value): value.databaseValue
        case .real(let value): value.databaseValue
        case .text(let value): value.databaseValue
        }
    }
}

/// One transaction's view of the database. All SQL goes through here, with `$1`, `$2` … for its values.
struct Connection {
    private let database: Database

    init(_ database: Database) { self.database = database }

    func execute(_ sql: String, _ values: [SQLValue] = []) throws {
        try database.execute(sql: sql, arguments: Self.arguments(values))
    }

    /// Runs one statement once per row of values, prepared once.
    func execute(_ sql: String, forEach rows: some Sequence<[SQLValue]>) throws {
        let statement = try database.makeStatement(sql: sql)
        for values in rows {
            try statement.execute(arguments: Self.arguments(values))
        }
    }

    /// Runs statements separated by semicolons, without values.
    func executeScript(_ sql: String) throws { try database.execute(sql: sql) }

    func rows<Result>(
        _ sql: String, _ values: [SQLValue] = [], read: (SQLRow) throws -> Result
    ) throws -> [Result] {
        let statement = try database.cachedStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: Self.arguments(values))
        var results: [Result] = []
        while let row = try cursor.next() {
            results.append(try read(SQLRow(row)))
        }
        return results
    }

    /// SQLite takes `$1` for a *name* and numbers names by first appearance, so values are bound by name.
    private static func arguments(_ values: [SQLValue]) -> StatementArguments {
        let named = values.enumerated().map { ("\($0 + 1)", $1.databaseValue) }
        return StatementArguments(Dictionary(uniqueKeysWithValues: named))
    }
}

/// A row, read by position. A value of another type than asked for is a fault of ours, never a guess.
struct SQLRow {
    private let row: Row

    init(_ row: Row) { self.row = row }

    func text(_ column: Int) throws -> String { try known(optionalText(column), column) }
    func integer(_ column: Int) throws -> Int { try known(optionalInteger(column), column) }
    func real(_ column: Int) throws -> Double { try known(optionalReal(column), column) }

    func optionalText(_ column: Int) -> String? { String.fromDatabaseValue(row[column]) }
    func optionalInteger(_ column: Int) -> Int? { Int.fromDatabaseValue(row[column]) }
    func optionalReal(_ column: Int) -> Double? { Double.fromDatabaseValue(row[column]) }

    private func known<Value>(_ value: Value?, _ column: Int) throws -> Value {
        guard let value else { throw StorageFault.unexpectedValue(column: column) }
        return value
    }
}
