import Benchmarking

/// The two-phase tableau simplex with Bland's rule, as a textbook prints it: slow, and obviously right.
///
/// Maximises `objective · x` subject to `rows x = values`, `x ≥ 0`.
struct TextbookSimplex {
    enum Outcome: Equatable {
        case optimal(Double)
        case infeasible, unbounded
    }

    private var tableau: [[Double]]
    private var basis: [Int]
    private let variables: Int
    private let zero = 1e-10

    static func maximise(_ objective: [Double], _ rows: [[Double]], _ values: [Double]) -> Outcome {
        var simplex = TextbookSimplex(rows, values)
        let artificial = [Double](repeating: 0, count: objective.count) + rows.map { _ in -1.0 }
        guard case .optimal(let defect) = simplex.run(artificial, among: objective.count + rows.count), defect > -1e-8
        else { return .infeasible }
        simplex.driveOut()
        return simplex.run(objective + rows.map { _ in 0.0 }, among: objective.count)
    }

    private init(_ rows: [[Double]], _ values: [Double]) {
        variables = rows[0].count
        basis = rows.indices.map { rows[0].count + $0 }
        tableau = rows.indices.map { i in
            let sign: Double = values[i] < 0 ? -1 : 1
            return rows[i].map { $0 * sign } + rows.indices.map { $0 == i ? 1.0 : 0 } + [values[i] * sign]
        }
    }

    private mutating func run(_ objective: [Double], among columns: Int) -> Outcome {
        while true {
            let cost = { [self] (column: Int) in
                objective[column] - basis.indices.reduce(0.0) { $0 + objective[basis[$1]] * tableau[$1][column] }
            }
            guard let entering = (0..<columns).first(where: { cost($0) > zero }) else {
                return .optimal(basis.indices.reduce(0.0) { $0 + objective[basis[$1]] * (tableau[$1].last ?? 0) })
            }
            let candidates = tableau.indices.filter { tableau[$0][entering] > zero }
            let ratio = { [self] (row: Int) in (tableau[row].last ?? 0) / tableau[row][entering] }
            guard let least = candidates.map(ratio).min() else { return .unbounded }
            let leaving = candidates.filter { ratio($0) <= least + zero }.min { basis[$0] < basis[$1] }
            guard let leaving else { return .unbounded }
            pivot(leaving, entering)
        }
    }

    /// Artificial variables that are zero but in the basis make room for real ones.
    private mutating func driveOut() {
        for row in basis.indices where basis[row] >= variables {
            if let column = (0..<variables).first(where: { abs(tableau[row][$0]) > 1e-7 }) { pivot(row, column) }
        }
    }

    private mutating func pivot(_ row: Int, _ column: Int) {
        let factor = tableau[row][column]
        tableau[row] = tableau[row].map { $0 / factor }
        for other in tableau.indices where other != row {
            let multiple = tableau[other][column]
            if multiple == 0 { continue }
            for k in tableau[other].indices { tableau[other][k] -= multiple * tableau[row][k] }
        }
        basis[row] = column
    }
}

/// Scores straight from the definition, by the textbook simplex.
enum NaiveFrontier {
    /// β of the best point of the reference along the direction, with the mixture as a variable each.
    static func beta(
        of unit: Int, in units: Production, against reference: Production, _ returns: ReturnsToScale,
        _ direction: Direction, without: Int? = nil
    ) -> TextbookSimplex.Outcome {
        let peers = (0..<reference.units).filter { $0 != without }
        let inputs = units.inputs.row(unit)
        let outputs = units.outputs.row(unit)
        let (gx, gy) = vector(direction, inputs, outputs)
        let slacks = inputs.count + outputs.count + (returns == .constant || returns == .variable ? 0 : 1)
        var rows: [[Double]] = []
        func slack(_ row: Int, _ sign: Double) -> [Double] { (0..<slacks).map { $0 == row ? sign : 0 } }
        for i in inputs.indices {
            rows.append(peers.map { reference.inputs[$0, i] } + slack(i, 1) + [gx[i], -gx[i]])
        }
        for r in outputs.indices {
            rows.append(peers.map { reference.outputs[$0, r] } + slack(inputs.count + r, -1) + [-gy[r], gy[r]])
        }
        var values = inputs + outputs
        if returns != .constant {
            let sign: Double = returns == .nonIncreasing ? 1 : returns == .nonDecreasing ? -1 : 0
            rows.append(peers.map { _ in 1 } + slack(inputs.count + outputs.count, sign) + [0, 0])
            values.append(1)
        }
        let objective = [Double](repeating: 0, count: peers.count + slacks) + [1, -1]
        return TextbookSimplex.maximise(objective, rows, values)
    }

    private static func vector(
        _ direction: Direction, _ inputs: [Double], _ outputs: [Double]
    ) -> ([Double], [Double]) {
        switch direction {
        case .input: (inputs, outputs.map { _ in 0 })
        case .output: (inputs.map { _ in 0 }, outputs)
        case .proportional: (inputs, outputs)
        case .along(let x, let y): (x, y)
        }
    }
}
