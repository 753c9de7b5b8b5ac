/// Between which shares of a unit's score each indicator must lie: `L ≤ w I / Σ w I ≤ U`.
public struct ShareBounds: Sendable, Equatable, Codable {
    /// One per indicator, 0…1.
    public var least: [Double]
    /// One per indicator, 0…1.
    public var most: [Double]

    /// The same bounds for all indicators.
    public init(least: Double, most: Double, indicators: Int) {
        self.least = [Double](repeating: least, count: indicators)
        self.most = [Double](repeating: most, count: indicators)
    }

    /// Bounds of each indicator.
    public init(least: [Double], most: [Double]) {
        self.least = least
        self.most = most
    }
}

/// Benefit of the doubt: each unit is scored with the weights that show it in its best light, provided that no unit
/// scores more than 1 with them: `max Σ w_k I_ok` subject to `Σ w_k I_jk ≤ 1` for all j, `w ≥ 0`.
///
/// It is data envelopment with one input that all units have alike. Without share bounds a unit may score 1 on a
/// single indicator.
///
/// - Source: Cherchye et al. (2007).
public struct BenefitOfDoubt: Sendable, Equatable {
    /// The outcome for one unit.
    public enum Score: Sendable, Equatable {
        /// The index, 0…1; a set of weights that reaches it (there may be others); what share of the index each
        /// indicator makes with them. A unit that has nothing of any indicator scores 0, with shares 0.
        case scored(index: Double, weights: [Double], shares: [Double])
        /// No weights keep within the share bounds for this unit.
        case infeasible
        /// The search for the weights gave no answer that passes its check.
        case notSolved

        /// 0…1; `nil` without a score.
        public var index: Double? {
            if case .scored(let index, _, _) = self { index } else { nil }
        }
    }

    /// The bounds asked for; `nil` for none.
    public let bounds: ShareBounds?
    /// One outcome per unit.
    public let scores: [Score]
}

/// The benefit-of-the-doubt index of every unit.
///
/// The units only need scales with a true zero, not the same scale: a column in other units gives the same index.
///
/// - Parameters:
///   - table: units × indicators, all known, ≥ 0, more is better; no indicator all zero.
///   - bounds: on the shares; `nil` for none.
///   - computation: threads and progress.
/// - Returns: infeasible bounds are an outcome of the unit, not an error.
/// - Throws: `.stopped`, `.notKnown`, `.notPositive` for a figure below zero, `.constant` for an
///   indicator that is zero everywhere, `.badParameter("bounds")`.
/// - Complexity: one linear program of units × indicators for each unit.
/// - Source: Cherchye et al. (2007).
public func benefitOfDoubt(
    _ table: IndicatorTable, bounds: ShareBounds? = nil, computation: Computation = .whole
) throws(IndexRefusal) -> BenefitOfDoubt {
    let rows = try scaledRows(table)
    if let bounds { try check(bounds, indicators: table.codes.count) }
    let ones = [Double](repeating: 1, count: rows.scaled.count)
    let scores = try orStopped { () throws(Stopped) in
        try computation.map(rows.scaled.count) { unit -> BenefitOfDoubt.Score in
            let own = rows.scaled[unit]
            if bounds == nil, own.allSatisfy({ $0 == 0 }) { return .scored(index: 0, weights: own, shares: own) }
            let limits = bounds.map { shareRows($0, own) } ?? []
            let outcome = ShareBoundedProgram.maximise(
                own, subjectTo: rows.scaled + limits, atMost: ones + [Double](repeating: 0, count: limits.count))
            return score(outcome, of: own, among: rows.scaled, scales: rows.scales)
        }
    }
    return BenefitOfDoubt(bounds: bounds, scores: scores)
}

/// Every indicator divided by its greatest figure, so that the program is in units of about 1.
private func scaledRows(
    _ table: IndicatorTable
) throws(IndexRefusal) -> (scaled: [[Double]], scales: [Double]) {
    var scales = [Double](repeating: 0, count: table.codes.count)
    for (column, code) in table.codes.enumerated() {
        for (unit, name) in table.units.enumerated() {
            guard let figure = table[unit, column] else { throw .notKnown(unit: name, indicator: code) }
            guard figure >= 0 else { throw .notPositive(unit: name, code: code) }
            scales[column] = max(scales[column], figure)
        }
        guard scales[column] > 0 else { throw .constant(indicator: code) }
    }
    let rows = table.units.indices.map { unit in
        scales.indices.map { (table[unit, $0] ?? 0) / scales[$0] }
    }
    return (rows, scales)
}

private func check(_ bounds: ShareBounds, indicators: Int) throws(IndexRefusal) {
    guard bounds.least.count == indicators, bounds.most.count == indicators,
        zip(bounds.least, bounds.most).allSatisfy({ 0 <= $0 && $0 <= $1 && $1 <= 1 })
    else { throw .badParameter("bounds") }
}

/// The bounds as rows `≤ 0`, linear in the weights: `L_k Σ w I − w_k I_k ≤ 0` and `w_k I_k − U_k Σ w I ≤ 0`.
private func shareRows(_ bounds: ShareBounds, _ own: [Double]) -> [[Double]] {
    own.indices.flatMap { k -> [[Double]] in
        var least = own.map { bounds.least[k] * $0 }
        var most = own.map { -bounds.most[k] * $0 }
        least[k] -= own[k]
        most[k] += own[k]
        // A bound that always holds is no row.
        return (bounds.least[k] > 0 ? [least] : []) + (bounds.most[k] < 1 ? [most] : [])
    }
}

/// The bounds leave the weights 0 always allowed, so a unit for which nothing else is allowed would score 0.
private let leastScore = 1e-9
/// By how much a unit may exceed 1 for rounding.
private let excess = 1e-9

private func score(
    _ outcome: ShareBoundedProgram.Outcome, of own: [Double], among rows: [[Double]], scales: [Double]
) -> BenefitOfDoubt.Score {
    switch outcome {
    case .infeasible: return .infeasible
    case .notSolved: return .notSolved
    case .optimal(let x, let value):
        guard value > leastScore else { return .infeasible }
        let isWithin = rows.allSatisfy { row in
            zip(row, x).reduce(0) { $0 + $1.0 * $1.1 } <= 1 + excess
        }
        guard isWithin else { return .notSolved }
        return .scored(
            index: min(1, value), weights: zip(x, scales).map { $0 / $1 },
            shares: zip(x, own).map { $0 * $1 / value })
    }
}
