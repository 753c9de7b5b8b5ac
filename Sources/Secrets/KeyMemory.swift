internal import CSodium

/// The 32 bytes of a key, overwritten with zeros when nobody holds them any more.
///
/// An array would leave copies behind wherever it was handed on; this is one place in memory, shared.
///
/// `@unchecked Sendable` is right because the bytes are written before `init` returns and never again until `deinit`,
/// which runs when no one else can read them.
final class KeyMemory: @unchecked Sendable {
    static let length = 32

    private let bytes: UnsafeMutablePointer<UInt8>

    /// - Parameter fill: writes all 32 bytes; what it throws leaves nothing behind.
    init<Failure: Error>(_ fill: (UnsafeMutablePointer<UInt8>) throws(Failure) -> Void) throws(Failure) {
        Sodium.start()
        bytes = .allocate(capacity: Self.length)
        bytes.initialize(repeating: 0, count: Self.length)
        try fill(bytes)
    }

    static func random() -> KeyMemory {
        KeyMemory { randombytes_buf($0, length) }
    }

    deinit {
        sodium_memzero(bytes, Self.length)
        bytes.deallocate()
    }

    func read<Answer, Failure: Error>(_ body: (UnsafePointer<UInt8>) throws(Failure) -> Answer) throws(Failure)
        -> Answer
    {
        try body(UnsafePointer(bytes))
    }

    /// A key for one kind of use, from which neither this key nor one for another kind can be told.
    ///
    /// - Parameters:
    ///   - number: of the use; never given a second meaning.
    ///   - context: what is done with it, eight ASCII letters.
    func subkey(_ number: UInt64, context: String) -> KeyMemory {
        precondition(context.utf8.count == Int(crypto_kdf_CONTEXTBYTES), "a context has eight letters")
        return KeyMemory { crypto_kdf_derive_from_key($0, Self.length, number, context, bytes) }
    }
}
