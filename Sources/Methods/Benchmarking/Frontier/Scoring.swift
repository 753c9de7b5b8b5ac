extension Frontier {
    /// Units scored in one go by one thread, from one facet to the next.
    private static let chunk = 512

    /// The scores of the reference units themselves.
    ///
    /// - Parameters:
    ///   - direction: which way to look.
    ///   - fixed: inputs and outputs that the unit cannot choose: they are compared and do not move.
    /// - Throws: `Stopped`.
    /// - Source: Banker & Morey (1986), for fixed inputs.
    public func scores(
        _ direction: Direction, holding fixed: FixedColumns = .none, _ computation: Computation = .whole
    ) throws(Stopped) -> FrontierScores {
        try scores(of: reference, table, direction, fixed, computation)
    }

    /// The scores of any units against this technology. A unit outside it has an output score below 1 (an input score
    /// above 1), or none.
    /// - Precondition: the units have the same inputs and outputs.
    public func scores(
        of units: Production, _ direction: Direction, holding fixed: FixedColumns = .none,
        _ computation: Computation = .whole
    ) throws(Stopped) -> FrontierScores {
        let columns = scale.columns(of: units, ending: programme.ending)
        return try scores(of: units, columns, direction, fixed, computation)
    }

    private func scores(
        of units: Production, _ columns: ColumnTable, _ direction: Direction, _ fixed: FixedColumns,
        _ computation: Computation
    ) throws(Stopped) -> FrontierScores {
        let rays = Rays(units: units, columns: columns, direction: direction, fixed: fixed, frontier: self)
        let order = SpatialOrder.units(rays.places)
        let pool = self.pool
        let size = Frontier.chunk
        let solved = try computation.map((units.units + size - 1) / size) { (chunk) throws(Stopped) in
            let range = chunk * size..<min(units.units, (chunk + 1) * size)
            return try rays.solve(order[range], pool, computation)
        }
        return FrontierScores(
            direction: direction, chunks: rays.sorted(solved, order, size), size: size, count: units.units)
    }

    /// The score of every reference unit against the technology of the others (super-efficiency).
    ///
    /// For a unit that is not on the frontier it is the usual score. A unit on it gets an output score below 1 (an input
    /// score above 1): how much worse it could do and still be on the frontier; far out means an outlier, not a
    /// champion. Under other than constant returns the others may not reach it at all: `infeasible`.
    ///
    /// - Source: Andersen & Petersen (1993).
    /// - Complexity: units of the frame × all units.
    public func superEfficiency(
        _ direction: Direction, holding fixed: FixedColumns = .none, _ computation: Computation = .whole
    ) throws(Stopped) -> FrontierScores {
        let usual = try scores(direction, holding: fixed, computation.part(0...0.2))
        let everyone = Frontier(self, frame: Array(0..<reference.units))
        let rays = Rays(units: reference, columns: table, direction: direction, fixed: fixed, frontier: everyone)
        let size = 32
        let members = frame.sorted()
        let pool = everyone.pool
        let solved = try computation.part(0.2...1).map((members.count + size - 1) / size) { (chunk) throws(Stopped) in
            let range = chunk * size..<min(members.count, (chunk + 1) * size)
            return try rays.solveAlone(members[range], pool, computation)
        }
        return usual.replacing(members, by: solved, size, programme)
    }
}

/// Columns that a unit cannot choose, counted from 0.
public struct FixedColumns: Sendable, Equatable {
    public var inputs: Set<Int>
    public var outputs: Set<Int>

    public init(inputs: Set<Int> = [], outputs: Set<Int> = []) {
        self.inputs = inputs
        self.outputs = outputs
    }

    public static var none: FixedColumns { FixedColumns() }
}

/// The rays along which units are scored.
private struct Rays: Sendable {
    let units: Production
    let columns: ColumnTable
    let direction: Direction
    let fixed: FixedColumns
    let frontier: Frontier

    private var programme: Programme { frontier.programme }

    /// Where a unit's facet is likely to be: what the direction multiplies counts by its mix alone.
    var places: ColumnTable {
        var figures = columns.figures
        for unit in 0..<columns.units {
            let first = unit * columns.rows
            if direction == .input || frontier.returns == .constant { mix(&figures, first, programme.inputs) }
            if direction == .output || frontier.returns == .constant {
                mix(&figures, first + programme.inputs, programme.outputs)
            }
        }
        return ColumnTable(rows: columns.rows, figures: figures)
    }

