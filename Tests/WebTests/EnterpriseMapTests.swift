import Foundation
import Register
import Secrets
import Storage
import Testing
import World

@testable import Web

/// Places of enterprises that are given out by consent.
struct EnterpriseMapTests {
    /// An enterprise with its owner's citizen number, brought by a list.
    private func enter(_ name: String, number: String, _ office: Office) async throws {
        var card = EnterpriseCard(name: name)
        card.owner = "Rahasia \(name)"
        card.phone = "6281234567"
        card.position = Coordinates(latitude: -8.58, longitude: 115.17)
        card.industry = IndustryCode(.kbli2020, "13121")
        let id = Enterprise.ID(office.house.identifiers.next(at: office.now))
        _ = try await office.bring(ListEntry(row: 2, card: card, nik: try NIK(number)), as: id)
    }

    private func agree(_ number: String, _ office: Office) async throws {
        let id = Person.ID(office.house.identifiers.next(at: office.now))
        let name = try #require(DisplayName("Rahasia"))
        let stamp = Stamp(by: try office.account(.officer), at: office.now)
        try await office.house.store.enter(
            id, PersonEntry(name: name, contact: nil, number: .set(try NIK(number))), in: World.badung, by: stamp)
        let sent = try await office.post(
            "\(Paths.people)/\(id)/consents",
            [
                "purpose": "publish-place", "proof": "signed-paper", "reference": "map 7",
                "words-version": "2026-1",
            ], as: .officer)
        #expect(sent.status == 303, "\(readable(sent.body))")
    }

    @Test func `the file holds whose owner agreed, nobody's name, and how many were left out`() async throws {
        let office = try await Office()
        try await enter("Tenun Satu", number: "9999993102000001", office)
        try await enter("Tenun Dua", number: "9999993102000002", office)
        try await agree("9999993102000001", office)
        let answer = try await office.get("/register/enterprises.geojson", as: .officer)
        #expect(answer.status == 200 && answer.contentType == "application/geo+json")
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
        #expect(document["type"] as? String == "FeatureCollection" && document["left_out"] as? Int == 1)
        let features = try #require(document["features"] as? [[String: Any]])
        let feature = try #require(features.first)
        #expect(
            features.count == 1
                && (feature["geometry"] as? [String: Any])?["coordinates"] as? [Double] == [115.17, -8.58])
        #expect((feature["properties"] as? [String: Any])?["name"] as? String == "Tenun Satu")
        #expect(!answer.body.contains("Rahasia") && !answer.body.contains("6281234567"))
        let none = try await office.get("/register/enterprises.geojson?kbli=10", as: .officer)
        #expect(none.body.contains("\"features\":[],") && none.body.contains("\"left_out\":0"))
        let audit = try await office.read("/audit?kind=places-exported", as: .head)
        #expect(audit.contains("I Wayan Putra mengunduh letak perusahaan (1 yang pemiliknya setuju, 1 tidak ikut)."))
        let book = try await office.get("/audit.json?kind=places-exported", as: .head)
        #expect(book.body.contains(SHA256.hex(of: Array(answer.body.utf8))))
    }

    @Test func `who may not carry the list away may not carry its places away`() async throws {
        let office = try await Office()
        for desk in [Office.Desk.enumerator] {
            #expect(try await office.get("/register/enterprises.geojson", as: desk).status == 403)
        }
        #expect(try await office.get("/register/enterprises.geojson", as: .head).status == 200)
        #expect(try await office.read("/register/enterprises", as: .officer).contains("menyetujui letak usahanya"))
    }
}
