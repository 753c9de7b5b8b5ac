/// Protects one demand after the other, each by the cheapest other table that meets it; then publishes again what was
/// withheld needlessly.
///
/// Always ends with a pattern that protects, if there is one: for every demand there is a witness, a table that
/// differs from the true one in withheld cells only and meets the demand. Not always the least pattern.
///
/// - Source: Kelly, Golden & Assad (1992), heuristic by linear programs.
struct GreedySuppression {
    enum End {
        case done
        case impossible(cell: Int)
        case notSolved
    }

    private let problem: SuppressionProblem
    private let weights: [Double]
    private let demands: [Demand]
    private(set) var withheld: [Bool]
    /// One per demand, as differences from the true table.
    private var witnesses: [[Double]] = []

    /// - Parameter weights: what withholding each cell is thought to cost; a search may bend them.
    init(_ problem: SuppressionProblem, weights: [Double]) {
        self.problem = problem
        self.weights = weights
        demands = problem.demands
        withheld = [Bool](repeating: false, count: problem.table.values.count)
        for entry in problem.sensitive { withheld[entry.cell] = true }
    }

    mutating func run(_ computation: Computation) throws(Stopped) -> End {
        var cheapest = CheapestDeviation(problem)
        for demand in demands {
            try computation.checkStopped()
            if let witness = witnesses.first(where: demand.isMet) {
                witnesses.append(witness)
                continue
            }
            let costs = weights.indices.map { withheld[$0] ? 0 : weights[$0] }
            switch cheapest.differences(demand, costs) {
            case .found(let differences): add(differences, demand)
            case .impossible: return .impossible(cell: demand.cell)
            case .notSolved: return .notSolved
            }
        }
        try publishNeedless(computation)
        return .done
    }

    private mutating func add(_ differences: [Double], _ demand: Demand) {
        witnesses.append(differences)
        for cell in differences.indices where abs(differences[cell]) > demand.level * Demand.tolerance {
            withheld[cell] = true
        }
    }

    /// Tries to publish each secondary cell, the dearest first.
    private mutating func publishNeedless(_ computation: Computation) throws(Stopped) {
        let isSensitive = Set(problem.sensitive.map(\.cell))
        let candidates = withheld.indices.filter { withheld[$0] && !isSensitive.contains($0) }
        for cell in candidates.sorted(by: { (weights[$0], $1) > (weights[$1], $0) }) {
            try computation.checkStopped()
            withheld[cell] = false
            if let found = witnesses(without: cell) {
                witnesses = found
            } else {
                withheld[cell] = true
            }
        }
    }

    /// Witnesses that leave a cell alone; `nil` when some demand has none.
    private func witnesses(without cell: Int) -> [[Double]]? {
        let open = withheld.indices.filter { withheld[$0] }
        let program = DeviationProgram(problem.table, cells: open)
        var found = witnesses
        for (number, demand) in demands.enumerated() {
            guard abs(witnesses[number][cell]) > demand.level * Demand.tolerance else { continue }
            guard let solution = program.furthest(demand, { problem.rooms[$0] }) else { return nil }
            let differences = program.differences(solution.values, cellCount: withheld.count)
            guard demand.isMet(by: differences) else { return nil }
            found[number] = differences
        }
        return found
    }
}

/// The linear program for the cheapest table that meets a demand: every cell may differ, up and down apart, at its
/// cost per unit.
private struct CheapestDeviation {
    enum Found {
        case found([Double])
        case impossible
        case notSolved
    }

    private let problem: SuppressionProblem
    private let program: LinearProgram
    /// Where the last demand ended: the next one starts there.
    private var basis: Basis?

    init(_ problem: SuppressionProblem) {
        self.problem = problem
        let count = problem.table.values.count
        var program = LinearProgram(maximising: [Double](repeating: 0, count: 2 * count))
        let variables = Dictionary(uniqueKeysWithValues: (0..<count).map { ($0, $0) })
        for relation in problem.table.relations {
            let up = relation.terms(variables)
            let down: [AdditiveRelation.Term] = up.map { (count + $0.variable, -$0.coefficient) }
            program.require(up + down, .equal, 0)
        }
        for (cell, room) in problem.rooms.enumerated() {
            let isFixed = problem.options.published.contains(cell)
            program.bound(cell, 0...(isFixed ? 0 : room.upperBound))
            program.bound(count + cell, 0...(isFixed ? 0 : -room.lowerBound))
        }
        self.program = program
    }

    mutating func differences(_ demand: Demand, _ costs: [Double]) -> Found {
        let count = costs.count
        let room = problem.rooms[demand.cell]
        let (own, opposite) = demand.sign > 0 ? (demand.cell, count + demand.cell) : (count + demand.cell, demand.cell)
        guard demand.level <= (demand.sign > 0 ? room.upperBound : -room.lowerBound) else { return .impossible }
        var program = self.program
        program.objective = (costs + costs).map { -$0 }
        program.bound(own, demand.level...demand.level)
        program.bound(opposite, 0...0)
        switch program.solve() {
        case .optimal(let solution):
            return .found((0..<count).map { solution.values[$0] - solution.values[count + $0] })
        case .infeasible: return .impossible
        case .unbounded, .notSolved: return .notSolved
        }
    }
}
