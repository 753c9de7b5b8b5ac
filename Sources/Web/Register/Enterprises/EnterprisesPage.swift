import Foundation
import HTML
import Register
import Storage

/// The enterprises of an office as a list.
struct EnterprisesPage: Sendable {
    let regions: [RegionCode]
    let regionName: @Sendable (RegionCode) -> String
    var lines: [EnterpriseLine] = []
    /// The last one shown, where the list goes on after it.
    var next: Enterprise.ID?
    /// How many there are in all; `nil` where that is not counted.
    var count: Int?
    /// Changes that wait for a decision; `nil` for who may not see those.
    var openChanges: Int?
    var problem: String?

    /// Found by words: more would be no answer.
    static let mostFound = 100

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: words.enterprisesQuestion, verb: 0)
        if !visit.regions(.export, .register).isEmpty, visit.fields["q"] == nil {
            frame.twins = visit.twins(of: Paths.enterprises, query: query(visit))
            frame.twins.append(
                PageLink(words: "XLSX", address: visit.address(Paths.enterprises + ".xlsx" + query(visit))))
        }
        return document(frame) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            div(.class("answer")) { p { answer(visit) } }
            searchView(visit)
            if !lines.isEmpty { tableView(table(visit), id: "enterprises", words) }
            if let next {
                p(.class("pages")) { a(.href(visit.address(pageAddress(visit, after: next)))) { words.pageNext } }
            }
            p { a(.href(visit.address(Paths.certificates))) { words.calendarTitle } }
            if !visit.regions(.enter, .register).isEmpty { nextView(visit) }
            p { a(.href(visit.address(Paths.sentra))) { words.sentraQuestion } }
            p { a(.href(visit.address(Paths.twins))) { words.twinsQuestion } }
            if let openChanges { changesView(openChanges, visit) }
            p { a(.href(visit.address(Paths.industries))) { words.boardTitle } }
            if !visit.regions(.export, .register).isEmpty, visit.fields["q"] == nil { siinasView(visit) }
        }
    }

    private func changesView(_ count: Int, _ visit: Visit) -> Node {
        let words = visit.words
        return p {
            a(.href(visit.address(Paths.changes))) { words.changesQuestion }
            if count > 0 { " (\(words.changesWaiting(visit.language.numbers.integer(count))))" }
        }
    }

    private func answer(_ visit: Visit) -> String {
        let words = visit.words
        let numbers = visit.language.numbers
        if let text = visit.fields["q"] {
            return lines.isEmpty
                ? words.enterprisesNoMatch
                : words.enterprisesFound(numbers.integer(lines.count), text: StrayNumbers.hidden(in: text))
        }
        if let count {
            return count == 0
                ? words.enterprisesNone
                : words.enterprisesAnswer(
                    numbers.integer(count), places: regions.map(regionName).joined(separator: ", "))
        }
        if lines.isEmpty { return words.enterprisesNoMatch }
        return words.enterprisesFiltered(numbers.integer(lines.count), isMore: next != nil)
    }

    private func query(_ visit: Visit) -> String {
        let fields = Enterprises.filterFields.dropFirst().compactMap { name in
            visit.fields[name].map { "\(name)=\(Paths.encoded($0))" }
        }
        return fields.isEmpty ? "" : "?" + fields.joined(separator: "&")
    }

    private func pageAddress(_ visit: Visit, after id: Enterprise.ID) -> String {
        let query = query(visit)
        return Paths.enterprises + (query.isEmpty ? "?" : query + "&") + "after=\(id)"
    }

    private func searchView(_ visit: Visit) -> Node {
        let words = visit.words
        return form(.action(visit.address(Paths.enterprises)), .method(.get), .class("entry"), .role("search")) {
            if visit.language != .indonesian {
                input(.type(.hidden), .name("lang"), .value(visit.language.rawValue))
            }
            div(.class("field")) {
                label(.for("q")) { words.searchEnterprises }
                input(
                    .type(.search), .id("q"), .name("q"), .value(StrayNumbers.hidden(in: visit.fields["q"] ?? "")),
                    .ariaDescribedby("q-hint"), .autocomplete("off"))
                small(.id("q-hint")) { words.searchHint }
            }
            details(.open(visit.fields["kbli"] != nil || visit.fields["area"] != nil || visit.fields["active"] != nil))
            {
                summary { words.filterHeading }
                for field in filterFields(visit) { entryView(field, of: "filter") }
            }
            p { button(.type(.submit)) { words.searchButton } }
        }
    }

    private func filterFields(_ visit: Visit) -> [FormField] {
        let words = visit.words
        return [
            FormField(
                name: "kbli", label: words.filterIndustry, value: visit.fields["kbli"] ?? "", isRequired: false),
            FormField(name: "area", label: words.filterArea, value: visit.fields["area"] ?? "", isRequired: false),
            FormField(
                name: "active", label: words.filterActive,
                kind: .choice([("", words.filterAll), ("yes", words.yes), ("no", words.no)]),
                value: visit.fields["active"] ?? "", isRequired: false),
        ]
    }

    /// The items that SIINas asks for, and which of them stay empty.
    private func siinasView(_ visit: Visit) -> Node {
        let words = visit.words
        let empty = SIINasItem.allCases.filter { !$0.isKept }.map { words.siinasItem($0).lowercasedFirst }
        return details {
            summary { words.siinasTitle }
            for sentence in words.siinasLead(empty: empty.joined(separator: "; ")) { p { sentence } }
            p {
                a(.href(visit.address(Paths.siinas + ".xlsx" + query(visit)))) { "XLSX" }
                " · "
                a(.href(visit.address(Paths.siinas + ".csv" + query(visit)))) { "CSV" }
            }
        }
    }

    private func nextView(_ visit: Visit) -> Node {
        p(.class("next")) {
            a(.class("button"), .href(visit.address(Paths.lists))) { visit.words.listsTitle }
            " "
            a(.class("button"), .href(visit.address(Paths.enterprises + "/new"))) { visit.words.newEnterpriseTitle }
        }
    }

    private func table(_ visit: Visit) -> PageTable {
        let words = visit.words
        let withPersonal = !visit.regions(.view, .personal).isEmpty
        let withFigures = !visit.regions(.view, .figures).isEmpty
        var columns = [PageTable.Column("name", words.field(.name), isNumber: false)]
        if withPersonal { columns.append(PageTable.Column("owner", words.field(.owner), isNumber: false)) }
        columns += [
            PageTable.Column("product", words.field(.product), isNumber: false),
            PageTable.Column("kbli", words.field(.industry), isNumber: false),
        ]
        if withFigures {
            columns += [
                PageTable.Column("workers", words.workersHeading),
                PageTable.Column("output", words.field(.output), unit: "Rp"),
            ]
        }
        let rows = lines.map { line in
            PageTable.Row(
                cells: cardCells(line, withPersonal, visit) + (withFigures ? figureCells(line, visit) : []),
                emphasis: nil)
        }
        return PageTable(caption: words.enterprisesCaption, columns: columns, rows: rows)
    }

    private func cardCells(_ line: EnterpriseLine, _ withPersonal: Bool, _ visit: Visit) -> [PageTable.Cell] {
        let words = visit.words
        let card = line.enterprise.card
        func cell(_ text: String?) -> PageTable.Cell {
            text.map { PageTable.Cell($0) } ?? PageTable.Cell(.unknown, words.notKnown)
        }
        var cells = [
            PageTable.Cell(card.name).with(
                note: card.nib?.digits, address: visit.address("\(Paths.enterprises)/\(line.id)"))
        ]
        if withPersonal {
            let isOpen = visit.may(.view, .personal, at: Place(line.enterprise.office))
            cells.append(isOpen ? cell(card.owner) : PageTable.Cell(.unknown, words.personalValue))
        }
        return cells + [
            cell(card.product), cell(card.industry?.code).with(note: card.industry.map { "\($0.version.rawValue)" }),
        ]
    }

    private func figureCells(_ line: EnterpriseLine, _ visit: Visit) -> [PageTable.Cell] {
        let words = visit.words
        guard visit.may(.view, .figures, at: Place(line.enterprise.office)) else {
            return Array(repeating: PageTable.Cell(.unknown, words.hiddenValue), count: 2)
        }
        func number(_ value: Int?) -> PageTable.Cell {
            value.map { PageTable.Cell(.integer($0), visit.language.numbers.integer($0)) }
                ?? PageTable.Cell(.unknown, words.notKnown)
        }
        let year = line.year.map { "\($0.year)" }
        return [
            number(line.year?.workers).with(note: year),
            number(line.year?.output.map { Int($0.amount) }).with(note: year),
        ]
    }
}
