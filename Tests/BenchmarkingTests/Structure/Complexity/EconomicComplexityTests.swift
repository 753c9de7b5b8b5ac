import Benchmarking
import Testing

@Suite(.enabled(if: SharedFolder.exists))
struct WorldTradeTests {
    let world: WorldTrade

    init() throws { world = try WorldTrade() }

    @Test func `countries and products are as diverse and ubiquitous as published`() throws {
        let diversity = try world.published("eci_sitc2.csv", "country", "diversity")
        let ubiquity = try world.published("pci_sitc2.csv", "product", "ubiquity")
        #expect(world.table.diversity.map(Double.init) == world.countries.map { diversity[$0] })
        #expect(world.table.ubiquity.map(Double.init) == world.products.map { ubiquity[$0] })
    }

    @Test(arguments: [(Standardisation.sample, "eci"), (.population, "eci_py_ecomplexity")])
    func `the complexity of 226 countries is as published`(_ scale: Standardisation, _ column: String) throws {
        let published = try world.published("eci_sitc2.csv", "country", column)
        let complexity = try #require(world.table.complexity(scale).complexity)
        expectClose(complexity.regions, world.countries.map { published[$0] ?? .nan }, within: 1e-11)
        #expect(complexity.secondEigenvalue.isClose(to: 0.236838265879, within: 5e-13))
        #expect(complexity.residual < 1e-12)
    }

    @Test func `the complexity of 69 products is as published, on both scales`() throws {
        let own = try world.published("pci_sitc2.csv", "product", "pci_standardised")
        let shared = try world.published("pci_sitc2.csv", "product", "pci_py_ecomplexity")
        let sample = try #require(world.table.complexity(.sample).complexity)
        let population = try #require(world.table.complexity(.population).complexity)
        expectClose(sample.standardisedProducts, world.products.map { own[$0] ?? .nan }, within: 1e-11)
        expectClose(population.products, world.products.map { shared[$0] ?? .nan }, within: 1e-11)
    }

    @Test func `proximity of all pairs of products is as published`() throws {
        let space = try ProductSpace(world.table)
        for row in try SharedFolder.rows(of: WorldTrade.expected + "proximity_sitc2.csv") {
            let product = try #require(world.products.firstIndex(of: row[""] ?? ""))
            let published = world.products.map { row[$0].flatMap(Double.init) ?? .nan }
            expectClose(space.proximity.row(product), published, within: 1e-15)
        }
    }

    @Test func `density, value and gain of four countries of ASEAN are as published`() throws {
        let space = try ProductSpace(world.table)
        let density = try space.density()
        let complexity = try #require(world.table.complexity(.population).complexity)
        let found = try space.opportunities(complexity, density: density)
        let rows = try SharedFolder.rows(of: WorldTrade.expected + "density_cog_asean4_sitc2.csv")
        #expect(rows.count == 276)
        for row in rows {
            let country = try #require(world.countries.firstIndex(of: row["country"] ?? ""))
            let product = try #require(world.products.firstIndex(of: row["product"] ?? ""))
            let published = try ["density", "cog", "coi", "mcp"].map { try #require(Double(row[$0] ?? "")) }
            #expect(density[country, product].isClose(to: published[0], within: 1e-14))
            #expect(found.gain[country, product].isClose(to: published[1], within: 1e-11))
            #expect(found.standardisedValue[country].isClose(to: published[2], within: 1e-11))
            #expect(world.table[country, product] == (published[3] == 1))
        }
    }

    @Test func `unguarded, South Georgia leads the world; guarded, it is left out and named`() throws {
        let raw = try #require(world.table.complexity().complexity)
        let leader = raw.regions.indices.max { raw.regions[$0] < raw.regions[$1] }
        #expect(leader.map { world.countries[$0] } == "sgs")
        let guarded = try GuardedAdvantages(world.amounts, rule: AdvantageGuard(leastTotal: 500_000))
        let georgia = try #require(world.countries.firstIndex(of: "sgs"))
        #expect(!guarded.regions.contains(georgia))
        let table = try #require(guarded.table)
        let complexity = try #require(table.complexity().complexity)
        let first = complexity.regions.indices.max { complexity.regions[$0] < complexity.regions[$1] }
        #expect(first.map { world.countries[guarded.regions[$0]] } == "jpn")
    }
}

struct EconomicComplexityTests {
    @Test(arguments: [(7, 12), (12, 7), (9, 9), (4, 9)])
    func `scores equal the second vector of all, by rotations`(regions: Int, products: Int) throws {
        let table = try randomAdvantages(regions: regions, products: products, seed: 5)
        let m = dense(table)
        let (kr, kp) = (table.diversity.map(Double.init), table.ubiquity.map(Double.init))
        let symmetric = (0..<regions).map { a in
            (0..<regions).map { b in
                let shared = (0..<products).map { m[a][$0] * m[b][$0] / kp[$0] }.reduce(0, +)
                return shared / (kr[a] * kr[b]).squareRoot()
            }
        }
        let (values, vectors) = jacobi(symmetric)
        let found = try #require(table.complexity().complexity)
        #expect(values[0].isClose(to: 1, within: 1e-13))
        #expect(found.secondEigenvalue.isClose(to: values[1], within: 1e-13))
        // The third only tells the second apart.
        #expect(found.thirdEigenvalue.isClose(to: values[2], within: 1e-7))
        let plain = standardised(zip(vectors[1], kr).map { $0 / $1.squareRoot() })
        let agrees = zip(plain, found.regions).map { $0 * $1 }.reduce(0, +) > 0
        expectClose(found.regions, plain.map { agrees ? $0 : -$0 }, within: 1e-11)
        // Diverse regions score high.
        #expect(zip(found.regions, kr).map { $0 * $1 }.reduce(0, +) > 0)
    }

