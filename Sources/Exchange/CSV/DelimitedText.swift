/// Text with delimiters as offices' programs write it: comma, semicolon, tabulator or bar; UTF-8, UTF-16 or
/// Windows-1252; quoted cells with doubled quotes and line breaks in them.
///
/// - Source: RFC 4180; WHATWG Encoding, windows-1252
struct DelimitedText: Sendable {
    let delimiter: UInt8
    let encoding: TextEncoding
    private let file: OpenFile
    private let limits: SheetLimits

    /// Read at once.
    private static let block = 1 << 20

    /// - Parameter head: the first bytes of the file.
    init(_ file: OpenFile, head: [UInt8], _ limits: SheetLimits) throws(SheetRefusal) {
        self.file = file
        self.limits = limits
        encoding = TextEncoding(of: head)
        var letters = Self.letters(of: encoding)
        let text = letters?.utf8(head) ?? head
        guard !text.contains(0) else { throw .binary(row: 1) }
        delimiter = Self.delimiter(of: text)
    }

    func forEachRow(_ progress: SheetProgress?, _ body: (SheetRow) throws -> Void) throws {
        var reader = DelimitedRows(delimiter: delimiter, limits)
        var letters = Self.letters(of: encoding)
        var place = 0
        while true {
            let block = try file.bytes(at: place, count: Self.block)
            place += block.count
            progress?.note(place, of: max(place, file.size))
            if block.isEmpty { break }
            try reader.feed(letters?.utf8(block) ?? block, body)
            if block.count < Self.block { break }
        }
        try reader.finish(body)
    }

    private static func letters(of encoding: TextEncoding) -> UTF16Text? {
        switch encoding {
        case .utf8, .windows1252: nil
        case .utf16LittleEndian: UTF16Text(isBigEndian: false)
        case .utf16BigEndian: UTF16Text(isBigEndian: true)
        }
    }

    /// The sign that parts the first lines into most cells, the same number in each.
    private static func delimiter(of text: [UInt8]) -> UInt8 {
        let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let lines = firstLines(text[start...])
        // Some programs say it themselves.
        if let first = lines.first, first.count == 5, first.starts(with: Array("sep=".utf8)), let sign = first.last {
            return sign
        }
        func score(_ sign: UInt8) -> (Int, Int) {
            let counts = lines.map { line in line.count { $0 == sign } }
            let usual = Dictionary(grouping: counts, by: { $0 }).max {
                ($0.value.count, $0.key) < ($1.value.count, $1.key)
            }
            guard let usual, usual.key > 0 else { return (0, counts.reduce(0, +)) }
            return (usual.value.count, usual.key)
        }
        return signs.max { score($0) < score($1) } ?? Byte.comma
    }

    private static let signs = [Byte.comma, UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]

    /// Up to twenty lines without what stands in quotes. A quotation mark opens only where a cell begins: others are
    /// inches, or names in the middle of a text.
    private static func firstLines(_ text: ArraySlice<UInt8>) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        var isQuoted = false
        var isAtStart = true
        for byte in text {
            if byte == Byte.quote, isQuoted || isAtStart {
                isQuoted.toggle()
                // A doubled one opens again.
                isAtStart = !isQuoted
                continue
            }
            if isQuoted { continue }
            isAtStart = signs.contains(byte) || byte == Byte.lineFeed || byte == Byte.carriageReturn
            guard byte == Byte.lineFeed || byte == Byte.carriageReturn else {
                lines[lines.count - 1].append(byte)
                continue
            }
            if lines.count == 20 { break }
            if !lines[lines.count - 1].isEmpty { lines.append([]) }
        }
        return lines.filter { !$0.isEmpty }
    }
}
