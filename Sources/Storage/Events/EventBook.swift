import Foundation
import Register
import Secrets

/// An office's book, open for the length of one transaction.
///
/// Opening it takes the office's turn: on PostgreSQL the row of the book is locked until the transaction ends, so that
/// writers of one office follow one another as they do on SQLite, and what a use case has read stays true.
struct EventBook {
    let office: RegionCode
    let stamp: Stamp
    private let connection: any Connection
    private var length: Int
    private var head: String

    init(of office: RegionCode, by stamp: Stamp, _ connection: any Connection) throws {
        let found = try connection.first(
            """
            INSERT INTO event_book (office, length, head) VALUES ($1, 0, $2)
            ON CONFLICT (office) DO UPDATE SET length = event_book.length
            RETURNING length, head
            """, [SQLValue(office), .text(EventChain.beginning)]
        ) { (length: try $0.integer(0), head: try $0.text(1)) }
        guard let found else { throw StorageFault.damaged("no book of \(office.text)") }
        self.office = office
        self.stamp = stamp
        self.connection = connection
        length = found.length
        head = found.head
    }

    /// Adds a line.
    /// - Parameter key: of the person whose values are among the changes; without it personal values are left out.
    mutating func note(
        _ kind: EventKind, about subject: Identifier?, of person: (id: Person.ID, key: PersonKey)? = nil,
        _ changes: [Event.Change] = [], because reason: String? = nil
    ) throws {
        let number = length + 1
        let body = EventBody(
            changes, reason: reason, person: person, place: "event:\(office.text):\(number)")
        let line = EventChain.Line(
            office: office.text, number: number, at: Instant.text(stamp.at),
            actor: stamp.by?.identifier.text ?? "", kind: kind.rawValue, subject: subject?.text ?? "",
            body: try body.text())
        let hash = EventChain.hash(line, after: head)
        try connection.execute(
            """
            INSERT INTO event (office, number, at, actor, kind, subject, body, previous, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """, line.values + [.text(head), .text(hash)])
        length = number
        head = hash
    }

    /// Writes down where the book ends. A transaction that added lines and did not close its book is broken.
    func close() throws {
        try connection.execute(
            "UPDATE event_book SET length = $2, head = $3 WHERE office = $1",
            [SQLValue(office), .integer(length), .text(head)])
    }
}

extension Store {
    /// One transaction with its lines in an office's book: they stand or fall together.
    func record<Result: Sendable>(
        in office: RegionCode, by stamp: Stamp,
        _ body: @Sendable @escaping (any Connection, inout EventBook) throws -> Result
    ) async throws -> Result {
        try await write { connection in
            var book = try EventBook(of: office, by: stamp, connection)
            let result = try body(connection, &book)
            try book.close()
            return result
        }
    }
}

/// How lines are chained.
enum EventChain {
    /// What stands before the first line.
    static let beginning = String(repeating: "0", count: 64)

    struct Line {
        let office: String
        let number: Int
        let at: String
        let actor: String
        let kind: String
        let subject: String
        let body: String

        var values: [SQLValue] {
            [.text(office), .integer(number), .text(at), .text(actor), .text(kind), .text(subject), .text(body)]
        }
    }

    /// SHA-256 over the hash before and the seven fields, a line each. No field holds a line break: the body is JSON,
    /// which writes it as `\n`.
    static func hash(_ line: Line, after previous: String) -> String {
        let fields = [
            previous, line.office, "\(line.number)", line.at, line.actor, line.kind, line.subject, line.body,
        ]
        return SHA256.hex(of: Array(fields.joined(separator: "\n").utf8))
    }
}
