import Foundation

/// Cuts XML into tags and the text between them, as it arrives. Enough for the parts of a workbook, which have neither
/// their own entities nor comments that matter; a document type is refused, because it could define entities without end.
struct XMLPieces {
    /// A tag: its name without a prefix, and what stands behind it.
    struct Tag {
        let bytes: UnsafeBufferPointer<UInt8>
        let name: UnsafeBufferPointer<UInt8>
        let isClosing: Bool
        let isEmpty: Bool

        func isNamed(_ text: StaticString) -> Bool {
            guard let start = name.baseAddress else { return false }
            return name.count == text.utf8CodeUnitCount && memcmp(start, text.utf8Start, name.count) == 0
        }

        /// The value of an attribute, entities not resolved; `nil` where it has none.
        func attribute(_ wanted: StaticString) -> UnsafeBufferPointer<UInt8>? {
            guard let base = bytes.baseAddress else { return nil }
            let count = wanted.utf8CodeUnitCount
            var place = 0
            while place + count + 2 < bytes.count {
                let byte = bytes[place]
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                    // Over a value that is not wanted.
                    guard let end = bytes[(place + 1)...].firstIndex(of: byte) else { return nil }
                    place = end + 1
                    continue
                }
                if byte <= 0x20, bytes[place + count + 1] == UInt8(ascii: "="),
                    memcmp(base + place + 1, wanted.utf8Start, count) == 0
                {
                    let quote = bytes[place + count + 2]
                    let start = place + count + 3
                    guard start <= bytes.count, let end = bytes[start...].firstIndex(of: quote) else { return nil }
                    return UnsafeBufferPointer(rebasing: bytes[start..<end])
                }
                place += 1
            }
            return nil
        }

        func text(_ wanted: StaticString) -> String? { attribute(wanted).map { XMLText.resolved($0) } }
    }

    enum Piece {
        case tag(Tag)
        /// Between two tags, entities not resolved.
        case text(UnsafeBufferPointer<UInt8>)
    }

    private let part: String
    private var waiting: [UInt8] = []
    /// No tag is longer.
    private static let longestTag = 1 << 16
    private let longestText: Int

    init(_ part: String, longestText: Int) {
        self.part = part
        self.longestText = longestText
    }

    mutating func feed(_ block: UnsafeBufferPointer<UInt8>, _ body: (Piece) throws -> Void) throws {
        waiting += block
        var start = 0
        try waiting.withUnsafeBufferPointer { bytes in
            while start < bytes.count {
                guard let next = try Self.step(bytes, start, part, longestText, body) else { break }
                start = next
            }
        }
        waiting.removeFirst(start)
    }

    /// - Throws: `SheetRefusal.damaged` where something is left over.
    func finish() throws {
        let isBlank = waiting.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) || $0 == 0 }
        guard isBlank else { throw SheetRefusal.damaged(part: part) }
    }

    /// - Returns: where the next piece begins; `nil` when this one is not all there yet.
    private static func step(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ part: String, _ longestText: Int,
        _ body: (Piece) throws -> Void
    ) throws -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        let rest = bytes.count - start
        if bytes[start] != UInt8(ascii: "<") {
            guard let found = memchr(base + start, 0x3C, rest) else {
                guard rest <= longestText else { throw SheetRefusal.bomb }
                return nil
            }
            let end = found - UnsafeMutableRawPointer(mutating: UnsafeRawPointer(base))
            try body(.text(UnsafeBufferPointer(rebasing: bytes[start..<end])))
            return end
        }
        guard let found = memchr(base + start, 0x3E, rest) else {
            guard rest <= longestTag else { throw SheetRefusal.damaged(part: part) }
            return nil
        }
        let end = found - UnsafeMutableRawPointer(mutating: UnsafeRawPointer(base))
        guard rest > 2 else { throw SheetRefusal.damaged(part: part) }
        switch bytes[start + 1] {
        case UInt8(ascii: "?"): return end + 1
        case UInt8(ascii: "!"):
            // A comment or CDATA may hold a `>`; programs that write workbooks write neither.
            guard rest > 3, bytes[start + 2] == UInt8(ascii: "-") else { throw SheetRefusal.damaged(part: part) }
            return end + 1
        default:
            try body(.tag(tag(UnsafeBufferPointer(rebasing: bytes[(start + 1)..<end]))))
            return end + 1
        }
    }

    private static func tag(_ content: UnsafeBufferPointer<UInt8>) -> Tag {
        let isClosing = content.first == UInt8(ascii: "/")
        let isEmpty = content.last == UInt8(ascii: "/")
        var start = isClosing ? 1 : 0
        var end = start
        while end < content.count {
            let byte = content[end]
            if byte == UInt8(ascii: ":") { start = end + 1 }
            if byte == UInt8(ascii: "/") || byte <= 0x20 { break }
            end += 1
        }
        return Tag(
            bytes: content, name: UnsafeBufferPointer(rebasing: content[min(start, end)..<end]), isClosing: isClosing,
            isEmpty: isEmpty)
    }
}

enum XMLText {
    /// The text with its entities resolved, and what a workbook writes as `_x000D_` left out of words.
    static func resolved(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var text = ""
        var rest = String(decoding: bytes, as: UTF8.self)[...]
        while let mark = rest.firstIndex(of: "&") {
            text += rest[..<mark]
            rest = rest[rest.index(after: mark)...]
            guard let end = rest.prefix(12).firstIndex(of: ";") else {
                text += "&"
                continue
            }
            text += character(rest[..<end])
            rest = rest[rest.index(after: end)...]
        }
        return text + rest
    }

    private static func character(_ name: Substring) -> String {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let number =
                name.hasPrefix("#x") || name.hasPrefix("#X")
                ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
            return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
        }
    }
}
