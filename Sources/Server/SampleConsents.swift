import Exchange
import Foundation
import Register
import Storage
import Web

/// Some owners of the sample as people of the register: most allow that the place of their business is passed on, one took
/// it back, one was not asked. Their citizen numbers are of a province that there is not, born on a day that no calendar
/// has. They stay when the sample's list is taken back, until the office erases them.
struct SampleConsents {
    private let owners: [(number: NIK, card: EnterpriseCard)]

    /// So many of a region.
    private static let most = 12

    init(of register: SampleRegister, in region: RegionCode) throws {
        let known = register.enterprises.filter { one in
            one.region == region && one.card.owner != nil && one.card.position != nil
        }
        let chosen = stride(from: 0, to: known.count, by: max(1, known.count / Self.most)).prefix(Self.most)
        owners = try chosen.map { place in
            let digits = String(10_000 + known[place].number % 10_000).suffix(4)
            return (try NIK("999999310200" + digits), known[place].card)
        }
    }

    /// What the list says, with the numbers of these owners.
    func numbered(_ entries: [ListEntry]) -> [ListEntry] {
        let numbers = Dictionary(owners.map { ($0.card, $0.number) }, uniquingKeysWith: { first, _ in first })
        return entries.map { entry in
            var entry = entry
            entry.nik = numbers[entry.card] ?? entry.nik
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
