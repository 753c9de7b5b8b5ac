import Foundation
import Register
import Secrets
import Testing
import World

@testable import Storage

/// Merging an enterprise that was written down twice, and parting the two again.
struct MergerTests {
    private static let later: TimeInterval = 60

    /// A kept one that knows little, and a twin that knows more, with years, papers and a citizen number, by a list.
    private struct Two {
        let office: Office
        var kept = Enterprise.ID(newIdentifier())
        var twin = Enterprise.ID(newIdentifier())

        init(_ engine: EngineKind) async throws {
            office = try await Office(engine)
            var known = EnterpriseCard(name: "Tenun Sari")
            known.area = AreaCode("51.03.01")
            known.product = "Kain endek"
            known.licence = "503/12"
            let list = office.list()
            var other = EnterpriseCard(name: "UD. Tenun Sari")
            other.area = AreaCode("51.03.01.2001")
            other.owner = "Ni Made Sukerti"
            other.nib = NIB("9999900000001")
            other.product = "Endek"
            other.licence = "503/77"
            other.licenceYear = 2011
            other.phone = "6281234567890"
            var year = EnterpriseYear(year: 2024)
            year.output = Rupiah(120_000_000)
            var second = EnterpriseYear(year: 2025)
            second.men = 3
            let entries = [
                ListEntry(row: 2, card: other, year: year, nik: try NIK(Office.number), certificates: [.halal: "2022"]),
                ListEntry(row: 3, card: other, year: second),
            ]
            try await office.store.bring(list, pieces: office.pieces("x"))
            try await office.store.keepCheck(
                OfficeList.Step(.checked, office.stamp()), of: list.id, faults: [])
            let id = twin.identifier
            _ = try await office.store.enter(
                list.id, { take in for entry in entries { try take(entry) } }, leavingOut: ListCounts(),
                by: office.stamp(), identifiers: { id })
            try await office.store.enter(kept, known, in: World.badung, by: office.stamp())
        }

        func merger(_ twinVersion: Int = 1, _ keptVersion: Int = 1) -> Merger {
            Merger(
                Merger.ID(newIdentifier()), of: Merger.Side(twin, version: twinVersion),
                into: Merger.Side(kept, version: keptVersion))
        }

        func merge() async throws { try await office.store.merge(merger(), by: office.stamp(MergerTests.later)) }
        func undo() async throws {
            try await office.store.undoMerger(of: twin, by: office.stamp(MergerTests.later + 1))
        }

        /// What is kept of enterprises, without the version, which only rises.
        func register() async throws -> [String] {
            let rows = try await office.store.dump().filter { row in
                ["enterprise|", "enterprise_year|", "enterprise_paper|", "enterprise_count|", "sentra_member|"]
                    .contains { row.hasPrefix($0) }
            }
            let version = try await office.store.enterprise(kept).enterprise.version
            return rows.map { row in
                guard row.hasPrefix("enterprise|\(kept)|") else { return row }
                return row.replacing(
                    "|\(version)|\(Instant.text(Office.start))|", with: "|v|\(Instant.text(Office.start))|")
            }.sorted()
        }
    }

    @Test(arguments: Desk.engines)
    func `what hangs on the twin goes with it, workers apart, and comes back when the two are parted`(
        engine: EngineKind
    ) async throws {
        let two = try await Two(engine)
        let store = two.office.store
        let (certificate, loom) = (Certificate.ID(newIdentifier()), Key<Equipment>(newIdentifier()))
        let group = Key<WorkerGroup>(newIdentifier())
        let stamp = two.office.stamp()
        try await store.enter(
            DetailEntry(certificate, of: two.twin, Certificate(certificate, .halal, number: "ID1")), by: stamp)
        try await store.enter(
            DetailEntry(loom, of: two.twin, Equipment("ATBM", at: .weaving, .tool, working: 3)), by: stamp)
        let women = try #require(WorkerGroup(.woman, .unpaid, .owner, count: 2))
        try await store.enter(DetailEntry(group, of: two.twin, women), by: stamp)
        let before = (try await store.details(of: two.kept), try await store.details(of: two.twin))
        try await two.merge()
        let merged = try await store.details(of: two.kept)
        #expect((merged.certificates.count, merged.equipment.count, merged.workers.count) == (1, 1, 0))
        // The calendar goes on asking for its renewal.
        let calendar = try await store.certificates(CertificateFilter(in: [World.badung], .all), limit: 5)
        #expect(calendar.map(\.holder) == ["Tenun Sari"])
        try await two.undo()
        #expect(try await store.details(of: two.kept) == before.0)
        #expect(try await store.details(of: two.twin) == before.1)
    }

