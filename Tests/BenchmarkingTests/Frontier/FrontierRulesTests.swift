import Benchmarking
import Testing

/// Tables of small whole numbers, so that ties, duplicates and zeros abound.
func degenerateProduction(units: Int, inputs: Int, outputs: Int, seed: UInt64) throws -> Production {
    var random = RandomStream(seed: seed)
    func table(_ columns: Int, least: Int) -> [[Double]] {
        (0..<units).map { _ in (0..<columns).map { _ in Double(random.index(below: 6 - least) + least) } }
    }
    var made = table(outputs, least: 0)
    for output in 0..<outputs { made[0][output] = 3 }
    return try Production(inputs: Matrix(table(inputs, least: 1)), outputs: Matrix(made))
}

/// Smooth tables: a technology, inefficiency, several orders of size.
func smoothProduction(units: Int, inputs: Int, outputs: Int, seed: UInt64) throws -> Production {
    var random = RandomStream(seed: seed)
    var used: [[Double]] = []
    var made: [[Double]] = []
    for _ in 0..<units {
        let x = (0..<inputs).map { _ in 1 + 99 * random.uniform() }
        let level = x.reduce(1) { $0 * $1.squareRoot() } * (0.5 + random.uniform() / 2)
        used.append(x)
        made.append((0..<outputs).map { _ in level * (0.1 + random.uniform()) })
    }
    return try Production(inputs: Matrix(used), outputs: Matrix(made))
}

@Suite struct FrontierRulesTests {
    static let directions: [Direction] = [.input, .output, .proportional]

    @Test(arguments: ReturnsToScale.allCases)
    func `scores equal the textbook simplex on thousands of small tables full of ties`(
        returns: ReturnsToScale
    ) throws {
        for seed in 0..<60 {
            let shape = [(1, 1), (2, 1), (1, 2), (2, 2), (3, 2), (2, 3)][seed % 6]
            let production = try degenerateProduction(
                units: 4 + seed % 9, inputs: shape.0, outputs: shape.1, seed: UInt64(seed))
            for direction in Self.directions {
                try expectTextbook(production, returns, direction)
            }
        }
    }

    @Test(arguments: ReturnsToScale.allCases)
    func `scores equal the textbook simplex on smooth tables`(returns: ReturnsToScale) throws {
        for seed in 0..<12 {
            let production = try smoothProduction(
                units: 10 + seed, inputs: 1 + seed % 4, outputs: 1 + seed % 3, seed: UInt64(seed))
            for direction in Self.directions { try expectTextbook(production, returns, direction) }
        }
    }

    private func expectTextbook(_ production: Production, _ returns: ReturnsToScale, _ direction: Direction) throws {
        let frontier = try Frontier(of: production, returns: returns)
        let usual = try frontier.scores(direction)
        let alone = try frontier.superEfficiency(direction)
        for unit in 0..<production.units {
            if direction == .output, production.outputs.row(unit).allSatisfy({ $0 == 0 }) {
                #expect(usual[unit].outcome == .noDirection)
                continue
            }
            expect(usual[unit], NaiveFrontier.beta(of: unit, in: production, against: production, returns, direction))
            expect(
                alone[unit],
                NaiveFrontier.beta(of: unit, in: production, against: production, returns, direction, without: unit))
            let audit = frontier.audit(usual[unit], of: unit, in: production, direction)
            #expect(audit?.isProof == true, "unit \(unit) of \(production)")
        }
    }

    private func expect(_ score: FrontierScore, _ naive: TextbookSimplex.Outcome) {
        switch naive {
        case .optimal(let beta):
            #expect((score.beta).isClose(to: beta, within: 1e-8 * max(1, abs(beta))), "\(score) \(naive)")
        case .infeasible: #expect(score.outcome == .infeasible, "\(score)")
        case .unbounded: #expect(score.outcome == .notSolved, "\(score)")
        }
    }

    @Test(arguments: ReturnsToScale.allCases)
    func `units of measure change nothing`(returns: ReturnsToScale) throws {
        let production = try smoothProduction(units: 60, inputs: 3, outputs: 2, seed: 5)
        let factors = [1e-12, 1e6, 1e12, 1e9, 1e-7]
        let inputs = (0..<60).map { unit in (0..<3).map { production.inputs[unit, $0] * factors[$0] } }
        let outputs = (0..<60).map { unit in (0..<2).map { production.outputs[unit, $0] * factors[3 + $0] } }
        let other = try Production(inputs: Matrix(inputs), outputs: Matrix(outputs))
        for direction in Self.directions {
            let one = try Frontier(of: production, returns: returns).scores(direction).values
            let two = try Frontier(of: other, returns: returns).scores(direction).values
            expectEqual(one, two, within: 1e-9)
        }
    }

