/// Checks what a simplex run claims against the numbers of the program as they were given.
struct LinearCertificate {
    /// A sum smaller than this share of the greatest of its kind counts as made of rounding.
    private static let floor = 1e-5
    /// Directions and multipliers smaller than this share of the greatest are rounding.
    private static let noise = 1e-10

    let program: LinearProgram
    let scale: ProgramScale

    /// A point and multipliers, both in the program's own units.
    /// - Returns: `nil` unless they prove each other best.
    func solution(_ scaledValues: [Double], _ scaledDuals: [Double]) -> LinearSolution? {
        let values = values(scaledValues)
        let duals = zip(program.rows.indices, scaledDuals).map { i, dual in
            program.rows[i].relation.allowed(dual) * scale.rows[i] / scale.objective
        }
        let reduced = reducedCosts(duals, objective: program.objective)
        let solution = LinearSolution(
            values: values, objective: product(program.objective, values), duals: duals, reducedCosts: reduced.costs,
            primalResidual: primalResidual(values), dualResidual: dualResidual(reduced.costs, reduced.terms),
            gap: gap(values, duals, reduced.costs))
        let worst = [solution.primalResidual, solution.dualResidual, solution.gap]
        return worst.allSatisfy { $0 <= LinearSolution.tolerance } ? solution : nil
    }

    /// Whether multipliers of the rows contradict each other: `Σ y (A x) ≤ Σ y b` holds for every feasible `x`, and
    /// even the least left side inside the bounds is greater (Farkas).
    func provesInfeasible(_ scaledDuals: [Double]) -> Bool {
        let greatest = scaledDuals.reduce(0) { max($0, abs($1)) }
        let duals = zip(program.rows.indices, scaledDuals).map { i, dual in
            abs(dual) < Self.noise * greatest ? 0 : program.rows[i].relation.allowed(dual) * scale.rows[i]
        }
        let zeros = [Double](repeating: 0, count: program.objective.count)
        let (negated, terms) = reducedCosts(duals, objective: zeros)
        var (least, size) = (0.0, 0.0)
        for j in negated.indices {
            let slope = abs(negated[j]) <= Self.noise * terms[j] ? 0 : -negated[j]
            let term = slope == 0 ? 0 : slope * (slope > 0 ? program.lower[j] : program.upper[j])
            least += term
            size = max(size, abs(term))
        }
        var right = 0.0
        for (dual, row) in zip(duals, program.rows) {
            right += dual * row.value
            size = max(size, abs(dual * row.value))
        }
        return least.isFinite && least - right > LinearSolution.tolerance * size
    }

    /// Whether the point is feasible and the direction leads on for ever, upwards.
    func provesUnbounded(_ scaledValues: [Double], _ scaledRay: [Double]) -> Bool {
        let greatest = scaledRay.reduce(0) { max($0, abs($1)) }
        let ray = program.objective.indices.map { j in
            abs(scaledRay[j]) <= Self.noise * greatest ? 0 : scaledRay[j] * scale.columns[j]
        }
        let isOpen = ray.indices.allSatisfy { j in
            ray[j] == 0 || (ray[j] > 0 ? program.upper[j] == .infinity : program.lower[j] == -.infinity)
        }
        guard isOpen, primalResidual(values(scaledValues)) <= LinearSolution.tolerance else { return false }
        let keepsRows = program.rows.allSatisfy { row in
            let (value, size) = row.product(ray)
            return row.relation.violation(value, 0) <= LinearSolution.tolerance * size
        }
        let size = zip(program.objective, ray).reduce(0) { max($0, abs($1.0 * $1.1)) }
        return keepsRows && product(program.objective, ray) > LinearSolution.tolerance * size
    }

    /// Back in the units given, and inside the bounds.
    private func values(_ scaledValues: [Double]) -> [Double] {
        program.objective.indices.map { j in
            max(program.lower[j], min(program.upper[j], scaledValues[j] * scale.columns[j]))
        }
    }

    /// `objective − y A`, and the greatest term of each sum.
    private func reducedCosts(_ duals: [Double], objective: [Double]) -> (costs: [Double], terms: [Double]) {
        var costs = objective
        var terms = objective.map { abs($0) }
        for (dual, row) in zip(duals, program.rows) where dual != 0 {
            for (j, coefficient) in zip(row.variables, row.coefficients) {
                costs[j] -= dual * coefficient
                terms[j] = max(terms[j], abs(dual * coefficient))
            }
        }
        return (costs, terms)
    }

