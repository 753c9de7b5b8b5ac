import Foundation
import Register
import Testing
import World

@testable import Web

struct CertificateTests {
    /// Three enterprises, certificates in every state.
    private func fill(_ office: Office) async throws {
        _ = try await office.tenun()
        let keripik = try await office.newEnterprise("Keripik; Jaya, UD")
        for fields in [
            ["certificate-kind": "pirt", "certificate-number": "2063510301", "issued": "2022-02-05"],
            ["certificate-kind": "pirt", "certificate-number": "2063510302", "issued": "2020-02-05"],
            ["certificate-kind": "halal", "certificate-number": "ID51110000", "issued": "2023-01-01"],
            ["certificate-kind": "tkdn", "issued": "2026-01-01"],
            ["certificate-kind": "bpom-md", "certificate-number": "MD 1", "printed-end": "2027-03-01"],
        ] { try await office.hang("certificates", fields, on: keripik) }
    }

    @Test(arguments: ["", "?lang=en"])
    func `the calendar reads as last read`(query: String) async throws {
        let office = try await Office()
        try await fill(office)
        let name = query.isEmpty ? "" : "-en"
        try expectTranscript(
            try await office.read("/register/certificates\(query)", as: .officer), "certificates" + name)
        let all = query.isEmpty ? "?standing=all" : query + "&standing=all"
        try expectTranscript(
            try await office.read("/register/certificates\(all)", as: .head), "certificates-all" + name)
    }

    @Test(arguments: [
        ("renew", ["IDM000999", "2063510301", "MD 1"]), ("expired", ["2063510302", "desain industri"]),
        ("within&months=3", ["IDM000999", "2063510301"]), ("not-known", ["laporan hasil uji"]),
        ("all&kind=halal", ["ID51110000"]),
    ])
    func `each question shows its certificates and no other`(standing: String, shown: [String]) async throws {
        let office = try await Office()
        try await fill(office)
        let page = try await office.get("/register/certificates?standing=\(standing)", as: .officer).body
        let body = page.split(separator: "<tbody>").last?.split(separator: "</tbody>").first ?? ""
        #expect(body.ranges(of: "<tr").count == shown.count)
        for text in shown { #expect(body.contains(text), "\(text)") }
        let rows = try await office.get("/register/certificates.csv?standing=\(standing)", as: .officer).body
        #expect(rows.split(separator: "\r\n").count == shown.count + 1)
    }

    @Test func `what the calendar is not asked is refused by name`() async throws {
        let office = try await Office()
        for query in ["standing=soon", "months=0", "months=x", "kind=wonder"] {
            let answer = try await office.get("/register/certificates?" + query, as: .officer)
            #expect(answer.status == 400, "\(query)")
            #expect(try await office.get("/register/certificates.csv?" + query, as: .officer).status == 400)
        }
        #expect(try await office.get("/register/certificates?colour=red", as: .officer).status == 400)
    }

    @Test func `an office without certificates says what to do`() async throws {
        let office = try await Office()
        let page = try await office.read("/register/certificates", as: .officer)
        #expect(page.contains("Belum ada sertifikat yang dicatat. Buka satu perusahaan"))
        #expect(
            try await office.get("/register/enterprises", as: .officer).body.contains("href=\"/register/certificates\"")
        )
    }

    @Test func `files are for who exports, are kept by nobody on the way, and stand in the book`() async throws {
        let office = try await Office()
        try await fill(office)
        for (form, type) in [
            ("csv", "text/csv"), ("json", "application/json"), ("ics", "text/calendar"), ("xlsx", "application/vnd"),
        ] {
            let answer = try await office.get("/register/certificates.\(form)", as: .officer)
            #expect(answer.status == 200 && answer.contentType.hasPrefix(type), "\(form)")
            #expect(answer.headers["cache-control"] == "no-store")
            #expect(try await office.get("/register/certificates.\(form)", as: .enumerator).status == 403)
            #expect(!(try await office.get("/register/certificates.\(form)", as: .stranger)).body.contains("Keripik"))
        }
        let book = try await office.read("/audit", as: .head)
        #expect(book.contains("mengunduh daftar sertifikat (3 baris)"))
        let json = try await office.get("/register/certificates.json?standing=all", as: .officer).body
        let read = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: [[String: Any]]])
        let all = try #require(read["certificates"])
        #expect(all.count == 9)
        #expect(all.contains { $0["expires"] as? String == "2027-02-05" && $0["standing"] as? String == "renew" })
        #expect(all.contains { $0["expires"] is NSNull && $0["standing"] as? String == "no-end" })
    }

    @Test func `a telephone is told when to begin and the last day, of what is still to come`() async throws {
        let office = try await Office()
        try await fill(office)
        let file = try await office.get("/register/certificates.ics", as: .officer)
        #expect(file.headers["content-disposition"] == "attachment; filename=\"certificates.ics\"")
        let text = file.body.replacing("\r\n ", with: "")
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
        #expect(text.contains("SUMMARY:Mulai perpanjang SPP-IRT: Keripik\\; Jaya\\, UD\r\n"))
        #expect(text.contains("DTSTART;VALUE=DATE:20260805\r\n") && text.contains("DTSTART;VALUE=DATE:20270205\r\n"))
        #expect(!text.contains("2063510302"), "what has ended")
        #expect(!text.contains("ID51110000"), "what has no end")
        #expect(text.ranges(of: "BEGIN:VEVENT").count == 8, "four, two days each")
        #expect(text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }.count == 8)
    }

    @Test func `no name of a person is in any file`() async throws {
        let office = try await Office()
        let answer = try await office.post(
            "/register/enterprises",
            [
                "name": "Tenun Sari", "owner": "Ni Nyoman Rahasia", "contact-person": "Ni Nyoman Rahasia",
                "kbli-version": "2020",
            ],
            as: .officer)
        let tenun = String(try #require(answer.headers["location"]?.split(separator: "?").first))
        try await office.hang("certificates", ["certificate-kind": "pirt", "issued": "2022-02-05"], on: tenun)
        for form in ["", ".csv", ".json", ".ics"] {
            let file = try await office.get("/register/certificates" + form, as: .officer).body
            #expect(file.contains("Tenun Sari") && !file.contains("Rahasia"), "\(form)")
        }
    }

    @Test func `a name that a spreadsheet would run is held back`() async throws {
        let office = try await Office()
        let name = try await office.newEnterprise("=HYPERLINK(\"x\")")
        try await office.hang("certificates", ["certificate-kind": "pirt", "issued": "2022-02-05"], on: name)
        #expect(try await office.get("/register/certificates.csv", as: .officer).body.contains("'=HYPERLINK"))
    }

    @Test func `the calendar goes on where it stopped`() async throws {
        let office = try await Office()
        let tenun = try await office.newEnterprise()
        for number in 0..<53 {
            let fields = ["certificate-kind": "test-report", "certificate-number": "Uji \(100 + number)"]
            try await office.hang("certificates", fields, on: tenun)
        }
        let first = try await office.get("/register/certificates?standing=not-known&kind=test-report", as: .officer)
        let next = try #require(first.body.firstMatch(of: #/href="(/register/certificates\?[^"]+after=[0-9a-f-]+)"/#))
        let second = try await office.get(String(next.output.1).replacing("&amp;", with: "&"), as: .officer)
        let seen = [first, second].map { page in Set(page.body.matches(of: #/Uji \d+/#).map { String($0.output) }) }
        #expect(seen.map(\.count) == [50, 3] && seen[0].isDisjoint(with: seen[1]))
    }
}
