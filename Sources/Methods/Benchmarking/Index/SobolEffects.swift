/// How many runs estimate Sobol's indices.
public struct SobolOptions: Sendable, Equatable, Codable {
    /// Base runs N, 2…10,000,000; the model is run `N (k + 2)` times for k factors.
    public var baseRuns = 1024
    /// Governs all random numbers.
    public var seed: UInt64 = 1
    /// Resamples of the base runs for the 5–95 % bands, at least 1.
    public var resamples = 200

    public init() {}
}

/// How much of the variance of a result one factor makes.
public struct SobolEffect: Sendable, Equatable {
    /// Alone: `V(E(y | factor)) / V(y)`, about 0…1 (an estimate may fall outside).
    public let first: Double
    /// With all its interactions: `E(V(y | all others)) / V(y)`, ≥ 0.
    public let total: Double
    /// 5–95 % bootstrap band of `first`.
    public let firstBand: ClosedRange<Double>
    /// 5–95 % bootstrap band of `total`.
    public let totalBand: ClosedRange<Double>
}

/// First-order and total effects of groups of inputs, each input even over 0 ≤ u < 1.
///
/// `first = mean(f_B (f_ABi − f_A)) / V` and `total = mean((f_A − f_ABi)²) / 2V`, where A and B are independent
/// samples and ABi is A with the factor's inputs from B.
///
/// - Parameters:
///   - factors: for each factor the places of its inputs. The model takes as many inputs as the greatest upper bound
///     says; a factor without inputs has no effect.
///   - options: runs, seed.
///   - computation: threads and progress.
///   - model: makes a function of the inputs, for one thread to call many times.
/// - Returns: one effect per factor; `nil` when the result does not vary.
/// - Throws: `.stopped`, `.badParameter` by name.
/// - Source: Saltelli et al. (2010), table 2; Jansen (1999) for the total effect.
public func sobolEffects(
    of factors: [Range<Int>], options: SobolOptions = SobolOptions(), computation: Computation = .whole,
    model: @escaping @Sendable () -> ([Double]) -> Double
) throws(IndexRefusal) -> [SobolEffect]? {
    guard (2...mostRuns).contains(options.baseRuns) else { throw .badParameter("baseRuns") }
    guard (1...mostRuns).contains(options.resamples) else { throw .badParameter("resamples") }
    let pieces = (options.baseRuns + rowsPerPiece - 1) / rowsPerPiece
    let rows = try orStopped { () throws(Stopped) in
        try computation.map(pieces) { piece -> [[Double]] in
            let f = model()
            let start = piece * rowsPerPiece
            let rows = start..<min(options.baseRuns, start + rowsPerPiece)
            return rows.map { sobolRow($0, factors, options.seed, f) }
        }
    }
    return effects(of: rows.flatMap { $0 }, factors: factors.count, options)
}

private let rowsPerPiece = 16
private let mostRuns = 10_000_000

/// The results of one base run: A, B, then AB for each factor.
private func sobolRow(
    _ row: Int, _ factors: [Range<Int>], _ seed: UInt64, _ model: ([Double]) -> Double
) -> [Double] {
    let inputs = factors.map(\.upperBound).max() ?? 0
    var streams = (RandomStream(seed: seed, piece: 2 * row), RandomStream(seed: seed, piece: 2 * row + 1))
    let a = (0..<inputs).map { _ in streams.0.uniform() }
    let b = (0..<inputs).map { _ in streams.1.uniform() }
    let base = model(a)
    return [base, model(b)]
        + factors.map { factor in
            if factor.isEmpty { return base }
            var mixed = a
            for place in factor { mixed[place] = b[place] }
            return model(mixed)
        }
}

private func effects(of rows: [[Double]], factors: Int, _ options: SobolOptions) -> [SobolEffect]? {
    guard let point = indices(of: rows, Array(rows.indices), factors) else { return nil }
    var resampled: [[(first: Double, total: Double)]] = []
    for resample in 0..<options.resamples {
        var stream = RandomStream(seed: ~options.seed, piece: resample)
        let drawn = rows.indices.map { _ in stream.index(below: rows.count) }
        // A resample in which nothing varies says nothing.
        if let indices = indices(of: rows, drawn, factors) { resampled.append(indices) }
    }
    return point.indices.map { factor in
        SobolEffect(
            first: point[factor].first, total: point[factor].total,
            firstBand: band(resampled.map { $0[factor].first }, point[factor].first),
            totalBand: band(resampled.map { $0[factor].total }, point[factor].total))
    }
}

/// A variance below this share of the squared mean is rounding.
private let negligibleVariance = 1e-24

private func indices(
    of rows: [[Double]], _ drawn: [Int], _ factors: Int
) -> [(first: Double, total: Double)]? {
    let n = Double(drawn.count)
    let centre = drawn.reduce(0) { $0 + rows[$1][0] + rows[$1][1] } / (2 * n)
    var variance = 0.0
    for row in drawn {
        let (a, b) = (rows[row][0] - centre, rows[row][1] - centre)
        variance += (a * a + b * b) / (2 * n)
    }
    guard variance > negligibleVariance * max(centre * centre, 1e-300) else { return nil }
    return (0..<factors).map { factor in
        var (first, total) = (0.0, 0.0)
        for row in drawn {
            let step = rows[row][2 + factor] - rows[row][0]
            // Centred, which changes the expectation of nothing and steadies the estimate.
            first += (rows[row][1] - centre) * step
            total += step * step
        }
        return (first / n / variance, total / (2 * n) / variance)
    }
}

private func band(_ estimates: [Double], _ point: Double) -> ClosedRange<Double> {
    let sorted = estimates.sorted()
    guard let last = sorted.last else { return point...point }
    let low = sorted[Int(0.05 * Double(sorted.count))]
    let high = sorted[min(sorted.count - 1, Int(0.95 * Double(sorted.count)))]
    return low...max(low, min(high, last))
}
