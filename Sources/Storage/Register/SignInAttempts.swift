public import Foundation
public import Register

extension Store {
    /// The failures by which an attempt to sign in is judged.
    ///
    /// - Parameters:
    ///   - name: digest of the name that was typed.
    ///   - account: whose name it is; `nil` where there is no such account, which must make no difference that shows.
    public func signInFailures(
        name: String, account: Account.ID?, from address: String, at now: Date
    ) async throws -> SignInFailures {
        let since = now.addingTimeInterval(-Self.remembered)
        try await forgetFuture(at: now)
        return try await read { connection in
            func instants(_ condition: String, _ values: [SQLValue]) throws -> [Date] {
                try connection.rows(
                    "SELECT at FROM failed_sign_in WHERE \(condition) AND at > $1 ORDER BY at",
                    [SQLValue(since)] + values, read: { try $0.instant(0) })
            }
            let isKnown = try connection.exists(
                "SELECT 1 FROM known_address WHERE account = $1 AND address = $2",
                [.text(account?.identifier.text ?? ""), .text(address)])
            return SignInFailures(
                from: isKnown ? .knownAddress : .newAddress,
                pair: try instants(
                    "name_digest = $2 AND address = $3 AND is_forgiven = 0", [.text(name), .text(address)]),
                address: try instants("address = $2", [.text(address)]),
                account: try instants("name_digest = $2", [.text(name)]))
        }
    }

    /// Counts a wrong password. Not a change of what the office keeps, so it stands in no book; who came in does.
    public func recordFailedSignIn(_ id: Identifier, name: String, from address: String, at now: Date) async throws {
        try await write { connection in
            try connection.execute(
                "INSERT INTO failed_sign_in (id, name_digest, address, at, is_forgiven) VALUES ($1, $2, $3, $4, 0)",
                [SQLValue(id), .text(name), .text(address), SQLValue(now)])
            try connection.execute(
                "DELETE FROM failed_sign_in WHERE at < $1", [SQLValue(now.addingTimeInterval(-Self.remembered))])
        }
    }

    /// A right password clears the failures of this name from this address. The sign-in itself stands in the book.
    public func forgiveSignIns(name: String, from address: String) async throws {
        _ = try await write { connection in
            try connection.execute(
                """
                UPDATE failed_sign_in SET is_forgiven = 1
                WHERE name_digest = $1 AND address = $2 AND is_forgiven = 0
                """, [.text(name), .text(address)])
        }
    }

    /// After the clock was set back, failures of the future count as made now.
    private func forgetFuture(at now: Date) async throws {
        let isAhead = try await read { connection in
            try connection.exists("SELECT 1 FROM failed_sign_in WHERE at > $1 LIMIT 1", [SQLValue(now)])
        }
        guard isAhead else { return }
        _ = try await write { connection in
            try connection.execute("UPDATE failed_sign_in SET at = $1 WHERE at > $1", [SQLValue(now)])
        }
    }

    /// Seconds that a failure is kept: a day. As long as somebody goes on failing, the first of a row of failures counts
    /// towards the wait after the last; who never ceases gets a few more tries a day, when the first are forgotten.
    private static let remembered: TimeInterval = 24 * 60 * 60
}
