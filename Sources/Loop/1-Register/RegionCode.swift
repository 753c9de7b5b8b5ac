/// The code of a region as the Ministry of Home Affairs writes it: `51` a province, `51.03` a regency or city.
///
/// Not interchangeable with the statistical office's code (`BPSCode`): the two worlds differ for 199 of the
/// 514 regencies and cities, so a code is always converted through `RegionDirectory`, never by its digits.
///
/// - Source: Kepmendagri 300.2.2-2430/2025
public struct RegionCode: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    /// - Returns: `nil` unless the text is two digits, or two digits, a point and two digits.
    public init?(_ text: String) {
        let digits = text.utf8.map { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        switch digits.count {
        case 2 where digits.allSatisfy { $0 }: break
        case 5 where text.utf8.dropFirst(2).first == UInt8(ascii: "."):
            guard digits[0], digits[1], digits[3], digits[4] else { return nil }
        default: return nil
        }
        self.text = text
    }

    /// The code of the province this region lies in; a province lies in itself.
    public var province: RegionCode { RegionCode(verified: String(text.prefix(2))) }

    public var isProvince: Bool { text.utf8.count == 2 }

    /// The whole nation, which official tables write as `00`.
    public static let nation = RegionCode(verified: "00")

    public var description: String { text }

    public static func < (left: RegionCode, right: RegionCode) -> Bool { left.text < right.text }

    init(verified text: String) { self.text = text }
}

/// The code of a region as the statistical office (BPS) writes it: `51` a province, `5103` a regency or city.
/// - Source: BPS, Master File Desa 2020
public struct BPSCode: Hashable, Sendable, CustomStringConvertible {
    public let text: String

    /// - Returns: `nil` unless the text is two or four digits.
    public init?(_ text: String) {
        guard text.utf8.count == 2 || text.utf8.count == 4,
            text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
        else { return nil }
        self.text = text
    }

    public var description: String { text }
}
