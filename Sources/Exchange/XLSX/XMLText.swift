/// The text between two tags.
enum XMLText {
    static func resolved(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        var text: [UInt8] = []
        append(bytes, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends the text with its entities resolved; one that says nothing is left out.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
        var start = 0
        while start < bytes.count {
            let rest = bytes[start...]
            guard let mark = rest.firstIndex(of: UInt8(ascii: "&")) else { break }
            text.append(contentsOf: bytes[start..<mark])
            let name = bytes[(mark + 1)..<min(bytes.count, mark + 12)]
            guard let end = name.firstIndex(of: UInt8(ascii: ";")) else {
                text.append(UInt8(ascii: "&"))
                start = mark + 1
                continue
            }
            text += character(String(decoding: bytes[(mark + 1)..<end], as: UTF8.self)).utf8
            start = end + 1
        }
        text.append(contentsOf: bytes[start...])
    }

    private static func character(_ name: String) -> String {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            guard name.hasPrefix("#") else { return "" }
            let digits = name.dropFirst()
            let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
            let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
        }
    }
}
