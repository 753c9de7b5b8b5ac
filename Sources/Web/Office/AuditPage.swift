import Foundation
import HTML
import Register
import Storage

/// The last lines of a book that match, as sentences.
struct AuditPage: Sendable {
    let request: AuditRequest
    let offices: [RegionCode]
    let events: [EventTelling]
    let accounts: [Account]
    let regionName: @Sendable (RegionCode) -> String
    /// `nil` where no check was done yet.
    let chain: ChainState?
    /// The number after which older lines begin; `nil` on the last page.
    let older: Int?

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: words.auditQuestion)
        if !visit.regions(.export, .audit).isEmpty {
            frame.twins = visit.twins(of: Paths.audit, query: request.query(visit))
        }
        return document(frame) {
            div(.class("answer")) {
                p {
                    words.auditAnswer(
                        office: regionName(request.filter.office), lines: visit.language.numbers.integer(events.count))
                }
                if let chain {
                    p { chain.words(visit) }
                } else {
                    p {
                        words.chainUnchecked
                        " "
                        code(.class("command")) { "tiru doctor --audit" }
                    }
                }
            }
            filterView(visit)
            if request.filter.subject != nil { p { words.onlyAbout(events.first?.subject ?? words.namelessSubject) } }
            if events.isEmpty { p { words.auditNone } }
            ol(.class("rows")) { for event in events { li { eventView(event, visit) } } }
            if let older {
                p(.class("pages")) {
                    a(.href(visit.address(Paths.audit + request.query(visit, before: older)))) { words.pageOlder }
                }
            }
        }
    }

    private func eventView(_ told: EventTelling, _ visit: Visit) -> Node {
        let words = visit.words
        let event = told.line.event
        return fragment {
            told.sentence
            for detail in told.details { p(.class("detail")) { detail } }
            p(.class("detail")) {
                small {
                    words.auditLine(visit.language.numbers.integer(event.number), visit.instant(event.stamp.at))
                }
                if let address = told.address {
                    " "
                    a(.href(address)) { words.openSubject(event.kind.subject) }
                }
            }
            details {
                summary { words.hashHeading }
                code { told.line.hash }
            }
        }
    }

    private func filterView(_ visit: Visit) -> Node {
        let words = visit.words
        let isFiltered = !request.query(visit).isEmpty
        return details(.open(isFiltered)) {
            summary { words.filterHeading }
            form(.action(Paths.audit), .method(.get), .class("fields")) {
                if visit.language != .indonesian {
                    input(.type(.hidden), .name("lang"), .value(visit.language.rawValue))
                }
                if let subject = request.filter.subject {
                    input(.type(.hidden), .name("subject"), .value(subject.text))
                }
                for field in fields(visit) { entryView(field, of: Paths.audit) }
                div(.class("field")) { button(.type(.submit)) { words.filterButton } }
            }
            if isFiltered { p { a(.href(visit.address(Paths.audit))) { words.filterAll } } }
        }
    }

    private func fields(_ visit: Visit) -> [FormField] {
        let words = visit.words
        let all = [(value: "", words: words.filterAll)]
        let kinds = EventKind.allCases.map { kind in
            (value: kind.rawValue, words: words.sentence(ToldEvent(kind: kind, actor: "…", subject: "…", values: [:])))
        }
        let people = accounts.map { (value: $0.id.identifier.text, words: $0.displayName.text) }
        let office = FormField(
            name: "office", label: words.officeField,
            kind: .choice(offices.map { (value: $0.text, words: regionName($0)) }), value: request.filter.office.text)
        return (offices.count > 1 ? [office] : []) + [
            FormField(
                name: "kind", label: words.kindField, kind: .choice(all + kinds),
                value: request.filter.kind?.rawValue ?? ""),
            FormField(
                name: "actor", label: words.actorField, kind: .choice(all + people),
                value: request.filter.actor?.identifier.text ?? ""),
            FormField(
                name: "from", label: words.fromField, kind: .date, value: request.days.from ?? "", isRequired: false),
            FormField(name: "to", label: words.toField, kind: .date, value: request.days.to ?? "", isRequired: false),
        ]
    }
}

/// Lines of a book as a table for other programs.
func auditTable(_ events: [EventTelling], _ words: any Words) -> PageTable {
    let keys = [
        "number", "at", "actor", "actor_id", "kind", "subject", "subject_id", "sentence", "details", "hash",
    ]
    return PageTable(
        caption: words.auditQuestion,
        columns: keys.map { PageTable.Column($0, $0 == "sentence" ? words.eventHeading : nil, isNumber: false) },
        rows: events.map { told in
            let event = told.line.event
            let texts = [
                event.stamp.at.formatted(.iso8601), told.actor, event.stamp.by?.identifier.text ?? "",
                event.kind.rawValue, told.line.subjectName == nil ? "" : told.subject, event.subject?.text ?? "",
                told.sentence, told.details.joined(separator: "; "), told.line.hash,
            ]
            return PageTable.Row(
                cells: [PageTable.Cell(.integer(event.number), "\(event.number)")] + texts.map { PageTable.Cell($0) },
                emphasis: nil)
        })
}

/// What the last check said of one book.
struct ChainState: Sendable {
    let at: Date
    private let office: RegionCode
    private let outcome: AuditOutcome?

    init(of office: RegionCode, in outcome: String, at instant: Date) {
        at = instant
        self.office = office
        self.outcome = AuditOutcome(outcome)
    }

    func words(_ visit: Visit) -> String {
        let words = visit.words
        let numbers = visit.language.numbers
        let fault = outcome?.fault
        if let fault, fault.office == office.text, let kind = BookFault.Kind(rawValue: fault.kind) {
            return words.chainBroken(numbers.integer(fault.number), kind: kind, on: visit.instant(at))
        }
        // The outcome names the first fault: of the books that come after it nothing is known.
        guard let book = outcome?.books.first(where: { $0.office == office.text }), (fault?.office ?? "~") > office.text
        else { return words.chainChecked(on: visit.instant(at)) }
        return words.chainHolds(numbers.integer(book.length), on: visit.instant(at))
    }
}
