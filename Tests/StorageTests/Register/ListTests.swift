import Foundation
import Register
import Synchronization
import Testing
import World

@testable import Storage

/// What a list does to the register.
struct ListTests {
    static func entry(
        _ name: String, _ row: Int = 2, output: Int64? = nil, year: Int = 2023,
        _ change: (inout EnterpriseCard) -> Void = { _ in }
    ) -> ListEntry {
        var card = Office.card(name)
        change(&card)
        var figures = EnterpriseYear(year: year)
        figures.output = output.map { Rupiah($0) }
        return ListEntry(row: row, card: card, year: output == nil ? nil : figures)
    }

    @Test(arguments: Desk.engines)
    func `a list that is entered a second time changes nothing`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let entries = (0..<900).map { Self.entry("Usaha \($0)", $0 + 2, output: Int64($0) * 1_000_000) }
        #expect(try await office.enter(entries).new == 900)
        let counts = try await office.enter(entries)
        #expect((counts.new, counts.changed, counts.unchanged) == (0, 0, 900))
        #expect(try await office.store.enterpriseCount(EnterpriseFilter(in: [World.badung])) == 900)
    }

    @Test(arguments: Desk.engines)
    func `what a list does not say stays as it is`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        _ = try await office.enter([Self.entry("Tenun Sari", output: 5)])
        let counts = try await office.enter([
            Self.entry("Tenun  SARI") { card in
                card.product = nil
                card.email = "sari@contoh.id"
            }
        ])
        #expect((counts.new, counts.changed) == (0, 1))
        let record = try await office.only()
        #expect(record.enterprise.card.product == "Kain endek")
        #expect(record.enterprise.card.email == "sari@contoh.id")
        #expect(record.years.map(\.output) == [Rupiah(5)])
    }

    @Test(arguments: Desk.engines)
    func `rows of several years are one enterprise`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let entries = (2020...2024).map { Self.entry("Tenun Sari", $0, output: Int64($0), year: $0) }
        let counts = try await office.enter(entries)
        #expect((counts.new, counts.changed) == (1, 4))
        #expect(try await office.only().years.map(\.year) == [2024, 2023, 2022, 2021, 2020])
    }

    @Test(arguments: Desk.engines)
    func `two licence numbers are two enterprises, however alike the rest is`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let numbers = ["9999900000001", "9999900000002"]
        let entries = numbers.enumerated().map { place, number in
            Self.entry("Tenun Sari", place + 2) { $0.nib = NIB(number) }
        }
        #expect(try await office.enter([entries[0]]).new == 1)
        #expect(try await office.enter([entries[1]]).new == 1)
    }

    @Test(arguments: Desk.engines)
    func `a list is taken back as if it had never been, and can be entered again`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        _ = try await office.enter([Self.entry("Tenun Sari", output: 5), Self.entry("Keripik Jaya")])
        let before = try await office.register()
        let entries = [Self.entry("Tenun Sari", output: 9) { $0.street = "Jalan Baru" }, Self.entry("Batik Ayu", 3)]
        let list = try await office.enterList(entries).id
        #expect(try await office.register() != before)
        let counts = try await office.store.undo(list, by: office.stamp(90))
        #expect((counts.new, counts.changed, counts.kept) == (1, 1, 0))
        #expect(try await office.register() == before)
        #expect(try await office.enter(entries).new == 1)
    }

    @Test(arguments: Desk.engines)
    func `a long list is taken back in portions, and how far it is can be watched`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        _ = try await office.enter([Self.entry("Usaha 7", output: 5)])
        let list = try await office.enterList((0..<5003).map { Self.entry("Usaha \($0)", $0 + 2, output: 9) }).id
        let before = try await office.store.search("5000", in: [World.badung], personalIn: [], limit: 1)
        let line = try #require(before.first)
        try await office.store.change(line.id, to: Office.card("Tenun Sari"), from: 1, by: office.stamp(80))
        let told = Mutex<[[Int]]>([])
        let counts = try await office.store.undo(list, by: office.stamp(90)) { done, wanted in
            told.withLock { $0.append([done, wanted]) }
        }
        #expect((counts.new, counts.changed, counts.kept) == (5001, 1, 1))
        #expect(told.withLock { $0 } == [[0, 5003], [1, 5003], [5001, 5003], [5003, 5003]])
        #expect(try await office.store.enterpriseCount(EnterpriseFilter(in: [World.badung])) == 2)
    }

    @Test(arguments: Desk.engines)
    func `an enterprise knows which lists brought and changed it, and by which row, until they are taken back`(
        engine: EngineKind
    ) async throws {
        let office = try await Office(engine)
        let first = try await office.enterList([Self.entry("Tenun Sari"), Self.entry("Keripik Jaya", 3)]).id
        let tenun = try #require(
            try await office.store.search("tenun", in: [World.badung], personalIn: [], limit: 1).first?.id)
        let same = try await office.enterList([Self.entry("Tenun Sari", 9)]).id
        let second = try await office.enterList([
            Self.entry("Tenun Sari", 4, output: 5), Self.entry("Tenun Sari", 7) { $0.street = "Jalan Baru" },
            Self.entry("Tenun Sari", 8) { $0.street = "Jalan Baru" },
        ]).id
        let traces = try await office.store.listTraces(of: tenun)
        #expect(traces.map(\.list) == [second, first])
        #expect(traces.map(\.deed) == [.changed(row: 7), .brought])
        #expect(traces.allSatisfy { $0.fileName == "daftar.csv" && $0.entered.by == office.ketut })
        #expect(traces.allSatisfy { $0.actorName != nil })
        _ = try await office.store.undo(second, by: office.stamp(90))
        #expect(try await office.store.listTraces(of: tenun).map(\.list) == [first])
        #expect(try await office.store.list(same).counts.unchanged == 1)
    }

    @Test(arguments: Desk.engines)
    func `what somebody has changed since stays when a list is taken back`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let list = try await office.enterList([Self.entry("Tenun Sari"), Self.entry("Keripik Jaya", 3)]).id
        let line = try #require(
            try await office.store.search("tenun", in: [World.badung], personalIn: [], limit: 1).first)
        try await office.store.change(line.id, to: Office.card("Tenun Sari Dewi"), from: 1, by: office.stamp(80))
        let counts = try await office.store.undo(list, by: office.stamp(90))
        #expect((counts.new, counts.kept) == (1, 1))
        #expect(try await office.only().enterprise.card.name == "Tenun Sari Dewi")
    }

    @Test(arguments: Desk.engines)
    func `a list that breaks off in the middle leaves nothing`(engine: EngineKind) async throws {
        struct Broken: Error {}
        let office = try await Office(engine)
        let list = try await office.checkedList()
        let before = try await office.store.dump()
        await #expect(throws: Broken.self) {
            _ = try await office.store.enter(
                list.id,
                { take in
                    for number in 0..<700 { try take(Self.entry("Usaha \(number)", number)) }
                    throw Broken()
                }, leavingOut: ListCounts(), by: office.stamp(), identifiers: { newIdentifier() })
        }
        #expect(try await office.store.dump() == before)
    }

    @Test(arguments: Desk.engines)
    func `a check counts what entering does, and touches nothing`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        _ = try await office.enter([Self.entry("Tenun Sari", output: 5)])
        let before = try await office.store.dump()
        let entries = [
            Self.entry("Tenun Sari", output: 5), Self.entry("Tenun Sari", 3, output: 6, year: 2024),
            Self.entry("Keripik", 4),
        ]
        let outcomes = Outcomes()
        try await office.store.compare(
            { take in for entry in entries { try take(entry) } }, in: World.badung,
            verdict: { _, verdict in if let outcome = verdict.outcome { outcomes.add(outcome) } })
        #expect(outcomes.all == [.unchanged, .changed, .new])
        #expect(try await office.store.dump() == before)
    }

    @Test(arguments: Desk.engines)
    func `one list is matched by one rule, in a check and when it is entered`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let entries = [
            Self.entry("Tenun Sari", 2) { $0.nib = NIB("9999900000001") },
            // Another licence number under the same name; the first one's number in another village.
            Self.entry("Tenun Sari", 3) { $0.nib = NIB("9999900000002") },
            Self.entry("Tenun Sari Dewi", 4) {
                $0.nib = NIB("9999900000001")
                $0.street = "Jalan Baru"
            },
            // No number: the first of that name.
            Self.entry("Keripik Jaya", 5), Self.entry("Keripik Jaya", 6) { $0.nib = NIB("9999900000003") },
            Self.entry("Keripik Jaya", 7) { $0.nib = NIB("9999900000003") },
        ]
        let outcomes = Outcomes()
        try await office.store.compare(
            { take in for entry in entries { try take(entry) } }, in: World.badung,
            verdict: { _, verdict in if let outcome = verdict.outcome { outcomes.add(outcome) } })
        #expect(outcomes.all.filter { $0 == .new }.count == 3)
        #expect(try await office.enter(entries).new == 3)
        #expect(try await office.store.enterpriseCount(EnterpriseFilter(in: [World.badung])) == 3)
        let again = try await office.enter(entries)
        #expect(again.new == 0)
        #expect(try await office.store.enterpriseCount(EnterpriseFilter(in: [World.badung])) == 3)
    }

    @Test(arguments: Desk.engines)
    func `a citizen number that a list brings is a change, and goes with the list`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        _ = try await office.enter([Self.entry("Tenun Sari")])
        func brought(_ number: String) throws -> ListEntry {
            ListEntry(row: 2, card: Office.card("Tenun Sari"), nik: try NIK(number))
        }
        let first = try await office.enterList([try brought("5103014101900001")])
        #expect((first.counts.new, first.counts.changed) == (0, 1))
        #expect(try await office.only().lastFour == NIK.LastFour("0001"))
        #expect(try await office.enter([try brought("5103014101900001")]).unchanged == 1)
        let second = try await office.enterList([try brought("5103014101900002")])
        #expect(second.counts.changed == 1)
        #expect(try await office.only().lastFour == NIK.LastFour("0002"))
        _ = try await office.store.undo(second.id, by: office.stamp(80))
        #expect(try await office.only().lastFour == NIK.LastFour("0001"))
    }

    @Test(arguments: Desk.engines)
    func `a citizen number that was not there before is not there afterwards`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        _ = try await office.enter([Self.entry("Tenun Sari")])
        let entry = ListEntry(row: 2, card: Office.card("Tenun Sari"), nik: try NIK("5103014101900001"))
        let list = try await office.enterList([entry]).id
        let counts = try await office.store.undo(list, by: office.stamp(80))
        #expect(counts.changed == 1)
        #expect(try await office.only().lastFour == nil)
    }

    /// Rows of one list are told apart in the same way, whether the register is asked for them or was empty before.
    @Test(arguments: Desk.engines, [UInt64(1), 2, 3])
    func `an empty register makes of a list what one with others in it makes of it`(
        engine: EngineKind, seed: UInt64
    ) async throws {
        var random = Dice(seed)
        func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
        let areas = [nil, "51.03.01", "51.03.01.2001"]
        let entries = (0..<1_300).map { row in
            Self.entry("Usaha \(below(250))", row + 2, output: 1_000_000, year: 2020 + below(4)) { card in
                card.owner = [nil, "Ni Made Sukerti", "I Ketut Rai"][below(3)]
                card.area = areas[below(3)].flatMap { AreaCode($0) }
                card.nib = below(3) == 0 ? NIB("\(9_100_000_000_000 + below(300))") : nil
            }
        }
        let empty = try await Office(engine)
        let other = try await Office(engine)
        _ = try await other.enter([Self.entry("Yang Lain")])
        let (first, second) = (try await empty.enter(entries), try await other.enter(entries))
        #expect((first.new, first.changed, first.unchanged) == (second.new, second.changed, second.unchanged))
        #expect(first.changed > 100, "rows of several portions speak of the same ones")
        #expect(try await empty.cards() == other.cards().filter { !$0.hasPrefix("Yang Lain") })
    }

    @Test(arguments: Desk.engines)
    func `what a great list sets aside is there again afterwards, and is never missed when it breaks off`(
        engine: EngineKind
    ) async throws {
        struct Broken: Error {}
        let office = try await Office(engine)
        let before = try await office.makings()
        for isBroken in [false, true] {
            let write: Void? = try? await office.store.write { connection in
                let aside = try SetAside(expecting: 1_000_000, connection)
                #expect(try Office.makings(connection).count == before.count - (engine == .sqlite ? 7 : 0))
                if isBroken { throw Broken() }
                try aside.makeAgain(connection)
            }
            #expect((write == nil) == isBroken)
            #expect(try await office.makings() == before)
        }
    }

    @Test(arguments: Desk.engines)
    func `a list's file is kept sealed, and comes back as it was`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let list = office.list()
        try await office.store.bring(list, pieces: office.pieces("nik;5103014107800042"))
        #expect(try await office.store.dump().allSatisfy { !$0.contains("5103014107800042") })
        let bytes = Outcomes()
        try await office.store.eachPiece(of: list.id) { bytes.add($0) }
        #expect(bytes.text == "nik;5103014107800042")
    }
}

