import Benchmarking
import Foundation
import Synchronization
import Testing

@Suite("Composite index: rank bands")
struct RankBandTests {
    private let codes = ["a1", "a2", "b1", "b2"]

    private func recipe() throws -> IndexRecipe {
        var recipe = IndexRecipe(try twoPillars())
        // Far enough from 0 for Mazziotta and Pareto's penalty never to exceed the mean.
        recipe.normalisation = .minMax(from: 50, to: 150)
        recipe.imputation = .indicatorMean
        return recipe
    }

    private func everything() -> IndexAlternatives {
        var alternatives = IndexAlternatives()
        alternatives.imputations = [.groupMedian, .none]
        alternatives.normalisations = [.zScore(mean: 100, deviation: 10), .percentile(from: 50, to: 150)]
        alternatives.aggregations = [.geometric, .harmonic, .mazziottaPareto]
        return alternatives
    }

    private func options(_ replicates: Int, seed: UInt64 = 1) -> RankBandOptions {
        var options = RankBandOptions()
        options.replicates = replicates
        options.seed = seed
        options.top = 3
        return options
    }

    @Test func `the bands are those of the same replicates, each made as an index of its own`() throws {
        let table = try randomIndicators(units: 25, codes: codes, gap: 6, seed: 51)
        let uncertainty = try IndexUncertainty(table, recipe: recipe(), alternatives: everything())
        let bands = try uncertainty.rankBands(options(200)).bands
        let ranks = try (0..<200).map { replicate in
            let scenario = uncertainty.scenario(of: replicate, seed: 1)
            return try CompositeIndex(table, recipe: scenario.applied(to: recipe())).ranks
        }
        for (unit, band) in bands.enumerated() {
            let own = ranks.compactMap { $0[unit] }.sorted()
            #expect(band.scoredShare == Double(own.count) / 200)
            #expect(band.median == own[(own.count + 1) / 2 - 1])
            #expect(band.band?.lowerBound == own[Int((0.05 * Double(own.count)).rounded(.up)) - 1])
            #expect(band.band?.upperBound == own[Int((0.95 * Double(own.count) - 1e-9).rounded(.up)) - 1])
            #expect(band.topShare == Double(own.count { $0 <= 3 }) / Double(own.count))
            #expect(band.nominal == uncertainty.nominal.ranks[unit])
        }
    }

    @Test func `all choices are drawn, and weights stay within their spread`() throws {
        let table = try randomIndicators(units: 25, codes: codes, gap: 6, seed: 52)
        let uncertainty = try IndexUncertainty(table, recipe: recipe(), alternatives: everything())
        let scenarios = (0..<400).map { uncertainty.scenario(of: $0, seed: 9) }
        #expect(Set(scenarios.map(\.imputation)).count == 3)
        #expect(Set(scenarios.map(\.aggregation)).count == 4)
        #expect(Set(scenarios.map(\.excluded)).count == 5)
        for scenario in scenarios {
            for (code, weight) in scenario.weights {
                #expect(code == scenario.excluded ? weight == 0 : weight >= 0.75 && weight <= 1.25)
            }
        }
    }

    @Test func `with nothing to choose every band is the nominal rank`() throws {
        let table = try randomIndicators(units: 30, codes: codes, gap: 8, seed: 53)
        var alternatives = IndexAlternatives()
        alternatives.weightSpread = 0
        alternatives.exclusion = .none
        let uncertainty = try IndexUncertainty(table, recipe: recipe(), alternatives: alternatives)
        for band in try uncertainty.rankBands(options(70)).bands {
            let rank = try #require(band.nominal)
            #expect(band.band == rank...rank)
            #expect(band.median == rank)
            #expect(band.topShare == (rank <= 3 ? 1 : 0))
        }
        #expect(try uncertainty.sensitivity().effects == nil)
    }

    @Test func `who is best in everything is first in every replicate`() throws {
        let random = try randomIndicators(units: 20, codes: codes, seed: 54)
        let rows = random.units.indices.map { unit in codes.indices.map { random[unit, $0] } }
        let table = try indicatorTable(codes, rows + [[200, 200, 200, 200], [0.5, 0.5, 0.5, 0.5]])
        var alternatives = everything()
        alternatives.imputations = []
        // The penalty of Mazziotta and Pareto is not monotone: an uneven profile may lose by gaining.
        alternatives.aggregations = [.geometric, .harmonic]
        let bands = try IndexUncertainty(table, recipe: recipe(), alternatives: alternatives)
            .rankBands(options(500)).bands
        #expect(bands[20].band == 1...1)
        #expect(bands[21].band == 22...22)
        #expect(bands[20].topShare == 1)
        #expect(bands.contains { ($0.band?.count ?? 1) > 3 })
    }

    @Test func `one thread and two give the same bands, another seed gives others`() throws {
        let table = try randomIndicators(units: 25, codes: codes, gap: 6, seed: 55)
        let uncertainty = try IndexUncertainty(table, recipe: recipe(), alternatives: everything())
        let one = try uncertainty.rankBands(options(300), computation: Computation(threads: 1))
        #expect(one == (try uncertainty.rankBands(options(300), computation: Computation(threads: 2))))
        let other = try uncertainty.rankBands(options(300, seed: 2))
        #expect(one.bands != other.bands)
        var runs = SobolOptions()
        runs.baseRuns = 50
        let effects = try uncertainty.sensitivity(runs, computation: Computation(threads: 1))
        #expect(effects == (try uncertainty.sensitivity(runs, computation: Computation(threads: 2))))
    }

