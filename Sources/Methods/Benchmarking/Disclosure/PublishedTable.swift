/// A table as readers see it: some cells are withheld, but what adds up to what is known.
public struct PublishedTable: Sendable, Equatable {
    /// One per cell; `nil` where the figure is withheld.
    public let values: [Double?]
    public let relations: [AdditiveRelation]
    /// What an attacker knows of a withheld cell beforehand; 0 … ∞ where nothing is said.
    public let known: [Int: ClosedRange<Double>]

    /// - Parameter known: bounds by cell. A contributor knows that the cell has at least its own share; somebody else
    ///   may know how much a firm can have at most.
    /// - Throws: as `AdditiveTable`, sums being checked where all is published; `.wrongKnowledge(cell:)` for bounds
    ///   below zero.
    public init(
        values: [Double?], relations: [AdditiveRelation], known: [Int: ClosedRange<Double>] = [:]
    ) throws(DisclosureError) {
        guard !values.isEmpty else { throw .empty }
        try checkAmounts(values.map { $0 ?? 0 })
        try checkRelations(relations, cells: values.count)
        if let cell = known.keys.sorted().first(where: { !values.indices.contains($0) }) { throw .unknownCell(cell) }
        if let cell = known.keys.sorted().first(where: { (known[$0]?.upperBound ?? 0) < 0 }) {
            throw .wrongKnowledge(cell: cell)
        }
        for (number, relation) in relations.enumerated() {
            let parts = relation.parts.compactMap { values[$0] }
            guard let total = values[relation.total], parts.count == relation.parts.count else { continue }
            try checkSum(of: number, total: total, sum: parts.reduce(0, +))
        }
        self.values = values
        self.relations = relations
        self.known = known
    }

    /// A table of which some cells are withheld.
    init(_ table: AdditiveTable, withholding cells: Set<Int>, known: [Int: ClosedRange<Double>]) {
        values = table.values.enumerated().map { cells.contains($0) ? nil : $1 }
        relations = table.relations
        self.known = known
    }

    /// What a reader can work out about every withheld cell: its least and greatest possible figure, by two linear
    /// programs over all relations at once.
    ///
    /// - Throws: `Stopped`.
    /// - Complexity: two linear programs per withheld cell, of as many rows as relations with withheld cells.
    /// - Source: Fischetti & Salazar (2001), attacker subproblems.
    public func audit(_ computation: Computation = .whole) throws(Stopped) -> AuditOutcome {
        let cells = values.indices.filter { values[$0] == nil }
        let attack = Attack(self, cells)
        let (outcome, start) = attack.program.solve(from: nil)
        guard case .optimal = outcome else {
            return outcome == .infeasible ? .contradictory : .notSolved
        }
        let found = try computation.map(cells.count) { attack.interval(of: $0, from: start) }
        let intervals = found.compactMap { $0 }
        return intervals.count == cells.count ? .intervals(intervals) : .notSolved
    }
}

/// What came of an audit.
public enum AuditOutcome: Sendable, Equatable {
    /// One per withheld cell, by number.
    case intervals([CellInterval])
    /// No figures of the withheld cells fit all that is published and known.
    case contradictory
    /// A linear program could not be solved with proof: nothing is said rather than something wrong.
    case notSolved
}

/// Between which figures a withheld cell must lie, for all that a reader can know.
public struct CellInterval: Sendable, Equatable {
    /// Share of a protection level, and of a figure, that counts as rounding.
    public static let tolerance = 1e-7

    public let cell: Int
    /// Least and greatest possible figure; the latter may be infinite.
    public let range: ClosedRange<Double>
    /// The figure can be worked out exactly.
    public let isRecovered: Bool

    /// Whether the interval reaches from `value − level`, or zero if that is negative, to `value + level`.
    public func protects(_ value: Double, by level: Double) -> Bool {
        let slip = Self.tolerance * level
        return range.lowerBound <= max(0, value - level) + slip && range.upperBound >= value + level - slip
    }
}

/// The linear program of a reader: withheld cells are variables, relations are rows.
private struct Attack {
    let program: LinearProgram
    let cells: [Int]
    /// Greatest published figure: what rounding is measured by where a cell itself is nearly nothing.
    let greatest: Double

    init(_ table: PublishedTable, _ cells: [Int]) {
        let number = Dictionary(uniqueKeysWithValues: zip(cells, cells.indices))
        var program = LinearProgram(maximising: [Double](repeating: 0, count: cells.count))
        for relation in table.relations {
            let terms = relation.terms(number)
            if terms.isEmpty { continue }
            let published = relation.parts.reduce(0) { $0 + (table.values[$1] ?? 0) }
            program.require(terms, .equal, (table.values[relation.total] ?? 0) - published)
        }
        for (variable, cell) in cells.enumerated() {
            let known = table.known[cell] ?? 0 ... .infinity
            program.bound(variable, max(0, known.lowerBound)...known.upperBound)
        }
        self.program = program
        self.cells = cells
        greatest = table.values.reduce(0) { max($0, $1 ?? 0) }
    }

    /// - Returns: `nil` when a bound could not be proven.
    func interval(of variable: Int, from start: Basis?) -> CellInterval? {
        var attack = program
        attack.objective[variable] = -1
        guard case (.optimal(let least), let end) = attack.solve(from: start) else { return nil }
        attack.objective[variable] = 1
        let greatestValue: Double
        switch attack.solve(from: end).outcome {
        case .optimal(let solution): greatestValue = solution.values[variable]
        case .unbounded: greatestValue = .infinity
        default: return nil
        }
        let (low, high) = (least.values[variable], max(least.values[variable], greatestValue))
        let slip = max(CellInterval.tolerance * high, 1e-13 * greatest)
        return CellInterval(cell: cells[variable], range: low...high, isRecovered: high - low <= slip)
    }
}
