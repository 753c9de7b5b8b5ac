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
        /// Units that every group gives; half of the smallest group if not said.
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
    /// In the order of the groups; `nil` altogether when the smallest group is too small to give what the rule of
    /// `Comparability` asks.
    public let groups: [Group]?

    /// The same ratios among more groups, of which these are the ones at the given places; the others have none.
    public func inserting(at places: [Int], among count: Int) -> EqualSizeGap {
        guard let groups else { return self }
        var all = [Group](repeating: Group(full: nil, equalSize: nil, interval: nil), count: count)
        for (group, place) in zip(groups, places) { all[place] = group }
        return EqualSizeGap(options: options, size: size, groups: all)
    }
}

extension Metafrontier {
    /// The ratios of all groups at full and at equal size.
    ///
    /// - Parameter scores: of this metafrontier, for the full size.
    /// - Throws: `Stopped`.
    public func equalSizeGap(
        _ scores: MetafrontierScores, _ options: EqualSizeGap.Options = .init(), _ computation: Computation = .whole
    ) throws(Stopped) -> EqualSizeGap {
        let smallest = members.map(\.count).min() ?? 0
        let size = min(smallest, options.size ?? smallest / 2)
        let rule = Comparability(
            units: size, inputs: production.inputs.columns, outputs: production.outputs.columns)
        if case .tooFew = rule { return EqualSizeGap(options: options, size: size, groups: nil) }
        let means = try computation.map(options.draws) { (draw) throws(Stopped) in
            try drawnMeans(draw, size, options, scores.orientation, computation.quiet)
        }
        let full = scores.means(scores.gapRatios)
        let groups = members.indices.map { group in
            let drawn = means.compactMap { $0[group] }.sorted()
            return EqualSizeGap.Group(
                full: full[group], equalSize: drawn.isEmpty ? nil : drawn.reduce(0, +) / Double(drawn.count),
                interval: Quantile.middle(options.level, of: drawn))
        }
        return EqualSizeGap(options: options, size: size, groups: groups)
    }

    /// The groups' mean ratios in one draw.
    private func drawnMeans(
        _ draw: Int, _ size: Int, _ options: EqualSizeGap.Options, _ orientation: RadialOrientation,
        _ computation: Computation
    ) throws(Stopped) -> [Double?] {
        var random = RandomStream(seed: options.seed, piece: draw)
        let drawn = members.map { Array($0.shuffled(using: &random).prefix(size)).sorted() }
        let groups = drawn.indices.flatMap { group in drawn[group].map { _ in group } }
        let sample = try Metafrontier(
            of: production.choosing(Array(drawn.joined())), groups: groups, returns: pooled.returns, computation)
        let scores = try sample.scores(orientation, computation)
        return scores.means(scores.gapRatios)
    }
}
