import Benchmarking

/// The rules of small groups on the page "Where do we stand?", and the numbers in them.
public enum StandingRules {
    /// No figure of fewer enterprises is shown.
    public static let fewest = 5
    /// p %: who subtracts the second largest from a sum must not know the largest within this share.
    public static let remainder = 0.15
    /// The sum of a group that is hidden is known no closer than within this share.
    public static let uncertainty = 0.05
    /// The middle has at least `fewest` on either side.
    public static let fewestForMedian = 2 * fewest
    /// Each quarter holds at least `fewest`.
    public static let fewestForQuartiles = 4 * fewest
}

/// A sum with what the rules of small groups ask of it; two of them are added without their parts.
struct StandingTally {
    private(set) var count = 0
    private(set) var numerator = Amounts()
    private(set) var denominator = Amounts()

    /// Amounts that were added, and the two largest by size.
    struct Amounts {
        private(set) var total = 0.0
        /// Of sizes: what is below zero is as telling.
        private(set) var sizes = 0.0
        private(set) var first = 0.0
        private(set) var second = 0.0
        private(set) var isNegative = false

        mutating func add(_ amount: Double) {
            total += amount
            sizes += amount.magnitude
            isNegative = isNegative || amount < 0
            insert(amount.magnitude)
        }

        mutating func add(_ other: Amounts) {
            total += other.total
            sizes += other.sizes
            isNegative = isNegative || other.isNegative
            insert(other.first)
            insert(other.second)
        }

        private mutating func insert(_ size: Double) {
            if size > first {
                (first, second) = (size, first)
            } else if size > second {
                second = size
            }
        }

        /// The p % rule, as `PrimaryRule.remainder` has it for contributions that are at hand one by one. That all are zero
        /// tells of nobody more than of others.
        /// - Source: Hundepool et al. (2012), ch. 4
        var isSensitive: Bool { missing > 0 }

        /// By how much more a sum must be uncertain so that who gives the second largest knows the largest no closer than
        /// the rule allows.
        private var missing: Double { StandingRules.remainder * first - (sizes - first - second) }

        /// How far below and above its sum a reader must be left to think possible.
        var protection: Double { max(missing, StandingRules.uncertainty * sizes) }
    }

    mutating func add(_ part: StandingPart) {
        count += 1
        numerator.add(part.numerator)
        denominator.add(part.denominator)
    }

    mutating func add(_ other: StandingTally) {
        count += other.count
        numerator.add(other.numerator)
        denominator.add(other.denominator)
    }

    static func sum(_ tallies: some Sequence<StandingTally>) -> StandingTally {
        tallies.reduce(into: StandingTally()) { $0.add($1) }
    }

    var isEmpty: Bool { count == 0 }

    /// Whether it tells too much about one of few. What nobody is in tells nothing.
    var isSensitive: Bool {
        !isEmpty && (count < StandingRules.fewest || numerator.isSensitive || denominator.isSensitive)
    }

    /// `Σ numerator / Σ denominator`, for counts and sums `Σ numerator`; `nil` of nobody.
    func value(_ summary: StandingFigure.Summary) -> Double? {
        guard !isEmpty else { return nil }
        switch summary {
        case .count, .sum: return numerator.total
        case .quotient, .mean: return denominator.total > 0 ? numerator.total / denominator.total : nil
        }
    }
}
