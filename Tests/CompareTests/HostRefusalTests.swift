import Compare
import Measure
import Register
import Testing
import World

struct HostRefusalTests {
    private func refusal(
        home: RegionCode = World.badung, year: Int = 2019, _ change: (inout HostOptions) -> Void = { _ in }
    ) throws -> HostRefusal {
        let world = try World.economies()
        let error = #expect(throws: HostRefusal.self) { try world.hosts(of: home, in: year, changing: change) }
        return try #require(error)
    }

    @Test(arguments: [0, 51, -1, .max, .min])
    func `a list of none or of too many is refused`(limit: Int) throws {
        #expect(try refusal { $0.limit = limit } == .limit(limit))
    }

    @Test(arguments: [1, 50])
    func `the least and the most that may be listed are not refused`(limit: Int) throws {
        #expect(try World.economies().hosts(of: World.badung) { $0.limit = limit }.nearest.count == min(limit, 6))
    }

    @Test(arguments: [2018, 2021, 0])
    func `a year without figures is refused, with the years there are`(year: Int) throws {
        #expect(try refusal(year: year) == .yearWithoutFigures(year: year, available: World.years))
    }

    @Test(arguments: ["51.02", "51", "00", "99.99"])
    func `a home without figures is refused, a province and the nation too`(code: String) throws {
        let home = World.code(code)
        #expect(try refusal(home: home) == .homeWithoutFigures(home, year: 2019))
    }

    @Test(arguments: ["51.02", "51", "00"])
    func `a candidate without figures is refused`(code: String) throws {
        let candidate = World.code(code)
        #expect(try refusal { $0.candidate = candidate } == .candidateWithoutFigures(candidate, year: 2019))
    }

    @Test func `nobody learns from himself`() throws {
        #expect(try refusal { $0.candidate = World.badung } == .candidateIsHome(World.badung))
    }

    @Test(arguments: [-0.1, 10.1, .infinity, -.infinity])
    func `a weight below zero or beyond ten is refused`(weight: Double) throws {
        #expect(try refusal { $0.weights.near = weight } == .weight(weight))
        #expect(try refusal { $0.weights.perResident = weight } == .weight(weight))
        #expect(try refusal { $0.weights.growth = weight } == .weight(weight))
        #expect(try refusal { $0.weights.close = weight } == .weight(weight))
    }

    @Test func `a weight that is no number is refused`() throws {
        guard case .weight(let weight) = try refusal({ $0.weights.close = .nan }) else {
            Issue.record("refused for another reason")
            return
        }
        #expect(weight.isNaN)
    }

    @Test func `weights that ask for nothing are refused`() throws {
        #expect(
            try refusal { $0.weights = ShortlistWeights(near: 0, perResident: 0, growth: 0, close: 0) } == .noWeight)
    }

    @Test func `a region whose row is empty has no figures that year`() throws {
        let economies = try RealEconomies.all.get()
        let munaBarat = World.code("74.13")
        #expect(throws: HostRefusal.homeWithoutFigures(munaBarat, year: 2013)) {
            try economies.hosts(of: munaBarat, in: 2013)
        }
        #expect(throws: HostRefusal.candidateWithoutFigures(munaBarat, year: 2013)) {
            try economies.hosts(of: World.badung, in: 2013) { $0.candidate = munaBarat }
        }
        #expect(try economies.hosts(of: munaBarat, in: 2019).compared == 513)
        #expect(try economies.hosts(of: World.badung, in: 2013).compared == 510)
    }

    @Test func `figures of no region cannot be compared`() throws {
        let nation = try World.nation()
        #expect(throws: EconomiesError.nothingToCompare(year: 2013)) {
            try RegionalEconomies(directory: World.directory(), accounts: RegionalAccounts(nation))
        }
    }

    @Test func `a row with a negative industry is not compared, and its region is not home`() throws {
        var rows = try World.products()
        let index = try #require(rows.firstIndex { $0.region == World.makassar && $0.year == 2019 })
        var values = rows[index].byIndustry
        values[1] = -1
        rows[index] = try RegionalProduct(
            region: World.makassar, year: 2019, byIndustry: values, publishedTotal: rows[index].publishedTotal)
        let world = try RegionalEconomies(directory: World.directory(), accounts: RegionalAccounts(rows))
        #expect(try world.hosts(of: World.badung).compared == 5)
        #expect(try world.hosts(of: World.badung, in: 2020).compared == 6)
        #expect(throws: HostRefusal.homeWithoutFigures(World.makassar, year: 2019)) {
            try world.hosts(of: World.makassar)
        }
    }
}
