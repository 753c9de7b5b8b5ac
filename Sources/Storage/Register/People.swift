public import Foundation
public import Register
public import Secrets

/// A person as the office's page shows it.
public struct PersonRecord: Sendable, Equatable, Identifiable {
    public let person: Person
    public let enteredAt: Date
    /// Rises with every change; a change names the version it was made from.
    public let version: Int
    /// When the data were erased; the name is then the identifier, and a page says "erased" in its own words.
    public let erasedAt: Date?

    public var id: Person.ID { person.id }
}

/// Why a person is not written as asked.
public enum PersonRefused: Error, Equatable, Sendable {
    case unknownPerson
    case erased
    /// Somebody else changed it first; this is how it stands now.
    case changedMeanwhile(PersonRecord)
    case unknownRegion(RegionCode)
}

// Refusals are thrown, and what is thrown may come to be logged.
extension PersonRecord: Unspoken {}
extension PersonEntry: Unspoken {}

/// What is written of a person.
public struct PersonEntry: Sendable {
    public var name: DisplayName
    public var contact: Person.Contact?
    /// What becomes of the citizen number.
    public var number: NumberChange

    public enum NumberChange: Sendable {
        case keep, remove
        case set(NIK)
    }

    public init(name: DisplayName, contact: Person.Contact?, number: NumberChange = .keep) {
        self.name = name
        self.contact = contact
        self.number = number
    }
}

extension Store {
    /// Enters a person, with a key of their own.
    /// - Throws: `PersonRefused.unknownRegion`, `StoreRefusal.noKeys`.
    public func enter(_ id: Person.ID, _ entry: PersonEntry, in office: RegionCode, by stamp: Stamp) async throws {
        let keyring = try keys()
        let key = PersonKey.random()
        let sealing = PersonSealing(id, key, keyring)
        try await record(in: office, by: stamp) { connection, book in
            guard try connection.exists("SELECT 1 FROM region WHERE code = $1", [SQLValue(office)]) else {
                throw PersonRefused.unknownRegion(office)
            }
            try connection.execute(
                """
                INSERT INTO person
                    (id, office, name, contact, nik, nik_last_four, nik_fingerprint, nik_key, entered_at, version)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
                """,
                [SQLValue(id), SQLValue(office), .text(entry.name.text), try sealing.contact(entry.contact)]
                    + sealing.number(entry.number) + [SQLValue(stamp.at)])
            try connection.execute(
                "INSERT INTO person_key (person, sealed) VALUES ($1, $2)",
                [SQLValue(id), .bytes(key.sealed(by: keyring, person: id.identifier.text))])
            try book.note(.personEntered, about: id.identifier, of: (id, key), changes(from: nil, to: entry))
        }
    }

    /// Changes a person.
    /// - Parameter version: of the page the change was made on.
    /// - Throws: `PersonRefused`.
    public func change(_ id: Person.ID, _ entry: PersonEntry, from version: Int, by stamp: Stamp) async throws {
        let keyring = try keys()
        guard let office = try await office(of: id) else { throw PersonRefused.unknownPerson }
        try await record(in: office, by: stamp) { connection, book in
            let now = try readPerson(id, connection, keyring)
            guard now.erasedAt == nil else { throw PersonRefused.erased }
            guard now.version == version else { throw PersonRefused.changedMeanwhile(now) }
            var keys = PersonKeys(keyring, connection)
            guard let key = try keys.key(of: id) else { throw PersonRefused.erased }
            let sealing = PersonSealing(id, key, keyring)
            try connection.execute(
                "UPDATE person SET name = $2, contact = $3, version = version + 1 WHERE id = $1",
                [SQLValue(id), .text(entry.name.text), try sealing.contact(entry.contact)])
            if case .keep = entry.number {
            } else {
                try connection.execute(
                    "UPDATE person SET nik = $2, nik_last_four = $3, nik_fingerprint = $4, nik_key = $5 WHERE id = $1",
                    [SQLValue(id)] + sealing.number(entry.number))
            }
            try book.note(.personChanged, about: id.identifier, of: (id, key), changes(from: now.person, to: entry))
        }
    }

