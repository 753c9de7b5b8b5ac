import Benchmarking
import Foundation
import Testing

@Suite("Composite index: effects of the choices")
struct SobolTests {
    private func options(_ runs: Int) -> SobolOptions {
        var options = SobolOptions()
        options.baseRuns = runs
        options.resamples = 50
        return options
    }

    @Test func `Ishigami's function has its known effects`() throws {
        // sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ on −π…π (Ishigami & Homma 1990); exact values by integration.
        let effects = try #require(
            try sobolEffects(of: [0..<1, 1..<2, 2..<3], options: options(10_000)) {
                { u in
                    let x = u.map { .pi * (2 * $0 - 1) }
                    return sin(x[0]) + 7 * pow(sin(x[1]), 2) + 0.1 * pow(x[2], 4) * sin(x[0])
                }
            })
        let first = [0.31390519, 0.44241114, 0]
        let total = [0.55758886, 0.44241114, 0.24368366]
        for k in 0..<3 {
            // Monte Carlo error of 10,000 runs is about 0.01 (the bands show it).
            #expect(effects[k].first.isClose(to: first[k], within: 0.03))
            #expect(effects[k].total.isClose(to: total[k], within: 0.03))
            #expect(effects[k].firstBand.contains(effects[k].first))
            #expect(effects[k].totalBand.upperBound - effects[k].totalBand.lowerBound < 0.05)
        }
    }

    @Test func `effects of a sum are the shares of its variances, alone and in all`() throws {
        // Variances 1, 4 and (two inputs as one factor) 1 + 4, of 10.
        let weights = [1.0, 2, 1, 2]
        let effects = try #require(
            try sobolEffects(of: [0..<1, 1..<2, 2..<4], options: options(5000)) {
                { u in zip(weights, u).reduce(0) { $0 + $1.0 * $1.1 } }
            })
        for (effect, share) in zip(effects, [0.1, 0.4, 0.5]) {
            // Monte Carlo error of 5,000 runs.
            #expect(effect.first.isClose(to: share, within: 0.04))
            #expect(effect.total.isClose(to: share, within: 0.04))
        }
    }

    @Test func `what does not vary has no effects, and a factor without influence none of its own`() throws {
        #expect(try sobolEffects(of: [0..<1], options: options(50)) { { _ in 7 } } == nil)
        let effects = try #require(try sobolEffects(of: [0..<1, 1..<2], options: options(100)) { { $0[0] } })
        #expect(effects[1].first == 0)
        #expect(effects[1].total == 0)
    }

    @Test func `too few runs are refused`() {
        #expect(throws: IndexRefusal.badParameter("baseRuns")) {
            try sobolEffects(of: [0..<1], options: options(1)) { { $0[0] } }
        }
    }

    @Test func `only choices that leave a choice are listed, and a lone choice makes all of the shift`() throws {
        let codes = ["a1", "a2", "b1", "b2"]
        let table = try randomIndicators(units: 30, codes: codes, seed: 61)
        var recipe = IndexRecipe(try twoPillars())
        recipe.normalisation = .minMax(from: 1, to: 100)
        var alternatives = IndexAlternatives()
        alternatives.weightSpread = 0
        alternatives.exclusion = .none
        alternatives.aggregations = [.geometric, .harmonic]
        let lone = try IndexUncertainty(table, recipe: recipe, alternatives: alternatives)
        let effects = try #require(try lone.sensitivity(options(500)).effects)
        #expect(effects.map(\.choice) == [.aggregation])
        // Monte Carlo error of 500 runs.
        #expect(effects[0].effect.total.isClose(to: 1, within: 0.12))
        #expect(effects[0].effect.first.isClose(to: 1, within: 0.12))

        alternatives = IndexAlternatives()
        let both = try IndexUncertainty(table, recipe: recipe, alternatives: alternatives)
        let two = try #require(try both.sensitivity(options(200)).effects)
        #expect(two.map(\.choice) == [.exclusion, .weights])
        #expect(two.allSatisfy { $0.effect.total > 0 })
        #expect(two.reduce(0) { $0 + $1.effect.total } >= 1 - 0.1)
    }
}
