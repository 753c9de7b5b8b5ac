import Foundation
import Register
import Storage
import Testing
import World

@testable import Web

struct SIINasTests {
    private let path = "/register/enterprises/siinas"

    private func fill(_ office: Office) async throws {
        var card = EnterpriseCard(name: "=Tenun Sari")
        card.owner = "Ni Nyoman Rahasia"
        card.industry = IndustryCode(.kbli2020, "13134")
        var year = EnterpriseYear(year: 2024)
        (year.men, year.women, year.investment) = (1, 6, Rupiah(25_000_000))
        (year.capacity, year.unit, year.output) = (1200, "helai", Rupiah(180_000_000))
        let id = Enterprise.ID(office.house.identifiers.next(at: office.now))
        let tenun = try await office.bring(ListEntry(row: 2, card: card, year: year), as: id)
        try await office.hang(
            "equipment",
            ["equipment-name": "ATBM", "stage": "weaving", "level": "2", "working": "3", "lender": "Pak Rahasia"],
            on: tenun)
        _ = try await office.newEnterprise("Usaha Baru")
    }

    @Test func `the eleven items stand in their order, and what is not known is empty`() async throws {
        let office = try await Office()
        try await fill(office)
        let file = try await office.get(path + ".csv", as: .officer)
        #expect(file.status == 200 && file.headers["cache-control"] == "no-store")
        #expect(file.headers["content-disposition"] == "attachment; filename=\"siinas.csv\"")
        let lines = file.body.split(separator: "\r\n").map(String.init)
        #expect(lines.count == 3)
        #expect(
            lines[0].hasSuffix(
                """
                name,nib,industry,office,year,investment,production-capacity,installed-capacity,\
                installed-capacity-unit,production,raw-materials,land-and-buildings,workers,process-water,\
                fuel-and-lubricants,electricity,machines
                """))
        #expect(
            lines.contains(
                "'=Tenun Sari,,2020:13134,51.03,2024,25000000,,1200.0,helai,180000000,,,7,,,,ATBM (3)"))
        #expect(lines.contains("Usaha Baru,,,51.03,,,,,,,,,,,,,"))
    }

    @Test func `no name of a person is in it, it is for who exports, and it stands in the book`() async throws {
        let office = try await Office()
        try await fill(office)
        for form in [".csv", ".xlsx"] {
            let file = try await office.get(path + form, as: .head)
            #expect(file.status == 200 && !file.body.contains("Rahasia"))
            #expect(try await office.get(path + form, as: .enumerator).status == 403)
            #expect(try await office.get(path + form + "?q=tenun", as: .officer).status == 400)
        }
        #expect(try await office.read("/audit", as: .head).contains("mengunduh bahan SIINas (2 baris)"))
        #expect(try await office.get(path, as: .officer).status == 404)
    }

    @Test func `the page says which items stay empty`() async throws {
        let office = try await Office()
        let page = try await office.read("/register/enterprises", as: .officer)
        #expect(page.contains("kolomnya kosong: kapasitas produksi; nilai investasi tanah dan bangunan (Rp);"))
        #expect(try await office.get("/register/enterprises", as: .officer).body.contains("href=\"\(path).csv\""))
        #expect(try await !office.get("/register/enterprises", as: .enumerator).body.contains(path))
    }
}
