import Foundation
import Register
import Testing
import World

@testable import Storage

/// Changes that owners propose, and what the office says to them.
struct ChangeRequestTests {
    /// An enterprise of Badung, its owner and the head of its office.
    private struct Workshop {
        let office: Office
        let owner: Account.ID
        let head: Account.ID
        let enterprise = Enterprise.ID(newIdentifier())

        init(_ engine: EngineKind) async throws {
            office = try await Office(engine)
            try await office.store.enter(enterprise, Office.card(), in: World.badung, by: office.stamp())
            owner = try await office.makeAccount("pemilik", Hat(.owner, in: World.badung, of: enterprise.identifier))
            head = try await office.makeAccount("kepala", Hat(.head, in: World.badung))
        }

        var card: EnterpriseCard {
            get async throws { try await office.store.enterprise(enterprise).enterprise.card }
        }

        var version: Int {
            get async throws { try await office.store.enterprise(enterprise).enterprise.version }
        }

        /// The owner proposes what this does to the card as it stands.
        func propose(
            because why: String = "Kami pindah", from version: Int? = nil,
            _ change: (inout EnterpriseCard) -> Void
        ) async throws -> ChangeRequest.ID {
            let now = try await office.store.enterprise(enterprise).enterprise
            var card = now.card
            change(&card)
            let proposal = ChangeProposal(
                ChangeRequest.ID(newIdentifier()), of: enterprise, to: card, from: version ?? now.version, because: why)
            try await office.store.propose(proposal, by: Stamp(by: owner, at: Office.start + 60))
            return proposal.id
        }

        func proposeMove() async throws -> ChangeRequest.ID {
            try await propose { card in
                card.street = "Jl. Raya Sempidi 8"
                card.phone = "6281100002222"
            }
        }

        func approve(_ id: ChangeRequest.ID, _ decision: ChangeDecision, from version: Int? = nil) async throws {
            let now = try await self.version
            try await office.store.approve(
                id, decision, from: version ?? now, by: Stamp(by: head, at: Office.start + 120))
        }

        func change(_ change: (inout EnterpriseCard) -> Void) async throws {
            let now = try await office.store.enterprise(enterprise).enterprise
            var card = now.card
            change(&card)
            try await office.store.change(enterprise, to: card, from: now.version, by: office.stamp(90))
        }

        func kinds(_ count: Int) async throws -> [EventKind] { try await office.lastKinds(count) }
    }

    private static let move: Set<EnterpriseField> = [.street, .phone]

