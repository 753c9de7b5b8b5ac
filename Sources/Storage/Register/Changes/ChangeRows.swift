import Foundation
import Register
import Secrets

/// How change requests lie in their tables. What was written into them is sealed by the key of their enterprise: an owner
/// writes whatever comes to mind, and what was refused is nobody's business for ever.
enum ChangeRow {
    static func insert(_ request: ChangeRequest, _ key: PersonKey, _ connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO change_request (id, office, enterprise, seen_version, why, state, made_at, made_by)
            VALUES ($1, $2, $3, $4, $5, 'open', $6, $7)
            """,
            [
                SQLValue(request.id), SQLValue(request.office), SQLValue(request.enterprise), .integer(request.seen),
                sealed(request.why, "why", of: request.id, key), SQLValue(request.made.at), SQLValue(request.made.by),
            ])
        try connection.execute(
            """
            INSERT INTO change_field (request, field, enterprise, old_value, new_value, outcome)
            VALUES ($1, $2, $3, $4, $5, 'open')
            """,
            forEach: request.fields.map { proposed in
                let name = proposed.field.rawValue
                return [
                    SQLValue(request.id), .text(name), SQLValue(request.enterprise),
                    sealed(proposed.old, "\(name):old", of: request.id, key),
                    sealed(proposed.new, "\(name):new", of: request.id, key),
                ]
            })
    }

    /// - Parameter settled: with its state, its stamp and the outcome of every field.
    static func settle(_ settled: ChangeRequest, _ key: PersonKey, _ connection: any Connection) throws {
        try connection.execute(
            "UPDATE change_request SET state = $2, settled_at = $3, settled_by = $4, reason = $5 WHERE id = $1",
            [
                SQLValue(settled.id), .text(settled.state.rawValue), SQLValue(settled.settled?.at),
                SQLValue(settled.settled?.by), sealed(settled.reason, "reason", of: settled.id, key),
            ])
        try connection.execute(
            "UPDATE change_field SET outcome = $3 WHERE request = $1 AND field = $2",
            forEach: settled.fields.map {
                [SQLValue(settled.id), .text($0.field.rawValue), .text($0.outcome.rawValue)]
            })
    }

    /// The first of some fields that stands in an open request of the enterprise.
    static func openField(
        among fields: [ProposedField], of enterprise: Enterprise.ID, _ connection: any Connection
    ) throws -> EnterpriseField? {
        let open = try connection.rows(
            "SELECT field FROM change_field WHERE enterprise = $1 AND outcome = 'open'", [SQLValue(enterprise)],
            read: { try $0.choice(0, of: EnterpriseField.self) })
        return fields.map(\.field).first { open.contains($0) }
    }

    private static func sealed(
        _ text: String?, _ part: String, of id: ChangeRequest.ID, _ key: PersonKey
    ) -> SQLValue {
        SQLValue(text.map { key.seal(Array($0.utf8), bound: place(part, of: id)) })
    }

    fileprivate static func place(_ part: String, of id: ChangeRequest.ID) -> String { "change:\(id):\(part)" }
}

/// - Parameters:
///   - condition: about `change_request r`.
///   - order: with a limit, where there may be many.
func readChanges(
    _ condition: String, _ values: [SQLValue], order: String = "r.id", _ keyring: Keyring,
    _ connection: any Connection
) throws -> [ChangeRequest] {
    let rows = try connection.rows(
        "SELECT \(StoredChange.shown) FROM change_request r WHERE \(condition) ORDER BY \(order)", values,
        read: StoredChange.init)
    var keys = PersonKeys(keyring, connection)
    return try rows.map { row in
        guard let key = try keys.key(of: Person.ID(row.enterprise.identifier)) else {
            throw StorageFault.damaged("key of \(row.enterprise)")
        }
        return try row.opened(by: key, connection)
    }
}

/// A row before what is sealed in it is opened.
private struct StoredChange {
    private let id: ChangeRequest.ID
    private let office: RegionCode
    let enterprise: Enterprise.ID
    private let seen: Int
    private let why: [UInt8]
    private let state: ChangeRequest.State
    private let made: Stamp
    private let settled: Stamp?
    private let reason: [UInt8]?

    static let shown = [
        "id", "office", "enterprise", "seen_version", "why", "state", "made_at", "made_by", "settled_at", "settled_by",
        "reason",
    ].map { "r." + $0 }.joined(separator: ", ")

    init(_ row: SQLRow) throws {
        id = try row.key(0)
        office = try row.region(1)
        enterprise = try row.key(2)
        seen = try row.integer(3)
        why = try row.bytes(4)
        state = try row.choice(5)
        made = Stamp(by: try row.optionalKey(7), at: try row.instant(6))
        let by: Account.ID? = try row.optionalKey(9)
        settled = try row.optionalInstant(8).map { Stamp(by: by, at: $0) }
        reason = try row.optionalBytes(10)
    }

    func opened(by key: PersonKey, _ connection: any Connection) throws -> ChangeRequest {
        var request = ChangeRequest(
            id, of: enterprise, in: office, seen: seen, try fields(key, connection),
            because: try open(why, "why", key) ?? "", made: made)
        request.state = state
        request.settled = settled
        request.reason = try open(reason, "reason", key)
        return request
    }

    /// In the order of the card; a field of a later version of the program is left out.
    private func fields(_ key: PersonKey, _ connection: any Connection) throws -> [ProposedField] {
        let fields = try connection.rows(
            "SELECT field, old_value, new_value, outcome FROM change_field WHERE request = $1 ORDER BY field",
            [SQLValue(id)]
        ) { row -> ProposedField? in
            let name = try row.text(0)
            guard let field = EnterpriseField(rawValue: name) else { return nil }
            var proposed = ProposedField(
                field, from: try open(try row.optionalBytes(1), "\(name):old", key),
                to: try open(try row.optionalBytes(2), "\(name):new", key))
            proposed.outcome = try row.choice(3)
            return proposed
        }
        return EnterpriseCard.fields.compactMap { field in fields.compactMap(\.self).first { $0.field == field } }
    }

    private func open(_ sealed: [UInt8]?, _ part: String, _ key: PersonKey) throws -> String? {
        try sealed.map { bytes in
            String(decoding: try key.open(bytes, bound: ChangeRow.place(part, of: id)), as: UTF8.self)
        }
    }
}
