import Benchmarking
import Foundation
import Testing

/// Each formula as the textbook prints it, one pair at a time, from the shares.
private func naiveDistance(
    _ a: [Double], _ b: [Double], spreads: [Double], by method: StructuralDistance
) -> Double {
    var sum = 0.0
    var (product, lengthA, lengthB) = (0.0, 0.0, 0.0)
    for i in 0..<a.count {
        switch method {
        case .euclidean: sum += pow(a[i] - b[i], 2)
        case .brayCurtis: sum += abs(a[i] - b[i]) / 2
        case .hellinger: sum += pow(sqrt(a[i]) - sqrt(b[i]), 2) / 2
        case .standardised: sum += spreads[i] == 0 ? 0 : pow((a[i] - b[i]) / spreads[i], 2)
        case .cosine:
            (product, lengthA, lengthB) =
                (product + a[i] * b[i], lengthA + a[i] * a[i], lengthB + b[i] * b[i])
        }
    }
    return switch method {
    case .euclidean, .hellinger, .standardised: sqrt(sum)
    case .brayCurtis: sum
    case .cosine: 1 - product / sqrt(lengthA * lengthB)
    }
}

/// The population standard deviation of a column by the mean of squares, not by deviations.
private func naiveSpreads(_ shares: [[Double]]) -> [Double] {
    let n = Double(shares.count)
    return shares[0].indices.map { i in
        let column = shares.map { $0[i] }
        let mean = column.reduce(0, +) / n
        return sqrt(max(0, column.map { $0 * $0 }.reduce(0, +) / n - mean * mean))
    }
}

/// 31 regions: not a multiple of four, so the last lanes are partly empty.
private let figures = randomFigures(rows: 31, columns: 17, seed: 20_090)

@Suite("Structural distance: published examples and naive oracle")
struct StructuralDistanceValueTests {
    @Test func `Göttingen is as far from Germany as published: Krugman 0.4508469`() throws {
        let table = try structureTable([Göttingen.city2017, Göttingen.germany2017])
        let distance = table.distances(from: 0, by: .brayCurtis)[1]
        #expect((2 * distance).isClose(to: 0.4508469, within: 5e-8))
    }

    @Test func `regions without a common industry are at the greatest distance`() throws {
        // Farhauer & Kröll (2013): 20/10/70/0/0 against 0/0/0/60/40, Krugman index 2.
        let table = try structureTable([[20, 10, 70, 0, 0], [0, 0, 0, 60, 40]])
        for method in [StructuralDistance.brayCurtis, .hellinger, .cosine] {
            #expect(table.distances(from: 0, by: method)[1].isClose(to: 1, within: 1e-15))
        }
    }

    @Test func `the chord distances of Numerical Ecology's paradox are 0.32 and √2`() throws {
        // Legendre & Legendre (2012), ch. 7: rows 0/4/8, 0/1/1, 1/0/0; chord = √(2 (1 − cos)).
        let table = try structureTable([[0, 4, 8], [0, 1, 1], [1, 0, 0]])
        let chords = table.distances(from: 0, by: .cosine).map { sqrt(2 * $0) }
        #expect(chords[1].isClose(to: 0.32, within: 5e-3))
        #expect(chords[2].isClose(to: sqrt(2), within: 1e-12))
    }

    @Test func `the standardised distance divides by the population spread`() throws {
        // Shares 0.2 and 0.8 spread by 0.3 in both industries: the rows are two spreads apart.
        let table = try structureTable([[1, 4], [4, 1]])
        let distance = table.distances(from: 0, by: .standardised)[1]
        #expect(distance.isClose(to: sqrt(8), within: 1e-14))
    }

    @Test(arguments: StructuralDistance.allCases)
    func `every distance equals a plain double loop`(method: StructuralDistance) throws {
        let table = try structureTable(figures)
        let shares = figures.map { row in row.map { $0 / row.reduce(0, +) } }
        let spreads = naiveSpreads(shares)
        let all = table.allDistances(by: method)
        for a in shares.indices {
            let row = table.distances(from: a, by: method)
            #expect(row == all.row(a))
            for b in shares.indices {
                let naive = naiveDistance(shares[a], shares[b], spreads: spreads, by: method)
                // 1 − cos loses half its digits at 0, where the plain formula is not exact.
                #expect(row[b].isClose(to: naive, within: 1e-12), "\(a) \(b)")
            }
        }
    }

    @Test func `four rows at a time give the plain sum to the last bit`() throws {
        let table = try structureTable(figures)
        let home = table.shares.row(5)
        for row in 0..<table.shares.rows {
            let squares = zip(home, table.shares.row(row)).map { ($0 - $1) * ($0 - $1) }
            let plain = squares.reduce(0, +).squareRoot()
            #expect(table.distances(from: 5, by: .euclidean)[row] == plain)
        }
    }
}

@Suite("Structural distance: rules")
struct StructuralDistanceRuleTests {
    let table: StructureTable

    init() throws { table = try structureTable(figures) }

    @Test(arguments: StructuralDistance.allCases)
    func `a distance is symmetric, never negative, and zero at home`(
        method: StructuralDistance
    ) {
        let all = table.allDistances(by: method)
        for a in 0..<all.rows {
            #expect(all[a, a] == 0)
            for b in 0..<a {
                #expect(all[a, b] == all[b, a])
                #expect(all[a, b] > 0)
            }
        }
    }

    @Test(arguments: [StructuralDistance.euclidean, .brayCurtis, .hellinger, .standardised])
    func `no detour is shorter than the direct way`(method: StructuralDistance) {
        let all = table.allDistances(by: method)
        for a in 0..<all.rows {
            for b in 0..<all.rows {
                for c in 0..<all.rows where all[a, c] > all[a, b] + all[b, c] + 1e-12 {
                    Issue.record("\(a) to \(c) is shorter by way of \(b)")
                }
            }
        }
    }

