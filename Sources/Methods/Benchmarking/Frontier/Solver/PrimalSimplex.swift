/// The primal simplex: from a solution that is allowed to one that is better, until there is none.
extension RaySimplex {
    /// Maximises over the working set.
    func climb(_ goal: Goal) -> End {
        var left = 200 + 50 * shape.rows
        while true {
            if case .reaches(let enough) = goal, basis.amounts[0] >= enough { return .reached }
            let entering =
                isCautious
                ? working.first(of: basis.prices, below: tolerance.dual)
                : working.lowest(of: basis.prices, below: tolerance.dual)
            guard entering >= 0 else { return .maximum }
            left -= 1
            guard left > 0 else { return .stalled }
            working.copy(entering, to: column)
            basis.solve(UnsafePointer(column))
            let leaving = leavingSlot(1)
            if case .zeroLeaves = goal, let end = leaveAtZero(entering, before: leaving) { return end }
            guard leaving.slot >= 0 else { return .unbounded }
            basis.pivot(leaving.slot, enters: entering, amount: leaving.step)
            if basis.age > Tolerance.pivotsBeforeRefactoring {
                guard refactor() else { return .stalled }
                basis.solve(target: UnsafePointer(target))
            }
        }
    }

    /// The ratio test of the primal simplex, in two passes (Harris): of the slots that reach zero first, within the
    /// tolerance, the one with the largest entry.
    ///
    /// - Parameter sign: 1 when the entering variable grows, −1 when it falls.
    /// - Returns: the slot, −1 when none limits the step; and the step.
    func leavingSlot(_ sign: Double) -> (slot: Int, step: Double) {
        var bound = Double.infinity
        for slot in 1..<max(1, shape.rows) where slot != freeSlot {
            let entry = sign * basis.image[slot]
            if entry > tolerance.pivot {
                bound = min(bound, (max(basis.amounts[slot], 0) + (isCautious ? 0 : tolerance.primal)) / entry)
            }
        }
        guard bound < .infinity else { return (-1, .infinity) }
        var chosen = (slot: -1, entry: 0.0)
        for slot in 1..<max(1, shape.rows) where slot != freeSlot {
            let entry = sign * basis.image[slot]
            guard entry > tolerance.pivot, max(basis.amounts[slot], 0) <= bound * entry else { continue }
            let isBetter = isCautious ? isEarlier(slot, than: chosen.slot) : entry > chosen.entry
            if isBetter { chosen = (slot, entry) }
        }
        guard chosen.slot >= 0 else { return (-1, .infinity) }
        return (chosen.slot, max(basis.amounts[chosen.slot], 0) / chosen.entry)
    }

    private func isEarlier(_ slot: Int, than other: Int) -> Bool {
        other < 0 || basis.slots[slot] < basis.slots[other]
    }

    /// Takes the objective variable out of the basis where it reaches zero before another variable does.
    private func leaveAtZero(_ entering: Int, before leaving: (slot: Int, step: Double)) -> End? {
        guard basis.image[0] < 0 else { return nil }
        let step = max(0, basis.amounts[0] / basis.image[0])
        guard step <= leaving.step, basis.image[0] < -tolerance.pivot else { return nil }
        basis.pivot(0, enters: entering, amount: step)
        return .reached
    }
}
