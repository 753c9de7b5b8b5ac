import Measure
import Register
import Testing
import World

struct RegionalProductTests {
    private func product(_ values: [Double], total: Double = 0) throws -> RegionalProduct {
        try RegionalProduct(region: World.badung, year: 2019, byIndustry: values, publishedTotal: total)
    }

    @Test func `the seventeen industries stand in their published order`() {
        let letters = IndustrySection.allCases.map(\.rawValue).joined(separator: " ")
        #expect(letters == "A B C D E F G H I J K L MN O P Q RSTU")
        #expect(IndustrySection.allCases.map(\.position) == Array(0..<17))
    }

    @Test func `an industry is found by its place, and its share is of the sum, not of the total`() throws {
        let badung = try #require(World.products().first { $0.region == World.badung && $0.year == 2019 })
        #expect(badung[.manufacturing] == 1616.24)
        #expect(badung[.otherServices] == 346.72)
        #expect(badung.publishedTotal == 37325.33)
        #expect(abs(badung.sumOfIndustries - 37325.33) < 0.02)
        #expect(badung.share(of: .manufacturing) == 1616.24 / badung.sumOfIndustries)
        let shares = IndustrySection.allCases.compactMap { badung.share(of: $0) }
        #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    }

    @Test(arguments: [0, 1, 16, 18])
    func `other than seventeen values are refused`(count: Int) {
        #expect(throws: AccountsError.industries(region: World.badung, year: 2019, found: count)) {
            try product([Double](repeating: 1, count: count))
        }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `what is no number is refused`(value: Double) {
        var values = [Double](repeating: 1, count: 17)
        #expect(throws: AccountsError.notFinite(region: World.badung, year: 2019)) {
            try product(values, total: value)
        }
        values[3] = value
        #expect(throws: AccountsError.notFinite(region: World.badung, year: 2019)) { try product(values) }
    }

    @Test func `a row of nothing but zeros is not known, whatever its total says`() throws {
        let empty = try product([Double](repeating: 0, count: 17), total: 100)
        #expect(empty.isEmpty)
        #expect(empty.share(of: .manufacturing) == nil)
    }

    @Test func `one industry is enough for an account`() throws {
        var values = [Double](repeating: 0, count: 17)
        values[2] = 0.01
        let small = try product(values)
        #expect(!small.isEmpty)
        #expect(small.share(of: .manufacturing) == 1)
        #expect(small.share(of: .mining) == 0)
    }
}
