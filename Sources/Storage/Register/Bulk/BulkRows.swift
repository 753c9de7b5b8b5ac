import Foundation
import Register

/// One enterprise of a change of many as it lies in a row.
struct StoredPart {
    let number: Int
    let enterprise: Enterprise.ID
    let name: String
    /// Of the enterprise, or of the membership where the deed is about one.
    var version = 1
    var member: SentraMember.ID?
    var was: String?
    var undone: Bool?

    init(number: Int, enterprise: Enterprise.ID, name: String) {
        self.number = number
        self.enterprise = enterprise
        self.name = name
    }

    /// Whether nobody has changed since what the change made.
    func isAsMade(by change: BulkChange, _ connection: any Connection) throws -> Bool {
        guard let sentra = change.deed.sentra else {
            return try connection.exists(
                "SELECT 1 FROM enterprise WHERE id = $1 AND version = $2 AND merged_into IS NULL",
                [SQLValue(enterprise), .integer(version)])
        }
        return try connection.exists(
            "SELECT 1 FROM sentra_member WHERE id = $1 AND sentra = $2 AND version = $3",
            [SQLValue(member?.identifier.text), SQLValue(sentra), .integer(version)])
    }
}

/// How changes of many lie in rows.
enum BulkRow {
    static func insert(_ request: BulkRequest, by stamp: Stamp, _ connection: any Connection) throws {
        let deed: [SQLValue] =
            switch request.deed {
            case .set(let field, let value): [.text("set"), .text(field.rawValue), .text(value), .null, .null]
            case .join(let sentra, let day): [.text("join"), .null, .null, SQLValue(sentra), SentraRow.day(day)]
            case .leave(let sentra, let day): [.text("leave"), .null, .null, SQLValue(sentra), SentraRow.day(day)]
            }
        try connection.append(
            to: "bulk_change",
            columns: ["id", "office", "at", "by_account", "deed", "field", "value", "sentra", "day"],
            rows: [[SQLValue(request.id), SQLValue(request.office), SQLValue(stamp.at), SQLValue(stamp.by)] + deed])
    }

    static func insert(_ parts: [StoredPart], of id: BulkChange.ID, _ connection: any Connection) throws {
        try connection.append(
            to: "bulk_change_part",
            columns: ["bulk_change", "number", "enterprise", "name", "version", "member", "was"],
            rows: parts.map { part in
                [
                    SQLValue(id), .integer(part.number), SQLValue(part.enterprise), .text(part.name),
                    .integer(part.version), SQLValue(part.member?.identifier.text), SQLValue(part.was),
                ]
            })
    }

    /// - Parameter undone: the numbers of the parts that were taken back.
    static func close(
        _ id: BulkChange.ID, undone: Set<Int>, of parts: [StoredPart], by stamp: Stamp, _ connection: any Connection
    ) throws {
        try connection.execute(
            "UPDATE bulk_change SET undone_at = $2, undone_by = $3 WHERE id = $1",
            [SQLValue(id), SQLValue(stamp.at), SQLValue(stamp.by)])
        try connection.execute(
            "UPDATE bulk_change_part SET undone = $3 WHERE bulk_change = $1 AND number = $2",
            forEach: parts.map { [SQLValue(id), .integer($0.number), SQLValue(undone.contains($0.number))] })
    }

    private static let shown = """
        SELECT b.id, b.office, b.deed, b.field, b.value, b.sentra, b.day, b.at, b.by_account, b.undone_at, b.undone_by,
            s.name
        FROM bulk_change b LEFT JOIN sentra s ON s.id = b.sentra
        """

    /// - Throws: `BulkRefused.unknownChange`.
    static func read(_ id: BulkChange.ID, _ connection: any Connection) throws -> BulkChange {
        let found = try connection.first("\(shown) WHERE b.id = $1", [SQLValue(id)], read: change)
        guard let found else { throw BulkRefused.unknownChange }
        return found
    }

    static func newest(
        in regions: [RegionCode], limit: Int, _ connection: any Connection
    ) throws -> [BulkChange] {
        let (condition, values) = regionCondition(regions, column: "b.office", from: 2)
        return try connection.rows(
            """
            \(shown)
            WHERE \(condition) AND b.at < $1 ORDER BY b.at DESC, b.id DESC LIMIT \(min(max(limit, 1), 100))
            """, [.text("~")] + values, read: change)
    }

    static func parts(of change: BulkChange, _ connection: any Connection) throws -> [StoredPart] {
        try connection.rows(
            """
            SELECT number, enterprise, name, version, member, was, undone FROM bulk_change_part
            WHERE bulk_change = $1 ORDER BY number
            """, [SQLValue(change.id)]
        ) { row in
            var part = StoredPart(number: try row.integer(0), enterprise: try row.key(1), name: try row.text(2))
            part.version = try row.integer(3)
            part.member = try row.optionalKey(4)
            part.was = try row.optionalText(5)
            part.undone = try row.optionalFlag(6)
            return part
        }
    }

    private static func change(_ row: SQLRow) throws -> BulkChange {
        let undone = try row.optionalInstant(9)
        return BulkChange(
            id: try row.key(0), office: try row.region(1), deed: try deed(row), sentraName: try row.optionalText(11),
            made: Stamp(by: try row.optionalKey(8), at: try row.instant(7)),
            undone: try undone.map { Stamp(by: try row.optionalKey(10), at: $0) })
    }

    private static func deed(_ row: SQLRow) throws -> BulkDeed {
        switch (try row.text(2), try row.optionalKey(5, of: Sentra.self), try row.optionalDay(6)) {
        case ("join", let sentra?, let day): return .join(sentra, from: day)
        case ("leave", let sentra?, let day?): return .leave(sentra, on: day)
        case ("set", _, _): return .set(try row.choice(3), try row.text(4))
        default: throw StorageFault.unexpectedValue(column: 2)
        }
    }
}
