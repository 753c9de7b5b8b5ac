import Foundation
import Register
import Storage
import Testing

@testable import Web

struct PeopleTests {
    @Test(arguments: ["", "?lang=en"])
    func `the people of an office and what is due read as they were last read by a person`(query: String) async throws {
        let office = try await Office()
        let sari = try await office.enter()
        let made = try await office.enter("I Made Dewa", phone: "", nik: "")
        try await office.agree(sari)
        _ = try await office.post(sari + "/consents/withdraw", ["purpose": "publish-name"], as: .officer)
        try await office.wait(hours: 10)
        _ = try await office.post(made + "/requests", ["kind": "access"], as: .officer)
        try await office.wait(hours: 63.5)
        try expectTranscript(
            try await office.read("/register/people\(query)", as: .officer),
            query.isEmpty ? "people" : "people-en")
    }

    @Test(arguments: ["", "?lang=en"])
    func `one person reads as last read`(query: String) async throws {
        let office = try await Office()
        let sari = try await office.enter()
        try await office.agree(sari)
        try await office.agree(sari, to: .photo)
        _ = try await office.post(sari + "/consents/withdraw", ["purpose": "photo"], as: .officer)
        _ = try await office.post(sari + "/requests", ["kind": "erasure"], as: .officer)
        try await office.wait(hours: 2)
        let name = query.isEmpty ? "" : "-en"
        try expectTranscript(try await office.read(sari + query, as: .officer), "person-officer" + name)
        try expectTranscript(try await office.read(sari + query, as: .head), "person-head" + name)
    }

    @Test func `an office without people says what to do next`() async throws {
        let office = try await Office()
        let page = try await office.get("/register/people", as: .officer)
        #expect(readable(page.body).contains("Belum ada orang yang dicatat. Mulailah"))
        #expect(page.body.contains("href=\"/register/people/new\""))
    }

