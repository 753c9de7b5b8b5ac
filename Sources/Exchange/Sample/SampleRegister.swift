import Benchmarking
public import Register

/// An enterprise of the sample with its figures of up to three years.
public struct SampleEnterprise: Sendable, Equatable {
    public let number: Int
    public let region: RegionCode
    public let field: SampleField
    public let card: EnterpriseCard
    /// Its sentra's number; `nil` for one that stands alone.
    public let sentra: Int?
    /// Rising; none before it was founded.
    public let years: [SampleYear]
}

/// The figures of one year. What a list holds is in `figures`; the two others are known to the sample alone.
public struct SampleYear: Sendable, Equatable {
    public let figures: EnterpriseYear
    /// Materials, fuel, services: output less value added.
    public let intermediateInput: Rupiah
    /// Pay of the year, the owner's and the family's work at its price.
    public let pay: Rupiah
}

/// A register of invented enterprises of Badung and Makassar: clothing, food and craft, in 2022, 2023 and 2024.
///
/// Every name says *Contoh*, licence numbers begin with 99999, telephones with 0840, mail ends in `.example`. Figures
/// keep to the official ratios of their trade (`SampleTrade`), to the minimum wages, and to nine micro enterprises in
/// ten; weavers differ by 28 times in what a worker makes. The same seed and areas give the same register.
public struct SampleRegister: Sendable {
    public static let years = 2022...2024
    public let enterprises: [SampleEnterprise]
    public let sentra: [SampleSentra]

    // Both are codes of regencies; the nation never comes into it.
    static let badung = RegionCode("51.03") ?? .nation
    static let makassar = RegionCode("73.71") ?? .nation

    /// - Parameters:
    ///   - areas: official districts and villages; those of Badung and of Makassar are used. Without them it is empty.
    ///   - size: enterprises, ≥ 0.
    public init(seed: UInt64, areas: [Area], size: Int = 2000) {
        var maker = SampleMaker(seed: seed)
        let homes = [Self.badung, Self.makassar].map { region in
            (region, areas.filter { $0.id.kind == .village && $0.id.regency == region }.sorted { $0.id < $1.id })
        }.filter { !$0.1.isEmpty }
        for (place, home) in homes.enumerated() {
            let share = place == homes.count - 1 ? size - maker.enterprises.count : size * 9 / 20
            maker.fill(home.0, villages: home.1, count: share)
        }
        enterprises = maker.enterprises
        sentra = maker.sentra
    }

    /// What the list of a region would say of a year, rows numbered from 2; `nil` for both regions.
    public func entries(of year: Int, in region: RegionCode? = nil) -> [ListEntry] {
        let told = enterprises.filter { region == nil || $0.region == region }.compactMap { enterprise in
            enterprise.years.first { $0.figures.year == year }.map { (enterprise, $0) }
        }
        return told.enumerated().map { place, pair in
            ListEntry(row: place + 2, card: pair.0.card, year: pair.1.figures)
        }
    }
}
