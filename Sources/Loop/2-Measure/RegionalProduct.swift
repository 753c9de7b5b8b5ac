public import Register

/// The gross regional domestic product (PDRB) of one region in one year, by industry.
///
/// Billion rupiah at constant 2010 prices. A published 0 is kept as 0 ("none").
/// - Source: BPS, PDRB Kabupaten/Kota di Indonesia
public struct RegionalProduct: Sendable, Equatable {
    public let region: RegionCode
    public let year: Int
    /// Seventeen values in the order of `IndustrySection.allCases`, billion rupiah.
    public let byIndustry: [Double]
    /// The total as published, billion rupiah. The nation's includes taxes on products, so it is not the sum.
    public let publishedTotal: Double

    /// - Throws: `.industries` when there are not seventeen values; `.notFinite` for a value that is no number.
    public init(region: RegionCode, year: Int, byIndustry: [Double], publishedTotal: Double)
        throws(AccountsError)
    {
        guard byIndustry.count == IndustrySection.allCases.count else {
            throw .industries(region: region, year: year, found: byIndustry.count)
        }
        guard byIndustry.allSatisfy(\.isFinite), publishedTotal.isFinite else {
            throw .notFinite(region: region, year: year)
        }
        self.region = region
        self.year = year
        self.byIndustry = byIndustry
        self.publishedTotal = publishedTotal
    }

    public subscript(industry: IndustrySection) -> Double { byIndustry[industry.position] }

    /// The sum of the seventeen industries, billion rupiah, added in their published order.
    public var sumOfIndustries: Double { byIndustry.reduce(0, +) }

    /// Nothing was recorded: every industry is 0. Such a row is "not known", never "an economy of nothing".
    public var isEmpty: Bool { byIndustry.allSatisfy { $0 == 0 } }

    /// The part of an industry in the sum of the industries, 0…1; `nil` for an empty account.
    public func share(of industry: IndustrySection) -> Double? {
        let sum = sumOfIndustries
        return sum > 0 ? self[industry] / sum : nil
    }
}

public enum AccountsError: Error, Equatable, Sendable {
    case industries(region: RegionCode, year: Int, found: Int)
    case notFinite(region: RegionCode, year: Int)
    case twice(region: RegionCode, year: Int)
    case noNation(year: Int)
}
