import Foundation
import Register
import Storage
import Testing
import World

@testable import Web

struct AuditTests {
    /// An office in which something of most kinds happened.
    private func busyOffice() async throws -> Office {
        let office = try await Office()
        let sari = try await office.enter()
        try await office.agree(sari)
        _ = try await office.post(sari + "/consents/withdraw", ["purpose": "publish-name"], as: .officer)
        _ = try await office.post(sari + "/requests", ["kind": "correction"], as: .officer)
        let page = try await office.get(sari, as: .head).body
        let request = try #require(page.firstMatch(of: #/action="([^"]+/requests/[0-9a-f-]{36})"/#)).output.1
        _ = try await office.post(String(request), ["reason": "identity-not-proven"], as: .head)
        let change = ["display-name": "Ni Wayan Sari Dewi", "phone": "0812-3456-000", "version": "1"]
        _ = try await office.post(sari, change, as: .officer)
        _ = try await office.get(sari + ".json", as: .officer)
        return office
    }

    @Test(arguments: ["", "?lang=en"])
    func `the book reads as it was last read by a person`(query: String) async throws {
        let office = try await busyOffice()
        let text = try await office.read("/audit\(query)", as: .head)
        try expectTranscript(text, query.isEmpty ? "audit" : "audit-en")
    }

