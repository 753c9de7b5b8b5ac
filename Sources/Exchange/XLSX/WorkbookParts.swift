/// The formats of the cells that we write; the number of each is its place among the styles of the workbook.
enum WorkbookStyle: Int {
    case plain, heading, date, moment
}

/// The small parts of a workbook.
/// - Source: ECMA-376, part 1: SpreadsheetML; part 2: Open Packaging Conventions
enum WorkbookParts {
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let types = "http://schemas.openxmlformats.org/package/2006/content-types"
    private static let sheetML = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    struct Sheet {
        let name: String
        /// Rows with the heading.
        var rows = 0
    }

    static func contentTypes(sheets: Int) -> [UInt8] {
        var xml = XMLBytes.part()
        xml.open("Types", ["xmlns": types])
        let package = "application/vnd.openxmlformats-package.relationships+xml"
        xml.empty("Default", ["Extension": "rels", "ContentType": package])
        xml.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
        func part(_ name: String, _ kind: String) {
            xml.empty("Override", ["PartName": "/xl/\(name).xml", "ContentType": "\(sheetML).\(kind)+xml"])
        }
        part("workbook", "sheet.main")
        part("styles", "styles")
        for number in 0..<sheets { part("worksheets/sheet\(number + 1)", "worksheet") }
        xml.close("Types")
        return xml.bytes
    }

    static func packageRelations() -> [UInt8] {
        var xml = XMLBytes.part()
        xml.open("Relationships", ["xmlns": relations])
        xml.empty(
            "Relationship", ["Id": "rId1", "Type": "\(office)/officeDocument", "Target": "xl/workbook.xml"])
        xml.close("Relationships")
        return xml.bytes
    }

    static func workbookRelations(sheets: Int) -> [UInt8] {
        var xml = XMLBytes.part()
        xml.open("Relationships", ["xmlns": relations])
        for number in 1...max(1, sheets) {
            xml.empty(
                "Relationship",
                ["Id": "rId\(number)", "Type": "\(office)/worksheet", "Target": "worksheets/sheet\(number).xml"])
        }
        xml.empty("Relationship", ["Id": "rId\(sheets + 1)", "Type": "\(office)/styles", "Target": "styles.xml"])
        xml.close("Relationships")
        return xml.bytes
    }

    /// - Parameter columns: how many the headings are; their filter is a name of the workbook too.
    static func workbook(_ sheets: [Sheet], columns: Int) -> [UInt8] {
        var xml = XMLBytes.part()
        xml.open("workbook", ["xmlns": main, "xmlns:r": office])
        xml.open("sheets")
        for (number, sheet) in sheets.enumerated() {
            xml.empty("sheet", ["name": sheet.name, "sheetId": "\(number + 1)", "r:id": "rId\(number + 1)"])
        }
        xml.close("sheets")
        xml.open("definedNames")
        for (number, sheet) in sheets.enumerated() {
            let name = "'" + sheet.name.replacing("'", with: "''") + "'"
            xml.open(
                "definedName",
                ["name": "_xlnm._FilterDatabase", "localSheetId": "\(number)", "hidden": "1"])
            xml.text("\(name)!$A$1:$\(CellBytes.letters(of: columns))$\(sheet.rows)")
            xml.close("definedName")
            xml.open("definedName", ["name": "_xlnm.Print_Titles", "localSheetId": "\(number)"])
            xml.text("\(name)!$1:$1")
            xml.close("definedName")
        }
        xml.close("definedNames")
        xml.close("workbook")
        return xml.bytes
    }

    static func styles() -> [UInt8] {
        var xml = XMLBytes.part()
        xml.open("styleSheet", ["xmlns": main])
        xml.open("numFmts", ["count": "2"])
        xml.empty("numFmt", ["numFmtId": "164", "formatCode": "yyyy\\-mm\\-dd"])
        xml.empty("numFmt", ["numFmtId": "165", "formatCode": "yyyy\\-mm\\-dd\\ hh:mm:ss"])
        xml.close("numFmts")
        appendFonts(&xml)
        xml.open("fills", ["count": "2"])
        for pattern in ["none", "gray125"] {
            xml.open("fill")
            xml.empty("patternFill", ["patternType": pattern])
            xml.close("fill")
        }
        xml.close("fills")
        xml.open("borders", ["count": "1"])
        xml.empty("border")
        xml.close("borders")
        appendFormats(&xml)
        xml.close("styleSheet")
        return xml.bytes
    }

    private static func appendFonts(_ xml: inout XMLBytes) {
        xml.open("fonts", ["count": "2"])
        for isBold in [false, true] {
            xml.open("font")
            if isBold { xml.empty("b") }
            xml.empty("sz", ["val": "11"])
            xml.empty("name", ["val": "Calibri"])
            xml.close("font")
        }
        xml.close("fonts")
    }

    /// In the order of `WorkbookStyle`.
    private static func appendFormats(_ xml: inout XMLBytes) {
        xml.open("cellStyleXfs", ["count": "1"])
        xml.empty("xf", ["numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"])
        xml.close("cellStyleXfs")
        xml.open("cellXfs", ["count": "4"])
        for (format, font) in [("0", "0"), ("0", "1"), ("164", "0"), ("165", "0")] {
            xml.empty(
                "xf",
                [
                    "numFmtId": format, "fontId": font, "fillId": "0", "borderId": "0", "xfId": "0",
                    "applyNumberFormat": "1", "applyFont": "1",
                ])
        }
        xml.close("cellXfs")
        xml.open("cellStyles", ["count": "1"])
        xml.empty("cellStyle", ["name": "Normal", "xfId": "0", "builtinId": "0"])
        xml.close("cellStyles")
    }

    /// A sheet up to its rows: the heading stays while the rows move.
    static func sheetStart(_ columns: [XLSXWriter.Column], isFirst: Bool) -> [UInt8] {
        var xml = XMLBytes.part()
        xml.open("worksheet", ["xmlns": main])
        xml.open("sheetViews")
        xml.open("sheetView", ["tabSelected": isFirst ? "1" : "0", "workbookViewId": "0"])
        xml.empty("pane", ["ySplit": "1", "topLeftCell": "A2", "activePane": "bottomLeft", "state": "frozen"])
        xml.close("sheetView")
        xml.close("sheetViews")
        xml.open("cols")
        for (place, column) in columns.enumerated() {
            xml.empty(
                "col",
                ["min": "\(place + 1)", "max": "\(place + 1)", "width": "\(column.width)", "customWidth": "1"])
        }
        xml.close("cols")
        xml.open("sheetData")
        return xml.bytes
    }

    static func sheetEnd(columns: Int, rows: Int) -> [UInt8] {
        var xml = XMLBytes()
        xml.close("sheetData")
        xml.empty("autoFilter", ["ref": "A1:\(CellBytes.letters(of: columns))\(rows)"])
        xml.close("worksheet")
        return xml.bytes
    }
}
