import Compare
import Measure
import Register

/// Puts an answer into words of one language: sentences, cautions, links.
struct HostsWriter {
    let answer: HostAnswer
    let economies: RegionalEconomies
    let language: Language
    let words: any Words
    let numbers: NumberFormat

    init(_ answer: HostAnswer, _ economies: RegionalEconomies, _ language: Language) {
        self.answer = answer
        self.economies = economies
        self.language = language
        words = language.words
        numbers = language.numbers
    }

    var home: String { answer.home.shortName }
    var year: String { "\(answer.question.year)" }

    // MARK: The answer

    func sentences() -> [String] {
        guard !answer.nearest.isEmpty else {
            return [words.nothingListed(compared: numbers.integer(answer.compared))]
                + [candidateSentence()].compactMap(\.self)
        }
        let listed = answer.nearest.prefix(5)
        var sentences = [
            words.nearestSentence(
                words.list(listed.map(\.region.shortName)), home: answer.home.name, year: year)
        ]
        sentences += [candidateSentence()].compactMap(\.self)
        sentences.append(firstToAsk())
        let stable = listed.count { $0.rank.acrossMethods.upperBound <= 10 }
        sentences.append(
            words.stability(numbers.integer(stable), of: numbers.integer(listed.count)))
        return sentences
    }

    private func candidateSentence() -> String? {
        answer.candidate.map { words.candidateSentence($0.region.name, band: band($0.rank)) }
    }

    private func firstToAsk() -> String {
        guard let first = answer.shortlist.first else { return words.nobodyBetter }
        let reasons = leadReasons(first.host).compactMap(\.self)
        let name = "\(first.host.region.shortName), \(band(first.host.rank))"
        return words.firstToAsk(name, reasons: reasons.joined(separator: " "))
    }

    /// A rank, never bare.
    func band(_ rank: RankBand) -> String {
        words.rankBand(numbers.integer(rank.rank), spread(rank))
    }

    func spread(_ rank: RankBand) -> RankSpread {
        let years = economies.years
        return RankSpread(
            compared: numbers.integer(answer.compared), methods: numbers.range(rank.acrossMethods),
            all: numbers.range(rank.acrossMethodsAndYears), year: year,
            years: "\(years.first ?? 0)–\(years.last ?? 0)")
    }

    // MARK: The shortlist

    func shortlist() -> HostsPage.Shortlist {
        let entries = answer.shortlist.map { entry in
            HostsPage.Shortlist.Entry(
                name: entry.host.region.name, sentences: reasons(entry), host: entry,
                address: address(candidate: entry.host.region.id))
        }
        return HostsPage.Shortlist(
            weights: weightsSentence(), entries: entries, empty: entries.isEmpty ? words.nobodyBetter : nil)
    }

    private func weightsSentence() -> String {
        let weights = answer.question.weights
        let named = [
            (words.weightNear, weights.near), (words.weightPerResident, weights.perResident),
            (words.weightGrowth, weights.growth), (words.weightClose, weights.close),
        ]
        let texts = named.map { "\($0.0.lowercased()) \(numbers.tick($0.1))" }
        return words.weightsSentence(words.list(texts))
    }

    private func reasons(_ entry: ShortlistEntry) -> [String] {
        let host = entry.host
        let distance = numbers.number(host.distance, decimals: 3)
        let structure =
            entry.reasons.near >= Self.clearlyAlike
            ? words.structureReason(distance: distance, band: band(host.rank))
            : words.slightlyAlike(distance: distance, band: band(host.rank))
        let close = host.kilometres.map {
            words.closeReason(kilometres: numbers.number($0), home: home)
        }
        let score = words.scoreSentence(
            numbers.number(entry.score, decimals: 2),
            near: numbers.number(entry.reasons.near, decimals: 2),
            better: numbers.number(entry.reasons.better, decimals: 2),
            close: numbers.number(entry.reasons.close, decimals: 2))
        return ([structure] + leadReasons(host) + [close, score]).compactMap(\.self)
    }

    /// Below this nearness a structure is only somewhat alike.
    private static let clearlyAlike = 0.3

    /// Level and growth, each followed by a remark where it rests on a flagged figure and does not count.
    private func leadReasons(_ host: Host) -> [String?] {
        [
            levelReason(host), host.lead.isLevelDoubtful ? words.levelIsDoubtful : nil,
            growthReason(host), host.lead.isGrowthDoubtful ? words.growthIsDoubtful : nil,
        ]
    }

