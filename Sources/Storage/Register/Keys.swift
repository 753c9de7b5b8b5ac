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

    /// Seals anew, with the current key, whatever older keys sealed. May be broken off and run again.
    /// - Returns: how many values were sealed anew.
    public func resealAll(by stamp: Stamp) async throws -> Int {
        let keyring = try keys()
        var count = 0
        while true {
            let done = try await write { try resealSome($0, keyring) }
            guard done > 0 else { break }
            count += done
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
}

/// A few hundred values in one transaction, so that nobody waits long.
private func resealSome(_ connection: any Connection, _ keyring: Keyring) throws -> Int {
    try resealPersonKeys(connection, keyring) + resealNumbers(connection, keyring) + resealFactors(connection, keyring)
}

private let portion = 200
/// Sealed bytes begin with a byte of layout and four of the key's number.
private func isOld(_ sealed: [UInt8], _ keyring: Keyring) -> Bool { !keyring.isCurrent(sealed) }

private func resealPersonKeys(_ connection: any Connection, _ keyring: Keyring) throws -> Int {
    let old = try connection.rows("SELECT person, sealed FROM person_key ORDER BY person") {
        (person: try $0.text(0), sealed: try $0.bytes(1))
    }.filter { isOld($0.sealed, keyring) }.prefix(portion)
    return try connection.execute(
        "UPDATE person_key SET sealed = $2 WHERE person = $1",
        forEach: old.map { row in
            let key = try PersonKey(opening: row.sealed, by: keyring, person: row.person)
            return [.text(row.person), .bytes(key.sealed(by: keyring, person: row.person))]
        })
}

/// Numbers are sealed by the keyring and found by its fingerprint; both are made anew.
private func resealNumbers(_ connection: any Connection, _ keyring: Keyring) throws -> Int {
    let old = try connection.rows(
        "SELECT id, nik FROM person WHERE nik IS NOT NULL AND nik_key <> $1 ORDER BY id LIMIT \(portion)",
        [.integer(keyring.current)]
    ) { (id: try $0.text(0), sealed: try $0.bytes(1)) }
    return try connection.execute(
        "UPDATE person SET nik = $2, nik_fingerprint = $3, nik_key = $4 WHERE id = $1",
        forEach: old.map { row in
            let digits = try keyring.open(row.sealed, for: .personalNumber, bound: "person:\(row.id):nik")
            let sealed = keyring.seal(digits, for: .personalNumber, bound: "person:\(row.id):nik")
            let fingerprint = keyring.fingerprint(of: String(decoding: digits, as: UTF8.self), for: .personalNumber)
            return [.text(row.id), .bytes(sealed), .text(fingerprint), .integer(keyring.current)]
        })
}

private func resealFactors(_ connection: any Connection, _ keyring: Keyring) throws -> Int {
    let old = try connection.rows("SELECT account, secret FROM second_factor ORDER BY account") {
        (account: try $0.text(0), sealed: try $0.bytes(1))
    }.filter { isOld($0.sealed, keyring) }.prefix(portion)
    return try connection.execute(
        "UPDATE second_factor SET secret = $2 WHERE account = $1",
        forEach: old.map { row in
            let place = "account:\(row.account):time-code"
            let secret = try keyring.open(row.sealed, for: .timeCode, bound: place)
            return [.text(row.account), .bytes(keyring.seal(secret, for: .timeCode, bound: place))]
        })
}
