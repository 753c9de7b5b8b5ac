import Foundation
import Register

/// How the numbers of a column are written.
public enum NumberStyle: String, Sendable, CaseIterable, Codable {
    /// `1.200,50`
    case indonesian
    /// `1,200.50`
    case english
}

/// What the texts of a column tell about how numbers are written in it.
public struct StyleEvidence: Sendable, Equatable {
    public var indonesian = 0
    public var english = 0
    /// `1.200` or `1,200`: thousands, or a number with three decimals.
    public var undecided = 0
    /// An undecided one, to show to whoever decides.
    public var example: String?

    /// - Returns: `nil` where the column speaks for both, or for neither.
    public var style: NumberStyle? {
        if indonesian > 0, english == 0 { return .indonesian }
        if english > 0, indonesian == 0 { return .english }
        return nil
    }

    mutating func add(_ text: String, _ kind: NumberText.Kind = .money) {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }) else { return }
        switch NumberText(text, kind).sign {
        case .none: return
        case .decides(.indonesian): indonesian += 1
        case .decides(.english): english += 1
        case .undecided:
            undecided += 1
            if example == nil { example = String(text.prefix(40)) }
        }
    }
}

/// A number as somebody wrote it: "Rp 1.250.000,-", "1,2 jt", "500 ribu".
struct NumberText {
    enum Sign: Equatable {
        case none
        case decides(NumberStyle)
        case undecided
    }

    /// What is counted: by that a word behind the number is understood. "5 m" is five thousand millions of money and
    /// five metres of cloth.
    enum Kind: Sendable {
        case money, people, measure

        init(_ field: EnterpriseField) {
            switch field {
            case .capacity: self = .measure
            case .men, .women: self = .people
            default: self = .money
            }
        }
    }

    /// Digits, points, commas, blanks between digits and a minus before them.
    private var digits: [UInt8] = []
    /// What a word behind it multiplies it by.
    private var factor = 1.0
    private var isReadable = true
    /// The unit that stands behind a measure.
    private(set) var unit: String?

    init(_ text: String, _ kind: Kind = .money) {
        var letters: [UInt8] = []
        var isAfter = false
        var isBlank = false
        for byte in text.utf8 {
            switch byte {
            case Self.zero...Self.nine, Self.point, Self.comma, Self.minus:
                // "Rp." before the number.
                if digits.isEmpty, byte == Self.point || byte == Self.comma { continue }
                // ",-" behind it; more digits make it two numbers.
                if isAfter, byte >= Self.zero { isReadable = false }
                if isAfter { continue }
                // "Rp - 5", "1 200 500".
                if isBlank, byte >= Self.zero, digits.last.map({ $0 >= Self.zero }) ?? false {
                    digits.append(Self.blank)
                }
                isBlank = false
                digits.append(byte)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                letters.append(byte | 0x20)
                if !digits.isEmpty { isAfter = true }
            // Also the blank that does not break.
            case Self.blank, 0xC2, 0xA0: isBlank = true
            case UInt8(ascii: "'"), UInt8(ascii: "+"): continue
            default: isReadable = false
            }
        }
        while let last = digits.last, last < Self.zero { digits.removeLast() }
        read(letters, kind)
        if digits.isEmpty || digits.dropFirst().contains(Self.minus) { isReadable = false }
    }

    private mutating func read(_ letters: [UInt8], _ kind: Kind) {
        guard !letters.isEmpty else { return }
        var word = String(decoding: letters, as: UTF8.self)
        if kind == .money {
            for currency in ["rp", "idr"] where word.hasPrefix(currency) { word.removeFirst(currency.count) }
            for currency in ["rupiah", "rp"] where word.hasSuffix(currency) { word.removeLast(currency.count) }
        }
        if let factor = Self.factors[word] ?? (kind == .money ? Self.moneyFactors[word] : nil) {
            self.factor = factor
        } else if kind == .measure, Self.units.contains(word) {
            unit = word
        } else if kind != .people || !Self.people.contains(word) {
            isReadable = false
        }
    }

