import Foundation

/// What a person asks about the data kept of them. Its state is kept as rows, each with who and when.
///
/// The law sets 3 × 24 hours for access, correction, withdrawal and objection. For erasure and portability it names
/// no hours; the office keeps the same term.
///
/// - Source: UU 27/2022, articles 6 to 13, 30, 32, 40, 41 and 43
public struct PersonalDataRequest: Sendable, Equatable, Identifiable {
    public typealias ID = Key<PersonalDataRequest>

    public enum Kind: String, Sendable, CaseIterable, Codable {
        /// To see the data and have a copy.
        case access
        case correction
        case erasure
        /// To halt or limit the processing, or not to be judged by a machine alone.
        case objection
        /// To take consent back.
        case withdrawal
        /// To have the data in a form that another system reads.
        case portability
    }

    /// Why a request is refused. Which reasons are open to which kind stands in `Kind.reasons`.
    public enum Reason: String, Sendable, CaseIterable, Codable {
        /// It is not certain that the person is the one the data is about.
        case identityNotProven = "identity-not-proven"
        /// It would endanger the safety or health of somebody.
        case endangersSomebody = "endangers-somebody"
        /// It would disclose the data of somebody else.
        case disclosesOthers = "discloses-others"
        /// Defence and national security.
        case nationalSecurity = "national-security"
        /// Another law requires that the data be kept or processed.
        case legalDuty = "legal-duty"
    }

    public enum Outcome: Sendable, Hashable {
        case answered
        case refused(Reason)
    }

    /// A row: what happened to the request, who did it, when.
    public struct Step: Sendable, Hashable {
        public let outcome: Outcome
        public let stamp: Stamp

        public init(_ outcome: Outcome, _ stamp: Stamp) {
            self.outcome = outcome
            self.stamp = stamp
        }
    }

    public let id: ID
    public let person: Person.ID
    public let kind: Kind
    public let received: Stamp
    /// Oldest first. A refusal may be reconsidered and answered; an answer is the end.
    public let steps: [Step]

    public init(id: ID, person: Person.ID, kind: Kind, received: Stamp) {
        self.init(id: id, person: person, kind: kind, history: (received, []))
    }

    private init(id: ID, person: Person.ID, kind: Kind, history: (received: Stamp, steps: [Step])) {
        self.id = id
        self.person = person
        self.kind = kind
        received = history.received
        steps = history.steps
    }

    /// The same request with one more row.
    /// - Throws: `PersonalDataRequestRefusal` when the row cannot follow.
    public func adding(_ step: Step) throws(PersonalDataRequestRefusal) -> PersonalDataRequest {
        guard step.stamp.at >= (steps.last?.stamp ?? received).at else { throw .tooEarly }
        switch (steps.last?.outcome, step.outcome) {
        case (.answered?, _): throw .alreadyAnswered
        case (.refused?, .refused): throw .alreadyRefused
        case (_, .refused(let reason)) where !kind.reasons.contains(reason): throw .reasonNotOpen
        default: break
        }
        return PersonalDataRequest(id: id, person: person, kind: kind, history: (received, steps + [step]))
    }

    /// A refusal with its reason keeps the term as an answer does.
    public var deadline: Deadline { Deadline(from: received.at, metAt: steps.first?.stamp.at) }
}

extension PersonalDataRequest.Kind {
    /// The reasons for which such a request may be refused. Consent can always be taken back by the one who gave it.
    public var reasons: Set<PersonalDataRequest.Reason> {
        switch self {
        case .withdrawal: [.identityNotProven]
        case .access, .portability: [.identityNotProven, .endangersSomebody, .disclosesOthers, .nationalSecurity]
        case .correction: [.identityNotProven, .endangersSomebody, .disclosesOthers, .nationalSecurity]
        case .erasure, .objection: [.identityNotProven, .endangersSomebody, .nationalSecurity, .legalDuty]
        }
    }
}

/// Why a row cannot be added to a request. The raw value is the stable code of the refusal.
public enum PersonalDataRequestRefusal: String, Error, Sendable, CaseIterable {
    case alreadyAnswered = "request-already-answered"
    case alreadyRefused = "request-already-refused"
    /// The law does not let this kind of request be refused for this reason.
    case reasonNotOpen = "request-reason-not-open"
    /// Before the request came in, or before its last row.
    case tooEarly = "request-too-early"
}
