import Foundation
import HTML
import Register
import Storage

/// The queue of what owners propose. It names fields and not what is written in them: that is on the page of each.
struct ChangesPage: Sendable {
    let state: ChangeRequest.State
    let lines: [ChangeLine]

    /// So many are shown; when they are decided, the others follow.
    static let mostShown = 100

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: words.changesQuestion, verb: 0)
        if !visit.regions(.export, .register).isEmpty {
            frame.twins = visit.twins(of: Paths.changes, query: Self.query(state))
        }
        return document(frame) {
            div(.class("answer")) { p { answer(visit) } }
            p { words.changesLead }
            statesView(visit)
            if !lines.isEmpty { tableView(table(visit), id: "changes", words) }
            p { a(.href(visit.address(Paths.enterprises))) { words.enterprisesTitle } }
        }
    }

    private func answer(_ visit: Visit) -> String {
        guard !lines.isEmpty else { return visit.words.changesNone(state) }
        let count = visit.language.numbers.integer(min(lines.count, Self.mostShown))
        return visit.words.changesAnswer(count, state, isMore: lines.count > Self.mostShown)
    }

    private static func query(_ state: ChangeRequest.State) -> String {
        state == .open ? "" : "?state=\(state.rawValue)"
    }

    private func statesView(_ visit: Visit) -> Node {
        let words = visit.words
        return p {
            for (place, state) in ChangeRequest.State.allCases.enumerated() {
                if place > 0 { " · " }
                if state == self.state {
                    strong { words.changeState(state, isPartly: false) }
                } else {
                    a(.href(visit.address(Paths.changes + Self.query(state)))) {
                        words.changeState(state, isPartly: false)
                    }
                }
            }
        }
    }

    func table(_ visit: Visit) -> PageTable {
        let words = visit.words
        let shown = visit.rendering == .page ? lines.prefix(Self.mostShown) : lines[...]
        return PageTable(
            caption: words.changesCaption(state),
            columns: [
                PageTable.Column("enterprise", words.field(.name), isNumber: false),
                PageTable.Column("fields", words.changeFieldsHeading, isNumber: false),
                PageTable.Column("made_at", words.changeMadeHeading, isNumber: false),
                PageTable.Column("state", words.changeStateHeading, isNumber: false),
                PageTable.Column("settled_at", nil, isNumber: false),
                PageTable.Column("changed_since", nil, isNumber: false),
                PageTable.Column("change_id", nil, isNumber: false),
                PageTable.Column("enterprise_id", nil, isNumber: false),
            ],
            rows: shown.map { PageTable.Row(cells: cells($0, visit), emphasis: nil) })
    }

    private func cells(_ line: ChangeLine, _ visit: Visit) -> [PageTable.Cell] {
        let words = visit.words
        let fields = line.fields.map(\.rawValue).joined(separator: " ")
        let state = words.changeState(line.state, isPartly: line.isPartly)
        let remark = line.isMerged ? words.changeMerged : line.isOvertaken ? words.changeOvertaken : nil
        return [
            PageTable.Cell(line.name).with(address: visit.address("\(Paths.changes)/\(line.id)")),
            PageTable.Cell(.text(fields), line.fields.map { words.field($0) }.joined(separator: ", ")),
            PageTable.Cell(.text(line.madeAt.formatted(.iso8601)), visit.day(line.madeAt)),
            PageTable.Cell(.text(line.isPartly ? "approved-in-part" : line.state.rawValue), state)
                .with(note: remark ?? line.settledAt.map { visit.day($0) }),
            line.settledAt.map { PageTable.Cell($0.formatted(.iso8601)) } ?? PageTable.Cell(.unknown, ""),
            PageTable.Cell(line.isOvertaken || line.isMerged ? "yes" : "no"),
            PageTable.Cell(line.id.identifier.text),
            PageTable.Cell(line.enterprise.identifier.text),
        ]
    }
}