    private func mix(_ figures: inout [Double], _ first: Int, _ count: Int) {
        let sum = figures[first..<first + count].reduce(0) { $0 + abs($1) }
        for place in first..<first + count where sum > 0 { figures[place] /= sum }
    }

    func solve(
        _ units: ArraySlice<Int>, _ pool: ColumnBlocks, _ computation: Computation
    ) throws(Stopped) -> ScoreChunk {
        let simplex = RaySimplex(programme)
        var chunk = ScoreChunk(programme, capacity: units.count)
        for unit in units {
            try computation.checkStopped()
            aim(simplex, at: unit)
            let outcome = pool.pricing { isZero(simplex) ? nil : simplex.solve(over: $0) }
            record(outcome, simplex, unit, pool, &chunk)
        }
        return chunk
    }

    /// Each unit against the pool without itself.
    func solveAlone(
        _ units: ArraySlice<Int>, _ pool: ColumnBlocks, _ computation: Computation
    ) throws(Stopped) -> ScoreChunk {
        let simplex = RaySimplex(programme)
        var others = pool
        var chunk = ScoreChunk(programme, capacity: units.count)
        for unit in units {
            try computation.checkStopped()
            simplex.forget()
            others.blank(unit)
            aim(simplex, at: unit)
            let outcome = others.pricing { isZero(simplex) ? nil : simplex.solve(over: $0) }
            record(outcome, simplex, unit, others, &chunk)
            others.set(unit, to: unit, of: columns)
        }
        return chunk
    }

    /// Writes the point and its direction, both over the column's scale.
    private func aim(_ simplex: RaySimplex, at unit: Int) {
        let first = unit * columns.rows
        for row in 0..<columns.rows { simplex.target[row] = columns.figures[first + row] }
        for row in 0..<columns.rows { simplex.direction[row] = 0 }
        for input in 0..<programme.inputs where !fixed.inputs.contains(input) {
            simplex.direction[input] = inputStep(first, input)
        }
        for output in 0..<programme.outputs where !fixed.outputs.contains(output) {
            simplex.direction[programme.inputs + output] = outputStep(first, output)
        }
    }

    private func inputStep(_ first: Int, _ input: Int) -> Double {
        switch direction {
        case .input, .proportional: columns.figures[first + input]
        case .output: 0
        case .along(let inputs, _): inputs[input] / frontier.scale.inputs[input]
        }
    }

    private func outputStep(_ first: Int, _ output: Int) -> Double {
        switch direction {
        case .output, .proportional: -columns.figures[first + programme.inputs + output]
        case .input: 0
        case .along(_, let outputs): outputs[output] / frontier.scale.outputs[output]
        }
    }

    private func isZero(_ simplex: RaySimplex) -> Bool {
        (0..<columns.rows).allSatisfy { simplex.direction[$0] == 0 }
    }

    /// Keeps a solution with its proof; without proof it is no solution.
    private func record(
        _ outcome: RaySimplex.Outcome?, _ simplex: RaySimplex, _ unit: Int, _ pool: ColumnBlocks,
        _ chunk: inout ScoreChunk
    ) {
        var kept: FrontierScore.Outcome =
            switch outcome {
            case nil: .noDirection
            case .infeasible: .infeasible
            case .notSolved: .notSolved
            case .optimal: .solved
            }
        if kept == .solved, !chunk.prove(simplex, frontier), !proveStrictly(simplex, pool, &chunk) {
            kept = .notSolved
        }
        if kept == .solved, isForNothing(simplex, unit) {
            chunk.removeLast()
            kept = .notSolved
        }
        if kept != .solved { chunk.appendNothing() }
        chunk.outcomes.append(kept)
        if kept == .solved, frontier.isWide, !isAudited(unit, chunk) { chunk.withdraw() }
    }

    /// Whether weight restrictions promise the unit's outputs for no input at all: no technology does that.
    private func isForNothing(_ simplex: RaySimplex, _ unit: Int) -> Bool {
        let outputs = unit * columns.rows + programme.inputs..<unit * columns.rows + programme.amounts
        return direction == .input && programme.fixedColumns.count > programme.slacks
            && simplex.value > 1 - Certificate.accepted && columns.figures[outputs].contains { $0 < 0 }
    }

