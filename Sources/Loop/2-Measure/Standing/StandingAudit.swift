import Benchmarking

/// What a reader can work out about hidden groups who knows which enterprises are alike in which traits, and adds and
/// subtracts all that is shown: by linear programs over all of it at once.
/// - Source: Fischetti & Salazar (2001), attacker subproblems
struct StandingAudit {
    private let atoms: StandingAtoms
    private let program: LinearProgram
    private let isKnownToBePositive: Bool
    private let amounts: KeyPath<StandingTally, StandingTally.Amounts>

    /// - Parameter shown: whose sums are known.
    init(_ atoms: StandingAtoms, _ amounts: KeyPath<StandingTally, StandingTally.Amounts>, shown: [AtomSet]) {
        self.atoms = atoms
        self.amounts = amounts
        isKnownToBePositive = !atoms.tallies.contains { $0[keyPath: amounts].isNegative }
        var program = LinearProgram(maximising: [Double](repeating: 0, count: atoms.places.count))
        for set in shown {
            program.require(
                set.numbers.map { (variable: $0, coefficient: 1) }, .equal, atoms.tally(set)[keyPath: amounts].total)
        }
        self.program = program
    }

    /// The first of some hidden groups that is known more closely than its protection allows, by its place.
    ///
    /// Amounts that may lie below zero are bounded by nothing: what follows of them follows exactly (`StandingCut`).
    func firstBounded(_ hidden: [AtomSet]) -> Int? {
        guard isKnownToBePositive else { return nil }
        return hidden.indices.first { !isProtected(hidden[$0]) }
    }

    private func isProtected(_ set: AtomSet) -> Bool {
        let amount = atoms.tally(set)[keyPath: amounts]
        let slip = CellInterval.tolerance * amount.protection
        var attack = program
        for number in set.numbers { attack.objective[number] = 1 }
        switch attack.solve() {
        case .optimal(let most):
            let value = set.numbers.reduce(0) { $0 + most.values[$1] }
            if value < amount.total + amount.protection - slip { return false }
        case .unbounded: break
        default: return false
        }
        for number in set.numbers { attack.objective[number] = -1 }
        guard case .optimal(let least) = attack.solve() else { return false }
        let value = set.numbers.reduce(0) { $0 + least.values[$1] }
        return value <= max(0, amount.total - amount.protection) + slip
    }
}
