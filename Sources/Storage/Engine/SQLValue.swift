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

    /// The value as both engines keep it alike.
    ///
    /// PostgreSQL keeps no text with U+0000 in it, so neither is given one. SQLite makes NULL of what is not a number,
    /// which would read as "not known", so no number is given to either that is not finite. SQLite keeps -0.0 as 0.0,
    /// so both do.
    /// - Throws: `StorageFault.zeroInText`, `.notFinite`.
    func checked() throws(StorageFault) -> SQLValue {
        switch self {
        case .text(let text) where text.utf8.contains(0): throw .zeroInText
        case .real(let number): .real(try Self.checked(number))
        default: self
        }
    }

    /// - Throws: `StorageFault.notFinite`.
    static func checked(_ number: Double) throws(StorageFault) -> Double {
        guard number.isFinite else { throw .notFinite }
        return number == 0 ? 0 : number
    }
}