    /// Solves once more by narrow tolerances.
    private func proveStrictly(_ simplex: RaySimplex, _ pool: ColumnBlocks, _ chunk: inout ScoreChunk) -> Bool {
        let usual = simplex.tolerance
        defer { simplex.tolerance = usual }
        simplex.tolerance = .strict
        return pool.pricing { simplex.solve(over: $0) } == .optimal && chunk.prove(simplex, frontier)
    }

    /// Whether the last score stands when it is added up from the table.
    private func isAudited(_ unit: Int, _ chunk: ScoreChunk) -> Bool {
        let score = chunk.score(chunk.outcomes.count - 1, direction)
        return frontier.audit(score, of: unit, in: units, direction, holding: fixed)?.isProof ?? false
    }

    /// The chunks in the order of the units.
    func sorted(_ solved: [ScoreChunk], _ order: [Int], _ size: Int) -> [ScoreChunk] {
        var places = [Int](repeating: 0, count: order.count)
        for (place, unit) in order.enumerated() { places[unit] = place }
        return stride(from: 0, to: order.count, by: size).map { first in
            let range = first..<min(order.count, first + size)
            var chunk = ScoreChunk(programme, capacity: range.count)
            for unit in range { chunk.append(places[unit] % size, of: solved[places[unit] / size]) }
            return chunk
        }
    }
}

extension FrontierScores {
    /// The same scores with those of some units exchanged.
    fileprivate func replacing(
        _ units: [Int], by solved: [ScoreChunk], _ piece: Int, _ programme: Programme
    ) -> FrontierScores {
        var places = [Int](repeating: -1, count: count)
        for (place, unit) in units.enumerated() { places[unit] = place }
        let replaced = chunks.indices.map { number in
            var chunk = ScoreChunk(programme, capacity: size)
            for unit in number * size..<min(count, (number + 1) * size) {
                if places[unit] < 0 {
                    chunk.append(unit % size, of: chunks[number])
                } else {
                    chunk.append(places[unit] % piece, of: solved[places[unit] / piece])
                }
            }
            return chunk
        }
        return FrontierScores(direction: direction, chunks: replaced, size: size, count: count)
    }
}

extension ScoreChunk {
    /// Adds what the solver ended on, unless its own figures do not prove it.
    fileprivate mutating func prove(_ simplex: RaySimplex, _ frontier: Frontier) -> Bool {
        let proof = simplex.proof
        guard proof.primal <= Certificate.accepted, proof.dual <= Certificate.accepted,
            proof.gap <= Certificate.accepted
        else { return false }
        betas.append(simplex.value)
        for input in 0..<inputs { multipliers.append(simplex.prices[input] / frontier.scale.inputs[input]) }
        for output in 0..<outputs {
            multipliers.append(simplex.prices[inputs + output] / frontier.scale.outputs[output])
        }
        for row in inputs + outputs..<rows { multipliers.append(simplex.prices[row]) }
        residuals += [proof.primal, proof.dual, proof.gap]
        for slot in 1..<max(1, rows) {
            let position = simplex.basis.slots[slot]
            guard position >= simplex.shape.slacks, simplex.basis.amounts[slot] > 0 else { continue }
            let isUnit = position >= simplex.working.fixed
            let source =
                isUnit ? frontier.frame[simplex.working.sources[position]] : simplex.shape.slacks - 1 - position
            peers.append(Int32(truncatingIfNeeded: source))
            weights.append(simplex.basis.amounts[slot])
        }
        starts.append(Int32(truncatingIfNeeded: peers.count))
        return true
    }

    /// Removes what `prove` has added last.
    fileprivate mutating func removeLast() {
        betas.removeLast()
        multipliers.removeLast(rows)
        residuals.removeLast(3)
        starts.removeLast()
        peers.removeLast(peers.count - Int(starts[starts.count - 1]))
        weights.removeLast(weights.count - peers.count)
    }

    /// Takes the last score back: it is not proven after all.
    fileprivate mutating func withdraw() {
        outcomes[outcomes.count - 1] = .notSolved
        betas[betas.count - 1] = .nan
    }

    fileprivate mutating func appendNothing() {
        betas.append(.nan)
        for _ in 0..<rows { multipliers.append(0) }
        residuals += [0, 0, 0]
        starts.append(Int32(truncatingIfNeeded: peers.count))
    }

    fileprivate mutating func append(_ place: Int, of other: ScoreChunk) {
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
