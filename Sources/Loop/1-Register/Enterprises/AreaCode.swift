/// The code of a district (kecamatan), `51.03.01`, or of a village (desa, kelurahan), `51.03.01.2001`, as the
/// Ministry of Home Affairs writes it.
/// - Source: Kepmendagri 300.2.2-2430/2025
public struct AreaCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    public enum Kind: String, Sendable { case district, village }

    public let text: String

    /// - Returns: `nil` unless the text is three pairs of digits between points, or these, a point and four digits.
    public init?(_ text: String) {
        guard text.utf8.count == 8 || text.utf8.count == 13 else { return nil }
        var place = 0
        for byte in text.utf8 {
            let isPoint = place == 2 || place == 5 || place == 8
            guard isPoint ? byte == UInt8(ascii: ".") : byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
            else { return nil }
            place += 1
        }
        self.text = text
    }

    /// A code as lists write it: with points, or six or ten digits without them.
    public init?(written text: String) {
        let digits = text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard [6, 10].contains(digits.count), text.utf8.allSatisfy({ "0123456789. '".utf8.contains($0) }) else {
            return nil
        }
        var parts = stride(from: 0, to: 6, by: 2).map { String(decoding: digits[$0..<$0 + 2], as: UTF8.self) }
        if digits.count == 10 { parts.append(String(decoding: digits[6...], as: UTF8.self)) }
        self.init(parts.joined(separator: "."))
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
    /// The middle of a district; `nil` where it is not known, and for villages.
    public let centroid: Coordinates?

    public init(id: AreaCode, name: String, centroid: Coordinates? = nil) {
        self.id = id
        self.name = name
        self.centroid = centroid
    }
}
