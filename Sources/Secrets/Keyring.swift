internal import CSodium

/// The master keys of an installation. They live in a file outside the database, so that neither a copy of the
/// database nor a copy of the file alone gives anything away.
///
/// New things are sealed by the key with the highest number; older keys stay and open what they sealed.
public struct Keyring: Sendable, Unspoken {
    /// One line of the file.
    struct Key: Sendable {
        /// 1…4,294,967,295.
        let number: UInt32
        /// ISO date, `2026-11-25`.
        let created: String
        let memory: KeyMemory
    }

    /// By number, never empty; the last one is current.
    let keys: [Key]
    private let currentKey: Key

    /// - Parameter keys: in any order, no number twice.
    /// - Returns: `nil` when there is no key.
    init?(_ keys: [Key]) {
        self.keys = keys.sorted { $0.number < $1.number }
        guard let last = self.keys.last else { return nil }
        currentKey = last
    }

    /// Numbers of all keys, ascending.
    public var numbers: [Int] { keys.map { Int($0.number) } }

    /// The number of the key that seals.
    public var current: Int { Int(currentKey.number) }
}

extension Keyring {
    /// Encrypts so that any change shows, under the current key.
    ///
    /// - Parameters:
    ///   - bytes: any number of bytes, none included; how many there are can be told from what is returned.
    ///   - purpose: only the same purpose opens it.
    ///   - place: where it will be kept, such as `person:7:nik`; only the same place opens it.
    /// - Returns: 1 byte layout, 4 bytes key number (greatest first), 24 bytes nonce, ciphertext and 16 bytes tag.
    public func seal(_ bytes: [UInt8], for purpose: KeyPurpose, bound place: String) -> [UInt8] {
        Sealing.seal(
            bytes, header: [SealLayout.keyring.rawValue] + bigEndian(currentKey.number), boundTo: place,
            with: sealingKey(of: currentKey, purpose))
    }

    /// What was sealed.
    /// - Throws: `.malformed`, `.unknownKey` when this keyring lacks the key, `.forged` for anything that was changed,
    ///   moved to another place or sealed for another purpose.
    public func open(_ sealed: [UInt8], for purpose: KeyPurpose, bound place: String) throws(SealError) -> [UInt8] {
        guard let number = Self.keyNumber(of: sealed) else { throw .malformed }
        return try Sealing.open(
            sealed, header: Self.headerLength, boundTo: place, with: sealingKey(of: key(number), purpose))
    }

    /// The number of the key that sealed it, read without opening it: it may be forged.
    /// - Returns: `nil` when these are no bytes sealed by a keyring.
    public static func keyNumber(of sealed: [UInt8]) -> Int? {
        guard sealed.count >= headerLength + Sealing.nonceLength + Sealing.tagLength,
            sealed[0] == SealLayout.keyring.rawValue
        else { return nil }
        return sealed[1..<headerLength].reduce(0) { $0 << 8 | Int($1) }
    }

    /// Whether the current key sealed it; otherwise it is to be sealed anew after a rotation.
    public func isCurrent(_ sealed: [UInt8]) -> Bool { Self.keyNumber(of: sealed) == current }

    private static let headerLength = 5

    private func sealingKey(of key: Key, _ purpose: KeyPurpose) -> KeyMemory {
        key.memory.subkey(purpose.rawValue, context: "tiruseal")
    }

    private func key(_ number: Int) throws(SealError) -> Key {
        guard let key = keys.first(where: { $0.number == number }) else { throw .unknownKey(number: number) }
        return key
    }
}

extension Keyring {
    /// A number for a text that only this keyring can compute: equal texts can be found without reading them. A citizen
    /// number has too few possibilities for a hash without a key.
    ///
    /// Keyed BLAKE2b-256 under a key of its own, other than the one that seals. Keep the key's number (`current`)
    /// beside it; after a rotation it is computed anew.
    ///
    /// - Parameter text: as it is to be compared; blanks and capitals count.
    /// - Returns: 64 hexadecimal digits.
    /// - Source: RFC 7693
    public func fingerprint(of text: String, for purpose: KeyPurpose) -> String {
        fingerprint(of: text, by: currentKey, purpose)
    }

    /// The fingerprint under an older key, for comparing with those that were not computed anew yet.
    /// - Throws: `.unknownKey`.
    public func fingerprint(of text: String, for purpose: KeyPurpose, key number: Int) throws(SealError) -> String {
        fingerprint(of: text, by: try key(number), purpose)
    }

    private func fingerprint(of text: String, by key: Key, _ purpose: KeyPurpose) -> String {
        let subkey = key.memory.subkey(purpose.rawValue, context: "tirufind")
        return Hexadecimal.text(keyedHash(Array(text.utf8), subkey))
    }
}

/// Keyed BLAKE2b with 32 bytes of key and of digest.
/// - Source: RFC 7693
func keyedHash(_ bytes: [UInt8], _ key: KeyMemory) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    key.read { key in
        _ = crypto_generichash(&digest, digest.count, bytes, UInt64(bytes.count), key, KeyMemory.length)
    }
    return digest
}
