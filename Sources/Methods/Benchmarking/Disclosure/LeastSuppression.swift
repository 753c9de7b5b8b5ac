/// Branch and cut for the least pattern that protects.
///
/// A linear program chooses cells by shares under the cuts found so far. Each demand is then examined with rooms in
/// proportion to the shares; one that falls short gives another cut. When none does, a cell of broken share is
/// branched upon; a whole pattern is examined with its full rooms.
struct LeastSuppression {
    /// A part of the patterns: those with certain cells withheld and certain others published.
    private struct Node {
        var fixed: [Double?]
        /// Nothing in it costs less.
        var bound: Double
        /// Cuts that held it up last.
        var cuts: [Int]
        var depth: Int
    }

    private enum Verdict {
        /// Nothing better in it, or its best is found.
        case closed
        case open([Double], Node)
    }

    /// Shares this near to 0 or 1 are whole.
    private static let wholeness = 1e-6
    /// Rounds of cuts at the root and below it, before branching.
    private static let rounds = (root: 60, below: 12)

    private let problem: SuppressionProblem
    private let demands: [Demand]
    private let all: DeviationProgram
    /// Cells that may be chosen, and the variable of each.
    private let cells: [Int]
    private let choices: [Int?]
    private let weights: [Double]
    private let areWeightsWhole: Bool
    private let fixedCost: Double
    private var pool: [ProtectionCut] = []
    private(set) var best: [Bool]
    private(set) var nodes = 0
    private var bestCost: Double
    /// The least bound of nodes that were given up because a linear program was not solved.
    private var lostBound = Double.infinity

    init(_ problem: SuppressionProblem, startingWith pattern: [Bool]) {
        self.problem = problem
        demands = problem.demands
        all = DeviationProgram(problem.table, cells: Array(problem.table.values.indices))
        let sensitive = Set(problem.sensitive.map(\.cell))
        let cells = problem.table.values.indices.filter {
            !sensitive.contains($0) && !problem.options.published.contains($0) && problem.rooms[$0] != 0...0
        }
        var choices = [Int?](repeating: nil, count: pattern.count)
        for (variable, cell) in cells.enumerated() { choices[cell] = variable }
        self.cells = cells
        self.choices = choices
        weights = cells.map { problem.weights[$0] }
        areWeightsWhole = problem.weights.allSatisfy { $0 == $0.rounded() && $0 < 0x1p40 }
        fixedCost = sensitive.sorted().reduce(0) { $0 + problem.weights[$1] }
        best = pattern
        bestCost = pattern.indices.reduce(0) { $0 + (pattern[$1] ? problem.weights[$1] : 0) }
    }

    /// - Returns: a bound below every pattern that protects; `nil` when the best one found is proven least.
    mutating func run(nodes limit: Int, _ computation: Computation) throws(Stopped) -> Double? {
        var open = [
            Node(fixed: [Double?](repeating: nil, count: cells.count), bound: fixedCost, cuts: [], depth: 0)
        ]
        while let node = open.popLast() {
            guard canHoldBetter(node.bound) else { continue }
            guard nodes < limit else {
                open.append(node)
                break
            }
            nodes += 1
            guard case .open(let point, let rest) = try examine(node, computation) else { continue }
            if rest.depth == 0 { try tryPattern(near: point, computation) }
            open += branches(of: rest, point)
        }
        let bound = open.reduce(lostBound) { min($0, $1.bound) }
        return canHoldBetter(bound) ? bound : nil
    }

    /// Whether something of at least this cost can still be better than the best.
    private func canHoldBetter(_ bound: Double) -> Bool {
        areWeightsWhole ? (bound - 1e-6).rounded(.up) < bestCost : bound < bestCost * (1 - 1e-9)
    }

    private mutating func examine(_ start: Node, _ computation: Computation) throws(Stopped) -> Verdict {
        var node = start
        var round = 0
        while true {
            try computation.checkStopped()
            guard let (point, isProven) = choose(&node) else { return .closed }
            guard isProven else {
                lostBound = min(lostBound, node.bound)
                return .closed
            }
            guard canHoldBetter(node.bound) else { return .closed }
            let isWhole = point.allSatisfy { min($0, 1 - $0) < Self.wholeness }
            round += 1
            if !isWhole, round > (node.depth == 0 ? Self.rounds.root : Self.rounds.below) {
                return .open(point, node)
            }
            let violated = violatedCuts(at: point, isWhole: isWhole, without: node.cuts)
            if !violated.isEmpty {
                node.cuts += violated
            } else if !isWhole {
                return .open(point, node)
            } else {
                keep(point, node)
                return .closed
            }
        }
    }

