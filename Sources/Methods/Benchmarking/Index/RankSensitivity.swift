/// Which choice moves the ranks: Sobol's effects on the mean absolute shift of rank, `Σ |rank − nominal rank| / n`.
///
/// - Source: Saisana, Saltelli & Tarantola (2005); Saltelli et al. (2010).
public struct RankSensitivity: Sendable, Equatable {
    /// The effect of one choice.
    public struct Effect: Sendable, Equatable {
        /// The step.
        public let choice: IndexChoice
        /// Its share of the variance of the shift, alone and with interactions.
        public let effect: SobolEffect
    }

    /// The recipe whose ranks are questioned.
    public let recipe: IndexRecipe
    /// What else might have been chosen.
    public let alternatives: IndexAlternatives
    /// Runs and seed.
    public let options: SobolOptions
    /// One per choice that leaves a choice; `nil` when the shift never varies. The weights are one choice.
    public let effects: [Effect]?
}

extension IndexUncertainty {
    /// Sobol's effects of the open choices.
    ///
    /// Units that have no score, by the recipe or in a run, are left out of the mean of that run.
    ///
    /// - Throws: `.stopped`, `.badParameter` by name.
    /// - Complexity: O(base runs × choices × units × indicators).
    public func sensitivity(
        _ options: SobolOptions = SobolOptions(), computation: Computation = .whole
    ) throws(IndexRefusal) -> RankSensitivity {
        let choices = space.openChoices
        let space = self.space
        let nominal = self.nominal.ranks
        // A closed choice is a factor without inputs: it costs no runs.
        let factors = IndexChoice.allCases.map { choice in
            let places = space.places(of: choice)
            return choices.contains(choice) ? places : places.upperBound..<places.upperBound
        }
        let effects = try sobolEffects(of: factors, options: options, computation: computation) {
            var run = ScenarioRun(space)
            var ranks = [UInt32](repeating: 0, count: space.units)
            return { u in
                ranks.withUnsafeMutableBufferPointer { run.fill($0, at: u) }
                return meanShift(ranks, from: nominal)
            }
        }
        return RankSensitivity(
            recipe: self.nominal.recipe, alternatives: alternatives, options: options,
            effects: effects.map { all in
                zip(IndexChoice.allCases, all).filter { choices.contains($0.0) }
                    .map { RankSensitivity.Effect(choice: $0.0, effect: $0.1) }
            })
    }
}

private func meanShift(_ ranks: [UInt32], from nominal: [Int?]) -> Double {
    var (sum, count) = (0, 0)
    for (rank, before) in zip(ranks, nominal) {
        guard rank > 0, let before else { continue }
        sum += abs(Int(rank) - before)
        count += 1
    }
    return count > 0 ? Double(sum) / Double(count) : 0
}
