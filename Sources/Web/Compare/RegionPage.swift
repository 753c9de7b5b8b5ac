import Charts
public import Compare
public import Exchange
import Measure
import Register

/// One region by itself, as values and finished words.
public struct RegionPage: Sendable {
    public let language: Language
    public let title: String
    public let sentences: [String]
    public let cautions: [String]
    public let industries: PageTable
    public let specialisation: PageTable
    public let shiftShare: PageTable?
    public let flags: PageTable?
    public let neighbours: PageTable
    public let likest: PageTable
    public let sources: [String]

    let code: RegionCode
    let year: Int
    let quotientChart: PageChart
    let shiftChart: PageChart?
    let shiftHeading: String?
    let flagsSentence: String
    let yearField: HostsForm.Field
    let explanations: [String]
    let next: PageLink
    let twins: [PageLink]
    let otherLanguage: PageLink

    public init(_ profile: RegionProfile, _ economies: RegionalEconomies, in language: Language) {
        let writer = RegionWriter(profile, economies, language)
        let words = writer.words
        self.language = language
        code = profile.region.id
        year = profile.year
        title = words.regionTitle(profile.region.name)
        sentences = writer.sentences()
        cautions = [
            words.populationCaveat(figures: "\(profile.year)", registry: "\(Population.registryYear)")
        ]
        industries = writer.industryTable()
        specialisation = writer.specialisationTable()
        shiftShare = writer.shiftTable()
        flags = writer.flagTable()
        neighbours = writer.neighbourTable(profile.neighbours, words.neighboursHeading)
        likest = writer.neighbourTable(profile.likest, words.likestHeading)
        sources = [words.productSource, words.regionSource]
        quotientChart = writer.quotientChart()
        shiftChart = writer.shiftChart()
        shiftHeading = profile.growth.map { words.shiftHeading("\($0.start)", "\($0.end)") }
        flagsSentence = writer.flagsSentence()
        yearField = writer.yearField()
        explanations = [words.quotientExplanation, words.shiftExplanation]
        next = writer.next()
        twins = writer.twins()
        otherLanguage = writer.otherLanguage()
    }

    /// Everything on the page for programs.
    public func json() -> JSON {
        .object([
            JSON.Member("region", .string(code.text)),
            JSON.Member("year", .integer(year)),
            JSON.Member("title", .string(title)),
            JSON.Member("answer", .array(sentences.map(JSON.string))),
            JSON.Member("cautions", .array((cautions + [flagsSentence]).map(JSON.string))),
            JSON.Member("industries", industries.json()),
            JSON.Member("specialisation", specialisation.json()),
            JSON.Member("shift_share", shiftShare?.json() ?? .null),
            JSON.Member("doubtful_figures", flags?.json() ?? .array([])),
            JSON.Member("neighbours", neighbours.json()),
            JSON.Member("most_alike", likest.json()),
            JSON.Member("sources", .array(sources.map(JSON.string))),
        ])
    }
}

/// What the page of one region was asked.
public enum RegionRequest {
    /// - Parameter name: a code or a name.
    /// - Throws: `RequestRefusal` naming the field `region`.
    public static func profile(
        of name: String, _ fields: Fields, _ economies: RegionalEconomies
    ) throws(RequestRefusal) -> RegionProfile {
        try fields.allow(["year", "lang"])
        let region = try economies.directory.named(name, in: "region")
        let year = try HostsRequest.year(fields, economies)
        do {
            return try economies.profile(of: region.id, in: year)
        } catch {
            let available = economies.comparableYears(of: region.id)
            throw .noFigures(field: "region", region: region, year: year, available: available)
        }
    }
}
