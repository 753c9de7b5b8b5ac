import Benchmarking
import Foundation
import Testing

@Suite("Composite index: weights, aggregation and ranks")
struct AggregationTests {
    private let codes = ["a1", "a2", "b1", "b2"]

    /// Scores as they are: goalposts 0…100 on a scale 0…100, no treatment.
    private func recipe(_ aggregation: Aggregation, weights: [Double] = [1, 3, 2, 2]) throws -> IndexRecipe {
        let indicators = zip(codes, weights).map { code, weight in
            var indicator = Indicator(code, in: code.hasPrefix("a") ? "A" : "B")
            indicator.weight = weight
            indicator.goalposts = .init(low: 0, high: 100)
            return indicator
        }
        var pillar = IndicatorGroup("A", in: "Index")
        pillar.weight = 2
        var recipe = IndexRecipe(
            try IndexHierarchy(
                indicators: indicators,
                groups: [IndicatorGroup("Index", in: nil), pillar, IndicatorGroup("B", in: "Index")]))
        recipe.normalisation = .goalposts(from: 0, to: 100)
        recipe.treatment = .none
        recipe.aggregation = aggregation
        return recipe
    }

    private func naive(_ method: Aggregation, _ x: [Double?], _ w: [Double], least: Double) -> Double? {
        let known = zip(x, w).compactMap { x, w in x.map { (x: $0, w: w) } }.filter { $0.w > 0 }
        let total = known.map(\.w).reduce(0, +)
        guard total > 0, total >= least * w.reduce(0, +) - 1e-12 else { return nil }
        let mean = known.map { $0.x * $0.w }.reduce(0, +) / total
        let variance = known.map { $0.w * ($0.x - mean) * ($0.x - mean) }.reduce(0, +) / total
        let deviation = variance.squareRoot()
        switch method {
        case .arithmetic: return mean
        case .geometric: return known.map { pow($0.x, $0.w / total) }.reduce(1, *)
        case .harmonic: return 1 / known.map { $0.w / total / $0.x }.reduce(0, +)
        case .mazziottaPareto: return mean - deviation * (deviation / mean)
        case .mazziottaParetoAdverse: return mean + deviation * (deviation / mean)
        }
    }

    @Test(arguments: Aggregation.allCases, [0, 4])
    func `every group is the textbook's mean of what is known`(method: Aggregation, gap: Int) throws {
        let table = try randomIndicators(units: 60, codes: codes, gap: gap, low: 30, seed: 21)
        let index = try CompositeIndex(table, recipe: recipe(method))
        for unit in table.units.indices {
            let x = codes.indices.map { table[unit, $0] }
            let a = naive(method, [x[0], x[1]], [1, 3], least: 0.5)
            let b = naive(method, [x[2], x[3]], [2, 2], least: 0.5)
            let expected = [a, b, naive(method, [a, b], [2, 1], least: 0.5)]
            for (group, wanted) in expected.enumerated() {
                let found = index.scores[unit, group]
                #expect((found == nil) == (wanted == nil))
                if let wanted { #expect(found.isClose(to: wanted, within: 1e-11)) }
            }
        }
    }

    @Test func `the more a mean forgives, the higher it is; equal scores need no forgiveness`() throws {
        let table = try randomIndicators(units: 40, codes: codes, seed: 22)
        let means = try [Aggregation.arithmetic, .geometric, .harmonic].map {
            try CompositeIndex(table, recipe: recipe($0)).index.compactMap(\.self)
        }
        for unit in table.units.indices {
            #expect(means[0][unit] > means[1][unit])
            #expect(means[1][unit] > means[2][unit])
        }
        let even = try indicatorTable(codes, [[7, 7, 7, 7], [50, 50, 50, 50]])
        for method in Aggregation.allCases {
            let index = try CompositeIndex(even, recipe: recipe(method)).index
            #expect(index[0].isClose(to: 7, within: 1e-13))
            #expect(index[1].isClose(to: 50, within: 1e-13))
        }
    }

    @Test func `a group of which too little is known has no score, and its parent says the rest`() throws {
        let table = try indicatorTable(codes, [[nil, nil, 10, nil], [1, 2, 3, 4], [nil, 8, nil, nil]])
        var recipe = try recipe(.arithmetic)
        let index = try CompositeIndex(table, recipe: recipe)
        #expect(index.scores(of: "A") == [nil, 1.75, 8])
        #expect(index.scores(of: "B") == [10, 3.5, nil])
        // A weighs two thirds of the index: without it less than half is known.
        #expect(index.index == [nil, (2 * 1.75 + 3.5) / 3, 8])
        #expect(index.ranks == [nil, 2, 1])
        recipe.minimumKnownWeight = 0
        #expect(try CompositeIndex(table, recipe: recipe).index[0] == 10)
        recipe.minimumKnownWeight = 1
        #expect(try CompositeIndex(table, recipe: recipe).ranks == [nil, 1, nil])
        recipe.minimumKnownWeight = 1.1
        #expect(throws: IndexRefusal.badParameter("minimumKnownWeight")) { try CompositeIndex(table, recipe: recipe) }
    }

    @Test func `a group may have an aggregation of its own`() throws {
        let table = try randomIndicators(units: 9, codes: codes, seed: 23)
        var mixed = try recipe(.arithmetic)
        mixed.aggregationOf = ["Index": .geometric]
        let index = try CompositeIndex(table, recipe: mixed)
        for unit in table.units.indices {
            let (a, b) = (index.scores[unit, 0] ?? 0, index.scores[unit, 1] ?? 0)
            #expect(index.index[unit].isClose(to: cbrt(a * a * b), within: 1e-12))
        }
        mixed.aggregationOf = ["C": .geometric]
        #expect(throws: IndexRefusal.unknownParent(of: "C", parent: "C")) { try CompositeIndex(table, recipe: mixed) }
    }

    @Test(arguments: [Aggregation.geometric, .harmonic, .mazziottaPareto])
    func `a score of zero where it has no meaning is refused with its place`(method: Aggregation) throws {
        let table = try indicatorTable(codes, [[1, 2, 3, 4], [5, 6, 0, 8]])
        #expect(throws: IndexRefusal.notPositive(unit: "u1", code: "b1")) {
            try CompositeIndex(table, recipe: recipe(method))
        }
        #expect(try CompositeIndex(table, recipe: recipe(.arithmetic)).index.allSatisfy { $0 != nil })
        // What weighs nothing is not asked.
        #expect(throws: Never.self) { try CompositeIndex(table, recipe: recipe(method, weights: [1, 1, 0, 1])) }
    }

