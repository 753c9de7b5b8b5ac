public import Foundation

/// The identifier of a thing in the register: a UUID of version 7. Its first 48 bits are the millisecond of its
/// making, so identifiers sort by age, and rows made together lie together in the database.
///
/// Written in one way only, lower case with four hyphens, because a second spelling would be a second address of
/// the same page. It tells when a thing was entered: do not give one to a thing whose date of entry is secret.
///
/// - Source: RFC 9562, section 5.7
public struct Identifier: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Milliseconds since 1970 (48 bits), the version (4 bits) and `rand_a` (12 bits).
    let high: UInt64
    /// The variant (2 bits) and `rand_b` (62 bits).
    let low: UInt64

    /// A new identifier.
    /// - Parameters:
    ///   - instant: the time now, rounded to the millisecond; before 1970 it counts as 1970.
    ///   - random: 74 bits are drawn from it. In the running product the system's generator, nothing weaker.
    public init(at instant: Date, using random: inout some RandomNumberGenerator) {
        let counter = random.next() & Self.counterMask
        self.init(milliseconds: Self.milliseconds(of: instant), counter: counter, tail: random.next())
    }

    /// - Returns: `nil` unless the text is a UUID of version 7 in its canonical lower-case form.
    public init?(_ text: String) {
        var digits: [UInt64] = []
        for (position, byte) in text.utf8.enumerated() {
            guard position < Self.length else { return nil }
            if Self.hyphens.contains(position) {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = Self.digits.firstIndex(of: byte) else { return nil }
            digits.append(UInt64(digit))
        }
        guard digits.count == 32, digits[12] == 7, (8...11).contains(digits[16]) else { return nil }
        high = digits[..<16].reduce(0) { $0 << 4 | $1 }
        low = digits[16...].reduce(0) { $0 << 4 | $1 }
    }

    init(milliseconds: UInt64, counter: UInt64, tail: UInt64) {
        high = min(milliseconds, Self.lastMillisecond) << 16 | 0x7000 | counter & Self.counterMask
        low = tail & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    }

    /// When it was made, to the millisecond.
    public var instant: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    /// The canonical form, such as `017f22e2-79b0-7cc3-98c4-dc0c0c07398f`.
    public var text: String {
        var bytes: [UInt8] = []
        for half in [high, low] {
            for shift in stride(from: UInt64(60), through: 0, by: -4) {
                if Self.hyphens.contains(bytes.count) { bytes.append(UInt8(ascii: "-")) }
                bytes.append(Self.digits[Int(half >> shift & 0xF)])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    public var description: String { text }

    public static func < (left: Identifier, right: Identifier) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    var milliseconds: UInt64 { high >> 16 }
    var counter: UInt64 { high & Self.counterMask }

    static let counterMask: UInt64 = 0xFFF
    /// In the year 10889.
    static let lastMillisecond: UInt64 = 0xFFFF_FFFF_FFFF

    static func milliseconds(of instant: Date) -> UInt64 {
        let milliseconds = (instant.timeIntervalSince1970 * 1000).rounded()
        guard milliseconds > 0 else { return 0 }
        return milliseconds < Double(lastMillisecond) ? UInt64(milliseconds) : lastMillisecond
    }

    private static let length = 36
    private static let hyphens = [8, 13, 18, 23]
    private static let digits = Array("0123456789abcdef".utf8)
}

extension Identifier: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let identifier = Identifier(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "not a UUID of version 7 in canonical form")
        }
        self = identifier
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
