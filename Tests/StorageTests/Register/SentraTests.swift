import Foundation
import Register
import Testing
import World

@testable import Storage

struct SentraTests {
    @Test(arguments: Desk.engines)
    func `a card of a sentra comes out as it went in`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = Sentra.ID(newIdentifier())
        var card = Office.sentra()
        card.position = Coordinates(latitude: -8.58, longitude: 115.17)
        card.foundingAct = SentraCard.FoundingAct(number: "SK 12/2019", day: CalendarDay("2019-03-01"))
        card.managingBody = "Koperasi Sari"
        card.technicalUnit = "UPT Logam"
        card.isInOnePlace = true
        card.hasLikeMaterials = false
        card.likeBusinesses = 0
        card.households = 120
        card.isCoached = true
        try await office.store.enter(id, card, in: World.badung, by: office.stamp())
        let record = try await office.store.sentra(id)
        #expect(record.sentra == Sentra(id: id, office: World.badung, card: card, version: 1))
        #expect(SentraCard(texts: texts(card)) == card)
    }

    private func texts(_ card: SentraCard) -> [SentraField: String] {
        SentraField.allCases.reduce(into: [:]) { $0[$1] = card.text($1) }
    }

    @Test(arguments: Desk.engines)
    func `the second editor of a sentra is shown what the first one wrote`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = try await office.enterSentra()
        try await office.store.change(id, to: Office.sentra("Satu"), from: 1, by: office.stamp(1))
        await #expect {
            try await office.store.change(id, to: Office.sentra("Dua"), from: 1, by: office.stamp(2))
        } throws: { error in
            guard case .changedMeanwhile(let now)? = error as? SentraRefused else { return false }
            return now.sentra.card.name == "Satu"
        }
        #expect(try await !office.store.change(id, to: Office.sentra("Satu"), from: 2, by: office.stamp(3)))
    }

    @Test(arguments: Desk.engines)
    func `a sentra is found by the beginnings of its words, in its own region`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        _ = try await office.enterSentra("Sentra Tenun Sulang")
        let other = try await office.enterSentra("Sentra Perak Celuk")
        func found(_ text: String, _ region: RegionCode = World.badung) async throws -> [String] {
            let day = try #require(CalendarDay("2026-11-25"))
            return try await office.store.sentra(SentraFilter(in: [region], text: text), on: day, limit: 10)
                .map(\.card.name)
        }
        #expect(try await found("SULANG ten") == ["Sentra Tenun Sulang"])
        #expect(try await found("endek", World.bali).count == 2)
        #expect(try await found("sulang", World.makassar).isEmpty)
        #expect(try await found("?!").isEmpty)
        try await office.store.change(other, to: Office.sentra("Sentra Emas"), from: 1, by: office.stamp(1))
        #expect(try await found("celuk").isEmpty)
        #expect(try await found("emas") == ["Sentra Emas"])
    }

    @Test(arguments: Desk.engines)
    func `the pages of a list of sentra hold each once, with its members of the day`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        for number in 0..<7 { _ = try await office.enterSentra("Sentra \(number % 3)") }
        let id = try await office.enterSentra("Sentra 9")
        _ = try await office.addMember(to: id, from: "2024-01-01", until: "2024-12-31")
        _ = try await office.addMember(to: id, from: "2025-01-01")
        let filter = SentraFilter(in: [World.badung])
        var seen: [SentraLine] = []
        while true {
            let day = try #require(CalendarDay("2025-06-01"))
            let page = try await office.store.sentra(filter, on: day, after: seen.last?.id, limit: 3)
            if page.isEmpty { break }
            seen += page
        }
        #expect(Set(seen.map(\.id)).count == 8 && seen.count == 8)
        #expect(seen.map(\.card.name) == seen.map(\.card.name).sorted())
        #expect(seen.last?.members == 1)
        #expect(seen.first.map { $0.members == nil } == true, "nobody written down is not nobody")
        let before = try #require(CalendarDay("2023-12-31"))
        #expect(try await office.store.sentra(filter, on: before, limit: 10).last?.members == 0)
        #expect(seen.first?.districtName == "Mengwi" && seen.first?.districtCentroid != nil)
        #expect(try await office.store.sentraCount(filter) == 8)
    }
}

