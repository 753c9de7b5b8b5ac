import Foundation

/// What is done to an indicator whose few extreme figures would rule the index.
///
/// - Source: OECD & JRC (2008), step 4; Becker et al. (2022) for the order of the steps.
public enum OutlierTreatment: Sendable, Equatable, Codable {
    /// Every figure is taken as it is.
    case none
    /// While the indicator is beyond the limits, its most extreme figure takes the value of the next one. If `points`
    /// such changes do not suffice, the figures as they were are put on a logarithmic scale instead.
    case winsoriseThenLog(OutlierLimits)
}

/// When an indicator is treated, and how many figures may be moved.
public struct OutlierLimits: Sendable, Equatable, Codable {
    /// Beyond the limits is who has more absolute skewness than this…
    public var skewness = 2.0
    /// …and at the same time more excess kurtosis than this.
    public var kurtosis = 3.5
    /// How many units' figures may be moved, ≥ 0.
    public var points = 5

    /// |G₁| > 2 and G₂ > 3.5; up to 5 figures.
    public init() {}

    func isBeyond(_ x: [Double]) -> Bool {
        guard let skew = sampleSkewness(x), let excess = sampleExcessKurtosis(x) else { return false }
        return abs(skew) > skewness && excess > kurtosis
    }
}

/// An indicator that was treated: what was done and what it did.
public struct TreatedIndicator: Sendable, Equatable {
    /// What was done.
    public enum Change: Sendable, Equatable {
        /// These figures were moved inwards.
        case winsorised([Move])
        /// `ln(x − min + 0.01 (max − min))` of every figure.
        case logarithm
        /// `−ln(max − x + 0.01 (max − min))` of every figure, for a long lower tail; the order is kept.
        case reflectedLogarithm
    }

    /// Code of the indicator.
    public let indicator: String
    /// What was done.
    public let change: Change
    /// Skewness (G₁) and excess kurtosis (G₂) as they were.
    public let before: Shape
    /// The same after the change; `nil` where they have no meaning.
    public let after: Shape?
    /// Whether the indicator is within the limits now. Where it is not, look at it.
    public let isCured: Bool

    /// A figure that was moved, in the unit of the indicator.
    public struct Move: Sendable, Equatable {
        /// Code of the unit.
        public let unit: String
        /// As it was.
        public let from: Double
        /// As it is now.
        public let to: Double

        public init(unit: String, from: Double, to: Double) {
            self.unit = unit
            self.from = from
            self.to = to
        }
    }

    /// Two figures of a distribution.
    public struct Shape: Sendable, Equatable {
        /// Skewness G₁.
        public let skewness: Double
        /// Excess kurtosis G₂.
        public let kurtosis: Double

        init?(_ x: [Double]) {
            guard let skewness = sampleSkewness(x), let kurtosis = sampleExcessKurtosis(x) else { return nil }
            self.skewness = skewness
            self.kurtosis = kurtosis
        }
    }
}

extension OutlierTreatment {
    /// The treated table, and every change.
    ///
    /// - Throws: `.badParameter` for limits that are negative or not finite.
    public func apply(
        to table: IndicatorTable
    ) throws(IndexRefusal) -> (table: IndicatorTable, log: [TreatedIndicator]) {
        guard case .winsoriseThenLog(let limits) = self else { return (table, []) }
        guard limits.skewness >= 0, limits.skewness.isFinite else { throw .badParameter("skewness") }
        guard limits.kurtosis.isFinite else { throw .badParameter("kurtosis") }
        guard limits.points >= 0 else { throw .badParameter("points") }
        var log: [TreatedIndicator] = []
        let treated = try table.mapColumns { (place, figures) in
            let units = figures.indices.filter { figures[$0] != nil }
            let x = figures.compactMap(\.self)
            guard let before = TreatedIndicator.Shape(x), limits.isBeyond(x) else { return figures }
            let names = units.map { table.units[$0] }
            let (y, change) = winsorised(x, of: names, limits) ?? logarithm(of: x, tail: before.skewness)
            log.append(
                TreatedIndicator(
                    indicator: table.codes[place], change: change, before: before,
                    after: TreatedIndicator.Shape(y), isCured: !limits.isBeyond(y)))
            var column = figures
            for (position, unit) in units.enumerated() { column[unit] = y[position] }
            return column
        }
        return (treated, log)
    }
}

/// The figures with as few extremes moved as bring them within the limits; `nil` if that takes too many.
private func winsorised(
    _ x: [Double], of units: [String], _ limits: OutlierLimits
) -> ([Double], TreatedIndicator.Change)? {
    var y = x
    while limits.isBeyond(y) {
        let sign: Double = (sampleSkewness(y) ?? 0) >= 0 ? 1 : -1
        let extreme = y.map { sign * $0 }.max() ?? 0
        let moved = y.indices.filter { sign * y[$0] == extreme }
        // Figures already moved stand at the extreme and move on together; none is counted twice.
        guard moved.count <= limits.points,
            let next = y.map({ sign * $0 }).filter({ $0 < extreme }).max()
        else { return nil }
        for place in moved { y[place] = sign * next }
        guard x.indices.count(where: { x[$0] != y[$0] }) <= limits.points else { return nil }
    }
    let moves = x.indices.filter { x[$0] != y[$0] }.map { place in
        TreatedIndicator.Move(unit: units[place], from: x[place], to: y[place])
    }
    return (y, .winsorised(moves))
}

/// The share of the range that keeps the logarithm of the least figure finite.
private let logOffset = 0.01

private func logarithm(of x: [Double], tail: Double) -> ([Double], TreatedIndicator.Change) {
    let (low, high) = (x.min() ?? 0, x.max() ?? 0)
    let offset = logOffset * (high - low)
    if tail >= 0 { return (x.map { log($0 - low + offset) }, .logarithm) }
    return (x.map { -log(high - $0 + offset) }, .reflectedLogarithm)
}
