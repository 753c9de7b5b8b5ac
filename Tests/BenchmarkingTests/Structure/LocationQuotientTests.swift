import Benchmarking
import Testing

struct LocationQuotientTests {
    @Test func `the textbook's quotient is 0.3847623`() {
        // Farhauer & Kröll (2013), as in the R package REAT (Wieland 2019).
        let quotient = locationQuotient(1714, of: 79_006, reference: 879_213, of: 15_593_224)
        #expect(quotient.isClose(to: 0.3847623, within: 5e-8))
    }

    @Test func `Göttingen 2017, of the published totals, has 2.78 times its share of education`() {
        let published: [(industry: Int, quotient: Double)] = [
            (0, 0.0840765201500856), (2, 0.536873661376762), (9, 1.53027645450855),
            (12, 2.77790857759887), (13, 1.67459967423044), (14, 0.35317012043262),
        ]
        for (i, expected) in published {
            let quotient = locationQuotient(
                Göttingen.city2017[i], of: 69_403,
                reference: Göttingen.germany2017[i], of: 32_164_973)
            #expect(quotient.isClose(to: expected, within: 1e-13))
        }
    }

    @Test func `every quotient equals a plain double loop`() throws {
        let x = randomFigures(rows: 12, columns: 9, seed: 8)
        let quotients = try locationQuotients(Matrix(x))
        let total = x.joined().reduce(0, +)
        for r in x.indices {
            for i in x[r].indices {
                let industry = x.map { $0[i] }.reduce(0, +)
                let naive = x[r][i] * total / (x[r].reduce(0, +) * industry)
                #expect(quotients[r][i].isClose(to: naive, within: 1e-12))
            }
        }
    }

    @Test func `quotients weighted by the reference's shares average to one`() throws {
        let x = try Matrix(randomFigures(rows: 12, columns: 9, seed: 9))
        let reference = IndustryTotals(x.columnTotals)
        for row in try locationQuotients(x) {
            let average = zip(row, reference.industries).reduce(0) { sum, pair in
                sum + (pair.0 ?? .nan) * pair.1 / reference.total
            }
            #expect(average.isClose(to: 1, within: 1e-13))
        }
    }

    @Test func `an industry nobody works in has no quotient, not a zero`() throws {
        let quotients = try locationQuotients(Matrix([[2, 0, 2], [4, 0, 0]]))
        #expect(quotients[0][1] == nil)
        #expect(quotients[1][1] == nil)
        #expect(quotients[1][2] == 0)
    }

    @Test func `a region nobody works in has no quotient`() throws {
        #expect(try locationQuotients(Matrix([[0, 0], [1, 2]]))[0] == [nil, nil])
    }

    @Test func `a published total is the yardstick, also when it is not the sum`() throws {
        let reference = IndustryTotals([20, 60], total: 100)
        let quotients = try locationQuotients(Matrix([[1, 3]]), reference: reference)
        #expect(quotients[0][0].isClose(to: 1.25, within: 1e-15))
        #expect(IndustryTotals([20, 60]).total == 80)
    }

    @Test func `a figure that cannot be is no quotient`() {
        #expect(locationQuotient(-1, of: 10, reference: 1, of: 10) == nil)
        #expect(locationQuotient(.nan, of: 10, reference: 1, of: 10) == nil)
        #expect(locationQuotient(1, of: 10, reference: 0, of: 10) == nil)
    }

    @Test func `a negative cell and a reference of other industries are refused`() {
        #expect(throws: TableError.negative(row: 0, column: 1)) {
            try locationQuotients(Matrix([[1, -2]]))
        }
        #expect(throws: TableError.shapeMismatch(expected: 2, found: 3)) {
            try locationQuotients(Matrix([[1, 2]]), reference: IndustryTotals([1, 2, 3]))
        }
    }
}
