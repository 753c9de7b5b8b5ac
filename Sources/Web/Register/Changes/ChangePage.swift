import HTML
import Register
import Storage

/// One change request: old and new of every field, and what can be done about it.
struct ChangePage: Sendable {
    let request: ChangeRequest
    /// The enterprise as it stands now.
    let record: EnterpriseRecord
    /// Who proposed it.
    var maker: String?
    var mergedInto: Enterprise?
    var areaNames: [AreaCode: String] = [:]
    var problem: String?
    var isSaved = false

    private var path: String { "\(Paths.changes)/\(request.id)" }
    private var place: Place { Place(request.office, about: request.enterprise.identifier) }
    private var isOpen: Bool { request.state == .open }
    private var card: EnterpriseCard { record.enterprise.card }

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        return document(Frame(visit, title: words.changeQuestion(card.name), verb: 0)) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            if isSaved { p(.class("saved"), .role("status")) { words.saved } }
            div(.class("answer")) {
                let day = visit.day(request.settled?.at ?? request.made.at)
                p { words.changeStands(request.state, isPartly: request.isPartly, on: day) }
                if let reason = request.reason { p { words.changeReason(reason) } }
            }
            p { words.changeMadeBy(maker ?? words.program, on: visit.day(request.made.at)) }
            p { words.changeWhy(request.why) }
            tableView(table(visit), id: "change", words)
            if isOpen { deedsView(visit) }
            p {
                a(.href(visit.address("\(Paths.enterprises)/\(request.enterprise)"))) { card.name }
            }
            if !visit.regions(.view, .requests).isEmpty {
                p(.class("next")) { a(.href(visit.address(Paths.changes))) { words.changesTitle } }
            }
        }
    }

    // MARK: - Old and new

    private func table(_ visit: Visit) -> PageTable {
        let words = visit.words
        func column(_ key: String, _ heading: String) -> PageTable.Column {
            PageTable.Column(key, heading, isNumber: false)
        }
        let now = isOpen ? [column("now", words.changeNowHeading)] : []
        return PageTable(
            caption: words.changeCaption,
            columns: [
                column("field", words.fieldHeading), column("old", words.changeOldHeading),
                column("new", words.changeNewHeading),
            ] + now + [column("remark", words.changeStandingHeading)],
            rows: request.fields.map { row($0, visit) })
    }

    private func row(_ proposed: ProposedField, _ visit: Visit) -> PageTable.Row {
        let words = visit.words
        let standing = proposed.standing(on: card)
        let remark = isOpen ? words.standing(standing) : words.outcome(proposed.outcome)
        let now = isOpen ? [cell(card.text(proposed.field), proposed.field, visit)] : []
        return PageTable.Row(
            cells: [
                PageTable.Cell(words.field(proposed.field)), cell(proposed.old, proposed.field, visit),
                cell(proposed.new, proposed.field, visit),
            ] + now + [PageTable.Cell(remark)],
            emphasis: isOpen && standing == .changedMeanwhile ? .other : nil)
    }

    private func cell(_ text: String?, _ field: EnterpriseField, _ visit: Visit) -> PageTable.Cell {
        let words = visit.words
        guard !field.isPersonal || visit.may(.view, .personal, at: place) else {
            return PageTable.Cell(.unknown, words.personalValue)
        }
        guard let text else { return PageTable.Cell(.unknown, words.notKnown) }
        let name = field == .village ? AreaCode(text).flatMap { areaNames[$0] } : nil
        return PageTable.Cell(name.map { "\($0) (\(text))" } ?? words.told(text, field))
    }

    // MARK: - What can be done

    private func deedsView(_ visit: Visit) -> Node {
        let words = visit.words
        let decides = visit.may(.approve, .requests, at: place)
        return fragment {
            if decides {
                if let mergedInto {
                    p { words.changeMergedLead }
                    p { a(.href(visit.address("\(Paths.enterprises)/\(mergedInto.id)"))) { mergedInto.card.name } }
                } else {
                    approveView(visit)
                }
                refuseView(visit)
            } else {
                p { words.changeHeadDecides }
            }
            if let maker = request.made.by, maker == visit.visitor?.id {
                buttonView(words.changeWithdrawButton, action: path + "/withdraw", visit)
            }
        }
    }

    private func approveView(_ visit: Visit) -> Node {
        let words = visit.words
        let reason = FormField(
            name: "reason", label: words.changeReasonField, value: reason(visit), hint: words.changeReasonHint,
            isRequired: false)
        return fragment {
            h2 { words.changeDecideHeading }
            p { words.changeDecideLead }
            formView(
                FormPage(
                    title: "", fields: request.fields.map { choice($0, visit) } + [reason],
                    hidden: [("version", "\(record.enterprise.version)")], action: path + "/approve",
                    button: words.changeApproveButton), visit)
        }
    }

    /// What nobody has touched is taken unless somebody says otherwise; the rest is nobody's to guess.
    private func choice(_ proposed: ProposedField, _ visit: Visit) -> FormField {
        let words = visit.words
        let isTouched = proposed.standing(on: card) == .changedMeanwhile
        return FormField(
            name: proposed.field.rawValue, label: words.field(proposed.field),
            kind: .choice([
                ("", words.changeChoose), (ChangeChoice.take.rawValue, words.changeTake),
                (ChangeChoice.leave.rawValue, words.changeLeave),
            ]),
            value: visit.form[proposed.field.rawValue] ?? (isTouched ? "" : ChangeChoice.take.rawValue),
            hint: isTouched ? words.standing(.changedMeanwhile) : nil)
    }

    private func refuseView(_ visit: Visit) -> Node {
        let words = visit.words
        return HTML.details(.open(mergedInto != nil || problem != nil)) {
            summary { words.changeRefuseHeading }
            formView(
                FormPage(
                    title: "",
                    fields: [FormField(name: "reason", label: words.changeReasonField, value: reason(visit))],
                    action: path + "/refuse", button: words.changeRefuseButton), visit)
        }
    }

    private func reason(_ visit: Visit) -> String { PersonFields.hiding(visit.form["reason"] ?? "") }
}
