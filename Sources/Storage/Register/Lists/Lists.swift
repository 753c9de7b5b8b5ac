import Foundation
public import Register
import Secrets

/// Why a list is not treated as asked.
public enum ListRefused: Error, Equatable, Sendable {
    case unknownList
    /// It stands otherwise: what is asked cannot follow.
    case notNow(OfficeList.Standing)
    /// The file was removed after its term.
    case fileGone
}

extension Store {
    /// Keeps a file that somebody brought, sealed, in pieces.
    /// - Parameter pieces: one after the other, each at most 1 MiB; `nil` at the end.
    public func bring(
        _ list: OfficeList, pieces: @Sendable @escaping () throws -> [UInt8]?
    ) async throws {
        let keyring = try keys()
        guard let brought = list.steps.first else { return }
        try await record(in: list.office, by: brought.stamp) { connection, book in
            try connection.execute(
                """
                INSERT INTO list (id, office, file_name, size, sha256, brought_at, brought_by, reading)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                [
                    SQLValue(list.id), SQLValue(list.office), .text(list.fileName), .integer(list.size),
                    .text(list.sha256), SQLValue(brought.stamp.at), SQLValue(brought.stamp.by), .text(list.reading),
                ])
            var number = 0
            while let piece = try pieces() {
                let place = "list:\(list.id):\(number)"
                try connection.execute(
                    "INSERT INTO list_piece (list, number, sealed) VALUES ($1, $2, $3)",
                    [
                        SQLValue(list.id), .integer(number),
                        .bytes(keyring.seal(piece, for: .list, bound: place)),
                    ])
                number += 1
            }
            try addStep(brought, to: list.id, connection)
            try book.note(
                .listBrought, about: list.id.identifier,
                [
                    Event.Change("size", to: .plain("\(list.size)")),
                    Event.Change("sha256", to: .plain(list.sha256)),
                ])
        }
    }

    /// - Throws: `ListRefused.unknownList`.
    public func list(_ id: OfficeList.ID) async throws -> OfficeList {
        try await read { try readList(id, $0) }
    }

    /// Whose list it is; `nil` for an unknown one.
    public func office(of id: OfficeList.ID) async throws -> RegionCode? {
        try await read { connection in
            try connection.first("SELECT office FROM list WHERE id = $1", [SQLValue(id)], read: { try $0.region(0) })
        }
    }

    /// The newest first.
    public func lists(in regions: [RegionCode], limit: Int) async throws -> [OfficeList] {
        guard !regions.isEmpty else { return [] }
        return try await read { connection in
            let (condition, values) = regionCondition(regions, column: "office", from: 1)
            return try connection.rows(
                "SELECT id FROM list WHERE brought_at > '' AND \(condition) ORDER BY brought_at DESC, id DESC LIMIT \(min(max(limit, 1), 500))",
                values, read: { try $0.key(0, of: OfficeList.self) }
            ).map { try readList($0, connection) }
        }
    }

    /// The bytes of a list, a piece after the other; each is a short read.
    /// - Throws: `ListRefused.fileGone`.
    public func eachPiece(of id: OfficeList.ID, _ body: @Sendable ([UInt8]) throws -> Void) async throws {
        let keyring = try keys()
        var number = 0
        while true {
            let wanted = number
            let sealed = try await read { connection in
                try connection.first(
                    "SELECT sealed FROM list_piece WHERE list = $1 AND number = $2", [SQLValue(id), .integer(wanted)],
                    read: { try $0.bytes(0) })
            }
            guard let sealed else {
                if number == 0 { throw ListRefused.fileGone }
                return
            }
            try body(try keyring.open(sealed, for: .list, bound: "list:\(id):\(number)"))
            number += 1
        }
    }

    /// Keeps how a list is read, as the office set it or as it was proposed.
    /// - Parameter header: by which the same reading is proposed the next time; `nil` keeps none.
    public func keepReading(_ reading: String, of id: OfficeList.ID, header: String?) async throws {
        try await write { connection in
            let list = try readList(id, connection)
            try connection.execute("UPDATE list SET reading = $2 WHERE id = $1", [SQLValue(id), .text(reading)])
            guard let header else { return }
            try connection.execute(
                """
                INSERT INTO list_reading (office, header, reading) VALUES ($1, $2, $3)
                ON CONFLICT (office, header) DO UPDATE SET reading = excluded.reading
                """, [SQLValue(list.office), .text(header), .text(reading)])
        }
    }

    /// How an office read a list with this header the last time.
    public func rememberedReading(of header: String, in office: RegionCode) async throws -> String? {
        try await read { connection in
            try connection.first(
                "SELECT reading FROM list_reading WHERE office = $1 AND header = $2",
                [SQLValue(office), .text(header)],
                read: { try $0.text(0) })
        }
    }

    /// Writes down how a list stands after its columns were proposed or its rows were looked at; the register is not
    /// touched and no event is left.
    /// - Parameters:
    ///   - faults: replaces those of the time before.
    ///   - twins: what may be in the register already, at most one for a row; replaces those of the time before.
    public func keepCheck(
        _ step: OfficeList.Step, of id: OfficeList.ID, faults: [ListFault], twins: [ListTwin] = []
    ) async throws {
        try await write { connection in
            let list = try readList(id, connection)
            guard [.brought, .surveyed, .checked].contains(list.standing) else {
                throw ListRefused.notNow(list.standing)
            }
            try connection.execute("DELETE FROM list_fault WHERE list = $1", [SQLValue(id)])
            try connection.append(
                to: "list_fault", columns: ListFaultRow.columns, rows: ListFaultRow.rows(faults, of: id))
            try connection.execute("DELETE FROM list_twin WHERE list = $1", [SQLValue(id)])
            try connection.append(
                to: "list_twin", columns: ListTwinRow.columns, rows: ListTwinRow.rows(twins, of: id))
            try addStep(step, to: id, connection)
        }
    }

    /// What was found wrong, in the order of the rows.
    /// - Parameter after: rows up to this one are left out.
    public func faults(of id: OfficeList.ID, after row: Int = 0, limit: Int) async throws -> [ListFault] {
        try await read { connection in
            try connection.rows(
                """
                SELECT row_number, column_number, field, value, reason, details FROM list_fault
                WHERE list = $1 AND row_number > $2 ORDER BY row_number, number LIMIT \(min(max(limit, 1), 200_000))
                """, [SQLValue(id), .integer(row)], read: ListFaultRow.read)
        }
    }

    /// A list that will not be used: its file is removed.
    /// - Throws: `ListRefused.notNow` for one that was entered.
    public func layAside(_ id: OfficeList.ID, by stamp: Stamp) async throws {
        let office = try await list(id).office
        try await record(in: office, by: stamp) { connection, book in
            let list = try readList(id, connection)
            guard [.brought, .surveyed, .checked].contains(list.standing) else {
                throw ListRefused.notNow(list.standing)
            }
            try connection.execute("DELETE FROM list_piece WHERE list = $1", [SQLValue(id)])
            try connection.execute("DELETE FROM list_fault WHERE list = $1", [SQLValue(id)])
            try connection.execute("DELETE FROM list_twin WHERE list = $1", [SQLValue(id)])
            try addStep(OfficeList.Step(.laidAside, stamp, list.counts), to: id, connection)
            try book.note(.listLaidAside, about: id.identifier)
        }
    }
}

/// - Throws: `ListRefused.unknownList`.
func readList(_ id: OfficeList.ID, _ connection: any Connection) throws -> OfficeList {
    let steps = try connection.rows(
        "SELECT standing, at, by_account, counts FROM list_step WHERE list = $1 ORDER BY number", [SQLValue(id)]
    ) { row in
        OfficeList.Step(
            try row.choice(0), Stamp(by: try row.optionalKey(2), at: try row.instant(1)),
            try JSONDecoder().decode(ListCounts.self, from: Data(try row.text(3).utf8)))
    }
    let found = try connection.first(
        "SELECT office, file_name, size, sha256, reading FROM list WHERE id = $1", [SQLValue(id)]
    ) { row in
        OfficeList(
            id: id, office: try row.region(0), file: (try row.text(1), try row.integer(2), try row.text(3)),
            reading: try row.text(4), steps: steps)
    }
    guard let found else { throw ListRefused.unknownList }
    return found
}

func addStep(_ step: OfficeList.Step, to id: OfficeList.ID, _ connection: any Connection) throws {
    try connection.execute(
        """
        INSERT INTO list_step (list, number, standing, at, by_account, counts)
        VALUES ($1, (SELECT coalesce(max(number), 0) + 1 FROM list_step WHERE list = $1), $2, $3, $4, $5)
        """,
        [
            SQLValue(id), .text(step.standing.rawValue), SQLValue(step.stamp.at), SQLValue(step.stamp.by),
            .text(try json(step.counts)),
        ])
}

/// JSON in one way only.
func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}

enum ListFaultRow {
    static let columns = ["list", "row_number", "number", "column_number", "field", "value", "reason", "details"]

    static func rows(_ faults: [ListFault], of id: OfficeList.ID) throws -> [[SQLValue]] {
        var numbers: [Int: Int] = [:]
        return try faults.map { fault in
            numbers[fault.row, default: 0] += 1
            return [
                SQLValue(id), .integer(fault.row), .integer(numbers[fault.row] ?? 1), SQLValue(fault.column),
                .text(fault.field?.rawValue ?? ""), .text(fault.value), .text(fault.reason.rawValue),
                .text(try json(fault.details)),
            ]
        }
    }

    static func read(_ row: SQLRow) throws -> ListFault {
        ListFault(
            row: try row.integer(0), column: try row.optionalInteger(1),
            field: EnterpriseField(rawValue: try row.text(2)), value: try row.text(3), reason: try row.choice(4),
            details: try JSONDecoder().decode([String].self, from: Data(try row.text(5).utf8)))
    }
}
