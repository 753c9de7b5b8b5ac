import Foundation

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
    private let hasSharedTexts: Bool
    private let styles: CellStyles
    /// Days are counted from 1904 on, not from 1900.
    private let is1904: Bool

    private static let main = "xl/workbook.xml"

    init(at place: URL, _ limits: SheetLimits) throws {
        archive = try ZipArchive(at: place, limits)
        self.limits = limits
        guard !archive.isLocked else { throw SheetRefusal.locked }
        guard archive.names.contains(Self.main) else {
            let isOffice = archive.names.contains("mimetype") || archive.names.contains("[Content_Types].xml")
            throw isOffice ? SheetRefusal.otherOfficeFile : SheetRefusal.notASheet
        }
        guard !archive.names.contains("xl/vbaProject.bin") else { throw SheetRefusal.macros }
        let targets = try Self.targets(archive, limits)
        var sheets: [Sheet] = []
        var is1904 = false
        try archive.forEachTag(of: Self.main, limits) { tag in
            if tag.isNamed("workbookPr"), let value = tag.text("date1904") { is1904 = value == "1" || value == "true" }
            guard tag.isNamed("sheet"), !tag.isClosing, let name = tag.text("name") else { return }
            let target = (tag.text("r:id") ?? tag.text("id")).flatMap { targets[$0] }
            // A chart has a sheet of its own and no rows.
            guard let target, target.contains("worksheet") || target.contains("sheet") else { return }
            let state = tag.text("state") ?? "visible"
            sheets.append(Sheet(name: name, isHidden: state != "visible", part: target))
        }
        guard !sheets.isEmpty else { throw SheetRefusal.damaged(part: Self.main) }
        self.sheets = sheets
        self.is1904 = is1904
        hasSharedTexts = archive.names.contains("xl/sharedStrings.xml")
        styles = try CellStyles(archive, limits)
    }

    /// Where the parts lie, by the identifiers that the workbook calls them.
    private static func targets(_ archive: ZipArchive, _ limits: SheetLimits) throws -> [String: String] {
        let part = "xl/_rels/workbook.xml.rels"
        guard archive.names.contains(part) else { throw SheetRefusal.damaged(part: part) }
        var targets: [String: String] = [:]
        try archive.forEachTag(of: part, limits) { tag in
            guard tag.isNamed("Relationship"), let id = tag.text("Id"), let target = tag.text("Target") else { return }
            targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        }
        return targets
    }

    func forEachRow(of index: Int, _ body: (SheetRow) throws -> Void) throws {
        guard sheets.indices.contains(index) else { throw SheetRefusal.damaged(part: Self.main) }
        let part = sheets[index].part
        guard archive.names.contains(part) else { throw SheetRefusal.damaged(part: part) }
        var reader = SheetReader(
            texts: hasSharedTexts ? try SharedTexts.read(archive, limits) : [], styles: styles,
            shift: is1904 ? 1462 : 0, limits)
        var pieces = XMLPieces(part, longestText: 2 * limits.cell)
        try archive.forEachBlock(of: part) { block in
            try pieces.feed(block) { try reader.take($0, body) }
        }
        try pieces.finish()
        try reader.finish(part)
    }
}

extension ZipArchive {
    /// The tags of a small part.
    func forEachTag(of name: String, _ limits: SheetLimits, _ body: (XMLPieces.Tag) throws -> Void) throws {
        var pieces = XMLPieces(name, longestText: 2 * limits.cell)
        try forEachBlock(of: name) { block in
            try pieces.feed(block) { if case .tag(let tag) = $0 { try body(tag) } }
        }
        try pieces.finish()
    }
}

/// The texts that the cells of a workbook share.
enum SharedTexts {
    static func read(_ archive: ZipArchive, _ limits: SheetLimits) throws -> [String] {
        let part = "xl/sharedStrings.xml"
        var pieces = XMLPieces(part, longestText: 2 * limits.cell)
        var texts: [String] = []
        var text = ""
        var size = 0
        var isInText = false
        // What tells how a text is spoken is no part of it.
        var isPhonetic = false
        try archive.forEachBlock(of: part) { block in
            try pieces.feed(block) { piece in
                switch piece {
                case .text(let bytes) where isInText && !isPhonetic: text += XMLText.resolved(bytes)
                case .text: break
                case .tag(let tag):
                    if tag.isNamed("t") { isInText = !tag.isClosing && !tag.isEmpty }
                    if tag.isNamed("rPh") { isPhonetic = !tag.isClosing && !tag.isEmpty }
                    guard tag.isNamed("si"), tag.isClosing || tag.isEmpty else { return }
                    size += text.utf8.count
                    guard size <= limits.sharedTexts else { throw SheetRefusal.bomb }
                    texts.append(text)
                    text = ""
                }
            }
        }
        try pieces.finish()
        return texts
    }
}

/// Which cells hold dates, by the number of their style.
struct CellStyles: Sendable {
    private var isDate: [Bool] = []

    init(_ archive: ZipArchive, _ limits: SheetLimits) throws {
        let part = "xl/styles.xml"
        guard archive.names.contains(part) else { return }
        var dates: Set<Int> = []
        var isInCells = false
        var styles: [Bool] = []
        try archive.forEachTag(of: part, limits) { tag in
            if tag.isNamed("numFmt"), let id = tag.text("numFmtId").flatMap({ Int($0) }),
                let code = tag.text("formatCode"), Self.isDateFormat(code)
            {
                dates.insert(id)
            }
            if tag.isNamed("cellXfs") { isInCells = !tag.isClosing }
            if isInCells, tag.isNamed("xf"), !tag.isClosing {
                let id = tag.text("numFmtId").flatMap { Int($0) } ?? 0
                styles.append(dates.contains(id) || Self.builtIn.contains { $0.contains(id) })
            }
        }
        isDate = styles
    }

    func isDate(_ style: Int) -> Bool { isDate.indices.contains(style) && isDate[style] }

    /// Dates and times among the formats that every workbook has.
    private static let builtIn = [14...22, 27...36, 45...47, 50...58]

    /// Whether a format of somebody's own writes a date: a letter of day, month, year or hour outside quotes and brackets.
    static func isDateFormat(_ code: String) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for letter in code.lowercased() {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch letter {
            case "\\", "_": isEscaped = true
            case "\"": isQuoted.toggle()
            case "[": isBracketed = true
            case "]": isBracketed = false
            case "d", "m", "y", "h": if !isQuoted, !isBracketed { return true }
            default: break
            }
        }
        return false
    }
}
