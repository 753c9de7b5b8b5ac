extension IndicatorTable {
    /// The indicators of a hierarchy, each divided by its denominator: `x / d`.
    ///
    /// - Parameter hierarchy: names the columns to keep and what they are divided by.
    /// - Returns: units × indicators in the order of the hierarchy; a figure whose denominator is not known is not
    ///   known itself.
    /// - Throws: `.unknownIndicator`, `.unknownDenominator`, `.denominatorNotPositive`, `.allUnknown`; `.notFinite`
    ///   where the quotient is beyond all numbers.
    public func denominated(by hierarchy: IndexHierarchy) throws(IndexRefusal) -> IndicatorTable {
        var columns: [[Double?]] = []
        for indicator in hierarchy.indicators {
            guard let place = column(of: indicator.code) else { throw .unknownIndicator(code: indicator.code) }
            let figures = try divided(column(place), as: indicator)
            guard figures.contains(where: { $0 != nil }) else { throw .allUnknown(indicator: indicator.code) }
            columns.append(figures)
        }
        return IndicatorTable(
            columns: columns, codes: hierarchy.indicators.map(\.code), units: units, labels: labels)
    }

    private func divided(_ figures: [Double?], as indicator: Indicator) throws(IndexRefusal) -> [Double?] {
        guard let code = indicator.denominator else { return figures }
        guard let place = column(of: code) else {
            throw .unknownDenominator(of: indicator.code, denominator: code)
        }
        var quotients: [Double?] = []
        for (unit, figure) in figures.enumerated() {
            let divisor = self[unit, place]
            if let divisor, divisor <= 0 {
                throw .denominatorNotPositive(unit: units[unit], denominator: code)
            }
            let quotient = divisor.flatMap { divisor in figure.map { $0 / divisor } }
            if let quotient, !quotient.isFinite {
                throw .notFinite(unit: units[unit], indicator: indicator.code)
            }
            quotients.append(quotient)
        }
        return quotients
    }
}