    @Test(arguments: Language.allCases, EventKind.allCases)
    func `every kind of event has a sentence`(language: Language, kind: EventKind) {
        let values = Dictionary(uniqueKeysWithValues: ToldEvent.fields.map { ($0, "‹\($0)›") })
        let told = ToldEvent(kind: kind, actor: "Sari", subject: "Wayan", values: values)
        let sentence = language.words.sentence(told)
        #expect(sentence.hasSuffix("."))
        #expect(sentence.contains("Sari"))
        #expect(!sentence.contains(kind.rawValue), "words, not codes")
        #expect(!sentence.contains("  ") && !sentence.contains("))"))
        if kind.subject == .person, kind != .personErased { #expect(sentence.contains("Wayan")) }
    }

    @Test func `no two kinds of event are told alike`() {
        for language in Language.allCases {
            let sentences = EventKind.allCases.map {
                language.words.sentence(ToldEvent(kind: $0, actor: "A", subject: "B", values: [:]))
            }
            #expect(Set(sentences).count == sentences.count)
        }
    }

    @Test func `filters leave what matches`() async throws {
        let office = try await busyOffice()
        func numbers(_ query: String) async throws -> [String] {
            let body = try await office.get("/audit.csv?\(query)", as: .head).body
            return body.split(separator: "\r\n").dropFirst().compactMap {
                $0.split(separator: ",").first.map(String.init)
            }
        }
        let all = try await numbers("")
        #expect(all.count > 15 && all == all.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) })
        #expect(try await numbers("kind=consent-given").count == 1)
        let actor = try office.account(.head)
        let byHead = try await numbers("actor=\(actor)")
        #expect(!byHead.isEmpty && byHead.count < all.count)
        #expect(try await numbers("from=2026-11-25&to=2026-11-25") == all)
        #expect(try await numbers("to=2026-11-24").isEmpty)
        #expect(try await numbers("from=2026-11-26").isEmpty)
        for wrong in ["from=2026-13-45", "from=kemarin", "kind=nothing", "actor=x", "befor=3", "before=0"] {
            #expect(try await office.get("/audit?\(wrong)", as: .head).status == 400, "\(wrong)")
        }
    }

    @Test func `a day is the office's day, not Greenwich's`() async throws {
        let office = try await Office()
        // 23.30 in Badung, 15.30 at Greenwich; an hour later it is the next day there only.
        try await office.wait(hours: 14.5)
        _ = try await office.enter("Sebelum Tengah Malam", nik: "")
        try await office.wait(hours: 1)
        _ = try await office.enter("Sesudah Tengah Malam", nik: "")
        let today = try await office.read("/audit?kind=person-entered&to=2026-11-25", as: .head)
        #expect(today.contains("Sebelum Tengah") && !today.contains("Sesudah Tengah"))
        let next = try await office.read("/audit?kind=person-entered&from=2026-11-26", as: .head)
        #expect(!next.contains("Sebelum Tengah") && next.contains("Sesudah Tengah"))
    }

    @Test func `the book goes on by number`() async throws {
        let office = try await Office()
        for number in 0..<55 { _ = try await office.enter("Orang \(100 + number)", phone: "", nik: "") }
        let first = try await office.get("/audit?kind=person-entered", as: .head)
        let link = try #require(first.body.firstMatch(of: #/href="(/audit\?[^"]*before=\d+)"/#)).output.1
        let second = try await office.get(String(link).replacing("&amp;", with: "&"), as: .head)
        let seen = [first, second].map { page in
            Set(page.body.matches(of: #/mencatat Orang \d+/#).map { String($0.output) })
        }
        #expect(seen.map(\.count) == [50, 5])
        #expect(seen[0].isDisjoint(with: seen[1]))
    }

    @Test func `a head reads the own book and nobody else's`() async throws {
        let office = try await busyOffice()
        #expect(try await office.get("/audit?office=73.71", as: .head).status == 403)
        #expect(try await office.get("/audit?office=51", as: .head).status == 403)
        #expect(try await office.get("/audit.csv?office=00", as: .head).status == 403)
        #expect(try await office.get("/audit?office=51.03", as: .strangeHead).status == 403)
        for desk in [Office.Desk.officer, .enumerator, .administrator] {
            #expect(try await office.get("/audit", as: desk).status == 403)
            #expect(try await office.get("/audit.csv", as: desk).status == 403)
        }
    }

    @Test func `a head sees names in the book and carries none away`() async throws {
        let office = try await busyOffice()
        let page = try await office.get("/audit", as: .head).body
        #expect(page.contains("0812-3456-789") && page.contains("Sari Dewi"))
        for form in ["csv", "json"] {
            let file = try await office.get("/audit.\(form)", as: .head).body
            #expect(!file.contains("0812-3456") && !file.contains("Sari Dewi"))
            #expect(file.contains("(data pribadi)") && file.contains("I Wayan Putra"))
        }
    }

    @Test func `the state of the chain is that of the last check`() async throws {
        let office = try await busyOffice()
        #expect(try await office.read("/audit", as: .head).contains("Rantainya belum pernah diperiksa"))
        try await office.finish(
            "audit", #"{"books":[{"head":"ab","length":1,"office":"00"},{"head":"ab","length":12,"office":"51.03"}]}"#)
        #expect(
            try await office.read("/audit", as: .head).contains(
                "Rantai utuh sampai nomor 12, diperiksa 25 November 2026 09.00 WITA."))
        try await office.wait(hours: 1)
        let fault = #"{"kind":"changed","number":7,"office":"51.03"}"#
        let books = #"[{"length":1,"office":"00"},{"length":12,"office":"51.03"},{"length":9,"office":"73.71"}]"#
        try await office.finish("audit", #"{"books":\#(books),"fault":\#(fault)}"#)
        #expect(try await office.read("/audit", as: .head).contains("⚠ Rantai putus di nomor 7 (isi baris berubah)"))
        #expect(try await office.read("/audit", as: .strangeHead).contains("untuk buku ini belum diketahui"))
    }
}

extension Office {
    /// A job that ran and ended so.
    func finish(_ kind: String, _ outcome: String, _ state: Job.State = .done) async throws {
        let id = Job.ID(house.identifiers.next(at: now))
        try await house.store.ask(
            for: Job(id, kind, in: .nation, asked: Stamp(by: try account(.administrator), at: now)))
        let taken = try await house.store.takeJob(runner: "test", silentSince: now.addingTimeInterval(-60), at: now)
        #expect(taken?.id == id)
        try await house.store.end(id, state, outcome: outcome, runner: "test", at: now)
    }
}
