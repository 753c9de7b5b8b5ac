import Benchmarking
import Foundation
import Testing

struct PublishedRobustFrontierTests {
    private static let controllers = "methods/spain_air_controllers.csv"
    private static let expected = "methods/expected/spain_partial_frontiers.csv"

    private func controllers() throws -> Production {
        try production(
            SharedFolder.table(of: Self.controllers, ["x1", "x2", "x3"]),
            SharedFolder.table(of: Self.controllers, ["y"]))
    }

    @Test(
        .enabled(if: SharedFolder.exists),
        arguments: [
            (RadialOrientation.output, "orderm30_out"), (.input, "orderm30_in"), (.input, "orderm30_in_frontiles"),
        ])
    func `the 61 Spanish air controllers score as published at order 30`(
        orientation: RadialOrientation, column: String
    ) throws {
        let published = try SharedFolder.numbers(of: Self.expected, column)
        let found = try scores(controllers(), .orderM(30), orientation)
        #expect(found.count == 61)
        for (score, value) in zip(found, published) {
            #expect(score.score.isClose(to: value ?? .nan, within: 1e-12))
        }
    }

    /// Where αN is a whole number (here N = 20, 40, 60) the quantile is a convention. Ours is the definition's: for
    /// outputs as the column computed beside the reference program, for inputs as the program.
    @Test(
        .enabled(if: SharedFolder.exists),
        arguments: [
            (RadialOrientation.output, "alpha95_out_exact", 0), (.input, "alpha95_in_frontiles", 0),
            (.output, "alpha95_out_frontiles", 4), (.input, "alpha95_in_exact", 3),
        ])
    func `at order 0.95 they score as published but for three or four at a whole rank`(
        orientation: RadialOrientation, column: String, differing: Int
    ) throws {
        let published = try SharedFolder.numbers(of: Self.expected, column).map { $0 ?? .nan }
        let isReciprocal = column == "alpha95_out_frontiles"
        let others = zip(try scores(controllers(), .orderAlpha(0.95), orientation), published).filter {
            !$0.score.isClose(to: isReciprocal ? 1 / $1 : $1, within: 1e-12)
        }
        #expect(others.count == differing)
        #expect(others.allSatisfy { $0.0.comparable % 20 == 0 })
    }

    @Test(.enabled(if: SharedFolder.exists), arguments: [(RadialOrientation.input, "fdh_in"), (.output, "fdh_out")])
    func `Ali and Seiford's eleven units have the published free disposal scores`(
        orientation: RadialOrientation, column: String
    ) throws {
        let file = "methods/fls11.csv"
        let units = try production(
            SharedFolder.table(of: file, ["x1", "x2"]), SharedFolder.table(of: file, ["y"]))
        let published = try SharedFolder.numbers(of: "methods/expected/fls11.csv", column)
        for (score, value) in zip(try scores(units, .freeDisposalHull, orientation), published) {
            #expect(score.score.isClose(to: value ?? .nan, within: 1e-14))
        }
    }
}

struct RobustFrontierTests {
    /// Five workshops: workers and hours to pieces. 0 makes most of all with little, 4 has nobody below it.
    private func workshops() throws -> Production {
        try production([[2, 8], [4, 8], [4, 9], [5, 9], [1, 20]], [[6], [3], [6], [4], [1]])
    }

    @Test func `a unit is sent to the best of those that use no more, and not to one that is itself behind`() throws {
        let output = try scores(workshops(), .freeDisposalHull, .output)
        #expect(output.map(\.score) == [1, 2, 1, 1.5, 1])
        // Row 2 makes as much as row 0, with more.
        #expect(output.map(\.peer) == [0, 0, 0, 0, 4])
        #expect(output.map(\.comparable) == [1, 2, 3, 4, 1])
        let input = try scores(workshops(), .freeDisposalHull, .input)
        let expected: [Double?] = [1, 1, 8.0 / 9, 8.0 / 9, 1]
        #expect(input.map(\.score) == expected)
        #expect(input.map(\.comparable) == [2, 4, 2, 3, 5])
    }

