import Exchange
import Foundation
import Measure
import Register
import Storage
import Testing
import World

@testable import Web

struct StandingTests {
    /// What a program reads.
    private struct Twin: Decodable {
        struct Line: Decodable {
            let part: String
            let unit: String
            let year: Int?
            let value: Double?
            let told: Double?
            let of: Double?
            let p25: Double?
            let median: Double?
            let p75: Double?
        }

        let lines: [Line]
    }

    @Test(arguments: ["", "?lang=en", "?field=clothing&by=sex&figure=wage-per-paid-worker"])
    func `the page reads as it was last read by a person`(query: String) async throws {
        let office = try await Office()
        try await office.fillWorkshops()
        let name = query.isEmpty ? "measure" : query == "?lang=en" ? "measure-en" : "measure-clothing"
        try expectTranscript(try await office.read("/measure" + query, as: .head), name)
    }

    @Test func `an office without figures is told what to do next`() async throws {
        let office = try await Office()
        let page = try await office.get("/measure", as: .officer)
        #expect(page.status == 200 && readable(page.body).contains("Belum ada angka tahunan di kantor ini."))
        #expect(page.body.contains("href=\"/register/lists\""))
        #expect(!(try await office.get("/measure", as: .head).body.contains("href=\"/register/lists\"")))
        #expect(try await office.get("/measure.csv", as: .officer).body.split(separator: "\r\n").count == 1)
    }

    @Test func `page, CSV, JSON and workbook hold the same numbers`() async throws {
        let office = try await Office()
        try await office.fillWorkshops()
        for query in ["", "?field=clothing", "?sex=woman&figure=workers", "?district=51.03.01", "?size=micro&by=field"]
        {
            let csv = try await office.get("/measure.csv" + query, as: .head).body
            let lines = csv.split(separator: "\r\n").dropFirst().map {
                $0.split(separator: ",", omittingEmptySubsequences: false)
            }
            #expect(lines.count >= 22)
            let json = try await office.get("/measure.json" + query, as: .head).body
            let members = try JSONDecoder().decode(Twin.self, from: Data(json.utf8)).lines
            #expect(members.count == lines.count)
            for (line, member) in zip(lines, members) {
                let numbers = line.suffix(9).prefix(6).map { Double($0) }
                #expect(
                    numbers == [member.value, member.told, member.of, member.p25, member.median, member.p75], "\(line)")
            }
            let page = readable(try await office.get("/measure" + query, as: .head).body)
            for member in members where member.part == "figure" && member.year == 2025 {
                guard let value = member.value else { continue }
                let numbers = Language.indonesian.numbers
                let text = member.unit == "share" ? numbers.percent(value) : numbers.number(value)
                #expect(page.contains(text), "\(text) \(query)")
            }
            let workbook = try await office.get("/measure.xlsx" + query, as: .head)
            #expect(workbook.status == 200)
            #expect(try numbers(ofWorkbook: workbook.bytes) == lines.map { $0.suffix(9).prefix(6).map { Double($0) } })
        }
    }

    /// The six numbers of every row under the headings; `nil` for an empty cell.
    private func numbers(ofWorkbook bytes: [UInt8]) throws -> [[Double?]] {
        let place = FileManager.default.temporaryDirectory.appending(path: "measure-\(UUID()).xlsx")
        try Data(bytes).write(to: place)
        defer { try? FileManager.default.removeItem(at: place) }
        return try SheetFile(at: place).rows(of: 0, first: 10_000).dropFirst().map { row in
            let cells = row.cells + Array(repeating: .empty, count: max(0, 18 - row.cells.count))
            return cells[9..<15].map { cell in
                if case .number(let number) = cell { number } else { nil }
            }
        }
    }

    @Test func `a small group is withheld in every rendering`() async throws {
        let office = try await Office()
        try await office.fillWorkshops()
        let csv = try await office.get("/measure.csv?by=district&figure=workers", as: .officer).body
        let mengwi = try #require(csv.split(separator: "\r\n").first { $0.contains("district,51.03.02,") })
        #expect(mengwi.contains(",withheld,,,,,,"))
        let page = try await office.read("/measure?district=51.03.02", as: .officer)
        #expect(page.contains("dirahasiakan (kelompok kecil)"))
    }

    @Test(arguments: [
        ("year=1999", "Tidak ada angka 1999"), ("year=lima", "harus bilangan bulat"), ("field=batu", "tidak tersedia"),
        ("size=raksasa", "tidak tersedia"), ("sentra=x", "tidak tersedia"), ("district=99.99.99", "tidak tersedia"),
        ("size=micro&sex=woman", "tidak dapat dipakai bersama"),
        ("field=food&district=51.03.01", "tidak dapat dipakai bersama"),
        ("figure=laba", "tidak tersedia"), ("by=warna", "tidak tersedia"), ("field=food&by=sentra", "tidak tersedia"),
    ])
    func `what cannot be asked is refused in words, on the page and for programs`(query: String, told: String)
        async throws
    {
        let office = try await Office()
        try await office.fillWorkshops()
        let page = try await office.get("/measure?" + query, as: .officer)
        #expect(page.status == 400 && readable(page.body).contains(told), "\(readable(page.body).prefix(400))")
        let json = try await office.get("/measure.json?" + query, as: .officer)
        #expect(json.status == 400 && json.contentType == "application/problem+json")
    }

    @Test func `figures are for who may see figures, of the own region`() async throws {
        let office = try await Office()
        try await office.fillWorkshops()
        #expect(try await office.get("/measure", as: .enumerator).status == 200)
        #expect(try await office.get("/measure.csv", as: .enumerator).status == 403)
        #expect(try await office.ask("/measure", session: try await office.partner()).status == 403)
        #expect(try await office.get("/measure", as: .administrator).status == 403)
        #expect(try await office.get("/measure?office=51.03", as: .stranger).status == 403)
        #expect(readable(try await office.get("/measure", as: .stranger).body).contains("Belum ada angka tahunan"))
        #expect(try await office.get("/measure", as: nil).headers["location"]?.hasPrefix("/sign-in") == true)
    }

    @Test func `what is written shows on the page at once, and nothing else makes it read anew`() async throws {
        let office = try await Office()
        try await office.fillWorkshops()
        let before = try await office.house.store.standing(of: World.badung).revision
        _ = try await office.get("/measure", as: .head)
        _ = try await office.get("/register/enterprises.csv", as: .officer)
        #expect(try await office.house.store.standing(of: World.badung).revision == before)
        let page = try await office.newEnterprise("Tenun Baru")
        #expect(try await office.post(page + "/production/2025", ProductionTests.filled, as: .officer).status == 303)
        #expect(try await office.house.store.standing(of: World.badung).revision != before)
        #expect(try await office.read("/measure", as: .head).contains("26 dari 26"))
    }
}

