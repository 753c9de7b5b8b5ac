public import Foundation
public import Register

/// Work that takes longer than a page: asked for, run beside the pages, to be watched, cancelled, and taken up again
/// after a crash.
public struct Job: Sendable, Equatable, Identifiable {
    public typealias ID = Key<Job>

    public enum State: String, Sendable, CaseIterable {
        case waiting, running, done, failed, cancelled

        public var isOver: Bool { self == .done || self == .failed || self == .cancelled }
    }

    public let id: ID
    /// What kind of work; each kind has a runner of its own.
    public let kind: String
    public let office: RegionCode
    /// JSON of the kind.
    public let parameters: String
    public let asked: Stamp
    public var state = State.waiting
    public var startedAt: Date?
    public var endedAt: Date?
    /// How often it was begun.
    public var tries = 0
    public var progress = Progress()
    public var isCancelWanted = false
    /// What came of it: JSON of the kind; for a job that failed, a code.
    public var outcome = ""

    /// How far it is.
    public struct Progress: Sendable, Equatable {
        /// In units of the kind.
        public var done = 0
        /// `nil` while it is not known how many there are.
        public var wanted: Int?
        /// From where it goes on after a crash: JSON of the kind, empty at the beginning.
        public var checkpoint = ""

        public init(done: Int = 0, wanted: Int? = nil, checkpoint: String = "") {
            self.done = done
            self.wanted = wanted
            self.checkpoint = checkpoint
        }
    }

    public init(_ id: ID, _ kind: String, in office: RegionCode, parameters: String = "{}", asked: Stamp) {
        self.id = id
        self.kind = kind
        self.office = office
        self.parameters = parameters
        self.asked = asked
    }
}

extension Store {
    /// Asks for work.
    public func ask(for job: Job) async throws {
        try await record(in: job.office, by: job.asked) { try insert(job, $0, &$1) }
    }

    /// Takes the job that has waited longest, or one whose runner has not been heard of since `silence`.
    ///
    /// One statement decides who gets it, so that two servers never run the same job; who comes second looks for the next.
    /// The office asked for the work, which stands in its book; who runs it stands in none.
    /// - Parameter runner: a name that no other run of a job bears, or a runner that was silent is not told from its
    ///   successor.
    /// - Returns: `nil` where nothing is to be done.
    public func takeJob(runner: String, silentSince silence: Date, at now: Date) async throws -> Job? {
        try await write { connection in
            while let next = try nextJob(silentSince: silence, connection) {
                let taken = try connection.first(
                    """
                    UPDATE job SET state = 'running', runner = $2, heard_at = $3, tries = tries + 1,
                        started_at = coalesce(started_at, $3)
                    WHERE id = $1 AND (state = 'waiting' OR (state = 'running' AND heard_at < $4))
                    RETURNING \(columns)
                    """, [SQLValue(next), .text(runner), SQLValue(now), SQLValue(silence)], read: readJob)
                if let taken { return taken }
            }
            return nil
        }
    }

    /// Says that a job is under way and how far; in no book.
    /// - Returns: what is wanted of its runner now.
    public func report(_ progress: Job.Progress, on id: Job.ID, runner: String, at now: Date) async throws -> JobOrder {
        try await write { connection in
            let wanted = try connection.first(
                """
                UPDATE job SET heard_at = $3, done_count = $4, wanted_count = $5, checkpoint = $6
                WHERE id = $1 AND runner = $2 AND state = 'running' RETURNING is_cancel_wanted
                """,
                [
                    SQLValue(id), .text(runner), SQLValue(now), .integer(progress.done), SQLValue(progress.wanted),
                    .text(progress.checkpoint),
                ], read: { try $0.flag(0) })
            guard let wanted else { return .takenAway }
            return wanted ? .cancel : .goOn
        }
    }

    /// Says how a job ended. A runner from which it was taken away says nothing. It stands in no book: what a job changes
    /// is in the book by itself.
    public func end(_ id: Job.ID, _ state: Job.State, outcome: String, runner: String, at now: Date) async throws {
        _ = try await write { connection in
            try connection.execute(
                """
                UPDATE job SET state = $3, outcome = $4, ended_at = $5, heard_at = $5
                WHERE id = $1 AND runner = $2 AND state = 'running'
                """, [SQLValue(id), .text(runner), .text(state.rawValue), .text(outcome), SQLValue(now)])
        }
    }

    /// Lays running jobs back, so that another server takes them up at once: for a server that is being stopped. The work
    /// that was asked for is the same, so it stands in no book.
    public func layBack(runner: String) async throws {
        _ = try await write { connection in
            try connection.execute(
                "UPDATE job SET state = 'waiting', runner = NULL WHERE runner = $1 AND state = 'running'",
                [.text(runner)])
        }
    }

    /// Asks a job to stop; one that still waits is over at once.
    /// - Returns: whether there was such a job, not over and not asked to stop before.
    public func cancel(_ id: Job.ID, by stamp: Stamp) async throws -> Bool {
        guard let job = try await job(id) else { return false }
        return try await record(in: job.office, by: stamp) { connection, book in
            // In one statement, so that a job does not slip through between waiting and running.
            let cancelled = try connection.execute(
                """
                UPDATE job SET is_cancel_wanted = 1,
                    state = CASE WHEN state = 'waiting' THEN 'cancelled' ELSE state END,
                    ended_at = CASE WHEN state = 'waiting' THEN $2 ELSE ended_at END
                WHERE id = $1 AND (state = 'waiting' OR (state = 'running' AND is_cancel_wanted = 0))
                """, [SQLValue(id), SQLValue(stamp.at)])
            guard cancelled == 1 else { return false }
            try book.note(.jobCancelled, about: id.identifier, [Event.Change("kind", to: .plain(job.kind))])
            return true
        }
    }