    @Test(arguments: bothOrientations)
    func `the peer of a free disposal score is dominated by nobody`(orientation: RadialOrientation) throws {
        // Few whole figures, so that many are equal.
        let whole = { (seed: UInt64) in
            randomFigures(rows: 60, columns: 2, seed: seed).map { $0.map { ($0 / 250).rounded(.up) } }
        }
        let units = try production(whole(70), whole(71))
        for peer in Set(try scores(units, .freeDisposalHull, orientation).compactMap(\.peer)) {
            for row in 0..<60 {
                let x = zip(units.inputs.row(row), units.inputs.row(peer))
                let y = zip(units.outputs.row(row), units.outputs.row(peer))
                let isBetter = x.allSatisfy { $0 <= $1 } && y.allSatisfy { $0 >= $1 }
                let isSame = x.allSatisfy { $0 == $1 } && y.allSatisfy { $0 == $1 }
                #expect(!isBetter || isSame)
            }
        }
    }

    @Test(arguments: bothOrientations)
    func `scores by enumeration equal the plainest loop`(orientation: RadialOrientation) throws {
        let units = try randomUnits(80, seed: 50)
        let hull = try scores(units, .freeDisposalHull, orientation)
        let quantile = try scores(units, .orderAlpha(0.9), orientation)
        for unit in 0..<units.units {
            let ratios = naiveRatios(of: unit, in: units, orientation).map(\.ratio).sorted()
            #expect(hull[unit].comparable == ratios.count)
            let best = orientation == .output ? ratios.last : ratios.first
            #expect(hull[unit].score == best)
            // The order-α score by its definition: the furthest ratio that more than a tenth of them reach.
            let reached = ratios.filter { ratio in
                let reaching = ratios.filter { orientation == .output ? $0 >= ratio : $0 <= ratio }.count
                return Double(10 * reaching) > Double(ratios.count)
            }
            let furthest = orientation == .output ? reached.last : reached.first
            #expect(quantile[unit].score == furthest)
        }
    }

    @Test(arguments: bothOrientations)
    func `the peer of an order-alpha score has that ratio`(orientation: RadialOrientation) throws {
        let units = try randomUnits(40, seed: 60)
        for (unit, score) in try scores(units, .orderAlpha(0.8), orientation).enumerated() {
            let ratio = naiveRatios(of: unit, in: units, orientation).first { $0.row == score.peer }?.ratio
            #expect(score.score == ratio)
        }
    }

    @Test(arguments: bothOrientations)
    func `order-alpha of everybody is the free disposal hull, and of fewer never asks more`(
        orientation: RadialOrientation
    ) throws {
        let units = try randomUnits(60, seed: 64)
        let hull = try scores(units, .freeDisposalHull, orientation).map(\.score)
        #expect(try scores(units, .orderAlpha(1), orientation).map(\.score) == hull)
        var easier = hull
        for share in [0.99, 0.9, 0.7, 0.5, 0.07] {
            let now = try scores(units, .orderAlpha(share), orientation).map(\.score)
            for (one, other) in zip(now, easier) {
                let (one, other) = (try #require(one), try #require(other))
                let isEasier = orientation == .output ? one <= other : one >= other
                #expect(isEasier)
            }
            easier = now
        }
    }

    @Test func `seven of a hundred is seven, although 0.07 times 100 is a little more`() throws {
        let figures = (1...100).map { [Double($0)] }
        let units = try production(figures.map { _ in [1.0] }, figures)
        #expect(try scores(units, .orderAlpha(0.07), .output)[0].score == 7)
    }

    @Test(arguments: bothOrientations)
    func `the units of measurement do not matter`(orientation: RadialOrientation) throws {
        let units = try randomUnits(50, seed: 80)
        let scaled = try production(
            (0..<50).map { [units.inputs[$0, 0] * 1e6, units.inputs[$0, 1] / 1024] },
            (0..<50).map { [units.outputs[$0, 0] / 1e3, units.outputs[$0, 1] * 3] })
        for method in [RobustMethod.freeDisposalHull, .orderM(20), .orderAlpha(0.9)] {
            for (one, other) in zip(
                try scores(units, method, orientation), try scores(scaled, method, orientation))
            {
                let other = try #require(other.score)
                #expect(one.score.isClose(to: other, within: 1e-12 * other))
            }
        }
    }

    @Test func `the number of threads does not change a bit`() throws {
        let units = try randomUnits(100, seed: 90)
        for method in [RobustMethod.freeDisposalHull, .orderM(25), .orderAlpha(0.95)] {
            #expect(try scores(units, method, .output, threads: 1) == scores(units, method, .output, threads: 3))
        }
    }

    @Test func `work that is stopped gives nothing`() throws {
        let units = try randomUnits(10, seed: 91)
        let frontier = try RobustFrontier(units, RobustRecipe(.orderM(5), .input))
        #expect(throws: Stopped.self) { try frontier.scores(Computation(isStopped: { true })) }
    }
}

struct RobustFrontierEdgeTests {
    @Test func `against a reference that is larger throughout nobody is comparable`() throws {
        let large = try production([[9], [8]], [[1], [2]])
        let small = try production([[1]], [[3]])
        for (orientation, method) in [(RadialOrientation.output, RobustMethod.orderM(5)), (.input, .orderAlpha(0.9))] {
            let frontier = try RobustFrontier(small, against: large, RobustRecipe(method, orientation))
            let result = try frontier.scores()
            #expect(result.scores[0].outcome == .nobodyComparable)
            #expect(result.scores[0].comparable == 0)
            #expect(result.referenceUnits == 2)
        }
    }

