/// XML as bytes: tags are made, never pasted; text is escaped.
struct XMLBytes {
    private(set) var bytes: [UInt8] = []

    typealias Attributes = KeyValuePairs<StaticString, String>

    /// A part of a workbook begins so.
    static func part() -> XMLBytes {
        var xml = XMLBytes()
        xml.bytes += Array("<".utf8)
        xml.bytes += Array(#"?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#.utf8)
        return xml
    }

    mutating func open(_ name: StaticString, _ attributes: Attributes = [:]) {
        start(name, attributes)
        bytes.append(UInt8(ascii: ">"))
    }

    /// A tag with nothing in it.
    mutating func empty(_ name: StaticString, _ attributes: Attributes = [:]) {
        start(name, attributes)
        bytes += Array("/>".utf8)
    }

    mutating func close(_ name: StaticString) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(UInt8(ascii: "/"))
        append(name)
        bytes.append(UInt8(ascii: ">"))
    }

    mutating func text(_ text: String) { Self.append(text, to: &bytes) }

    private mutating func start(_ name: StaticString, _ attributes: Attributes) {
        bytes.append(UInt8(ascii: "<"))
        append(name)
        for (key, value) in attributes {
            bytes.append(UInt8(ascii: " "))
            append(key)
            bytes += Array("=\"".utf8)
            Self.append(value, to: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends text; what XML cannot hold is written as `_x000B_`, as spreadsheet programs do.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            if source.contains(where: isSpecial) {
                appendSpecial(source, to: &bytes)
            } else {
                bytes.append(contentsOf: source)
            }
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        // The last is the first byte of U+FFFE and U+FFFF among others.
        byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "_") || byte == 0xEF
    }

    private static func appendSpecial(_ source: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        for place in source.indices {
            let byte = source[place]
            switch byte {
            case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
            case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
            case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
            case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
            // A text that looks like such a sign is kept from being taken for one.
            case UInt8(ascii: "_") where WorkbookText.unit(at: place, in: source) != nil: bytes += Array("_x005F_".utf8)
            // Reading XML makes a line feed of it.
            case UInt8(ascii: "\n"), UInt8(ascii: "\t"): bytes.append(byte)
            case 0..<0x20: appendUnit(UInt16(byte), to: &bytes)
            case 0xBE where isNoSign(source, place), 0xBF where isNoSign(source, place):
                bytes.removeLast(2)
                appendUnit(byte == 0xBE ? 0xFFFE : 0xFFFF, to: &bytes)
            default: bytes.append(byte)
            }
        }
    }

    private static func isNoSign(_ source: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        place >= 2 && source[place - 2] == 0xEF && source[place - 1] == 0xBF
    }

    private static func appendUnit(_ unit: UInt16, to bytes: inout [UInt8]) {
        let digits = String(unit, radix: 16, uppercase: true)
        bytes += Array("_x\(String(repeating: "0", count: 4 - digits.count))\(digits)_".utf8)
    }
}

/// How a workbook writes signs that XML cannot hold.
/// - Source: ECMA-376, part 1, 22.9.2.19 (ST_Xstring)
enum WorkbookText {
    /// The unit that `_x000D_` stands for; `nil` where no such sign begins.
    static func unit(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt16? {
        guard place + 7 <= bytes.count, bytes[place] == UInt8(ascii: "_"), bytes[place + 1] == UInt8(ascii: "x"),
            bytes[place + 6] == UInt8(ascii: "_")
        else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[(place + 2)..<(place + 6)] {
            guard let digit = hexDigit(byte) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    private static func hexDigit(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        default: nil
        }
    }

    /// Resolves such signs in a text, in its place.
    static func resolve(_ text: inout [UInt8]) {
        guard text.contains(UInt8(ascii: "_")) else { return }
        let resolved: [UInt16]? = text.withUnsafeBufferPointer { bytes in
            guard bytes.indices.contains(where: { unit(at: $0, in: bytes) != nil }) else { return nil }
            return units(of: bytes)
        }
        guard let resolved else { return }
        text = Array(String(decoding: resolved, as: UTF16.self).utf8)
    }

    private static func units(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt16] {
        var units: [UInt16] = []
        var start = 0
        var place = 0
        while place < bytes.count {
            guard let found = unit(at: place, in: bytes) else {
                place += 1
                continue
            }
            units += String(decoding: bytes[start..<place], as: UTF8.self).utf16
            units.append(found)
            place += 7
            start = place
        }
        return units + String(decoding: bytes[start...], as: UTF8.self).utf16
    }
}
