public import Foundation

/// The three times of Indonesia.
/// - Source: Keppres 41/1987
public enum CivilTime: String, Sendable, CaseIterable {
    /// Western: UTC + 7.
    case wib = "WIB"
    /// Central: UTC + 8.
    case wita = "WITA"
    /// Eastern: UTC + 9.
    case wit = "WIT"

    /// The time of a region, by its province; western, the capital's, for the nation.
    public init(of region: RegionCode) {
        switch region.province.text {
        case "51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76": self = .wita
        case "81", "82", "91", "92", "93", "94", "95", "96", "97": self = .wit
        default: self = .wib
        }
    }

    /// Hours east of Greenwich.
    public var hours: Int {
        switch self {
        case .wib: 7
        case .wita: 8
        case .wit: 9
        }
    }

    /// The clock of this time, read as if it were Greenwich's: for formatting.
    public func shifted(_ instant: Date) -> Date { instant.addingTimeInterval(Double(hours) * 3600) }
}
