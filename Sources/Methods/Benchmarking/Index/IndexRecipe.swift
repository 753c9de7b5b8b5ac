/// Every choice that makes an index. With the table it gives the same index again.
///
/// - Source: OECD & JRC (2008).
public struct IndexRecipe: Sendable, Equatable, Codable {
    /// What this is a recipe for, and which edition of the formulas.
    public private(set) var method = "composite-index/1"
    /// The framework: what belongs to what.
    public var hierarchy: IndexHierarchy
    /// Which units are left out.
    public var screen = AvailabilityScreen()
    /// What stands in for figures that are not known.
    public var imputation = Imputation.none
    /// What is done to extreme figures.
    public var treatment = OutlierTreatment.winsoriseThenLog(OutlierLimits())
    /// How indicators come on one scale.
    public var normalisation = Normalisation.minMax(from: 0, to: 100)
    /// What everything weighs.
    public var weighting = Weighting.stated
    /// How scores become the score of a group.
    public var aggregation = Aggregation.arithmetic
    /// Groups with an aggregation of their own, by code.
    public var aggregationOf: [String: Aggregation] = [:]
    /// A group has a score when at least this share of the weights of its children is known, 0…1; the weights of the
    /// known ones then stand for all.
    public var minimumKnownWeight = 0.5

    /// Stated weights, |skew| > 2 treated, min–max 0…100, weighted mean; nothing left out or put in.
    public init(_ hierarchy: IndexHierarchy) { self.hierarchy = hierarchy }
}

extension IndexRecipe {
    /// - Throws: `.badParameter`, `.unknownParent` for an aggregation of what is no group.
    func plan() throws(IndexRefusal) -> AggregationPlan {
        guard (0...1).contains(minimumKnownWeight) else { throw .badParameter("minimumKnownWeight") }
        let groups = hierarchy.groups.map(\.code)
        if let code = aggregationOf.keys.sorted().first(where: { !groups.contains($0) }) {
            throw .unknownParent(of: code, parent: code)
        }
        return AggregationPlan(
            methods: groups.map { aggregationOf[$0] ?? aggregation }, minimumKnown: minimumKnownWeight)
    }
}
