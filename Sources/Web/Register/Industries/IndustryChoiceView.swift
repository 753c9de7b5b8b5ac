import HTML
import Register

/// Deciding about one code: both titles to read, and the choice.
struct IndustryChoiceView {
    let board: IndustryBoard
    let line: IndustryBoard.Line
    let visit: Visit

    private var words: any Words { visit.words }

    func view() -> Node {
        div(.id("decide")) {
            h2 { words.decideHeading(line.code.code) }
            p { words.titleOf("2020", line.code.code, board.title(line.code) ?? words.notKnown) }
            if let title = board.title(line.sameDigits) {
                p(.class(line.proposal?.alarm == .sameDigitsOtherMeaning ? "refusal" : nil)) {
                    words.titleOf("2025", line.code.code, title)
                    if line.proposal?.alarm == .sameDigitsOtherMeaning { " " + words.sameDigitsWarning }
                }
            }
            formView(
                FormPage(
                    title: "", fields: fields, hidden: hidden, action: Paths.industries, button: words.decideButton),
                visit)
        }
    }

    private var hidden: [(name: String, value: String)] {
        [
            ("office", board.office?.id.text ?? ""), ("code", line.code.code),
            ("seen", line.decision?.successor.code ?? ""),
        ]
    }

    private var fields: [FormField] {
        let choices =
            line.candidates.map { code in
                (value: code.code, words: [code.code, board.title(code)].compactMap(\.self).joined(separator: " – "))
            } + [
                (value: IndustryBoard.another, words: words.anotherCode),
                (value: IndustryBoard.staysOpen, words: words.leaveOpen),
            ]
        return [
            FormField(
                name: "successor", label: words.successorField, kind: .choice(choices),
                value: visit.form["successor"] ?? usual),
            FormField(
                name: "other", label: words.anotherField, value: visit.form["other"] ?? otherDecided ?? "",
                hint: words.anotherHint, isRequired: false),
        ]
    }

    /// What needs reading is not confirmed by a slip: it stays open until somebody chooses.
    private var usual: String {
        if let decided = line.decision?.successor {
            return line.candidates.contains(decided) ? decided.code : IndustryBoard.another
        }
        guard line.proposal?.confirmation == .together, let proposed = line.proposal?.proposed else {
            return IndustryBoard.staysOpen
        }
        return proposed.code
    }

    private var otherDecided: String? {
        line.decision.flatMap { line.candidates.contains($0.successor) ? nil : $0.successor.code }
    }
}
