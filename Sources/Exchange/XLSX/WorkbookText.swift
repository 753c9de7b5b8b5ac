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
