import Measure
import Register
import Testing
import World

/// Eight years of one region whose every industry makes 100, but for what a test changes.
private struct Series {
    static let years = 8
    private var values = [[Double]](repeating: [Double](repeating: 100, count: 17), count: years)
    private var totals: [Int: Double] = [:]

    subscript(industry: IndustrySection, year: Int) -> Double {
        get { values[year][industry.position] }
        set { values[year][industry.position] = newValue }
    }

    mutating func set(_ industry: IndustrySection, _ cells: [Double]) {
        for (year, value) in cells.enumerated() { self[industry, year] = value }
    }

    mutating func setTotal(_ year: Int, _ value: Double) { totals[year] = value }
    mutating func setRow(_ year: Int, _ row: [Double]) { values[year] = row }

    func flags() throws -> [AccountFlag] {
        try Plausibility.flags(
            in: values.enumerated().map { year, row in
                try RegionalProduct(
                    region: World.badung, year: 2013 + year, byIndustry: row,
                    publishedTotal: totals[year] ?? row.reduce(0, +))
            })
    }

    /// Year, cell and rule of every flag, as text.
    func findings() throws -> [String] {
        try flags().map { flag in
            let cell =
                switch flag.cell {
                case .industry(let industry): industry.rawValue
                case .total: "total"
                }
            return "\(flag.year) \(cell) \(flag.rule.rawValue)"
        }
    }
}

struct PlausibilityTests {
    private let series = Series()

    @Test func `an even series carries no flag`() throws {
        #expect(try series.findings().isEmpty)
    }

    @Test func `the world carries the nation's taxes and the mining that ended in Denpasar`() throws {
        let flags = Plausibility.flags(in: try World.accounts())
        let nation = flags.filter { $0.region == .nation }
        #expect(nation.map(\.year) == World.years)
        #expect(nation.allSatisfy { $0.cell == .total && $0.rule == .totalIsNotSum })
        let breaks = flags.filter { $0.rule == .seriesBreaks }
        #expect(breaks.map(\.region) == [World.denpasar, World.denpasar])
        #expect(breaks.map(\.year) == [2019, 2020])
        #expect(breaks.allSatisfy { $0.cell == .industry(.mining) && $0.yardstick == 20.14 })
    }

    @Test func `the year before is the year before, not the row before`() throws {
        let flags = Plausibility.flags(in: try World.accounts())
        #expect(!flags.contains { $0.rule == .spike })
    }

    @Test(arguments: [(1.009, false), (1.011, true), (0.991, false), (0.989, true)])
    func `a total is flagged beyond one percent of its sum`(factor: Double, isFlagged: Bool) throws {
        var series = series
        series.setTotal(3, 1700 * factor)
        #expect(try series.findings() == (isFlagged ? ["2016 total total-is-not-sum"] : []))
    }

    @Test func `the flag of a total names the sum it is held against`() throws {
        var series = series
        series.setTotal(3, 2000)
        let flag = try #require(series.flags().first)
        #expect(flag.value == 2000)
        #expect(flag.yardstick == 1700)
        #expect(flag.region == World.badung)
    }

    @Test(arguments: [(349.0, false), (351, true), (28.7, false), (28.5, true)])
    func `the last year is flagged beyond 3,5 times its own median`(value: Double, isFlagged: Bool) throws {
        var series = series
        series[.transport, 7] = value
        #expect(try series.findings() == (isFlagged ? ["2020 H far-from-own-median"] : []))
        #expect(try series.flags().allSatisfy { $0.value == value && $0.yardstick == 100 })
    }

    @Test func `a small industry is not flagged for its ratios`() throws {
        var series = series
        series.set(.mining, [0.9, 0.1, 0.01, 0, 0.9, 0.3, 0.02, 0])
        #expect(try series.findings().isEmpty)
    }

    @Test func `a series that stops is flagged where there is next to nothing`() throws {
        var series = series
        series.set(.mining, [0, 0, 0.2, 0, 0.5, 40, 40, 40])
        let flags = try series.flags()
        #expect(flags.map(\.year) == [2013, 2014, 2015, 2016, 2017])
        #expect(flags.allSatisfy { $0.rule == .seriesBreaks && $0.yardstick == 40 })
    }

