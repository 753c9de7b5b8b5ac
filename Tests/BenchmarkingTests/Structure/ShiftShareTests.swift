import Benchmarking
import Testing

/// Farhauer & Kröll (2013): three regions, four industries, start and end.
private enum FarhauerKröll {
    static let nationStart = IndustryTotals([400, 150, 150, 400])
    static let nationEnd = IndustryTotals([440, 210, 135, 480])
    static let regions: [(start: [Double], end: [Double], published: Published)] = [
        (
            [90, 20, 10, 60], [100, 40, 10, 55],
            Published(27, 1, -3, competitive: -0.636363636363636, allocation: -2.36363636363636)
        ),
        (
            [60, 30, 30, 40], [85, 55, 40, 35],
            Published(24, -1, 32, competitive: 18.4242424242424, allocation: 13.5757575757576)
        ),
        (
            [250, 100, 110, 300], [255, 115, 85, 390],
            Published(114, 0, -29, competitive: -33.5719008264463, allocation: 4.57190082644628)
        ),
    ]
}

private struct Published {
    let (national, industryMix, regional): (Double, Double, Double)
    let (competitive, allocation): (Double, Double)

    init(
        _ national: Double, _ industryMix: Double, _ regional: Double,
        competitive: Double, allocation: Double
    ) {
        (self.national, self.industryMix, self.regional) = (national, industryMix, regional)
        (self.competitive, self.allocation) = (competitive, allocation)
    }
}

private func expect(_ parts: ShiftShare.Parts, toBe published: Published) {
    #expect(parts.national.isClose(to: published.national, within: 1e-9))
    #expect(parts.industryMix.isClose(to: published.industryMix, within: 1e-9))
    #expect(parts.regional.isClose(to: published.regional, within: 1e-9))
    #expect(parts.competitive.isClose(to: published.competitive, within: 1e-9))
    #expect(parts.allocation.isClose(to: published.allocation, within: 1e-9))
}

struct ShiftShareTests {
    @Test(arguments: 0..<3)
    func `the textbook's three regions have the published parts`(region: Int) throws {
        let (start, end, published) = FarhauerKröll.regions[region]
        let result = try ShiftShare(
            regionStart: start, regionEnd: end,
            nationStart: FarhauerKröll.nationStart, nationEnd: FarhauerKröll.nationEnd)
        expect(result.sum, toBe: published)
        #expect(result.nationalGrowth.isClose(to: 0.15, within: 1e-15))
    }

    @Test func `Göttingen 2008 to 2017 has the published parts`() throws {
        let result = try ShiftShare(
            regionStart: Göttingen.city2008, regionEnd: Göttingen.city2017,
            nationStart: IndustryTotals(Göttingen.germany2008),
            nationEnd: IndustryTotals(Göttingen.germany2017))
        expect(
            result.sum,
            toBe: Published(
                9178.19160425136, 2204.82015090372, -972.011755155084,
                competitive: -1396.20097029201, allocation: 424.189215136928))
        #expect(result.sum.change.isClose(to: 10_411, within: 1e-9))
        #expect(result.sum.netShift.isClose(to: 1232.80839574864, within: 1e-9))
    }

    @Test func `every part equals the difference of expected figures, computed another way`() throws {
        let x = randomFigures(rows: 4, columns: 11, seed: 3).map { $0.map { $0 + 1 } }
        let (start, end, nationStart, nationEnd) = (x[0], x[1], x[2], x[3])
        let result = try ShiftShare(
            regionStart: start, regionEnd: end,
            nationStart: IndustryTotals(nationStart), nationEnd: IndustryTotals(nationEnd))
        let (from, to) = (nationStart.reduce(0, +), nationEnd.reduce(0, +))
        for i in start.indices {
            let withNation = start[i] * to / from
            let withIndustry = start[i] * nationEnd[i] / nationStart[i]
            let likeNation = start.reduce(0, +) * nationStart[i] / from
            let regional = end[i] - withIndustry
            let competitive = regional / start[i] * likeNation
            let published = Published(
                withNation - start[i], withIndustry - withNation, regional,
                competitive: competitive, allocation: regional - competitive)
            expect(result.industries[i], toBe: published)
            #expect(result.industries[i].change.isClose(to: end[i] - start[i], within: 1e-9))
        }
    }

