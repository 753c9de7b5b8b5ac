public import Register

/// A sentra that an enterprise belongs to, or has.
public struct SentraOfEnterprise: Sendable, Equatable {
    public let id: Sentra.ID
    public let office: RegionCode
    public let name: String
    public let membership: SentraMembership
}

extension Store {
    /// Writes down that an enterprise of the same office belongs to a sentra.
    /// - Throws: `SentraRefused.unknownSentra`, `.unknownEnterprise`, `.alreadyMember`.
    public func addMember(
        _ id: SentraMember.ID, _ membership: SentraMembership, to sentra: Sentra.ID, by stamp: Stamp
    ) async throws {
        guard let office = try await office(of: sentra) else { throw SentraRefused.unknownSentra }
        try await record(in: office, by: stamp) { connection, book in
            let name = try connection.first(
                "SELECT name FROM enterprise WHERE id = $1 AND office = $2 AND merged_into IS NULL",
                [SQLValue(membership.enterprise), SQLValue(office)], read: { try $0.text(0) })
            guard let name else { throw SentraRefused.unknownEnterprise }
            try checkFree(membership, besides: nil, in: sentra, connection)
            try insertMember(id, membership, of: sentra, list: "", connection)
            try book.note(
                .sentraMemberAdded, about: sentra.identifier, MemberChanges.all(name, from: nil, to: membership))
        }
    }

    /// Sets the last day of a membership; `nil` lets it go on.
    /// - Parameter version: of the page the change was made on.
    /// - Throws: `SentraRefused`.
    public func endMembership(
        _ id: SentraMember.ID, of sentra: Sentra.ID, on day: CalendarDay?, from version: Int, by stamp: Stamp
    ) async throws {
        guard let office = try await office(of: sentra) else { throw SentraRefused.unknownSentra }
        try await record(in: office, by: stamp) { connection, book in
            let member = try readMember(id, of: sentra, connection)
            guard member.version == version else {
                throw SentraRefused.changedMeanwhile(try readSentra(sentra, connection))
            }
            let old = member.membership
            guard let new = SentraMembership(of: old.enterprise, from: old.from, until: day) else {
                throw SentraRefused.endsBeforeItBegins
            }
            guard new != old else { return }
            try checkFree(new, besides: id, in: sentra, connection)
            try connection.execute(
                "UPDATE sentra_member SET last_day = $2, version = version + 1 WHERE id = $1",
                [SQLValue(id), SentraRow.day(day)])
            try book.note(
                .sentraMemberChanged, about: sentra.identifier, MemberChanges.all(member.name, from: old, to: new))
        }
    }

    /// Takes back a membership that never was: it goes, and the book keeps that it stood there.
    /// - Throws: `SentraRefused.unknownSentra`, `.unknownMember`.
    public func takeBackMembership(_ id: SentraMember.ID, of sentra: Sentra.ID, by stamp: Stamp) async throws {
        guard let office = try await office(of: sentra) else { throw SentraRefused.unknownSentra }
        try await record(in: office, by: stamp) { connection, book in
            let member = try readMember(id, of: sentra, connection)
            try connection.execute("DELETE FROM sentra_member WHERE id = $1", [SQLValue(id)])
            try book.note(
                .sentraMemberTakenBack, about: sentra.identifier,
                MemberChanges.all(member.name, from: member.membership, to: nil))
        }
    }

    /// The sentra that an enterprise belongs to, or has, by name and first day; also by what was merged into it.
    public func sentra(of enterprise: Enterprise.ID) async throws -> [SentraOfEnterprise] {
        try await read { connection in
            try connection.rows(
                """
                SELECT s.id, s.office, s.name, m.first_day, m.last_day
                FROM enterprise e JOIN sentra_member m ON m.enterprise = e.id JOIN sentra s ON s.id = m.sentra
                WHERE e.id = $1 OR e.merged_into = $1 ORDER BY s.sort_name, s.id, m.first_day, m.id
                """, [SQLValue(enterprise)]
            ) { row in
                SentraOfEnterprise(
                    id: try row.key(0), office: try row.region(1), name: try row.text(2),
                    membership: try readMembership(row, of: enterprise, from: 3))
            }
        }
    }
}

