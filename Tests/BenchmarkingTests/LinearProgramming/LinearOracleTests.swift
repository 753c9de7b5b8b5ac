import Benchmarking
import Foundation
import Testing

/// Programs with known numbers, so that a test can check what `LinearProgram` keeps to itself.
struct PlainProgram {
    var objective: [Double]
    var rows: [(coefficients: [Double], relation: LinearProgram.Relation, value: Double)]
    var bounds: [ClosedRange<Double>]

    var program: LinearProgram {
        var program = LinearProgram(maximising: objective)
        for (j, range) in bounds.enumerated() { program.bound(j, range) }
        for row in rows { program.require(row.coefficients, row.relation, row.value) }
        return program
    }

    /// Small whole numbers, many of them zero: ties, degenerate corners and repeated rows are common.
    static func random(rows: Int, columns: Int, seed: UInt64) -> PlainProgram {
        var random = RandomStream(seed: seed)
        func small(_ range: ClosedRange<Int>, _ random: inout RandomStream) -> Double {
            Double(Int.random(in: range, using: &random))
        }
        let relations: [LinearProgram.Relation] = [.atMost, .atMost, .atLeast, .equal]
        var table: [(coefficients: [Double], relation: LinearProgram.Relation, value: Double)] = []
        for _ in 0..<rows {
            let coefficients = (0..<columns).map { _ in max(-2, small(-4...3, &random)) }
            table.append((coefficients, relations[random.index(below: 4)], small(-3...6, &random)))
        }
        if rows > 1, random.index(below: 4) == 0 { table[0].coefficients = table[1].coefficients }
        let bounds: [ClosedRange<Double>] = (0..<columns).map { _ in
            switch random.index(below: 6) {
            case 0: 0...small(0...4, &random)
            case 1: -2...3
            case 2: -.infinity...small(-1...5, &random)
            case 3: random.index(below: 3) == 0 ? -.infinity ... .infinity : 0...9
            default: 0 ... .infinity
            }
        }
        return PlainProgram(
            objective: (0..<columns).map { _ in small(-3...3, &random) }, rows: table, bounds: bounds)
    }

    /// The rows and bounds in other units; the objective stays the same number.
    func rescaled(rows rowUnits: [Double], columns units: [Double]) -> PlainProgram {
        PlainProgram(
            objective: zip(objective, units).map { $0 * $1 },
            rows: zip(rows, rowUnits).map { row, unit in
                (zip(row.coefficients, units).map { $0 * $1 * unit }, row.relation, row.value * unit)
            },
            bounds: zip(bounds, units).map { ($0.lowerBound / $1)...($0.upperBound / $1) })
    }
}

/// Slow and plain: every corner is where as many independent rows and bounds hold with equality as there are
/// variables. A box of ±1e4 makes sure that there is a corner; an optimum on the box is no optimum at all.
struct CornerOracle {
    enum Answer: Equatable {
        case optimal(Double)
        case infeasible, unbounded
    }
    private static let far = 1e4

    let program: PlainProgram

    func answer() -> Answer {
        let n = program.objective.count
        var planes: [(normal: [Double], value: Double)] = program.rows.map { ($0.coefficients, $0.value) }
        for j in 0..<n {
            let unit = (0..<n).map { $0 == j ? 1.0 : 0 }
            for end in Set([lower(j), upper(j)]) { planes.append((unit, end)) }
        }
        var best: (value: Double, isFar: Bool)?
        forEachChoice(of: n, among: planes.count) { chosen in
            guard let x = solve(chosen.map { planes[$0] }), isFeasible(x) else { return }
            let value = zip(program.objective, x).reduce(0) { $0 + $1.0 * $1.1 }
            let isFar = value > 3000
            if value > (best?.value ?? -.infinity) { best = (value, isFar) }
        }
        guard let best else { return .infeasible }
        return best.isFar ? .unbounded : .optimal(best.value)
    }

    private func lower(_ j: Int) -> Double { max(-Self.far, program.bounds[j].lowerBound) }
    private func upper(_ j: Int) -> Double { min(Self.far, program.bounds[j].upperBound) }

    private func isFeasible(_ x: [Double]) -> Bool {
        let inside = x.indices.allSatisfy { x[$0] >= lower($0) - 1e-7 && x[$0] <= upper($0) + 1e-7 }
        return inside
            && program.rows.allSatisfy { row in
                let left = zip(row.coefficients, x).reduce(0) { $0 + $1.0 * $1.1 }
                switch row.relation {
                case .atMost: return left <= row.value + 1e-7
                case .atLeast: return left >= row.value - 1e-7
                case .equal: return abs(left - row.value) <= 1e-7
                }
            }
    }

    /// Gaussian elimination; `nil` when the planes do not meet in one point.
    private func solve(_ planes: [(normal: [Double], value: Double)]) -> [Double]? {
        let n = planes.count
        var table = planes.map { $0.normal + [$0.value] }
        for k in 0..<n {
            guard let pivot = (k..<n).max(by: { abs(table[$0][k]) < abs(table[$1][k]) }), abs(table[pivot][k]) > 1e-9
            else { return nil }
            table.swapAt(k, pivot)
            for i in 0..<n where i != k && table[i][k] != 0 {
                let factor = table[i][k] / table[k][k]
                for j in k...n { table[i][j] -= factor * table[k][j] }
            }
        }
        return (0..<n).map { table[$0][n] / table[$0][$0] }
    }

    private func forEachChoice(of size: Int, among count: Int, _ body: ([Int]) -> Void) {
        func extend(_ chosen: [Int], from start: Int) {
            if chosen.count == size { return body(chosen) }
            for next in start..<max(start, count - (size - chosen.count) + 1) {
                extend(chosen + [next], from: next + 1)
            }
        }
        extend([], from: 0)
    }
}

