/// Technology-gap ratios of groups at equal size.
///
/// A frontier drawn from more units lies further out, so the larger group looks more advanced for its number alone. Here
/// every group gives the same number of units, drawn at random without replacement, many times; the mean ratio over the
/// draws is set beside the one of the full groups.
public struct EqualSizeGap: Sendable, Equatable {
    /// One group's ratios.
    public struct Group: Sendable, Equatable {
        /// Mean over the group's units with all units at hand; `nil` where no unit has a score.
        public let full: Double?
        /// Mean over the draws of the mean over the units drawn; `nil` where no draw has a score.
        public let equalSize: Double?
        /// Between these lie the middle draws, as many as `level` says.
        public let interval: ClosedRange<Double>?
    }

    public struct Options: Sendable, Equatable {
        /// Draws, at least 1.
        public var draws = 200
        /// Units that every group gives, at most half of the smallest; that, and at most `largestDraw`, if not said.
        public var size: Int?
        /// Share of the draws inside the interval.
        public var level = 0.95
        public var seed: UInt64 = 1

        public init() {}
    }

    /// More units from each group change the ratios little and take long.
    public static let largestDraw = 500

    /// What was asked: the recipe.
    public let options: Options
    /// Units that every group gave.
    public let size: Int
    /// In the order of the groups; `nil` for a group that gave none.
    public let groups: [Group?]
}

extension Metafrontier {
    /// The ratios at full and at equal size of all groups that can give half of their units and still as many as the rule
    /// of `Comparability` asks.
    ///
    /// - Parameter scores: of this metafrontier, for the full size.
    /// - Returns: `nil` with fewer than two such groups, or where the size asked for is too small for the rule.
    /// - Throws: `Stopped`.
    public func equalSizeGap(
        _ scores: MetafrontierScores, _ options: EqualSizeGap.Options = .init(), _ computation: Computation = .whole
    ) throws(Stopped) -> EqualSizeGap? {
        let large = members.indices.filter { isEnough(members[$0].count / 2) }
        let half = (large.map { members[$0].count }.min() ?? 0) / 2
        let size = min(options.size ?? EqualSizeGap.largestDraw, half)
        guard large.count > 1, isEnough(size) else { return nil }
        let means = try computation.map(options.draws) { (draw) throws(Stopped) in
            try drawnMeans(draw, from: large, size, options, scores.orientation, computation.quiet)
        }
        let full = scores.means(scores.gapRatios)
        var groups = [EqualSizeGap.Group?](repeating: nil, count: members.count)
        for (place, group) in large.enumerated() {
            let drawn = means.compactMap { $0[place] }.sorted()
            groups[group] = EqualSizeGap.Group(
                full: full[group], equalSize: drawn.isEmpty ? nil : drawn.reduce(0, +) / Double(drawn.count),
                interval: Quantile.middle(options.level, of: drawn))
        }
        return EqualSizeGap(options: options, size: size, groups: groups)
    }

    private func isEnough(_ units: Int) -> Bool {
        let rule = Comparability(
            units: units, inputs: production.inputs.columns, outputs: production.outputs.columns)
        if case .enough = rule { return true }
        return false
    }

    /// The groups' mean ratios in one draw.
    private func drawnMeans(
        _ draw: Int, from large: [Int], _ size: Int, _ options: EqualSizeGap.Options, _ orientation: RadialOrientation,
        _ computation: Computation
    ) throws(Stopped) -> [Double?] {
        var random = RandomStream(seed: options.seed, piece: draw)
        let drawn = large.map { Array(members[$0].shuffled(using: &random).prefix(size)).sorted() }
        let groups = drawn.indices.flatMap { group in drawn[group].map { _ in group } }
        let sample = try Metafrontier(
            of: production.choosing(Array(drawn.joined())), groups: groups, returns: pooled.returns, computation)
        let scores = try sample.scores(orientation, computation)
        return scores.means(scores.gapRatios)
    }
}
