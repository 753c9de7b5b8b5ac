import HTML
import Register
import Storage

/// Whom a change of many is about, before it is said to what.
struct BulkTarget: Sendable {
    let choice: BulkChoice
    let office: RegionCode
    let lines: [EnterpriseLine]

    /// As the forms carry it from page to page.
    static func hidden(_ choice: BulkChoice, _ enterprises: [Enterprise]) -> [(name: String, value: String)] {
        [(name: "deed", value: choice.rawValue), (name: "asked", value: "1")]
            + enterprises.map { (name: BulkQuestion.pick + $0.id.identifier.text, value: "\($0.version)") }
    }
}

/// The names of what a deed holds as a code.
struct DeedNames: Sendable {
    var sentra: String?
    var area: String?
}

/// Asks for what a change of many needs beside those it is about.
struct BulkAskPage: Sendable {
    let target: BulkTarget
    let sentra: [(id: Sentra.ID, name: String)]

    func html(_ visit: Visit, problem: String?) -> [UInt8] {
        let words = visit.words
        let count = visit.language.numbers.integer(target.lines.count)
        let form = FormPage(
            title: words.bulkChoice(target.choice), lead: [words.bulkAbout(count)], problem: problem,
            fields: fields(visit), hidden: BulkTarget.hidden(target.choice, target.lines.map(\.enterprise)),
            action: Paths.bulk + "/check", button: words.bulkCheck,
            links: [PageLink(words: words.enterprisesTitle, address: visit.address(Paths.enterprises))])
        return form.html(visit)
    }

    private func fields(_ visit: Visit) -> [FormField] {
        let words = visit.words
        let sentraField = FormField(
            name: "sentra", label: words.bulkSentra, kind: .choice(sentra.map { ("\($0.id)", $0.name) }),
            value: visit.form["sentra"] ?? "")
        let today = visit.today.description
        return switch target.choice {
        case .join:
            [
                sentraField,
                FormField(
                    name: "from", label: words.bulkFrom, kind: .date, value: visit.form["from"] ?? today,
                    isRequired: false),
            ]
        case .leave:
            [
                sentraField,
                FormField(name: "until", label: words.bulkUntil, kind: .date, value: visit.form["until"] ?? today),
            ]
        case .closed, .open: []
        case .industry:
            [
                value(words.field(.industry), visit),
                FormField(
                    name: "kbli-version", label: "KBLI 2020 / 2025",
                    kind: .choice(IndustryCode.Version.allCases.map { ("\($0.rawValue)", "KBLI \($0.rawValue)") }),
                    value: visit.form["kbli-version"] ?? "2020"),
            ]
        case .branch: [value(words.field(.branch), visit)]
        case .village: [value(words.filterArea, visit)]
        }
    }

    private func value(_ label: String, _ visit: Visit) -> FormField {
        FormField(name: "value", label: label, value: PersonFields.hiding(visit.form["value"] ?? ""), isFirst: true)
    }
}

/// Says exactly what would change, for how many, before anything does.
struct BulkPlanPage: Sendable {
    let choice: BulkChoice
    let deed: BulkDeed
    let plan: [BulkLine]
    var names = DeedNames()
    var problem: String?

    private var changing: [(enterprise: Enterprise, was: String?)] {
        plan.compactMap { line -> (enterprise: Enterprise, was: String?)? in
            guard case .changes(let was) = line.outcome else { return nil }
            return (enterprise: line.enterprise, was: was)
        }
    }

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        let told = DeedTelling(deed: deed, names: names, visit: visit)
        let changing = changing
        let count = visit.language.numbers.integer(changing.count)
        return document(Frame(visit, title: told.sentence, verb: 0)) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            div(.class("answer")) {
                p { changing.isEmpty ? words.bulkNothing : words.bulkPlan(count) }
                for sentence in staying(visit) { p { sentence } }
            }
            if !changing.isEmpty {
                formView(
                    FormPage(
                        title: "", hidden: hidden(visit), action: Paths.bulk, button: words.bulkButton(count)),
                    visit)
                tableView(
                    told.table(changing.map { ($0.enterprise.id, $0.enterprise.card.name, $0.was) }), id: "plan", words)
            }
            p { a(.href(visit.address(Paths.enterprises))) { words.bulkBack } }
        }
    }

    private func staying(_ visit: Visit) -> [String] {
        let words = visit.words
        func count(_ outcome: BulkLine.Outcome) -> Int { plan.count { $0.outcome == outcome } }
        let (asItIs, strangers) = (count(.asItIs), count(.notMember))
        return [
            asItIs > 0 ? words.bulkAsItIs(visit.language.numbers.integer(asItIs)) : nil,
            strangers > 0 ? words.bulkNotMembers(visit.language.numbers.integer(strangers)) : nil,
        ].compactMap(\.self)
    }

    /// Those that change, as the page showed them.
    private func hidden(_ visit: Visit) -> [(name: String, value: String)] {
        BulkTarget.hidden(choice, changing.map(\.enterprise))
            + choice.fields.compactMap { name in visit.form[name].map { (name: name, value: $0) } }
    }
}

