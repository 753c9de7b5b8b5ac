import Benchmarking
import Foundation
import Testing

@Suite("Composite index: normalisation")
struct NormalisationTests {
    private let all: [Normalisation] = [
        .minMax(from: 1, to: 100), .zScore(mean: 100, deviation: 10), .rank, .percentile(from: 0, to: 100),
        .goalposts(from: 0, to: 100), .target(from: 0, to: 100),
    ]

    private func indicator(_ direction: Indicator.Direction = .higherIsBetter) -> Indicator {
        var indicator = Indicator("a", in: "Index")
        indicator.direction = direction
        indicator.goalposts = .init(low: 0, high: 10)
        indicator.target = direction == .higherIsBetter ? 6 : 3
        return indicator
    }

    private func scores(
        _ normalisation: Normalisation, _ figures: [Double?], _ indicator: Indicator
    ) throws -> [Double?] {
        try normalisation.apply(to: indicatorTable(["a"], figures.map { [$0] }), indicators: [indicator]).column(0)
    }

    @Test func `each scale by hand, with a tie and a gap`() throws {
        let x: [Double?] = [2, 4, nil, 4, 7]
        #expect(try scores(.minMax(from: 0, to: 100), x, indicator()) == [0, 40, nil, 40, 100])
        #expect(try scores(.rank, x, indicator()) == [1, 2.5, nil, 2.5, 4])
        #expect(try scores(.percentile(from: 0, to: 100), x, indicator()) == [0, 50, nil, 50, 100])
        #expect(try scores(.goalposts(from: 0, to: 100), x, indicator()) == [20, 40, nil, 40, 70])
        #expect(try scores(.target(from: 0, to: 100), x, indicator()) == [0, 50, nil, 50, 100])
        let z = try scores(.zScore(mean: 100, deviation: 10), [1, 3], indicator())
        #expect(z == [90, 110])
    }

    @Test func `where less is better each scale is turned round`() throws {
        let x: [Double?] = [2, 4, nil, 4, 7]
        let low = indicator(.lowerIsBetter)
        #expect(try scores(.minMax(from: 0, to: 100), x, low) == [100, 60, nil, 60, 0])
        #expect(try scores(.rank, x, low) == [4, 2.5, nil, 2.5, 1])
        #expect(try scores(.goalposts(from: 0, to: 100), x, low) == [80, 60, nil, 60, 30])
        #expect(try scores(.target(from: 0, to: 100), x, low) == [100, 75, nil, 75, 0])
        #expect(try scores(.zScore(mean: 100, deviation: 10), [1, 3], low) == [110, 90])
    }

    @Test func `figures beyond the goalposts are cut to the ends`() throws {
        #expect(try scores(.goalposts(from: 1, to: 5), [-3, 5, 12], indicator()) == [1, 3, 5])
    }

    @Test func `every scale keeps the order, and turns it where less is better`() throws {
        let x = randomFigures(rows: 1, columns: 30, seed: 12)[0].map { $0 / 200 }
        for normalisation in all {
            for direction in [Indicator.Direction.higherIsBetter, .lowerIsBetter] {
                let y = try scores(normalisation, x, indicator(direction)).compactMap(\.self)
                for i in x.indices {
                    for j in x.indices where x[i] < x[j] {
                        #expect(direction == .higherIsBetter ? y[i] <= y[j] : y[i] >= y[j])
                    }
                }
            }
        }
    }

    @Test func `a z-score has the mean and the population deviation it was asked for`() throws {
        let x = randomFigures(rows: 1, columns: 25, seed: 13)[0]
        let y = try scores(.zScore(mean: 100, deviation: 10), x, indicator(.lowerIsBetter)).compactMap(\.self)
        let mean = y.reduce(0, +) / 25
        let variance = y.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 25
        #expect(mean.isClose(to: 100, within: 1e-12))
        #expect(variance.isClose(to: 100, within: 1e-11))
    }

    @Test func `goalposts give a unit the same score whoever else is in the table`() throws {
        let few = try scores(.goalposts(from: 0, to: 100), [2, 5], indicator())
        let many = try scores(.goalposts(from: 0, to: 100), [2, 5, 9, 1], indicator())
        #expect(Array(many.prefix(2)) == few)
        #expect(try scores(.goalposts(from: 0, to: 100), [5, 5], indicator()) == [50, 50])
    }

    @Test func `a constant column compares nothing and is refused by name`() {
        for normalisation in all.prefix(4) {
            #expect(throws: IndexRefusal.constant(indicator: "a")) {
                try scores(normalisation, [5, 5, nil], indicator())
            }
        }
        #expect(throws: IndexRefusal.constant(indicator: "a")) {
            // A third, summed in two ways: constant but for the last bit.
            try scores(.zScore(mean: 0, deviation: 1), [0.1 + 0.2, 0.3], indicator())
        }
    }

    @Test func `an indicator without figures, goalposts or target is refused by name`() {
        let bare = Indicator("a", in: "Index")
        #expect(throws: IndexRefusal.allUnknown(indicator: "a")) { try scores(.rank, [nil, nil], bare) }
        #expect(throws: IndexRefusal.noGoalposts(indicator: "a")) {
            try scores(.goalposts(from: 0, to: 1), [1, 2], bare)
        }
        #expect(throws: IndexRefusal.noTarget(indicator: "a")) { try scores(.target(from: 0, to: 1), [1, 2], bare) }
        #expect(throws: IndexRefusal.targetBehindAll(indicator: "a")) {
            try scores(.target(from: 0, to: 1), [6, 9], indicator())
        }
        #expect(throws: IndexRefusal.notFinite(unit: "spread", indicator: "a")) {
            try scores(.minMax(from: 0, to: 1), [-1.5e308, 1.5e308], indicator())
        }
    }

    @Test func `a scale upside down is refused`() {
        for normalisation: Normalisation in [
            .minMax(from: 1, to: 1), .percentile(from: 2, to: 1), .goalposts(from: 0, to: .nan),
        ] {
            #expect(throws: IndexRefusal.badParameter("from…to")) { try scores(normalisation, [1, 2], indicator()) }
        }
        #expect(throws: IndexRefusal.badParameter("deviation")) {
            try scores(.zScore(mean: 0, deviation: 0), [1, 2], indicator())
        }
    }
}
