import Exchange
import Foundation
import Register
import Storage
import Web

/// Some owners of the sample as people of the register: most allow that the place of their business is passed on, one took
/// it back, one was not asked. Their citizen numbers are of a province that there is not, born on a day that no calendar
/// has. They stay when the sample's list is taken back, until the office erases them.
struct SampleConsents {
    private let owners: [(number: NIK, card: EnterpriseCard, position: Coordinates?)]

    /// So many of a region.
    private static let most = 12

    /// - Parameter areas: with the middle of the districts, near which these enterprises lie.
    init(of register: SampleRegister, in region: RegionCode, _ areas: [Area]) throws {
        let middles = Dictionary(
            areas.compactMap { area in area.centroid.map { (area.id, $0) } }, uniquingKeysWith: { first, _ in first })
        let known = register.enterprises.filter { $0.region == region && $0.card.owner != nil }
        let chosen = stride(from: 0, to: known.count, by: max(1, known.count / Self.most)).prefix(Self.most)
        owners = try chosen.map { place in
            let (number, card) = (known[place].number, known[place].card)
            let digits = String(10_000 + number % 10_000).suffix(4)
            let middle = card.area.flatMap { middles[$0.district] }
            return (try NIK("999999310200" + digits), card, middle.flatMap { Self.position(number, near: $0) })
        }
    }

    /// Some kilometres away, each in another direction.
    private static func position(_ number: Int, near middle: Coordinates) -> Coordinates? {
        let (angle, degrees) = (2.4 * Double(number), 0.005 + 0.002 * Double(number % 7))
        func rounded(_ value: Double) -> Double { (value * 1e5).rounded() / 1e5 }
        return Coordinates(
            latitude: rounded(middle.latitude + degrees * sin(angle)),
            longitude: rounded(middle.longitude + degrees * cos(angle)))
    }

    /// What the list says, with the numbers of these owners and where they work.
    func numbered(_ entries: [ListEntry]) -> [ListEntry] {
        let known = Dictionary(
            owners.map { ($0.card, ($0.number, $0.position)) }, uniquingKeysWith: { first, _ in first })
        return entries.map { entry in
            guard let (number, position) = known[entry.card] else { return entry }
            var entry = entry
            entry.nik = number
            entry.card.position = position
            return entry
        }
    }

    func enter(in region: RegionCode, _ store: Store, by stamp: Stamp, _ identifiers: Identifiers) async throws {
        for (place, owner) in owners.enumerated() {
            guard let name = owner.card.owner.flatMap({ DisplayName($0 + " (Contoh)") }) else { continue }
            let id = Person.ID(identifiers.next(at: stamp.at))
            try await store.enter(
                id, PersonEntry(name: name, contact: nil, number: .set(owner.number)), in: region, by: stamp)
            let proof = Consent.Proof(
                .signedPaper, reference: "Contoh: map 1, lembar \(place + 1)", wordsVersion: "contoh-1")
            let acts: [Consent.Act?] = place == 0 ? [] : [proof.map { .given($0) }, place == 1 ? .withdrawn(nil) : nil]
            for act in acts.compactMap(\.self) {
                let consent = Consent.ID(identifiers.next(at: stamp.at))
                try await store.add(
                    Consent(id: consent, person: id, purpose: .publishPlace, act: act, recorded: stamp))
            }
        }
    }
}
