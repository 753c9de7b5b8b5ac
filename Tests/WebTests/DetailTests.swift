import Foundation
import Register
import Secrets
import Storage
import Testing
import World

@testable import Web

struct DetailTests {
    @Test(arguments: ["", "?lang=en"])
    func `what hangs on an enterprise reads as last read`(query: String) async throws {
        let office = try await Office()
        let tenun = try await office.tenun()
        let page = try await office.read(tenun + query, as: .officer)
        // The card and its form have tests of their own.
        let from = query.isEmpty ? "Sertifikat dan izin edar" : "Certificates and licences"
        let to = query.isEmpty ? "\nUbah data\n" : "\nChange\n"
        let start = try #require(page.firstRange(of: from)).lowerBound
        let end = try #require(page.firstRange(of: to)).lowerBound
        try expectTranscript(String(page[start..<end]), "enterprise-details" + (query.isEmpty ? "" : "-en"))
    }

    @Test func `a certificate shows the end that its rule gives, and one printed goes first`() async throws {
        let office = try await Office()
        let tenun = try await office.newEnterprise()
        try await office.hang("certificates", ["certificate-kind": "pirt", "issued": "05/02/2022"], on: tenun)
        var page = try await office.read(tenun, as: .officer)
        for text in [
            "5 Februari 2027", "5 Agustus 2026", "perpanjang sekarang, sisa 72 hari", "Peraturan BPOM 22/2018",
        ] {
            #expect(page.contains(text), "\(text)")
        }
        let item = try await office.item("certificates", of: tenun)
        let change = ["certificate-kind": "pirt", "issued": "2022-02-05", "printed-end": "2030-01-31", "version": "1"]
        #expect(try await office.post(item, change, as: .officer).status == 303)
        page = try await office.read(tenun, as: .officer)
        #expect(page.contains("31 Januari 2030") && !page.contains("5 Februari 2027"))
    }

