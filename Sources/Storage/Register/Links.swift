public import Foundation
public import Register

/// A link that lets somebody in once: to become the first administrator, to set a first password, or a new one.
public struct OneTimeLink: Sendable, Equatable {
    public enum Purpose: String, Sendable, CaseIterable {
        case firstAdministrator = "first-administrator"
        case invitation, reset
    }

    public let purpose: Purpose
    /// `nil` for the first administrator, who has no account yet.
    public let account: Account.ID?
    public let createdAt: Date
    public let endsAt: Date

    public init(_ purpose: Purpose, for account: Account.ID?, from start: Date, to end: Date) {
        self.purpose = purpose
        self.account = account
        createdAt = start
        endsAt = end
    }
}

/// Why a link opens nothing. Which of them it was is not told to whoever shows it.
public enum LinkRefused: Error, Equatable, Sendable {
    case unknownOrUsedOrOver
}

extension Store {
    /// Keeps a link for the first administrator in place of any earlier one. Nobody made it but the installation, and it
    /// is used only while there is no administrator, so it stands in no book.
    public func keepFirstLink(_ link: OneTimeLink, digest: String) async throws {
        try await write { connection in
            // It is the one purpose without an account; those are found by their index.
            try connection.execute("DELETE FROM one_time_link WHERE account IS NULL")
            try insert(link, digest, connection)
        }
    }

    /// Keeps a link for an account; earlier ones of the same account open no more.
    /// - Throws: `AccountChangeRefused.unknownAccount`.
    public func keep(_ link: OneTimeLink, digest: String, for account: Account.ID, by stamp: Stamp) async throws {
        let office = try await office(of: account)
        try await record(in: office, by: stamp) { connection, book in
            try connection.execute(
                "UPDATE one_time_link SET used_at = $2 WHERE account = $1 AND used_at IS NULL",
                [SQLValue(account), SQLValue(stamp.at)])
            try insert(link, digest, connection)
            try book.note(
                .linkMade, about: account.identifier, [Event.Change("purpose", to: .plain(link.purpose.rawValue))])
        }
    }

    /// What a link would open; nothing is used up.
    /// - Throws: `LinkRefused`.
    public func link(digest: String, at now: Date) async throws -> OneTimeLink {
        try await read { try readLink(digest, at: now, $0) }
    }

    /// Uses a link up and sets the password of its account. Both happen or neither.
    /// - Returns: the account. - Throws: `LinkRefused`.
    public func useLink(digest: String, passwordHash: String, at now: Date) async throws -> Account.ID {
        guard let account = try await link(digest: digest, at: now).account else {
            throw LinkRefused.unknownOrUsedOrOver
        }
        let office = try await office(of: account)
        return try await record(in: office, by: Stamp(by: account, at: now)) { connection, book in
            try use(digest, at: now, connection)
            try Storage.setPassword(of: account, passwordHash, keeping: nil, connection, &book)
            return account
        }
    }

    /// Uses up the first link: makes the administrator's account with its password.
    /// - Throws: `LinkRefused` (also when there is an administrator by now), `AccountChangeRefused`.
    public func useFirstLink(
        digest: String, making account: Account, hats: [Hat], passwordHash: String
    ) async throws {
        let stamp = account.state.since
        try await record(in: account.office, by: stamp) { connection, book in
            let link = try readLink(digest, at: stamp.at, connection)
            guard link.purpose == .firstAdministrator, try !isAdministratorLeft(connection) else {
                throw LinkRefused.unknownOrUsedOrOver
            }
            try use(digest, at: stamp.at, connection)
            try make(account, hats, connection, &book)
            try Storage.setPassword(of: account.id, passwordHash, keeping: nil, connection, &book)
        }
    }
}

private func insert(_ link: OneTimeLink, _ digest: String, _ connection: any Connection) throws {
    try connection.execute(
        "INSERT INTO one_time_link (digest, purpose, account, created_at, ends_at) VALUES ($1, $2, $3, $4, $5)",
        [
            .text(digest), .text(link.purpose.rawValue), SQLValue(link.account), SQLValue(link.createdAt),
            SQLValue(link.endsAt),
        ])
}

private func readLink(_ digest: String, at now: Date, _ connection: any Connection) throws -> OneTimeLink {
    let found = try connection.first(
        "SELECT purpose, account, created_at, ends_at FROM one_time_link WHERE digest = $1 AND used_at IS NULL",
        [.text(digest)]
    ) { row in
        OneTimeLink(
            try row.choice(0), for: try row.optionalKey(1), from: try row.instant(2), to: try row.instant(3))
    }
    // A clock set back before the link was made opens nothing either.
    guard let found, now < found.endsAt, found.createdAt <= now.addingTimeInterval(60) else {
        throw LinkRefused.unknownOrUsedOrOver
    }
    return found
}

private func use(_ digest: String, at now: Date, _ connection: any Connection) throws {
    let used = try connection.execute(
        "UPDATE one_time_link SET used_at = $2 WHERE digest = $1 AND used_at IS NULL", [.text(digest), SQLValue(now)])
    guard used == 1 else { throw LinkRefused.unknownOrUsedOrOver }
}