/// Of all days, by the name of the enterprise and the first day.
func readMembers(of sentra: Sentra.ID, _ connection: any Connection) throws -> [SentraMember] {
    try connection.rows(
        "\(memberRows) WHERE m.sentra = $1 ORDER BY f.sort_name, f.id, m.first_day, m.id", [SQLValue(sentra)],
        read: readMember)
}

/// - Parameter list: with which it came; empty for none.
func insertMember(
    _ id: SentraMember.ID, _ membership: SentraMembership, of sentra: Sentra.ID, list: String,
    _ connection: any Connection
) throws {
    try connection.append(
        to: "sentra_member",
        columns: ["id", "sentra", "enterprise", "first_day", "last_day", "version", "list"],
        rows: [
            [
                SQLValue(id), SQLValue(sentra), SQLValue(membership.enterprise), SentraRow.day(membership.from),
                SentraRow.day(membership.until), .integer(1), .text(list),
            ]
        ])
}

/// A membership is that of the enterprise into which the one that joined was merged.
private let memberRows = """
    SELECT m.id, f.id, m.first_day, m.last_day, f.name, f.nib, f.product, f.area, f.kbli_version, f.kbli, m.version
    FROM sentra_member m JOIN enterprise e ON e.id = m.enterprise
        JOIN enterprise f ON f.id = coalesce(e.merged_into, e.id)
    """

func readMember(_ id: SentraMember.ID, of sentra: Sentra.ID, _ connection: any Connection) throws
    -> SentraMember
{
    let member = try connection.first(
        "\(memberRows) WHERE m.id = $1 AND m.sentra = $2", [SQLValue(id), SQLValue(sentra)], read: readMember)
    guard let member else { throw SentraRefused.unknownMember }
    return member
}

private func readMember(_ row: SQLRow) throws -> SentraMember {
    var industry: IndustryCode?
    if let version = try row.optionalInteger(8).flatMap(IndustryCode.Version.init), let code = try row.optionalText(9) {
        industry = IndustryCode(version, code)
    }
    return SentraMember(
        id: try row.key(0), membership: try readMembership(row, of: try row.key(1), from: 2), name: try row.text(4),
        nib: try row.optionalText(5).flatMap { NIB($0) }, product: try row.optionalText(6),
        area: try row.optionalText(7).flatMap { AreaCode($0) }, industry: industry, version: try row.integer(10))
}

private func readMembership(_ row: SQLRow, of enterprise: Enterprise.ID, from first: Int) throws -> SentraMembership {
    let days = (from: try row.optionalDay(first), until: try row.optionalDay(first + 1))
    guard let membership = SentraMembership(of: enterprise, from: days.from, until: days.until) else {
        throw StorageFault.unexpectedValue(column: first)
    }
    return membership
}

/// Nobody belongs twice to a sentra on one day.
/// - Parameter besides: the membership that is changed.
/// - Throws: `SentraRefused.alreadyMember`.
private func checkFree(
    _ membership: SentraMembership, besides id: SentraMember.ID?, in sentra: Sentra.ID, _ connection: any Connection
) throws {
    let others = try readMembers(of: sentra, connection).filter {
        $0.membership.enterprise == membership.enterprise && $0.id != id
    }
    if let other = others.first(where: { $0.membership.overlaps(membership) }) {
        throw SentraRefused.alreadyMember(other)
    }
}

/// What the book says of a membership.
enum MemberChanges {
    static func all(_ name: String, from old: SentraMembership?, to new: SentraMembership?) -> [Event.Change] {
        let (first, last) = ("first-day", "last-day")
        let days = [
            SentraChanges.change(first, old?.from?.description, new?.from?.description),
            SentraChanges.change(last, old?.until?.description, new?.until?.description),
        ]
        let enterprise = (new ?? old)?.enterprise.identifier.text
        return [Event.Change("member", to: .plain(name)), Event.Change("enterprise", to: Event.Value(enterprise))]
            + days.compactMap(\.self)
    }
}
