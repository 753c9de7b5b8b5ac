import Benchmarking

/// Every unit against the frontier of all and, where units are grouped, against the one of its group.
struct Standing {
    /// θ or φ against the frontier of all.
    let values: [Double?]
    /// The same within the own group; `nil` for a unit of a group with fewer units than the rule asks.
    let home: [Double?]
    let peers: [[Certificate.Peer]]
    var slacks: [SlackSolution?]?
    var scale: [ScaleScore?]?
    var equalSize: EqualSizeGap?
    var worstResidual: Double?
}

extension FrontierSearch {
    func standing(_ computation: Computation) throws(Stopped) -> Standing {
        switch question.technology {
        case .mixtures(let returns): try standing(returns, computation)
        case .seenOnly: try standingAmongSeen(computation)
        }
    }

    private var isGrouped: Bool { table.groups.count > 1 }

    private func standing(_ returns: ReturnsToScale, _ computation: Computation) throws(Stopped) -> Standing {
        let direction = Direction(question.orientation)
        let groups = isGrouped ? table.membership : table.names.map { _ in 0 }
        let metafrontier = try Metafrontier(
            of: table.production, groups: groups, returns: returns, computation.part(0...0.15))
        let scores = try metafrontier.scores(question.orientation, computation.part(0.15...0.3))
        let slacks = try metafrontier.pooled.slacks(
            after: scores.pooled, of: table.production, computation.part(0.3...0.4))
        let scale = try ScaleEfficiency.scores(
            of: table.production, question.orientation, computation.part(0.4...0.6))
        var options = EqualSizeGap.Options()
        options.draws = question.draws
        options.seed = question.seed
        let equalSize = try metafrontier.equalSizeGap(scores, options, computation.part(0.6...1))
        let peers = slacks.enumerated().map { $1?.peers ?? scores.pooled[$0].certificate?.peers ?? [] }
        return Standing(
            values: scores.pooled.values, home: ofLargeGroups(scores.group), peers: peers, slacks: slacks, scale: scale,
            equalSize: equalSize, worstResidual: scores.pooled.worstResidual)
    }

    private func standingAmongSeen(_ computation: Computation) throws(Stopped) -> Standing {
        let everyone = try scoresAmongSeen(table.production, computation.part(0...0.5))
        var home = [Double?](repeating: nil, count: table.production.units)
        for (group, units) in table.members.enumerated() {
            let part = computation.part(0.5...1).part(of: group, among: table.groups.count)
            let own = try scoresAmongSeen(table.production.choosing(units), part)
            for (place, unit) in units.enumerated() { home[unit] = own[place].score }
        }
        let peers = everyone.map { score in
            score.peer.map { [Certificate.Peer(unit: $0, weight: 1)] } ?? []
        }
        return Standing(values: everyone.map(\.score), home: ofLargeGroups(home), peers: peers)
    }

    private func scoresAmongSeen(
        _ production: Production, _ computation: Computation
    ) throws(Stopped) -> [RobustScore] {
        try RobustFrontier.freeDisposalHull(of: production, question.orientation).scores(computation).scores
    }

    /// The figures of units whose group has as many units as the rule asks.
    private func ofLargeGroups(_ values: [Double?]) -> [Double?] {
        guard isGrouped else { return values.map { _ in nil } }
        let isLarge = table.members.map { tooFew($0.count) == nil }
        return values.enumerated().map { isLarge[table.membership[$0]] ? $1 : nil }
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
