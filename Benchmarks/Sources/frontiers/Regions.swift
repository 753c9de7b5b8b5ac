import Benchmarking
import Foundation

extension Frontiers {
    /// Economic complexity of as many regions as there are, over 1,500 products: a quarter of the cells filled.
    static func complexity() throws {
        var random = RandomStream(seed: 51_03)
        let amounts = (0..<514 * 1_500).map { _ in
            random.uniform() < 0.256 ? -log(1 - random.uniform()) : 0
        }
        let matrix = try Matrix(rows: 514, columns: 1_500, values: amounts)
        let seconds = try Job.median(of: 5) {
            let table = try AdvantageTable(matrix)
            guard case .known = table.complexity(.population) else { throw NotKnown() }
        }
        Job.report("ECI at 514 × 1,500", seconds, target: 0.15)
    }

    struct NotKnown: Error {}

    /// Rank bands of as many regions as there are, 40 indicators in eight groups: 10,000 replicates over normalisations,
    /// aggregations, weights and left-out indicators.
    static func rankBands() throws {
        var random = RandomStream(seed: 5)
        let codes = (0..<40).map { "i\($0)" }
        let rows = (0..<514).map { _ in
            let level = random.normal()
            return codes.map { _ -> Double? in exp(0.5 * level + 0.6 * random.normal()) }
        }
        let pillars = (0..<8).map { IndicatorGroup("g\($0)", in: $0 < 4 ? "x" : "y") }
        let hierarchy = try IndexHierarchy(
            indicators: codes.enumerated().map { Indicator($1, in: "g\($0 / 5)") },
            groups: [
                IndicatorGroup("index", in: nil), IndicatorGroup("x", in: "index"), IndicatorGroup("y", in: "index"),
            ]
                + pillars)
        let table = try IndicatorTable(
            units: (0..<514).map { "u\($0)" }, codes: codes, rows: rows, labels: (0..<514).map { "\($0 % 34)" })
        var recipe = IndexRecipe(hierarchy)
        recipe.normalisation = .minMax(from: 1, to: 100)
        var alternatives = IndexAlternatives()
        alternatives.normalisations = [.zScore(mean: 100, deviation: 10), .rank, .percentile(from: 1, to: 100)]
        alternatives.aggregations = [.geometric, .harmonic]
        let uncertainty = try IndexUncertainty(table, recipe: recipe, alternatives: alternatives)
        let seconds = try Job.median(of: 3) { _ = try uncertainty.rankBands() }
        Job.report("\(RankBandOptions().replicates) index replicates of 514 × 40", seconds, target: 5)
    }
}
