import Foundation
public import Register
import Secrets

/// Which keys a database was written with.
enum KeysInUse {
    /// Notices a key file of another installation before anything is sealed with it, and notes new keys.
    /// - Throws: `StoreRefusal.wrongKeys`.
    static func check(_ keyring: Keyring, _ engine: any Engine) async throws {
        let known = try await engine.read { connection in
            try connection.rows("SELECT number, fingerprint FROM key_in_use") { (try $0.integer(0), try $0.text(1)) }
        }
        for (number, fingerprint) in known {
            // A key that is missing in the keyring is as wrong as another one.
            let own = try? keyring.fingerprint(of: "tiru", for: .keyCheck, key: number)
            guard own == fingerprint else { throw StoreRefusal.wrongKeys(number: number) }
        }
        let new = try keyring.numbers.filter { number in !known.contains { $0.0 == number } }
            .map { ($0, try keyring.fingerprint(of: "tiru", for: .keyCheck, key: $0)) }
        guard !new.isEmpty else { return }
        _ = try await engine.write { connection in
            for (number, fingerprint) in new {
                try connection.execute(
                    "INSERT INTO key_in_use (number, fingerprint) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                    [.integer(number), .text(fingerprint)])
                // Somebody may have been first, with another key of the same number.
                let kept = try connection.first(
                    "SELECT fingerprint FROM key_in_use WHERE number = $1", [.integer(number)], read: { try $0.text(0) }
                )
                guard kept == fingerprint else { throw StoreRefusal.wrongKeys(number: number) }
            }
        }
    }
}

extension Store {
    /// - Throws: `StoreRefusal.noKeys`.
    func keys() throws -> Keyring {
        guard let keyring else { throw StoreRefusal.noKeys }
        return keyring
    }

    /// Seals anew, with the current key, whatever older keys sealed. May be broken off and run again. Recovery codes are
    /// known by their fingerprints only, which an older key goes on computing until the codes are made anew.
    /// - Returns: how many values were sealed anew.
    /// - Throws: `StoreRefusal.noKeys`.
    public func resealAll(by stamp: Stamp) async throws -> Int {
        let keyring = try keys()
        var count = 0
        for kind in SealedKind.all {
            var last = ""
            while let portion = try await reseal(kind, after: last, keyring) {
                count += portion.changed
                last = portion.last
            }
        }
        let total = count
        try await record(in: .nation, by: stamp) { _, book in
            try book.note(
                .keysRotated, about: nil,
                [
                    Event.Change("key", to: .plain("\(keyring.current)")),
                    Event.Change("sealed-anew", to: .plain("\(total)")),
                ])
        }
        return count
    }

    /// A few hundred rows in one transaction, so that nobody waits long.
    /// - Returns: how many were sealed anew, and the last one looked at; `nil` where none is left.
    private func reseal(
        _ kind: SealedKind, after last: String, _ keyring: Keyring
    ) async throws -> (changed: Int, last: String)? {
        try await write { connection in
            let rows = try connection.rows(kind.portion, [.text(last)]) {
                (id: try $0.text(0), sealed: try $0.bytes(1))
            }
            guard let end = rows.last else { return nil }
            let old = rows.filter { !keyring.isCurrent($0.sealed) }
            // What was changed or erased since it was read is left as it is now.
            let changed = try connection.execute(
                kind.update,
                forEach: old.map { [.text($0.id), .bytes($0.sealed)] + (try kind.anew($0.id, $0.sealed, keyring)) })
            return (changed, end.id)
        }
    }
}

/// A column that holds what the keyring sealed.
private struct SealedKind: Sendable {
    /// The next rows after `$1`: identifier and sealed bytes.
    let portion: String
    /// Of row `$1`, where it still holds `$2`.
    let update: String
    /// The values from `$3` on.
    let anew: @Sendable (_ id: String, _ sealed: [UInt8], Keyring) throws -> [SQLValue]

    static let all = [personKeys, enterpriseKeys, numbers, ownerNumbers, factors]

    private static let personKeys = keys("person")
    private static let enterpriseKeys = keys("enterprise")

    private static func keys(_ owner: String) -> SealedKind {
        SealedKind(
            portion: "SELECT \(owner), sealed FROM \(owner)_key WHERE \(owner) > $1 ORDER BY \(owner) LIMIT 200",
            update: "UPDATE \(owner)_key SET sealed = $3 WHERE \(owner) = $1 AND sealed = $2"
        ) { id, sealed, keyring in
            let key = try PersonKey(opening: sealed, by: keyring, person: id)
            return [.bytes(key.sealed(by: keyring, person: id))]
        }
    }

    private static let numbers = citizenNumbers("person")
    private static let ownerNumbers = citizenNumbers("enterprise")

    /// Numbers are sealed by the keyring and found by its fingerprint; both are made anew.
    private static func citizenNumbers(_ table: String) -> SealedKind {
        SealedKind(
            portion: "SELECT id, nik FROM \(table) WHERE id > $1 AND nik IS NOT NULL ORDER BY id LIMIT 200",
            update: "UPDATE \(table) SET nik = $3, nik_fingerprint = $4, nik_key = $5 WHERE id = $1 AND nik = $2"
        ) { id, sealed, keyring in
            let place = "\(table):\(id):nik"
            let digits = try keyring.open(sealed, for: .personalNumber, bound: place)
            let fingerprint = keyring.fingerprint(of: String(decoding: digits, as: UTF8.self), for: .personalNumber)
            return [
                .bytes(keyring.seal(digits, for: .personalNumber, bound: place)), .text(fingerprint),
                .integer(keyring.current),
            ]
        }
    }

    private static let factors = SealedKind(
        portion: "SELECT account, secret FROM second_factor WHERE account > $1 ORDER BY account LIMIT 200",
        update: "UPDATE second_factor SET secret = $3 WHERE account = $1 AND secret = $2"
    ) { account, sealed, keyring in
        let place = "account:\(account):time-code"
        let secret = try keyring.open(sealed, for: .timeCode, bound: place)
        return [.bytes(keyring.seal(secret, for: .timeCode, bound: place))]
    }
}
