import Foundation
import Register
import Storage
import Testing
import World

@testable import Web

struct ProductionTests {
    /// The form as an officer fills it in.
    static let filled = [
        "period": "year", "product-1-name": "Kain endek", "product-1-quantity": "400", "product-1-unit": "lembar",
        "product-1-price": "450.000", "other-revenue": "5.000.000", "stock-change": "-1.000.000",
        "materials": "80.000.000", "auxiliary": "6.000.000", "energy": "2.400.000", "water": "600.000", "rent": "0",
        "services": "1.000.000", "woman-piece-production-workers": "4",
        "woman-piece-production-person-days": "900", "woman-piece-production-wages": "54.000.000",
        "man-unpaid-owner-workers": "1", "man-unpaid-owner-person-days": "100,5", "investment": "36.000.000",
        "capacity": "800", "made": "500", "rejects": "10", "unit": "lembar", "exports": "0",
        "sales-shop": "180.000.000",
    ]

    private func year(_ office: Office) async throws -> String {
        try await office.newEnterprise() + "/production/2025"
    }

    @Test func `a year is filled in, and its figures follow at once`() async throws {
        let office = try await Office()
        let year = try await year(office)
        let answer = try await office.post(year, Self.filled, as: .officer)
        #expect(answer.status == 303, "\(readable(answer.body))")
        try expectTranscript(try await office.read(year, as: .officer), "production")
        try expectTranscript(try await office.read(year + "?lang=en", as: .head), "production-en")
        let csv = try await office.get(year + ".csv", as: .head).body
        #expect(csv.contains("value-added,94000000.0,rupiah"), "\(csv)")
        let json = try await office.get(year + ".json", as: .head).body
        #expect(json.contains("94000000") && json.contains("\"state\""))
        let page = try await office.read(String(year.dropLast("/production/2025".count)), as: .officer)
        #expect(page.contains("94.000.000") && page.contains("Konsep, masih diisi"))
        // What is shown in the fields is what was told.
        let form = try await office.get(year, as: .officer).body
        for value in ["450.000", "100,5", "-1.000.000".replacing("-", with: "−")] {
            #expect(form.contains("value=\"\(value)\""), "\(value)")
        }
        let again = try await office.post(
            year, Self.filled.merging(["version": "1", "stock-change": "−1.000.000"]) { $1 }, as: .officer)
        #expect(again.status == 303)
    }

    @Test func `handed over, returned with a reason, approved, locked and unlocked: by who may`() async throws {
        let office = try await Office()
        let year = try await year(office)
        #expect(try await office.post(year, Self.filled, as: .officer).status == 303)
        func step(_ move: String, _ version: Int, as desk: Office.Desk, _ reason: String? = nil) async throws -> Int {
            var fields = ["version": "\(version)"]
            fields["reason"] = reason
            return try await office.post("\(year)/\(move)", fields, as: desk).status
        }
        #expect(try await step("submit", 1, as: .officer) == 303)
        #expect(try await step("approve", 2, as: .officer) == 403)
        #expect(try await step("give-back", 2, as: .head) == 400, "without a reason")
        #expect(try await step("give-back", 2, as: .head, "Upah belum lengkap") == 303)
        #expect(try await office.read(year, as: .officer).contains("Alasan: Upah belum lengkap."))
        #expect(try await step("submit", 3, as: .officer) == 303)
        #expect(try await step("approve", 4, as: .head) == 303)
        #expect(try await step("lock", 5, as: .head) == 303)
        let locked = try await office.post(year, Self.filled.merging(["version": "6"]) { $1 }, as: .officer)
        #expect(locked.status == 409 && readable(locked.body).contains("tidak dapat diubah (Terkunci)"))
        #expect(!(try await office.get(year, as: .officer).body.contains("name=\"materials\"")))
        #expect(try await step("unlock", 6, as: .head, "Salah ketik") == 303)
        let history = try await office.read(year.replacing("/production/2025", with: "/history"), as: .head)
        for text in ["mengisi angka produksi 2025", "mengunci angka produksi 2025", "membuka kunci", "Salah ketik"] {
            #expect(history.contains(text), "\(text)")
        }
    }

    @Test func `figures in the history are hidden from who may not see figures`() async throws {
        let office = try await Office()
        let year = try await year(office)
        #expect(try await office.post(year, Self.filled, as: .officer).status == 303)
        let path = year.replacing("/production/2025", with: "/history")
        let answer = try await office.ask(path, session: try await office.partner())
        #expect(answer.status == 200 && !answer.body.contains("80000000") && !answer.body.contains("produksi 2025"))
    }

    @Test(arguments: [
        ("materials", "banyak", "“Bahan baku” tidak terbaca"), ("period", "", "“Masa” tidak terbaca"),
        ("product-1-price", "", "jumlahnya ada, harganya belum"), ("product-1-unit", "", "isi satuannya"),
        ("rejects", "501", "lebih banyak daripada yang dibuat"), ("unit", "", "memerlukan satuan"),
        ("exports", "200.000.000", "lebih besar daripada seluruh penjualan"),
        ("woman-piece-production-workers", "0", "kelompok tanpa pekerja"),
        ("product-1-name", "", "“Nama produk 1” tidak terbaca"), ("energy", "2.400,5", "tidak terbaca"),
    ])
    func `what cannot be so is told, and what was typed stays`(name: String, value: String, told: String) async throws {
        let office = try await Office()
        let answer = try await office.post(
            try await year(office), Self.filled.merging([name: value]) { $1 }, as: .officer)
        #expect(answer.status == 400)
        #expect(readable(answer.body).contains(told), "\(readable(answer.body).prefix(300))")
        #expect(answer.body.contains("value=\"36.000.000\""))
    }

    @Test func `value added below zero is allowed, flagged and explained`() async throws {
        let office = try await Office()
        let year = try await year(office)
        let loss = Self.filled.merging(["materials": "800.000.000"]) { $1 }
        #expect(try await office.post(year, loss, as: .officer).status == 303)
        #expect(try await office.read(year, as: .officer).contains("Di bawah nol: yang habis dipakai lebih besar"))
    }

    @Test func `what a list said of the year is where the form begins`() async throws {
        let office = try await Office()
        var year = EnterpriseYear(year: 2025)
        (year.output, year.materials) = (Rupiah(50_000_000), Rupiah(20_000_000))
        let id = Enterprise.ID(office.house.identifiers.next(at: office.now))
        let keripik = try await office.bring(
            ListEntry(row: 2, card: EnterpriseCard(name: "Keripik Jaya"), year: year), as: id)
        let page = try await office.get(keripik + "/production/2025", as: .officer)
        #expect(page.body.contains("value=\"50.000.000\"") && page.body.contains("value=\"20.000.000\""))
        #expect(readable(page.body).contains("usulan dari daftar kantor"))
        #expect(try await office.get(keripik + "/production/1900", as: .officer).status == 404)
    }

    @Test func `the second editor is told, and nothing of the first is lost`() async throws {
        let office = try await Office()
        let year = try await year(office)
        #expect(try await office.post(year, Self.filled, as: .officer).status == 303)
        let second = try await office.post(year, Self.filled.merging(["energy": "1"]) { $1 }, as: .enumerator)
        #expect(second.status == 409 && readable(second.body).contains("Orang lain sudah mengubah"))
        #expect(try await office.get(year + ".json", as: .head).body.contains("2400000"))
    }
}
