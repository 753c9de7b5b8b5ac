import Exchange
import Foundation
import HTTPTypes
import Register
import Secrets
import Storage
import Testing
import World

@testable import Web

/// Bringing a list by the form.
struct ListTests {
    private func send(
        _ office: Office, as desk: Office.Desk = .officer, token: String?, first: Bool = true,
        file: String? = "nama\nA\n"
    ) async throws -> Site.Answer {
        func part(_ disposition: String, _ body: String) -> String {
            "--tanda\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n\(body)\r\n"
        }
        let proof = token.map { part("name=\"form-token\"", $0) } ?? ""
        let list = file.map { part("name=\"file\"; filename=\"daftar.csv\"", $0) } ?? ""
        let headers: HTTPFields = [
            .contentType: "multipart/form-data; boundary=tanda", .origin: "http://tiru.test",
            .cookie: "tiru-session=\(try office.session(desk).text)",
        ]
        return try await office.raw(
            .post, "/register/lists", headers, body: (first ? proof + list : list + proof) + "--tanda--\r\n")
    }

    private func token(_ office: Office, _ desk: Office.Desk = .officer) throws -> String {
        office.house.keyring.fingerprint(of: try office.session(desk).text, for: .formToken)
    }

    @Test func `a list is kept, and its check waits`() async throws {
        let office = try await Office()
        let answer = try await send(office, token: try token(office))
        #expect(answer.status == 303)
        let path = try #require(answer.headers["location"])
        let page = try await office.get(path, as: .officer)
        #expect(page.status == 200 && page.body.contains("daftar.csv"))
        #expect(try await office.house.store.lists(in: [World.badung], limit: 5).count == 1)
    }

    @Test func `a list without the token of the own session is not kept`() async throws {
        let office = try await Office()
        for proof in [nil, "", "abc", try token(office, .stranger)] {
            #expect(try await send(office, token: proof).status == 403)
        }
        // The token comes first, so that nothing is kept for whoever has none.
        #expect(try await send(office, token: try token(office), first: false).status == 403)
        #expect(try await office.house.store.lists(in: [World.badung], limit: 5).isEmpty)
    }

    @Test func `a check is watched, stopped and asked for again, without script`() async throws {
        let office = try await Office()
        let store = office.house.store
        let path = try #require(try await send(office, token: try token(office)).headers["location"])
        let waiting = try await office.get(path, as: .officer).body
        #expect(waiting.contains("action=\"\(path)/cancel\"") && waiting.contains("http-equiv=\"refresh\""))
        #expect(!(try await office.get(path + "?refresh=no", as: .officer)).body.contains("http-equiv"))

        let job = try #require(
            try await store.takeJob(runner: "r", silentSince: office.now.addingTimeInterval(-60), at: office.now))
        await office.house.jobsAtHand.take(
            job.id, pace: { JobPace(Job.Progress(done: 1200, wanted: 4000), secondsLeft: 95) }, stop: {})
        #expect(try await office.read(path, as: .officer).contains("1.200 dari 4.000 · kira-kira 2 menit lagi"))
        #expect(try await office.post(path + "/cancel", as: .stranger).status == 404)
        #expect(try await office.post(path + "/cancel", as: .officer).headers["location"] == path)
        #expect(await office.house.jobsAtHand.layDown(job.id)?.by == (try office.account(.officer)))
        let stopping = try await office.get(path, as: .officer).body
        #expect(stopping.contains("Sedang dihentikan") && !stopping.contains("\(path)/cancel"))
        try await store.end(job.id, .cancelled, outcome: "", runner: "r", at: office.now)
        #expect(try await office.post(path + "/cancel", as: .officer).status == 409)

        let stopped = try await office.get(path, as: .officer).body
        #expect(stopped.contains("Pemeriksaan dihentikan") && !stopped.contains("http-equiv"))
        #expect(stopped.contains("action=\"\(path)/check\""))
        // Who presses twice asks once.
        for _ in 1...2 { #expect(try await office.post(path + "/check", as: .officer).status == 303) }
        #expect(try await store.jobs(in: [World.badung], limit: 10).map(\.kind) == ["list-check", "list-check"])
    }

