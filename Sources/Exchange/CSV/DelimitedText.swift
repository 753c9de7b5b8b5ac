import Foundation

/// Text with delimiters as offices' programs write it: comma, semicolon, tabulator or bar; UTF-8, UTF-16 or
/// Windows-1252; quoted cells with doubled quotes and line breaks in them.
///
/// - Source: RFC 4180; WHATWG Encoding, windows-1252
struct DelimitedText: Sendable {
    let delimiter: UInt8
    let encoding: Encoding
    private let place: URL
    private let limits: SheetLimits

    enum Encoding: Sendable, Equatable {
        /// A cell that is no UTF-8 is read as Windows-1252.
        case utf8
        case utf16(isBigEndian: Bool)
    }

    /// - Parameter head: the first bytes of the file.
    init(at place: URL, head: [UInt8], _ limits: SheetLimits) throws {
        self.place = place
        self.limits = limits
        encoding = Self.encoding(of: head)
        let text = encoding == .utf8 ? head : UTF16Text.utf8(head, encoding)
        let zeros = text.count { $0 == 0 }
        guard zeros == 0 else { throw SheetRefusal.binary(row: 1) }
        delimiter = Self.delimiter(of: text)
    }

    func forEachRow(_ body: (SheetRow) throws -> Void) throws {
        let handle = try FileHandle(forReadingFrom: place)
        defer {
            // Opened for reading only: nothing is lost when closing fails.
            try? handle.close()
        }
        var reader = DelimitedRows(delimiter: delimiter, limits)
        if encoding == .utf8 {
            while let block = try handle.read(upToCount: 1 << 20), !block.isEmpty {
                try reader.feed([UInt8](block), body)
            }
        } else {
            // Rare and small; read as a whole.
            let bytes = [UInt8](try handle.readToEnd() ?? Data())
            guard bytes.count <= 128 << 20 else { throw SheetRefusal.bomb }
            try reader.feed(UTF16Text.utf8(bytes, encoding), body)
        }
        try reader.finish(body)
    }

    private static func encoding(of head: [UInt8]) -> Encoding {
        if head.starts(with: [0xFF, 0xFE]) { return .utf16(isBigEndian: false) }
        if head.starts(with: [0xFE, 0xFF]) { return .utf16(isBigEndian: true) }
        // Without a mark: letters of ours have a zero beside each of them.
        let pairs = head.count / 2
        guard pairs >= 4 else { return .utf8 }
        let even = stride(from: 0, to: pairs * 2, by: 2).count { head[$0] == 0 }
        let odd = stride(from: 1, to: pairs * 2, by: 2).count { head[$0] == 0 }
        if odd * 10 > pairs * 7, even * 10 < pairs { return .utf16(isBigEndian: false) }
        if even * 10 > pairs * 7, odd * 10 < pairs { return .utf16(isBigEndian: true) }
        return .utf8
    }

    /// The sign that parts the first lines into most cells, the same number in each.
    private static func delimiter(of text: [UInt8]) -> UInt8 {
        let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let lines = firstLines(text[start...])
        // Some programs say it themselves.
        if let first = lines.first, first.count == 5, first.starts(with: Array("sep=".utf8)), let sign = first.last {
            return sign
        }
        let signs = [",", ";", "\t", "|"].map { UInt8(ascii: $0) }
        func score(_ sign: UInt8) -> (Int, Int) {
            let counts = lines.map { line in line.count { $0 == sign } }
            let usual = Dictionary(grouping: counts, by: { $0 }).max {
                ($0.value.count, $0.key) < ($1.value.count, $1.key)
            }
            guard let usual, usual.key > 0 else { return (0, counts.reduce(0, +)) }
            return (usual.value.count, usual.key)
        }
        return signs.max { score($0) < score($1) } ?? UInt8(ascii: ",")
    }

    /// Up to twenty lines without what stands in quotes.
    private static func firstLines(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        var isQuoted = false
        for byte in text {
            if byte == Byte.quote { isQuoted.toggle() }
            if byte == Byte.quote || isQuoted { continue }
            if byte == Byte.lineFeed || byte == Byte.carriageReturn {
                if lines.count == 20 { break }
                if lines[lines.count - 1].isEmpty { continue }
                lines.append([])
            } else {
                lines[lines.count - 1].append(byte)
            }
        }
        return lines.filter { !$0.isEmpty }
    }
}

/// UTF-16 as UTF-8.
enum UTF16Text {
    static func utf8(_ bytes: [UInt8], _ encoding: DelimitedText.Encoding) -> [UInt8] {
        guard case .utf16(let isBigEndian) = encoding else { return bytes }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for place in stride(from: 0, to: bytes.count - 1, by: 2) {
            let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
        }
        let text = String(decoding: units.first == 0xFEFF ? units.dropFirst() : units[...], as: UTF16.self)
        return Array(text.utf8)
    }
}

/// Letters of Windows-1252.
enum Windows1252 {
    /// What the bytes 0x80…0x9F stand for; those that stand for nothing stay what they are.
    private static let upper: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let units = bytes.map { (0x80...0x9F).contains($0) ? upper[Int($0) - 0x80] : UInt16($0) }
        return String(decoding: units, as: UTF16.self)
    }
}
