/// How the letters of a CSV file are written.
public enum TextEncoding: String, Sendable {
    case utf8 = "UTF-8"
    /// Among the first bytes are some that are no UTF-8. Each cell is read as UTF-8 where it is UTF-8 and as Windows-1252
    /// where it is not: offices paste the one into the other.
    case windows1252 = "Windows-1252"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"

    /// By the mark in front, by where zeros stand, by what is no UTF-8.
    init(of head: [UInt8]) {
        if head.starts(with: [0xFF, 0xFE]) {
            self = .utf16LittleEndian
        } else if head.starts(with: [0xFE, 0xFF]) {
            self = .utf16BigEndian
        } else if let unmarked = Self.unmarked(head) {
            self = unmarked
        } else {
            // The last letter may be cut.
            let cut = head.count - (head.suffix(4).lastIndex { $0 < 0x80 || $0 >= 0xC0 } ?? head.count)
            let whole = head.count < 64 << 10 || cut > 3 ? head[...] : head.dropLast(cut)
            self = String(validating: whole, as: UTF8.self) == nil ? .windows1252 : .utf8
        }
    }

    /// UTF-16 without a mark: letters of ours have a zero beside each of them.
    private static func unmarked(_ head: [UInt8]) -> TextEncoding? {
        let pairs = head.count / 2
        guard pairs >= 4 else { return nil }
        let even = stride(from: 0, to: pairs * 2, by: 2).count { head[$0] == 0 }
        let odd = stride(from: 1, to: pairs * 2, by: 2).count { head[$0] == 0 }
        if odd * 10 > pairs * 7, even * 10 < pairs { return .utf16LittleEndian }
        if even * 10 > pairs * 7, odd * 10 < pairs { return .utf16BigEndian }
        return nil
    }
}

/// UTF-16 as UTF-8, as it arrives.
struct UTF16Text {
    private let isBigEndian: Bool
    private var isAtStart = true
    /// A half of a unit, or of a letter of two units, whose other half is still on the way.
    private var odd: UInt8?
    private var high: UInt16?

    init(isBigEndian: Bool) { self.isBigEndian = isBigEndian }

    mutating func utf8(_ block: [UInt8]) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(block.count / 2 + 2)
        if let high { units.append(high) }
        high = nil
        for byte in block {
            guard let first = odd else {
                odd = byte
                continue
            }
            odd = nil
            let (one, two) = (UInt16(first), UInt16(byte))
            units.append(isBigEndian ? one << 8 | two : two << 8 | one)
        }
        if isAtStart, units.first == 0xFEFF { units.removeFirst() }
        isAtStart = isAtStart && units.isEmpty
        if let last = units.last, UTF16.isLeadSurrogate(last) { high = units.removeLast() }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}

/// Letters of Windows-1252.
enum Windows1252 {
    /// What the bytes 0x80…0x9F stand for; those that stand for nothing stay what they are.
    private static let upper: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let units = bytes.map { (0x80...0x9F).contains($0) ? upper[Int($0) - 0x80] : UInt16($0) }
        return String(decoding: units, as: UTF16.self)
    }
}
