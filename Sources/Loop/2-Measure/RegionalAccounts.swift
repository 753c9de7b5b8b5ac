public import Register

/// The published product of all regions over all years: the figures every comparison of regions starts from.
public struct RegionalAccounts: Sendable {
    /// The years for which the nation's figures are there, ascending.
    public let years: [Int]
    private let products: [Key: RegionalProduct]
    /// The regencies and cities with at least one row, in the order of their codes.
    public let regenciesAndCities: [RegionCode]

    private struct Key: Hashable {
        let region: RegionCode
        let year: Int
    }

    /// - Throws: `.twice` for a second row of the same region and year, `.noNation` for a year without the
    ///   nation's row, because no quotient can be computed without it.
    public init(_ rows: [RegionalProduct]) throws(AccountsError) {
        var products: [Key: RegionalProduct] = [:]
        for row in rows {
            let key = Key(region: row.region, year: row.year)
            guard products.updateValue(row, forKey: key) == nil else {
                throw .twice(region: row.region, year: row.year)
            }
        }
        years = Set(rows.map(\.year)).sorted()
        for year in years where products[Key(region: .nation, year: year)] == nil {
            throw .noNation(year: year)
        }
        regenciesAndCities = Set(rows.map(\.region).filter { !$0.isProvince }).sorted()
        self.products = products
    }

    /// The account of a region in a year as published; `nil` where there is no row or an empty one.
    public func product(of region: RegionCode, in year: Int) -> RegionalProduct? {
        let product = asPublished(of: region, in: year)
        return product?.isEmpty == true ? nil : product
    }

    /// The row as published, empty or not; `nil` where there is none.
    public func asPublished(of region: RegionCode, in year: Int) -> RegionalProduct? {
        products[Key(region: region, year: year)]
    }

    /// The account of the nation; `nil` for a year without figures.
    public func nation(in year: Int) -> RegionalProduct? { product(of: .nation, in: year) }

    /// The rows of one region in the order of the years, empty rows included.
    public func series(of region: RegionCode) -> [RegionalProduct] {
        years.compactMap { asPublished(of: region, in: $0) }
    }
}