    @Test(arguments: Desk.engines)
    func `the kept one takes what it does not know, and its own words stay`(engine: EngineKind) async throws {
        let two = try await Two(engine)
        try await two.merge()
        let record = try await two.office.store.enterprise(two.kept)
        let card = record.enterprise.card
        #expect(card.name == "Tenun Sari" && card.product == "Kain endek")
        #expect(card.owner == "Ni Made Sukerti" && card.nib == NIB("9999900000001"))
        #expect(card.area == AreaCode("51.03.01.2001"), "a village says more than its district")
        #expect(card.licence == "503/12" && card.licenceYear == nil, "the year of another licence")
        #expect(record.years.map(\.year) == [2025, 2024])
        #expect(record.papers == [.halal: "2022"])
        let number = try await two.office.store.read { connection in
            try connection.first(
                "SELECT nik FROM enterprise WHERE id = $1", [SQLValue(two.kept)], read: { try $0.bytes(0) })
        }
        let opened = try two.office.keyring.open(
            #require(number), for: .personalNumber, bound: "enterprise:\(two.kept):nik")
        #expect(String(decoding: opened, as: UTF8.self) == Office.number)
        #expect(try await two.office.store.enterpriseCount(EnterpriseFilter(in: [World.badung])) == 1)
        #expect(try await two.office.store.enterprise(two.twin).mergedInto == two.kept)
        #expect(try await two.office.store.twins(of: two.kept).map(\.id) == [two.twin])
        #expect(try await two.office.lastKinds(1) == [.enterprisesMerged])
    }

    @Test(arguments: Desk.engines)
    func `a merger undone leaves the register as it was`(engine: EngineKind) async throws {
        let two = try await Two(engine)
        let before = try await two.register()
        try await two.merge()
        #expect(try await two.register() != before)
        try await two.undo()
        #expect(try await two.register() == before)
        for text in ["tenun sari", "UD tenun"] {
            let found = try await two.office.store.search(text, in: [World.badung], personalIn: [], limit: 5)
            #expect(found.count == 2, "\(text)")
        }
        #expect(try await two.office.lastKinds(1) == [.mergerUndone])
        // And once more, with the versions as they are now.
        try await two.office.store.merge(two.merger(1, 3), by: two.office.stamp(Self.later))
        try await two.undo()
        #expect(try await two.register() == before)
        #expect(try await two.office.store.auditBooks().allSatisfy { $0.fault == nil })
    }

    @Test(arguments: Desk.engines)
    func `what does not go together is not merged, and leaves nothing`(engine: EngineKind) async throws {
        let two = try await Two(engine)
        let (store, stamp) = (two.office.store, two.office.stamp(Self.later))
        let (elsewhere, third) = (Enterprise.ID(newIdentifier()), Enterprise.ID(newIdentifier()))
        try await store.enter(elsewhere, EnterpriseCard(name: "Tenun Sari"), in: World.makassar, by: stamp)
        try await store.enter(third, EnterpriseCard(name: "Tenun Sari"), in: World.badung, by: stamp)
        func side(_ id: Enterprise.ID, _ version: Int = 1) -> Merger.Side { Merger.Side(id, version: version) }
        func refused(
            _ twin: Merger.Side, into kept: Merger.Side, _ isExpected: @escaping (EnterpriseRefused) -> Bool
        ) async throws {
            let before = try await store.dump()
            await #expect {
                try await store.merge(Merger(Merger.ID(newIdentifier()), of: twin, into: kept), by: stamp)
            } throws: { error in
                (error as? EnterpriseRefused).map(isExpected) ?? false
            }
            #expect(try await store.dump() == before)
        }
        try await refused(side(two.kept), into: side(two.kept)) { $0 == .sameEnterprise }
        try await refused(side(elsewhere), into: side(two.kept)) { $0 == .otherOffice }
        try await refused(side(Enterprise.ID(newIdentifier())), into: side(two.kept)) { $0 == .unknownEnterprise }
        try await refused(side(two.twin, 7), into: side(two.kept)) {
            if case .changedMeanwhile = $0 { true } else { false }
        }
        try await refused(side(two.twin), into: side(two.kept, 7)) {
            if case .changedMeanwhile = $0 { true } else { false }
        }
        try await two.merge()
        try await refused(side(two.twin), into: side(third)) { $0 == .merged(into: two.kept) }
        try await refused(side(third), into: side(two.twin)) { $0 == .merged(into: two.kept) }
        await #expect(throws: EnterpriseRefused.notMerged) { try await store.undoMerger(of: third, by: stamp) }
    }

