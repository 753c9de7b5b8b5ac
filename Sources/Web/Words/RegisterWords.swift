import Register

/// The register of enterprises. Numbers, days and names come in as finished text.
protocol RegisterWords: Sendable {
    func field(_ field: EnterpriseField) -> String
    func legalForm(_ form: LegalForm) -> String
    func sex(_ sex: Sex) -> String
    var yes: String { get }
    var no: String { get }
    /// The unit behind a field's heading; `nil` for none.
    func unit(_ field: EnterpriseField) -> String?

    var enterprisesTitle: String { get }
    var enterprisesQuestion: String { get }
    func enterprisesAnswer(_ count: String, places: String) -> String
    func enterprisesFound(_ count: String, text: String) -> String
    func enterprisesFiltered(_ count: String, isMore: Bool) -> String
    var enterprisesNone: String { get }
    var enterprisesNoMatch: String { get }
    var enterprisesCaption: String { get }
    /// What the GeoJSON of enterprises holds.
    var placesByConsent: String { get }
    var searchEnterprises: String { get }
    var searchHint: String { get }
    var searchButton: String { get }
    var filterIndustry: String { get }
    var filterArea: String { get }
    var filterActive: String { get }
    var workersHeading: String { get }
    var newEnterpriseTitle: String { get }
    var newEnterpriseLead: String { get }
    var enterpriseSave: String { get }
    var enterpriseChange: String { get }
    var officeToKeep: String { get }
    var figuresHeading: String { get }
    var figuresNone: String { get }
    var papersHeading: String { get }
    var sizesHeading: String { get }
    func industrySize(_ size: IndustrySize?) -> String
    func legalSize(_ size: LegalSize?, fromSales: Bool) -> String
    func statisticalSize(_ size: StatisticalSize?) -> String
    func sizeRule(_ ruler: SizeRuler) -> String
    func asOf(year: String) -> String
    var historyTitle: String { get }
    func historyOf(_ name: String) -> String
    var historyNone: String { get }
    func broughtByList(_ file: String, actor: String) -> String
    /// - Parameter row: of the list; `nil` where it is not known.
    func changedByList(_ file: String, row: String?, actor: String) -> String
    func enteredOn(_ day: String) -> String
    func mergedInto(_ name: String) -> String
    var enterpriseChangedMeanwhile: String { get }
    func numberTaken(_ number: String) -> String
    var badEnterpriseName: String { get }
    func badField(_ field: EnterpriseField) -> String
    var enterpriseUnknown: String { get }
    var personalHidden: String { get }
    var figuresHidden: String { get }
    /// In the cell of a figure that the reader may not see.
    var hiddenValue: String { get }
}

/// The three rulers of size.
enum SizeRuler: Sendable, CaseIterable {
    case industry, law, statistics
}

extension RegisterWords {
    /// A value as the register keeps it, in words.
    func told(_ text: String, _ field: EnterpriseField) -> String {
        switch field {
        case .legalForm: LegalForm(rawValue: text).map { legalForm($0) } ?? text
        case .ownerSex: Sex(rawValue: text).map { sex($0) } ?? text
        case .isActive, .isExporting: text == "yes" ? yes : text == "no" ? no : text
        case .industry: "KBLI " + text.replacing(":", with: " – ")
        default: text
        }
    }
}
