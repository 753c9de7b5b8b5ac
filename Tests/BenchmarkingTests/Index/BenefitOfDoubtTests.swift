import Foundation
import Testing

@testable import Benchmarking

@Suite("Composite index: benefit of the doubt")
struct BenefitOfDoubtTests {
    private func random(_ units: Int, _ indicators: Int, seed: UInt64) throws -> IndicatorTable {
        try randomIndicators(units: units, codes: (0..<indicators).map { "i\($0)" }, seed: seed)
    }

    @Test(.enabled(if: SharedFolder.exists))
    func `roads and trains of 34 European regions are scored as by the linear program of the R packages`() throws {
        let file = "methods/eu_nuts1_roads_trains.csv"
        let rows = try SharedFolder.table(of: file, ["roads", "trains"])
        let table = try IndicatorTable(
            units: SharedFolder.rows(of: file).compactMap { $0["NUTS_CODE"] }, codes: ["roads", "trains"], rows: rows)
        let result = try benefitOfDoubt(table)
        let expected = "methods/expected/eu_nuts1_bod.csv"
        let index = try SharedFolder.numbers(of: expected, "bod").compactMap(\.self)
        let weights = try SharedFolder.table(of: expected, ["w_roads", "w_trains"])
        #expect(result.scores.count == 34)
        // The program behind the published figures is right to about 5e-13: where one indicator makes the index,
        // the exact figure is roads over the most roads, and that is what is found here.
        let mostRoads = rows.map { $0[0] }.max() ?? 0
        for unit in index.indices {
            guard case .scored(let found, let own, let shares) = result.scores[unit] else {
                Issue.record("unit \(unit) has no score")
                continue
            }
            #expect(found.isClose(to: index[unit], within: 1e-12))
            #expect(shares.reduce(0, +).isClose(to: 1, within: 1e-12))
            if weights[unit][1] == 0 { #expect(found.isClose(to: rows[unit][0] / mostRoads, within: 1e-15)) }
            // Other weights may reach the same index; those of the regions inside the frontier are unique.
            guard index[unit] < 1 else { continue }
            for k in 0..<2 { #expect(own[k].isClose(to: weights[unit][k], within: 1e-16)) }
        }
    }

    /// Every corner of `w ≥ 0, Σ w I ≤ 1, bounds` for two indicators.
    private func naive(_ rows: [[Double]], of unit: Int, least: Double, most: Double) -> Double {
        let own = rows[unit]
        var lines = rows.map { ($0[0], $0[1], 1.0) } + [(-1, 0, 0), (0, -1, 0)]
        for k in 0..<2 {
            lines.append((least * own[0] - (k == 0 ? own[0] : 0), least * own[1] - (k == 1 ? own[1] : 0), 0))
            lines.append((-most * own[0] + (k == 0 ? own[0] : 0), -most * own[1] + (k == 1 ? own[1] : 0), 0))
        }
        var best = 0.0
        for i in lines.indices {
            for j in 0..<i {
                let (a, b) = (lines[i], lines[j])
                let determinant = a.0 * b.1 - a.1 * b.0
                guard abs(determinant) > 1e-14 else { continue }
                let x = (a.2 * b.1 - a.1 * b.2) / determinant
                let y = (a.0 * b.2 - a.2 * b.0) / determinant
                guard lines.allSatisfy({ $0.0 * x + $0.1 * y <= $0.2 + 1e-10 }) else { continue }
                best = max(best, own[0] * x + own[1] * y)
            }
        }
        return best
    }

    @Test(arguments: [(0.0, 1.0), (0.2, 0.7), (0.4, 0.6), (0.5, 0.5)])
    func `two indicators reach the best corner of what is allowed`(least: Double, most: Double) throws {
        let table = try random(12, 2, seed: 31)
        let rows = table.units.indices.map { unit in (0..<2).compactMap { table[unit, $0] } }
        let result = try benefitOfDoubt(table, bounds: ShareBounds(least: least, most: most, indicators: 2))
        for unit in rows.indices {
            let wanted = naive(rows, of: unit, least: least, most: most)
            #expect(result.scores[unit].index.isClose(to: wanted, within: 1e-9))
        }
    }

    @Test func `shares keep within their bounds, and wider bounds never lower a score`() throws {
        let table = try random(40, 6, seed: 32)
        var before = [Double](repeating: 0, count: 40)
        for (least, most) in [(1.0 / 6, 1.0 / 6), (0.1, 0.3), (0.05, 0.5), (0, 1)] {
            let result = try benefitOfDoubt(table, bounds: ShareBounds(least: least, most: most, indicators: 6))
            for (unit, score) in result.scores.enumerated() {
                guard case .scored(let index, _, let shares) = score else {
                    Issue.record("unit \(unit) has no score")
                    continue
                }
                #expect(shares.allSatisfy { $0 >= least - 1e-9 && $0 <= most + 1e-9 })
                #expect(index >= before[unit] - 1e-9 && index <= 1)
                before[unit] = index
            }
        }
        #expect(before == (try benefitOfDoubt(table)).scores.compactMap(\.index))
    }

    @Test func `somebody scores 1, and the unit of an indicator does not matter`() throws {
        let table = try random(30, 4, seed: 33)
        let scores = try benefitOfDoubt(table).scores.compactMap(\.index)
        #expect(scores.count == 30)
        #expect((scores.max() ?? 0).isClose(to: 1, within: 1e-12))
        let scales = [1e-6, 1, 1e9, 37]
        let other = try indicatorTable(
            table.codes,
            table.units.indices.map { unit in (0..<4).map { table[unit, $0].map { x in x } } }
                .map { row in zip(row, scales).map { x, s in x.map { $0 * s } } })
        for (a, b) in zip(scores, try benefitOfDoubt(other).scores) { #expect(b.index.isClose(to: a, within: 1e-11)) }
    }

    @Test func `bounds that no weights can meet are an outcome of the unit`() throws {
        let table = try indicatorTable(["a", "b"], [[1, 2], [0, 5], [3, 0], [0, 0]])
        let result = try benefitOfDoubt(table, bounds: ShareBounds(least: 0.2, most: 0.9, indicators: 2))
        #expect(result.scores[0].index != nil)
        // Who has nothing of an indicator cannot draw a fifth of the index from it.
        #expect(Array(result.scores[1...]) == [.infeasible, .infeasible, .infeasible])
        let impossible = try benefitOfDoubt(table, bounds: ShareBounds(least: 0.6, most: 0.9, indicators: 2))
        #expect(impossible.scores.allSatisfy { $0 == .infeasible })
        #expect(try benefitOfDoubt(table).scores[3] == .scored(index: 0, weights: [0, 0], shares: [0, 0]))
    }

    @Test func `one thread and two give the same scores; work that is stopped gives none`() throws {
        let table = try random(50, 8, seed: 34)
        let bounds = ShareBounds(least: 0.02, most: 0.4, indicators: 8)
        let one = try benefitOfDoubt(table, bounds: bounds, computation: Computation(threads: 1))
        #expect(one == (try benefitOfDoubt(table, bounds: bounds, computation: Computation(threads: 2))))
        #expect(throws: IndexRefusal.stopped) {
            try benefitOfDoubt(table, computation: Computation(isStopped: { true }))
        }
    }

    @Test func `gaps, negative figures, empty indicators and bounds upside down are refused`() throws {
        #expect(throws: IndexRefusal.notKnown(unit: "u1", indicator: "b")) {
            try benefitOfDoubt(indicatorTable(["a", "b"], [[1, 2], [3, nil]]))
        }
        #expect(throws: IndexRefusal.notPositive(unit: "u0", code: "b")) {
            try benefitOfDoubt(indicatorTable(["a", "b"], [[1, -2], [3, 4]]))
        }
        #expect(throws: IndexRefusal.constant(indicator: "a")) {
            try benefitOfDoubt(indicatorTable(["a", "b"], [[0, 2], [0, 4]]))
        }
        let table = try random(3, 2, seed: 35)
        for (least, most) in [(0.5, 0.4), (-0.1, 1.0), (0.0, 1.5), (.nan, 1.0)] {
            #expect(throws: IndexRefusal.badParameter("bounds")) {
                try benefitOfDoubt(table, bounds: ShareBounds(least: least, most: most, indicators: 2))
            }
        }
        #expect(throws: IndexRefusal.badParameter("bounds")) {
            try benefitOfDoubt(table, bounds: ShareBounds(least: 0, most: 1, indicators: 3))
        }
    }
}

