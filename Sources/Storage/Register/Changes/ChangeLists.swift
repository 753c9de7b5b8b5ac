public import Foundation
public import Register

/// A line of the queue: a change request without what was written into it.
public struct ChangeLine: Sendable, Equatable, Identifiable {
    public let id: ChangeRequest.ID
    public let enterprise: Enterprise.ID
    /// Of the enterprise, as it is called now.
    public let name: String
    /// In the order of the card.
    public let fields: [EnterpriseField]
    /// Those that were not taken over though others were.
    public let isPartly: Bool
    public let state: ChangeRequest.State
    public let madeAt: Date
    public let settledAt: Date?
    /// Whether the card was changed since.
    public let isOvertaken: Bool
    /// Whether the enterprise was merged into another one.
    public let isMerged: Bool
}

extension Store {
    /// - Throws: `ChangeRequestRefusal.unknownRequest`.
    public func changeRequest(_ id: ChangeRequest.ID) async throws -> ChangeRequest {
        let keyring = try keys()
        return try await read { try readChange(id, keyring, $0) }
    }

    /// What was proposed for an enterprise, the newest first.
    /// - Parameter limit: 1…1,000.
    public func changeRequests(of enterprise: Enterprise.ID, limit: Int) async throws -> [ChangeRequest] {
        let keyring = try keys()
        return try await read { connection in
            try readChanges(
                "r.enterprise = $1", [SQLValue(enterprise)],
                order: "r.made_at DESC, r.id DESC LIMIT \(min(max(limit, 1), 1000))", keyring, connection)
        }
    }

    /// Whose office decides about a request, and which enterprise it is about; `nil` for an unknown one.
    public func whereabouts(of id: ChangeRequest.ID) async throws -> (office: RegionCode, enterprise: Enterprise.ID)? {
        try await read { connection in
            try connection.first("SELECT office, enterprise FROM change_request WHERE id = $1", [SQLValue(id)]) {
                (office: try $0.region(0), enterprise: try $0.key(1, of: Enterprise.self))
            }
        }
    }

    /// Change requests of some regions: those that wait the longest first, those that are settled the newest first.
    /// - Parameter limit: 1…1,000.
    public func changeLines(
        in regions: [RegionCode], _ state: ChangeRequest.State, limit: Int
    ) async throws -> [ChangeLine] {
        guard !regions.isEmpty else { return [] }
        let order = state == .open ? "r.made_at, r.id" : "r.made_at DESC, r.id DESC"
        return try await read { connection in
            let (condition, values) = regionCondition(regions, column: "r.office", from: 2)
            let rows = try connection.rows(
                """
                SELECT r.id, r.enterprise, e.name, r.state, r.made_at, r.settled_at, r.seen_version, e.version,
                       e.merged_into
                FROM change_request r JOIN enterprise e ON e.id = r.enterprise
                WHERE r.state = $1 AND \(condition) ORDER BY \(order) LIMIT \(min(max(limit, 1), 1000))
                """, [.text(state.rawValue)] + values, read: StoredLine.init)
            let fields = try readFields(of: rows.map(\.id), connection)
            return rows.map { $0.line(fields[$0.id] ?? []) }
        }
    }

    /// How many wait for a decision.
    public func openChangeCount(in regions: [RegionCode]) async throws -> Int {
        guard !regions.isEmpty else { return 0 }
        return try await read { connection in
            let (condition, values) = regionCondition(regions, column: "r.office", from: 1)
            return try connection.first(
                "SELECT count(*) FROM change_request r WHERE r.state = 'open' AND \(condition)", values,
                read: { try $0.integer(0) }) ?? 0
        }
    }
}

private typealias FieldOutcome = (field: EnterpriseField, outcome: ProposedField.Outcome)

private func readFields(
    of ids: [ChangeRequest.ID], _ connection: any Connection
) throws -> [ChangeRequest.ID: [FieldOutcome]] {
    guard !ids.isEmpty else { return [:] }
    let places = ids.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    var fields: [ChangeRequest.ID: [FieldOutcome]] = [:]
    try connection.forEachRow(
        "SELECT request, field, outcome FROM change_field WHERE request IN (\(places))", ids.map { SQLValue($0) }
    ) { row in
        fields[try row.key(0), default: []].append((try row.choice(1), try row.choice(2)))
    }
    return fields
}

private struct StoredLine {
    let id: ChangeRequest.ID
    private let enterprise: Enterprise.ID
    private let name: String
    private let state: ChangeRequest.State
    private let instants: (made: Date, settled: Date?)
    private let versions: (seen: Int, now: Int)
    private let isMerged: Bool

    init(_ row: SQLRow) throws {
        id = try row.key(0)
        enterprise = try row.key(1)
        name = try row.text(2)
        state = try row.choice(3)
        instants = (try row.instant(4), try row.optionalInstant(5))
        versions = (try row.integer(6), try row.integer(7))
        isMerged = try row.optionalText(8) != nil
    }

    func line(_ fields: [FieldOutcome]) -> ChangeLine {
        ChangeLine(
            id: id, enterprise: enterprise, name: name,
            fields: EnterpriseCard.fields.filter { field in fields.contains { $0.field == field } },
            isPartly: state == .approved && fields.contains { $0.outcome == .left }, state: state,
            madeAt: instants.made, settledAt: instants.settled,
            isOvertaken: state == .open && versions.now != versions.seen, isMerged: isMerged)
    }
}
