import Benchmarking
import Measure
public import Register

extension RegionalEconomies {
    /// How many neighbours a profile names.
    static let neighbourCount = 5

    /// Describes one region in one year.
    /// - Throws: `ProfileRefusal` where there are no figures.
    public func profile(of code: RegionCode, in year: Int) throws(ProfileRefusal) -> RegionProfile {
        guard let economies = economies(of: year), let nation = accounts.nation(in: year) else {
            throw .yearWithoutFigures(year: year, available: years)
        }
        guard let row = economies.row(of: code), let product = accounts.product(of: code, in: year)
        else { throw .regionWithoutFigures(code, year: year) }
        let region = economies.regions[row]
        return RegionProfile(
            region: region, province: directory.province(of: region), year: year, product: product,
            manufacturing: economies.figures[row],
            industries: industryLines(product, nation),
            specialisation: specialisation(product, nation),
            growth: growthAccount(of: code), flags: flags(of: code),
            neighbours: economies.nearestOnTheMap(to: row, count: Self.neighbourCount),
            likest: economies.likest(to: row, count: Self.neighbourCount))
    }

    private func industryLines(
        _ product: RegionalProduct, _ nation: RegionalProduct
    ) -> [RegionProfile.IndustryLine] {
        IndustrySection.allCases.map { industry in
            RegionProfile.IndustryLine(
                industry: industry, valueAdded: product[industry],
                share: part(product[industry], of: product),
                nationalShare: part(nation[industry], of: nation),
                locationQuotient: accounts.quotient(of: industry, product, nation))
        }
    }

    private func part(_ value: Double, of product: RegionalProduct) -> Double? {
        product.publishedTotal > 0 ? value / product.publishedTotal : nil
    }

    private func specialisation(
        _ product: RegionalProduct, _ nation: RegionalProduct
    ) -> RegionProfile.Specialisation {
        let (own, reference) = (product.byIndustry, nation.byIndustry)
        return RegionProfile.Specialisation(
            krugman: krugmanSpecialisation(own, reference), herfindahl: herfindahl(own),
            equivalentNumber: equivalentNumber(own),
            gini: giniSpecialisation(region: own, reference: reference),
            theil: theil(values: own, populations: reference))
    }

    private func growthAccount(of code: RegionCode) -> RegionProfile.GrowthAccount? {
        let (start, end) = (Growth.start, Growth.beforePandemic)
        guard let first = accounts.product(of: code, in: start),
            let last = accounts.product(of: code, in: end),
            let nationFirst = accounts.nation(in: start), let nationLast = accounts.nation(in: end),
            // A negative cell has no growth rate: no account rather than a wrong one.
            let shiftShare = try? ShiftShare(
                regionStart: first.byIndustry, regionEnd: last.byIndustry,
                nationStart: nationFirst.totals, nationEnd: nationLast.totals)
        else { return nil }
        return RegionProfile.GrowthAccount(
            start: start, end: end, shiftShare: ShiftShareOfIndustries(shiftShare))
    }
}

extension RegionalProduct {
    fileprivate var totals: IndustryTotals { IndustryTotals(byIndustry, total: publishedTotal) }
}

extension YearOfEconomies {
    /// The nearest as the crow flies; regions without a centroid are left out.
    fileprivate func nearestOnTheMap(to row: Int, count: Int) -> [RegionProfile.Neighbour] {
        let distances = structure.distances(from: row, by: .euclidean)
        let others = regions.indices.filter { $0 != row }.compactMap {
            other -> (row: Int, kilometres: Double)? in
            kilometres(from: row, to: other).map { (row: other, kilometres: $0) }
        }
        return others.sorted { ($0.kilometres, $0.row) < ($1.kilometres, $1.row) }.prefix(count).map {
            RegionProfile.Neighbour(
                region: regions[$0.row], kilometres: $0.kilometres, distance: distances[$0.row])
        }
    }

    fileprivate func likest(to row: Int, count: Int) -> [RegionProfile.Neighbour] {
        let distances = structure.distances(from: row, by: .euclidean)
        return structure.nearest(count, from: row, by: .euclidean).map {
            RegionProfile.Neighbour(
                region: regions[$0], kilometres: kilometres(from: row, to: $0), distance: distances[$0])
        }
    }

    /// `nil` where a centroid is not known.
    func kilometres(from row: Int, to other: Int) -> Double? {
        guard let here = regions[row].centroid, let there = regions[other].centroid else { return nil }
        return here.kilometres(to: there)
    }
}
