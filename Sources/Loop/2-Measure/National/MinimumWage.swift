public import Register

/// What an employer in a regency or city pays at least (UMK): the yardstick beside the wages of a group.
public struct MinimumWage: Sendable, Equatable {
    public let region: RegionCode
    public let year: Int
    /// As set, cents among it.
    public let rupiahPerMonth: Double
    /// The decree it was set by, and how it is known.
    public let source: String

    public init(_ region: RegionCode, _ year: Int, rupiahPerMonth: Double, source: String) {
        self.region = region
        self.year = year
        self.rupiahPerMonth = rupiahPerMonth
        self.source = source
    }
}
