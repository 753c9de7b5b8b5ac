import Benchmarking
import Measure
import Register

/// Every word of the product, in one language. A word that exists in one language only does not compile.
///
/// Numbers come in as finished text, because how they are written belongs to `NumberFormat`.
protocol Words: Sendable, CommonWords, FactWords, HostsWords, HostSentences, RegionWords, RefusalWords, FrontierWords,
    DoorWords, AccountWords, PeopleWords, PersonWords, AuditWords, JobWords,
    RegisterWords, ChangeWords, SentraWords, TwinWords, ListWords, DetailWords, MakingWords, CertificateWords,
    IndustryWords, FindWords, ColumnWords, ViewWords, BulkWords, PhotoWords,
    HayamiWords, ProductionWords, StandingWords
{}

/// The words around every page.
protocol CommonWords: Sendable {
    var language: Language { get }
    var tagline: String { get }
    var skipToContent: String { get }
    var mainNavigation: String { get }
    /// The six verbs of the loop, in their order.
    var verbs: [String] { get }
    /// What each verb asks.
    var verbQuestions: [String] { get }
    var notYet: String { get }
    var otherLanguage: String { get }
    var thisPageAs: String { get }
    var howComputed: String { get }
    var nextStep: String { get }
    var sources: String { get }
    var noWarranty: String { get }
    var notKnown: String { get }
    var doubtful: String { get }
    var startTitle: String { get }
    var startLead: String { get }
    var startAction: String { get }
    var and: String { get }
    var region: String { get }
    var show: String { get }
}

/// The names of facts: industries, methods, rules, kinds.
protocol FactWords: Sendable {
    func name(_ industry: IndustrySection) -> String
    func shortName(_ industry: IndustrySection) -> String
    func name(_ method: StructuralDistance) -> String
    func explanation(_ method: StructuralDistance) -> String
    func kind(_ kind: Region.Kind) -> String
    func rule(_ rule: PlausibilityRule) -> String
    var total: String { get }
    var productSource: String { get }
    var regionSource: String { get }
    func populationCaveat(figures: String, registry: String) -> String
    var degreesEast: String { get }
    func latitude(_ degrees: String, isSouth: Bool) -> String
}

/// "Hosts": whom should we learn from? Titles, fields and headings.
protocol HostsWords: Sendable {
    var hostsTitle: String { get }
    func hostsTitle(home: String) -> String
    var hostsAsk: String { get }
    var homeField: String { get }
    var homeHint: String { get }
    var candidateField: String { get }
    var candidateHint: String { get }
    var yearField: String { get }
    var methodField: String { get }
    var limitField: String { get }
    var provincesField: String { get }
    var allProvinces: String { get }
    var otherProvinces: String { get }
    var kindsField: String { get }
    var allKinds: String { get }
    var onlyRegencies: String { get }
    var onlyCities: String { get }
    var changeQuestion: String { get }
    var changeWeights: String { get }
    var weightNear: String { get }
    var weightPerResident: String { get }
    var weightGrowth: String { get }
    var weightClose: String { get }
    var weightHint: String { get }
    func weightsSentence(_ weights: String) -> String

    var rankHeading: String { get }
    var distanceHeading: String { get }
    var partsHeading: String { get }
    var perResidentHeading: String { get }
    var perResidentUnit: String { get }
    var growthHeading: String { get }
    var pandemicHeading: String { get }
    var shareHeading: String { get }
    var quotientHeading: String { get }
    var kilometresHeading: String { get }
    var homeRow: String { get }

    var nearestHeading: String { get }
    var shortlistHeading: String { get }
    var structureHeading: String { get }
    var mapHeading: String { get }
    var leadHeading: String { get }
    var partOfDistance: String { get }
    var difference: String { get }
    var mapLegend: String { get }
}

