/// An index with everything that made it: the recipe, the table after each step, and every change on the way.
///
/// - Source: OECD & JRC (2008), steps 1 to 6 and 8; Becker et al. (2022).
public struct CompositeIndex: Sendable, Equatable {
    /// All choices. With the same table they make an equal value again.
    public let recipe: IndexRecipe
    /// Units that were left out, and why.
    public let leftOut: [AvailabilityScreen.Availability]
    /// The indicators of the remaining units, divided by their denominators.
    public let denominated: IndicatorTable
    /// The same with figures put in.
    public let imputed: IndicatorTable
    /// Every figure put in.
    public let imputedFigures: [ImputedFigure]
    /// The same with extremes treated.
    public let treated: IndicatorTable
    /// Every indicator treated.
    public let treatedIndicators: [TreatedIndicator]
    /// The same on one scale, more is better.
    public let normalised: IndicatorTable
    /// Units × groups of the hierarchy, the index last; `nil` where too little is known.
    public let scores: IndicatorTable
    /// Rank of each unit by the index, 1 = highest, equal scores share the better rank; `nil` without a score.
    public let ranks: [Int?]
    /// What every indicator and group weighs in the index, through all levels; 1 for the index itself.
    let nominalShares: [Double]

    /// Makes the index of a table.
    ///
    /// - Parameters:
    ///   - table: units × indicators and denominators; further columns are ignored.
    ///   - recipe: all choices.
    /// - Throws: what the steps refuse; `.tooFewUnits`; `.notPositive` where an aggregation meets a score it has no
    ///   meaning for.
    /// - Complexity: O(units × indicators), but for sorting.
    public init(_ table: IndicatorTable, recipe: IndexRecipe) throws(IndexRefusal) {
        let weights = try recipe.weighting.weights(of: recipe.hierarchy)
        let plan = try recipe.plan()
        let screened = try recipe.screen.apply(to: table.denominated(by: recipe.hierarchy))
        let imputation = try recipe.imputation.apply(to: screened.kept)
        let treatment = try recipe.treatment.apply(to: imputation.table)
        let normalised = try recipe.normalisation.apply(
            to: treatment.table, indicators: recipe.hierarchy.indicators)
        let scores = try groupScores(of: normalised, recipe.hierarchy, weights: weights, plan: plan)
        var shares = weights
        recipe.hierarchy.fillShares(&shares, from: weights)
        nominalShares = shares
        self.recipe = recipe
        leftOut = screened.leftOut
        denominated = screened.kept
        imputed = imputation.table
        imputedFigures = imputation.log
        treated = treatment.table
        treatedIndicators = treatment.log
        self.normalised = normalised
        self.scores = scores
        ranks = Benchmarking.ranks(of: scores.column(scores.codes.count - 1))
    }

    /// Codes of the units that have been kept.
    public var units: [String] { denominated.units }

    /// The index of each unit; `nil` where too little is known.
    public var index: [Double?] { scores.column(scores.codes.count - 1) }

    /// The scores of a group, one per unit; empty for a code that is no group.
    public func scores(of group: String) -> [Double?] {
        scores.column(of: group).map(scores.column) ?? []
    }
}

private func groupScores(
    of table: IndicatorTable, _ hierarchy: IndexHierarchy, weights: [Double], plan: AggregationPlan
) throws(IndexRefusal) -> IndicatorTable {
    let (units, indicators) = (table.units.count, hierarchy.indicators.count)
    var run = GroupScores(hierarchy, units: units)
    run.evaluate(ScoreColumns(table), weights: weights, plan: plan)
    let groups = hierarchy.groups.indices.map { group in
        (group * units..<(group + 1) * units).map { run.known[$0] > 0 ? run.values[$0] : nil }
    }
    for group in groups.indices where plan.methods[group].needsPositive {
        for child in hierarchy.children[group] where weights[child] > 0 {
            let scores = child < indicators ? table.column(child) : groups[child - indicators]
            if let unit = scores.firstIndex(where: { $0.map { $0 <= 0 } ?? false }) {
                throw .notPositive(unit: table.units[unit], code: hierarchy.codes[child])
            }
        }
    }
    return IndicatorTable(
        columns: groups, codes: hierarchy.groups.map(\.code), units: table.units, labels: table.labels)
}
