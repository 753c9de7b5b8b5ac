public import Foundation
public import Register

/// A browser in which somebody has signed in.
public struct SessionRecord: Sendable, Equatable, Identifiable {
    public let id: Identifier
    public let account: Account.ID
    public let createdAt: Date
    public let lastSeenAt: Date
    /// Never later, however busy the session is.
    public let endsAt: Date
    /// Where it was opened from.
    public let address: String
    /// What the browser calls itself, shortened.
    public let program: String
    /// False while the second factor is still asked for.
    public let isComplete: Bool

    public init(
        id: Identifier, account: Account.ID, createdAt: Date, endsAt: Date,
        from place: (address: String, program: String),
        isComplete: Bool
    ) {
        self.init(
            id: id, account: account, times: (createdAt, createdAt, endsAt), from: place, isComplete: isComplete)
    }

    init(
        id: Identifier, account: Account.ID, times: (created: Date, seen: Date, ends: Date),
        from place: (address: String, program: String), isComplete: Bool
    ) {
        self.id = id
        self.account = account
        createdAt = times.created
        lastSeenAt = times.seen
        endsAt = times.ends
        address = place.address
        program = place.program
        self.isComplete = isComplete
    }
}

/// How long sessions last.
public struct SessionTerms: Sendable {
    /// Seconds without a request after which a session is over: a lunch break, not a night.
    public var idle: TimeInterval = 2 * 60 * 60
    /// Seconds from signing in after which it is over however busy it is: a working day.
    public var longest: TimeInterval = 12 * 60 * 60
    /// When it was last seen is written down no more often than this, in seconds.
    public var grain: TimeInterval = 60

    public init() {}
}

extension Store {
    /// Opens a session; of its token the database keeps the digest.
    /// - Parameter hash: the password's hash that was just verified; a password set meanwhile, by an owner who has lost
    ///   the old one to somebody, closes the door again.
    /// - Returns: whether it was opened.
    @discardableResult
    public func open(_ session: SessionRecord, digest: String, provenBy hash: String? = nil) async throws -> Bool {
        let office = try await office(of: session.account)
        let stamp = Stamp(by: session.account, at: session.createdAt)
        return try await record(in: office, by: stamp) { connection, book in
            if let hash {
                let isCurrent = try connection.exists(
                    "SELECT 1 FROM account WHERE id = $1 AND password_hash = $2",
                    [SQLValue(session.account), .text(hash)])
                let standing = try readAccount(session.account, connection).account.state.standing
                guard isCurrent, standing == .active else { return false }
            }
            try connection.execute(
                """
                INSERT INTO session
                    (id, digest, account, created_at, last_seen_at, ends_at, address, program, is_complete)
                VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8)
                """,
                [
                    SQLValue(session.id), .text(digest), SQLValue(session.account), SQLValue(session.createdAt),
                    SQLValue(session.endsAt), .text(session.address), .text(session.program),
                    SQLValue(session.isComplete),
                ])
            if session.isComplete { try welcome(session, connection, &book) }
            // Sessions that are over are of no use to anybody.
            try connection.execute("DELETE FROM session WHERE ends_at < $1", [SQLValue(session.createdAt)])
            return true
        }
    }

    /// Notes in passing what is good to know. Where nothing can be written for the moment, reading goes on without: on
    /// SQLite a long list that is being entered would hold up every page.
    func whereWritingWorks(_ body: @Sendable @escaping (any Connection) throws -> Void) async throws {
        if engine.kind == .sqlite, pen.isTaken { return }
        do {
            try await write(body)
        } catch is StoreRefusal {}
    }

    /// Completes a session whose second factor was shown, under a new token: the old one was seen before the door.
    /// - Returns: whether there was such a session.
    public func complete(_ session: SessionRecord, digest: String, at now: Date) async throws -> Bool {
        let office = try await office(of: session.account)
        return try await record(in: office, by: Stamp(by: session.account, at: now)) { connection, book in
            let changed = try connection.execute(
                "UPDATE session SET digest = $2, is_complete = 1, last_seen_at = $3 WHERE id = $1 AND is_complete = 0",
                [SQLValue(session.id), .text(digest), SQLValue(now)])
            guard changed == 1 else { return false }
            try welcome(session, connection, &book)
            return true
        }
    }

