/// The columns that a programme is solved over, with bounds that spare looking at most of them.
///
/// Columns that follow each other lie near each other, so the least figures of a group of them, taken as one column,
/// cost little more than its cheapest one; where even that is not below zero, no column of the group is.
struct Pool: Sendable {
    private(set) var columns: ColumnBlocks
    private var bounds: ColumnBlocks?
    /// The largest figure of each row.
    private var most: [Double] = []

    /// Fewer columns are looked at faster than their bounds.
    private static let leastColumns = 512

    /// - Parameter units: which units of the table, neighbours near each other.
    init(_ units: [Int], of table: ColumnTable) {
        columns = ColumnBlocks(units, of: table)
        guard units.count >= Pool.leastColumns else { return }
        let size = 8 * Pricing.blocksInGroup
        var least: [Double] = []
        most = [Double](repeating: -.infinity, count: table.rows)
        for first in stride(from: 0, to: units.count, by: size) {
            let group = units[first..<min(units.count, first + size)]
            for row in 0..<table.rows {
                var figure = Double.infinity
                for unit in group {
                    figure = min(figure, table.figures[unit * table.rows + row])
                    most[row] = max(most[row], table.figures[unit * table.rows + row])
                }
                least.append(figure)
            }
        }
        let groups = ColumnTable(rows: table.rows, figures: least)
        bounds = ColumnBlocks(Array(0..<groups.units), of: groups)
    }

    /// Calls `body` with the kernel.
    @inline(__always)
    func look<Result>(_ body: (Look) -> Result) -> Result {
        columns.pricing { pricing in
            guard let bounds else { return body(Look(pricing: pricing, bounds: nil, most: most)) }
            return bounds.pricing { body(Look(pricing: pricing, bounds: $0, most: most)) }
        }
    }

    /// Makes a column harmless. Its bound stays a bound.
    mutating func blank(_ column: Int) { columns.blank(column) }

    /// Puts a unit's figures back into its column.
    mutating func set(_ column: Int, to unit: Int, of table: ColumnTable) { columns.set(column, to: unit, of: table) }
}

/// The kernel over a pool, with its bounds where it has some.
struct Look {
    let pricing: Pricing
    let bounds: Pricing?
    let most: [Double]

    /// A price below zero down to here does not spoil the bounds.
    private static let negligible = 1e-9

    /// The lowest price of each lane.
    ///
    /// - Parameters:
    ///   - amounts: rows in which columns differ; the others are alike in all columns.
    ///   - floor: room for `rows` figures.
    func lowest(of row: UnsafePointer<Double>, amounts: Int, floor: UnsafeMutablePointer<Double>) -> LaneMinima {
        guard let bounds else { return pricing.lowest(of: row) }
        var limit = 0.0
        for k in 0..<pricing.rows {
            floor[k] = k < amounts ? max(0, row[k]) : row[k]
            if k < amounts, row[k] < 0 {
                guard row[k] > -Look.negligible else { return pricing.lowest(of: row) }
                limit -= row[k] * max(0, most[k])
            }
        }
        return pricing.lowest(of: row, bounds: bounds, floor: UnsafePointer(floor), limit: limit)
    }
}
