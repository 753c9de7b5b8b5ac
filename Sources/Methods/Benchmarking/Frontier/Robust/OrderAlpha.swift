import Foundation

/// `αN` is taken for a whole number when it is this near one: 0.07 · 100 is 7.000000000000001 in binary numbers,
/// and the rank would be 8.
private let wholeWithin = 1e-9

/// The order-α score from the sorted ratios of the `N` comparable units: the one at rank `⌈αN⌉`, counted from the
/// worst, `ℓ₍⌈αN⌉₎` for outputs and `t₍N−⌈αN⌉₊₁₎` for inputs.
///
/// This is the quantile in the definition (the largest λ that more than the share 1 − α of the comparable units
/// reaches), hence always the ratio of a unit; other programs interpolate or take the next rank at whole αN.
///
/// - Parameters:
///   - share: `α`, 0 < α ≤ 1; 1 gives the free disposal hull's score.
///   - ratios: ascending, at least one.
/// - Source: Aragon, Daouia & Thomas-Agnan (2005); Daouia & Simar (2007).
func orderAlpha(_ share: Double, ascending ratios: [Double], _ orientation: RadialOrientation) -> Double {
    let n = ratios.count
    let rank = min(n, max(1, Int((share * Double(n) - wholeWithin).rounded(.up))))
    return switch orientation {
    case .output: ratios[rank - 1]
    case .input: ratios[n - rank]
    }
}
