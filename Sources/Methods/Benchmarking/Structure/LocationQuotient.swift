/// What one territory has of every industry, and its total.
///
/// The total is given separately where an office publishes one: it is not always the sum of the
/// industries (a nation's product includes taxes on products; some industries are withheld).
public struct IndustryTotals: Sendable, Equatable {
    /// One figure per industry, one unit throughout (workers or rupiah).
    public let industries: [Double]
    /// The whole territory, same unit.
    public let total: Double

    /// - Parameter total: the published total; without it, the sum from the first industry to the
    ///   last.
    public init(_ industries: [Double], total: Double? = nil) {
        self.industries = industries
        self.total = total ?? industries.reduce(0, +)
    }
}

/// How much more an industry weighs in a region than in the reference:
/// `(cell / regionTotal) / (reference / referenceTotal)`.
///
/// 1 means the region's fair share, 2 twice that.
///
/// - Parameters:
///   - cell: the industry in the region, ≥ 0.
///   - regionTotal: the whole region, same unit.
///   - reference: the industry in the reference, such as the nation.
///   - referenceTotal: the whole reference, same unit.
/// - Returns: dimensionless, ≥ 0; `nil` (not known) where the region, the reference or its industry
///   is empty, or a figure is negative or not finite.
/// - Source: Miller & Blair (2009), ch. 8.
public func locationQuotient(
    _ cell: Double, of regionTotal: Double, reference: Double, of referenceTotal: Double
) -> Double? {
    guard cell >= 0, regionTotal > 0, reference > 0, referenceTotal > 0 else { return nil }
    let quotient = (cell / regionTotal) / (reference / referenceTotal)
    return quotient.isFinite ? quotient : nil
}

/// The location quotient of every industry in every region, set against a published reference:
/// `lq[r][i] = (x[r][i] / x[r][·]) / (reference[i] / reference.total)`.
///
/// - Parameters:
///   - x: regions × industries, one unit throughout, every cell ≥ 0.
///   - reference: the same industries, in the same unit.
/// - Returns: regions × industries, dimensionless, ≥ 0; `nil` where the region or the reference's
///   industry is empty, because 0/0 is "not known" and must not be drawn as zero.
/// - Throws: `.negative(row:column:)`; `.shapeMismatch(expected:found:)` when the reference has
///   other industries.
/// - Source: Miller & Blair (2009), ch. 8.
public func locationQuotients(
    _ x: Matrix, reference: IndustryTotals
) throws(TableError) -> [[Double?]] {
    try x.requireNonNegative()
    guard reference.industries.count == x.columns else {
        throw .shapeMismatch(expected: x.columns, found: reference.industries.count)
    }
    let regionTotals = x.rowTotals
    return regionTotals.indices.map { r in
        reference.industries.indices.map { i in
            locationQuotient(
                x[r, i], of: regionTotals[r],
                reference: reference.industries[i], of: reference.total)
        }
    }
}

/// The location quotient of every industry in every region, set against all rows together.
///
/// - Parameter x: regions × industries, one unit throughout, every cell ≥ 0.
/// - Returns: regions × industries, dimensionless, ≥ 0; `nil` where the region or the industry is
///   empty.
/// - Throws: `.negative(row:column:)`.
/// - Source: Miller & Blair (2009), ch. 8.
public func locationQuotients(_ x: Matrix) throws(TableError) -> [[Double?]] {
    try locationQuotients(x, reference: IndustryTotals(x.columnTotals))
}
