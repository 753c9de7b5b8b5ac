import Testing

@testable import Benchmarking

struct LeadingPairTests {
    private func symmetric(_ size: Int, seed: UInt64) -> [[Double]] {
        let half = randomFigures(rows: size, columns: size, seed: seed).map { $0.map { $0 / 1000 } }
        return (0..<size).map { a in (0..<size).map { b in half[a][b] + half[b][a] } }
    }

    private func pair(
        _ table: [[Double]], orthogonalTo known: [[Double]] = [], _ search: PairSearch = PairSearch()
    ) -> LeadingPair? {
        LeadingPair(orthogonalTo: known, size: table.count, search) { vector in
            table.map { zip($0, vector).reduce(0) { $0 + $1.0 * $1.1 } }
        }
    }

    @Test func `the pair is the first of all pairs, by rotations`() throws {
        let table = symmetric(24, seed: 60)
        let (values, vectors) = jacobi(table)
        let first = try #require(pair(table))
        #expect(first.value.isClose(to: values[0], within: 1e-12 * values[0]))
        let second = try #require(pair(table, orthogonalTo: [vectors[0]]))
        let along = zip(second.vector, vectors[1]).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(second.value.isClose(to: values[1], within: 1e-11))
        #expect(abs(along).isClose(to: 1, within: 1e-11))
    }

    @Test func `with hardly any memory it starts again and finds the same`() throws {
        let table = symmetric(40, seed: 61)
        let (values, vectors) = jacobi(table)
        let search = PairSearch(tolerance: 1e-11, memory: 5, restarts: 4000)
        let found = try #require(pair(table, orthogonalTo: [vectors[0]], search))
        #expect(found.residual <= 2e-11)
        #expect(found.steps > 40)
        #expect(found.value.isClose(to: values[1], within: 1e-11))
    }

    @Test func `a value that several vectors share is found again beside the first`() throws {
        var table = (0..<9).map { row in (0..<9).map { $0 == row ? 1.0 : 0 } }
        table[4][4] = 5
        table[7][7] = 5
        let first = try #require(pair(table))
        let second = try #require(pair(table, orthogonalTo: [first.vector]))
        #expect(first.value.isClose(to: 5, within: 1e-13))
        #expect(second.value.isClose(to: 5, within: 1e-13))
        let third = try #require(pair(table, orthogonalTo: [first.vector, second.vector]))
        #expect(third.value.isClose(to: 1, within: 1e-13))
    }

    @Test func `where every vector is an answer the first will do, and beyond all there is none`() throws {
        let found = try #require(pair([[2, 0], [0, 2]]))
        #expect(found.value.isClose(to: 2, within: 1e-15))
        #expect(pair([[2, 0], [0, 2]], orthogonalTo: [[1, 0], [0, 1]]) == nil)
        #expect(try #require(pair([[0, 0], [0, 0]])).value == 0)
    }

    @Test(arguments: [1, 2, 5, 30])
    func `the vector of three diagonals is that of the whole table`(size: Int) throws {
        var random = RandomStream(seed: 62, piece: size)
        let small = Tridiagonal(
            diagonal: (0..<size).map { _ in random.uniform() },
            beside: (1..<max(size, 1)).map { _ in 0.01 + random.uniform() })
        var table = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
        for place in 0..<size { table[place][place] = small.diagonal[place] }
        for (place, figure) in small.beside.enumerated() {
            table[place][place + 1] = figure
            table[place + 1][place] = figure
        }
        let vectors = jacobi(table).vectors
        let along = zip(small.leadingVector(), vectors[0]).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(along).isClose(to: 1, within: 1e-12))
    }
}
