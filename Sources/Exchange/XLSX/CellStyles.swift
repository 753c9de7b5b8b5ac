/// Which cells hold dates, by the number of their style.
/// - Source: ECMA-376, part 1, 18.8.30 (numFmt)
struct CellStyles: Sendable {
    private var isDate: [Bool] = []

    init() {}

    init(_ archive: ZipArchive, part: String, _ limits: SheetLimits) throws {
        var dates: Set<Int> = []
        var isInCells = false
        var styles: [Bool] = []
        try archive.forEachTag(of: part, limits) { tag in
            if tag.isNamed("numFmt"), let id = tag.text("numFmtId").flatMap({ Int($0) }),
                let code = tag.text("formatCode"), Self.isDateFormat(code)
            {
                dates.insert(id)
            }
            if tag.isNamed("cellXfs") { isInCells = !tag.isClosing && !tag.isEmpty }
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
            case "\"": isQuoted.toggle()
            case _ where isQuoted: break
            case "\\", "_", "*": isEscaped = true
            case "[": isBracketed = true
            case "]": isBracketed = false
            case "d", "m", "y", "h": if !isBracketed { return true }
            default: break
            }
        }
        return false
    }
}
