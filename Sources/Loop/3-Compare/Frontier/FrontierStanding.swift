import Benchmarking

/// Every unit against the frontier of all.
struct Standing {
    let values: [Double?]
    let peers: [[Certificate.Peer]]
    var slacks: [SlackSolution?]?
    var scale: [ScaleScore?]?
    var worstResidual: Double?
}

/// Every unit against the frontier of its own group.
struct HomeStanding {
    let values: [Double?]
    let gapRatios: [Double?]
    var equalSize: EqualSizeGap?
}

extension FrontierSearch {
    func standing(_ computation: Computation) throws(Stopped) -> Standing {
        switch question.technology {
        case .mixtures(let returns): try standing(returns, computation)
        case .seenOnly: try standingAmongSeen(computation)
        }
    }

    private func standing(_ returns: ReturnsToScale, _ computation: Computation) throws(Stopped) -> Standing {
        let frontier = try Frontier(of: table.production, returns: returns, computation.part(0...0.2))
        let scores = try frontier.scores(Direction(question.orientation), computation.part(0.2...0.4))
        let slacks = try frontier.slacks(after: scores, of: table.production, computation.part(0.4...0.6))
        let scale = try ScaleEfficiency.scores(
            of: table.production, question.orientation, computation.part(0.6...1))
        return Standing(
            values: scores.values, peers: (0..<scores.count).map { scores[$0].certificate?.peers ?? [] },
            slacks: slacks, scale: scale, worstResidual: scores.worstResidual)
    }

    private func standingAmongSeen(_ computation: Computation) throws(Stopped) -> Standing {
        let scores = try RobustFrontier.freeDisposalHull(of: table.production, question.orientation)
            .scores(computation).scores
        let peers = scores.map { score in
            score.peer.map { [Certificate.Peer(unit: $0, weight: 1)] } ?? []
        }
        return Standing(values: scores.map(\.score), peers: peers)
    }

    /// `nil` when the units are not grouped. A group with fewer units than the rule asks has no frontier of its own.
    func homes(_ everyone: Standing, _ computation: Computation) throws(Stopped) -> HomeStanding? {
        guard table.groups.count > 1 else { return nil }
        var values = [Double?](repeating: nil, count: table.production.units)
        let members = table.members
        for (group, units) in members.enumerated() where tooFew(units.count) == nil {
            let part = computation.part(0...0.3).part(of: group, among: members.count)
            let own = try homeValues(table.production.choosing(units), part)
            for (place, unit) in units.enumerated() { values[unit] = own[place] }
        }
        let ratios = values.indices.map { unit -> Double? in
            guard let own = values[unit], let all = everyone.values[unit] else { return nil }
            return min(1, share(all) / share(own))
        }
        return HomeStanding(
            values: values, gapRatios: ratios, equalSize: try equalSize(computation.part(0.3...1)))
    }

    private func homeValues(_ production: Production, _ computation: Computation) throws(Stopped) -> [Double?] {
        switch question.technology {
        case .mixtures(let returns):
            let frontier = try Frontier(of: production, returns: returns, computation.part(0...0.5))
            return try frontier.scores(Direction(question.orientation), computation.part(0.5...1)).values
        case .seenOnly:
            return try RobustFrontier.freeDisposalHull(of: production, question.orientation)
                .scores(computation).scores.map(\.score)
        }
    }

    /// The ratios with as many units from every group that can give half of them and still enough for the rule; `nil` for
    /// technologies without mixtures, and with fewer than two such groups.
    private func equalSize(_ computation: Computation) throws(Stopped) -> EqualSizeGap? {
        guard case .mixtures(let returns) = question.technology else { return nil }
        let large = table.members.indices.filter { tooFew(table.members[$0].count / 2) == nil }
        guard large.count > 1 else { return nil }
        let units = large.flatMap { table.members[$0] }
        let labels = large.indices.flatMap { place in table.members[large[place]].map { _ in place } }
        let metafrontier = try Metafrontier(
            of: table.production.choosing(units), groups: labels, returns: returns, computation.part(0...0.1))
        var options = EqualSizeGap.Options()
        options.draws = question.draws
        options.seed = question.seed
        options.size = min(EqualSizeGap.largestDraw, (large.map { table.members[$0].count }.min() ?? 0) / 2)
        let scores = try metafrontier.scores(question.orientation, computation.part(0.1...0.2))
        let gap = try metafrontier.equalSizeGap(scores, options, computation.part(0.2...1))
        return gap.inserting(at: large, among: table.groups.count)
    }

    /// The least number of units the rule asks; `nil` when there are enough.
    func tooFew(_ units: Int) -> Int? {
        let rule = Comparability(
            units: units, inputs: table.inputs.count, outputs: table.outputs.count,
            mixtures: question.technology != .seenOnly)
        if case .tooFew(_, let least) = rule { return least }
        return nil
    }
}
