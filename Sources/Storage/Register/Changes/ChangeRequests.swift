import Foundation
public import Register
import Secrets

/// What an owner proposes, as the form says it.
public struct ChangeProposal: Sendable, Equatable {
    public let id: ChangeRequest.ID
    public let enterprise: Enterprise.ID
    /// As the owner would have it.
    public let card: EnterpriseCard
    /// Of the page the proposal was made on.
    public let version: Int
    /// In the owner's words.
    public let why: String

    public init(
        _ id: ChangeRequest.ID, of enterprise: Enterprise.ID, to card: EnterpriseCard, from version: Int,
        because why: String
    ) {
        self.id = id
        self.enterprise = enterprise
        self.card = card
        self.version = version
        self.why = why
    }
}

extension Store {
    /// Writes down what an owner proposes. The register stays as it is.
    /// - Throws: `EnterpriseRefused`; `ChangeRequestRefusal.reasonMissing`, `.nothingChanged`, `.alreadyProposed`.
    public func propose(_ proposal: ChangeProposal, by stamp: Stamp) async throws {
        let keyring = try keys()
        guard !proposal.why.isEmpty else { throw ChangeRequestRefusal.reasonMissing }
        guard let office = try await office(of: proposal.enterprise) else { throw EnterpriseRefused.unknownEnterprise }
        try await record(in: office, by: stamp) { connection, book in
            let now = try readOpen(proposal.enterprise, from: proposal.version, connection)
            let request = ChangeRequest(
                proposal.id, of: now.enterprise, to: proposal.card, because: proposal.why, made: stamp)
            guard !request.fields.isEmpty else { throw ChangeRequestRefusal.nothingChanged }
            try checkNumber(proposal.card.nib, of: now.id, in: office, connection)
            if let field = try ChangeRow.openField(among: request.fields, of: now.id, connection) {
                throw ChangeRequestRefusal.alreadyProposed(field)
            }
            let key = try EnterpriseKeys.keyMadeIfMissing(of: now.id, keyring, connection)
            try ChangeRow.insert(request, key, connection)
            let changes = EnterpriseChanges.between(now.enterprise.card, proposal.card)
            try note(.changeProposed, request, changes + [told("why", request.why)], key, &book)
        }
    }

    /// Takes the chosen fields over into the register as it stands now; the others stay as they are.
    /// - Parameter version: of the enterprise on the page that was decided on.
    /// - Throws: `ChangeRequestRefusal`; `EnterpriseRefused`, `.merged` also where it was merged since.
    public func approve(
        _ id: ChangeRequest.ID, _ decision: ChangeDecision, from version: Int, by stamp: Stamp
    ) async throws {
        let keyring = try keys()
        try await record(in: try await officeOfChange(id), by: stamp) { connection, book in
            var request = try readChange(id, keyring, connection)
            try request.check(decision)
            let now = try readOpen(request.enterprise, from: version, connection)
            let card = try now.enterprise.card.with(request.fields.filter { decision.taken.contains($0.field) })
            try checkNumber(card.nib, of: now.id, in: request.office, connection)
            request.close(.approved, stamp, because: decision.reason, taking: decision.taken)
            let key = try EnterpriseKeys.keyMadeIfMissing(of: now.id, keyring, connection)
            try ChangeRow.settle(request, key, connection)
            try note(.changeApproved, request, outcomes(of: request), key, &book)
            guard card != now.enterprise.card else { return }
            try writeCard(card, of: now.id, at: stamp.at, connection)
            let changes = EnterpriseChanges.between(now.enterprise.card, card)
            try note(.enterpriseChanged, now.id, changes, keyring, connection, &book)
        }
    }

    /// Takes nothing of it over.
    /// - Parameter reason: for the owner.
    /// - Throws: `ChangeRequestRefusal.unknownRequest`, `.settled`, `.reasonMissing`.
    public func refuse(_ id: ChangeRequest.ID, because reason: String, by stamp: Stamp) async throws {
        let keyring = try keys()
        guard !reason.isEmpty else { throw ChangeRequestRefusal.reasonMissing }
        try await record(in: try await officeOfChange(id), by: stamp) { connection, book in
            var request = try readChange(id, keyring, connection)
            guard request.state == .open else { throw ChangeRequestRefusal.settled }
            request.close(.refused, stamp, because: reason)
            let key = try EnterpriseKeys.keyMadeIfMissing(of: request.enterprise, keyring, connection)
            try ChangeRow.settle(request, key, connection)
            try note(.changeRefused, request, [told("office-reason", reason)], key, &book)
        }
    }

