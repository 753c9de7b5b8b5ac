/// 128 bits that say whether two sides hold the same rows in the same order. It finds what was lost or altered on the
/// way; it is no proof against somebody who alters rows on purpose.
///
/// Two FNV-1a sums with different beginnings and multipliers, over a mark of the kind, the length and the bytes of
/// every value.
/// - Source: FNV, section 2 (the first sum; the second is a variation of ours)
struct RowFingerprint {
    private var first: UInt64 = 0xcbf2_9ce4_8422_2325
    private var second: UInt64 = 0x9e37_79b9_7f4a_7c15
    private(set) var rows = 0

    mutating func add(_ values: [SQLValue]) {
        rows += 1
        for value in values {
            switch value {
            case .null: add(mark: 0, count: 0)
            case .integer(let number): add(mark: 1, word: UInt64(bitPattern: Int64(number)))
            case .real(let number): add(mark: 2, word: number.bitPattern)
            case .text(var text): text.withUTF8 { add(mark: 3, $0) }
            case .bytes(let bytes): bytes.withUnsafeBufferPointer { add(mark: 4, $0) }
            }
        }
    }

    /// 32 hexadecimal digits.
    var text: String { hexadecimal(first) + hexadecimal(second) }

    private mutating func add(mark: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) {
        add(mark: mark, count: bytes.count)
        for byte in bytes { add(byte) }
    }

    private mutating func add(mark: UInt8, count: Int) { add(mark: mark, word: UInt64(count)) }

    private mutating func add(mark: UInt8, word: UInt64) {
        add(mark)
        for place in 0..<8 { add(UInt8(truncatingIfNeeded: word >> (8 * UInt64(place)))) }
    }

    private mutating func add(_ byte: UInt8) {
        first = (first ^ UInt64(byte)) &* 0x100_0000_01b3
        // Another odd multiplier, and the high bits brought down again.
        second = (second ^ UInt64(byte)) &* 0xd6e8_feb8_6659_fd93
        second ^= second >> 32
    }

    private func hexadecimal(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
