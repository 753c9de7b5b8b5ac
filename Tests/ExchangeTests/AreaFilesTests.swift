import Exchange
import Foundation
import Measure
import Register
import Testing

/// Districts, villages and the bridge between the classifications, as they come with the product.
struct AreaFilesTests {
    private static let facts = Result { try FactFiles(in: DataFolder.url).read() }

    private let facts: ReferenceFacts

    init() throws { facts = try Self.facts.get() }

    @Test func `7,285 districts and 83,762 villages lie in all 514 regencies and cities`() {
        #expect(facts.areas.count { $0.id.kind == .district } == 7285)
        #expect(facts.areas.count { $0.id.kind == .village } == 83_762)
        #expect(Set(facts.areas.map(\.id.regency)).count == 514)
        #expect(Set(facts.areas.map(\.id)).count == 91_047)
    }

    @Test func `every area comes after the one it lies in, and names are clean`() {
        #expect(facts.areas.map(\.id) == facts.areas.map(\.id).sorted())
        let dirty = facts.areas.filter {
            $0.name != $0.name.trimmingCharacters(in: .whitespaces) || $0.name.contains("  ")
        }
        #expect(dirty.isEmpty)
    }

    @Test func `every district has a place but one, and none is far from its regency`() throws {
        let directory = try RegionDirectory(facts.regions)
        let districts = facts.areas.filter { $0.id.kind == .district }
        #expect(districts.filter { $0.centroid == nil }.map(\.name) == ["Sombori Kepulauan"])
        for district in districts {
            guard let place = district.centroid, let middle = directory[district.id.regency]?.centroid else { continue }
            #expect(place.kilometres(to: middle) < 310, "\(district)")
        }
    }

    @Test func `the bridge has the counts that were measured, and known cases`() throws {
        let counts = Dictionary(grouping: facts.bridges, by: \.status).mapValues(\.count)
        #expect(counts == [.kept: 315, .gone: 91, .reused: 37, .unclear: 32])
        let bridges = Dictionary(uniqueKeysWithValues: facts.bridges.map { ($0.code.code, $0) })
        let moves = [
            ("11040", String?("11053"), IndustryBridge.Status.reused), ("13134", "13133", .gone),
            ("10391", "10307", .gone),
            ("10392", "10308", .gone), ("14111", "14111", .kept), ("13133", nil, .reused), ("13912", nil, .reused),
            ("14302", nil, .reused), ("32114", "32119", .reused),
        ]
        for (old, new, status) in moves {
            #expect(bridges[old]?.candidate?.code.code == new)
            #expect(bridges[old]?.status == status)
        }
    }

    @Test func `a kept code is proposed itself, a code that is gone has no text under its digits`() {
        for bridge in facts.bridges {
            #expect((bridge.status == .gone) == (bridge.likenessOfSameDigits == nil), "\(bridge.code)")
            if bridge.status == .kept { #expect(bridge.candidate?.code.code == bridge.code.code) }
            if bridge.status == .reused { #expect(bridge.candidate?.code.code != bridge.code.code) }
        }
    }

    @Test func `branches are told for both versions`() throws {
        #expect(facts.branches.count == 590)
        let batik = try #require(IndustryCode(.kbli2025, "13133"))
        #expect(facts.branches[batik] == .clothing)
        #expect(Set(facts.branches.values) == Set(IndustryBranch.allCases))
        let titles = Set(facts.industries.map(\.code))
        #expect(facts.branches.keys.allSatisfy(titles.contains))
    }
}
