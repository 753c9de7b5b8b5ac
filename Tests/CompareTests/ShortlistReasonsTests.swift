import Compare
import Measure
import Register
import Testing
import World

struct ShortlistReasonsTests {
    private let world: RegionalEconomies

    init() throws { world = try World.economies() }

    private func figures(_ code: RegionCode) throws -> ManufacturingFigures {
        try world.profile(of: code, in: 2019).manufacturing
    }

    private func lead(of other: RegionCode, over home: RegionCode) throws -> Lead {
        Lead(of: try figures(other), over: try figures(home))
    }

    private func reasons(
        distance: (own: Double, limit: Double) = (1, 2), lead: Lead, kilometres: Double? = 0,
        weights: ShortlistWeights = ShortlistWeights()
    ) -> ShortlistReasons {
        ShortlistReasons(distance: distance, lead: lead, kilometres: kilometres, weights: weights)
    }

    @Test func `over oneself there is no lead`() throws {
        let lead = try lead(of: World.badung, over: World.badung)
        #expect(lead.perResidentRatio == 1)
        #expect(lead.growthDifference == 0)
        let reasons = reasons(lead: lead)
        #expect(reasons.better == 0)
        #expect(reasons.score(ShortlistWeights()) == 0)
    }

    @Test func `leads of two regions over one another are inverse`() throws {
        let forth = try lead(of: World.makassar, over: World.badung)
        let back = try lead(of: World.badung, over: World.makassar)
        let product = try #require(forth.perResidentRatio) * #require(back.perResidentRatio)
        let sum = try #require(forth.growthDifference) + #require(back.growthDifference)
        #expect(abs(product - 1) < 1e-12)
        #expect(abs(sum) < 1e-12)
    }

    @Test(arguments: [(0.0, 1.0), (0.5, 0.75), (1, 0.5), (2, 0), (3, 0)])
    func `near falls from one at home to zero at the limit, and never below`(distance: Double, near: Double) throws {
        let lead = try lead(of: World.makassar, over: World.badung)
        #expect(reasons(distance: (own: distance, limit: 2), lead: lead).near == near)
        #expect(reasons(distance: (own: distance, limit: 0), lead: lead).near == 0)
    }

    @Test(arguments: [(0.0, 1.0), (500, 0.5), (1000, 0.25), (2000, 0.0625)])
    func `closeness halves every five hundred kilometres`(kilometres: Double, close: Double) throws {
        let lead = try lead(of: World.makassar, over: World.badung)
        #expect(abs(reasons(lead: lead, kilometres: kilometres).close - close) < 1e-15)
        #expect(reasons(lead: lead, kilometres: nil).close == 0)
    }

    @Test func `a lead of four times counts in full, and more does not count more`() throws {
        // Makassar makes five times as much per resident as Badung.
        let lead = try lead(of: World.makassar, over: World.badung)
        #expect(try #require(lead.perResidentRatio) > ShortlistReasons.fullRatio)
        #expect(reasons(lead: lead, weights: ShortlistWeights(growth: 0)).better == 1)
    }

    @Test func `each lead counts by its weight, and without both there is nothing to be better in`() throws {
        let lead = try lead(of: World.makassar, over: World.badung)
        let growth = try #require(lead.growthDifference) / ShortlistReasons.fullGrowthDifference
        let growthOnly = reasons(lead: lead, weights: ShortlistWeights(perResident: 0)).better
        #expect(abs(growthOnly - growth) < 1e-12)
        let both = reasons(lead: lead, weights: ShortlistWeights(perResident: 3, growth: 1)).better
        #expect(abs(both - (3 + growth) / 4) < 1e-12)
        #expect(reasons(lead: lead, weights: ShortlistWeights(perResident: 0, growth: 0)).better == 1)
    }

    @Test func `one reason at zero leaves nothing, unless its weight is zero`() throws {
        let lead = try lead(of: World.makassar, over: World.badung)
        let far = reasons(distance: (own: 2, limit: 2), lead: lead)
        #expect(far.score(ShortlistWeights()) == 0)
        #expect(far.score(ShortlistWeights(near: 0)) > 0)
        #expect(far.score(ShortlistWeights(near: 0, perResident: 0, growth: 0, close: 0)) == 0)
    }

    @Test func `whoever does no better is not listed, whoever does is`() throws {
        let weights = ShortlistWeights(near: 0)
        for home in World.regenciesAndCities {
            let better = try World.regenciesAndCities.filter { other in
                let lead = try lead(of: other, over: home)
                let leads = (lead.perResidentRatio ?? 0) >= 1
                return other != home && leads
            }
            let answer = try world.hosts(of: home) { $0.weights = weights }
            let listed = Set(answer.shortlist.map(\.host.region.id))
            #expect(listed.isSubset(of: better))
            #expect(listed.count == min(better.count, RegionalEconomies.shortlistLength))
        }
    }

    @Test func `who makes less per resident is no model, however fast it grows`() throws {
        let lead = try lead(of: World.jembrana, over: World.makassar)
        #expect(try #require(lead.perResidentRatio) < 1)
        #expect(reasons(lead: lead, weights: ShortlistWeights()).better == 0)
    }
}
