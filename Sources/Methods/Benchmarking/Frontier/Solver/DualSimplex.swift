/// The dual simplex: from a facet to the one that the ray of another point meets.
extension RaySimplex {
    /// Makes the amounts non-negative while no price becomes negative, over the working set.
    ///
    /// - Returns: `false` when there is no solution over the working set, or no end.
    func descend() -> Bool {
        var left = 200 + 50 * shape.rows
        while true {
            let leaving = mostNegative()
            if leaving < 0 { return true }
            left -= 1
            guard left > 0 else { return false }
            let entering = working.entering(prices: basis.prices, leaving: basis.row(leaving), tolerance)
            guard entering >= 0 else { return false }
            working.copy(entering, to: column)
            basis.solve(UnsafePointer(column))
            guard basis.image[leaving] < -tolerance.pivot else { return false }
            basis.pivot(leaving, enters: entering, amount: basis.amounts[leaving] / basis.image[leaving])
            if basis.age > Tolerance.pivotsBeforeRefactoring {
                guard refactor() else { return false }
                basis.solve(target: UnsafePointer(target))
            }
        }
    }

    /// The slot whose amount lies furthest below zero, measured along its own row; −1 when none does.
    private func mostNegative() -> Int {
        var chosen = -1
        var most = 0.0
        for slot in 1..<max(1, shape.rows) {
            let amount = basis.amounts[slot]
            guard amount < -tolerance.primal else { continue }
            let row = basis.row(slot)
            var square = 0.0
            for k in 0..<shape.rows { square += row[k] * row[k] }
            let depth = amount * amount / square
            if depth > most { (chosen, most) = (slot, depth) }
        }
        return chosen
    }
}
