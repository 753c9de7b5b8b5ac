import Foundation

/// The order-m score from the sorted ratios of the `N` comparable units, the exact expectation and no simulation.
///
/// Input: `θₘ = Σⱼ t₍ⱼ₎ [((N−j+1)/N)ᵐ − ((N−j)/N)ᵐ]`, the expected least of `m` draws; output:
/// `λₘ = Σⱼ ℓ₍ⱼ₎ [(j/N)ᵐ − ((j−1)/N)ᵐ]`, the expected greatest. Both are summed by parts, as the best ratio and
/// what is lost to it step by step, `θₘ = t₍₁₎ + Σⱼ (t₍ⱼ₊₁₎ − t₍ⱼ₎) ((N−j)/N)ᵐ`: no power is subtracted from
/// another, so nothing cancels however large `N` and `m` are.
///
/// - Parameters:
///   - order: `m`, at least 1.
///   - ratios: finite, ascending, at least one.
/// - Returns: the score; at `m` = 1 the mean of the ratios, for large `m` the free disposal hull's score.
/// - Source: Cazals, Florens & Simar (2002).
func orderM(_ order: Int, ascending ratios: [Double], _ orientation: RadialOrientation) -> Double {
    switch orientation {
    case .input: ratios[0] + lostSteps(ratios, order)
    case .output: ratios[ratios.count - 1] - lostSteps(ratios.reversed(), order)
    }
}

/// What is left of the sum may be dropped when it is below this share of what has been added.
private let negligibleRest = 0x1p-60

/// `Σⱼ |t₍ⱼ₊₁₎ − t₍ⱼ₎| ((N−j)/N)ᵐ`, from the best ratio to the worst, j = 1…N−1.
private func lostSteps(_ ratios: [Double], _ order: Int) -> Double {
    let (n, m) = (Double(ratios.count), Double(order))
    guard let worst = ratios.last else { return 0 }
    var sum = 0.0
    for j in ratios.indices.dropFirst() {
        let weight = exp(m * log1p(-Double(j) / n))
        sum += abs(ratios[j] - ratios[j - 1]) * weight
        // The weights fall, so the rest is at most the remaining steps at this weight.
        if weight == 0 || abs(worst - ratios[j]) * weight < sum * negligibleRest { break }
    }
    return sum
}
