public import Benchmarking

extension UnitTable {
    /// Compares every unit with the best of all and, where there are groups, with the best of its own.
    ///
    /// - Parameter computation: on how many threads, who hears of the progress, who may stop it.
    /// - Throws: `FrontierRefusal`.
    /// - Source: O'Donnell, Rao & Battese (2008), the split into home and elsewhere.
    public func frontier(
        for question: FrontierQuestion, _ computation: Computation = .whole
    ) throws(FrontierRefusal) -> FrontierOutcome {
        if let replicates = question.bootstrap {
            guard FrontierQuestion.replicates.contains(replicates) else { throw .bootstrap(replicates) }
            let most = FrontierQuestion.mostReplicatedFigures / production.units
            if replicates > most { throw .bootstrapTooLarge(most: most) }
        }
        if question.bootstrap != nil, question.technology == .seenOnly { throw .bootstrapWithoutMixtures }
        let rule = Comparability(production, mixtures: question.technology != .seenOnly)
        guard case .enough(_, let effective) = rule else {
            guard case .tooFew(let units, let least) = rule else { throw .stopped }
            return .tooFewUnits(units: units, least: least)
        }
        do {
            let search = FrontierSearch(table: self, question: question, effectiveUnits: effective)
            return .answered(try search.answer(computation))
        } catch {
            throw .stopped
        }
    }
}

/// One search: every unit against everyone, then against its group.
struct FrontierSearch {
    let table: UnitTable
    let question: FrontierQuestion
    let effectiveUnits: Double

    func answer(_ computation: Computation) throws(Stopped) -> FrontierAnswer {
        let steps = Steps(computation, withBootstrap: question.bootstrap != nil)
        let robust = try robustScores(steps.robust)
        let standing = try standing(steps.standing)
        let bootstrap = try bootstrapped(steps.bootstrap)
        let units = (0..<table.production.units).map { unit in
            self.unit(unit, standing, robust.scores[unit], bootstrap?.scores[unit])
        }
        return FrontierAnswer(
            question: question, table: table, effectiveUnits: effectiveUnits, units: units,
            groups: groups(units, standing.equalSize), equalSize: standing.equalSize?.size,
            withoutScore: units.count { $0.value == nil }, worstResidual: standing.worstResidual)
    }

    /// A weight below this is rounding, not a peer.
    private static let dust = 1e-9

    /// How the work divides: the bootstrap takes most of it where it is asked for.
    private struct Steps {
        let robust: Computation
        let standing: Computation
        let bootstrap: Computation

        init(_ computation: Computation, withBootstrap: Bool) {
            let before = withBootstrap ? 0.2 : 1
            robust = computation.part(0...before * 0.2)
            standing = computation.part(before * 0.2...before)
            bootstrap = computation.part(before...1)
        }
    }

    private func robustScores(_ computation: Computation) throws(Stopped) -> RobustScores {
        try RobustFrontier.orderM(question.order, of: table.production, question.orientation).scores(computation)
    }

    private func bootstrapped(_ computation: Computation) throws(Stopped) -> FrontierBootstrap? {
        guard let replicates = question.bootstrap, case .mixtures(let returns) = question.technology else { return nil }
        var options = FrontierBootstrap.Options()
        options.replicates = replicates
        options.seed = question.seed
        return try FrontierBootstrap(
            of: table.production, returns: returns, question.orientation, options, computation)
    }

    private func unit(
        _ unit: Int, _ standing: Standing, _ robust: RobustScore,
        _ bootstrap: FrontierBootstrap.Score?
    ) -> UnitOnFrontier {
        let slack = standing.slacks?[unit]
        let share = standing.values[unit].map(share)
        let home = standing.home[unit].map(self.share)
        return UnitOnFrontier(
            value: standing.values[unit], share: share,
            robustShare: robust.score.map(self.share), comparable: robust.comparable,
            interval: bootstrap.map { score in
                let ends = [self.share(score.interval.lowerBound), self.share(score.interval.upperBound)].sorted()
                return ends[0]...ends[1]
            },
            corrected: bootstrap.flatMap { $0.correctionPays ? self.share($0.corrected) : nil },
            peers: standing.peers[unit].filter { $0.weight > Self.dust },
            targetInputs: slack?.targetInputs,
            targetOutputs: slack?.targetOutputs, scale: standing.scale?[unit], groupShare: home,
            gapRatio: share.flatMap { all in home.map { min(1, all / $0) } })
    }

    /// θ as it is, φ as `1 / φ`.
    func share(_ value: Double) -> Double { question.orientation == .output ? 1 / value : value }
}