    private static let factors: [String: Double] = ["": 1, "rb": 1e3, "ribu": 1e3, "jt": 1e6, "jta": 1e6, "juta": 1e6]
    private static let moneyFactors: [String: Double] = [
        "k": 1e3, "m": 1e9, "ml": 1e9, "mlr": 1e9, "miliar": 1e9, "milyar": 1e9, "t": 1e12, "triliun": 1e12,
        "trilyun": 1e12,
    ]
    private static let people: Set = ["orang", "org", "jiwa", "pekerja", "karyawan", "tk"]
    private static let units: Set = [
        "kg", "kilogram", "ton", "kw", "kwintal", "kuintal", "gr", "gram", "ons", "liter", "ltr", "lt", "l", "ml", "m",
        "meter", "mtr", "pcs", "pc", "buah", "bh", "biji", "lembar", "lbr", "helai", "potong", "ptg", "unit", "set",
        "pasang", "psg", "kodi", "lusin", "bungkus", "bks", "pak", "pack", "dus", "karton", "botol", "btl", "toples",
        "kaleng", "stel", "ekor", "butir", "batang", "porsi", "loyang", "kotak", "box", "sak", "karung", "rol", "roll",
    ]

    private static let zero = UInt8(ascii: "0")
    private static let nine = UInt8(ascii: "9")
    private static let point = UInt8(ascii: ".")
    private static let comma = UInt8(ascii: ",")
    private static let minus = UInt8(ascii: "-")
    private static let blank = UInt8(ascii: " ")

    /// What it tells about how numbers are written; what is no number under either style tells nothing.
    var sign: Sign {
        guard isReadable, let last = digits.lastIndex(where: { $0 == Self.point || $0 == Self.comma }) else {
            return .none
        }
        let isLastPoint = digits[last] == Self.point
        let isDecimal: Bool
        if digits[..<last].contains(where: { $0 == Self.point || $0 == Self.comma }) {
            isDecimal = digits[..<last].contains(isLastPoint ? Self.comma : Self.point)
        } else {
            let before = digits[..<last].drop { $0 == Self.minus }
            // "1.200 jt" is left open too: thousand millions, or one and a fifth.
            if digits.count - last - 1 == 3, before.count <= 3, before.first != Self.zero { return .undecided }
            isDecimal = true
        }
        let style: NumberStyle = isDecimal == isLastPoint ? .english : .indonesian
        return value(style) == nil ? .none : .decides(style)
    }

    /// - Parameter style: `nil` where the column left it open: an undecided sign is then one of thousands.
    /// - Returns: `nil` for what is no number, or none in this style.
    func value(_ style: NumberStyle?) -> Double? {
        guard isReadable else { return nil }
        // A single number may be clear by itself where the column is not.
        var style = style
        if style == nil, case .decides(let own) = sign { style = own }
        let decimal: UInt8? =
            switch style {
            case .indonesian: Self.comma
            case .english: Self.point
            case nil: nil
            }
        let whole = digits.prefix { $0 != decimal }
        let fraction = digits.dropFirst(whole.count + 1)
        guard isGrouped(whole), fraction.allSatisfy({ $0 >= Self.zero }) else { return nil }
        return number(whole, fraction).map { $0 * factor }
    }

    private func number(_ whole: ArraySlice<UInt8>, _ fraction: ArraySlice<UInt8>) -> Double? {
        // Fifteen digits and a power of ten are exact, and so is the nearest of their quotient.
        guard whole.count + fraction.count <= 15 else {
            var plain = whole.filter { $0 >= Self.zero || $0 == Self.minus }
            if !fraction.isEmpty { plain += [Self.point] + fraction }
            return Double(String(decoding: plain, as: UTF8.self))
        }
        var mantissa = 0
        for byte in whole where byte >= Self.zero { mantissa = mantissa * 10 + Int(byte - Self.zero) }
        var power = 1
        for byte in fraction {
            mantissa = mantissa * 10 + Int(byte - Self.zero)
            power *= 10
        }
        return Double(whole.first == Self.minus ? -mantissa : mantissa) / Double(power)
    }

    /// Whether the signs between thousands are one kind of sign, with three digits behind each and one to three before
    /// the first.
    private func isGrouped(_ whole: ArraySlice<UInt8>) -> Bool {
        var sign: UInt8?
        var run = 0
        var isWhole = false
        for byte in whole where byte != Self.minus {
            guard byte < Self.zero else {
                run += 1
                isWhole = true
                continue
            }
            guard sign == nil ? (1...3).contains(run) : sign == byte && run == 3 else { return false }
            sign = byte
            run = 0
        }
        // "0.500" is no thousand.
        let first = whole.first { $0 != Self.minus }
        return isWhole && (sign == nil || run == 3 && first != Self.zero)
    }
}
