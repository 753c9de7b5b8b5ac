import Foundation
import Register
import Testing
import World

@testable import Storage

struct BulkChangeTests {
    /// Three enterprises of Badung, one of them closed already, and one of Makassar.
    private struct Four {
        let office: Office
        var own: [Enterprise.ID] = []
        let stranger = Enterprise.ID(newIdentifier())
        let sentra = Sentra.ID(newIdentifier())

        init(_ engine: EngineKind) async throws {
            office = try await Office(engine)
            for name in ["Anyaman", "Batik", "Cukli"] {
                let id = Enterprise.ID(newIdentifier())
                var card = Office.card(name)
                card.isActive = name == "Cukli" ? false : nil
                try await office.store.enter(id, card, in: World.badung, by: office.stamp())
                own.append(id)
            }
            try await office.store.enter(stranger, Office.card("Dodol"), in: World.makassar, by: office.stamp())
            try await office.store.enter(sentra, Office.sentra(), in: World.badung, by: office.stamp())
        }

        /// Changes those of which the plan says that they would change.
        func change(_ deed: BulkDeed, _ ids: [Enterprise.ID]) async throws -> BulkChange.ID {
            let plan = try await office.store.plan(deed, of: ids, in: World.badung).filter {
                if case .changes = $0.outcome { true } else { false }
            }
            let targets = plan.map {
                BulkRequest.Target($0.id, version: $0.enterprise.version, member: SentraMember.ID(newIdentifier()))
            }
            let id = BulkChange.ID(newIdentifier())
            try await office.store.changeAll(
                BulkRequest(id, deed, of: targets, in: World.badung, expected: targets.count), by: office.stamp(60))
            return id
        }

        func card(_ place: Int) async throws -> EnterpriseCard {
            try await office.store.enterprise(own[place]).enterprise.card
        }

        func events(_ kind: EventKind) async throws -> Int {
            try await office.store.events(EventFilter(office: World.badung), limit: 100).count { $0.event.kind == kind }
        }
    }

    private static let closing = BulkDeed.set(.isActive, "no")

