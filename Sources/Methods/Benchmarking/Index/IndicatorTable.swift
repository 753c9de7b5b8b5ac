/// Figures of units by indicators, some of them not known.
///
/// Kept flat, one indicator after the other. It never holds NaN: what is not known has no figure.
public struct IndicatorTable: Sendable, Equatable {
    /// Codes of the units (regions), in the order of the rows.
    public let units: [String]
    /// Codes of the columns: indicators, and what they are divided by.
    public let codes: [String]
    /// One label per unit (province, island), for imputation by groups; empty when there are none.
    public let labels: [String]
    /// The figure of (unit, column) is at `column * units.count + unit`; 0 where it is not known.
    let values: [Double]
    /// Where a figure is known, in the same order.
    let known: [Bool]

    /// A table from its rows.
    ///
    /// - Parameters:
    ///   - units: at least one, all different.
    ///   - codes: at least one, all different.
    ///   - rows: one row per unit, one finite figure per code in the unit of that indicator; `nil` = not known.
    ///   - labels: one per unit, or none at all.
    /// - Throws: `.empty`, `.repeated`, `.ragged`, `.notFinite`; the first defect found.
    public init(
        units: [String], codes: [String], rows: [[Double?]], labels: [String] = []
    ) throws(IndexRefusal) {
        guard !units.isEmpty, !codes.isEmpty else { throw .empty }
        try refuseRepeated(units)
        try refuseRepeated(codes)
        guard rows.count == units.count else { throw .ragged(unit: min(rows.count, units.count)) }
        guard labels.isEmpty || labels.count == units.count else { throw .ragged(unit: labels.count) }
        for (unit, row) in rows.enumerated() {
            guard row.count == codes.count else { throw .ragged(unit: unit) }
            if let column = row.firstIndex(where: { $0.map { !$0.isFinite } ?? false }) {
                throw .notFinite(unit: units[unit], indicator: codes[column])
            }
        }
        let columns = codes.indices.map { column in rows.map { $0[column] } }
        self.init(columns: columns, codes: codes, units: units, labels: labels)
    }

    /// A table whose figures the module has computed from a checked one.
    init(columns: [[Double?]], codes: [String], units: [String], labels: [String]) {
        self.units = units
        self.codes = codes
        self.labels = labels
        values = columns.flatMap { column in column.map { $0 ?? 0 } }
        known = columns.flatMap { column in column.map { $0 != nil } }
    }

    /// The figure of a unit in a column; `nil` = not known.
    /// - Precondition: both lie inside the table.
    public subscript(unit: Int, column: Int) -> Double? {
        precondition(unit >= 0 && unit < units.count, "unit outside the table")
        let place = column * units.count + unit
        return known[place] ? values[place] : nil
    }

    /// The figures of one column, one per unit; `nil` = not known.
    /// - Precondition: the column lies inside the table.
    public func column(_ column: Int) -> [Double?] { units.indices.map { self[$0, column] } }

    /// The number of the column with this code; `nil` when there is none.
    public func column(of code: String) -> Int? { codes.firstIndex(of: code) }

    /// The table with these columns only, in this order: the children of a group, for weights from their
    /// correlations.
    /// - Throws: `.unknownIndicator`, `.empty`, `.repeated`.
    public func columns(_ codes: [String]) throws(IndexRefusal) -> IndicatorTable {
        guard !codes.isEmpty else { throw .empty }
        try refuseRepeated(codes)
        var columns: [[Double?]] = []
        for code in codes {
            guard let place = column(of: code) else { throw .unknownIndicator(code: code) }
            columns.append(column(place))
        }
        return IndicatorTable(columns: columns, codes: codes, units: units, labels: labels)
    }

    /// How many figures are not known.
    public var unknownCount: Int { known.count { !$0 } }

    /// The same units and codes with every column transformed.
    func mapColumns(
        _ transform: (Int, [Double?]) throws(IndexRefusal) -> [Double?]
    ) throws(IndexRefusal) -> IndicatorTable {
        var columns: [[Double?]] = []
        for place in codes.indices { columns.append(try transform(place, column(place))) }
        return IndicatorTable(columns: columns, codes: codes, units: units, labels: labels)
    }

    /// The table with these units only.
    func keeping(_ kept: [Int]) -> IndicatorTable {
        let columns = codes.indices.map { column in kept.map { self[$0, column] } }
        return IndicatorTable(
            columns: columns, codes: codes, units: kept.map { units[$0] },
            labels: labels.isEmpty ? [] : kept.map { labels[$0] })
    }
}

/// Refuses the first code that comes a second time.
func refuseRepeated(_ codes: [String]) throws(IndexRefusal) {
    var seen: Set<String> = []
    for code in codes where !seen.insert(code).inserted { throw .repeated(code: code) }
}
