public import Register

/// A published figure that cannot be taken at its word: shown flagged, never repaired.
public struct AccountFlag: Sendable, Equatable, Hashable {
    public enum Cell: Sendable, Hashable {
        case industry(IndustrySection)
        case total
    }

    public let region: RegionCode
    public let year: Int
    public let cell: Cell
    public let rule: PlausibilityRule
    /// The figure as published, billion rupiah.
    public let value: Double
    /// What the rule holds it against, billion rupiah: the region's own median, or the sum of its industries.
    public let yardstick: Double

    public init(
        _ product: RegionalProduct, cell: Cell, rule: PlausibilityRule, yardstick: Double
    ) {
        region = product.region
        year = product.year
        self.cell = cell
        self.rule = rule
        value =
            switch cell {
            case .industry(let industry): product[industry]
            case .total: product.publishedTotal
            }
        self.yardstick = yardstick
    }
}

/// Why a published figure is flagged.
public enum PlausibilityRule: String, Sendable, CaseIterable {
    /// The published total is not the sum of the seventeen industries.
    case totalIsNotSum = "total-is-not-sum"
    /// More than 3.5 times, or less than 1/3.5 of, the region's own median over the years.
    case farFromOwnMedian = "far-from-own-median"
    /// The industry has next to nothing in this year, and a good deal in others: the series breaks.
    case seriesBreaks = "series-breaks"
    /// Far from the year before and the year after, in the same direction.
    case spike
    /// The whole structure of this year differs from the year before and the year after.
    case structureBreaks = "structure-breaks"
    /// Every industry is 0: nothing was recorded.
    case emptyRow = "empty-row"
    /// Value added of an industry below zero.
    case negative
}
