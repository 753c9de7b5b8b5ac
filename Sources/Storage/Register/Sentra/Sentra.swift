public import Foundation
public import Register

/// A sentra with all that is kept of it, as a page shows it.
public struct SentraRecord: Sendable, Equatable, Identifiable {
    /// With the memberships of all days.
    public let sentra: Sentra
    /// The same memberships with what the enterprises are called now, by name and first day.
    public let members: [SentraMember]
    /// The same facilities with how they are changed, in the order in which they were entered.
    public let facilities: [KeptFacility]
    public let enteredAt: Date
    public let changedAt: Date

    public var id: Sentra.ID { sentra.id }

    /// Who belongs to it on a day, each enterprise once.
    public func members(on day: CalendarDay) -> [SentraMember] {
        var seen: Set<Enterprise.ID> = []
        return members.filter { $0.membership.holds(on: day) && seen.insert($0.membership.enterprise).inserted }
    }
}

/// A membership with what its enterprise is called now.
public struct SentraMember: Sendable, Equatable, Identifiable {
    public typealias ID = Key<SentraMembership>

    public let id: ID
    /// Of the enterprise into which the one that joined was merged, where it was.
    public let membership: SentraMembership
    public let name: String
    public let nib: NIB?
    public let product: String?
    public let area: AreaCode?
    public let industry: IndustryCode?
    /// Rises with every change.
    public let version: Int
}

/// A facility with how it is changed.
public struct KeptFacility: Sendable, Equatable, Identifiable {
    public typealias ID = Key<SentraFacility>

    public let id: ID
    public let facility: SentraFacility
    /// Rises with every change; a change names the version it was made from.
    public let version: Int
}

/// Why a sentra is not written as asked.
public enum SentraRefused: Error, Equatable, Sendable {
    case unknownSentra
    case unknownRegion(RegionCode)
    /// Somebody else changed it first; this is how it stands now.
    case changedMeanwhile(SentraRecord)
    case unknownMember
    case unknownFacility
    /// There is no such enterprise in the office of the sentra, or it was merged into another.
    case unknownEnterprise
    /// The enterprise belongs to it already on one of these days.
    case alreadyMember(SentraMember)
    /// The last day lies before the first.
    case endsBeforeItBegins
}

extension Store {
    /// Enters a sentra by hand.
    /// - Throws: `SentraRefused.unknownRegion`.
    public func enter(_ id: Sentra.ID, _ card: SentraCard, in office: RegionCode, by stamp: Stamp) async throws {
        try await record(in: office, by: stamp) { connection, book in
            guard try connection.exists("SELECT 1 FROM region WHERE code = $1", [SQLValue(office)]) else {
                throw SentraRefused.unknownRegion(office)
            }
            try insertSentra(id, card, of: office, at: stamp.at, list: "", connection)
            try book.note(.sentraEntered, about: id.identifier, SentraChanges.between(nil, card))
        }
    }

    /// Changes the card of a sentra.
    /// - Parameter version: of the page the change was made on.
    /// - Returns: whether anything was changed; what is as it was leaves no event.
    /// - Throws: `SentraRefused.unknownSentra`, `.changedMeanwhile`.
    @discardableResult
    public func change(
        _ id: Sentra.ID, to card: SentraCard, from version: Int, by stamp: Stamp
    ) async throws -> Bool {
        guard let office = try await office(of: id) else { throw SentraRefused.unknownSentra }
        return try await record(in: office, by: stamp) { connection, book in
            let now = try readSentra(id, connection)
            guard now.sentra.version == version else { throw SentraRefused.changedMeanwhile(now) }
            guard now.sentra.card != card else { return false }
            let columns = SentraRow.cardColumns.enumerated().map { "\($1) = $\($0 + 3)" }.joined(separator: ", ")
            try connection.execute(
                "UPDATE sentra SET changed_at = $2, version = version + 1, \(columns) WHERE id = $1",
                [SQLValue(id), SQLValue(stamp.at)] + SentraRow.values(card))
            try connection.execute("DELETE FROM sentra_word WHERE sentra = $1", [SQLValue(id)])
            try insertWords(of: id, card, connection)
            try book.note(.sentraChanged, about: id.identifier, SentraChanges.between(now.sentra.card, card))
            return true
        }
    }

