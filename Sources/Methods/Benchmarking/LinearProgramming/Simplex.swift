/// Which variables are basic and at which bound the others stand: where a simplex run ended and another may start.
struct Basis: Sendable {
    var variables: [Int]
    var isAtUpper: [Bool]
}

/// The bounded primal simplex method: both phases in one loop.
///
/// As long as a basic variable is outside its bounds, the sum of all such violations is made smaller; from then on
/// the objective is made greater. Dantzig's rule chooses what enters; after a long run without progress Bland's rule
/// does, which cannot cycle.
struct Simplex {
    /// How exact bounds and reduced costs are kept, relative to the greatest number of their kind.
    struct Tolerance {
        let primal: Double
        let dual: Double
    }

    enum End {
        case optimal
        /// Multipliers of the rows that contradict each other.
        case infeasible([Double])
        /// A direction, one number per column and slack.
        case unbounded([Double])
        case gaveUp
    }

    /// Pivots between two inversions of the basis.
    private static let pivotsBetweenInversions = 100
    /// With more costs changed than this, prices are computed anew.
    private static let mostPriceUpdates = 8
    /// Smaller pivots are only taken right after an inversion.
    private static let safePivot = 1e-6

    let program: ScaledProgram
    let tolerance: Tolerance
    private(set) var basis: [Int]
    private(set) var x: [Double]
    private(set) var inverse: BasisInverse
    private(set) var isBasic: [Bool]
    /// Greatest violation that counts as none, in the program's own units.
    private(set) var slip: Double
    private var pivotsSinceInversion = 0
    private var stepsWithoutProgress = 0
    private let noCosts: [Double]
    /// `costs · B⁻¹` of the present inverse, and the cost of each position that they are for.
    private var lastPrices: (y: [Double], costs: [Double])?

    init(_ program: ScaledProgram, from start: Basis?, _ tolerance: Tolerance) {
        self.program = program
        self.tolerance = tolerance
        let count = program.columnCount + program.rowCount
        basis = start?.variables ?? Array(program.columnCount..<count)
        inverse = BasisInverse(size: program.rowCount)
        slip = tolerance.primal
        isBasic = [Bool](repeating: false, count: count)
        noCosts = [Double](repeating: 0, count: program.columnCount)
        x = (0..<count).map { variable in
            restingPlace(program.lower[variable], program.upper[variable], start?.isAtUpper[variable])
        }
        for variable in basis { isBasic[variable] = true }
    }

    /// Where the run stands now.
    var end: Basis {
        Basis(variables: basis, isAtUpper: x.indices.map { !isBasic[$0] && x[$0] == program.upper[$0] })
    }

    /// The duals of the present basis, refined once.
    func duals() -> [Double] {
        let costs = basis.map { $0 < program.columnCount ? program.cost[$0] : 0 }
        var y = inverse.transposeTimes(costs)
        let reduced = program.reducedCosts(y, cost: program.cost)
        let correction = inverse.transposeTimes(basis.map { reduced[$0] })
        for i in y.indices { y[i] += correction[i] }
        return y
    }

    mutating func run() -> End {
        guard invert() else { return .gaveUp }
        let limit = 500 + 60 * (program.rowCount + program.columnCount)
        for _ in 0..<limit {
            if pivotsSinceInversion >= Self.pivotsBetweenInversions, !invert() { return .gaveUp }
            if let end = iterate() { return end }
        }
        return .gaveUp
    }

    /// One pivot, or one bound flip.
    /// - Returns: how the run ended; `nil` when it goes on.
    private mutating func iterate() -> End? {
        let violations = basis.map(violation)
        let isFeasible = violations.allSatisfy { $0 == 0 }
        let costs = isFeasible ? basis.map { $0 < program.columnCount ? program.cost[$0] : 0 } : violations
        let y = prices(costs)
        let reduced = program.reducedCosts(y, cost: isFeasible ? program.cost : noCosts)
        guard let entering = entering(reduced, greatestDual: y.reduce(1) { max($0, abs($1)) }) else {
            if pivotsSinceInversion > 0 { return invert() ? nil : .gaveUp }
            return isFeasible ? .optimal : .infeasible(y)
        }
        let column = inverse.column(entering, of: program)
        let direction: Double = reduced[entering] > 0 ? 1 : -1
        guard let step = step(entering, column, direction) else {
            if pivotsSinceInversion > 0 { return invert() ? nil : .gaveUp }
            return isFeasible ? .unbounded(ray(entering, column, direction)) : .gaveUp
        }
        if let leaving = step.leaving, pivotsSinceInversion > 0, abs(column[leaving.position]) < Self.safePivot {
            return invert() ? nil : .gaveUp
        }
        let hasMoved = step.length * abs(reduced[entering]) > slip * tolerance.dual
        stepsWithoutProgress = hasMoved ? 0 : stepsWithoutProgress + 1
        take(step, entering, column, direction)
        return nil
    }