    @Test func `progress is told, and work that is stopped gives nothing`() throws {
        let table = try randomIndicators(units: 10, codes: codes, seed: 56)
        let uncertainty = try IndexUncertainty(table, recipe: recipe(), alternatives: IndexAlternatives())
        let told = Mutex<[Double]>([])
        _ = try uncertainty.rankBands(
            options(640), computation: Computation(report: { share in told.withLock { $0.append(share) } }))
        #expect(told.withLock { $0.last } == 1)
        #expect(throws: IndexRefusal.stopped) {
            try uncertainty.rankBands(options(640), computation: Computation(isStopped: { true }))
        }
        #expect(throws: IndexRefusal.stopped) {
            try uncertainty.sensitivity(computation: Computation(isStopped: { true }))
        }
    }

    @Test func `the only indicator that counts is never the one left out`() throws {
        let table = try randomIndicators(units: 10, codes: ["a", "b"], seed: 57)
        var recipe = IndexRecipe(try flatHierarchy(["a", "b"]))
        recipe.weighting = .given(["b": 0])
        let uncertainty = try IndexUncertainty(table, recipe: recipe, alternatives: IndexAlternatives())
        #expect((0..<100).allSatisfy { uncertainty.scenario(of: $0, seed: 3).excluded == nil })
        let bands = try uncertainty.rankBands(options(100)).bands
        #expect(bands.allSatisfy { $0.band.map { $0.count == 1 } ?? false })
    }

    @Test func `what weighs nothing may be zero under a geometric mean`() throws {
        let table = try indicatorTable(["a", "b", "c"], [[0, 3, 2], [10, 20, 9], [30, 10, 5], [20, 4, 1]])
        var hierarchy = try flatHierarchy(["a", "b", "c"])
        let indicators = hierarchy.indicators.map { indicator in
            var indicator = indicator
            indicator.goalposts = .init(low: 0, high: 100)
            return indicator
        }
        hierarchy = try IndexHierarchy(indicators: indicators, groups: hierarchy.groups)
        var recipe = IndexRecipe(hierarchy)
        recipe.normalisation = .goalposts(from: 0, to: 100)
        recipe.aggregation = .geometric
        recipe.weighting = .given(["a": 0])
        var alternatives = IndexAlternatives()
        alternatives.weightSpread = 0
        alternatives.exclusion = .none
        let bands = try IndexUncertainty(table, recipe: recipe, alternatives: alternatives).rankBands(options(70)).bands
        #expect(bands.map(\.band) == [3...3, 1...1, 2...2, 4...4])
    }

    @Test func `an only child that is left out takes its group with it`() throws {
        let hierarchy = try IndexHierarchy(
            indicators: [Indicator("a", in: "A"), Indicator("b", in: "B"), Indicator("c", in: "B")],
            groups: [
                IndicatorGroup("Index", in: nil), IndicatorGroup("A", in: "Index"), IndicatorGroup("B", in: "Index"),
            ])
        let table = try randomIndicators(units: 12, codes: ["a", "b", "c"], seed: 58)
        let recipe = IndexRecipe(hierarchy)
        let uncertainty = try IndexUncertainty(table, recipe: recipe, alternatives: IndexAlternatives())
        let scenario = try #require(
            (0..<200).map { uncertainty.scenario(of: $0, seed: 3) }.first { $0.excluded == "a" })
        #expect(scenario.weights["A"] == 0)
        let index = try CompositeIndex(table, recipe: scenario.applied(to: recipe))
        for (whole, group) in zip(index.index, index.scores(of: "B")) {
            #expect(whole.isClose(to: group ?? .nan, within: 1e-12))
        }
        #expect(try uncertainty.rankBands(options(200)).bands.allSatisfy { $0.scoredShare == 1 })
    }

    @Test(arguments: [1, 2, 5])
    func `two units and few indicators are enough for a band`(indicators: Int) throws {
        let codes = (0..<indicators).map { "i\($0)" }
        let table = try randomIndicators(units: 2, codes: codes, seed: 60)
        var alternatives = IndexAlternatives()
        alternatives.normalisations = [.rank, .percentile(from: 0, to: 1)]
        let uncertainty = try IndexUncertainty(
            table, recipe: IndexRecipe(flatHierarchy(codes)), alternatives: alternatives)
        var all = options(65)
        all.top = .max
        let bands = try uncertainty.rankBands(all).bands
        #expect(bands.count == 2)
        #expect(bands.allSatisfy { $0.topShare == 1 && $0.scoredShare == 1 })
        var runs = SobolOptions()
        runs.baseRuns = 2
        #expect(throws: Never.self) { try uncertainty.sensitivity(runs) }
    }

    @Test func `alternatives and options that mean nothing are refused`() throws {
        let table = try randomIndicators(units: 10, codes: codes, seed: 59)
        var alternatives = IndexAlternatives()
        alternatives.weightSpread = 1.5
        #expect(throws: IndexRefusal.badParameter("weightSpread")) {
            try IndexUncertainty(table, recipe: recipe(), alternatives: alternatives)
        }
        alternatives = IndexAlternatives()
        alternatives.aggregations = [.geometric]
        alternatives.normalisations = [.minMax(from: 0, to: 100)]
        #expect(throws: IndexRefusal.self) {
            try IndexUncertainty(table, recipe: recipe(), alternatives: alternatives)
        }
        let uncertainty = try IndexUncertainty(table, recipe: recipe(), alternatives: IndexAlternatives())
        for (name, change) in [
            ("replicates", { (o: inout RankBandOptions) in o.replicates = 0 }),
            ("replicates", { $0.replicates = .max }),
            ("tail", { $0.tail = 0.5 }),
            ("top", { $0.top = 0 }),
        ] {
            var options = RankBandOptions()
            change(&options)
            #expect(throws: IndexRefusal.badParameter(name)) { try uncertainty.rankBands(options) }
        }
    }
}
