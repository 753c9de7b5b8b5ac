import Foundation
import HTTPTypes
import Register
import Testing

@testable import Web

struct PrivacyTests {
    @Test func `the citizen number is on no page, in no address, file, event, and not in the database`() async throws {
        let office = try await Office()
        let sari = try await office.enter()
        let change = ["display-name": "Ni Wayan Sari", "nik": Office.number, "version": "1"]
        #expect(try await office.post(sari, change, as: .officer).status == 303)
        _ = try await office.post("/register/people/find", ["nik": Office.number], as: .officer)
        let id = sari.split(separator: "/").last ?? ""
        for path in [
            sari, "/register/people", "/audit", "/audit?subject=\(id)", sari + ".json", "/register/people.csv",
            "/register/people.json", "/audit.csv", "/audit.json",
        ] {
            for desk in [Office.Desk.officer, .head] {
                let answer = try await office.get(path, as: desk)
                let told = answer.body + answer.headers.values.joined()
                #expect(!told.contains(Office.number), "\(path)")
                #expect(!told.contains(Office.number.prefix(12)), "\(path)")
            }
        }
        for end in ["", "-wal"] {
            // The log of the database is there only while it is written to.
            let kept = (try? Data(contentsOf: URL(filePath: office.file + end))) ?? Data()
            #expect(kept.firstRange(of: Data(Office.number.utf8)) == nil)
        }
    }

    @Test(arguments: ["display-name", "phone", "email"])
    func `a citizen number in another field is refused and not shown back`(field: String) async throws {
        let office = try await Office()
        var fields = ["display-name": "Ni Wayan Sari", "phone": "", "email": ""]
        fields[field] = "Sari 5103 0141 0785 0001"
        let answer = try await office.post("/register/people", fields, as: .officer)
        #expect(answer.status == 400)
        #expect(readable(answer.body).contains("Ada NIK di dalam teks ini"))
        #expect(!answer.body.contains("0785 0001"))
        #expect(try await office.read("/register/people", as: .officer).contains("Belum ada orang"))
    }

    @Test func `a number that is none is refused in words, and not shown back`() async throws {
        let office = try await Office()
        let answer = try await office.post(
            "/register/people", ["display-name": "Ni Wayan Sari", "nik": "5103014199850001"], as: .officer)
        #expect(answer.status == 400)
        #expect(!answer.body.contains("5103014199850001"))
        #expect(answer.body.contains("value=\"Ni Wayan Sari\""))
    }

    @Test(arguments: [Office.Desk.stranger, .strangeHead])
    func `who works for Makassar finds nobody of Badung`(desk: Office.Desk) async throws {
        let office = try await Office()
        let sari = try await office.enter()
        let id = sari.split(separator: "/").last ?? ""
        #expect(try await office.get(sari, as: desk).status == 404)
        #expect(try await office.get(sari + ".json", as: desk).status == 404)
        #expect(!(try await office.get("/register/people", as: desk)).body.contains("Sari"))
        #expect(try await office.get("/register/people?after=\(id)", as: desk).status == 404)
        let found = try await office.post("/register/people/find", ["nik": Office.number], as: desk)
        #expect(!found.body.contains("Ni Wayan"))
        for path in ["", "/consents", "/consents/withdraw", "/consents/stop", "/requests", "/erase"] {
            let status = try await office.post(sari + path, ["purpose": "photo"], as: desk).status
            #expect(status == 404 || status == 403, "\(path)")
        }
        let unknown = "/register/people/01900000-0000-7000-8000-000000000000"
        #expect(try await office.get(unknown, as: .officer).status == 404, "as one that never was")
    }

    @Test func `an enumerator writes down a person and consent, and reads neither`() async throws {
        let office = try await Office()
        let sari = try await office.enter(as: .enumerator)
        let next = try await office.get(sari + "/consents/new?saved=1", as: .enumerator)
        #expect(next.status == 200)
        #expect(!next.body.contains("Wayan Sari") && !next.body.contains("0001"))
        let fields = ["purpose": "photo", "proof": "recorded", "reference": "berkas 7", "words-version": "2026-1"]
        let agreed = try await office.post(sari + "/consents", fields, as: .enumerator)
        #expect(agreed.headers["location"] == sari + "/consents/new?saved=1")
        for path in ["/register/people", sari, sari + ".json", "/register/people.csv", "/audit"] {
            #expect(try await office.get(path, as: .enumerator).status == 403, "\(path)")
        }
        // A change by somebody who may not read would read the conflict to them.
        let change = ["display-name": "Siapa Saja", "version": "7"]
        let answer = try await office.post(sari, change, as: .enumerator)
        #expect(answer.status == 403 && !answer.body.contains("Wayan"))
        #expect(try await office.read(sari, as: .officer).contains("rekaman suara, berkas 7"))
    }