    @Test func `a region's score is the mean of its products', on the products' common scale`() throws {
        let table = try randomAdvantages(regions: 20, products: 31, seed: 8)
        let found = try #require(table.complexity().complexity)
        let means = (0..<20).map { region in
            let made = (0..<31).filter { table[region, $0] }
            return made.map { found.products[$0] }.reduce(0, +) / Double(made.count)
        }
        expectClose(means, found.regions, within: 1e-12)
        expectClose(standardised(found.products), found.standardisedProducts, within: 1e-12)
    }

    @Test func `in another order, regions and products keep their scores`() throws {
        let table = try randomAdvantages(regions: 15, products: 24, seed: 9)
        var random = RandomStream(seed: 10)
        let (rows, columns) = (Array(0..<15).shuffled(using: &random), Array(0..<24).shuffled(using: &random))
        let mixed = try AdvantageTable(
            rows.map { row in (0..<24).filter { table[row, columns[$0]] } }, products: 24)
        let (plain, other) = (
            try #require(table.complexity().complexity), try #require(mixed.complexity().complexity)
        )
        expectClose(other.regions, rows.map { plain.regions[$0] }, within: 1e-11)
        expectClose(other.products, columns.map { plain.products[$0] }, within: 1e-11)
    }

    @Test func `twins get the same score`() throws {
        let table = try randomAdvantages(regions: 10, products: 16, seed: 11)
        let lists = (0..<10).map { region in (0..<16).filter { table[region, $0] } }
        let doubled = try AdvantageTable(
            lists.map { $0.contains(3) ? $0 + [16] : $0 } + [lists[4].contains(3) ? lists[4] + [16] : lists[4]],
            products: 17)
        let found = try #require(doubled.complexity().complexity)
        #expect(found.products[3].isClose(to: found.products[16], within: 1e-11))
        #expect(found.regions[4].isClose(to: found.regions[10], within: 1e-11))
    }

    @Test func `two worlds that share nothing are said to be two`() throws {
        let table = try AdvantageTable([[0, 1], [0, 1, 2], [3, 4], [3], [0, 2]], products: 5)
        #expect(table.complexity() == .disconnected(parts: 2))
    }

    @Test func `where all make the same nothing tells them apart`() throws {
        let table = try AdvantageTable([[0, 1, 2], [0, 1, 2], [0, 1, 2]], products: 3)
        #expect(table.complexity() == .alike)
    }

    @Test func `a ring of regions has two answers, and so none`() throws {
        let ring = (0..<6).map { [$0, ($0 + 1) % 6].sorted() }
        let outcome = try AdvantageTable(ring, products: 6).complexity()
        guard case .severalAnswers(let eigenvalue) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        // cos² of a twelfth of a turn.
        #expect(eigenvalue.isClose(to: 0.75, within: 1e-12))
    }

    @Test func `where all are equally diverse the order has no direction`() throws {
        // A path folded so that every region makes two products.
        let table = try AdvantageTable([[0, 1], [0, 1], [1, 2], [2, 3], [2, 3]], products: 4)
        #expect(table.complexity() == .noDirection)
    }

    @Test func `two regions are too few to be ordered`() throws {
        let table = try AdvantageTable([[0, 1], [1, 2]], products: 3)
        #expect(table.complexity() == .tooSmall(regions: 2, products: 3))
        #expect(table.complexity().complexity == nil)
    }

    @Test func `large tables with hardly a second vector are still solved`() throws {
        // Random tables have a whole band of values just below the second.
        let table = try randomAdvantages(regions: 150, products: 200, seed: 12)
        let found = try #require(table.complexity().complexity)
        #expect(found.residual < 1e-12)
        #expect(found.secondEigenvalue > found.thirdEigenvalue)
    }
}