    @Test func `a unit can be beyond the frontier of others`() throws {
        let units = try production([[2]], [[9]])
        let others = try production([[1], [2]], [[3], [6]])
        let frontier = try RobustFrontier(units, against: others, RobustRecipe(.freeDisposalHull, .output))
        let score = try frontier.scores().scores[0]
        #expect(score.score == 6.0 / 9)
        #expect(score.peer == 1)
    }

    @Test func `who makes nothing has no output score, and an input score all the same`() throws {
        let units = try production([[4, 2], [2, 2]], [[0], [1]])
        let output = try scores(units, .orderM(10), .output)
        #expect(output[0].outcome == .nothingToScale)
        #expect(output[0].comparable == 2)
        #expect(try scores(units, .freeDisposalHull, .input)[0].outcome == .score(1, peer: 1))
    }

    @Test func `an output that a unit does not make asks nothing of its peer`() throws {
        let units = try production([[1], [1]], [[2, 0], [4, 7]])
        #expect(try scores(units, .freeDisposalHull, .output).map(\.score) == [2, 1])
    }

    @Test func `who does without an input is compared with those who do without it`() throws {
        let units = try production([[4, 0], [1, 1], [2, 0]], [[1], [1], [1]])
        let found = try scores(units, .freeDisposalHull, .input)
        #expect(found.map(\.comparable) == [2, 3, 2])
        #expect(found.map(\.outcome) == [.score(0.5, peer: 2), .score(1, peer: 1), .score(1, peer: 2)])
    }

    @Test func `a huge figure over a tiny one stays a number`() throws {
        let units = try production([[1], [1]], [[1e-300], [1e149]])
        #expect(try scores(units, .orderM(3), .output).allSatisfy { $0.score?.isFinite == true })
    }

    @Test func `orders that mean nothing are refused`() throws {
        #expect(throws: RobustFrontierError.order(0)) { try RobustRecipe(.orderM(0), .input) }
        for share in [0, -0.5, 1.1] {
            #expect(throws: RobustFrontierError.share(share)) { try RobustRecipe(.orderAlpha(share), .input) }
        }
        #expect(throws: RobustFrontierError.self) { try RobustRecipe(.orderAlpha(.nan), .input) }
    }

    @Test func `a reference with other columns is refused`() throws {
        let (one, two) = (try production([[1]], [[1]]), try production([[1, 2]], [[1]]))
        #expect(throws: RobustFrontierError.otherColumns(inputs: 2, outputs: 1)) {
            try RobustFrontier(one, against: two, RobustRecipe(.freeDisposalHull, .input))
        }
    }
}
