/// What something weighs on paper and what it does to the ranking of its group.
///
/// - Source: Paruolo, Saisana & Saltelli (2013).
public struct IndicatorImportance: Sendable, Equatable {
    /// Code of the indicator or group.
    public let code: String
    /// The share it is given, 0…1, adding up to 1 over its list.
    public let nominal: Double
    /// Pearson's correlation of its scores with those of the whole; `nil` where one of them does not vary.
    public let correlation: Double?
    /// `correlation²`: the share of the variance of the whole that it explains in a straight line, 0…1.
    public var explained: Double? { correlation.map { $0 * $0 } }
    /// `correlation²` over the sum of the list, 0…1: to be set against `nominal`.
    public let effective: Double?
}

extension CompositeIndex {
    /// Every indicator against the index, in the order of the hierarchy.
    ///
    /// The nominal share is the product of the shares along the branch.
    ///
    /// - Source: Paruolo, Saisana & Saltelli (2013).
    public var importances: [IndicatorImportance] {
        let rows = recipe.hierarchy.indicators.indices.map { place in
            (normalised.codes[place], nominalShares[place], normalised.column(place))
        }
        return importances(of: rows, in: index)
    }

    /// The children of a group against the score of the group; empty for a code that is no group.
    ///
    /// - Source: Paruolo, Saisana & Saltelli (2013).
    public func importances(in group: String) -> [IndicatorImportance] {
        let hierarchy = recipe.hierarchy
        guard let place = hierarchy.groups.firstIndex(where: { $0.code == group }) else { return [] }
        let own = nominalShares[hierarchy.indicators.count + place]
        let rows = hierarchy.children[place].map { child in
            let column =
                child < hierarchy.indicators.count
                ? normalised.column(child) : scores.column(child - hierarchy.indicators.count)
            return (hierarchy.codes[child], own > 0 ? nominalShares[child] / own : 0, column)
        }
        return importances(of: rows, in: scores(of: group))
    }

    private func importances(
        of rows: [(code: String, nominal: Double, scores: [Double?])], in whole: [Double?]
    ) -> [IndicatorImportance] {
        let correlations = rows.map { correlation($0.scores, whole) }
        let total = correlations.reduce(0) { $0 + ($1 ?? 0) * ($1 ?? 0) }
        return zip(rows, correlations).map { row, correlation in
            IndicatorImportance(
                code: row.code, nominal: row.nominal, correlation: correlation,
                effective: total > 0 ? correlation.map { $0 * $0 / total } : nil)
        }
    }
}
