import Benchmarking
import Register
import Testing

@testable import Measure

/// A reader who knows which enterprise belongs where, and who told what, adds and subtracts all that is shown.
struct StandingAttackTests {
    private typealias Part = (numerator: Double, denominator: Double)

    @Test(arguments: [3, 4, 5, 6, 7, 8], [StandingFigure.enterprises, .output, .workers, .exportShare, .wage])
    func `nothing that is shown bounds an enterprise, or a hidden group, more closely than the rule`(
        seed: UInt64, figure: StandingFigure
    ) throws {
        let world = StandingWorld(seed: seed, count: 70)
        let told = world.made.filter { $0.year.year == 2024 }.compactMap { one in
            world.part(one, figure).map { (one: one, part: $0) }
        }
        let cells = world.groups.map { group in
            (group, world.facts.lines(of: group).first { $0.figure == figure && $0.year == 2024 }?.cell)
        }
        func sets(_ isTaken: (StandingCell?) -> Bool) -> [[Int]] {
            cells.filter { isTaken($0.1) }.map { group, _ in
                told.indices.filter { world.belongs(told[$0].one, to: group) }
            }.filter { !$0.isEmpty }
        }
        let (shown, hidden) = (sets { $0?.number != nil }, sets { $0 == .secret })
        #expect(!shown.isEmpty && !hidden.isEmpty)
        // Of a quotient only the ratio is shown; the reader is given both of its sums.
        try attack(told.map(\.part.numerator), shown: shown, hidden: hidden)
        try attack(told.map(\.part.denominator), shown: shown, hidden: hidden)
    }

    private func attack(_ amounts: [Double], shown: [[Int]], hidden: [[Int]]) throws {
        func tally(_ set: [Int]) -> StandingTally.Amounts { set.reduce(into: .init()) { $0.add(amounts[$1]) } }
        var values: [Double?] = amounts.map { _ in nil }
        var relations: [AdditiveRelation] = []
        let secret = hidden.filter { $0.count < StandingRules.fewest || tally($0).isSensitive }
        for (sets, isShown) in [(shown, true), (secret, false)] {
            for set in sets {
                relations.append(AdditiveRelation(total: values.count, parts: set))
                values.append(isShown ? tally(set).total : nil)
            }
        }
        guard case .intervals(let intervals) = try PublishedTable(values: values, relations: relations).audit() else {
            Issue.record("the attack could not be carried out")
            return
        }
        let first = amounts.count + shown.count
        for interval in intervals {
            let isOne = interval.cell < amounts.count
            let set = isOne ? [interval.cell] : secret[interval.cell - first]
            let amount = tally(set)
            // That all of a group have none may be told.
            guard amount.total > 0 else { continue }
            let level = isOne ? StandingRules.remainder * amount.total : amount.protection
            #expect(interval.protects(amount.total, by: level), "\(set.count): \(amount.total) in \(interval.range)")
        }
    }

    @Test func `the attack finds what a page without protection tells`() throws {
        let world = StandingWorld(seed: 3, count: 70)
        let amounts = world.made.filter { $0.year.year == 2024 }.map { Double($0.year.workers ?? 0) }
        let all = Array(amounts.indices)
        let table = try PublishedTable(
            values: amounts.map { _ in nil } + [amounts.reduce(0, +), amounts.dropFirst().reduce(0, +)],
            relations: [
                AdditiveRelation(total: amounts.count, parts: all),
                AdditiveRelation(total: amounts.count + 1, parts: Array(all.dropFirst())),
            ])
        guard case .intervals(let intervals) = try table.audit() else { return }
        #expect(intervals[0].isRecovered)
    }
}
