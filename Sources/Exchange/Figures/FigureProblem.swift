/// A fault in a file of figures, with its place, what stands there and why it cannot be used.
public struct FigureProblem: Error, Equatable, Sendable {
    public enum Reason: Equatable, Sendable {
        case notCSV(CSVFault.Reason)
        /// The file has no line of data.
        case noData
        /// The first line holds figures where the names of the columns should be.
        case noHeader
        /// The file has one column, which looks like several with this mark between them.
        case otherSeparator(Character)
        /// Two columns have this name.
        case nameTwice
        case unknownColumn(available: [String])
        /// The column is asked for twice, so it would count twice.
        case askedTwice
        case fields(expected: Int, found: Int)
        /// Nothing stands there. Zero means none; not known cannot be compared.
        case missing
        /// A comma stands where a decimal point belongs; the figure it is taken for.
        case decimalComma(suggestion: String)
        /// Points or commas between thousands.
        case groupedThousands
        /// A point that may stand between thousands or before decimals; how either is written without doubt.
        case decimalOrThousands(thousands: String, decimal: String)
        case notANumber
        case notFinite
        case negative
        /// Nobody has any of it.
        case emptyColumn
        /// Figures so large or so small that they cannot be added up.
        case immeasurable
        /// The unit uses nothing.
        case noInput
    }

    /// 1 is the first line of the file; `nil` for a fault of a whole column or of the file.
    public let line: Int?
    /// The name of the column, as asked for; `nil` for a fault of a whole line or of the file.
    public let column: String?
    public let value: String?
    public let reason: Reason

    init(line: Int? = nil, column: String? = nil, value: String? = nil, _ reason: Reason) {
        self.line = line
        self.column = column
        self.value = value
        self.reason = reason
    }
}

/// A file of figures cannot be used as it is. All faults found, never only the first.
public struct FiguresRefused: Error, Equatable, Sendable {
    public let problems: [FigureProblem]
}
