import Foundation
import Register
import Secrets
import Testing
import World

@testable import Storage

struct EveryWriteTests {
    @Test(arguments: Desk.engines)
    func `every change leaves its event in the same transaction, or says why not`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        for write in try everyWrite(office) {
            let before = try await lengths(office.store)
            let rows = try await office.store.dump()
            try await write.run(office.store)
            let after = try await lengths(office.store)
            let grown = after.filter { $0.value > before[$0.key] ?? 0 }.map(\.key)
            #expect(grown == (write.book.map { [$0] } ?? []), "\(write.name)")
            #expect(try await office.store.dump() != rows, "\(write.name) changed nothing")
        }
        #expect(try await office.store.auditBooks().allSatisfy { $0.fault == nil })
    }

    /// Read from the sources, so that a new method cannot be forgotten here.
    @Test func `every public method that writes is walked`() async throws {
        let walked = Set(try everyWrite(try await Office(.sqlite)).map(\.name))
        let folder = Folders.repository.appending(path: "Sources/Storage")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        var found: Set<String> = []
        // A copy and a backup restored are not written by use cases; their own tests say what they leave.
        for file in files where !["Engine/", "Copy/", "Backups/"].contains(where: file.hasPrefix) {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for method in text.split(separator: "    public func ").dropFirst()
            where method.contains("record(in:") || method.contains("write {") {
                found.insert(String(method.prefix { $0.isLetter }))
            }
        }
        #expect(found.count > 25)
        #expect(found.subtracting(walked).isEmpty)
    }

    @Test(arguments: Desk.engines)
    func `a refused change leaves neither row nor event`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let wayan = try await office.makeAccount("wayan", Hat(.officer, in: World.badung))
        let person = try await office.enterPerson()
        let gone = try await office.enterPerson("Gede Gone")
        try await office.store.erase(gone, because: nil, by: office.stamp())
        let request = office.request(of: person)
        try await office.store.receive(request)
        try await office.store.settle(request.id, .init(.answered, office.stamp(20)))
        let before = try await office.store.dump()
        for (name, refused) in try refusals(office, wayan, person: person, gone: gone, request: request.id) {
            await #expect(throws: (any Error).self, "\(name)") { try await refused(office.store) }
            #expect(try await office.store.dump() == before, "\(name)")
        }
    }

    private func refusals(
        _ office: Office, _ wayan: Account.ID, person: Person.ID, gone: Person.ID, request: PersonalDataRequest.ID
    ) throws -> [(String, (Store) async throws -> Void)] {
        let stamp = office.stamp(60)
        let nobody = Account.ID(newIdentifier())
        let nowhere = try Hat(.officer, in: World.code("88.88"))
        let known = try Hat(.officer, in: World.badung)
        let other = try Hat(.officer, in: World.gianyar)
        let sameName = try office.account(nobody, "wayan")
        let entry = try office.entry()
        let name = try #require(DisplayName("Nobody"))
        return [
            ("a name that is taken", { try await $0.makeAccount(sameName, hats: [known], by: stamp) }),
            (
                "one hat of two",
                { try await $0.makeAccount(office.account(nobody, "baru"), hats: [known, nowhere], by: stamp) }
            ),
            ("an unknown account", { try await $0.rename(nobody, to: name, by: stamp) }),
            ("a hat it wears", { try await $0.give(known, to: wayan, by: stamp) }),
            ("a hat it does not wear", { try await $0.take(other, from: wayan, by: stamp) }),
            ("the own account", { try await $0.suspend(office.ketut, because: nil, by: stamp) }),
            ("an active one", { try await $0.restore(wayan, because: nil, by: stamp) }),
            ("an unknown link", { _ = try await $0.useLink(digest: "?", passwordHash: "h", at: stamp.at) }),
            ("no factor", { try await $0.confirmSecondFactor(of: wayan, codes: ["x"], by: stamp) }),
            ("an old version", { try await $0.change(person, entry, from: 7, by: stamp) }),
            ("an erased person", { try await $0.change(gone, entry, from: 2, by: stamp) }),
            ("erased twice", { try await $0.erase(gone, because: nil, by: stamp) }),
            ("no region", { try await $0.enter(Person.ID(newIdentifier()), entry, in: World.code("88"), by: stamp) }),
            ("a consent of nobody's", { try await $0.add(office.consent(of: gone, .stopped, at: 60)) }),
            ("a request of nobody's", { try await $0.receive(office.request(of: gone)) }),
            ("answered twice", { try await $0.settle(request, .init(.answered, stamp)) }),
            ("no sentra", { try await $0.change(Sentra.ID(newIdentifier()), to: Office.sentra(), from: 1, by: stamp) }),
            (
                "a sentra in no region",
                { try await $0.enter(Sentra.ID(newIdentifier()), Office.sentra(), in: World.code("88"), by: stamp) }
            ),
            ("a factor of nobody's", { try await $0.prepareSecondFactor(of: nobody, secret: [1]) }),
        ]
    }

    private func lengths(_ store: Store) async throws -> [RegionCode: Int] {
        Dictionary(uniqueKeysWithValues: try await store.auditBooks().map { ($0.office, $0.length) })
    }
}
