import Foundation
import HTML
import Register
import Storage

/// What an office's codes of KBLI 2020 have become, code by code.
struct IndustryBoard: Sendable {
    /// A code in use, what is proposed for it and what was decided.
    struct Line: Sendable {
        let use: IndustryUse
        let proposal: IndustryProposal?
        let decision: IndustryDecision?

        var code: IndustryCode { use.code }
        /// A code of less than five digits is made complete on the enterprises' pages first.
        var isComplete: Bool { code.code.utf8.count == 5 }
        /// The same digits, as a code of 2025.
        var sameDigits: IndustryCode? { IndustryCode(.kbli2025, code.code) }
        /// Codes of 2025 that may be meant, the likest first.
        var candidates: [IndustryCode] { [proposal?.proposed].compactMap(\.self) + (proposal?.others ?? []) }
        /// The codes whose titles are shown.
        var mentioned: [IndustryCode] {
            [code] + [sameDigits, decision?.successor].compactMap(\.self) + candidates
        }
        /// The stable name of what became of it.
        var became: String { proposal?.alarm?.rawValue ?? "kept" }
    }

    /// So many of one code are counted; beyond, "more than" is said.
    static let mostCounted = 1000
    /// In place of a code: it stays open; a code that is not among the proposals.
    static let staysOpen = "open"
    static let another = "other"

    /// `nil` where the visitor's offices are many and none was chosen.
    var office: Region?
    var mayEnter = false
    var lines: [Line] = []
    var titles: [IndustryCode: IndustryTitle] = [:]
    var names: [Account.ID: String] = [:]
    var problem: String?

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: words.boardQuestion, verb: 0)
        if let office, visit.may(.export, .register, at: Place(office.id)) {
            frame.twins = visit.twins(of: Paths.industries, query: "?office=\(office.id.text)")
        }
        return document(frame) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            if visit.fields["saved"] == "1", problem == nil { p(.class("saved"), .role("status")) { words.saved } }
            if office != nil { div(.class("answer")) { for sentence in answer(visit) { p { sentence } } } }
            if let chosen = chosen(visit) { IndustryChoiceView(board: self, line: chosen, visit: visit).view() }
            if !page(visit).isEmpty { tableView(table(page(visit), visit), id: "industries", words) }
            pagesView(visit)
            if hasSeveralOffices(visit) { officeView(visit) }
            details {
                summary { words.howComputed }
                for sentence in words.boardComputed(visit.language.numbers.integer(Self.mostCounted)) {
                    p { sentence }
                }
            }
            p(.class("next")) { a(.href(visit.address(Paths.enterprises))) { words.enterprisesTitle } }
        }
    }

    private func answer(_ visit: Visit) -> [String] {
        let (words, numbers) = (visit.words, visit.language.numbers)
        let name = office?.name ?? ""
        guard !lines.isEmpty else { return [words.boardEmpty(name)] }
        let decided = lines.filter { $0.decision != nil }.count
        let alarming = lines.filter {
            $0.decision == nil && $0.proposal?.alarm == .sameDigitsOtherMeaning
        }.count
        return [
            words.boardAnswer(
                numbers.integer(lines.count), place: name, decided: numbers.integer(decided),
                open: numbers.integer(lines.count - decided)),
            alarming > 0 ? words.boardAlarm(numbers.integer(alarming)) : nil,
            mayEnter ? words.boardHint : nil,
        ].compactMap(\.self)
    }

    /// The one that the address or the form names.
    private func chosen(_ visit: Visit) -> Line? {
        guard mayEnter, let code = visit.form["code"] ?? visit.fields["code"] else { return nil }
        return lines.first { $0.code.code == code && $0.isComplete }
    }

    private func hasSeveralOffices(_ visit: Visit) -> Bool {
        let regions = visit.regions(.view, .register)
        return regions.count > 1 || regions.contains(where: \.isProvince)
    }

    private func officeView(_ visit: Visit) -> Node {
        let field = FormField(
            name: "office", label: visit.words.officeToKeep, value: office?.id.text ?? "", hint: visit.words.homeHint)
        return form(.action(visit.address(Paths.industries)), .method(.get), .class("entry")) {
            languageField(visit)
            entryView(field, of: "filter")
            p { button(.type(.submit)) { visit.words.show } }
        }
    }
}

// MARK: - The table

extension IndustryBoard {
    /// So many lines a page; the files hold them all.
    static let pageLength = 100

    /// The lines after the code that the address names.
    private func rest(_ visit: Visit) -> ArraySlice<Line> {
        guard let after = visit.fields["after"] else { return lines[...] }
        return lines.drop { $0.code.code <= after }
    }

    private func page(_ visit: Visit) -> [Line] { Array(rest(visit).prefix(Self.pageLength)) }

