import Exchange
import HTML
import HTTPTypes
import Measure
import Register
import Storage

/// The table of a worksheet that is kept with an enterprise.
struct WorksheetTable: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(
                .get, Paths.enterprises + "/:enterprise/worksheets/:worksheet/table", .hat(.view, .figures, .item),
                forms: Paths.Form.allCases, at: OneEnterprise(house: house).place
            ) { try await show($0) }
        ]
    }

    private func show(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["lang"])
        let enterprise: Enterprise.ID = try visit.key("enterprise")
        let kept: KeptDetail<ProductWorksheet>
        do {
            kept = try await house.store.detail(try visit.key("worksheet"))
        } catch DetailRefused.unknownDetail {
            throw RequestRefusal.unknownPage(visit.path)
        }
        let yardsticks = try await visit.yardsticks(of: enterprise)
        guard kept.enterprise == enterprise, kept.removedAt == nil,
            let page = HayamiPage(kept.detail, yardsticks, in: visit.language)
        else { throw RequestRefusal.unknownPage(visit.path) }
        let name = try await house.store.enterprise(enterprise).enterprise.card.name
        return reply(page, kept.detail, of: name, visit)
    }

    private func reply(_ page: HayamiPage, _ sheet: ProductWorksheet, of name: String, _ visit: Visit) -> Reply {
        var reply: Reply
        switch visit.rendering {
        case .csv: reply = Reply(contentType: "text/csv; charset=utf-8", bytes: page.table.csv())
        case .json: reply = Reply(contentType: "application/json", bytes: page.json().bytes())
        case .xlsx: reply = .workbook(page.table)
        case .page: reply = .html(html(page, sheet, of: name, visit))
        }
        reply.isPrivate = true
        return reply
    }

    private func html(_ page: HayamiPage, _ sheet: ProductWorksheet, of name: String, _ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: words.hayamiTitle(of: sheet.product), verb: 1)
        frame.sources = words.hayamiSources
        frame.twins = Paths.Form.data.map { form in
            PageLink(words: form.rawValue.uppercased(), address: visit.address(visit.path + form.suffix))
        }
        let enterprise = "\(Paths.enterprises)/\(visit.parameter("enterprise"))"
        return document(frame) {
            p {
                a(.href(visit.address(enterprise) + "#worksheets")) { words.ofEnterprise(name) }
                if let day = sheet.day { " · \(visit.day(day))" }
            }
            hayamiView(page, words)
        }
    }
}

extension DetailsView {
    /// Worksheets with what each comes to, and what it is held against.
    func worksheetsView(_ visit: Visit) -> Node {
        let (words, numbers) = (visit.words, visit.language.numbers)
        var table = table(details.worksheets, [.sheetProduct, .sheetDay, .sheetPeriod], visit)
        let unknown = PageTable.Cell(.unknown, words.notKnown)
        func add(
            _ key: String, _ heading: String, unit: String? = nil,
            _ cell: @escaping (ProductWorksheet) -> PageTable.Cell?
        ) {
            table.extra.append(
                .init(column: PageTable.Column(key, heading, unit: unit), cell: { cell($0) ?? unknown }))
        }
        add("value-added", words.hayamiRow(.valueAdded), unit: "Rp") { sheet in
            sheet.table(.priced)?[.valueAdded].map { PageTable.Cell(.number($0), numbers.number($0)) }
        }
        func share(_ value: Double?, _ decimals: Int = 1) -> PageTable.Cell? {
            value.map { PageTable.Cell(.number($0), numbers.percent($0, decimals: decimals)) }
        }
        add("value-added-ratio", words.hayamiRow(.valueAddedRatio)) { share($0.table(.priced)?[.valueAddedRatio]) }
        add("national-ratio", words.nationalHeading) { sheet in
            yardsticks.national(of: sheet).flatMap { share($0.valueAddedRatio)?.with(note: $0.name) }
        }
        add("sentra-ratio", words.sentraHeading) { sheet in
            yardsticks.sentra(of: sheet).flatMap { share($0.ratio, 0) }
                ?? PageTable.Cell(.unknown, words.hiddenValue)
        }
        return section(table, visit) {
            p {
                for (place, kept) in table.kept.enumerated() {
                    if place > 0 { " · " }
                    a(.href(visit.address("\(path)/worksheets/\(kept.id)/table"))) {
                        words.openTable(kept.detail.product)
                    }
                }
            }
        }
    }
}
