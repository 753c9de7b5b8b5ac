import Benchmarking
import Foundation
import Testing

struct OrderMTests {
    @Test(arguments: bothOrientations, [1, 2, 3])
    func `the sum is the expectation over every way to draw m of four`(
        orientation: RadialOrientation, order: Int
    ) throws {
        let units = try randomUnits(4, seed: 30)
        for (unit, score) in try scores(units, .orderM(order), orientation).enumerated() {
            let ratios = naiveRatios(of: unit, in: units, orientation).map(\.ratio)
            let draws = (1...order).reduce([[Double]]([[]])) { draws, _ in
                draws.flatMap { draw in ratios.map { draw + [$0] } }
            }
            let bests = draws.compactMap { orientation == .output ? $0.max() : $0.min() }
            let expectation = bests.reduce(0, +) / Double(bests.count)
            #expect(score.score.isClose(to: expectation, within: 1e-13 * expectation))
        }
    }

    @Test(arguments: bothOrientations)
    func `drawing twenty thousand times comes within four standard errors`(orientation: RadialOrientation) throws {
        let (draws, order) = (20_000, 8)
        let units = try randomUnits(60, seed: 31)
        let found = try scores(units, .orderM(order), orientation)
        for unit in stride(from: 0, to: 60, by: 7) {
            let ratios = naiveRatios(of: unit, in: units, orientation).map(\.ratio)
            var random = RandomStream(seed: 32, piece: unit)
            var (sum, squares) = (0.0, 0.0)
            for _ in 0..<draws {
                let draw = (0..<order).map { _ in ratios[random.index(below: ratios.count)] }
                let best = (orientation == .output ? draw.max() : draw.min()) ?? .nan
                (sum, squares) = (sum + best, squares + best * best)
            }
            let mean = sum / Double(draws)
            let error = (max(0, squares / Double(draws) - mean * mean) / Double(draws)).squareRoot()
            #expect(found[unit].score.isClose(to: mean, within: 4 * error + 1e-12 * mean))
        }
    }

    @Test(arguments: bothOrientations)
    func `the sum of weighted ratios of the definition gives the same`(orientation: RadialOrientation) throws {
        let units = try randomUnits(90, seed: 33)
        for (unit, score) in try scores(units, .orderM(30), orientation).enumerated() {
            let ratios = naiveRatios(of: unit, in: units, orientation).map(\.ratio).sorted()
            let n = Double(ratios.count)
            var sum = 0.0
            for (place, ratio) in ratios.enumerated() {
                let j = Double(place + 1)
                let weight =
                    orientation == .output
                    ? pow(j / n, 30) - pow((j - 1) / n, 30) : pow((n - j + 1) / n, 30) - pow((n - j) / n, 30)
                sum += ratio * weight
            }
            #expect(score.score.isClose(to: sum, within: 1e-12 * sum))
        }
    }

    @Test(arguments: bothOrientations)
    func `drawing one is the mean, drawing without end is the free disposal hull`(
        orientation: RadialOrientation
    ) throws {
        let units = try randomUnits(70, seed: 34)
        let hull = try scores(units, .freeDisposalHull, orientation)
        let one = try scores(units, .orderM(1), orientation)
        let many = try scores(units, .orderM(1_000_000_000), orientation)
        for unit in 0..<70 {
            let ratios = naiveRatios(of: unit, in: units, orientation).map(\.ratio)
            let mean = ratios.reduce(0, +) / Double(ratios.count)
            #expect(one[unit].score.isClose(to: mean, within: 1e-12 * mean))
            #expect(many[unit].score == hull[unit].score)
        }
    }

    @Test(arguments: bothOrientations)
    func `the more are drawn, the more is asked`(orientation: RadialOrientation) throws {
        let units = try randomUnits(70, seed: 35)
        var previous = try scores(units, .orderM(1), orientation).compactMap(\.score)
        for order in [2, 3, 10, 100, 10_000, 1_000_000] {
            let now = try scores(units, .orderM(order), orientation).compactMap(\.score)
            for (one, other) in zip(now, previous) {
                // Equal but for the rounding of the sum.
                let asksMore = orientation == .output ? one >= other * (1 - 1e-14) : one <= other * (1 + 1e-14)
                #expect(asksMore)
            }
            previous = now
        }
    }

