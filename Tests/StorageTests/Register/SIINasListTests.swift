import Foundation
import Register
import Testing
import World

@testable import Storage

struct SIINasListTests {
    @Test(arguments: Desk.engines)
    func `each enterprise comes once, with its machines that were not removed`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (first, second) = (Enterprise.ID(newIdentifier()), Enterprise.ID(newIdentifier()))
        try await office.store.enter(first, Office.card("Anyaman"), in: World.badung, by: office.stamp())
        try await office.store.enter(second, Office.card("Tenun"), in: World.badung, by: office.stamp())
        let (loom, gone) = (Key<Equipment>(newIdentifier()), Key<Equipment>(newIdentifier()))
        try await office.store.enter(
            [
                DetailEntry(loom, of: second, Equipment("ATBM", at: .weaving, .tool, working: 3)),
                DetailEntry(gone, of: second, Equipment("Alat lama", at: .weaving, .hand)),
            ], by: office.stamp())
        try await office.store.remove(gone, by: office.stamp(1))
        var lines: [SIINasLine] = []
        try await office.store.eachSIINasLine(EnterpriseFilter(in: [World.bali])) { lines.append($0) }
        #expect(lines.map(\.enterprise.id) == [first, second])
        #expect(lines.map { $0.equipment.map(\.name) } == [[], ["ATBM"]])
    }
}
