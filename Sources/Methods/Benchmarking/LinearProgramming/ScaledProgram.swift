import Foundation

/// A linear program with its rows as equations `A x + s = b`, one slack per row, in units of its own: rows, columns
/// and objective are multiplied by powers of two so that their greatest coefficients are near one.
///
/// Powers of two change no digit, so the program is the same and only tolerances get a meaning.
struct ScaledProgram {
    let rowCount: Int
    let columnCount: Int
    /// Coefficients by column: those of column `j` stand at `starts[j] ..< starts[j + 1]`.
    let starts: [Int]
    let rowOf: [Int]
    let coefficients: [Double]
    /// Objective, one per column.
    let cost: [Double]
    /// One per row.
    let value: [Double]
    /// Bounds of the columns and then of the slacks.
    let lower: [Double]
    let upper: [Double]
    let scale: ProgramScale

    /// - Returns: `nil` when a number is not finite.
    init?(_ program: LinearProgram) {
        let numbers = program.objective + program.rows.flatMap { $0.coefficients + [$0.value] }
        guard numbers.allSatisfy(\.isFinite) else { return nil }
        let scale = ProgramScale(program)
        self.scale = scale
        rowCount = program.rows.count
        columnCount = program.objective.count
        var counts = [Int](repeating: 0, count: program.objective.count + 1)
        for row in program.rows { for j in row.variables { counts[j + 1] += 1 } }
        for j in 0..<program.objective.count { counts[j + 1] += counts[j] }
        starts = counts
        var rowOf = [Int](repeating: 0, count: counts.last ?? 0)
        var coefficients = [Double](repeating: 0, count: counts.last ?? 0)
        for (i, row) in program.rows.enumerated() {
            for (j, coefficient) in zip(row.variables, row.coefficients) {
                rowOf[counts[j]] = i
                coefficients[counts[j]] = coefficient * scale.rows[i] * scale.columns[j]
                counts[j] += 1
            }
        }
        self.rowOf = rowOf
        self.coefficients = coefficients
        cost = zip(program.objective, scale.columns).map { $0 * $1 * scale.objective }
        value = zip(program.rows, scale.rows).map { $0.value * $1 }
        lower = zip(program.lower, scale.columns).map { $0 / $1 } + program.rows.map(\.relation.slack.lowerBound)
        upper = zip(program.upper, scale.columns).map { $0 / $1 } + program.rows.map(\.relation.slack.upperBound)
    }

    /// Calls `body` with the row and coefficient of every entry of a column or slack.
    func forEachEntry(of variable: Int, _ body: (Int, Double) -> Void) {
        guard variable < columnCount else { return body(variable - columnCount, 1) }
        for k in starts[variable]..<starts[variable + 1] { body(rowOf[k], coefficients[k]) }
    }

    /// `cost − y · A` of all columns, then `−y` of the slacks.
    func reducedCosts(_ y: [Double], cost: [Double]) -> [Double] {
        var reduced = cost + y.map { -$0 }
        coefficients.withUnsafeBufferPointer { coefficients in
            rowOf.withUnsafeBufferPointer { rowOf in
                y.withUnsafeBufferPointer { y in
                    for j in 0..<columnCount {
                        var sum = 0.0
                        for k in starts[j]..<starts[j + 1] { sum += coefficients[k] * y[rowOf[k]] }
                        reduced[j] -= sum
                    }
                }
            }
        }
        return reduced
    }

    /// `b − A x − s`.
    func residual(_ x: [Double]) -> [Double] {
        var residual = value
        for j in 0..<columnCount where x[j] != 0 {
            for k in starts[j]..<starts[j + 1] { residual[rowOf[k]] -= coefficients[k] * x[j] }
        }
        for i in 0..<rowCount { residual[i] -= x[columnCount + i] }
        return residual
    }
}

extension LinearProgram.Relation {
    /// What a slack may be that makes the row an equation.
    fileprivate var slack: ClosedRange<Double> {
        switch self {
        case .atMost: 0 ... .infinity
        case .equal: 0...0
        case .atLeast: -.infinity...0
        }
    }
}

/// The powers of two that rows, columns and objective are multiplied by.
struct ProgramScale {
    /// How often rows and columns take turns; more changes little.
    private static let passes = 4

    private(set) var rows: [Double]
    private(set) var columns: [Double]
    private(set) var objective: Double

    /// Geometric scaling: each row, then each column, is divided by the root of its least times its greatest
    /// coefficient.
    init(_ program: LinearProgram) {
        rows = [Double](repeating: 1, count: program.rows.count)
        columns = [Double](repeating: 1, count: program.objective.count)
        objective = 1
        for _ in 0..<Self.passes { balance(program) }
        rows = rows.map(powerOfTwo)
        columns = columns.map(powerOfTwo)
        measureWhatStandsAlone(program)
        let greatest = zip(program.objective, columns).reduce(0) { max($0, abs($1.0 * $1.1)) }
        if greatest > 0 { objective = powerOfTwo(1 / greatest) }
    }

    /// A column that no row holds is measured by its cost. A row without coefficients, which is true or false by
    /// itself, is measured out of the way: its value would count among those that set the tolerance.
    private mutating func measureWhatStandsAlone(_ program: LinearProgram) {
        var isHeld = [Bool](repeating: false, count: columns.count)
        for (i, row) in program.rows.enumerated() {
            if row.variables.isEmpty { rows[i] = 0 }
            for j in row.variables { isHeld[j] = true }
        }
        for j in columns.indices where !isHeld[j] && program.objective[j] != 0 {
            columns[j] = powerOfTwo(1 / abs(program.objective[j]))
        }
    }

    private mutating func balance(_ program: LinearProgram) {
        var spans = [Span](repeating: Span(), count: columns.count)
        for (i, row) in program.rows.enumerated() {
            var span = Span()
            for (j, coefficient) in zip(row.variables, row.coefficients) { span.add(abs(coefficient) * columns[j]) }
            rows[i] = span.factor
            for (j, coefficient) in zip(row.variables, row.coefficients) { spans[j].add(abs(coefficient) * rows[i]) }
        }
        columns = spans.map(\.factor)
    }

    /// The least and the greatest of some coefficients.
    private struct Span {
        var least = Double.infinity
        var greatest = 0.0

        mutating func add(_ magnitude: Double) {
            least = min(least, magnitude)
            greatest = max(greatest, magnitude)
        }

        /// 1 for a row or column without coefficients.
        var factor: Double { greatest > 0 ? 1 / (least.squareRoot() * greatest.squareRoot()) : 1 }
    }
}

/// The power of two nearest to a positive number on the logarithmic scale, not beyond 2^±400.
private func powerOfTwo(_ number: Double) -> Double {
    let exponent = log2(number).rounded()
    return Double(sign: .plus, exponent: Int(max(-400, min(400, exponent))), significand: 1)
}
