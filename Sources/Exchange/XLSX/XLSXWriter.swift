/// Writes a workbook (`.xlsx`) while it is sent: rows come in one after the other, bytes go out at once, none is held.
/// A sheet that is full goes on in the next one, with the same header.
///
/// Texts are texts and never computed, whatever they begin with; numbers are numbers with a decimal point inside.
///
/// - Source: ECMA-376, part 1: SpreadsheetML
public struct XLSXWriter {
    public enum Cell: Sendable, Equatable {
        case text(String)
        case number(Double)
        case integer(Int)
        case unknown
    }

    private let name: String
    private let header: [String]
    private let widths: [Int]
    private let mostRows: Int
    private var zip = ZipStream()
    private var sheets = 0
    private var row = 0
    private var waiting: [UInt8] = []

    /// - Parameters:
    ///   - name: of the first sheet; further ones are numbered. At most 25 letters, none of `[]:*?/\`.
    ///   - header: the headings, one a column.
    ///   - mostRows: of a sheet, the header among them; Excel's limit.
    public init(sheet name: String, header: [String], mostRows: Int = 1_048_576) {
        self.name = name
        self.header = header
        self.mostRows = max(2, mostRows)
        widths = header.map { min(max($0.count + 2, 10), 40) }
    }

    /// The first bytes: what they hold is known before the first row.
    public mutating func begin() -> [UInt8] {
        part("_rels/.rels", Self.packageRelations) + part("xl/styles.xml", Self.styles) + beginSheet()
    }

    /// - Returns: the bytes to send; none until enough have come together.
    public mutating func add(_ cells: [Cell]) -> [UInt8] {
        var bytes: [UInt8] = []
        if row == mostRows { bytes += endSheet() + beginSheet() }
        write(cells, style: 0)
        if waiting.count >= 1 << 15 { bytes += flush() }
        return bytes
    }

    /// The last bytes.
    public mutating func finish() -> [UInt8] {
        var bytes = endSheet()
        bytes += part("xl/workbook.xml", workbook(sheets)) + part("xl/_rels/workbook.xml.rels", relations(sheets))
        // Last, because only now it is known how many sheets there are.
        bytes += part("[Content_Types].xml", Self.types(sheets: sheets))
        return bytes + zip.finish()
    }

    // MARK: - Sheets

    private mutating func beginSheet() -> [UInt8] {
        sheets += 1
        row = 0
        var bytes = zip.begin("xl/worksheets/sheet\(sheets).xml")
        put(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <worksheet xmlns="\(Self.main)"><sheetViews><sheetView workbookViewId="0">\
            <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>
            """)
        for (place, width) in widths.enumerated() {
            put("<col min=\"\(place + 1)\" max=\"\(place + 1)\" width=\"\(width)\" customWidth=\"1\"/>")
        }
        put("</cols><sheetData>")
        write(header.map { .text($0) }, style: 1)
        bytes += flush()
        return bytes
    }

    private mutating func endSheet() -> [UInt8] {
        put("</sheetData><autoFilter ref=\"A1:\(Self.column(max(header.count, 1)))\(max(row, 1))\"/></worksheet>")
        return flush() + zip.end()
    }

    private mutating func write(_ cells: [Cell], style: Int) {
        row += 1
        put("<row r=\"\(row)\">")
        for (place, cell) in cells.enumerated() {
            guard cell != .unknown else { continue }
            put("<c r=\"\(Self.column(place + 1))\(row)\"")
            if style > 0 { put(" s=\"\(style)\"") }
            switch cell {
            case .text(let text):
                put(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                putText(text)
                put("</t></is></c>")
            case .integer(let number): put("><v>\(number)</v></c>")
            case .number(let number): put(number.isFinite ? "><v>\(number)</v></c>" : "/>")
            case .unknown: break
            }
        }
        put("</row>")
    }

    private mutating func put(_ text: String) { waiting.append(contentsOf: text.utf8) }

    /// Signs that XML has no place for are left out.
    private mutating func putText(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): put("&amp;")
            case UInt8(ascii: "<"): put("&lt;")
            case UInt8(ascii: ">"): put("&gt;")
            case 0x09, 0x0A: waiting.append(byte)
            case 0..<0x20: continue
            default: waiting.append(byte)
            }
        }
    }

    private mutating func flush() -> [UInt8] {
        defer { waiting.removeAll(keepingCapacity: true) }
        return zip.add(waiting)
    }

    private mutating func part(_ name: String, _ content: String) -> [UInt8] {
        zip.begin(name) + zip.add(Array(content.utf8)) + zip.end()
    }

    /// 28 is `AB`.
    static func column(_ number: Int) -> String {
        var rest = number
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }
}

extension XLSXWriter {
    fileprivate static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    private static let opening = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    fileprivate static func types(sheets: Int) -> String {
        let overrides = (1...sheets).map {
            "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(kind).worksheet+xml\"/>"
        }
        return opening + "<Types xmlns=\"\(package)/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(kind).sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(kind).styles+xml\"/>" + overrides.joined()
            + "</Types>"
    }

    fileprivate static let packageRelations =
        opening + "<Relationships xmlns=\"\(package)/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"

    /// Two styles: plain, and bold for headings.
    fileprivate static let styles =
        opening
        + "<styleSheet xmlns=\"\(main)\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
        + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill>"
        + "<patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\">"
        + "<xf fontId=\"0\"/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs><cellStyles count=\"1\">"
        + "<cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"

    fileprivate func workbook(_ sheets: Int) -> String {
        let entries = (1...sheets).map { number in
            let title = number == 1 ? name : "\(name) \(number)"
            return "<sheet name=\"\(title)\" sheetId=\"\(number)\" r:id=\"rId\(number)\"/>"
        }
        return Self.opening + "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><sheets>" + entries.joined()
            + "</sheets></workbook>"
    }

    fileprivate func relations(_ sheets: Int) -> String {
        let entries = (1...sheets).map {
            "<Relationship Id=\"rId\($0)\" Type=\"\(Self.office)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
        }
        let styles = "<Relationship Id=\"rId\(sheets + 1)\" Type=\"\(Self.office)/styles\" Target=\"styles.xml\"/>"
        return Self.opening + "<Relationships xmlns=\"\(Self.package)/relationships\">" + entries.joined() + styles
            + "</Relationships>"
    }
}
