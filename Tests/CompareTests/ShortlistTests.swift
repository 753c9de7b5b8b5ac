import Compare
import Foundation
import Register
import Testing
import World

struct ShortlistTests {
    private let economies: RegionalEconomies

    init() throws { economies = try RealEconomies.all.get() }

    private func shortlist(
        of home: RegionCode = World.badung, weights: ShortlistWeights = ShortlistWeights()
    ) throws -> [ShortlistEntry] {
        try economies.hosts(of: home) { $0.weights = weights }.shortlist
    }

    private static let homes = [World.badung, World.makassar, World.denpasar, World.jembrana, World.kabupatenBandung]

    @Test(arguments: homes)
    func `scores fall, and whoever is listed does better, is near and is not home`(home: RegionCode) throws {
        let entries = try shortlist(of: home)
        #expect(entries.count <= RegionalEconomies.shortlistLength)
        #expect(entries.map(\.score) == entries.map(\.score).sorted(by: >))
        for entry in entries {
            let reasons = entry.reasons
            #expect([entry.score, reasons.near, reasons.better, reasons.close].allSatisfy { $0 > 0 && $0 <= 1 })
            let lead = entry.host.lead
            #expect((lead.perResidentRatio ?? 0) > 1 || (lead.growthDifference ?? 0) > 0)
            #expect(entry.host.rank.rank <= 52)
            #expect(entry.host.region.id != home)
        }
    }

    @Test(arguments: homes)
    func `only the proportions of the weights matter`(home: RegionCode) throws {
        let one = try shortlist(of: home, weights: ShortlistWeights(near: 1, perResident: 2, growth: 0.5, close: 1.5))
        let three = try shortlist(of: home, weights: ShortlistWeights(near: 3, perResident: 6, growth: 1.5, close: 4.5))
        #expect(one.map(\.host.region.id) == three.map(\.host.region.id))
        #expect(zip(one, three).allSatisfy { abs($0.score - $1.score) < 1e-12 })
    }

    @Test func `a weight of zero removes its reason`() throws {
        let nearOnly = try shortlist(weights: ShortlistWeights(near: 1, perResident: 0, growth: 0, close: 0))
        #expect(nearOnly.map(\.host.name) == ["Kota Denpasar", "Jembrana", "Gianyar", "Tabanan", "Sleman"])
        #expect(nearOnly.allSatisfy { abs($0.score - $0.reasons.near) < 1e-12 })
        let closeOnly = try shortlist(weights: ShortlistWeights(near: 0, perResident: 0, growth: 0, close: 1))
        let kilometres = closeOnly.compactMap(\.host.kilometres)
        #expect(kilometres.count == 5)
        #expect(kilometres == kilometres.sorted())
        #expect(closeOnly.allSatisfy { abs($0.score - $0.reasons.close) < 1e-12 })
    }

    @Test func `weights leave the list of the nearest alone`() throws {
        let plain = try economies.hosts(of: World.badung).nearest
        let weighted = try economies.hosts(of: World.badung) { $0.weights.close = 10 }.nearest
        #expect(plain.map(\.region.id) == weighted.map(\.region.id))
    }

    @Test func `no score is beaten by a region that was left out`() throws {
        let weights = ShortlistWeights()
        let answer = try economies.hosts(of: World.badung) { $0.limit = 50 }
        let limit = answer.nearest.last?.distance ?? 0
        let last = try #require(answer.shortlist.last)
        let listed = Set(answer.shortlist.map(\.host.region.id))
        for host in answer.nearest where !listed.contains(host.region.id) {
            // With a limit somewhat nearer than the true one, every score is a little too low: still no winner.
            let reasons = ShortlistReasons(
                distance: (own: host.distance, limit: limit), lead: host.lead, kilometres: host.kilometres,
                weights: weights)
            #expect(reasons.score(weights) <= last.score)
        }
    }
}