    @Test func `an industry of three billion may begin`() throws {
        var series = series
        series.set(.mining, [0, 0, 0, 0, 0, 3, 3, 3])
        #expect(try series.findings().isEmpty)
    }

    @Test(arguments: [(129.0, false), (131, true), (77.5, false), (76, true)])
    func `a year that stands out from both its neighbours is flagged`(value: Double, isFlagged: Bool) throws {
        var series = series
        series[.trade, 4] = value
        #expect(try series.findings() == (isFlagged ? ["2017 G spike"] : []))
        #expect(try series.flags().allSatisfy { $0.yardstick == 100 })
    }

    @Test func `a step to another level is no spike`() throws {
        var series = series
        series.set(.trade, [100, 100, 100, 100, 140, 140, 140, 140])
        #expect(try series.findings().isEmpty)
    }

    @Test(arguments: [0, 7])
    func `the first and the last year have no two neighbours to stand out from`(year: Int) throws {
        var series = series
        series[.trade, year] = 140
        #expect(try series.findings().isEmpty)
    }

    @Test func `a row of zeros is flagged in every cell, and its neighbours are not`() throws {
        var series = series
        series.setRow(2, [Double](repeating: 0, count: 17))
        let flags = try series.flags()
        #expect(flags.count == 18)
        #expect(flags.allSatisfy { $0.year == 2015 && $0.rule == .emptyRow && $0.yardstick == 0 })
        #expect(Set(flags.map(\.cell)).count == 18)
    }

    @Test func `value added below zero is flagged, in any year and of any size`() throws {
        var series = series
        series[.finance, 0] = -0.5
        series.set(.mining, [0, 0, 0, 0, 0, 0, 0, -0.1])
        #expect(try series.findings() == ["2013 K negative", "2020 B negative"])
    }

    @Test func `a year built unlike both its neighbours is flagged where the difference lies`() throws {
        var series = series
        // Each cell stays below 1,3 times its neighbours.
        series.set(.agriculture, [3000, 3000, 3000, 3900, 3000, 3000, 3000, 3000])
        series.set(.trade, [3000, 3000, 3000, 2310, 3000, 3000, 3000, 3000])
        let findings = try series.findings()
        #expect(findings == ["2016 A structure-breaks", "2016 G structure-breaks"])
    }

    @Test func `a structure that breaks a little in every industry is flagged too`() throws {
        var series = series
        for industry in IndustrySection.allCases.prefix(8) { series[industry, 3] = 127 }
        for industry in IndustrySection.allCases.suffix(8) { series[industry, 3] = 78 }
        let findings = try series.findings()
        #expect(findings.contains { $0.hasSuffix("structure-breaks") })
    }

    @Test func `a structure that moves to another and stays is not flagged`() throws {
        var series = series
        series.set(.agriculture, [500, 500, 500, 500, 300, 300, 300, 300])
        #expect(try series.findings().isEmpty)
    }

    @Test func `a cell is flagged once, by the plainest rule that catches it`() throws {
        var series = series
        series[.trade, 4] = 10_000
        series[.transport, 4] = -50
        let flags = try series.flags()
        let cells = flags.map { "\($0.year) \($0.cell)" }
        #expect(Set(cells).count == cells.count)
        #expect(flags.first { $0.cell == .industry(.trade) }?.rule == .farFromOwnMedian)
        #expect(flags.first { $0.cell == .industry(.transport) }?.rule == .negative)
        #expect(flags.first { $0.cell == .total }?.rule == .farFromOwnMedian)
    }

    @Test func `flags come in the order of years and cells`() throws {
        var series = series
        series[.trade, 4] = 1000
        series[.agriculture, 4] = 1000
        series[.finance, 2] = 1000
        let findings = try series.findings().filter { $0.hasSuffix("far-from-own-median") }
        #expect(findings == ["2015 K", "2017 A", "2017 G"].map { $0 + " far-from-own-median" })
    }

    @Test func `no row and one row are no series`() throws {
        #expect(Plausibility.flags(in: []).isEmpty)
        let one = try #require(World.products().first { $0.region == World.badung })
        #expect(Plausibility.flags(in: [one]).isEmpty)
    }
}
