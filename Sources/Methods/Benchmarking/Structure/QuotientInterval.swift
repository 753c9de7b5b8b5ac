/// Workers of one industry in one region, counted.
public struct WorkerCount: Sendable, Equatable {
    /// Workers of the industry in the region: `E_ir`.
    public let workers: Int
    /// Workers of the region in all industries: `E_r`.
    public let ofRegion: Int
    /// Firms of the industry in the region.
    public let firms: Int

    public init(workers: Int, ofRegion: Int, firms: Int) {
        self.workers = workers
        self.ofRegion = ofRegion
        self.firms = firms
    }
}

/// What can be said of a location quotient from counted workers.
public enum QuotientInterval: Sendable, Equatable {
    /// The quotient and the ends of its interval, dimensionless; the interval holds the quotient.
    case known(quotient: Double, lower: Double, upper: Double, confidence: Double)
    /// Fewer firms than may be told of.
    case tooFewFirms(Int)
    /// The region or the reference is empty, or a figure makes no sense.
    case notKnown
}

/// Fewest firms behind a published figure.
private let leastFirms = 3

/// Location quotient with an exact interval: Clopper and Pearson's for `E_ir / E_r`, over the reference's share.
///
/// The reference is taken as known: beside a nation's count, the chance in it is small. Workers are taken as
/// independent draws; since those of one firm come and go together, the true interval is wider.
///
/// - Parameters:
///   - count: of the region.
///   - referenceShare: the industry's share of the reference, 0 < share ≤ 1.
///   - confidence: 0 < confidence < 1.
/// - Source: Clopper & Pearson (1934); Miller & Blair (2009), ch. 8.
public func locationQuotientInterval(
    _ count: WorkerCount, referenceShare: Double, confidence: Double = 0.95
) -> QuotientInterval {
    guard referenceShare > 0, referenceShare <= 1, count.firms >= 0,
        let share = clopperPearson(count.workers, of: count.ofRegion, confidence: confidence)
    else { return .notKnown }
    guard count.firms >= leastFirms else { return .tooFewFirms(count.firms) }
    return .known(
        quotient: Double(count.workers) / Double(count.ofRegion) / referenceShare,
        lower: share.lowerBound / referenceShare, upper: share.upperBound / referenceShare, confidence: confidence)
}

/// Exact interval of a share from a count: all shares that a test of each tail at `(1 − confidence) / 2` does not
/// reject. It covers the truth at least as often as it says.
///
/// - Parameters:
///   - count: 0…`total`.
///   - total: ≥ 1.
///   - confidence: 0 < confidence < 1.
/// - Returns: within 0…1; `nil` for figures outside these ranges.
/// - Source: Clopper & Pearson (1934).
public func clopperPearson(_ count: Int, of total: Int, confidence: Double = 0.95) -> ClosedRange<Double>? {
    guard total > 0, count >= 0, count <= total, confidence > 0, confidence < 1 else { return nil }
    let tail = (1 - confidence) / 2
    let (made, rest) = (Double(count), Double(total - count))
    let lower = count == 0 ? 0 : betaQuantile(tail, a: made, b: rest + 1)
    // From the other side: 1 − tail would round.
    let upperRest = count == total ? 0 : betaQuantile(tail, a: rest, b: made + 1)
    guard let lower, let upperRest else { return nil }
    return lower...max(lower, 1 - upperRest)
}
