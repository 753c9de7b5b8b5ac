import Foundation
import Measure
import Register
import Testing
import World

@testable import Storage

struct AreaTests {
    @Test(arguments: Desk.engines)
    func `districts and villages come out as they went in, in the order of their codes`(
        engine: EngineKind
    ) async throws {
        let office = try await Office(engine)
        #expect(try await office.store.areas() == World.areas)
        #expect(try await office.store.areas(in: World.badung) == Array(World.areas.prefix(4)))
        #expect(try await office.store.areas(in: World.southSulawesi) == Array(World.areas.suffix(2)))
        #expect(try await office.store.areas(in: World.gianyar).isEmpty)
        #expect(try await office.store.areas(in: .nation) == World.areas)
        #expect(try await office.store.districts(in: World.bali).map(\.name) == ["Kuta", "Mengwi"])
        #expect(try await office.store.area(#require(AreaCode("51.03.01.1001")))?.name == "Tuban")
        #expect(try await office.store.area(#require(AreaCode("51.03.01.9999"))) == nil)
    }

    @Test(arguments: Desk.engines)
    func `other facts change names, add villages and take them away`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        var facts = try World.facts(fingerprint: "later")
        let kuta = try #require(AreaCode("51.03.01"))
        let legian = Area(id: try #require(AreaCode("51.03.01.1004")), name: "Legian")
        facts.areas = [Area(id: kuta, name: "Kuta Baru"), legian]
        try await office.store.load(facts, at: Office.start)
        #expect(try await office.store.areas() == facts.areas)
        #expect(try await office.store.lastFactLoad()?.areas == 2)
        try await office.store.load(World.facts(fingerprint: "world again"), at: Office.start)
        #expect(try await office.store.areas() == World.areas)
    }

    @Test(arguments: Desk.engines)
    func `a village without its district is refused, and the database stays`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        var facts = try World.facts(fingerprint: "later")
        facts.areas = [Area(id: try #require(AreaCode("51.03.05.1001")), name: "Jimbaran")]
        let bad = facts
        await #expect(throws: (any Error).self) { try await office.store.load(bad, at: Office.start) }
        #expect(try await office.store.areas() == World.areas)
    }
}
