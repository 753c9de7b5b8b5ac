import Foundation
import Register

// The parts that use cases of accounts share, inside a transaction.

func insert(_ account: Account, _ connection: any Connection) throws {
    guard try connection.exists("SELECT 1 FROM region WHERE code = $1", [SQLValue(account.office)]) else {
        throw AccountChangeRefused.unknownRegion(account.office)
    }
    let made = try connection.execute(
        """
        INSERT INTO account (id, sign_in_name, display_name, office, created_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO NOTHING
        """,
        [
            SQLValue(account.id), .text(account.name.text), .text(account.displayName.text),
            SQLValue(account.office), SQLValue(account.createdAt),
        ])
    guard made == 1 else { throw AccountChangeRefused.nameTaken }
    try connection.execute(
        "INSERT INTO account_state (account, number, standing, at, by_account) VALUES ($1, 1, $2, $3, $4)",
        [
            SQLValue(account.id), .text(account.state.standing.rawValue), SQLValue(account.state.since.at),
            SQLValue(account.state.since.by),
        ])
}

func giveHat(
    _ hat: Hat, to id: Account.ID, _ connection: any Connection, _ book: inout EventBook
) throws {
    guard try connection.exists("SELECT 1 FROM account WHERE id = $1", [SQLValue(id)]) else {
        throw AccountChangeRefused.unknownAccount
    }
    guard try connection.exists("SELECT 1 FROM region WHERE code = $1", [SQLValue(hat.region)]) else {
        throw AccountChangeRefused.unknownRegion(hat.region)
    }
    let given = try connection.execute(
        """
        INSERT INTO hat (account, role, region, subject, body, since, given_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT DO NOTHING
        """,
        [
            SQLValue(id), .text(hat.role.rawValue), SQLValue(hat.region), .text(hat.subject?.text ?? ""),
            SQLValue(hat.body?.rawValue), SQLValue(book.stamp.at), SQLValue(book.stamp.by),
        ])
    guard given == 1 else { throw AccountChangeRefused.already }
    try book.note(.hatGiven, about: id.identifier, [Event.Change("hat", to: .plain(words(hat)))])
}

/// A hat as the book writes it: `officer 51.03`.
func words(_ hat: Hat) -> String {
    [hat.role.rawValue, hat.region.text, hat.subject?.text, hat.body?.rawValue].compactMap(\.self)
        .joined(separator: " ")
}

func readAccount(_ id: Account.ID, _ connection: any Connection) throws -> AccountRecord {
    let hats = try readHats(of: id, connection)
    let found = try connection.first(
        """
        SELECT a.sign_in_name, a.display_name, a.office, a.created_at, s.standing, s.at, s.by_account,
               CASE WHEN a.password_hash IS NULL THEN 0 ELSE 1 END,
               CASE WHEN f.confirmed_at IS NULL THEN 0 ELSE 1 END
        FROM account a
        JOIN account_state s ON s.account = a.id
             AND s.number = (SELECT max(number) FROM account_state WHERE account = a.id)
        LEFT JOIN second_factor f ON f.account = a.id
        WHERE a.id = $1
        """, [SQLValue(id)]
    ) { row in
        let state = Account.State(
            try row.choice(4), since: Stamp(by: try row.optionalKey(6), at: try row.instant(5)))
        guard let name = try? SignInName(try row.text(0)), let shown = DisplayName(try row.text(1)) else {
            // A name that the rules of its time allowed and today's do not would be a fault of ours.
            throw StorageFault.damaged("account \(id)")
        }
        let account = Account(
            id: id, name: name, displayName: shown, office: try row.region(2), state: state,
            createdAt: try row.instant(3))
        return AccountRecord(
            account: account, hats: hats, hasPassword: try row.flag(7), hasSecondFactor: try row.flag(8))
    }
    guard let found else { throw AccountChangeRefused.unknownAccount }
    return found
}

private func readHats(of id: Account.ID, _ connection: any Connection) throws -> [Hat] {
    try connection.rows("SELECT role, region, subject, body FROM hat WHERE account = $1", [SQLValue(id)]) { row in
        let subject = try row.text(2)
        do {
            return try Hat(
                try row.choice(0), in: try row.region(1), of: Identifier(subject),
                from: try row.optionalText(3).flatMap { PartnerBody(rawValue: $0) })
        } catch is HatRefusal {
            throw StorageFault.damaged("hat of \(id)")
        }
    }.sorted()
}

/// - Throws: `AccountChangeRefused.lastAdministrator` where nobody would be left who can give hats.
func checkAdministratorLeft(_ connection: any Connection) throws {
    guard try isAdministratorLeft(connection) else { throw AccountChangeRefused.lastAdministrator }
}

func isAdministratorLeft(_ connection: any Connection) throws -> Bool {
    try connection.exists(
        """
        SELECT 1 FROM hat h JOIN account_state s ON s.account = h.account
             AND s.number = (SELECT max(number) FROM account_state WHERE account = h.account)
        WHERE h.role = $1 AND s.standing = 'active' LIMIT 1
        """, [.text(Hat.Role.administrator.rawValue)])
}

func setPassword(
    of id: Account.ID, _ hash: String, keeping session: Identifier?, _ connection: any Connection,
    _ book: inout EventBook
) throws {
    let changed = try connection.execute(
        "UPDATE account SET password_hash = $2 WHERE id = $1", [SQLValue(id), .text(hash)])
    guard changed == 1 else { throw AccountChangeRefused.unknownAccount }
    try connection.execute(
        "DELETE FROM session WHERE account = $1 AND id <> $2", [SQLValue(id), .text(session?.text ?? "")])
    // Links that were made before open no more.
    try connection.execute(
        "UPDATE one_time_link SET used_at = $2 WHERE account = $1 AND used_at IS NULL",
        [SQLValue(id), SQLValue(book.stamp.at)])
    try book.note(.passwordSet, about: id.identifier)
}
