import Compare
import Foundation
import Measure
import Register
import Testing
import World

@testable import Storage

private let instant = Date(timeIntervalSince1970: 1_800_000_000)

struct StoreTests {
    @Test(arguments: Desk.engines)
    func `facts go in and come out unchanged`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let store = try await desk.store()
        let facts = try World.facts(fingerprint: "a")
        #expect(try await store.load(facts, at: instant))
        let economies = try await store.regionalEconomies()
        #expect(economies.directory.regions == facts.regions.sorted { $0.id < $1.id })
        for product in facts.products {
            #expect(economies.accounts.asPublished(of: product.region, in: product.year) == product)
        }
        #expect(try await store.factCounts() == FactCounts(facts))
        #expect(try await store.lastFactLoad() == FactCounts(facts))
    }

    @Test(arguments: Desk.engines)
    func `the same facts a second time change nothing`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let store = try await desk.store()
        #expect(try await store.load(World.facts(fingerprint: "a"), at: instant))
        let revision = try await store.factRevision()
        #expect(try await !store.load(World.facts(fingerprint: "a"), at: instant))
        #expect(try await store.factRevision() == revision)
    }

    @Test(arguments: Desk.engines)
    func `other facts replace the old, also in memory`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let store = try await desk.store()
        try await store.load(World.facts(fingerprint: "a"), at: instant)
        let before = try await store.regionalEconomies().accounts.years
        let all = try World.facts(fingerprint: "b")
        let fewer = ReferenceFacts(
            regions: all.regions, industries: all.industries, products: all.products.filter { $0.year == 2019 },
            fingerprint: "b")
        try await store.load(fewer, at: instant)
        #expect(before.count > 1)
        #expect(try await store.regionalEconomies().accounts.years == [2019])
        try await store.load(World.facts(fingerprint: "a"), at: instant)
        #expect(try await store.regionalEconomies().accounts.years == before)
    }

    @Test(arguments: Desk.engines)
    func `regions that are no more go, and codes may change hands`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let store = try await desk.store()
        let all = try World.facts(fingerprint: "a")
        try await store.load(all, at: instant)
        let (badung, gianyar) = (World.badung, World.gianyar)
        let codes = Dictionary(uniqueKeysWithValues: all.regions.map { ($0.id, $0.bpsCode) })
        let swapped = all.regions.filter { $0.id != World.jembrana }.map { region in
            let code = region.id == badung ? codes[gianyar] : region.id == gianyar ? codes[badung] : codes[region.id]
            return Region(id: region.id, bpsCode: code ?? nil, kind: region.kind, name: region.name)
        }
        let products = all.products.filter { $0.region != World.jembrana }
        try await store.load(
            ReferenceFacts(regions: swapped, industries: [], products: products, fingerprint: "b"), at: instant)
        let directory = try await store.regionalEconomies().directory
        #expect(directory[World.jembrana] == nil)
        #expect(directory[badung]?.bpsCode == codes[gianyar])
    }

    @Test(arguments: Desk.engines)
    func `facts that the database refuses leave it as it was`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let store = try await desk.store()
        let good = try World.facts(fingerprint: "a")
        try await store.load(good, at: instant)
        let stranger = try RegionalProduct(
            region: #require(RegionCode("88.88")), year: 2019, byIndustry: Array(repeating: 1, count: 17),
            publishedTotal: 17)
        let bad = ReferenceFacts(
            regions: good.regions, industries: [], products: good.products + [stranger], fingerprint: "bad")
        await #expect(throws: (any Error).self) { try await store.load(bad, at: instant) }
        #expect(try await store.factFingerprint() == "a")
        #expect(try await store.factCounts() == FactCounts(good))
    }

    @Test(arguments: Desk.engines)
    func `a database without facts says so`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let store = try await desk.store()
        await #expect(throws: StoreRefusal.empty) { try await store.regionalEconomies() }
        #expect(try await store.factFingerprint() == nil)
        #expect(try await store.lastFactLoad() == nil)
    }

    @Test func `a file that is no database is refused with its name`() async throws {
        let desk = try Desk()
        try Data("this is a letter, not a database, and a long one at that".utf8).write(to: URL(filePath: desk.path))
        await #expect {
            try await desk.store()
        } throws: { error in
            guard case .cannotOpen(let path, _)? = error as? StoreRefusal else { return false }
            return path == desk.path
        }
    }

    @Test func `another program's database is refused, and left alone`() async throws {
        let desk = try Desk()
        let store = try await desk.store()
        // Ours no more: the number that says whose file it is belongs to somebody else.
        try await store.write { try $0.executeScript("PRAGMA application_id = 1") }
        try await store.settle()
        let before = try Data(contentsOf: URL(filePath: desk.path))
        await #expect(throws: StoreRefusal.notOurs(path: desk.path)) { try await desk.store() }
        #expect(try Data(contentsOf: URL(filePath: desk.path)) == before)
    }

    @Test func `a sound file has no damage, a scribbled one has`() async throws {
        let desk = try Desk()
        let store = try await desk.store()
        try await store.load(World.facts(fingerprint: "a"), at: instant)
        #expect(try await store.damage().isEmpty)

        let copy = desk.folder.appending(path: "scribbled.sqlite")
        var bytes = try Data(contentsOf: URL(filePath: desk.path))
        for place in stride(from: 4096 + 8, to: min(bytes.count, 60_000), by: 97) { bytes[place] ^= 0xFF }
        try bytes.write(to: copy)
        let damage = try? await Store(at: .file(copy.path)).damage()  // a file so damaged may not even open
        #expect(damage?.isEmpty != true)
    }

    @Test(arguments: Desk.engines)
    func `a database of a later program is refused, not guessed at`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let store = try await desk.store()
        _ = try await store.write {
            try $0.execute("INSERT INTO schema_migration (number, name) VALUES (99, 'later')")
        }
        await #expect(throws: StoreRefusal.self) { try await desk.store() }
    }

    @Test(arguments: Desk.engines)
    func `opening twice migrates once`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        _ = try await desk.store()
        let store = try await desk.store()
        let numbers = try await store.read { connection in
            try connection.rows("SELECT number FROM schema_migration ORDER BY number") { try $0.integer(0) }
        }
        #expect(numbers == Migrations.all.map(\.number))
    }

    @Test(arguments: Desk.engines)
    func `readers that come together share one reading`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let store = try await desk.store()
        try await store.load(World.facts(fingerprint: "a"), at: instant)
        let years = try await withThrowingTaskGroup(of: [Int].self) { group in
            for _ in 0..<20 { group.addTask { try await store.regionalEconomies().accounts.years } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(years).count == 1)
    }
}
