import Benchmarking
import Foundation
import Testing

/// Five districts × four products with margins: fictional micro data whose primary cells, levels of protection and
/// least patterns are published beside it (proven by HiGHS).
struct DistrictTable {
    let table: AdditiveTable
    /// Contributions of every cell, totals too.
    let contributions: [[Double]]
    let expected: [[String: String]]

    init() throws {
        let micro = try SharedFolder.rows(of: "methods/sdc_small_micro.csv")
        expected = try SharedFolder.rows(of: "methods/expected/sdc_small_cells.csv")
        contributions = expected.map { cell in
            micro.filter {
                ["TOTAL", $0["district"]].contains(cell["district"])
                    && ["TOTAL", $0["product"]].contains(cell["product"])
            }.compactMap { $0["value"].flatMap(Double.init) }
        }
        let totals = contributions.map { $0.reduce(0, +) }
        table = try AdditiveTable(withMargins: (0..<6).map { Array(totals[($0 * 5)..<($0 * 5 + 5)]) })
    }

    func number(_ cell: Int, _ column: String) throws -> Double {
        try #require(expected[cell][column].flatMap(Double.init))
    }

    var sensitive: [SensitiveCell] {
        get throws {
            try expected.indices.filter { try number($0, "primary") == 1 }
                .map { SensitiveCell(cell: $0, protection: try number($0, "prot")) }
        }
    }
}

/// Random two-way tables of whole numbers with margins, some of them sensitive.
struct RandomTable {
    let rows: Int
    let columns: Int
    let table: AdditiveTable
    let sensitive: [SensitiveCell]

    init(rows: Int, columns: Int, sensitive count: Int, seed: UInt64) throws {
        var random = RandomStream(seed: seed)
        var cells = (0..<rows).map { _ in (0..<columns).map { _ in Double(max(0, random.index(below: 12) - 1)) } }
        for row in 0..<rows { cells[row].append(cells[row].reduce(0, +)) }
        cells.append((0...columns).map { column in cells.reduce(0) { $0 + $1[column] } })
        let table = try AdditiveTable(withMargins: cells)
        let inner = (0..<rows).flatMap { row in (0..<columns).map { row * (columns + 1) + $0 } }
        let chosen = inner.filter { table.values[$0] > 0 }.shuffled(using: &random).prefix(count)
        sensitive = chosen.map { cell in
            SensitiveCell(cell: cell, protection: (table.values[cell] * 0.4).rounded(.up))
        }
        self.rows = rows + 1
        self.columns = columns + 1
        self.table = table
    }

    /// Totals of rows and columns.
    var margins: Set<Int> {
        Set(table.values.indices.filter { $0 % columns == columns - 1 || $0 / columns == rows - 1 })
    }
}

/// Which tables a reader can think of, by flows. A two-way table is a circulation: an inner cell flows from its row to
/// its column, a total of a column from there to the row of totals, the grand total on to the column of totals, and a
/// total of a row back to the row. A cell can rise by what can flow back from its end to its start.
struct FlowOracle {
    let rows: Int
    let columns: Int
    let values: [Double]
    let withheld: [Bool]

    func protects(_ sensitive: [SensitiveCell]) -> Bool {
        sensitive.allSatisfy { entry in
            let (from, to) = ends(entry.cell)
            let below = min(entry.protection, values[entry.cell])
            return flow(from: to, to: from, without: entry.cell, needed: entry.protection) >= entry.protection
                && flow(from: from, to: to, without: entry.cell, needed: below) >= below
        }
    }

    private func ends(_ cell: Int) -> (from: Int, to: Int) {
        let (row, column) = (cell / columns, rows + cell % columns)
        let isMargin = (cell / columns == rows - 1) != (cell % columns == columns - 1)
        return isMargin ? (column, row) : (row, column)
    }

    /// Ford and Fulkerson: push what can still flow along any path until enough has arrived.
    private func flow(from source: Int, to target: Int, without own: Int, needed: Double) -> Double {
        var shift = [Double](repeating: 0, count: values.count)
        var total = 0.0
        while total < needed, let path = path(source, target, own, shift) {
            let room = path.map { $0.isForward ? needed : values[$0.cell] + shift[$0.cell] }.min() ?? needed
            let pushed = min(room, needed - total)
            for step in path { shift[step.cell] += step.isForward ? pushed : -pushed }
            total += pushed
        }
        return total
    }

    private func path(
        _ source: Int, _ target: Int, _ own: Int, _ shift: [Double]
    ) -> [(cell: Int, isForward: Bool)]? {
        var paths: [Int: [(cell: Int, isForward: Bool)]] = [source: []]
        var queue = [source]
        while !queue.isEmpty {
            let node = queue.removeFirst()
            if node == target { return paths[node] }
            for cell in values.indices where withheld[cell] && cell != own {
                let (from, to) = ends(cell)
                let isForward = from == node
                guard isForward || (to == node && values[cell] + shift[cell] > 0) else { continue }
                let next = isForward ? to : from
                guard paths[next] == nil else { continue }
                paths[next] = (paths[node] ?? []) + [(cell, isForward)]
                queue.append(next)
            }
        }
        return nil
    }
}