    /// - Throws: `SentraRefused.unknownSentra`.
    public func sentra(_ id: Sentra.ID) async throws -> SentraRecord {
        try await read { try readSentra(id, $0) }
    }

    /// Whose office keeps a sentra; `nil` for an unknown one.
    public func office(of id: Sentra.ID) async throws -> RegionCode? {
        try await read { connection in
            try connection.first("SELECT office FROM sentra WHERE id = $1", [SQLValue(id)], read: { try $0.region(0) })
        }
    }
}

/// - Throws: `SentraRefused.unknownSentra`.
func readSentra(_ id: Sentra.ID, _ connection: any Connection) throws -> SentraRecord {
    let found = try connection.first(
        "SELECT \(SentraRow.shown), s.entered_at, s.changed_at FROM sentra s WHERE s.id = $1", [SQLValue(id)]
    ) { row in
        (
            try row.region(1), try row.integer(2), try SentraRow.card(row),
            (try row.instant(SentraRow.count), try row.instant(SentraRow.count + 1))
        )
    }
    guard let (office, version, card, instants) = found else { throw SentraRefused.unknownSentra }
    let members = try readMembers(of: id, connection)
    let facilities = try readFacilities(of: id, connection)
    let sentra = Sentra(
        id: id, office: office, card: card, facilities: facilities.map(\.facility),
        members: members.map(\.membership), version: version)
    return SentraRecord(
        sentra: sentra, members: members, facilities: facilities, enteredAt: instants.0, changedAt: instants.1)
}

/// A new sentra, counted and found by its words. - Parameter list: with which it came; empty for none.
func insertSentra(
    _ id: Sentra.ID, _ card: SentraCard, of office: RegionCode, at instant: Date, list: String,
    _ connection: any Connection
) throws {
    let row: [SQLValue] = [
        SQLValue(id), SQLValue(office), .integer(1), SQLValue(instant), SQLValue(instant), .text(list),
    ]
    try connection.append(to: "sentra", columns: SentraRow.columns, rows: [row + SentraRow.values(card)])
    try insertWords(of: id, card, connection)
    try addToSentraCount(of: office, 1, connection)
}

private func insertWords(of id: Sentra.ID, _ card: SentraCard, _ connection: any Connection) throws {
    let words = EnterpriseWords.join([card.name, card.field, card.managingBody]).split(separator: " ")
    try connection.append(
        to: "sentra_word", columns: ["word", "sentra"], rows: words.map { [.text(String($0)), SQLValue(id)] })
}

/// How many sentra an office shows is kept beside every change.
func addToSentraCount(of office: RegionCode, _ change: Int, _ connection: any Connection) throws {
    guard change != 0 else { return }
    try connection.execute(
        "INSERT INTO sentra_count (office, shown) VALUES ($1, 0) ON CONFLICT (office) DO NOTHING", [SQLValue(office)])
    try connection.execute(
        "UPDATE sentra_count SET shown = shown + $2 WHERE office = $1", [SQLValue(office), .integer(change)])
}

/// What differs between two cards, or two facilities, as the book writes it down.
enum SentraChanges {
    static func between(_ old: SentraCard?, _ new: SentraCard?) -> [Event.Change] {
        SentraField.allCases.compactMap { change($0.rawValue, old?.text($0), new?.text($0)) }
    }

    static func between(_ old: SentraFacility?, _ new: SentraFacility?) -> [Event.Change] {
        FacilityField.allCases.compactMap { change($0.rawValue, old?.text($0), new?.text($0)) }
    }

    /// - Returns: `nil` where nothing has changed.
    static func change(_ field: String, _ old: String?, _ new: String?) -> Event.Change? {
        old == new ? nil : Event.Change(field, from: Event.Value(old), to: Event.Value(new))
    }
}
