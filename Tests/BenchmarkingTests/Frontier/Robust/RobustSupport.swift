import Benchmarking
import Testing

func production(_ inputs: [[Double]], _ outputs: [[Double]]) throws -> Production {
    try Production(inputs: Matrix(inputs), outputs: Matrix(outputs))
}

/// Units with two inputs and two outputs, one figure in six zero but for the first column of each.
func randomUnits(_ count: Int, seed: UInt64) throws -> Production {
    try production(
        randomFigures(rows: count, columns: 2, seed: seed), randomFigures(rows: count, columns: 2, seed: seed + 1))
}

func scores(
    _ units: Production, _ method: RobustMethod, _ orientation: RadialOrientation, threads: Int = 2
) throws -> [RobustScore] {
    try RobustFrontier(units, RobustRecipe(method, orientation)).scores(Computation(threads: threads)).scores
}

/// The comparable rows of the definition, with their ratios, by the plainest loop.
func naiveRatios(of unit: Int, in p: Production, _ orientation: RadialOrientation) -> [(row: Int, ratio: Double)] {
    let (x, y) = (p.inputs, p.outputs)
    return (0..<p.units).compactMap { row in
        switch orientation {
        case .output:
            guard (0..<x.columns).allSatisfy({ x[row, $0] <= x[unit, $0] }) else { return nil }
            let made = (0..<y.columns).filter { y[unit, $0] > 0 }
            return made.map { y[row, $0] / y[unit, $0] }.min().map { (row, $0) }
        case .input:
            guard (0..<y.columns).allSatisfy({ y[row, $0] >= y[unit, $0] }) else { return nil }
            let used = (0..<x.columns).filter { x[unit, $0] > 0 }
            let unused = (0..<x.columns).filter { x[unit, $0] == 0 }
            guard unused.allSatisfy({ x[row, $0] == 0 }) else { return nil }
            return used.map { x[row, $0] / x[unit, $0] }.max().map { (row, $0) }
        }
    }
}

let bothOrientations = [RadialOrientation.input, .output]
