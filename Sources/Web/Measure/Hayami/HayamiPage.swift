import Exchange
import Foundation
import Measure
import Register
import Storage

/// What a worksheet is held against.
struct Yardsticks: Sendable {
    /// By their codes.
    var national: [String: NationalProduct] = [:]
    /// Worksheets of the others of the sentra.
    var others: [Enterprise.ID: [ProductWorksheet]] = [:]

    func national(of sheet: ProductWorksheet) -> NationalProduct? { sheet.nationalProduct.flatMap { national[$0] } }

    func sentra(of sheet: ProductWorksheet) -> SentraYardstick? {
        sheet.nationalProduct.flatMap { SentraYardstick(others, of: $0) }
    }
}

extension Visit {
    /// What the worksheets of an enterprise are held against today.
    func yardsticks(of enterprise: Enterprise.ID? = nil) async throws -> Yardsticks {
        let national = try await store.nationalProducts()
        var yardsticks = Yardsticks(
            national: Dictionary(national.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
        if let enterprise { yardsticks.others = try await store.worksheets(besides: enterprise, on: today) }
        return yardsticks
    }
}

extension ProductWorksheet {
    /// - Returns: `nil` for numbers that make no table.
    func table(_ family: HayamiTable.FamilyLabour) -> HayamiTable? {
        // Why they make none is said where they are entered.
        (try? worksheet()).map { HayamiTable($0, family: family) }
    }

    /// Whether the family works along, so that both readings of its work differ.
    var hasFamilyWork: Bool { text(.familyDays) != "0" }
}

/// The table of one worksheet, as values and finished words.
struct HayamiPage: Sendable {
    let sentences: [String]
    let cautions: [String]
    let table: PageTable
    /// What the basket is made of; `nil` for one material.
    let basket: PageTable?
    let yardstick: PageTable?
    let explanations: [String]
    private let sheet: ProductWorksheet

    init?(_ sheet: ProductWorksheet, _ yardsticks: Yardsticks, in language: Language) {
        guard let priced = sheet.table(.priced), let unpriced = sheet.table(.unpriced) else { return nil }
        let writer = HayamiWriter(sheet: sheet, priced: priced, unpriced: unpriced, language: language)
        self.sheet = sheet
        table = writer.table()
        basket = writer.basket()
        let (national, sentra) = (yardsticks.national(of: sheet), yardsticks.sentra(of: sheet))
        yardstick = national.map { writer.yardstick($0, sentra) }
        sentences = writer.sentences(national, sentra)
        cautions = writer.cautions(national)
        explanations = language.words.hayamiExplanations
    }

    func json() -> JSON {
        .object([
            JSON.Member("product", .string(sheet.product)),
            JSON.Member("answer", .array(sentences.map(JSON.string))),
            JSON.Member("cautions", .array(cautions.map(JSON.string))),
            JSON.Member("rows", table.json()),
            JSON.Member("materials", basket?.json() ?? .null),
            JSON.Member("yardsticks", yardstick?.json() ?? .null),
            JSON.Member("recipe", .string("Hayami 1")),
        ])
    }
}
