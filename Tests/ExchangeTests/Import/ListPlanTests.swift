import Foundation
import Register
import Testing

@testable import Exchange

/// From a file to enterprises, as an office's file is.
struct ListPlanTests {
    private let world: ReadingWorld

    init() throws { world = try ReadingWorld() }

    private func file(_ text: String) throws -> SheetFile {
        let place = FileManager.default.temporaryDirectory.appending(path: "list-\(UUID().uuidString).csv")
        try Data(text.utf8).write(to: place)
        return try SheetFile(at: place)
    }

    private static let list = """
        DAFTAR IKM KABUPATEN BADUNG;;;;;;;;
        TAHUN 2024;;;;;;;;
        ;;;;;;;;
        No;Nama IKM;Pemilik;Desa/Kel;Kecamatan;Tahun Data;TK Pria;TK Wanita;Nilai Produksi (Rp. 000)
        1;2;3;4;5;6;7;8;9
        1;Tenun Sari;Ni Wayan Sari;Ds. Tibubeneng;Kuta Utara;2024;1;4;150.000
        2;Batik Jaya;I Made Jaya;Legian;Kuta;2024;2;0;80.500,5
        3;Kopi Baik;I Ketut;Legiann;Kec. Kuta;2024;1;1;90.000
        4;Salah;I Nyoman;Atlantis;Kuta;2024;1;1;dua
        JUMLAH;;;;;;5;6;320.500,5

        """

    @Test func `a list with titles, numbers of columns, sums and thousands is read as it was meant`() throws {
        let file = try file(Self.list)
        var plan = try ListPlan.proposed(for: file) { _ in nil }
        #expect(plan.header.firstRow == 4)
        #expect(plan.header.lastRow == 5)
        #expect(try plan.survey(file, industries: []) == 5)
        #expect(plan.styles.numbers[.output] == .indonesian)
        #expect(plan.styles.question == nil)
        #expect(!plan.wantsYear)
        var reading = ListReading(plan.mapping, plan.styles, world.knowledge)
        var entries: [ListEntry] = []
        var faults: [ListFault] = []
        try plan.forEachRow(of: file) { row in
            switch reading.read(row) {
            case .entry(let entry, let doubts):
                entries.append(entry)
                #expect(doubts.isEmpty)
            case .faulty(let wrong): faults += wrong
            case .passedOver: #expect(row.number == 10)
            }
        }
        #expect(entries.map(\.card.name) == ["Tenun Sari", "Batik Jaya", "Kopi Baik"])
        #expect(entries.map(\.card.area?.text) == ["51.03.06.2002", "51.03.01.1002", "51.03.01.1002"])
        #expect(entries.map(\.year?.output) == [Rupiah(150_000_000), Rupiah(80_500_500), Rupiah(90_000_000)])
        #expect(faults.map(\.row) == [9, 9])
        #expect(Set(faults.map(\.reason)) == [.unknownVillage, .notANumber])
        #expect(Set(faults.map(\.column)) == [4, 9])
    }

    @Test func `a list that was read before is read so again, though it stands lower`() throws {
        let first = try file(Self.list)
        var plan = try ListPlan.proposed(for: first) { _ in nil }
        plan.mapping.columns[2].field = .contactPerson
        plan.mapping.columns[2].reason = .chosen
        let second = try file(";;;;;;;;\n" + Self.list)
        let again = try ListPlan.proposed(for: second) { print in print == plan.header.fingerprint ? plan : nil }
        #expect(again.header.firstRow == 5)
        #expect(again.mapping.columns[2].field == .contactPerson)
        #expect(again.mapping.columns[2].reason == .remembered)
    }

    @Test func `the year that somebody said stays when the list is looked through again`() throws {
        let file = try file("Nama IKM;Pemilik;TK Pria\nSari;Wayan;2\n")
        var plan = try ListPlan.proposed(for: file) { _ in nil }
        #expect(plan.wantsYear)
        plan.styles.year = 2024
        _ = try plan.survey(file, industries: [])
        #expect(plan.styles.year == 2024)
        var reading = ListReading(plan.mapping, plan.styles, world.knowledge)
        try plan.forEachRow(of: file) { row in
            guard case .entry(let entry, _) = reading.read(row) else {
                Issue.record("row \(row.number)")
                return
            }
            #expect(entry.year?.year == 2024)
        }
    }

    @Test func `a file without a list is refused by name`() throws {
        let letter = try file("Kepada Yth.;\nDengan hormat;\n")
        #expect(throws: ListPlan.Refusal.noHeader) { try ListPlan.proposed(for: letter) { _ in nil } }
        let nameless = try file("Pemilik;Kecamatan;Desa\nWayan;Kuta;Legian\n")
        var plan = try ListPlan.proposed(for: nameless) { _ in nil }
        #expect(throws: ListPlan.Refusal.noName) { try plan.survey(nameless, industries: []) }
        let empty = try file("Nama IKM;Pemilik;Kecamatan\n")
        plan = try ListPlan.proposed(for: empty) { _ in nil }
        #expect(throws: ListPlan.Refusal.noRows) { try plan.survey(empty, industries: []) }
    }
}