    @Test func `a penalty greater than the mean gives a score that the next such mean refuses`() throws {
        // A: mean 10 of 37 and 1 by weights 1 and 3, variance 243, score 10 − 243/10.
        let table = try indicatorTable(codes, [[37, 1, 5, 5], [5, 6, 7, 8]])
        #expect(throws: IndexRefusal.notPositive(unit: "u0", code: "A")) {
            try CompositeIndex(table, recipe: recipe(.mazziottaPareto))
        }
        var mixed = try recipe(.mazziottaPareto)
        mixed.aggregationOf = ["Index": .arithmetic]
        let scores = try CompositeIndex(table, recipe: mixed).scores(of: "A")
        #expect(scores[0].isClose(to: -14.3, within: 1e-13))
    }

    @Test func `weights by name replace the stated ones, equal weights all of them`() throws {
        let table = try indicatorTable(codes, [[10, 20, 30, 40], [1, 2, 3, 4]])
        var changed = try recipe(.arithmetic)
        changed.weighting = .equal
        #expect(try CompositeIndex(table, recipe: changed).index[0] == 25)
        changed.weighting = .given(["a2": 0, "A": 1])
        #expect(try CompositeIndex(table, recipe: changed).index[0] == 22.5)
    }

    @Test func `negative weights, unknown codes and groups that weigh nothing are refused`() throws {
        let table = try randomIndicators(units: 5, codes: codes, seed: 24)
        let refusals: [([String: Double], IndexRefusal)] = [
            (["a1": 1e308, "a2": 1e308], .badWeight(code: "A")), (["a1": -1], .badWeight(code: "a1")),
            (["b2": .nan], .badWeight(code: "b2")),
            (["x": 1], .unknownWeight(code: "x")), (["a1": 0, "a2": 0], .weightsAllZero(group: "A")),
            (["A": 0, "B": 0], .weightsAllZero(group: "Index")),
        ]
        for (weights, refusal) in refusals {
            var changed = try recipe(.arithmetic)
            changed.weighting = .given(weights)
            #expect(throws: refusal) { try CompositeIndex(table, recipe: changed) }
        }
    }

    @Test func `a group left out as a whole leaves the rest to the others`() throws {
        let table = try randomIndicators(units: 5, codes: codes, seed: 25)
        var changed = try recipe(.arithmetic)
        changed.weighting = .given(["a1": 0, "a2": 0, "A": 0])
        let index = try CompositeIndex(table, recipe: changed)
        #expect(index.scores(of: "A").allSatisfy { $0 == nil })
        #expect(index.index == index.scores(of: "B"))
    }

    @Test func `equal scores share the better rank, up to the order of their sums`() throws {
        let table = try indicatorTable(
            codes, [[0.1, 0.1, 0.2, 0.2], [0.3, 0.3, 0.3, 0.3], [0.1 + 0.2, 0.3, 0.3, 0.3], [0, 0, 0, 0]])
        #expect(try CompositeIndex(table, recipe: recipe(.arithmetic)).ranks == [3, 1, 1, 4])
    }

    @Test(arguments: [1, 2, 7, 8, 9, 64, 65, 257])
    func `ranks count who is higher`(units: Int) throws {
        var random = RandomStream(seed: UInt64(units))
        let rows = (0..<max(2, units)).map { _ in [Double?](repeating: Double(random.index(below: 40)), count: 4) }
        let index = try CompositeIndex(indicatorTable(codes, rows), recipe: recipe(.arithmetic))
        let scores = index.index.compactMap(\.self)
        #expect(index.ranks == scores.map { score in 1 + scores.count { $0 > score + 1e-9 } })
    }

    @Test func `what is written down gives the same index, whatever was chosen`() throws {
        let table = try randomIndicators(units: 30, codes: codes, gap: 6, seed: 26)
        var chosen = try recipe(.geometric)
        chosen.screen = AvailabilityScreen(minimumKnown: 0.5)
        chosen.imputation = .groupMedian
        chosen.treatment = .winsoriseThenLog(OutlierLimits())
        chosen.normalisation = .zScore(mean: 100, deviation: 10)
        chosen.weighting = .given(["a1": 0.7])
        chosen.aggregationOf = ["B": .mazziottaPareto]
        let index = try CompositeIndex(table, recipe: chosen)
        let read = try JSONDecoder().decode(IndexRecipe.self, from: JSONEncoder().encode(index.recipe))
        #expect(try CompositeIndex(table, recipe: read) == index)
    }
}
