import Foundation
import Measure
import Register
import Synchronization
import Testing
import World

@testable import Storage

struct ProductionTests {
    /// Everything that can be known of a year.
    static func full(_ kind: ProductionPeriod.Kind = .year, perYear: Double = 1) throws -> Production {
        var made = Production(try #require(ProductionPeriod(kind, of: 2025, perYear: perYear)))
        made.products = [
            .init("Kain endek", quantity: 400.5, unit: "lembar", price: 450_000),
            .init("Selendang", value: Rupiah(9_000_000)),
        ]
        made.otherRevenue = Rupiah(5_000_000)
        made.stockChange = Rupiah(-1_000_000)
        for (number, cost) in Production.Cost.allCases.enumerated() { made.costs[cost] = Rupiah(Int64(number) * 1000) }
        made.work = [
            .init(.woman, .byPiece, .production, workers: 4, personDays: 900.5, wages: Rupiah(54_000_000)),
            .init(.man, .unpaid, .owner, workers: 1),
        ]
        made.investment = Rupiah(36_000_000)
        (made.capacity, made.made, made.rejects, made.unit) = (800, 500, 10.5, "lembar")
        made.exports = Rupiah(1)
        made.sales = [.shop: Rupiah(156_000_040), .abroad: Rupiah(0)]
        return made
    }

    private func step(
        _ move: ProductionMove, _ office: Office, _ id: Enterprise.ID, from version: Int, because reason: String? = nil
    ) async throws {
        try await office.store.move(
            ProductionStep(move, of: 2025, in: id, from: version, because: reason), by: office.stamp(Double(version)))
    }

    /// A year that was handed over, approved and locked: version 4.
    private func locked(_ office: Office) async throws -> Enterprise.ID {
        let id = try await office.enterprise()
        try await office.store.save(try Self.full(), of: id, from: nil, by: office.stamp())
        for (version, move) in [ProductionMove.submit, .approve, .lock].enumerated() {
            try await step(move, office, id, from: version + 1)
        }
        return id
    }

    @Test(arguments: Desk.engines)
    func `production comes out as it went in, with all that is known and with the least`(engine: EngineKind)
        async throws
    {
        let office = try await Office(engine)
        let id = try await office.enterprise()
        let full = try Self.full(.month, perYear: 7.5)
        try await office.store.save(full, of: id, from: nil, by: office.stamp())
        let kept = try #require(try await office.store.production(2025, of: id))
        #expect(kept.production == full && kept.state == .draft && kept.version == 1 && kept.steps.isEmpty)
        #expect(try await office.store.enterprise(id).years == [full.yearly], "one truth: the yearly view follows")
        let least = Production(ProductionPeriod(yearly: 2025))
        try await office.store.save(least, of: id, from: 1, by: office.stamp(1))
        #expect(try await office.store.production(2025, of: id)?.production == least)
        #expect(try await office.store.enterprise(id).years == [least.yearly])
        #expect(try await office.store.productions(of: id).map(\.version) == [2])
        let changed = try await office.store.save(least, of: id, from: 2, by: office.stamp(2))
        #expect(!changed, "what is as it was leaves no event")
        #expect(try await office.lastKinds(2) == [.productionSaved, .productionSaved])
    }

    @Test(arguments: Desk.engines)
    func `a year goes from draft to locked, is unlocked with a reason, and every step is kept`(engine: EngineKind)
        async throws
    {
        let office = try await Office(engine)
        let id = try await locked(office)
        await #expect(throws: ProductionRefused.notOpen(.locked)) {
            try await office.store.save(try Self.full(), of: id, from: 4, by: office.stamp(9))
        }
        await #expect(throws: ProductionRefused.notNow(.locked)) {
            try await step(.giveBack, office, id, from: 4, because: "x")
        }
        await #expect(throws: ProductionRefused.reasonMissing) { try await step(.unlock, office, id, from: 4) }
        await #expect(throws: ProductionRefused.changedMeanwhile) {
            try await step(.unlock, office, id, from: 3, because: "Salah ketik")
        }
        try await step(.unlock, office, id, from: 4, because: "Salah ketik")
        let kept = try #require(try await office.store.production(2025, of: id))
        #expect(kept.state == .returned && kept.steps.map(\.move) == [.submit, .approve, .lock, .unlock])
        #expect(kept.steps.last?.reason == "Salah ketik")
        #expect(try await office.lastKinds(1) == [.productionMoved])
        try await office.store.save(Production(ProductionPeriod(yearly: 2025)), of: id, from: 5, by: office.stamp(9))
    }

    @Test(arguments: Desk.engines)
    func `no list writes over a year that was filled in, and it is told how many rows`(engine: EngineKind) async throws
    {
        let office = try await Office(engine)
        let id = try await locked(office)
        let before = try await office.store.enterprise(id)
        var year = EnterpriseYear(year: 2025)
        year.output = Rupiah(1)
        var other = EnterpriseYear(year: 2024)
        other.output = Rupiah(2)
        let card = before.enterprise.card
        let entries = [ListEntry(row: 2, card: card, year: year), ListEntry(row: 3, card: card, year: other)]
        let told = Mutex(ListCounts())
        try await office.store.compare(
            { take in for entry in entries { try take(entry) } }, in: World.badung,
            verdict: { _, verdict in told.withLock { $0.count(verdict) } })
        #expect(told.withLock { [$0.yearsEntered, $0.yearsLocked] } == [1, 1])
        let counts = try await office.enter(entries)
        #expect([counts.yearsEntered, counts.yearsLocked] == [1, 1])
        let after = try await office.store.enterprise(id)
        #expect(after.years == before.years + [other])
    }

    @Test(arguments: Desk.engines)
    func `the database itself refuses to change a locked year`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = try await locked(office)
        for sql in [
            "UPDATE enterprise_year SET output = 1 WHERE enterprise = $1",
            "DELETE FROM enterprise_year WHERE enterprise = $1",
            "UPDATE production SET energy = 1 WHERE enterprise = $1",
        ] {
            await #expect(throws: (any Error).self, "\(sql)") {
                _ = try await office.store.write { try $0.execute(sql, [SQLValue(id)]) }
            }
        }
    }

    @Test(arguments: Desk.engines)
    func `what cannot be so, the second editor, and a stranger are refused`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = try await office.enterprise()
        var bad = try Self.full()
        bad.costs[.energy] = Rupiah(-1)
        let wrong = bad
        await #expect(throws: ProductionRefused.faults([.outOfRange(.energy)])) {
            try await office.store.save(wrong, of: id, from: nil, by: office.stamp())
        }
        let good = try Self.full()
        try await office.store.save(good, of: id, from: nil, by: office.stamp())
        await #expect(throws: ProductionRefused.changedMeanwhile) {
            try await office.store.save(good, of: id, from: nil, by: office.stamp(1))
        }
        await #expect(throws: ProductionRefused.unknownEnterprise) {
            try await office.store.save(good, of: Enterprise.ID(newIdentifier()), from: nil, by: office.stamp())
        }
        await #expect(throws: ProductionRefused.unknownYear) {
            try await office.store.move(ProductionStep(.submit, of: 2024, in: id, from: 1), by: office.stamp())
        }
    }
}