    /// Destroys what is kept of a person: the row's values, and the key without which their values in events, and in
    /// backups once those are past their time, are noise. The chain of events still holds.
    /// - Throws: `PersonRefused`.
    public func erase(_ id: Person.ID, because reason: String?, by stamp: Stamp) async throws {
        guard let office = try await office(of: id) else { throw PersonRefused.unknownPerson }
        try await record(in: office, by: stamp) { connection, book in
            let erased = try connection.execute(
                """
                UPDATE person SET name = '', contact = NULL, nik = NULL, nik_last_four = NULL,
                    nik_fingerprint = NULL, nik_key = NULL, erased_at = $2, version = version + 1
                WHERE id = $1 AND erased_at IS NULL
                """, [SQLValue(id), SQLValue(stamp.at)])
            guard erased == 1 else { throw PersonRefused.erased }
            try connection.execute("DELETE FROM person_key WHERE person = $1", [SQLValue(id)])
            // Where the papers of a consent lie may name the person too.
            try connection.execute(
                "UPDATE consent SET proof_reference = '-' WHERE person = $1 AND proof_reference IS NOT NULL",
                [SQLValue(id)])
            try book.note(.personErased, about: id.identifier, because: reason)
        }
    }

    /// - Throws: `PersonRefused.unknownPerson`.
    public func person(_ id: Person.ID) async throws -> PersonRecord {
        let keyring = keyring
        return try await read { try readPerson(id, $0, keyring) }
    }

    /// Whose office keeps a person; `nil` for an unknown one. Opens nothing that is sealed.
    public func office(of id: Person.ID) async throws -> RegionCode? {
        try await read { connection in
            try connection.first("SELECT office FROM person WHERE id = $1", [SQLValue(id)], read: { try $0.region(0) })
        }
    }

    /// People of these regions by name, a page at a time, without those whose data were erased.
    /// - Parameter after: name and identifier of the last one shown before.
    public func people(
        in regions: [RegionCode], after: (name: String, id: Person.ID)? = nil, limit: Int
    ) async throws -> [PersonRecord] {
        let keyring = keyring
        guard !regions.isEmpty else { return [] }
        let after = after.map { (name: $0.name, id: $0.id.identifier.text) }
        return try await read { connection in
            let (condition, values) = regionCondition(regions, column: "office", from: 3)
            let ids = try connection.rows(
                """
                SELECT id FROM person WHERE \(condition) AND (name, id) > ($1, $2) AND erased_at IS NULL
                ORDER BY name, id LIMIT \(min(max(limit, 1), 500))
                """, [.text(after?.name ?? ""), .text(after?.id ?? "")] + values,
                read: { try $0.key(0, of: Person.self) })
            return try ids.map { try readPerson($0, connection, keyring) }
        }
    }

    /// People in these regions whose citizen number this is.
    /// - Throws: `StoreRefusal.noKeys`.
    public func people(with number: NIK, in regions: [RegionCode]) async throws -> [PersonRecord] {
        let keyring = try keys()
        let prints = try keyring.numbers.map {
            try keyring.fingerprint(of: number.digitsToSeal, for: .personalNumber, key: $0)
        }
        return try await read { connection in
            try prints.flatMap { print in
                try connection.rows(
                    "SELECT id FROM person WHERE nik_fingerprint = $1 ORDER BY id", [.text(print)],
                    read: { try $0.key(0, of: Person.self) })
            }
            .map { try readPerson($0, connection, keyring) }
            .filter { person in regions.contains { $0.covers(person.person.office) } }
        }
    }
}

/// What a change of a person looks like in the book. Of a citizen number the last four digits are written down.
private func changes(from old: Person?, to entry: PersonEntry) -> [Event.Change] {
    func value(_ text: String?) -> Event.Value { text.map(Event.Value.personal) ?? .none }
    let fields: [(String, String?, String?)] = [
        ("name", old?.name.text, entry.name.text),
        ("phone", old?.contact?.phone, entry.contact?.phone),
        ("email", old?.contact?.email, entry.contact?.email),
    ]
    var changes = fields.filter { $0.1 != $0.2 }.map { Event.Change($0.0, from: value($0.1), to: value($0.2)) }
    switch entry.number {
    case .keep: break
    case .remove: changes.append(Event.Change("nik-last-four", from: value(old?.lastFour?.text)))
    case .set(let number):
        changes.append(
            Event.Change("nik-last-four", from: value(old?.lastFour?.text), to: value(number.lastFour.text)))
    }
    return changes
}
