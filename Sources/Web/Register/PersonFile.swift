import Exchange
import Foundation
import Register
import Storage
import Synchronization

/// All that is kept of one person.
struct PersonFile: Sendable {
    private let dossier: Dossier

    init(of id: Person.ID, _ store: Store) async throws {
        dossier = try await refusing { try await store.dossier(of: id) }
    }

    var record: PersonRecord { dossier.record }
    var ledger: ConsentLedger { dossier.ledger }
    var requests: [PersonalDataRequest] { dossier.requests }
    var names: [Account.ID: String] { dossier.names }

    /// The lines of the book that hold values of the person, or are about them; oldest first.
    func events(_ store: Store) async throws -> [Event] {
        var filter = EventFilter(office: record.person.office)
        filter.subject = record.id.identifier
        let events = Mutex<[Event]>([])
        try await store.eachEvent(filter) { line in events.withLock { $0.append(line.event) } }
        return events.withLock { $0 }
    }

    /// The copy that a person has a right to. The citizen number stands in it by its last four digits: the person knows
    /// it, and a file that is lost must not tell it.
    /// - Source: UU 27/2022, article 7
    func json(_ events: [Event]) -> JSON {
        let person = record.person
        return .object([
            JSON.Member("id", .string(person.id.identifier.text)),
            JSON.Member("name", record.erasedAt == nil ? .string(person.name.text) : .null),
            JSON.Member("phone", JSON(person.contact?.phone)),
            JSON.Member("email", JSON(person.contact?.email)),
            JSON.Member("nik_last_four", JSON(person.lastFour?.text)),
            JSON.Member("office", .string(person.office.text)),
            JSON.Member("entered_at", Self.instant(record.enteredAt)),
            JSON.Member("erased_at", record.erasedAt.map(Self.instant) ?? .null),
            JSON.Member("purposes", .array(Purpose.allCases.map(Self.purpose))),
            JSON.Member("consents", .array(ledger.entries.map(Self.consent))),
            JSON.Member("requests", .array(requests.map(Self.request))),
            JSON.Member("history", .array(events.map(Self.event))),
        ])
    }

    private static func purpose(_ purpose: Purpose) -> JSON {
        .object([
            JSON.Member("purpose", .string(purpose.rawValue)), JSON.Member("basis", .string(purpose.basis.rawValue)),
        ])
    }

    private static func consent(_ consent: Consent) -> JSON {
        let (act, proof): (String, Consent.Proof?) =
            switch consent.act {
            case .given(let proof): ("given", proof)
            case .withdrawn(let proof): ("withdrawn", proof)
            case .stopped: ("stopped", nil)
            }
        return .object([
            JSON.Member("purpose", .string(consent.purpose.rawValue)), JSON.Member("act", .string(act)),
            JSON.Member("at", instant(consent.recorded.at)),
            JSON.Member("proof", JSON(proof?.kind.rawValue)),
            JSON.Member("reference", JSON(proof?.reference)),
            JSON.Member("words_version", JSON(proof?.wordsVersion)),
        ])
    }

    private static func request(_ request: PersonalDataRequest) -> JSON {
        .object([
            JSON.Member("kind", .string(request.kind.rawValue)),
            JSON.Member("received_at", instant(request.received.at)),
            JSON.Member("due_at", instant(request.deadline.due)),
            JSON.Member(
                "steps",
                .array(
                    request.steps.map { step in
                        let (outcome, reason): (String, String?) =
                            switch step.outcome {
                            case .answered: ("answered", nil)
                            case .refused(let reason): ("refused", reason.rawValue)
                            }
                        return .object([
                            JSON.Member("outcome", .string(outcome)), JSON.Member("reason", JSON(reason)),
                            JSON.Member("at", instant(step.stamp.at)),
                        ])
                    })),
        ])
    }

    private static func event(_ event: Event) -> JSON {
        .object([
            JSON.Member("number", .integer(event.number)), JSON.Member("at", instant(event.stamp.at)),
            JSON.Member("kind", .string(event.kind.rawValue)),
            JSON.Member("changes", .array(event.changes.map { $0.json(showingPersonal: true) })),
        ])
    }

    private static func instant(_ instant: Date) -> JSON { .string(instant.formatted(.iso8601)) }
}

extension Event.Change {
    /// - Parameter isShown: false where values of persons are seen on pages and not carried away.
    func json(showingPersonal isShown: Bool) -> JSON {
        func value(_ value: Event.Value) -> JSON {
            switch value {
            case .none: .null
            case .plain(let text): .string(text)
            case .personal(let text): isShown ? .string(text) : .object([JSON.Member("personal", .bool(true))])
            case .erased: .object([JSON.Member("erased", .bool(true))])
            }
        }
        return .object([
            JSON.Member("field", .string(field)), JSON.Member("old", value(old)), JSON.Member("new", value(new)),
        ])
    }
}
