import Foundation
import Register

/// Numbers and addresses of a row that mean somebody or something.
extension RowCells {
    mutating func nib() -> NIB? {
        guard let text = raw(reporting: .nib) else { return nil }
        if let nib = NIB(text) { return nib }
        let digits = text.filter { !$0.isWhitespace && $0 != "." && $0 != "-" && $0 != "'" }
        // The second number of "1234567890123/2021" is the year it was given.
        let number = digits.split(whereSeparator: { $0 == "/" || $0 == "(" }).first.map(String.init) ?? digits
        if let nib = NIB(number) { return nib }
        let isRounded = Self.isRounded(text)
        fault(.nib, text, isRounded ? .roundedNumber : .notANIB, isRounded ? [] : ["\(number.count)"])
        return nil
    }

    /// What a spreadsheet makes of a long number: `1,23457E+12`.
    private static func isRounded(_ text: String) -> Bool {
        text.lowercased().contains("e+") && text.contains { $0.isNumber }
    }

    mutating func nik() -> NIK? {
        guard let text = raw(reporting: .ownerNIK) else { return nil }
        do {
            return try NIK(text.filter { !$0.isWhitespace && $0 != "." && $0 != "-" && $0 != "'" })
        } catch {
            fault(.ownerNIK, "", error == .rounded ? .roundedNumber : .notANIK, [error.rawValue])
            return nil
        }
    }

    /// Digits with the country code. Of two numbers in one cell the first is kept.
    mutating func phone() -> String? {
        guard let text = raw(reporting: .phone) else { return nil }
        guard let digits = Self.phoneDigits(text) else {
            fault(.phone, text, Self.isRounded(text) ? .roundedNumber : .notAPhone)
            return nil
        }
        return digits
    }

    private static func phoneDigits(_ text: String) -> String? {
        var digits: [UInt8] = []
        var hasPlus = false
        var last: UInt8 = 0
        reading: for byte in text.utf8 {
            defer { last = byte }
            switch byte {
            case 0x30...0x39: digits.append(byte)
            case UInt8(ascii: "+"):
                if !digits.isEmpty { break reading }
                hasPlus = true
            case UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), 0x0A:
                if digits.count >= 7 { break reading }
                return nil
            // A blank between two whole numbers parts them.
            case UInt8(ascii: " ") where digits.count >= 10 && text.utf8.count >= 2 * digits.count: break reading
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."),
                UInt8(ascii: "'"), 0x09, 0xC2, 0xA0:
                continue
            default:
                // "081234567890 (Wayan)"; a letter between digits is a slip.
                if digits.count >= 9, last == UInt8(ascii: " ") || last == UInt8(ascii: "(") { break reading }
                return nil
            }
        }
        guard (7...15).contains(digits.count) else { return nil }
        let number = String(decoding: digits, as: UTF8.self)
        if number.hasPrefix("620") { return "62" + number.dropFirst(3) }
        if hasPlus || number.hasPrefix("62") && digits.count >= 10 { return number }
        if number.hasPrefix("0") { return "62" + number.drop { $0 == "0" } }
        // A spreadsheet takes the zero away from the beginning; without it, and as short, the town is not known.
        return digits.count >= 9 ? "62" + number : nil
    }

    mutating func email() -> String? {
        guard let text = raw(reporting: .email) else { return nil }
        if Self.isAddress(text) { return Self.small(text) }
        // Of two addresses in one cell the first is kept.
        let first = text.split { $0 == "," || $0 == ";" || $0 == "/" }.first.map(String.init) ?? text
        let address = first.trimmingCharacters(in: .whitespaces)
        guard Self.isAddress(address) else {
            fault(.email, text, .notAnEmail)
            return nil
        }
        return Self.small(address)
    }

    private static func small(_ address: String) -> String {
        address.utf8.contains { (0x41...0x5A).contains($0) } ? address.lowercased() : address
    }

    private static func isAddress(_ text: String) -> Bool {
        guard (3...254).contains(text.utf8.count) else { return false }
        let (at, point) = (UInt8(ascii: "@"), UInt8(ascii: "."))
        var last = at
        var hasHost = false
        var hasPoint = false
        for byte in text.utf8 {
            // The first sign, and those after "@" and ".", are of a name.
            if last == at || last == point, byte == at || byte == point { return false }
            guard byte > 0x20, byte < 0x7F, !",;/()<>\"".utf8.contains(byte) else { return false }
            if byte == at {
                if hasHost { return false }
                hasHost = true
            }
            if hasHost, byte == point { hasPoint = true }
            last = byte
        }
        return hasPoint && last != point && last != at
    }

    mutating func industry(_ known: inout IndustryMemory) -> IndustryCode? {
        guard let text = raw(reporting: .industry) else { return nil }
        guard let code = known.code(text) else {
            fault(.industry, text, .unknownIndustry)
            return nil
        }
        return code
    }

    mutating func position() -> Coordinates? {
        guard let south = degrees(.latitude), let east = degrees(.longitude) else { return nil }
        // Indonesia lies between 6° north and 11° south, 95° and 141° east.
        guard let place = Coordinates(latitude: south, longitude: east), (-11.5...6.5).contains(south),
            (94.5...141.5).contains(east)
        else {
            fault(.latitude, shown(.latitude) + ", " + shown(.longitude), .notOnTheGlobe)
            return nil
        }
        return place
    }

    private mutating func degrees(_ field: EnterpriseField) -> Double? {
        guard let text = raw(reporting: field) else { return nil }
        let plain = text.filter { !$0.isWhitespace }.replacing(",", with: ".")
        guard let number = Double(plain), number.isFinite else {
            fault(field, text, .notANumber)
            return nil
        }
        return number
    }
}
