/// Columns of a programme as the processor reads them best: eight side by side (see `Pricing`).
///
/// Lanes beyond the last column hold zeros: the price of a zero column is never below zero, so it never enters.
struct ColumnBlocks: Sendable {
    /// Rows of the programme.
    let rows: Int
    /// Columns, padding not counted.
    private(set) var count: Int
    private var storage: [SIMD4<Double>]

    /// - Parameters:
    ///   - units: which units, in this order.
    ///   - table: the columns of all units.
    init(_ units: [Int], of table: ColumnTable) {
        rows = table.rows
        count = units.count
        storage = [SIMD4<Double>](repeating: .zero, count: (units.count + 7) / 8 * 2 * table.rows)
        let rows = self.rows
        storage.withUnsafeMutableBufferPointer { blocks in
            table.figures.withUnsafeBufferPointer { figures in
                for (place, unit) in units.enumerated() {
                    for row in 0..<rows {
                        blocks[2 * ((place / 8) * rows + row) + (place % 8) / 4][place % 4] = figures[unit * rows + row]
                    }
                }
            }
        }
    }

    /// Calls `body` with the kernel over the first `columns` columns, rounded up to whole blocks.
    @inline(__always)
    func pricing<Result>(first columns: Int, _ body: (Pricing) -> Result) -> Result {
        storage.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else {
                return withUnsafePointer(to: SIMD4<Double>.zero) { body(Pricing(blocks: $0, count: 0, rows: rows)) }
            }
            return body(Pricing(blocks: base, count: (columns + 7) / 8, rows: rows))
        }
    }

    /// Calls `body` with the kernel over all columns.
    @inline(__always)
    func pricing<Result>(_ body: (Pricing) -> Result) -> Result { pricing(first: count, body) }

    /// Calls `body` with the kernel over all columns, without bounds.
    @inline(__always)
    func look<Result>(_ body: (Look) -> Result) -> Result {
        pricing { body(Look(pricing: $0, bounds: nil, most: [])) }
    }

    /// Adds a unit's column.
    mutating func append(_ unit: Int, of table: ColumnTable) {
        if count % 8 == 0 { storage.append(contentsOf: [SIMD4<Double>](repeating: .zero, count: 2 * rows)) }
        count += 1
        set(count - 1, to: unit, of: table)
    }

    /// Takes a column out: the last one takes its place.
    mutating func remove(_ column: Int) {
        count -= 1
        for row in 0..<rows {
            self[row, column] = self[row, count]
            self[row, count] = 0
        }
    }

    /// Makes a column harmless: a zero column never enters.
    mutating func blank(_ column: Int) {
        for row in 0..<rows { self[row, column] = 0 }
    }

    /// Puts a unit's figures into a column.
    mutating func set(_ column: Int, to unit: Int, of table: ColumnTable) {
        for row in 0..<rows { self[row, column] = table.figures[unit * rows + row] }
    }

    subscript(row: Int, column: Int) -> Double {
        get { storage[2 * ((column / 8) * rows + row) + (column % 8) / 4][column % 4] }
        set { storage[2 * ((column / 8) * rows + row) + (column % 8) / 4][column % 4] = newValue }
    }
}

/// The columns of the programme, unit after unit: inputs, outputs with a minus sign, and 1 where the returns to scale
/// ask for a row of their own. Every figure is over its column's scale, so that a change of unit changes nothing.
struct ColumnTable: Sendable {
    let rows: Int
    /// `units × rows`.
    let figures: [Double]

    var units: Int { figures.count / rows }
}
