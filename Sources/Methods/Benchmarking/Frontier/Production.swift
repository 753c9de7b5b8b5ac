/// Why inputs and outputs cannot be compared, and where. Units, inputs and outputs count from 0.
public enum ProductionError: Error, Equatable, Sendable {
    /// The two tables do not have the same units.
    case unitsDiffer(inputs: Int, outputs: Int)
    /// An amount below zero.
    case negativeInput(unit: Int, input: Int)
    case negativeOutput(unit: Int, output: Int)
    /// Nobody uses the input, or nobody makes the output: it tells nothing and cannot be scaled.
    case emptyInput(input: Int)
    case emptyOutput(output: Int)
    /// Figures so large or so small that the mean of their column is no ordinary number.
    case immeasurableInput(input: Int)
    case immeasurableOutput(output: Int)
    /// The unit uses nothing at all: no technology explains it.
    case noInput(unit: Int)
}

/// What units use and what they make: the table that every frontier is drawn from.
///
/// Any units of measure; a method of this folder gives the same scores in kilograms and in tons.
public struct Production: Sendable, Equatable {
    /// `units × inputs`, every figure ≥ 0, some input above 0 in every row and every column.
    public let inputs: Matrix
    /// `units × outputs`, every figure ≥ 0, every column with a figure above 0. A row of zeros is a unit that makes
    /// nothing.
    public let outputs: Matrix

    /// Number of units.
    public var units: Int { inputs.rows }

    /// - Throws: the first defect found, tables before units before columns.
    public init(inputs: Matrix, outputs: Matrix) throws(ProductionError) {
        guard inputs.rows == outputs.rows else {
            throw .unitsDiffer(inputs: inputs.rows, outputs: outputs.rows)
        }
        if let place = inputs.values.firstIndex(where: { $0 < 0 }) {
            throw .negativeInput(unit: place / inputs.columns, input: place % inputs.columns)
        }
        if let place = outputs.values.firstIndex(where: { $0 < 0 }) {
            throw .negativeOutput(unit: place / outputs.columns, output: place % outputs.columns)
        }
        if let input = inputs.columnTotals.firstIndex(of: 0) { throw .emptyInput(input: input) }
        if let output = outputs.columnTotals.firstIndex(of: 0) { throw .emptyOutput(output: output) }
        if let input = Production.immeasurable(inputs) { throw .immeasurableInput(input: input) }
        if let output = Production.immeasurable(outputs) { throw .immeasurableOutput(output: output) }
        if let unit = inputs.rowTotals.firstIndex(of: 0) { throw .noInput(unit: unit) }
        self.init(checked: inputs, outputs)
    }

    /// Column totals beyond these cannot be computed with.
    private static let measurable = 1e-150...1e150

    private static func immeasurable(_ table: Matrix) -> Int? {
        table.columnTotals.firstIndex { !measurable.contains($0) }
    }

    /// Tables that are known to be right.
    init(checked inputs: Matrix, _ outputs: Matrix) {
        self.inputs = inputs
        self.outputs = outputs
    }

    /// How many units differ from all others before them in some figure.
    var distinctUnits: Int {
        Set((0..<units).map { inputs.row($0) + outputs.row($0) }).count
    }

    /// The units with these numbers, in this order. Columns that become empty stay: nobody in the choice uses them.
    /// - Precondition: every number lies inside the table, and there is one.
    public func choosing(_ units: [Int]) -> Production {
        precondition(!units.isEmpty, "a choice of units holds at least one")
        func rows(_ table: Matrix) -> Matrix {
            Matrix(computed: units.flatMap { table.row($0) }, rows: units.count, columns: table.columns)
        }
        return Production(checked: rows(inputs), rows(outputs))
    }
}