    /// - Returns: `nil` where there is no such job.
    public func job(_ id: Job.ID) async throws -> Job? {
        try await read { try $0.first("SELECT \(columns) FROM job WHERE id = $1", [SQLValue(id)], read: readJob) }
    }

    /// The last jobs of these regions, newest first.
    public func jobs(in regions: [RegionCode], limit: Int) async throws -> [Job] {
        try await read { connection in
            let (condition, values) = regionCondition(regions, column: "office", from: 1)
            // Every job was asked for at some instant: saying so has SQLite walk the index of instants for the nation.
            return try connection.rows(
                """
                SELECT \(columns) FROM job WHERE asked_at > '' AND \(condition)
                ORDER BY asked_at DESC, id DESC LIMIT \(min(max(limit, 1), 500))
                """, values, read: readJob)
        }
    }

    /// The job of a kind that was done last; `nil` where none was done yet.
    public func lastDone(_ kind: String) async throws -> Job? {
        try await read { connection in
            try connection.first(
                """
                SELECT \(columns) FROM job WHERE state = 'done' AND kind = $1
                ORDER BY asked_at DESC, id DESC LIMIT 1
                """, [.text(kind)], read: readJob)
        }
    }

    /// The last job that was asked for about a list; `nil` where none was.
    public func lastJob(about list: OfficeList) async throws -> Job? {
        try await read { connection in
            try connection.first(
                """
                SELECT \(columns) FROM job
                WHERE office = $1 AND asked_at >= $3 AND parameters = $2
                    AND kind IN ('list-check', 'list-enter', 'list-undo')
                ORDER BY asked_at DESC, id DESC LIMIT 1
                """,
                [
                    SQLValue(list.office), .text("{\"list\":\"\(list.id)\"}"), SQLValue(list.steps.first?.stamp.at),
                ], read: readJob)
        }
    }

    /// The last job of a kind that an office asked for; `nil` where none was.
    public func lastJob(_ kind: String, in office: RegionCode) async throws -> Job? {
        try await read { connection in
            try connection.first(
                """
                SELECT \(columns) FROM job WHERE office = $1 AND kind = $2 ORDER BY asked_at DESC, id DESC LIMIT 1
                """, [SQLValue(office), .text(kind)], read: readJob)
        }
    }

    /// How many jobs are in each state.
    public func jobCounts() async throws -> [Job.State: Int] {
        try await read { connection in
            let rows = try connection.rows("SELECT state, count(*) FROM job GROUP BY state") {
                (try $0.choice(0, of: Job.State.self), try $0.integer(1))
            }
            return Dictionary(uniqueKeysWithValues: rows)
        }
    }
}

/// A job that waits, with its line in the book.
func insert(_ job: Job, _ connection: any Connection, _ book: inout EventBook) throws {
    try connection.execute(
        """
        INSERT INTO job (id, kind, office, parameters, state, asked_at, asked_by, tries, done_count,
                         checkpoint, is_cancel_wanted, outcome)
        VALUES ($1, $2, $3, $4, 'waiting', $5, $6, 0, 0, '', 0, '')
        """,
        [
            SQLValue(job.id), .text(job.kind), SQLValue(job.office), .text(job.parameters),
            SQLValue(job.asked.at), SQLValue(job.asked.by),
        ])
    try book.note(.jobAsked, about: job.id.identifier, [Event.Change("kind", to: .plain(job.kind))])
}

/// What a runner is told when it reports.
public enum JobOrder: Sendable, Equatable {
    case goOn, cancel
    /// Another runner has it: this one was silent for too long. It stops and keeps nothing.
    case takenAway
}

private func nextJob(silentSince silence: Date, _ connection: any Connection) throws -> Job.ID? {
    try connection.first(
        """
        SELECT id FROM job WHERE state = 'waiting' OR (state = 'running' AND heard_at < $1)
        ORDER BY asked_at, id LIMIT 1
        """, [SQLValue(silence)], read: { try $0.key(0) })
}

private let columns = """
    id, kind, office, parameters, asked_at, asked_by, state, started_at, ended_at, tries, done_count, wanted_count,
    checkpoint, is_cancel_wanted, outcome
    """

private func readJob(_ row: SQLRow) throws -> Job {
    let asked = Stamp(by: try row.optionalKey(5), at: try row.instant(4))
    var job = Job(
        try row.key(0), try row.text(1), in: try row.region(2), parameters: try row.text(3), asked: asked)
    job.state = try row.choice(6)
    job.startedAt = try row.optionalInstant(7)
    job.endedAt = try row.optionalInstant(8)
    job.tries = try row.integer(9)
    job.progress = Job.Progress(
        done: try row.integer(10), wanted: try row.optionalInteger(11), checkpoint: try row.text(12))
    job.isCancelWanted = try row.flag(13)
    job.outcome = try row.text(14)
    return job
}
