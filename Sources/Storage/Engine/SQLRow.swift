import CPostgres
import GRDBSQLite

/// A row, read by position while it is the current one. A value of another type than asked for is a fault of ours,
/// never a guess.
///
/// One concrete type for both engines: an existential a cell would cost more than the cell.
struct SQLRow {
    enum Source {
        /// A statement of SQLite that stands on a row.
        case sqlite(OpaquePointer)
        /// A row of a result of PostgreSQL, in text format.
        case postgres(OpaquePointer, row: Int32)
    }

    let source: Source

    func text(_ column: Int) throws -> String { try known(optionalText(column), column) }
    func integer(_ column: Int) throws -> Int { try known(optionalInteger(column), column) }
    func real(_ column: Int) throws -> Double { try known(optionalReal(column), column) }
    func bytes(_ column: Int) throws -> [UInt8] { try known(optionalBytes(column), column) }
    func flag(_ column: Int) throws -> Bool { try integer(column) == 1 }

    /// - Returns: `nil` for NULL.
    func optionalText(_ column: Int) throws -> String? {
        guard case .text(let text) = try value(column, as: .text) else { return nil }
        return text
    }

    /// - Returns: `nil` for NULL.
    func optionalInteger(_ column: Int) throws -> Int? {
        guard case .integer(let number) = try value(column, as: .integer) else { return nil }
        return number
    }

    /// A whole number is a number too. - Returns: `nil` for NULL.
    func optionalReal(_ column: Int) throws -> Double? {
        switch try value(column) {
        case .real(let number): return number
        case .integer(let number): return Double(number)
        case .null: return nil
        case .text, .bytes: throw StorageFault.unexpectedValue(column: column)
        }
    }

    /// - Returns: `nil` for NULL.
    func optionalBytes(_ column: Int) throws -> [UInt8]? {
        guard case .bytes(let bytes) = try value(column, as: .bytes) else { return nil }
        return bytes
    }

    /// The value as the engine has it.
    func value(_ column: Int) throws -> SQLValue {
        switch source {
        case .sqlite(let statement): try SQLiteCell.value(statement, Int32(column))
        case .postgres(let result, let row): try PostgresCell.value(result, row, Int32(column))
        }
    }

    private enum Kind { case integer, text, bytes }

    private func value(_ column: Int, as kind: Kind) throws -> SQLValue {
        let value = try value(column)
        switch (value, kind) {
        case (.null, _), (.integer, .integer), (.text, .text), (.bytes, .bytes): return value
        default: throw StorageFault.unexpectedValue(column: column)
        }
    }

    private func known<Value>(_ value: Value?, _ column: Int) throws -> Value {
        guard let value else { throw StorageFault.unexpectedValue(column: column) }
        return value
    }
}
