internal import CSodium

/// The key of one person, which seals what is known of that person wherever it is kept: rows, events, old backups.
///
/// It is kept once, sealed by the keyring. When that one row is destroyed, everything this key sealed is erased with it,
/// also where it cannot be deleted; the chain of events still holds, because it hashes ciphertext.
public struct PersonKey: Sendable, Unspoken {
    private let memory: KeyMemory

    /// A new key.
    public static func random() -> PersonKey { PersonKey(memory: .random()) }

    /// - Parameters:
    ///   - sealed: what `sealed(by:person:)` gave for the same person.
    ///   - person: the person's identifier.
    /// - Throws: as `Keyring.open`; `.malformed` also when what was sealed is no key.
    public init(opening sealed: [UInt8], by keyring: Keyring, person: String) throws(SealError) {
        var bytes = try keyring.open(sealed, for: .personKey, bound: Self.place(of: person))
        defer { Sodium.wipe(&bytes) }
        guard bytes.count == KeyMemory.length else { throw .malformed }
        memory = KeyMemory { $0.update(from: bytes, count: KeyMemory.length) }
    }

    /// The form in which the database keeps it.
    public func sealed(by keyring: Keyring, person: String) -> [UInt8] {
        var bytes = memory.read { Array(UnsafeBufferPointer(start: $0, count: KeyMemory.length)) }
        defer { Sodium.wipe(&bytes) }
        return keyring.seal(bytes, for: .personKey, bound: Self.place(of: person))
    }

    /// Encrypts so that any change shows; see `Keyring.seal`.
    /// - Parameter place: where it will be kept, such as `event:912:before`.
    /// - Returns: 1 byte layout, 24 bytes nonce, ciphertext and 16 bytes tag.
    public func seal(_ bytes: [UInt8], bound place: String) -> [UInt8] {
        Sealing.seal(bytes, header: [SealLayout.person.rawValue], boundTo: place, with: memory)
    }

    /// What was sealed.
    /// - Throws: `.malformed`, `.forged` (also when another person's key sealed it).
    public func open(_ sealed: [UInt8], bound place: String) throws(SealError) -> [UInt8] {
        guard sealed.first == SealLayout.person.rawValue else { throw .malformed }
        return try Sealing.open(sealed, header: 1, boundTo: place, with: memory)
    }

    private static func place(of person: String) -> String { "person:\(person):key" }

    private init(memory: KeyMemory) { self.memory = memory }
}
