import Foundation

/// All scenarios, prepared: every table that may be drawn is normalised once; a replicate only weighs and ranks.
struct ScenarioSpace: Sendable {
    let recipe: IndexRecipe
    let imputations: [Imputation]
    let normalisations: [Normalisation]
    /// `nil` stands for the recipe's own.
    let aggregations: [Aggregation?]
    let plans: [AggregationPlan]
    let weightSpread: Double
    /// Numbers of the indicators of which one may be left out.
    let excludable: [Int]
    let weights: [Double]
    let units: Int
    /// Imputations × normalisations.
    let tables: [ScoreColumns]
    /// Imputations × normalisations × plans: the scores on the scale on which the plan is a plain weighted sum; empty
    /// where it is not.
    let transformed: [[Double]]

    init(
        _ index: CompositeIndex, _ alternatives: IndexAlternatives
    ) throws(IndexRefusal) {
        guard (0...1).contains(alternatives.weightSpread) else { throw .badParameter("weightSpread") }
        recipe = index.recipe
        weightSpread = alternatives.weightSpread
        units = index.units.count
        imputations = distinct([recipe.imputation] + alternatives.imputations)
        normalisations = distinct([recipe.normalisation] + alternatives.normalisations)
        let base = recipe
        aggregations = distinct([nil] + alternatives.aggregations)
        var plans: [AggregationPlan] = []
        for aggregation in aggregations { plans.append(try base.plan(with: aggregation)) }
        self.plans = plans
        weights = try recipe.weighting.weights(of: recipe.hierarchy)
        excludable =
            alternatives.exclusion == .none ? [] : Self.excludable(recipe.hierarchy, weights)
        tables = try Self.tables(index, imputations, normalisations, plans, weights)
        transformed = tables.flatMap { table in plans.map { Self.transformed(table, $0) } }
    }

    /// Who weighs something, but not everything.
    private static func excludable(_ hierarchy: IndexHierarchy, _ weights: [Double]) -> [Int] {
        var shares = weights
        hierarchy.fillShares(&shares, from: weights)
        return hierarchy.indicators.indices.filter { shares[$0] > 0 && shares[$0] < 1 }
    }

    private static func tables(
        _ index: CompositeIndex, _ imputations: [Imputation], _ normalisations: [Normalisation],
        _ plans: [AggregationPlan], _ weights: [Double]
    ) throws(IndexRefusal) -> [ScoreColumns] {
        let hierarchy = index.recipe.hierarchy
        var tables: [ScoreColumns] = []
        for imputation in imputations {
            let filled = try imputation.apply(to: index.denominated).table
            let treated = try index.recipe.treatment.apply(to: filled).table
            for normalisation in normalisations {
                let table = try normalisation.apply(to: treated, indicators: hierarchy.indicators)
                for plan in plans { try refuseNonPositive(table, hierarchy, plan, weights) }
                tables.append(ScoreColumns(table))
            }
        }
        return tables
    }

    private static func refuseNonPositive(
        _ table: IndicatorTable, _ hierarchy: IndexHierarchy, _ plan: AggregationPlan, _ weights: [Double]
    ) throws(IndexRefusal) {
        for group in plan.methods.indices where plan.methods[group].needsPositive {
            for child in hierarchy.children[group]
            where child < hierarchy.indicators.count && weights[child] > 0 {
                for (unit, name) in table.units.enumerated() {
                    if let score = table[unit, child], score <= 0 {
                        throw .notPositive(unit: name, code: table.codes[child])
                    }
                }
            }
        }
    }

    /// Rising with the score, so that ranks stay what they are.
    private static func transformed(_ table: ScoreColumns, _ plan: AggregationPlan) -> [Double] {
        guard !table.hasGaps, let method = plan.transformedSum else { return [] }
        switch method {
        case .geometric: return table.values.map { log($0) }
        case .harmonic: return table.values.map { -1 / $0 }
        default: return table.values
        }
    }
}

extension IndexRecipe {
    /// The plan with one aggregation for all groups; `nil` for the recipe's own.
    fileprivate func plan(with aggregation: Aggregation?) throws(IndexRefusal) -> AggregationPlan {
        guard let aggregation else { return try plan() }
        return AggregationPlan(
            methods: hierarchy.groups.map { _ in aggregation }, minimumKnown: minimumKnownWeight)
    }
}

private func distinct<Choice: Equatable>(_ choices: [Choice]) -> [Choice] {
    choices.indices.filter { choices.firstIndex(of: choices[$0]) == $0 }.map { choices[$0] }
}

extension ScenarioSpace {
    /// How many numbers of 0 ≤ u < 1 decide a scenario: one each for the four discrete choices, one for each weight.
    var dimensions: Int { 4 + weights.count }

    /// The places of the numbers that decide a choice.
    func places(of choice: IndexChoice) -> Range<Int> {
        switch choice {
        case .imputation: 0..<1
        case .normalisation: 1..<2
        case .aggregation: 2..<3
        case .exclusion: 3..<4
        case .weights: 4..<dimensions
        }
    }

    /// The choices that leave a choice.
    var openChoices: [IndexChoice] {
        IndexChoice.allCases.filter { choice in
            switch choice {
            case .imputation: imputations.count > 1
            case .normalisation: normalisations.count > 1
            case .aggregation: aggregations.count > 1
            case .exclusion: !excludable.isEmpty
            case .weights: weightSpread > 0
            }
        }
    }

    func table(at u: [Double]) -> Int {
        pick(u[0], of: imputations.count) * normalisations.count + pick(u[1], of: normalisations.count)
    }

    func plan(at u: [Double]) -> Int { pick(u[2], of: plans.count) }

    /// Fills in the weights of a scenario: 0 for the indicator that is left out, and for a group it leaves empty.
    func fillWeights(_ drawn: inout [Double], at u: [Double]) {
        for place in weights.indices {
            drawn[place] = weights[place] * (1 + weightSpread * (2 * u[4 + place] - 1))
        }
        if let excluded = excluded(at: u) { drawn[excluded] = 0 }
        recipe.hierarchy.silencingEmptyGroups(&drawn)
    }

    private func excluded(at u: [Double]) -> Int? {
        let place = pick(u[3], of: excludable.count + 1)
        return place == 0 ? nil : excludable[place - 1]
    }

    private func pick(_ u: Double, of count: Int) -> Int { min(count - 1, Int(u * Double(count))) }

    /// The scenario in words.
    func scenario(at u: [Double]) -> IndexScenario {
        var drawn = weights
        fillWeights(&drawn, at: u)
        return IndexScenario(
            imputation: imputations[table(at: u) / normalisations.count],
            normalisation: normalisations[table(at: u) % normalisations.count],
            aggregation: aggregations[plan(at: u)],
            excluded: excluded(at: u).map { recipe.hierarchy.indicators[$0].code },
            weights: Dictionary(uniqueKeysWithValues: zip(recipe.hierarchy.codes, drawn)))
    }
}
