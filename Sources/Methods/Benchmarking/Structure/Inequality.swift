import Foundation

/// Theil's index of inequality per head, `T = Σ (yᵢ/Y) ln((yᵢ/Y) / (pᵢ/P))`.
///
/// - Parameters:
///   - values: what is distributed (value added, workers), ≥ 0, one unit.
///   - populations: among how many, ≥ 0, the same order. All 1 for units that count the same.
/// - Returns: ≥ 0, 0 when all have the same per head, in nats; `nil` when the lengths differ, a sum
///   is zero, or a unit without population has some value.
/// - Source: Theil (1967).
public func theil(values: [Double], populations: [Double]) -> Double? {
    sharePairs(values, populations).flatMap(divergence)
}

/// Mean log deviation, Theil's second measure: `L = Σ (pᵢ/P) ln((pᵢ/P) / (yᵢ/Y))`.
///
/// More sensitive to the lower end than `theil`. Some programs print this one under the name of
/// Theil.
///
/// - Returns: ≥ 0, in nats; `nil` as for `theil`, and when somebody has nothing (the measure is
///   infinite).
/// - Source: Theil (1967); Shorrocks (1980).
public func meanLogDeviation(values: [Double], populations: [Double]) -> Double? {
    sharePairs(populations, values).flatMap(divergence)
}

/// Theil's index taken apart, exactly: `T = between + Σ (Y_g/Y) T_g`.
///
/// - Source: Theil (1967); Shorrocks (1980).
public struct TheilDecomposition: Sendable, Equatable {
    /// A group's own inequality and what it weighs.
    public struct Group: Sendable, Equatable {
        /// The label given.
        public let label: Int
        /// The group's share of all values, 0…1: the weight of its own inequality.
        public let valueShare: Double
        /// The group's share of all people, 0…1.
        public let populationShare: Double
        /// Theil's index inside the group; `nil` for a group without any value, which weighs
        /// nothing.
        public let theil: Double?

        /// What the group's own inequality adds to the whole.
        public var contribution: Double { theil.map { valueShare * $0 } ?? 0 }
    }

    /// Ascending by label.
    public let groups: [Group]
    /// The inequality that is left when everybody has their group's average.
    public let between: Double
    /// The sum of the groups' contributions, from the first to the last.
    public var within: Double { groups.reduce(0) { $0 + $1.contribution } }
    /// `between + within`; equals `theil(values:populations:)` up to rounding.
    public var total: Double { between + within }

    /// - Parameters:
    ///   - values: as for `theil`.
    ///   - populations: as for `theil`.
    ///   - groups: one label per unit (province, sector).
    /// - Returns: `nil` where `theil(values:populations:)` is, or when the lengths differ.
    public init?(values: [Double], populations: [Double], groups labels: [Int]) {
        guard labels.count == values.count, theil(values: values, populations: populations) != nil,
            let units = sharePairs(values, populations)
        else { return nil }
        let members = Dictionary(grouping: units.indices) { labels[$0] }
        groups = members.keys.sorted().map { label in
            let pairs = (members[label] ?? []).map { units[$0] }
            return Group(
                label: label,
                valueShare: pairs.reduce(0) { $0 + $1.0 },
                populationShare: pairs.reduce(0) { $0 + $1.1 },
                theil: sharePairs(pairs.map(\.0), pairs.map(\.1)).flatMap(divergence))
        }
        let averages = groups.map { ($0.valueShare, $0.populationShare) }
        guard let between = divergence(averages) else { return nil }
        self.between = between
    }
}

/// `Σ s ln(s / q)` over pairs of shares, from the first to the last; `s = 0` adds nothing. `nil`
/// where something (`s > 0`) stands against nothing (`q = 0`).
private func divergence(_ pairs: [(s: Double, q: Double)]) -> Double? {
    var sum = 0.0
    for (s, q) in pairs where s > 0 {
        guard q > 0 else { return nil }
        sum += s * log(s / q)
    }
    // Never below zero but for rounding, when all have the same per head.
    return max(0, sum)
}
