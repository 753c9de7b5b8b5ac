import Benchmarking
import Testing

struct PrimaryRuleTests {
    private let usual: [PrimaryRule] = [
        .threshold(units: 3), .remainder(share: 0.15), .dominance(largest: 2, share: 0.85),
    ]

    @Test(.enabled(if: SharedFolder.exists))
    func `each rule catches the cells of the published table that it should`() throws {
        let districts = try DistrictTable()
        let columns = ["unsafe_threshold3", "unsafe_p15", "unsafe_dominance_2_85"]
        for (cell, contributions) in districts.contributions.enumerated() {
            let caught = try sensitivities(of: contributions, under: usual).map(\.rule)
            for (rule, column) in zip(usual, columns) {
                #expect(try caught.contains(rule) == (districts.number(cell, column) == 1), "cell \(cell), \(column)")
            }
        }
    }

    @Test(.enabled(if: SharedFolder.exists))
    func `levels of protection are the published ones, rounded up`() throws {
        let districts = try DistrictTable()
        for entry in try districts.sensitive {
            let level = try protectionLevel(of: districts.contributions[entry.cell], share: 0.15)
            #expect(level.rounded(.up) == entry.protection, "cell \(entry.cell)")
        }
    }

    @Test func `a rule says what it found and where it draws the line`() throws {
        // 163 and 6: two contributors, all of the sum, nothing left to hide 24.45 behind.
        let found = try sensitivities(of: [6, 163], under: usual)
        #expect(found.map(\.found) == [2, 0, 1])
        #expect(found.map(\.limit) == [3, 0.15 * 163, 0.85])
    }

    @Test func `rules catch at their line only on the wrong side of it`() throws {
        #expect(try sensitivities(of: [1, 1, 1], under: [.threshold(units: 3)]).isEmpty)
        #expect(try sensitivities(of: [60, 25, 15], under: [.dominance(largest: 2, share: 0.85)]).isEmpty)
        #expect(try sensitivities(of: [61, 25, 14], under: [.dominance(largest: 2, share: 0.85)]).count == 1)
        #expect(try sensitivities(of: [100, 50, 25], under: [.remainder(share: 0.25)]).isEmpty)
        #expect(try sensitivities(of: [100, 50, 24], under: [.remainder(share: 0.25)]).count == 1)
    }

    @Test func `rules combine, and each is reported in the order given`() throws {
        let rules: [PrimaryRule] = [.dominance(largest: 1, share: 0.5), .threshold(units: 10)]
        #expect(try sensitivities(of: [8, 1, 1], under: rules).map(\.rule) == rules)
        #expect(try sensitivities(of: [1, 1, 1], under: rules).map(\.rule) == [.threshold(units: 10)])
    }

    @Test func `an empty cell is safe, and so are zeros for all but the threshold`() throws {
        #expect(try sensitivities(of: [], under: usual).isEmpty)
        #expect(try sensitivities(of: [0, 0], under: usual).map(\.rule) == [.threshold(units: 3)])
        #expect(try protectionLevel(of: [], share: 0.15) == 0)
    }

    @Test func `the order and the unit of the contributions do not matter`() throws {
        for seed in 0..<50 as Range<UInt64> {
            var random = RandomStream(seed: seed)
            let amounts = (0..<(1 + random.index(below: 7))).map { _ in Double(random.index(below: 100)) }
            let caught = try sensitivities(of: amounts, under: usual).map(\.rule)
            #expect(try sensitivities(of: amounts.shuffled(using: &random), under: usual).map(\.rule) == caught)
            #expect(try sensitivities(of: amounts.map { $0 * 1024 }, under: usual).map(\.rule) == caught)
        }
    }

    @Test func `a cell is under the p % rule just when it needs protection`() throws {
        for seed in 0..<200 as Range<UInt64> {
            var random = RandomStream(seed: seed)
            let amounts = (0..<(1 + random.index(below: 6))).map { _ in Double(random.index(below: 50)) }
            let isCaught = try !sensitivities(of: amounts, under: [.remainder(share: 0.2)]).isEmpty
            #expect(try (protectionLevel(of: amounts, share: 0.2) > 0) == isCaught)
        }
    }

    @Test func `amounts that are none and rules without sense are refused`() {
        #expect(throws: DisclosureError.negative(cell: 1)) { try sensitivities(of: [1, -1], under: usual) }
        #expect(throws: DisclosureError.notFinite(cell: 0)) { try sensitivities(of: [.nan], under: usual) }
        for rule in [
            PrimaryRule.threshold(units: 0), .dominance(largest: 0, share: 0.5), .dominance(largest: 2, share: 85),
            .remainder(share: -0.1), .remainder(share: .nan),
        ] {
            #expect(throws: DisclosureError.badRule) { try sensitivities(of: [1, 2, 3], under: [rule]) }
        }
        #expect(throws: DisclosureError.badRule) { try protectionLevel(of: [1], share: 15) }
    }
}
