/// What an indicator measures, where it belongs and how it is read.
public struct Indicator: Sendable, Equatable, Codable {
    /// Whether more of it is better.
    public enum Direction: String, Sendable, Codable {
        case higherIsBetter = "higher"
        case lowerIsBetter = "lower"
    }

    /// Fixed ends of the scale, in the unit of the indicator: the same in every year, so that indices of several
    /// years can be compared.
    public struct Goalposts: Sendable, Equatable, Codable {
        /// The figure that becomes the low end.
        public var low: Double
        /// The figure that becomes the high end, above `low`. For an indicator of which less is better it is
        /// the worse end.
        public var high: Double

        public init(low: Double, high: Double) {
            self.low = low
            self.high = high
        }
    }

    /// Code of the column in the table.
    public var code: String
    /// Code of the group it belongs to.
    public var parent: String
    /// Whether more of it is better.
    public var direction = Direction.higherIsBetter
    /// What it weighs among the children of its parent, ≥ 0; only the proportions count.
    public var weight = 1.0
    /// Code of the column it is divided by (population, area); `nil` for one that is compared as it is.
    public var denominator: String?
    /// Needed for normalisation by goalposts.
    public var goalposts: Goalposts?
    /// The figure aimed at, after division; needed for normalisation by distance to target.
    public var target: Double?

    /// An indicator of weight 1, of which more is better.
    public init(_ code: String, in parent: String) {
        self.code = code
        self.parent = parent
    }
}

/// A group of indicators or of groups: a pillar, a dimension, or the index itself.
public struct IndicatorGroup: Sendable, Equatable, Codable {
    /// Its code, different from all others.
    public var code: String
    /// The group it belongs to; `nil` for the index itself.
    public var parent: String?
    /// What it weighs among the children of its parent, ≥ 0; only the proportions count.
    public var weight = 1.0

    /// A group of weight 1.
    public init(_ code: String, in parent: String?) {
        self.code = code
        self.parent = parent
    }
}
