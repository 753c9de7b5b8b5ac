import Foundation

/// How figures of different units become figures of one scale, on which more is always better.
///
/// An indicator of which less is better is turned round. All but `goalposts` (and `target`, in part) depend on which
/// units are in the table: scores of two years can be compared by `goalposts` only.
///
/// - Source: OECD & JRC (2008), step 5.
public enum Normalisation: Sendable, Equatable, Codable {
    /// `from + (to − from) (x − min) / (max − min)`.
    case minMax(from: Double, to: Double)
    /// `mean + deviation · (x − x̄) / s`, with the population standard deviation s.
    case zScore(mean: Double, deviation: Double)
    /// The rank from the worst, 1…n; equal figures share the mean of their ranks.
    case rank
    /// `from + (to − from) (rank − 1) / (n − 1)`.
    case percentile(from: Double, to: Double)
    /// `from + (to − from) (x − low) / (high − low)` with the indicator's goalposts; figures beyond them are cut.
    case goalposts(from: Double, to: Double)
    /// `from + (to − from) (x − worst) / (target − worst)` with the indicator's target; who is beyond the target
    /// gets `to`. The worst is the least figure, or the greatest when less is better.
    case target(from: Double, to: Double)
}

extension Normalisation {
    /// The table on one scale.
    ///
    /// - Parameters:
    ///   - table: units × indicators, in the order of `indicators`.
    ///   - indicators: directions, goalposts and targets.
    /// - Returns: dimensionless; `nil` where the figure is not known.
    /// - Throws: `.badParameter`, `.constant`, `.allUnknown`, `.noGoalposts`, `.noTarget`, `.targetBehindAll`,
    ///   `.notFinite` for a spread beyond all numbers; `.ragged` when table and indicators do not fit.
    public func apply(
        to table: IndicatorTable, indicators: [Indicator]
    ) throws(IndexRefusal) -> IndicatorTable {
        guard table.codes == indicators.map(\.code) else { throw .ragged(unit: 0) }
        try checkScale()
        return try table.mapColumns { (place, figures) throws(IndexRefusal) -> [Double?] in
            let scale = try scale(of: figures.compactMap(\.self), for: indicators[place])
            return figures.map { $0.map(scale) }
        }
    }

    private func checkScale() throws(IndexRefusal) {
        switch self {
        case .rank: return
        case .zScore(let mean, let deviation):
            guard mean.isFinite, deviation.isFinite, deviation > 0 else { throw .badParameter("deviation") }
        case .minMax(let from, let to), .percentile(let from, let to), .goalposts(let from, let to),
            .target(let from, let to):
            guard from.isFinite, to.isFinite, from < to else { throw .badParameter("from…to") }
        }
    }

    /// The function that puts one figure of this indicator on the scale.
    private func scale(
        of known: [Double], for indicator: Indicator
    ) throws(IndexRefusal) -> (Double) -> Double {
        guard let low = known.min(), let high = known.max() else { throw .allUnknown(indicator: indicator.code) }
        // Figures whose sum or range is beyond all numbers cannot be set against each other.
        guard populationDeviation(known)?.isFinite == true, (high - low).isFinite else {
            throw .notFinite(unit: "spread", indicator: indicator.code)
        }
        let isRising = indicator.direction == .higherIsBetter
        switch self {
        case .goalposts(let from, let to):
            guard let posts = indicator.goalposts else { throw .noGoalposts(indicator: indicator.code) }
            let ends = isRising ? (posts.low, posts.high) : (posts.high, posts.low)
            return between(worst: ends.0, best: ends.1, onto: from...to)
        case .target(let from, let to):
            guard let target = indicator.target else { throw .noTarget(indicator: indicator.code) }
            let worst = isRising ? low : high
            guard isRising ? target > worst : target < worst else {
                throw .targetBehindAll(indicator: indicator.code)
            }
            return between(worst: worst, best: target, onto: from...to)
        case .minMax(let from, let to):
            if isConstant(known) { throw .constant(indicator: indicator.code) }
            return between(worst: isRising ? low : high, best: isRising ? high : low, onto: from...to)
        case .zScore, .rank, .percentile:
            if isConstant(known) { throw .constant(indicator: indicator.code) }
            return relativeScale(of: isRising ? known : known.map { -$0 }, sign: isRising ? 1 : -1)
        }
    }

    /// The scales that rest on all figures, which are turned so that more is better.
    private func relativeScale(of known: [Double], sign: Double) -> (Double) -> Double {
        let sorted = known.sorted()
        switch self {
        case .zScore(let centre, let deviation):
            let (average, spread) = (mean(known) ?? 0, populationDeviation(known) ?? 1)
            return { centre + deviation * (sign * $0 - average) / spread }
        case .percentile(let from, let to):
            let steps = Double(known.count - 1)
            return { from + (to - from) * (meanRank(of: sign * $0, in: sorted) - 1) / steps }
        default:
            return { meanRank(of: sign * $0, in: sorted) }
        }
    }
}

/// A straight line from the worst figure to the best, cut at both ends. Either may be the greater.
private func between(worst: Double, best: Double, onto scale: ClosedRange<Double>) -> (Double) -> Double {
    { figure in
        let share = min(1, max(0, (figure - worst) / (best - worst)))
        return scale.lowerBound + (scale.upperBound - scale.lowerBound) * share
    }
}

/// The mean rank, from 1, of a figure that is in the ascending list.
private func meanRank(of figure: Double, in sorted: [Double]) -> Double {
    let below = firstPlace(in: sorted) { $0 >= figure }
    let notAbove = firstPlace(in: sorted) { $0 > figure }
    return Double(below + notAbove + 1) / 2
}

/// The first place where the condition holds, in a list where it holds from some place on.
private func firstPlace(in sorted: [Double], where isReached: (Double) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
        let middle = (low + high) / 2
        if isReached(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
}
