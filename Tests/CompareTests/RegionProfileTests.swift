import Compare
import Measure
import Register
import Testing
import World

struct RegionProfileTests {
    private let world: RegionalEconomies

    init() throws { world = try World.economies() }

    private func profile(_ code: RegionCode = World.badung, in year: Int = 2019) throws -> RegionProfile {
        try world.profile(of: code, in: year)
    }

    @Test func `Badung has a fifth of the manufacturing that the nation would have`() throws {
        let profile = try profile()
        let quotient = try #require(profile.manufacturing.locationQuotient)
        #expect(abs(quotient - 0.2082) < 5e-5)
        let line = profile.industries[IndustrySection.manufacturing.position]
        #expect(line.locationQuotient == quotient)
        let hotels = profile.industries[IndustrySection.accommodationAndFood.position]
        #expect(abs(try #require(hotels.locationQuotient) - 8.7584) < 5e-5)
        let farms = profile.industries[IndustrySection.agriculture.position]
        #expect(abs(try #require(farms.locationQuotient) - 0.5269) < 5e-5)
    }

    @Test func `its manufacturing grew 38,938 percent, by these three parts`() throws {
        let profile = try profile()
        #expect(abs(try #require(profile.manufacturing.growth) - 0.38938) < 5e-6)
        let growth = try #require(profile.growth)
        #expect((growth.start, growth.end) == (2013, 2019))
        let parts = growth.shiftShare.industries[IndustrySection.manufacturing.position]
        #expect(abs(parts.national - 398.29) < 1e-2)
        #expect(abs(parts.industryMix - -66.95) < 1e-2)
        #expect(abs(parts.regional - 121.62) < 1e-2)
    }

    @Test(arguments: World.regenciesAndCities)
    func `the parts of growth add up to the change`(code: RegionCode) throws {
        let shiftShare = try #require(profile(code).growth).shiftShare
        let first = try #require(world.accounts.product(of: code, in: 2013))
        let last = try #require(world.accounts.product(of: code, in: 2019))
        for (industry, parts) in zip(IndustrySection.allCases, shiftShare.industries) {
            let change = last[industry] - first[industry]
            #expect(abs(parts.change - change) < 1e-6)
            #expect(abs(parts.national + parts.industryMix + parts.regional - change) < 1e-6)
        }
        #expect(abs(shiftShare.sum.change - (last.sumOfIndustries - first.sumOfIndustries)) < 1e-6)
        #expect(abs(shiftShare.nationalGrowth - (10_949_155.4 / 8_156_497.8 - 1)) < 1e-12)
    }

    @Test func `the figures of manufacturing have their units`() throws {
        let figures = try profile().manufacturing
        #expect(figures.valueAdded == 1616.24)
        #expect(abs(try #require(figures.share) - 1616.24 / 37325.33) < 1e-12)
        // Billion rupiah over persons is 3,0 million rupiah a person.
        #expect(abs(try #require(figures.perResident) - 1616.24e9 / 537_739 / 1e6) < 1e-9)
        #expect(abs(try #require(figures.pandemicGrowth) - (1517.39 / 1616.24 - 1)) < 1e-12)
    }

    @Test func `a region is as specialised as it is unlike the nation`() throws {
        for code in World.regenciesAndCities {
            let profile = try profile(code)
            let shares = profile.industries.map { $0.valueAdded / profile.product.sumOfIndustries }
            let nation = try #require(world.accounts.nation(in: profile.year))
            let gaps = zip(shares, nation.byIndustry).map { abs($0 - $1 / nation.sumOfIndustries) }.reduce(0, +)
            #expect(abs(try #require(profile.specialisation.krugman) - gaps) < 1e-12)
            let squares = shares.map { $0 * $0 }.reduce(0, +)
            #expect(abs(try #require(profile.specialisation.herfindahl) - squares) < 1e-12)
            #expect(abs(try #require(profile.specialisation.equivalentNumber) - 1 / squares) < 1e-9)
            #expect((0...1).contains(try #require(profile.specialisation.gini)))
            #expect(try #require(profile.specialisation.theil) > 0)
        }
    }

    @Test func `a quotient is the region's share over the nation's, as both stand beside it`() throws {
        for line in try profile().industries {
            let ratio = try #require(line.share) / #require(line.nationalShare)
            #expect(abs(try #require(line.locationQuotient) - ratio) < 1e-12)
        }
    }

    @Test func `neighbours are by the map, likest are by the structure`() throws {
        let profile = try profile()
        #expect(profile.province?.id == World.bali)
        #expect(profile.neighbours.first?.region.id == World.denpasar)
        let kilometres = profile.neighbours.compactMap(\.kilometres)
        #expect(kilometres.count == 5)
        #expect(kilometres == kilometres.sorted())
        let likest = profile.likest.map(\.region.id)
        #expect(likest == (try world.hosts(of: World.badung).nearest.prefix(5).map(\.region.id)))
        #expect(profile.likest.map(\.distance) == profile.likest.map(\.distance).sorted())
    }

    @Test func `a region that cannot be described is refused with what there is`() {
        #expect(throws: ProfileRefusal.yearWithoutFigures(year: 2018, available: World.years)) {
            try profile(in: 2018)
        }
        for code in [World.bali, RegionCode.nation, World.code("51.02")] {
            #expect(throws: ProfileRefusal.regionWithoutFigures(code, year: 2019)) { try profile(code) }
        }
    }

    @Test func `a region without figures of 2013 has a profile, but no account of growth`() throws {
        let profile = try RealEconomies.all.get().profile(of: World.code("74.13"), in: 2019)
        #expect(profile.growth == nil)
        #expect(profile.manufacturing.growth == nil)
        #expect(profile.manufacturing.pandemicGrowth != nil)
        #expect(profile.flags.contains { $0.rule == .emptyRow })
    }

    @Test(.enabled(if: Folders.hasShared))
    func `eight regions equal what another program finds`() throws {
        let economies = try RealEconomies.all.get()
        let oracle = try Folders.sharedRows(of: "cases/lq_shiftshare_oracle_2013_2019.csv")
        #expect(oracle.count == 8)
        for row in oracle {
            func published(_ column: String) throws -> Double { try #require(row[column].flatMap { Double($0) }) }
            guard case .one(let region) = economies.directory.find(try #require(row["kode_bps"])) else {
                Issue.record("\(row) is no region")
                continue
            }
            let profile = try economies.profile(of: region.id, in: 2019)
            let parts = try #require(profile.growth).shiftShare.industries[IndustrySection.manufacturing.position]
            #expect(abs(parts.national - (try published("national_share_C"))) < 1e-2)
            #expect(abs(parts.industryMix - (try published("industry_mix_C"))) < 1e-2)
            #expect(abs(parts.regional - (try published("regional_shift_C"))) < 1e-2)
            let quotient = try #require(profile.manufacturing.locationQuotient)
            #expect(abs(quotient - (try published("LQ_C"))) < 1e-4)
            let growth = try #require(profile.manufacturing.growth)
            #expect(abs(100 * growth - (try published("tumbuh_C_2013_2019_pct"))) < 1e-3)
        }
    }
}
