import Foundation

/// Regularised incomplete beta function `I_x(a, b)`: the probability that a beta variable is at most `x`.
///
/// By the continued fraction on the side where it converges fast; the factor before it from deviances, so that counts
/// of millions lose no digits as a difference of log-gammas would.
///
/// - Parameters:
///   - x: 0…1.
///   - a: > 0, finite; so is `b`.
/// - Returns: 0…1, to about 13 digits; `nil` for parameters outside these ranges.
/// - Complexity: O(√(a + b)).
/// - Source: Loader (2000) for the factor; the continued fraction is Abramowitz & Stegun (1964), 26.5.8.
public func incompleteBeta(_ x: Double, a: Double, b: Double) -> Double? {
    guard x >= 0, x <= 1, a > 0, b > 0, a.isFinite, b.isFinite else { return nil }
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    if x <= (a + 1) / (a + b + 2) { return min(1, density(x, a, b) * fraction(x, a, b) / a) }
    return max(0, 1 - density(1 - x, b, a) * fraction(1 - x, b, a) / b)
}

/// The `x` of which `I_x(a, b)` is a given probability.
///
/// Newton's steps inside an interval that always holds the answer; where a step would leave it, the interval is halved.
///
/// - Parameters:
///   - probability: 0…1.
///   - a: > 0, finite; so is `b`.
/// - Returns: 0…1; `nil` for parameters outside these ranges.
public func betaQuantile(_ probability: Double, a: Double, b: Double) -> Double? {
    guard probability >= 0, probability <= 1, a > 0, b > 0, a.isFinite, b.isFinite else { return nil }
    guard probability > 0 else { return 0 }
    guard probability < 1 else { return 1 }
    var (low, high) = (0.0, 1.0)
    var x = a / (a + b)
    for _ in 0..<greatestSteps {
        let excess = (incompleteBeta(x, a: a, b: b) ?? 0) - probability
        if excess > 0 { high = x } else { low = x }
        let step = excess * x * (1 - x) / density(x, a, b)
        let next = x - step
        let isInside = next > low && next < high
        let new = isInside ? next : low + (high - low) / 2
        if abs(new - x) <= x.ulp { return new }
        x = new
    }
    return x
}

/// Halving alone ends after about a thousand, at the smallest number there is.
private let greatestSteps = 1100
/// The continued fraction stands when a factor differs from 1 by less.
private let fractionTolerance = 1e-16
/// More terms than any finite count needs.
private let greatestTerms = 1_000_000
/// Instead of a zero in a denominator.
private let tiny = 1e-300

/// `x^a (1 − x)^b / B(a, b)`.
private func density(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let n = a + b
    let (ofA, ofB) = (a / n, b / n)
    let gap = x - ofA
    // a ln(x/ofA) + b ln((1 − x)/ofB), whose linear terms cancel exactly.
    let deviance = a * logLessLinear(gap / ofA) + b * logLessLinear(-gap / ofB)
    let stirling = stirlingError(n) - stirlingError(a) - stirlingError(b)
    return (a * ofB / (2 * .pi)).squareRoot() * exp(deviance + stirling)
}

/// `ln(1 + t) − t`, by its series where the difference would cancel.
private func logLessLinear(_ t: Double) -> Double {
    guard abs(t) < 0.3 else { return log1p(t) - t }
    var (sum, power) = (0.0, -t)
    for k in 2..<60 {
        power *= -t
        let term = -power / Double(k)
        sum += term
        if abs(term) <= abs(sum) * 1e-17 { break }
    }
    return sum
}

/// `ln Γ(z) − ((z − ½) ln z − z + ½ ln 2π)`.
private func stirlingError(_ z: Double) -> Double {
    guard z < 16 else {
        let square = 1 / (z * z)
        return (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188)))) / z
    }
    // Up to where the series holds, and down again by Γ(z + 1) = z Γ(z).
    var (shifted, product) = (z, 1.0)
    while shifted < 16 {
        product *= shifted
        shifted += 1
    }
    let raised = (shifted - 0.5) * log(shifted) - shifted + stirlingError(shifted) - log(product)
    return raised - ((z - 0.5) * log(z) - z)
}

/// The continued fraction of the incomplete beta function, from the front (Lentz's way).
private func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var value = d
    for term in 1..<greatestTerms {
        let m = Double(term)
        let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1 / away(1 + even * d)
        c = away(1 + even / c)
        value *= d * c
        let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 / away(1 + odd * d)
        c = away(1 + odd / c)
        value *= d * c
        if abs(d * c - 1) <= fractionTolerance { break }
    }
    return value
}
