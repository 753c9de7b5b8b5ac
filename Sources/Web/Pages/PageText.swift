public import Compare

/// Pages as text for a terminal: the sentences, the tables, the cautions.
extension HostsPage {
    /// The answer to a question, or the refusal.
    public static func answering(
        _ question: HostQuestion, _ economies: RegionalEconomies, in language: Language
    ) throws(RequestRefusal) -> HostsPage {
        do {
            return HostsPage(try economies.hosts(for: question), economies, in: language)
        } catch {
            throw RequestRefusal(error, economies)
        }
    }

    public func text() -> String {
        let words = language.words
        let short = shortlist.entries.enumerated().map { index, entry in
            "\(index + 1). \(entry.name)\n   " + entry.sentences.joined(separator: "\n   ")
        }
        let list = short.isEmpty ? [shortlist.empty ?? ""] : short
        let parts =
            [title, sentences.joined(separator: "\n"), nearest.text()]
            + [words.shortlistHeading + "\n" + shortlist.weights + "\n" + list.joined(separator: "\n")]
            + [notes(cautions, sources, words)]
        return parts.joined(separator: "\n\n")
    }
}

extension RegionPage {
    public func text() -> String {
        let words = language.words
        let tables = [industries, specialisation, shiftShare, flags, likest, neighbours]
            .compactMap(\.self).map { $0.caption + "\n" + $0.text() }
        let parts =
            [title, sentences.joined(separator: "\n")] + tables
            + [notes(cautions + [flagsSentence], sources, words)]
        return parts.joined(separator: "\n\n")
    }
}

private func notes(_ cautions: [String], _ sources: [String], _ words: any Words) -> String {
    (cautions + ["\(words.sources): \(sources.joined(separator: "; "))."])
        .map { "· \($0)" }.joined(separator: "\n")
}