struct SentraMemberTests {
    @Test(arguments: Desk.engines)
    func `nobody belongs twice to a sentra on one day`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = try await office.enterSentra()
        let enterprise = try await office.addMember(to: id, from: "2024-01-01", until: "2024-12-31")
        for (from, until) in [("2024-12-31", nil), (nil, "2024-01-01"), (nil, nil)] as [(String?, String?)] {
            await #expect(throws: SentraRefused.self) {
                try await office.add(enterprise, to: id, from: from, until: until)
            }
        }
        try await office.add(enterprise, to: id, from: "2025-01-01")
        #expect(try await office.store.sentra(id).members.count == 2)
        #expect(
            try await office.store.sentra(of: enterprise).map(\.name) == ["Sentra Tenun Sulang", "Sentra Tenun Sulang"])
    }

    @Test(arguments: Desk.engines)
    func `a membership ends on a day, goes on again, and is taken back`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = try await office.enterSentra()
        _ = try await office.addMember(to: id, from: "2024-01-01")
        let member = try #require(try await office.store.sentra(id).members.first?.id)
        let last = try #require(CalendarDay("2025-12-31"))
        try await office.store.endMembership(member, of: id, on: last, from: 1, by: office.stamp(1))
        let record = try await office.store.sentra(id)
        #expect(record.members(on: last).count == 1 && record.members(on: last.adding(days: 1)).isEmpty)
        await #expect(throws: SentraRefused.endsBeforeItBegins) {
            try await office.store.endMembership(
                member, of: id, on: CalendarDay("2023-12-31"), from: 2, by: office.stamp(2))
        }
        await #expect(throws: SentraRefused.self, "made from an older page") {
            try await office.store.endMembership(member, of: id, on: nil, from: 1, by: office.stamp(2))
        }
        try await office.store.endMembership(member, of: id, on: nil, from: 2, by: office.stamp(3))
        try await office.store.takeBackMembership(member, of: id, by: office.stamp(4))
        #expect(try await office.store.sentra(id).members.isEmpty)
        #expect(
            try await office.lastKinds(3) == [.sentraMemberTakenBack, .sentraMemberChanged, .sentraMemberChanged])
    }

    @Test(arguments: Desk.engines)
    func `an enterprise of another office does not join`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = try await office.enterSentra()
        let stranger = Enterprise.ID(newIdentifier())
        try await office.store.enter(stranger, Office.card(), in: World.makassar, by: office.stamp())
        await #expect(throws: SentraRefused.unknownEnterprise) { try await office.add(stranger, to: id) }
        #expect(try await office.store.sentra(id).members.isEmpty)
    }

    @Test(arguments: Desk.engines)
    func `an enterprise that was merged counts as the one it went into`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = try await office.enterSentra()
        let (kept, gone) = (try await office.addMember(to: id), try await office.addMember(to: id))
        try await office.store.write { connection in
            let values = [SQLValue(gone), SQLValue(kept)]
            try connection.execute("UPDATE enterprise SET merged_into = $2 WHERE id = $1", values)
        }
        let day = try #require(CalendarDay("2026-11-25"))
        let record = try await office.store.sentra(id)
        #expect(record.members.map(\.membership.enterprise) == [kept, kept])
        #expect(record.members(on: day).count == 1)
        #expect(try await office.store.sentra(SentraFilter(in: [World.badung]), on: day, limit: 5)[0].members == 1)
        #expect(try await office.store.sentra(of: kept).count == 2)
        await #expect(throws: SentraRefused.unknownEnterprise) { try await office.add(gone, to: id) }
    }

    @Test(arguments: Desk.engines)
    func `a membership belongs to one sentra`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (first, second) = (try await office.enterSentra("Satu"), try await office.enterSentra("Dua"))
        _ = try await office.addMember(to: first)
        let member = try #require(try await office.store.sentra(first).members.first?.id)
        await #expect(throws: SentraRefused.unknownMember) {
            try await office.store.takeBackMembership(member, of: second, by: office.stamp())
        }
    }

    @Test(arguments: Desk.engines)
    func `the use of a facility is kept as it was told, unknown apart from none`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = try await office.enterSentra()
        let facility = KeptFacility.ID(newIdentifier())
        try await office.store.enter(
            facility, SentraFacility(.wasteWater, name: "IPAL"), of: id, by: office.stamp())
        #expect(try await office.store.sentra(id).facilities.first?.facility.useShare == nil)
        var used = SentraFacility(.wasteWater, name: "IPAL")
        (used.builtYear, used.year, used.hoursOpen, used.hoursUsed, used.membersServed) = (2019, 2025, 2000, 0, 0)
        try await office.store.change(facility, of: id, to: used, from: 1, by: office.stamp(1))
        let kept = try #require(try await office.store.sentra(id).facilities.first)
        #expect(kept == KeptFacility(id: facility, facility: used, version: 2))
        #expect(kept.facility.useShare == 0)
        await #expect(throws: SentraRefused.self, "made from an older page") {
            try await office.store.change(
                facility, of: id, to: SentraFacility(.other, name: "x"), from: 1, by: office.stamp(2))
        }
    }
}

