public import Foundation

/// A file that somebody brought, read as sheets of rows: a workbook (`.xlsx`) or text with delimiters (CSV). What it is
/// is told by its content, never by its name.
///
/// Rows are read as they are asked for; a file of any length takes the same memory (a workbook's shared texts apart).
/// The file is opened once: it may be removed as soon as this value exists.
public struct SheetFile: Sendable {
    public struct Sheet: Sendable, Equatable {
        /// Empty for a CSV file.
        public let name: String
        public let isHidden: Bool
    }

    public let sheets: [Sheet]
    private let content: Content

    private enum Content: Sendable {
        case text(DelimitedText)
        case workbook(Workbook)
    }

    /// - Throws: why the file cannot be read as a list.
    public init(at place: URL, limits: SheetLimits = SheetLimits()) throws(SheetRefusal) {
        let file = try OpenFile(at: place)
        let head = try file.bytes(at: 0, count: 64 << 10)
        switch try Kind(of: head, file) {
        case .text:
            content = .text(try DelimitedText(file, head: head, limits))
            sheets = [Sheet(name: "", isHidden: false)]
        case .workbook:
            let workbook = try Workbook(file, limits)
            sheets = workbook.sheets.map { Sheet(name: $0.name, isHidden: $0.isHidden) }
            content = .workbook(workbook)
        }
    }

    private enum Kind {
        case text, workbook

        /// By the first bytes; what is neither is refused by its name.
        init(of head: [UInt8], _ file: OpenFile) throws(SheetRefusal) {
            func begins(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
            if begins([0x50, 0x4B, 3, 4]) || begins([0x50, 0x4B, 5, 6]) || begins([0x50, 0x4B, 7, 8]) {
                self = .workbook
                return
            }
            // The container of old workbooks, and of new ones with a password; its streams are named in UTF-16.
            if begins([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
                func holds(_ name: String) throws(SheetRefusal) -> Bool {
                    try file.contains(name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
                }
                if try holds("EncryptedPackage") { throw .locked }
                if try holds("Workbook") { throw .oldWorkbook }
                // Before 1997 it had a shorter name.
                if try holds("Book") { throw .oldWorkbook }
                throw .otherOfficeFile
            }
            let marks: [[UInt8]] = [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
            guard !marks.contains(head) else { throw .empty }
            // A page for a browser or a document in XML, which some programs call a workbook.
            let start = String(decoding: head.drop { $0 <= 0x20 || $0 >= 0xBB }.prefix(16), as: UTF8.self).lowercased()
            if ["!doctype", "html", "?xml", "table"].contains(where: { start.hasPrefix("<" + $0) }) {
                throw .otherOfficeFile
            }
            // Portable documents and pictures may well have no zero among their first bytes.
            if start.hasPrefix("%pdf-") || start.hasPrefix("{\\rtf") { throw .otherOfficeFile }
            self = .text
        }
    }

    /// How the text of a CSV file is written; `nil` for a workbook.
    public var encoding: TextEncoding? {
        if case .text(let text) = content { text.encoding } else { nil }
    }

    /// What parts the cells of a CSV file: comma, semicolon, tabulator or bar; `nil` for a workbook.
    public var delimiter: Character? {
        if case .text(let text) = content { Character(UnicodeScalar(text.delimiter)) } else { nil }
    }

    /// Rows of a sheet, in order; those with nothing in them are left out.
    /// - Parameters:
    ///   - sheet: its place among the sheets, from 0 on.
    ///   - progress: is told how far the sheet is read.
    ///   - body: may throw to stop early.
    /// - Throws: `SheetRefusal`; whatever `body` throws.
    public func forEachRow(
        of sheet: Int, progress: SheetProgress? = nil, _ body: (SheetRow) throws -> Void
    ) throws {
        switch content {
        case .text(let text): try text.forEachRow(progress, body)
        case .workbook(let workbook): try workbook.forEachRow(of: sheet, progress, body)
        }
    }

    /// The first rows of a sheet.
    public func rows(of sheet: Int, first count: Int) throws -> [SheetRow] {
        struct Enough: Error {}
        var rows: [SheetRow] = []
        guard count > 0 else { return rows }
        do {
            try forEachRow(of: sheet) { row in
                rows.append(row)
                if rows.count == count { throw Enough() }
            }
        } catch is Enough {}
        return rows
    }

    /// The merged cells that begin among the first rows of a sheet, such as the headings over groups of columns. None in
    /// a CSV file.
    /// - Complexity: reads the whole sheet, because a workbook names them behind its rows.
    public func mergedRanges(of sheet: Int, inFirst rows: Int) throws -> [SheetRange] {
        guard case .workbook(let workbook) = content else { return [] }
        return try workbook.mergedRanges(of: sheet).filter { $0.rows.lowerBound <= rows }
    }
}