    /// `costs · B⁻¹`: from the last ones where few costs have changed since, which is much cheaper.
    private mutating func prices(_ costs: [Double]) -> [Double] {
        if var last = lastPrices {
            let changed = costs.indices.filter { costs[$0] != last.costs[$0] }
            if changed.count <= Self.mostPriceUpdates {
                for position in changed {
                    inverse.addRow(position, times: costs[position] - last.costs[position], to: &last.y)
                    last.costs[position] = costs[position]
                }
                lastPrices = last
                return last.y
            }
        }
        let y = inverse.transposeTimes(costs)
        lastPrices = (y, costs)
        return y
    }

    var isCautious: Bool { stepsWithoutProgress > 30 + program.rowCount }

    /// +1 below the lower bound, −1 above the upper: what the variable gains by moving up.
    private func violation(_ variable: Int) -> Double {
        if x[variable] < program.lower[variable] - slip { return 1 }
        return x[variable] > program.upper[variable] + slip ? -1 : 0
    }

    /// The variable with the greatest gain; by Bland's rule the first with any.
    private func entering(_ reduced: [Double], greatestDual: Double) -> Int? {
        var best: Int?
        var greatest = tolerance.dual * greatestDual
        for variable in x.indices where !isBasic[variable] {
            let gain = abs(reduced[variable])
            guard gain > greatest else { continue }
            let canMove =
                reduced[variable] > 0
                ? x[variable] < program.upper[variable] : x[variable] > program.lower[variable]
            guard canMove else { continue }
            if isCautious { return variable }
            best = variable
            greatest = gain
        }
        return best
    }

    private func ray(_ entering: Int, _ column: [Double], _ direction: Double) -> [Double] {
        var ray = [Double](repeating: 0, count: x.count)
        ray[entering] = direction
        for (position, variable) in basis.enumerated() { ray[variable] = -direction * column[position] }
        return ray
    }

    private mutating func take(_ step: Step, _ entering: Int, _ column: [Double], _ direction: Double) {
        for (position, variable) in basis.enumerated() { x[variable] -= direction * step.length * column[position] }
        guard let leaving = step.leaving else {
            x[entering] = direction > 0 ? program.upper[entering] : program.lower[entering]
            return
        }
        x[entering] += direction * step.length
        x[basis[leaving.position]] = leaving.bound
        isBasic[basis[leaving.position]] = false
        isBasic[entering] = true
        basis[leaving.position] = entering
        inverse.replace(leaving.position, by: column)
        // The prices remain those of the new basis if the entering variable cost just what they say it is worth.
        if let last = lastPrices {
            lastPrices?.costs[leaving.position] = zip(last.costs, column).reduce(0) { $0 + $1.0 * $1.1 }
        }
        pivotsSinceInversion += 1
    }

    /// Inverts the basis anew and computes its variables from the others, refined once.
    private mutating func invert() -> Bool {
        guard let inverse = BasisInverse(of: &basis, in: program) else { return false }
        self.inverse = inverse
        lastPrices = nil
        pivotsSinceInversion = 0
        isBasic = [Bool](repeating: false, count: x.count)
        for variable in basis { isBasic[variable] = true }
        for variable in x.indices where !isBasic[variable] {
            let (lower, upper) = (program.lower[variable], program.upper[variable])
            x[variable] = restingPlace(lower, upper, x[variable] == upper)
        }
        for variable in basis { x[variable] = 0 }
        for _ in 0..<2 {
            let change = inverse.times(program.residual(x))
            for (position, variable) in basis.enumerated() { x[variable] += change[position] }
        }
        let greatest = program.value.reduce(x.reduce(0) { max($0, abs($1)) }) { max($0, abs($1)) }
        slip = tolerance.primal * (greatest > 0 ? greatest : 1)
        return true
    }
}

/// Where a variable stands that is not basic: at its only finite bound, at the one nearer to zero, or where it was.
private func restingPlace(_ lower: Double, _ upper: Double, _ isAtUpper: Bool?) -> Double {
    switch (lower.isFinite, upper.isFinite) {
    case (true, true): (isAtUpper ?? (abs(upper) < abs(lower))) ? upper : lower
    case (true, false): lower
    case (false, true): upper
    case (false, false): 0
    }
}
