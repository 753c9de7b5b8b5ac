import Foundation
import Register
import Testing
import World

@testable import Storage

/// Whose place may be passed on.
struct EnterpriseConsentTests {
    /// Enterprises with an owner's citizen number each, by name.
    private func enter(_ owners: [(name: String, number: String?)], _ office: Office) async throws {
        let entries = try owners.enumerated().map { place, owner in
            ListEntry(row: place + 2, card: Office.card(owner.name), nik: try owner.number.map { try NIK($0) })
        }
        _ = try await office.enter(entries)
    }

    private func person(
        _ number: String, _ acts: [Consent.Act], _ office: Office, in region: RegionCode = World.badung,
        for purpose: Purpose = .publishPlace
    ) async throws -> Person.ID {
        let id = Person.ID(newIdentifier())
        let name = try #require(DisplayName("Ni Luh \(number.suffix(4))"))
        try await office.store.enter(
            id, PersonEntry(name: name, contact: nil, number: .set(try NIK(number))), in: region, by: office.stamp())
        for (place, act) in acts.enumerated() {
            try await office.store.add(
                Consent(
                    id: Consent.ID(newIdentifier()), person: id, purpose: purpose, act: act,
                    recorded: office.stamp(Double(place + 1))))
        }
        return id
    }

    private func shown(_ office: Office, at seconds: Double = 100) async throws -> (names: [String], left: Int) {
        var (names, left): ([String], Int) = ([], 0)
        try await office.store.eachEnterprise(
            EnterpriseFilter(in: [World.badung]), allowing: .publishPlace, at: Office.start + seconds,
            leftOut: { left += $0 }, { names.append($0.enterprise.card.name) })
        return (names, left)
    }

    private static let number = "999999310200"

    @Test(arguments: Desk.engines)
    func `shown are those whose owner agreed and did not take it back, and nobody else`(
        engine: EngineKind
    ) async throws {
        let office = try await Office(engine)
        let names = ["Batik", "Endek", "Gerabah", "Jamu", "Kayu", "Perak", "Tenun"]
        try await enter(
            names.enumerated().map { place, name in (name, name == "Tenun" ? nil : Self.number + "000\(place + 1)") },
            office)
        let given = Consent.Act.given(try office.proof())
        _ = try await person(Self.number + "0001", [given], office)
        _ = try await person(Self.number + "0002", [given, .withdrawn(nil)], office)
        _ = try await person(Self.number + "0003", [given], office, for: .publishName)
        _ = try await person(Self.number + "0004", [given], office, in: World.makassar)
        _ = try await person(Self.number + "0005", [], office)
        let found = try await shown(office)
        #expect(found.names == ["Batik"] && found.left == 6)
        #expect(try await shown(office, at: 0.5).names.isEmpty, "before anybody agreed")
        #expect(try await shown(office, at: 1.5).names == ["Batik", "Endek"], "before it was taken back")
    }

    @Test(arguments: Desk.engines)
    func `who is written down twice and took it back once has taken it back, and who was erased agreed to nothing`(
        engine: EngineKind
    ) async throws {
        let office = try await Office(engine)
        try await enter([("Batik", Self.number + "0001"), ("Endek", Self.number + "0002")], office)
        let given = Consent.Act.given(try office.proof())
        _ = try await person(Self.number + "0001", [given], office)
        let erased = try await person(Self.number + "0002", [given], office)
        #expect(try await shown(office).names == ["Batik", "Endek"])
        _ = try await person(Self.number + "0001", [given, .withdrawn(nil)], office)
        try await office.store.erase(erased, because: nil, by: office.stamp(20))
        let found = try await shown(office)
        #expect(found.names.isEmpty && found.left == 2)
    }
}
