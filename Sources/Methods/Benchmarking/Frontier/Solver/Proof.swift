/// What the solver's last solution comes to when it is added up from the columns: residuals, not promises.
struct Proof {
    /// The largest miss of a row, over the size of the row's target.
    let primal: Double
    /// The largest price below zero, of the pool and of the fixed columns, or how far the direction is from being worth 1;
    /// over β where that is above 1.
    let dual: Double
    /// Between β and the worth of the target at the prices.
    let gap: Double

    /// Whether it proves the score.
    var isAccepted: Bool { max(primal, dual, gap) <= Certificate.accepted }
}

extension RaySimplex {
    /// The proof of a solution that was found with the goal `maximum`, so that its last step was a look at the pool.
    var addedUp: Proof { Proof(primal: primalResidual, dual: dualResidual, gap: gap) }

    /// How far the mixture misses the point it must reach: its units and trades are added up, an amount below zero
    /// counting as zero, as it will be told. Slacks count only where they are what is looked for; otherwise what a row
    /// has left over is no miss.
    var primalResidual: Double {
        for row in 0..<shape.rows { basis.image[row] = 0 }
        for slot in 0..<shape.rows {
            let position = basis.slots[slot]
            if slot > 0, !shape.weighsSlacks, (0..<shape.slacks).contains(position) { continue }
            load(basis.slots[slot], column)
            let amount = slot == 0 ? basis.amounts[0] : max(0, basis.amounts[slot])
            for row in 0..<shape.rows { basis.image[row] += amount * column[row] }
        }
        var worst = 0.0
        for row in 0..<shape.rows {
            let size = max(abs(target[row]), abs(basis.amounts[0] * direction[row]))
            let isAmount = row < shape.amounts && target[row] != 0
            worst = max(worst, miss(row) / (isAmount ? size : max(1, size)))
        }
        return worst
    }

    /// By how much a row's sum is on the wrong side of its target.
    private func miss(_ row: Int) -> Double {
        let excess = basis.image[row] - target[row]
        if shape.weighsSlacks { return abs(excess) }
        if row < shape.amounts { return max(0, excess) }
        switch shape.returns {
        case .nonIncreasing: return max(0, excess)
        case .nonDecreasing: return max(0, -excess)
        case .variable, .constant: return abs(excess)
        }
    }

    private var dualResidual: Double {
        let own = working.pricing.lowest(of: prices)
        var worth = 0.0
        for row in 0..<shape.rows { worth += prices[row] * direction[row] }
        return max(abs(worth - 1), -min(0, leastPrice, own.prices.min()) / max(1, abs(basis.amounts[0])))
    }

    private var gap: Double {
        var worth = 0.0
        for row in 0..<shape.rows { worth += prices[row] * target[row] }
        return abs(worth - basis.amounts[0]) / max(1, abs(worth))
    }
}
