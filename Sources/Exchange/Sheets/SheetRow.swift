/// A row of a sheet or of a CSV file.
public struct SheetRow: Sendable, Equatable {
    /// As the office's program numbers it: 1 is the first row of the sheet, or the line of the file it begins on.
    public let number: Int
    /// From the first column on; what follows the last written cell is left out.
    public let cells: [SheetCell]

    public init(number: Int, cells: [SheetCell]) {
        self.number = number
        self.cells = cells
    }
}

/// What stands in a cell.
public enum SheetCell: Sendable, Hashable {
    case empty
    /// As written; a CSV file has nothing else.
    case text(String)
    case number(Double)
    /// A cell formatted as a date: days since 30 December 1899, the fraction being the time of day.
    case date(Double)
    case truth(Bool)
    /// What a formula came to when it failed: `#N/A`, `#REF!` …
    case fault(String)
}

extension SheetCell {
    /// What stands in the cell, for saying it back; a date as `2024-03-31`.
    public var shown: String {
        switch self {
        case .empty: ""
        case .text(let text), .fault(let text): text
        case .number(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
        case .date(let serial): CalendarText.iso(serial)
        case .truth(let truth): truth ? "TRUE" : "FALSE"
        }
    }
}
