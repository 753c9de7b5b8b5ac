import Foundation
import Register
import Testing
import World

@testable import Storage

struct EnterpriseTests {
    @Test(arguments: Desk.engines)
    func `a card comes out as it went in`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = Enterprise.ID(newIdentifier())
        var card = Office.card()
        card.legalForm = .limitedPartnership
        card.ownerSex = .woman
        card.nib = NIB("9999900000001")
        card.position = Coordinates(latitude: -8.58, longitude: 115.17)
        card.isActive = true
        card.isExporting = false
        card.licenceYear = 2019
        try await office.store.enter(id, card, in: World.badung, by: office.stamp())
        #expect(try await office.store.enterprise(id).enterprise.card == card)
        #expect(EnterpriseCard(texts: card.texts) == card)
    }

    @Test(arguments: Desk.engines)
    func `the second editor is shown what the first one wrote`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = Enterprise.ID(newIdentifier())
        try await office.store.enter(id, Office.card(), in: World.badung, by: office.stamp())
        try await office.store.change(id, to: Office.card("Satu"), from: 1, by: office.stamp(1))
        await #expect {
            try await office.store.change(id, to: Office.card("Dua"), from: 1, by: office.stamp(2))
        } throws: { error in
            guard case .changedMeanwhile(let now)? = error as? EnterpriseRefused else { return false }
            return now.enterprise.card.name == "Satu"
        }
    }

    @Test(arguments: Desk.engines)
    func `a licence number belongs to one enterprise of an office`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        var card = Office.card()
        card.nib = NIB("9999900000001")
        let (first, second) = (Enterprise.ID(newIdentifier()), Enterprise.ID(newIdentifier()))
        try await office.store.enter(first, card, in: World.badung, by: office.stamp())
        let number = try #require(card.nib)
        await #expect(throws: EnterpriseRefused.numberTaken(number, by: first)) {
            try await office.store.enter(second, card, in: World.badung, by: office.stamp())
        }
    }

    @Test(arguments: Desk.engines)
    func `personal values are sealed in the book, and told to whoever has the keys`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = Enterprise.ID(newIdentifier())
        try await office.store.enter(id, Office.card(owner: "Ni Nyoman Rahasia"), in: World.badung, by: office.stamp())
        let events = try await office.store.dump().filter { $0.hasPrefix("event|") }
        #expect(!events.contains { $0.contains("Rahasia") || $0.contains("6281234567890") })
        var filter = EventFilter(office: World.badung)
        filter.subject = id.identifier
        let line = try #require(try await office.store.events(filter, limit: 1).first)
        #expect(line.event.changes.contains(Event.Change("owner", to: .personal("Ni Nyoman Rahasia"))))
    }

    @Test(arguments: Desk.engines)
    func `owners are found by whoever may see them, and by nobody else`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        try await office.store.enter(
            Enterprise.ID(newIdentifier()), Office.card("Tenun Sari", owner: "Ni Nyoman Rahasia"), in: World.badung,
            by: office.stamp())
        func found(_ text: String, _ region: RegionCode = World.badung, personal: Bool = true) async throws -> Int {
            try await office.store.search(text, in: [region], personalIn: personal ? [region] : [], limit: 10).count
        }
        #expect(try await found("rahasia") == 1)
        #expect(try await found("rahasia", personal: false) == 0)
        #expect(try await found("sari ten", personal: false) == 1)
        #expect(try await found("TENUN endek") == 1)
        #expect(try await found("tenun", World.makassar) == 0)
        #expect(try await found("tenun", World.bali) == 1)
        #expect(try await found("tenun", .nation) == 1)
        #expect(try await found("\" OR *") == 0)
    }

    @Test(arguments: Desk.engines)
    func `the pages of a list hold everybody once, in the order of the names`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        for number in 0..<23 {
            try await office.store.enter(
                Enterprise.ID(newIdentifier()), Office.card("Usaha \(number % 5)"), in: World.badung, by: office.stamp()
            )
        }
        var names: [String] = []
        var ids: Set<Enterprise.ID> = []
        var last: Enterprise.ID?
        while true {
            let page = try await office.store.enterprises(EnterpriseFilter(in: [World.badung]), after: last, limit: 5)
            guard let end = page.last else { break }
            names += page.map(\.enterprise.card.name)
            ids.formUnion(page.map(\.id))
            last = end.id
        }
        #expect(names == names.sorted())
        #expect(ids.count == 23)
        #expect(names.count == 23)
    }
}
