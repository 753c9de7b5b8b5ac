/// A linear program: the greatest `objective · x` over all `x` that keep every row and every bound.
///
/// Every variable lies in `0 … ∞` unless `bound` says otherwise; every row says `a · x ≤ b`, `= b` or `≥ b`.
///
/// - Source: Dantzig (1963); the bounded simplex method as in Maros (2003).
public struct LinearProgram: Sendable, Equatable {
    /// How the left side of a row stands to its value.
    public enum Relation: Sendable, Equatable { case atMost, equal, atLeast }

    /// One row: its variables in ascending order, none twice, no coefficient zero.
    struct Row: Sendable, Equatable {
        let variables: [Int]
        let coefficients: [Double]
        let relation: Relation
        let value: Double
    }

    /// What is made as great as possible: one coefficient per variable. May be replaced between solves.
    /// - Precondition: as many as there were at the start.
    public var objective: [Double] {
        didSet { precondition(objective.count == lower.count, "an objective has one coefficient per variable") }
    }
    private(set) var lower: [Double]
    private(set) var upper: [Double]
    private(set) var rows: [Row] = []

    /// A program without rows, every variable at least 0.
    /// - Parameter objective: one coefficient per variable; to minimise, give the negative.
    public init(maximising objective: [Double]) {
        self.objective = objective
        lower = [Double](repeating: 0, count: objective.count)
        upper = [Double](repeating: .infinity, count: objective.count)
    }

    /// Sets the bounds of a variable.
    /// - Parameter range: may be infinite on either side; equal ends fix the variable.
    /// - Precondition: the lower end is below +∞ and the upper above −∞.
    public mutating func bound(_ variable: Int, _ range: ClosedRange<Double>) {
        precondition(range.lowerBound < .infinity && range.upperBound > -.infinity, "an empty range of numbers")
        lower[variable] = range.lowerBound
        upper[variable] = range.upperBound
    }

    /// Adds a row.
    /// - Parameter coefficients: one per variable.
    public mutating func require(_ coefficients: [Double], _ relation: Relation, _ value: Double) {
        precondition(coefficients.count == objective.count, "a row has one coefficient per variable")
        let used = coefficients.indices.filter { coefficients[$0] != 0 }
        rows.append(Row(variables: used, coefficients: used.map { coefficients[$0] }, relation: relation, value: value))
    }

    /// Adds a row by the variables that occur in it.
    /// - Parameter terms: a variable that occurs twice counts with the sum of its coefficients.
    public mutating func require(
        _ terms: [(variable: Int, coefficient: Double)], _ relation: Relation, _ value: Double
    ) {
        precondition(terms.allSatisfy { objective.indices.contains($0.variable) }, "a row names an unknown variable")
        let sums = Dictionary(terms.map { ($0.variable, $0.coefficient) }, uniquingKeysWith: +)
        let used = sums.keys.filter { sums[$0] != 0 }.sorted()
        let coefficients = used.compactMap { sums[$0] }
        rows.append(Row(variables: used, coefficients: coefficients, relation: relation, value: value))
    }

    /// Solves the program by the simplex method and checks what it found against the numbers as given.
    ///
    /// - Returns: `.optimal` only with residuals and gap of at most `LinearSolution.tolerance`; `.infeasible` and
    ///   `.unbounded` only with a checked proof (multipliers that contradict the rows, a ray that never ends); else
    ///   `.notSolved`, also for a program that holds numbers that are not finite.
    /// - Complexity: some multiple of `rows` pivots, each `rows²` plus the coefficients that are not zero.
    public func solve() -> LinearOutcome { solve(from: nil).outcome }
}

/// What became of a linear program.
public enum LinearOutcome: Sendable, Equatable {
    /// The greatest value, with its proof.
    case optimal(LinearSolution)
    /// No point keeps all rows and bounds.
    case infeasible
    /// There are points of any value.
    case unbounded
    /// Neither could be proven.
    case notSolved
}

/// An optimum and the proof that it is one.
///
/// The duals bound the objective from above: `Σ dual · value + Σ reducedCost · bound ≥ objective · x` for every
/// feasible `x`. Where both sides agree, nothing better exists.
public struct LinearSolution: Sendable, Equatable {
    /// Greatest residual and gap of a solution that is given out.
    public static let tolerance = 1e-8

    /// One value per variable, inside its bounds.
    public let values: [Double]
    /// `objective · values`, added from the first variable to the last.
    public let objective: Double
    /// One per row, in the order required: what the objective gains per unit of the row's value. Never negative for
    /// `atMost`, never positive for `atLeast`.
    public let duals: [Double]
    /// One per variable: `objective − Σ dual · coefficient`, what it would gain per unit of the variable. Positive only
    /// at an upper bound, negative only at a lower one, but for rounding.
    public let reducedCosts: [Double]
    /// Greatest violation of a row, relative to the greatest term of the row.
    public let primalResidual: Double
    /// Greatest reduced cost that no bound answers for, relative to the greatest term of its sum.
    public let dualResidual: Double
    /// How far the bound by the duals is from the objective, relative to the greatest term of either.
    public let gap: Double
}
