import Benchmarking
import Testing

struct ProductSpaceTests {
    private let table: AdvantageTable
    private let m: [[Double]]
    private let space: ProductSpace

    init() throws {
        // More products than one piece of work and than a multiple of the lanes.
        table = try randomAdvantages(regions: 23, products: 77, seed: 30)
        m = dense(table)
        space = try ProductSpace(table)
    }

    @Test func `proximity is the lesser of the two conditional shares`() {
        for p in 0..<77 {
            for q in 0..<77 {
                let both = m.filter { $0[p] * $0[q] == 1 }.count
                let least = min(
                    Double(both) / Double(table.ubiquity[p]), Double(both) / Double(table.ubiquity[q]))
                #expect(space.proximity[p, q] == least)
                #expect(space.proximity[p, q] == space.proximity[q, p])
            }
            #expect(space.proximity[p, p] == 1)
        }
    }

    @Test func `density is the share of what is near that is made`() throws {
        let density = try space.density()
        for r in 0..<23 {
            for p in 0..<77 {
                let near = (0..<77).map { m[r][$0] * space.proximity[$0, p] }.reduce(0, +)
                let all = (0..<77).map { space.proximity[$0, p] }.reduce(0, +)
                #expect(density[r, p].isClose(to: near / all, within: 1e-14))
                #expect(density[r, p] <= 1 + 1e-15)
            }
        }
    }

    @Test func `value and gain equal their definitions`() throws {
        let complexity = try #require(table.complexity().complexity)
        let density = try space.density()
        let found = try space.opportunities(complexity, density: density)
        let pci = complexity.uncentredProducts
        let totals = (0..<77).map { q in (0..<77).map { space.proximity[q, $0] }.reduce(0, +) }
        for r in 0..<23 {
            let value = (0..<77).map { density[r, $0] * (1 - m[r][$0]) * pci[$0] }.reduce(0, +)
            #expect(found.value[r].isClose(to: value, within: 1e-13))
            for p in 0..<77 {
                let nearer = (0..<77).map { (1 - m[r][$0]) * pci[$0] * space.proximity[$0, p] / totals[$0] }
                let gain = (1 - m[r][p]) * nearer.reduce(0, +)
                #expect(found.gain[r, p].isClose(to: gain, within: 1e-12))
            }
        }
        expectClose(found.standardisedValue, standardised(found.value), within: 1e-12)
    }

    @Test func `the number of threads does not change a bit`() throws {
        let complexity = try #require(table.complexity().complexity)
        let results = try [1, 3].map { threads in
            let computation = Computation(threads: threads)
            let space = try ProductSpace(table, computation)
            let density = try space.density(computation)
            return (space, density, try space.opportunities(complexity, density: density, computation))
        }
        #expect(results[0].0 == results[1].0)
        #expect(results[0].1 == results[1].1)
        #expect(results[0].2 == results[1].2)
    }

    @Test func `a region that makes everything has density one and nothing to gain`() throws {
        let lists = [Array(0..<6), [0, 1], [1, 2, 3], [4], [0, 4, 5]]
        let table = try AdvantageTable(lists, products: 6)
        let space = try ProductSpace(table)
        let density = try space.density()
        expectClose(density.row(0), [1, 1, 1, 1, 1, 1], within: 1e-15)
        let complexity = try #require(table.complexity().complexity)
        let found = try space.opportunities(complexity, density: density)
        #expect(found.value[0] == 0)
        #expect(found.gain.row(0) == [0, 0, 0, 0, 0, 0])
    }

    @Test func `work that is stopped gives nothing`() {
        #expect(throws: Stopped.self) { try ProductSpace(table, Computation(isStopped: { true })) }
        #expect(throws: Stopped.self) { try space.density(Computation(isStopped: { true })) }
    }
}
