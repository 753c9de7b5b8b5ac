import Register

extension English: RegisterWords {
    func field(_ field: EnterpriseField) -> String {
        switch field {
        case .name: "Name of the enterprise"
        case .legalForm: "Legal form"
        case .owner: "Owner"
        case .ownerNIK: "Citizen number of the owner"
        case .ownerSex: "Sex of the owner"
        case .nib: "Licence number (NIB)"
        case .licence: "Other licence"
        case .licenceYear: "Year of the licence"
        case .street: "Address"
        case .village: "Village"
        case .district: "District"
        case .regency: "Regency or city"
        case .province: "Province"
        case .latitude: "Latitude"
        case .longitude: "Longitude"
        case .contactPerson: "Contact"
        case .phone: "Telephone"
        case .email: "E-mail"
        case .website: "Website or social media"
        case .industry: "KBLI"
        case .branch: "Branch of industry"
        case .product: "Product"
        case .foundedYear: "Founded in"
        case .isActive: "Still working"
        case .financing: "Financing"
        case .isExporting: "Exports"
        case .exportCountry: "Exports to"
        default: figure(field)
        }
    }
    private func figure(_ field: EnterpriseField) -> String {
        switch field {
        case .year: "Year of the figures"
        case .men: "Men"
        case .women: "Women"
        case .investment: "Investment"
        case .capacity: "Capacity"
        case .unit: "Unit"
        case .output: "Value of production"
        case .materials: "Raw materials"
        case .halal: "Halal certificate"
        case .trademark: "Trade mark"
        case .testReport: "Test report"
        case .sni: "SNI"
        case .pirt: "SPP-IRT"
        default: field.rawValue
        }
    }
    func unit(_ field: EnterpriseField) -> String? {
        switch field {
        case .men, .women: "persons"
        case .investment, .output, .materials: "Rp"
        default: nil
        }
    }
    func legalForm(_ form: LegalForm) -> String {
        switch form {
        case .soleProprietor: "sole proprietor"
        case .tradingBusiness: "UD (trading business)"
        case .limitedPartnership: "CV (limited partnership)"
        case .partnership: "partnership"
        case .company: "PT (company)"
        case .cooperative: "cooperative"
        case .jointGroup: "KUB (joint group)"
        case .foundation: "foundation"
        case .villageEnterprise: "BUMDes (village enterprise)"
        case .other: "other"
        }
    }
    func sex(_ sex: Sex) -> String { sex == .woman ? "woman" : "man" }
    var yes: String { "yes" }
    var no: String { "no" }

    var enterprisesTitle: String { "Enterprises" }
    var enterprisesQuestion: String { "Who are our small industries?" }
    func enterprisesAnswer(_ count: String, places: String) -> String {
        "Enterprises registered in \(places): \(count)."
    }
    func enterprisesFound(_ count: String, text: String) -> String { "Enterprises that match “\(text)”: \(count)." }
    func enterprisesFiltered(_ count: String, isMore: Bool) -> String {
        isMore ? "More than \(count) enterprises match." : "Enterprises that match: \(count)."
    }
    var enterprisesNone: String {
        "No enterprise is registered yet. Upload the office's spreadsheet, or enter them one by one."
    }
    var enterprisesNoMatch: String { "Nothing matches. Check the spelling, or use fewer words." }
    var enterprisesCaption: String { "Enterprises" }
    var placesByConsent: String {
        "The GeoJSON holds only enterprises whose owners agree that the place is passed on; owners are known by their citizen number. No names of persons are in it."
    }
    var searchEnterprises: String { "Find an enterprise" }
    var searchHint: String { "Name, licence number, owner, product or address." }
    var searchButton: String { "Find" }
    var filterIndustry: String { "KBLI code (its beginning is enough)" }
    var filterArea: String { "Code of a district or village" }
    var filterActive: String { "Still working" }
    var workersHeading: String { "Workers" }
    var newEnterpriseTitle: String { "Enter an enterprise" }
    var newEnterpriseLead: String { "Leave empty what is not known; empty means not known, it does not mean none." }
    var enterpriseSave: String { "Save" }
    var enterpriseChange: String { "Change" }
    var officeToKeep: String { "Regency or city" }
    var figuresHeading: String { "Figures by year" }
    var figuresNone: String { "No yearly figures yet." }
    var papersHeading: String { "Certificates as listed" }
    var sizesHeading: String { "Size by three rulers" }
    func industrySize(_ size: IndustrySize?) -> String {
        switch size {
        case .small: "small industry"
        case .medium: "medium industry"
        case .large: "large industry"
        case nil: "not known"
        }
    }
    func legalSize(_ size: LegalSize?, fromSales: Bool) -> String {
        let basis = fromSales ? "by the yearly value of production" : "by capital"
        return switch size {
        case .micro: "micro (\(basis))"
        case .small: "small (\(basis))"
        case .medium: "medium (\(basis))"
        case .large: "large (\(basis))"
        case nil: "not known"
        }
    }
    func statisticalSize(_ size: StatisticalSize?) -> String {
        switch size {
        case .micro: "micro"
        case .small: "small"
        case .medium: "medium"
        case .large: "large"
        case nil: "not known"
        }
    }
    func sizeRule(_ ruler: SizeRuler) -> String {
        switch ruler {
        case .industry: "Permenperin 64/2016: workers, and investment without land and buildings"
        case .law: "PP 7/2021 article 35: yearly sales or capital"
        case .statistics: "BPS: number of workers"
        }
    }
    func asOf(year: String) -> String { "by the figures of \(year)" }
    var historyTitle: String { "History" }
    func historyOf(_ name: String) -> String { "Who changed the data of \(name)?" }
    var historyNone: String { "No single change has been recorded yet." }
    func broughtByList(_ file: String, actor: String) -> String { "Came by the list \(file), entered by \(actor)." }
    func changedByList(_ file: String, row: String?, actor: String) -> String {
        "Changed by the list \(file)" + (row.map { ", row \($0)" } ?? "") + ", entered by \(actor)."
    }
    func enteredOn(_ day: String) -> String { "Entered on \(day)." }
    func mergedInto(_ name: String) -> String { "This record was merged into \(name)." }
    var enterpriseChangedMeanwhile: String {
        "Somebody else has saved a change first. What you typed is still below; compare, then save again."
    }
    func numberTaken(_ number: String) -> String {
        "The licence number \(number) belongs to another enterprise of this office. Check the digits, or find that one."
    }
    var badEnterpriseName: String { "Write the name of the enterprise, 1 to 200 characters." }
    func badField(_ field: EnterpriseField) -> String {
        switch field {
        case .nib: "A licence number (NIB) has 13 digits."
        case .licenceYear, .foundedYear: "\(self.field(field)): four digits, such as 2019."
        case .village: "A village or district is written by its code, such as 51.03.01.2001."
        case .latitude, .longitude:
            "Latitude and longitude are written in degrees, such as -8.58 and 115.17; fill in both."
        case .phone: "A telephone number has 6 to 20 digits, blanks and hyphens."
        case .email: "This is no e-mail address. Example: name@example.org."
        case .industry: "KBLI is written with 2 to 5 digits, and its version."
        default: "“\(self.field(field))” cannot be read."
        }
    }
    var enterpriseUnknown: String { "This enterprise is not in the register." }
    var personalHidden: String { "Names of owners and contacts are for those who may see them." }
    var figuresHidden: String { "The figures of this enterprise are for those who may see them." }
    var hiddenValue: String { "not open" }
}
