internal import CSodium
import Foundation

/// What is kept of a password: enough to recognise it, far too costly to find it out by trying.
///
/// Argon2id with 19 MiB, two passes and one lane: about 20 milliseconds of one core. That is long for a thread that
/// answers requests, so callers compute it beside them.
/// - Source: RFC 9106; OWASP Password Storage Cheat Sheet, Argon2id
public enum PasswordHash {
    /// A password that is not hashed.
    public enum Refusal: Error, Hashable, Sendable {
        /// Longer than `mostBytes` in UTF-8.
        case tooLong
        /// The machine has no 19 MiB left; nothing is wrong with the password.
        case outOfMemory
    }

    /// The longest password that is read, in bytes of UTF-8 after normalisation.
    public static let mostBytes = 1_024

    /// A hash with a salt of its own.
    ///
    /// - Parameter password: any text; what looks the same counts as the same however it was typed (NFC).
    /// - Returns: the hash with its salt and cost as text, at most 127 ASCII characters, beginning with `$argon2id$`.
    public static func make(_ password: String) throws(Refusal) -> String {
        guard let letters = letters(of: password) else { throw .tooLong }
        Sodium.start()
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let answer = crypto_pwhash_str_alg(
            &text, letters, UInt64(letters.count), passes, memory, crypto_pwhash_ALG_ARGON2ID13)
        guard answer == 0 else { throw .outOfMemory }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether this is the password of which the hash was made. For an account that does not exist, ask with `decoy`.
    public static func verify(_ password: String, against hash: String) -> Bool {
        guard let letters = letters(of: password), hash.hasPrefix(prefix) else { return false }
        Sodium.start()
        return crypto_pwhash_str_verify(hash, letters, UInt64(letters.count)) == 0
    }

    /// Whether the hash was made at another cost, or is none; then it is made anew when its owner next signs in.
    public static func needsRehash(_ hash: String) -> Bool {
        !hash.hasPrefix(prefix) || crypto_pwhash_str_needs_rehash(hash, passes, memory) != 0
    }

    /// A hash that no password has, at the same cost: verifying against it takes as long as against a real one, so
    /// the time of an answer does not tell which accounts exist. (Salt and hash are random; nothing was hashed.)
    public static let decoy: String = {
        let salt = Base64.text(Sodium.random(16), .unpadded)
        return "\(prefix)v=19$m=19456,t=2,p=1$\(salt)$\(Base64.text(Sodium.random(32), .unpadded))"
    }()

    private static let prefix = "$argon2id$"
    private static let passes: UInt64 = 2
    private static let memory = 19_456 * 1_024

    private static func letters(of password: String) -> [CChar]? {
        normalised(password)?.utf8.map { CChar(bitPattern: $0) }
    }

    /// The password in the one spelling that is hashed (NFC); `nil` when it is too long.
    static func normalised(_ password: String) -> String? {
        // Looked at before it is normalised too: that work should not be at the mercy of whoever asks. NFC makes a
        // text at most three times shorter.
        guard password.utf8.count <= 3 * mostBytes else { return nil }
        let password = password.precomposedStringWithCanonicalMapping
        return password.utf8.count <= mostBytes ? password : nil
    }
}