    @Test func `large samples and orders lose no digits`() throws {
        // Ratios 1/n…n/n in a sample of n: the expected greatest of m is 1 − Σ (j/n)ᵐ/n, j below n. For m = n = 10⁴
        // that is 1 − (1/(e − 1))/n + O(1/n²), the geometric series of e⁻ᵏ.
        let n = 10_000
        let figures = (1...n).map { [Double($0)] }
        let all = try production(figures.map { _ in [1.0] }, figures)
        let top = try production([[1]], [[Double(n)]])
        let frontier = try RobustFrontier(top, against: all, RobustRecipe(.orderM(n), .output))
        let score = try #require(try frontier.scores().scores[0].score)
        var lost = 0.0
        for j in 1..<n { lost += exp(Double(n) * log(Double(j) / Double(n))) / Double(n) }
        // One term of the series is off by at most k² e⁻ᵏ/n².
        #expect(lost.isClose(to: 1 / (M_E - 1) / Double(n), within: 1e-8))
        #expect(score.isClose(to: 1 - lost, within: 1e-15))
    }
}

struct FrontierOutlierTests {
    /// Forty workshops of one worker between 8 and 12 pieces, and one of 30.
    private func workshops() throws -> Production {
        var random = RandomStream(seed: 40)
        let pieces = (0..<40).map { _ in [8 + 4 * random.uniform()] } + [[30.0]]
        return try production(pieces.map { _ in [1.0] }, pieces)
    }

    @Test func `a workshop three times better than all others is found at every order, and alone`() throws {
        let options = try OutlierOptions(orders: [5, 20, 80], threshold: 0.25)
        let found = try outliers(in: workshops(), options)
        #expect(found.steady == [40])
        #expect(found.flagged[2] == [40])
        #expect(found.shares.last == 1.0 / 41)
        #expect(found.alone.isEmpty)
        #expect(found.options == options)
    }

    @Test func `in inputs too`() throws {
        let units = try workshops()
        let mirrored = try Production(inputs: units.outputs, outputs: units.inputs)
        // The one that uses least: 30 becomes 2.
        let inputs = mirrored.inputs.values.map { [$0 == 30 ? 2 : $0] }
        let found = try outliers(
            in: Production(inputs: Matrix(inputs), outputs: mirrored.outputs),
            OutlierOptions(orders: [10, 40], threshold: 0.5, orientation: .input))
        #expect(found.steady == [40])
    }

    @Test func `a unit is measured against the others only`() throws {
        let figures = randomFigures(rows: 30, columns: 3, seed: 44).map { $0.map { $0 + 1 } }
        let units = try production(figures.map { Array($0.prefix(2)) }, figures.map { [$0[2]] })
        let found = try outliers(in: units, OutlierOptions(orders: [7]))
        for unit in 0..<30 {
            let others = (0..<30).filter { $0 != unit }
            let reference = try production(
                others.map { units.inputs.row($0) }, others.map { units.outputs.row($0) })
            let one = try production([units.inputs.row(unit)], [units.outputs.row(unit)])
            let frontier = try RobustFrontier(one, against: reference, RobustRecipe(.orderM(7), .output))
            #expect(try frontier.scores().scores[0].score == found.scores[0][unit])
        }
    }

    @Test func `who has nobody to compare with is named apart, not called ordinary`() throws {
        let units = try production([[1], [2], [3]], [[5], [1], [2]])
        let found = try outliers(in: units, OutlierOptions(orders: [10]))
        #expect(found.alone == [0])
        #expect(found.scores[0][0] == nil)
        #expect(found.flagged == [[]])
    }

    @Test func `options that mean nothing are refused`() {
        #expect(throws: RobustFrontierError.noOrders) { try OutlierOptions(orders: []) }
        #expect(throws: RobustFrontierError.order(0)) { try OutlierOptions(orders: [5, 0]) }
        #expect(throws: RobustFrontierError.threshold(1)) { try OutlierOptions(threshold: 1) }
        #expect(throws: RobustFrontierError.threshold(-1)) {
            try OutlierOptions(threshold: -1, orientation: .input)
        }
    }
}
