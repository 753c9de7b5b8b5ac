import Foundation
import Register
import Secrets
import Testing
import World

@testable import Storage

struct KeyTests {
    @Test(arguments: Desk.engines)
    func `after a rotation nothing is left under the old key, and everything opens`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let first = try await office.enterPerson()
        let gone = try await office.enterPerson("Gede Gone")
        try await office.store.erase(gone, because: nil, by: office.stamp())
        try await office.store.prepareSecondFactor(of: office.ketut, secret: [UInt8](1...20))
        let keyring = try Keyring.rotate(at: office.desk.keyFile, now: 1_800_000_100)
        let store = try await Store(at: office.desk.address, keyring: keyring)
        // Found also before it is sealed anew.
        #expect(try await store.people(with: NIK(Office.number), in: [.nation]).map(\.id) == [first])
        let count = try await store.resealAll(by: office.stamp(60))
        #expect(count == 3)
        #expect(try await keyNumbers(store) == [2])
        #expect(try await store.people(with: NIK(Office.number), in: [.nation]).map(\.id) == [first])
        #expect(try await store.person(first).person.contact?.email == "sukerti@contoh.id")
        #expect(try await store.secondFactor(of: office.ketut)?.secret == [UInt8](1...20))
        let entered = try await store.events(EventFilter(office: World.badung), limit: 100)
            .first { $0.event.kind == .personEntered && $0.event.person == first }
        #expect(entered?.event.changes.first?.new == .personal("Ni Made Sukerti"))
        #expect(try await store.resealAll(by: office.stamp(70)) == 0)
    }

    @Test(arguments: Desk.engines)
    func `a rotation reaches every row, however many portions they are`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        for number in 0..<450 {
            let entry = try office.entry(number: number.isMultiple(of: 2) ? .set(NIK(Office.number)) : .keep)
            try await office.store.enter(
                Person.ID(newIdentifier()), entry, in: World.badung, by: office.stamp())
        }
        let keyring = try Keyring.rotate(at: office.desk.keyFile, now: 1_800_000_100)
        let store = try await Store(at: office.desk.address, keyring: keyring)
        #expect(try await store.resealAll(by: office.stamp(60)) == 450 + 225)
        #expect(try await keyNumbers(store) == [2])
    }

    /// A rotation goes on beside the office's work.
    @Test(arguments: Desk.engines)
    func `what is changed or erased while it is sealed anew stays as it was changed`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        var people: [Person.ID] = []
        for _ in 0..<120 { people.append(try await office.enterPerson()) }
        let keyring = try Keyring.rotate(at: office.desk.keyFile, now: 1_800_000_100)
        let store = try await Store(at: office.desk.address, keyring: keyring)
        let number = try NIK("5103014107800099")
        let entry = try office.entry(number: .set(number))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { _ = try await store.resealAll(by: office.stamp(60)) }
            for (place, id) in people.enumerated() {
                group.addTask {
                    if place.isMultiple(of: 2) {
                        try await store.change(id, entry, from: 1, by: office.stamp(60))
                    } else {
                        try await store.erase(id, because: nil, by: office.stamp(60))
                    }
                }
            }
            try await group.waitForAll()
        }
        let changed = people.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
        #expect(try await store.people(with: number, in: [.nation]).map(\.id).sorted() == changed.sorted())
        #expect(try await store.people(with: NIK(Office.number), in: [.nation]).isEmpty)
        #expect(try await keyNumbers(store) == [2])
    }

    @Test(arguments: Desk.engines)
    func `a key file of another installation is refused`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let stranger = try Keyring.create(at: office.desk.folder.appending(path: "other").path, now: 1_800_000_000)
        await #expect(throws: StoreRefusal.wrongKeys(number: 1)) {
            try await Store(at: office.desk.address, keyring: stranger)
        }
        // One that lost a key is as wrong.
        _ = try await Store(
            at: office.desk.address, keyring: Keyring.rotate(at: office.desk.keyFile, now: 1_800_000_100))
        await #expect(throws: StoreRefusal.wrongKeys(number: 2)) {
            try await Store(at: office.desk.address, keyring: office.keyring)
        }
    }

    @Test(arguments: Desk.engines)
    func `of two key files that meet an empty database at once, one is refused`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let address = desk.address
        _ = try await desk.store()
        let rings = try (0..<4).map { number in
            try Keyring.create(at: desk.folder.appending(path: "keys \(number)").path, now: 1_800_000_000)
        }
        let opened = await withTaskGroup(of: Int.self) { group in
            for ring in rings {
                group.addTask {
                    do {
                        _ = try await Store(at: address, keyring: ring)
                        return 1
                    } catch StoreRefusal.wrongKeys { return 0 } catch { return 100 }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(opened == 1)
    }

    @Test(arguments: Desk.engines)
    func `without keys no personal value is written`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let person = try await office.enterPerson()
        let store = try await Store(at: office.desk.address)
        let entry = try office.entry()
        let number = try NIK(Office.number)
        let stamp = office.stamp()
        let before = try await store.dump()
        let writes: [() async throws -> Void] = [
            { try await store.enter(Person.ID(newIdentifier()), entry, in: World.badung, by: stamp) },
            { try await store.change(person, entry, from: 1, by: stamp) },
            { _ = try await store.people(with: number, in: [.nation]) },
            { try await store.prepareSecondFactor(of: office.ketut, secret: [1]) },
            { _ = try await store.secondFactor(of: office.ketut) },
            { _ = try await store.resealAll(by: stamp) },
        ]
        for write in writes { await #expect(throws: StoreRefusal.noKeys) { try await write() } }
        #expect(try await store.dump() == before)
        #expect(try await store.person(person).person.contact == nil)
    }

    /// The numbers of the keys that sealed what the database holds.
    private func keyNumbers(_ store: Store) async throws -> Set<Int> {
        try await store.read { connection in
            let sealed = try [
                "SELECT sealed FROM person_key", "SELECT nik FROM person WHERE nik IS NOT NULL",
                "SELECT secret FROM second_factor",
            ].flatMap { try connection.rows($0, read: { Keyring.keyNumber(of: try $0.bytes(0)) }) }
            let prints = try connection.rows(
                "SELECT nik_key FROM person WHERE nik_key IS NOT NULL", read: { try $0.integer(0) })
            return Set(sealed.compactMap(\.self) + prints)
        }
    }
}
