/// One cell of a table is the sum of others.
public struct AdditiveRelation: Sendable, Equatable {
    public let total: Int
    public let parts: [Int]

    public init(total: Int, parts: [Int]) {
        self.total = total
        self.parts = parts
    }
}

/// Cells and what adds up to what.
///
/// A table with margins, a hierarchy of regions, four quarters and their year, a total published elsewhere: all are
/// cells and relations. Several publications that share cells are one table with the relations of all.
public struct AdditiveTable: Sendable, Equatable {
    /// Greatest difference between a total and its sum that counts as rounding, relative to the greater.
    public static let roundingTolerance = 1e-9

    /// One amount per cell, ≥ 0.
    public let values: [Double]
    public let relations: [AdditiveRelation]

    /// - Throws: `.empty`, `.negative(cell:)`, `.notFinite(cell:)`, `.noParts(relation:)`, `.unknownCell`,
    ///   `.repeatedCell`, `.doesNotAddUp(relation:total:sum:)`; the first defect found.
    public init(values: [Double], relations: [AdditiveRelation]) throws(DisclosureError) {
        guard !values.isEmpty else { throw .empty }
        try checkAmounts(values)
        try checkRelations(relations, cells: values.count)
        for (number, relation) in relations.enumerated() {
            let sum = relation.parts.reduce(0) { $0 + values[$1] }
            try checkSum(of: number, total: values[relation.total], sum: sum)
        }
        self.values = values
        self.relations = relations
    }

    /// A two-way table whose last row and last column are totals. The cell of (row, column) is number
    /// `row · columns + column`, totals counted in; the relations are those of the rows, then those of the columns.
    ///
    /// - Throws: as `init(values:relations:)`, and `.ragged(row:)`.
    public init(withMargins table: [[Double]]) throws(DisclosureError) {
        guard let first = table.first, table.count > 1, first.count > 1 else { throw .empty }
        if let row = table.firstIndex(where: { $0.count != first.count }) { throw .ragged(row: row) }
        try self.init(
            values: table.flatMap { $0 },
            relations: AdditiveTable.twoWayRelations(rows: table.count, columns: first.count))
    }

    /// A list and its total, which becomes the last cell; added from first to last.
    public init(list: [Double]) throws(DisclosureError) {
        let total = AdditiveRelation(total: list.count, parts: Array(list.indices))
        try self.init(values: list + [list.reduce(0, +)], relations: [total])
    }

    /// The relations of a two-way table of that many rows and columns, totals counted in, whose cells are numbered
    /// row after row from `start`.
    /// - Returns: one relation per row, the row of totals too, then one per column.
    public static func twoWayRelations(rows: Int, columns: Int, from start: Int = 0) -> [AdditiveRelation] {
        let byRow = (0..<rows).map { row in
            let base = start + row * columns
            return AdditiveRelation(total: base + columns - 1, parts: Array(base..<(base + columns - 1)))
        }
        let byColumn = (0..<columns).map { column in
            AdditiveRelation(
                total: start + (rows - 1) * columns + column,
                parts: (0..<(rows - 1)).map { start + $0 * columns + column })
        }
        return byRow + byColumn
    }
}

extension AdditiveRelation {
    typealias Term = (variable: Int, coefficient: Double)

    /// `Σ parts − total` over the cells that have a variable.
    func terms(_ variables: [Int: Int]) -> [Term] {
        let terms: [Term] = parts.compactMap { part in variables[part].map { ($0, 1) } }
        return terms + (variables[total].map { [($0, -1)] } ?? [])
    }
}

func checkRelations(_ relations: [AdditiveRelation], cells: Int) throws(DisclosureError) {
    for (number, relation) in relations.enumerated() {
        if relation.parts.isEmpty { throw .noParts(relation: number) }
        var seen: Set<Int> = []
        for cell in relation.parts + [relation.total] {
            guard (0..<cells).contains(cell) else { throw .unknownCell(cell) }
            guard seen.insert(cell).inserted else { throw .repeatedCell(cell) }
        }
    }
}

func checkSum(of relation: Int, total: Double, sum: Double) throws(DisclosureError) {
    if abs(total - sum) > AdditiveTable.roundingTolerance * max(total, sum) {
        throw .doesNotAddUp(relation: relation, total: total, sum: sum)
    }
}
