import Foundation
import Measure
import Register
import Testing
import World

struct ProductWorksheetTests {
    private func identifier(_ number: Int) throws -> Identifier {
        let digits = String(number)
        return try #require(
            Identifier("017f22e2-79b0-7cc3-98c4-" + String(repeating: "0", count: 12 - digits.count) + digits))
    }

    private func sheet(_ texts: [DetailField: String]) throws -> ProductWorksheet {
        try #require(ProductWorksheet(Key(try identifier(1)), of: Enterprise.ID(try identifier(2)), texts: texts))
    }

    @Test func `what is filled in makes the published table`() throws {
        let table = HayamiTable(try sheet(Worksheets.tofu).worksheet(), family: .priced)
        #expect(abs(try #require(table[.valueAddedRatio]) - 0.3788314883148832) < 1e-12)
    }

    @Test func `a further material or piece work that is half told is left out, never guessed`() throws {
        var texts = Worksheets.tofu
        texts[.material2] = "Ragi"
        texts[.material2Quantity] = "2"
        texts[.pieces] = "4"
        #expect(try sheet(texts).texts == Worksheets.tofu)
        texts[.material2Price] = "5000"
        texts[.piecesPerDay] = "2"
        texts[.piecePay] = "10000"
        let whole = try sheet(texts)
        #expect(whole.texts == texts)
        #expect(try whole.worksheet().materials.map(\.name) == ["Kedelai", "Ragi"])
        #expect(try whole.worksheet().labour.pieces?.personDays == 2)
    }

    @Test func `numbers that make no table name their field`() throws {
        var texts = Worksheets.tofu
        texts[.material2Quantity] = "0"
        texts[.material2Price] = "5000"
        #expect(throws: HayamiRefusal.materialQuantity(1)) { try sheet(texts).worksheet() }
        #expect(ProductWorksheet.field(of: .materialQuantity(1)) == .material2Quantity)
        texts[.made] = "0"
        #expect(throws: HayamiRefusal.output) { try sheet(texts).worksheet() }
    }

    private func others(_ ratios: [Double]) throws -> [Enterprise.ID: [ProductWorksheet]] {
        var others: [Enterprise.ID: [ProductWorksheet]] = [:]
        for (number, ratio) in ratios.enumerated() {
            others[Enterprise.ID(try identifier(number))] = [try sheet(Worksheets.sheet(ratio: ratio, of: "078"))]
        }
        return others
    }

    @Test func `the middle of a sentra is told of five others, of four never`() throws {
        #expect(SentraYardstick(try others([0.2, 0.3, 0.4, 0.5]), of: "078") == nil)
        let five = try #require(SentraYardstick(try others([0.5, 0.2, 0.334, 0.3, 0.6]), of: "078"))
        #expect(five.enterprises == 5 && five.ratio == 0.33, "to a hundredth: an exact one is somebody's own")
        #expect(SentraYardstick(try others([0.5, 0.2, 0.334, 0.3, 0.6]), of: "070") == nil)
    }

    @Test func `of an enterprise the newest sheet counts, once`() throws {
        var all = try others([0.2, 0.2, 0.2, 0.2])
        let busy = Enterprise.ID(try identifier(9))
        all[busy] = [
            try sheet(Worksheets.sheet(ratio: 0.2, of: "078", on: "2026-03-01")),
            try sheet(Worksheets.sheet(ratio: 0.9, of: "078", on: "2025-03-01")),
        ]
        #expect(SentraYardstick(all, of: "078")?.ratio == 0.2)
        all[busy] = []
        #expect(SentraYardstick(all, of: "078") == nil)
    }
}