@Suite("Composite index: the small linear program")
struct ShareBoundedProgramTests {
    @Test func `the textbook's first program has its optimum at 2, 0, 1`() {
        // Chvátal (1983), ch. 2: 5x + 4y + 3z, optimum 13.
        let outcome = ShareBoundedProgram.maximise(
            [5, 4, 3], subjectTo: [[2, 3, 1], [4, 1, 2], [3, 4, 2]], atMost: [5, 11, 8])
        guard case .optimal(let x, let value) = outcome else {
            Issue.record("not solved")
            return
        }
        #expect(value.isClose(to: 13, within: 1e-12))
        #expect(zip(x, [2, 0, 1]).allSatisfy { $0.isClose(to: $1, within: 1e-12) })
    }

    @Test func `a negative bound needs the first phase`() {
        // Chvátal (1983), ch. 3: x − y + z, optimum 3/5 at (0, 2.8, 3.4).
        let outcome = ShareBoundedProgram.maximise(
            [1, -1, 1], subjectTo: [[2, -1, 2], [2, -3, 1], [-1, 1, -2]], atMost: [4, -5, -1])
        guard case .optimal(let x, let value) = outcome else {
            Issue.record("not solved")
            return
        }
        #expect(value.isClose(to: 0.6, within: 1e-12))
        #expect(zip(x, [0, 2.8, 3.4]).allSatisfy { $0.isClose(to: $1, within: 1e-12) })
    }

