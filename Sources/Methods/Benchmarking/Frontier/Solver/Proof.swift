/// What the solver's last solution comes to when it is added up from the columns: residuals, not promises.
struct Proof {
    /// The largest miss of a row, over the size of the row's target.
    let primal: Double
    /// The largest price below zero, of the pool and of the fixed columns.
    let dual: Double
    /// Between β and the worth of the target at the prices.
    let gap: Double
}

extension RaySimplex {
    /// The proof of a solution that was found with the goal `maximum`, so that its last step was a look at the pool.
    var proof: Proof { Proof(primal: primalResidual, dual: dualResidual, gap: gap) }

    /// Adds the amounts of the basis up; an amount below zero counts as zero, as it will be told.
    private var primalResidual: Double {
        for row in 0..<shape.rows { basis.image[row] = 0 }
        for slot in 0..<shape.rows {
            load(basis.slots[slot], column)
            let amount = slot == 0 ? basis.amounts[0] : max(0, basis.amounts[slot])
            for row in 0..<shape.rows { basis.image[row] += amount * column[row] }
        }
        var worst = 0.0
        for row in 0..<shape.rows {
            let size = max(abs(target[row]), abs(basis.amounts[0] * direction[row]))
            let isAmount = row < shape.amounts && size > 0
            worst = max(worst, abs(basis.image[row] - target[row]) / (isAmount ? size : max(1, size)))
        }
        return worst
    }

    private var dualResidual: Double {
        let own = working.pricing.lowest(of: prices)
        return -min(0, leastPrice, own.prices.min())
    }

    private var gap: Double {
        var worth = 0.0
        for row in 0..<shape.rows { worth += prices[row] * target[row] }
        return abs(worth - basis.amounts[0]) / max(1, abs(worth))
    }
}
