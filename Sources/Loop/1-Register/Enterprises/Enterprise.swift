/// An enterprise of the register: what an office knows about it, apart from its figures of single years.
public struct Enterprise: Sendable, Equatable, Identifiable {
    public typealias ID = Key<Enterprise>

    public let id: ID
    /// The regency or city whose office keeps it.
    public let office: RegionCode
    public var card: EnterpriseCard
    /// Rises with every change; a change names the version it was made from.
    public let version: Int

    public init(id: ID, office: RegionCode, card: EnterpriseCard, version: Int) {
        self.id = id
        self.office = office
        self.card = card
        self.version = version
    }
}

/// What is written on the card of an enterprise. `nil` means not known.
public struct EnterpriseCard: Sendable, Hashable {
    /// 1…200 characters on one line.
    public var name: String
    public var legalForm: LegalForm?
    /// Name of the owner, as written.
    public var owner: String?
    public var ownerSex: Sex?
    public var nib: NIB?
    /// Number of another licence (IUI, TDI, SKU …), as written.
    public var licence: String?
    public var licenceYear: Int?
    /// Street, number, hamlet.
    public var street: String?
    /// Village or, where that is not known, district.
    public var area: AreaCode?
    public var position: Coordinates?
    public var contactPerson: String?
    /// Digits with the country code, such as `6281234567890`.
    public var phone: String?
    public var email: String?
    public var website: String?
    public var industry: IndustryCode?
    /// Branch of industry in the office's own words.
    public var branch: String?
    /// What it makes, in the office's own words.
    public var product: String?
    public var foundedYear: Int?
    public var isActive: Bool?
    public var financing: String?
    public var isExporting: Bool?
    public var exportCountry: String?

    public init(name: String) { self.name = name }
}

/// A person's sex as on the identity card.
public enum Sex: String, Sendable, CaseIterable, Codable {
    case woman, man
}

/// Legal form of an enterprise.
/// - Source: PP 5/2021
public enum LegalForm: String, Sendable, CaseIterable, Codable {
    /// Perorangan.
    case soleProprietor = "sole-proprietor"
    /// UD, usaha dagang.
    case tradingBusiness = "ud"
    /// CV, persekutuan komanditer.
    case limitedPartnership = "cv"
    /// Firma.
    case partnership = "firma"
    /// PT, perseroan terbatas; also of one person.
    case company = "pt"
    case cooperative = "koperasi"
    /// KUB, kelompok usaha bersama, and other groups.
    case jointGroup = "kub"
    case foundation = "yayasan"
    case villageEnterprise = "bumdes"
    case other = "lainnya"
}

/// What an office's list says about an enterprise in one year. `nil` means not known, zero means none.
public struct EnterpriseYear: Sendable, Hashable {
    public let year: Int
    public var men: Int?
    public var women: Int?
    /// Without land and buildings.
    public var investment: Rupiah?
    /// Installed capacity in a year, in `unit`.
    public var capacity: Double?
    /// Unit of the capacity, as written.
    public var unit: String?
    /// Value of production in the year.
    public var output: Rupiah?
    /// Value of raw materials in the year.
    public var materials: Rupiah?

    public init(year: Int) { self.year = year }

    /// Men and women; `nil` unless both are known: one that is not told is not none.
    public var workers: Int? { men.flatMap { men in women.map { men + $0 } } }
}
