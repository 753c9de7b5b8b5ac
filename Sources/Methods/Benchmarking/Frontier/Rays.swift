/// The rays along which units are scored.
struct Rays: Sendable {
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
        _ units: ArraySlice<Int>, _ pool: Pool, _ computation: Computation
    ) throws(Stopped) -> ScoreChunk {
        let simplex = RaySimplex(programme)
        var chunk = ScoreChunk(programme, capacity: units.count)
        for unit in units {
            try computation.checkStopped()
            aim(simplex, at: unit)
            chunk.append(solve(simplex, unit, pool), simplex, frontier)
        }
        return chunk
    }

    /// Each unit against the pool without itself.
    func solveAlone(
        _ units: ArraySlice<Int>, _ pool: Pool, _ computation: Computation
    ) throws(Stopped) -> ScoreChunk {
        let simplex = RaySimplex(programme)
        var others = pool
        var chunk = ScoreChunk(programme, capacity: units.count)
        for unit in units {
            try computation.checkStopped()
            simplex.forget()
            others.blank(unit)
            aim(simplex, at: unit)
            chunk.append(solve(simplex, unit, others), simplex, frontier)
            others.set(unit, to: unit, of: columns)
        }
        return chunk
    }

    private func solve(_ simplex: RaySimplex, _ unit: Int, _ pool: Pool) -> FrontierScore.Outcome {
        if (0..<columns.rows).allSatisfy({ simplex.direction[$0] == 0 }) { return .noDirection }
        let outcome = pool.look { look in simplex.solve(over: look) { isProven($0, simplex, unit) } }
        return switch outcome {
        case .optimal: .solved
        case .infeasible: .infeasible
        case .notSolved: .notSolved
        }
    }

    /// Whether a solution is a score: without proof it is none.
    private func isProven(_ proof: Proof, _ simplex: RaySimplex, _ unit: Int) -> Bool {
        // A small θ is what is left of 1 − β: it must be right in its own size.
        let size = direction == .input ? min(1, abs(1 - simplex.value)) : 1
        guard proof.isAccepted, proof.gap <= Certificate.accepted * size || size < 1e-12 else { return false }
        if isForNothing(simplex, unit) { return false }
        return !frontier.isWide || isAddedUp(simplex, unit)
    }

    /// Whether weight restrictions promise the unit's outputs for no input at all: no technology does that.
    private func isForNothing(_ simplex: RaySimplex, _ unit: Int) -> Bool {
        let outputs = unit * columns.rows + programme.inputs..<unit * columns.rows + programme.amounts
        return direction == .input && programme.fixedColumns.count > programme.slacks
            && simplex.value > 1 - Certificate.accepted && columns.figures[outputs].contains { $0 < 0 }
    }

    /// Whether the score stands when it is added up from the table in its own figures. (The prices of all units were
    /// looked at by the solver: a wide table's pool holds them all.)
    private func isAddedUp(_ simplex: RaySimplex, _ unit: Int) -> Bool {
        var chunk = ScoreChunk(programme, capacity: 1)
        chunk.append(.solved, simplex, frontier)
        let audit = frontier.sums(of: chunk.score(0, direction), of: unit, in: units, direction, holding: fixed)
        return audit?.isProof ?? false
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
        shorten(simplex)
    }

    /// Divides a direction by its largest figure, so that the solver's tolerances mean the same along every direction. A
    /// unit's own figures are divided only where they are above the mean: below it, they are what the tolerances are for.
    private func shorten(_ simplex: RaySimplex) {
        var span = 0.0
        for row in 0..<columns.rows { span = max(span, abs(simplex.direction[row])) }
        if case .along = direction {} else { span = max(1, span) }
        simplex.span = span > 0 ? span : 1
        for row in 0..<columns.rows { simplex.direction[row] /= simplex.span }
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