    /// Takes it back, by whoever made it, while nobody has decided.
    /// - Throws: `ChangeRequestRefusal.unknownRequest`, `.notOwn`, `.settled`.
    public func withdraw(_ id: ChangeRequest.ID, by stamp: Stamp) async throws {
        let keyring = try keys()
        try await record(in: try await officeOfChange(id), by: stamp) { connection, book in
            var request = try readChange(id, keyring, connection)
            guard request.made.by == stamp.by else { throw ChangeRequestRefusal.notOwn }
            guard request.state == .open else { throw ChangeRequestRefusal.settled }
            request.close(.withdrawn, stamp)
            let key = try EnterpriseKeys.keyMadeIfMissing(of: request.enterprise, keyring, connection)
            try ChangeRow.settle(request, key, connection)
            try note(.changeWithdrawn, request, [], key, &book)
        }
    }

    private func officeOfChange(_ id: ChangeRequest.ID) async throws -> RegionCode {
        guard let found = try await whereabouts(of: id) else { throw ChangeRequestRefusal.unknownRequest }
        return found.office
    }
}

extension ChangeRequest {
    /// - Parameter taken: what is taken over; the other fields are left as they are.
    fileprivate mutating func close(
        _ state: State, _ stamp: Stamp, because reason: String? = nil, taking taken: Set<EnterpriseField> = []
    ) {
        self.state = state
        settled = stamp
        self.reason = reason
        for place in fields.indices { fields[place].outcome = taken.contains(fields[place].field) ? .taken : .left }
    }
}

/// An enterprise as it was seen by whoever proposes or decides.
/// - Throws: `EnterpriseRefused.unknownEnterprise`, `.merged`, `.changedMeanwhile`.
private func readOpen(
    _ id: Enterprise.ID, from version: Int, _ connection: any Connection
) throws -> EnterpriseRecord {
    let now = try readEnterprise(id, connection)
    if let other = now.mergedInto { throw EnterpriseRefused.merged(into: other) }
    guard now.enterprise.version == version else { throw EnterpriseRefused.changedMeanwhile(now) }
    return now
}

/// What somebody has written in their own words may say anything about anybody: it is sealed.
private func told(_ field: String, _ text: String) -> Event.Change { Event.Change(field, to: .personal(text)) }

/// Which fields were taken and which were left; what became of the card stands in a line of its own.
private func outcomes(of request: ChangeRequest) -> [Event.Change] {
    func names(_ outcome: ProposedField.Outcome) -> String? {
        let fields = request.fields.filter { $0.outcome == outcome }.map(\.field.rawValue)
        return fields.isEmpty ? nil : fields.joined(separator: " ")
    }
    let fields = [("taken-fields", names(.taken)), ("left-fields", names(.left))].compactMap { field, names in
        names.map { Event.Change(field, to: .plain($0)) }
    }
    return fields + [request.reason.map { told("office-reason", $0) }].compactMap(\.self)
}

/// A line of the book about a change request: it stands under the enterprise.
private func note(
    _ kind: EventKind, _ request: ChangeRequest, _ changes: [Event.Change], _ key: PersonKey, _ book: inout EventBook
) throws {
    let enterprise = request.enterprise.identifier
    let name = Event.Change("change-request", to: .plain(request.id.identifier.text))
    try book.note(kind, about: enterprise, of: (Person.ID(enterprise), key), [name] + changes)
}

/// - Throws: `ChangeRequestRefusal.unknownRequest`.
func readChange(
    _ id: ChangeRequest.ID, _ keyring: Keyring, _ connection: any Connection
) throws -> ChangeRequest {
    guard let found = try readChanges("r.id = $1", [SQLValue(id)], keyring, connection).first else {
        throw ChangeRequestRefusal.unknownRequest
    }
    return found
}
