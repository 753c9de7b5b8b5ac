/// A cell that a primary rule has caught.
public struct SensitiveCell: Sendable, Equatable {
    public let cell: Int
    /// How far below and above its figure readers must be left to think possible, in the unit of the table, ≥ 0.
    public let protection: Double

    public init(cell: Int, protection: Double) {
        self.cell = cell
        self.protection = protection
    }
}

/// What is made small, how hard it is tried, and what is given.
public struct SuppressionOptions: Sendable, Equatable {
    /// What the withheld cells cost.
    public enum Measure: Sendable, Equatable {
        /// Each cell one.
        case cells
        /// Each cell its figure.
        case value
    }

    public enum Search: Sendable, Equatable {
        /// A pattern that protects, found step by step.
        case greedy
        /// From there on, branch and cut until nothing better can exist or so many nodes were examined.
        case least(nodes: Int)
    }

    public var measure = Measure.cells
    public var search = Search.least(nodes: 2000)
    /// Cells that must not be withheld, such as totals known from elsewhere.
    public var published: Set<Int> = []
    /// What an attacker knows beforehand; 0 … ∞ where nothing is said.
    public var known: [Int: ClosedRange<Double>] = [:]

    public init() {}
}

/// Which cells to withhold besides the sensitive ones, so that nobody can work these out from the totals closer than
/// they may be known.
///
/// Withheld are the sensitive cells and some others, at least cost, such that for each sensitive cell `p` with figure
/// `v` and level `ℓ` there is a table that agrees with all that is published, and keeps what is known, with
/// `p ≥ v + ℓ`; and one with `p ≤ max(0, v − ℓ)`.
///
/// - Source: Fischetti & Salazar (2001).
public struct SuppressionProblem: Sendable {
    let table: AdditiveTable
    let sensitive: [SensitiveCell]
    let options: SuppressionOptions
    /// How far each cell can be thought to lie below and above its figure: `−below … above`.
    let rooms: [ClosedRange<Double>]
    /// What withholding each cell costs.
    let weights: [Double]

    /// - Parameter sensitive: each cell once.
    /// - Throws: `.unknownCell`, `.repeatedCell`, `.badProtection(cell:)`, `.mustBeWithheld(cell:)`,
    ///   `.wrongKnowledge(cell:)` when what an attacker is said to know is false.
    public init(
        _ table: AdditiveTable, protecting sensitive: [SensitiveCell], options: SuppressionOptions = .init()
    ) throws(DisclosureError) {
        let named = sensitive.map(\.cell) + options.published.sorted() + options.known.keys.sorted()
        if let cell = named.first(where: { !table.values.indices.contains($0) }) { throw .unknownCell(cell) }
        var seen: Set<Int> = []
        for entry in sensitive {
            guard seen.insert(entry.cell).inserted else { throw .repeatedCell(entry.cell) }
            guard entry.protection >= 0, entry.protection.isFinite else { throw .badProtection(cell: entry.cell) }
            if options.published.contains(entry.cell) { throw .mustBeWithheld(cell: entry.cell) }
        }
        var rooms: [ClosedRange<Double>] = []
        for (cell, value) in table.values.enumerated() {
            let known = options.known[cell] ?? 0 ... .infinity
            guard known.contains(value) else { throw .wrongKnowledge(cell: cell) }
            rooms.append((max(0, known.lowerBound) - value)...(known.upperBound - value))
        }
        self.table = table
        self.sensitive = sensitive
        self.options = options
        self.rooms = rooms
        weights = options.measure == .cells ? table.values.map { _ in 1 } : table.values
    }

    /// Searches as the options say, and audits what it found as a reader would before giving it out.
    ///
    /// - Throws: `Stopped`.
    /// - Complexity: greedy, a few linear programs per sensitive cell and per cell withheld; least, exponential in the
    ///   worst case and bounded by the number of nodes.
    public func solve(_ computation: Computation = .whole) throws(Stopped) -> SuppressionOutcome {
        var greedy = GreedySuppression(self, weights: weights)
        switch try greedy.run(computation) {
        case .impossible(let cell): return .impossible(cell: cell)
        case .notSolved: return .notSolved
        case .done: break
        }
        guard case .least(let nodes) = options.search else {
            return try audited(greedy.withheld, .notProvedLeast(bound: sensitiveCost), nodes: 0, computation)
        }
        var search = LeastSuppression(self, startingWith: greedy.withheld)
        let bound = try search.run(nodes: nodes, computation)
        let proof: Suppression.Proof = bound.map { .notProvedLeast(bound: max(sensitiveCost, $0)) } ?? .least
        return try audited(search.best, proof, nodes: search.nodes, computation)
    }

    /// What the sensitive cells alone cost.
    private var sensitiveCost: Double { sensitive.reduce(0) { $0 + weights[$1.cell] } }

    /// The search works with differences from the true figures; the audit knows only what is published. Only a
    /// pattern that passes both is given out.
    private func audited(
        _ withheld: [Bool], _ proof: Suppression.Proof, nodes: Int, _ computation: Computation
    ) throws(Stopped) -> SuppressionOutcome {
        let cells = withheld.indices.filter { withheld[$0] }
        let published = PublishedTable(table, withholding: Set(cells), known: options.known)
        guard case .intervals(let intervals) = try published.audit(computation) else { return .notSolved }
        let isProtected = sensitive.allSatisfy { entry in
            intervals.contains {
                $0.cell == entry.cell && $0.protects(table.values[entry.cell], by: entry.protection)
            }
        }
        guard isProtected else { return .notSolved }
        return .protected(
            Suppression(
                withheld: cells, secondary: cells.filter { cell in !sensitive.contains { $0.cell == cell } },
                cost: cells.reduce(0) { $0 + weights[$1] }, proof: proof, intervals: intervals, nodes: nodes,
                options: options))
    }
}

/// What came of a search for cells to withhold.
public enum SuppressionOutcome: Sendable, Equatable {
    case protected(Suppression)
    /// This sensitive cell cannot be protected even when all is withheld that may be.
    case impossible(cell: Int)
    /// A linear program could not be solved with proof, so no pattern could be shown to protect.
    case notSolved
}

/// Cells to withhold, audited, with what is known about how good they are.
public struct Suppression: Sendable, Equatable {
    public enum Proof: Sendable, Equatable {
        /// No pattern that protects costs less.
        case least
        /// No pattern that protects costs less than the bound.
        case notProvedLeast(bound: Double)
    }

    /// All cells to withhold, sensitive or not, ascending.
    public let withheld: [Int]
    /// Those that no primary rule has caught.
    public let secondary: [Int]
    /// Number or value of all withheld cells, as the options say.
    public let cost: Double
    public let proof: Proof
    /// What readers can work out about each withheld cell.
    public let intervals: [CellInterval]
    /// Nodes of the search tree that were examined; 0 without a search.
    public let nodes: Int
    /// How it was made.
    public let options: SuppressionOptions
}