    @Test func `food of a size that is known is told from when it must be halal, until it is certified`() async throws {
        let office = try await Office()
        let id = Enterprise.ID(office.house.identifiers.next(at: office.now))
        var card = EnterpriseCard(name: "Keripik Jaya")
        card.industry = IndustryCode(.kbli2020, "10794")
        var year = EnterpriseYear(year: 2025)
        let keripik = try await office.bring(ListEntry(row: 2, card: card, year: year), as: id)
        #expect(
            !(try await office.read(keripik, as: .officer)).contains("Belum ada sertifikat halal"), "size not known")
        year.output = Rupiah(50_000_000)
        let sized = Enterprise.ID(office.house.identifiers.next(at: office.now))
        card.name = "Kerupuk Jaya"
        let kerupuk = try await office.bring(ListEntry(row: 2, card: card, year: year), as: sized)
        let told = "usaha mikro wajib bersertifikat sejak 17 Oktober 2026, 39 hari lalu"
        #expect(try await office.read(kerupuk, as: .officer).contains(told))
        try await office.hang("certificates", ["certificate-kind": "halal"], on: kerupuk)
        #expect(!(try await office.read(kerupuk, as: .officer)).contains("wajib bersertifikat"))
        let tenun = try await office.newEnterprise()
        #expect(!(try await office.read(tenun, as: .officer)).contains("wajib bersertifikat"), "no food")
    }

    @Test func `what is removed is put back from the page that says so, and later too`() async throws {
        let office = try await Office()
        let tenun = try await office.newEnterprise()
        try await office.hang("products", ["product-name": "Kain endek"], on: tenun)
        let item = try await office.item("products", of: tenun)
        let removed = try await office.post(item + "/remove", as: .officer)
        let next = try #require(removed.headers["location"])
        #expect(next.hasPrefix(tenun + "?removed="))
        let page = try await office.get(next, as: .officer)
        #expect(readable(page.body).contains("Produk “Kain endek” sudah dihapus."))
        #expect(page.body.ranges(of: "action=\"\(item)/put-back\"").count == 2, "at the top, and in the list")
        #expect(try await office.get(tenun, as: .officer).body.contains("action=\"\(item)/put-back\""))
        #expect(try await office.post(item, ["product-name": "Lain", "version": "2"], as: .officer).status == 409)
        #expect(try await office.post(item + "/put-back", as: .officer).status == 303)
        #expect(try await office.post(item + "/put-back", as: .officer).headers["tiru-refusal"] == "already")
        let history = try await office.read(tenun + "/history", as: .head)
        for text in [
            "mencatat produk pada", "menghapus produk dari", "mengembalikan produk pada", "Nama produk: Kain endek",
        ] {
            #expect(history.contains(text), "\(text)")
        }
    }

    @Test func `the second editor sees what the first one wrote, beside what they typed`() async throws {
        let office = try await Office()
        let tenun = try await office.newEnterprise()
        try await office.hang("products", ["product-name": "Kain endek"], on: tenun)
        let item = try await office.item("products", of: tenun)
        #expect(
            try await office.post(item, ["product-name": "Endek sutra", "version": "1"], as: .officer).status == 303)
        let second = try await office.post(item, ["product-name": "Endek katun", "version": "1"], as: .enumerator)
        #expect(second.status == 409)
        #expect(readable(second.body).contains("Yang tersimpan sekarang"))
        #expect(readable(second.body).contains("Endek sutra"))
        #expect(second.body.contains("value=\"Endek katun\"") && second.body.contains("name=\"version\" value=\"2\""))
    }

    struct Bad: Sendable, CustomTestStringConvertible {
        let path: String
        let fields: [String: String]
        /// A part of what is said.
        let told: String

        var testDescription: String { "\(path) \(fields)" }
    }

    private static let price = ["product-name": "Endek", "price": "175.000"]
    private static let owner = ["worker-sex": "woman", "pay": "unpaid", "position": "owner", "workers": "1"]
    private static let loom = ["equipment-name": "ATBM", "stage": "weaving", "level": "2"]

    static let bad: [Bad] = [
        Bad(path: "certificates", fields: [:], told: "Pilih “Jenis”"),
        Bad(path: "certificates", fields: ["certificate-kind": "wonder"], told: "Pilih “Jenis”"),
        Bad(
            path: "certificates", fields: ["certificate-kind": "halal", "issued": "31/02/2024"],
            told: "“Tanggal terbit” tidak terbaca"),
        Bad(
            path: "certificates",
            fields: ["certificate-kind": "sni", "issued": "2024-02-01", "printed-end": "2023-02-01"],
            told: "tidak lebih awal dari tanggal terbit"),
        Bad(
            path: "certificates", fields: ["certificate-kind": "halal", "certificate-scope": Office.number],
            told: "Ada NIK di dalam teks ini"),
        Bad(path: "products", fields: [:], told: "Isi “Nama produk”"),
        Bad(path: "products", fields: ["product-name": String(repeating: "e", count: 201)], told: "Isi “Nama produk”"),
        Bad(path: "products", fields: price, told: "Harga memerlukan satuannya"),
        Bad(path: "products", fields: ["product-name": "Endek", "price-unit": "helai"], told: "tanpa harga"),
        Bad(
            path: "products", fields: price.merging(["price": "1.75.000", "price-unit": "m"]) { $1 },
            told: "“Harga satuan” harus angka dari 1"),
        Bad(
            path: "products",
            fields: ["product-name": "Endek", "made-of": (1...31).map { "bahan \($0)" }.joined(separator: "\n")],
            told: "paling banyak 30 baris"),
        Bad(path: "workers", fields: owner.merging(["workers": "0"]) { $1 }, told: "“Jumlah” harus bilangan bulat"),
        Bad(
            path: "workers", fields: owner.merging(["pay-per-day": "50.000"]) { $1 },
            told: "yang tanpa upah dikosongkan"),
        Bad(path: "workers", fields: owner.merging(["hours-per-day": "25"]) { $1 }, told: "dari 0 sampai 24"),
        Bad(path: "equipment", fields: loom.merging(["level": "6"]) { $1 }, told: "Pilih “Tingkat teknologi”"),
        Bad(
            path: "equipment", fields: loom.merging(["working": "2,5"]) { $1 }, told: "“Berfungsi” harus bilangan bulat"
        ),
        Bad(path: "equipment", fields: loom.merging(["wings": "2"]) { $1 }, told: "“wings” tidak dikenal"),
    ]

    @Test(arguments: bad)
    func `what cannot be is refused in words, and what was typed stays`(bad: Bad) async throws {
        let office = try await Office()
        let tenun = try await office.newEnterprise()
        let answer = try await office.post("\(tenun)/\(bad.path)", bad.fields, as: .officer)
        #expect(answer.status == 400)
        #expect(readable(answer.body).contains(bad.told), "\(readable(answer.body))")
        #expect(!answer.body.contains(Office.number))
        if let name = bad.fields["equipment-name"] { #expect(answer.body.contains("value=\"\(name)\"")) }
        #expect(try await office.house.store.details(of: office.key(tenun)) == EnterpriseDetails())
    }

    @Test func `two groups of the same workers are refused`() async throws {
        let office = try await Office()
        let tenun = try await office.newEnterprise()
        try await office.hang("workers", Self.owner, on: tenun)
        let again = try await office.post(tenun + "/workers", Self.owner, as: .officer)
        #expect(again.status == 409 && readable(again.body).contains("sudah ada. Ubah jumlahnya"))
    }

    @Test func `whose machine it is, is read by the right to it and kept by who has none`() async throws {
        let office = try await Office()
        let tenun = try await office.newEnterprise()
        var fields = Self.loom.merging(["lender": "Pak Rahasia"]) { $1 }
        try await office.hang("equipment", fields, on: tenun, as: .enumerator)
        let item = try await office.item("equipment", of: tenun)
        for path in [tenun, item, tenun + ".json", tenun + "/history"] {
            #expect(!(try await office.get(path, as: .enumerator)).body.contains("Rahasia"), "\(path)")
        }
        fields["equipment-name"] = "ATBM dobby"
        fields["version"] = "1"
        fields["lender"] = "Orang Lain"
        #expect(try await office.post(item, fields, as: .enumerator).status == 303)
        let page = try await office.read(tenun, as: .officer)
        #expect(page.contains("Pak Rahasia") && page.contains("ATBM dobby") && !page.contains("Orang Lain"))
        #expect(try await office.get(tenun + ".json", as: .officer).body.contains("\"lender\":\"Pak Rahasia\""))
    }

    @Test func `a partner sees certificates and products, and neither workers nor machines`() async throws {
        let office = try await Office()
        let tenun = try await office.tenun()
        let partner = try await office.partner()
        for path in [tenun, tenun + ".json"] {
            let body = try await office.ask(path, session: partner).body
            #expect(body.contains("Kain endek") && body.contains("IDM000999"), "\(path)")
            for text in ["ATBM", "borongan", "Tenaga kerja", "/new\"", "\"workers\":[", "\"equipment\":["] {
                #expect(!body.contains(text), "\(path) \(text)")
            }
        }
        let history = try await office.ask(tenun + "/history", session: partner).body
        #expect(history.contains("Kain endek") && !history.contains("ATBM") && !history.contains("95.000"))
        #expect(try await office.read(tenun + "/history", as: .enumerator).contains("Upah sehari: 95.000"))
        let page = try await office.ask("/register/certificates?standing=all", session: partner)
        #expect(page.status == 200 && page.body.contains("IDM000999") && !page.body.contains(".ics"))
    }

    @Test func `a detail is found under its own enterprise only`() async throws {
        let office = try await Office()
        let (tenun, other) = (try await office.newEnterprise(), try await office.newEnterprise("Lain"))
        try await office.hang("products", ["product-name": "Kain endek"], on: tenun)
        let item = try await office.item("products", of: tenun).replacing(tenun, with: other)
        #expect(try await office.get(item, as: .officer).status == 404)
        for end in ["", "/remove", "/put-back"] {
            #expect(try await office.post(item + end, as: .officer).status == 404, "\(end)")
        }
    }

    @Test func `what a list wrote is taken over into a prepared form, and stays as it was written`() async throws {
        let office = try await Office()
        let id = Enterprise.ID(office.house.identifiers.next(at: office.now))
        let keripik = try await office.bringWithPapers(id)
        var page = try await office.get(keripik, as: .officer)
        #expect(page.body.contains("href=\"\(keripik)/certificates/new?paper=pirt\""))
        let form = try await office.get(keripik + "/certificates/new?paper=pirt", as: .officer)
        #expect(readable(form.body).contains("Daftar kantor menulis: “2063510301”"))
        #expect(form.body.contains("value=\"2063510301\"") && form.body.contains("value=\"pirt\" selected"))
        let halal = try await office.get(keripik + "/certificates/new?paper=halal", as: .officer)
        #expect(!halal.body.contains("value=\"2021\""), "a year is no number")
        #expect(try await office.get(keripik + "/certificates/new?paper=sni", as: .officer).status == 404)
        try await office.hang(
            "certificates", ["certificate-kind": "pirt", "certificate-number": "2063510301", "paper": "pirt"],
            on: keripik)
        page = try await office.get(keripik, as: .officer)
        #expect(!page.body.contains("?paper=pirt") && page.body.contains("?paper=halal"))
        #expect(readable(page.body).contains("SPP-IRT\n2063510301"))
    }

    @Test(arguments: Language.allCases)
    func `every choice and field has its words, and no two choices the same`(language: Language) {
        let words = language.words
        for field in DetailField.allCases {
            #expect(words.detailField(field) != field.rawValue, "\(field)")
            guard case .choice(let choices) = field.form else { continue }
            let told = choices.map { words.told($0, field) }
            #expect(Set(told).count == choices.count, "\(field)")
            // A few Indonesian and English words are the stable names themselves.
            let same = choices.filter { words.told($0, field) == $0 }
            #expect(same.count < choices.count || language == .english, "\(field)")
            #expect(words.told("of-a-later-version", field) == "of-a-later-version")
        }
    }

    @Test(arguments: [
        ("175.000", 175_000), ("1.250.000,50", 1_250_000.5), ("7,5", 7.5), ("7.5", 7.5), ("Rp 95.000", 95_000),
        ("95000", 95_000), ("0,25", 0.25), ("0.250", 250),
    ])
    func `numbers are read as Indonesians write them`(text: String, number: Double) {
        #expect(TypedText.number(text, in: .indonesian) == number)
    }

    @Test(arguments: ["", "-1", "1.2.3", "1,2,3", "1.75.000", "12a", "Rp", "1,2.3", "1e5", "٣", ".5", "1.000.5"])
    func `what is no number, or might be two, is not read`(text: String) {
        #expect(TypedText.number(text, in: .indonesian) == nil)
    }

    @Test func `an English page takes English marks`() {
        #expect(TypedText.number("1,250.5", in: .english) == 1250.5)
        #expect(TypedText.number("175,000", in: .english) == 175_000)
        #expect(TypedText.day("17/10/2026") == TypedText.day("2026-10-17"))
        #expect(TypedText.day("17.10.26") == nil && TypedText.day("10/17/2026") == nil)
    }
}
