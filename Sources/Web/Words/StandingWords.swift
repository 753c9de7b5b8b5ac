import Measure
import Register

/// "Where do we stand?". Numbers come in as finished text.
protocol StandingWords: Sendable {
    var standingTitle: String { get }
    func standingTitle(_ place: String) -> String
    /// - Parameter group: what is filtered by, in brackets; empty for all.
    func standingAnswer(_ figure: String, _ value: String, told: String, _ place: String, _ year: String) -> String
    func standingNotTold(_ figure: String, _ place: String, _ year: String) -> String
    func standingSecretAnswer(_ figure: String, _ place: String, _ year: String) -> String
    func standingWomen(_ share: String, told: String) -> String
    /// `37 dari 52`.
    func standingTold(_ count: String, of size: String) -> String
    var standingSecret: String { get }
    var standingNobody: String { get }
    var standingTooFew: String { get }
    var standingEmpty: String { get }
    var standingEmptyNext: String { get }
    func standingTogether(_ field: String, _ other: String) -> String

    func standingFigure(_ figure: StandingFigure) -> String
    func standingDefinition(_ figure: StandingFigure) -> String
    func standingUnit(_ unit: StandingFigure.Unit) -> String
    func standingSource(_ figure: StandingFigure) -> String
    func standingDimension(_ dimension: StandingDimension) -> String
    func standingCategory(_ dimension: StandingDimension, _ key: String) -> String
    func standingState(_ state: StandingState) -> String
    func paperStanding(_ standing: PaperStanding) -> String

    var standingAll: String { get }
    var standingByField: String { get }
    var standingFigureField: String { get }
    func standingCaption(_ group: String, _ year: String) -> String
    func standingTrendHeading(_ figure: String) -> String
    func standingTrendCaption(_ figure: String, _ group: String) -> String
    var standingHistoryHeading: String { get }
    func standingHistoryCaption(_ group: String) -> String
    func standingBreakdownHeading(_ figure: String, _ dimension: String) -> String
    func standingBreakdownCaption(_ figure: String, _ group: String, _ year: String) -> String
    var standingPapersHeading: String { get }
    func standingPapersCaption(_ group: String, _ day: String) -> String
    var standingDefinitionsCaption: String { get }
    var standingValueHeading: String { get }
    var standingUnitHeading: String { get }
    var standingToldHeading: String { get }
    var standingLowHeading: String { get }
    var standingMedianHeading: String { get }
    var standingHighHeading: String { get }
    var standingBeforeHeading: String { get }
    var standingYardstickHeading: String { get }
    var standingDefinitionHeading: String { get }
    var standingFormulaHeading: String { get }
    var standingSourceHeading: String { get }
    var standingVersionHeading: String { get }
    var standingPapersColumn: String { get }
    var standingHoldersColumn: String { get }
    func standingNational(_ ratio: String) -> String
    func standingMinimumWage(_ amount: String) -> String
    var standingMinimumWageUnknown: String { get }
    func standingChart(_ figure: String, _ group: String) -> String
    var standingChartNote: String { get }
    var standingCautions: [String] { get }
    var standingExplanations: [String] { get }
    var standingHayami: String { get }
    var standingCompare: String { get }
}
