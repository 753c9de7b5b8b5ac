public import Foundation
public import Register
public import Secrets

/// An enterprise with all that is kept of it, as a page shows it.
public struct EnterpriseRecord: Sendable, Equatable, Identifiable {
    public let enterprise: Enterprise
    /// The newest first.
    public let years: [EnterpriseYear]
    /// Certificates as a list has them: a number or a year, as written.
    public let papers: [EnterpriseField: String]
    /// The end of the owner's citizen number; `nil` where it is not known.
    public let lastFour: NIK.LastFour?
    public let enteredAt: Date
    public let changedAt: Date
    /// The one it was merged into.
    public let mergedInto: Enterprise.ID?

    public var id: Enterprise.ID { enterprise.id }
}

/// Why an enterprise is not written as asked.
public enum EnterpriseRefused: Error, Equatable, Sendable {
    case unknownEnterprise
    case unknownRegion(RegionCode)
    /// Somebody else changed it first; this is how it stands now.
    case changedMeanwhile(EnterpriseRecord)
    /// Another enterprise of the office carries this licence number.
    case numberTaken(NIB, by: Enterprise.ID)
    /// It was merged into another one, where it is changed.
    case merged(into: Enterprise.ID)
    /// The two are kept by two offices.
    case otherOffice
    /// An enterprise is not merged into itself.
    case sameEnterprise
    /// It was not merged into another one.
    case notMerged
    /// What it was merged into was changed since, so that it cannot be as it was; this is how it stands now.
    case changedSinceMerger(EnterpriseRecord)
}

// Refusals are thrown, and what is thrown may come to be logged.
extension EnterpriseRecord: Unspoken {}

extension Store {
    /// Enters an enterprise by hand.
    /// - Throws: `EnterpriseRefused`.
    public func enter(_ id: Enterprise.ID, _ card: EnterpriseCard, in office: RegionCode, by stamp: Stamp) async throws
    {
        let keyring = try keys()
        try await record(in: office, by: stamp) { connection, book in
            guard try connection.exists("SELECT 1 FROM region WHERE code = $1", [SQLValue(office)]) else {
                throw EnterpriseRefused.unknownRegion(office)
            }
            try checkNumber(card.nib, of: id, in: office, connection)
            let row: [SQLValue] = [
                SQLValue(id), SQLValue(office), .integer(1), SQLValue(stamp.at), SQLValue(stamp.at), .text(""),
            ]
            try connection.append(
                to: "enterprise", columns: EnterpriseRow.columns, rows: [row + EnterpriseRow.values(card)])
            try addToCount(of: office, 1, connection)
            try note(.enterpriseEntered, id, from: nil, to: card, keyring, connection, &book)
        }
    }

    /// Changes the card of an enterprise.
    /// - Parameter version: of the page the change was made on.
    /// - Returns: whether anything was changed; what is as it was leaves no event.
    /// - Throws: `EnterpriseRefused`.
    @discardableResult
    public func change(
        _ id: Enterprise.ID, to card: EnterpriseCard, from version: Int, by stamp: Stamp
    ) async throws -> Bool {
        let keyring = try keys()
        guard let office = try await office(of: id) else { throw EnterpriseRefused.unknownEnterprise }
        return try await record(in: office, by: stamp) { connection, book in
            let now = try readEnterprise(id, connection)
            if let other = now.mergedInto { throw EnterpriseRefused.merged(into: other) }
            guard now.enterprise.version == version else { throw EnterpriseRefused.changedMeanwhile(now) }
            guard now.enterprise.card != card else { return false }
            try checkNumber(card.nib, of: id, in: office, connection)
            try writeCard(card, of: id, at: stamp.at, connection)
            try note(.enterpriseChanged, id, from: now.enterprise.card, to: card, keyring, connection, &book)
            return true
        }
    }

    /// - Throws: `EnterpriseRefused.unknownEnterprise`.
    public func enterprise(_ id: Enterprise.ID) async throws -> EnterpriseRecord {
        try await read { try readEnterprise(id, $0) }
    }

    /// Whose office keeps an enterprise; `nil` for an unknown one.
    public func office(of id: Enterprise.ID) async throws -> RegionCode? {
        try await read { connection in
            try connection.first(
                "SELECT office FROM enterprise WHERE id = $1", [SQLValue(id)], read: { try $0.region(0) })
        }
    }
}

/// - Throws: `EnterpriseRefused.unknownEnterprise`.
func readEnterprise(_ id: Enterprise.ID, _ connection: any Connection) throws -> EnterpriseRecord {
    let extra = EnterpriseRow.cardColumns.count - 4 + 3
    let found = try connection.first(
        """
        SELECT \(EnterpriseRow.shown), e.nik_last_four, e.entered_at, e.changed_at, e.merged_into
        FROM enterprise e WHERE e.id = $1
        """, [SQLValue(id)]
    ) { row in
        (
            try EnterpriseRow.read(row), try row.optionalText(extra).flatMap { NIK.LastFour($0) },
            (try row.instant(extra + 1), try row.instant(extra + 2)),
            try row.optionalKey(extra + 3, of: Enterprise.self)
        )
    }
    guard let (enterprise, lastFour, instants, merged) = found else { throw EnterpriseRefused.unknownEnterprise }
    let papers = try connection.rows(
        "SELECT kind, text FROM enterprise_paper WHERE enterprise = $1 ORDER BY kind", [SQLValue(id)]
    ) { (try $0.choice(0, of: EnterpriseField.self), try $0.text(1)) }
    return EnterpriseRecord(
        enterprise: enterprise, years: try readYears(of: id, connection),
        papers: Dictionary(papers, uniquingKeysWith: { first, _ in first }), lastFour: lastFour,
        enteredAt: instants.0, changedAt: instants.1, mergedInto: merged)
}

