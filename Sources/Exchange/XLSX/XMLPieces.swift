import Foundation

/// Cuts XML into tags and the text between them, as it arrives. Enough for the parts of a workbook, which have no
/// entities of their own; a document type is refused, because it could define entities without end.
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
        /// Between two tags, to be taken as it is.
        case verbatim(UnsafeBufferPointer<UInt8>)
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
                return try open(rest, longestText, part)
            }
            let end = found - UnsafeMutableRawPointer(mutating: UnsafeRawPointer(base))
            try body(.text(UnsafeBufferPointer(rebasing: bytes[start..<end])))
            return end
        }
        guard rest > 1 else { return nil }
        switch bytes[start + 1] {
        case UInt8(ascii: "?"):
            guard let end = end(of: "?>", bytes, from: start + 2) else { return try open(rest, longestTag, part) }
            return end
        case UInt8(ascii: "!"): return try declaration(bytes, start, part, longestText, body)
        default:
            guard let end = tagEnd(bytes, from: start + 1) else { return try open(rest, longestTag, part) }
            guard end > start + 1 else { throw SheetRefusal.damaged(part: part) }
            try body(.tag(tag(UnsafeBufferPointer(rebasing: bytes[(start + 1)..<end]))))
            return end + 1
        }
    }

    /// What has begun and not ended is waited for, but not without end.
    private static func open(_ count: Int, _ limit: Int, _ part: String) throws -> Int? {
        guard count <= limit else { throw SheetRefusal.damaged(part: part) }
        return nil
    }

    /// A comment, or text that is to be taken as it is.
    private static func declaration(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ part: String, _ longestText: Int,
        _ body: (Piece) throws -> Void
    ) throws -> Int? {
        let rest = bytes.count - start
        guard rest >= 9 else { return nil }
        if bytes[start + 2] == UInt8(ascii: "-"), bytes[start + 3] == UInt8(ascii: "-") {
            guard let end = end(of: "-->", bytes, from: start + 4) else { return try open(rest, longestText, part) }
            return end
        }
        guard bytes[(start + 1)..<(start + 9)].elementsEqual("![CDATA[".utf8) else {
            throw SheetRefusal.damaged(part: part)
        }
        guard let end = end(of: "]]>", bytes, from: start + 9) else { return try open(rest, longestText, part) }
        try body(.verbatim(UnsafeBufferPointer(rebasing: bytes[(start + 9)..<(end - 3)])))
        return end
    }

    /// Behind the first place where some signs stand, the last of them being a `>`.
    private static func end(of signs: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        let count = signs.utf8CodeUnitCount
        var place = start + count - 1
        while place < bytes.count, let found = memchr(base + place, 0x3E, bytes.count - place) {
            place = found - UnsafeMutableRawPointer(mutating: UnsafeRawPointer(base)) + 1
            if memcmp(base + place - count, signs.utf8Start, count) == 0 { return place }
        }
        return nil
    }

    /// The `>` that ends a tag; one in a value is none.
    private static func tagEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var quote: UInt8 = 0
        var place = start
        while place < bytes.count {
            let byte = bytes[place]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: ">") {
                return place
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
            place += 1
        }
        return nil
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