    private func primalResidual(_ values: [Double]) -> Double {
        let products = program.rows.map { $0.product(values) }
        let sizes = zip(products, program.rows).map { max($0.size, abs($1.value)) }
        var greatest = 0.0
        for i in sizes.indices { greatest = max(greatest, sizes[i] * scale.rows[i]) }
        var worst = 0.0
        for (i, row) in program.rows.enumerated() {
            let violation = row.relation.violation(products[i].value, row.value)
            if violation > 0 { worst = max(worst, violation / max(sizes[i], Self.floor * greatest / scale.rows[i])) }
        }
        return worst
    }

    /// A reduced cost is answered for by the bound it pushes against; where that is infinite, it must be zero.
    private func dualResidual(_ costs: [Double], _ terms: [Double]) -> Double {
        var greatest = 0.0
        for j in terms.indices { greatest = max(greatest, terms[j] * scale.columns[j]) }
        var worst = 0.0
        for j in costs.indices where costs[j] != 0 {
            let bound = costs[j] > 0 ? program.upper[j] : program.lower[j]
            guard !bound.isFinite else { continue }
            worst = max(worst, abs(costs[j]) / max(terms[j], Self.floor * greatest / scale.columns[j]))
        }
        return worst
    }

    private func gap(_ values: [Double], _ duals: [Double], _ costs: [Double]) -> Double {
        var (bound, size, greatest) = (0.0, 0.0, 0.0)
        for (i, row) in program.rows.enumerated() {
            bound += duals[i] * row.value
            size = max(size, abs(duals[i] * row.value))
            greatest = max(greatest, abs(row.value) * scale.rows[i])
        }
        for j in costs.indices {
            let end = costs[j] > 0 ? program.upper[j] : program.lower[j]
            // What pushes against nothing is in the dual residual; here it stands where it is.
            let place = end.isFinite ? end : values[j]
            bound += costs[j] * place
            size = max(size, abs(costs[j] * place))
            greatest = max(greatest, abs(values[j]) / scale.columns[j], abs(place) / scale.columns[j])
        }
        let value = product(program.objective, values)
        let terms = zip(program.objective, values).reduce(0) { max($0, abs($1.0 * $1.1)) }
        // Where all terms are rounding, they are set against the greatest cost times the greatest number of a place.
        let cost = zip(program.objective, scale.columns).reduce(0) { max($0, abs($1.0 * $1.1)) }
        let difference = abs(bound - value)
        return difference == 0 ? 0 : difference / max(size, terms, Self.floor * cost * greatest)
    }
}

extension LinearProgram {
    /// Tried one after the other, each from where the last one ended, until a result can be proven.
    private static let tolerances = [
        Simplex.Tolerance(primal: 1e-12, dual: 1e-11),
        Simplex.Tolerance(primal: 1e-14, dual: 1e-13),
        Simplex.Tolerance(primal: 1e-10, dual: 1e-9),
    ]

    /// Solves the program from the end of an earlier run over the same rows, whatever its bounds and objective were.
    func solve(from start: Basis?) -> (outcome: LinearOutcome, end: Basis?) {
        guard let scaled = ScaledProgram(self) else { return (.notSolved, nil) }
        let isFalse = rows.contains { $0.variables.isEmpty && $0.relation.violation(0, $0.value) > 0 }
        if isFalse { return (.infeasible, start) }
        let certificate = LinearCertificate(program: self, scale: scaled.scale)
        var basis = start
        for tolerance in Self.tolerances {
            var simplex = Simplex(scaled, from: basis, tolerance)
            let end = simplex.run()
            basis = simplex.end
            switch end {
            case .optimal:
                if let solution = certificate.solution(simplex.x, simplex.duals()) {
                    return (.optimal(solution), basis)
                }
            case .infeasible(let duals):
                if certificate.provesInfeasible(duals) { return (.infeasible, basis) }
            case .unbounded(let ray):
                if certificate.provesUnbounded(simplex.x, ray) { return (.unbounded, basis) }
            case .gaveUp: basis = nil
            }
        }
        return (.notSolved, basis)
    }
}

extension LinearProgram.Row {
    /// `a · x`, and the greatest of its terms.
    fileprivate func product(_ x: [Double]) -> (value: Double, size: Double) {
        var (value, size) = (0.0, 0.0)
        for (j, coefficient) in zip(variables, coefficients) {
            value += coefficient * x[j]
            size = max(size, abs(coefficient * x[j]))
        }
        return (value, size)
    }
}

extension LinearProgram.Relation {
    /// A dual, or zero where the row pushes the other way.
    fileprivate func allowed(_ dual: Double) -> Double {
        switch self {
        case .atMost: max(0, dual)
        case .equal: dual
        case .atLeast: min(0, dual)
        }
    }

    /// By how much a left side misses the right one.
    fileprivate func violation(_ left: Double, _ right: Double) -> Double {
        switch self {
        case .atMost: max(0, left - right)
        case .equal: abs(left - right)
        case .atLeast: max(0, right - left)
        }
    }
}

/// `a · b`, added from first to last.
private func product(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}
