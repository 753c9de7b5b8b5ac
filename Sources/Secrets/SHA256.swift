internal import CSodium

/// SHA-256 of bytes that may come in pieces.
/// - Source: FIPS 180-4, section 6.2
public struct SHA256: Sendable {
    private var state = crypto_hash_sha256_state()

    public init() {
        Sodium.start()
        crypto_hash_sha256_init(&state)
    }

    /// The next piece; how the whole is cut makes no difference.
    public mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { add($0) }
    }

    /// The next piece where it lies in memory, so that a buffer of the network need not be copied.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        crypto_hash_sha256_update(
            &state, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(bytes.count))
    }

    /// 64 hexadecimal digits for all that was added so far; more may be added afterwards.
    public var hex: String {
        var ending = state
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256_final(&ending, &digest)
        return Hexadecimal.text(digest)
    }

    /// 64 hexadecimal digits.
    public static func hex(of bytes: [UInt8]) -> String {
        var hash = SHA256()
        hash.add(bytes)
        return hash.hex
    }
}

enum Hexadecimal {
    /// Two small digits for each byte.
    static func text(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let letters = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: letters, as: UTF8.self)
    }
}