/// What was changed of many, and how to take it back.
struct BulkReceiptPage: Sendable {
    let change: BulkChange
    let parts: [BulkPart]
    var names = DeedNames()
    var isSaved = false
    var problem: String?

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        let told = DeedTelling(deed: change.deed, names: names, visit: visit)
        return document(Frame(visit, title: told.sentence, verb: 0)) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            if isSaved { p(.class("saved"), .role("status")) { words.saved } }
            div(.class("answer")) {
                p { words.bulkDone(visit.language.numbers.integer(parts.count), on: visit.instant(change.made.at)) }
                if let undone = change.undone { p { undoneSentence(undone, visit) } }
            }
            undoView(visit)
            staysView(visit)
            tableView(told.table(parts.map { ($0.enterprise, $0.name, $0.was) }), id: "changed", words)
            p { a(.href(visit.address(Paths.enterprises))) { words.bulkBack } }
        }
    }

    private func undoneSentence(_ undone: Stamp, _ visit: Visit) -> String {
        let count = parts.count { $0.isUndone == true }
        return visit.words.bulkUndone(visit.language.numbers.integer(count), on: visit.instant(undone.at))
    }

    private func undoView(_ visit: Visit) -> Node {
        guard change.undone == nil, visit.mayChangeMany(in: change.office),
            parts.contains(where: { !$0.isChangedSince })
        else { return fragment {} }
        return div(.class("line")) {
            buttonView(visit.words.bulkUndo, action: "\(Paths.bulk)/\(change.id)/undo", visit)
        }
    }

    /// Those that somebody has worked on since: they are not taken back, or were not.
    private func staysView(_ visit: Visit) -> Node {
        let words = visit.words
        let staying = parts.filter { change.undone == nil ? $0.isChangedSince : $0.isUndone == false }
        guard !staying.isEmpty else { return fragment {} }
        return fragment {
            p { words.bulkStays(visit.language.numbers.integer(staying.count), isOver: change.undone != nil) }
            ul {
                for part in staying {
                    li { a(.href(visit.address("\(Paths.enterprises)/\(part.enterprise)"))) { part.name } }
                }
            }
        }
    }
}

/// A deed in words, with what each was before and is after.
struct DeedTelling: Sendable {
    let deed: BulkDeed
    let names: DeedNames
    let visit: Visit

    private var words: any Words { visit.words }

    var sentence: String {
        switch deed {
        case .set(let field, _): words.deedSet(words.field(field), to: after)
        case .join: words.deedJoin(names.sentra ?? words.namelessSubject)
        case .leave: words.deedLeave(names.sentra ?? words.namelessSubject)
        }
    }

    func table(_ lines: [(id: Enterprise.ID, name: String, was: String?)]) -> PageTable {
        let rows = lines.map { line in
            let name = PageTable.Cell(line.name).with(address: visit.address("\(Paths.enterprises)/\(line.id)"))
            return PageTable.Row(
                cells: [name, PageTable.Cell(before(line.was)), PageTable.Cell(after)], emphasis: nil)
        }
        return PageTable(
            caption: words.bulkCaption,
            columns: [
                PageTable.Column("name", words.field(.name), isNumber: false),
                PageTable.Column("before", words.bulkBefore, isNumber: false),
                PageTable.Column("after", words.bulkAfter, isNumber: false),
            ], rows: rows)
    }

    private func before(_ was: String?) -> String {
        switch deed {
        case .set(let field, _): was.map { words.told($0, field) } ?? words.notKnown
        case .join: words.memberNot
        case .leave: was.map { words.memberUntil(words.told(day: $0)) } ?? words.memberStill
        }
    }

    private var after: String {
        switch deed {
        case .set(let field, let value):
            names.area.map { "\($0) (\(value))" } ?? words.told(value, field)
        case .join(_, let day): day.map { words.memberFrom(visit.day($0)) } ?? words.memberStill
        case .leave(_, let day): words.memberUntil(visit.day(day))
        }
    }
}

/// Under the list: what is done to those that are ticked, and the last changes of many.
struct BulkBar: Sendable {
    let page: EnterprisesPage
    let visit: Visit

    static let formID = "bulk"

    var view: Node {
        let words = visit.words
        guard page.lines.contains(where: { visit.mayChangeMany(in: $0.enterprise.office) }) else { return recentView }
        return fragment {
            h2 { words.bulkHeading }
            p { words.bulkLead }
            form(
                .id(Self.formID), .action(visit.address(Paths.bulk + "/check")), .method(.post), .class("entry")
            ) {
                input(.type(.hidden), .name(Answering.tokenField), .value(visit.formToken))
                for name in Enterprises.filterFields {
                    if let value = visit.fields[name] {
                        input(.type(.hidden), .name(name), .value(StrayNumbers.hidden(in: value)))
                    }
                }
                entryView(deedField, of: Self.formID)
                entryView(allField, of: Self.formID)
                p { button(.type(.submit)) { words.bulkCheck } }
            }
            recentView
        }
    }

    private var deedField: FormField {
        FormField(
            name: "deed", label: visit.words.bulkDeed,
            kind: .choice(BulkChoice.allCases.map { ($0.rawValue, visit.words.bulkChoice($0)) }))
    }

    private var allField: FormField { FormField(name: "all", label: allLabel, kind: .check, isRequired: false) }

    /// How many the search at hand finds, or how many of it are taken at most: a search by words breaks off earlier.
    private var allLabel: String {
        let (words, numbers) = (visit.words, visit.language.numbers)
        let most = visit.fields["q"] == nil ? Store.mostAtOnce : EnterprisesPage.mostFound - 1
        // Changed are only those of the offices where the visitor may do so.
        guard page.regions == visit.regions(.enter, .jobs), let found = page.found(visit), found <= most else {
            return words.bulkAll(atMost: numbers.integer(most))
        }
        return words.bulkAll(numbers.integer(found))
    }

    private var recentView: Node {
        let words = visit.words
        guard !page.bulkChanges.isEmpty else { return fragment {} }
        return details {
            summary { words.bulkRecent }
            ul {
                for change in page.bulkChanges {
                    li {
                        a(.href(visit.address("\(Paths.bulk)/\(change.id)"))) {
                            DeedTelling(deed: change.deed, names: DeedNames(sentra: change.sentraName), visit: visit)
                                .sentence
                        }
                        " "
                        small { visit.instant(change.made.at) }
                    }
                }
            }
        }
    }
}
