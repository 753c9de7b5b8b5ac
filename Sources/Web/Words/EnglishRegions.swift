import Register

extension English: RegionWords {
    var regionsTitle: String { "Which region are you looking for?" }
    func regionsFound(_ count: String, query: String, shown: String) -> String {
        let found = query.isEmpty ? "\(count) regencies and cities" : "\(count) regions match “\(query)”"
        return "\(found), shown \(shown)"
    }
    var pageField: String { "Page" }
    var regionsNone: String { "Nothing matches. Try a part of the name." }
    var searchField: String { "Name of the region" }
    var provinceHeading: String { "Province" }
    var codeHeading: String { "Kemendagri code" }
    var bpsHeading: String { "BPS code" }
    var populationHeading: String { "Population" }
    func regionTitle(_ name: String) -> String { "What does \(name) live from, and why did its economy change?" }
    func regionSummary(_ name: String, top: String, year: String) -> String {
        "In \(year) \(name) lived mostly from \(top)."
    }
    func quotientSentence(_ name: String, quotient: String, share: String) -> String {
        "Manufacturing makes up \(share) of \(name), \(quotient) times the national share (LQ)."
    }
    func shiftSentence(_ name: String, _ parts: ShiftFigures) -> String {
        "From \(parts.start) to \(parts.end) the economy of \(name) \(parts.hasShrunk ? "shrank" : "grew") by "
            + "Rp\u{a0}\(parts.change) billion (constant 2010 prices): \(parts.national) billion with the nation, "
            + "\(parts.mix) billion through its mix of industries, \(parts.regional) billion through its own "
            + "competitiveness."
    }
    var shiftUnknown: String {
        "Why it changed cannot be said yet: the figures of one of the years are not known."
    }
    var industryHeading: String { "Industry" }
    var valueHeading: String { "Value added" }
    var billionUnit: String { "billion rupiah, constant 2010 prices" }
    var shareColumn: String { "Share" }
    var nationalShareHeading: String { "National share" }
    var specialisationHeading: String { "How one-sided" }
    var measureHeading: String { "Measure" }
    var figureHeading: String { "Figure" }
    var meaningHeading: String { "Meaning" }
    var specialisationMeasures: [(name: String, meaning: String)] {
        [
            ("Krugman index", "0 built like the nation, 2 nothing in common"),
            ("Herfindahl–Hirschman (HHI)", "1/17 evenly spread, 1 a single industry"),
            ("Equivalent number", "as concentrated as this many industries of equal size"),
            ("Gini of specialisation", "0 built like the nation, towards 1 very one-sided"),
            ("Theil", "0 built like the nation; the larger, the more different"),
        ]
    }
    func shiftHeading(_ start: String, _ end: String) -> String { "Why it changed, \(start)–\(end)" }
    var changeHeading: String { "Change" }
    var nationalPart: String { "National growth" }
    var mixPart: String { "Industry mix" }
    var regionalPart: String { "Regional part" }
    var competitivePart: String { "Pure competitiveness" }
    var allocationPart: String { "Allocation" }
    var shiftExplanation: String {
        "Dunn's shift-share: change = national part + industry mix + regional part. Esteban-Marquillas splits "
            + "the regional part into pure competitiveness, as if the region were built like the nation, and "
            + "allocation. National growth is that of the published total."
    }
    var flagsHeading: String { "Doubtful figures" }
    var noFlags: String { "No figure of this region is flagged." }
    func flagsSentence(_ count: String) -> String {
        "\(count) figures of this region are flagged. They are not repaired; ask the local BPS office."
    }
    var ruleHeading: String { "Reason" }
    var publishedHeading: String { "Published" }
    var yardstickHeading: String { "Held against" }
    var neighboursHeading: String { "Neighbours on the map" }
    var likestHeading: String { "Most alike in structure" }
    func quotientCaption(_ name: String, year: String) -> String {
        "Location quotients of \(name), \(year): 1 is the national share"
    }
    func shiftCaption(_ name: String, _ start: String, _ end: String) -> String {
        "Parts of the change of \(name)'s economy, \(start)–\(end)"
    }
    var fairShare: String { "nation" }
    var quotientExplanation: String {
        "LQ = the industry's share in the region over its share in the nation, each over the published total. "
            + "The nation's total includes taxes on products."
    }
}