    @Test func `a region that is the nation in small has only a national part`() throws {
        let (start, end) = ([40.0, 20, 10], [50.0, 10, 30])
        let result = try ShiftShare(
            regionStart: start.map { $0 / 8 }, regionEnd: end.map { $0 / 8 },
            nationStart: IndustryTotals(start), nationEnd: IndustryTotals(end))
        #expect(result.sum.national.isClose(to: 20.0 / 8, within: 1e-14))
        #expect(result.sum.industryMix.isClose(to: 0, within: 1e-14))
        #expect(result.industries.allSatisfy { $0.regional.isClose(to: 0, within: 1e-14) })
    }

    @Test func `a published total moves growth from mix to nation, and changes nothing else`()
        throws
    {
        let (start, end, _) = FarhauerKröll.regions[1]
        func result(_ startTotal: Double?, _ endTotal: Double?) throws -> ShiftShare {
            try ShiftShare(
                regionStart: start, regionEnd: end,
                nationStart: IndustryTotals(
                    FarhauerKröll.nationStart.industries, total: startTotal),
                nationEnd: IndustryTotals(FarhauerKröll.nationEnd.industries, total: endTotal))
        }
        let (given, summed) = (try result(1200, 1500), try result(nil, nil))
        #expect(given.nationalGrowth.isClose(to: 0.25, within: 1e-15))
        #expect(given.sum.national.isClose(to: 40, within: 1e-12))
        #expect(given.sum.netShift.isClose(to: 15, within: 1e-12))
        #expect(given.sum.regional == summed.sum.regional)
        #expect(given.sum.competitive == summed.sum.competitive)
    }

    @Test func `an industry that began in the region is all regional and has no growth rate`()
        throws
    {
        let result = try ShiftShare(
            regionStart: [10, 0], regionEnd: [12, 5],
            nationStart: IndustryTotals([100, 100]), nationEnd: IndustryTotals([110, 120]))
        #expect(result.industries[1].regional == 5)
        #expect(result.industries[1].national == 0)
        #expect(result.industries[1].competitive == nil)
        #expect(result.sum.allocation == nil)
        #expect(result.sum.change.isClose(to: 7, within: 1e-14))
    }

    @Test(arguments: [
        ([1, 2], [1], [1, 2], TableError.ragged(row: 1)),
        ([1, 2], [1, -2], [1, 2], .negative(row: 1, column: 1)),
        ([1, .nan], [1, 2], [1, 2], .notFinite(row: 0, column: 1)),
        ([0, 0], [1, 2], [0, 0], .emptyRow(row: 2)),
        ([1, 2], [1, 2], [1, 0], .emptyReference(column: 1)),
        ([], [], [], .empty),
    ])
    func `figures that cannot be are refused with their place`(
        start: [Double], end: [Double], nation: [Double], refusal: TableError
    ) {
        #expect(throws: refusal) {
            try ShiftShare(
                regionStart: start, regionEnd: end,
                nationStart: IndustryTotals(nation), nationEnd: IndustryTotals(nation))
        }
    }

    @Test(arguments: [
        (Double.nan, 1.0, TableError.notFinite(row: 2, column: 1)),
        (1, .infinity, .notFinite(row: 3, column: 1)), (1, -1, .negative(row: 3, column: 1)),
        (0, 1, .emptyRow(row: 2)),
    ])
    func `a total that cannot be is refused in the column after the industries`(
        start: Double, end: Double, refusal: TableError
    ) {
        #expect(throws: refusal) {
            try ShiftShare(
                regionStart: [1], regionEnd: [1],
                nationStart: IndustryTotals([1], total: start),
                nationEnd: IndustryTotals([1], total: end))
        }
    }
}
