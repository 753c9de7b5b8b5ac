public import Foundation
public import Register
import Secrets

/// Which lines of a book are asked for.
public struct EventFilter: Sendable, Equatable {
    public var office: RegionCode
    public var kind: EventKind?
    public var actor: Account.ID?
    public var subject: Identifier?
    /// From this instant on.
    public var from: Date?
    /// Before this instant.
    public var to: Date?
    /// Lines before this number: for the next page.
    public var before: Int?

    public init(office: RegionCode) { self.office = office }
}

/// A line with the hash that chains it.
public struct EventLine: Sendable, Equatable {
    public let event: Event
    public let hash: String
    /// Who the actor is called now; `nil` for the program itself.
    public let actorName: String?
    /// What the subject is called now, where it is an account, a person, an enterprise or a sentra that is still known.
    public let subjectName: String?
}

extension Store {
    /// The last lines that match, newest first.
    /// - Parameter limit: so many at most, 1…1,000.
    public func events(_ filter: EventFilter, limit: Int) async throws -> [EventLine] {
        let keyring = keyring
        return try await read { connection in
            let (condition, values) = condition(filter)
            let rows = try connection.rows(
                """
                \(lines)
                WHERE \(condition) ORDER BY e.office DESC, e.number DESC LIMIT \(min(max(limit, 1), 1000))
                """, values, read: StoredLine.init)
            var keys = PersonKeys(keyring, connection)
            return try rows.map { try $0.line(&keys) }
        }
    }

    /// Every line of a book that matches, oldest first, as they are read: for exports of any length.
    public func eachEvent(
        _ filter: EventFilter, _ body: @Sendable @escaping (EventLine) throws -> Void
    ) async throws {
        var filter = filter
        filter.before = nil
        var after = 0
        while true {
            let page = try await portion(filter, after: after)
            for line in page { try body(line) }
            guard let last = page.last else { return }
            after = last.event.number
        }
    }

    /// In portions, each a short read, so that no snapshot is held for as long as somebody downloads.
    private func portion(_ filter: EventFilter, after number: Int) async throws -> [EventLine] {
        let keyring = keyring
        return try await read { connection in
            let (condition, values) = condition(filter)
            let rows = try connection.rows(
                """
                \(lines)
                WHERE \(condition) AND e.number > $\(values.count + 1) ORDER BY e.number LIMIT 1000
                """, values + [.integer(number)], read: StoredLine.init)
            var keys = PersonKeys(keyring, connection)
            return try rows.map { try $0.line(&keys) }
        }
    }

    /// The offices that have a book.
    public func books() async throws -> [RegionCode] {
        try await read { connection in
            try connection.rows("SELECT office FROM event_book ORDER BY office", read: { try $0.region(0) })
        }
    }
}

/// Lines with what their actors and subjects are called now.
private let lines = """
    SELECT e.office, e.number, e.at, e.actor, e.kind, e.subject, e.body, e.hash,
           a.display_name, coalesce(s.display_name, p.name, f.name, t.name)
    FROM event e
    LEFT JOIN account a ON a.id = e.actor
    LEFT JOIN account s ON s.id = e.subject
    LEFT JOIN person p ON p.id = e.subject
    LEFT JOIN enterprise f ON f.id = e.subject
    LEFT JOIN sentra t ON t.id = e.subject
    """

private func condition(_ filter: EventFilter) -> (String, [SQLValue]) {
    var parts = ["e.office = $1"]
    var values = [SQLValue(filter.office)]
    func add(_ text: String, _ value: SQLValue?) {
        guard let value else { return }
        values.append(value)
        parts.append("\(text) $\(values.count)")
    }
    add("e.kind =", filter.kind.map { .text($0.rawValue) })
    add("e.actor =", filter.actor.map { SQLValue($0) })
    add("e.subject =", filter.subject.map { SQLValue($0) })
    add("e.at >=", filter.from.map { SQLValue($0) })
    add("e.at <", filter.to.map { SQLValue($0) })
    add("e.number <", filter.before.map { .integer($0) })
    return (parts.joined(separator: " AND "), values)
}

/// A row before its personal values are opened.
private struct StoredLine {
    let place: (office: RegionCode, number: Int)
    let stamp: Stamp
    let kind: EventKind
    let subject: Identifier?
    let body: EventBody
    let hash: String
    let names: (actor: String?, subject: String?)

    init(_ row: SQLRow) throws {
        place = (try row.region(0), try row.integer(1))
        let actor = try row.text(3)
        stamp = Stamp(by: actor.isEmpty ? nil : try row.key(3), at: try row.instant(2))
        kind = try row.choice(4)
        let subject = try row.text(5)
        self.subject = subject.isEmpty ? nil : try row.identifier(5)
        body = try EventBody(text: try row.text(6))
        hash = try row.text(7)
        names = (try row.optionalText(8), try row.optionalText(9).flatMap { $0.isEmpty ? nil : $0 })
    }

    func line(_ keys: inout PersonKeys) throws -> EventLine {
        let person = body.person.flatMap { Person.ID($0) }
        let changes = body.read(
            by: try person.flatMap { try keys.key(of: $0) }, place: "event:\(place.office.text):\(place.number)")
        let event = Event(
            kind, at: place, stamp, subject: subject, person: person, changes: changes, reason: body.reason)
        return EventLine(event: event, hash: hash, actorName: names.actor, subjectName: names.subject)
    }
}

/// Keys of persons, and of enterprises for what they hold of persons, read once each within a transaction.
struct PersonKeys {
    private let keyring: Keyring?
    private let connection: any Connection
    private var known: [Person.ID: PersonKey?] = [:]

    init(_ keyring: Keyring?, _ connection: any Connection) {
        self.keyring = keyring
        self.connection = connection
    }

    /// - Returns: `nil` where the key was destroyed, or there is no keyring.
    mutating func key(of person: Person.ID) throws -> PersonKey? {
        guard let keyring else { return nil }
        if let key = known[person] { return key }
        let sealed = try connection.first(
            """
            SELECT sealed FROM person_key WHERE person = $1
            UNION ALL SELECT sealed FROM enterprise_key WHERE enterprise = $1
            """, [SQLValue(person)], read: { try $0.bytes(0) })
        let key = try sealed.map { try PersonKey(opening: $0, by: keyring, person: person.identifier.text) }
        known[person] = .some(key)
        return key
    }
}
