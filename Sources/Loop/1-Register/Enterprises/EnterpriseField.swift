/// A field of the register's list: one column of an import, of the table and of an export. The raw value is its stable
/// name in files, addresses and events.
public enum EnterpriseField: String, Sendable, CaseIterable, Codable {
    case name
    case legalForm = "legal-form"
    case owner
    /// Citizen number of the owner: read from a file, never written to one.
    case ownerNIK = "owner-nik"
    case ownerSex = "owner-sex"
    case nib
    case licence
    case licenceYear = "licence-year"
    case street
    case village
    case district
    case regency
    case province
    case latitude
    case longitude
    case contactPerson = "contact-person"
    case phone
    case email
    case website
    case industry
    case branch
    case product
    case foundedYear = "founded-year"
    case isActive = "active"
    case financing
    case isExporting = "exporting"
    case exportCountry = "export-country"
    /// Of the figures that follow.
    case year
    case men
    case women
    case investment
    case capacity
    case unit
    case output
    case materials
    /// Certificates as the lists hold them: a number or a year.
    case halal
    case trademark
    case testReport = "test-report"
    case sni
    case pirt

    /// Whether it says something about a person: sealed in events, shown by the right to personal data only.
    public var isPersonal: Bool {
        switch self {
        case .owner, .ownerNIK, .ownerSex, .contactPerson, .phone, .email: true
        default: false
        }
    }

    /// Whether it is a figure of one year.
    public var isYearly: Bool {
        switch self {
        case .year, .men, .women, .investment, .capacity, .unit, .output, .materials: true
        default: false
        }
    }
}
