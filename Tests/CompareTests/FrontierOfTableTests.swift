import Benchmarking
import Compare
import Testing

@Suite struct FrontierOfTableTests {
    /// Two villages with the same means; the second makes twice as much, and each has a best and a worse half.
    private func villages(_ first: Int = 30, _ second: Int = 30) throws -> UnitTable {
        var random = RandomStream(seed: 5)
        var inputs: [[Double]] = []
        var outputs: [[Double]] = []
        for unit in 0..<first + second {
            let land = 1 + 9 * random.uniform()
            let skill = 0.7 + 0.3 * random.uniform()
            inputs.append([land])
            outputs.append([land * skill * (unit < first ? 1 : 2)])
        }
        let groups = (0..<first + second).map { $0 < first ? "Hilir" : "Hulu" }
        return UnitTable(
            names: groups.indices.map { "petani \($0)" }, inputs: ["land"], outputs: ["rice"],
            production: try Production(inputs: Matrix(inputs), outputs: Matrix(outputs)), groups: groups)
    }

    private func answer(_ table: UnitTable, _ question: FrontierQuestion = .init()) throws -> FrontierAnswer {
        guard case .answered(let answer) = try table.frontier(for: question) else { throw Unanswered() }
        return answer
    }

    private struct Unanswered: Error {}

    @Test func `the village that makes half learns from the one that makes twice as much`() throws {
        let answer = try answer(villages())
        let hilir = answer.groups[0]
        #expect(hilir.advice == .learnElsewhere)
        #expect(abs((hilir.equalSizeRatio ?? 0) - 0.5) < 0.05)
        #expect(hilir.teachers.first?.group == 1)
        #expect((hilir.teachers.first?.share ?? 0) > 0.95)
        let hulu = answer.groups[1]
        #expect(hulu.advice == .learnAtHome)
        #expect(hulu.gapRatio == 1)
        #expect(hulu.teachers.map(\.group) == [1])
    }

    @Test func `home, elsewhere and everyone fit together`() throws {
        for unit in try answer(villages()).units {
            let product = try #require(unit.groupShare) * #require(unit.gapRatio)
            #expect(abs(product - (unit.share ?? 0)) < 1e-9)
            #expect((unit.share ?? 2) <= 1 + 1e-12)
            #expect((unit.targetOutputs?[0] ?? 0) > 0)
        }
    }

    @Test func `too few units are an outcome, too few in a group have no frontier of their own`() throws {
        guard case .tooFewUnits(let units, let least) = try villages(2, 3).frontier(for: .init()) else {
            Issue.record("five units are not enough")
            return
        }
        #expect(units == 5 && least == 6)
        let uneven = try answer(villages(4, 30))
        #expect(uneven.groups[0].advice == .tooFewUnits(least: 6))
        #expect(uneven.groups[0].homeShare == nil)
        #expect(uneven.groups[1].homeShare != nil)
        #expect(uneven.units[0].share != nil)
        #expect(uneven.units[0].groupShare == nil)
    }

    @Test func `the same question gives the same answer on one thread and two`() throws {
        let table = try villages()
        let question = FrontierQuestion(bootstrap: 100, seed: 9)
        guard case .answered(let one) = try table.frontier(for: question, Computation(threads: 1)),
            case .answered(let two) = try table.frontier(for: question, Computation(threads: 2))
        else { throw Unanswered() }
        #expect(one.units.map(\.interval) == two.units.map(\.interval))
        #expect(one.groups.map(\.equalSizeInterval) == two.groups.map(\.equalSizeInterval))
        #expect(one.units.allSatisfy { ($0.interval?.upperBound ?? 2) <= ($0.share ?? 0) + 1e-9 })
    }

    @Test func `without mixtures every peer is one unit that exists`() throws {
        let answer = try answer(villages(), FrontierQuestion(technology: .seenOnly))
        #expect(answer.units.allSatisfy { $0.peers.count == 1 && $0.peers[0].weight == 1 })
        #expect(answer.worstResidual == nil)
    }

    @Test func `a bootstrap out of range, or where there is none, is refused`() throws {
        let table = try villages()
        #expect(throws: FrontierRefusal.bootstrap(7)) { try table.frontier(for: .init(bootstrap: 7)) }
        #expect(throws: FrontierRefusal.bootstrapWithoutMixtures) {
            try table.frontier(for: .init(technology: .seenOnly, bootstrap: 1000))
        }
        let many = try villages(2000, 2000)
        #expect(throws: FrontierRefusal.bootstrapTooLarge(most: FrontierQuestion.mostReplicatedFigures / 4000)) {
            try many.frontier(for: .init(bootstrap: 100_000))
        }
        #expect(throws: FrontierRefusal.stopped) {
            try table.frontier(for: .init(), Computation(isStopped: { true }))
        }
    }
}
