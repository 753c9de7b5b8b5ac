/// The code of a district (kecamatan), `51.03.01`, or of a village (desa, kelurahan), `51.03.01.2001`, as the
/// Ministry of Home Affairs writes it.
/// - Source: Kepmendagri 300.2.2-2430/2025
public struct AreaCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    public enum Kind: String, Sendable { case district, village }

    public let text: String

    /// - Returns: `nil` unless the text is three pairs of digits between points, or these, a point and four digits.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [2, 2, 2] || parts.map(\.count) == [2, 2, 2, 4],
            parts.allSatisfy({ $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } })
        else { return nil }
        self.text = text
    }

    public var kind: Kind { text.utf8.count == 8 ? .district : .village }

    /// The district this area lies in; a district lies in itself.
    public var district: AreaCode { AreaCode(verified: String(text.prefix(8))) }

    /// The regency or city this area lies in.
    public var regency: RegionCode { RegionCode(verified: String(text.prefix(5))) }

    public var description: String { text }

    public static func < (left: AreaCode, right: AreaCode) -> Bool { left.text < right.text }

    private init(verified text: String) { self.text = text }
}

/// A district or village with its official name.
public struct Area: Sendable, Equatable, Identifiable {
    public let id: AreaCode
    /// The name alone, without "Desa", "Kelurahan" or "Kecamatan".
    public let name: String

    public init(id: AreaCode, name: String) {
        self.id = id
        self.name = name
    }
}
