/// A first solution, from nothing.
///
/// With enough of the helper direction every point is inside: some unit, slacks, and the helper, which is then brought
/// to zero. Where it cannot be, the point has no solution. The direction asked for enters as soon as it can and may
/// be negative from then on, because a point outside the technology (super-efficiency) has a negative β.
extension RaySimplex {
    func fromTheStart(_ pool: Look, _ goal: Goal) -> Outcome {
        freeSlot = -1
        defer { freeSlot = -1 }
        if shape.needsUnit, isEmpty(pool) { return .infeasible }
        guard let isInside = startBasis(pool) else { return .notSolved }
        if isInside {
            if freeSlot >= 0 { basis.swap(0, freeSlot) } else if !enterDirectionAnywhere() { return .notSolved }
        } else {
            if freeSlot < 0 { enterDirectionFreely() }
            if basis.slots[0] != RayBasis.direction {
                let outcome = findInside(pool)
                guard outcome == .optimal else { return outcome }
            }
        }
        freeSlot = -1
        switch climb(over: pool, goal) {
        case .maximum, .reached: return .optimal
        case .unbounded, .stalled: return .notSolved
        }
    }

    /// Whether the pool has no unit at all.
    private func isEmpty(_ pool: Look) -> Bool {
        !(0..<8 * pool.pricing.count).contains { pool.pricing.figure(shape.mixtureRow, column: $0) > 0 }
    }

    /// The basis of one unit, where one is needed, the slacks (and the free worth of the slacks, where they are
    /// weighed), and the helper in the place of the slack that lies furthest below zero.
    /// - Returns: whether no slack lies below zero, so that no helper is needed; `nil` without a basis.
    private func startBasis(_ pool: Look) -> Bool? {
        var slots = Array(0..<shape.slacks)
        for row in 0..<shape.rows { column[row] = 0 }
        if shape.needsUnit {
            guard let unit = startingUnit(pool) else { return nil }
            working.copy(unit, to: column)
            if shape.returns == .nonDecreasing { slots.removeLast() }
            slots.append(unit)
        }
        if shape.weighsSlacks {
            freeSlot = slots.count
            slots.append(RayBasis.direction)
        }
        var worst = (row: -1, excess: 0.0)
        for row in 0..<shape.amounts where column[row] - target[row] > worst.excess {
            worst = (row, column[row] - target[row])
        }
        if worst.row >= 0 { slots[worst.row] = RayBasis.helper }
        for (slot, what) in slots.enumerated() { basis.slots[slot] = what }
        guard refactor() else { return nil }
        basis.solve(target: UnsafePointer(target))
        if worst.row >= 0 { basis.swap(0, worst.row) }
        return worst.row < 0
    }

    /// The unit of the working set that asks least for what the target lacks; the pool's first where it has none.
    private func startingUnit(_ pool: Look) -> Int? {
        var best = (position: -1, excess: Double.infinity)
        for position in working.fixed..<working.count where working.sources[position] >= 0 {
            working.copy(position, to: column)
            var excess = -Double.infinity
            for row in 0..<shape.amounts { excess = max(excess, column[row] - target[row]) }
            if column[shape.mixtureRow] > 0, excess < best.excess { best = (position, excess) }
        }
        if best.position >= 0 { return best.position }
        for place in 0..<8 * pool.pricing.count where pool.pricing.figure(shape.mixtureRow, column: place) > 0 {
            return working.add(place, of: pool.pricing, now: clock)
        }
        return nil
    }

    /// Puts the direction into a basis of a point that is inside.
    private func enterDirectionAnywhere() -> Bool {
        basis.solve(UnsafePointer(direction))
        var chosen = (slot: -1, step: Double.infinity)
        for slot in 0..<shape.rows where basis.image[slot] > tolerance.pivot {
            let step = max(basis.amounts[slot], 0) / basis.image[slot]
            if step < chosen.step { chosen = (slot, step) }
        }
        guard chosen.slot >= 0 else { return false }
        basis.pivot(chosen.slot, enters: RayBasis.direction, amount: chosen.step)
        basis.swap(0, chosen.slot)
        return true
    }

    /// Puts the direction into the basis while the helper is there, in the sense that brings the helper towards zero.
    /// It takes slot 0 where that brings it to zero at once.
    private func enterDirectionFreely() {
        basis.solve(UnsafePointer(direction))
        guard abs(basis.image[0]) > tolerance.pivot * length else { return }
        let sign: Double = basis.image[0] < 0 ? 1 : -1
        let leaving = leavingSlot(sign)
        let step = max(0, basis.amounts[0] / (sign * basis.image[0]))
        if step <= leaving.step {
            basis.pivot(0, enters: RayBasis.direction, amount: sign * step)
        } else {
            basis.pivot(leaving.slot, enters: RayBasis.direction, amount: sign * leaving.step)
            freeSlot = leaving.slot
        }
    }

    /// Brings the helper to zero and the direction into slot 0.
    private func findInside(_ pool: Look) -> Outcome {
        switch climb(over: pool, .zeroLeaves) {
        case .unbounded, .stalled: return .notSolved
        case .reached: break
        case .maximum:
            if freeSlot < 0 {
                enterDirectionFreely()
                if basis.slots[0] == RayBasis.direction { return .optimal }
                if freeSlot >= 0 { return findInside(pool) }
            }
            let reach = reach
            if reach.isOutside { return reach.isForGood ? .infeasible : .notSolved }
            guard replaceHelper() else { return .notSolved }
        }
        if freeSlot < 0 { return enterDirectionAnywhere() ? .optimal : .notSolved }
        basis.swap(0, freeSlot)
        return .optimal
    }

    /// The largest figure of the direction, at most 1.
    private var length: Double {
        var length = 0.0
        for row in 0..<shape.rows { length = max(length, abs(direction[row])) }
        return min(1, length)
    }

    /// Where the prices that the helper ended on put the point. A point whose worth at prices that no unit undercuts is
    /// below zero lies outside; if the direction is worth nothing at them, it stays outside however far it goes.
    private var reach: (isOutside: Bool, isForGood: Bool) {
        var worth = (sum: 0.0, size: 0.0)
        var step = (sum: 0.0, size: 0.0)
        for row in 0..<shape.rows {
            worth.sum += basis.prices[row] * target[row]
            worth.size += abs(basis.prices[row] * target[row])
            step.sum += basis.prices[row] * direction[row]
            step.size += abs(basis.prices[row] * direction[row])
        }
        let rounding = 1e-9
        let isForGood = abs(step.sum) <= max(rounding * step.size, 1e-14)
        return (worth.sum < -rounding * max(worth.size, 1e-3), isForGood)
    }

    /// Takes out a helper that is zero: a slack takes its place, at zero.
    private func replaceHelper() -> Bool {
        var best = 0
        for row in 1..<max(1, shape.amounts) where basis.prices[row] > basis.prices[best] { best = row }
        working.copy(best, to: column)
        basis.solve(UnsafePointer(column))
        guard basis.image[0] > tolerance.pivot else { return false }
        basis.pivot(0, enters: best, amount: 0)
        return true
    }
}
