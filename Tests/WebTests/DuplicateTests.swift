import Foundation
import HTTPTypes
import Register
import Secrets
import Storage
import Testing
import World

@testable import Web

/// Enterprises that may be one: the queue, settling a pair, parting again what was merged.
struct DuplicateTests {
    /// Two records of one weaver of Badung, and the pair that was found.
    private struct Weaver {
        let office: Office
        let first: Enterprise.ID
        let second: Enterprise.ID
        let pair: TwinPair
        var path: String { "/register/twins/\(pair.id)" }

        init() async throws {
            office = try await Office()
            first = Enterprise.ID(office.house.identifiers.next(at: Office.morning))
            second = Enterprise.ID(office.house.identifiers.next(at: Office.morning))
            var one = EnterpriseCard(name: "Tenun Sari (Contoh)")
            one.owner = "Ni Made Rahasia"
            one.area = AreaCode("51.03.01.2001")
            one.product = "Kain endek"
            var other = EnterpriseCard(name: "UD. Tenoen Sari (Contoh)")
            other.owner = "Made Rahasia"
            other.area = AreaCode("51.03.01.2001")
            other.product = "Endek"
            other.nib = NIB("9999900000001")
            let stamp = Stamp(by: nil, at: Office.morning)
            try await office.house.store.enter(first, one, in: World.badung, by: stamp)
            try await office.house.store.enter(second, other, in: World.badung, by: stamp)
            let score = TwinScore(TwinRecord(id: first, card: one), TwinRecord(id: second, card: other))
            pair = TwinPair(
                TwinPair.ID(office.house.identifiers.next(at: Office.morning)), in: World.badung, (first, second),
                score, foundAt: Office.morning)
            try await office.house.store.keepTwins([pair], of: World.badung)
        }

        func merge(keeping kept: Enterprise.ID, version: Int = 1) async throws -> Site.Answer {
            try await office.post(
                path + "/merge",
                ["keep": kept.identifier.text, "first-version": "\(version)", "second-version": "1"], as: .officer)
        }
    }

    @Test(arguments: ["", "-en"])
    func `the queue and a pair read as they were looked at`(name: String) async throws {
        let weaver = try await Weaver()
        let query = name.isEmpty ? "" : "?lang=en"
        try expectTranscript(try await weaver.office.read("/register/twins" + query, as: .officer), "twins" + name)
        try expectTranscript(try await weaver.office.read(weaver.path + query, as: .officer), "twin-pair" + name)
    }

    @Test func `a search is watched and stopped without script, and can be begun again`() async throws {
        let office = try await Office()
        let (page, stop) = ("/register/twins", "/register/twins/cancel")
        #expect(try await office.post(stop, as: .officer).status == 409)
        #expect(try await office.post(page, as: .officer).status == 303)
        let waiting = try await office.get(page, as: .officer).body
        #expect(waiting.contains("action=\"\(stop)\"") && waiting.contains("http-equiv=\"refresh\""))
        #expect(!(try await office.get(page + "?refresh=no", as: .officer)).body.contains("http-equiv"))
        #expect(try await office.post(stop, as: .stranger).status == 409, "another office's search is none of theirs")
        #expect(try await office.post(stop, as: .head).status == 403)
        #expect(try await office.post(stop, as: .officer).headers["location"] == page)
        let stopped = try await office.get(page, as: .officer).body
        #expect(stopped.contains("Pencarian dihentikan") && !stopped.contains("http-equiv"))
        #expect(try await office.post(stop, as: .officer).status == 409)
        #expect(try await office.post(page, as: .officer).status == 303)
    }

    @Test func `one is merged into the other, and parted again`() async throws {
        let weaver = try await Weaver()
        let answer = try await weaver.merge(keeping: weaver.first)
        #expect(answer.status == 303)
        let kept = "/register/enterprises/\(weaver.first)"
        #expect(answer.headers["location"] == kept + "?saved=1")
        let page = try await weaver.office.get(kept, as: .officer).body
        #expect(page.contains("9999900000001") && page.contains("UD. Tenoen Sari (Contoh) digabung ke sini."))
        #expect(try await !weaver.office.get("/register/enterprises", as: .officer).body.contains("Tenoen"))
        #expect(try await weaver.office.get(weaver.path, as: .officer).body.contains("Sudah diputuskan: digabungkan."))
        let part = "/register/enterprises/\(weaver.second)/part"
        #expect(page.contains("action=\"\(part)\""))
        #expect(try await !weaver.office.get(kept, as: .enumerator).body.contains("action=\"\(part)\""))
        #expect(try await weaver.office.post(part, as: .officer).status == 303)
        #expect(try await weaver.office.get("/register/enterprises", as: .officer).body.contains("Tenoen"))
        let history = try await weaver.office.read(kept + "/history", as: .head)
        #expect(history.contains("menggabungkan UD. Tenoen Sari (Contoh) ke Tenun Sari (Contoh)."))
        #expect(history.contains("memisahkan kembali UD. Tenoen Sari (Contoh) dari Tenun Sari (Contoh)."))
    }

