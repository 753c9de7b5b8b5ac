/// A code of the Indonesian industry classification (KBLI) with the version it belongs to.
///
/// The digits alone are ambiguous: (2020, 13134) is batik, and so is (2025, 13133), while (2025, 13134) is not.
/// - Source: BPS, Peraturan 2/2020 and 7/2025
public struct IndustryCode: Hashable, Sendable, CustomStringConvertible {
    public enum Version: Int, Sendable, CaseIterable, Codable {
        case kbli2020 = 2020
        case kbli2025 = 2025
    }

    public let version: Version
    /// One letter (section) or two to five digits (division, group, class, subclass).
    public let code: String

    /// - Returns: `nil` unless the code is one capital letter or two to five digits.
    public init?(_ version: Version, _ code: String) {
        let bytes = Array(code.utf8)
        let isSection = bytes.count == 1 && (UInt8(ascii: "A")...UInt8(ascii: "V")).contains(bytes[0])
        let isNumber =
            (2...5).contains(bytes.count)
            && bytes.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        guard isSection || isNumber else { return nil }
        self.version = version
        self.code = code
    }

    public var description: String { "KBLI \(version.rawValue) \(code)" }
}

/// An entry of the industry classification: the code, its section letter and its official title.
public struct IndustryTitle: Sendable, Equatable {
    public let code: IndustryCode
    /// The letter of the section the code belongs to, `C` for manufacturing.
    public let section: String
    /// The official Indonesian title.
    public let title: String

    public init(code: IndustryCode, section: String, title: String) {
        self.code = code
        self.section = section
        self.title = title
    }
}
