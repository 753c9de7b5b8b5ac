import Exchange
import Foundation
import HTML
import Register
import Storage

/// One sentra, with what the visitor may do.
struct SentraPage: Sendable {
    let record: SentraRecord
    /// On which members are counted.
    let day: CalendarDay
    let officeName: String
    /// Villages and districts by name.
    var areaNames: [AreaCode: String] = [:]
    var problem: String?
    /// What somebody typed who came second.
    var typed: SentraCard?
    var isSaved = false
    /// Enterprises that may be meant as members.
    var finding: Finding?

    struct Finding: Sendable {
        let text: String
        let lines: [EnterpriseLine]
        let isMore: Bool

        /// More would be no answer.
        static let most = 20
    }

    var card: SentraCard { record.sentra.card }
    var path: String { "\(Paths.sentra)/\(record.id)" }
    var members: [SentraMember] { record.members(on: day) }
    /// Nobody written down is not nobody.
    var areMembersKnown: Bool { !record.members.isEmpty }
    var byLaw: SentraByLaw {
        SentraByLaw(card, members: areMembersKnown ? members.map { ($0.area, $0.industry) } : nil)
    }
    var byStatistics: SentraByStatistics { SentraByStatistics(card) }

    func mayEnter(_ visit: Visit) -> Bool {
        visit.may(.enter, .register, at: Place(record.sentra.office, about: record.id.identifier))
    }

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: card.name, verb: 0)
        let query = visit.fields["day"].flatMap { CalendarDay($0) }.map { "?day=\($0)" } ?? ""
        frame.twins = [PageLink(words: "JSON", address: visit.address(path + ".json" + query))]
        let members = SentraMembersView(page: self, visit: visit)
        let facilities = SentraFacilitiesView(page: self, visit: visit)
        return document(frame) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            if isSaved { p(.class("saved"), .role("status")) { words.saved } }
            if let typed { differenceView(typed, words) }
            div(.class("answer")) {
                p { membersSentence(visit) }
                p { words.verdictSentence(law: byLaw.isSentra, statistics: byStatistics.isSentra) }
            }
            factsView(words)
            members.view()
            facilities.view()
            SentraRulersView(page: self, visit: visit).view()
            changeView(visit)
            p {
                words.enteredOn(visit.day(record.enteredAt))
                " "
                a(.href(visit.address(path + "/history"))) { words.historyTitle }
            }
        }
    }

    private func membersSentence(_ visit: Visit) -> String {
        guard areMembersKnown else { return visit.words.membersUnknown }
        return visit.words.membersSentence(
            visit.language.numbers.integer(members.count), day: visit.calendar.day(day))
    }

    /// The fields in which what is kept and what was typed differ.
    private func differenceView(_ typed: SentraCard, _ words: any Words) -> Node {
        func told(_ card: SentraCard, _ field: SentraField) -> String {
            card.text(field).map { words.told($0, field) } ?? words.notKnown
        }
        let fields = SentraField.allCases.filter { card.text($0) != typed.text($0) }
        guard !fields.isEmpty else { return p { words.sameNow } }
        let table = PageTable(
            caption: words.differenceCaption,
            columns: [
                PageTable.Column("field", words.fieldHeading, isNumber: false),
                PageTable.Column("stored", words.storedHeading, isNumber: false),
                PageTable.Column("yours", words.yoursHeading, isNumber: false),
            ],
            rows: fields.map { field in
                let cells = [words.sentraField(field), told(card, field), told(typed, field)]
                return PageTable.Row(cells: cells.map { PageTable.Cell($0) }, emphasis: nil)
            })
        return fragment {
            tableView(table, id: "difference", words)
            p { words.changedMeanwhileLead }
        }
    }

    private func factsView(_ words: any Words) -> Node {
        // What the rulers ask is told beside them.
        let fields = SentraField.allCases.filter { $0 != .name && !$0.isQuestion && !$0.isCount }
        return dl(.class("facts")) {
            for field in fields where card.text(field) != nil {
                dt { field == .village ? words.placeHeading : words.sentraField(field) }
                dd { told(field, words) }
            }
            dt { words.field(.regency) }
            dd { officeName }
        }
    }

    private func told(_ field: SentraField, _ words: any Words) -> String {
        let text = words.told(card.text(field) ?? "", field)
        guard field == .village, let name = card.area.flatMap({ areaNames[$0] }) else { return text }
        return "\(name) (\(text))"
    }

    private func changeView(_ visit: Visit) -> Node {
        guard mayEnter(visit) else { return fragment {} }
        let words = visit.words
        // What was sent to another form of the page is not shown in this one.
        let isTyped = visit.path == path
        let typing = isTyped ? visit : visit.with(form: Fields([:]))
        return details(.open(problem != nil && isTyped)) {
            summary { words.sentraChange }
            p { words.newEnterpriseLead }
            formView(
                FormPage(
                    title: "", fields: SentraFields.all(typing, of: card),
                    hidden: [("version", "\(record.sentra.version)")], action: path, button: words.enterpriseSave),
                visit)
        }
    }
}

/// Who changed what of a sentra, in words.
struct SentraHistoryPage: Sendable {
    let record: SentraRecord
    let tellings: [EventTelling]

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        return document(Frame(visit, title: words.historyOf(record.sentra.card.name), verb: 0)) {
            p { words.enteredOn(visit.day(record.enteredAt)) }
            if tellings.isEmpty { p { words.historyNone } }
            ol(.class("rows")) {
                for telling in tellings {
                    li {
                        strong { telling.sentence }
                        " "
                        small { visit.instant(telling.line.event.stamp.at) }
                        for detail in telling.details { p { detail } }
                    }
                }
            }
            p(.class("next")) {
                a(.href(visit.address("\(Paths.sentra)/\(record.id)"))) { record.sentra.card.name }
            }
        }
    }
}
