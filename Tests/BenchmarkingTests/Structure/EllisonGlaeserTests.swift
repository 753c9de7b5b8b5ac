import Benchmarking
import Testing

struct EllisonGlaeserTests {
    /// Ten plants in three towns; textbook example of the R package REAT (Wieland 2019).
    private let plants = [
        (0, 200.0), (0, 650), (0, 12_000), (0, 100), (0, 50), (1, 16_000), (1, 13_000), (1, 1500), (1, 1500),
        (2, 25_000),
    ].map { Plant(region: $0.0, workers: $0.1) }
    private let towns: [Double] = [500_000, 400_000, 100_000]

    @Test func `the textbook's ten plants have an index of 0.05990628`() throws {
        let outcome = try ellisonGlaeser(plants: plants, regions: towns)
        #expect(outcome.index.isClose(to: 0.05990628, within: 5e-9))
        guard case .known(let found) = outcome else { return }
        #expect(found.plants == 10)
        #expect(found.plantHerfindahl == herfindahl(plants.map(\.workers)))
        // Shares 13, 32 and 25 of 70 against .5, .4 and .1, by hand.
        let gaps: [Double] = [13.0 / 70 - 0.5, 32.0 / 70 - 0.4, 25.0 / 70 - 0.1]
        let byHand = gaps.map { $0 * $0 }.reduce(0, +)
        #expect(found.concentration.isClose(to: byHand, within: 1e-15))
    }

    @Test func `plants thrown at random have index zero on average`() throws {
        var random = RandomStream(seed: 70)
        let sizes = (0..<12).map { _ in 1 + 20 * random.uniform() }
        let regions = [0.5, 0.3, 0.15, 0.05]
        let throwing = 4000
        let found = try (0..<throwing).map { _ in
            let plants = sizes.map { size in
                let place = random.uniform()
                return Plant(region: place < 0.5 ? 0 : place < 0.8 ? 1 : place < 0.95 ? 2 : 3, workers: size)
            }
            return try #require(try ellisonGlaeser(plants: plants, regions: regions).index)
        }
        let mean = found.reduce(0, +) / Double(throwing)
        let variance = found.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(throwing)
        #expect(mean.isClose(to: 0, within: 4 * (variance / Double(throwing)).squareRoot()))
    }

    @Test func `many plants all in one of many towns have an index near one`() throws {
        let crowd = (0..<100).map { _ in Plant(region: 3, workers: 10) }
        let towns = [Double](repeating: 5, count: 50)
        let index = try #require(try ellisonGlaeser(plants: crowd, regions: towns).index)
        // G = 1 − 1/50 and so is 1 − Σx²: (1 − H)/(1 − H).
        #expect(index.isClose(to: 1, within: 1e-14))
    }

    @Test func `the units and the order of plants and towns do not matter`() throws {
        let plain = try #require(try ellisonGlaeser(plants: plants, regions: towns).index)
        let turned = plants.reversed().map { Plant(region: 2 - $0.region, workers: $0.workers / 1000) }
        let index = try ellisonGlaeser(plants: turned, regions: towns.reversed().map { $0 * 7 }).index
        #expect(index.isClose(to: plain, within: 1e-14))
    }

    @Test func `one plant, one region and no workers say nothing`() throws {
        let one = [Plant(region: 0, workers: 9), Plant(region: 1, workers: 0)]
        #expect(try ellisonGlaeser(plants: one, regions: [1, 2]) == .onePlant)
        #expect(try ellisonGlaeser(plants: [Plant(region: 0, workers: 0)], regions: [1, 2]) == .noWorkers)
        #expect(try ellisonGlaeser(plants: [], regions: [1, 2]) == .noWorkers)
        let two = [Plant(region: 0, workers: 9), Plant(region: 0, workers: 3)]
        #expect(try ellisonGlaeser(plants: two, regions: [5]) == .oneRegion)
        #expect(try ellisonGlaeser(plants: two, regions: [5, 0]) == .oneRegion)
    }

    @Test func `figures that make no sense are refused with their place`() {
        let plant = Plant(region: 1, workers: 2)
        #expect(throws: TableError.negative(row: 0, column: 1)) {
            try ellisonGlaeser(plants: [plant, Plant(region: 0, workers: -1)], regions: [1, 1])
        }
        #expect(throws: TableError.notFinite(row: 1, column: 0)) {
            try ellisonGlaeser(plants: [plant], regions: [.nan, 1])
        }
        #expect(throws: TableError.shapeMismatch(expected: 1, found: 1)) {
            try ellisonGlaeser(plants: [plant], regions: [1])
        }
        #expect(throws: TableError.emptyReference(column: 1)) {
            try ellisonGlaeser(plants: [plant], regions: [1, 0])
        }
        #expect(throws: TableError.empty) { try ellisonGlaeser(plants: [plant], regions: []) }
        #expect(throws: TableError.emptyRow(row: 1)) { try ellisonGlaeser(plants: [plant], regions: [0, 0]) }
    }
}
