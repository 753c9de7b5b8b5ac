import Foundation
import HTML
import Register
import Storage

/// The people of an office, with what is owed them on top.
struct PeoplePage: Sendable {
    let records: [PersonRecord]
    let due: [Due]
    let regionName: @Sendable (RegionCode) -> String
    /// The last one shown, where the list goes on after it.
    var next: Person.ID?
    /// The masked number that was looked for; `nil` for the list.
    var found: String?
    var problem: String?

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: words.peopleQuestion, verb: 0)
        if !visit.regions(.export, .personal).isEmpty { frame.twins = visit.twins(of: Paths.people) }
        return document(frame) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            answerView(visit)
            if !due.isEmpty { tableView(dueTable(visit), id: "due", words) }
            findView(visit)
            listView(visit)
            if !visit.regions(.enter, .personal).isEmpty {
                p(.class("next")) {
                    a(.class("button"), .href(visit.address(Paths.people + "/new"))) { words.newPersonTitle }
                }
            }
        }
    }

    private func answerView(_ visit: Visit) -> Node {
        let words = visit.words
        let clocks = due.map { Clock($0.deadline, visit) }
        let overdue = clocks.count { $0.isOverdue }
        let numbers = visit.language.numbers
        return div(.class("answer")) {
            if let first = due.first, let clock = clocks.first {
                p { words.dueSome(numbers.integer(due.count), overdue: overdue == 0 ? nil : numbers.integer(overdue)) }
                p { words.dueFirst(first.words(words), name: first.name(words), clock: clock.words) }
            } else {
                p { words.dueNone }
            }
        }
    }

    private func dueTable(_ visit: Visit) -> PageTable {
        let words = visit.words
        return PageTable(
            caption: words.dueCaption,
            columns: [
                PageTable.Column("name", words.personHeading, isNumber: false),
                PageTable.Column("matter", words.matterHeading, isNumber: false),
                PageTable.Column("received", words.receivedHeading, isNumber: false),
                PageTable.Column("clock", words.clockHeading, isNumber: false),
            ],
            rows: due.map { due in
                let clock = Clock(due.deadline, visit)
                let mark = PageTable.Cell(clock.isOverdue ? words.marked(clock.words) : clock.words)
                return PageTable.Row(
                    cells: [
                        PageTable.Cell(due.name(words)).with(
                            address: visit.address("\(Paths.people)/\(due.person.id)")),
                        PageTable.Cell(due.words(words).capitalisedFirst),
                        PageTable.Cell(visit.instant(due.deadline.start)),
                        mark.with(note: words.dueBy(visit.instant(due.deadline.due))),
                    ], emphasis: clock.isOverdue ? .other : nil)
            })
    }

    private func findView(_ visit: Visit) -> Node {
        let words = visit.words
        return details(.open(problem != nil || found != nil)) {
            summary { words.findHeading }
            p { words.findLead }
            formView(
                FormPage(
                    title: "", fields: [FormField(name: "nik", label: words.nikField, kind: .citizenNumber)],
                    action: Paths.people + "/find", button: words.findButton), visit)
        }
    }

    private func listView(_ visit: Visit) -> Node {
        let words = visit.words
        let count = visit.language.numbers.integer(records.count)
        return fragment {
            if let found {
                h2 { words.found(count, number: found) }
                p { a(.href(visit.address(Paths.people))) { words.peopleAll } }
            } else if records.isEmpty, problem == nil {
                p { visit.fields["after"] == nil ? words.peopleNone : words.peopleNoMore }
            }
            if !records.isEmpty { tableView(peopleTable(records, regionName: regionName, visit), id: "people", words) }
            if let next {
                p(.class("pages")) { a(.href(visit.address("\(Paths.people)?after=\(next)"))) { words.pageNext } }
            }
        }
    }
}

/// People as a table; contacts stand in its twins only.
func peopleTable(
    _ records: [PersonRecord], regionName: (RegionCode) -> String, _ visit: Visit
) -> PageTable {
    let words = visit.words
    return PageTable(
        caption: words.peopleShown(visit.language.numbers.integer(records.count)),
        columns: [
            PageTable.Column("name", words.displayNameField, isNumber: false),
            PageTable.Column("nik_last_four", words.nikHeading, isNumber: false),
            PageTable.Column("phone", nil, isNumber: false),
            PageTable.Column("email", nil, isNumber: false),
            PageTable.Column("region_code", nil, isNumber: false),
            PageTable.Column("region", words.region, isNumber: false),
            PageTable.Column("entered_at", words.enteredHeading, isNumber: false),
            PageTable.Column("id", nil, isNumber: false),
        ],
        rows: records.map { record in
            let person = record.person
            func cell(_ text: String?) -> PageTable.Cell {
                text.map { PageTable.Cell($0) } ?? PageTable.Cell(.unknown, words.notKnown)
            }
            let number = person.lastFour.map { PageTable.Cell(.text($0.text), "\($0)") }
            return PageTable.Row(
                cells: [
                    PageTable.Cell(person.name.text).with(address: visit.address("\(Paths.people)/\(person.id)")),
                    number ?? cell(nil), cell(person.contact?.phone), cell(person.contact?.email),
                    PageTable.Cell(person.office.text), PageTable.Cell(regionName(person.office)),
                    PageTable.Cell(.text(record.enteredAt.formatted(.iso8601)), visit.day(record.enteredAt)),
                    PageTable.Cell(person.id.identifier.text),
                ], emphasis: nil)
        })
}
