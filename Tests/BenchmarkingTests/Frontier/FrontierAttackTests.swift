import Benchmarking
import Testing

/// Tables that once brought out a wrong figure, or none where there is one.
@Suite struct FrontierAttackTests {
    private func production(_ inputs: [[Double]], _ outputs: [[Double]]) throws -> Production {
        try Production(inputs: Matrix(inputs), outputs: Matrix(outputs))
    }

    @Test func `prices at which the direction is worth nothing prove nothing`() throws {
        let reference = try production(
            [[2, 2], [5, 2], [4, 1], [2, 1], [1, 5], [2, 5]], [[3], [5], [2], [4], [3], [5]])
        let units = try production([[1e6, 0], [0, 4_246_177.948979343]], [[0], [1.1070884753388566]])
        let frontier = try Frontier(of: reference, returns: .constant)
        let score = try frontier.scores(of: units, .proportional)[0]
        #expect(score.outcome != .solved || score.beta.isClose(to: 1, within: 1e-8))
    }

    @Test(arguments: [1e-15, 1e-9, 1e-3, 1, 1e6, 1e12, 1e15])
    func `a longer direction is gone less often, and nothing else changes`(length: Double) throws {
        let table = try production([[1, 2], [2, 1], [3, 3], [4, 5], [2, 2.5]], [[1], [1], [2], [1.5], [1.1]])
        let frontier = try Frontier(of: table, returns: .variable)
        let unitLength = try frontier.scores(.along(inputs: [1, 1], outputs: [1])).values
        let scores = try frontier.scores(.along(inputs: [length, length], outputs: [length])).values
        expectEqual(scores.map { $0.map { $0 * length } }, unitLength, within: 1e-9)
    }

    @Test func `a row that asks for nothing is no miss`() throws {
        let table = try production([[0, 2.2], [4.1, 0]], [[0.99], [1.3]])
        let scores = try Frontier(of: table, returns: .nonIncreasing).scores(.along(inputs: [0, 1.1], outputs: [0]))
        #expect(scores.values[1].isClose(to: 0, within: 1e-9))
    }

    @Test func `a wide table's unit is set against the others when it is left out`() throws {
        let table = try production([[0.5], [200]], [[0.002], [3000]])
        let scores = try Frontier(of: table, returns: .nonDecreasing).superEfficiency(.proportional)
        #expect(scores.values[0].isClose(to: -399, within: 1e-6))
        #expect(scores.outcomes[1] == .solved)
    }

    @Test func `one unit without itself has nobody to be set against`() throws {
        let table = try production([[1]], [[1]])
        #expect(try Frontier(of: table, returns: .variable).superEfficiency(.output).outcomes == [.infeasible])
    }

    @Test func `a unit far outside is reached by shrinking what it makes`() throws {
        let reference = try production([[1], [2]], [[1], [2]])
        let units = try production([[1]], [[1e6]])
        let scores = try Frontier(of: reference, returns: .variable).scores(of: units, .output)
        #expect(scores.values[0].isClose(to: 1e-6, within: 1e-12))
    }

    @Test func `columns that cannot be added up are refused`() throws {
        #expect(throws: ProductionError.immeasurableInput(input: 0)) {
            try production([[1e308], [1.5e308], [1e308]], [[1], [2], [3]])
        }
        #expect(throws: ProductionError.immeasurableOutput(output: 0)) { try production([[1], [2]], [[5e-324], [0]]) }
    }

    @Test func `almost equal rays do not make a frontier unit look beaten, or one beyond it`() throws {
        for seed in 0..<40 {
            var random = RandomStream(seed: UInt64(seed))
            let rays = (0..<17).map { _ in 1 + 1e-9 * random.uniform() }
            let sizes = (0..<17).map { _ in 1 + 9 * random.uniform() }
            let table = try production(
                rays.indices.map { [sizes[$0]] }, rays.indices.map { [sizes[$0] * rays[$0], sizes[$0]] })
            let frontier = try Frontier(of: table, returns: .variable)
            let scores = try frontier.scores(.output)
            for unit in 0..<17 where scores[unit].outcome == .solved {
                #expect(frontier.audit(scores[unit], of: unit, in: table, .output)?.isProof == true)
                #expect((scores.values[unit] ?? 0) > 1 - 1e-8)
            }
        }
    }

    @Test func `slacks of unlike columns are found in raw figures too`() throws {
        let plain = try smoothProduction(units: 60, inputs: 2, outputs: 1, seed: 14)
        let inputs = (0..<60).map { [plain.inputs[$0, 0] * 1e9, plain.inputs[$0, 1]] }
        let table = try production(inputs, (0..<60).map { plain.outputs.row($0) })
        let frontier = try Frontier(of: table, returns: .variable)
        let slacks = try frontier.slacks(after: frontier.scores(.output), of: table, by: .raw)
        #expect(slacks.allSatisfy { $0 != nil })
        #expect(slacks.allSatisfy { $0?.targetInputs.allSatisfy { $0 >= 0 } == true })
    }
}
