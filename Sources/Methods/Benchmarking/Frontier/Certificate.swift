/// The proof of a score: a mixture of units that reaches it, and prices under which nobody does better.
///
/// The mixture λ shows that the score is possible; the multipliers (u, v, w) show that no other is further out. Where
/// both give the same figure it is the optimum. Anyone can check it by adding up, without trusting the solver.
public struct Certificate: Sendable, Equatable {
    /// The units of the mixture and their λ > 0. A λ is not unique when units are duplicates or lie on one facet.
    public struct Peer: Sendable, Equatable {
        /// Number of the unit in the reference.
        public let unit: Int
        public let weight: Double

        public init(unit: Int, weight: Double) {
            self.unit = unit
            self.weight = weight
        }
    }

    public let peers: [Peer]
    /// A trade that a weight restriction allows, and how much of it the mixture makes.
    public struct Trade: Sendable, Equatable {
        /// Place among the frontier's trades.
        public let number: Int
        public let amount: Double
    }

    /// Empty without weight restrictions.
    public let trades: [Trade]
    /// v ≥ 0, one per input, per unit of the column.
    public let inputMultipliers: [Double]
    /// u ≥ 0, one per output, per unit of the column.
    public let outputMultipliers: [Double]
    /// w, the price of Σλ; 0 under constant returns.
    public let intercept: Double
    /// How far the mixture misses what it must reach, at most, each row over the unit's own figure.
    public let primalResidual: Double
    /// How far the price of a reference unit or a trade lies below zero, at most. The score is off by no more than this times Σλ.
    public let dualResidual: Double
    /// Between the score of the mixture and the score of the prices.
    public let gap: Double

    /// Residuals and gap up to here prove a score.
    public static let accepted = 1e-8

    /// Whether it proves the score.
    public var isProof: Bool { max(primalResidual, dualResidual, gap) <= Certificate.accepted }
}

/// What a certificate comes to when it is added up anew from the table, over all units.
public struct Audit: Sendable, Equatable {
    public let primalResidual: Double
    public let dualResidual: Double
    public let gap: Double
    public var isProof: Bool { max(primalResidual, dualResidual, gap) <= Certificate.accepted }
}

extension Frontier {
    /// Adds up a score's proof from the reference table alone: nothing of the solver is used.
    ///
    /// - Parameters:
    ///   - score: of a unit that lies at `unit` of `units`.
    ///   - direction: the one the score was asked for.
    ///   - fixed: the columns that were held.
    ///   - excluded: the reference unit that was left out (super-efficiency).
    /// - Returns: `nil` when the score has no certificate.
    /// - Complexity: reference units × (inputs + outputs).
    public func audit(
        _ score: FrontierScore, of unit: Int, in units: Production, _ direction: Direction,
        holding fixed: FixedColumns = .none, without excluded: Int? = nil
    ) -> Audit? {
        guard let sums = sums(of: score, of: unit, in: units, direction, holding: fixed), let proof = score.certificate,
            let beta = score.beta
        else { return nil }
        return Audit(
            primalResidual: sums.primalResidual,
            dualResidual: max(sums.dualResidual, dearest(proof, without: excluded) / max(1, abs(beta))), gap: sums.gap)
    }

    /// The same without the prices of the reference units.
    func sums(
        of score: FrontierScore, of unit: Int, in units: Production, _ direction: Direction,
        holding fixed: FixedColumns
    ) -> Audit? {
        guard let proof = score.certificate, let beta = score.beta else { return nil }
        let point = Point(units, unit, direction, holding: fixed)
        var worst = 0.0
        for input in point.inputs.indices {
            let used =
                proof.peers.reduce(0) { $0 + $1.weight * reference.inputs[$1.unit, input] }
                + proof.trades.reduce(0) { $0 + $1.amount * trades[$1.number].inputs[input] }
            let allowed = point.inputs[input] - beta * point.inputDirection[input]
            let step = abs(beta * point.inputDirection[input])
            worst = max(worst, (used - allowed) / max(size(point.inputs[input], scale.inputs[input]), step))
        }
        for output in point.outputs.indices {
            let made =
                proof.peers.reduce(0) { $0 + $1.weight * reference.outputs[$1.unit, output] }
                + proof.trades.reduce(0) { $0 + $1.amount * trades[$1.number].outputs[output] }
            let asked = point.outputs[output] + beta * point.outputDirection[output]
            let step = abs(beta * point.outputDirection[output])
            worst = max(worst, (asked - made) / max(size(point.outputs[output], scale.outputs[output]), step))
        }
        worst = max(worst, mixtureDefect(proof.peers.reduce(0) { $0 + $1.weight }))
        let gap = abs(beta - worth(proof, point)) / max(1, abs(beta))
        let dual = misprice(proof, point) / max(1, abs(beta))
        return Audit(primalResidual: worst, dualResidual: dual, gap: gap)
    }

