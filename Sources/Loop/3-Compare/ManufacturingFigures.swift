import Benchmarking
import Measure
import Register

/// How a region's manufacturing performs. These figures play no part in who is near.
public struct ManufacturingFigures: Sendable, Equatable {
    /// Value added of manufacturing, billion rupiah at constant 2010 prices; `nil` when not known.
    public let valueAdded: Double?
    /// Value added per resident, million rupiah; the population is of the registry year, which is later than
    /// the figures. `nil` when either is not known.
    public let perResident: Double?
    /// Part of manufacturing in the published total, 0…1.
    public let share: Double?
    /// Location quotient over the published totals of region and nation; 1 is the nation's own share.
    public let locationQuotient: Double?
    /// Growth of value added from 2013 to 2019 (0.39 is 39 %).
    public let growth: Double?
    /// Growth from 2019 to 2020, the first year of the pandemic, kept apart.
    public let pandemicGrowth: Double?
}

extension RegionalAccounts {
    /// The manufacturing figures of a region in a year.
    func manufacturing(of region: Region, in year: Int) -> ManufacturingFigures {
        let product = product(of: region.id, in: year)
        let nation = nation(in: year)
        let valueAdded = product?[.manufacturing]
        let total = product?.publishedTotal
        return ManufacturingFigures(
            valueAdded: valueAdded,
            perResident: perResident(valueAdded, region.population),
            share: ratio(valueAdded, total),
            locationQuotient: quotient(of: .manufacturing, product, nation),
            growth: growth(from: RegionalEconomies.Growth.start, of: region.id),
            pandemicGrowth: pandemicGrowth(of: region.id))
    }

    /// The location quotient of an industry, over the published totals.
    func quotient(
        of industry: IndustrySection, _ product: RegionalProduct?, _ nation: RegionalProduct?
    ) -> Double? {
        guard let product, let nation else { return nil }
        return Benchmarking.locationQuotient(
            product[industry], of: product.publishedTotal, reference: nation[industry],
            of: nation.publishedTotal)
    }

    private func growth(from start: Int, of region: RegionCode) -> Double? {
        growth(of: .manufacturing, in: region, from: start, to: RegionalEconomies.Growth.beforePandemic)
    }

    private func pandemicGrowth(of region: RegionCode) -> Double? {
        growth(
            of: .manufacturing, in: region, from: RegionalEconomies.Growth.beforePandemic,
            to: RegionalEconomies.Growth.pandemic)
    }

    /// Billion rupiah over persons, as million rupiah a person.
    private func perResident(_ valueAdded: Double?, _ population: Population?) -> Double? {
        ratio(valueAdded, population.map { Double($0.total) }).map { $0 * 1000 }
    }

    private func ratio(_ part: Double?, _ whole: Double?) -> Double? {
        guard let part, let whole, whole > 0 else { return nil }
        return part / whole
    }
}
