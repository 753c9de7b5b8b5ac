/// How many replicates, and what is asked of them.
public struct RankBandOptions: Sendable, Equatable, Codable {
    /// 1…10,000,000.
    public var replicates = 10_000
    /// Governs all random numbers: the same seed gives the same bands, on any number of threads.
    public var seed: UInt64 = 1
    /// Share of the replicates beyond each end of the band, 0 ≤ tail < 0.5: 0.05 for the 5–95 % band.
    public var tail = 0.05
    /// How many ranks count as the top, at least 1.
    public var top = 10

    public init() {}
}

/// Where a unit ranks over all replicates.
public struct IndexRankBand: Sendable, Equatable {
    /// Code of the unit.
    public let unit: String
    /// By the recipe itself; `nil` without a score.
    public let nominal: Int?
    /// The least rank that half of the replicates do not exceed; `nil` when no replicate scores the unit.
    public let median: Int?
    /// The band that leaves out `tail` of the replicates at each end; 1 is the highest rank.
    public let band: ClosedRange<Int>?
    /// Share of the replicates in which it is among the top, 0…1.
    public let topShare: Double?
    /// Share of the replicates in which it has a score, 0…1.
    public let scoredShare: Double
}

/// The ranks that other defensible choices would have given: publish these, never a bare rank.
///
/// - Source: OECD & JRC (2008), step 7; Saisana, Saltelli & Tarantola (2005).
public struct RankBands: Sendable, Equatable {
    /// The recipe whose ranks are questioned.
    public let recipe: IndexRecipe
    /// What else might have been chosen.
    public let alternatives: IndexAlternatives
    /// Replicates, seed and limits.
    public let options: RankBandOptions
    /// One per unit, in the order of the index.
    public let bands: [IndexRankBand]
}

/// An index and the alternatives to it, prepared for many replicates.
///
/// - Source: OECD & JRC (2008), step 7; Saisana, Saltelli & Tarantola (2005).
public struct IndexUncertainty: Sendable {
    /// The index of the recipe itself.
    public let nominal: CompositeIndex
    /// What else might have been chosen.
    public let alternatives: IndexAlternatives
    let space: ScenarioSpace

    /// Makes the index, and the table of every alternative.
    ///
    /// - Throws: what the recipe or an alternative refuses: `.notPositive` for a geometric alternative on a scale that
    ///   reaches 0, `.constant` where a column is constant once it is filled in.
    public init(
        _ table: IndicatorTable, recipe: IndexRecipe, alternatives: IndexAlternatives
    ) throws(IndexRefusal) {
        nominal = try CompositeIndex(table, recipe: recipe)
        self.alternatives = alternatives
        space = try ScenarioSpace(nominal, alternatives)
    }

    /// What a replicate chose: with `applied(to:)` any replicate can be made again as an index of its own.
    public func scenario(of replicate: Int, seed: UInt64) -> IndexScenario {
        var u = [Double](repeating: 0, count: space.dimensions)
        draw(&u, replicate, seed)
        return space.scenario(at: u)
    }

    private func draw(_ u: inout [Double], _ replicate: Int, _ seed: UInt64) {
        var stream = RandomStream(seed: seed, piece: replicate)
        for place in u.indices { u[place] = stream.uniform() }
    }

    /// Rank bands of all units by Monte Carlo.
    ///
    /// - Throws: `.stopped`, `.badParameter` by name.
    /// - Complexity: O(replicates × units × indicators).
    public func rankBands(
        _ options: RankBandOptions = RankBandOptions(), computation: Computation = .whole
    ) throws(IndexRefusal) -> RankBands {
        try check(options)
        let pieces = (options.replicates + replicatesPerPiece - 1) / replicatesPerPiece
        let found = try orStopped { () throws(Stopped) in
            try computation.map(pieces) { piece -> [UInt32] in
                let start = piece * replicatesPerPiece
                return ranks(start..<min(options.replicates, start + replicatesPerPiece), options.seed)
            }
        }
        let units = space.units
        let bands = stride(from: 0, to: units, by: unitsPerCount).flatMap { start in
            RankCounts(found, units: start..<min(units, start + unitsPerCount), of: units).bands(of: nominal, options)
        }
        return RankBands(recipe: nominal.recipe, alternatives: alternatives, options: options, bands: bands)
    }

    private func check(_ options: RankBandOptions) throws(IndexRefusal) {
        guard (1...mostReplicates).contains(options.replicates) else { throw .badParameter("replicates") }
        guard options.tail >= 0, options.tail < 0.5 else { throw .badParameter("tail") }
        guard options.top >= 1 else { throw .badParameter("top") }
    }

    private func ranks(_ replicates: Range<Int>, _ seed: UInt64) -> [UInt32] {
        let units = space.units
        var run = ScenarioRun(space)
        var u = [Double](repeating: 0, count: space.dimensions)
        var ranks = [UInt32](repeating: 0, count: replicates.count * units)
        ranks.withUnsafeMutableBufferPointer { ranks in
            for (place, replicate) in replicates.enumerated() {
                draw(&u, replicate, seed)
                let row = place * units..<(place + 1) * units
                run.fill(UnsafeMutableBufferPointer(rebasing: ranks[row]), at: u)
            }
        }
        return ranks
    }
}

/// Work between two looks at whether to stop; whatever the number of threads.
private let replicatesPerPiece = 64
private let unitsPerCount = 64
private let mostReplicates = 10_000_000

/// How often each of a few units had each rank.
///
/// A few at a time: the counts of all would grow with the square of the units.
private struct RankCounts {
    private let units: Range<Int>
    private let replicates: Int
    /// For each of the units, how many replicates gave it no score, rank 1, rank 2, …
    private var counts: [[Int]]

    init(_ pieces: [[UInt32]], units: Range<Int>, of all: Int) {
        self.units = units
        replicates = pieces.reduce(0) { $0 + $1.count } / all
        counts = units.map { _ in [Int](repeating: 0, count: all + 1) }
        for ranks in pieces {
            for row in stride(from: 0, to: ranks.count, by: all) {
                for unit in units { counts[unit - units.lowerBound][Int(ranks[row + unit])] += 1 }
            }
        }
    }

    func bands(of index: CompositeIndex, _ options: RankBandOptions) -> [IndexRankBand] {
        zip(units, counts).map { unit, row in
            let scored = replicates - row[0]
            let top = row[1...min(row.count - 1, options.top)].reduce(0, +)
            let low = rank(in: row, scored, at: options.tail)
            let high = rank(in: row, scored, at: 1 - options.tail)
            return IndexRankBand(
                unit: index.units[unit], nominal: index.ranks[unit], median: rank(in: row, scored, at: 0.5),
                band: low.flatMap { low in high.map { low...max(low, $0) } },
                topShare: scored > 0 ? Double(top) / Double(scored) : nil,
                scoredShare: Double(scored) / Double(replicates))
        }
    }

    /// The least rank that at least this share of the scored replicates does not exceed.
    private func rank(in row: [Int], _ scored: Int, at share: Double) -> Int? {
        guard scored > 0 else { return nil }
        // At least one replicate, so that share 0 is the best rank reached.
        let needed = max(1, share * Double(scored) * (1 - 1e-12))
        var sum = 0
        for rank in 1..<row.count {
            sum += row[rank]
            if Double(sum) >= needed { return rank }
        }
        return nil
    }
}