    /// The session with this digest, with its account; `nil` for one that is unknown, over, or whose account is
    /// suspended.
    ///
    /// A clock that was set back lengthens no session: what lies in the future counts as over. When it was last seen is
    /// noted beside it; that is no change of what the office keeps, so it stands in no book.
    public func session(
        digest: String, at now: Date, terms: SessionTerms = SessionTerms()
    ) async throws -> (session: SessionRecord, account: AccountRecord)? {
        let found = try await read { connection -> (SessionRecord, AccountRecord)? in
            let session = try connection.first(
                """
                SELECT id, account, created_at, last_seen_at, ends_at, address, program, is_complete
                FROM session WHERE digest = $1
                """, [.text(digest)], read: readSession)
            guard let session, isOpen(session, at: now, terms) else { return nil }
            let account = try readAccount(session.account, connection)
            return account.account.state.standing == .active ? (session, account) : nil
        }
        if let (session, _) = found, now.timeIntervalSince(session.lastSeenAt) > terms.grain {
            try await whereWritingWorks { connection in
                try connection.execute(
                    "UPDATE session SET last_seen_at = $2 WHERE id = $1", [SQLValue(session.id), SQLValue(now)])
            }
        }
        return found.map { ($0.0, $0.1) }
    }

    /// The open sessions of an account, the last seen first.
    public func sessions(
        of account: Account.ID, at now: Date, terms: SessionTerms = SessionTerms()
    ) async throws -> [SessionRecord] {
        try await read { connection in
            try connection.rows(
                """
                SELECT id, account, created_at, last_seen_at, ends_at, address, program, is_complete
                FROM session WHERE account = $1 ORDER BY last_seen_at DESC, id
                """, [SQLValue(account)], read: readSession
            ).filter { isOpen($0, at: now, terms) }
        }
    }

    /// Ends a session of an account.
    /// - Parameter kind: whether its owner leaves, or it is ended from elsewhere.
    /// - Returns: whether there was such a session.
    @discardableResult
    public func end(_ session: Identifier, of account: Account.ID, _ kind: EventKind, by stamp: Stamp) async throws
        -> Bool
    {
        let office = try await office(of: account)
        return try await record(in: office, by: stamp) { connection, book in
            let ended = try connection.execute(
                "DELETE FROM session WHERE id = $1 AND account = $2", [SQLValue(session), SQLValue(account)])
            if ended == 1 { try book.note(kind, about: account.identifier) }
            return ended == 1
        }
    }
}

private func welcome(_ session: SessionRecord, _ connection: any Connection, _ book: inout EventBook) throws {
    try connection.execute(
        """
        INSERT INTO known_address (account, address, last_at) VALUES ($1, $2, $3)
        ON CONFLICT (account, address) DO UPDATE SET last_at = excluded.last_at
        """, [SQLValue(session.account), .text(session.address), SQLValue(book.stamp.at)])
    try connection.execute(
        """
        DELETE FROM known_address WHERE account = $1 AND address NOT IN
            (SELECT address FROM known_address WHERE account = $1 ORDER BY last_at DESC, address LIMIT 20)
        """, [SQLValue(session.account)])
    try book.note(.signedIn, about: session.account.identifier)
}

private func isOpen(_ session: SessionRecord, at now: Date, _ terms: SessionTerms) -> Bool {
    // Clocks of several servers may differ a little; further ahead than that lies only what a clock set back left there.
    now < session.endsAt && now.timeIntervalSince(session.lastSeenAt) <= terms.idle
        && session.lastSeenAt.timeIntervalSince(now) <= terms.grain
        && session.endsAt.timeIntervalSince(now) <= terms.longest + terms.grain
}

private func readSession(_ row: SQLRow) throws -> SessionRecord {
    SessionRecord(
        id: try row.identifier(0), account: try row.key(1),
        times: (try row.instant(2), try row.instant(3), try row.instant(4)),
        from: (try row.text(5), try row.text(6)), isComplete: try row.flag(7))
}
