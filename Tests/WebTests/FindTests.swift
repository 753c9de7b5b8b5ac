import Foundation
import HTTPTypes
import Register
import Secrets
import Storage
import Testing
import World

@testable import Web

/// The search at the head of every page.
struct FindTests {
    private func office() async throws -> Office {
        let office = try await Office()
        let stamp = Stamp(by: nil, at: Office.morning)
        for (place, region) in [World.badung, World.makassar].enumerated() {
            var card = EnterpriseCard(name: "Tenun Tjokro \(place)")
            card.owner = "Ni Luh Rahasia"
            card.nib = NIB("912345678901\(place)")
            try await office.house.store.enter(
                Enterprise.ID(office.house.identifiers.next(at: Office.morning)), card, in: region, by: stamp)
            try await office.house.store.enter(
                Sentra.ID(office.house.identifiers.next(at: Office.morning)), SentraCard(name: "Sentra Cokro \(place)"),
                in: region, by: stamp)
        }
        return office
    }

    private func find(_ text: String, _ office: Office, as desk: Office.Desk?) async throws -> String {
        let query = try #require(text.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        let page = try await office.get("/find?q=\(query)", as: desk)
        #expect(page.status == 200)
        #expect(page.headers["cache-control"] == "no-store")
        let data = try await office.get("/find.json?q=\(query)", as: desk)
        #expect(data.status == 200)
        return page.body + data.body
    }

    @Test func `every page has the box`() async throws {
        let office = try await office()
        for (path, desk) in [
            ("/", nil), ("/compare/hosts", nil), ("/nowhere", nil), ("/register/lists", Office.Desk.officer),
            ("/account", .head),
        ] {
            let body = try await office.get(path, as: desk).body
            #expect(body.contains("action=\"/find\"") && body.contains("id=\"find\""), "\(path)")
        }
    }

    @Test(arguments: ["tjokro", "COKRO", "tenun cok", "9123456789010", "UD. Cokro"])
    func `an enterprise is found by its name and number, in one's own office only`(text: String) async throws {
        let office = try await office()
        let found = try await find(text, office, as: .officer)
        #expect(found.contains("Tenun Tjokro 0") && !found.contains("Tjokro 1"))
        #expect(try await !find(text, office, as: nil).contains("Tjokro 0"))
        #expect(try await !find(text, office, as: .administrator).contains("Tjokro 0"))
    }

    @Test func `sentra, places and regions are found too`() async throws {
        let office = try await office()
        let found = try await find("cokro", office, as: .officer)
        #expect(found.contains("Sentra Cokro 0") && !found.contains("Sentra Cokro 1"))
        #expect(try await find("badung", office, as: nil).contains("/compare/regions/51.03"))
    }

    @Test func `owners are found and named by the right to personal data only`() async throws {
        let office = try await office()
        #expect(try await find("rahasia", office, as: .officer).contains("Tenun Tjokro 0"))
        #expect(try await !find("rahasia", office, as: .enumerator).contains("Tenun Tjokro 0"))
        let found = try await find("tenun", office, as: .enumerator)
        #expect(found.contains("Tenun Tjokro 0") && !found.contains("Rahasia"))
    }

    @Test func `nothing asked says what can be asked, nothing found what to do`() async throws {
        let office = try await office()
        #expect(try await office.get("/find", as: nil).body.contains("Ketik nama usaha"))
        #expect(try await find("zebra", office, as: .officer).contains("Coba sebagian kata"))
    }

    @Test func `a citizen number is refused and not said back`() async throws {
        let office = try await office()
        for path in ["/find", "/find.json"] {
            let answer = try await office.get("\(path)?q=5103014107850001", as: .officer)
            #expect(answer.status == 400)
            #expect(!answer.body.contains("5103014107850001"))
        }
    }
}