struct LinearOracleTests {
    @Test(arguments: 0..<8)
    func `thousands of small programs end as their corners say`(batch: Int) {
        for k in 0..<400 {
            let seed = UInt64(batch * 400 + k)
            var random = RandomStream(seed: seed, piece: 1)
            let plain = PlainProgram.random(
                rows: 1 + random.index(below: 4), columns: 1 + random.index(below: 4), seed: seed)
            let oracle = CornerOracle(program: plain).answer()
            switch (plain.program.solve(), oracle) {
            case (.optimal(let solution), .optimal(let value)):
                #expect(solution.objective.isClose(to: value, within: 1e-8), "seed \(seed)")
                checkCertificate(solution, of: plain, seed)
            case (.infeasible, .infeasible), (.unbounded, .unbounded): break
            case (let found, let expected): Issue.record("seed \(seed): \(found) is not \(expected)")
            }
        }
    }

    @Test func `four rows and seven columns end as their corners say`() {
        for seed in 10_000..<10_005 as Range<UInt64> {
            var plain = PlainProgram.random(rows: 4, columns: 7, seed: seed)
            plain.bounds = plain.bounds.map { _ in 0...5 }
            let oracle = CornerOracle(program: plain).answer()
            switch (plain.program.solve(), oracle) {
            case (.optimal(let solution), .optimal(let value)):
                #expect(solution.objective.isClose(to: value, within: 1e-8), "seed \(seed)")
            case (.infeasible, .infeasible): break
            case (let found, let expected): Issue.record("seed \(seed): \(found) is not \(expected)")
            }
        }
    }

    @Test func `programs of many rows prove their optimum, in any unit the same`() throws {
        for seed in 20_000..<20_010 as Range<UInt64> {
            let plain = PlainProgram.largeFeasible(rows: 30, columns: 60, seed: seed)
            let solution = try plain.program.optimum()
            checkCertificate(solution, of: plain, seed)
            var random = RandomStream(seed: seed, piece: 2)
            let columns = plain.bounds.map { _ in pow(10, Double(random.index(below: 13)) - 6) }
            let rows = plain.rows.map { _ in pow(10, Double(random.index(below: 13)) - 6) }
            let other = try plain.rescaled(rows: rows, columns: columns).program.optimum()
            let scale = max(1, abs(solution.objective))
            #expect(other.objective.isClose(to: solution.objective, within: 1e-9 * scale), "seed \(seed)")
        }
    }

    @Test func `small programs in awkward units end the same way`() {
        for seed in 0..<400 as Range<UInt64> {
            let plain = PlainProgram.random(rows: 4, columns: 4, seed: seed)
            let awkward = plain.rescaled(rows: [1e-3, 7e5, 1, 1e-7], columns: [1e9, 1e-2, 3, 1e4])
            switch (plain.program.solve(), awkward.program.solve()) {
            case (.optimal(let one), .optimal(let other)):
                #expect(one.objective.isClose(to: other.objective, within: 1e-8), "seed \(seed)")
            case (let one, let other): #expect(one == other, "seed \(seed)")
            }
        }
    }

    /// Residuals and gap from the numbers themselves, and what signs the duals must have.
    private func checkCertificate(_ solution: LinearSolution, of plain: PlainProgram, _ seed: UInt64) {
        var bound = 0.0
        for (dual, row) in zip(solution.duals, plain.rows) {
            let left = zip(row.coefficients, solution.values).reduce(0) { $0 + $1.0 * $1.1 }
            switch row.relation {
            case .atMost: #expect(left <= row.value + 1e-8 && dual >= 0, "seed \(seed)")
            case .atLeast: #expect(left >= row.value - 1e-8 && dual <= 0, "seed \(seed)")
            case .equal: #expect(left.isClose(to: row.value, within: 1e-8), "seed \(seed)")
            }
            bound += dual * row.value
        }
        for (j, range) in plain.bounds.enumerated() {
            #expect(range.contains(solution.values[j]), "seed \(seed)")
            let explained = zip(solution.duals, plain.rows).reduce(0) { $0 + $1.0 * $1.1.coefficients[j] }
            let cost = plain.objective[j] - explained
            #expect(cost.isClose(to: solution.reducedCosts[j], within: 1e-9), "seed \(seed)")
            let end = cost > 0 ? range.upperBound : range.lowerBound
            if end.isFinite { bound += cost * end } else { #expect(abs(cost) <= 1e-8, "seed \(seed)") }
        }
        let scale = max(1, abs(solution.objective))
        #expect(bound.isClose(to: solution.objective, within: 1e-8 * scale), "seed \(seed)")
    }
}

extension PlainProgram {
    /// Feasible by construction: every row holds at a random point, half of them with equality.
    static func largeFeasible(rows: Int, columns: Int, seed: UInt64) -> PlainProgram {
        var random = RandomStream(seed: seed)
        let point = (0..<columns).map { _ in random.index(below: 2) == 0 ? 0 : random.uniform() * 5 }
        var table: [(coefficients: [Double], relation: LinearProgram.Relation, value: Double)] = []
        for i in 0..<rows {
            let coefficients = (0..<columns).map { _ in random.index(below: 3) == 0 ? random.normal() : 0 }
            let left = zip(coefficients, point).reduce(0) { $0 + $1.0 * $1.1 }
            switch i % 4 {
            case 0: table.append((coefficients, .equal, left))
            case 1: table.append((coefficients, .atMost, left))
            case 2: table.append((coefficients, .atMost, left + 1))
            default: table.append((coefficients, .atLeast, left - 1))
            }
        }
        return PlainProgram(
            objective: (0..<columns).map { _ in random.normal() }, rows: table,
            bounds: [ClosedRange<Double>](repeating: 0...10, count: columns))
    }
}