    @Test func `a pair that was compared as it no longer is stays as it is, with the reason`() async throws {
        let weaver = try await Weaver()
        let answer = try await weaver.merge(keeping: weaver.second, version: 7)
        #expect(answer.headers["tiru-refusal"] == nil || answer.status == 409)
        #expect(answer.status != 303 && answer.body.contains("Orang lain sudah mengubahnya lebih dahulu."))
        let stranger = try await weaver.merge(
            keeping: Enterprise.ID(weaver.office.house.identifiers.next(at: Office.morning)))
        #expect(stranger.status == 400)
        #expect(try await weaver.office.house.store.enterprise(weaver.first).mergedInto == nil)
    }

    @Test func `what was changed since the merger is said, and not parted`() async throws {
        let weaver = try await Weaver()
        _ = try await weaver.merge(keeping: weaver.first)
        let record = try await weaver.office.house.store.enterprise(weaver.first)
        var card = record.enterprise.card
        card.product = "Songket"
        try await weaver.office.house.store.change(
            weaver.first, to: card, from: record.enterprise.version, by: Stamp(by: nil, at: Office.morning))
        let answer = try await weaver.office.post("/register/enterprises/\(weaver.second)/part", as: .officer)
        #expect(answer.status != 303 && answer.body.contains("sudah diubah sesudah penggabungan"))
    }

    @Test func `two that differ are not asked about again`() async throws {
        let weaver = try await Weaver()
        #expect(try await weaver.office.post(weaver.path + "/different", as: .officer).status == 303)
        #expect(try await !weaver.office.get("/register/twins", as: .officer).body.contains("Tenoen"))
        let again = try await weaver.office.post(weaver.path + "/different", as: .officer)
        #expect(again.body.contains("Keadaannya sudah demikian"))
        try await weaver.office.house.store.keepTwins([weaver.pair], of: World.badung)
        #expect(try await !weaver.office.get("/register/twins", as: .officer).body.contains("Tenoen"))
    }

    @Test func `owners are compared before the eyes of those who may read them`() async throws {
        let weaver = try await Weaver()
        for address in ["/register/twins", weaver.path] {
            let officer = try await weaver.office.get(address, as: .officer).body
            let enumerator = try await weaver.office.get(address, as: .enumerator).body
            #expect(officer.contains("pemilik"), "\(address)")
            #expect(enumerator.contains("Tenoen") && !enumerator.contains("nama pemilik mirip"), "\(address)")
            #expect(!enumerator.contains("Rahasia"), "\(address)")
            #expect(!enumerator.contains("pemilik sama"), "\(address)")
        }
        #expect(try await weaver.office.get(weaver.path, as: .officer).body.contains("Ni Made Rahasia"))
        #expect(try await !weaver.office.get(weaver.path, as: .enumerator).body.contains("/merge"))
        #expect(try await weaver.office.get(weaver.path, as: .stranger).status == 404)
        #expect(try await !weaver.office.get("/register/twins", as: .stranger).body.contains("Tenoen"))
    }

    @Test func `the queue as data holds what the page shows`() async throws {
        let weaver = try await Weaver()
        let csv = try await weaver.office.get("/register/twins.csv", as: .head).body
        #expect(csv.contains("first,second,probability,reasons,first_id,second_id"))
        #expect(csv.contains("\(weaver.first),\(weaver.second)"))
        #expect(try await weaver.office.get("/register/twins.json", as: .head).body.contains("Tenun Sari (Contoh)"))
    }

    @Test func `a search is asked for once while it waits`() async throws {
        let weaver = try await Weaver()
        for _ in 0..<2 { #expect(try await weaver.office.post("/register/twins", as: .officer).status == 303) }
        let jobs = try await weaver.office.house.store.jobs(in: [World.badung], limit: 5)
        #expect(jobs.map(\.kind) == ["twins-find"])
        let page = try await weaver.office.get("/register/twins", as: .officer).body
        #expect(page.contains("Sedang mencari data ganda."))
    }
}