    private func levelReason(_ host: Host) -> String? {
        guard let own = host.figures.perResident, let home = answer.homeFigures.perResident else { return nil }
        if host.lead.isFromNothing { return words.levelFromNothing(numbers.rough(own), home: self.home) }
        guard let ratio = host.lead.perResidentRatio
        else { return nil }
        return words.levelReason(
            numbers.rough(own), ratio: numbers.rough(ratio), home: self.home,
            homeFigure: numbers.rough(home))
    }

    private func growthReason(_ host: Host) -> String? {
        guard let own = host.figures.growth, let home = answer.homeFigures.growth else { return nil }
        let texts = (numbers.percent(abs(own)), numbers.percent(abs(home)))
        let isAlike = texts.0 == texts.1 && (own < 0) == (home < 0)
        return words.growthReason(
            ComparedGrowth(
                own: texts.0, hasShrunk: own < 0, home: self.home, homeFigure: texts.1, hasHomeShrunk: home < 0,
                order: isAlike ? .alike : own > home ? .faster : .slower))
    }

    // MARK: Cautions and explanations

    func cautions() -> [String] {
        let doubtful = charted.filter { !$0.flags.isEmpty }
        var cautions = doubtful.map { words.restsOnDoubt($0.region.name, cells: cells($0.flags)) }
        if !answer.homeFlags.isEmpty {
            cautions.insert(words.homeIsDoubtful(answer.home.name, cells: cells(answer.homeFlags)), at: 0)
        }
        return cautions + [
            words.populationCaveat(figures: year, registry: "\(Population.registryYear)"),
            words.noExperiment,
        ]
    }

    /// The first three doubtful cells in words, and how many more there are.
    func cells(_ flags: [AccountFlag]) -> String {
        let named = flags.prefix(3).map { flag in
            words.doubtfulCell(
                words.cell(flag.cell), year: "\(flag.year)",
                value: numbers.number(flag.value, decimals: 2), rule: words.rule(flag.rule))
        }
        let more = flags.count - named.count
        return named.joined(separator: "; ") + (more > 0 ? "; \(words.andMore(numbers.integer(more)))" : "")
    }

    func explanations() -> [String] {
        let method = answer.question.method
        return [
            words.structureOnly,
            "\(words.name(method)): \(words.explanation(method)).",
            words.bandExplanation, words.shortlistExplanation, words.notScored,
        ]
    }

    // MARK: Links

    func address(candidate: RegionCode?, _ form: Paths.Form = .page) -> String {
        var options = HostOptions()
        options.limit = answer.question.limit
        options.among = answer.question.among
        options.weights = answer.question.weights
        options.candidate = candidate
        let question = HostQuestion(
            home: answer.question.home, year: answer.question.year, method: answer.question.method,
            options: options)
        let address = Paths.hosts(question, usual: economies.defaultYear, form)
        return Paths.address(address, in: language)
    }

    func twins() -> [PageLink] {
        Paths.Form.data.map {
            PageLink(
                words: $0.rawValue.uppercased(),
                address: address(candidate: answer.question.candidate, $0))
        }
    }

    func otherLanguage() -> PageLink {
        let address = Paths.hosts(answer.question, usual: economies.defaultYear)
        return PageLink(
            words: words.otherLanguage, address: Paths.address(address, in: language.other))
    }

    /// Onwards: the best of the shortlist as candidate, or, where one is chosen, its own page.
    func next() -> PageLink? {
        if let candidate = answer.candidate {
            let address = Paths.address(Paths.region(candidate.region.id), in: language)
            return PageLink(words: words.regionTitle(candidate.region.name), address: address)
        }
        return answer.shortlist.first.map {
            PageLink(
                words: words.seeCandidate($0.host.region.name),
                address: address(candidate: $0.host.region.id))
        }
    }
}

extension Words {
    /// "A, B, dan C".
    func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        let comma = names.count > 2 ? "," : ""
        return names.dropLast().joined(separator: ", ") + "\(comma) \(and) \(last)"
    }

    func cell(_ cell: AccountFlag.Cell) -> String {
        switch cell {
        case .industry(let industry): name(industry)
        case .total: total
        }
    }
}
