import Benchmarking
import Foundation

@testable import Exchange

/// A file of a test, removed as soon as it is opened: whoever opened it must not need its name again.
func opened(_ bytes: [UInt8], _ limits: SheetLimits = SheetLimits()) throws(SheetRefusal) -> SheetFile {
    let place = FileManager.default.temporaryDirectory.appending(path: "sheet-\(UUID().uuidString)")
    // A test that cannot write fails at the next line.
    try? Data(bytes).write(to: place)
    defer {
        // What stays is a temporary file.
        try? FileManager.default.removeItem(at: place)
    }
    return try SheetFile(at: place, limits: limits)
}

func opened(_ text: String) throws(SheetRefusal) -> SheetFile { try opened(Array(text.utf8)) }

extension SheetFile {
    func allRows(of sheet: Int = 0) throws -> [SheetRow] {
        var rows: [SheetRow] = []
        try forEachRow(of: sheet) { rows.append($0) }
        return rows
    }

    func cells(of sheet: Int = 0) throws -> [[SheetCell]] { try allRows(of: sheet).map(\.cells) }
}

/// Why some bytes are refused, when they are opened or when they are read; `nil` when they are not.
func refusal(of bytes: [UInt8], _ limits: SheetLimits = SheetLimits()) -> SheetRefusal? {
    do {
        let file = try opened(bytes, limits)
        for sheet in file.sheets.indices { try file.forEachRow(of: sheet) { _ in } }
        return nil
    } catch {
        return error as? SheetRefusal
    }
}

func refusal(of text: String, _ limits: SheetLimits = SheetLimits()) -> SheetRefusal? {
    refusal(of: Array(text.utf8), limits)
}

/// A workbook in parts, by its smallest means.
struct TinyWorkbook {
    static let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
    var parts: [(name: String, text: String)]

    /// - Parameter rows: what stands in `sheetData`.
    init(_ rows: String, shared: String = "", styles: String = "", workbook: String = "") {
        let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        parts = [
            ("[Content_Types].xml", "<Types></Types>"),
            (
                "xl/workbook.xml",
                "<workbook \(Self.main)>\(workbook)<sheets><sheet name=\"IKM\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships><Relationship Id="rId1" Type="\(type)/worksheet" Target="worksheets/sheet1.xml"/>\
                <Relationship Id="rId2" Type="\(type)/sharedStrings" Target="sharedStrings.xml"/>\
                <Relationship Id="rId3" Type="\(type)/styles" Target="/xl/styles.xml"/></Relationships>
                """
            ),
            ("xl/worksheets/sheet1.xml", "<worksheet \(Self.main)><sheetData>\(rows)</sheetData></worksheet>"),
        ]
        if !shared.isEmpty { parts.append(("xl/sharedStrings.xml", "<sst>\(shared)</sst>")) }
        if !styles.isEmpty { parts.append(("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>")) }
    }

    subscript(part: String) -> String? {
        get { parts.first { $0.name == part }?.text }
        set {
            parts.removeAll { $0.name == part }
            if let newValue { parts.append((part, newValue)) }
        }
    }

    func with(_ part: String, _ text: String?) -> TinyWorkbook {
        var copy = self
        copy[part] = text
        return copy
    }

    var bytes: [UInt8] { archive(parts.map { ($0.name, Array($0.text.utf8)) }) }
}

/// A zip archive as the writer makes them.
func archive(_ parts: [(String, [UInt8])]) -> [UInt8] {
    do {
        var archive = try ZipStream(level: 9)
        for (name, bytes) in parts { try archive.add(name, bytes) }
        archive.finish()
        return archive.take()
    } catch {
        return []
    }
}

/// A workbook of our own.
func workbook(
    _ rows: [[SheetCell]], columns: [String] = ["a", "b", "c"], _ options: XLSXWriter.Options = .init()
) throws -> [UInt8] {
    var writer = try XLSXWriter("IKM", columns: columns.map { XLSXWriter.Column($0) }, options: options)
    var bytes: [UInt8] = []
    for row in rows { bytes += try writer.row(row) }
    return bytes + (try writer.finish())
}
