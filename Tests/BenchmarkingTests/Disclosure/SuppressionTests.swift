import Benchmarking
import Testing

struct SuppressionTests {
    @Test(.enabled(if: SharedFolder.exists), arguments: [(SuppressionOptions.Measure.cells, 11.0), (.value, 1044.0)])
    func `five districts and four products need 11 cells, or a value of 1044`(
        measure: SuppressionOptions.Measure, optimum: Double
    ) throws {
        let districts = try DistrictTable()
        var options = SuppressionOptions()
        options.measure = measure
        for published in [Set<Int>(), Set((0..<30).filter { $0 % 5 == 4 || $0 >= 25 })] {
            options.published = published
            let found = try pattern(districts.table, districts.sensitive, options)
            #expect(found.cost == optimum)
            #expect(found.proof == .least)
            let sensitive = try districts.sensitive
            #expect(sensitive.allSatisfy { found.withheld.contains($0.cell) })
            let oracle = FlowOracle(
                rows: 6, columns: 5, values: districts.table.values,
                withheld: (0..<30).map { found.withheld.contains($0) })
            #expect(oracle.protects(sensitive))
        }
    }

    @Test(.enabled(if: SharedFolder.exists))
    func `the published patterns protect, and without one cell they do not`() throws {
        let districts = try DistrictTable()
        for column in ["suppressed_min_count", "suppressed_min_value"] {
            let cells = Set(try (0..<30).filter { try districts.number($0, column) == 1 })
            #expect(try isProtected(districts.table, cells, districts.sensitive))
            for cell in try cells.subtracting(districts.sensitive.map(\.cell)) {
                #expect(try !isProtected(districts.table, cells.subtracting([cell]), districts.sensitive))
            }
        }
    }

    @Test(arguments: [SuppressionOptions.Measure.cells, .value])
    func `the least pattern is the least of all patterns`(measure: SuppressionOptions.Measure) throws {
        var options = SuppressionOptions()
        options.measure = measure
        for seed in 0..<40 as Range<UInt64> {
            // 3 × 3 with margins counted in, any cell may go; then 3 × 3 within margins that stay.
            let small = try RandomTable(rows: 2, columns: 2, sensitive: 2, seed: seed)
            options.published = []
            try compareWithEveryPattern(small, options, "small, seed \(seed)")
            let inner = try RandomTable(rows: 3, columns: 3, sensitive: 3, seed: seed)
            options.published = inner.margins
            try compareWithEveryPattern(inner, options, "inner, seed \(seed)")
        }
    }

    @Test func `the least pattern is the least of all patterns where totals may go too`() throws {
        for seed in 100..<104 as Range<UInt64> {
            let table = try RandomTable(rows: 3, columns: 3, sensitive: 5, seed: seed)
            try compareWithEveryPattern(table, SuppressionOptions(), "seed \(seed)")
        }
    }

