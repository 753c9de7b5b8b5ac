import Foundation
public import Register

/// An account as its office sees it: with its hats, and whether it has what is needed to sign in.
public struct AccountRecord: Sendable, Equatable, Identifiable {
    public let account: Account
    public let hats: [Hat]
    public let hasPassword: Bool
    public let hasSecondFactor: Bool

    public var id: Account.ID { account.id }
}

/// Why an account is not made or changed as asked.
public enum AccountChangeRefused: Error, Equatable, Sendable {
    case unknownAccount
    case nameTaken
    case unknownRegion(RegionCode)
    /// Somebody must be left who can give hats.
    case lastAdministrator
    case ownAccount
    case already
}

extension Store {
    /// Makes an account without a password; a link lets its owner set one.
    /// - Throws: `AccountChangeRefused.nameTaken`, `.unknownRegion`.
    public func makeAccount(_ account: Account, hats: [Hat], by stamp: Stamp) async throws {
        try await record(in: account.office, by: stamp) { connection, book in
            try make(account, hats, connection, &book)
        }
    }

    /// - Throws: `AccountChangeRefused.unknownAccount`.
    public func rename(_ id: Account.ID, to name: DisplayName, by stamp: Stamp) async throws {
        let office = try await office(of: id)
        try await record(in: office, by: stamp) { connection, book in
            let old = try readAccount(id, connection).account.displayName
            guard old != name else { return }
            try connection.execute(
                "UPDATE account SET display_name = $2 WHERE id = $1", [SQLValue(id), .text(name.text)])
            try book.note(
                .accountRenamed, about: id.identifier,
                [Event.Change("display-name", from: .plain(old.text), to: .plain(name.text))])
        }
    }

    /// Suspends an account and ends its sessions and tokens' use at once.
    /// - Throws: `AccountChangeRefused`.
    public func suspend(_ id: Account.ID, because reason: String?, by stamp: Stamp) async throws {
        try await setStanding(of: id, .suspended, because: reason, by: stamp)
    }

    /// - Throws: `AccountChangeRefused`.
    public func restore(_ id: Account.ID, because reason: String?, by stamp: Stamp) async throws {
        try await setStanding(of: id, .active, because: reason, by: stamp)
    }

    private func setStanding(
        of id: Account.ID, _ standing: Account.State.Standing, because reason: String?, by stamp: Stamp
    ) async throws {
        let office = try await office(of: id)
        try await record(in: office, by: stamp) { connection, book in
            guard stamp.by != id else { throw AccountChangeRefused.ownAccount }
            let now = try readAccount(id, connection)
            guard now.account.state.standing != standing else { throw AccountChangeRefused.already }
            try keepingAnAdministrator(connection) {
                try connection.execute(
                    """
                    INSERT INTO account_state (account, number, standing, at, by_account)
                    SELECT $1, max(number) + 1, $2, $3, $4 FROM account_state WHERE account = $1
                    """, [SQLValue(id), .text(standing.rawValue), SQLValue(stamp.at), SQLValue(stamp.by)])
            }
            // When it is restored too: one that was opened at the moment of suspension must not come alive again.
            try connection.execute("DELETE FROM session WHERE account = $1", [SQLValue(id)])
            try book.note(
                standing == .suspended ? .accountSuspended : .accountRestored, about: id.identifier, because: reason)
        }
    }

    /// - Throws: `AccountChangeRefused.already`, `.unknownAccount`, `.unknownRegion`.
    public func give(_ hat: Hat, to id: Account.ID, by stamp: Stamp) async throws {
        let office = try await office(of: id)
        try await record(in: office, by: stamp) { connection, book in
            try giveHat(hat, to: id, connection, &book)
        }
    }

    /// - Throws: `AccountChangeRefused.already`, `.unknownAccount`, `.lastAdministrator`.
    public func take(_ hat: Hat, from id: Account.ID, by stamp: Stamp) async throws {
        let office = try await office(of: id)
        try await record(in: office, by: stamp) { connection, book in
            try keepingAnAdministrator(connection) {
                let taken = try connection.execute(
                    "DELETE FROM hat WHERE account = $1 AND role = $2 AND region = $3 AND subject = $4 AND body = $5",
                    [
                        SQLValue(id), .text(hat.role.rawValue), SQLValue(hat.region), .text(hat.subject?.text ?? ""),
                        .text(hat.body?.rawValue ?? ""),
                    ])
                guard taken == 1 else { throw AccountChangeRefused.already }
            }
            try book.note(.hatTaken, about: id.identifier, [Event.Change("hat", from: .plain(words(hat)))])
        }
    }

    /// The account of this name, whatever its standing; `nil` where there is none.
    public func account(named name: SignInName) async throws -> AccountRecord? {
        try await read { connection in
            try connection.first("SELECT id FROM account WHERE sign_in_name = $1", [.text(name.text)]) {
                try $0.key(0, of: Account.self)
            }.map { try readAccount($0, connection) }
        }
    }

    /// - Throws: `AccountChangeRefused.unknownAccount`.
    public func account(_ id: Account.ID) async throws -> AccountRecord {
        try await read { try readAccount(id, $0) }
    }

    /// The accounts whose office lies in these regions, by name.
    public func accounts(in regions: [RegionCode]) async throws -> [AccountRecord] {
        try await read { connection in
            let (condition, values) = regionCondition(regions, column: "office", from: 1)
            return try connection.rows(
                "SELECT id FROM account WHERE \(condition) ORDER BY display_name, id", values,
                read: { try $0.key(0, of: Account.self) }
            ).map { try readAccount($0, connection) }
        }
    }

    /// Whether anybody can sign in and give hats; a new installation has nobody, nor has one whose administrators were
    /// invited and have set no password yet.
    public func hasAdministrator() async throws -> Bool {
        try await read { try isAdministratorLeft($0) }
    }

    /// The password's hash; `nil` where none was set.
    public func passwordHash(of id: Account.ID) async throws -> String? {
        try await read { connection in
            try connection.first("SELECT password_hash FROM account WHERE id = $1", [SQLValue(id)]) {
                try $0.optionalText(0)
            } ?? nil
        }
    }

    /// Sets a password, ends every session but the one it was set in, and shuts the account's links.
    /// - Throws: `AccountChangeRefused.unknownAccount`.
    public func setPassword(
        of id: Account.ID, hash: String, keeping session: Identifier?, by stamp: Stamp
    ) async throws {
        let office = try await office(of: id)
        try await record(in: office, by: stamp) { connection, book in
            try Storage.setPassword(of: id, hash, keeping: session, connection, &book)
        }
    }

    /// Puts the same password's hash of another cost in place of the old one: nothing a person did, so it stands in no
    /// book.
    public func renewHash(of id: Account.ID, from old: String, to new: String) async throws {
        _ = try await write { connection in
            try connection.execute(
                "UPDATE account SET password_hash = $3 WHERE id = $1 AND password_hash = $2",
                [SQLValue(id), .text(old), .text(new)])
        }
    }

    /// The region in whose book an account's events stand; it never changes.
    /// - Throws: `AccountChangeRefused.unknownAccount`.
    func office(of id: Account.ID) async throws -> RegionCode {
        try await read { connection in
            let found = try connection.first(
                "SELECT office FROM account WHERE id = $1", [SQLValue(id)], read: { try $0.region(0) })
            guard let found else { throw AccountChangeRefused.unknownAccount }
            return found
        }
    }
}
