/// The slacks-based measure: the mean shrinkage of inputs over the mean growth of outputs.
///
/// `ρ = (1 − 1/m Σ s⁻ᵢ/xᵢ) / (1 + 1/s Σ s⁺ᵣ/yᵣ)`, least over all mixtures; 1 only without any slack. Unlike a radial score
/// it leaves nothing unsaid, and units of measure do not change it.
public struct SlacksBasedScore: Sendable, Equatable {
    /// ρ, 0 < ρ ≤ 1.
    public let value: Double
    /// Slacks of inputs and outputs, in the units of the columns.
    public let inputs: [Double]
    public let outputs: [Double]
}

extension Frontier {
    /// The slacks-based measure of every reference unit. What a unit does not use or make has no proportion and is
    /// left out of the means.
    ///
    /// - Returns: `nil` for a unit that makes nothing, where optimality could not be proven, and throughout for a wide
    ///   table (`isWide`), whose proportions a general linear program cannot be trusted with.
    /// - Source: Tone (2001), linearised after Charnes and Cooper.
    public func slacksBased(_ computation: Computation = .whole) throws(Stopped) -> [SlacksBasedScore?] {
        try computation.map(reference.units) { (unit) throws(Stopped) in
            try computation.checkStopped()
            return isWide ? nil : slacksBased(unit)
        }
    }

    /// The slacks-based super-efficiency of units without slack: how far, on the mean, the nearest point lies that
    /// the others reach and that is no better than the unit.
    ///
    /// - Returns: the slacks-based measure where that is below 1; `nil` as there, and where nobody else reaches the
    ///   unit.
    /// - Source: Tone (2002).
    public func slacksBasedSuperEfficiency(_ computation: Computation = .whole) throws(Stopped) -> [Double?] {
        let usual = try slacksBased(computation.part(0...0.5))
        return try computation.part(0.5...1).map(reference.units) { (unit) throws(Stopped) in
            try computation.checkStopped()
            guard let value = usual[unit]?.value, value > 1 - Frontier.slackless else { return usual[unit]?.value }
            return superEfficiency(slacksBased: unit)
        }
    }

    /// ρ this near to 1 counts as 1.
    private static let slackless = 1e-7

    /// Each unit's figures over the unit's own: 1 is what it uses or makes now.
    private func ratios(_ unit: Int, to units: [Int]) -> (inputs: [[Double]], outputs: [[Double]]) {
        func rows(_ table: Matrix, _ sizes: [Double]) -> [[Double]] {
            (0..<table.columns).map { column in
                let own = table[unit, column] > 0 ? table[unit, column] : sizes[column]
                return units.map { table[$0, column] / own }
            }
        }
        return (rows(reference.inputs, scale.inputs), rows(reference.outputs, scale.outputs))
    }

    private func used(_ table: Matrix, _ unit: Int) -> [Double] {
        (0..<table.columns).map { table[unit, $0] > 0 ? 1 : 0 }
    }

    /// Variables: λ of the frame, slacks of inputs and outputs, t; all times t.
    private func slacksBased(_ unit: Int) -> SlacksBasedScore? {
        let (x, y) = ratios(unit, to: frame)
        let (ownX, ownY) = (used(reference.inputs, unit), used(reference.outputs, unit))
        let (inputCount, outputCount) = (ownX.reduce(0, +), ownY.reduce(0, +))
        guard outputCount > 0 else { return nil }
        let zeros = [Double](repeating: 0, count: frame.count)
        func unitRow(_ place: Int, _ value: Double, _ count: Int) -> [Double] {
            (0..<count).map { $0 == place ? value : 0 }
        }
        let noX = unitRow(-1, 0, x.count)
        let noY = unitRow(-1, 0, y.count)
        var program = LinearProgram(maximising: zeros + ownX.map { $0 / inputCount } + noY + [-1])
        program.require(zeros + noX + ownY.map { $0 / outputCount } + [1], .equal, 1)
        for i in x.indices { program.require(x[i] + unitRow(i, 1, x.count) + noY + [-ownX[i]], .equal, 0) }
        for r in y.indices { program.require(y[r] + noX + unitRow(r, -1, y.count) + [-ownY[r]], .equal, 0) }
        if let relation = returns.relation {
            program.require(zeros.map { _ in 1 } + noX + noY + [-1], relation, 0)
        }
        guard case .optimal(let solution) = program.solve(), let t = solution.values.last, t > 0 else { return nil }
        let slacks = solution.values.dropFirst(frame.count).map { $0 / t }
        return SlacksBasedScore(
            value: min(1, -solution.objective),
            inputs: x.indices.map { slacks[$0] * size(reference.inputs, unit, $0, scale.inputs) },
            outputs: y.indices.map { slacks[x.count + $0] * size(reference.outputs, unit, $0, scale.outputs) })
    }

    private func size(_ table: Matrix, _ unit: Int, _ column: Int, _ sizes: [Double]) -> Double {
        table[unit, column] > 0 ? table[unit, column] : sizes[column]
    }

    /// Variables: λ of the others, the point's inputs and outputs over the unit's, t; all times t.
    private func superEfficiency(slacksBased unit: Int) -> Double? {
        let others = (0..<reference.units).filter { $0 != unit }
        guard !others.isEmpty else { return nil }
        let (x, y) = ratios(unit, to: others)
        let (ownX, ownY) = (used(reference.inputs, unit), used(reference.outputs, unit))
        let (inputCount, outputCount) = (ownX.reduce(0, +), ownY.reduce(0, +))
        let zeros = [Double](repeating: 0, count: others.count)
        func unitRow(_ place: Int, _ count: Int) -> [Double] { (0..<count).map { $0 == place ? 1 : 0 } }
        let noX = unitRow(-1, x.count)
        let noY = unitRow(-1, y.count)
        var program = LinearProgram(maximising: zeros + ownX.map { -$0 / inputCount } + noY + [0])
        program.require(zeros + noX + ownY.map { $0 / outputCount } + [0], .equal, 1)
        for i in x.indices {
            program.require(x[i].map { -$0 } + unitRow(i, x.count) + noY + [0], .atLeast, 0)
            program.require(zeros + unitRow(i, x.count) + noY + [-ownX[i]], .atLeast, 0)
        }
        for r in y.indices {
            program.require(y[r] + noX + unitRow(r, y.count).map { -$0 } + [0], .atLeast, 0)
            program.require(zeros + noX + unitRow(r, y.count) + [-ownY[r]], .atMost, 0)
        }
        if let relation = returns.relation {
            program.require(zeros.map { _ in 1 } + noX + noY + [-1], relation, 0)
        }
        guard case .optimal(let solution) = program.solve() else { return nil }
        return -solution.objective
    }
}

extension ReturnsToScale {
    /// How Σλ stands to 1; `nil` when it may be anything.
    var relation: LinearProgram.Relation? {
        switch self {
        case .constant: nil
        case .variable: .equal
        case .nonIncreasing: .atMost
        case .nonDecreasing: .atLeast
        }
    }
}