    private func pagesView(_ visit: Visit) -> Node {
        guard let office, rest(visit).count > Self.pageLength, let last = page(visit).last else { return fragment {} }
        let address = Paths.address(Paths.industries, [("office", office.id.text), ("after", last.code.code)])
        return p(.class("pages")) { a(.href(visit.address(address))) { visit.words.pageNext } }
    }

    /// All lines, for the files.
    func table(_ visit: Visit) -> PageTable { table(lines, visit) }

    private func table(_ shown: [Line], _ visit: Visit) -> PageTable {
        let words = visit.words
        func column(_ key: String, _ heading: String?) -> PageTable.Column {
            PageTable.Column(key, heading, isNumber: false)
        }
        // The codes that several are proposed to become.
        let proposed = Dictionary(grouping: lines.filter { $0.proposal?.proposed != nil }) { $0.proposal?.proposed }
        return PageTable(
            caption: words.boardCaption(office?.name ?? ""),
            columns: [
                column("kbli-2020", "KBLI 2020"), column("title-2020", nil),
                PageTable.Column("enterprises", words.enterprisesHeading), column("became", words.becameHeading),
                column("kbli-2025-proposed", words.proposedHeading), column("title-2025-proposed", nil),
                column("kbli-2025-others", nil), column("kbli-2025", words.decidedHeading),
                column("title-2025", nil), column("decided-by", nil), column("decided-at", nil),
            ],
            rows: shown.map { line in
                let fellows = proposed[line.proposal?.proposed].map { $0.map(\.code).filter { $0 != line.code } } ?? []
                return PageTable.Row(
                    cells: headCells(line, visit) + proposalCells(line, fellows, visit) + decisionCells(line, visit),
                    emphasis: nil)
            })
    }

    func title(_ code: IndustryCode?) -> String? { code.flatMap { titles[$0]?.title } }

    private func text(_ text: String?, _ unknown: String = "") -> PageTable.Cell {
        text.map { PageTable.Cell($0) } ?? PageTable.Cell(.unknown, unknown)
    }

    private func headCells(_ line: Line, _ visit: Visit) -> [PageTable.Cell] {
        let words = visit.words
        let address =
            mayEnter && line.isComplete
            ? Paths.address(Paths.industries, [("office", office?.id.text), ("code", line.code.code)]) : nil
        let shown = visit.language.numbers.integer(min(line.use.enterprises, Self.mostCounted))
        let isMore = line.use.enterprises > Self.mostCounted
        return [
            PageTable.Cell(line.code.code).with(
                note: title(line.code), address: address.map { visit.address($0) + "#decide" }),
            text(title(line.code)),
            // How many more they are is not counted, so the files do not know it.
            PageTable.Cell(
                isMore ? .unknown : .integer(line.use.enterprises), isMore ? words.moreThan(shown) : shown),
            became(line, visit),
        ]
    }

    private func became(_ line: Line, _ visit: Visit) -> PageTable.Cell {
        let words = visit.words
        let cell = PageTable.Cell(.text(line.became), words.became(line.proposal?.alarm, isComplete: line.isComplete))
        guard line.proposal?.alarm == .sameDigitsOtherMeaning else { return cell }
        return cell.with(note: title(line.sameDigits).map { "2025: \($0)" }, doubt: words.sameDigitsWarning)
    }

    private func proposalCells(
        _ line: Line, _ fellows: [IndustryCode], _ visit: Visit
    ) -> [PageTable.Cell] {
        let words = visit.words
        let proposed = line.proposal?.proposed
        let others = line.proposal?.others.map(\.code) ?? []
        let notes = [
            title(proposed), others.isEmpty ? nil : words.mayBeSplit(others.joined(separator: ", ")),
            fellows.isEmpty ? nil : words.mayBeMerged(fellows.map(\.code).joined(separator: ", ")),
        ].compactMap(\.self)
        return [
            text(proposed?.code, words.nothingProposed).with(note: notes.isEmpty ? nil : notes.joined(separator: "; ")),
            text(title(proposed)), text(others.isEmpty ? nil : others.joined(separator: " ")),
        ]
    }

    private func decisionCells(_ line: Line, _ visit: Visit) -> [PageTable.Cell] {
        let words = visit.words
        guard let decision = line.decision else {
            return [PageTable.Cell(.unknown, words.staysOpen), text(nil), text(nil), text(nil)]
        }
        let name = decision.decided.by.flatMap { names[$0] } ?? words.program
        let day = CalendarDay(of: decision.decided.at, by: visit.calendar.time)
        let note = [title(decision.successor), words.decidedBy(name, on: visit.day(day))].compactMap(\.self)
        return [
            PageTable.Cell(decision.successor.code).with(note: note.joined(separator: "; ")),
            text(title(decision.successor)), PageTable.Cell(name), PageTable.Cell(day.description),
        ]
    }
}
