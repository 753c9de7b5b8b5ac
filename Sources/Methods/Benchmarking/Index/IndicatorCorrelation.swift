/// Pearson's correlation of the pairs of which both figures are known.
///
/// - Returns: −1…1; `nil` for fewer than two pairs or a side that is constant.
public func correlation(_ x: [Double?], _ y: [Double?]) -> Double? {
    let pairs = zip(x, y).compactMap { a, b in a.flatMap { a in b.map { (a, $0) } } }
    let (left, right) = (pairs.map(\.0), pairs.map(\.1))
    guard !isConstant(left), !isConstant(right), let a = mean(left), let b = mean(right) else { return nil }
    var (products, squares, others) = (0.0, 0.0, 0.0)
    for (x, y) in pairs {
        products += (x - a) * (y - b)
        squares += (x - a) * (x - a)
        others += (y - b) * (y - b)
    }
    let coefficient = products / (squares.squareRoot() * others.squareRoot())
    return coefficient.isFinite ? max(-1, min(1, coefficient)) : nil
}

extension IndicatorTable {
    /// Correlations of all pairs of indicators, over the units of which both are known.
    ///
    /// - Returns: indicators × indicators, symmetric, 1 on the diagonal.
    /// - Throws: `.tooFewUnits`; `.constant` for an indicator that differs nowhere, alone or over the units it shares
    ///   with another.
    /// - Complexity: O(units × indicators²).
    public func correlations() throws(IndexRefusal) -> Matrix {
        guard units.count >= 2 else { throw .tooFewUnits(left: units.count) }
        let columns = codes.indices.map(column)
        var values = [Double](repeating: 1, count: codes.count * codes.count)
        for a in codes.indices {
            for b in codes.indices where b > a || codes.count == 1 {
                guard let r = correlation(columns[a], columns[b]) else {
                    throw .constant(indicator: codes[correlation(columns[a], columns[a]) == nil ? a : b])
                }
                values[a * codes.count + b] = r
                values[b * codes.count + a] = r
            }
        }
        return Matrix(computed: values, rows: codes.count, columns: codes.count)
    }

    /// Weights against double counting: `w_k ∝ 1 / Σ_l |r_kl|`. Of two indicators that say the same, each gets half.
    ///
    /// - Returns: by code, adding up to 1; for `Weighting.given`.
    /// - Throws: what `correlations` refuses.
    /// - Source: OECD & JRC (2008), step 6.
    public func correlationWeights() throws(IndexRefusal) -> [String: Double] {
        let r = try correlations()
        let inverse = codes.indices.map { 1 / r.row($0).reduce(0) { $0 + abs($1) } }
        let total = inverse.reduce(0, +)
        return Dictionary(uniqueKeysWithValues: zip(codes, inverse.map { $0 / total }))
    }
}
