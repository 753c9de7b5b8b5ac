import Measure
import Register
import Testing

@testable import Exchange

struct SampleProductionTests {
    @Test func `what the sample tells of a year agrees with its list, and with the official ratio of its trade`() throws
    {
        let areas = ["51.03.01.1001", "51.03.02.1001", "73.71.01.1001"].compactMap { code in
            AreaCode(code).map { Area(id: $0, name: "Desa \(code)") }
        }
        let register = SampleRegister(seed: 3, areas: areas, size: 300)
        var ratios: [Double] = []
        for enterprise in register.enterprises {
            for year in enterprise.years {
                guard let (production, state) = enterprise.production(in: year.figures.year) else { continue }
                #expect(production.faults.isEmpty && state != .locked, "\(production.faults)")
                let (output, input) = (try #require(year.figures.output), year.intermediateInput)
                #expect(production.outcome(of: .valueAdded).value == Double(output.amount - input.amount))
                let yearly = production.yearly
                #expect(yearly.output == output && yearly.materials == year.figures.materials)
                #expect((yearly.men, yearly.women) == (year.figures.men, year.figures.women))
                #expect(yearly.investment == year.figures.investment && yearly.capacity == year.figures.capacity)
                let trade = try #require(SampleTrade.all.first { $0.industry == enterprise.card.industry })
                ratios.append((production.outcome(of: .valueAddedRatio).value ?? 0) / trade.valueAddedRatio)
            }
        }
        #expect(ratios.count > 400)
        #expect(abs(ratios.reduce(0, +) / Double(ratios.count) - 1) < 0.03)
        #expect(register.enterprises[2].production(in: 2024) == nil, "every third tells nothing")
    }
}
