import Foundation
public import Register

/// A row of a list that may speak of an enterprise of the register, though it is not recognised as it.
public struct ListTwin: Sendable, Equatable {
    public let row: Int
    /// What the row calls it.
    public let name: String
    public let enterprise: Enterprise.ID
    public let score: TwinScore

    /// - Parameters:
    ///   - row: of the file, 1 or more.
    ///   - name: not empty.
    public init(row: Int, name: String, enterprise: Enterprise.ID, score: TwinScore) {
        self.row = row
        self.name = name
        self.enterprise = enterprise
        self.score = score
    }
}

/// The same with what the register calls the enterprise.
public struct ListTwinLine: Sendable, Equatable {
    public let twin: ListTwin
    public let known: TwinLine.Name
}

extension Store {
    /// What a check found that may be in the register already, the most probable first; without enterprises that have
    /// gone or were merged since.
    /// - Parameter limit: 1…20,000.
    public func likelyTwins(of id: OfficeList.ID, limit: Int) async throws -> [ListTwinLine] {
        try await read { connection in
            try connection.rows(
                """
                SELECT t.row_number, t.name, t.enterprise, t.bits, t.reasons, e.name, e.product
                FROM list_twin t JOIN enterprise e ON e.id = t.enterprise
                WHERE t.list = $1 AND e.merged_into IS NULL
                ORDER BY t.bits DESC, t.row_number LIMIT \(min(max(limit, 1), 20_000))
                """, [SQLValue(id)]
            ) { row in
                ListTwinLine(
                    twin: try ListTwinRow.read(row),
                    known: TwinLine.Name(name: try row.text(5), product: try row.optionalText(6)))
            }
        }
    }
}

/// How such a row lies in its own.
enum ListTwinRow {
    static let columns = ["list", "row_number", "name", "enterprise", "bits", "reasons"]

    static func rows(_ twins: [ListTwin], of id: OfficeList.ID) throws -> [[SQLValue]] {
        try twins.map { twin in
            [
                SQLValue(id), .integer(twin.row), .text(twin.name), SQLValue(twin.enterprise), .real(twin.score.bits),
                .text(try TwinRow.text(of: twin.score.reasons)),
            ]
        }
    }

    /// Row number, name, enterprise, bits, reasons.
    static func read(_ row: SQLRow) throws -> ListTwin {
        ListTwin(
            row: try row.integer(0), name: try row.text(1), enterprise: try row.key(2),
            score: TwinScore(bits: try row.real(3), reasons: try TwinRow.reasons(try row.text(4))))
    }
}

/// What a check found, on its way into the queue of twins while the list is entered.
struct LikelyTwins {
    private var waiting: [Int: ListTwin] = [:]
    private var met: [(ListTwin, Enterprise.ID)] = []
    private let office: RegionCode

    init(of list: OfficeList, _ connection: any Connection) throws {
        office = list.office
        try connection.forEachRow(
            "SELECT row_number, name, enterprise, bits, reasons FROM list_twin WHERE list = $1", [SQLValue(list.id)]
        ) { row in
            let twin = try ListTwinRow.read(row)
            waiting[twin.row] = twin
        }
    }

    /// A row that became an enterprise of its own.
    mutating func meet(_ row: Int, _ id: Enterprise.ID) {
        if !waiting.isEmpty, let twin = waiting.removeValue(forKey: row) { met.append((twin, id)) }
    }

    func queue(at now: Date, _ identifiers: () -> Identifier, _ connection: any Connection) throws {
        try TwinRow.insert(
            met.map { twin, id in
                TwinPair(TwinPair.ID(identifiers()), in: office, (twin.enterprise, id), twin.score, foundAt: now)
            }, connection)
    }
}
