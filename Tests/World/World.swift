public import Measure
public import Register

/// The small world of the tests: seven regencies and cities, their three provinces and the nation, with their real
/// places, people and regional product of 2013, 2019 and 2020.
///
/// - Source: BPS, PDRB Kabupaten/Kota di Indonesia; Kepmendagri 300.2.2-2430/2025
public enum World {
    public static let kabupatenBandung = code("32.04")
    public static let kotaBandung = code("32.73")
    public static let jembrana = code("51.01")
    public static let badung = code("51.03")
    public static let gianyar = code("51.04")
    public static let denpasar = code("51.71")
    public static let makassar = code("73.71")

    public static let westJava = code("32")
    public static let bali = code("51")
    public static let southSulawesi = code("73")

    /// The seven regencies and cities, in the order of their codes.
    public static let regenciesAndCities = [
        kabupatenBandung, kotaBandung, jembrana, badung, gianyar, denpasar, makassar,
    ]

    public static let years = [2013, 2019, 2020]

    /// Seven regencies and cities and three provinces, in the order of their codes.
    public static let regions = Residents.all.map(\.region)

    public static func directory() throws(DirectoryError) -> RegionDirectory { try RegionDirectory(regions) }

    /// Eleven rows a year, the nation's first.
    public static func products() throws(AccountsError) -> [RegionalProduct] {
        var products: [RegionalProduct] = []
        for (year, rows) in zip(years, [Figures.of2013, Figures.of2019, Figures.of2020]) {
            for row in rows {
                products.append(
                    try RegionalProduct(
                        region: row.region, year: year, byIndustry: row.byIndustry, publishedTotal: row.total))
            }
        }
        return products
    }

    public static func accounts() throws(AccountsError) -> RegionalAccounts { try RegionalAccounts(products()) }

    /// The nation's rows, in the order of the years.
    public static func nation() throws(AccountsError) -> [RegionalProduct] {
        try products().filter { $0.region == .nation }
    }

    /// Batik in both versions of the classification: other digits, other capitals.
    public static let industries = [
        IndustryTitle(code: industry(.kbli2020, "13"), section: "C", title: "Industri tekstil"),
        IndustryTitle(code: industry(.kbli2020, "13134"), section: "C", title: "Industri Batik"),
        IndustryTitle(code: industry(.kbli2025, "13"), section: "C", title: "INDUSTRI TEKSTIL"),
        IndustryTitle(code: industry(.kbli2025, "13133"), section: "C", title: "INDUSTRI KAIN BATIK"),
    ]

    /// Everything above as the facts a database is filled with.
    public static func facts(fingerprint: String = "world") throws(AccountsError) -> ReferenceFacts {
        var facts = ReferenceFacts(
            regions: regions, industries: industries, products: try products(), fingerprint: fingerprint)
        facts.areas = areas
        facts.bridges = bridges
        facts.branches = branches
        facts.nationalProducts = nationalProducts
        facts.minimumWages = [MinimumWage(badung, 2025, rupiahPerMonth: 3_534_338.88, source: "SK Gub Bali")]
        return facts
    }

    /// Two districts of Badung and one of Makassar, with some of their villages.
    public static let areas = [
        area("51.03.01", "Kuta", Coordinates(latitude: -8.72629, longitude: 115.17337)),
        area("51.03.01.1001", "Tuban"), area("51.03.01.1002", "Kuta"),
        area("51.03.02", "Mengwi", Coordinates(latitude: -8.5636, longitude: 115.16985)),
        area("73.71.01", "Mariso"), area("73.71.01.1001", "Bontorannu"),
    ]

    /// Batik, whose digits of 2020 are no more.
    public static let bridges = [
        IndustryBridge(
            code: industry(.kbli2020, "13134"),
            candidate: IndustryBridge.Candidate(industry(.kbli2025, "13133"), likeness: 0.875),
            others: [IndustryBridge.Candidate(industry(.kbli2025, "13132"), likeness: 0.25)],
            likenessOfSameDigits: nil, status: .gone)
    ]

    public static let branches: [IndustryCode: IndustryBranch] = [
        industry(.kbli2020, "13134"): .clothing, industry(.kbli2025, "13133"): .clothing,
    ]

    /// Three products of the national table, as published.
    public static let nationalProducts = [
        NationalProduct(
            "001", "Padi", in: .agriculture,
            NationalProduct.Costs(
                intermediate: 49_845_497, compensation: 77_485_083, surplus: 107_302_032, taxes: 1_069_699)),
        NationalProduct(
            "070", "Kedele Olahan", in: .manufacturing,
            NationalProduct.Costs(
                intermediate: 45_776_192, compensation: 8_025_256, surplus: 15_210_947, taxes: 28_791)),
        NationalProduct(
            "078", "Tekstil", in: .manufacturing,
            NationalProduct.Costs(
                intermediate: 44_207_625, compensation: 8_176_595, surplus: 11_108_842, taxes: 120_635)),
    ]

    /// A code that is known to be one.
    public static func code(_ text: String) -> RegionCode {
        guard let code = RegionCode(text) else { preconditionFailure("\(text) is no code of a region") }
        return code
    }

    private static func area(_ text: String, _ name: String, _ centroid: Coordinates? = nil) -> Area {
        guard let code = AreaCode(text) else { preconditionFailure("\(text) is no code of an area") }
        return Area(id: code, name: name, centroid: centroid)
    }

    private static func industry(_ version: IndustryCode.Version, _ digits: String) -> IndustryCode {
        guard let code = IndustryCode(version, digits) else {
            preconditionFailure("\(digits) is no code of an industry")
        }
        return code
    }
}
