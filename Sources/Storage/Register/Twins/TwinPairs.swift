public import Foundation
public import Register

/// Two enterprises of an office that may be one.
public struct TwinPair: Sendable, Equatable, Identifiable {
    public typealias ID = Key<TwinPair>

    public let id: ID
    public let office: RegionCode
    /// The one that was entered first.
    public let first: Enterprise.ID
    public let second: Enterprise.ID
    /// Sum of the evidence; the probability is `TwinScore.score`.
    public let bits: Double
    /// The weightiest first.
    public let reasons: [TwinReason]
    public let foundAt: Date
    public var state = State.open
    public var decided: Stamp?

    public enum State: String, Sendable, CaseIterable {
        case open
        /// Somebody has said that they are two.
        case different
        case merged
    }

    public init(
        _ id: ID, in office: RegionCode, _ pair: (Enterprise.ID, Enterprise.ID), _ score: TwinScore, foundAt: Date
    ) {
        self.id = id
        self.office = office
        first = min(pair.0, pair.1)
        second = max(pair.0, pair.1)
        bits = score.bits
        reasons = score.reasons
        self.foundAt = foundAt
    }

    /// 0…1.
    public var score: Double { TwinScore.score(bits) }
}

/// A line of the queue: a pair with what is open to everybody who sees the register.
public struct TwinLine: Sendable, Equatable, Identifiable {
    public let pair: TwinPair
    public let first: Name
    public let second: Name

    public var id: TwinPair.ID { pair.id }

    public struct Name: Sendable, Equatable {
        public let name: String
        public let product: String?
    }
}

/// Why a pair is not settled as asked.
public enum TwinRefused: Error, Equatable, Sendable {
    case unknownPair
    /// It was settled before.
    case settled
}

extension Store {
    /// Puts what a search has found in the place of what was still open. What somebody has decided does not come back.
    /// In no book: the pairs are computed, and only what is decided about them changes anything.
    public func keepTwins(_ pairs: [TwinPair], of office: RegionCode) async throws {
        _ = try await write { connection in
            try connection.execute(
                "DELETE FROM twin_pair WHERE office = $1 AND state = 'open'", [SQLValue(office)])
            try TwinRow.insert(pairs, connection)
        }
    }

    /// Open pairs whose enterprises are both there, the most probable first.
    /// - Parameter limit: 1…1,000.
    public func twinPairs(in regions: [RegionCode], limit: Int) async throws -> [TwinLine] {
        guard !regions.isEmpty else { return [] }
        return try await read { connection in
            let (condition, values) = regionCondition(regions, column: "p.office", from: 1)
            return try connection.rows(
                """
                SELECT \(TwinRow.shown), e.name, e.product, f.name, f.product FROM twin_pair p
                    JOIN enterprise e ON e.id = p.first_one JOIN enterprise f ON f.id = p.second_one
                WHERE p.state = 'open' AND \(condition) AND e.merged_into IS NULL AND f.merged_into IS NULL
                ORDER BY p.bits DESC, p.id LIMIT \(min(max(limit, 1), 1000))
                """, values
            ) { row in
                let end = TwinRow.columns.count
                return TwinLine(
                    pair: try TwinRow.read(row),
                    first: TwinLine.Name(name: try row.text(end), product: try row.optionalText(end + 1)),
                    second: TwinLine.Name(name: try row.text(end + 2), product: try row.optionalText(end + 3)))
            }
        }
    }

    /// - Throws: `TwinRefused.unknownPair`.
    public func twinPair(_ id: TwinPair.ID) async throws -> TwinPair {
        try await read { try readPair(id, $0) }
    }

    /// Whose office a pair is of; `nil` for an unknown one.
    public func office(of id: TwinPair.ID) async throws -> RegionCode? {
        try await read { connection in
            try connection.first(
                "SELECT office FROM twin_pair WHERE id = $1", [SQLValue(id)], read: { try $0.region(0) })
        }
    }

    /// Settles that the two of a pair are two.
    /// - Throws: `TwinRefused`.
    public func tellApart(_ id: TwinPair.ID, by stamp: Stamp) async throws {
        guard let office = try await office(of: id) else { throw TwinRefused.unknownPair }
        try await record(in: office, by: stamp) { connection, book in
            let pair = try readPair(id, connection)
            guard pair.state == .open else { throw TwinRefused.settled }
            try connection.execute(
                "UPDATE twin_pair SET state = 'different', decided_at = $2, decided_by = $3 WHERE id = $1",
                [SQLValue(id), SQLValue(stamp.at), SQLValue(stamp.by)])
            let name = try connection.first(
                "SELECT name FROM enterprise WHERE id = $1", [SQLValue(pair.second)], read: { try $0.text(0) })
            try book.note(
                .twinsToldApart, about: pair.first.identifier,
                [
                    Event.Change("twin", to: Event.Value(name)),
                    Event.Change("enterprise", to: .plain(pair.second.identifier.text)),
                ])
        }
    }

    /// The last search for twins that an office asked for; `nil` where none was.
    public func lastTwinSearch(in office: RegionCode) async throws -> Job? {
        try await lastJob("twins-find", in: office)
    }
}

private func readPair(_ id: TwinPair.ID, _ connection: any Connection) throws -> TwinPair {
    let found = try connection.first(
        "SELECT \(TwinRow.shown) FROM twin_pair p WHERE p.id = $1", [SQLValue(id)], read: TwinRow.read)
    guard let found else { throw TwinRefused.unknownPair }
    return found
}

/// How a pair lies in a row.
enum TwinRow {
    static let columns = [
        "id", "office", "first_one", "second_one", "bits", "reasons", "found_at", "state", "decided_at", "decided_by",
    ]
    static let shown = columns.map { "p." + $0 }.joined(separator: ", ")

    private struct Reason: Codable {
        let kind: String
        let likeness: Double?
        let bits: Double
    }

    /// Puts pairs into the queue; what was settled about the same two stays.
    static func insert(_ pairs: [TwinPair], _ connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO twin_pair (id, office, first_one, second_one, bits, reasons, state, found_at)
            VALUES ($1, $2, $3, $4, $5, $6, 'open', $7) ON CONFLICT (first_one, second_one) DO NOTHING
            """, forEach: try pairs.map(values))
    }

    static func text(of reasons: [TwinReason]) throws -> String {
        try json(reasons.map { Reason(kind: $0.kind.name, likeness: $0.kind.likeness, bits: $0.bits) })
    }

    static func reasons(_ text: String) throws -> [TwinReason] {
        try JSONDecoder().decode([Reason].self, from: Data(text.utf8)).compactMap { reason in
            TwinReason.Kind(name: reason.kind, likeness: reason.likeness).map {
                TwinReason(kind: $0, bits: reason.bits)
            }
        }
    }

    private static func values(_ pair: TwinPair) throws -> [SQLValue] {
        [
            SQLValue(pair.id), SQLValue(pair.office), SQLValue(pair.first), SQLValue(pair.second), .real(pair.bits),
            .text(try text(of: pair.reasons)), SQLValue(pair.foundAt),
        ]
    }

    static func read(_ row: SQLRow) throws -> TwinPair {
        let score = TwinScore(bits: try row.real(4), reasons: try reasons(try row.text(5)))
        var pair = TwinPair(
            try row.key(0), in: try row.region(1), (try row.key(2), try row.key(3)), score,
            foundAt: try row.instant(6))
        pair.state = try row.choice(7)
        if let at = try row.optionalInstant(8) {
            pair.decided = Stamp(by: try row.optionalKey(9, of: Account.self), at: at)
        }
        return pair
    }
}
