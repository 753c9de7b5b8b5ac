public import Foundation

/// A file that somebody brought, read as sheets of rows: a workbook (`.xlsx`) or text with delimiters (CSV). What it is
/// is told by its content, never by its name.
///
/// Rows are read as they are asked for; a file of any length takes the same memory (a workbook's shared texts apart).
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

    /// - Throws: `SheetRefusal`; an error of the system where the file cannot be opened.
    public init(at place: URL, limits: SheetLimits = SheetLimits()) throws {
        let handle = try FileHandle(forReadingFrom: place)
        defer {
            // Opened for reading only: nothing is lost when closing fails.
            try? handle.close()
        }
        let head = [UInt8](try handle.read(upToCount: 64 << 10) ?? Data())
        guard !head.isEmpty else { throw SheetRefusal.empty }
        if head.starts(with: Array("PK".utf8)) {
            let workbook = try Workbook(at: place, limits)
            sheets = workbook.sheets.map { Sheet(name: $0.name, isHidden: $0.isHidden) }
            content = .workbook(workbook)
            return
        }
        // The container of old workbooks, and of new ones with a password.
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            throw try Self.isLocked(handle, head) ? SheetRefusal.locked : SheetRefusal.oldWorkbook
        }
        content = .text(try DelimitedText(at: place, head: head, limits))
        sheets = [Sheet(name: "", isHidden: false)]
    }

    /// Rows of a sheet, in order; those with nothing in them are left out.
    /// - Parameter body: may throw to stop early.
    /// - Throws: `SheetRefusal`; whatever `body` throws.
    public func forEachRow(of sheet: Int, _ body: (SheetRow) throws -> Void) throws {
        switch content {
        case .text(let text): try text.forEachRow(body)
        case .workbook(let workbook): try workbook.forEachRow(of: sheet, body)
        }
    }

    /// The first rows of a sheet.
    public func rows(of sheet: Int, first count: Int) throws -> [SheetRow] {
        struct Enough: Error {}
        var rows: [SheetRow] = []
        do {
            try forEachRow(of: sheet) { row in
                rows.append(row)
                if rows.count == count { throw Enough() }
            }
        } catch is Enough {}
        return rows
    }

    /// A workbook with a password is a stream of that name, written in UTF-16.
    private static func isLocked(_ handle: FileHandle, _ head: [UInt8]) throws -> Bool {
        let name = Data("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        let bytes = Data(head) + (try handle.readToEnd() ?? Data())
        return bytes.range(of: name) != nil
    }
}
