import Foundation
import Measure
import Register
import Testing
import World

@testable import Storage

struct IndustryMigrationTests {
    private let batik = IndustryCode(.kbli2020, "13134")

    @Test(arguments: Desk.engines)
    func `titles, bridges and branches are read for the codes asked for`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let batik = try #require(batik)
        let now = try #require(IndustryCode(.kbli2025, "13133"))
        let unknown = try #require(IndustryCode(.kbli2020, "99999"))
        let titles = try await office.store.titles(of: [batik, now, unknown])
        #expect(titles.mapValues(\.title) == [batik: "Industri Batik", now: "INDUSTRI KAIN BATIK"])
        #expect(try await office.store.industries(of: .kbli2025).map(\.code.code) == ["13", "13133"])
        #expect(try await office.store.bridges(of: [batik, now, unknown]) == [batik: World.bridges[0]])
        #expect(try await office.store.branches() == World.branches)
    }

    @Test(arguments: Desk.engines)
    func `a decision is kept with who and when, and its event tells both codes`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let decision = try office.batikDecision()
        #expect(try await office.store.confirmMigration(decision))
        #expect(try await office.store.migrations(in: World.badung) == [decision])
        #expect(try await office.store.migrations(in: World.gianyar).isEmpty)
        let event = try await office.store.events(EventFilter(office: World.badung), limit: 1).first?.event
        #expect(event?.kind == .industryMigrated)
        #expect(
            event?.changes == [
                Event.Change("kbli-2020", to: .plain("13134")), Event.Change("kbli-2025", to: .plain("13133")),
            ])
    }

    @Test(arguments: Desk.engines)
    func `the same decision again changes nothing, another replaces it`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        try await office.store.confirmMigration(office.batikDecision())
        let length = try await office.length()
        #expect(try await !office.store.confirmMigration(office.batikDecision(at: 90)))
        #expect(try await office.length() == length)
        var facts = try World.facts(fingerprint: "later")
        let knit = IndustryTitle(code: try #require(IndustryCode(.kbli2025, "13911")), section: "C", title: "RAJUTAN")
        facts = .init(
            regions: facts.regions, industries: facts.industries + [knit], products: facts.products,
            fingerprint: "later")
        try await office.store.load(facts, at: Office.start)
        let other = try office.batikDecision(to: "13911", at: 120)
        #expect(try await office.store.confirmMigration(other))
        #expect(try await office.store.migrations(in: World.badung) == [other])
        let event = try await office.store.events(EventFilter(office: World.badung), limit: 1).first?.event
        #expect(event?.changes.last == Event.Change("kbli-2025", from: .plain("13133"), to: .plain("13911")))
    }

    @Test(arguments: Desk.engines)
    func `decisions made together are kept all or none`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let decision = try office.batikDecision()
        let unknown = try #require(IndustryCode(.kbli2020, "99999"))
        let before = try await office.store.dump()
        await #expect(throws: IndustryDecisionRefusal.unknownCode) {
            try await office.store.confirmMigrations(
                [decision.code: decision.successor, unknown: decision.successor], in: World.badung,
                by: decision.decided)
        }
        #expect(try await office.store.dump() == before)
        await #expect(throws: IndustryDecisionRefusal.notOf2025) {
            try await office.store.confirmMigrations(
                [decision.code: decision.code], in: World.badung, by: decision.decided)
        }
        let count = try await office.store.confirmMigrations(
            [decision.code: decision.successor], in: World.badung, by: decision.decided)
        #expect(count == 1)
        #expect(try await office.store.migrations(in: World.badung) == [decision])
    }

    @Test(arguments: Desk.engines)
    func `a code that the classification does not have is refused`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let before = try await office.store.dump()
        await #expect(throws: IndustryDecisionRefusal.unknownSuccessor) {
            try await office.store.confirmMigration(office.batikDecision(to: "99999"))
        }
        let strange = try IndustryDecision(
            office: World.badung, code: #require(IndustryCode(.kbli2020, "99999")),
            successor: #require(IndustryCode(.kbli2025, "13133")), decided: office.stamp())
        await #expect(throws: IndustryDecisionRefusal.unknownCode) {
            try await office.store.confirmMigration(strange)
        }
        #expect(try await office.store.dump() == before)
    }
}
