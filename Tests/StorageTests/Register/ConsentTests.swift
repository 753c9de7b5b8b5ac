import Foundation
import Register
import Testing
import World

@testable import Storage

struct ConsentTests {
    private let hour: TimeInterval = 3600

    @Test(arguments: Desk.engines)
    func `the ledger comes out as it went in, proofs and all`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = try await office.enterPerson()
        let entries = try [
            office.consent(of: id, .given(office.proof("map 7")), at: 1),
            office.consent(of: id, .withdrawn(office.proof("surat 9")), at: 2),
            office.consent(of: id, .stopped, at: 3), office.consent(of: id, .given(office.proof("map 8")), at: 4),
            office.consent(of: id, .withdrawn(nil), at: 5),
        ]
        for entry in entries { try await office.store.add(entry) }
        #expect(try await office.store.consentLedger(of: id) == ConsentLedger(of: id, entries))
        #expect(
            try await office.lastKinds(3) == [.consentWithdrawn, .consentGiven, .processingStopped])
    }

    @Test(arguments: Desk.engines)
    func `three days run from a withdrawal until the office says that it stopped`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let store = office.store
        let (id, other) = (try await office.enterPerson(), try await office.enterPerson("Ni Luh", in: World.makassar))
        try await store.add(office.consent(of: other, .given(office.proof()), at: 0))
        try await store.add(office.consent(of: id, .given(office.proof()), at: 0))
        try await store.add(office.consent(of: id, .withdrawn(nil), at: hour))
        func open(_ region: RegionCode, at seconds: TimeInterval) async throws -> [Person.ID] {
            try await store.openWithdrawals(in: [region], at: Office.start + seconds).map(\.person)
        }
        func state(at seconds: TimeInterval) async throws -> ConsentLedger.State {
            try await store.consentLedger(of: id).state(of: .photo, at: Office.start + seconds)
        }
        #expect(try await open(World.badung, at: 0).isEmpty)
        #expect(try await open(World.badung, at: 2 * hour) == [id])
        #expect(try await open(World.bali, at: 100 * hour) == [id])
        #expect(try await open(World.makassar, at: 2 * hour).isEmpty)
        guard case .withdrawn(let stop) = try await state(at: 74 * hour) else {
            Issue.record("not withdrawn")
            return
        }
        #expect(stop.state(at: Office.start + 73 * hour) == .open(left: 0))
        #expect(stop.state(at: Office.start + 74 * hour) == .overdue(by: hour))
        try await store.add(office.consent(of: id, .stopped, at: 75 * hour))
        #expect(try await open(.nation, at: 76 * hour).isEmpty)
        guard case .withdrawn(let stopped) = try await state(at: 76 * hour) else {
            Issue.record("not withdrawn")
            return
        }
        #expect(stopped.state(at: Office.start + 76 * hour) == .metLate(by: 2 * hour))
    }

    @Test(arguments: Desk.engines)
    func `an erased person's clock runs no more`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = try await office.enterPerson()
        try await office.store.add(office.consent(of: id, .given(office.proof()), at: 0))
        try await office.store.add(office.consent(of: id, .withdrawn(office.proof()), at: 1))
        try await office.store.erase(id, because: nil, by: office.stamp(2))
        #expect(try await office.store.openWithdrawals(in: [.nation], at: Office.start + 3).isEmpty)
    }
}

struct RequestTests {
    @Test(arguments: Desk.engines)
    func `the rows of a request follow one another, and an answer is the end`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let store = office.store
        let id = try await office.enterPerson()
        let request = office.request(of: id)
        try await store.receive(request)
        #expect(try await store.openRequests(in: [World.bali]) == [request])
        #expect(try await store.openRequests(in: [World.makassar]).isEmpty)
        func settle(_ outcome: PersonalDataRequest.Outcome, at seconds: TimeInterval) async throws {
            try await store.settle(request.id, .init(outcome, office.stamp(seconds)))
        }
        await #expect(throws: PersonalDataRequestRefusal.tooEarly) { try await settle(.answered, at: 9) }
        await #expect(throws: PersonalDataRequestRefusal.reasonNotOpen) {
            try await settle(.refused(.legalDuty), at: 20)
        }
        try await settle(.refused(.identityNotProven), at: 20)
        #expect(try await store.openRequests(in: [.nation]).isEmpty)
        await #expect(throws: PersonalDataRequestRefusal.alreadyRefused) {
            try await settle(.refused(.disclosesOthers), at: 30)
        }
        try await settle(.answered, at: 40)
        await #expect(throws: PersonalDataRequestRefusal.alreadyAnswered) { try await settle(.answered, at: 50) }
        let kept = try await store.request(request.id)
        #expect(
            kept.steps == [
                .init(.refused(.identityNotProven), office.stamp(20)), .init(.answered, office.stamp(40)),
            ])
        #expect(try await store.requests(of: id) == [kept])
        await #expect(throws: PersonRefused.unknownPerson) {
            try await store.request(PersonalDataRequest.ID(newIdentifier()))
        }
    }

    @Test(arguments: Desk.engines)
    func `of two answers at once, one is kept`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let store = office.store
        let request = office.request(of: try await office.enterPerson())
        try await store.receive(request)
        let kept = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    do {
                        try await store.settle(request.id, .init(.answered, office.stamp(20)))
                        return 1
                    } catch PersonalDataRequestRefusal.alreadyAnswered { return 0 } catch { return 100 }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(kept == 1)
        #expect(try await store.request(request.id).steps.count == 1)
    }
}
