/// A column of figures as it is asked for: one column of the file, or the sum of several, under a name.
///
/// Written `land`, `urea+phosphate` or `fertiliser=urea+phosphate`.
public struct FigureColumn: Sendable, Equatable {
    public let name: String
    /// Names of the columns of the file that are added up, at least one.
    public let parts: [String]
    /// What was written to the right of the name: the name of one column where the file has such a column.
    let written: String

    /// - Returns: `nil` when a name is missing.
    public init?(_ text: String) {
        let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let sum = halves[halves.count - 1]
        written = sum.trimmed
        parts = sum.split(separator: "+", omittingEmptySubsequences: false).map { $0.trimmed }
        name = halves.count == 2 ? halves[0].trimmed : parts.joined(separator: "+")
        if name.isEmpty || parts.contains("") { return nil }
    }

    /// Columns written one after the other, separated by commas.
    ///
    /// - Throws: the first that is not a column.
    public static func list(_ text: String) throws(NotAColumn) -> [FigureColumn] {
        var columns: [FigureColumn] = []
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let column = FigureColumn(String(item)) else { throw NotAColumn(text: String(item)) }
            columns.append(column)
        }
        return columns
    }

    public struct NotAColumn: Error, Sendable, Equatable {
        public let text: String
    }
}

extension StringProtocol {
    /// Without blanks at both ends.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
