/// What a frontier says about one unit.
public struct FrontierScore: Sendable, Equatable {
    public enum Outcome: Sendable, Equatable {
        /// Solved, and proven by its certificate.
        case solved
        /// The technology reaches no point on the unit's way: it makes or lacks what nobody else does.
        case infeasible
        /// The direction is zero: nothing is made (or used) that could be multiplied.
        case noDirection
        /// Optimality could not be proven. No figure is given.
        case notSolved
    }

    public let outcome: Outcome
    /// β: how far the unit can go along its direction; `nil` unless solved.
    public let beta: Double?
    /// θ (input), φ (output) or β, as published; `nil` unless solved.
    public let value: Double?
    /// `nil` unless solved.
    public let certificate: Certificate?
}

/// The scores of many units, kept flat: a million units take some hundred megabytes, not some hundred bytes each in
/// their own array.
public struct FrontierScores: Sendable {
    public let direction: Direction
    let chunks: [ScoreChunk]
    let size: Int

    /// Number of units.
    public let count: Int

    /// The score of a unit with its certificate.
    /// - Precondition: the number lies inside.
    public subscript(unit: Int) -> FrontierScore { chunks[unit / size].score(unit % size, direction) }

    /// θ, φ or β of every unit; `nil` where there is none.
    public var values: [Double?] {
        (0..<count).map { beta(of: $0).map(direction.score) }
    }

    /// β of a unit; `nil` where there is none.
    func beta(of unit: Int) -> Double? {
        let beta = chunks[unit / size].betas[unit % size]
        return beta.isNaN ? nil : beta
    }

    /// The outcome of every unit.
    public var outcomes: [FrontierScore.Outcome] { (0..<count).map { chunks[$0 / size].outcomes[$0 % size] } }

    /// The largest residual or gap of all certificates.
    public var worstResidual: Double { chunks.reduce(0) { max($0, $1.worst) } }
}

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