    @Test(arguments: Desk.engines)
    func `a plan says of each what would change, and of another office's nothing`(engine: EngineKind) async throws {
        let four = try await Four(engine)
        let plan = try await four.office.store.plan(
            Self.closing, of: four.own.reversed() + [four.stranger], in: World.badung)
        #expect(plan.map(\.enterprise.card.name) == ["Anyaman", "Batik", "Cukli"])
        #expect(plan.map(\.outcome) == [.changes(was: nil), .changes(was: nil), .asItIs])
        #expect(try await four.card(0).isActive == nil)
        await #expect(throws: BulkRefused.unknownSentra) {
            let deed = BulkDeed.join(four.sentra, from: nil)
            _ = try await four.office.store.plan(deed, of: [four.stranger], in: World.makassar)
        }
    }

    @Test(arguments: Desk.engines)
    func `many are changed in one go, each with its own line, and come back as they were`(
        engine: EngineKind
    ) async throws {
        let four = try await Four(engine)
        let id = try await four.change(Self.closing, four.own)
        for place in 0...1 { #expect(try await four.card(place).isActive == false) }
        #expect(try await four.events(.enterpriseChanged) == 2)
        let (change, parts) = try await four.office.store.bulkChange(id)
        #expect(change.undone == nil && parts.map(\.name) == ["Anyaman", "Batik"])
        #expect(try await four.office.store.bulkChanges(in: [World.bali], limit: 5).map(\.id) == [id])
        try await four.office.store.undoChange(id, by: four.office.stamp(120))
        #expect(try await four.card(0) == Office.card("Anyaman"))
        #expect(try await four.card(2).isActive == false)
        #expect(try await four.events(.enterpriseChanged) == 4)
        await #expect(throws: BulkRefused.alreadyUndone) {
            try await four.office.store.undoChange(id, by: four.office.stamp(180))
        }
    }

    @Test(arguments: Desk.engines)
    func `what somebody changed since stays, and the receipt says which`(engine: EngineKind) async throws {
        let four = try await Four(engine)
        let id = try await four.change(Self.closing, four.own)
        try await four.office.store.change(
            four.own[1], to: Office.card("Batik Baru"), from: 2, by: four.office.stamp(90))
        #expect(try await four.office.store.bulkChange(id).parts.map(\.isChangedSince) == [false, true])
        try await four.office.store.undoChange(id, by: four.office.stamp(120))
        #expect(try await four.office.store.bulkChange(id).parts.map(\.isUndone) == [true, false])
        #expect(try await four.card(1).name == "Batik Baru")
    }

    @Test(arguments: Desk.engines)
    func `where all were changed since nothing is taken back`(engine: EngineKind) async throws {
        let four = try await Four(engine)
        let id = try await four.change(Self.closing, [four.own[0]])
        try await four.office.store.change(four.own[0], to: Office.card("Lain"), from: 2, by: four.office.stamp(90))
        await #expect(throws: BulkRefused.allChangedSince) {
            try await four.office.store.undoChange(id, by: four.office.stamp(120))
        }
        #expect(try await four.office.store.bulkChange(id).change.undone == nil)
    }

    @Test(arguments: Desk.engines)
    func `all or none are changed: one that was changed since the plan stops the others`(
        engine: EngineKind
    ) async throws {
        let four = try await Four(engine)
        try await four.office.store.change(four.own[1], to: Office.card("Lain"), from: 1, by: four.office.stamp(10))
        let before = try await four.office.store.dump()
        let targets = four.own.prefix(2).map {
            BulkRequest.Target($0, version: 1, member: SentraMember.ID(newIdentifier()))
        }
        let stale = BulkRequest(
            BulkChange.ID(newIdentifier()), Self.closing, of: targets, in: World.badung, expected: 2)
        await #expect(throws: BulkRefused.changedMeanwhile) {
            try await four.office.store.changeAll(stale, by: four.office.stamp(20))
        }
        #expect(try await four.office.store.dump() == before)
    }

    @Test(arguments: Desk.engines)
    func `many join a sentra and leave it, and both are taken back`(engine: EngineKind) async throws {
        let four = try await Four(engine)
        let (first, last) = (
            try #require(CalendarDay("2026-01-01")), try #require(CalendarDay("2026-06-30"))
        )
        let joining = try await four.change(.join(four.sentra, from: first), four.own)
        #expect(try await four.events(.sentraMemberAdded) == 3)
        let again = try await four.office.store.plan(.join(four.sentra, from: first), of: four.own, in: World.badung)
        #expect(again.allSatisfy { $0.outcome == .asItIs })
        let early = try await four.office.store.plan(
            .leave(four.sentra, on: first.adding(days: -1)), of: four.own, in: World.badung)
        #expect(early.allSatisfy { $0.outcome == .notMember })
        let leaving = try await four.change(.leave(four.sentra, on: last), [four.own[0]])
        let store = four.office.store
        #expect(try await store.sentra(of: four.own[0]).first?.membership.until == last)
        try await store.undoChange(leaving, by: four.office.stamp(120))
        #expect(try await store.sentra(of: four.own[0]).first?.membership.until == nil)
        // The membership that was taken back to how it was is as the first change left it.
        try await store.undoChange(joining, by: four.office.stamp(180))
        #expect(try await store.bulkChange(joining).parts.map(\.isUndone) == [true, true, true])
        #expect(try await store.sentra(of: four.own[0]).isEmpty)
    }

    @Test(arguments: Desk.engines)
    func `a change taken back leaves an earlier one to be taken back`(engine: EngineKind) async throws {
        let four = try await Four(engine)
        let first = try await four.change(.set(.branch, "Kerajinan"), four.own)
        let second = try await four.change(Self.closing, four.own)
        try await four.office.store.undoChange(second, by: four.office.stamp(120))
        try await four.office.store.undoChange(first, by: four.office.stamp(180))
        #expect(try await four.office.store.bulkChange(first).parts.map(\.isUndone) == [true, true, true])
        #expect(try await four.card(0).branch == nil)
    }

    @Test func `no more are changed at once than the bound says`() async throws {
        let four = try await Four(.sqlite)
        let ids = (0...Store.mostAtOnce).map { _ in Enterprise.ID(newIdentifier()) }
        await #expect(throws: BulkRefused.tooMany(Store.mostAtOnce)) {
            _ = try await four.office.store.plan(Self.closing, of: ids, in: World.badung)
        }
    }
}
