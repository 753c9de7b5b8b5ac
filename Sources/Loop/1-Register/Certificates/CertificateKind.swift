/// What an enterprise may hold for its products. The raw value is the stable name.
public enum CertificateKind: String, Sendable, CaseIterable, Codable {
    case halal
    /// SPP-IRT: food of a home industry.
    case homeFood = "pirt"
    /// Izin edar of BPOM for food made in the country.
    case marketingLicence = "bpom-md"
    /// Standar Nasional Indonesia.
    case nationalStandard = "sni"
    /// Tingkat komponen dalam negeri.
    case domesticContent = "tkdn"
    case trademark
    case industrialDesign = "industrial-design"
    case geographicalIndication = "geographical-indication"
    /// Of a laboratory.
    case testReport = "test-report"
    /// Kekayaan intelektual komunal.
    case communalProperty = "communal-ip"

    /// How long it holds.
    /// - Returns: `nil` where no rule is known to us: only the end printed on the certificate counts then.
    public var rule: ValidityRule? {
        switch self {
        case .halal: .halal
        case .homeFood: .homeFood
        case .domesticContent: .domesticContent
        case .trademark: .trademark
        case .industrialDesign: .industrialDesign
        case .geographicalIndication: .geographicalIndication
        case .communalProperty: .communalProperty
        case .marketingLicence, .nationalStandard, .testReport: nil
        }
    }
}

/// How long a kind of certificate holds and when it may be renewed.
public struct ValidityRule: Sendable, Hashable {
    public enum Term: Sendable, Hashable {
        /// As long as nothing essential changes.
        case withoutEnd
        case years(Int)
    }

    public enum Start: Sendable, Hashable {
        case dayOfIssue
        /// The day the application was received, which is earlier than the day of issue.
        case dayOfFiling
    }

    public let term: Term
    public let start: Start
    /// Months before the end from which renewal is asked for; `nil` where the rule names none.
    public let renewalMonths: Int?
    /// Whether it can be renewed at all.
    public let isRenewable: Bool
    /// The act it comes from, by its official short name.
    public let act: String

    init(
        _ term: Term, from start: Start = .dayOfIssue, renewalMonths: Int? = nil, isRenewable: Bool = true, act: String
    ) {
        self.term = term
        self.start = start
        self.renewalMonths = renewalMonths
        self.isRenewable = isRenewable
        self.act = act
    }
}

extension ValidityRule {
    /// Without end while neither the composition of materials nor the process changes.
    /// - Source: UU 6/2023, article 48 (article 42 of UU 33/2014)
    static let halal = ValidityRule(.withoutEnd, act: "UU 6/2023")

    /// Five years; renewal is asked for six months before.
    /// - Source: Peraturan BPOM 22/2018
    static let homeFood = ValidityRule(.years(5), renewalMonths: 6, act: "Peraturan BPOM 22/2018")

    /// - Source: Permenperin 35/2025
    static let domesticContent = ValidityRule(.years(5), act: "Permenperin 35/2025")

    /// Ten years from the day of filing; renewal is asked for within the last six months.
    /// - Source: UU 20/2016, article 35
    static let trademark = ValidityRule(.years(10), from: .dayOfFiling, renewalMonths: 6, act: "UU 20/2016")

    /// Ten years from the day of filing, once.
    /// - Source: UU 31/2000, article 5
    static let industrialDesign = ValidityRule(
        .years(10), from: .dayOfFiling, isRenewable: false, act: "UU 31/2000")

    /// As long as the reputation, quality and character it was given for last.
    /// - Source: UU 20/2016, article 61
    static let geographicalIndication = ValidityRule(.withoutEnd, act: "UU 20/2016")

    /// The community's for good: an entry in an inventory, not a right for years.
    /// - Source: PP 56/2022
    static let communalProperty = ValidityRule(.withoutEnd, act: "PP 56/2022")
}
