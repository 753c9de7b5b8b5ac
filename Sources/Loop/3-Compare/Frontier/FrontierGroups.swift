import Benchmarking

extension FrontierSearch {
    /// A gap below this share is not worth a journey, a course or a new size.
    private static let negligible = 0.02

    func groups(_ units: [UnitOnFrontier], _ equalSize: EqualSizeGap?) -> [GroupOnFrontier] {
        guard table.groups.count > 1 else { return [] }
        return table.members.enumerated().map { group, members in
            let own = members.map { units[$0] }
            let equal = equalSize?.groups[group]
            let homeShare = mean(own.map(\.groupShare))
            let scale = mean(own.map { $0.scale?.efficiency })
            return GroupOnFrontier(
                name: table.groups[group], units: members.count, homeShare: homeShare,
                gapRatio: mean(own.map(\.gapRatio)), equalSizeRatio: equal?.equalSize,
                equalSizeInterval: equal?.interval, scaleEfficiency: scale, teachers: teachers(own),
                advice: advice(members.count, homeShare, mean(own.map(\.gapRatio)), equal, scale))
        }
    }

    /// Mean of what is known; `nil` of nothing.
    private func mean(_ figures: [Double?]) -> Double? {
        let known = figures.compactMap(\.self)
        return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    }

    /// Shares of the peers' weights by group. Each unit counts alike, whatever its weights add up to.
    private func teachers(_ units: [UnitOnFrontier]) -> [GroupOnFrontier.Teacher] {
        var sums = [Double](repeating: 0, count: table.groups.count)
        for unit in units {
            let total = unit.peers.reduce(0) { $0 + $1.weight }
            for peer in unit.peers where total > 0 { sums[table.membership[peer.unit]] += peer.weight / total }
        }
        let whole = sums.reduce(0, +)
        return sums.indices.filter { sums[$0] > 0 }
            .map { GroupOnFrontier.Teacher(group: $0, share: sums[$0] / whole) }
            .sorted { ($0.share, $1.group) > ($1.share, $0.group) }
    }

    /// The largest of the three gaps decides; a journey only where even the high end of the ratio leaves a gap.
    private func advice(
        _ units: Int, _ homeShare: Double?, _ ratio: Double?, _ equal: EqualSizeGap.Group?, _ scale: Double?
    ) -> GroupOnFrontier.Advice {
        if let least = tooFew(units) { return .tooFewUnits(least: least) }
        let home = 1 - (homeShare ?? 1)
        let elsewhere = 1 - (equal?.equalSize ?? ratio ?? 1)
        let size = 1 - (scale ?? 1)
        let isClear = (equal?.interval).map { 1 - $0.upperBound >= Self.negligible } ?? false
        if max(home, elsewhere, size) < Self.negligible { return .isAhead }
        if elsewhere >= max(home, size), isClear { return .learnElsewhere }
        if max(home, size) < Self.negligible { return .gapUnclear }
        return home >= size ? .learnAtHome : .changeSize
    }
}
