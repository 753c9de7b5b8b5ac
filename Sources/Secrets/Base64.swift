internal import CSodium

/// Base64 in time that does not depend on the letters.
/// - Source: RFC 4648, sections 4 and 5
enum Base64 {
    enum Alphabet {
        /// With `+`, `/` and padding.
        case standard
        /// With `-` and `_`, for addresses; no padding.
        case url
        /// As `standard` without padding: the parts of a password hash.
        case unpadded

        fileprivate var variant: CInt {
            switch self {
            case .standard: sodium_base64_VARIANT_ORIGINAL
            case .url: sodium_base64_VARIANT_URLSAFE_NO_PADDING
            case .unpadded: sodium_base64_VARIANT_ORIGINAL_NO_PADDING
            }
        }
    }

    static func text(_ bytes: [UInt8], _ alphabet: Alphabet) -> String {
        var letters = letters(of: bytes, count: bytes.count, alphabet)
        defer { Sodium.wipe(&letters) }
        return String(decoding: letters, as: UTF8.self)
    }

    static func letters(of bytes: UnsafePointer<UInt8>, count: Int, _ alphabet: Alphabet) -> [UInt8] {
        // The library ends its text with a zero byte, for which it wants room too.
        let room = sodium_base64_encoded_len(count, alphabet.variant)
        var letters = [CChar](repeating: 0, count: room)
        defer { sodium_memzero(&letters, room) }
        sodium_bin2base64(&letters, room, bytes, count, alphabet.variant)
        return letters.dropLast().map { UInt8(bitPattern: $0) }
    }

    /// - Returns: `nil` unless the letters are the one way to write `count` bytes.
    static func bytes(_ letters: [UInt8], _ alphabet: Alphabet, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return read(letters, alphabet, into: &bytes, count: count) ? bytes : nil
    }

    /// Fills the room exactly.
    /// - Returns: whether the letters are the one way to write `count` bytes.
    static func read(
        _ letters: [UInt8], _ alphabet: Alphabet, into room: UnsafeMutablePointer<UInt8>, count: Int
    ) -> Bool {
        var letters = letters.map { CChar(bitPattern: $0) }
        defer { sodium_memzero(&letters, letters.count) }
        var length = 0
        // Without a place to report where it stopped, the library refuses what it cannot read to the end.
        let answer = sodium_base642bin(
            room, count, letters, letters.count, nil, &length, nil, alphabet.variant)
        return answer == 0 && length == count
    }
}
