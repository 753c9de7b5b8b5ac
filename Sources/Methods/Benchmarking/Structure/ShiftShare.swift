/// Why a region grew as it did: with the nation, through its mix of industries, or by itself.
///
/// With `E` and `N` the figures of region and nation at the start, `E′` at the end, `g` the
/// nation's growth rate over all industries and `gᵢ` in one industry:
///
///     E′ᵢ − Eᵢ = Eᵢ g  +  Eᵢ (gᵢ − g)  +  Eᵢ (gᵢᵣ − gᵢ)
///               national  industry mix     regional
///
/// Esteban-Marquillas splits the regional part once more by the homothetic figure `Êᵢ = E Nᵢ / N`,
/// what the region would have if it were built like the nation: `Êᵢ (gᵢᵣ − gᵢ)` is competitive,
/// `(Eᵢ − Êᵢ)(gᵢᵣ − gᵢ)` is allocation.
///
/// - Source: Dunn (1960); Esteban-Marquillas (1972); checked against Farhauer & Kröll (2013).
public struct ShiftShare: Sendable, Equatable {
    /// The parts of a change, in the unit of the data.
    public struct Parts: Sendable, Equatable {
        /// What the industry would have gained at the pace of the whole nation.
        public let national: Double
        /// What it gained more because the nation's industry outpaced the nation.
        public let industryMix: Double
        /// What it gained more because the region outpaced the nation's industry.
        public let regional: Double
        /// Esteban-Marquillas: the regional part freed of the region's own mix of industries. `nil`
        /// where the region started from nothing: it has no growth rate.
        public let competitive: Double?
        /// Esteban-Marquillas: does the region have more of what it is good at?
        /// `regional − competitive`.
        public let allocation: Double?

        /// `E′ − E`, the sum of `national`, `industryMix` and `regional`.
        public var change: Double { national + industryMix + regional }
        /// The change beyond the nation's pace: `industryMix + regional`.
        public var netShift: Double { industryMix + regional }
    }

    /// The nation's growth over all industries, of its given total; a rate, −1 or more.
    public let nationalGrowth: Double
    /// One entry per industry, in the order given.
    public let industries: [Parts]
    /// The sum over the industries, from first to last. `competitive` and `allocation` are `nil`
    /// when one industry's are.
    public let sum: Parts

    /// - Parameters:
    ///   - regionStart: one figure per industry, ≥ 0, one unit throughout.
    ///   - regionEnd: the same industries, later.
    ///   - nationStart: the same industries in the nation, with its published total if there is
    ///     one. The total sets `g` and nothing else.
    ///   - nationEnd: the same, later.
    /// - Throws: `.empty`, `.ragged(row:)`, `.notFinite(row:column:)`, `.negative(row:column:)`,
    ///   where row 0…3 is the parameter in the order above and a given total stands in the column
    ///   after the last industry; `.emptyRow(row: 2)` when the nation starts from nothing;
    ///   `.emptyReference(column:)` for an industry that the region has at the start and the nation
    ///   has not.
    public init(
        regionStart: [Double], regionEnd: [Double],
        nationStart: IndustryTotals, nationEnd: IndustryTotals
    ) throws(TableError) {
        let figures = try Matrix([
            regionStart, regionEnd, nationStart.industries, nationEnd.industries,
        ])
        try figures.requireNonNegative()
        nationalGrowth = try growth(
            from: nationStart.total, to: nationEnd.total, place: figures.columns)
        if let column = regionStart.indices.first(where: {
            regionStart[$0] > 0 && nationStart.industries[$0] == 0
        }) {
            throw .emptyReference(column: column)
        }
        // Both sums over the industries, so that the homothetic figures add up to the region.
        let scale = regionStart.reduce(0, +) / nationStart.industries.reduce(0, +)
        var industries: [Parts] = []
        for i in regionStart.indices {
            industries.append(
                Parts(
                    start: regionStart[i], end: regionEnd[i],
                    nation: (nationStart.industries[i], nationEnd.industries[i]),
                    rates: (nationalGrowth, scale)))
        }
        self.industries = industries
        sum = Parts(sumOf: industries)
    }
}

/// The growth rate of the nation's total, `end / start − 1`. A defect is placed in the column after
/// the last industry, where a published table has its total.
private func growth(
    from start: Double, to end: Double, place: Int
) throws(TableError) -> Double {
    guard start.isFinite else { throw .notFinite(row: 2, column: place) }
    guard end.isFinite else { throw .notFinite(row: 3, column: place) }
    guard end >= 0 else { throw .negative(row: 3, column: place) }
    guard start > 0 else { throw .emptyRow(row: 2) }
    return end / start - 1
}

extension ShiftShare.Parts {
    /// One industry. Where the region has none at the start, all that it gains is regional.
    fileprivate init(
        start: Double, end: Double, nation: (start: Double, end: Double),
        rates: (growth: Double, homothetic: Double)
    ) {
        national = start * rates.growth
        guard start > 0 else {
            industryMix = 0
            regional = end
            competitive = nil
            allocation = nil
            return
        }
        let industryGrowth = nation.end / nation.start - 1
        let lead = (end / start - 1) - industryGrowth
        let homothetic = nation.start * rates.homothetic
        industryMix = start * (industryGrowth - rates.growth)
        regional = start * lead
        competitive = homothetic * lead
        allocation = (start - homothetic) * lead
    }

    fileprivate init(sumOf parts: [Self]) {
        func total(_ part: (Self) -> Double) -> Double { parts.reduce(0) { $0 + part($1) } }
        func knownTotal(_ part: (Self) -> Double?) -> Double? {
            let known = parts.compactMap(part)
            return known.count == parts.count ? known.reduce(0, +) : nil
        }
        national = total(\.national)
        industryMix = total(\.industryMix)
        regional = total(\.regional)
        competitive = knownTotal(\.competitive)
        allocation = knownTotal(\.allocation)
    }
}