    @Test func `the cosine distance is no metric: a detour can be shorter`() throws {
        let all = try structureTable([[1, 0], [1, 1], [0, 1]]).allDistances(by: .cosine)
        #expect(all[0, 2] > all[0, 1] + all[1, 2])
    }

    @Test(arguments: StructuralDistance.allCases)
    func `the size of a region does not matter, only its shares`(
        method: StructuralDistance
    ) throws {
        let larger = figures.enumerated().map { place, row in
            place % 2 == 0 ? row : row.map { $0 * 1234.5 }
        }
        let scaled = try structureTable(larger).allDistances(by: method).values
        for (a, b) in zip(table.allDistances(by: method).values, scaled) {
            #expect(a.isClose(to: b, within: 1e-11))
        }
    }

    @Test func `Krugman's index is twice the Bray–Curtis distance`() {
        let distances = table.distances(from: 3, by: .brayCurtis)
        for (row, distance) in distances.enumerated() {
            #expect(
                krugmanSpecialisation(figures[3], figures[row])
                    .isClose(to: 2 * distance, within: 1e-14))
        }
    }

    @Test(arguments: StructuralDistance.allCases)
    func `the parts of a distance add up to one, and to nothing where there is no distance`(
        method: StructuralDistance
    ) {
        let parts = table.parts(from: 4, by: method)
        for row in 0..<parts.rows {
            #expect(parts.row(row) == table.parts(from: 4, to: row, by: method))
            let sum = parts.row(row).reduce(0, +)
            #expect(sum.isClose(to: row == 4 ? 0 : 1, within: 1e-14))
            #expect(parts.row(row).allSatisfy { $0 >= 0 })
        }
    }

    @Test func `the parts name the industry that makes the difference`() throws {
        // Shares 0.5/0.3/0.2 and 0.1/0.3/0.6: two industries differ by 0.4 each, one not at all.
        let table = try structureTable([[5, 3, 2], [1, 3, 6]])
        for (part, expected) in zip(
            table.parts(from: 0, to: 1, by: .brayCurtis), [0.5, 0, 0.5])
        {
            #expect(part.isClose(to: expected, within: 1e-15))
        }
    }

    @Test func `an industry with the same share everywhere adds nothing`() throws {
        // A third of each region, computed from sums that round differently.
        let table = try structureTable([[0.1, 0.2, 0], [1, 1, 1], [10, 3, 17], [0.7, 0.8, 0.6]])
        let all = table.allDistances(by: .standardised)
        let others = try structureTable([[2, 0], [1, 1], [3, 17], [8, 6]])
            .allDistances(by: .standardised)
        for (a, b) in zip(all.values, others.values) { #expect(a.isClose(to: b, within: 1e-12)) }
        #expect(table.parts(from: 0, to: 2, by: .standardised)[0] == 0)
    }

    @Test(arguments: StructuralDistance.allCases)
    func `a distance survives being written down by name`(method: StructuralDistance) throws {
        let json = try JSONEncoder().encode([method])
        #expect(String(decoding: json, as: UTF8.self) == "[\"\(method.rawValue)\"]")
        #expect(try JSONDecoder().decode([StructuralDistance].self, from: json) == [method])
    }
}

@Suite("Structural distance: ranks and refusals")
struct StructuralRankTests {
    /// Shares of the first industry 0.5, 0.6, 0.4, 0.9, 0.5: the rows 1 and 2 are equally near to
    /// row 0, row 4 is its twin at ten times the size.
    let line: StructureTable

    init() throws { line = try structureTable([[5, 5], [6, 4], [4, 6], [9, 1], [50, 50]]) }

    @Test func `equally near regions share the better rank and keep the table's order`() {
        for method in [StructuralDistance.euclidean, .brayCurtis] {
            let distances = line.distances(from: 0, by: method)
            #expect(distances[1].isClose(to: distances[2], within: 1e-15))
            #expect(line.nearest(1, from: 0, by: method) == [4])
            #expect(line.ranks(of: [4, 3, 0], from: 0, by: method) == [1, 4, 1])
        }
        // Hellinger is exactly symmetric in the two industries.
        #expect(line.nearest(3, from: 0, by: .hellinger) == [4, 1, 2])
        #expect(line.ranks(of: [1, 2], from: 0, by: .hellinger) == [2, 2])
    }

    @Test func `more neighbours than there are is all of them, and none is none`() {
        #expect(line.nearest(99, from: 3, by: .cosine).count == 4)
        #expect(!line.nearest(99, from: 3, by: .cosine).contains(3))
        #expect(line.nearest(0, from: 3, by: .cosine).isEmpty)
    }

    @Test(arguments: StructuralDistance.allCases)
    func `the rank of the k-th nearest is k`(method: StructuralDistance) throws {
        let table = try structureTable(figures)
        let nearest = table.nearest(30, from: 7, by: method)
        #expect(table.ranks(of: nearest, from: 7, by: method) == Array(1...30))
    }

    @Test func `a region without activity has no structure and is refused`() {
        #expect(throws: TableError.emptyRow(row: 1)) { try structureTable([[1, 2], [0, 0]]) }
    }

    @Test func `a negative figure is refused with its place`() {
        #expect(throws: TableError.negative(row: 1, column: 1)) {
            try structureTable([[1, 2], [3, -1]])
        }
    }

    @Test func `a region whose sum is beyond all numbers is refused`() {
        #expect(throws: TableError.notFinite(row: 0, column: 1)) {
            try structureTable([[1e308, 1e308], [1, 1]])
        }
    }
}
