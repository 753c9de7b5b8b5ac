import Benchmarking
import Testing

/// The published set of the R package COINr: connectivity of 51 countries in Asia and Europe, 49 indicators in 8
/// pillars and 2 dimensions.
enum Connectivity {
    static let denominators = ["Area", "Energy", "GDP", "Population"]

    static func hierarchy() throws -> IndexHierarchy {
        let rows = try SharedFolder.rows(of: "methods/asem_imeta.csv")
        let indicators = try rows.filter { $0["Type"] == "Indicator" }.map { row in
            var indicator = Indicator(try #require(row["iCode"]), in: try #require(row["Parent"]))
            indicator.direction = row["Direction"] == "-1" ? .lowerIsBetter : .higherIsBetter
            indicator.weight = try #require(row["Weight"].flatMap(Double.init))
            indicator.denominator = row["Denominator"].flatMap { $0.isEmpty ? nil : $0 }
            indicator.target = row["Target"].flatMap(Double.init)
            return indicator
        }
        let groups = try rows.filter { $0["Type"] == "Aggregate" }.map { row in
            let parent = try #require(row["Parent"])
            return IndicatorGroup(try #require(row["iCode"]), in: parent.isEmpty ? nil : parent)
        }
        return try IndexHierarchy(indicators: indicators, groups: groups)
    }

    /// Units in the order of the expected files, labelled Asia or Europe.
    static func table() throws -> IndicatorTable {
        let rows = try SharedFolder.rows(of: "methods/asem_idata.csv")
            .sorted { ($0["uCode"] ?? "") < ($1["uCode"] ?? "") }
        let codes = try hierarchy().indicators.map(\.code) + denominators
        return try IndicatorTable(
            units: rows.compactMap { $0["uCode"] }, codes: codes,
            rows: rows.map { row in codes.map { row[$0].flatMap(Double.init) } },
            labels: rows.compactMap { $0["EurAsia_group"] })
    }

    /// As the package's own example: gaps filled with the mean of the continent.
    static func recipe() throws -> IndexRecipe {
        var recipe = IndexRecipe(try hierarchy())
        recipe.imputation = .groupMean
        return recipe
    }

    /// An expected file in the order of the codes.
    static func expected(_ file: String, _ codes: [String]) throws -> [[Double?]] {
        try SharedFolder.rows(of: "methods/expected/asem_\(file).csv").map { row in
            codes.map { row[$0].flatMap(Double.init) }
        }
    }
}

/// The greatest difference between a table and what is expected of it, relative to `max(1, |expected|)`; infinite
/// where one is known and the other is not.
func greatestDifference(_ table: IndicatorTable, _ expected: [[Double?]]) -> Double {
    guard expected.count == table.units.count else { return .infinity }
    var greatest = 0.0
    for unit in table.units.indices {
        for column in table.codes.indices {
            switch (table[unit, column], expected[unit][column]) {
            case (nil, nil): continue
            case (let found?, let wanted?): greatest = max(greatest, abs(found - wanted) / max(1, abs(wanted)))
            default: return .infinity
            }
        }
    }
    return greatest
}

/// Two pillars of two indicators (`a1 a2`, `b1 b2`) under `Index`.
func twoPillars() throws -> IndexHierarchy {
    try IndexHierarchy(
        indicators: [
            Indicator("a1", in: "A"), Indicator("a2", in: "A"), Indicator("b1", in: "B"), Indicator("b2", in: "B"),
        ],
        groups: [
            IndicatorGroup("Index", in: nil), IndicatorGroup("A", in: "Index"), IndicatorGroup("B", in: "Index"),
        ])
}

/// Indicators that all belong to `Index`.
func flatHierarchy(_ codes: [String]) throws -> IndexHierarchy {
    try IndexHierarchy(
        indicators: codes.map { Indicator($0, in: "Index") }, groups: [IndicatorGroup("Index", in: nil)])
}

/// Units `u0…` with these figures.
func indicatorTable(
    _ codes: [String], _ rows: [[Double?]], labels: [String] = []
) throws -> IndicatorTable {
    try IndicatorTable(units: rows.indices.map { "u\($0)" }, codes: codes, rows: rows, labels: labels)
}

/// Figures from `low` to 100, one in `gap` of them not known (0: all known).
func randomIndicators(
    units: Int, codes: [String], gap: Int = 0, low: Double = 1, seed: UInt64
) throws -> IndicatorTable {
    var random = RandomStream(seed: seed)
    let rows = (0..<units).map { _ in
        codes.map { _ in
            let figure = low + (100 - low) * random.uniform()
            return gap > 0 && random.index(below: gap) == 0 ? nil : figure
        }
    }
    return try indicatorTable(codes, rows, labels: rows.indices.map { $0 % 3 == 0 ? "east" : "west" })
}
