/// Base32 for people: letters that are typed or read aloud.
enum Base32 {
    /// As authenticator programs read secrets: A–Z and 2–7.
    /// - Source: RFC 4648, section 6
    static let standard = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// Digits and letters without I, L, O and U, which are misread.
    /// - Source: Crockford (2002)
    static let crockford = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// Five bits to a letter, the last ones filled up with zeros, no padding.
    static func text(_ bytes: [UInt8]) -> String {
        var letters: [UInt8] = []
        var (bits, count) = (0, 0)
        for byte in bytes {
            bits = (bits << 8 | Int(byte)) & 0xFFFF
            count += 8
            while count >= 5 {
                count -= 5
                letters.append(standard[bits >> count & 31])
            }
        }
        if count > 0 { letters.append(standard[bits << (5 - count) & 31]) }
        return String(decoding: letters, as: UTF8.self)
    }
}
