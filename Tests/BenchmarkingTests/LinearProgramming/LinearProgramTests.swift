import Benchmarking
import Testing

struct LinearProgramTests {
    @Test func `Dantzig's first example: two products, three workshops`() throws {
        // max 3x + 5y; x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18 (Hillier & Lieberman's Wyndor Glass).
        var program = LinearProgram(maximising: [3, 5])
        program.require([1, 0], .atMost, 4)
        program.require([0, 2], .atMost, 12)
        program.require([3, 2], .atMost, 18)
        let solution = try program.optimum()
        #expect(solution.values.areClose(to: [2, 6]))
        #expect(solution.objective.isClose(to: 36, within: 1e-12))
        #expect(solution.duals.areClose(to: [0, 1.5, 1]))
        #expect(solution.reducedCosts.areClose(to: [0, 0]))
    }

    @Test func `a diet: the least cost of at least so much of each nutrient`() throws {
        // min 0.6a + 0.35b; 5a + 7b ≥ 8, 4a + 2b ≥ 15, 2a + b ≥ 3: a alone, 15/4 of it.
        var program = LinearProgram(maximising: [-0.6, -0.35])
        program.require([5, 7], .atLeast, 8)
        program.require([4, 2], .atLeast, 15)
        program.require([2, 1], .atLeast, 3)
        let solution = try program.optimum()
        #expect(solution.values.areClose(to: [3.75, 0]))
        #expect(solution.objective.isClose(to: -2.25, within: 1e-12))
        #expect(solution.duals.areClose(to: [0, -0.15, 0]))
    }

    @Test func `a transport plan ships all at the least cost`() throws {
        // Two plants (20, 30), three markets (10, 25, 15), cost per unit by row; hand-solved: 8·5 + … = 150.
        let costs: [Double] = [2, 3, 1, 5, 4, 8]
        var program = LinearProgram(maximising: costs.map { -$0 })
        program.require([1, 1, 1, 0, 0, 0], .equal, 20)
        program.require([0, 0, 0, 1, 1, 1], .equal, 30)
        for (market, demand) in [10.0, 25, 15].enumerated() {
            program.require([(market, 1), (market + 3, 1)], .equal, demand)
        }
        let solution = try program.optimum()
        // Market 3 wholly from plant 1 (15), its last 5 to market 1; plant 2 gives 5 and 25.
        #expect(solution.values.areClose(to: [5, 0, 15, 5, 25, 0]))
        #expect(solution.objective.isClose(to: -150, within: 1e-11))
    }

    @Test func `bounds, boxes and free variables are kept`() throws {
        var program = LinearProgram(maximising: [1, -1, 2, 1])
        program.bound(0, -5 ... -2)
        program.bound(1, -.infinity ... .infinity)
        program.bound(2, -.infinity...4)
        program.bound(3, 7...7)
        program.require([1, 1, 1, 0], .atLeast, 0)
        program.require([0, 1, 0, 1], .atMost, 100)
        let solution = try program.optimum()
        // x₁ = −2, x₃ = 4, so x₂ ≥ −2; x₄ is fixed.
        #expect(solution.values.areClose(to: [-2, -2, 4, 7]))
        #expect(solution.objective.isClose(to: 15, within: 1e-12))
    }

    @Test func `a program without rows stands at its bounds`() throws {
        var program = LinearProgram(maximising: [1, -1, 0])
        program.bound(0, 0...3)
        #expect(try program.optimum().values == [3, 0, 0])
        program.bound(0, 0 ... .infinity)
        #expect(program.solve() == .unbounded)
        #expect(try LinearProgram(maximising: []).optimum().objective == 0)
    }

    @Test func `Beale's example does not cycle`() throws {
        // Beale (1955): Dantzig's rule with the first of equal ratios returns to its start after six pivots.
        var program = LinearProgram(maximising: [0.75, -20, 0.5, -6])
        program.require([0.25, -8, -1, 9], .atMost, 0)
        program.require([0.5, -12, -0.5, 3], .atMost, 0)
        program.require([0, 0, 1, 0], .atMost, 1)
        let solution = try program.optimum()
        #expect(solution.objective.isClose(to: 1.25, within: 1e-12))
        #expect(solution.values.areClose(to: [1, 0, 1, 0]))
    }