    @Test func `the administrator of the installation reads nobody's data`() async throws {
        let office = try await Office()
        let sari = try await office.enter()
        for path in ["/register/people", sari, "/audit"] {
            #expect(try await office.get(path, as: .administrator).status == 403, "\(path)")
        }
    }

    @Test func `a page of people is not for who has not signed in`() async throws {
        let office = try await Office()
        for path in ["/register/people", "/audit", "/jobs", "/operations"] {
            let answer = try await office.get(path, as: nil)
            #expect(answer.status == 303)
            #expect(answer.headers["location"]?.hasPrefix("/sign-in?next=") == true)
            #expect(try await office.get(path + ".json", as: nil).status == 401)
        }
    }

    @Test func `a form without its token, or of another site, changes nothing`() async throws {
        let office = try await Office()
        let sari = try await office.enter()
        let fields = ["display-name": "Orang Lain", "version": "1"]
        let posts: [(String?, String?)] = [("", "http://tiru.test"), ("wrong", nil), (nil, "http://evil.test")]
        for (token, origin) in posts {
            for path in ["/register/people", sari, sari + "/consents", sari + "/requests"] {
                let answer = try await office.post(path, fields, as: .officer, token: token, origin: origin)
                #expect(answer.status == 403, "\(path)")
            }
            let erased = try await office.post(
                sari + "/erase", ["reason": "asked", "understood": "1"], as: .head, token: token, origin: origin)
            #expect(erased.status == 403)
            let asked = try await office.post(
                "/jobs", ["kind": "backup"], as: .administrator, token: token, origin: origin)
            #expect(asked.status == 403)
        }
        #expect(try await office.read("/register/people", as: .officer).contains("Ni Wayan Sari"))
        #expect(!(try await office.read("/register/people", as: .officer)).contains("Orang Lain"))
    }

    @Test func `what was typed into any field is shown, never obeyed`() async throws {
        let office = try await Office()
        let script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
        let person = try await office.enter(script, phone: "", nik: "")
        let fields = ["purpose": "photo", "proof": "recorded", "reference": script, "words-version": script]
        #expect(try await office.post(person + "/consents", fields, as: .officer).status == 303)
        let wrong = try await office.post(
            "/register/people", ["display-name": script, "phone": script, "email": script], as: .officer)
        #expect(wrong.status == 400)
        var bodies = [wrong.body]
        for path in ["/register/people", person, "/audit", "/audit?from=\(script.prefix(8))"] {
            bodies.append(
                try await office.get(path.replacing("<", with: "%3C").replacing(">", with: "%3E"), as: .head).body)
        }
        for body in bodies {
            #expect(!withoutOwnScript(body).contains("<script") && !body.contains("<img"))
            #expect(body.contains("&lt;script"))
        }
        let csv = try await office.get("/register/people.csv", as: .officer)
        #expect(csv.contentType.hasPrefix("text/csv") && csv.headers["x-content-type-options"] == "nosniff")
    }

    @Test func `a name that a spreadsheet would run is held back in files`() async throws {
        let office = try await Office()
        _ = try await office.enter("=HYPERLINK(\"http://evil.test\")", phone: "+62-812-000", nik: "")
        let csv = try await office.get("/register/people.csv", as: .officer).body
        #expect(csv.contains("\"'=HYPERLINK(\"\"http://evil.test\"\")\",,'+62-812-000"))
        let audit = try await office.get("/audit.csv", as: .head).body
        for line in audit.split(separator: "\r\n") { #expect(!line.contains(#/(^|,)"?[=+@-]/#), "\(line)") }
    }

    /// With `no-referrer` a browser says `Origin: null` of the form on that page, which is then refused.
    @Test func `a link tells its token to no page after it, and its own form still says where it is from`() async throws
    {
        let office = try await Office()
        let page = try await office.get("/links/nobody", as: nil)
        #expect(page.headers["referrer-policy"] == "strict-origin")
        let sent = try await office.post("/register/people", as: .officer, origin: "null")
        #expect(sent.status == 403)
    }
}
