import Foundation
import Register
import Testing
import World

@testable import Storage

struct IndustryUseTests {
    private func enter(
        _ office: Office, _ code: String?, _ version: IndustryCode.Version = .kbli2020,
        in region: RegionCode = World.badung
    ) async throws -> Enterprise.ID {
        let id = Enterprise.ID(newIdentifier())
        var card = Office.card()
        card.industry = code.flatMap { IndustryCode(version, $0) }
        try await office.store.enter(id, card, in: region, by: office.stamp())
        return id
    }

    private func uses(_ office: Office, most: Int = 10) async throws -> [String] {
        try await office.store.industriesInUse(in: World.badung, most: most).map { "\($0.code.code) \($0.enterprises)" }
    }

    @Test(arguments: Desk.engines)
    func `codes of 2020 are counted, and nothing else`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        #expect(try await uses(office).isEmpty)
        for code in ["14111", "13134", "13134", "13", nil] { _ = try await enter(office, code) }
        _ = try await enter(office, "13134", .kbli2025)
        _ = try await enter(office, "15121", .kbli2025)
        _ = try await enter(office, "16291", in: World.makassar)
        let twin = try await enter(office, "14111")
        let kept = try await enter(office, "14111")
        let values = [SQLValue(twin), SQLValue(kept)]
        _ = try await office.store.write { connection in
            try connection.execute("UPDATE enterprise SET merged_into = $2 WHERE id = $1", values)
        }
        #expect(try await uses(office) == ["13 1", "13134 2", "14111 2"])
        #expect(try await uses(office, most: 1) == ["13 1", "13134 1", "14111 1"])
    }

    @Test(arguments: Desk.engines)
    func `a decision is taken back, and the book tells what it was`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let decision = try office.batikDecision()
        func choice(_ successor: IndustryCode?, seen: IndustryCode?) -> IndustryChoice {
            IndustryChoice(office: World.badung, code: decision.code, successor: successor, seen: seen)
        }
        let stamp = decision.decided
        #expect(try await !office.store.settle(choice(nil, seen: nil), by: stamp), "open already")
        #expect(try await office.store.settle(choice(decision.successor, seen: nil), by: stamp))
        #expect(try await office.store.migrations(in: World.badung) == [decision])
        #expect(try await office.store.settle(choice(nil, seen: decision.successor), by: stamp))
        #expect(try await office.store.migrations(in: World.badung).isEmpty)
        let event = try await office.store.events(EventFilter(office: World.badung), limit: 1).first?.event
        #expect(event?.kind == .industryReopened)
        #expect(
            event?.changes == [
                Event.Change("kbli-2020", to: .plain("13134")), Event.Change("kbli-2025", from: .plain("13133")),
            ])
    }

    @Test(arguments: Desk.engines)
    func `whoever decides on what has changed meanwhile changes nothing`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let decision = try office.batikDecision()
        try await office.store.confirmMigration(decision)
        let before = try await office.store.dump()
        let late = IndustryChoice(office: World.badung, code: decision.code, successor: nil, seen: nil)
        await #expect(throws: IndustryChoiceRefused.changedMeanwhile) {
            try await office.store.settle(late, by: office.stamp(90))
        }
        #expect(try await office.store.dump() == before)
    }
}