extension Office {
    fileprivate func makings() async throws -> [String] { try await store.read { try Self.makings($0) } }

    /// Indexes and triggers of the table of enterprises, with what makes them.
    fileprivate static func makings(_ connection: any Connection) throws -> [String] {
        let sql =
            switch connection.engine {
            case .sqlite:
                "SELECT name || sql FROM sqlite_master WHERE type <> 'table' AND tbl_name = 'enterprise' AND sql <> ''"
            case .postgres: "SELECT indexdef FROM pg_indexes WHERE tablename = 'enterprise'"
            }
        return try connection.rows(sql, [], read: { try $0.text(0) }).sorted()
    }

    /// Every enterprise with its years, identifiers apart.
    fileprivate func cards() async throws -> [String] {
        try await store.read { connection in
            try connection.rows(
                """
                SELECT e.name, e.owner, e.nib, e.area, y.year FROM enterprise e
                LEFT JOIN enterprise_year y ON y.enterprise = e.id ORDER BY e.name, e.owner, e.nib, e.area, y.year
                """, []
            ) { row in
                let texts = try [row.text(0)] + (1...3).map { try row.optionalText($0) ?? "-" }
                return texts.joined(separator: " | ") + " \(try row.optionalInteger(4) ?? 0)"
            }.sorted()
        }
    }

