public import Register

/// What a list may show of an enterprise besides its card and its figures.
public struct EnterpriseBeside: Sendable, Equatable {
    /// Names of the sentra it belongs to on the day, by name.
    public var sentra: [String] = []
    /// Certificates in force on the day, or without a known end; each kind once.
    public var certificates: [CertificateKind] = []
    /// Certificates that an office's list named; each kind once.
    public var papers: [EnterpriseField] = []

    public init() {}
}

extension Store {
    /// What stands beside some enterprises of a page.
    /// - Parameter enterprises: at most 1,000.
    public func beside(
        _ enterprises: [Enterprise.ID], on day: CalendarDay
    ) async throws -> [Enterprise.ID: EnterpriseBeside] {
        guard !enterprises.isEmpty else { return [:] }
        let places = enterprises.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let ids = enterprises.map { SQLValue($0) }
        return try await read { connection in
            var all: [Enterprise.ID: EnterpriseBeside] = [:]
            try readSentra(ids, places, on: day, into: &all, connection)
            try connection.forEachRow(
                """
                SELECT enterprise, certificate_kind, due FROM certificate
                WHERE enterprise IN (\(places)) AND removed_at IS NULL ORDER BY enterprise, id
                """, ids
            ) { row in
                let (kind, due) = (try row.choice(1, of: CertificateKind.self), try row.text(2))
                guard due.isEmpty || due >= day.description else { return }
                let id = try row.key(0, of: Enterprise.self)
                if all[id]?.certificates.contains(kind) != true { all[id, default: .init()].certificates.append(kind) }
            }
            try connection.forEachRow(
                "SELECT enterprise, kind FROM enterprise_paper WHERE enterprise IN (\(places)) ORDER BY enterprise, kind",
                ids
            ) { row in all[try row.key(0), default: .init()].papers.append(try row.choice(1)) }
            return all
        }
    }

    /// The names of districts and villages; a code that is not in the official list is left out.
    public func areaNames(_ codes: Set<AreaCode>) async throws -> [AreaCode: String] {
        try await read { connection in
            var names: [AreaCode: String] = [:]
            for code in codes {
                names[code] = try connection.first(
                    "SELECT name FROM area WHERE code = $1", [.text(code.text)], read: { try $0.text(0) })
            }
            return names
        }
    }
}

/// Also of what was merged into an enterprise: its memberships count for the one that was kept.
private func readSentra(
    _ ids: [SQLValue], _ places: String, on day: CalendarDay, into all: inout [Enterprise.ID: EnterpriseBeside],
    _ connection: any Connection
) throws {
    try connection.forEachRow(
        """
        SELECT coalesce(e.merged_into, e.id), s.name, m.first_day, m.last_day
        FROM enterprise e JOIN sentra_member m ON m.enterprise = e.id JOIN sentra s ON s.id = m.sentra
        WHERE e.id IN (\(places)) OR e.merged_into IN (\(places)) ORDER BY s.sort_name, s.id
        """, ids
    ) { row in
        let (first, last) = (try row.optionalDay(2), try row.optionalDay(3))
        guard first.map({ $0 <= day }) ?? true, last.map({ day <= $0 }) ?? true else { return }
        let (id, name) = (try row.key(0, of: Enterprise.self), try row.text(1))
        if all[id]?.sentra.contains(name) != true { all[id, default: .init()].sentra.append(name) }
    }
}