    @Test func `what was checked under other columns cannot be entered`() async throws {
        let office = try await Office()
        let store = office.house.store
        let path = try #require(try await send(office, token: try token(office)).headers["location"])
        let id = try #require(OfficeList.ID(String(path.split(separator: "/").last ?? "")))
        let place = FileManager.default.temporaryDirectory.appending(path: "tiru-plan-\(id).csv")
        try Data("nama_perusahaan,nama_pemilik\nA,B\n".utf8).write(to: place)
        let plan = try ListPlan.proposed(for: SheetFile(at: place)) { _ in nil }
        try FileManager.default.removeItem(at: place)
        try await store.keepReading(
            String(decoding: try JSONEncoder().encode(plan), as: UTF8.self), of: id, header: nil)
        var counts = ListCounts()
        (counts.rows, counts.new) = (1, 1)
        let stamp = Stamp(by: nil, at: office.now)
        try await store.keepCheck(OfficeList.Step(.checked, stamp, counts), of: id, faults: [])
        let job = try #require(try await store.takeJob(runner: "r", silentSince: office.now, at: office.now))
        try await store.end(job.id, .done, outcome: "{}", runner: "r", at: office.now)
        #expect(try await office.get(path, as: .officer).body.contains("action=\"\(path)/enter\""))

        #expect(try await office.post(path + "/columns", ["column-1": "nama_perusahaan"], as: .officer).status == 400)
        let name = Indonesian().field(.name)
        #expect(try await office.post(path + "/columns", ["column-1": name], as: .officer).status == 303)
        #expect(try await office.post(path + "/cancel", as: .officer).status == 303)
        #expect(try await office.post(path + "/enter", as: .officer).status == 409)
        #expect(!(try await office.get(path, as: .officer)).body.contains("action=\"\(path)/enter\""))
    }

    @Test func `what may be known already and what is passed by are told before a list is entered`() async throws {
        let office = try await Office()
        let store = office.house.store
        let known = try await office.newEnterprise("Keramik Tanah Lot")
        let path = try #require(try await send(office, token: try token(office)).headers["location"])
        let id = try #require(OfficeList.ID(String(path.split(separator: "/").last ?? "")))
        let job = try #require(try await store.takeJob(runner: "r", silentSince: office.now, at: office.now))
        try await store.end(job.id, .done, outcome: "{}", runner: "r", at: office.now)
        var counts = ListCounts()
        (counts.rows, counts.new, counts.likely, counts.unsought) = (1204, 1204, 1, 3)
        (counts.yearsEntered, counts.yearsLocked) = (5, 2)
        let twin = ListTwin(
            row: 7, name: "UD Keramik Tanahlot", enterprise: try office.key(known),
            score: TwinScore(
                bits: 5,
                reasons: [TwinReason(kind: .namesAlike(0.9), bits: 6), TwinReason(kind: .sameOwner, bits: 1)]))
        let fault = ListFault(
            row: 9, column: 4, field: .output, value: "13000000000", reason: .farFromPast,
            details: ["× 1000", "2023", "12000000"])
        try await store.keepCheck(
            OfficeList.Step(.checked, Stamp(by: nil, at: office.now), counts), of: id, faults: [fault], twins: [twin])
        let page = try await office.read(path, as: .officer)
        for told in [
            "1 di antara yang baru mungkin sudah ada", "3 baris baru tidak dibandingkan",
            "Angka tahunan 5 baris tidak akan diambil", "2 di antaranya sudah dikunci",
            "Tahun 2023 tercatat Rp\u{a0}12.000.000; di sini kira-kira × 1.000.", "UD Keramik Tanahlot",
            "Keramik Tanah Lot", "97\u{a0}%", "nama mirip (90\u{a0}%)", "pemilik sama",
        ] { #expect(page.contains(told), "\(told): \(page)") }
        let english = try await office.read(path + "?lang=en", as: .officer)
        #expect(english.contains("Rp\u{a0}12,000,000 in 2023; here it is about × 1,000."))
        let csv = try await office.get(path + "/twins.csv", as: .officer).body
        #expect(csv.contains("7,UD Keramik Tanahlot,Keramik Tanah Lot") && csv.contains("\(twin.enterprise)"))
        #expect(try await office.get(path + "/twins.json", as: .stranger).status == 404)
        #expect(try await office.get(path + "/twins.json", as: .head).status == 403)
    }

    @Test func `nothing sent is said to be missing, and the page stays`() async throws {
        let office = try await Office()
        for file in [nil, ""] {
            let answer = try await send(office, token: try token(office), file: file)
            #expect(answer.status == 400)
            #expect(answer.headers["connection"] == "close")
            #expect(answer.body.contains("action=\"/register/lists\""))
        }
    }
}
