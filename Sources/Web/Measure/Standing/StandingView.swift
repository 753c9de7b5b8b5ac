import HTML
import Measure
import Register

extension StandingPage {
    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: words.standingTitle(office.name), verb: 1)
        let mayExport = visit.regions(.export, .figures).contains { $0.covers(office.id) }
        if told != nil, mayExport {
            frame.twins = Paths.Form.data.map { form in
                PageLink(words: form.rawValue.uppercased(), address: address(Paths.measure + form.suffix))
            }
        }
        frame.otherLanguage = PageLink(
            words: words.otherLanguage,
            address: visit.fields.address(Paths.measure, replacing: "lang", by: visit.language.other.rawValue))
        return document(frame) {
            if let problem { p(.class("refusal"), .role("alert")) { words.message(problem) } }
            if facts.years.isEmpty { emptyView(words) }
            if let told { answerView(told, words) }
            if !facts.years.isEmpty { questionView(words) }
            if let told { tablesView(told, words) }
            nextView(words)
        }
    }

    private func emptyView(_ words: any Words) -> Node {
        fragment {
            div(.class("answer")) { p { words.standingEmpty } }
            if !visit.regions(.enter, .register).isEmpty {
                p(.class("next")) {
                    a(.class("button"), .href(visit.address(Paths.lists))) { words.standingEmptyNext }
                }
            }
        }
    }

    private func answerView(_ told: Told, _ words: any Words) -> Node {
        fragment {
            div(.class("answer")) {
                for sentence in told.sentences { p { sentence } }
            }
            ul(.class("cautions")) {
                for caution in words.standingCautions { li { caution } }
            }
        }
    }

    private func tablesView(_ told: Told, _ words: any Words) -> Node {
        fragment {
            tableView(told.figures, id: "figures", words)
            h2(.id("trend-heading")) { words.standingTrendHeading(words.standingFigure(told.figure)) }
            if let chart = told.trendChart { chartView(chart, id: "trend-chart") }
            tableView(told.trend, id: "trend", words)
            if let breakdown = told.breakdown, let dimension = told.dimension {
                h2 {
                    words.standingBreakdownHeading(
                        words.standingFigure(told.figure), words.standingDimension(dimension))
                }
                tableView(breakdown, id: "breakdown", words)
            }
            if let papers = told.papers {
                h2 { words.standingPapersHeading }
                tableView(papers, id: "papers", words)
            }
            h2 { words.standingHistoryHeading }
            tableView(told.history, id: "history", words)
            details {
                summary { words.howComputed }
                for explanation in words.standingExplanations { p { explanation } }
                tableView(told.definitions, id: "definitions", words)
            }
        }
    }

    private func nextView(_ words: any Words) -> Node {
        p(.class("next")) {
            "\(words.nextStep): "
            a(.class("button"), .href(visit.address(Paths.address(Paths.hosts, [("home", office.id.text)])))) {
                words.standingCompare
            }
            " "
            a(.href(visit.address(Paths.hayami))) { words.standingHayami }
        }
    }

    // MARK: - The question

    private func questionView(_ words: any Words) -> Node {
        details(.id("question"), .open(problem != nil)) {
            summary { words.changeQuestion }
            form(.action(Paths.measure), .method(.get), .role("search")) {
                languageField(visit)
                div(.class("fields")) {
                    for field in fields(words) { entryView(field, of: Paths.measure) }
                }
                div(.class("line")) { button(.type(.submit)) { words.show } }
            }
        }
    }

    private func fields(_ words: any Words) -> [FormField] {
        func choice(_ name: String, _ label: String, _ choices: [(value: String, words: String)]) -> FormField {
            FormField(
                name: name, label: label, kind: .choice(choices), value: visit.fields[name] ?? "", isRequired: false)
        }
        func filter(_ dimension: StandingDimension) -> FormField {
            let categories = facts.categories(dimension).dropFirst() + facts.categories(dimension).prefix(1)
            return choice(
                dimension.rawValue, words.standingDimension(dimension),
                [(value: "", words: words.standingAll)]
                    + categories.map { category in
                        (value: category.key, words: category.name ?? words.standingCategory(dimension, category.key))
                    })
        }
        var fields: [FormField] = []
        if !choices.isEmpty {
            var offices = choice("office", words.officeToKeep, choices.map { (value: $0.id.text, words: $0.name) })
            offices.value = office.id.text
            fields.append(offices)
        }
        var year = choice("year", words.yearField, facts.years.reversed().map { (value: "\($0)", words: "\($0)") })
        year.value = told.map { "\($0.question.year)" } ?? ""
        fields += [year] + [StandingDimension.field, .size, .sex, .district, .sentra].map(filter)
        var figure = choice(
            "figure", words.standingFigureField,
            StandingFigure.allCases.map { (value: $0.rawValue, words: words.standingFigure($0)) })
        figure.value = told?.figure.rawValue ?? ""
        var dimension = choice(
            "by", words.standingByField,
            [(value: "", words: words.standingAll)]
                + StandingDimension.allCases.map { (value: $0.rawValue, words: words.standingDimension($0)) })
        dimension.value = visit.fields["by"] ?? ""
        return fields + [figure, dimension]
    }
}
