import Exchange
import Foundation
import HTML
import Register
import Storage

/// One enterprise, with what the visitor may do.
struct EnterprisePage: Sendable {
    let record: EnterpriseRecord
    let officeName: String
    var details: DetailsView
    var mergedInto: EnterpriseRecord?
    /// What was merged into it.
    var twins: [Enterprise] = []
    /// Village and district by name; `nil` where the place is not known.
    var areaName: String?
    /// The sentra it belongs to, or has.
    var sentra: [SentraOfEnterprise] = []
    /// What was proposed, and where more is.
    var changes: ChangesOfEnterprise?
    /// The newest first; none for who may not see figures.
    var productions: [KeptProduction] = []
    var problem: String?
    var isSaved = false

    private var card: EnterpriseCard { record.enterprise.card }
    private var path: String { "\(Paths.enterprises)/\(record.id)" }
    private var place: Place { Place(record.enterprise.office, about: record.id.identifier) }

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: card.name, verb: 0)
        frame.twins = [PageLink(words: "JSON", address: visit.address(path + ".json"))]
        return document(frame) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            if isSaved { p(.class("saved"), .role("status")) { words.saved } }
            mergedView(visit)
            details.removedView(visit)
            factsView(visit)
            sentraView(visit)
            if visit.may(.view, .figures, at: place) {
                sizesView(visit)
                yearsView(visit)
                ProductionsView(enterprise: record.enterprise, isMerged: record.mergedInto != nil, all: productions)
                    .view(visit)
            } else {
                p { words.figuresHidden }
            }
            details.view(visit)
            changeView(visit)
            if let changes { changes.view(visit, isMending: problem != nil) }
            p {
                words.enteredOn(visit.day(record.enteredAt))
                " "
                a(.href(visit.address(path + "/history"))) { words.historyTitle }
            }
        }
    }

    private func mergedView(_ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            if let other = mergedInto {
                div(.class("line")) {
                    a(.href(visit.address("\(Paths.enterprises)/\(other.id)"))) {
                        words.mergedInto(other.enterprise.card.name)
                    }
                    partView(record.id, visit)
                }
            }
            for twin in twins {
                div(.class("line")) {
                    a(.href(visit.address("\(Paths.enterprises)/\(twin.id)"))) { words.mergedHere(twin.card.name) }
                    partView(twin.id, visit)
                }
            }
        }
    }

    private func partView(_ twin: Enterprise.ID, _ visit: Visit) -> Node {
        guard visit.may(.enter, .jobs, at: place) else { return fragment {} }
        return fragment {
            " "
            buttonView(visit.words.partButton, action: "\(Paths.enterprises)/\(twin)/part", visit)
        }
    }

    private func fields(_ visit: Visit) -> [EnterpriseField] {
        let mayRead = visit.may(.view, .personal, at: place)
        return EnterpriseCard.fields.filter { $0 != .name && (mayRead || !$0.isPersonal) }
    }

    private func factsView(_ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            dl(.class("facts")) {
                for field in fields(visit) where card.text(field) != nil {
                    dt { words.field(field) }
                    dd { told(field, words) }
                }
                if let lastFour = record.lastFour, visit.may(.view, .personal, at: place) {
                    dt { words.field(.ownerNIK) }
                    dd { "\(lastFour)" }
                }
                dt { words.field(.regency) }
                dd { officeName }
            }
            if !visit.may(.view, .personal, at: place) { p { words.personalHidden } }
        }
    }

    private func told(_ field: EnterpriseField, _ words: any Words) -> String {
        let text = words.told(card.text(field) ?? "", field)
        guard field == .village, let areaName else { return text }
        return "\(areaName) (\(text))"
    }

    private func sentraView(_ visit: Visit) -> Node {
        guard !sentra.isEmpty else { return fragment {} }
        return fragment {
            h2 { visit.words.sentraOfEnterprise }
            ul {
                for one in sentra {
                    li {
                        if visit.may(.view, .register, at: Place(one.office, about: one.id.identifier)) {
                            a(.href(visit.address("\(Paths.sentra)/\(one.id)"))) { one.name }
                        } else {
                            one.name
                        }
                        " "
                        small { membershipWords(one.membership, visit) }
                    }
                }
            }
        }
    }

    // MARK: - Size and figures

    private func sizesView(_ visit: Visit) -> Node {
        let words = visit.words
        let year = record.years.first
        let answers: [(SizeRuler, String)] = [
            (.industry, words.industrySize(IndustrySize(workers: year?.workers, investment: year?.investment))),
            (.law, words.legalSize(record.legalSize, fromSales: year?.output != nil)),
            (.statistics, words.statisticalSize(year?.workers.flatMap { StatisticalSize(workers: $0) })),
        ]
        return fragment {
            h2 { words.sizesHeading }
            dl(.class("facts")) {
                for (ruler, answer) in answers {
                    dt { words.sizeRule(ruler) }
                    dd { answer }
                }
            }
            if let year { p { small { words.asOf(year: "\(year.year)") } } }
        }
    }

    private func yearsView(_ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            h2 { words.figuresHeading }
            if record.years.isEmpty {
                p { words.figuresNone }
            } else {
                tableView(yearTable(visit), id: "years", words)
            }
        }
    }

    private func yearTable(_ visit: Visit) -> PageTable {
        let words = visit.words
        let columns =
            [PageTable.Column("year", words.field(.year), isNumber: false)]
            + EnterpriseYear.fields.map {
                PageTable.Column($0.rawValue, words.field($0), unit: words.unit($0), isNumber: $0 != .unit)
            }
        return PageTable(
            caption: words.figuresHeading, columns: columns,
            rows: record.years.map { year in
                PageTable.Row(
                    cells: [PageTable.Cell("\(year.year)")]
                        + EnterpriseYear.fields.map { cell(year.text($0), $0, visit) }, emphasis: nil)
            })
    }

    private func cell(_ text: String?, _ field: EnterpriseField, _ visit: Visit) -> PageTable.Cell {
        guard let text else { return PageTable.Cell(.unknown, visit.words.notKnown) }
        let numbers = visit.language.numbers
        if let whole = Int(text) { return PageTable.Cell(.integer(whole), numbers.integer(whole)) }
        if field != .unit, let number = Double(text) { return PageTable.Cell(.number(number), numbers.rough(number)) }
        return PageTable.Cell(text)
    }

    private func changeView(_ visit: Visit) -> Node {
        // An owner proposes, and does not change.
        guard visit.may(.enter, .register, at: Place(record.enterprise.office)), record.mergedInto == nil else {
            return fragment {}
        }
        let words = visit.words
        return HTML.details(.open(problem != nil)) {
            summary { words.enterpriseChange }
            p { words.newEnterpriseLead }
            formView(
                FormPage(
                    title: "", fields: CardFields.all(visit, of: record.enterprise),
                    hidden: [("version", "\(record.enterprise.version)")], action: path, button: words.enterpriseSave),
                visit)
        }
    }

    // MARK: - Data

    func json(_ visit: Visit) -> JSON {
        let known = ([.name] + fields(visit)).map { JSON.Member($0.rawValue, card.text($0).map(JSON.string) ?? .null) }
        let years = record.years.map { year in
            JSON.object(
                [JSON.Member("year", .integer(year.year))]
                    + EnterpriseYear.fields.map { JSON.Member($0.rawValue, Self.figure(year.text($0))) })
        }
        return .object(
            [
                JSON.Member("id", .string(record.id.identifier.text)),
                JSON.Member("office", .string(record.enterprise.office.text)),
                JSON.Member("version", .integer(record.enterprise.version)),
            ] + known + [
                JSON.Member("years", visit.may(.view, .figures, at: place) ? .array(years) : .null),
                JSON.Member("sentra", .array(sentra.map(Self.membership))),
            ] + details.json(visit))
    }

    private static func membership(_ one: SentraOfEnterprise) -> JSON {
        .object([
            JSON.Member("id", .string(one.id.identifier.text)), JSON.Member("name", .string(one.name)),
            JSON.Member("first-day", JSON(one.membership.from?.description)),
            JSON.Member("last-day", JSON(one.membership.until?.description)),
        ])
    }

    private static func figure(_ text: String?) -> JSON {
        guard let text else { return .null }
        if let whole = Int(text) { return .integer(whole) }
        return Double(text).map(JSON.number) ?? .string(text)
    }
}

extension EnterpriseRecord {
    /// By the newest figures: sales where they are known, capital otherwise.
    var legalSize: LegalSize? { years.first?.legalSize }
}
