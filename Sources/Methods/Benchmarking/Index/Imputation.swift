/// What stands in for a figure that is not known.
///
/// - Source: OECD & JRC (2008), step 3.
public enum Imputation: String, CaseIterable, Sendable, Codable {
    /// Nothing: it stays unknown, and the aggregation says what it does about it.
    case none
    /// The mean of the known figures of the indicator.
    case indicatorMean = "indicator-mean"
    /// The median of the known figures of the indicator.
    case indicatorMedian = "indicator-median"
    /// The mean over the units with the same label; over all units where none of the label has a figure.
    case groupMean = "group-mean"
    /// The median over the units with the same label; over all units where none of the label has a figure.
    case groupMedian = "group-median"
}

/// A figure that was put in.
public struct ImputedFigure: Sendable, Equatable {
    /// Code of the unit.
    public let unit: String
    /// Code of the indicator.
    public let indicator: String
    /// What was put in, in the unit of the indicator.
    public let value: Double
    /// The label whose units it comes from; `nil` when it comes from all units.
    public let label: String?
    /// How many known figures it rests on, at least 1.
    public let basis: Int
}

extension Imputation {
    /// The table without gaps, and every figure put in, indicator by indicator.
    ///
    /// - Throws: `.noLabels`; `.allUnknown` for an indicator without a figure, unless nothing is imputed;
    ///   `.notFinite` where the mean is beyond all numbers.
    public func apply(
        to table: IndicatorTable
    ) throws(IndexRefusal) -> (table: IndicatorTable, log: [ImputedFigure]) {
        if self == .none { return (table, []) }
        if isByLabel, table.labels.isEmpty { throw .noLabels }
        var log: [ImputedFigure] = []
        let filled = try table.mapColumns { (place, figures) throws(IndexRefusal) -> [Double?] in
            var complete = figures
            for unit in figures.indices where figures[unit] == nil {
                let figure = try figureFor(unit, in: table, column: place)
                complete[unit] = figure.value
                log.append(figure)
            }
            return complete
        }
        return (filled, log)
    }

    private var isByLabel: Bool { self == .groupMean || self == .groupMedian }

    private func figureFor(
        _ unit: Int, in table: IndicatorTable, column: Int
    ) throws(IndexRefusal) -> ImputedFigure {
        let figures = table.column(column)
        let label = isByLabel ? table.labels[unit] : nil
        let near = figures.indices.filter { label == nil || table.labels[$0] == label }.compactMap { figures[$0] }
        let basis = near.isEmpty ? figures.compactMap(\.self) : near
        guard let value = centre(of: basis) else { throw .allUnknown(indicator: table.codes[column]) }
        guard value.isFinite else { throw .notFinite(unit: table.units[unit], indicator: table.codes[column]) }
        return ImputedFigure(
            unit: table.units[unit], indicator: table.codes[column], value: value,
            label: near.isEmpty ? nil : label, basis: basis.count)
    }

    private func centre(of figures: [Double]) -> Double? {
        switch self {
        case .none: nil
        case .indicatorMean, .groupMean: mean(figures)
        case .indicatorMedian, .groupMedian: median(figures)
        }
    }
}
