/// A place of work of one industry.
public struct Plant: Sendable, Equatable {
    /// Number of the region, from 0.
    public let region: Int
    /// Workers, ≥ 0.
    public let workers: Double

    public init(region: Int, workers: Double) {
        self.region = region
        self.workers = workers
    }
}

/// Ellison and Glaeser's index: whether an industry is more concentrated in space than its plants' sizes alone would
/// make it.
///
/// `γ = (G / (1 − Σx²) − H) / (1 − H)`, with `G = Σ(s − x)²`, `s` each region's share of the industry, `x` its share of
/// all work, and `H` the Herfindahl index of the plants. 0 is what plants thrown at random would give; above 0.05 the
/// authors call it very localised; below 0 the plants keep apart. One big firm makes `G` large, but not γ.
///
/// - Source: Ellison & Glaeser (1997).
public struct EllisonGlaeser: Sendable, Equatable {
    /// `γ`.
    public let index: Double
    /// `G`, 0…2.
    public let concentration: Double
    /// `H` of the plants, 1/plants…1.
    public let plantHerfindahl: Double
    /// Plants with workers.
    public let plants: Int
}

/// What can be said of an industry's concentration.
public enum EllisonGlaeserOutcome: Sendable, Equatable {
    case known(EllisonGlaeser)
    /// The industry has no workers.
    case noWorkers
    /// One plant has all workers: its place cannot be told from chance.
    case onePlant
    /// All work of all industries is in one region: there is nowhere else to be.
    case oneRegion

    /// The index `γ`, or `nil` where it cannot be said.
    public var index: Double? {
        if case .known(let found) = self { found.index } else { nil }
    }
}

/// Ellison and Glaeser's index of one industry.
///
/// - Parameters:
///   - plants: all plants of the industry.
///   - regions: work of all industries in each region, the same unit throughout, ≥ 0. It need not be the unit of the
///     plants.
/// - Throws: with row 0 for plants and 1 for regions: `.notFinite(row:column:)`, `.negative(row:column:)`;
///   `.shapeMismatch(expected:found:)` for a plant in a region that is not there; `.empty` without regions;
///   `.emptyRow(row: 1)` when they have no work; `.emptyReference(column:)` for a region with a plant and no work.
/// - Source: Ellison & Glaeser (1997).
public func ellisonGlaeser(
    plants: [Plant], regions: [Double]
) throws(TableError) -> EllisonGlaeserOutcome {
    try checkFigures(plants.map(\.workers), row: 0)
    try checkFigures(regions, row: 1)
    guard !regions.isEmpty else { throw .empty }
    guard let all = shares(of: regions) else { throw .emptyRow(row: 1) }
    var workers = [Double](repeating: 0, count: regions.count)
    for plant in plants {
        guard regions.indices.contains(plant.region) else {
            throw .shapeMismatch(expected: regions.count, found: plant.region)
        }
        workers[plant.region] += plant.workers
    }
    if let column = regions.indices.first(where: { regions[$0] == 0 && workers[$0] > 0 }) {
        throw .emptyReference(column: column)
    }
    guard let industry = shares(of: workers), let ofPlants = herfindahl(plants.map(\.workers)) else {
        return .noWorkers
    }
    return outcome(industry: industry, all: all, ofPlants, plants.count { $0.workers > 0 })
}

private func outcome(
    industry: [Double], all: [Double], _ ofPlants: Double, _ plants: Int
) -> EllisonGlaeserOutcome {
    guard plants > 1 else { return .onePlant }
    guard all.count(where: { $0 > 0 }) > 1 else { return .oneRegion }
    let concentration = zip(industry, all).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    // 1 − Σx² without the cancellation of a region that has nearly all.
    let spread = all.reduce(0) { $0 + $1 * (1 - $1) }
    // Two plants of which one has nearly all may round to one.
    guard ofPlants < 1, spread > 0 else { return ofPlants < 1 ? .oneRegion : .onePlant }
    return .known(
        EllisonGlaeser(
            index: (concentration / spread - ofPlants) / (1 - ofPlants), concentration: concentration,
            plantHerfindahl: ofPlants, plants: plants))
}

private func checkFigures(_ figures: [Double], row: Int) throws(TableError) {
    if let column = figures.firstIndex(where: { !$0.isFinite }) { throw .notFinite(row: row, column: column) }
    if let column = figures.firstIndex(where: { $0 < 0 }) { throw .negative(row: row, column: column) }
}
