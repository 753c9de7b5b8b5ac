/// Herfindahl–Hirschman index `H = Σs²`, with `s` each part's share of the whole.
///
/// - Parameter values: sizes of the parts in one unit, or shares; ≥ 0. They are divided by their
///   sum.
/// - Returns: `1/k`…1 for `k` parts, 1 when one part is everything; `nil` for no values, a sum of
///   zero, or a value that is negative or not finite.
/// - Source: Hirschman (1964).
public func herfindahl(_ values: [Double]) -> Double? {
    shares(of: values).map { $0.reduce(0) { $0 + $1 * $1 } }
}

/// Herfindahl–Hirschman index freed of the number of parts: `(H − 1/k) / (1 − 1/k)`.
///
/// - Returns: 0 (all parts equal)…1 (one part is everything); `nil` as for `herfindahl`, and for
///   one part alone.
/// - Source: Hirschman (1964).
public func normalisedHerfindahl(_ values: [Double]) -> Double? {
    guard values.count > 1, let index = herfindahl(values) else { return nil }
    let equal = 1 / Double(values.count)
    // Never below zero but for rounding, when all are equal.
    return max(0, (index - equal) / (1 - equal))
}

/// As many equal parts would be as concentrated: `1 / H`.
///
/// - Returns: a number of parts, 1…`k`; `nil` as for `herfindahl`.
/// - Source: Adelman (1969).
public func equivalentNumber(_ values: [Double]) -> Double? {
    herfindahl(values).map { 1 / $0 }
}

/// Krugman's specialisation index `Σ|a − b|`, with `a` and `b` the shares of the industries in two
/// regions. It is twice the Bray–Curtis distance of the shares.
///
/// - Parameters:
///   - region: one figure per industry, ≥ 0; divided by its sum.
///   - other: the same industries in the other region; divided by its own sum.
/// - Returns: 0 (same structure)…2 (nothing in common); `nil` when the lengths differ or a region
///   has no shares.
/// - Source: Krugman (1991).
public func krugmanSpecialisation(_ region: [Double], _ other: [Double]) -> Double? {
    guard let pairs = sharePairs(region, other) else { return nil }
    return pairs.reduce(0) { $0 + abs($1.0 - $1.1) }
}

/// Hoover's index `½ Σ|yᵢ/Y − pᵢ/P|`: the share of the values that would have to move for all to
/// have the same per head.
///
/// - Parameters:
///   - values: what is distributed, ≥ 0, one unit.
///   - populations: among how many, ≥ 0, the same order.
/// - Returns: 0…1; `nil` when the lengths differ or a sum is zero.
/// - Source: Hoover (1936).
public func hoover(values: [Double], populations: [Double]) -> Double? {
    krugmanSpecialisation(values, populations).map { $0 / 2 }
}

/// Gini coefficient of the values, all of equal weight: `Σ (2i − n − 1) xᵢ / (n Σx)`, `x`
/// ascending, `i` = 1…n.
///
/// - Parameter values: ≥ 0, one unit.
/// - Returns: 0 (all equal)…`1 − 1/n` (one has everything); `nil` as for `herfindahl`.
/// - Source: Gini (1912).
public func gini(_ values: [Double]) -> Double? {
    guard let shares = shares(of: values)?.sorted() else { return nil }
    let n = Double(shares.count)
    var sum = 0.0
    for (place, share) in shares.enumerated() {
        sum += (2 * Double(place + 1) - n - 1) * share
    }
    // Never below zero but for rounding, when all are equal.
    return max(0, sum / n)
}

/// How lopsided a region's mix of industries is: the Gini coefficient of its location quotients.
///
/// - Parameters:
///   - region: one figure per industry, ≥ 0.
///   - reference: the same industries in the reference, each > 0.
/// - Returns: 0 (built like the reference)…1; `nil` when the lengths differ, a total is zero, or
///   the reference lacks an industry.
/// - Source: Farhauer & Kröll (2013); Wieland (2019), function `gini.spec`.
public func giniSpecialisation(region: [Double], reference: [Double]) -> Double? {
    giniOfQuotients(region, reference)
}

/// How lopsided an industry's spread over the regions is: the Gini coefficient of its location
/// quotients.
///
/// - Parameters:
///   - industry: one figure per region, ≥ 0.
///   - reference: all industries together in the same regions, each > 0.
/// - Returns: 0 (spread like everything else)…1; `nil` when the lengths differ, a total is zero, or
///   a region is empty.
/// - Source: Farhauer & Kröll (2013); Wieland (2019), function `gini.conc`.
public func giniConcentration(industry: [Double], reference: [Double]) -> Double? {
    giniOfQuotients(industry, reference)
}

private func giniOfQuotients(_ values: [Double], _ reference: [Double]) -> Double? {
    guard let pairs = sharePairs(values, reference), pairs.allSatisfy({ $0.1 > 0 }) else {
        return nil
    }
    return gini(pairs.map { $0.0 / $0.1 })
}

/// Each value divided by the sum, added from first to last; `nil` where there are no shares.
func shares(of values: [Double]) -> [Double]? {
    let sum = values.reduce(0, +)
    guard sum > 0, sum.isFinite, values.allSatisfy({ $0 >= 0 }) else { return nil }
    return values.map { $0 / sum }
}

/// The shares of two lists of the same length, side by side.
func sharePairs(_ first: [Double], _ second: [Double]) -> [(Double, Double)]? {
    guard first.count == second.count, let a = shares(of: first), let b = shares(of: second) else {
        return nil
    }
    return Array(zip(a, b))
}