struct SentraOfListTests {
    @Test(arguments: Desk.engines)
    func `what came with a list goes with it, unless somebody has worked on it`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let list = office.list()
        try await office.store.bring(list, pieces: office.pieces("x"))
        try await office.store.keepCheck(OfficeList.Step(.checked, office.stamp()), of: list.id, faults: [])
        let cards = ["Satu", "Dua"].map { Office.card($0) }
        let source: ListSource = { take in for card in cards { try take(ListEntry(row: 2, card: card)) } }
        _ = try await office.store.enter(
            list.id, source, leavingOut: ListCounts(), by: office.stamp(), identifiers: { newIdentifier() })
        let lines = try await office.store.enterprises(EnterpriseFilter(in: [World.badung]), limit: 10)
        let members = lines.compactMap { line in
            SentraMembership(of: line.id, from: nil).map { (id: SentraMember.ID(newIdentifier()), membership: $0) }
        }
        let listed = ListedSentra(
            id: Sentra.ID(newIdentifier()), card: Office.sentra(), members: members,
            facilities: [(KeptFacility.ID(newIdentifier()), SentraFacility(.store, name: "Gudang"))])
        try await office.store.enter([listed], of: list.id, by: office.stamp())
        let own = try await office.enterSentra("Dibuat kantor")
        try await office.add(try #require(lines.first?.id), to: own)
        let counts = try await office.store.undo(list.id, by: office.stamp(9))
        #expect(counts.new == 1 && counts.kept == 1, "the one that an office has put into a sentra stays")
        #expect(try await office.store.office(of: listed.id) == nil)
        #expect(try await office.store.sentraCount(SentraFilter(in: [World.badung])) == 1)
        #expect(try await office.store.sentra(own).members.count == 1)
    }
}

extension Office {
    fileprivate func enterSentra(_ name: String = "Sentra Tenun Sulang") async throws -> Sentra.ID {
        let id = Sentra.ID(newIdentifier())
        try await store.enter(id, Self.sentra(name), in: World.badung, by: stamp())
        return id
    }

    /// A new enterprise that belongs to a sentra.
    fileprivate func addMember(
        to sentra: Sentra.ID, from: String? = nil, until: String? = nil
    ) async throws -> Enterprise.ID {
        let enterprise = Enterprise.ID(newIdentifier())
        try await store.enter(enterprise, Self.card("Tenun \(enterprise)"), in: World.badung, by: stamp())
        try await add(enterprise, to: sentra, from: from, until: until)
        return enterprise
    }

    fileprivate func add(
        _ enterprise: Enterprise.ID, to sentra: Sentra.ID, from: String? = nil, until: String? = nil
    ) async throws {
        let days = (from.flatMap { CalendarDay($0) }, until.flatMap { CalendarDay($0) })
        let membership = try #require(SentraMembership(of: enterprise, from: days.0, until: days.1))
        try await store.addMember(SentraMember.ID(newIdentifier()), membership, to: sentra, by: stamp())
    }
}
