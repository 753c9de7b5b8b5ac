import Benchmarking
import Measure
import Register

extension RegionalEconomies {
    /// How many regions the shortlist names.
    public static let shortlistLength = 5

    /// Answers "whom should we learn from?": near by structure alone; performance is set beside, never inside.
    ///
    /// - Throws: `HostRefusal` for a question that cannot be answered.
    /// - Complexity: O(regions × industries × methods × years).
    /// - Source: Navarro et al. (2014), on comparing only what is slow to change
    public func hosts(for question: HostQuestion) throws(HostRefusal) -> HostAnswer {
        let search = try HostSearch(question, in: self)
        return search.answer()
    }
}

/// One search: the year's table seen from home.
private struct HostSearch {
    let question: HostQuestion
    let world: RegionalEconomies
    let year: YearOfEconomies
    let home: Int
    let distances: [Double]

    init(_ question: HostQuestion, in world: RegionalEconomies) throws(HostRefusal) {
        try Self.check(question)
        guard let year = world.economies(of: question.year) else {
            throw .yearWithoutFigures(year: question.year, available: world.years)
        }
        guard let home = year.row(of: question.home) else {
            throw .homeWithoutFigures(question.home, year: question.year)
        }
        if let candidate = question.candidate, year.row(of: candidate) == nil {
            throw .candidateWithoutFigures(candidate, year: question.year)
        }
        self.question = question
        self.world = world
        self.year = year
        self.home = home
        distances = year.structure.distances(from: home, by: question.method)
    }

    private static func check(_ question: HostQuestion) throws(HostRefusal) {
        guard HostQuestion.limits.contains(question.limit) else { throw .limit(question.limit) }
        let weights = question.weights
        for weight in [weights.near, weights.perResident, weights.growth, weights.close]
        where !ShortlistWeights.range.contains(weight) {
            throw .weight(weight)
        }
        guard weights.sum > 0 else { throw .noWeight }
        if question.candidate == question.home { throw .candidateIsHome(question.home) }
    }

    func answer() -> HostAnswer {
        let listed = nearestRows()
        let short = shortlistRows()
        let candidate = question.candidate.flatMap { year.row(of: $0) }
        let shown = Array(Set(listed + short.map(\.row) + [candidate].compactMap(\.self))).sorted()
        let hosts = Dictionary(uniqueKeysWithValues: zip(shown, describe(shown)))
        return HostAnswer(
            question: question, home: year.regions[home], homeFigures: year.figures[home],
            homeFlags: world.flags(of: question.home, behindComparisonOf: question.year),
            compared: year.regions.count - 1,
            nearest: listed.compactMap { hosts[$0] },
            candidate: candidate.flatMap { hosts[$0] },
            shortlist: short.compactMap { entry in
                hosts[entry.row].map {
                    ShortlistEntry(host: $0, score: entry.score, reasons: entry.reasons)
                }
            },
            homeStructure: year.structure.shares.row(home))
    }

    /// The rows that were asked for, nearest first; of two equally near, the lower code.
    private func nearestRows() -> [Int] {
        let rows = rowsAskedFor().sorted { (distances[$0], $0) < (distances[$1], $1) }
        return Array(rows.prefix(question.limit))
    }

    private func rowsAskedFor() -> [Int] {
        year.regions.indices.filter {
            $0 != home && question.among.includes(year.regions[$0], seenFrom: question.home)
        }
    }

    private func shortlistRows() -> [(row: Int, score: Double, reasons: ShortlistReasons)] {
        let limit = nearEnough()
        // Beyond the limit nothing is near; such a row scores only where nearness has no weight.
        let rows = rowsAskedFor().filter { question.weights.near == 0 || distances[$0] < limit }
        let scored = rows.map { row in
            let reasons = ShortlistReasons(
                distance: (own: distances[row], limit: limit), lead: lead(of: row),
                kilometres: kilometres(to: row), weights: question.weights)
            return (row: row, score: reasons.score(question.weights), reasons: reasons)
        }
        return Array(
            scored.filter { $0.score > 0 && $0.reasons.better > 0 }
                .sorted { ($1.score, $0.row) < ($0.score, $1.row) }
                .prefix(RegionalEconomies.shortlistLength))
    }

    /// The distance of the first region beyond the nearest tenth of all regions.
    private func nearEnough() -> Double {
        let others = distances.indices.filter { $0 != home }.map { distances[$0] }.sorted()
        let end = max(1, others.count / ShortlistReasons.nearestOneIn)
        return others.isEmpty ? 0 : others[min(end, others.count - 1)]
    }

    private func describe(_ rows: [Int]) -> [Host] {
        zip(rows, bands(of: rows)).map { row, band in
            let region = year.regions[row]
            return Host(
                region: region, distance: distances[row],
                parts: year.structure.parts(from: home, to: row, by: question.method),
                structure: year.structure.shares.row(row), rank: band,
                figures: year.figures[row], lead: lead(of: row), kilometres: kilometres(to: row),
                flags: world.flags(of: region.id, behindComparisonOf: question.year))
        }
    }

    private func lead(of row: Int) -> Lead {
        let doubts = [home, row].map { world.manufacturingDoubts(of: year.regions[$0].id) }
        let growthYears = [RegionalEconomies.Growth.start, RegionalEconomies.Growth.beforePandemic]
        return Lead(
            of: year.figures[row], over: year.figures[home],
            doubtful: (
                level: doubts.contains { $0.contains(question.year) },
                growth: doubts.contains { !$0.isDisjoint(with: growthYears) }
            ))
    }

    private func kilometres(to row: Int) -> Double? { year.kilometres(from: home, to: row) }

    /// The rank of each row with its bands over the methods of this year and over those of all years.
    private func bands(of rows: [Int]) -> [RankBand] {
        let codes = rows.map { year.regions[$0].id }
        let ranks = year.structure.ranks(of: rows, from: home, by: question.method)
        var thisYear = ranks.map { $0...$0 }
        var allYears = thisYear
        for other in world.years {
            guard let economies = world.economies(of: other), let home = economies.row(of: question.home) else {
                continue
            }
            // Regions without figures in that year have no rank in it.
            let present = codes.enumerated().compactMap { index, code in
                economies.row(of: code).map { (index: index, row: $0) }
            }
            for method in StructuralDistance.allCases {
                let ranks = economies.structure.ranks(of: present.map(\.row), from: home, by: method)
                for ((index, _), rank) in zip(present, ranks) {
                    allYears[index] = allYears[index].reaching(rank)
                    if other == question.year { thisYear[index] = thisYear[index].reaching(rank) }
                }
            }
        }
        return rows.indices.map {
            RankBand(
                rank: ranks[$0], acrossMethods: thisYear[$0], acrossMethodsAndYears: allYears[$0])
        }
    }
}

extension ClosedRange<Int> {
    fileprivate func reaching(_ value: Int) -> ClosedRange<Int> {
        Swift.min(lowerBound, value)...Swift.max(upperBound, value)
    }
}
