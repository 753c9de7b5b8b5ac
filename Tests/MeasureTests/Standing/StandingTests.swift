import Benchmarking
import Foundation
import Register
import Testing

@testable import Measure

struct StandingTests {
    static let world = StandingWorld(seed: 7, count: 300)

    @Test func `what is shown is the plain sum, mean or quotient of those who told it`() throws {
        let world = Self.world
        var shown = 0
        for group in world.groups {
            for line in world.facts.lines(of: group) {
                let parts = world.made.filter { $0.year.year == line.year && world.belongs($0, to: group) }
                    .compactMap { world.part($0, line.figure) }
                guard let number = line.cell.number else {
                    #expect(line.cell == .secret || parts.isEmpty)
                    continue
                }
                shown += 1
                #expect(number.count == parts.count)
                let (numerator, denominator) = (
                    parts.reduce(0) { $0 + $1.numerator }, parts.reduce(0) { $0 + $1.denominator }
                )
                let isSum = line.figure.summary == .sum || line.figure.summary == .count
                let expected = isSum ? numerator : numerator / denominator
                #expect(abs(number.value - expected) <= 1e-12 * expected.magnitude, "\(line.figure) \(group)")
                guard line.figure != .enterprises else { continue }
                let values = parts.map { $0.numerator / $0.denominator }.sorted()
                try Self.expectSpread(number, values)
            }
        }
        #expect(shown > 500, "\(shown)")
    }

    private static func expectSpread(_ number: StandingNumber, _ values: [Double]) throws {
        func quantile(_ share: Double) throws -> Double {
            let place = share * Double(values.count - 1)
            let (below, above) = (values[Int(place)], values[min(Int(place) + 1, values.count - 1)])
            return try #require(Double(String(format: "%.2e", below + (place - Double(Int(place))) * (above - below))))
        }
        #expect((number.median != nil) == (values.count >= 10))
        #expect((number.low != nil) == (values.count >= 20))
        if let median = number.median { #expect(median == (try quantile(0.5))) }
        if let low = number.low { #expect(low == (try quantile(0.25))) }
        if let high = number.high { #expect(high == (try quantile(0.75))) }
    }

    @Test func `no figure of fewer than five, nor one that is nearly all of one, is shown`() throws {
        let world = Self.world
        for group in world.groups {
            for line in world.facts.lines(of: group) {
                guard line.cell.number != nil else { continue }
                let parts = world.made.filter { $0.year.year == line.year && world.belongs($0, to: group) }
                    .compactMap { world.part($0, line.figure) }
                let rules = [PrimaryRule.threshold(units: 5), .remainder(share: 0.15)]
                #expect(try sensitivities(of: parts.map(\.numerator.magnitude), under: rules).isEmpty)
                #expect(try sensitivities(of: parts.map(\.denominator), under: rules).isEmpty)
            }
        }
    }

    @Test func `two groups that would be left over are not shown either`() {
        func tally(_ amounts: Double...) -> StandingTally {
            amounts.reduce(into: StandingTally()) { $0.add(StandingPart(numerator: $1, denominator: 1)) }
        }
        let small = tally(3, 4)
        let middle = tally(2, 2, 2, 2, 2, 2)
        let large = tally(9, 9, 9, 9, 9, 9, 9, 9)
        #expect(StandingProtection.hidden([small, large, middle]) == [0, 2], "the smallest other one")
        #expect(StandingProtection.hidden([small, tally(5, 5, 5), large, middle]) == [0, 1], "five together")
        #expect(StandingProtection.hidden([large, middle, StandingTally()]).isEmpty)
        #expect(StandingProtection.hidden([tally(1, 1, 1, 1, 900), large]) == [0, 1], "nearly all of one")
    }

    @Test func `a group with few enterprises is withheld, and nobody is told from few`() throws {
        let facts = StandingWorld(seed: 1, count: 4).facts
        #expect(facts.lines(of: StandingGroup()).allSatisfy { $0.cell == .secret || $0.cell == .nobody })
        let empty = StandingFacts(districts: [], sentra: [])
        #expect(empty.lines(of: StandingGroup()).isEmpty && empty.years.isEmpty)
    }

    @Test func `a breakdown shows what the filter shows`() {
        let facts = Self.world.facts
        for dimension in StandingDimension.allCases {
            for figure in StandingFigure.allCases {
                for (place, cell) in facts.breakdown(of: StandingGroup(), by: dimension, figure, in: 2024) {
                    let group =
                        dimension == .field
                        ? StandingGroup(field: place) : StandingGroup(other: .init(dimension, place))
                    let line = facts.lines(of: group).first { $0.figure == figure && $0.year == 2024 }
                    #expect(line?.cell == cell, "\(dimension) \(place) \(figure)")
                }
            }
        }
    }

    @Test func `no figure divides by what another one tells of other enterprises`() {
        // Items whose sums over the group are told, and items that quotients are made of: where they met, a sum of the
        // few that told one and not the other would follow. Workers and women rest on the same enterprises.
        let sums: Set = ["workers of lists", "products", "investment"]
        let quotients: Set = ["value added", "output", "workers of forms", "wages", "paid workers", "exports", "sales"]
        #expect(sums.isDisjoint(with: quotients))
        let told = StandingFigure.allCases.filter { $0.summary == .sum }
        #expect(told == [.workers, .output, .investment])
    }

    @Test func `certificates are told by how they stand, and few are not`() throws {
        var facts = StandingFacts(districts: [], sentra: [])
        let day = try #require(CalendarDay("2026-11-25"))
        func add(_ count: Int, _ due: String?, _ branch: IndustryBranch, from first: Int) {
            for number in 0..<count {
                facts.addPaper(
                    of: first + number, branch: branch, due: due.flatMap { CalendarDay($0) }, isWithoutEnd: due == "~")
            }
        }
        add(9, "2027-05-25", .food, from: 0)
        add(12, "2027-05-26", .food, from: 20)
        add(6, "2026-11-24", .food, from: 40)
        add(5, nil, .food, from: 60)
        add(3, "~", .craft, from: 80)
        func cells(_ field: Int?) -> [Double?] { facts.papers(of: field, on: day).map { $0.cell.number?.value } }
        #expect(cells(nil) == [15, 9, 6, 5])
        let food = try #require(facts.place("food", in: .field))
        let craft = try #require(facts.place("craft", in: .field))
        #expect(cells(craft).allSatisfy { $0 == nil })
        #expect(cells(food)[0] == nil, "all of them less those of food are three")
    }
}
