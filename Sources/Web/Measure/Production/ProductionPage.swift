import Exchange
import HTML
import Measure
import Register
import Storage

/// Production of a year, with the figures that follow and what the visitor may do.
struct ProductionPage: Sendable {
    let enterprise: Enterprise
    let year: Int
    let isMerged: Bool
    /// `nil` for a year that is not entered yet.
    var kept: KeptProduction?
    /// What a list says of the year.
    var proposal: EnterpriseYear?
    var problems: [String] = []
    var isSaved = false
    /// Whether the fields show what was sent.
    var isSent = false

    var path: String { "\(Paths.enterprises)/\(enterprise.id)/production/\(year)" }
    private var place: Place { Place(enterprise.office, about: enterprise.id.identifier) }

    /// What is kept; what a list says, where nothing is.
    private var production: Production {
        if let kept { return kept.production }
        guard let proposal else { return Production(ProductionPeriod(yearly: year)) }
        return Production(from: proposal, product: enterprise.card.product ?? enterprise.card.name)
    }

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: words.productionTitle(enterprise.card.name, "\(year)"), verb: 1)
        frame.twins = Paths.Form.data.map { form in
            PageLink(words: form.rawValue.uppercased(), address: visit.address(path + form.suffix))
        }
        return document(frame) {
            problemsView()
            if isSaved { p(.class("saved"), .role("status")) { words.saved } }
            p {
                a(.href(visit.address("\(Paths.enterprises)/\(enterprise.id)") + "#production")) {
                    words.ofEnterprise(enterprise.card.name)
                }
            }
            if let kept { standingView(kept, visit) }
            if kept != nil { figuresView(visit) }
            formView(visit)
            stepsView(visit)
        }
    }

    private func problemsView() -> Node {
        guard !problems.isEmpty else { return .nothing }
        return div(.class("refusal"), .role("alert")) {
            for problem in problems { p { problem } }
        }
    }

    private func standingView(_ kept: KeptProduction, _ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            p { strong { words.productionState(kept.state) } }
            if !kept.steps.isEmpty {
                ul(.class("rows")) {
                    for step in kept.steps {
                        li {
                            words.productionStep(step.move).capitalisedFirst + " "
                            small { visit.instant(step.stamp.at) }
                            if let reason = step.reason { p(.class("detail")) { words.because(reason) } }
                        }
                    }
                }
            }
        }
    }

    // MARK: - Figures

    func figures(_ visit: Visit) -> PageTable {
        let words = visit.words
        return PageTable(
            caption: words.figuresCaption("\(year)"),
            columns: [
                PageTable.Column("figure", words.figureHeading, isNumber: false),
                PageTable.Column("value", words.hayamiValueHeading),
                PageTable.Column("unit", words.hayamiUnitHeading, isNumber: false),
                PageTable.Column("formula", nil, isNumber: false),
                PageTable.Column("version", nil),
            ],
            rows: production.figures.map { row($0, visit) })
    }

    private func row(_ measured: MeasuredFigure, _ visit: Visit) -> PageTable.Row {
        let (words, figure) = (visit.words, measured.figure)
        let doubt = measured.isBelowZero ? words.figureBelowZero : nil
        return PageTable.Row(
            cells: [
                PageTable.Cell(.text(figure.rawValue), words.productionFigure(figure)).with(
                    note: words.figureDefinition(figure)),
                cell(measured, visit).with(doubt: doubt),
                PageTable.Cell(.text(figure.unit.rawValue), words.figureUnit(figure.unit)),
                PageTable.Cell(.text(figure.formula), figure.formula),
                PageTable.Cell(.integer(measured.version), "\(measured.version)"),
            ], emphasis: figure == .valueAdded ? .home : nil)
    }

    private func cell(_ measured: MeasuredFigure, _ visit: Visit) -> PageTable.Cell {
        let (words, numbers) = (visit.words, visit.language.numbers)
        switch measured.outcome {
        case .known(let value):
            let text: String =
                switch measured.figure.unit {
                case .share: numbers.percent(value)
                case .rupiahPerRupiah: numbers.number(value, decimals: 2)
                default: numbers.number(value)
                }
            return PageTable.Cell(.number(value), text)
        case .missing(let items):
            let names = items.map { words.productionItem($0) }.joined(separator: ", ")
            return PageTable.Cell(.unknown, words.notKnown).with(note: words.figureMissing(names))
        case .undefined(let item):
            return PageTable.Cell(.unknown, "–").with(note: words.figureUndefined(words.productionItem(item)))
        case .unitsDiffer: return PageTable.Cell(.unknown, "–").with(note: words.figureUnitsDiffer)
        }
    }

    private func figuresView(_ visit: Visit) -> Node {
        let words = visit.words
        let isLoss = (production.outcome(of: .valueAdded).value ?? 0) < 0
        return fragment {
            h2 { words.figuresOfYear }
            if isLoss { p { words.figureBelowZero } }
            tableView(figures(visit), id: "figures", words)
            HTML.details {
                summary { words.howComputed }
                for explanation in words.productionExplanations { p { explanation } }
            }
        }
    }

    func json(_ visit: Visit) -> JSON {
        .object([
            JSON.Member("enterprise", .string(enterprise.id.identifier.text)), JSON.Member("year", .integer(year)),
            JSON.Member("state", JSON(kept?.state.rawValue)), JSON.Member("version", JSON(kept?.version)),
            JSON.Member(
                "facts",
                .object(
                    (kept?.production.texts ?? []).map { JSON.Member($0.item.rawValue, .string($0.text)) })),
            JSON.Member("figures", kept == nil ? .array([]) : figures(visit).json()),
        ])
    }

    // MARK: - The form

    private func formView(_ visit: Visit) -> Node {
        guard !isMerged, visit.may(.enter, .figures, at: place), kept?.state.isOpen != false else { return .nothing }
        let values =
            isSent
            ? Dictionary(
                uniqueKeysWithValues: ProductionForm.names.compactMap { name in visit.form[name].map { (name, $0) } })
            : ProductionForm.values(of: production, in: visit.language)
        let fields = ProductionFields(values: values, visit: visit)
        return fragment {
            h2(.id("isian")) { visit.words.productionFill }
            p { visit.words.productionLead }
            if kept == nil, proposal != nil { p { visit.words.productionFromList } }
            fields.view(action: path, version: kept?.version)
        }
    }

    /// What a field is called, for telling what is wrong with it.
    func label(_ name: String, _ visit: Visit) -> String { ProductionFields(values: [:], visit: visit).label(name) }

    func told(_ refused: ProductionRefused, _ visit: Visit) -> [String] {
        let words = visit.words
        switch refused {
        case .faults(let faults): return faults.map(words.productionFault)
        case .unknownEnterprise, .merged: return [words.message(.notDone(.mergedAlready))]
        case .changedMeanwhile: return [words.productionChangedMeanwhile]
        case .notOpen(let state): return [words.productionNotOpen(words.productionState(state))]
        case .notNow(let state): return [words.productionNotNow(words.productionState(state))]
        case .reasonMissing: return [words.productionReasonMissing]
        case .unknownYear: return [words.productionNone]
        }
    }

    // MARK: - Steps

    private func stepsView(_ visit: Visit) -> Node {
        guard let kept, !isMerged else { return .nothing }
        let moves = ProductionMove.allCases.filter { move in
            move.target(from: kept.state) != nil && visit.may(move.deed, .figures, at: place)
        }
        return fragment {
            for move in moves {
                if move.needsReason {
                    HTML.details {
                        summary { visit.words.productionMove(move) }
                        HTML.form(.action(visit.address("\(path)/\(move.rawValue)")), .method(.post), .class("entry")) {
                            input(.type(.hidden), .name(Answering.tokenField), .value(visit.formToken))
                            input(.type(.hidden), .name("version"), .value("\(kept.version)"))
                            entryView(
                                FormField(name: "reason", label: visit.words.productionReason, kind: .lines),
                                of: move.rawValue)
                            p { button(.type(.submit)) { visit.words.productionMove(move) } }
                        }
                    }
                } else {
                    buttonView(
                        visit.words.productionMove(move), action: "\(path)/\(move.rawValue)",
                        sending: [("version", "\(kept.version)")], visit)
                    " "
                }
            }
        }
    }
}