    @Test func `greedy patterns always protect and are never better than the least`() throws {
        for seed in 200..<208 as Range<UInt64> {
            let table = try RandomTable(rows: 6, columns: 5, sensitive: 6, seed: seed)
            var options = SuppressionOptions()
            options.measure = seed % 2 == 0 ? .cells : .value
            options.search = .greedy
            let greedy = try pattern(table.table, table.sensitive, options)
            #expect(FlowOracle(table, greedy.withheld).protects(table.sensitive), "seed \(seed)")
            options.search = .least(nodes: 400)
            let least = try pattern(table.table, table.sensitive, options)
            #expect(FlowOracle(table, least.withheld).protects(table.sensitive), "seed \(seed)")
            #expect(least.cost <= greedy.cost, "seed \(seed)")
            if case .notProvedLeast(let bound) = greedy.proof { #expect(bound <= least.cost, "seed \(seed)") }
        }
    }

    @Test func `a search cut short says so, with a bound that holds`() throws {
        var isCutShort = false
        for seed in 300..<304 as Range<UInt64> {
            let table = try RandomTable(rows: 5, columns: 6, sensitive: 6, seed: seed)
            var options = SuppressionOptions()
            options.measure = .value
            options.search = .least(nodes: 1)
            let short = try pattern(table.table, table.sensitive, options)
            options.search = .least(nodes: 5000)
            let long = try pattern(table.table, table.sensitive, options)
            #expect(long.proof == .least)
            #expect(short.nodes <= 1)
            guard case .notProvedLeast(let bound) = short.proof else { continue }
            isCutShort = true
            #expect(bound <= long.cost + 1e-6, "seed \(seed)")
            #expect(FlowOracle(table, short.withheld).protects(table.sensitive), "seed \(seed)")
        }
        #expect(isCutShort)
    }

    @Test func `tables linked by a total are protected together`() throws {
        // Two 2 × 2 tables of half-years; the year's inner cells are published sums of both.
        let (first, second): ([Double], [Double]) = (
            [5, 20, 25, 30, 40, 70, 35, 60, 95], [7, 22, 29, 31, 45, 76, 38, 67, 105]
        )
        let year = zip(first, second).map { $0 + $1 }
        let relations =
            (0..<3).flatMap { AdditiveTable.twoWayRelations(rows: 3, columns: 3, from: $0 * 9) }
            + (0..<9).map { AdditiveRelation(total: 18 + $0, parts: [$0, 9 + $0]) }
        let linked = try AdditiveTable(values: first + second + year, relations: relations)
        let sensitive = [SensitiveCell(cell: 0, protection: 4)]
        let alone = try pattern(AdditiveTable(values: first, relations: Array(relations[0..<6])), sensitive)
        #expect(alone.cost == 4)
        // Safe alone, but the year less the second half gives the first.
        #expect(try !isProtected(linked, Set(alone.withheld), sensitive))
        let together = try pattern(linked, sensitive)
        #expect(together.cost == 8)
        #expect(together.proof == .least)
        #expect(try isProtected(linked, Set(together.withheld), sensitive))
    }

    @Test func `a table of three ways needs what trying every pattern finds, an audit being the judge`() throws {
        for seed in 0..<4 as Range<UInt64> {
            let cube = try Cube(seed: seed)
            var options = SuppressionOptions()
            options.measure = seed % 2 == 0 ? .cells : .value
            let free = Array(cube.inner.dropFirst(2)) + [2, 5]
            let sensitive = cube.inner.prefix(2).map { SensitiveCell(cell: $0, protection: 1) }
            options.published = Set(0..<27).subtracting(cube.inner).subtracting([2, 5])
            options.known = [cube.inner[5]: 3 ... .infinity]
            var least = Double.infinity
            for choice in 0..<(1 << free.count) {
                let cells = sensitive.map(\.cell) + free.indices.filter { choice >> $0 & 1 == 1 }.map { free[$0] }
                let cost = cells.reduce(0) { $0 + (options.measure == .cells ? 1 : cube.table.values[$1]) }
                guard cost < least, try isProtected(cube.table, Set(cells), sensitive, options.known) else { continue }
                least = cost
            }
            #expect(least < .infinity)
            let found = try pattern(cube.table, sensitive, options)
            #expect(found.cost == least, "seed \(seed)")
            #expect(found.proof == .least, "seed \(seed)")
        }
    }

    @Test func `a list hides one cell behind another`() throws {
        let list = try AdditiveTable(list: [9, 2, 4, 30])
        let found = try pattern(list, [SensitiveCell(cell: 0, protection: 3)])
        #expect(found.withheld.count == 2)
        var options = SuppressionOptions()
        options.measure = .value
        // 4 is enough to rise and fall by 3; 2 is not.
        #expect(try pattern(list, [SensitiveCell(cell: 0, protection: 3)], options).withheld == [0, 2])
        #expect(found.secondary.count == 1)
    }

    @Test func `what an attacker knows makes more cells go`() throws {
        let list = try AdditiveTable(list: [9, 8, 7, 30])
        let sensitive = [SensitiveCell(cell: 0, protection: 3)]
        var options = SuppressionOptions()
        options.published = [4, 3]
        #expect(try pattern(list, sensitive, options).cost == 2)
        options.known = [1: 7...9, 2: 5...9]
        #expect(try pattern(list, sensitive, options).cost == 3)
        options.known = [0: 7 ... .infinity]
        let problem = try SuppressionProblem(list, protecting: sensitive, options: options)
        #expect(try problem.solve() == .impossible(cell: 0))
    }

    @Test func `a cell that nothing can hide is named`() throws {
        let list = try AdditiveTable(list: [9, 0])
        var options = SuppressionOptions()
        options.published = [1, 2]
        let problem = try SuppressionProblem(
            list, protecting: [SensitiveCell(cell: 0, protection: 1)], options: options)
        #expect(try problem.solve() == .impossible(cell: 0))
    }

    @Test func `nothing sensitive, nothing withheld; no level, the cell alone`() throws {
        let list = try AdditiveTable(list: [9, 8, 7])
        #expect(try pattern(list, []).withheld.isEmpty)
        let found = try pattern(list, [SensitiveCell(cell: 1, protection: 0)])
        #expect(found.withheld == [1])
        #expect(found.proof == .least)
    }

    @Test func `the unit of the table does not matter`() throws {
        let table = try RandomTable(rows: 5, columns: 4, sensitive: 5, seed: 9)
        let found = try pattern(table.table, table.sensitive)
        for unit in [1e-6, 1e3, 1e9] {
            let scaled = try AdditiveTable(
                values: table.table.values.map { $0 * unit }, relations: table.table.relations)
            let sensitive = table.sensitive.map { SensitiveCell(cell: $0.cell, protection: $0.protection * unit) }
            #expect(try pattern(scaled, sensitive).cost == found.cost)
        }
    }

    @Test func `a search can be stopped and is the same on one thread and on two`() throws {
        let table = try RandomTable(rows: 5, columns: 4, sensitive: 5, seed: 10)
        let problem = try SuppressionProblem(table.table, protecting: table.sensitive)
        let alone = try problem.solve(Computation(threads: 1))
        #expect(try alone == problem.solve(Computation(threads: 2)))
        #expect(throws: Stopped.self) { try problem.solve(Computation(isStopped: { true })) }
    }
}

func pattern(
    _ table: AdditiveTable, _ sensitive: [SensitiveCell], _ options: SuppressionOptions = .init()
) throws -> Suppression {
    let outcome = try SuppressionProblem(table, protecting: sensitive, options: options).solve()
    guard case .protected(let suppression) = outcome else { throw NoPattern(outcome: outcome) }
    return suppression
}

private struct NoPattern: Error { let outcome: SuppressionOutcome }

/// As a reader's audit sees it.
private func isProtected(
    _ table: AdditiveTable, _ withheld: Set<Int>, _ sensitive: [SensitiveCell],
    _ known: [Int: ClosedRange<Double>] = [:]
) throws -> Bool {
    let published = try PublishedTable(
        values: table.values.indices.map { withheld.contains($0) ? nil : table.values[$0] },
        relations: table.relations, known: known)
    guard case .intervals(let found) = try published.audit(Computation(threads: 1)) else { return false }
    return sensitive.allSatisfy { entry in
        found.contains { $0.cell == entry.cell && $0.protects(table.values[entry.cell], by: entry.protection) }
    }
}

/// 2 × 2 × 2 cells of at least 4 with all totals: three-way tables are no circulations.
private struct Cube {
    let table: AdditiveTable
    /// The eight cells that are no totals.
    let inner: [Int]