    @Test(arguments: Desk.engines)
    func `what was changed since is not lost by parting the two`(engine: EngineKind) async throws {
        let two = try await Two(engine)
        try await two.merge()
        var card = try await two.office.store.enterprise(two.kept).enterprise.card
        card.product = "Songket"
        try await two.office.store.change(two.kept, to: card, from: 2, by: two.office.stamp(Self.later))
        let before = try await two.office.store.dump()
        await #expect {
            try await two.undo()
        } throws: { error in
            guard case .changedSinceMerger(let now)? = error as? EnterpriseRefused else { return false }
            return now.enterprise.card.product == "Songket"
        }
        #expect(try await two.office.store.dump() == before)
    }

    @Test(arguments: Desk.engines)
    func `mergers are undone in the reverse of their order`(engine: EngineKind) async throws {
        let two = try await Two(engine)
        let (store, stamp) = (two.office.store, two.office.stamp(Self.later))
        let last = Enterprise.ID(newIdentifier())
        try await store.enter(last, EnterpriseCard(name: "Tenun Sari Jaya"), in: World.badung, by: two.office.stamp())
        let before = try await two.register()
        try await two.merge()
        try await store.merge(
            Merger(
                Merger.ID(newIdentifier()), of: Merger.Side(two.kept, version: 2), into: Merger.Side(last, version: 1)),
            by: stamp)
        // Both lead to the last one.
        #expect(try await store.enterprise(two.twin).mergedInto == last)
        #expect(try await store.enterpriseCount(EnterpriseFilter(in: [World.badung])) == 1)
        await #expect(throws: EnterpriseRefused.merged(into: last)) { try await two.undo() }
        try await store.undoMerger(of: two.kept, by: stamp)
        #expect(try await store.enterprise(two.twin).mergedInto == two.kept)
        try await two.undo()
        let after = try await two.register()
        #expect(
            after.filter { !$0.hasPrefix("enterprise|\(last)|") }
                == before.filter { !$0.hasPrefix("enterprise|\(last)|") })
    }

    @Test(arguments: Desk.engines)
    func `a licence number that was given away meanwhile is not there twice`(engine: EngineKind) async throws {
        let two = try await Two(engine)
        let (store, stamp) = (two.office.store, two.office.stamp(Self.later))
        var card = try await store.enterprise(two.kept).enterprise.card
        card.nib = NIB("9999900000009")
        try await store.change(two.kept, to: card, from: 1, by: stamp)
        try await store.merge(two.merger(1, 2), by: stamp)
        var third = EnterpriseCard(name: "Lain")
        third.nib = NIB("9999900000001")
        let other = Enterprise.ID(newIdentifier())
        try await store.enter(other, third, in: World.badung, by: stamp)
        let number = try #require(third.nib)
        await #expect(throws: EnterpriseRefused.numberTaken(number, by: other)) { try await two.undo() }
        #expect(try await store.enterprise(two.twin).mergedInto == two.kept)
    }

    /// Enters the row of the twin by a list, as it was before the merger or with something more.
    private func enterAgain(
        _ two: Two, _ change: (inout ListEntry) -> Void = { _ in }
    ) async throws -> (OfficeList.ID, ListCounts) {
        let store = two.office.store
        let list = two.office.list()
        var entry = ListEntry(
            row: 2, card: try await store.enterprise(two.twin).enterprise.card, nik: try NIK(Office.number),
            certificates: [.halal: "2022"])
        change(&entry)
        let row = entry
        try await store.bring(list, pieces: two.office.pieces("y"))
        try await store.keepCheck(OfficeList.Step(.checked, two.office.stamp()), of: list.id, faults: [])
        let counts = try await store.enter(
            list.id, { take in try take(row) }, leavingOut: ListCounts(), by: two.office.stamp(Self.later),
            identifiers: { newIdentifier() })
        return (list.id, counts)
    }

    @Test(arguments: Desk.engines)
    func `a list that comes again does not bring back what was merged`(engine: EngineKind) async throws {
        let two = try await Two(engine)
        try await two.merge()
        let before = try await two.register()
        let (_, counts) = try await enterAgain(two)
        #expect(counts.new == 0 && counts.changed == 0 && counts.unchanged == 1)
        #expect(try await two.register() == before)
        let (list, more) = try await enterAgain(two) { entry in
            var year = EnterpriseYear(year: 2026)
            year.women = 4
            entry.year = year
            entry.card.website = "tenun.contoh"
            entry.card.product = "Songket"
        }
        #expect(more.new == 0 && more.changed == 1)
        let record = try await two.office.store.enterprise(two.kept)
        #expect(record.years.map(\.year) == [2026, 2025, 2024])
        #expect(record.enterprise.card.website == "tenun.contoh" && record.enterprise.card.product == "Kain endek")
        // Taken back, the two can be parted as if the list had never come.
        await #expect(throws: EnterpriseRefused.self) { try await two.undo() }
        _ = try await two.office.store.undo(list, by: two.office.stamp(Self.later))
        try await two.undo()
        #expect(try await two.office.store.enterpriseCount(EnterpriseFilter(in: [World.badung])) == 2)
        let parted = try await two.office.store.enterprise(two.kept)
        #expect(parted.enterprise.card.website == nil && parted.years.isEmpty)
    }

    @Test(arguments: Desk.engines)
    func `personal values of a merger are sealed in the book`(engine: EngineKind) async throws {
        let two = try await Two(engine)
        try await two.merge()
        try await two.undo()
        let events = try await two.office.store.dump().filter { $0.hasPrefix("event|") }
        #expect(!events.contains { $0.contains("Sukerti") || $0.contains("6281234567890") })
    }

    @Test(arguments: Desk.engines)
    func `what was decided about a pair does not come back`(engine: EngineKind) async throws {
        let two = try await Two(engine)
        let (store, stamp) = (two.office.store, two.office.stamp(Self.later))
        let third = Enterprise.ID(newIdentifier())
        try await store.enter(third, EnterpriseCard(name: "Tenun Sari"), in: World.badung, by: stamp)
        func find() async throws -> [TwinPair] {
            let pairs = [
                two.office.pair(two.twin, two.kept, bits: 9), two.office.pair(two.kept, third, bits: 2),
                two.office.pair(third, two.twin, bits: 4),
            ]
            try await store.keepTwins(pairs, of: World.badung)
            return try await store.twinPairs(in: [World.badung], limit: 10).map(\.pair)
        }
        let found = try await find()
        #expect(found.map(\.bits) == [9, 4, 2])
        #expect(found[0].reasons == two.office.pair(two.twin, two.kept, bits: 9).reasons)
        try await store.tellApart(found[1].id, by: stamp)
        await #expect(throws: TwinRefused.settled) { try await store.tellApart(found[1].id, by: stamp) }
        #expect(try await find().map(\.bits) == [9, 2])
        try await two.merge()
        // The twin is no longer shown, so nothing is asked about it.
        #expect(try await find().map(\.bits) == [2])
        try await two.undo()
        #expect(try await store.twinPairs(in: [World.badung], limit: 10).map(\.pair.bits) == [9, 2])
        #expect(try await store.twinPairs(in: [World.makassar], limit: 10).isEmpty)
    }
}