    @Test func `what cannot be met is infeasible, what has no end is not solved`() {
        #expect(
            ShareBoundedProgram.maximise([1, 1], subjectTo: [[1, 1], [-1, -1]], atMost: [1, -2]) == .infeasible)
        #expect(ShareBoundedProgram.maximise([1, 0], subjectTo: [[0, 1]], atMost: [1]) == .notSolved)
    }

    @Test func `the program that makes other rules go in circles ends`() {
        // Beale's example, as in Chvátal (1983), ch. 3.
        let outcome = ShareBoundedProgram.maximise(
            [10, -57, -9, -24],
            subjectTo: [[0.5, -5.5, -2.5, 9], [0.5, -1.5, -0.5, 1], [1, 0, 0, 0]], atMost: [0, 0, 1])
        guard case .optimal(_, let value) = outcome else {
            Issue.record("not solved")
            return
        }
        #expect(value.isClose(to: 1, within: 1e-12))
    }

    @Test func `primal and dual of random programs agree`() {
        var random = RandomStream(seed: 41)
        for _ in 0..<100 {
            let (rows, columns) = (1 + random.index(below: 8), 1 + random.index(below: 6))
            let a = (0..<rows).map { _ in (0..<columns).map { _ in random.uniform() - 0.2 } }
            let b = (0..<rows).map { _ in random.uniform() - 0.3 }
            let c = (0..<columns).map { _ in random.uniform() }
            let primal = ShareBoundedProgram.maximise(c, subjectTo: a, atMost: b)
            // min b·y, Aᵀy ≥ c, y ≥ 0.
            let dual = ShareBoundedProgram.maximise(
                b.map { -$0 }, subjectTo: (0..<columns).map { k in a.map { -$0[k] } }, atMost: c.map { -$0 })
            switch (primal, dual) {
            case (.optimal(let x, let value), .optimal(_, let bound)):
                #expect(value.isClose(to: -bound, within: 1e-8))
                for (row, limit) in zip(a, b) {
                    #expect(zip(row, x).reduce(0) { $0 + $1.0 * $1.1 } <= limit + 1e-9)
                }
            case (.infeasible, .infeasible), (.infeasible, .notSolved), (.notSolved, .infeasible): continue
            default: Issue.record("\(primal) against \(dual)")
            }
        }
    }
}
