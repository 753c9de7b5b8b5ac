/// The best that units make from the same inputs: the technology that a table of production shows, by its frame.
///
/// Nothing is assumed but that what was done can be done, that mixtures can, that waste can, and what `returns` says
/// about size. Data envelopment analysis; the frame is found once, and every score after that looks at it alone.
///
/// - Source: Farrell (1957); Charnes, Cooper & Rhodes (1978); Banker, Charnes & Cooper (1984).
public struct Frontier: Sendable {
    /// The units that the technology is drawn from.
    public let reference: Production
    public let returns: ReturnsToScale
    /// Numbers of the reference units that carry the technology; the others lie inside their hull.
    public let frame: [Int]

    /// Whether some figures are so small beside their column's mean that a double may not tell them apart from nothing.
    /// Then every unit is kept in the frame and every score is added up from the table before it is given.
    public var isWide: Bool { scale.isWide }

    let scale: ColumnScale
    let programme: Programme
    let table: ColumnTable

    /// - Parameters:
    ///   - reference: at least one unit.
    ///   - returns: what the technology allows beyond mixtures.
    ///   - restrictions: what is known about the worth of inputs and outputs; none if not said.
    /// - Throws: `Stopped`.
    /// - Complexity: about units × frame, both small multiples of the number of rows.
    public init(
        of reference: Production, returns: ReturnsToScale, restrictions: [WeightRestriction] = [],
        _ computation: Computation = .whole
    ) throws(Stopped) {
        self.reference = reference
        self.returns = returns
        scale = ColumnScale(reference)
        let scale = self.scale
        programme = Programme(
            inputs: reference.inputs.columns, outputs: reference.outputs.columns, returns: returns,
            restrictions: restrictions.flatMap { $0.columns(scale) })
        table = scale.columns(of: reference, ending: programme.ending)
        frame =
            scale.isWide
            ? Array(0..<reference.units) : try Frontier.frame(programme, table, among: nil, computation)
    }

    /// The technology of a table of which it is known that these units carry it, with others perhaps: a union of
    /// frames.
    init(
        of reference: Production, returns: ReturnsToScale, carriedBy candidates: [Int], _ computation: Computation
    ) throws(Stopped) {
        self.reference = reference
        self.returns = returns
        scale = ColumnScale(reference)
        programme = Programme(
            inputs: reference.inputs.columns, outputs: reference.outputs.columns, returns: returns)
        table = scale.columns(of: reference, ending: programme.ending)
        frame =
            scale.isWide
            ? Array(0..<reference.units) : try Frontier.frame(programme, table, among: candidates, computation)
    }

    private static func frame(
        _ programme: Programme, _ table: ColumnTable, among candidates: [Int]?, _ computation: Computation
    ) throws(Stopped) -> [Int] {
        let plain = Programme(inputs: programme.inputs, outputs: programme.outputs, returns: programme.returns)
        var order = SpatialOrder.units(table)
        if let candidates {
            let chosen = Set(candidates)
            order.removeAll { !chosen.contains($0) }
        }
        return try Frame(programme: plain, table: table).units(in: order, computation)
    }

    /// The same technology with another frame.
    init(_ other: Frontier, frame: [Int]) {
        reference = other.reference
        returns = other.returns
        scale = other.scale
        programme = other.programme
        table = other.table
        self.frame = frame
    }

    /// The trades that the weight restrictions allow, per unit of the solver's amount, in the units of the columns.
    public var trades: [(inputs: [Double], outputs: [Double])] {
        programme.fixedColumns.dropFirst(programme.slacks).map { column in
            (
                scale.inputs.indices.map { column[$0] * scale.inputs[$0] },
                scale.outputs.indices.map { -column[programme.inputs + $0] * scale.outputs[$0] }
            )
        }
    }

    /// The columns of the frame, as the solver reads them.
    var pool: Pool { Pool(frame, of: table) }
}

/// One figure per column by which all its figures are divided: the mean of the reference, so that scores do not depend
/// on the unit in which a column is written.
struct ColumnScale: Sendable, Equatable {
    let inputs: [Double]
    let outputs: [Double]
    let isWide: Bool

    /// A figure above zero that is a smaller part of its column's mean makes the table wide.
    private static let smallestPart = 1e-5

    init(_ reference: Production) {
        let units = Double(reference.units)
        let inputs = reference.inputs.columnTotals.map { $0 > 0 ? $0 / units : 1 }
        let outputs = reference.outputs.columnTotals.map { $0 > 0 ? $0 / units : 1 }
        isWide = ColumnScale.isWide(reference.inputs, inputs) || ColumnScale.isWide(reference.outputs, outputs)
        self.inputs = inputs
        self.outputs = outputs
    }

    private static func isWide(_ table: Matrix, _ means: [Double]) -> Bool {
        let least = means.map { $0 * smallestPart }
        return table.values.indices.contains { place in
            let figure = table.values[place]
            return figure > 0 && figure < least[place % table.columns]
        }
    }

    /// The columns of the programme of these units.
    func columns(of units: Production, ending: [Double]) -> ColumnTable {
        var figures: [Double] = []
        let rows = inputs.count + outputs.count + ending.count
        figures.reserveCapacity(units.units * rows)
        for unit in 0..<units.units {
            for input in inputs.indices { figures.append(units.inputs[unit, input] / inputs[input]) }
            for output in outputs.indices { figures.append(-units.outputs[unit, output] / outputs[output]) }
            figures.append(contentsOf: ending)
        }
        return ColumnTable(rows: rows, figures: figures)
    }
}
