/// A fault in a reference file, with its place: file, line and column.
public struct FactProblem: Error, Equatable, Sendable {
    public enum Reason: Equatable, Sendable {
        case missingFile
        /// The heading is not the one expected.
        case heading(expected: [String])
        case columns(expected: Int, found: Int)
        case notCSV(CSVFault.Reason)
        case notANumber
        case notACode
        case unknownKind(allowed: [String])
        case duplicate
        case empty
        /// The manifest says there are this many records.
        case count(expected: Int, found: Int)
        /// The manifest says the column adds up to this.
        case sum(expected: Double, found: Double)
        case unknownRegion
        /// A village whose district is not there.
        case unknownDistrict
        /// A code that this version of the classification does not have.
        case unknownIndustry
        /// A row without which the file says nothing, such as the nation.
        case missingRow
        /// The manifest names a column the file does not have.
        case unknownColumn(of: String)
        /// Nothing else is wrong, but a byte is not what it was when the manifest was written.
        case changed(expected: String)
    }

    /// Relative to the folder of the facts, `regional-gdp/2019.csv`.
    public let file: String
    /// 1 is the heading; `nil` for a fault of the whole file.
    public let line: Int?
    /// 1 is the first column; `nil` for a fault of the whole line.
    public let column: Int?
    public let value: String?
    public let reason: Reason

    init(_ file: String, line: Int? = nil, column: Int? = nil, value: String? = nil, _ reason: Reason) {
        self.file = file
        self.line = line
        self.column = column
        self.value = value
        self.reason = reason
    }
}

/// The reference files cannot be taken as they are. All faults found, never only the first.
public struct FactsRefused: Error, Equatable, Sendable {
    public let problems: [FactProblem]

    public init(problems: [FactProblem]) { self.problems = problems }
}