    /// The cheapest shares under the node's cuts. Cuts that do not hold them up are dropped from the node.
    /// - Returns: `nil` when there are none.
    private func choose(_ node: inout Node) -> (point: [Double], isProven: Bool)? {
        var program = LinearProgram(maximising: weights.map { -$0 })
        for variable in cells.indices {
            let share = node.fixed[variable]
            program.bound(variable, (share ?? 0)...(share ?? 1))
        }
        for number in node.cuts { program.require(pool[number].terms, .atLeast, 1) }
        switch program.solve() {
        case .optimal(let solution):
            let bound = fixedCost - solution.objective
            // Only a rising bound may drop cuts: else the same ones could come and go for ever.
            if bound > node.bound + 1e-9 * abs(bound) {
                node.cuts = zip(node.cuts, solution.duals).filter { $0.1 != 0 }.map(\.0)
                node.bound = bound
            }
            return (solution.values, true)
        case .infeasible: return nil
        case .unbounded, .notSolved: return ([], false)
        }
    }

    /// Cuts that a point violates: those of the pool, or else new ones.
    private mutating func violatedCuts(at point: [Double], isWhole: Bool, without used: [Int]) -> [Int] {
        let known = pool.indices.filter { pool[$0].violation(point) > ProtectionCut.leastViolation }
        let unused = known.filter { !used.contains($0) }
        if !unused.isEmpty { return unused }
        let start = pool.count
        for demand in demands {
            guard let cut = cut(demand, point, isWhole: isWhole) else { continue }
            if cut.violation(point) > ProtectionCut.leastViolation { pool.append(cut) }
        }
        return Array(start..<pool.count)
    }

    /// - Returns: `nil` when the demand is met, or could not be examined; a pattern is examined again before it is
    ///   kept.
    private func cut(_ demand: Demand, _ point: [Double], isWhole: Bool) -> ProtectionCut? {
        let sensitive = Set(problem.sensitive.map(\.cell))
        let solution = all.furthest(demand) { cell in
            let room = problem.rooms[cell]
            if sensitive.contains(cell) { return isWhole ? room : room.clamped(to: -demand.level...demand.level) }
            guard let variable = choices[cell] else { return 0...0 }
            let share = isWhole ? point[variable].rounded() : point[variable]
            if share == 0 { return 0...0 }
            if isWhole { return room }
            let near = room.clamped(to: -demand.level...demand.level)
            return (near.lowerBound * share)...(near.upperBound * share)
        }
        guard let solution, !demand.isMet(by: solution.values) else { return nil }
        return ProtectionCut(demand, multipliers: solution.reducedCosts, problem, choices: choices)
    }

    /// Keeps a whole pattern as the best if it meets every demand; else its node is lost to the proof.
    private mutating func keep(_ point: [Double], _ node: Node) {
        var pattern = [Bool](repeating: false, count: best.count)
        for entry in problem.sensitive { pattern[entry.cell] = true }
        for (variable, cell) in cells.enumerated() { pattern[cell] = point[variable] > 0.5 }
        let program = DeviationProgram(problem.table, cells: pattern.indices.filter { pattern[$0] })
        let isMet = demands.allSatisfy { demand in
            guard let solution = program.furthest(demand, { problem.rooms[$0] }) else { return false }
            return demand.isMet(by: program.differences(solution.values, cellCount: pattern.count))
        }
        if isMet { improve(pattern) } else { lostBound = min(lostBound, node.bound) }
    }

    private mutating func improve(_ pattern: [Bool]) {
        let cost = pattern.indices.reduce(0) { $0 + (pattern[$1] ? problem.weights[$1] : 0) }
        guard cost < bestCost else { return }
        best = pattern
        bestCost = cost
    }

    /// The greedy pattern where cells count less the larger their share at the root.
    private mutating func tryPattern(near point: [Double], _ computation: Computation) throws(Stopped) {
        var bent = problem.weights
        for (variable, cell) in cells.enumerated() { bent[cell] *= 1.01 - point[variable] }
        var greedy = GreedySuppression(problem, weights: bent)
        if case .done = try greedy.run(computation) { improve(greedy.withheld) }
    }

    /// Withheld or published: the cell whose share is most broken. The nearer half is examined first.
    private func branches(of node: Node, _ point: [Double]) -> [Node] {
        let candidates = cells.indices.filter { node.fixed[$0] == nil }
        func worth(_ variable: Int) -> Double { min(point[variable], 1 - point[variable]) }
        guard let variable = candidates.max(by: { (worth($0), weights[$0]) < (worth($1), weights[$1]) }) else {
            return []
        }
        var (published, withheld) = (node, node)
        published.fixed[variable] = 0
        withheld.fixed[variable] = 1
        published.depth += 1
        withheld.depth += 1
        return point[variable] < 0.5 ? [withheld, published] : [published, withheld]
    }
}
