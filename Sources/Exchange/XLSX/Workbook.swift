/// A workbook (`.xlsx`).
/// - Source: ECMA-376, part 1: SpreadsheetML
struct Workbook: Sendable {
    struct Sheet: Sendable {
        let name: String
        let isHidden: Bool
        let part: String
    }

    let sheets: [Sheet]
    private let archive: ZipArchive
    private let limits: SheetLimits
    private let sharedPart: String?
    private let styles: CellStyles
    /// Days are counted from 1904 on, not from 1900.
    private let is1904: Bool

    private static let main = "xl/workbook.xml"

    init(_ file: OpenFile, _ limits: SheetLimits) throws(SheetRefusal) {
        archive = try ZipArchive(file, limits)
        self.limits = limits
        guard !archive.isLocked else { throw .locked }
        let archive = archive
        (sheets, is1904, sharedPart, styles) = try refusing {
            try Self.checkKind(archive, limits)
            let relations = try Relations(archive, limits)
            let (sheets, is1904) = try Self.sheets(archive, relations, limits)
            let styles = try relations.part("styles").map { try CellStyles(archive, part: $0, limits) }
            return (sheets, is1904, relations.part("sharedStrings"), styles ?? CellStyles())
        }
    }

    private static func checkKind(_ archive: ZipArchive, _ limits: SheetLimits) throws {
        let types = "[Content_Types].xml"
        guard archive.names.contains(main) else {
            let isOffice = archive.names.contains("mimetype") || archive.names.contains(types)
            throw isOffice ? SheetRefusal.otherOfficeFile : SheetRefusal.notASheet
        }
        guard !archive.names.contains("xl/vbaProject.bin") else { throw SheetRefusal.macros }
        guard archive.names.contains(types) else { throw SheetRefusal.damaged(part: types) }
        try archive.forEachTag(of: types, limits) { tag in
            if tag.text("ContentType")?.contains("macroEnabled") ?? false { throw SheetRefusal.macros }
        }
    }

    private static func sheets(
        _ archive: ZipArchive, _ relations: Relations, _ limits: SheetLimits
    ) throws -> ([Sheet], is1904: Bool) {
        var sheets: [Sheet] = []
        var is1904 = false
        try archive.forEachTag(of: main, limits) { tag in
            if tag.isNamed("workbookPr"), let value = tag.text("date1904") { is1904 = value == "1" || value == "true" }
            guard tag.isNamed("sheet"), !tag.isClosing, let name = tag.text("name") else { return }
            // A chart has a sheet of its own and no rows.
            guard let part = (tag.text("r:id") ?? tag.text("id")).flatMap({ relations.sheets[$0] }) else { return }
            let state = tag.text("state") ?? "visible"
            sheets.append(Sheet(name: name, isHidden: state != "visible", part: part))
        }
        guard !sheets.isEmpty else { throw SheetRefusal.damaged(part: main) }
        return (sheets, is1904)
    }

    func forEachRow(of index: Int, _ progress: SheetProgress?, _ body: (SheetRow) throws -> Void) throws {
        let part = try part(of: index)
        let texts = try sharedPart.map { try SharedTexts(archive, part: $0, limits) } ?? SharedTexts()
        var reader = SheetReader(texts: texts, styles: styles, shift: is1904 ? 1462 : 0, limits)
        var pieces = XMLPieces(part, longestText: 2 * limits.cell)
        try archive.forEachBlock(of: part, progress) { block in
            try pieces.feed(block) { try reader.take($0, body) }
        }
        try pieces.finish()
        try reader.finish(part)
    }

    func mergedRanges(of index: Int) throws -> [SheetRange] {
        var ranges: [SheetRange] = []
        let part = try part(of: index)
        try archive.forEachTag(of: part, limits, atMost: limits.part) { tag in
            guard tag.isNamed("mergeCell"), let range = tag.attribute("ref").flatMap(CellReference.range) else {
                return
            }
            ranges.append(range)
            // Sixteen bytes of a part make one range; nobody merges so many cells.
            guard ranges.count <= 1 << 18 else { throw SheetRefusal.bomb }
        }
        return ranges
    }

    private func part(of index: Int) throws -> String {
        guard sheets.indices.contains(index) else { throw SheetRefusal.damaged(part: Self.main) }
        let part = sheets[index].part
        guard archive.names.contains(part) else { throw SheetRefusal.damaged(part: part) }
        return part
    }
}

/// Where the parts of a workbook lie.
private struct Relations {
    /// Parts of the sheets, by the identifiers that the workbook calls them.
    private(set) var sheets: [String: String] = [:]
    private var others: [String: String] = [:]

    init(_ archive: ZipArchive, _ limits: SheetLimits) throws {
        let part = "xl/_rels/workbook.xml.rels"
        guard archive.names.contains(part) else { throw SheetRefusal.damaged(part: part) }
        try archive.forEachTag(of: part, limits) { tag in
            guard tag.isNamed("Relationship"), let target = tag.text("Target"), let type = tag.text("Type") else {
                return
            }
            let place = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
            let kind = type.split(separator: "/").last.map(String.init) ?? ""
            if kind == "worksheet", let id = tag.text("Id") {
                sheets[id] = place
            } else if archive.names.contains(place) {
                others[kind] = place
            }
        }
    }

    func part(_ kind: String) -> String? { others[kind] }
}

/// What is thrown where nothing but a refusal can be.
private func refusing<Result>(_ body: () throws -> Result) throws(SheetRefusal) -> Result {
    do {
        return try body()
    } catch let refusal as SheetRefusal {
        throw refusal
    } catch {
        throw .damaged(part: "zip")
    }
}

extension ZipArchive {
    /// The tags of a part; a small one if nothing else is said.
    func forEachTag(
        of name: String, _ limits: SheetLimits, atMost most: Int? = nil, _ body: (XMLPieces.Tag) throws -> Void
    ) throws {
        var pieces = XMLPieces(name, longestText: 2 * limits.cell)
        try forEachBlock(of: name, atMost: most ?? limits.smallPart) { block in
            try pieces.feed(block) { if case .tag(let tag) = $0 { try body(tag) } }
        }
        try pieces.finish()
    }
}

/// The places of cells as a workbook writes them.
enum CellReference {
    /// `AB12` is in column 28; `nil` where no letter stands in front.
    static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
        var column = 0
        for byte in reference {
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte), column < 1 << 20 else { break }
            column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
        }
        return column > 0 ? column : nil
    }

    /// `A1:B2`, or a single cell.
    static func range(_ reference: UnsafeBufferPointer<UInt8>) -> SheetRange? {
        let corners = reference.split(separator: UInt8(ascii: ":")).map { UnsafeBufferPointer(rebasing: $0) }
        guard let first = corners.first.flatMap(cell), let last = corners.last.flatMap(cell), corners.count <= 2,
            first.row <= last.row, first.column <= last.column
        else { return nil }
        return SheetRange(rows: first.row...last.row, columns: first.column...last.column)
    }

    private static func cell(_ reference: UnsafeBufferPointer<UInt8>) -> (row: Int, column: Int)? {
        let digits = reference.drop { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        guard let column = column(reference), let row = Int(String(decoding: digits, as: UTF8.self)), row > 0 else {
            return nil
        }
        return (row, column)
    }
}
