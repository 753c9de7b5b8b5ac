import Benchmarking
import Foundation
import Testing

/// The figures are those of the R package COINr 1.1.14 (its example, `asem_*` in the shared folder).
@Suite("Composite index: the published connectivity index", .enabled(if: SharedFolder.exists))
struct ConnectivityTests {
    let index: CompositeIndex
    let codes: [String]

    init() throws {
        index = try CompositeIndex(Connectivity.table(), recipe: Connectivity.recipe())
        codes = index.recipe.hierarchy.indicators.map(\.code)
    }

    @Test func `figures divided by their denominators are as published, gaps included`() throws {
        let expected = try Connectivity.expected("denominated", codes)
        #expect(greatestDifference(index.denominated, expected) < 1e-13)
        #expect(index.denominated.unknownCount == 65)
    }

    @Test func `gaps are filled with the mean of the continent, and each is logged`() throws {
        let expected = try Connectivity.expected("screened", codes)
        #expect(greatestDifference(index.imputed, expected) < 1e-13)
        #expect(index.imputedFigures.count == 65)
        #expect(Set(index.imputedFigures.compactMap(\.label)).isSubset(of: ["Asia", "Europe"]))
        #expect(index.imputedFigures.allSatisfy { $0.label != nil && $0.basis >= 2 })
    }

    @Test func `no unit lacks so much that it is screened out, five would lack a tenth`() throws {
        #expect(index.leftOut.isEmpty)
        var strict = index.recipe
        strict.screen = AvailabilityScreen(minimumKnown: 0.9)
        let screened = try CompositeIndex(Connectivity.table(), recipe: strict)
        #expect(screened.units.count + screened.leftOut.count == 51)
        #expect(screened.leftOut.map(\.unit) == ["BGD", "BRN", "KHM", "LAO", "MMR"])
        #expect(screened.leftOut.allSatisfy { $0.known < 0.9 })
    }

    @Test func `fifteen indicators have extremes moved, none needs a logarithm`() throws {
        let expected = try Connectivity.expected("treated", codes)
        #expect(greatestDifference(index.treated, expected) < 1e-13)
        #expect(
            index.treatedIndicators.map(\.indicator) == [
                "Flights", "Bord", "Gas", "Services", "FDI", "ForPort", "CostImpEx", "Tariff", "StMob", "CultServ",
                "Forest", "Poverty", "NGOs", "FemLab", "PubDebt",
            ])
        #expect(index.treatedIndicators.allSatisfy { $0.isCured })
        let tariff = try #require(index.treatedIndicators.first { $0.indicator == "Tariff" })
        guard case .winsorised(let moves) = tariff.change else {
            Issue.record("no figure was moved")
            return
        }
        #expect(moves.map(\.unit) == ["BGD", "KHM", "PAK"])
        #expect(moves.allSatisfy { $0.to == 7.68 })
    }

    @Test func `normalised figures are as published`() throws {
        let expected = try Connectivity.expected("normalised", codes)
        #expect(greatestDifference(index.normalised, expected) < 1e-12)
    }

    @Test func `every group and the index are as published`() throws {
        let groups = index.scores.codes
        #expect(groups.count == 11)
        let expected = try Connectivity.expected("results_coinr_example", groups)
        #expect(greatestDifference(index.scores, expected) < 1e-13)
        let best = index.ranks.firstIndex(of: 1).map { index.units[$0] }
        #expect(best == "CHE")
    }

    @Test func `geometric means on 1 to 100 are as published`() throws {
        var recipe = index.recipe
        recipe.normalisation = .minMax(from: 1, to: 100)
        recipe.aggregation = .geometric
        let geometric = try CompositeIndex(Connectivity.table(), recipe: recipe)
        let groups = geometric.scores.codes
        let expected = try Connectivity.expected("results_geometric_1_100", groups)
        #expect(greatestDifference(geometric.scores, expected) < 1e-13)
    }

    @Test func `a geometric mean on 0 to 100 is refused with its place`() throws {
        var recipe = index.recipe
        recipe.aggregation = .geometric
        #expect(throws: IndexRefusal.notPositive(unit: "LAO", code: "LPI")) {
            try CompositeIndex(Connectivity.table(), recipe: recipe)
        }
    }

    @Test func `the recipe written down and read again makes the same index`() throws {
        let read = try JSONDecoder().decode(IndexRecipe.self, from: JSONEncoder().encode(index.recipe))
        #expect(read == index.recipe)
        #expect(try CompositeIndex(Connectivity.table(), recipe: read) == index)
    }
}
