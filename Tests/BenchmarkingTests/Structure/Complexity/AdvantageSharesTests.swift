import Benchmarking
import Testing

struct AdvantageSharesTests {
    private func firm(_ region: Int, _ product: Int, _ amount: Double) -> FirmAmount {
        FirmAmount(region: region, product: product, amount: amount)
    }

    @Test func `shares come near the truth over every way to draw`() throws {
        // Three firms in one region and two in the other: 27 · 4 ways, all equally likely.
        let firms = [firm(0, 0, 5), firm(0, 0, 1), firm(0, 1, 4), firm(1, 0, 3), firm(1, 1, 2)]
        var truth = [[0.0, 0.0], [0.0, 0.0]]
        for way in 0..<108 {
            let drawn = [way % 3, way / 3 % 3, way / 9 % 3, 3 + way / 27 % 2, 3 + way / 54]
            var x = [[0.0, 0.0], [0.0, 0.0]]
            for place in drawn { x[firms[place].region][firms[place].product] += firms[place].amount }
            for r in 0..<2 {
                for p in 0..<2 {
                    let all = x.joined().reduce(0, +)
                    // No fraction is met to the last bit but where all make the same.
                    let isAdvantage = x[r][p] * all >= x[r].reduce(0, +) * (x[0][p] + x[1][p]) && x[r][p] > 0
                    if isAdvantage { truth[r][p] += 1.0 / 108 }
                }
            }
        }
        let found = try FirmTable(firms).advantageShares(replicates: 20_000, seed: 3)
        #expect(
            found.cells.map { [$0.region, $0.product, $0.firms] } == [[0, 0, 2], [0, 1, 1], [1, 0, 1], [1, 1, 1]])
        for cell in found.cells {
            let p = truth[cell.region][cell.product]
            #expect(cell.share.isClose(to: p, within: 4 * (p * (1 - p) / 20_000).squareRoot()))
        }
    }

    @Test func `the quotients are those of the firms' sums`() throws {
        let x = randomFigures(rows: 6, columns: 5, seed: 90)
        let firms = x.indices.flatMap { r in
            x[r].indices.filter { x[r][$0] > 0 }.flatMap { p in [firm(r, p, x[r][p] / 4), firm(r, p, x[r][p] * 0.75)] }
        }
        let quotients = try locationQuotients(Matrix(x))
        for cell in try FirmTable(firms.reversed()).advantageShares(replicates: 1, seed: 1).cells {
            #expect(cell.quotient.isClose(to: quotients[cell.region][cell.product] ?? .nan, within: 1e-12))
            #expect(cell.firms == 2)
        }
    }

    @Test func `what many equal firms make is sure, what one large firm makes is not`() throws {
        let crowd = (0..<60).map { _ in firm(0, 0, 1) } + (0..<60).map { _ in firm(1, 1, 1) }
        let giant = (0..<30).map { _ in firm(2, 0, 1) } + [firm(2, 7, 40)]
        let cells = try FirmTable(crowd + giant).advantageShares(seed: 5).cells
        #expect(cells.first { $0.region == 0 }?.share == 1)
        let ofGiant = try #require(cells.last)
        #expect(ofGiant.product == 7)
        #expect(try #require(ofGiant.quotient) > 1)
        // One of 31 firms is not drawn at all in (30/31)³¹ of the replicates.
        #expect(ofGiant.share.isClose(to: 0.638, within: 4 * (0.638 * 0.362 / 1000).squareRoot()))
    }

    @Test func `the result depends on the seed, not on the threads or the order of the firms`() throws {
        var random = RandomStream(seed: 91)
        let firms = (0..<200).map { _ in
            firm(random.index(below: 8), 1000 * random.index(below: 6), (100 * random.uniform()).rounded())
        }
        let one = try FirmTable(firms).advantageShares(replicates: 100, seed: 7, Computation(threads: 1))
        let other = try FirmTable(firms.shuffled(using: &random))
            .advantageShares(replicates: 100, seed: 7, Computation(threads: 3))
        #expect(one == other)
        #expect(try FirmTable(firms).advantageShares(replicates: 100, seed: 8) != one)
        #expect(one.seed == 7 && one.replicates == 100)
    }

    @Test func `a region whose firms make nothing has no quotient and no advantage`() throws {
        let cells = try FirmTable([firm(0, 0, 0), firm(1, 0, 2), firm(1, 1, 1)]).advantageShares(seed: 1).cells
        #expect(cells[0].quotient == nil)
        #expect(cells[0].share == 0)
    }

    @Test func `figures that make no sense are refused with their place`() {
        #expect(throws: TableError.empty) { try FirmTable([]) }
        #expect(throws: TableError.negative(row: 1, column: 0)) { try FirmTable([firm(0, 0, 1), firm(-1, 0, 1)]) }
        #expect(throws: TableError.negative(row: 0, column: 1)) { try FirmTable([firm(0, -1, 1)]) }
        #expect(throws: TableError.negative(row: 0, column: 2)) { try FirmTable([firm(0, 0, -1)]) }
        #expect(throws: TableError.notFinite(row: 0, column: 2)) { try FirmTable([firm(0, 0, .nan)]) }
        #expect(throws: TableError.notFinite(row: 1, column: 2)) {
            try FirmTable([firm(0, 0, 1e308), firm(0, 0, 1e308)])
        }
    }

    @Test func `work that is stopped gives nothing`() throws {
        let table = try FirmTable([firm(0, 0, 1)])
        #expect(throws: Stopped.self) { try table.advantageShares(seed: 1, Computation(isStopped: { true })) }
    }
}
