import Foundation
import Register
import Storage
import Testing
import World

@testable import Web

/// Views of the list that people keep under a name.
struct ViewTests {
    private static let (list, views) = ("/register/enterprises", "/register/views")

    private func keep(
        _ name: String, _ fields: [String: String], in office: Office, as desk: Office.Desk = .officer
    ) async throws -> Site.Answer {
        try await office.post(Self.views, fields.merging(["view-name": name]) { old, _ in old }, as: desk)
    }

    /// The identifier of the first view that the page lets somebody change.
    private func first(in office: Office, as desk: Office.Desk = .officer) async throws -> String {
        let page = try await office.get(Self.views, as: desk).body
        return String(try #require(page.firstMatch(of: #/views\/([0-9a-f-]{36})"/#)).output.1)
    }

    @Test func `what the page shows is kept under a name and stands above the list`() async throws {
        let office = try await Office()
        _ = try await office.tenun()
        let kept = try await keep(
            "Tenun, yang baru", ["kbli": "13", "columns": "nib.changed", "sort": "kbli"], in: office)
        #expect(kept.status == 303)
        let address = try #require(kept.headers["location"])
        #expect(address == "\(Self.list)?kbli=13&columns=nib.changed&sort=kbli")
        let page = try await office.get(address, as: .officer).body
        #expect(readable(page).contains("Tenun, yang baru") && page.contains("aria-current=\"page\""))
        #expect(try await !office.get(Self.list, as: .head).body.contains("Tenun, yang baru"))
        #expect(try await keep("Tenun, yang baru", [:], in: office).status == 409)
        for language in ["", "-en"] {
            let path = language.isEmpty ? Self.views : Self.views + "?lang=en"
            try expectTranscript(try await office.read(path, as: .officer), "views\(language)")
        }
    }

    @Test func `a view that the list would not answer is not kept`() async throws {
        let office = try await Office()
        for fields in [
            ["columns": "shoe-size"], ["sort": "owner"], ["kbli": "x"], ["area": "Kuta"], ["q": Office.number],
            ["after": "x"],
        ] {
            #expect(try await keep("Salah", fields, in: office).status == 400, "\(fields)")
        }
        for name in ["", "Ibu \(Office.number)", String(repeating: "a", count: 81)] {
            #expect(try await keep(name, [:], in: office).status == 400, "\(name)")
        }
        #expect(try await office.get(Self.views, as: .officer).body.contains("Belum ada tampilan"))
    }

    @Test func `an office sees what is shared, by whoever may share, and no names that somebody typed`() async throws {
        let office = try await Office()
        #expect(try await keep("Semua", ["kbli": "13", "shared": "1"], in: office).status == 303)
        #expect(try await keep("Cari nama", ["q": "Rahasia", "shared": "1"], in: office).status == 303)
        let head = try await office.get(Self.list, as: .head).body
        #expect(head.contains("Semua") && head.contains("Cari nama"))
        let partner = try await office.ask(Self.list, session: try await office.partner()).body
        #expect(partner.contains(">Semua<") && !partner.contains("Rahasia"))
        #expect(try await !office.get(Self.list, as: .stranger).body.contains(">Semua<"))
        // Who takes no list away arranges none for others.
        #expect(try await keep("Milik saya", ["shared": "1"], in: office, as: .enumerator).status == 403)
        #expect(try await keep("Milik saya", [:], in: office, as: .enumerator).status == 303)
    }

    @Test func `somebody else's view is neither changed nor known`() async throws {
        let office = try await Office()
        _ = try await keep("Punya saya", [:], in: office, as: .enumerator)
        let path = "\(Self.views)/\(try await first(in: office, as: .enumerator))"
        for (end, fields) in [("", ["view-name": "Lain", "version": "1"]), ("/remove", [:])] {
            #expect(try await office.post(path + end, fields, as: .officer).status == 404)
        }
        let renamed = try await office.post(path, ["view-name": "Lain", "version": "1"], as: .enumerator)
        #expect(renamed.status == 303)
        #expect(try await office.post(path, ["view-name": "Lagi", "version": "1"], as: .enumerator).status == 409)
        #expect(try await office.post(path + "/remove", as: .enumerator).status == 303)
        #expect(try await office.get(Self.views, as: .enumerator).body.contains("Belum ada tampilan"))
    }

    @Test func `whoever approves removes what is shared`() async throws {
        let office = try await Office()
        _ = try await keep("Bersama", ["shared": "1"], in: office)
        let path = "\(Self.views)/\(try await first(in: office))"
        #expect(try await office.post(path, ["view-name": "X", "version": "1"], as: .head).status == 404)
        #expect(try await office.post(path + "/remove", as: .head).status == 303)
    }
}
