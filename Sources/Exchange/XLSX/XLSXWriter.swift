/// Writes a list as a workbook, from front to back: bytes can be sent as soon as the first row is there, and a list of
/// any length takes the same memory. A sheet that is full goes on in another one, under the same headings.
///
/// Headings are bold, stay in sight and can be filtered; numbers are numbers, dates are dates, and a text is a text
/// even where it looks like a formula. Nothing depends on the clock: the same rows make the same bytes.
///
/// - Source: ECMA-376, part 1: SpreadsheetML
public struct XLSXWriter: ~Copyable {
    /// A column and its heading.
    public struct Column: Sendable, Equatable {
        public let title: String
        /// In digits of the usual font.
        public let width: Double

        /// - Parameter width: 1…255; from the length of the title when nothing is said.
        public init(_ title: String, width: Double? = nil) {
            self.title = title
            let usual = Double(min(40, max(10, title.count + 4)))
            self.width = min(255, max(1, width ?? usual))
        }
    }

    public struct Options: Sendable {
        /// With the heading; no program opens more than 1,048,576.
        public var rowsPerSheet = 1_048_576
        /// Of a sheet's part, unfolded; below four gigabytes, because beyond that some programs understand no sizes.
        public var bytesPerSheet = 3 << 30

        public init() {}
    }

    private let name: String
    private let columns: [Column]
    private let options: Options
    private let cells: CellBytes
    private var archive: ZipStream
    private var sheets: [WorkbookParts.Sheet] = []
    private var line: [UInt8] = []
    private var hasSent = false
    /// Whether a sheet has begun that has not ended.
    private var isOpen = false

    /// - Parameter name: of the first sheet; what may not stand in the name of a sheet is replaced.
    /// - Throws: what is a fault of ours.
    public init(_ name: String, columns: [Column], options: Options = Options()) throws {
        archive = try Self.begun()
        self.name = Self.sheetName(name, ending: "")
        self.columns = columns
        self.options = options
        cells = CellBytes(columns: columns.count)
    }

    private static func begun() throws -> ZipStream {
        var archive = try ZipStream()
        try archive.add("_rels/.rels", WorkbookParts.packageRelations())
        try archive.add("xl/styles.xml", WorkbookParts.styles())
        return archive
    }

    /// Writes a row.
    /// - Returns: the bytes that are ready to be sent; often none.
    /// - Throws: `SheetRefusal.cellTooLong`, `.tooManyColumns` with the row of the sheet; another error is a fault of ours.
    public mutating func row(_ row: [SheetCell]) throws -> [UInt8] {
        if isFull { try endSheet() }
        if !isOpen { try beginSheet() }
        try write(row, isHeading: false)
        guard archive.readyCount >= 1 << 15 || !hasSent else { return [] }
        hasSent = true
        return archive.take()
    }

    /// Ends the workbook; nothing may follow.
    /// - Returns: the last bytes.
    public mutating func finish() throws -> [UInt8] {
        if sheets.isEmpty { try beginSheet() }
        try endSheet()
        try archive.add("xl/workbook.xml", WorkbookParts.workbook(sheets, columns: max(1, columns.count)))
        try archive.add("xl/_rels/workbook.xml.rels", WorkbookParts.workbookRelations(sheets: sheets.count))
        try archive.add("[Content_Types].xml", WorkbookParts.contentTypes(sheets: sheets.count))
        archive.finish()
        return archive.take()
    }

    /// Writes a whole workbook.
    /// - Parameter sink: takes the bytes as they become ready.
    public static func write(
        _ name: String, columns: [Column], rows: some Sequence<[SheetCell]>, to sink: ([UInt8]) throws -> Void
    ) throws {
        var writer = try XLSXWriter(name, columns: columns)
        for row in rows {
            let bytes = try writer.row(row)
            if !bytes.isEmpty { try sink(bytes) }
        }
        try sink(try writer.finish())
    }

    private var isFull: Bool {
        guard isOpen, let sheet = sheets.last else { return false }
        return sheet.rows >= options.rowsPerSheet || archive.partSize >= UInt64(options.bytesPerSheet)
    }

    private mutating func beginSheet() throws {
        let ending = sheets.isEmpty ? "" : " (\(sheets.count + 1))"
        isOpen = true
        try archive.begin("xl/worksheets/sheet\(sheets.count + 1).xml")
        try archive.write(WorkbookParts.sheetStart(columns, isFirst: sheets.isEmpty))
        sheets.append(WorkbookParts.Sheet(name: Self.sheetName(name, ending: ending)))
        try write(columns.map { .text($0.title) }, isHeading: true)
    }

    private mutating func endSheet() throws {
        guard isOpen, let rows = sheets.last?.rows else { return }
        isOpen = false
        try archive.write(WorkbookParts.sheetEnd(columns: max(1, columns.count), rows: rows))
        try archive.end()
    }

    private mutating func write(_ row: [SheetCell], isHeading: Bool) throws {
        let place = sheets.count - 1
        let number = sheets[place].rows + 1
        guard row.count <= 16_384 else { throw SheetRefusal.tooManyColumns(row: number, limit: 16_384) }
        line.removeAll(keepingCapacity: true)
        try cells.append(row, row: number, isHeading: isHeading, to: &line)
        try archive.write(line)
        sheets[place].rows = number
    }

    /// At most 31 units, none of `[]:*?/\`, no apostrophe at either end.
    private static func sheetName(_ name: String, ending: String) -> String {
        let clean = name.map { "[]:*?/\\".contains($0) || $0.asciiValue.map { $0 < 0x20 } ?? false ? " " : $0 }
        var kept = String(clean)
        while kept.utf16.count + ending.utf16.count > 31 { kept.removeLast() }
        let bare = kept.trimming { $0 == "'" || $0 == " " }
        return (bare.isEmpty ? "Sheet" : bare) + ending
    }
}

extension String {
    fileprivate func trimming(_ isOver: (Character) -> Bool) -> String {
        var rest = self[...]
        while let first = rest.first, isOver(first) { rest.removeFirst() }
        while let last = rest.last, isOver(last) { rest.removeLast() }
        return String(rest)
    }
}
