import Foundation
import Register
import Synchronization
import Testing
import World

@testable import Storage

/// What a check tells of a list before it is entered.
struct ListCheckingTests {
    /// What a check says of rows, in their order.
    private func check(
        _ entries: [ListEntry], _ office: Office, doubts: ListDoubts = .leftOut
    ) async throws -> [ListVerdict] {
        let told = Mutex<[ListVerdict]>([])
        try await office.store.compare(
            { take in for entry in entries { try take(entry) } }, in: World.badung, doubts: doubts,
            verdict: { _, verdict in told.withLock { $0.append(verdict) } })
        return told.withLock { $0 }
    }

    @Test(arguments: Desk.engines)
    func `a figure a thousand times its own of another year is told with that year, and left out in both alike`(
        engine: EngineKind
    ) async throws {
        let office = try await Office(engine)
        _ = try await office.enter([
            ListTests.entry("Tenun Sari", output: 12_000_000), ListTests.entry("Keripik Jaya", 3, output: 5_000_000),
        ])
        let entries = [
            ListTests.entry("Tenun Sari", 2, output: 13_000_000_000, year: 2024),
            ListTests.entry("Keripik Jaya", 3, output: 6_000_000, year: 2024),
            // New: it has no past, whatever another has.
            ListTests.entry("Batik Ayu", 4, output: 12_000_000_000, year: 2024),
        ]
        let verdicts = try await check(entries, office)
        #expect(verdicts.map(\.outcome) == [nil, .changed, .new])
        let slip = try #require(verdicts[0].slips.first)
        #expect((slip.shift.field, slip.shift.powers, slip.since, slip.before) == (.output, 3, 2023, "12000000"))
        let counts = try await office.enter(entries)
        #expect((counts.rows, counts.new, counts.changed, counts.doubtful, counts.offPast) == (3, 1, 1, 1, 1))
        let tenun = try await office.store.search("tenun", in: [World.badung], personalIn: [], limit: 1)
        #expect(tenun.first?.year?.year == 2023)
    }

    @Test(arguments: Desk.engines)
    func `doubts that are taken are told and entered, and are none when the list comes again`(
        engine: EngineKind
    ) async throws {
        let office = try await Office(engine)
        _ = try await office.enter([ListTests.entry("Tenun Sari", output: 12_000_000)])
        let entries = [ListTests.entry("Tenun Sari", output: 12_000_000_000, year: 2024)]
        let verdict = try #require(try await check(entries, office, doubts: .taken).first)
        #expect(verdict.outcome == .changed && verdict.slips.count == 1)
        #expect(try await office.enterList(entries, doubts: .taken).counts.changed == 1)
        let again = try #require(try await check(entries, office).first)
        #expect(again.outcome == .unchanged && again.slips.isEmpty)
    }

    @Test(arguments: Desk.engines)
    func `what the list itself brings is no past, also where its rows lie in different portions`(
        engine: EngineKind
    ) async throws {
        let office = try await Office(engine)
        let entries =
            [ListTests.entry("Tenun Sari", 2, output: 12_000_000)]
            + (0..<450).map { ListTests.entry("Usaha \($0)", $0 + 3) }
            + [ListTests.entry("Tenun Sari", 500, output: 12_000_000_000, year: 2024)]
        #expect(try await check(entries, office).last?.outcome == .changed)
        let counts = try await office.enter(entries)
        #expect((counts.new, counts.changed, counts.doubtful) == (451, 1, 0))
    }

    @Test(arguments: Desk.engines)
    func `the past of another office's enterprise is not looked at`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        _ = try await office.enter([ListTests.entry("Tenun Sari", output: 12_000_000)])
        let entry = ListTests.entry("Tenun Sari", output: 12_000_000_000, year: 2024)
        let told = Mutex<[ListVerdict]>([])
        try await office.store.compare(
            { try $0(entry) }, in: World.makassar, verdict: { _, verdict in told.withLock { $0.append(verdict) } })
        #expect(told.withLock { $0.map(\.outcome) } == [.new])
        #expect(told.withLock { $0.allSatisfy(\.slips.isEmpty) })
    }

    @Test(arguments: Desk.engines)
    func `what a check found to resemble an enterprise is shown, and waits in the queue once it is entered`(
        engine: EngineKind
    ) async throws {
        let office = try await Office(engine)
        _ = try await office.enter([ListTests.entry("Tenun Sari"), ListTests.entry("Keripik Jaya", 3)])
        let lines = try await office.store.enterprises(EnterpriseFilter(in: [World.badung]), limit: 10)
        let sari = try #require(lines.first { $0.enterprise.card.name == "Tenun Sari" })
        let score = TwinScore(bits: 7, reasons: [TwinReason(kind: .namesAlike(0.9), bits: 7)])
        let list = office.list()
        try await office.store.bring(list, pieces: office.pieces("x"))
        let step = OfficeList.Step(.checked, office.stamp())
        func likely(_ row: Int, _ name: String) -> ListTwin {
            ListTwin(row: row, name: name, enterprise: sari.id, score: score)
        }
        try await office.store.keepCheck(step, of: list.id, faults: [], twins: [likely(9, "Lama")])
        // A second check replaces what the first has found.
        let twins = [likely(2, "Tenun Sarih"), likely(3, "Keripik Jaya")]
        try await office.store.keepCheck(step, of: list.id, faults: [], twins: twins)
        let told = try await office.store.likelyTwins(of: list.id, limit: 10)
        #expect(told.map(\.twin) == twins && told.allSatisfy { $0.known.name == "Tenun Sari" })
        let rows = [ListTests.entry("Tenun Sarih"), ListTests.entry("Keripik Jaya", 3)]
        _ = try await office.store.enter(
            list.id, { take in for row in rows { try take(row) } }, leavingOut: ListCounts(), by: office.stamp(),
            identifiers: { newIdentifier() })
        // The second was recognised after all.
        let queue = try await office.store.twinPairs(in: [World.badung], limit: 10)
        #expect(queue.map { Set([$0.first.name, $0.second.name]) } == [["Tenun Sari", "Tenun Sarih"]])
        #expect(queue.first?.pair.reasons == score.reasons && queue.first?.pair.bits == 7)
        #expect(try await office.store.likelyTwins(of: list.id, limit: 10).isEmpty)
        _ = try await office.store.undo(list.id, by: office.stamp(90))
        #expect(try await office.store.twinPairs(in: [World.badung], limit: 10).isEmpty)
    }
}
