import Foundation
import Register
import Storage
import Testing
import World

@testable import Web

/// The lists of sentra and of certificates as somebody arranges them.
struct ArrangedListTests {
    private static let sentra = "/register/sentra"
    private static let certificates = "/register/certificates"

    private func enter(_ names: [String], _ office: Office) async throws {
        for name in names {
            let id = Sentra.ID(office.house.identifiers.next(at: office.now))
            var card = SentraCard(name: name)
            card.technicalUnit = "UPT \(name)"
            try await office.house.store.enter(
                id, card, in: World.badung, by: Stamp(by: try office.account(.officer), at: office.now))
            office.pass(seconds: 60)
        }
    }

    private func names(_ address: String, _ office: Office) async throws -> [String] {
        let page = try await office.get(address, as: .officer).body
        return page.matches(of: #/sentra\/[0-9a-f-]{36}">(\w+)<\/a>/#).map { String($0.output.1) }
    }

    @Test func `sentra are shown in the chosen columns and sorted by name or by change, both ways`() async throws {
        let office = try await Office()
        try await enter(["Beta", "Alfa", "Gama"], office)
        let chosen = try await office.get("\(Self.sentra)?choose=1&show-unit=1&show-changed=1&q=", as: .officer)
        #expect(chosen.headers["location"] == "\(Self.sentra)?columns=unit.changed")
        let page = try await office.get("\(Self.sentra)?columns=unit.changed", as: .officer).body
        #expect(readable(page).contains("UPT Alfa") && !readable(page).contains("Lintang\n"))
        #expect(page.contains("\(Self.sentra)?columns=unit.changed&amp;sort=-changed"))
        #expect(try await names(Self.sentra, office) == ["Alfa", "Beta", "Gama"])
        #expect(try await names("\(Self.sentra)?sort=-name", office) == ["Gama", "Beta", "Alfa"])
        #expect(try await names("\(Self.sentra)?sort=-changed", office) == ["Gama", "Alfa", "Beta"])
        #expect(try await names("\(Self.sentra)?sort=changed", office) == ["Beta", "Alfa", "Gama"])
        let searched = try await office.read("\(Self.sentra)?sort=-changed&q=alfa", as: .officer)
        #expect(searched.contains("urutannya menurut nama"))
        for wrong in ["columns=unit.shoe-size", "sort=members"] {
            #expect(try await office.get("\(Self.sentra)?\(wrong)", as: .officer).status == 400, "\(wrong)")
        }
    }

    @Test func `a second page of sentra goes on in the order that was asked for`() async throws {
        let office = try await Office()
        try await enter((100...154).map { "Nama\($0)" }, office)
        for (sort, first) in [("-name", 154), ("name", 100), ("-changed", 154), ("changed", 100)] {
            let address = "\(Self.sentra)?columns=changed&sort=\(sort)"
            let page = try await office.get(address, as: .officer).body
            let next = try #require(page.firstMatch(of: #/href="([^"]*after=[0-9a-f-]{36}[^"]*)"/#))
            let both =
                try await names(address, office)
                + names(String(next.output.1).replacing("&amp;", with: "&"), office)
            let numbers = first == 100 ? Array(100...154) : Array((100...154).reversed())
            #expect(both == numbers.map { "Nama\($0)" }, "\(sort)")
        }
    }

    @Test func `certificates are shown in the chosen columns, and from either end`() async throws {
        let office = try await Office()
        _ = try await office.tenun()
        let chosen = try await office.get(
            "\(Self.certificates)?choose=1&show-number=1&show-scope=1&standing=all", as: .officer)
        #expect(chosen.headers["location"] == "\(Self.certificates)?standing=all&columns=number.scope")
        let text = try await office.read("\(Self.certificates)?standing=all&columns=number.scope", as: .officer)
        #expect(text.contains("IDM000999") && text.contains("Motif cepuk") && text.contains("PerusahaanNomorUntuk apa"))
        func numbers(_ query: String) async throws -> [String] {
            let csv = try await office.get("\(Self.certificates)?standing=all&columns=kind&\(query)", as: .officer).body
            return csv.matches(of: #/<td[^>]*>(merek|desain industri|laporan hasil uji|indikasi geografis)/#).map {
                String($0.output.1)
            }
        }
        let forwards = try await numbers("sort=expires")
        #expect(forwards.count > 1)
        #expect(try await numbers("sort=-expires") == forwards.reversed())
        #expect(try await office.get("\(Self.certificates)?sort=holder", as: .officer).status == 400)
    }
}
