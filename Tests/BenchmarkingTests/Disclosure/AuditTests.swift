import Benchmarking
import Testing

struct AuditTests {
    @Test func `a lone withheld cell is recovered, wherever it stands`() throws {
        let table: [Double?] = [3, nil, 10, 4, 6, 10, 7, 13, 20]
        let found = try intervals(table)
        #expect(found.map(\.cell) == [1])
        #expect(found[0].isRecovered)
        #expect(found[0].range.lowerBound.isClose(to: 7, within: 1e-9))
    }

    @Test func `four corners of a rectangle hide each other as far as amounts may go`() throws {
        // 3 7 | 10 and 4 6 | 10: the least of a diagonal can go to nothing.
        let found = try intervals([nil, nil, 10, nil, nil, 10, 7, 13, 20])
        let ends: [[Double]] = [[0, 7], [3, 10], [0, 7], [3, 10]]
        #expect(zip(found, ends).allSatisfy { [$0.range.lowerBound, $0.range.upperBound].areClose(to: $1) })
        #expect(found.allSatisfy { !$0.isRecovered })
    }

    @Test func `a list whose total is withheld too has no upper end`() throws {
        let total = AdditiveRelation(total: 2, parts: [0, 1])
        let table = try PublishedTable(values: [5, nil, nil], relations: [total])
        guard case .intervals(let found) = try table.audit() else { return #expect(Bool(false)) }
        #expect(found.map(\.range) == [0 ... .infinity, 5 ... .infinity])
    }

    @Test func `intervals are those of all tables that can be thought of`() throws {
        for seed in 0..<12 as Range<UInt64> {
            let random = try RandomTable(rows: 3, columns: 3, sensitive: 0, seed: seed)
            var stream = RandomStream(seed: seed, piece: 1)
            let withheld = (0..<16).filter { $0 % 4 < 3 && $0 < 12 && stream.index(below: 10) < 7 }
            let oracle = everyTable(random.table.values, withheld)
            let found = try intervals(random.table, withholding: Set(withheld))
            #expect(found.map(\.cell) == withheld)
            for (interval, ends) in zip(found, oracle) {
                #expect(
                    [interval.range.lowerBound, interval.range.upperBound].areClose(to: ends), "seed \(seed)")
                #expect(interval.isRecovered == (ends[0] == ends[1]), "seed \(seed)")
            }
        }
    }

    @Test func `withholding more only widens what can be thought`() throws {
        for seed in 0..<20 as Range<UInt64> {
            let random = try RandomTable(rows: 4, columns: 4, sensitive: 0, seed: seed)
            var stream = RandomStream(seed: seed, piece: 1)
            let few = Set((0..<25).filter { _ in stream.index(below: 3) == 0 })
            let more = few.union((0..<25).filter { _ in stream.index(below: 4) == 0 })
            let narrow = try intervals(random.table, withholding: few)
            let wide = try intervals(random.table, withholding: more)
            for interval in narrow {
                let other = try #require(wide.first { $0.cell == interval.cell })
                #expect(other.range.lowerBound <= interval.range.lowerBound + 1e-9, "seed \(seed)")
                #expect(other.range.upperBound >= interval.range.upperBound - 1e-9, "seed \(seed)")
            }
        }
    }

    @Test func `who knows more thinks of less`() throws {
        let cells: [Double?] = [nil, nil, 10, nil, nil, 10, 7, 13, 20]
        // A contributor of cell 0 knows that 3 of it are its own; somebody knows that cell 3 is at most 4.
        let found = try intervals(cells, known: [0: 3 ... .infinity, 3: 0...4])
        let ends: [[Double]] = [[3, 7], [3, 7], [0, 4], [6, 10]]
        #expect(zip(found, ends).allSatisfy { [$0.range.lowerBound, $0.range.upperBound].areClose(to: $1) })
        let exact = try intervals(cells, known: [0: 3...3])
        #expect(exact.allSatisfy { $0.isRecovered })
    }

    @Test func `quarters that are safe one by one are recovered from their year`() throws {
        // Two firms' products in four quarters; each quarter withholds both cells and publishes their sum. Then the
        // year publishes product 0, and three quarters turn up in another report.
        let quarters: [[Double]] = [[4, 6], [5, 5], [3, 9], [8, 2]]
        var values: [Double?] = quarters.flatMap { [nil, nil, $0[0] + $0[1]] }
        var relations = (0..<4).map { AdditiveRelation(total: $0 * 3 + 2, parts: [$0 * 3, $0 * 3 + 1]) }
        let apart = try outcome(values, relations)
        #expect(apart.allSatisfy { !$0.isRecovered && $0.range.lowerBound == 0 })

        values += [20]
        relations.append(AdditiveRelation(total: 12, parts: [0, 3, 6, 9]))
        let linked = try outcome(values, relations)
        #expect(linked.allSatisfy { !$0.isRecovered })

        for quarter in 0..<3 { values[quarter * 3] = quarters[quarter][0] }
        for quarter in 0..<3 { values[quarter * 3 + 1] = quarters[quarter][1] }
        let last = try outcome(values, relations)
        #expect(last.map(\.cell) == [9, 10])
        #expect(last.allSatisfy { $0.isRecovered })
        #expect([last[0].range.lowerBound, last[1].range.lowerBound].areClose(to: [8, 2]))
    }

