import Benchmarking
import Testing

struct ConcentrationTests {
    @Test func `four firms of 20, 50, 20 and 10 are as concentrated as 2.94 equal ones`() {
        // Textbook example of the R package REAT (Wieland 2019).
        let firms: [Double] = [20, 50, 20, 10]
        #expect(herfindahl(firms).isClose(to: 0.34, within: 1e-15))
        #expect(normalisedHerfindahl(firms).isClose(to: 0.12, within: 1e-15))
        #expect(equivalentNumber(firms).isClose(to: 2.94, within: 5e-3))
    }

    @Test func `the textbook's Gini coefficients are 0.4068966 and 0.6222222`() {
        // Farhauer & Kröll (2013), as in REAT (Wieland 2019).
        let concentration = giniConcentration(
            industry: [500, 500, 1000, 7000, 1000],
            reference: [20_000, 15_000, 20_000, 40_000, 5000])
        #expect(concentration.isClose(to: 0.4068966, within: 5e-8))
        let specialisation = giniSpecialisation(
            region: [700, 600, 500, 10_000, 40_000],
            reference: [30_000, 15_000, 10_000, 60_000, 50_000])
        #expect(specialisation.isClose(to: 0.6222222, within: 5e-8))
    }

    @Test func `Göttingen 2017 is as specialised as published`() {
        let (city, germany) = (Göttingen.city2017, Göttingen.germany2017)
        #expect(
            giniSpecialisation(region: city, reference: germany)
                .isClose(to: 0.359852029494847, within: 1e-13))
        #expect(krugmanSpecialisation(city, germany).isClose(to: 0.450846878361572, within: 1e-13))
    }

    @Test func `regions without a common industry have Krugman index 2`() {
        #expect(krugmanSpecialisation([20, 10, 70, 0, 0], [0, 0, 0, 60, 40]) == 2)
    }

    @Test func `the Gini coefficient is half the mean difference of all pairs over the mean`() {
        let values = randomFigures(rows: 1, columns: 23, seed: 5)[0]
        var differences = 0.0
        for a in values { for b in values { differences += abs(a - b) } }
        let n = Double(values.count)
        let naive = differences / (2 * n * values.reduce(0, +))
        #expect(gini(values).isClose(to: naive, within: 1e-13))
    }

    @Test func `a Gini of quotients is the Gini of the location quotients`() throws {
        let x = randomFigures(rows: 2, columns: 8, seed: 6).map { $0.map { $0 + 1 } }
        let quotients = try locationQuotients(Matrix([x[0]]), reference: IndustryTotals(x[1]))
        let direct = gini(quotients[0].compactMap(\.self)) ?? .nan
        #expect(
            giniSpecialisation(region: x[0], reference: x[1]).isClose(to: direct, within: 1e-13))
    }

    @Test func `equal parts are not concentrated, one part alone is all there is`() {
        let equal = [Double](repeating: 7, count: 10)
        #expect(herfindahl(equal).isClose(to: 0.1, within: 1e-15))
        #expect(normalisedHerfindahl(equal).isClose(to: 0, within: 1e-15))
        #expect(gini(equal).isClose(to: 0, within: 1e-15))
        #expect(herfindahl([0, 9, 0]) == 1)
        #expect(normalisedHerfindahl([0, 9, 0]) == 1)
        #expect(gini([0, 0, 0, 9]) == 0.75)
    }

    @Test func `the unit of the figures does not matter`() {
        let values = randomFigures(rows: 1, columns: 12, seed: 11)[0]
        let inThousands = values.map { $0 / 1000 }
        #expect(herfindahl(inThousands).isClose(to: herfindahl(values) ?? .nan, within: 1e-15))
        #expect(gini(inThousands).isClose(to: gini(values) ?? .nan, within: 1e-14))
    }

    @Test(arguments: [[], [0, 0], [1, -1, 2], [1, .nan], [1, .infinity]])
    func `what has no shares has no concentration`(values: [Double]) {
        #expect(herfindahl(values) == nil)
        #expect(normalisedHerfindahl(values) == nil)
        #expect(equivalentNumber(values) == nil)
        #expect(gini(values) == nil)
        #expect(krugmanSpecialisation(values, values) == nil)
        #expect(hoover(values: values, populations: values) == nil)
    }

    @Test func `lists of different length, a lone part and an empty reference give nil`() {
        #expect(krugmanSpecialisation([1, 2], [1, 2, 3]) == nil)
        #expect(normalisedHerfindahl([5]) == nil)
        #expect(giniSpecialisation(region: [1, 2], reference: [3, 0]) == nil)
    }
}
