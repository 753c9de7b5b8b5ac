import Benchmarking
import Foundation
import Testing

@Suite("Composite index: weights on paper, in effect and from the figures")
struct ImportanceTests {
    private let codes = ["a1", "a2", "b1", "b2"]

    @Test func `nominal shares multiply along the branches, effective ones are squared correlations`() throws {
        let table = try randomIndicators(units: 50, codes: codes, seed: 71)
        var recipe = IndexRecipe(try twoPillars())
        recipe.weighting = .given(["a1": 3, "A": 2])
        let index = try CompositeIndex(table, recipe: recipe)
        let rows = index.importances
        #expect(rows.map(\.code) == codes)
        for (row, share) in zip(rows, [0.5, 1.0 / 6, 1.0 / 6, 1.0 / 6]) {
            #expect(row.nominal.isClose(to: share, within: 1e-15))
        }
        let whole = index.index.compactMap(\.self)
        for (place, row) in rows.enumerated() {
            let own = index.normalised.column(place).compactMap(\.self)
            let r = try #require(naiveCorrelation(own, whole))
            #expect(row.correlation.isClose(to: r, within: 1e-13))
            #expect(row.explained.isClose(to: r * r, within: 1e-13))
        }
        #expect(rows.compactMap(\.effective).reduce(0, +).isClose(to: 1, within: 1e-13))
        let pillars = index.importances(in: "Index")
        #expect(pillars.map(\.code) == ["A", "B"])
        #expect(pillars[0].nominal.isClose(to: 2.0 / 3, within: 1e-15))
        #expect(index.importances(in: "A").map(\.nominal) == [0.75, 0.25])
        #expect(index.importances(in: "nobody").isEmpty)
    }

    private func naiveCorrelation(_ x: [Double], _ y: [Double]) -> Double? {
        let n = Double(x.count)
        let products = zip(x, y).map { $0 * $1 }.reduce(0, +) / n
        let (a, b) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
        let squares = (x.map { $0 * $0 }.reduce(0, +) / n - a * a, y.map { $0 * $0 }.reduce(0, +) / n - b * b)
        return (products - a * b) / (squares.0 * squares.1).squareRoot()
    }

    @Test func `equal weights of unequal spread are not equal in effect`() throws {
        // The second indicator is the same for nearly all: on paper half, in effect little.
        var random = RandomStream(seed: 72)
        let rows = (0..<60).map { unit in [random.uniform(), unit == 0 ? 0 : unit == 1 ? 100 : 50] as [Double?] }
        var recipe = IndexRecipe(try flatHierarchy(["a", "b"]))
        recipe.treatment = .none
        let rankings = try CompositeIndex(indicatorTable(["a", "b"], rows), recipe: recipe).importances
        #expect(rankings.map(\.nominal) == [0.5, 0.5])
        #expect((rankings[0].effective ?? 0) > 0.85)
    }

    @Test func `correlations use the pairs that are known, and a constant side has none`() {
        #expect(correlation([1, 2, nil, 3], [2, 4, 9, 6]).isClose(to: 1, within: 1e-15))
        #expect(correlation([1, 2, 3], [3, 2, 1]).isClose(to: -1, within: 1e-15))
        #expect(correlation([1, 2], [5, 5]) == nil)
        #expect(correlation([1, nil], [nil, 2]) == nil)
    }

    @Test func `two indicators that say the same share one weight`() throws {
        let base = try randomIndicators(units: 400, codes: ["a", "b"], seed: 73)
        let table = try indicatorTable(
            ["a", "b", "twin"], base.units.indices.map { [base[$0, 0], base[$0, 1], base[$0, 1]] })
        let weights = try table.correlationWeights()
        #expect(weights.values.reduce(0, +).isClose(to: 1, within: 1e-14))
        #expect(weights["b"].isClose(to: weights["twin"] ?? 0, within: 1e-13))
        // a is not quite uncorrelated with b in 400 draws.
        #expect(weights["a"].isClose(to: 0.5, within: 0.05))
    }

    @Test func `principal components are the eigenvectors of the correlations`() throws {
        let base = try randomIndicators(units: 80, codes: ["a", "b", "c", "d", "e"], seed: 74)
        let rows = base.units.indices.map { unit in
            (0..<5).map { k in base[unit, k].flatMap { x in base[unit, 0].map { x + Double(k) * $0 } } }
        }
        let table = try indicatorTable(base.codes, rows)
        let r = try table.correlations()
        let components = try PrincipalComponents(table)
        #expect(components.variances == components.variances.sorted(by: >))
        #expect(components.variances.reduce(0, +).isClose(to: 5, within: 1e-12))
        for k in 0..<5 {
            let v = components.directions.row(k)
            for i in 0..<5 {
                let image = zip(r.row(i), v).reduce(0) { $0 + $1.0 * $1.1 }
                #expect(image.isClose(to: components.variances[k] * v[i], within: 1e-12))
            }
            for l in 0...k {
                let product = zip(v, components.directions.row(l)).reduce(0) { $0 + $1.0 * $1.1 }
                #expect(product.isClose(to: k == l ? 1 : 0, within: 1e-13))
            }
        }
        #expect(components.firstShare > 0.5)
        #expect(components.firstWeights.values.reduce(0, +).isClose(to: 1, within: 1e-13))
    }

    @Test func `two indicators have components of variance 1 + r and 1 − r and equal weights`() throws {
        let table = try indicatorTable(["a", "b"], [[1, 9], [2, 7], [3, 8], [4, 2]])
        let components = try PrincipalComponents(table)
        let r = try table.correlations()[0, 1]
        #expect(components.variances[0].isClose(to: 1 - r, within: 1e-14))
        #expect(components.variances[1].isClose(to: 1 + r, within: 1e-14))
        #expect(components.firstWeights["a"].isClose(to: 0.5, within: 1e-14))
        // They pull against each other, which the squares alone would hide.
        #expect(components.opposed.count == 1)
    }

    @Test func `gaps and constant columns have no components`() throws {
        #expect(throws: IndexRefusal.notKnown(unit: "u1", indicator: "b")) {
            try PrincipalComponents(indicatorTable(["a", "b"], [[1, 2], [2, nil], [3, 4]]))
        }
        #expect(throws: IndexRefusal.constant(indicator: "b")) {
            try PrincipalComponents(indicatorTable(["a", "b"], [[1, 2], [2, 2], [3, 2]]))
        }
        #expect(throws: IndexRefusal.tooFewUnits(left: 1)) {
            try indicatorTable(["a", "b"], [[1, 2]]).correlations()
        }
    }
}
