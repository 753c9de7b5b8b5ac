/// Scores of units that follow each other.
struct ScoreChunk: Sendable {
    let inputs: Int
    let outputs: Int
    var outcomes: [FrontierScore.Outcome] = []
    /// NaN where there is no score; never handed out.
    var betas: [Double] = []
    /// `units × rows`, per unit of the column.
    var multipliers: [Double] = []
    /// Three figures for each unit: primal residual, dual residual, gap.
    var residuals: [Double] = []
    /// Where each unit's peers begin.
    var starts: [Int32] = [0]
    /// Numbers of units; of trades, counted from −1 downwards.
    var peers: [Int32] = []
    var weights: [Double] = []
    let rows: Int

    init(_ programme: Programme, capacity: Int) {
        inputs = programme.inputs
        outputs = programme.outputs
        rows = programme.rows
        outcomes.reserveCapacity(capacity)
        betas.reserveCapacity(capacity)
        multipliers.reserveCapacity(capacity * rows)
        residuals.reserveCapacity(capacity * 3)
        peers.reserveCapacity(capacity * rows)
        weights.reserveCapacity(capacity * rows)
    }

    var worst: Double { residuals.reduce(0) { max($0, $1) } }

    func score(_ place: Int, _ direction: Direction) -> FrontierScore {
        guard outcomes[place] == .solved else {
            return FrontierScore(outcome: outcomes[place], beta: nil, value: nil, certificate: nil)
        }
        let beta = betas[place]
        return FrontierScore(
            outcome: .solved, beta: beta, value: direction.score(beta), certificate: certificate(place))
    }

    private func certificate(_ place: Int) -> Certificate {
        let own = Int(starts[place])..<Int(starts[place + 1])
        let prices = multipliers[place * rows..<(place + 1) * rows]
        let first = prices.startIndex
        return Certificate(
            peers: own.filter { peers[$0] >= 0 }
                .map { Certificate.Peer(unit: Int(peers[$0]), weight: weights[$0]) },
            trades: own.filter { peers[$0] < 0 }
                .map { Certificate.Trade(number: -1 - Int(peers[$0]), amount: weights[$0]) },
            inputMultipliers: Array(prices[first..<first + inputs]),
            outputMultipliers: Array(prices[first + inputs..<first + inputs + outputs]),
            intercept: rows > inputs + outputs ? prices[first + rows - 1] : 0,
            primalResidual: residuals[3 * place], dualResidual: residuals[3 * place + 1],
            gap: residuals[3 * place + 2])
    }
}

extension ScoreChunk {
    /// Adds what the solver ended on, and nothing but the outcome where that is no score.
    mutating func append(_ outcome: FrontierScore.Outcome, _ simplex: RaySimplex, _ frontier: Frontier) {
        outcomes.append(outcome)
        guard outcome == .solved else { return appendNothing() }
        betas.append(simplex.value)
        for row in 0..<rows {
            let size =
                row < inputs
                ? frontier.scale.inputs[row] : row < inputs + outputs ? frontier.scale.outputs[row - inputs] : 1
            multipliers.append(simplex.prices[row] / size / simplex.span)
        }
        let proof = simplex.proof
        residuals += [proof.primal, proof.dual, proof.gap]
        for slot in 1..<max(1, rows) { appendPeer(slot, simplex, frontier) }
        starts.append(Int32(truncatingIfNeeded: peers.count))
    }

    private mutating func appendPeer(_ slot: Int, _ simplex: RaySimplex, _ frontier: Frontier) {
        let position = simplex.basis.slots[slot]
        guard position >= simplex.shape.slacks, simplex.basis.amounts[slot] > 0 else { return }
        let isUnit = position >= simplex.working.fixed
        let source = isUnit ? frontier.frame[simplex.working.sources[position]] : simplex.shape.slacks - 1 - position
        peers.append(Int32(truncatingIfNeeded: source))
        weights.append(simplex.basis.amounts[slot])
    }

    private mutating func appendNothing() {
        betas.append(.nan)
        for _ in 0..<rows { multipliers.append(0) }
        residuals += [0, 0, 0]
        starts.append(Int32(truncatingIfNeeded: peers.count))
    }

    mutating func append(_ place: Int, of other: ScoreChunk) {
        outcomes.append(other.outcomes[place])
        betas.append(other.betas[place])
        multipliers.append(contentsOf: other.multipliers[place * rows..<(place + 1) * rows])
        residuals.append(contentsOf: other.residuals[3 * place..<3 * place + 3])
        let own = Int(other.starts[place])..<Int(other.starts[place + 1])
        peers.append(contentsOf: other.peers[own])
        weights.append(contentsOf: other.weights[own])
        starts.append(Int32(truncatingIfNeeded: peers.count))
    }
}
