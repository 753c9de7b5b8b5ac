/// How far a step goes, and who leaves the basis at its end; nobody when the entering variable reaches its own bound.
struct Step {
    let length: Double
    let leaving: (position: Int, bound: Double)?
}

extension Simplex {
    /// Entries of a column below this share of its greatest are rounding, not pivots.
    private static let leastShare = 1e-10

    /// The longest step that violates no bound.
    ///
    /// Of all variables that stop the step within the slip allowed to bounds, the one with the greatest pivot leaves
    /// (Harris); when progress has stopped, of those that stop it first, the one with the lowest number (Bland).
    ///
    /// - Returns: `nil` when nothing stops it.
    /// - Source: Harris (1973); Bland (1977).
    func step(_ entering: Int, _ column: [Double], _ direction: Double) -> Step? {
        let stops = self.stops(column, direction)
        let own = program.upper[entering] - program.lower[entering]
        guard let leaving = isCautious ? first(stops) : greatestPivot(stops) else {
            return own.isFinite ? Step(length: own, leaving: nil) : nil
        }
        let length = max(0, leaving.room)
        return own <= length
            ? Step(length: own, leaving: nil)
            : Step(length: length, leaving: (leaving.position, leaving.bound))
    }

    /// A basic variable that reaches a bound after a step of `room`.
    private struct Stop {
        let position: Int
        let bound: Double
        let room: Double
        /// How fast the variable moves.
        let rate: Double
    }

    private func stops(_ column: [Double], _ direction: Double) -> [Stop] {
        let least = Self.leastShare * column.reduce(0) { max($0, abs($1)) }
        return column.indices.compactMap { position in
            let rate = -direction * column[position]
            let variable = basis[position]
            guard abs(rate) > least, let bound = bound(ahead: variable, rate), bound.isFinite else { return nil }
            return Stop(position: position, bound: bound, room: (bound - x[variable]) / rate, rate: rate)
        }
    }

    /// The bound that a variable must not pass; one that is outside its bounds stops where it gets inside.
    private func bound(ahead variable: Int, _ rate: Double) -> Double? {
        let (lower, upper) = (program.lower[variable], program.upper[variable])
        if x[variable] < lower - slip { return rate > 0 ? lower : nil }
        if x[variable] > upper + slip { return rate < 0 ? upper : nil }
        return rate > 0 ? upper : lower
    }

    private func greatestPivot(_ stops: [Stop]) -> Stop? {
        let limit = stops.reduce(Double.infinity) { min($0, max(0, $1.room) + slip / abs($1.rate)) }
        return stops.filter { $0.room <= limit }.max { abs($0.rate) < abs($1.rate) }
    }

    private func first(_ stops: [Stop]) -> Stop? {
        let limit = stops.reduce(Double.infinity) { min($0, max(0, $1.room)) }
        return stops.filter { $0.room <= limit }.min { basis[$0.position] < basis[$1.position] }
    }
}
