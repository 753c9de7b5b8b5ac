/// What a unit could still save or add beyond its score: the largest slacks, and where they lead.
public struct SlackSolution: Sendable, Equatable {
    /// Input that could still be saved, per input, in the unit of the column, ≥ 0.
    public let inputs: [Double]
    /// Output that could still be added.
    public let outputs: [Double]
    /// What the unit would use and make on the frontier.
    public let targetInputs: [Double]
    public let targetOutputs: [Double]
    /// The units whose mixture the target is. They are on the frontier with no slack of their own.
    public let peers: [Certificate.Peer]
    /// The sum of the slacks, each by its weight: what was maximised.
    public let total: Double
    /// The largest miss, and the distance between the sum and its proof.
    public let residual: Double
}

/// How slacks of different columns are added up. The largest sum depends on it, so it is said with every figure.
public enum SlackWeights: String, Sendable, Equatable, CaseIterable, Codable {
    /// Each slack over the mean of its column: the result does not depend on units of measure.
    case mean
    /// As the figures stand: what textbooks print, and another result in other units.
    case raw
}

extension Frontier {
    /// The second stage: with the score kept, the largest slacks.
    ///
    /// A unit is efficient in Koopmans' sense when its score is 1 *and* its slacks are 0.
    ///
    /// - Parameter scores: of these units against this frontier, without weight restrictions.
    /// - Returns: `nil` where a unit has no score or the largest slacks could not be proven.
    /// - Source: Cooper, Seiford & Tone (2007), sec. 3.
    public func slacks(
        after scores: FrontierScores, of units: Production, by weights: SlackWeights = .mean,
        holding fixed: FixedColumns = .none, _ computation: Computation = .whole
    ) throws(Stopped) -> [SlackSolution?] {
        precondition(scores.count == units.units, "every unit has its score")
        check(units, scores.direction, fixed)
        let betas = (0..<units.units).map { scores.beta(of: $0) }
        return try slacks(of: units, betas, (scores.direction, fixed), weights, computation)
    }

    /// The additive model: the largest slacks of the reference units from where they are.
    ///
    /// - Source: Charnes, Cooper, Golany, Seiford & Stutz (1985).
    public func additive(
        by weights: SlackWeights = .mean, _ computation: Computation = .whole
    ) throws(Stopped) -> [SlackSolution?] {
        let stay = [Double?](repeating: 0, count: reference.units)
        return try slacks(of: reference, stay, (.proportional, .none), weights, computation)
    }

    private func slacks(
        of units: Production, _ betas: [Double?], _ way: (Direction, FixedColumns), _ weights: SlackWeights,
        _ computation: Computation
    ) throws(Stopped) -> [SlackSolution?] {
        let stage = SlackStage(self, weights, way.0, way.1)
        let order = SpatialOrder.units(scale.columns(of: units, ending: []))
        let size = 512
        let solved = try computation.map((order.count + size - 1) / size) { (chunk) throws(Stopped) in
            let range = chunk * size..<min(order.count, (chunk + 1) * size)
            return try stage.solve(order[range], units, betas, computation)
        }
        var slacks = [SlackSolution?](repeating: nil, count: units.units)
        for (place, solution) in solved.joined().enumerated() { slacks[order[place]] = solution }
        return slacks
    }
}

/// The programme of the largest slacks: the amounts are as given, and a row says what slacks are worth.
private struct SlackStage: Sendable {
    let frontier: Frontier
    let direction: Direction
    let fixed: FixedColumns
    /// What one unit of each slack counts, over the largest of them, so that the weights are about 1 in size.
    let worth: [Double]
    let unitOfWorth: Double
    let programme: Programme
    let pool: Pool

    init(_ frontier: Frontier, _ weights: SlackWeights, _ direction: Direction, _ fixed: FixedColumns) {
        self.frontier = frontier
        self.direction = direction
        self.fixed = fixed
        let sizes = frontier.scale.inputs + frontier.scale.outputs
        let unitOfWorth = weights == .mean ? 1 : sizes.max() ?? 1
        let worth = weights == .mean ? sizes.map { _ in 1 } : sizes.map { $0 / unitOfWorth }
        self.worth = worth
        self.unitOfWorth = unitOfWorth
        programme = Programme(slacksOf: frontier.programme, worth: worth)
        let columns = frontier.scale.columns(of: frontier.reference, ending: programme.ending)
        pool = Pool(frontier.frame, of: columns)
    }

    func solve(
        _ units: ArraySlice<Int>, _ table: Production, _ betas: [Double?], _ computation: Computation
    ) throws(Stopped) -> [SlackSolution?] {
        let simplex = RaySimplex(programme)
        simplex.direction[programme.rows - 1] = 1
        var solutions: [SlackSolution?] = []
        for unit in units {
            try computation.checkStopped()
            guard let beta = betas[unit] else {
                solutions.append(nil)
                continue
            }
            aim(simplex, at: Point(table, unit, direction, holding: fixed), beta)
            let outcome = pool.look { look in simplex.solve(over: look) { $0.isAccepted } }
            solutions.append(
                outcome == .optimal ? solution(simplex, Point(table, unit, direction, holding: fixed), beta) : nil)
        }
        return solutions
    }

    /// What is left of an amount after rounding counts as nothing below this part of it.
    private static let dust = 1e-13

    /// The point on the frontier that the score leads to.
    private func aim(_ simplex: RaySimplex, at point: Point, _ beta: Double) {
        for input in point.inputs.indices {
            simplex.target[input] = amount(point, input: input, beta) / frontier.scale.inputs[input]
        }
        for output in point.outputs.indices {
            simplex.target[programme.inputs + output] =
                -amount(point, output: output, beta) / frontier.scale.outputs[output]
        }
        if frontier.returns != .constant { simplex.target[programme.mixtureRow] = 1 }
    }

    private func amount(_ point: Point, input: Int, _ beta: Double) -> Double {
        let left = point.inputs[input] - beta * point.inputDirection[input]
        return left < SlackStage.dust * point.inputs[input] ? 0 : left
    }

    private func amount(_ point: Point, output: Int, _ beta: Double) -> Double {
        let made = point.outputs[output] + beta * point.outputDirection[output]
        return made < SlackStage.dust * point.outputs[output] ? 0 : made
    }

    private func solution(_ simplex: RaySimplex, _ point: Point, _ beta: Double) -> SlackSolution {
        let proof = simplex.proof
        var slacks = [Double](repeating: 0, count: programme.amounts)
        var peers: [Certificate.Peer] = []
        for slot in 1..<programme.rows {
            let position = simplex.basis.slots[slot]
            let amount = simplex.basis.amounts[slot]
            guard amount > 0 else { continue }
            if position >= simplex.working.fixed {
                peers.append(.init(unit: frontier.frame[simplex.working.sources[position]], weight: amount))
            } else if position < programme.amounts {
                slacks[position] = amount
            }
        }
        let inputs = frontier.scale.inputs.indices.map { slacks[$0] * frontier.scale.inputs[$0] }
        let outputs = frontier.scale.outputs.indices.map { slacks[programme.inputs + $0] * frontier.scale.outputs[$0] }
        return SlackSolution(
            inputs: inputs, outputs: outputs,
            targetInputs: inputs.indices.map { max(0, amount(point, input: $0, beta) - inputs[$0]) },
            targetOutputs: outputs.indices.map { amount(point, output: $0, beta) + outputs[$0] },
            peers: peers.sorted { $0.unit < $1.unit },
            total: zip(slacks, worth).reduce(0) { $0 + $1.0 * $1.1 } * unitOfWorth,
            residual: max(proof.primal, proof.dual, proof.gap))
    }
}
