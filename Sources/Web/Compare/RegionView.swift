import HTML
import Register

extension RegionPage {
    public func html() -> [UInt8] {
        let words = language.words
        let frame = Frame(
            language: language, title: title, verb: 2, otherLanguage: otherLanguage, twins: twins,
            sources: sources)
        return document(frame) {
            div(.class("answer")) {
                for sentence in sentences {
                    p { sentence }
                }
            }
            ul(.class("cautions")) {
                for caution in cautions + [flagsSentence] {
                    li { caution }
                }
            }
            yearView(words)
            div(.class("pair")) {
                chartView(quotientChart, id: "quotients")
                tableView(industries, id: "industries", words)
            }
            h2 { words.specialisationHeading }
            tableView(specialisation, id: "specialisation", words)
            shiftView(words)
            flagsView(words)
            neighboursView(words)
            details {
                summary { words.howComputed }
                for explanation in explanations {
                    p { explanation }
                }
            }
            p(.class("next")) {
                "\(words.nextStep): "
                a(.class("button"), .href(next.address)) { next.words }
            }
        }
    }

    private func yearView(_ words: any Words) -> Node {
        form(.action(Paths.region(code)), .method(.get)) {
            div(.class("fields")) { fieldsView([yearField]) }
            if language != .indonesian {
                input(.type(.hidden), .name("lang"), .value(language.rawValue))
            }
            button(.type(.submit)) { words.show }
        }
    }

    private func shiftView(_ words: any Words) -> Node {
        guard let shiftHeading, let shiftChart, let shiftShare else { return .nothing }
        return fragment {
            h2 { shiftHeading }
            chartView(shiftChart, id: "shift")
            tableView(shiftShare, id: "shift-table", words)
        }
    }

    private func flagsView(_ words: any Words) -> Node {
        guard let flags else { return .nothing }
        return fragment {
            h2 { words.flagsHeading }
            tableView(flags, id: "flags", words)
        }
    }

    private func neighboursView(_ words: any Words) -> Node {
        fragment {
            h2 { words.likestHeading }
            tableView(likest, id: "likest", words)
            h2 { words.neighboursHeading }
            tableView(neighbours, id: "neighbours", words)
        }
    }
}