    private func size(_ own: Double, _ mean: Double) -> Double { own > 0 ? own : mean }

    /// How far Σλ misses what the returns to scale ask for.
    private func mixtureDefect(_ sum: Double) -> Double {
        switch returns {
        case .constant: 0
        case .variable: abs(sum - 1)
        case .nonIncreasing: max(0, sum - 1)
        case .nonDecreasing: max(0, 1 - sum)
        }
    }

    /// `β = v·x − u·y + w` at prices under which the direction is worth 1.
    private func worth(_ proof: Certificate, _ point: Point) -> Double {
        let inputs = zip(proof.inputMultipliers, point.inputs).reduce(0) { $0 + $1.0 * $1.1 }
        let outputs = zip(proof.outputMultipliers, point.outputs).reduce(0) { $0 + $1.0 * $1.1 }
        return inputs - outputs + proof.intercept
    }

    /// How far the prices miss what they promise: no price of an input or output below zero, the direction worth 1, and
    /// w of the sign that the returns to scale ask for. A price counts by what the mean of its column costs.
    private func misprice(_ proof: Certificate, _ point: Point) -> Double {
        let v = proof.inputMultipliers
        let u = proof.outputMultipliers
        let worth =
            zip(v, point.inputDirection).reduce(0) { $0 + $1.0 * $1.1 }
            + zip(u, point.outputDirection).reduce(0) { $0 + $1.0 * $1.1 }
        let negative = zip(v + u, scale.inputs + scale.outputs).map { -$0 * $1 }.max() ?? 0
        let intercept: Double =
            switch returns {
            case .constant: abs(proof.intercept)
            case .variable: 0
            case .nonIncreasing: -proof.intercept
            case .nonDecreasing: proof.intercept
            }
        return max(abs(worth - 1), negative, intercept)
    }

    /// How far `v·x − u·y + w` lies below zero for some unit of the reference, or `v·x − u·y` for some trade.
    private func dearest(_ proof: Certificate, without excluded: Int?) -> Double {
        var least = 0.0
        for unit in 0..<reference.units where unit != excluded {
            var price = proof.intercept
            for input in proof.inputMultipliers.indices {
                price += proof.inputMultipliers[input] * reference.inputs[unit, input]
            }
            for output in proof.outputMultipliers.indices {
                price -= proof.outputMultipliers[output] * reference.outputs[unit, output]
            }
            least = min(least, price)
        }
        for trade in trades {
            let paid = zip(proof.inputMultipliers, trade.inputs).reduce(0) { $0 + $1.0 * $1.1 }
            let gained = zip(proof.outputMultipliers, trade.outputs).reduce(0) { $0 + $1.0 * $1.1 }
            least = min(least, paid - gained)
        }
        return -least
    }
}

/// A unit and the way it looks.
struct Point {
    let inputs: [Double]
    let outputs: [Double]
    let inputDirection: [Double]
    let outputDirection: [Double]

    init(_ units: Production, _ unit: Int, _ direction: Direction, holding fixed: FixedColumns = .none) {
        inputs = units.inputs.row(unit)
        outputs = units.outputs.row(unit)
        var (gx, gy) =
            switch direction {
            case .input: (inputs, outputs.map { _ in 0.0 })
            case .output: (inputs.map { _ in 0.0 }, outputs)
            case .proportional: (inputs, outputs)
            case .along(let x, let y): (x, y)
            }
        for input in fixed.inputs { gx[input] = 0 }
        for output in fixed.outputs { gy[output] = 0 }
        (inputDirection, outputDirection) = (gx, gy)
    }
}
