import Foundation
import HTTPTypes
import Register
import Secrets
import Storage
import Testing
import World

@testable import Web

/// The register of enterprises as pages and files show it.
struct EnterpriseTests {
    private static let secret = "Rahasia"

    /// An enterprise in each of two offices, and somebody who is an officer in the first and a partner in the second.
    private func twoHats() async throws -> (office: Office, session: SecretToken) {
        let office = try await Office()
        for (place, region) in [World.badung, World.makassar].enumerated() {
            var card = EnterpriseCard(name: "Tjokro \(place)")
            card.owner = "\(Self.secret) \(place)"
            card.phone = "081234567\(place)"
            try await office.house.store.enter(
                Enterprise.ID(office.house.identifiers.next(at: Office.morning)), card, in: region,
                by: Stamp(by: nil, at: Office.morning))
        }
        let account = try await office.makeAccount(
            "two-hats", in: World.badung,
            [try Hat(.officer, in: World.badung), try Hat(.partner, in: World.makassar, from: .tpPKK)])
        return (office, try await office.openSession(of: account))
    }

    @Test func `who may see the owners of one office sees none of another`() async throws {
        let (office, session) = try await twoHats()
        let list = try await office.ask("/register/enterprises", session: session).body
        #expect(list.contains("Tjokro 0") && list.contains("Tjokro 1"))
        #expect(list.contains("Rahasia 0") && !list.contains("Rahasia 1"))
        let found = try await office.ask("/register/enterprises?q=rahasia", session: session).body
        #expect(found.contains("Tjokro 0") && !found.contains("Tjokro 1"))
        for line in try await office.house.store.enterprises(
            EnterpriseFilter(in: [World.badung, World.makassar]), limit: 5)
        {
            let path = "/register/enterprises/\(line.id)"
            let isOwn = line.enterprise.office == World.badung
            for page in [path, path + ".json"] {
                let body = try await office.ask(page, session: session).body
                #expect(body.contains("Tjokro") && body.contains(Self.secret) == isOwn, "\(page)")
            }
        }
    }

    @Test func `a file gives out what may be given out, and the book says that it was made`() async throws {
        let (office, session) = try await twoHats()
        for end in ["csv", "json"] {
            let file = try await office.ask("/register/enterprises.\(end)", session: session)
            #expect(file.status == 200)
            #expect(file.body.contains("Rahasia 0") && !file.body.contains("Rahasia 1"))
            // A partner takes nothing away.
            #expect(!file.body.contains("Tjokro 1"))
        }
        let events = try await office.house.store.events(EventFilter(office: World.badung), limit: 10)
        #expect(events.filter { $0.event.kind == .enterprisesExported }.count == 2)
    }

    @Test(arguments: ["cokro", "TJOKRO 0", "dr. rahasia", "UD. Cokro", "cokr"])
    func `old spelling, titles and legal forms part nobody from what they look for`(text: String) async throws {
        let (office, session) = try await twoHats()
        let query = try #require(text.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        #expect(try await office.ask("/register/enterprises?q=\(query)", session: session).body.contains("Tjokro 0"))
    }

    @Test func `the history says what lists did, with a way to them for who works with lists`() async throws {
        let office = try await Office()
        let id = Enterprise.ID(office.house.identifiers.next(at: office.now))
        var card = EnterpriseCard(name: "Keripik Jaya")
        let path = try await office.bring(ListEntry(row: 2, card: card), as: id)
        office.pass(seconds: 60)
        card.product = "Keripik pisang"
        _ = try await office.bring(ListEntry(row: 7, card: card), as: id)
        office.pass(seconds: 60)
        card.product = "Keripik talas"
        try await office.house.store.change(
            id, to: card, from: 2, by: Stamp(by: try office.account(.officer), at: office.now))
        let told = [
            "→ Keripik talas", "Diubah lewat daftar daftar.csv, baris 7, oleh I Wayan Putra.",
            "Masuk lewat daftar daftar.csv, oleh I Wayan Putra.",
        ]
        for desk in [Office.Desk.officer, .head] {
            let history = try await office.read(path + "/history", as: desk)
            let places = told.map { history.range(of: $0)?.lowerBound }
            #expect(!places.contains(nil), "\(history)")
            #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted(), "the newest first")
        }
        let lists = try await office.house.store.lists(in: [World.badung], limit: 5)
        for list in lists {
            let link = "href=\"/register/lists/\(list.id)\""
            #expect(try await office.get(path + "/history", as: .officer).body.contains(link))
            #expect(!(try await office.get(path + "/history", as: .head)).body.contains(link))
        }
        #expect(lists.count == 2)
        #expect(
            try await office.read(path + "/history?lang=en", as: .officer).contains(
                "Changed by the list daftar.csv, row 7, entered by I Wayan Putra."))
    }
}
