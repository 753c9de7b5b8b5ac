import Foundation
import Register
import Secrets
import Storage
import Testing
import World

@testable import Web

/// The list of enterprises as somebody arranges it.
struct EnterpriseListTests {
    static let list = "/register/enterprises"

    /// A heading with the address that it leads to.
    private func link(_ heading: String, in body: String) throws -> String? {
        let pattern = try Regex("<a href=\"([^\"]*)\">\(heading)</a>", as: (Substring, Substring).self)
        return body.firstMatch(of: pattern).map { String($0.output.1).replacing("&amp;", with: "&") }
    }

    @Test func `the chosen columns stand in an address that can be shared`() async throws {
        let office = try await Office()
        let path = try await office.tenun()
        let form = "choose=1&show-nib=1&show-papers=1&show-changed=1&kbli=&area=&q="
        let chosen = try await office.get("\(Self.list)?\(form)", as: .officer)
        #expect(chosen.status == 303)
        #expect(chosen.headers["location"] == "\(Self.list)?columns=nib.papers.changed")
        let page = try await office.get("\(Self.list)?columns=nib.papers.changed", as: .officer).body
        let text = readable(page)
        #expect(text.contains("Sertifikat yang berlaku") && text.contains("merek") && text.contains("25 November 2026"))
        #expect(!text.contains("Nama pemilik\n") && page.contains(path))
        let name = try await office.get("\(Self.list)?choose=1", as: .officer)
        #expect(name.headers["location"] == "\(Self.list)?columns=name")
        // The usual ones need no mention.
        let usual = EnterpriseColumn.usual.map { "&" + $0.formField + "=1" }.joined()
        let plain = try await office.get("\(Self.list)?choose=1\(usual)&kbli=13&lang=en", as: .officer)
        #expect(plain.headers["location"] == "\(Self.list)?kbli=13&lang=en")
    }

    @Test func `every column is shown, and one that there is not is refused by name`() async throws {
        let office = try await Office()
        _ = try await office.tenun()
        let every = EnterpriseColumn.allCases.map(\.rawValue).joined(separator: ".")
        #expect(every.utf8.count <= Fields.longestValue)
        for language in ["id", "en"] {
            let page = try await office.get("\(Self.list)?columns=\(every)&lang=\(language)", as: .officer)
            #expect(page.status == 200)
            try expectTranscript(
                readable(page.body), "enterprises-every-column\(language == "id" ? "" : "-en")")
        }
        let refused = try await office.get("\(Self.list)?columns=nib.shoe-size", as: .officer)
        #expect(refused.status == 400 && readable(refused.body).contains("shoe-size"))
    }

    @Test func `an address opens no column that the visitor's hats do not`() async throws {
        let office = try await Office()
        let (path, session) = (try await office.tenun(), try await office.partner())
        var card = EnterpriseCard(name: "Tenun Sari")
        card.owner = "Ni Made Rahasia"
        try await office.house.store.change(
            try office.key(path), to: card, from: 1, by: Stamp(by: try office.account(.officer), at: office.now))
        let asked = "\(Self.list)?columns=owner.phone.workers.size.papers"
        let page = try await office.ask(asked, session: session).body
        #expect(page.contains("Tenun Sari") && readable(page).contains("merek"))
        for hidden in ["Rahasia", "Nama pemilik", "Telepon", "Pekerja", "Permenperin"] {
            #expect(!page.contains(hidden), "\(hidden)")
        }
        #expect(try await office.get(asked, as: .officer).body.contains("Rahasia"))
    }

    @Test func `a heading sorts, once more the other way round, and keeps what was asked`() async throws {
        let office = try await Office()
        for name in ["Beta", "Alfa", "Gama"] {
            _ = try await office.newEnterprise(name)
            office.pass(seconds: 60)
        }
        func order(_ address: String) async throws -> [String] {
            let page = try await office.get(address, as: .officer).body
            return page.matches(of: #/enterprises\/[0-9a-f-]{36}">(\w+)<\/a>/#).map { String($0.output.1) }
        }
        let first = try await office.get("\(Self.list)?columns=changed", as: .officer).body
        let newest = try #require(try link("Terakhir diubah", in: first))
        #expect(newest == "\(Self.list)?columns=changed&sort=-changed")
        #expect(try await order(newest) == ["Gama", "Alfa", "Beta"])
        let sorted = try await office.get(newest, as: .officer).body
        #expect(sorted.contains("aria-sort=\"descending\""))
        let oldest = try #require(try link("Terakhir diubah", in: sorted))
        #expect(try await order(oldest) == ["Beta", "Alfa", "Gama"])
        #expect(try await order("\(Self.list)?sort=-name") == ["Gama", "Beta", "Alfa"])
        #expect(try await office.get("\(Self.list)?sort=owner", as: .officer).status == 400)
    }

    @Test func `where no index serves an order the page says so and sorts by name`() async throws {
        let office = try await Office()
        _ = try await office.newEnterprise()
        let page = try await office.get("\(Self.list)?sort=-changed&active=yes&columns=changed", as: .officer)
        #expect(page.status == 200 && readable(page.body).contains("urutannya menurut nama"))
        #expect(try link("Terakhir diubah", in: page.body) == nil)
        let plain = try await office.get("\(Self.list)?sort=-changed", as: .officer)
        #expect(!readable(plain.body).contains("urutannya menurut nama"))
    }
}
