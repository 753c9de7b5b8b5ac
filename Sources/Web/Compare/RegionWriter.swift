import Charts
import Compare
import Measure
import Register

/// Puts the profile of a region into words of one language.
struct RegionWriter {
    let profile: RegionProfile
    let economies: RegionalEconomies
    let language: Language
    let words: any Words
    let numbers: NumberFormat

    init(_ profile: RegionProfile, _ economies: RegionalEconomies, _ language: Language) {
        self.profile = profile
        self.economies = economies
        self.language = language
        words = language.words
        numbers = language.numbers
    }

    private var name: String { profile.region.shortName }

    func sentences() -> [String] {
        let top = profile.industries.sorted { $0.valueAdded > $1.valueAdded }.prefix(3).map {
            "\(words.shortName($0.industry)) (\($0.share.map { numbers.percent($0) } ?? words.notKnown))"
        }
        var sentences = [
            words.regionSummary(name, top: words.list(top), year: "\(profile.year)")
        ]
        let manufacturing = profile.industries[IndustrySection.manufacturing.position]
        if let quotient = manufacturing.locationQuotient, let share = profile.manufacturing.share {
            sentences.append(
                words.quotientSentence(
                    name, quotient: numbers.number(quotient, decimals: 2), share: numbers.percent(share)))
        }
        return sentences + [shiftSentence()]
    }

    private func shiftSentence() -> String {
        guard let growth = profile.growth else { return words.shiftUnknown }
        let sum = growth.shiftShare.sum
        return words.shiftSentence(
            name,
            ShiftFigures(
                start: "\(growth.start)", end: "\(growth.end)", change: numbers.number(abs(sum.change)),
                hasShrunk: sum.change < 0, national: rupiah(sum.national), mix: rupiah(sum.industryMix),
                regional: rupiah(sum.regional)))
    }

    /// `Rp12`, `−Rp12`.
    private func rupiah(_ value: Double) -> String {
        let text = numbers.number(abs(value))
        let mark = language == .indonesian ? "Rp" : "Rp\u{a0}"
        return (value < 0 && text != "0" ? "−" : "") + mark + text
    }

    func flagsSentence() -> String {
        profile.flags.isEmpty
            ? words.noFlags : words.flagsSentence(numbers.integer(profile.flags.count))
    }

    func yearField() -> HostsForm.Field {
        let years = economies.years.reversed().map {
            HostsForm.Choice(value: "\($0)", words: "\($0)")
        }
        return HostsForm.Field(
            name: "year", label: words.yearField, value: "\(profile.year)", kind: .choice(years))
    }

    // MARK: Charts

    func quotientChart() -> PageChart {
        let numbers = numbers
        let rows = profile.industries.map { line in
            RankedRow(
                words.name(line.industry),
                Figure(
                    line.locationQuotient,
                    line.locationQuotient.map { numbers.number($0, decimals: 2) } ?? words.notKnown),
                role: .home)
        }
        let caption = words.quotientCaption(name, year: "\(profile.year)")
        let drawing = rankedDots(
            rows, axis: Axis(title: "LQ") { numbers.tick($0) },
            reference: Figure(1, words.fairShare),
            caption: Caption(title: "LQ", description: caption))
        return PageChart(drawing: drawing, notes: [caption, source])
    }

    func shiftChart() -> PageChart? {
        guard let growth = profile.growth else { return nil }
        let sum = growth.shiftShare.sum
        let parts = [
            (words.nationalPart, sum.national), (words.mixPart, sum.industryMix),
            (words.regionalPart, sum.regional),
        ]
        let rows = parts.map { DivergingRow($0.0, Figure($0.1, numbers.signed($0.1, decimals: 0))) }
        let caption = words.shiftCaption(name, "\(growth.start)", "\(growth.end)")
        let drawing = divergingBars(
            rows,
            caption: Caption(
                title: words.shiftHeading("\(growth.start)", "\(growth.end)"), description: caption))
        return PageChart(drawing: drawing, notes: ["\(caption), \(words.billionUnit)", source])
    }

    private var source: String { "\(words.sources): \(words.productSource)." }

    // MARK: Links

    private func address(_ form: Paths.Form = .page) -> String {
        let year = profile.year == economies.defaultYear ? nil : "\(profile.year)"
        return Paths.address(Paths.region(profile.region.id, form), [("year", year)])
    }

    func twins() -> [PageLink] {
        Paths.Form.data.map {
            PageLink(
                words: $0.rawValue.uppercased(), address: Paths.address(address($0), in: language))
        }
    }

    func otherLanguage() -> PageLink {
        PageLink(
            words: words.otherLanguage, address: Paths.address(address(), in: language.other))
    }

    func next() -> PageLink {
        let question = HostQuestion(home: profile.region.id, year: profile.year)
        let address = Paths.hosts(question, usual: economies.defaultYear)
        return PageLink(
            words: words.hostsTitle(home: profile.region.name),
            address: Paths.address(address, in: language))
    }
}
