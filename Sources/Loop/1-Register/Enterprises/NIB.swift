/// The number of a business licence (Nomor Induk Berusaha): thirteen digits.
/// - Source: PP 5/2021
public struct NIB: Hashable, Sendable, CustomStringConvertible {
    public let digits: String

    /// - Returns: `nil` unless the text is thirteen digits 0–9, not all of them zero.
    public init?(_ text: String) {
        guard text.utf8.count == 13, text.utf8.contains(where: { $0 != UInt8(ascii: "0") }),
            text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        digits = text
    }

    public var description: String { digits }
}
