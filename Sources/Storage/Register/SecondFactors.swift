public import Foundation
public import Register
import Secrets

/// The second factor of an account, opened for a moment.
public struct SecondFactor: Sendable {
    /// Twenty bytes that the account's device has too.
    public let secret: [UInt8]
    public let isConfirmed: Bool
    /// The last counter that opened; `nil` before the first.
    public let lastCounter: Int?
}

extension Store {
    /// Keeps a secret that does not count yet: a first code must show that the device has it.
    public func prepareSecondFactor(of id: Account.ID, secret: [UInt8]) async throws {
        let sealed = try keys().seal(secret, for: .timeCode, bound: place(of: id))
        _ = try await write { connection in
            try connection.execute(
                """
                INSERT INTO second_factor (account, secret) VALUES ($1, $2)
                ON CONFLICT (account) DO UPDATE SET secret = excluded.secret, last_counter = NULL
                WHERE second_factor.confirmed_at IS NULL
                """, [SQLValue(id), .bytes(sealed)])
        }
    }

    /// - Returns: `nil` for an account without one.
    public func secondFactor(of id: Account.ID) async throws -> SecondFactor? {
        let keyring = try keys()
        return try await read { connection in
            try connection.first(
                "SELECT secret, confirmed_at, last_counter FROM second_factor WHERE account = $1", [SQLValue(id)]
            ) { row in
                SecondFactor(
                    secret: try keyring.open(try row.bytes(0), for: .timeCode, bound: place(of: id)),
                    isConfirmed: try row.optionalText(1) != nil, lastCounter: try row.optionalInteger(2))
            }
        }
    }

    /// Notes that a counter opened, so that it never opens again.
    /// - Returns: false where the same or a later one was used meanwhile.
    public func useCounter(_ counter: Int, of id: Account.ID) async throws -> Bool {
        try await write { connection in
            try connection.execute(
                """
                UPDATE second_factor SET last_counter = $2
                WHERE account = $1 AND (last_counter IS NULL OR last_counter < $2)
                """, [SQLValue(id), .integer(counter)]) == 1
        }
    }

    /// Makes a prepared factor count, with its recovery codes.
    public func confirmSecondFactor(of id: Account.ID, codes: [String], by stamp: Stamp) async throws {
        let office = try await office(of: id)
        try await record(in: office, by: stamp) { connection, book in
            let confirmed = try connection.execute(
                "UPDATE second_factor SET confirmed_at = $2 WHERE account = $1 AND confirmed_at IS NULL",
                [SQLValue(id), SQLValue(stamp.at)])
            guard confirmed == 1 else { throw AccountChangeRefused.already }
            try connection.execute("DELETE FROM recovery_code WHERE account = $1", [SQLValue(id)])
            try connection.execute(
                "INSERT INTO recovery_code (account, digest) VALUES ($1, $2)",
                forEach: codes.map { [SQLValue(id), .text($0)] })
            try book.note(.secondFactorSet, about: id.identifier)
        }
    }

    public func removeSecondFactor(of id: Account.ID, by stamp: Stamp) async throws {
        let office = try await office(of: id)
        try await record(in: office, by: stamp) { connection, book in
            let removed = try connection.execute("DELETE FROM second_factor WHERE account = $1", [SQLValue(id)])
            try connection.execute("DELETE FROM recovery_code WHERE account = $1", [SQLValue(id)])
            if removed == 1 { try book.note(.secondFactorRemoved, about: id.identifier) }
        }
    }

    /// Uses a recovery code up.
    /// - Returns: whether it was one that had not been used.
    public func useRecoveryCode(digest: String, of id: Account.ID, at now: Date) async throws -> Bool {
        let office = try await office(of: id)
        return try await record(in: office, by: Stamp(by: id, at: now)) { connection, book in
            let used = try connection.execute(
                "UPDATE recovery_code SET used_at = $3 WHERE account = $1 AND digest = $2 AND used_at IS NULL",
                [SQLValue(id), .text(digest), SQLValue(now)])
            if used == 1 { try book.note(.recoveryCodeUsed, about: id.identifier) }
            return used == 1
        }
    }

    /// Digests of the recovery codes that are left.
    public func recoveryCodes(of id: Account.ID) async throws -> [String] {
        try await read { connection in
            try connection.rows(
                "SELECT digest FROM recovery_code WHERE account = $1 AND used_at IS NULL ORDER BY digest",
                [SQLValue(id)],
                read: { try $0.text(0) })
        }
    }
}

private func place(of id: Account.ID) -> String { "account:\(id):time-code" }
