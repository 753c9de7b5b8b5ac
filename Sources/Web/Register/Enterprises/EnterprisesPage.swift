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
    var columns = EnterpriseColumn.usual
    /// In which it is shown.
    var order = EnterpriseOrder.usual
    /// Those that the visitor may choose.
    var orders: Set<EnterpriseOrder.Key> = [.name]
    /// Whether another order was asked for.
    var isOrderRefused = false
    /// What the chosen columns show besides cards and figures.
    var beside: [Enterprise.ID: EnterpriseBeside] = [:]
    var areaNames: [AreaCode: String] = [:]
    /// Kept by the visitor, and shared by the office.
    var views: [ListView] = []
    /// The last ones of many at once.
    var bulkChanges: [BulkChange] = []

    /// Found by words: more would be no answer.
    static let mostFound = 100

    /// How many there are of what was asked; `nil` where that is not known, or what was found breaks off.
    func found(_ visit: Visit) -> Int? {
        if visit.fields["q"] != nil { return lines.count < Self.mostFound ? lines.count : nil }
        return count ?? (next == nil && visit.fields["after"] == nil ? lines.count : nil)
    }

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: words.enterprisesQuestion, verb: 0)
        if !visit.regions(.export, .register).isEmpty, visit.fields["q"] == nil {
            frame.twins = visit.twins(of: Paths.enterprises, query: query(visit))
            frame.twins.append(
                PageLink(words: "GeoJSON", address: visit.address(Paths.enterprises + ".geojson" + query(visit))))
        }
        return document(frame) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            div(.class("answer")) { p { answer(visit) } }
            searchView(visit)
            ColumnsView(
                path: Paths.enterprises, carried: Enterprises.filterFields + [EnterpriseOrder.addressField],
                chosen: columns, visit: visit
            ).view
            ViewsBar(views: views, visit: visit).view
            if isOrderRefused { p(.role("status")) { words.sortedByNameOnly } }
            if !lines.isEmpty {
                tableView(EnterpriseTable(page: self, visit: visit).table, id: "enterprises", words)
            }
            if let next {
                p(.class("pages")) { a(.href(pageAddress(visit, after: next))) { words.pageNext } }
            }
            BulkBar(page: self, visit: visit).view
            p { a(.href(visit.address(Paths.certificates))) { words.calendarTitle } }
            if !visit.regions(.enter, .register).isEmpty { nextView(visit) }
            p { a(.href(visit.address(Paths.sentra))) { words.sentraQuestion } }
            p { a(.href(visit.address(Paths.twins))) { words.twinsQuestion } }
            if let openChanges { changesView(openChanges, visit) }
            p { a(.href(visit.address(Paths.industries))) { words.boardTitle } }
            if !visit.regions(.export, .register).isEmpty, visit.fields["q"] == nil {
                siinasView(visit)
                p { small { words.placesByConsent } }
            }
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

    /// The filters alone: a file holds every column, by name.
    private func query(_ visit: Visit) -> String {
        let fields = Enterprises.filterFields.dropFirst().compactMap { name in
            visit.fields[name].map { "\(name)=\(Paths.encoded($0))" }
        }
        return fields.isEmpty ? "" : "?" + fields.joined(separator: "&")
    }

    private func pageAddress(_ visit: Visit, after id: Enterprise.ID) -> String {
        visit.address(Paths.address(Paths.enterprises, visit.enterpriseFields() + [("after", "\(id)")]))
    }

    private func searchView(_ visit: Visit) -> Node {
        let words = visit.words
        return form(.action(visit.address(Paths.enterprises)), .method(.get), .class("entry"), .role("search")) {
            hiddenFields(visit, [EnterpriseColumn.addressField, EnterpriseOrder.addressField])
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
}
