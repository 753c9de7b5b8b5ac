import Foundation
import Register
import Secrets
import Testing
import World

@testable import Storage

struct ErasureTests {
    @Test(arguments: Desk.engines)
    func `erasing destroys the key: the book's lines stand, what they said of the person is gone`(
        engine: EngineKind
    ) async throws {
        let office = try await Office(engine)
        let store = office.store
        let id = try await office.enterPerson()
        let other = try await office.enterPerson("Ni Luh Lain")
        try await store.add(office.consent(of: id, .given(office.proof()), at: 1))
        let before = try await store.events(EventFilter(office: World.badung), limit: 100)
        try await store.erase(id, because: "permintaan", by: office.stamp(60))

        let record = try await store.person(id)
        #expect(record.erasedAt == Office.start + 60 && record.version == 2)
        #expect(
            record.person.name.text == id.identifier.text && record.person.contact == nil
                && record.person.lastFour == nil)
        let rows = try await store.dump()
        #expect(rows.allSatisfy { !$0.contains("Sukerti") && !$0.contains("lembar 12") })
        #expect(rows.filter { $0.hasPrefix("person_key|") }.count == 1)

        let after = try await store.events(EventFilter(office: World.badung), limit: 100)
        #expect(after.dropFirst().map(\.hash) == before.map(\.hash))
        #expect(after.first?.event.kind == .personErased && after.first?.event.reason == "permintaan")
        let entered = try #require(after.first { $0.event.kind == .personEntered && $0.event.person == id })
        #expect(entered.event.changes.map(\.new) == [.erased, .erased, .erased, .erased])
        #expect(entered.subjectName == nil)
        let kept = try #require(after.first { $0.event.person == other })
        #expect(kept.event.changes.first?.new == .personal("Ni Luh Lain"))
        #expect(try await store.auditBooks().allSatisfy { $0.fault == nil })
    }

    @Test(arguments: Desk.engines)
    func `nothing more is written of an erased person but the answer to their request`(
        engine: EngineKind
    ) async throws {
        let office = try await Office(engine)
        let store = office.store
        let id = try await office.enterPerson()
        let request = office.request(of: id, .erasure)
        try await store.receive(request)
        try await store.erase(id, because: nil, by: office.stamp(60))
        await #expect(throws: PersonRefused.erased) {
            try await store.add(office.consent(of: id, .withdrawn(nil), at: 70))
        }
        await #expect(throws: PersonRefused.erased) { try await store.receive(office.request(of: id)) }
        await #expect(throws: PersonRefused.erased) {
            try await store.change(id, office.entry(), from: 2, by: office.stamp(70))
        }
        await #expect(throws: PersonRefused.erased) { try await store.erase(id, because: nil, by: office.stamp(70)) }
        try await store.settle(request.id, .init(.answered, office.stamp(80)))
        #expect(try await store.requests(of: id).first?.deadline.state(at: Office.start + 90) == .met)
        #expect(try await store.people(with: NIK(Office.number), in: [.nation]).isEmpty)
    }

    /// What was deleted is overwritten, also in the file's empty pages.
    @Test func `of a destroyed key nothing is left in the file`() async throws {
        let office = try await Office(.sqlite)
        let id = try await office.enterPerson()
        let sealed = try await office.store.read { connection in
            try connection.rows("SELECT sealed FROM person_key") { try $0.bytes(0) }
        }
        let key = try #require(sealed.first)
        func isInFile() async throws -> Bool {
            try await office.store.settle()
            return try Data(contentsOf: URL(filePath: office.desk.path)).range(of: Data(key)) != nil
        }
        #expect(try await isInFile())
        try await office.store.erase(id, because: nil, by: office.stamp())
        #expect(try await !isInFile())
    }
}
