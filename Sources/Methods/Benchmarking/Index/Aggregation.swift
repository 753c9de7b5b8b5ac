/// How the scores of what belongs to a group become the score of the group.
///
/// `w` are the weights of the children, divided by their sum.
///
/// - Source: OECD & JRC (2008), step 6; Mazziotta & Pareto (2016).
public enum Aggregation: String, CaseIterable, Sendable, Codable {
    /// `Σ w x`. A weakness is fully made up for by a strength elsewhere.
    case arithmetic
    /// `Π x^w`, x > 0. A weakness is made up for in part.
    case geometric
    /// `1 / Σ (w / x)`, x > 0. A weakness is hardly made up for.
    case harmonic
    /// `M − S²/M` with the weighted mean M and population variance S² of the children, x > 0: Mazziotta–Pareto for
    /// something good, of which an uneven profile is worth less. `S²/M` is S times the coefficient of variation.
    case mazziottaPareto = "mazziotta-pareto"
    /// `M + S²/M`: Mazziotta–Pareto for something bad (poverty), of which an uneven profile is worse.
    case mazziottaParetoAdverse = "mazziotta-pareto-adverse"
}

extension Aggregation {
    /// Whether a score of zero or less has no meaning for it.
    var needsPositive: Bool { self != .arithmetic }

    /// Whether a transformed score of the group is the weighted sum of the transformed scores of its children.
    var isTransformedSum: Bool { self != .mazziottaPareto && self != .mazziottaParetoAdverse }
}

/// The same aggregation for every group, or some with their own, and what is done about gaps.
struct AggregationPlan: Sendable {
    /// One per group of the hierarchy.
    let methods: [Aggregation]
    /// A group has a score when at least this share of the weights of its children is known, 0…1.
    let minimumKnown: Double

    /// The one method that all groups share, when a transformed sum does for the whole tree.
    var transformedSum: Aggregation? {
        guard let first = methods.first, first.isTransformedSum, methods.allSatisfy({ $0 == first }) else {
            return nil
        }
        return first
    }
}
