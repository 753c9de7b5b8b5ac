import Foundation
import Register
import Secrets
import Testing
import World

@testable import Storage

/// What the pages of an office are made from.
struct WhatPagesShowTests {
    private static let start = Date(timeIntervalSince1970: 1_800_000_000)
    private static let stamp = Stamp(by: nil, at: start)

    private func openStore(_ desk: Desk) async throws -> Store {
        let keyring = try Keyring.create(at: desk.folder.appending(path: "page.keys").path, now: 1_800_000_000)
        let store = try await Store(at: desk.address, keyring: keyring)
        try await store.load(World.facts(), at: Self.start)
        return store
    }

    private func newKey<Subject>(_ subject: Subject.Type) -> Key<Subject> {
        var random = SystemRandomNumberGenerator()
        return Key(Identifier(at: Self.start, using: &random))
    }

    private func enter(_ name: String, in office: RegionCode, _ store: Store) async throws -> Person.ID {
        let id = newKey(Person.self)
        let entry = PersonEntry(name: try #require(DisplayName(name)), contact: nil)
        try await store.enter(id, entry, in: office, by: Self.stamp)
        return id
    }

    @Test(arguments: Desk.engines)
    func `a copy that was given out stands in the book of the person's office`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let store = try await openStore(desk)
        let sari = try await enter("Ni Wayan Sari", in: World.makassar, store)
        try await store.noteShown(sari, by: Self.stamp)
        try await store.notePeopleExported(17, from: World.badung, by: Self.stamp)
        let shown = try await store.events(EventFilter(office: World.makassar), limit: 1).first?.event
        #expect(shown?.kind == .personShown && shown?.subject == sari.identifier)
        let exported = try await store.events(EventFilter(office: World.badung), limit: 1).first?.event
        #expect(exported?.kind == .peopleExported && exported?.changes == [Event.Change("count", to: .plain("17"))])
        await #expect(throws: PersonRefused.unknownPerson) {
            try await store.noteShown(newKey(Person.self), by: Self.stamp)
        }
        await store.close()
    }

    @Test(arguments: Desk.engines)
    func `an erased person is in no list, and their page still opens`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let store = try await openStore(desk)
        let sari = try await enter("Ni Wayan Sari", in: World.badung, store)
        let made = try await enter("I Made Dewa", in: World.badung, store)
        try await store.erase(sari, because: ErasureReason.asked.rawValue, by: Self.stamp)
        #expect(try await store.people(in: [World.badung], limit: 9).map(\.id) == [made])
        let erased = try await store.person(sari)
        #expect(erased.erasedAt == Self.start)
        #expect(erased.person.contact == nil && !erased.person.name.text.contains("Sari"))
        await store.close()
    }

    @Test(arguments: Desk.engines)
    func `the job done last is of its kind, done, and the newest`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let store = try await openStore(desk)
        #expect(try await store.lastDone("backup") == nil)
        var ids: [Job.ID] = []
        let endings: [(String, Job.State)] = [
            ("backup", .done), ("backup", .done), ("backup", .failed), ("audit", .done),
        ]
        for (seconds, (kind, state)) in endings.enumerated() {
            let (id, at) = (newKey(Job.self), Self.start + Double(seconds))
            try await store.ask(for: Job(id, kind, in: .nation, asked: Stamp(by: nil, at: at)))
            _ = try await store.takeJob(runner: "\(seconds)", silentSince: .distantPast, at: at)
            try await store.end(id, state, outcome: "{}", runner: "\(seconds)", at: at)
            ids.append(id)
        }
        #expect(try await store.lastDone("backup")?.id == ids[1])
        await store.close()
    }

    @Test(arguments: Desk.engines)
    func `an installation is told with the books of the regions asked for`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let store = try await openStore(desk)
        _ = try await enter("Ni Wayan Sari", in: World.badung, store)
        _ = try await enter("Daeng Rahman", in: World.makassar, store)
        let all = try await store.installation(in: [.nation])
        #expect(all.engine == (engine == .postgres ? .postgres : .sqlite))
        #expect(all.schema == Migrations.latest && all.key == 1 && all.accounts == 0)
        #expect(all.books.map(\.office) == [.nation, World.badung, World.makassar])
        let audited = try await store.auditBooks()
        #expect(all.books.map(\.head) == audited.map(\.head) && all.books.map(\.length) == audited.map(\.length))
        let bali = try await store.installation(in: [World.bali])
        #expect(bali.books.map(\.office) == [World.badung])
        #expect(try await Store(at: desk.address).installation(in: []).key == nil)
        await store.close()
    }
}
