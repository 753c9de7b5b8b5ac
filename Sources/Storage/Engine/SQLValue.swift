/// A value that goes into or comes out of a database.
enum SQLValue: Sendable, Equatable {
    case null
    case integer(Int)
    case real(Double)
    case text(String)
    case bytes([UInt8])

    init(_ value: Int?) { self = value.map(SQLValue.integer) ?? .null }
    init(_ value: Double?) { self = value.map(SQLValue.real) ?? .null }
    init(_ value: String?) { self = value.map(SQLValue.text) ?? .null }
    init(_ value: [UInt8]?) { self = value.map(SQLValue.bytes) ?? .null }
    /// Truth is 0 or 1, which both engines compare alike.
    init(_ value: Bool) { self = .integer(value ? 1 : 0) }

    /// PostgreSQL keeps no text with U+0000 in it, so neither engine is given one.
    /// - Throws: `StorageFault.zeroInText`.
    func checked() throws(StorageFault) -> SQLValue {
        if case .text(let text) = self, text.utf8.contains(0) { throw .zeroInText }
        return self
    }
}
