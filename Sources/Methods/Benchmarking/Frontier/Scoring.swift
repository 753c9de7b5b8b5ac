extension Frontier {
    /// Units scored in one go by one thread, from one facet to the next.
    private static let chunk = 512

    /// The scores of the reference units themselves.
    ///
    /// - Parameters:
    ///   - direction: which way to look.
    ///   - fixed: inputs and outputs that the unit cannot choose: they are compared and do not move.
    /// - Throws: `Stopped`.
    /// - Source: Banker & Morey (1986), for fixed inputs.
    public func scores(
        _ direction: Direction, holding fixed: FixedColumns = .none, _ computation: Computation = .whole
    ) throws(Stopped) -> FrontierScores {
        check(reference, direction, fixed)
        return try scores(of: reference, table, direction, fixed, computation)
    }

    /// The scores of any units against this technology. A unit outside it has an output score below 1 (an input score
    /// above 1), or none.
    /// - Precondition: the units have the same inputs and outputs.
    public func scores(
        of units: Production, _ direction: Direction, holding fixed: FixedColumns = .none,
        _ computation: Computation = .whole
    ) throws(Stopped) -> FrontierScores {
        check(units, direction, fixed)
        let columns = scale.columns(of: units, ending: programme.ending)
        return try scores(of: units, columns, direction, fixed, computation)
    }

    /// What no table can satisfy is a fault of the program that asks.
    func check(_ units: Production, _ direction: Direction, _ fixed: FixedColumns) {
        let (inputs, outputs) = (programme.inputs, programme.outputs)
        precondition(
            units.inputs.columns == inputs && units.outputs.columns == outputs, "units have the frontier's columns")
        precondition(
            fixed.inputs.isSubset(of: 0..<inputs) && fixed.outputs.isSubset(of: 0..<outputs), "a fixed column is there")
        if case .along(let x, let y) = direction {
            precondition(x.count == inputs && y.count == outputs, "a direction has a figure for every column")
            precondition(
                (x + y).allSatisfy { $0 >= 0 && $0.isFinite }, "a direction's figures are finite and at least 0")
        }
    }

    private func scores(
        of units: Production, _ columns: ColumnTable, _ direction: Direction, _ fixed: FixedColumns,
        _ computation: Computation
    ) throws(Stopped) -> FrontierScores {
        let rays = Rays(units: units, columns: columns, direction: direction, fixed: fixed, frontier: self)
        let order = SpatialOrder.units(rays.places)
        let pool = self.pool
        let size = Frontier.chunk
        let solved = try computation.map((units.units + size - 1) / size) { (chunk) throws(Stopped) in
            let range = chunk * size..<min(units.units, (chunk + 1) * size)
            return try rays.solve(order[range], pool, computation)
        }
        return FrontierScores(
            direction: direction, chunks: rays.sorted(solved, order, size), size: size, count: units.units)
    }

    /// The score of every reference unit against the technology of the others (super-efficiency).
    ///
    /// For a unit that is not on the frontier it is the usual score. A unit on it gets an output score below 1 (an input
    /// score above 1): how much worse it could do and still be on the frontier; far out means an outlier, not a
    /// champion. Under other than constant returns the others may not reach it at all: `infeasible`.
    ///
    /// - Source: Andersen & Petersen (1993).
    /// - Complexity: units of the frame × all units.
    public func superEfficiency(
        _ direction: Direction, holding fixed: FixedColumns = .none, _ computation: Computation = .whole
    ) throws(Stopped) -> FrontierScores {
        let usual = try scores(direction, holding: fixed, computation.part(0...0.2))
        let everyone = Frontier(self, frame: Array(0..<reference.units))
        let rays = Rays(units: reference, columns: table, direction: direction, fixed: fixed, frontier: everyone)
        let size = 32
        let members = frame.sorted()
        let pool = everyone.pool
        let solved = try computation.part(0.2...1).map((members.count + size - 1) / size) { (chunk) throws(Stopped) in
            let range = chunk * size..<min(members.count, (chunk + 1) * size)
            return try rays.solveAlone(members[range], pool, computation)
        }
        return usual.replacing(members, by: solved, size, programme)
    }
}

/// Columns that a unit cannot choose, counted from 0.
public struct FixedColumns: Sendable, Equatable {
    public var inputs: Set<Int>
    public var outputs: Set<Int>

    public init(inputs: Set<Int> = [], outputs: Set<Int> = []) {
        self.inputs = inputs
        self.outputs = outputs
    }

    public static var none: FixedColumns { FixedColumns() }
}