extension Office {
    /// Twenty-six workshops of Kuta and Mengwi with two years of figures; of twenty-four production is filled in.
    func fillWorkshops() async throws {
        let stamp = Stamp(by: try account(.officer), at: now)
        for number in 0..<26 {
            let id = Enterprise.ID(house.identifiers.next(at: now))
            var card = EnterpriseCard(name: "Bengkel \(number + 1)")
            card.ownerSex = number.isMultiple(of: 3) ? .man : .woman
            card.area = AreaCode(number < 23 ? "51.03.01.1001" : "51.03.02")
            card.industry = number < 18 ? IndustryCode(.kbli2020, "13134") : nil
            var year = EnterpriseYear(year: 2024)
            (year.men, year.women) = (1, 1 + number % 4)
            year.output = Rupiah(Int64(40_000_000 + 3_000_000 * number))
            _ = try await bring(ListEntry(row: 2, card: card, year: year), as: id)
            guard number < 25 else { continue }
            try await house.store.save(Self.production(number), of: id, from: nil, by: stamp)
        }
    }

    private static func production(_ number: Int) -> Production {
        var production = Production(ProductionPeriod(yearly: 2025))
        production.products = [Production.Output("Batik", value: Rupiah(Int64(60_000_000 + 4_000_000 * number)))]
        (production.otherRevenue, production.stockChange) = (Rupiah(0), Rupiah(0))
        for cost in Production.Cost.allCases { production.costs[cost] = Rupiah(Int64(4_000_000 + 100_000 * number)) }
        production.work = [
            Production.Work(
                .woman, .byPiece, .production, workers: 1 + number % 4,
                wages: Rupiah(Int64((1 + number % 4) * 18_000_000))),
            Production.Work(.man, .unpaid, .owner, workers: 1),
        ]
        (production.made, production.capacity, production.unit) = (Double(50 + number), 100, "lembar")
        production.sales = [.shop: Rupiah(50_000_000), .abroad: Rupiah(Int64(1_000_000 * (number % 5)))]
        production.exports = production.sales[.abroad]
        return production
    }
}
