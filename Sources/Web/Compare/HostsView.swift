import HTML

extension HostsPage {
    /// The page: the answer, a picture, the tables, how it was computed, what to do next.
    public func html() -> [UInt8] {
        let words = language.words
        let frame = Frame(
            language: language, title: title, verb: 2, otherLanguage: otherLanguage, twins: twins,
            sources: sources)
        return document(frame) {
            answerView()
            formView(words)
            if !nearest.rows.isEmpty {
                if let leadChart { chartView(leadChart, id: "lead") }
                h2 { words.nearestHeading }
                tableView(nearest, id: "nearest", words)
            }
            shortlistView(words)
            if let structure { structureView(structure, words) }
            h2 { words.mapHeading }
            chartView(map, id: "map")
            computedView(words)
            nextView(words)
        }
    }

    private func answerView() -> Node {
        fragment {
            div(.class("answer")) {
                for sentence in sentences {
                    p { sentence }
                }
            }
            if !cautions.isEmpty {
                ul(.class("cautions")) {
                    for caution in cautions {
                        li { caution }
                    }
                }
            }
        }
    }

    private func formView(_ words: any Words) -> Node {
        details(.id("question")) {
            summary { words.changeQuestion }
            form(.action(Paths.hosts), .method(.get)) {
                div(.class("fields")) { fieldsView(fields.question) }
                fieldset(.id("weights")) {
                    legend { words.shortlistHeading }
                    div(.class("fields")) { fieldsView(fields.weights) }
                    small { words.weightHint }
                }
                if language != .indonesian {
                    input(.type(.hidden), .name("lang"), .value(language.rawValue))
                }
                button(.type(.submit)) { words.show }
            }
        }
    }

    private func shortlistView(_ words: any Words) -> Node {
        fragment {
            h2 { words.shortlistHeading }
            p {
                shortlist.weights + " "
                a(.href("#weights")) { words.changeWeights }
            }
            if let empty = shortlist.empty { p { empty } }
            if !shortlist.entries.isEmpty {
                ol(.class("shortlist")) {
                    for entry in shortlist.entries {
                        li {
                            a(.href(entry.address)) { strong { entry.name } }
                            for sentence in entry.sentences {
                                " " + sentence
                            }
                        }
                    }
                }
            }
        }
    }

    private func structureView(_ structure: Structure, _ words: any Words) -> Node {
        fragment {
            h2 { words.structureHeading }
            p { structure.sentence }
            div(.class("pair")) {
                chartView(structure.chart, id: "structure")
                tableView(structure.table, id: "structure-table", words)
            }
        }
    }

    private func computedView(_ words: any Words) -> Node {
        details {
            summary { words.howComputed }
            for explanation in explanations {
                p { explanation }
            }
        }
    }

    private func nextView(_ words: any Words) -> Node {
        guard let next else { return .nothing }
        return p(.class("next")) {
            "\(words.nextStep): "
            a(.class("button"), .href(next.address)) { next.words }
        }
    }
}

/// The page before a home is named: it asks for one.
func hostsAskPage(_ language: Language) -> [UInt8] {
    let words = language.words
    let other = PageLink(
        words: words.otherLanguage, address: Paths.address(Paths.hosts, in: language.other))
    let frame = Frame(language: language, title: words.hostsTitle, verb: 2, otherLanguage: other)
    let home = HostsForm.Field(
        name: "home", label: words.homeField, value: "", hint: words.homeHint)
    return document(frame) {
        p { words.hostsAsk }
        form(.action(Paths.hosts), .method(.get)) {
            div(.class("fields")) { fieldsView([home]) }
            if language != .indonesian {
                input(.type(.hidden), .name("lang"), .value(language.rawValue))
            }
            button(.type(.submit)) { words.show }
        }
        p { a(.href(Paths.address(Paths.regions, in: language))) { words.regionsTitle } }
    }
}