/// The newest first.
func readYears(of id: Enterprise.ID, _ connection: any Connection) throws -> [EnterpriseYear] {
    try connection.rows(
        "SELECT \(EnterpriseYearRow.shown) FROM enterprise_year y WHERE y.enterprise = $1 ORDER BY y.year DESC",
        [SQLValue(id)], read: { try EnterpriseYearRow.read($0) })
}

func writeCard(_ card: EnterpriseCard, of id: Enterprise.ID, at instant: Date, _ connection: any Connection) throws {
    let columns = EnterpriseRow.cardColumns.enumerated().map { "\($1) = $\($0 + 3)" }.joined(separator: ", ")
    try connection.execute(
        "UPDATE enterprise SET changed_at = $2, version = version + 1, \(columns) WHERE id = $1",
        [SQLValue(id), SQLValue(instant)] + EnterpriseRow.values(card))
}

/// How many enterprises an office shows is kept beside every change.
func addToCount(of office: RegionCode, _ change: Int, _ connection: any Connection) throws {
    guard change != 0 else { return }
    try connection.execute(
        "INSERT INTO enterprise_count (office, shown) VALUES ($1, 0) ON CONFLICT (office) DO NOTHING",
        [SQLValue(office)])
    try connection.execute(
        "UPDATE enterprise_count SET shown = shown + $2 WHERE office = $1", [SQLValue(office), .integer(change)])
}

/// A licence number belongs to one enterprise of an office; one that was merged into another has given it up.
/// - Throws: `EnterpriseRefused.numberTaken`.
func checkNumber(
    _ nib: NIB?, of id: Enterprise.ID, in office: RegionCode, _ connection: any Connection
) throws {
    guard let nib else { return }
    // The office is asked of the few rows: the engine might look through all of its enterprises for the number.
    let others = try connection.rows(
        "SELECT id, office FROM enterprise WHERE nib = $1 AND id <> $2 AND merged_into IS NULL",
        [.text(nib.digits), SQLValue(id)], read: { (try $0.key(0, of: Enterprise.self), try $0.region(1)) })
    if let other = others.first(where: { $0.1 == office }) { throw EnterpriseRefused.numberTaken(nib, by: other.0) }
}

/// A line in the book with every field that differs.
private func note(
    _ kind: EventKind, _ id: Enterprise.ID, from old: EnterpriseCard?, to new: EnterpriseCard?, _ keyring: Keyring,
    _ connection: any Connection, _ book: inout EventBook
) throws {
    try note(kind, id, EnterpriseChanges.between(old, new), keyring, connection, &book)
}

/// A line in the book; what is personal is sealed by the enterprise's own key, which is made when it is first needed.
func note(
    _ kind: EventKind, _ id: Enterprise.ID, _ changes: [Event.Change], _ keyring: Keyring,
    _ connection: any Connection, _ book: inout EventBook
) throws {
    let isPersonal = changes.contains { EnterpriseField(rawValue: $0.field)?.isPersonal == true }
    let key = isPersonal ? try EnterpriseKeys.keyMadeIfMissing(of: id, keyring, connection) : nil
    // The key of an enterprise stands where a person's does: identifiers are never given twice.
    try book.note(kind, about: id.identifier, of: key.map { (Person.ID(id.identifier), $0) }, changes)
}

/// What differs between two cards, as the book writes it down.
enum EnterpriseChanges {
    static func between(_ old: EnterpriseCard?, _ new: EnterpriseCard?) -> [Event.Change] {
        EnterpriseCard.fields.compactMap { field in
            let (before, after) = (old?.text(field), new?.text(field))
            guard before != after else { return nil }
            return Event.Change(field.rawValue, from: value(before, field), to: value(after, field))
        }
    }

    private static func value(_ text: String?, _ field: EnterpriseField) -> Event.Value {
        guard let text else { return .none }
        return field.isPersonal ? .personal(text) : .plain(text)
    }
}

/// The keys that seal the personal values in an enterprise's events.
enum EnterpriseKeys {
    static func keyMadeIfMissing(
        of id: Enterprise.ID, _ keyring: Keyring, _ connection: any Connection
    ) throws -> PersonKey {
        let sealed = try connection.first(
            "SELECT sealed FROM enterprise_key WHERE enterprise = $1", [SQLValue(id)], read: { try $0.bytes(0) })
        if let sealed { return try PersonKey(opening: sealed, by: keyring, person: id.identifier.text) }
        let key = PersonKey.random()
        try connection.execute(
            "INSERT INTO enterprise_key (enterprise, sealed) VALUES ($1, $2)",
            [SQLValue(id), .bytes(key.sealed(by: keyring, person: id.identifier.text))])
        return key
    }
}
