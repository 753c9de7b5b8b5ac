public import Foundation
import Register

extension Store {
    /// When work of a kind was last asked for; `nil` for never.
    public func lastAsked(_ kind: String) async throws -> Date? {
        try await read { connection in
            try connection.first(
                "SELECT asked_at FROM job WHERE kind = $1 ORDER BY asked_at DESC LIMIT 1", [.text(kind)],
                read: { try $0.instant(0) })
        }
    }

    /// Asks for work that is due, unless somebody did since then or it is still waiting or running.
    ///
    /// The office's turn is taken first, so that of several servers only one asks.
    /// - Parameter due: the instant from which on it is due.
    /// - Returns: whether this call asked.
    public func ask(for job: Job, unlessAskedSince due: Date) async throws -> Bool {
        try await record(in: job.office, by: job.asked) { connection, book in
            // What lies in the future was asked by a clock gone wrong, and does not count.
            let isThere = try connection.exists(
                """
                SELECT id FROM job WHERE kind = $1
                    AND ((asked_at >= $2 AND asked_at <= $3) OR state = 'waiting' OR state = 'running') LIMIT 1
                """, [.text(job.kind), SQLValue(due), SQLValue(job.asked.at)])
            guard !isThere else { return false }
            try insert(job, connection, &book)
            return true
        }
    }

    /// How many lines all books have.
    public func eventCount() async throws -> Int {
        try await read { connection in
            try connection.first(
                "SELECT CAST(coalesce(sum(length), 0) AS BIGINT) FROM event_book", read: { try $0.integer(0) }) ?? 0
        }
    }
}
