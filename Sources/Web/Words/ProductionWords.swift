import Measure
import Register

/// Production of an enterprise in a year. Numbers come in as finished text.
protocol ProductionWords: Sendable {
    var productionHeading: String { get }
    func productionTitle(_ name: String, _ year: String) -> String
    func productionOfYear(_ year: String) -> String
    var productionNone: String { get }
    var productionFill: String { get }
    var productionLead: String { get }
    var productionFromList: String { get }
    var productionSave: String { get }
    var productionStateHeading: String { get }
    func productionState(_ state: ProductionState) -> String
    /// On a button.
    func productionMove(_ move: ProductionMove) -> String
    /// In a sentence after who did it.
    func productionDone(_ move: ProductionMove) -> String
    /// In the list of what was done.
    func productionStep(_ move: ProductionMove) -> String
    var productionReason: String { get }
    var productionReasonMissing: String { get }
    func productionNotOpen(_ state: String) -> String
    func productionNotNow(_ state: String) -> String
    var productionChangedMeanwhile: String { get }
    func productionUnreadable(_ field: String) -> String
    func productionFault(_ fault: ProductionFault) -> String

    var periodGroup: String { get }
    func productGroup(_ number: String) -> String
    var revenueGroup: String { get }
    var costGroup: String { get }
    var workGroup: String { get }
    var workHint: String { get }
    var workHeading: String { get }
    var makingGroup: String { get }
    var salesGroup: String { get }
    func productionPeriod(_ kind: ProductionPeriod.Kind) -> String
    var perYearField: String { get }
    func productionItem(_ item: ProductionItem) -> String
    func productPart(_ part: String, _ number: String) -> String
    func salesChannel(_ channel: SalesChannel) -> String
    func productionHint(_ field: String) -> String?

    var figuresOfYear: String { get }
    func figuresCaption(_ year: String) -> String
    func productionFigure(_ figure: ProductionFigure) -> String
    func figureDefinition(_ figure: ProductionFigure) -> String
    func figureUnit(_ unit: ProductionFigure.Unit) -> String
    func figureMissing(_ items: String) -> String
    func figureUndefined(_ item: String) -> String
    var figureUnitsDiffer: String { get }
    var figureBelowZero: String { get }
    var productionExplanations: [String] { get }
}