    @Test(arguments: Desk.engines)
    func `a request changes nothing until it is approved, and then the named fields alone`(engine: EngineKind)
        async throws
    {
        let shop = try await Workshop(engine)
        let before = try await shop.card
        let id = try await shop.proposeMove()
        #expect(try await shop.card == before)
        let request = try await shop.office.store.changeRequest(id)
        #expect(request.state == .open && request.why == "Kami pindah" && request.made.by == shop.owner)
        #expect(
            request.fields == [
                ProposedField(.street, from: nil, to: "Jl. Raya Sempidi 8"),
                ProposedField(.phone, from: "6281234567890", to: "6281100002222"),
            ])
        // Another field was changed meanwhile: it stays as it is now.
        try await shop.change { $0.product = "Songket" }
        try await shop.approve(id, ChangeDecision(taking: Self.move))
        let card = try await shop.card
        #expect(card.street == "Jl. Raya Sempidi 8" && card.phone == "6281100002222" && card.product == "Songket")
        let settled = try await shop.office.store.changeRequest(id)
        #expect(settled.state == .approved && settled.settled?.by == shop.head && !settled.isPartly)
        #expect(settled.fields.allSatisfy { $0.outcome == .taken })
        #expect(try await shop.kinds(4) == [.enterpriseChanged, .changeApproved, .enterpriseChanged, .changeProposed])
    }

    @Test(arguments: Desk.engines)
    func `chosen fields are taken, the others left with a reason`(engine: EngineKind) async throws {
        let shop = try await Workshop(engine)
        let id = try await shop.proposeMove()
        let phoneOnly = ChangeDecision(taking: [.phone], leaving: [.street], because: "Belum ada bukti alamat")
        await #expect(throws: ChangeRequestRefusal.reasonMissing) {
            try await shop.approve(id, ChangeDecision(taking: [.phone], leaving: [.street]))
        }
        await #expect(throws: ChangeRequestRefusal.undecided(.street)) {
            try await shop.approve(id, ChangeDecision(taking: [.phone]))
        }
        await #expect(throws: ChangeRequestRefusal.undecided(.street)) {
            try await shop.approve(id, ChangeDecision(taking: Self.move, leaving: [.street], because: "?"))
        }
        await #expect(throws: ChangeRequestRefusal.nothingTaken) {
            try await shop.approve(id, ChangeDecision(taking: [], leaving: Self.move, because: "?"))
        }
        try await shop.approve(id, phoneOnly)
        let (card, settled) = (try await shop.card, try await shop.office.store.changeRequest(id))
        #expect(card.phone == "6281100002222" && card.street == nil)
        #expect(settled.isPartly && settled.reason == "Belum ada bukti alamat")
        #expect(settled.fields.map(\.outcome) == [.left, .taken])
        // What was left can be proposed again.
        _ = try await shop.propose { $0.street = "Jl. Raya Sempidi 8" }
    }

    @Test(arguments: Desk.engines)
    func `what somebody else has changed meanwhile is told, and taken only when it is said`(engine: EngineKind)
        async throws
    {
        let shop = try await Workshop(engine)
        let id = try await shop.proposeMove()
        try await shop.change { card in
            card.phone = "6281399998888"
            card.street = "Jl. Raya Sempidi 8"
        }
        let (request, card) = (try await shop.office.store.changeRequest(id), try await shop.card)
        #expect(request.fields.map { $0.standing(on: card) } == [.already, .changedMeanwhile])
        // The page that was decided on is an old one.
        await #expect {
            try await shop.approve(id, ChangeDecision(taking: Self.move), from: 1)
        } throws: { error in
            guard case .changedMeanwhile? = error as? EnterpriseRefused else { return false }
            return true
        }
        #expect(try await shop.card == card)
        try await shop.approve(id, ChangeDecision(taking: [.street], leaving: [.phone], because: "Nomor lebih baru"))
        // Nothing was left to be written: one line in the book, no new version.
        #expect(try await shop.card == card)
        #expect(try await shop.version == 2)
        #expect(try await shop.kinds(1) == [.changeApproved])
    }

    @Test(arguments: Desk.engines)
    func `a request is settled once`(engine: EngineKind) async throws {
        let shop = try await Workshop(engine)
        let store = shop.office.store
        let approved = try await shop.proposeMove()
        try await shop.approve(approved, ChangeDecision(taking: Self.move))
        let refused = try await shop.propose { $0.product = "Songket" }
        try await store.refuse(refused, because: "Tidak sesuai kunjungan", by: Stamp(by: shop.head, at: Office.start))
        let withdrawn = try await shop.propose { $0.product = "Songket" }
        await #expect(throws: ChangeRequestRefusal.notOwn) {
            try await store.withdraw(withdrawn, by: Stamp(by: shop.head, at: Office.start))
        }
        try await store.withdraw(withdrawn, by: Stamp(by: shop.owner, at: Office.start))
        #expect(try await shop.kinds(1) == [.changeWithdrawn])
        let states = [approved, refused, withdrawn]
        let before = try await store.dump()
        for id in states {
            await #expect(throws: ChangeRequestRefusal.settled) {
                try await shop.approve(id, ChangeDecision(taking: Self.move.union([.product])))
            }
            await #expect(throws: ChangeRequestRefusal.settled) {
                try await store.refuse(id, because: "?", by: Stamp(by: shop.head, at: Office.start))
            }
            await #expect(throws: ChangeRequestRefusal.settled) {
                try await store.withdraw(id, by: Stamp(by: shop.owner, at: Office.start))
            }
        }
        #expect(try await store.dump() == before)
        #expect(try await shop.card.product == "Kain endek")
        #expect(try await store.changeRequest(refused).reason == "Tidak sesuai kunjungan")
        let all = try await store.changeRequests(of: shop.enterprise, limit: 10)
        #expect(Set(all.map(\.state)) == [.approved, .refused, .withdrawn] && all.count == 3)
    }

    @Test(arguments: Desk.engines)
    func `a field waits in one request only, and an empty or outdated request is none`(engine: EngineKind) async throws
    {
        let shop = try await Workshop(engine)
        let first = try await shop.proposeMove()
        let before = try await shop.office.store.dump()
        await #expect(throws: ChangeRequestRefusal.alreadyProposed(.phone)) {
            _ = try await shop.propose { $0.phone = "6281355556666" }
        }
        await #expect(throws: ChangeRequestRefusal.nothingChanged) { _ = try await shop.propose { _ in } }
        await #expect(throws: ChangeRequestRefusal.reasonMissing) {
            _ = try await shop.propose(because: "") { $0.product = "Songket" }
        }
        await #expect(throws: EnterpriseRefused.self) {
            _ = try await shop.propose(from: 7) { $0.product = "Songket" }
        }
        #expect(try await shop.office.store.dump() == before)
        // Another field may be proposed beside it.
        _ = try await shop.propose { $0.product = "Songket" }
        try await shop.office.store.withdraw(first, by: Stamp(by: shop.owner, at: Office.start + 70))
        _ = try await shop.propose { $0.phone = "6281355556666" }
        #expect(try await shop.office.store.openChangeCount(in: [World.badung]) == 2)
    }

    @Test(arguments: Desk.engines)
    func `a card that cannot hold the chosen fields is refused by name`(engine: EngineKind) async throws {
        let shop = try await Workshop(engine)
        let id = try await shop.propose { $0.position = Coordinates(latitude: -8.58, longitude: 115.17) }
        await #expect(throws: ChangeRequestRefusal.misfit(.latitude)) {
            try await shop.approve(id, ChangeDecision(taking: [.latitude], leaving: [.longitude], because: "?"))
        }
        try await shop.approve(id, ChangeDecision(taking: [.latitude, .longitude]))
        #expect(try await shop.card.position == Coordinates(latitude: -8.58, longitude: 115.17))
    }

    @Test(arguments: Desk.engines)
    func `a licence number of somebody else is not taken over`(engine: EngineKind) async throws {
        let shop = try await Workshop(engine)
        let number = try #require(NIB("9999900000001"))
        let id = try await shop.propose { $0.nib = number }
        let other = Enterprise.ID(newIdentifier())
        var card = Office.card("Tenun Lain")
        card.nib = number
        try await shop.office.store.enter(other, card, in: World.badung, by: shop.office.stamp())
        await #expect(throws: EnterpriseRefused.numberTaken(number, by: other)) {
            try await shop.approve(id, ChangeDecision(taking: [.nib]))
        }
        #expect(try await shop.office.store.changeRequest(id).state == .open)
    }

    @Test(arguments: Desk.engines)
    func `of an enterprise that was merged nothing is approved or proposed, but it can be refused`(
        engine: EngineKind
    ) async throws {
        let shop = try await Workshop(engine)
        let (store, kept) = (shop.office.store, Enterprise.ID(newIdentifier()))
        try await store.enter(kept, Office.card("Tenun Sari Dewi"), in: World.badung, by: shop.office.stamp())
        let id = try await shop.proposeMove()
        let merger = Merger(
            Merger.ID(newIdentifier()), of: Merger.Side(shop.enterprise, version: 1),
            into: Merger.Side(kept, version: 1))
        try await store.merge(merger, by: shop.office.stamp(80))
        await #expect(throws: EnterpriseRefused.merged(into: kept)) {
            try await shop.approve(id, ChangeDecision(taking: Self.move))
        }
        await #expect(throws: EnterpriseRefused.merged(into: kept)) {
            _ = try await shop.propose { $0.product = "Songket" }
        }
        let line = try #require(try await store.changeLines(in: [World.badung], .open, limit: 5).first)
        #expect(line.isMerged && line.id == id)
        try await store.refuse(id, because: "Sudah digabung", by: shop.office.stamp(130))
        #expect(try await store.changeRequest(id).state == .refused)
        #expect(try await store.enterprise(kept).enterprise.card.street == nil)
    }

    @Test(arguments: Desk.engines)
    func `a list that is taken back leaves the enterprise for which something was proposed`(engine: EngineKind)
        async throws
    {
        let office = try await Office(engine)
        let list = office.list()
        try await office.store.bring(list, pieces: office.pieces("x"))
        try await office.store.keepCheck(OfficeList.Step(.checked, office.stamp()), of: list.id, faults: [])
        let cards = [Office.card("Tenun Dua", owner: nil), Office.card("Tenun Satu")]
        _ = try await office.store.enter(
            list.id,
            { take in for (row, card) in cards.enumerated() { try take(ListEntry(row: row + 2, card: card)) } },
            leavingOut: ListCounts(), by: office.stamp(), identifiers: { newIdentifier() })
        let known = try await office.store.enterprises(EnterpriseFilter(in: [World.badung]), limit: 5).map(\.id)
        let (first, second) = (known[1], known[0])
        var card = cards[1]
        card.name = "Tenun Satu Jaya"
        let proposal = ChangeProposal(
            ChangeRequest.ID(newIdentifier()), of: first, to: card, from: 1, because: "Ganti nama")
        try await office.store.propose(proposal, by: office.stamp(10))
        _ = try await office.store.undo(list.id, by: office.stamp(20))
        #expect(try await office.store.office(of: first) == World.badung)
        #expect(try await office.store.office(of: second) == nil)
        #expect(try await office.store.changeRequest(proposal.id).why == "Ganti nama")
    }

    @Test(arguments: Desk.engines)
    func `what was written into requests is sealed, in the tables and in the book`(engine: EngineKind) async throws {
        let shop = try await Workshop(engine)
        let id = try await shop.propose(because: "Suami saya Wayan Rahasia") { card in
            card.owner = "Ni Luh Rahasia"
            card.contactPerson = "Putu Rahasia"
        }
        try await shop.approve(
            id,
            ChangeDecision(taking: [.owner], leaving: [.contactPerson], because: "Tanya Ketut Rahasia"))
        let rows = try await shop.office.store.dump().filter { !$0.hasPrefix("enterprise|") }
        #expect(!rows.contains { $0.contains("Rahasia") })
        var filter = EventFilter(office: World.badung)
        filter.subject = shop.enterprise.identifier
        let lines = try await shop.office.store.events(filter, limit: 3)
        #expect(
            lines[0].event.changes == [
                Event.Change("owner", from: .personal("Ni Made Sukerti"), to: .personal("Ni Luh Rahasia"))
            ])
        #expect(
            lines[1].event.changes.dropFirst() == [
                Event.Change("taken-fields", to: .plain("owner")),
                Event.Change("left-fields", to: .plain("contact-person")),
                Event.Change("office-reason", to: .personal("Tanya Ketut Rahasia")),
            ])
        #expect(lines[2].event.changes.contains(Event.Change("why", to: .personal("Suami saya Wayan Rahasia"))))
        #expect(try await shop.office.store.auditBooks().allSatisfy { $0.fault == nil })
    }

    @Test(arguments: Desk.engines)
    func `the queue of a region holds its own, the longest waiting first`(engine: EngineKind) async throws {
        let shop = try await Workshop(engine)
        let store = shop.office.store
        let first = try await shop.proposeMove()
        let second = try await shop.propose { $0.product = "Songket" }
        func open(_ regions: RegionCode...) async throws -> [ChangeRequest.ID] {
            try await store.changeLines(in: regions, .open, limit: 10).map(\.id)
        }
        let both = [first, second].sorted()
        #expect(try await open(World.badung) == both)
        #expect(try await open(World.bali) == both)
        #expect(try await open(.nation) == both)
        #expect(try await open(World.makassar).isEmpty)
        #expect(try await store.openChangeCount(in: [World.badung]) == 2)
        #expect(try await store.openChangeCount(in: [World.makassar]) == 0)
        let line = try #require(
            try await store.changeLines(in: [World.badung], .open, limit: 10).first { $0.id == first })
        #expect(line.fields == [.street, .phone] && line.name == "Tenun Sari" && !line.isOvertaken)
        try await shop.change { $0.branch = "Sandang" }
        #expect(try await store.changeLines(in: [World.badung], .open, limit: 1).allSatisfy(\.isOvertaken))
        try await store.refuse(second, because: "Belum", by: shop.office.stamp(140))
        #expect(try await open(World.badung) == [first])
        #expect(try await store.changeLines(in: [World.bali], .refused, limit: 10).map(\.id) == [second])
        await #expect(throws: ChangeRequestRefusal.unknownRequest) {
            _ = try await store.changeRequest(ChangeRequest.ID(newIdentifier()))
        }
    }
}
