/// Why a file cannot be read as a list. The code is stable.
public enum SheetRefusal: Error, Equatable, Sendable {
    case empty
    /// No file, or one that may not be read.
    case unreadable
    /// Neither a workbook nor text.
    case notASheet
    /// The file is damaged: a part is missing or broken.
    case damaged(part: String)
    /// Protected by a password. Remedy: take the password off.
    case locked
    /// A workbook of before 2007 (`.xls`). Remedy: save as `.xlsx` or CSV.
    case oldWorkbook
    /// Another office file, such as a document. Remedy: save the table as `.xlsx` or CSV.
    case otherOfficeFile
    /// A workbook with macros. Remedy: save as `.xlsx`.
    case macros
    /// It unfolds to more than any list needs.
    case bomb
    case cellTooLong(row: Int, column: Int, limit: Int)
    case rowTooLong(row: Int, limit: Int)
    case tooManyColumns(row: Int, limit: Int)
    /// A quotation mark that is never closed.
    case openQuote(row: Int, column: Int)
    case textAfterQuote(row: Int, column: Int)
    /// Bytes that are no text.
    case binary(row: Int)

    public var code: String {
        switch self {
        case .empty: "sheet-empty"
        case .unreadable: "sheet-unreadable"
        case .notASheet: "sheet-unknown"
        case .damaged: "sheet-damaged"
        case .locked: "sheet-locked"
        case .oldWorkbook: "sheet-old"
        case .otherOfficeFile: "sheet-other"
        case .macros: "sheet-macros"
        case .bomb: "sheet-bomb"
        case .cellTooLong: "cell-too-long"
        case .rowTooLong: "row-too-long"
        case .tooManyColumns: "too-many-columns"
        case .openQuote: "open-quote"
        case .textAfterQuote: "text-after-quote"
        case .binary: "sheet-binary"
        }
    }
}

/// How much a file may hold.
public struct SheetLimits: Sendable, Equatable {
    /// Bytes of a cell; what Excel holds in one, in letters of three bytes.
    public var cell = 3 * 32_767
    public var columns = 16_384
    /// Bytes of a part of a workbook, unfolded.
    public var part = 4 << 30
    /// How many times its size a part may unfold to, once it is larger than `ratioFrom`.
    public var ratio = 500
    public var ratioFrom = 64 << 20
    /// Bytes that the shared texts of a workbook take in memory.
    public var sharedTexts = 256 << 20
    /// Bytes of a row of a CSV file.
    public var row = 16 << 20
    /// Bytes of a workbook's small parts, unfolded: its list of sheets, its styles.
    public var smallPart = 32 << 20
    /// The last row that a sheet may have.
    public var rows = 1 << 24

    public init() {}
}
