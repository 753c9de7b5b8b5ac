import Foundation
import Register
import Secrets
import Storage
import Testing
import World

@testable import Web

// What tests of enterprises need again and again.

extension Office {
    /// Enters an enterprise by the form; the path of its page.
    func newEnterprise(_ name: String = "Tenun Sari", as desk: Desk = .officer) async throws -> String {
        let answer = try await post("/register/enterprises", ["name": name, "kbli-version": "2020"], as: desk)
        #expect(answer.status == 303, "\(readable(answer.body))")
        return String(try #require(answer.headers["location"]?.split(separator: "?").first))
    }

    /// Hangs a detail on an enterprise by the form.
    func hang(_ kind: String, _ fields: [String: String], on enterprise: String, as desk: Desk = .officer) async throws
    {
        let answer = try await post("\(enterprise)/\(kind)", fields, as: desk)
        #expect(answer.status == 303, "\(readable(answer.body))")
        #expect(answer.headers["location"] == "\(enterprise)?saved=1#\(kind)")
    }

    /// The page on which the first detail of a kind is changed, as the enterprise's page links it.
    func item(_ kind: String, of enterprise: String) async throws -> String {
        let page = try await get(enterprise, as: .officer)
        let link = try Regex("href=\"(\(enterprise)/\(kind)/[0-9a-f-]{36})\"", as: (Substring, Substring).self)
        return String(try #require(page.body.firstMatch(of: link)).output.1)
    }

    func key(_ enterprise: String) throws -> Enterprise.ID {
        try #require(Enterprise.ID(String(enterprise.split(separator: "/").last ?? "")))
    }

    /// A weaver of whom everything is known.
    func tenun() async throws -> String {
        let tenun = try await newEnterprise()
        for (kind, fields) in Self.ofTenun { try await hang(kind, fields, on: tenun) }
        return tenun
    }

    private static let ofTenun: [(String, [String: String])] = [
        ("certificates", ["certificate-kind": "trademark", "certificate-number": "IDM000999", "filed": "2017-01-15"]),
        (
            "certificates",
            ["certificate-kind": "industrial-design", "certificate-scope": "Motif cepuk", "filed": "01/06/2016"]
        ),
        ("certificates", ["certificate-kind": "test-report"]),
        ("certificates", ["certificate-kind": "geographical-indication", "issued": "2020-05-05"]),
        (
            "products",
            [
                "product-name": "Kain endek", "made-of": "Benang katun\r\nPewarna alam\r\n", "technique": "tenun ikat",
                "motif": "cepuk", "process-line": "weaving", "subsector": "craft", "price": "175.000",
                "price-unit": "helai", "price-day": "2026-11-01",
            ]
        ),
        (
            "workers",
            [
                "worker-sex": "woman", "pay": "piece", "position": "production", "workers": "6", "hours-per-day": "7,5",
                "days-per-month": "22", "pay-per-day": "95.000", "skills-certified": "Menenun",
                "skills": "Mewarnai",
            ]
        ),
        (
            "workers",
            [
                "worker-sex": "man", "pay": "unpaid", "position": "owner", "workers": "1", "hours-per-day": "8",
                "days-per-month": "25",
            ]
        ),
        (
            "equipment",
            [
                "equipment-name": "ATBM", "stage": "weaving", "level": "2", "working": "3", "broken": "1",
                "bought-year": "2018", "worth": "12.000.000", "watts": "0", "lender": "Dinas Perindustrian",
            ]
        ),
        ("equipment", ["equipment-name": "Panci celup", "stage": "dyeing", "level": "1"]),
    ]

    /// Enters an enterprise that a list brings, with what the list says of its certificates; the path of its page.
    func bringWithPapers(_ id: Enterprise.ID) async throws -> String {
        let card = EnterpriseCard(name: "Keripik Jaya")
        return try await bring(
            ListEntry(row: 2, card: card, certificates: [.pirt: "2063510301", .halal: "2021"]), as: id)
    }

    /// Enters an enterprise that a list brings; the path of its page.
    func bring(_ entry: ListEntry, as id: Enterprise.ID) async throws -> String {
        let stamp = Stamp(by: try account(.officer), at: now)
        let list = OfficeList(
            id: OfficeList.ID(house.identifiers.next(at: now)), office: World.badung,
            file: ("daftar.csv", 1, String(repeating: "0", count: 64)), reading: "",
            steps: [OfficeList.Step(.brought, stamp)])
        try await house.store.bring(list, pieces: { nil })
        try await house.store.keepCheck(OfficeList.Step(.checked, stamp), of: list.id, faults: [])
        _ = try await house.store.enter(
            list.id, { take in try take(entry) }, leavingOut: ListCounts(), by: stamp, identifiers: { id.identifier })
        return "/register/enterprises/\(id)"
    }

    /// A session of somebody of the Dekranasda of Badung.
    func partner() async throws -> SecretToken {
        let id = Account.ID(house.identifiers.next(at: now))
        let stamp = Stamp(by: nil, at: now)
        let account = Account(
            id: id, name: try SignInName("mitra"), displayName: try #require(DisplayName("Mitra")),
            office: World.badung,
            state: Account.State(.active, since: stamp), createdAt: now)
        try await house.store.makeAccount(
            account, hats: [Hat(.partner, in: World.badung, from: .dekranasda)], by: stamp)
        return try await openSession(of: id)
    }
}
