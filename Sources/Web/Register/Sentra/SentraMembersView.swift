import HTML
import Register
import Storage

/// Who belongs to a sentra on a day, and how that is changed.
struct SentraMembersView {
    let page: SentraPage
    let visit: Visit

    private var words: any Words { visit.words }
    private var path: String { page.path }

    func view() -> Node {
        fragment {
            h2 { words.membersOn(visit.calendar.day(page.day)) }
            if page.members.isEmpty {
                p { page.areMembersKnown ? words.membersNone : words.membersUnknown }
            } else {
                tableView(table(), id: "members", words)
                if page.mayEnter(visit) { p { small { words.membershipHint } } }
            }
            if let chosen { changeView(chosen) }
            othersView()
            dayView()
            if page.mayEnter(visit) { findView() }
        }
    }

    private func table() -> PageTable {
        PageTable(
            caption: words.membersOn(visit.calendar.day(page.day)),
            columns: [
                PageTable.Column("name", words.field(.name), isNumber: false),
                PageTable.Column("product", words.field(.product), isNumber: false),
                PageTable.Column("place", words.placeHeading, isNumber: false),
                PageTable.Column("membership", words.membershipHeading, isNumber: false),
            ],
            rows: page.members.map { member in
                PageTable.Row(
                    cells: [
                        name(member), cell(member.product), cell(place(member)),
                        cell(time(member)).with(address: changeAddress(member)),
                    ], emphasis: nil)
            })
    }

    private func name(_ member: SentraMember) -> PageTable.Cell {
        let id = member.membership.enterprise
        let mayOpen = visit.may(
            .view, .register,
            at: Place(page.record.sentra.office, about: id.identifier, memberOf: page.record.id.identifier))
        return PageTable.Cell(member.name).with(
            note: member.nib?.digits, address: mayOpen ? visit.address("\(Paths.enterprises)/\(id)") : nil)
    }

    private func place(_ member: SentraMember) -> String? {
        member.area.map { page.areaNames[$0] ?? $0.text }
    }

    private func time(_ member: SentraMember) -> String { membershipWords(member.membership, visit) }

    private func changeAddress(_ member: SentraMember) -> String? {
        page.mayEnter(visit) ? visit.address("\(path)?day=\(page.day)&member=\(member.id)") + "#member" : nil
    }

    /// Memberships that do not hold on the day of the page.
    private func othersView() -> Node {
        let others = page.record.members.filter { !$0.membership.holds(on: page.day) }
        guard !others.isEmpty else { return fragment {} }
        return details {
            summary { words.otherMemberships }
            ul {
                for member in others {
                    li {
                        member.name + ": "
                        if let address = changeAddress(member) {
                            a(.href(address)) { time(member) }
                        } else {
                            time(member)
                        }
                    }
                }
            }
        }
    }

    private func cell(_ text: String?) -> PageTable.Cell {
        text.map { PageTable.Cell($0) } ?? PageTable.Cell(.unknown, words.notKnown)
    }

    private func dayView() -> Node {
        let field = FormField(
            name: "day", label: words.dayField, kind: .date, value: page.day.description, isRequired: false)
        return form(.action(visit.address(path)), .method(.get), .class("entry")) {
            languageField(visit)
            entryView(field, of: path)
            p { button(.type(.submit)) { words.show } }
        }
    }

    // MARK: - Adding one

    /// Two steps without a script: words that find, then who is meant.
    private func findView() -> Node {
        guard visit.may(.view, .register, at: Place(page.record.sentra.office)) else { return fragment {} }
        let fields = [
            FormField(
                name: "find", label: words.memberFindField,
                value: PersonFields.hiding(visit.fields["find"] ?? ""), hint: words.memberFindHint),
            FormField(
                name: "from", label: words.firstDay, kind: .date, value: visit.fields["from"] ?? "",
                hint: words.firstDayHint, isRequired: false),
        ]
        return details(.open(page.finding != nil)) {
            summary { words.memberFind }
            form(.action(visit.address(path)), .method(.get), .class("entry"), .role("search")) {
                languageField(visit)
                for field in fields { entryView(field, of: path) }
                p { button(.type(.submit)) { words.searchButton } }
            }
            if let finding = page.finding { foundView(finding) }
        }
    }

    private func foundView(_ finding: SentraPage.Finding) -> Node {
        let count = visit.language.numbers.integer(finding.lines.count)
        let from = visit.fields["from"].flatMap { CalendarDay($0) }
        return fragment {
            p(.role("status")) {
                finding.lines.isEmpty
                    ? words.memberNotFound(finding.text)
                    : words.memberFound(count, text: finding.text, isMore: finding.isMore)
            }
            if finding.lines.isEmpty {
                p { a(.href(visit.address(Paths.enterprises + "/new"))) { words.newEnterpriseTitle } }
            }
            ul(.class("rows")) {
                for line in finding.lines {
                    li {
                        a(.href(visit.address("\(Paths.enterprises)/\(line.id)"))) { line.enterprise.card.name }
                        " "
                        small { about(line.enterprise.card) }
                        " "
                        if isTaken(line.id, from: from) {
                            small { words.memberAlready }
                        } else {
                            buttonView(
                                words.memberAdd, action: path + "/members",
                                sending: [("enterprise", "\(line.id)"), ("first-day", from?.description ?? "")],
                                visit)
                        }
                    }
                }
            }
        }
    }

    /// Whether it belongs to the sentra already on a day from then on.
    private func isTaken(_ id: Enterprise.ID, from: CalendarDay?) -> Bool {
        guard let new = SentraMembership(of: id, from: from) else { return false }
        return page.record.members.contains { $0.membership.enterprise == id && $0.membership.overlaps(new) }
    }

    /// By what enterprises of one name are told apart.
    private func about(_ card: EnterpriseCard) -> String {
        [card.nib?.digits, card.product, card.street, card.area?.text].compactMap(\.self).joined(separator: " · ")
    }

    // MARK: - Changing one

    /// The one that the address names, or whose form was sent and has to be mended.
    private var chosen: SentraMember? {
        guard page.mayEnter(visit), let id = visit.fields["member"] ?? visit.parameters["member"] else { return nil }
        return page.record.members.first { $0.id.identifier.text == id }
    }

    private func changeView(_ member: SentraMember) -> Node {
        let action = "\(path)/members/\(member.id)"
        let typed = visit.path == action ? visit.form["last-day"] : nil
        let field = FormField(
            name: "last-day", label: words.lastDay, kind: .date,
            value: typed ?? member.membership.until?.description ?? "", hint: words.lastDayHint, isRequired: false)
        return div(.id("member")) {
            h3 { words.membershipOf(member.name) }
            p { time(member) }
            formView(
                FormPage(
                    title: "", fields: [field], hidden: [("version", "\(member.version)")], action: action,
                    button: words.memberEnd), visit)
            buttonView(words.memberTakeBack, action: action + "/take-back", visit)
        }
    }
}

/// From when until when somebody belongs to a sentra, in words.
func membershipWords(_ membership: SentraMembership, _ visit: Visit) -> String {
    visit.words.membership(
        from: membership.from.map(visit.calendar.day), until: membership.until.map(visit.calendar.day))
}
