import Foundation
import Register
import Secrets
import Testing
import World

@testable import Storage

struct PersonTests {
    @Test(arguments: Desk.engines)
    func `a person comes out as they went in`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = try await office.enterPerson()
        let record = try await office.store.person(id)
        let entry = try office.entry()
        #expect(
            record.person
                == Person(
                    id: id, office: World.badung, name: entry.name, contact: entry.contact,
                    lastFour: NIK.LastFour("0042")))
        #expect(record.version == 1 && record.erasedAt == nil && record.enteredAt == Office.start)
        await #expect(throws: PersonRefused.unknownPerson) {
            try await office.store.person(Person.ID(newIdentifier()))
        }
    }

    @Test(arguments: Desk.engines)
    func `citizen number, telephone and e-mail stand nowhere in clear`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = try await office.enterPerson()
        let changed = try office.entry("Ni Luh Baru", phone: "0361-999888", email: "baru@contoh.id", number: .keep)
        try await office.store.change(id, changed, from: 1, by: office.stamp())
        let rows = try await office.store.dump()
        let secrets = [
            Office.number, "5103014107800", "812-3456", "8123456", "sukerti@", "0361-999888", "baru@contoh",
            "contoh.id",
        ]
        for secret in secrets { #expect(rows.allSatisfy { !$0.contains(secret) }, "\(secret)") }
        // Names are found in the register, and sealed in the book.
        #expect(rows.contains { $0.hasPrefix("person|") && $0.contains("Ni Luh Baru") })
        for word in ["Sukerti", "Luh Baru", "0042"] {
            #expect(rows.filter { $0.hasPrefix("event|") }.allSatisfy { !$0.contains(word) }, "\(word)")
        }
        guard engine == .sqlite else { return }
        try await office.store.settle()
        let file = try Data(contentsOf: URL(filePath: office.desk.path))
        for secret in secrets { #expect(file.range(of: Data(secret.utf8)) == nil, "\(secret)") }
    }

    @Test(arguments: Desk.engines)
    func `the book tells who changed what, to whoever has the keys`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = try await office.enterPerson()
        let changed = try office.entry("Ni Luh Sukerti", phone: nil, number: .set(NIK("5103014107800099")))
        try await office.store.change(id, changed, from: 1, by: office.stamp(60))
        let lines = try await office.store.events(EventFilter(office: World.badung), limit: 2)
        #expect(
            lines.first?.event.changes == [
                Event.Change("name", from: .personal("Ni Made Sukerti"), to: .personal("Ni Luh Sukerti")),
                Event.Change("phone", from: .personal("+62 812-3456-7890")),
                Event.Change("nik-last-four", from: .personal("0042"), to: .personal("0099")),
            ])
        #expect(lines.first?.event.person == id && lines.first?.subjectName == "Ni Luh Sukerti")
        #expect(lines.first?.actorName == "I ketut" && lines.first?.event.stamp == office.stamp(60))
        #expect(lines.last?.event.kind == .personEntered)
        let stranger = try await Store(at: office.desk.address)
        let closed = try await stranger.events(EventFilter(office: World.badung), limit: 1)
        #expect(closed.first?.event.changes.first == Event.Change("name", from: .erased, to: .erased))
    }

    @Test(arguments: Desk.engines)
    func `of two who change one version, the second is shown what the first wrote`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let store = office.store
        let id = try await office.enterPerson()
        let (first, second) = try (office.entry("Ni Luh"), office.entry("Ni Ketut"))
        try await store.change(id, first, from: 1, by: office.stamp())
        await #expect {
            try await store.change(id, second, from: 1, by: office.stamp())
        } throws: { error in
            guard case .changedMeanwhile(let now)? = error as? PersonRefused else { return false }
            return now.person.name.text == "Ni Luh" && now.version == 2
        }
        let won = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    do {
                        try await store.change(id, second, from: 2, by: office.stamp())
                        return 1
                    } catch PersonRefused.changedMeanwhile { return 0 } catch { return 100 }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(won == 1)
        #expect(try await store.person(id).version == 3)
    }

    @Test(arguments: Desk.engines)
    func `a citizen number is kept, set or removed as asked, and found again`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let store = office.store
        let id = try await office.enterPerson()
        let number = try NIK(Office.number)
        func found(_ regions: RegionCode...) async throws -> [Person.ID] {
            try await store.people(with: number, in: regions).map(\.id)
        }
        try await store.change(id, office.entry(number: .keep), from: 1, by: office.stamp())
        #expect(try await found(World.bali) == [id])
        #expect(try await found(World.makassar).isEmpty)
        try await store.change(id, office.entry(number: .remove), from: 2, by: office.stamp())
        #expect(try await found(.nation).isEmpty)
        #expect(try await store.person(id).person.lastFour == nil)
        try await store.change(id, office.entry(number: .set(number)), from: 3, by: office.stamp())
        #expect(try await found(World.badung, .nation) == [id])
    }

    @Test(arguments: Desk.engines)
    func `people are shown by name, page by page, each once`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let names = ["Made", "Wayan", "Ketut", "Made", "Nyoman", "Gede", "Putu"]
        for name in names { _ = try await office.enterPerson(name) }
        _ = try await office.enterPerson("Rai", in: World.gianyar)
        _ = try await office.enterPerson("Daeng", in: World.makassar)
        for regions in [[World.badung], [World.bali], [World.badung, World.gianyar], [.nation]] {
            var seen: [String] = []
            var last: (String, Person.ID)?
            while true {
                let page = try await office.store.people(in: regions, after: last, limit: 3)
                seen += page.map(\.person.name.text)
                guard let end = page.last else { break }
                last = (end.person.name.text, end.id)
            }
            let others = regions == [World.badung] ? [] : regions == [.nation] ? ["Rai", "Daeng"] : ["Rai"]
            #expect(seen == (names + others).sorted())
        }
        #expect(try await office.store.people(in: [], limit: 3).isEmpty)
    }
}
