/// How outliers are looked for.
public struct OutlierOptions: Sendable, Equatable {
    /// The orders `m` to look with.
    public let orders: [Int]
    /// How far beyond the frontier makes an outlier: 0.2 is one fifth.
    public let threshold: Double
    public let orientation: RadialOrientation

    /// - Parameters:
    ///   - orders: at least one, each ≥ 1.
    ///   - threshold: ≥ 0, finite; for outputs below 1.
    /// - Throws: `.noOrders`, `.order(_:)`, `.threshold(_:)`.
    public init(
        orders: [Int] = [10, 25, 50, 100], threshold: Double = 0.2, orientation: RadialOrientation = .output
    ) throws(RobustFrontierError) {
        guard !orders.isEmpty else { throw .noOrders }
        if let order = orders.first(where: { $0 < 1 }) { throw .order(order) }
        guard threshold >= 0, threshold.isFinite, orientation == .input || threshold < 1 else {
            throw .threshold(threshold)
        }
        self.orders = orders
        self.threshold = threshold
        self.orientation = orientation
    }
}

/// Units far beyond the order-m frontier of all others.
public struct FrontierOutliers: Sendable, Equatable {
    public let options: OutlierOptions
    /// orders × units: each unit's score against the other units; `nil` where none of them is comparable.
    public let scores: [[Double?]]
    /// For each order, the rows of the units beyond the threshold, ascending.
    public let flagged: [[Int]]
    /// Rows of the units without one other unit to compare with, ascending. They may be outliers too: nothing can
    /// be said.
    public let alone: [Int]

    /// For each order, the flagged share of all units, 0…1. A share that stays up while the order grows is made of
    /// outliers; one that falls steadily is the ordinary spread near a frontier.
    public var shares: [Double] {
        flagged.map { Double($0.count) / Double(scores.first?.count ?? 0) }
    }

    /// Rows flagged at every order, ascending.
    public var steady: [Int] {
        guard let first = flagged.first else { return [] }
        return first.filter { row in flagged.allSatisfy { $0.contains(row) } }
    }
}

/// Units that do far better than the order-m frontier of the other units: output score `λₘ < 1 − threshold`, input
/// score `θₘ > 1 + threshold`.
///
/// Each unit is left out of its own reference. Were it in there, a lone extreme unit would be its own frontier and
/// never stand out. Flagged means "look at the figures", not "wrong".
///
/// - Throws: `Stopped`.
/// - Complexity: O(units² × (columns + log units + orders)).
/// - Source: Simar (2003).
public func outliers(
    in production: Production, _ options: OutlierOptions, _ computation: Computation = .whole
) throws(Stopped) -> FrontierOutliers {
    let all = try computation.map(production.units) { unit in
        let others = Comparison(of: unit, in: production, with: production, options.orientation, without: unit)
        return Beside(others: others.rows.count, scores: others.scores(byOrders: options.orders))
    }
    let scores = options.orders.indices.map { order in all.map { $0.scores?[order] } }
    return FrontierOutliers(
        options: options, scores: scores,
        flagged: scores.map { row in row.indices.filter { options.isBeyond(row[$0]) } },
        alone: all.indices.filter { all[$0].others == 0 })
}

/// One unit beside the others.
private struct Beside: Sendable {
    /// How many of them are comparable.
    let others: Int
    /// One for each order; `nil` where nothing can be said.
    let scores: [Double]?
}

extension OutlierOptions {
    fileprivate func isBeyond(_ score: Double?) -> Bool {
        guard let score else { return false }
        return switch orientation {
        case .output: score < 1 - threshold
        case .input: score > 1 + threshold
        }
    }
}
