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
}
