/// What must be thought possible: that a cell lies so far above its figure, or so far below.
struct Demand: Sendable {
    /// Share of the level that counts as rounding.
    static let tolerance = 1e-7

    let cell: Int
    /// +1 above, −1 below.
    let sign: Double
    /// Above 0.
    let level: Double

    /// The cell itself need not move the other way, nor further than the level.
    func ownRoom(_ room: ClosedRange<Double>) -> ClosedRange<Double> {
        room.clamped(to: sign > 0 ? 0...level : -level...0)
    }

    /// Whether another table, as its differences from the true one, shows that it is possible.
    func isMet(by differences: [Double]) -> Bool {
        sign * differences[cell] >= level * (1 - Self.tolerance)
    }
}

extension SuppressionProblem {
    /// Two per sensitive cell, without those that ask for nothing; the greatest levels first.
    var demands: [Demand] {
        sensitive.flatMap { entry in
            [
                Demand(cell: entry.cell, sign: 1, level: entry.protection),
                Demand(cell: entry.cell, sign: -1, level: min(entry.protection, table.values[entry.cell])),
            ]
        }.filter { $0.level > 0 }.sorted { ($0.level, -$0.cell) > ($1.level, -$1.cell) }
    }
}

/// The linear program whose points are the differences between the true table and others with the same relations:
/// one variable per cell that may differ, `Σ parts = total` in every row.
struct DeviationProgram {
    let cells: [Int]
    private let program: LinearProgram

    init(_ table: AdditiveTable, cells: [Int]) {
        self.cells = cells
        let number = Dictionary(uniqueKeysWithValues: zip(cells, cells.indices))
        var program = LinearProgram(maximising: [Double](repeating: 0, count: cells.count))
        for relation in table.relations {
            let terms = relation.terms(number)
            if !terms.isEmpty { program.require(terms, .equal, 0) }
        }
        self.program = program
    }

    /// How far a cell can be thought away from its figure, up to the level demanded and no further.
    ///
    /// - Parameter room: of each cell of the table.
    /// - Returns: `nil` when it could not be proven.
    func furthest(_ demand: Demand, _ room: (Int) -> ClosedRange<Double>) -> LinearSolution? {
        var program = self.program
        for (variable, cell) in cells.enumerated() {
            let isOwn = cell == demand.cell
            if isOwn { program.objective[variable] = demand.sign }
            program.bound(variable, isOwn ? demand.ownRoom(room(cell)) : room(cell))
        }
        guard case .optimal(let solution) = program.solve() else { return nil }
        return solution
    }

    /// A solution as one difference per cell of the table, zero where nothing may differ.
    func differences(_ values: [Double], cellCount: Int) -> [Double] {
        var differences = [Double](repeating: 0, count: cellCount)
        for (variable, cell) in cells.enumerated() { differences[cell] = values[variable] }
        return differences
    }
}
