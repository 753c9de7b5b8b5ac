import Foundation
import Register
import Storage
import Testing
import World

@testable import Web

struct HayamiTests {
    /// The tofu of Tegal as somebody types it on an Indonesian page.
    private static let typed = [
        "sheet-product=Tahu", "sheet-period=batch", "made=108,4", "made-unit=kg", "made-price=9.000",
        "material-1=Kedelai", "material-1-quantity=66", "material-1-unit=kg", "material-1-price=7.334",
        "other-inputs=1.848", "other-inputs-per=material", "paid-days=3,95", "family-days=0", "day-wage=28.257",
        "national-product=070",
    ].joined(separator: "&")

    @Test(arguments: ["", "?lang=en"])
    func `the worksheet with its example reads as last read`(query: String) async throws {
        let answer = try await Site.ask("/measure/hayami" + query)
        #expect(answer.status == 200)
        try expectTranscript(readable(answer.body), "hayami" + (query.isEmpty ? "" : "-en"))
    }

    @Test func `what is typed makes the published table, on the page and for programs`() async throws {
        let page = readable(try await Site.ask("/measure/hayami?" + Self.typed).body)
        for text in ["37,88\u{a0}%", "69,80\u{a0}%", "26,44\u{a0}%", "Rp\u{a0}5.600", "33,7\u{a0}%"] {
            #expect(page.contains(text), "\(text)")
        }
        #expect(!page.contains("Contoh:"))
        let csv = try await Site.ask("/measure/hayami.csv?" + Self.typed)
        #expect(csv.contentType == "text/csv; charset=utf-8")
        let row = try #require(csv.body.split(separator: "\r\n").first { $0.hasPrefix("11b,") })
        #expect(row.split(separator: ",")[2].hasPrefix("0.37883148831488"))
        let json = try await Site.ask("/measure/hayami.json?" + Self.typed)
        #expect(json.body.contains("\"Kedele Olahan\"") || json.body.contains("Kedele Olahan"))
    }

    @Test func `family work is shown priced and not, and several materials as a basket`() async throws {
        let typed = Self.typed.replacing("family-days=0", with: "family-days=2")
        let page = readable(
            try await Site.ask(
                "/measure/hayami?" + typed + "&material-2=Ragi&material-2-quantity=3&material-2-price=2.000"
            ).body)
        for text in ["Tenaga keluarga dihargai", "Tenaga keluarga tidak dihargai", "Ragi", "7.425"] {
            #expect(page.contains(text), "\(text)")
        }
    }

    @Test(arguments: [
        ("made=108,4", "made=0", "“Hasil produksi” harus lebih dari nol"),
        ("made=108,4", "made=-3", "“Hasil produksi” harus lebih dari nol"),
        ("paid-days=3,95", "paid-days=", "tulis 0 bila tidak ada"),
        ("made-price=9.000", "made-price=murah", "“Harga jual satu satuan (Rp)” harus lebih dari nol"),
        ("national-product=070", "national-product=999", "Pilih produk nasional dari daftar"),
        ("national-product=070", "material-2-quantity=3", "diisi bersama"),
        ("national-product=070", "pieces=3", "Borongan memerlukan tiga angka"),
    ])
    func `what cannot be reckoned is told in place, and what was typed stays`(
        old: String, new: String, told: String
    ) async throws {
        let query = Self.typed.replacing(old, with: new)
        let answer = try await Site.ask("/measure/hayami?" + query)
        #expect(answer.status == 400)
        #expect(readable(answer.body).contains(told), "\(readable(answer.body).prefix(400))")
        #expect(answer.body.contains("value=\"7.334\""))
        #expect(try await Site.ask("/measure/hayami.json?" + query).contentType == "application/problem+json")
    }

    @Test func `a product that costs more than it brings is told so`() async throws {
        let page = readable(
            try await Site.ask("/measure/hayami?" + Self.typed.replacing("made-price=9.000", with: "made-price=2.000"))
                .body)
        #expect(page.contains("Nilai tambahnya di bawah nol"))
    }

    // MARK: - Kept with an enterprise

    private func hang(_ texts: [DetailField: String], on enterprise: String, _ office: Office) async throws {
        let fields = Dictionary(
            uniqueKeysWithValues: texts.map { field, text in
                (field.rawValue, text.replacing(".", with: ","))
            })
        try await office.hang("worksheets", fields, on: enterprise)
    }

    @Test func `a worksheet hangs on an enterprise, with its table as page, CSV and JSON`() async throws {
        let office = try await Office()
        let tenun = try await office.newEnterprise()
        try await hang(Worksheets.tofu, on: tenun, office)
        let page = try await office.read(tenun, as: .officer)
        for text in ["Nilai tambah per produk", "5.600", "37,9\u{a0}%", "33,7\u{a0}%"] {
            #expect(page.contains(text), "\(text)")
        }
        let table = try await office.item("worksheets", of: tenun) + "/table"
        #expect(try await office.read(table, as: .head).contains("Berapa nilai tambah Tahu?"))
        #expect(try await office.get(table + ".csv", as: .head).body.contains("11b,"))
        #expect(try await office.get(table + ".json", as: .head).body.contains("\"rows\""))
        #expect(try await office.get(table, as: .administrator).status == 403)
        let history = try await office.read(tenun + "/history", as: .head)
        #expect(history.contains("mencatat lembar nilai tambah pada"))
        let json = try await office.get(tenun + ".json", as: .officer)
        #expect(json.body.contains("\"value_added_ratio\""))
    }

    @Test func `the middle of the sentra stands beside it from five others on, and not before`() async throws {
        let office = try await Office()
        let stamp = Stamp(by: nil, at: office.now)
        let sentra = Sentra.ID(office.house.identifiers.next(at: office.now))
        try await office.house.store.enter(sentra, SentraCard(name: "Tenun Sulang"), in: World.badung, by: stamp)
        func join(_ enterprise: String) async throws {
            let membership = try #require(SentraMembership(of: try office.key(enterprise), from: nil))
            let member = SentraMember.ID(office.house.identifiers.next(at: office.now))
            try await office.house.store.addMember(member, membership, to: sentra, by: stamp)
        }
        let own = try await office.newEnterprise("Tenun Sendiri")
        try await join(own)
        try await hang(Worksheets.sheet(ratio: 0.3, of: "078"), on: own, office)
        let table = try await office.item("worksheets", of: own) + "/table"
        for (number, ratio) in [0.2, 0.25, 0.35, 0.4].enumerated() {
            let other = try await office.newEnterprise("Tenun \(number)")
            try await join(other)
            try await hang(Worksheets.sheet(ratio: ratio, of: "078"), on: other, office)
        }
        #expect(!(try await office.read(table, as: .officer)).contains("Nilai tengah"))
        let fifth = try await office.newEnterprise("Tenun kelima")
        try await join(fifth)
        try await hang(Worksheets.sheet(ratio: 0.5, of: "078"), on: fifth, office)
        let page = try await office.read(table, as: .officer)
        #expect(page.contains("Nilai tengah 5 usaha lain di sentra yang sama: 35\u{a0}%."))
    }
}
