/// Ranks the units under one scenario after another, always in the same place: nothing is allocated per scenario.
struct ScenarioRun {
    private let space: ScenarioSpace
    private var weights: [Double]
    private var shares: [Double]
    private var groups: GroupScores
    private var order: RankOrder
    private var totals: [Double]
    private let allKnown: [Double]

    init(_ space: ScenarioSpace) {
        self.space = space
        weights = space.weights
        shares = space.weights
        groups = GroupScores(space.recipe.hierarchy, units: space.units)
        order = RankOrder(units: space.units)
        totals = [Double](repeating: 0, count: space.units)
        allKnown = [Double](repeating: 1, count: space.units)
    }

    /// Ranks of all units, 1 = highest; 0 for a unit without a score.
    mutating func fill(_ ranks: UnsafeMutableBufferPointer<UInt32>, at u: [Double]) {
        let (table, plan) = (space.table(at: u), space.plan(at: u))
        space.fillWeights(&weights, at: u)
        let place = table * space.plans.count + plan
        if space.transformed[place].isEmpty {
            groups.evaluate(space.tables[table], weights: weights, plan: space.plans[plan])
            rankLastGroup(ranks)
        } else {
            space.recipe.hierarchy.fillShares(&shares, from: weights)
            addUp(space.transformed[place])
            totals.withUnsafeBufferPointer { totals in
                allKnown.withUnsafeBufferPointer { order.fill(ranks, scores: totals, known: $0) }
            }
        }
    }

    private mutating func rankLastGroup(_ ranks: UnsafeMutableBufferPointer<UInt32>) {
        groups.values.withUnsafeBufferPointer { values in
            groups.known.withUnsafeBufferPointer { known in
                let last = values.count - space.units..<values.count
                order.fill(
                    ranks, scores: UnsafeBufferPointer(rebasing: values[last]),
                    known: UnsafeBufferPointer(rebasing: known[last]))
            }
        }
    }

    /// The weighted sums of the columns, from the first indicator to the last.
    ///
    /// Where all groups share one aggregation that is a sum on some scale, the tree folds into one sum with the
    /// products of the shares along each branch.
    private mutating func addUp(_ columns: [Double]) {
        let (units, indicators) = (space.units, space.recipe.hierarchy.indicators.count)
        totals.withUnsafeMutableBufferPointer { totals in
            columns.withUnsafeBufferPointer { columns in
                guard let total = totals.baseAddress, let first = columns.baseAddress else { return }
                for unit in 0..<units { total[unit] = 0 }
                // What weighs nothing may have a score that the scale has no figure for: it is skipped, not added.
                for indicator in 0..<indicators where shares[indicator] > 0 {
                    let share = shares[indicator]
                    let column = first + indicator * units
                    for unit in 0..<units { total[unit] += share * column[unit] }
                }
            }
        }
    }
}
