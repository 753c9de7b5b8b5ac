import Benchmarking
import Foundation
import Testing

@Suite struct ComparabilityTests {
    @Test func `too few units are an outcome, with the number the rule asks for`() {
        #expect(Comparability(units: 14, inputs: 3, outputs: 2) == .tooFew(units: 14, least: 15))
        #expect(Comparability(units: 1, inputs: 1, outputs: 1) == .tooFew(units: 1, least: 6))
        #expect(Comparability(units: 29, inputs: 10, outputs: 3) == .tooFew(units: 29, least: 39))
    }

    @Test func `copies of one unit count once`() throws {
        let copies = try Production(
            inputs: Matrix([[Double]](repeating: [3, 7], count: 50)),
            outputs: Matrix([[Double]](repeating: [5], count: 50)))
        #expect(Comparability(copies) == .tooFew(units: 1, least: 9))
        let plain = try smoothProduction(units: 40, inputs: 2, outputs: 1, seed: 3)
        #expect(Comparability(plain.choosing(Array(0..<40) + Array(0..<40))) == Comparability(plain))
    }

    @Test func `a hundred units in five columns tell what about 22 would`() throws {
        guard case .enough(_, let effective) = Comparability(units: 100, inputs: 3, outputs: 2) else {
            Issue.record("a hundred are enough")
            return
        }
        #expect(effective.isClose(to: pow(100, 4.0 / 6), within: 1e-12))
        #expect(Int(effective.rounded()) == 22)
        #expect(Comparability(units: 50, inputs: 1, outputs: 1) == .enough(units: 50, effectiveUnits: 50))
    }
}

@Suite struct MetafrontierTests {
    private func twoGroups(_ first: Int, _ second: Int, lead: Double, seed: UInt64) throws -> (Production, [Int]) {
        let production = try smoothProduction(units: first + second, inputs: 2, outputs: 1, seed: seed)
        let groups = (0..<first + second).map { $0 < first ? 0 : 1 }
        let outputs = groups.indices.map { [production.outputs[$0, 0] * (groups[$0] == 1 ? lead : 1)] }
        return (try Production(inputs: production.inputs, outputs: Matrix(outputs)), groups)
    }

    @Test func `the frontier of all is the one of all units together`() throws {
        let (production, groups) = try twoGroups(40, 50, lead: 1.3, seed: 4)
        let metafrontier = try Metafrontier(of: production, groups: groups, returns: .variable)
        let plain = try Frontier(of: production, returns: .variable)
        let scores = try metafrontier.scores(.output)
        try expectEqual(scores.pooled.values, plain.scores(.output).values, within: 1e-10)
        #expect(Set(metafrontier.pooled.frame) == Set(plain.frame))
    }

    @Test
    func `a unit's distance from everyone's best is its group's times the gap, and mixtures across groups only add`()
        throws
    {
        let (production, groups) = try twoGroups(40, 50, lead: 1.3, seed: 4)
        let metafrontier = try Metafrontier(of: production, groups: groups, returns: .variable)
        let scores = try metafrontier.scores(.output)
        let unions = try metafrontier.unionValues(.output)
        for unit in groups.indices {
            let group = try #require(scores.group[unit])
            let pooled = try #require(scores.pooled.values[unit])
            let union = try #require(unions[unit])
            let gap = try #require(scores.gapRatios[unit])
            #expect((1 / group * gap).isClose(to: 1 / pooled, within: 1e-9))
            #expect(group <= union + 1e-9 && union <= pooled + 1e-9)
        }
    }