    @Test func `Kuhn's example does not cycle`() throws {
        // Kuhn's program as in Balinski & Tucker (1969): minimum −2 at (2, 0, 2, 0).
        var program = LinearProgram(maximising: [2, 3, -1, -12])
        program.require([-2, -9, 1, 9], .atMost, 0)
        program.require([1.0 / 3, 1, -1.0 / 3, -2], .atMost, 0)
        program.require([2, 3, -1, -12], .atMost, 2)
        let solution = try program.optimum()
        #expect(solution.objective.isClose(to: 2, within: 1e-12))
    }

    @Test func `the cube that Klee and Minty bent is solved`() throws {
        let n = 8
        var program = LinearProgram(maximising: (0..<n).map { Double(1 << (n - 1 - $0)) })
        for i in 0..<n {
            let row = (0..<n).map { j in j < i ? Double(1 << (i - j + 1)) : (j == i ? 1 : 0) }
            program.require(row, .atMost, Double((0...i).reduce(1) { product, _ in product * 5 }))
        }
        let solution = try program.optimum()
        #expect(solution.objective.isClose(to: 390_625, within: 1e-6))  // 5⁸; 1e-6 of 4e5 is 3e-12
    }

    @Test func `rows that say the same twice do no harm`() throws {
        var program = LinearProgram(maximising: [1, 2, 3])
        program.require([1, 1, 1], .equal, 6)
        program.require([2, 2, 2], .equal, 12)
        program.require([1, -1, 0], .equal, 0)
        program.require([3, 1, 2], .equal, 12)  // the sum of all but the second
        program.require([0, 0, 0], .equal, 0)
        program.bound(2, 0...2)
        let solution = try program.optimum()
        #expect(solution.values.areClose(to: [2, 2, 2]))
        program.require([1, 1, 1], .equal, 6.001)
        #expect(program.solve() == .infeasible)
    }

    @Test func `rows that contradict each other are infeasible`() {
        var program = LinearProgram(maximising: [1, 1])
        program.require([1, 1], .atMost, 1)
        program.require([1, 1], .atLeast, 1.01)
        #expect(program.solve() == .infeasible)
        var nothing = LinearProgram(maximising: [0])
        nothing.require([0], .atLeast, 1)
        #expect(nothing.solve() == .infeasible)
        var negative = LinearProgram(maximising: [1])
        negative.require([1], .atMost, -1)
        #expect(negative.solve() == .infeasible)
    }

    @Test func `what has no end is unbounded`() {
        var program = LinearProgram(maximising: [1, 0])
        program.require([1, -1], .atMost, 3)
        #expect(program.solve() == .unbounded)
        program.bound(1, 0...10)
        #expect(program.solve() != .unbounded)
    }

    @Test func `numbers that are none are not solved`() {
        #expect(LinearProgram(maximising: [.nan]).solve() == .notSolved)
        var program = LinearProgram(maximising: [1])
        program.require([1], .atMost, .infinity)
        #expect(program.solve() == .notSolved)
        program = LinearProgram(maximising: [1])
        program.require([.infinity], .atMost, 1)
        #expect(program.solve() == .notSolved)
    }

    @Test func `a variable named twice in a row counts with the sum`() throws {
        var program = LinearProgram(maximising: [1, 1])
        program.require([(0, 1), (1, 1), (0, 2)], .atMost, 6)
        program.bound(1, 0...0)
        #expect(try program.optimum().values.areClose(to: [2, 0]))
    }

    @Test func `the objective may be replaced and the rows stay`() throws {
        var program = LinearProgram(maximising: [1, 0])
        program.require([1, 1], .atMost, 5)
        #expect(try program.optimum().values.areClose(to: [5, 0]))
        program.objective = [0, 1]
        #expect(try program.optimum().values.areClose(to: [0, 5]))
    }
}

extension LinearProgram {
    func optimum() throws -> LinearSolution {
        guard case .optimal(let solution) = solve() else {
            Issue.record("no optimum: \(solve())")
            throw NoOptimum()
        }
        return solution
    }

    private struct NoOptimum: Error {}
}

extension [Double] {
    func areClose(to others: [Double]) -> Bool {
        count == others.count && zip(self, others).allSatisfy { $0.isClose(to: $1, within: 1e-10) }
    }
}
