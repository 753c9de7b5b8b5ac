import Exchange
public import Foundation
import Measure
import Register
import Secrets
public import Storage
import Web

/// The sample register of Badung and Makassar: invented enterprises, each marked *Contoh*, so that whoever tries the
/// product sees pages that are not empty. It comes as a list, and is taken back like one.
public struct SampleOffice: Sendable {
    private static let seed: UInt64 = 2026
    static let fileName = "Contoh (data rekaan)"

    /// Enters the sample into an installation that is new: without an administrator, without lists.
    /// - Returns: how many enterprises came in; 0 where somebody works already.
    public static func enterIfNew(_ store: Store, at now: Date) async throws -> Int {
        guard try await !store.hasAdministrator(), try await store.lists(in: [.nation], limit: 1).isEmpty else {
            return 0
        }
        let areas = try await store.areas(in: badung) + store.areas(in: makassar)
        let register = SampleRegister(seed: seed, areas: areas)
        let identifiers = Identifiers()
        var count = 0
        for region in [badung, makassar] {
            let entries = SampleRegister.years.flatMap { register.entries(of: $0, in: region) }
            guard !entries.isEmpty else { continue }
            let list = OfficeList.ID(identifiers.next(at: now))
            let consents = try SampleConsents(of: register, in: region, areas)
            count += try await enter(consents.numbered(entries), as: list, of: region, store, at: now, identifiers)
            try await consents.enter(in: region, store, by: Stamp(by: nil, at: now), identifiers)
            try await store.keepView(view(of: region, identifiers.next(at: now)), by: Stamp(by: nil, at: now))
            let known = try await known(in: region, store)
            let sentra = sentra(of: register, in: region, areas, known) { identifiers.next(at: now) }
            try await store.enter(sentra, of: list, by: Stamp(by: nil, at: now))
            try await store.enter(productions(of: register, known), of: list, by: Stamp(by: nil, at: now))
        }
        return count
    }

    /// A list as an office may arrange it, shared with everybody there.
    private static func view(of region: RegionCode, _ id: Identifier) -> ListView {
        let (name, industry) =
            region == badung ? ("Tenun dan batik di Badung (Contoh)", "13") : ("Pangan di Makassar (Contoh)", "10")
        return ListView(
            ListView.ID(id), of: nil, in: region, named: name,
            asked: "kbli=\(industry)&columns=product.place.sentra.workers.output.papers", isShared: true)
    }

    /// The enterprises as they came into the register, by the cards of the sample.
    private static func known(in region: RegionCode, _ store: Store) async throws -> [EnterpriseCard: Enterprise.ID] {
        var known: [EnterpriseCard: Enterprise.ID] = [:]
        try await store.eachEnterprise(EnterpriseFilter(in: [region])) { one in
            var card = one.enterprise.card
            // The sample's own cards know no places.
            card.position = nil
            known[card] = one.enterprise.id
        }
        return known
    }

    /// The sentra of a region with the enterprises as they came into the register.
    private static func sentra(
        of register: SampleRegister, in region: RegionCode, _ areas: [Area], _ known: [EnterpriseCard: Enterprise.ID],
        next: () -> Identifier
    ) -> [ListedSentra] {
        register.sentra.filter { $0.village.regency == region }.map { sentra in
            let members = sentra.members.compactMap { number -> SentraMembership? in
                let member = register.enterprises[number - 1]
                let (from, until) = sentra.time(of: member)
                return known[member.card].flatMap { SentraMembership(of: $0, from: from, until: until) }
            }
            return ListedSentra(
                id: Sentra.ID(next()), card: sentra.card(districts: areas),
                members: members.map { (SentraMember.ID(next()), $0) },
                facilities: sentra.facilities.map { (KeptFacility.ID(next()), $0) })
        }
    }

    /// What the enterprises of a region told of their years, as they came into the register.
    private static func productions(
        of register: SampleRegister, _ known: [EnterpriseCard: Enterprise.ID]
    ) -> [ListedProduction] {
        register.enterprises.flatMap { enterprise -> [ListedProduction] in
            guard let id = known[enterprise.card] else { return [] }
            return SampleRegister.years.compactMap { year in
                enterprise.production(in: year).map { ListedProduction($0.facts, $0.state, of: id) }
            }
        }
    }

    // Both are codes of regencies; the nation never comes into it.
    private static let badung = RegionCode("51.03") ?? .nation
    private static let makassar = RegionCode("73.71") ?? .nation

    private static func enter(
        _ entries: [ListEntry], as id: OfficeList.ID, of region: RegionCode, _ store: Store, at now: Date,
        _ identifiers: Identifiers
    ) async throws -> Int {
        let stamp = Stamp(by: nil, at: now)
        let text = Array("Contoh: \(entries.count)".utf8)
        let list = OfficeList(
            id: id, office: region,
            file: (fileName, text.count, SHA256.hex(of: text)), reading: "", steps: [OfficeList.Step(.brought, stamp)])
        try await store.bring(list, pieces: Once(text).take)
        try await store.keepCheck(OfficeList.Step(.checked, stamp), of: list.id, faults: [])
        let counts = try await store.enter(
            list.id, { take in for entry in entries { try take(entry) } }, leavingOut: ListCounts(), by: stamp,
            identifiers: { identifiers.next(at: now) })
        try await enterDetails(of: region, list.id, store, by: stamp, identifiers)
        return counts.new
    }

    /// Details of every thirtieth enterprise, which go with the list when it is taken back.
    private static func enterDetails(
        of region: RegionCode, _ list: OfficeList.ID, _ store: Store, by stamp: Stamp, _ identifiers: Identifiers
    ) async throws {
        let lines = try await store.enterprises(EnterpriseFilter(in: [region]), limit: 1000)
        let today = CalendarDay(of: stamp.at, by: CivilTime(of: region))
        let chosen = stride(from: 0, to: lines.count, by: 30).map { place in
            let (line, number) = (lines[place], place / 30)
            return (line.id, SampleDetails(of: line.enterprise.card, line.year, number: number, on: today))
        }
        func enter<Detail: EnterpriseDetail>(
            _ type: Detail.Type, _ texts: (SampleDetails) -> [[DetailField: String]]
        ) async throws {
            let entries = chosen.flatMap { enterprise, details in
                texts(details).compactMap { texts -> DetailEntry<Detail>? in
                    let id = Key<Detail>(identifiers.next(at: stamp.at))
                    return Detail(id, of: enterprise, texts: texts).map {
                        DetailEntry(id, of: enterprise, $0, list: list)
                    }
                }
            }
            try await store.enter(entries, by: stamp)
        }
        try await enter(Certificate.self, \.certificates)
        try await enter(Product.self, \.products)
        try await enter(WorkerGroup.self, \.workers)
        try await enter(Equipment.self, \.equipment)
        try await enter(ProductWorksheet.self, \.worksheets)
        try await SamplePhotos(list: list, stamp: stamp).enter(
            chosen.map(\.0), store
        ) { identifiers.next(at: stamp.at) }
    }
}

/// Gives its bytes once.
private final class Once: Sendable {
    private let rest: Held<[UInt8]?>

    init(_ bytes: [UInt8]) { rest = Held(bytes) }

    @Sendable func take() -> [UInt8]? {
        rest.change { rest in
            defer { rest = nil }
            return rest
        }
    }
}
