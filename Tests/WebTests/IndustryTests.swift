import Foundation
import Measure
import Register
import Storage
import Testing
import World

@testable import Web

struct IndustryTests {
    private let board = "/register/industries"

    private func enter(_ code: String, times count: Int = 1, _ office: Office) async throws {
        for number in 0..<count {
            var card = EnterpriseCard(name: "Usaha \(code) \(number)")
            card.industry = IndustryCode(.kbli2020, code)
            try await office.house.store.enter(
                Enterprise.ID(office.house.identifiers.next(at: office.now)), card, in: World.badung,
                by: Stamp(by: nil, at: office.now))
        }
    }

    /// Batik, which has gone, and two codes of which one means something else now and one goes where batik goes.
    private func fill(_ office: Office) async throws {
        func old(_ digits: String) throws -> IndustryCode { try #require(IndustryCode(.kbli2020, digits)) }
        func new(_ digits: String) throws -> IndustryCode { try #require(IndustryCode(.kbli2025, digits)) }
        let facts = try World.facts(fingerprint: "board")
        let titles = [
            IndustryTitle(code: try old("11040"), section: "C", title: "Industri Minuman Ringan"),
            IndustryTitle(code: try old("13121"), section: "C", title: "Industri Pertenunan"),
            IndustryTitle(code: try new("11040"), section: "C", title: "INDUSTRI AIR MINERAL"),
            IndustryTitle(code: try new("11051"), section: "C", title: "INDUSTRI MINUMAN RINGAN"),
        ]
        var more = ReferenceFacts(
            regions: facts.regions, industries: facts.industries + titles, products: facts.products,
            fingerprint: "board")
        more.areas = facts.areas
        more.branches = facts.branches
        more.bridges =
            facts.bridges + [
                IndustryBridge(
                    code: try old("11040"), candidate: .init(try new("11051"), likeness: 0.9),
                    likenessOfSameDigits: 0.1, status: .reused),
                IndustryBridge(
                    code: try old("13121"), candidate: .init(try new("13133"), likeness: 0.5),
                    likenessOfSameDigits: nil, status: .gone),
            ]
        try await office.house.store.load(more, at: office.now)
        try await enter("13134", times: 3, office)
        try await enter("11040", office)
        try await enter("13121", office)
        try await enter("13", office)
        try await enter("99999", office)
    }

    @Test func `a long board comes in pages, and whole as a file`() async throws {
        let office = try await Office()
        for number in 0..<103 { try await enter("\(13000 + number)", office) }
        let first = try await office.get(board, as: .officer).body
        #expect(first.contains(">13099<") && !first.contains(">13100<"))
        let next = "\(board)?office=51.03&after=13099"
        #expect(first.contains(next.replacing("&", with: "&amp;")))
        let second = try await office.get(next, as: .officer).body
        #expect(!second.contains(">13099<") && second.contains(">13102<"))
        // What is said of the whole board is said on every page.
        #expect([first, second].allSatisfy { readable($0).contains("103 kode") })
        #expect(
            try await office.get(board + ".csv?office=51.03", as: .officer).body.split(separator: "\r\n").count == 104)
    }

    @Test(arguments: ["", "?lang=en"])
    func `the board reads as last read`(query: String) async throws {
        let office = try await Office()
        try await fill(office)
        let name = query.isEmpty ? "" : "-en"
        try expectTranscript(try await office.read(board + query, as: .officer), "industries" + name)
        let chosen = query.isEmpty ? "?code=11040" : query + "&code=11040"
        try expectTranscript(try await office.read(board + chosen, as: .officer), "industries-choice" + name)
    }

    @Test func `a successor is confirmed, shown with who and when, and taken back`() async throws {
        let office = try await Office()
        try await fill(office)
        let form = ["office": "51.03", "code": "13134", "successor": "13133"]
        let answer = try await office.post(board, form, as: .officer)
        #expect(answer.status == 303 && answer.headers["location"] == board + "?office=51.03&saved=1")
        let page = try await office.read(board + "?office=51.03&saved=1", as: .head)
        #expect(page.contains("5 kode KBLI 2020 dipakai perusahaan di Kabupaten Badung: 1 sudah ditetapkan, 4 masih"))
        #expect(page.contains("INDUSTRI KAIN BATIK; oleh "))
        let late = try await office.post(
            board, ["office": "51.03", "code": "13134", "successor": "open"], as: .officer)
        #expect(late.status == 409)
        #expect(readable(late.body).contains("Orang lain sudah mengubahnya lebih dahulu"))
        let open = try await office.post(
            board, ["office": "51.03", "code": "13134", "successor": "open", "seen": "13133"], as: .officer)
        #expect(open.status == 303)
        #expect(try await office.read(board, as: .head).contains("0 sudah ditetapkan, 5 masih"))
        let book = try await office.read("/audit", as: .head)
        #expect(book.contains("menetapkan kode pengganti KBLI 2020 13134"))
        #expect(book.contains("membuka kembali KBLI 2020 13134"))
    }

    @Test(arguments: [
        (["successor": "13999"], "Kode ini tidak ada di KBLI 2025"),
        (["successor": "other", "other": "1313"], "Pengganti ditulis lima angka"),
        (["successor": "other"], "Pengganti ditulis lima angka"),
        (["code": "99999", "successor": "13133"], "Kode ini tidak ada di KBLI 2020"),
        (["code": "x", "successor": "13133"], "Kode ini tidak ada di KBLI 2020"),
        ([:], "successor"),
    ])
    func `what cannot be decided is refused, and nothing is kept`(fields: [String: String], text: String) async throws {
        let office = try await Office()
        try await fill(office)
        let form = ["office": "51.03", "code": "13134"].merging(fields) { $1 }
        let answer = try await office.post(board, form, as: .officer)
        #expect(answer.status == 400)
        #expect(readable(answer.body).contains(text), "\(readable(answer.body).prefix(400))")
        #expect(try await office.house.store.migrations(in: World.badung).isEmpty)
    }

    @Test func `another office's board is neither shown nor decided`() async throws {
        let office = try await Office()
        try await fill(office)
        for form in ["", ".csv", ".json"] {
            let answer = try await office.get("\(board)\(form)?office=73.71", as: .officer)
            #expect(answer.status == 403 && !answer.body.contains("13134"), "\(form)")
        }
        let form = ["office": "73.71", "code": "13134", "successor": "13133"]
        #expect(try await office.post(board, form, as: .officer).status == 403)
        #expect(try await office.house.store.migrations(in: World.makassar).isEmpty)
        #expect(try await !office.get(board + "?code=13134", as: .head).body.contains("id=\"decide\""))
    }

    @Test func `the files hold the rows of the page`() async throws {
        let office = try await Office()
        try await fill(office)
        let csv = try await office.get(board + ".csv", as: .officer)
        #expect(csv.headers["cache-control"] == "no-store" && csv.contentType.hasPrefix("text/csv"))
        let lines = csv.body.split(separator: "\r\n")
        #expect(lines.count == 6)
        #expect(lines.contains { $0.hasPrefix("13134,Industri Batik,3,gone,13133,INDUSTRI KAIN BATIK,13132,") })
        #expect(lines.contains { $0.hasPrefix("11040,Industri Minuman Ringan,1,same-digits-other-meaning,11051,") })
        let json = try await office.get(board + ".json", as: .officer).body
        let read = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(read["office"] as? String == "51.03")
        #expect((read["industries"] as? [[String: Any]])?.count == 5)
        #expect(try await office.get(board + ".csv", as: .enumerator).status == 403)
    }

    @Test func `the list of enterprises leads to the board`() async throws {
        let office = try await Office()
        #expect(try await office.get("/register/enterprises", as: .officer).body.contains("href=\"\(board)\""))
        #expect(try await office.read(board, as: .officer).contains("Belum ada perusahaan dengan kode KBLI 2020"))
    }
}
