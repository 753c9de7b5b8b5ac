import Foundation
import Register
import Storage
import Testing
import World

@testable import Web

/// Changing many enterprises at once, by forms.
struct BulkTests {
    private static let (list, bulk) = ("/register/enterprises", "/register/bulk")

    /// The hidden fields of the forms that lead to an address.
    private func hidden(_ action: String, in body: String) throws -> [String: String] {
        let form = try #require(
            body.components(separatedBy: "<form").first { $0.hasPrefix(" action=\"\(action)\"") })
        var fields: [String: String] = [:]
        for match in form.matches(of: #/type="hidden" name="([^"]+)" value="([^"]*)"/#) {
            fields[String(match.output.1)] = String(match.output.2)
        }
        fields["form-token"] = nil
        return fields
    }

    private func pick(_ path: String) -> String { "pick-" + (path.split(separator: "/").last ?? "") }

    /// Asks, agrees; the address of the receipt.
    private func change(_ fields: [String: String], in office: Office) async throws -> String {
        let plan = try await office.post(Self.bulk + "/check", fields, as: .officer)
        #expect(plan.status == 200, "\(readable(plan.body))")
        let done = try await office.post(Self.bulk, try hidden(Self.bulk, in: plan.body), as: .officer)
        #expect(done.status == 303, "\(readable(done.body))")
        return String(try #require(done.headers["location"]?.split(separator: "?").first))
    }

    @Test func `what would change is told before anything does, then done, then taken back`() async throws {
        let office = try await Office()
        let paths = [try await office.newEnterprise("Anyaman"), try await office.newEnterprise("Batik")]
        let page = try await office.get(Self.list, as: .officer).body
        #expect(paths.allSatisfy { page.contains("name=\"\(pick($0))\" value=\"1\" form=\"bulk\"") })
        let picked = [pick(paths[0]): "1", pick(paths[1]): "1", "deed": "closed"]
        let plan = try await office.post(Self.bulk + "/check", picked, as: .officer)
        try expectTranscript(readable(plan.body), "bulk-plan")
        let id = try office.key(paths[0])
        #expect(try await office.house.store.enterprise(id).enterprise.card.isActive == nil)
        let receipt = try await change(picked, in: office)
        #expect(try await office.house.store.enterprise(id).enterprise.card.isActive == false)
        try expectTranscript(try await office.read(receipt, as: .officer), "bulk-receipt")
        try expectTranscript(try await office.read(receipt + "?lang=en", as: .head), "bulk-receipt-head-en")
        #expect(try await office.get(Self.list, as: .officer).body.contains(receipt))
        _ = try await office.post(
            paths[1], ["name": "Batik Baru", "kbli-version": "2020", "version": "2"], as: .officer)
        #expect(try await office.post(receipt + "/undo", as: .officer).status == 303)
        let after = try await office.read(receipt, as: .officer)
        try expectTranscript(after, "bulk-undone")
        #expect(try await office.house.store.enterprise(id).enterprise.card.isActive == nil)
        #expect(try await office.post(receipt + "/undo", as: .officer).status == 409)
    }

    @Test func `all that a search finds join a sentra that the page asks for`() async throws {
        let office = try await Office()
        for name in ["Tenun Satu", "Tenun Dua", "Kayu"] { _ = try await office.newEnterprise(name) }
        let sentra = Sentra.ID(office.house.identifiers.next(at: office.now))
        try await office.house.store.enter(
            sentra, SentraCard(name: "Sentra Tenun"), in: World.badung,
            by: Stamp(by: try office.account(.officer), at: office.now))
        let asked = try await office.post(
            Self.bulk + "/check", ["deed": "join", "all": "1", "q": "tenun"], as: .officer)
        #expect(readable(asked.body).contains("Untuk 2 perusahaan") && asked.body.contains("Sentra Tenun"))
        var fields = try hidden(Self.bulk + "/check", in: asked.body)
        #expect(fields.keys.filter { $0.hasPrefix("pick-") }.count == 2)
        (fields["sentra"], fields["from"]) = ("\(sentra)", "2026-01-31")
        let receipt = try await change(fields, in: office)
        #expect(try await office.read(receipt, as: .officer).contains("anggota sejak 31 Januari 2026"))
        #expect(try await office.house.store.sentra(sentra).members.count == 2)
    }

    @Test func `all says how many that are, and where it is not known how many are taken at most`() async throws {
        let office = try await Office()
        for name in ["Tenun Satu", "Tenun Dua", "Kayu"] { _ = try await office.newEnterprise(name) }
        func label(_ query: String) async throws -> String {
            try await office.read(Self.list + query, as: .officer).split(separator: "\n")
                .first { $0.contains("cocok dengan pencarian ini") }.map(String.init) ?? ""
        }
        #expect(try await label("").hasSuffix("pencarian ini: 3"))
        #expect(try await label("?q=tenun").hasSuffix("pencarian ini: 2"))
        #expect(try await label("?kbli=99").isEmpty)
        let stamp = Stamp(by: try office.account(.officer), at: office.now)
        for number in 1...98 {
            let id = Enterprise.ID(office.house.identifiers.next(at: office.now))
            try await office.house.store.enter(id, EnterpriseCard(name: "Tenun \(number)"), in: World.badung, by: stamp)
        }
        // A search by words breaks off at a hundred, the whole list is known to be 101.
        #expect(try await label("?q=tenun").hasSuffix("(paling banyak 99)"))
        #expect(try await label("").hasSuffix("pencarian ini: 101"))
    }

    @Test(arguments: [
        (["deed": "kbli", "asked": "1"], "field-missing"), (["deed": "kbli", "value": "abc"], "enterprise-industry"),
        (["deed": "village", "value": "73.71.01.1001"], "enterprise-village"),
        (["deed": "village", "value": "Kuta"], "enterprise-village"),
        (["deed": "branch", "value": "Ibu 5103014107850001"], "nik-misplaced"),
        (["deed": "leave", "asked": "1"], "field-missing"),
    ])
    func `a value that a card would not take is refused, and asked for again`(
        fields: [String: String], code: String
    ) async throws {
        let office = try await Office()
        let path = try await office.newEnterprise("Anyaman")
        let page = try await office.post(
            Self.bulk + "/check", fields.merging([pick(path): "1"]) { old, _ in old }, as: .officer)
        #expect(page.status == 400 && page.body.contains("class=\"refusal\""), "\(code)")
        #expect(page.body.contains("name=\"\(pick(path))\""))
    }

    @Test func `nothing picked, too much, or another's is refused by name`() async throws {
        let office = try await Office()
        func refusal(_ fields: [String: String], as desk: Office.Desk = .officer) async throws -> String? {
            try await office.post(Self.bulk + "/check", fields, as: desk).headers["tiru-refusal"]
        }
        let path = try await office.newEnterprise("Anyaman")
        #expect(try await refusal(["deed": "closed"]) == "none-picked")
        #expect(try await refusal([pick(path): "1"]) == "field-missing")
        #expect(try await refusal(["deed": "burn", pick(path): "1"]) == "value-not-allowed")
        #expect(try await refusal(["deed": "closed", pick(path): "1"], as: .stranger) == "beyond-own-region")
        #expect(try await refusal(["deed": "closed", pick(path): "1"], as: .enumerator) == "access-role")
        #expect(try await refusal(["deed": "closed", pick(path): "1", "owner": "x"]) == "field-unknown")
        let page = try await office.get(Self.list, as: .head).body
        #expect(!page.contains("form=\"bulk\""))
    }

    @Test func `what changed between the plan and the button is planned anew`() async throws {
        let office = try await Office()
        let path = try await office.newEnterprise("Anyaman")
        let fields = ["deed": "closed", "asked": "1", pick(path): "1"]
        _ = try await office.post(path, ["name": "Lain", "kbli-version": "2020", "version": "1"], as: .officer)
        let again = try await office.post(Self.bulk, fields, as: .officer)
        #expect(again.status == 409 && again.body.contains("name=\"\(pick(path))\" value=\"2\""))
        #expect(try await office.house.store.enterprise(try office.key(path)).enterprise.card.isActive == nil)
    }
}
