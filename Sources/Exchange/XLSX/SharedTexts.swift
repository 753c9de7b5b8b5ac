/// The texts that the cells of a workbook share: one after the other, so that a million of them are two pieces of memory.
struct SharedTexts: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    init() {}

    /// - Throws: `SheetRefusal.bomb` for more than the limit, `.cellTooLong` for a text that no cell holds.
    init(_ archive: ZipArchive, part: String, _ limits: SheetLimits) throws {
        var pieces = XMLPieces(part, longestText: 2 * limits.cell)
        var text: [UInt8] = []
        var isInText = false
        // What tells how a text is spoken is no part of it.
        var isPhonetic = false
        try archive.forEachBlock(of: part) { block in
            try pieces.feed(block) { piece in
                switch piece {
                case .text(let bytes) where isInText && !isPhonetic: XMLText.append(bytes, to: &text)
                case .verbatim(let bytes) where isInText && !isPhonetic: text.append(contentsOf: bytes)
                case .text, .verbatim: return
                case .tag(let tag):
                    if tag.isNamed("t") { isInText = !tag.isClosing && !tag.isEmpty }
                    if tag.isNamed("rPh") { isPhonetic = !tag.isClosing && !tag.isEmpty }
                    guard tag.isNamed("si"), tag.isClosing || tag.isEmpty else { return }
                    try add(&text, limits)
                }
                guard text.count <= limits.cell else {
                    throw SheetRefusal.cellTooLong(row: 0, column: 0, limit: limits.cell)
                }
            }
        }
        try pieces.finish()
    }

    private mutating func add(_ text: inout [UInt8], _ limits: SheetLimits) throws {
        WorkbookText.resolve(&text)
        text.withUnsafeBufferPointer { bytes.append(contentsOf: CellText.trimmed($0)) }
        text.removeAll(keepingCapacity: true)
        guard bytes.count + 4 * ends.count <= min(limits.sharedTexts, Int(UInt32.max)) else { throw SheetRefusal.bomb }
        ends.append(UInt32(bytes.count))
    }

    /// `nil` where there is no such text.
    subscript(index: Int) -> SheetCell? {
        guard ends.indices.contains(index) else { return nil }
        let (start, end) = (index > 0 ? Int(ends[index - 1]) : 0, Int(ends[index]))
        return start < end ? .text(String(decoding: bytes[start..<end], as: UTF8.self)) : .empty
    }
}
