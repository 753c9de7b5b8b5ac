import Foundation

/// Normalised scores laid out for the evaluator: one indicator after the other, 1 where nothing is known, so that
/// no formula meets an impossible figure before it is weighted with 0.
struct ScoreColumns: Sendable {
    let units: Int
    let values: [Double]
    /// 1 where the score is known, 0 where it is not.
    let known: [Double]
    let hasGaps: Bool

    init(_ table: IndicatorTable) {
        units = table.units.count
        values = table.values.indices.map { table.known[$0] ? table.values[$0] : 1 }
        known = table.known.map { $0 ? 1 : 0 }
        hasGaps = table.unknownCount > 0
    }
}

/// The scores of all groups of a hierarchy, computed again and again in the same place.
struct GroupScores {
    /// Groups × units, children before parents; 1 where the score is not known.
    private(set) var values: [Double]
    /// 1 where the score is known, 0 where it is not.
    private(set) var known: [Double]
    private var spread: [Double]
    private let children: [[Int]]
    private let indicators: Int
    private let units: Int

    init(_ hierarchy: IndexHierarchy, units: Int) {
        children = hierarchy.children
        indicators = hierarchy.indicators.count
        self.units = units
        values = [Double](repeating: 1, count: children.count * units)
        known = [Double](repeating: 0, count: children.count * units)
        spread = [Double](repeating: 0, count: units)
    }

    /// Computes the score of every group from its children, in the order of the hierarchy.
    ///
    /// A child of weight 0 is left out. A score of zero or less where the method needs more counts as not known;
    /// whoever must refuse it looks for it first.
    ///
    /// - Parameter weights: indicators, then groups; ≥ 0.
    mutating func evaluate(_ table: ScoreColumns, weights: [Double], plan: AggregationPlan) {
        let (children, indicators, units) = (children, indicators, units)
        values.withUnsafeMutableBufferPointer { values in
            known.withUnsafeMutableBufferPointer { known in
                spread.withUnsafeMutableBufferPointer { spread in
                    table.values.withUnsafeBufferPointer { tableValues in
                        table.known.withUnsafeBufferPointer { tableKnown in
                            let desk = Desk(
                                units: units, indicators: indicators, tableValues: tableValues,
                                tableKnown: tableKnown, values: values, known: known, spread: spread)
                            for group in children.indices {
                                desk.score(group, from: children[group], weights: weights, plan: plan)
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Where the groups are worked out: bare columns, no allocation.
private struct Desk {
    let units: Int
    let indicators: Int
    let tableValues: UnsafeBufferPointer<Double>
    let tableKnown: UnsafeBufferPointer<Double>
    let values: UnsafeMutableBufferPointer<Double>
    let known: UnsafeMutableBufferPointer<Double>
    let spread: UnsafeMutableBufferPointer<Double>

    func score(_ group: Int, from children: [Int], weights: [Double], plan: AggregationPlan) {
        let method = plan.methods[group]
        let here = group * units
        for unit in 0..<units {
            values[here + unit] = 0
            known[here + unit] = 0
        }
        var total = 0.0
        for child in children where weights[child] > 0 {
            total += weights[child]
            add(child, weight: weights[child], method, to: here)
        }
        finish(here, method)
        if !method.isTransformedSum {
            for unit in 0..<units { spread[unit] = 0 }
            for child in children where weights[child] > 0 { addSpread(child, weight: weights[child], around: here) }
            penalise(here, sign: method == .mazziottaPareto ? -1 : 1)
        }
        // The last bits of a sum of weights must not decide whether enough is known.
        let enough = plan.minimumKnown * total * (1 - 1e-12)
        for unit in 0..<units {
            let isKnown = known[here + unit] > 0 && known[here + unit] >= enough
            known[here + unit] = isKnown ? 1 : 0
            if !isKnown { values[here + unit] = 1 }
        }
    }

    private func column(_ node: Int) -> (UnsafePointer<Double>, UnsafePointer<Double>)? {
        guard let tableValue = tableValues.baseAddress, let tableFlag = tableKnown.baseAddress,
            let value = values.baseAddress, let flag = known.baseAddress
        else { return nil }
        if node < indicators { return (tableValue + node * units, tableFlag + node * units) }
        let offset = (node - indicators) * units
        return (UnsafePointer(value + offset), UnsafePointer(flag + offset))
    }

    /// Adds `w f(x)` to the sums and `w` to the known weights.
    private func add(_ child: Int, weight: Double, _ method: Aggregation, to here: Int) {
        guard let (x, isKnown) = column(child), let sums = values.baseAddress, let weights = known.baseAddress
        else { return }
        let (sum, known) = (sums + here, weights + here)
        for unit in 0..<units {
            let counts = !method.needsPositive || x[unit] > 0
            let w = counts ? weight * isKnown[unit] : 0
            known[unit] += w
            guard w > 0 else { continue }
            switch method {
            case .geometric: sum[unit] += w * log(x[unit])
            case .harmonic: sum[unit] += w / x[unit]
            case .arithmetic, .mazziottaPareto, .mazziottaParetoAdverse: sum[unit] += w * x[unit]
            }
        }
    }

    private func finish(_ here: Int, _ method: Aggregation) {
        for unit in here..<here + units where known[unit] > 0 {
            let mean = values[unit] / known[unit]
            switch method {
            case .geometric: values[unit] = exp(mean)
            case .harmonic: values[unit] = 1 / mean
            case .arithmetic, .mazziottaPareto, .mazziottaParetoAdverse: values[unit] = mean
            }
        }
    }

    private func addSpread(_ child: Int, weight: Double, around here: Int) {
        guard let (x, isKnown) = column(child) else { return }
        for unit in 0..<units where x[unit] > 0 {
            let deviation = x[unit] - values[here + unit]
            spread[unit] += weight * isKnown[unit] * deviation * deviation
        }
    }

    private func penalise(_ here: Int, sign: Double) {
        for unit in 0..<units where known[here + unit] > 0 {
            let variance = spread[unit] / known[here + unit]
            values[here + unit] += sign * variance / values[here + unit]
        }
    }
}
