import Foundation

/// A spread smaller than this share of the largest figure is rounding, not a difference.
private let negligibleSpread = 1e-12

/// Whether all figures are the same up to rounding.
func isConstant(_ x: [Double]) -> Bool {
    guard let low = x.min(), let high = x.max() else { return true }
    return high - low <= negligibleSpread * max(abs(low), abs(high))
}

/// Arithmetic mean, added from the first to the last; `nil` of nothing.
func mean(_ x: [Double]) -> Double? {
    x.isEmpty ? nil : x.reduce(0, +) / Double(x.count)
}

/// The middle figure, or the mean of the two in the middle; `nil` of nothing.
func median(_ x: [Double]) -> Double? {
    guard !x.isEmpty else { return nil }
    let sorted = x.sorted()
    return (sorted[(x.count - 1) / 2] + sorted[x.count / 2]) / 2
}

/// The deviations from the mean, divided by the greatest of them: so that no power of them overflows or vanishes,
/// whatever the unit of the figures.
private func deviations(_ x: [Double]) -> (scaled: [Double], scale: Double)? {
    guard let centre = mean(x) else { return nil }
    let plain = x.map { $0 - centre }
    let scale = plain.reduce(0) { max($0, abs($1)) }
    return scale > 0 ? (plain.map { $0 / scale }, scale) : (plain, 1)
}

/// Mean of a power of the scaled deviations, added from the first to the last.
private func moment(_ power: Int, of deviations: [Double]) -> Double {
    let powers = deviations.map { d in (1..<power).reduce(d) { product, _ in product * d } }
    return powers.reduce(0, +) / Double(deviations.count)
}

/// Population standard deviation, `√(Σ(x − x̄)² / n)`; `nil` of nothing.
func populationDeviation(_ x: [Double]) -> Double? {
    deviations(x).map { $0.scale * moment(2, of: $0.scaled).squareRoot() }
}

/// Skewness adjusted for the size of the sample, `G₁ = √(n(n−1)) / (n−2) · m₃ / m₂^1.5`.
///
/// - Parameter x: finite figures.
/// - Returns: 0 for a symmetric sample, above 0 for a long upper tail; `nil` for fewer than three figures or figures
///   that are all the same.
/// - Source: Joanes & Gill (1998), G1.
public func sampleSkewness(_ x: [Double]) -> Double? {
    guard x.count >= 3, !isConstant(x), let scaled = deviations(x)?.scaled else { return nil }
    let n = Double(x.count)
    let (m2, m3) = (moment(2, of: scaled), moment(3, of: scaled))
    return (n * (n - 1)).squareRoot() / (n - 2) * m3 / (m2 * m2.squareRoot())
}

/// Excess kurtosis adjusted for the size of the sample,
/// `G₂ = (n−1) / ((n−2)(n−3)) · ((n+1)(m₄/m₂² − 3) + 6)`.
///
/// - Parameter x: finite figures.
/// - Returns: about 0 for a normal sample, above 0 for heavy tails; `nil` for fewer than four figures or figures that
///   are all the same.
/// - Source: Joanes & Gill (1998), G2.
public func sampleExcessKurtosis(_ x: [Double]) -> Double? {
    guard x.count >= 4, !isConstant(x), let scaled = deviations(x)?.scaled else { return nil }
    let n = Double(x.count)
    let (m2, m4) = (moment(2, of: scaled), moment(4, of: scaled))
    return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * (m4 / (m2 * m2) - 3) + 6)
}