    /// A list of which every row was looked at.
    fileprivate func checkedList(new: Int = 0) async throws -> OfficeList {
        let list = list()
        try await store.bring(list, pieces: pieces("x"))
        var counts = ListCounts()
        counts.new = new
        try await store.keepCheck(OfficeList.Step(.checked, stamp(), counts), of: list.id, faults: [])
        return list
    }

    func enterList(_ entries: [ListEntry], doubts: ListDoubts = .leftOut) async throws -> (
        id: OfficeList.ID, counts: ListCounts
    ) {
        let list = try await checkedList(new: entries.count)
        let counts = try await store.enter(
            list.id, { take in for entry in entries { try take(entry) } }, leavingOut: ListCounts(), doubts: doubts,
            by: stamp(),
            identifiers: { newIdentifier() })
        return (list.id, counts)
    }

    func enter(_ entries: [ListEntry]) async throws -> ListCounts { try await enterList(entries).counts }

    /// The one enterprise of Badung.
    fileprivate func only() async throws -> EnterpriseRecord {
        let lines = try await store.enterprises(EnterpriseFilter(in: [World.badung]), limit: 10)
        #expect(lines.count == 1)
        return try await store.enterprise(try #require(lines.first).id)
    }

    /// Every enterprise with its years, versions apart.
    fileprivate func register() async throws -> [String] {
        let lines = try await store.enterprises(EnterpriseFilter(in: [World.badung]), limit: 100)
        var all: [String] = []
        for line in lines {
            let record = try await store.enterprise(line.id)
            all.append("\(record.id) \(record.enterprise.card) \(record.years) \(record.papers)")
        }
        return all
    }
}

/// Gathers what is told.
private final class Outcomes: Sendable {
    private let state = Mutex((outcomes: [ListOutcome](), bytes: [UInt8]()))

    func add(_ outcome: ListOutcome) { state.withLock { $0.outcomes.append(outcome) } }
    func add(_ bytes: [UInt8]) { state.withLock { $0.bytes += bytes } }

    var all: [ListOutcome] { state.withLock { $0.outcomes } }
    var text: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }
}
