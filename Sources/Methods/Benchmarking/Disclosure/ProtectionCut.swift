/// What every pattern that protects must satisfy: `Σ coefficient · withheld ≥ 1` over cells that may be chosen.
///
/// From the multipliers of a demand's linear program: whatever is withheld, the cell cannot be thought further away
/// than `Σ` (multiplier · room) over the withheld cells, and that must reach the level. What the sensitive cells give
/// is subtracted; no cell needs to count for more than what is then missing.
///
/// - Source: Fischetti & Salazar (2001), capacity constraints and their strengthening.
struct ProtectionCut {
    /// Multipliers below this are rounding; the objective of the program they come from is one.
    private static let noise = 1e-9
    /// By how much a cut must be violated to be worth a row.
    static let leastViolation = 1e-6

    let terms: [(variable: Int, coefficient: Double)]

    /// - Parameters:
    ///   - multipliers: reduced cost of each cell of the table.
    ///   - choices: number of the variable of each cell that may be chosen.
    /// - Returns: `nil` when the sensitive cells give enough by themselves.
    init?(_ demand: Demand, multipliers: [Double], _ problem: SuppressionProblem, choices: [Int?]) {
        let isSensitive = Set(problem.sensitive.map(\.cell))
        var missing = demand.level
        var terms: [(variable: Int, coefficient: Double)] = []
        for (cell, multiplier) in multipliers.enumerated() where abs(multiplier) > Self.noise {
            let room = cell == demand.cell ? demand.ownRoom(problem.rooms[cell]) : problem.rooms[cell]
            let reach = multiplier > 0 ? multiplier * room.upperBound : multiplier * room.lowerBound
            if isSensitive.contains(cell) { missing -= reach }
            if let variable = choices[cell], reach > 0 { terms.append((variable, reach)) }
        }
        guard missing > demand.level * Demand.tolerance else { return nil }
        self.terms = terms.map { ($0.variable, min(1, $0.coefficient / missing)) }
    }

    /// By how much a point misses it; above 0 when it does.
    func violation(_ point: [Double]) -> Double {
        1 - terms.reduce(0) { $0 + $1.coefficient * point[$1.variable] }
    }
}
