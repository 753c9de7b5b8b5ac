import Measure
import Register

/// The worksheet of value added. Numbers come in as finished text.
protocol HayamiWords: Sendable {
    var hayamiTitle: String { get }
    func hayamiTitle(of product: String) -> String
    var hayamiLead: String { get }
    var hayamiFill: String { get }
    var hayamiChange: String { get }
    var hayamiFurther: String { get }
    var hayamiReckon: String { get }
    /// Says that what is shown is an example.
    var exampleMark: String { get }
    var exampleSource: String { get }
    var hayamiSources: [String] { get }

    func sheetField(_ field: DetailField) -> String
    func sheetHint(_ field: DetailField) -> String?
    /// Why a field of a worksheet is not taken; `nil` where what is said of every field will do.
    func badSheet(_ field: DetailField) -> String?
    func sheetPeriod(_ period: ProductWorksheet.Period) -> String
    func othersPer(_ per: ProductWorksheet.OthersPer) -> String

    func hayamiCaption(_ product: String, period: String) -> String
    var hayamiNameHeading: String { get }
    var hayamiValueHeading: String { get }
    var hayamiUnitHeading: String { get }
    var hayamiFormulaHeading: String { get }
    var hayamiEntered: String { get }
    func familyHeading(_ family: HayamiTable.FamilyLabour) -> String
    func hayamiRow(_ row: HayamiRow) -> String
    func hayamiUnit(_ unit: HayamiRow.Unit, _ units: ToldUnits) -> String
    var unitOfProduct: String { get }
    var unitOfMaterial: String { get }

    func hayamiAnswer(_ product: String, value: String, added: String, ratio: String, unit: String) -> String
    func hayamiLevel(_ level: HayamiLevel) -> String
    var hayamiLoss: String { get }
    func hayamiDivided(labour: String, profit: String, unit: String) -> String
    var wageUnknown: String { get }
    func familyHidden(profit: String) -> String
    func nationalBeside(_ ratio: String, _ product: String, isHigher: Bool) -> String
    func sentraBeside(_ ratio: String, count: String) -> String
    var hayamiOnePeriod: String { get }
    func nationalCaution(_ year: String) -> String
    var hayamiExplanations: [String] { get }

    func basketCaption(_ unit: String) -> String
    var materialHeading: String { get }
    func materialNumber(_ number: String) -> String
    var quantityHeading: String { get }
    var unitPriceHeading: String { get }
    var basketCostHeading: String { get }

    var yardstickCaption: String { get }
    var whoseHeading: String { get }
    func nationalName(_ product: String) -> String
    func sentraMiddle(_ count: String) -> String
    var nationalHeading: String { get }
    var sentraHeading: String { get }
    func openTable(_ product: String) -> String
}

/// In what the product and the main material are counted.
struct ToldUnits: Sendable {
    let product: String
    let material: String
}
