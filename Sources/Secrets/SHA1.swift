/// SHA-1, for time codes only: authenticator programs know no other, and HMAC does not rest on what is broken in it.
/// For anything else use `SHA256`. (libsodium leaves it out, rightly.)
/// - Source: RFC 3174, sections 4 to 6; RFC 2104
enum SHA1 {
    /// 20 bytes.
    static func digest(_ bytes: [UInt8]) -> [UInt8] {
        let padded = padded(bytes)
        var state: [UInt32] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0]
        for start in stride(from: 0, to: padded.count, by: blockLength) {
            mix(padded[start..<start + blockLength], into: &state)
        }
        return state.flatMap(bigEndian)
    }

    /// HMAC-SHA-1, 20 bytes.
    static func authentication(of message: [UInt8], key: [UInt8]) -> [UInt8] {
        let short = key.count > blockLength ? digest(key) : key
        let block = short + [UInt8](repeating: 0, count: blockLength - short.count)
        let inner = digest(block.map { $0 ^ 0x36 } + message)
        return digest(block.map { $0 ^ 0x5C } + inner)
    }

    private static let blockLength = 64

    /// A one bit, zeros, and the length in bits as eight bytes, up to whole blocks.
    private static func padded(_ bytes: [UInt8]) -> [UInt8] {
        let zeros = (blockLength + 55 - bytes.count % blockLength) % blockLength
        let bits = UInt64(bytes.count) * 8
        return bytes + [0x80] + [UInt8](repeating: 0, count: zeros) + bigEndian(bits)
    }

    /// One block of 64 bytes; letters as in the source.
    private static func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
        let w = words(of: block)
        var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4])
        for t in 0..<80 {
            let (f, k) = round(t, b, c, d)
            let next = rotated(a, 5) &+ f &+ e &+ w[t] &+ k
            (e, d, c, b, a) = (d, c, rotated(b, 30), a, next)
        }
        for (index, word) in [a, b, c, d, e].enumerated() { state[index] &+= word }
    }

    private static func words(of block: ArraySlice<UInt8>) -> [UInt32] {
        let bytes = Array(block)
        var w = (0..<16).map { word in bytes[4 * word..<4 * word + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } }
        for t in 16..<80 { w.append(rotated(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1)) }
        return w
    }

    private static func round(_ t: Int, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> (f: UInt32, k: UInt32) {
        switch t {
        case ..<20: ((b & c) | (~b & d), 0x5A82_7999)
        case ..<40: (b ^ c ^ d, 0x6ED9_EBA1)
        case ..<60: ((b & c) | (b & d) | (c & d), 0x8F1B_BCDC)
        default: (b ^ c ^ d, 0xCA62_C1D6)
        }
    }

    private static func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 { word << bits | word >> (32 - bits) }
}

/// The bytes of a number, greatest first.
func bigEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
}
