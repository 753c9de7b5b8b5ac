/// How far a point can go along a ray before it leaves the technology.
///
/// Solves, for one point `b` and one direction `g` after another,
///
///     maximise β   subject to   Σ aⱼ λⱼ + slacks + β g = b,   λ ≥ 0
///
/// over the columns of a pool. The multipliers π of a solution are a facet of the technology: `π a ≥ 0` for every
/// column, `π g = 1`, `β = π b`. They do not depend on the point, so the facet that one point ends on is where the
/// search for its neighbour begins; only a few pivots are needed, and one look at the pool proves the rest.
///
/// - Source: Dulá (2011), for the working set; Lemke (1954), for the dual simplex from a known facet.
final class RaySimplex {
    enum Outcome { case optimal, infeasible, notSolved }

    /// When a search may end before the maximum.
    enum Goal {
        case maximum
        /// The objective variable leaves the basis as soon as it can be zero.
        case zeroLeaves
        /// Enough is known as soon as the objective is not below this.
        case reaches(Double)
    }

    enum End { case maximum, reached, unbounded, stalled }

    let shape: Programme
    let basis: RayBasis
    let working: WorkingSet
    var tolerance = Tolerance()
    /// Chooses by the first index, which cannot cycle, instead of by the largest gain.
    var isCautious = false
    /// The slot of a variable that may be negative, or −1.
    var freeSlot = -1

    let direction: UnsafeMutablePointer<Double>
    let target: UnsafeMutablePointer<Double>
    private let helper: UnsafeMutablePointer<Double>
    let column: UnsafeMutablePointer<Double>
    private let floor: UnsafeMutablePointer<Double>
    private var isWarm = false
    private(set) var clock = 0
    /// The lowest price at the last look at the pool, at most 0: what it lacks to be a proof.
    private(set) var leastPrice = 0.0
    /// The proof of the last solution that was added up.
    private(set) var proof = Proof(primal: .infinity, dual: .infinity, gap: .infinity)
    /// The working set is trimmed above the first figure, to the second.
    private let room = (most: 192, kept: 96)

    init(_ shape: Programme) {
        self.shape = shape
        basis = RayBasis(rows: shape.rows)
        working = WorkingSet(rows: shape.rows)
        direction = .zeros(basis.width)
        target = .zeros(basis.width)
        helper = .zeros(basis.width)
        column = .zeros(basis.width)
        floor = .zeros(basis.width)
        for row in 0..<shape.rows { helper[row] = shape.helper[row] }
        for figures in shape.fixedColumns { working.addFixed(figures) }
    }

    deinit {
        direction.deallocate()
        target.deallocate()
        helper.deallocate()
        column.deallocate()
        floor.deallocate()
    }

    /// The multipliers of the solution, `rows` figures.
    var prices: UnsafePointer<Double> { basis.prices }
    /// β of the solution, per length of the direction as it was given.
    var value: Double { basis.amounts[0] / span }
    /// The length by which the direction was divided, so that tolerances mean the same along every direction.
    var span = 1.0

    /// Solves for the target and direction that were written last.
    ///
    /// From the facet of the point before, if there is one; otherwise, and when that goes wrong, from the start; at
    /// last with the rule that cannot cycle. What cannot be proven is `notSolved`.
    func solve(over pool: Look, goal: Goal = .maximum) -> Outcome {
        clock += 1
        if isWarm, let outcome = warmly(pool, goal) { return finish(outcome) }
        for cautious in [false, true] {
            isCautious = cautious
            defer { isCautious = false }
            let outcome = fromTheStart(pool, goal)
            if outcome != .notSolved { return finish(outcome) }
            working.clear()
        }
        return finish(.notSolved)
    }

    /// Solves by each tolerance in turn until the solution passes; the later ones start from nothing.
    ///
    /// - Returns: `.optimal` only for a solution whose proof passed; it is kept in `proof`.
    func solve(over pool: Look, passing isProven: (Proof) -> Bool) -> Outcome {
        defer { tolerance = Tolerance() }
        for (step, way) in Tolerance.ladder.enumerated() {
            tolerance = way
            if step > 1 { forget() }
            let outcome = solve(over: pool)
            if outcome == .infeasible { return .infeasible }
            guard outcome == .optimal else { continue }
            proof = addedUp
            if isProven(proof) { return .optimal }
        }
        return .notSolved
    }

    /// Forgets everything about earlier points.
    func forget() {
        isWarm = false
        working.clear()
    }

    private func finish(_ outcome: Outcome) -> Outcome {
        isWarm = outcome == .optimal
        for slot in 1..<max(1, shape.rows) where isWarm { working.touch(basis.slots[slot], now: clock) }
        return outcome
    }

    /// From the facet of the point before; `nil` when that leads nowhere.
    private func warmly(_ pool: Look, _ goal: Goal) -> Outcome? {
        if working.count - working.fixed > room.most { trim() }
        if basis.age > Tolerance.pivotsBeforeRefactoring, !refactor() { return nil }
        basis.solve(UnsafePointer(direction))
        guard basis.image[0] > tolerance.pivot else { return nil }
        basis.pivot(0, enters: RayBasis.direction, amount: 0)
        basis.solve(target: UnsafePointer(target))
        guard descend() else { return nil }
        return ended(climb(over: pool, goal))
    }

    private func ended(_ end: End) -> Outcome? {
        switch end {
        case .maximum, .reached: .optimal
        case .unbounded, .stalled: nil
        }
    }

    private func trim() {
        let kept = (0..<shape.rows).filter { basis.slots[$0] >= 0 }
        for slot in kept { working.touch(basis.slots[slot], now: clock) }
        let moved = working.trim(keep: room.kept)
        for slot in kept { basis.slots[slot] = moved[basis.slots[slot]] }
    }

    func refactor() -> Bool { basis.refactor(load) }

    /// Writes the column that a slot stands for.
    @inline(__always)
    func load(_ slot: Int, _ column: UnsafeMutablePointer<Double>) {
        switch slot {
        case RayBasis.direction: column.update(from: direction, count: basis.width)
        case RayBasis.helper: column.update(from: helper, count: basis.width)
        default: working.copy(slot, to: column)
        }
    }

    /// Puts the columns of the pool that improve the solution into the working set: the best of each lane, at most
    /// four, which lie in different places of the pool.
    /// - Returns: whether there were any.
    func addImproving(_ pool: Look) -> Bool {
        let lanes = pool.lowest(of: prices, amounts: shape.amounts, floor: floor)
        leastPrice = lanes.prices.min()
        var found = false
        for lane in 0..<4 where lanes.prices[lane] < -tolerance.dual {
            let place = pool.pricing.column(lane: lane, block: Int(lanes.blocks[lane]), row: prices)
            working.add(place, of: pool.pricing, now: clock)
            found = true
        }
        return found
    }

    /// Maximises over the pool: over the working set, then over what the look at the pool adds, until it adds nothing.
    func climb(over pool: Look, _ goal: Goal) -> End {
        while true {
            let end = climb(goal)
            guard end == .maximum, addImproving(pool) else { return end }
        }
    }
}