    @Test func `at equal size two samples of one technology look alike, though the larger looked ahead`() throws {
        let (production, groups) = try twoGroups(60, 600, lead: 1, seed: 9)
        let metafrontier = try Metafrontier(of: production, groups: groups, returns: .variable)
        var options = EqualSizeGap.Options()
        options.draws = 60
        options.size = 30
        let gap = try metafrontier.equalSizeGap(metafrontier.scores(.output), options)
        let ratios = try #require(gap).groups.compactMap(\.self)
        let full = try (#require(ratios[1].full) - #require(ratios[0].full))
        let equal = try (#require(ratios[1].equalSize) - #require(ratios[0].equalSize))
        #expect(full > 0.03)
        #expect(abs(equal) < full / 3)
        let interval = try #require(ratios[0].interval)
        #expect(interval.contains(try #require(ratios[0].equalSize)))
        let again = try metafrontier.equalSizeGap(
            metafrontier.scores(.output), options, Computation(threads: 1))
        #expect(again == gap)
    }

    @Test func `groups too small for the rule have no corrected gap`() throws {
        let (production, groups) = try twoGroups(12, 50, lead: 1, seed: 9)
        let metafrontier = try Metafrontier(of: production, groups: groups, returns: .variable)
        #expect(try metafrontier.equalSizeGap(metafrontier.scores(.output)) == nil)
    }
}

@Suite struct MalmquistTests {
    @Test func `a frontier that moves up by a tenth is technical change alone`() throws {
        let before = try smoothProduction(units: 40, inputs: 2, outputs: 2, seed: 6)
        let after = try Production(
            inputs: before.inputs,
            outputs: Matrix((0..<40).map { unit in before.outputs.row(unit).map { $0 * 1.1 } }))
        for changes in [try Malmquist.adjacent([before, after]), try Malmquist.global([before, after])] {
            for change in changes[0] {
                #expect((change?.index).isClose(to: 1.1, within: 1e-9))
                #expect((change?.efficiencyChange).isClose(to: 1, within: 1e-9))
                #expect((change?.technicalChange).isClose(to: 1.1, within: 1e-9))
            }
        }
    }

    @Test func `the global index chains over the years`() throws {
        let periods = try (1...3).map { try smoothProduction(units: 30, inputs: 2, outputs: 1, seed: UInt64($0)) }
        let steps = try Malmquist.global(periods)
        let ends = try Malmquist.global([periods[0], periods[2], periods[1]])
        for unit in 0..<30 {
            let chained = try #require(steps[0][unit]).index * #require(steps[1][unit]).index
            #expect((ends[0][unit]?.index).isClose(to: chained, within: 1e-9))
        }
    }

    @Test func `one period, or periods of other units, are refused`() throws {
        let one = try smoothProduction(units: 30, inputs: 2, outputs: 1, seed: 1)
        let other = try smoothProduction(units: 29, inputs: 2, outputs: 1, seed: 1)
        #expect(throws: MalmquistError.tooFewPeriods) { try Malmquist.adjacent([one]) }
        #expect(throws: MalmquistError.shapeDiffers(period: 1)) { try Malmquist.global([one, other]) }
    }
}

@Suite struct CategoryAndScaleTests {
    @Test func `whoever is worse placed is not set against whoever is better placed`() throws {
        let production = try smoothProduction(units: 60, inputs: 1, outputs: 1, seed: 12)
        let categories = (0..<60).map { $0 % 3 }
        let scores = try CategoricalFrontier.scores(
            of: production, categories: categories, returns: .variable, .output)
        let worst = categories.indices.filter { categories[$0] == 0 }
        let alone = try Frontier(of: production.choosing(worst), returns: .variable).scores(.output).values
        expectEqual(worst.map { scores[$0] }, alone, within: 1e-10)
        let all = try Frontier(of: production, returns: .variable).scores(.output).values
        let best = categories.indices.filter { categories[$0] == 2 }
        expectEqual(best.map { scores[$0] }, best.map { all[$0] }, within: 1e-10)
    }

    @Test func `a unit smaller than the most productive size has increasing returns, a larger one decreasing`() throws {
        let sizes: [(Double, Double)] = [(1, 1), (2, 4), (3, 6), (5, 8), (8, 9)]
        let production = try Production(inputs: Matrix(sizes.map { [$0.0] }), outputs: Matrix(sizes.map { [$0.1] }))
        let scores = try ScaleEfficiency.scores(of: production, .input).map { $0?.returns }
        #expect(scores == [.increasing, .constant, .constant, .decreasing, .decreasing])
    }
}

@Suite struct FrontierBootstrapTests {
    private func options(_ replicates: Int, seed: UInt64 = 3) -> FrontierBootstrap.Options {
        var options = FrontierBootstrap.Options()
        options.replicates = replicates
        options.seed = seed
        return options
    }

    @Test(arguments: RadialOrientation.allCases)
    func `corrected scores and intervals lie beyond the score found`(orientation: RadialOrientation) throws {
        let production = try smoothProduction(units: 50, inputs: 2, outputs: 1, seed: 13)
        let bootstrap = try FrontierBootstrap(of: production, returns: .variable, orientation, options(100))
        for score in bootstrap.scores {
            let score = try #require(score)
            switch orientation {
            case .output:
                #expect(score.corrected >= score.value && score.interval.lowerBound >= score.value - 1e-9)
            case .input:
                #expect(score.corrected <= score.value && score.interval.upperBound <= score.value + 1e-9)
            }
            #expect(score.bias <= 0)
        }
    }

    @Test func `the same seed gives the same on one thread and two, another seed something else`() throws {
        let production = try smoothProduction(units: 40, inputs: 2, outputs: 1, seed: 13)
        let one = try FrontierBootstrap(
            of: production, returns: .variable, .output, options(40), Computation(threads: 1))
        let two = try FrontierBootstrap(
            of: production, returns: .variable, .output, options(40), Computation(threads: 2))
        let other = try FrontierBootstrap(of: production, returns: .variable, .output, options(40, seed: 4))
        #expect(one.scores == two.scores)
        #expect(one.scores != other.scores)
    }

    /// One input, one output, `y = x e^(−u)`: the true score is known. With one frontier unit the intervals of a sample
    /// hold it all together or not at all, so forty samples of one unit each are asked.
    @Test func `intervals hold the true score about as often as they say`() throws {
        var held = 0
        var asked = 0
        for sample in 0..<40 {
            var random = RandomStream(seed: 77, piece: sample)
            var inputs: [[Double]] = []
            var outputs: [[Double]] = []
            var truth: [Double] = []
            for _ in 0..<40 {
                let x = 1 + 9 * random.uniform()
                let slip = abs(0.3 * random.normal())
                inputs.append([x])
                outputs.append([x * exp(-slip)])
                truth.append(exp(slip))
            }
            let production = try Production(inputs: Matrix(inputs), outputs: Matrix(outputs))
            let bootstrap = try FrontierBootstrap(of: production, returns: .constant, .output, options(150))
            asked += 1
            if bootstrap.scores[0]?.interval.contains(truth[0]) == true { held += 1 }
        }
        let share = Double(held) / Double(asked)
        #expect(share > 0.8 && share <= 1, "\(share)")
    }
}

@Suite struct ProductionRefusalTests {
    @Test func `tables that cannot be compared are refused with the place`() throws {
        let good = try Matrix([[1, 2], [3, 4]])
        let one = try Matrix([[1], [2]])
        #expect(throws: ProductionError.unitsDiffer(inputs: 2, outputs: 3)) {
            try Production(inputs: good, outputs: Matrix([[1], [2], [3]]))
        }
        #expect(throws: ProductionError.negativeInput(unit: 1, input: 0)) {
            try Production(inputs: Matrix([[1, 2], [-3, 4]]), outputs: one)
        }
        #expect(throws: ProductionError.negativeOutput(unit: 0, output: 0)) {
            try Production(inputs: good, outputs: Matrix([[-1], [2]]))
        }
        #expect(throws: ProductionError.emptyInput(input: 1)) {
            try Production(inputs: Matrix([[1, 0], [3, 0]]), outputs: one)
        }
        #expect(throws: ProductionError.emptyOutput(output: 0)) {
            try Production(inputs: good, outputs: Matrix([[0], [0]]))
        }
        #expect(throws: ProductionError.noInput(unit: 0)) {
            try Production(inputs: Matrix([[0, 0], [3, 4]]), outputs: one)
        }
        #expect(throws: TableError.notFinite(row: 1, column: 0)) { try Matrix([[1], [.nan]]) }
        #expect(throws: TableError.ragged(row: 1)) { try Matrix([[1, 2], [1]]) }
    }

    @Test func `a unit that makes nothing has no output score, and does not disturb the others`() throws {
        let production = try Production(inputs: Matrix([[1], [2], [3]]), outputs: Matrix([[1], [0], [3]]))
        let scores = try Frontier(of: production, returns: .variable).scores(.output)
        #expect(scores.outcomes == [.solved, .noDirection, .solved])
        #expect(scores[1].certificate == nil)
        let inputs = try Frontier(of: production, returns: .variable).scores(.input)
        #expect(inputs.values[1].isClose(to: 0.5, within: 1e-12))
    }

    @Test func `figures that span twenty-four orders of size are solved or said not to be, never guessed`() throws {
        var random = RandomStream(seed: 99)
        let spread = { (random: inout RandomStream) in pow(10, 24 * random.uniform() - 12) }
        let inputs = (0..<40).map { _ in [spread(&random), spread(&random)] }
        let outputs = (0..<40).map { _ in [spread(&random)] }
        let production = try Production(inputs: Matrix(inputs), outputs: Matrix(outputs))
        for returns in ReturnsToScale.allCases {
            let frontier = try Frontier(of: production, returns: returns)
            for direction in [Direction.input, .output] {
                let scores = try frontier.scores(direction)
                for unit in 0..<40 where scores[unit].outcome == .solved {
                    let audit = try #require(frontier.audit(scores[unit], of: unit, in: production, direction))
                    #expect(audit.isProof, "\(returns) \(direction) \(unit) \(audit)")
                }
            }
        }
    }

    @Test func `constant columns, one unit, and more columns than units are no crash`() throws {
        let flat = try Production(inputs: Matrix([[1, 5], [2, 5], [3, 5]]), outputs: Matrix([[1], [2], [2]]))
        let single = try Production(inputs: Matrix([[1, 5, 2]]), outputs: Matrix([[1, 4]]))
        for returns in ReturnsToScale.allCases {
            #expect(try Frontier(of: flat, returns: returns).scores(.output).values.allSatisfy { $0 != nil })
            #expect(try Frontier(of: single, returns: returns).scores(.input).values == [1])
        }
        #expect(Comparability(single) == .tooFew(units: 1, least: 15))
    }
}