/// "Hosts": the sentences that carry figures.
protocol HostSentences: Sendable {
    func nearestSentence(_ names: String, home: String, year: String) -> String
    func firstToAsk(_ name: String, reasons: String) -> String
    var nobodyBetter: String { get }
    func stability(_ stable: String, of listed: String) -> String
    func nothingListed(compared: String) -> String
    func candidateSentence(_ name: String, band: String) -> String
    func rankBand(_ rank: String, _ spread: RankSpread) -> String
    func shortBand(_ spread: RankSpread) -> String
    func structureReason(distance: String, band: String) -> String
    func levelReason(_ own: String, ratio: String, home: String, homeFigure: String) -> String
    func levelFromNothing(_ own: String, home: String) -> String
    func growthReason(_ growth: ComparedGrowth) -> String
    var levelIsDoubtful: String { get }
    var growthIsDoubtful: String { get }
    func closeReason(kilometres: String, home: String) -> String
    func scoreSentence(_ score: String, near: String, better: String, close: String) -> String
    func slightlyAlike(distance: String, band: String) -> String
    func timesHome(_ ratio: String) -> String
    func caption(nearest count: String, home: String, method: String, year: String) -> String
    func structureCaption(_ home: String, _ other: String, year: String) -> String
    func leadCaption(_ home: String) -> String
    func mapCaption(_ home: String) -> String
    func structureSentence(_ home: String, _ other: String, parts: String) -> String
    func restsOnDoubt(_ name: String, cells: String) -> String
    func homeIsDoubtful(_ name: String, cells: String) -> String
    func andMore(_ count: String) -> String
    func count(_ shown: String, of all: String) -> String
    func doubtfulCell(_ industry: String, year: String, value: String, rule: String) -> String
    func seeCandidate(_ name: String) -> String
    var notScored: String { get }
    var bandExplanation: String { get }
    var shortlistExplanation: String { get }
    var structureOnly: String { get }
    var noExperiment: String { get }
}

/// Growth of another region beside home's; finished text without sign, and which way each went.
struct ComparedGrowth: Sendable {
    let own: String
    let hasShrunk: Bool
    let home: String
    let homeFigure: String
    let hasHomeShrunk: Bool
    /// Faster than home, slower, or alike to the figures shown.
    let order: Order

    enum Order: Sendable { case faster, slower, alike }
}

/// How far a rank moves; all finished text.
struct RankSpread: Sendable {
    let compared: String
    let methods: String
    let all: String
    let year: String
    let years: String
}

/// The page of one region, and the list of regions.
protocol RegionWords: Sendable {
    var regionsTitle: String { get }
    func regionsFound(_ count: String, query: String, shown: String) -> String
    var pageField: String { get }
    var regionsNone: String { get }
    var searchField: String { get }
    var provinceHeading: String { get }
    var codeHeading: String { get }
    var bpsHeading: String { get }
    var populationHeading: String { get }
    func regionTitle(_ name: String) -> String
    func regionSummary(_ name: String, top: String, year: String) -> String
    func quotientSentence(_ name: String, quotient: String, share: String) -> String
    func shiftSentence(_ name: String, _ parts: ShiftFigures) -> String
    var shiftUnknown: String { get }
    var industryHeading: String { get }
    var valueHeading: String { get }
    var billionUnit: String { get }
    var shareColumn: String { get }
    var nationalShareHeading: String { get }
    var specialisationHeading: String { get }
    var measureHeading: String { get }
    var figureHeading: String { get }
    var meaningHeading: String { get }
    /// Name and meaning of Krugman, Herfindahl, equivalent number, Gini and Theil, in this order.
    var specialisationMeasures: [(name: String, meaning: String)] { get }
    func shiftHeading(_ start: String, _ end: String) -> String
    var changeHeading: String { get }
    var nationalPart: String { get }
    var mixPart: String { get }
    var regionalPart: String { get }
    var competitivePart: String { get }
    var allocationPart: String { get }
    var shiftExplanation: String { get }
    var flagsHeading: String { get }
    var noFlags: String { get }
    func flagsSentence(_ count: String) -> String
    var ruleHeading: String { get }
    var publishedHeading: String { get }
    var yardstickHeading: String { get }
    var neighboursHeading: String { get }
    var likestHeading: String { get }
    func quotientCaption(_ name: String, year: String) -> String
    func shiftCaption(_ name: String, _ start: String, _ end: String) -> String
    var fairShare: String { get }
    var quotientExplanation: String { get }
}

/// The parts of a region's growth in billion rupiah; all finished text.
struct ShiftFigures: Sendable {
    let start: String
    let end: String
    /// Without sign.
    let change: String
    let hasShrunk: Bool
    let national: String
    let mix: String
    let regional: String
}

extension RefusalWords {
    /// What is said of a refusal. A citizen number that was typed where none belongs is not said back.
    func message(_ refusal: RequestRefusal) -> String { StrayNumbers.hidden(inSentence: sentence(refusal)) }
}

/// What is said when a request cannot be answered.
protocol RefusalWords: Sendable {
    var refusalTitle: String { get }
    var pageUnknownTitle: String { get }
    /// What is said of a refusal, with the value that was given; pages say `message`.
    func sentence(_ refusal: RequestRefusal) -> String
    var choices: String { get }
    func fault(_ id: String) -> String
    var faultTitle: String { get }
    var backToStart: String { get }
}
