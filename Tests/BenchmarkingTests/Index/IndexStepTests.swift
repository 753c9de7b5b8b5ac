import Benchmarking
import Foundation
import Testing

@Suite("Composite index: screening, division, imputation, treatment")
struct IndexStepTests {
    @Test func `units of which too little is known are left out and named`() throws {
        let table = try indicatorTable(["a", "b"], [[1, 2], [nil, 0], [5, nil], [7, 8]])
        let (kept, leftOut) = try AvailabilityScreen(minimumKnown: 0.75).apply(to: table)
        #expect(kept.units == ["u0", "u3"])
        #expect(leftOut.map(\.unit) == ["u1", "u2"])
        #expect(leftOut.map(\.known) == [0.5, 0.5])
        var zeros = AvailabilityScreen()
        zeros.minimumNonZero = 0.5
        #expect(try zeros.apply(to: table).leftOut.map(\.unit) == ["u1"])
        #expect(try AvailabilityScreen().apply(to: table).kept == table)
    }

    @Test func `fewer than two units left, or a share outside 0 to 1, is refused`() throws {
        let table = try indicatorTable(["a", "b"], [[1, 2], [nil, 3]])
        #expect(throws: IndexRefusal.tooFewUnits(left: 1)) {
            try AvailabilityScreen(minimumKnown: 1).apply(to: table)
        }
        #expect(throws: IndexRefusal.badParameter("minimumKnown")) {
            try AvailabilityScreen(minimumKnown: 90).apply(to: table)
        }
        let alone = try indicatorTable(["a1", "a2", "b1", "b2"], [[1, 2, 3, 4]])
        #expect(throws: IndexRefusal.tooFewUnits(left: 1)) {
            try CompositeIndex(alone, recipe: IndexRecipe(twoPillars()))
        }
    }

    private func perHead() throws -> IndexHierarchy {
        var indicator = Indicator("doctors", in: "Index")
        indicator.denominator = "people"
        return try IndexHierarchy(indicators: [indicator], groups: [IndicatorGroup("Index", in: nil)])
    }

    @Test func `a figure is divided by its denominator, and is not known where that is not`() throws {
        let table = try indicatorTable(["people", "doctors"], [[100, 5], [nil, 6], [50, nil]])
        let divided = try table.denominated(by: perHead())
        #expect(divided.codes == ["doctors"])
        #expect(divided.column(0) == [0.05, nil, nil])
    }

    @Test func `denominators of zero or less and columns that are missing are refused`() throws {
        for people in [0.0, -3] {
            let table = try indicatorTable(["people", "doctors"], [[100, 5], [people, 6]])
            #expect(throws: IndexRefusal.denominatorNotPositive(unit: "u1", denominator: "people")) {
                try table.denominated(by: perHead())
            }
        }
        #expect(throws: IndexRefusal.unknownDenominator(of: "doctors", denominator: "people")) {
            try indicatorTable(["doctors"], [[1]]).denominated(by: perHead())
        }
        #expect(throws: IndexRefusal.unknownIndicator(code: "doctors")) {
            try indicatorTable(["people"], [[1]]).denominated(by: perHead())
        }
        #expect(throws: IndexRefusal.allUnknown(indicator: "doctors")) {
            try indicatorTable(["people", "doctors"], [[1, nil]]).denominated(by: perHead())
        }
    }

    @Test func `gaps take the centre of the label, or of all where the label has nothing`() throws {
        let table = try indicatorTable(
            ["a"], [[1], [2], [6], [nil], [nil], [31]], labels: ["x", "x", "x", "x", "y", "z"])
        #expect(try Imputation.none.apply(to: table).table == table)
        #expect(try Imputation.indicatorMean.apply(to: table).table.column(0)[3...4] == [10, 10])
        #expect(try Imputation.indicatorMedian.apply(to: table).table.column(0)[3...4] == [4, 4])
        #expect(try Imputation.groupMean.apply(to: table).table.column(0)[3...4] == [3, 10])
        let (filled, log) = try Imputation.groupMedian.apply(to: table)
        #expect(filled.column(0) == [1, 2, 6, 2, 4, 31])
        #expect(log.map(\.unit) == ["u3", "u4"])
        #expect(log.map(\.label) == ["x", nil])
        #expect(log.map(\.basis) == [3, 4])
    }

    @Test func `imputation by labels without labels, or from nothing, is refused`() throws {
        let table = try indicatorTable(["a", "b"], [[1, nil], [2, nil]])
        #expect(throws: IndexRefusal.noLabels) { try Imputation.groupMean.apply(to: table) }
        #expect(throws: IndexRefusal.allUnknown(indicator: "b")) { try Imputation.indicatorMean.apply(to: table) }
    }

    @Test func `skewness and kurtosis are adjusted for the size of the sample`() {
        // By hand: x̄ = 4, m₂ = 10, m₃ = 36, m₄ = 278.8; factor √20/3 and 4/6·(6·(…) + 6).
        let x: [Double] = [1, 2, 3, 4, 10]
        #expect(sampleSkewness(x).isClose(to: 20.0.squareRoot() / 3 * 36 / pow(10, 1.5), within: 1e-14))
        #expect(sampleExcessKurtosis(x).isClose(to: 4.0 / 6 * (6 * (2.788 - 3) + 6), within: 1e-13))
        #expect(sampleSkewness([3, 3, 3]) == nil)
        #expect(sampleSkewness([1, 2]) == nil)
        #expect(sampleExcessKurtosis([1, 2, 3]) == nil)
    }

    @Test(arguments: [1e-100, 1e-9, 1e6, 1e100])
    func `the unit of an indicator changes neither its shape nor its treatment nor its score`(scale: Double) throws {
        let figures = (1...12).map(Double.init) + [900, 1200]
        let plain = try indicatorTable(["a"], figures.map { [$0] })
        let scaled = try indicatorTable(["a"], figures.map { [$0 * scale] })
        let skewness = try #require(sampleSkewness(figures))
        let kurtosis = try #require(sampleExcessKurtosis(figures))
        #expect(sampleSkewness(figures.map { $0 * scale }).isClose(to: skewness, within: 1e-12))
        #expect(sampleExcessKurtosis(figures.map { $0 * scale }).isClose(to: kurtosis, within: 1e-11))
        for normalisation: Normalisation in [.minMax(from: 0, to: 100), .zScore(mean: 100, deviation: 10), .rank] {
            var recipe = IndexRecipe(try flatHierarchy(["a"]))
            recipe.normalisation = normalisation
            let (one, other) = (try CompositeIndex(plain, recipe: recipe), try CompositeIndex(scaled, recipe: recipe))
            #expect(one.treatedIndicators.count == 1 && other.treatedIndicators.count == 1)
            for (a, b) in zip(one.index, other.index) { #expect(a.isClose(to: b ?? .nan, within: 1e-11)) }
        }
    }

    @Test func `figures whose mean is beyond all numbers are refused`() throws {
        let table = try indicatorTable(["a"], [[1e308], [1.5e308], [nil]])
        #expect(throws: IndexRefusal.notFinite(unit: "u2", indicator: "a")) {
            try Imputation.indicatorMean.apply(to: table)
        }
    }

    @Test func `an indicator within the limits is left alone`() throws {
        let table = try randomIndicators(units: 40, codes: ["a"], gap: 5, seed: 3)
        let treated = try OutlierTreatment.winsoriseThenLog(OutlierLimits()).apply(to: table)
        #expect(treated.table == table)
        #expect(treated.log.isEmpty)
    }

    @Test func `one extreme figure takes the value of the next`() throws {
        let table = try indicatorTable(["a"], (1...12).map { [Double($0)] } + [[nil], [900]])
        let (treated, log) = try OutlierTreatment.winsoriseThenLog(OutlierLimits()).apply(to: table)
        #expect(treated.column(0).last == 12)
        #expect(treated.column(0)[12] == nil)
        #expect(log.count == 1)
        guard case .winsorised(let moves) = log[0].change else {
            Issue.record("no figure was moved")
            return
        }
        #expect(moves == [.init(unit: "u13", from: 900, to: 12)])
        #expect(log[0].isCured)
        #expect(log[0].before.skewness > 2 && log[0].before.kurtosis > 3.5)
        #expect((log[0].after?.skewness ?? 9) < 2)
        #expect(try OutlierTreatment.none.apply(to: table).table == table)
    }

    @Test func `where five moves do not suffice, all figures go on a logarithmic scale that keeps their order`() throws
    {
        // Ten large figures of a hundred, each four times the one before.
        let small = (0..<90).map { 1 + Double($0) / 90 }
        let figures: [Double] = small + (2..<12).map { pow(4, Double($0)) }
        for sign in [1.0, -1.0] {
            let table = try indicatorTable(["a"], figures.map { [sign * $0] })
            let (treated, log) = try OutlierTreatment.winsoriseThenLog(OutlierLimits()).apply(to: table)
            let change: TreatedIndicator.Change = sign > 0 ? .logarithm : .reflectedLogarithm
            #expect(log.map { $0.change } == [change])
            let x = treated.column(0).compactMap(\.self)
            #expect(zip(x, x.dropFirst()).allSatisfy { sign * ($0.1 - $0.0) > 0 })
            let range = figures[99] - 1
            let expected = sign * 2.302585092994046 * log10(0.01 * range)
            #expect(x[0].isClose(to: expected, within: 1e-12))
        }
    }

    @Test func `limits that mean nothing are refused`() throws {
        let table = try indicatorTable(["a"], [[1], [2]])
        var limits = OutlierLimits()
        limits.points = -1
        #expect(throws: IndexRefusal.badParameter("points")) {
            try OutlierTreatment.winsoriseThenLog(limits).apply(to: table)
        }
        limits.skewness = .nan
        #expect(throws: IndexRefusal.badParameter("skewness")) {
            try OutlierTreatment.winsoriseThenLog(limits).apply(to: table)
        }
    }
}
