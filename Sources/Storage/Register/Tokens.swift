public import Foundation
public import Register

/// A token for a script: it may do what its scope says, and never more than its account.
public struct AccessToken: Sendable, Equatable, Identifiable {
    public let id: Identifier
    public let account: Account.ID
    public let name: String
    public let scope: Set<TokenScope>
    public let createdAt: Date
    public let endsAt: Date
    public let lastUsedAt: Date?
    public let revokedAt: Date?

    public init(
        id: Identifier, account: Account.ID, name: String, scope: Set<TokenScope>, from start: Date, to end: Date
    ) {
        self.init(id: id, account: account, name: name, scope: scope, times: (start, end, nil, nil))
    }

    init(
        id: Identifier, account: Account.ID, name: String, scope: Set<TokenScope>,
        times: (created: Date, ends: Date, used: Date?, revoked: Date?)
    ) {
        self.id = id
        self.account = account
        self.name = name
        self.scope = scope
        createdAt = times.created
        endsAt = times.ends
        lastUsedAt = times.used
        revokedAt = times.revoked
    }
}

extension Store {
    /// Keeps a token; of its text the database has the digest.
    public func keep(_ token: AccessToken, digest: String, by stamp: Stamp) async throws {
        let office = try await office(of: token.account)
        try await record(in: office, by: stamp) { connection, book in
            try connection.execute(
                """
                INSERT INTO access_token (id, digest, account, name, scope, created_at, ends_at)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                [
                    SQLValue(token.id), .text(digest), SQLValue(token.account), .text(token.name),
                    .text(words(token.scope)), SQLValue(token.createdAt), SQLValue(token.endsAt),
                ])
            try book.note(
                .tokenMade, about: token.id,
                [
                    Event.Change("name", to: .plain(token.name)), Event.Change("scope", to: .plain(words(token.scope))),
                    Event.Change("ends", to: .plain(Instant.text(token.endsAt))),
                ])
        }
    }

    /// - Returns: whether there was such a token that could still be used.
    public func revoke(_ token: Identifier, of account: Account.ID, by stamp: Stamp) async throws -> Bool {
        let office = try await office(of: account)
        return try await record(in: office, by: stamp) { connection, book in
            let revoked = try connection.execute(
                "UPDATE access_token SET revoked_at = $3 WHERE id = $1 AND account = $2 AND revoked_at IS NULL",
                [SQLValue(token), SQLValue(account), SQLValue(stamp.at)])
            if revoked == 1 { try book.note(.tokenRevoked, about: token) }
            return revoked == 1
        }
    }

    /// The token with this digest, with its account; `nil` for one that is unknown, over or revoked, or whose account
    /// is suspended. When it was last used is noted beside it, in no book.
    public func token(
        digest: String, at now: Date
    ) async throws -> (token: AccessToken, account: AccountRecord)? {
        let found = try await read { connection -> (AccessToken, AccountRecord)? in
            let token = try connection.first(
                """
                SELECT id, account, name, scope, created_at, ends_at, last_used_at, revoked_at
                FROM access_token WHERE digest = $1
                """, [.text(digest)], read: readToken)
            guard let token, token.revokedAt == nil, token.createdAt <= now, now < token.endsAt else { return nil }
            let account = try readAccount(token.account, connection)
            return account.account.state.standing == .active ? (token, account) : nil
        }
        if let (token, _) = found, now.timeIntervalSince(token.lastUsedAt ?? .distantPast) > 60 {
            try await whereWritingWorks { connection in
                try connection.execute(
                    "UPDATE access_token SET last_used_at = $2 WHERE id = $1", [SQLValue(token.id), SQLValue(now)])
            }
        }
        return found.map { ($0.0, $0.1) }
    }

    /// All tokens of an account, the newest first.
    public func tokens(of account: Account.ID) async throws -> [AccessToken] {
        try await read { connection in
            try connection.rows(
                """
                SELECT id, account, name, scope, created_at, ends_at, last_used_at, revoked_at
                FROM access_token WHERE account = $1 ORDER BY created_at DESC, id
                """, [SQLValue(account)], read: readToken)
        }
    }
}

private func words(_ scope: Set<TokenScope>) -> String { scope.map(\.rawValue).sorted().joined(separator: " ") }

private func readToken(_ row: SQLRow) throws -> AccessToken {
    AccessToken(
        id: try row.identifier(0), account: try row.key(1), name: try row.text(2),
        scope: Set(try row.text(3).split(separator: " ").compactMap { TokenScope(rawValue: String($0)) }),
        times: (try row.instant(4), try row.instant(5), try row.optionalInstant(6), try row.optionalInstant(7)))
}
