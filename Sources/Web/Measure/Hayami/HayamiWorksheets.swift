import Exchange
import Foundation
import HTML
import HTTPTypes
import Measure
import Register

/// The worksheet of anybody's product: filled in, reckoned and kept nowhere. Its address holds the numbers, so that it can
/// be shared and printed; it holds no name but the product's.
struct HayamiWorksheets: Sendable {
    let house: House

    private typealias SheetFields = DetailFields<ProductWorksheet>

    var routes: [Route] {
        [Route(.get, Paths.hayami, .everybody, forms: Paths.Form.allCases) { try await show($0) }]
    }

    private func show(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(SheetFields.names + ["lang"])
        let choices = try await visit.choices(of: .worksheet)
        let isAsked = SheetFields.names.contains { visit.fields[$0] != nil }
        let asked = visit.with(form: visit.fields)
        let example = isAsked ? [:] : Self.example
        var model = HayamiSheetPage(isExample: !isAsked, language: visit.language)
        model.fields = SheetFields.all(asked, of: example, isOpen: true, choices: choices, isSent: isAsked)
        do {
            let sheet = try isAsked ? read(asked, choices) : nobodys(example, visit)
            let yardsticks = try await visit.yardsticks()
            model.answer = sheet.flatMap { HayamiPage($0, yardsticks, in: visit.language) }
        } catch let refusal as RequestRefusal where visit.rendering == .page {
            model.problem = visit.words.message(refusal)
            var reply = Reply.html(model.html(visit))
            reply.status = refusal.status
            return reply
        }
        return reply(model, visit)
    }

    private func reply(_ model: HayamiSheetPage, _ visit: Visit) -> Reply {
        switch (visit.rendering, model.answer) {
        case (.csv, let answer?): Reply(contentType: "text/csv; charset=utf-8", bytes: answer.table.csv())
        case (.json, let answer?): Reply(contentType: "application/json", bytes: answer.json().bytes())
        case (.xlsx, let answer?): .workbook(answer.table)
        default: .html(model.html(visit))
        }
    }

    private func read(_ visit: Visit, _ choices: DetailChoices) throws(RequestRefusal) -> ProductWorksheet {
        try SheetFields.detail(
            Key(visit.newIdentifier()), of: Enterprise.ID(visit.newIdentifier()), visit, keeping: nil, isOpen: true,
            choices: choices)
    }

    /// A sheet that belongs to no enterprise.
    private func nobodys(_ texts: [DetailField: String], _ visit: Visit) -> ProductWorksheet? {
        ProductWorksheet(Key(visit.newIdentifier()), of: Enterprise.ID(visit.newIdentifier()), texts: texts)
    }

    /// Tofu of Tegal as it was published, per kilogram of soy.
    static let example: [DetailField: String] = [
        .sheetProduct: "Tahu (contoh)", .sheetPeriod: "batch", .made: "108.4", .madeUnit: "kg", .madePrice: "9000",
        .material1: "Kedelai", .material1Quantity: "66", .material1Unit: "kg", .material1Price: "7334",
        .otherInputs: "1848", .otherInputsPer: "material", .paidDays: "3.95", .familyDays: "0", .dayWage: "28257",
        .nationalProduct: "070",
    ]
}

/// The page with the form and what it comes to.
struct HayamiSheetPage: Sendable {
    let isExample: Bool
    let language: Language
    var fields: [FormField] = []
    var problem: String?
    /// `nil` where what was typed cannot be reckoned.
    var answer: HayamiPage?

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: words.hayamiTitle, verb: 1)
        frame.sources = words.hayamiSources + (isExample ? [words.exampleSource] : [])
        frame.otherLanguage = PageLink(words: words.otherLanguage, address: otherAddress(visit))
        if answer != nil { frame.twins = twins(visit) }
        return document(frame) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            if isExample { p { strong { words.exampleMark } } }
            if let answer { hayamiView(answer, words) }
            HTML.details(.id("isian"), .open(isExample || problem != nil)) {
                summary { isExample ? words.hayamiFill : words.hayamiChange }
                p { words.hayamiLead }
                formView(words)
            }
        }
    }

    private func formView(_ words: any Words) -> Node {
        let further: Set<String> = Set(
            [
                DetailField.material2, .material2Quantity, .material2Price, .material3, .material3Quantity,
                .material3Price, .material4, .material4Quantity, .material4Price, .pieces, .piecesPerDay, .piecePay,
            ].map(\.rawValue))
        return form(.action(Paths.hayami), .method(.get)) {
            div(.class("fields")) { fieldsView { !further.contains($0.name) } }
            fieldset {
                legend { words.hayamiFurther }
                div(.class("fields")) { fieldsView { further.contains($0.name) } }
            }
            if language != .indonesian { input(.type(.hidden), .name("lang"), .value(language.rawValue)) }
            button(.type(.submit)) { words.hayamiReckon }
        }
    }

    private func fieldsView(_ belongs: (FormField) -> Bool) -> Node {
        .sequence(
            fields.filter(belongs).map { field in
                var field = field
                // The answer stands above the form, and is read first.
                field.isFirst = false
                return entryView(field, of: "hayami")
            })
    }

    private func twins(_ visit: Visit) -> [PageLink] {
        Paths.Form.data.map { form in
            PageLink(words: form.rawValue.uppercased(), address: address(visit, form))
        }
    }

    private func address(_ visit: Visit, _ form: Paths.Form) -> String {
        Paths.hayami + form.suffix + String(visit.address.dropFirst(Paths.hayami.count))
    }

    /// The same question in the other language.
    private func otherAddress(_ visit: Visit) -> String {
        visit.fields.address(Paths.hayami, replacing: "lang", by: language.other.rawValue)
    }
}
