/// How a unit's productivity changed from one period to the next, and why: it came nearer to the best, or the best moved.
///
/// `index = efficiencyChange × technicalChange`; above 1 is progress.
public struct MalmquistChange: Sendable, Equatable {
    public let index: Double
    /// Catching up: the unit's efficiency later over its efficiency before.
    public let efficiencyChange: Double
    /// The frontier's own move, at the unit's place.
    public let technicalChange: Double
}

/// Why periods cannot be compared.
public enum MalmquistError: Error, Equatable, Sendable {
    /// At least two periods are needed.
    case tooFewPeriods
    /// Every period has the same units in the same order, and the same columns. Periods count from 0.
    case shapeDiffers(period: Int)
    case stopped
}

/// The Malmquist productivity index of units over periods, under constant returns: the ratio does not depend on the
/// orientation, and a unit has a score against any period's frontier unless it makes nothing, or nobody of the period
/// could do with what it uses.
public enum Malmquist {
    /// The index between neighbouring periods: the geometric mean of the move seen from the earlier and from the later
    /// frontier. It does not chain: the product over years is not the index between the ends.
    ///
    /// - Parameter periods: at least two tables of the same units in the same order.
    /// - Returns: periods − 1 × units; `nil` for a unit without a score.
    /// - Source: Färe, Grosskopf, Norris & Zhang (1994).
    public static func adjacent(
        _ periods: [Production], _ computation: Computation = .whole
    ) throws(MalmquistError) -> [[MalmquistChange?]] {
        try check(periods)
        do throws(Stopped) {
            let steps = periods.count - 1
            var frontiers: [Frontier] = []
            for (number, period) in periods.enumerated() {
                let span = computation.part(of: number, among: 2 * periods.count)
                frontiers.append(try Frontier(of: period, returns: .constant, span))
            }
            return try (0..<steps).map { (step) throws(Stopped) in
                let part = computation.part(0.5...1).part(of: step, among: steps)
                return try change(frontiers[step], frontiers[step + 1], part)
            }
        } catch {
            throw .stopped
        }
    }

    /// The index against the one frontier of all periods together. It chains, so it is the one for more than two
    /// periods; technical change is how much nearer to everyone's best the period's own best came.
    ///
    /// - Parameter periods: at least two tables of the same units in the same order.
    /// - Returns: periods − 1 × units; `nil` for a unit without a score.
    /// - Source: Pastor & Lovell (2005).
    public static func global(
        _ periods: [Production], _ computation: Computation = .whole
    ) throws(MalmquistError) -> [[MalmquistChange?]] {
        try check(periods)
        do throws(Stopped) {
            let labels = periods.indices.flatMap { period in [Int](repeating: period, count: periods[period].units) }
            let all = try Metafrontier(
                of: joined(periods), groups: labels, returns: .constant, computation.part(0...0.5))
            let scores = try all.scores(.output, computation.part(0.5...1))
            let efficiency = { (values: [Double?], period: Int, unit: Int) in
                values[period * periods[0].units + unit].map { 1 / $0 }
            }
            let everyone = scores.pooled.values
            return (1..<periods.count).map { period in
                (0..<periods[0].units).map { unit in
                    guard let before = efficiency(everyone, period - 1, unit),
                        let after = efficiency(everyone, period, unit),
                        let ownBefore = efficiency(scores.group, period - 1, unit),
                        let ownAfter = efficiency(scores.group, period, unit)
                    else { return nil }
                    let caught = ownAfter / ownBefore
                    return MalmquistChange(
                        index: after / before, efficiencyChange: caught, technicalChange: after / before / caught)
                }
            }
        } catch {
            throw .stopped
        }
    }

    private static func change(
        _ earlier: Frontier, _ later: Frontier, _ computation: Computation
    ) throws(Stopped) -> [MalmquistChange?] {
        let before = earlier.reference
        let after = later.reference
        let values = [
            try earlier.scores(.output, computation.part(0...0.25)).values,
            try earlier.scores(of: after, .output, computation.part(0.25...0.5)).values,
            try later.scores(of: before, .output, computation.part(0.5...0.75)).values,
            try later.scores(.output, computation.part(0.75...1)).values,
        ]
        return (0..<before.units).map { unit in
            let known = values.compactMap { $0[unit] }.filter { $0 > leastScore }
            guard known.count == 4 else { return nil }
            let distances = known.map { 1 / $0 }
            let caught = distances[3] / distances[0]
            let index = (distances[1] / distances[0] * distances[3] / distances[2]).squareRoot()
            return MalmquistChange(index: index, efficiencyChange: caught, technicalChange: index / caught)
        }
    }

    /// An output score against another period's frontier this near to zero says that nobody there could make anything of
    /// the unit's inputs: the ratio of two such scores says nothing.
    private static let leastScore = 1e-9

    private static func check(_ periods: [Production]) throws(MalmquistError) {
        guard periods.count >= 2 else { throw .tooFewPeriods }
        let first = periods[0]
        for (number, period) in periods.enumerated() {
            guard period.units == first.units, period.inputs.columns == first.inputs.columns,
                period.outputs.columns == first.outputs.columns
            else { throw .shapeDiffers(period: number) }
        }
    }

    /// All periods' units in one table.
    private static func joined(_ periods: [Production]) -> Production {
        func table(_ part: (Production) -> Matrix) -> Matrix {
            let tables = periods.map(part)
            return Matrix(
                computed: tables.flatMap(\.values), rows: tables.reduce(0) { $0 + $1.rows }, columns: tables[0].columns)
        }
        return Production(checked: table(\.inputs), table(\.outputs))
    }
}
