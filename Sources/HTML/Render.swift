import Charts

extension Node {
    /// The piece as UTF-8 bytes of HTML.
    /// - Complexity: linear in the number of bytes.
    public func render() -> [UInt8] {
        var writer = Writer()
        writer.write(self)
        return writer.bytes
    }

    /// The whole document: the doctype, then the piece, which should be one `html` element.
    public func renderDocument() -> [UInt8] {
        var writer = Writer()
        writer.write("<!doctype html>\n")
        writer.write(self)
        return writer.bytes
    }
}

/// Writes nodes as bytes: the one place where text becomes markup.
private struct Writer {
    private(set) var bytes: [UInt8] = []

    init() {
        // LOOK: a page is at most 60 KB; one allocation holds it.
        bytes.reserveCapacity(65_536)
    }

    mutating func write(_ node: Node) {
        switch node.content {
        case .text(let text): writeEscaped(text)
        case .sequence(let nodes): for node in nodes { write(node) }
        case .element(let element): write(element)
        }
    }

    private mutating func write(_ element: Element) {
        bytes.append(UInt8(ascii: "<"))
        write(element.name)
        write(element.attributes)
        bytes.append(UInt8(ascii: ">"))
        if element.layout == .inline || element.layout == .block {
            write(element.content)
            write("</")
            write(element.name)
            bytes.append(UInt8(ascii: ">"))
        }
        if element.layout == .block || element.layout == .void {
            bytes.append(UInt8(ascii: "\n"))
        }
    }

    /// Writes each attribute that has a value. Of two with one name the first stands, as in a
    /// browser; the second would only make the page invalid.
    private mutating func write(_ attributes: [Attribute]) {
        for (index, attribute) in attributes.enumerated() where attribute.isPresent {
            let earlier = attributes[..<index]
            if earlier.contains(where: { $0.isPresent && $0.hasSameName(as: attribute) }) {
                continue
            }
            write(attribute.isData ? " data-" : " ")
            write(attribute.name)
            write(attribute.value)
        }
    }

    private mutating func write(_ value: Attribute.Value) {
        if case .bare = value { return }
        write("=\"")
        switch value {
        case .text(let text): writeEscaped(text)
        case .number(let number): bytes.append(number: number)
        case .points(let points): write(points, apart: " ", between: ",")
        case .dots(let points):
            write("M")
            write(points, apart: "h0M", between: " ")
            write("h0")
        case .bare, .absent: break
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func write(
        _ points: [Point], apart: StaticString, between: StaticString
    ) {
        for (index, point) in points.enumerated() {
            if index > 0 { write(apart) }
            bytes.append(number: point.x)
            write(between)
            bytes.append(number: point.y)
        }
    }

    mutating func write(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Writes text so that it can stand both between tags and between double quotes: whole runs
    /// of harmless bytes at once. Multi-byte characters have no byte below 128 and pass unread.
    private mutating func writeEscaped(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices {
                guard let replacement = replacement(for: utf8[index]) else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                write(replacement)
                start = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
    }

    /// What stands for a byte that HTML does not let through: the four signs of markup, and
    /// control characters (from broken imports), which no page may contain.
    @inline(__always)
    private func replacement(for byte: UInt8) -> StaticString? {
        if byte > UInt8(ascii: ">"), byte != 0x7F { return nil }
        switch byte {
        case UInt8(ascii: "&"): return "&amp;"
        case UInt8(ascii: "<"): return "&lt;"
        case UInt8(ascii: ">"): return "&gt;"
        case UInt8(ascii: "\""): return "&quot;"
        case 0x09, 0x0A, 0x0D: return nil
        case 0x00..<0x20, 0x7F: return "\u{FFFD}"
        default: return nil
        }
    }
}
