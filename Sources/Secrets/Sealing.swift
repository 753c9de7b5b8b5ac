internal import CSodium

/// Why sealed bytes are not opened.
public enum SealError: Error, Hashable, Sendable {
    /// Sealed by a key that the keyring does not hold.
    case unknownKey(number: Int)
    /// Changed since, moved from another place, or sealed for another purpose; or no such key ever sealed it.
    case forged
    /// Not the layout of sealed bytes.
    case malformed
}

/// Encryption that also shows any change: XChaCha20-Poly1305 with a random nonce.
///
/// What is sealed is bound to a place ("person:7:nik"). The place is not stored; whoever opens must know it, so that a
/// ciphertext copied to another row does not open there. The header is bound in the same way.
enum Sealing {
    static let nonceLength = 24
    static let tagLength = 16

    /// - Returns: header, 24 bytes nonce, ciphertext with its tag of 16 bytes.
    static func seal(_ bytes: [UInt8], header: [UInt8], boundTo place: String, with key: KeyMemory) -> [UInt8] {
        let nonce = Sodium.random(nonceLength)
        let bound = header + Array(place.utf8)
        var ciphertext = [UInt8](repeating: 0, count: bytes.count + tagLength)
        key.read { key in
            _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
                &ciphertext, nil, bytes, UInt64(bytes.count), bound, UInt64(bound.count), nil, nonce, key)
        }
        return header + nonce + ciphertext
    }

    /// - Parameter header: how many bytes of what was sealed are its header.
    /// - Throws: `.malformed` when too short, `.forged`.
    static func open(
        _ sealed: [UInt8], header: Int, boundTo place: String, with key: KeyMemory
    ) throws(SealError) -> [UInt8] {
        guard sealed.count >= header + nonceLength + tagLength else { throw .malformed }
        let bound = sealed[..<header] + Array(place.utf8)
        let nonce = Array(sealed[header..<header + nonceLength])
        let ciphertext = Array(sealed[(header + nonceLength)...])
        var bytes = [UInt8](repeating: 0, count: ciphertext.count - tagLength)
        let answer = key.read { key in
            crypto_aead_xchacha20poly1305_ietf_decrypt(
                &bytes, nil, nil, ciphertext, UInt64(ciphertext.count), Array(bound), UInt64(bound.count), nonce, key)
        }
        guard answer == 0 else { throw .forged }
        return bytes
    }
}

/// The first byte of everything sealed: which layout follows. A number is never given a second meaning.
enum SealLayout: UInt8 {
    /// Four bytes key number, then as `Sealing` says.
    case keyring = 1
    /// As `Sealing` says, under the key of one person.
    case person = 2
}
