import Measure
import Register
import Testing
import World

struct RegionalAccountsTests {
    private func row(_ region: RegionCode, _ year: Int, all value: Double = 1) throws -> RegionalProduct {
        try RegionalProduct(
            region: region, year: year, byIndustry: [Double](repeating: value, count: 17),
            publishedTotal: 17 * value)
    }

    @Test func `the world's accounts hold its years and its seven regions, in order`() throws {
        let accounts = try World.accounts()
        #expect(accounts.years == World.years)
        #expect(accounts.regenciesAndCities == World.regenciesAndCities)
        #expect(accounts.nation(in: 2019) == (try World.nation()[1]))
        #expect(accounts.series(of: World.badung).map(\.year) == World.years)
        #expect(accounts.product(of: World.bali, in: 2020)?.publishedTotal == 147_498.94)
    }

    @Test func `the order of the rows plays no part`() throws {
        let accounts = try RegionalAccounts(World.products().reversed())
        #expect(accounts.years == World.years)
        #expect(accounts.regenciesAndCities == World.regenciesAndCities)
    }

    @Test func `a second row of the same region and year is refused`() throws {
        let rows = try World.products()
        #expect(throws: AccountsError.twice(region: World.badung, year: 2019)) {
            try RegionalAccounts(rows + [row(World.badung, 2019)])
        }
    }

    @Test func `a year without the nation's row is refused`() throws {
        let rows = try World.products() + [row(World.badung, 2021)]
        #expect(throws: AccountsError.noNation(year: 2021)) { try RegionalAccounts(rows) }
    }

    @Test func `no rows are accounts of no years`() throws {
        let accounts = try RegionalAccounts([])
        #expect(accounts.years.isEmpty)
        #expect(accounts.nation(in: 2019) == nil)
    }

    @Test func `an empty row is not known, yet shown as published`() throws {
        let rows = try [row(.nation, 2013), row(World.badung, 2013, all: 0)]
        let accounts = try RegionalAccounts(rows)
        #expect(accounts.product(of: World.badung, in: 2013) == nil)
        #expect(accounts.asPublished(of: World.badung, in: 2013) == rows[1])
        #expect(accounts.series(of: World.badung) == [rows[1]])
        #expect(accounts.regenciesAndCities == [World.badung])
    }

    @Test func `a region or a year that is not there is not known`() throws {
        let accounts = try World.accounts()
        #expect(accounts.product(of: World.code("51.02"), in: 2019) == nil)
        #expect(accounts.product(of: World.badung, in: 2018) == nil)
        #expect(accounts.asPublished(of: World.badung, in: 2018) == nil)
        #expect(accounts.nation(in: 2018) == nil)
        #expect(accounts.series(of: World.code("51.02")).isEmpty)
    }
}

struct GrowthTests {
    @Test func `Badung's manufacturing grew by the published 38,9 percent`() throws {
        let growth = try World.accounts().growth(of: .manufacturing, in: World.badung, from: 2013, to: 2019)
        #expect(abs(try #require(growth) - 0.38938) < 5e-6)
    }

    @Test func `growth back is the inverse of growth forth`() throws {
        let accounts = try World.accounts()
        for region in World.regenciesAndCities {
            let forth = try #require(accounts.growth(of: .trade, in: region, from: 2013, to: 2020))
            let back = try #require(accounts.growth(of: .trade, in: region, from: 2020, to: 2013))
            #expect(abs((1 + forth) * (1 + back) - 1) < 1e-12)
        }
        #expect(accounts.growth(of: .trade, in: World.badung, from: 2019, to: 2019) == 0)
    }

    @Test func `from nothing there is no growth rate, to nothing it is minus one`() throws {
        let accounts = try World.accounts()
        // Kota Bandung has no mining; Denpasar's ended between 2013 and 2019.
        #expect(accounts.growth(of: .mining, in: World.kotaBandung, from: 2013, to: 2019) == nil)
        #expect(accounts.growth(of: .mining, in: World.denpasar, from: 2013, to: 2019) == -1)
    }

    @Test func `growth over a year that is not known is not known`() throws {
        let accounts = try World.accounts()
        #expect(accounts.growth(of: .trade, in: World.badung, from: 2012, to: 2019) == nil)
        #expect(accounts.growth(of: .trade, in: World.badung, from: 2013, to: 2021) == nil)
        #expect(accounts.growth(of: .trade, in: World.code("99.99"), from: 2013, to: 2019) == nil)
    }
}