    init(seed: UInt64) throws {
        var random = RandomStream(seed: seed)
        var values = [Double](repeating: 0, count: 27)
        var relations: [AdditiveRelation] = []
        inner = (0..<27).filter { $0 / 9 < 2 && $0 / 3 % 3 < 2 && $0 % 3 < 2 }
        for cell in inner { values[cell] = Double(4 + random.index(below: 9)) }
        for stride in [1, 3, 9] {
            for first in 0..<27 where first / stride % 3 == 0 {
                relations.append(AdditiveRelation(total: first + 2 * stride, parts: [first, first + stride]))
            }
        }
        // Totals of two ways are sums of totals of one, which an earlier stride has made.
        for relation in relations { values[relation.total] = relation.parts.reduce(0) { $0 + values[$1] } }
        table = try AdditiveTable(values: values, relations: relations)
    }
}

extension FlowOracle {
    init(_ random: RandomTable, _ withheld: [Int]) {
        self.init(
            rows: random.rows, columns: random.columns, values: random.table.values,
            withheld: random.table.values.indices.map { withheld.contains($0) })
    }
}

/// Every pattern there is, the flows of a two-way table being the judge.
private func compareWithEveryPattern(
    _ random: RandomTable, _ options: SuppressionOptions, _ comment: Comment
) throws {
    let sensitive = Set(random.sensitive.map(\.cell))
    let free = random.table.values.indices.filter { !sensitive.contains($0) && !options.published.contains($0) }
    var least = Double.infinity
    for choice in 0..<(1 << free.count) {
        let withheld = sensitive.sorted() + free.indices.filter { choice >> $0 & 1 == 1 }.map { free[$0] }
        let cost = withheld.reduce(0) { $0 + (options.measure == .cells ? 1 : random.table.values[$1]) }
        if cost < least, FlowOracle(random, withheld).protects(random.sensitive) { least = cost }
    }
    let problem = try SuppressionProblem(random.table, protecting: random.sensitive, options: options)
    switch try problem.solve() {
    case .protected(let found):
        #expect(found.cost == least, comment)
        #expect(found.proof == .least, comment)
        #expect(FlowOracle(random, found.withheld).protects(random.sensitive), comment)
    case .impossible: #expect(least == .infinity, comment)
    case .notSolved: Issue.record(comment)
    }
}
