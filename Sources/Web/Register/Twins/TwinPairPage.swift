import HTML
import Register
import Storage

/// Two enterprises side by side, and what can be decided about them.
struct TwinPairPage: Sendable {
    let pair: TwinPair
    let first: EnterpriseRecord
    let second: EnterpriseRecord
    var areaNames: [AreaCode: String] = [:]
    var problem: String?

    private var path: String { "\(Paths.twins)/\(pair.id)" }
    private var place: Place { Place(pair.office) }
    private var isOpen: Bool { pair.state == .open && first.mergedInto == nil && second.mergedInto == nil }

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        let evidence = Evidence(pair, visit)
        return document(Frame(visit, title: words.pairQuestion, verb: 0)) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            div(.class("answer")) {
                p { settled(words) ?? words.pairAnswer(evidence.share) }
                for sentence in evidence.sentences(words) { p { sentence } }
            }
            if evidence.isHiding { p { small { words.evidenceHidden } } }
            p {
                for (heading, record) in [(words.firstTwinHeading, first), (words.secondTwinHeading, second)] {
                    "\(heading): "
                    a(.href(visit.address("\(Paths.enterprises)/\(record.id)"))) { record.enterprise.card.name }
                    ". "
                }
            }
            tableView(table(visit), id: "pair", words)
            if !visit.may(.view, .personal, at: place) { p { words.personalHidden } }
            if isOpen, visit.may(.enter, .jobs, at: place) { decisionView(visit) }
            details {
                summary { words.howComputed }
                p { words.pairExplained }
            }
            p(.class("next")) { a(.href(visit.address(Paths.twins))) { words.twinsTitle } }
        }
    }

    private func settled(_ words: any Words) -> String? {
        switch pair.state {
        case .open: nil
        case .different: words.pairSettledDifferent
        case .merged: words.pairSettledMerged
        }
    }

    private func table(_ visit: Visit) -> PageTable {
        let words = visit.words
        let mayRead = visit.may(.view, .personal, at: place)
        let fields = EnterpriseCard.fields.filter { mayRead || !$0.isPersonal }
        var rows = fields.compactMap { field in
            row(words.field(field), told(field, of: first, words), told(field, of: second, words), visit)
        }
        if mayRead {
            rows += [row(words.field(.ownerNIK), first.lastFour?.text, second.lastFour?.text, visit)]
                .compactMap(\.self)
        }
        rows += EnterpriseField.allCases.compactMap { row(words.field($0), first.papers[$0], second.papers[$0], visit) }
        rows += [row(words.pairYears, years(of: first), years(of: second), visit)].compactMap(\.self)
        return PageTable(
            caption: words.pairCaption,
            columns: [
                PageTable.Column("field", words.pairFieldHeading, isNumber: false),
                PageTable.Column("first", words.firstTwinHeading, isNumber: false),
                PageTable.Column("second", words.secondTwinHeading, isNumber: false),
                PageTable.Column("comparison", words.pairDifferenceHeading, isNumber: false),
            ], rows: rows)
    }

    /// - Returns: `nil` for what neither knows.
    private func row(_ heading: String, _ one: String?, _ other: String?, _ visit: Visit) -> PageTable.Row? {
        guard one != nil || other != nil else { return nil }
        let words = visit.words
        func cell(_ text: String?) -> PageTable.Cell {
            text.map { PageTable.Cell($0) } ?? PageTable.Cell(.unknown, words.notKnown)
        }
        let isOnlyOne = one == nil || other == nil
        let comparison = isOnlyOne ? words.pairOnlyOne : comparison(one ?? "", other ?? "", words)
        return PageTable.Row(
            cells: [
                PageTable.Cell(heading), cell(one), cell(other), PageTable.Cell(comparison),
            ], emphasis: !isOnlyOne && one != other ? .other : nil)
    }

    private func comparison(_ one: String, _ other: String, _ words: any Words) -> String {
        if one == other { return words.pairSame }
        let folded = (FoldedName(one).key, FoldedName(other).key)
        return folded.0 == folded.1 && !folded.0.isEmpty ? words.pairSpelling : words.pairDiffers
    }

    private func told(_ field: EnterpriseField, of record: EnterpriseRecord, _ words: any Words) -> String? {
        guard let text = record.enterprise.card.text(field) else { return nil }
        if field == .village, let area = record.enterprise.card.area, let name = areaNames[area] {
            return "\(name) (\(text))"
        }
        return words.told(text, field)
    }

    private func years(of record: EnterpriseRecord) -> String? {
        record.years.isEmpty ? nil : record.years.map { "\($0.year)" }.joined(separator: ", ")
    }

    private func decisionView(_ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            h2 { words.mergeHeading }
            p { words.mergeLead }
            form(.action(visit.address(path + "/merge")), .method(.post), .class("entry")) {
                input(.type(.hidden), .name(Answering.tokenField), .value(visit.formToken))
                input(.type(.hidden), .name("first-version"), .value("\(first.enterprise.version)"))
                input(.type(.hidden), .name("second-version"), .value("\(second.enterprise.version)"))
                fieldset {
                    legend { words.mergeWhichStays }
                    keepView(first, words.firstTwinHeading, isChosen: true)
                    keepView(second, words.secondTwinHeading, isChosen: false)
                }
                p { button(.type(.submit)) { words.mergeButton } }
            }
            p { words.differentLead }
            div(.class("line")) { buttonView(words.differentButton, action: path + "/different", visit) }
        }
    }

    private func keepView(_ record: EnterpriseRecord, _ heading: String, isChosen: Bool) -> Node {
        let id = "keep-\(record.id)"
        return div(.class("field")) {
            label(.for(id)) {
                input(
                    .type(.radio), .id(id), .name("keep"), .value(record.id.identifier.text), .checked(isChosen),
                    .required(true))
                " \(heading): \(record.enterprise.card.name)"
            }
        }
    }
}