    @Test func `the list goes on where it stopped, and every person is on one page of it`() async throws {
        let office = try await Office()
        for number in 0..<53 { _ = try await office.enter("Orang \(100 + number)", phone: "", nik: "") }
        let first = try await office.get("/register/people", as: .officer)
        let next = try #require(first.body.firstMatch(of: #/href="(/register/people\?after=[0-9a-f-]+)"/#))
        let second = try await office.get(String(next.output.1), as: .officer)
        let seen = [first, second].map { page in Set(page.body.matches(of: #/Orang \d+/#).map { String($0.output) }) }
        #expect(seen.map(\.count) == [50, 3])
        #expect(seen[0].isDisjoint(with: seen[1]))
        #expect(!second.body.contains("after="))
        #expect(!String(next.output.1).contains("Orang"))
    }

    @Test func `a citizen number finds its person and is not said back`() async throws {
        let office = try await Office()
        _ = try await office.enter()
        let found = try await office.post("/register/people/find", ["nik": "51030 14107 850001"], as: .officer)
        #expect(found.status == 200)
        #expect(readable(found.body).contains("1 orang dengan NIK ••••••••••••0001"))
        #expect(found.body.contains("Ni Wayan Sari"))
        let wrong = try await office.post("/register/people/find", ["nik": "5103014107850000"], as: .officer)
        #expect(wrong.status == 400)
        for answer in [found, wrong] { #expect(!answer.body.contains("510301410785")) }
        #expect(try await office.get("/register/people/find?nik=5103014107850001", as: .officer).status != 200)
    }

    @Test func `the list as a file is for those who export, and stands in the book`() async throws {
        let office = try await Office()
        _ = try await office.enter()
        let csv = try await office.get("/register/people.csv", as: .officer)
        #expect(csv.status == 200)
        #expect(csv.headers["content-disposition"] == "attachment; filename=\"people.csv\"")
        #expect(csv.body.contains("Ni Wayan Sari,0001,0812-3456-789,,51.03,Kabupaten Badung,"))
        #expect(try await office.get("/register/people.json", as: .officer).body.contains("\"nik_last_four\":\"0001\""))
        for form in ["csv", "json"] {
            #expect(try await office.get("/register/people.\(form)", as: .head).status == 403)
            #expect(try await office.get("/register/people.\(form)", as: .enumerator).status == 403)
        }
        let audit = try await office.read("/audit?kind=people-exported", as: .head)
        #expect(audit.contains("I Wayan Putra mengunduh daftar orang (1 orang)."))
        let page = try await office.get("/register/people", as: .head)
        #expect(!page.body.contains("people.csv"), "no link to what is refused")
    }

    @Test func `the second editor is shown the difference and keeps what was typed`() async throws {
        let office = try await Office()
        let sari = try await office.enter()
        let first = ["display-name": "Ni Wayan Sari Dewi", "phone": "0812-3456-789", "version": "1"]
        #expect(try await office.post(sari, first, as: .officer).status == 303)
        let second = ["display-name": "Ni Wayan Sari", "phone": "0899-000-111", "version": "1"]
        let answer = try await office.post(sari, second, as: .officer)
        #expect(answer.status == 409)
        try expectTranscript(readable(answer.body), "person-changed-meanwhile")
        #expect(answer.body.contains("value=\"0899-000-111\""))
        #expect(answer.body.contains("name=\"version\" value=\"2\""))
        #expect(try await office.read(sari, as: .officer).contains("0812-3456-789"))
        let again = second.merging(["version": "2"]) { $1 }
        #expect(try await office.post(sari, again, as: .officer).status == 303)
        #expect(try await office.read(sari, as: .officer).contains("0899-000-111"))
    }

    @Test func `consent is given with proof, withdrawn in three days, and stopped`() async throws {
        let office = try await Office()
        let sari = try await office.enter()
        let without = ["purpose": "publish-name", "proof": "recorded", "reference": "", "words-version": "1"]
        #expect(try await office.post(sari + "/consents", without, as: .officer).status == 400)
        try await office.agree(sari)
        #expect(
            try await office.read(sari, as: .officer).contains(
                "disetujui sejak 25 November 2026. Bukti: kertas bertanda tangan, map 3, lembar 12, kalimat versi 2026-1."
            ))
        let withdraw = { try await office.post(sari + "/consents/withdraw", ["purpose": "publish-name"], as: .officer) }
        #expect(try await withdraw().status == 303)
        #expect(try await withdraw().status == 409, "twice is once")
        try await office.wait(hours: 70.5)
        #expect(try await office.read(sari, as: .officer).contains("(sisa 1 jam)"))
        try await office.wait(hours: 3)
        #expect(try await office.read(sari, as: .officer).contains("⚠ terlambat 1 jam"))
        let stop = try await office.post(sari + "/consents/stop", ["purpose": "publish-name"], as: .officer)
        #expect(stop.status == 303)
        #expect(try await office.read(sari, as: .officer).contains("(selesai, terlambat 1 jam)"))
        #expect(try await office.read("/register/people", as: .officer).contains("Tidak ada permohonan"))
    }

    @Test func `a task of the office is not agreed to`() async throws {
        let office = try await Office()
        let sari = try await office.enter()
        let fields = ["purpose": "statistics", "proof": "recorded", "reference": "a", "words-version": "1"]
        #expect(try await office.post(sari + "/consents", fields, as: .officer).status == 409)
    }

    @Test func `a request is answered or refused by the head, for reasons that the law leaves open`() async throws {
        let office = try await Office()
        let sari = try await office.enter()
        for kind in ["access", "withdrawal"] {
            #expect(try await office.post(sari + "/requests", ["kind": kind], as: .officer).status == 303)
        }
        let page = try await office.get(sari, as: .head)
        let requests = page.body.matches(of: #/action="([^"]+/requests/[0-9a-f-]{36})"/#).map { String($0.output.1) }
        let (withdrawal, access) = (try #require(requests.first), try #require(requests.last))
        #expect(!(try await office.get(sari, as: .officer)).body.contains(access), "the officer decides nothing")
        #expect(try await office.post(access, ["outcome": "answered"], as: .officer).status == 403)
        let duty = try await office.post(withdrawal, ["reason": "legal-duty"], as: .head)
        #expect(duty.status == 409)
        #expect(readable(duty.body).contains("tidak boleh ditolak dengan alasan itu"))
        #expect(try await office.post(withdrawal, ["reason": "identity-not-proven"], as: .head).status == 303)
        #expect(try await office.post(access, ["outcome": "answered"], as: .head).status == 303)
        let again = try await office.post(access, ["outcome": "answered"], as: .head)
        #expect(again.status == 409)
        let text = try await office.read(sari, as: .officer)
        #expect(text.contains("oleh Ni Luh Sari: belum terbukti bahwa ia orang yang dimaksud."))
        #expect(text.contains("Dijawab 25 November 2026 09.00 WITA oleh Ni Luh Sari."))
    }

    @Test func `a request of one person is not settled on the page of another`() async throws {
        let office = try await Office()
        let (sari, made) = (try await office.enter(), try await office.enter("I Made Dewa", nik: ""))
        _ = try await office.post(sari + "/requests", ["kind": "access"], as: .officer)
        let page = try await office.get(sari, as: .head)
        let own = try #require(page.body.firstMatch(of: #/action="([^"]+/requests/[0-9a-f-]{36})"/#)).output.1
        let foreign = String(own).replacing(sari, with: made)
        #expect(try await office.post(foreign, ["outcome": "answered"], as: .head).status == 404)
    }

    @Test func `erasure is the head's, is explained, and leaves no name anywhere`() async throws {
        let office = try await Office()
        let sari = try await office.enter()
        try await office.agree(sari)
        let fields = ["reason": "asked", "understood": "1"]
        #expect(try await office.post(sari + "/erase", fields, as: .officer).status == 403)
        #expect(try await office.post(sari + "/erase", ["reason": "asked"], as: .head).status == 400)
        #expect(
            try await office.post(sari + "/erase", ["reason": "boredom", "understood": "1"], as: .head).status == 400)
        #expect(try await office.read(sari, as: .head).contains("Yang dimusnahkan: nama, kontak, NIK"))
        _ = try await office.post(sari + "/requests", ["kind": "erasure"], as: .officer)
        #expect(try await office.post(sari + "/erase", fields, as: .head).status == 303)
        // Who asked for it still has to be told, and the list says so without a name.
        #expect(try await office.read("/register/people", as: .officer).contains("Menghapus datanya"))
        try expectTranscript(try await office.read(sari, as: .head), "person-erased")
        let audit = try await office.read("/audit?lang=en", as: .head)
        #expect(audit.contains("Ni Luh Sari erased the data of a person."))
        #expect(audit.contains("Reason: the person asked for it."))
        #expect(audit.contains("Name: (erased)"))
        for path in [sari, sari + ".json", "/register/people", "/audit", "/register/people.csv"] {
            for desk in [Office.Desk.officer, .head] {
                let body = try await office.get(path, as: desk).body
                #expect(!body.contains("Wayan Sari") && !body.contains("0812-3456"), "\(path)")
            }
        }
        #expect(try await office.post(sari + "/erase", fields, as: .head).status == 409)
        #expect(try await office.post(sari + "/requests", ["kind": "access"], as: .officer).status == 409)
    }

    @Test func `a copy of everything is for the person, by whoever exports, and is noted first`() async throws {
        let office = try await Office()
        let sari = try await office.enter()
        try await office.agree(sari)
        #expect(try await office.get(sari + ".json", as: .head).status == 403)
        let copy = try await office.get(sari + ".json", as: .officer)
        #expect(copy.status == 200)
        let json = try #require(try JSONSerialization.jsonObject(with: Data(copy.body.utf8)) as? [String: Any])
        #expect(json["name"] as? String == "Ni Wayan Sari")
        #expect(json["phone"] as? String == "0812-3456-789")
        #expect((json["consents"] as? [[String: Any]])?.first?["reference"] as? String == "map 3, lembar 12")
        let history = try #require(json["history"] as? [[String: Any]]).compactMap { $0["kind"] as? String }
        #expect(history == ["person-entered", "consent-given", "person-shown"])
        #expect(
            try await office.read("/audit", as: .head).contains("I Wayan Putra mengambil salinan data Ni Wayan Sari."))
    }
}
