import Benchmarking
import Foundation
import Testing

struct InequalityTests {
    private let values = randomFigures(rows: 1, columns: 24, seed: 40)[0]
    private let populations = randomFigures(rows: 1, columns: 24, seed: 41)[0].map { $0 + 1 }
    private let provinces = (0..<24).map { [51, 73, 32][$0 % 3] }

    @Test func `the textbook's 10, 10, 10, 20, 50 have mean log deviation 0.2326302`() {
        // REAT (Wieland 2019) prints it as Theil; in Shorrocks (1980) it is the other measure.
        let ones = [Double](repeating: 1, count: 5)
        let deviation = meanLogDeviation(values: [10, 10, 10, 20, 50], populations: ones)
        #expect(deviation.isClose(to: 0.2326302, within: 5e-8))
        let byHand = 0.3 * log(0.5) + 0.2 * log(1) + 0.5 * log(2.5)
        #expect(
            theil(values: [10, 10, 10, 20, 50], populations: ones).isClose(
                to: byHand, within: 1e-15))
    }

    @Test func `Theil's index equals the mean of relative income times its logarithm`() {
        let (total, people) = (values.reduce(0, +), populations.reduce(0, +))
        var naive = 0.0
        for i in values.indices where values[i] > 0 {
            let relative = (values[i] / populations[i]) / (total / people)
            naive += populations[i] / people * relative * log(relative)
        }
        #expect(theil(values: values, populations: populations).isClose(to: naive, within: 1e-13))
    }

    @Test func `Hoover's index is the share above the average`() {
        let (total, people) = (values.reduce(0, +), populations.reduce(0, +))
        let above = values.indices.map { max(0, values[$0] / total - populations[$0] / people) }
        let index = hoover(values: values, populations: populations)
        #expect(index.isClose(to: above.reduce(0, +), within: 1e-14))
    }

    @Test func `between and within add up to the whole, exactly`() throws {
        let parts = try #require(
            TheilDecomposition(values: values, populations: populations, groups: provinces))
        let whole = theil(values: values, populations: populations)
        #expect(whole.isClose(to: parts.total, within: 1e-14))
        #expect(parts.groups.map(\.label) == [32, 51, 73])
        #expect(parts.groups.reduce(0) { $0 + $1.valueShare }.isClose(to: 1, within: 1e-14))
        for group in parts.groups {
            let members = provinces.indices.filter { provinces[$0] == group.label }
            let alone = theil(
                values: members.map { values[$0] }, populations: members.map { populations[$0] })
            #expect(alone.isClose(to: group.theil ?? .nan, within: 1e-14))
        }
    }

    @Test func `one group is all within, groups of one are all between`() throws {
        let together = try #require(
            TheilDecomposition(
                values: values, populations: populations, groups: values.map { _ in 1 }))
        #expect(together.between.isClose(to: 0, within: 1e-15))
        let apart = try #require(
            TheilDecomposition(
                values: values, populations: populations, groups: Array(values.indices)))
        #expect(apart.within == 0)
    }

    @Test func `the same per head everywhere is no inequality`() {
        let perHead = populations.map { $0 * 3.7 }
        #expect(theil(values: perHead, populations: populations).isClose(to: 0, within: 1e-15))
        #expect(
            meanLogDeviation(values: perHead, populations: populations)
                .isClose(to: 0, within: 1e-15))
        #expect(hoover(values: perHead, populations: populations).isClose(to: 0, within: 1e-15))
    }

    @Test func `a group with nothing weighs nothing and has no inequality of its own`() throws {
        let parts = try #require(
            TheilDecomposition(
                values: [0, 0, 3, 5], populations: [1, 1, 1, 1], groups: [1, 1, 2, 2]))
        #expect(parts.groups[0].theil == nil)
        #expect(parts.groups[0].contribution == 0)
        let whole = theil(values: [0, 0, 3, 5], populations: [1, 1, 1, 1])
        #expect(whole.isClose(to: parts.total, within: 1e-15))
    }

    @Test func `who has nothing adds nothing to Theil, and makes the log deviation unknown`() {
        #expect(theil(values: [0, 1], populations: [1, 1]).isClose(to: log(2), within: 1e-15))
        #expect(meanLogDeviation(values: [0, 1], populations: [1, 1]) == nil)
    }

    @Test func `value without people, different lengths and empty sums give nil`() {
        #expect(theil(values: [1, 1], populations: [0, 1]) == nil)
        #expect(theil(values: [1], populations: [1, 1]) == nil)
        #expect(theil(values: [0, 0], populations: [1, 1]) == nil)
        #expect(TheilDecomposition(values: [1, 2], populations: [1, 1], groups: [1]) == nil)
    }
}
