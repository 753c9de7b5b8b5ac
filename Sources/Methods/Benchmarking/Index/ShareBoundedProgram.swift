/// A small dense linear program: maximise `c·x` subject to `A x ≤ b`, `x ≥ 0`.
///
/// The textbook simplex in two phases on the dictionary of the basic variables, with Bland's rule, which cannot
/// cycle. Meant for a few dozen variables.
///
/// - Source: Chvátal (1983), chs. 2 and 3.
struct ShareBoundedProgram {
    enum Outcome: Equatable {
        case optimal(x: [Double], value: Double)
        case infeasible
        /// Unbounded, or more pivots than anybody waits for.
        case notSolved
    }

    /// A coefficient smaller than this is rounding; the rows are expected in units of about 1.
    private static let tolerance = 1e-11
    /// A sum of infeasibilities below this is none.
    private static let feasibility = 1e-9
    private static let pivotsPerSide = 200

    private enum Step { case optimal, unbounded, tired }

    /// Rows: constraints, then the objective. Columns: nonbasic variables, then the constant.
    private var table: [Double]
    private let rows: Int
    private let columns: Int
    private let variables: Int
    /// Which variable each row and each column stands for: 0 is the artificial one, then `x`, then slacks.
    private var basic: [Int]
    private var nonbasic: [Int]

    /// - Parameters:
    ///   - c: one coefficient per variable.
    ///   - a: one row per constraint, as long as `c`.
    ///   - b: one bound per constraint, of any sign.
    static func maximise(_ c: [Double], subjectTo a: [[Double]], atMost b: [Double]) -> Outcome {
        var program = ShareBoundedProgram(variables: c.count, a, b)
        if let worst = b.indices.min(by: { b[$0] < b[$1] }), b[worst] < 0 {
            guard program.becomeFeasible(from: worst) else { return .infeasible }
        }
        program.setObjective(c)
        guard case .optimal = program.improve() else { return .notSolved }
        return program.solution(c)
    }

    private init(variables: Int, _ a: [[Double]], _ b: [Double]) {
        self.variables = variables
        rows = a.count
        columns = variables + 1
        basic = (0..<a.count).map { 1 + variables + $0 }
        nonbasic = Array(0...variables)
        // Row i reads: slack = b − Σ a x + artificial.
        table = []
        for (row, bound) in zip(a, b) { table += [1] + row.map { -$0 } + [bound] }
        table += [Double](repeating: 0, count: columns + 1)
    }

    private subscript(row: Int, column: Int) -> Double { table[row * (columns + 1) + column] }

    /// First phase: minimise the artificial variable.
    private mutating func becomeFeasible(from worst: Int) -> Bool {
        table[rows * (columns + 1)] = -1
        pivot(worst, 0)
        guard case .optimal = improve(), self[rows, columns] > -Self.feasibility else { return false }
        if let row = basic.firstIndex(of: 0),
            let column = (0..<columns).max(by: { abs(self[row, $0]) < abs(self[row, $1]) })
        {
            pivot(row, column)
        }
        return true
    }

    /// Second phase: the objective in terms of the nonbasic variables; the artificial one is barred at 0.
    private mutating func setObjective(_ c: [Double]) {
        let bottom = rows * (columns + 1)
        for column in 0...columns { table[bottom + column] = 0 }
        for (variable, coefficient) in c.enumerated() {
            if let column = nonbasic.firstIndex(of: variable + 1) { table[bottom + column] += coefficient }
            guard let row = basic.firstIndex(of: variable + 1) else { continue }
            for column in 0...columns { table[bottom + column] += coefficient * self[row, column] }
        }
        guard let barred = nonbasic.firstIndex(of: 0) else { return }
        for row in 0...rows { table[row * (columns + 1) + barred] = 0 }
    }

    /// Bland's rule: of all variables that may enter or leave, the one with the least number.
    private mutating func improve() -> Step {
        for _ in 0..<Self.pivotsPerSide * (rows + columns) {
            let candidates = (0..<columns).filter { self[rows, $0] > Self.tolerance }
            guard let enter = candidates.min(by: { nonbasic[$0] < nonbasic[$1] }) else { return .optimal }
            var leave: (row: Int, ratio: Double)?
            for row in 0..<rows where self[row, enter] < -Self.tolerance {
                let ratio = max(0, self[row, columns]) / -self[row, enter]
                guard let best = leave else {
                    leave = (row, ratio)
                    continue
                }
                if ratio < best.ratio || (ratio == best.ratio && basic[row] < basic[best.row]) { leave = (row, ratio) }
            }
            guard let leave else { return .unbounded }
            pivot(leave.row, enter)
        }
        return .tired
    }

    /// The variable of the column becomes basic, the one of the row nonbasic.
    private mutating func pivot(_ row: Int, _ column: Int) {
        let (width, side) = (columns + 1, rows + 1)
        table.withUnsafeMutableBufferPointer { table in
            let inverse = 1 / table[row * width + column]
            for k in 0..<width { table[row * width + k] *= -inverse }
            table[row * width + column] = inverse
            for i in 0..<side where i != row {
                let factor = table[i * width + column]
                guard factor != 0 else { continue }
                table[i * width + column] = 0
                for k in 0..<width { table[i * width + k] += factor * table[row * width + k] }
            }
        }
        swap(&basic[row], &nonbasic[column])
    }

    private func solution(_ c: [Double]) -> Outcome {
        var x = [Double](repeating: 0, count: variables)
        for row in 0..<rows where (1...variables).contains(basic[row]) {
            x[basic[row] - 1] = max(0, self[row, columns])
        }
        return .optimal(x: x, value: zip(c, x).reduce(0) { $0 + $1.0 * $1.1 })
    }
}
