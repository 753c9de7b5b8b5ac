import Foundation

/// The three reasons to visit a region, each 0 (none) to 1 (the best that counts).
public struct ShortlistReasons: Sendable, Equatable {
    /// Near enough: 1 for the same structure, 0 for a region that is not among the nearest tenth of all.
    public let near: Double
    /// Does better: the weighted mean of the leads in value added per resident and in growth; a lead that rests on a
    /// flagged figure does not count.
    public let better: Double
    /// Close by: 1 at home, halved every 500 kilometres.
    public let close: Double

    /// Near enough is the nearest region in so many.
    public static let nearestOneIn = 10
    /// Kilometres over which closeness halves: about a day's journey there and back.
    public static let halvingKilometres = 500.0
    /// The lead in value added per resident that counts in full: four times home's.
    public static let fullRatio = 4.0
    /// The lead in growth that counts in full: thirty percentage points over the six years.
    public static let fullGrowthDifference = 0.3

    /// - Parameters:
    ///   - distance: from home, with the distance at which "near enough" ends, in the same unit.
    ///   - lead: what is not known counts as no lead.
    ///   - kilometres: `nil`, not known, counts as far away.
    /// - Returns: all three 0…1.
    public init(
        distance: (own: Double, limit: Double), lead: Lead, kilometres: Double?,
        weights: ShortlistWeights
    ) {
        near = distance.limit > 0 ? max(0, 1 - distance.own / distance.limit) : 0
        close = kilometres.map { exp2(-$0 / Self.halvingKilometres) } ?? 0
        better = Self.better(lead, weights)
    }

    /// The weighted mean of the leads. A region that makes less per resident is no model, however fast it grows,
    /// unless the level is given no weight.
    private static func better(_ lead: Lead, _ weights: ShortlistWeights) -> Double {
        let sum = weights.perResident + weights.growth
        guard sum > 0 else { return 1 }
        var level = 0.0
        if !lead.isLevelDoubtful {
            if let ratio = lead.perResidentRatio {
                if ratio < 1, weights.perResident > 0 { return 0 }
                level = ratio > 0 ? log2(ratio) / log2(fullRatio) : 0
            } else if lead.isFromNothing {
                level = 1
            }
        }
        let difference = lead.isGrowthDoubtful ? 0 : lead.growthDifference ?? 0
        let growth = clamped(difference / fullGrowthDifference)
        return (weights.perResident * clamped(level) + weights.growth * growth) / sum
    }

    /// `near^a · better^b · close^c` with the weights as exponents, scaled to add up to 1: one reason at 0
    /// leaves nothing, however good the others are, unless its weight is 0.
    ///
    /// - Returns: 0…1; 0 when no weight is above zero.
    public func score(_ weights: ShortlistWeights) -> Double {
        guard weights.sum > 0 else { return 0 }
        let factors = [
            (near, weights.near), (better, weights.perResident + weights.growth),
            (close, weights.close),
        ]
        return factors.reduce(1) { $0 * pow($1.0, $1.1 / weights.sum) }
    }

    private static func clamped(_ value: Double) -> Double { min(1, max(0, value)) }
}
