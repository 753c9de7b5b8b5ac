import Benchmarking
import Testing

struct AdvantageTableTests {
    @Test func `a region has an advantage where its location quotient is at least one`() throws {
        let x = try Matrix(randomFigures(rows: 14, columns: 11, seed: 20))
        let quotients = try locationQuotients(x)
        let table = try AdvantageTable(x)
        for r in 0..<14 {
            for p in 0..<11 { #expect(table[r, p] == ((quotients[r][p] ?? 0) >= 1)) }
            #expect(table.diversity[r] == (0..<11).filter { table[r, $0] }.count)
        }
        for p in 0..<11 { #expect(table.ubiquity[p] == (0..<14).filter { table[$0, p] }.count) }
    }

    @Test func `the fair share is enough, whatever the totals round to`() throws {
        // Every region is built like every other, in thirds and tenths.
        let table = try AdvantageTable(Matrix([[0.1, 0.2, 0.4], [0.3, 0.6, 1.2], [0.7 / 3, 1.4 / 3, 2.8 / 3]]))
        #expect(table.diversity == [3, 3, 3])
    }

    @Test func `regions and products without figures are refused with their place`() {
        #expect(throws: TableError.emptyRow(row: 1)) { try AdvantageTable(Matrix([[1, 2], [0, 0]])) }
        #expect(throws: TableError.emptyReference(column: 0)) { try AdvantageTable(Matrix([[0, 2], [0, 1]])) }
        #expect(throws: TableError.negative(row: 0, column: 1)) { try AdvantageTable(Matrix([[1, -2]])) }
        #expect(throws: TableError.notFinite(row: 0, column: 1)) { try AdvantageTable(Matrix([[1e308, 1e308]])) }
        #expect(throws: TableError.emptyRow(row: 0)) { try AdvantageTable([[]], products: 1) }
        #expect(throws: TableError.emptyReference(column: 1)) { try AdvantageTable([[0]], products: 2) }
        #expect(throws: TableError.shapeMismatch(expected: 2, found: 0)) {
            try AdvantageTable([[1, 0]], products: 2)
        }
        #expect(throws: TableError.empty) { try AdvantageTable([], products: 2) }
    }
}

struct AdvantageGuardTests {
    private let rule = AdvantageGuard(leastTotal: 10, leastDiversity: 2, leastUbiquity: 2)

    @Test func `small regions go first, then narrow ones and rare products, each named with its figure`() throws {
        // Region 4 is small and alone in product 4. Region 3 has no advantage but in product 3, which then is rare.
        let x = try Matrix([
            [6, 6, 0, 0, 0], [0, 6, 6, 0, 0], [6, 0, 6, 1, 0], [1, 0, 0, 30, 0], [0, 0, 0, 0, 2],
            [6, 6, 1, 0, 0],
        ])
        let guarded = try GuardedAdvantages(x, rule: rule)
        #expect(
            guarded.leftOut == [
                .smallRegion(4, total: 2), .rareProduct(4, ubiquity: 0),
                .narrowRegion(3, diversity: 1), .rareProduct(3, ubiquity: 1),
            ])
        #expect(guarded.regions == [0, 1, 2, 5])
        #expect(guarded.products == [0, 1, 2])
        #expect(guarded.rule == rule)
    }

    @Test func `the rest passes the guard again`() throws {
        let x = try Matrix(randomFigures(rows: 30, columns: 25, seed: 21))
        let rule = AdvantageGuard(leastTotal: 9_000, leastDiversity: 9, leastUbiquity: 9)
        let guarded = try GuardedAdvantages(x, rule: rule)
        #expect(guarded.leftOut.count > 3)
        let rest = try Matrix(guarded.regions.map { r in guarded.products.map { x[r, $0] } })
        let again = try GuardedAdvantages(rest, rule: AdvantageGuard(leastDiversity: 9, leastUbiquity: 9))
        #expect(again.leftOut.isEmpty)
        #expect(again.table == guarded.table)
        #expect(guarded.leftOut.count == 55 - guarded.regions.count - guarded.products.count)
    }

    @Test func `regions of few firms are left out where the firms are known`() throws {
        let x = try Matrix([[5, 6, 2], [6, 5, 2], [5, 5, 9]])
        let guarded = try GuardedAdvantages(
            x, firms: [3, 2, 5], rule: AdvantageGuard(leastFirms: 3, leastDiversity: 1, leastUbiquity: 1))
        #expect(guarded.leftOut == [.regionOfFewFirms(1, firms: 2)])
        #expect(throws: TableError.shapeMismatch(expected: 3, found: 1)) { try GuardedAdvantages(x, firms: [3]) }
    }

    @Test func `without a guard only what has no figure is left out`() throws {
        let guarded = try GuardedAdvantages(Matrix([[1, 0, 3], [0, 0, 0], [2, 0, 1]]), rule: .none)
        #expect(guarded.leftOut == [.smallRegion(1, total: 0), .rareProduct(1, ubiquity: 0)])
        #expect(try guarded.table == AdvantageTable(Matrix([[1, 3], [2, 1]])))
    }

    @Test func `where nothing is left there is no table`() throws {
        let guarded = try GuardedAdvantages(Matrix([[1, 2], [2, 1]]))
        #expect(guarded.table == nil)
        #expect(guarded.regions.isEmpty && guarded.products.isEmpty)
        #expect(guarded.leftOut.count == 4)
    }
}