    @Test func `a province less its other districts is the district`() throws {
        // Cells 0…2 are districts of the first report, which withholds two of them; the second report publishes the
        // sum of the first two as a planning region.
        let values: [Double?] = [nil, 40, nil, 100, 55]
        let first = [AdditiveRelation(total: 3, parts: [0, 1, 2])]
        #expect(try outcome(Array(values[0..<4]), first).allSatisfy { !$0.isRecovered })
        let second = first + [AdditiveRelation(total: 4, parts: [0, 1])]
        let found = try outcome(values, second)
        #expect(found.allSatisfy { $0.isRecovered })
        #expect(found.map(\.range.lowerBound).areClose(to: [15, 45]))
    }

    @Test func `figures that no table can have are contradictory`() throws {
        // The published part is more than the total.
        let table = try PublishedTable(
            values: [nil, 12, 10], relations: [AdditiveRelation(total: 2, parts: [0, 1])])
        #expect(try table.audit() == .contradictory)
    }

    @Test func `one thread and two find the same`() throws {
        let random = try RandomTable(rows: 5, columns: 4, sensitive: 0, seed: 77)
        let cells = Set((0..<30).filter { $0 % 3 != 0 })
        let published = try published(random.table, withholding: cells)
        #expect(try published.audit(Computation(threads: 1)) == published.audit(Computation(threads: 2)))
        #expect(throws: Stopped.self) { try published.audit(Computation(isStopped: { true })) }
    }

    @Test func `cells of billions hide and show a cell of three`() throws {
        let scale = 1e9
        let found = try intervals([3, nil, 3 + scale, nil, nil, 2 * scale, nil, nil, 3 * scale + 3])
        #expect(found.allSatisfy { !$0.isRecovered || $0.cell == 1 })
        #expect(found[0].isRecovered)
        #expect(found[0].range.lowerBound.isClose(to: scale, within: 1e-6))  // 1e-15 of the figure
        let small = try intervals([nil, scale, 3 + scale, 4, scale, 4 + scale, 7, 2 * scale, 2 * scale + 7])
        #expect(small[0].isRecovered)
        #expect(small[0].range.lowerBound.isClose(to: 3, within: 1e-6))  // sums of 1e9 keep no more digits
    }
}

/// Intervals of a 3 × 3 table with margins counted in.
private func intervals(
    _ values: [Double?], known: [Int: ClosedRange<Double>] = [:]
) throws -> [CellInterval] {
    try outcome(values, AdditiveTable.twoWayRelations(rows: 3, columns: 3), known: known)
}

private func intervals(_ table: AdditiveTable, withholding cells: Set<Int>) throws -> [CellInterval] {
    guard case .intervals(let found) = try published(table, withholding: cells).audit() else { throw NoIntervals() }
    return found
}

private func outcome(
    _ values: [Double?], _ relations: [AdditiveRelation], known: [Int: ClosedRange<Double>] = [:]
) throws -> [CellInterval] {
    let table = try PublishedTable(values: values, relations: relations, known: known)
    guard case .intervals(let found) = try table.audit() else { throw NoIntervals() }
    return found
}

func published(_ table: AdditiveTable, withholding cells: Set<Int>) throws -> PublishedTable {
    try PublishedTable(
        values: table.values.indices.map { cells.contains($0) ? nil : table.values[$0] }, relations: table.relations)
}

private struct NoIntervals: Error {}

/// Least and greatest figure of each withheld inner cell over all whole-numbered 3 × 3 tables with these totals. (The
/// ends of such intervals are whole.)
private func everyTable(_ values: [Double], _ withheld: [Int]) -> [[Double]] {
    var ends = withheld.map { _ in [Double.infinity, -.infinity] }
    var cells = values
    func fill(_ place: Int) {
        guard place < withheld.count else {
            for (number, cell) in withheld.enumerated() {
                ends[number] = [min(ends[number][0], cells[cell]), max(ends[number][1], cells[cell])]
            }
            return
        }
        let cell = withheld[place]
        let (row, column) = (cell / 4, cell % 4)
        let isLastOfRow = !withheld[(place + 1)...].contains { $0 / 4 == row }
        let isLastOfColumn = !withheld[(place + 1)...].contains { $0 % 4 == column }
        func open(_ others: [Int], _ total: Int) -> Double {
            values[total]
                - others.filter { $0 != cell && !withheld[place...].contains($0) }.reduce(0) { $0 + cells[$1] }
        }
        let inRow = open((0..<3).map { row * 4 + $0 }, row * 4 + 3)
        let inColumn = open((0..<3).map { $0 * 4 + column }, 12 + column)
        var figure = isLastOfRow ? inRow : isLastOfColumn ? inColumn : 0
        let most = isLastOfRow || isLastOfColumn ? figure : min(inRow, inColumn)
        while figure >= 0, figure <= most {
            let fits = (!isLastOfRow || figure == inRow) && (!isLastOfColumn || figure == inColumn)
            cells[cell] = figure
            if fits, figure <= min(inRow, inColumn) { fill(place + 1) }
            figure += 1
        }
    }
    fill(0)
    return ends
}