    @Test func `the order of the units and the number of threads change nothing`() throws {
        let production = try smoothProduction(units: 700, inputs: 2, outputs: 2, seed: 8)
        let order = Array((0..<700).reversed())
        let one = try Frontier(of: production, returns: .variable, Computation(threads: 1))
        let two = try Frontier(of: production, returns: .variable, Computation(threads: 2))
        let scores = try one.scores(.output, Computation(threads: 1))
        let again = try two.scores(.output, Computation(threads: 2))
        #expect(scores.values == again.values)
        #expect((0..<700).allSatisfy { scores[$0] == again[$0] })
        let turned = try Frontier(of: production.choosing(order), returns: .variable).scores(.output)
        expectEqual(order.map { scores.values[$0] }, turned.values, within: 1e-10)
    }

    @Test func `duplicates and what lies inside change nobody's score`() throws {
        let production = try smoothProduction(units: 80, inputs: 2, outputs: 1, seed: 3)
        let frontier = try Frontier(of: production, returns: .variable)
        let scores = try frontier.scores(.output).values
        let doubled = production.choosing(Array(0..<80) + Array(0..<80))
        let twice = try Frontier(of: doubled, returns: .variable)
        #expect(twice.frame.count <= frontier.frame.count + 5)
        try expectEqual(twice.scores(.output).values, scores + scores, within: 1e-10)
        let carriers = production.choosing(frontier.frame)
        let few = try Frontier(of: carriers, returns: .variable).scores(of: production, .output).values
        expectEqual(few, scores, within: 1e-10)
    }

    @Test func `one more unit never brings anybody nearer to the frontier`() throws {
        let production = try smoothProduction(units: 60, inputs: 2, outputs: 2, seed: 11)
        for returns in ReturnsToScale.allCases {
            let fewer = try Frontier(of: production.choosing(Array(0..<40)), returns: returns)
            let all = try Frontier(of: production, returns: returns)
            let before = try fewer.scores(.output).values
            let after = try all.scores(.output).values
            for unit in 0..<40 { #expect((after[unit] ?? 0) >= (before[unit] ?? 0) - 1e-10) }
        }
    }

    @Test func `constant returns ask most, variable returns least, the others lie between`() throws {
        let production = try smoothProduction(units: 90, inputs: 2, outputs: 2, seed: 21)
        let scores = try Dictionary(
            uniqueKeysWithValues: ReturnsToScale.allCases.map { returns in
                (returns, try Frontier(of: production, returns: returns).scores(.output).values.map { $0 ?? 0 })
            })
        let constant = try #require(scores[.constant])
        let variable = try #require(scores[.variable])
        for unit in 0..<90 {
            for between in [ReturnsToScale.nonIncreasing, .nonDecreasing] {
                let score = scores[between]?[unit] ?? 0
                #expect(score <= constant[unit] + 1e-10)
                #expect(score >= variable[unit] - 1e-10)
            }
            let larger = max(scores[.nonIncreasing]?[unit] ?? 0, scores[.nonDecreasing]?[unit] ?? 0)
            #expect(larger.isClose(to: constant[unit], within: 1e-9))
        }
    }

    @Test func `without mixtures nobody is further from the best than with them`() throws {
        let production = try smoothProduction(units: 90, inputs: 2, outputs: 2, seed: 22)
        let mixtures = try Frontier(of: production, returns: .variable).scores(.output).values
        let seen = try RobustFrontier.freeDisposalHull(of: production, .output).scores().scores
        for unit in 0..<90 { #expect((seen[unit].score ?? 9) <= (mixtures[unit] ?? 0) + 1e-10) }
    }

    @Test func `under constant returns the two radial scores are each other's inverse`() throws {
        let production = try smoothProduction(units: 50, inputs: 3, outputs: 2, seed: 2)
        let frontier = try Frontier(of: production, returns: .constant)
        let inputs = try frontier.scores(.input).values
        let outputs = try frontier.scores(.output).values
        for unit in 0..<50 { #expect(((inputs[unit] ?? 0) * (outputs[unit] ?? 0)).isClose(to: 1, within: 1e-9)) }
    }

    @Test func `a frontier cut into many parts is the frontier`() throws {
        let production = try smoothProduction(units: 9000, inputs: 2, outputs: 1, seed: 31)
        let frontier = try Frontier(of: production, returns: .variable)
        let scores = try frontier.scores(.output)
        let efficient = (0..<9000).filter { (scores.values[$0] ?? 9) < 1 + 1e-9 }
        #expect(Set(efficient).isSubset(of: frontier.frame))
        #expect(frontier.frame.count <= efficient.count + 10)
        for unit in stride(from: 0, to: 9000, by: 499) {
            #expect(frontier.audit(scores[unit], of: unit, in: production, .output)?.isProof == true)
        }
    }

    @Test func `work that is told to stop gives nothing`() throws {
        let production = try smoothProduction(units: 500, inputs: 2, outputs: 1, seed: 1)
        #expect(throws: Stopped()) {
            try Frontier(of: production, returns: .variable, Computation(isStopped: { true }))
        }
    }
}
