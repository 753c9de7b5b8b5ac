import Foundation
import Register
import Storage
import Testing

@testable import Web

struct MachineTests {
    @Test func `work is asked for, watched without script, and cancelled`() async throws {
        let office = try await Office()
        #expect(try await office.read("/jobs", as: .administrator).contains("Belum pernah ada proses"))
        let asked = try await office.post("/jobs", ["kind": "audit"], as: .administrator)
        #expect(asked.status == 303)
        let path = try #require(asked.headers["location"])
        let page = try await office.get(path, as: .administrator)
        #expect(page.body.contains("<meta http-equiv=\"refresh\" content=\"5\">"))
        try expectTranscript(try await office.read(path, as: .administrator), "job-waiting")
        #expect(!(try await office.get(path + "?refresh=no", as: .administrator)).body.contains("http-equiv"))

        let store = office.house.store
        let job = try #require(
            try await store.takeJob(runner: "r", silentSince: office.now.addingTimeInterval(-60), at: office.now))
        _ = try await store.report(Job.Progress(done: 1200, wanted: 4000), on: job.id, runner: "r", at: office.now)
        let running = try await office.get(path, as: .administrator).body
        #expect(running.contains("<progress max=\"4000\" value=\"1200\""))
        #expect(readable(running).contains("1.200 dari 4.000"))
        try expectTranscript(try await office.read("/jobs?lang=en", as: .administrator), "jobs-en")

        #expect(try await office.post(path + "/cancel", as: .administrator).status == 303)
        let stopping = try await office.read(path, as: .administrator)
        #expect(stopping.contains("Sedang dihentikan") && !stopping.contains("Batalkan"))
        try await store.end(job.id, .cancelled, outcome: "", runner: "r", at: office.now)
        #expect(try await office.post(path + "/cancel", as: .administrator).status == 409)
        #expect(!(try await office.get(path, as: .administrator)).body.contains("http-equiv"))
    }

    @Test func `how a job ended is said in words`() async throws {
        let office = try await Office()
        try await office.finish("audit", #"{"books":[{"head":"a","length":12,"office":"51.03"}]}"#)
        try await office.finish("backup", "disk-full", .failed)
        try await office.finish(
            "backup", #"{"file":"tiru-20261125T180000Z.backup","removed":["a","b"],"sha256":"ab","size":52428800}"#)
        try expectTranscript(try await office.read("/jobs", as: .administrator), "jobs")
        let csv = try await office.get("/jobs.csv", as: .administrator).body
        #expect(csv.split(separator: "\r\n").count == 4)
        #expect(csv.contains("audit,done,2026-11-25T01:00:00Z,Made Admin,00,"))
        #expect(try await office.get("/jobs.json", as: .administrator).body.contains("\"kind\":\"backup\""))
    }

    @Test func `jobs of the installation are asked for by its administrator only`() async throws {
        let office = try await Office()
        for desk in [Office.Desk.head, .officer, .enumerator] {
            #expect(try await office.post("/jobs", ["kind": "backup"], as: desk).status == 403)
        }
        #expect(try await office.post("/jobs", ["kind": "rm"], as: .administrator).status == 400)
        try await office.finish("backup", "{}")
        let page = try await office.get("/jobs", as: .administrator).body
        let path = try #require(page.firstMatch(of: #/href="(/jobs/[0-9a-f-]{36})"/#)).output.1
        #expect(try await office.get(String(path), as: .administrator).status == 200)
        #expect(try await office.get(String(path), as: .head).status == 404, "not of the own region")
        #expect(!(try await office.get("/jobs", as: .head)).body.contains(path))
        #expect(try await office.get("/jobs/01900000-0000-7000-8000-000000000000", as: .administrator).status == 404)
    }

    @Test(arguments: ["", "?lang=en"])
    func `the installation reads as last read`(query: String) async throws {
        let office = try await Office()
        let text = try await office.read("/operations\(query)", as: .administrator)
        try expectTranscript(text, query.isEmpty ? "operations" : "operations-en")
    }

    @Test func `the last backup is the last that was done`() async throws {
        let office = try await Office()
        try await office.finish("backup", "disk-full", .failed)
        #expect(try await office.read("/operations", as: .administrator).contains("Belum pernah ada cadangan"))
        try await office.finish("backup", "{}")
        try await office.wait(hours: 50)
        #expect(
            try await office.read("/operations", as: .administrator).contains(
                "Cadangan terakhir selesai 25 November 2026 09.00 WITA, 2 hari yang lalu."))
    }

    @Test func `each head is told the end of the own book`() async throws {
        let office = try await Office()
        let own = try await office.get("/operations.csv", as: .head).body.split(separator: "\r\n")
        #expect(own.count == 2 && own[1].hasPrefix("51.03,Kabupaten Badung,"))
        let all = try await office.get("/operations.json", as: .administrator).body
        #expect(all.contains("\"73.71\"") && all.contains("\"00\""))
        #expect(try await office.get("/operations", as: .officer).status == 403)
    }
}
