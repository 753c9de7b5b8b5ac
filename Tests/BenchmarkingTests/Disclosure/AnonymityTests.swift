import Benchmarking
import Testing

struct AnonymityTests {
    private let owners = [
        ["Ubud", "weaving", "f"], ["Ubud", "weaving", "f"], ["Ubud", "weaving", "f"],
        ["Ubud", "silver", "m"], ["Ubud", "silver", "m"], ["Kuta", "food", "f"],
    ]

    @Test func `classes smaller than k are named with their rows`() throws {
        let failing = try classesWithoutAnonymity(owners, k: 3)
        #expect(failing.map(\.labels) == [["Kuta", "food", "f"], ["Ubud", "silver", "m"]])
        #expect(failing.map(\.rows) == [[5], [3, 4]])
        #expect(try classesWithoutAnonymity(owners, k: 1).isEmpty)
        #expect(try classesWithoutAnonymity(owners).count == 3)
    }

    @Test func `a class of many with one income tells it of each`() throws {
        let incomes = ["low", "low", "low", "low", "high", "low"]
        let failing = try classesWithoutDiversity(owners, sensitive: incomes, l: 2)
        #expect(failing.map(\.labels) == [["Kuta", "food", "f"], ["Ubud", "weaving", "f"]])
        #expect(failing.map(\.diversity) == [1, 1])
    }

    @Test func `the classes are those that comparing every row with every other finds`() throws {
        var random = RandomStream(seed: 3)
        let rows = (0..<300).map { _ in (0..<3).map { _ in String(random.index(below: 4)) } }
        let failing = try classesWithoutAnonymity(rows, k: 5)
        let naive = rows.indices.filter { row in rows.count { $0 == rows[row] } < 5 }
        #expect(failing.flatMap(\.rows).sorted() == naive)
        #expect(failing.allSatisfy { group in group.rows.allSatisfy { rows[$0] == group.labels } })
    }

    @Test func `less detail never makes more rows stand out`() throws {
        var random = RandomStream(seed: 4)
        let rows = (0..<300).map { _ in (0..<4).map { _ in String(random.index(below: 3)) } }
        let fine = try classesWithoutAnonymity(rows, k: 6).flatMap(\.rows)
        let coarse = try classesWithoutAnonymity(rows.map { Array($0.dropLast()) }, k: 6).flatMap(\.rows)
        #expect(Set(coarse).isSubset(of: fine))
        #expect(!fine.isEmpty)
    }

    @Test func `no rows fail nothing, ragged rows are refused`() throws {
        #expect(try classesWithoutAnonymity([]).isEmpty)
        #expect(throws: DisclosureError.ragged(row: 1)) { try classesWithoutAnonymity([["a", "b"], ["a"]]) }
        #expect(throws: DisclosureError.ragged(row: 1)) {
            try classesWithoutDiversity([["a"], ["b"]], sensitive: ["x"], l: 2)
        }
        #expect(throws: DisclosureError.badRule) { try classesWithoutAnonymity([["a"]], k: 0) }
        #expect(throws: DisclosureError.badRule) { try classesWithoutDiversity([], sensitive: [], l: 0) }
    }
}
