/// Why a table of figures cannot be used, and where. Rows and columns count from 0.
public enum TableError: Error, Equatable, Sendable {
    /// No rows, or no columns.
    case empty
    /// The row is not as long as the first row.
    case ragged(row: Int)
    /// A figure below zero where only amounts make sense.
    case negative(row: Int, column: Int)
    /// A figure that is infinite or not a number.
    case notFinite(row: Int, column: Int)
    /// A row whose total is zero: it has no shares.
    case emptyRow(row: Int)
    /// The number of figures does not fit the declared shape.
    case shapeMismatch(expected: Int, found: Int)
    /// The reference has none of an industry that the region has, so nothing can be set against it.
    case emptyReference(column: Int)
}

/// A dense table of finite numbers, kept row after row.
///
/// It never holds NaN or infinity: a figure that is not known has no place here, and a method that
/// met one would spread it silently.
public struct Matrix: Sendable, Equatable {
    /// Number of rows, at least 1.
    public let rows: Int
    /// Number of columns, at least 1.
    public let columns: Int
    /// `rows × columns` figures; the figure of (row, column) is at `row * columns + column`.
    public let values: [Double]

    /// A table from its rows.
    ///
    /// - Parameter table: at least one row of at least one figure, all rows equally long.
    /// - Throws: `.empty`, `.ragged(row:)`, `.notFinite(row:column:)`; the first defect found.
    public init(_ table: [[Double]]) throws(TableError) {
        guard let first = table.first, !first.isEmpty else { throw .empty }
        if let row = table.firstIndex(where: { $0.count != first.count }) {
            throw .ragged(row: row)
        }
        try self.init(rows: table.count, columns: first.count, values: table.flatMap { $0 })
    }

    /// A table from its figures, row after row.
    ///
    /// - Parameter values: `rows × columns` finite figures.
    /// - Throws: `.empty` when a side is below 1, `.shapeMismatch(expected:found:)`,
    ///   `.notFinite(row:column:)`.
    public init(rows: Int, columns: Int, values: [Double]) throws(TableError) {
        guard rows > 0, columns > 0 else { throw .empty }
        guard values.count == rows * columns else {
            throw .shapeMismatch(expected: rows * columns, found: values.count)
        }
        if let place = values.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(row: place / columns, column: place % columns)
        }
        self.init(computed: values, rows: rows, columns: columns)
    }

    /// A table that the module has computed from a checked one: its shape and its figures are
    /// right.
    init(computed values: [Double], rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    /// The figure in a row and a column.
    /// - Precondition: both lie inside the table.
    public subscript(row: Int, column: Int) -> Double {
        precondition(column >= 0 && column < columns, "column outside the table")
        return values[row * columns + column]
    }

    /// The figures of one row, `columns` of them.
    /// - Precondition: the row lies inside the table.
    public func row(_ row: Int) -> [Double] {
        Array(values[(row * columns)..<((row + 1) * columns)])
    }

    /// The sum of every row, added from the first column to the last.
    public var rowTotals: [Double] {
        (0..<rows).map { row in
            values[(row * columns)..<((row + 1) * columns)].reduce(0, +)
        }
    }

    /// The sum of every column, added from the first row to the last.
    public var columnTotals: [Double] {
        var totals = [Double](repeating: 0, count: columns)
        for row in 0..<rows {
            for column in 0..<columns { totals[column] += values[row * columns + column] }
        }
        return totals
    }

    /// Refuses the first figure below zero.
    func requireNonNegative() throws(TableError) {
        if let place = values.firstIndex(where: { $0 < 0 }) {
            throw .negative(row: place / columns, column: place % columns)
        }
    }

    /// The same shape with every figure transformed.
    func mapValues(_ transform: (Double) -> Double) -> Matrix {
        Matrix(computed: values.map(transform), rows: rows, columns: columns)
    }
}
