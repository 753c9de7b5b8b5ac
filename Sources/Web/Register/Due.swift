import Foundation
import Register
import Storage

/// What the office owes a person and has not done yet.
struct Due: Sendable {
    let person: PersonRecord
    let matter: Matter
    let deadline: Deadline

    enum Matter: Sendable {
        case request(PersonalDataRequest.Kind)
        /// To stop using data after consent was taken back.
        case stop(Purpose)
    }

    func words(_ words: any Words) -> String {
        switch matter {
        case .request(let kind): words.requestKind(kind)
        case .stop(let purpose): words.stopOwed(words.purpose(purpose))
        }
    }

    /// Whom it is owed: also somebody whose data were erased, and who has not been told so yet.
    func name(_ words: any Words) -> String {
        person.erasedAt == nil ? person.person.name.text : words.erasedName
    }

    /// All that is due in these regions, the most urgent first.
    static func all(in regions: [RegionCode], _ store: Store, at now: Date) async throws -> [Due] {
        var all: [Due] = []
        for request in try await store.openRequests(in: regions) {
            let person = try await store.person(request.person)
            all.append(Due(person: person, matter: .request(request.kind), deadline: request.deadline))
        }
        for ledger in try await store.openWithdrawals(in: regions, at: now) {
            let person = try await store.person(ledger.person)
            for purpose in Purpose.allCases {
                guard case .withdrawn(let stop) = ledger.state(of: purpose, at: now), stop.metAt == nil else {
                    continue
                }
                all.append(Due(person: person, matter: .stop(purpose), deadline: stop))
            }
        }
        return all.sorted { ($0.deadline.due, $0.person.id) < ($1.deadline.due, $1.person.id) }
    }
}
