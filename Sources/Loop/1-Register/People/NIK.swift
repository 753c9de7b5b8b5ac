/// A citizen number (Nomor Induk Kependudukan): six digits of the place of first registration, the day of birth
/// (plus 40 for a woman), month and year, and a serial number of four digits.
///
/// It never shows itself: printed, dumped or interpolated it is `••••••••••••1234`, and it has no coding, so that
/// it cannot slip into a log, a page or an export. Whoever seals it asks for `digitsToSeal`, by name.
///
/// The structure is checked, not the truth: districts are founded and merged, and the number stays for life.
///
/// - Source: Dukcapil, meaning of the sixteen digits
public struct NIK: Hashable, Sendable {
    /// All sixteen digits, in clear. For sealing and for the keyed hash, nothing else.
    public let digitsToSeal: String

    /// - Throws: `NIKRefusal`, the first that applies, reading from the left. It does not carry the number.
    public init(_ text: String) throws(NIKRefusal) {
        let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isNumber else { throw Self.isRounded(text) ? .rounded : .sign }
        guard text.utf8.count == 16 else { throw .length }
        let pairs = Self.pairs(of: text)
        guard pairs[0] >= 11, pairs[1] >= 1, pairs[2] >= 1 else { throw .place }
        guard (1...31).contains(pairs[3]) || (41...71).contains(pairs[3]) else { throw .day }
        guard (1...12).contains(pairs[4]) else { throw .month }
        guard pairs[6] > 0 || pairs[7] > 0 else { throw .serial }
        digitsToSeal = text
    }

    public var lastFour: LastFour { LastFour(verified: String(digitsToSeal.suffix(4))) }

    /// The last four digits of a citizen number, which tell two persons of one name apart and no more.
    public struct LastFour: Hashable, Sendable, CustomStringConvertible {
        public let text: String

        /// - Returns: `nil` unless the text is four digits 0–9.
        public init?(_ text: String) {
            guard text.utf8.count == 4,
                text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
            else { return nil }
            self.text = text
        }

        init(verified text: String) { self.text = text }

        /// The masked number, `••••••••••••1234`.
        public var description: String { String(repeating: "•", count: 12) + text }
    }

    private static func pairs(of text: String) -> [Int] {
        let digits = text.utf8.map { Int($0 - UInt8(ascii: "0")) }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] * 10 + digits[$0 + 1] }
    }

    /// What a spreadsheet makes of a long number: `3,60204E+15`.
    private static func isRounded(_ text: String) -> Bool {
        text.utf8.allSatisfy { "0123456789.,eE+".utf8.contains($0) } && text.lowercased().contains("e+")
    }
}

extension NIK: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { lastFour.description }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

/// Why a text is no citizen number. The raw value is the stable code of the refusal.
public enum NIKRefusal: String, Error, Sendable, CaseIterable {
    /// Something else than a digit. Remedy: take out blanks, points and hyphens.
    case sign = "nik-sign"
    /// A spreadsheet has rounded the number, and its last digits are lost. Remedy: enter it again, as text.
    case rounded = "nik-rounded"
    /// Not sixteen digits.
    case length = "nik-length"
    /// The first six digits cannot be a province, a regency and a district.
    case place = "nik-place"
    /// Digits seven and eight are neither 01–31 nor 41–71.
    case day = "nik-day"
    case month = "nik-month"
    /// The serial number is 0000; Excel keeps fifteen digits and turns what follows into zeros.
    case serial = "nik-serial"
}
