public import Measure
import Register

extension SampleEnterprise {
    /// What an enterprise of the sample told of a year by the form of production, and how far it has come: two of three
    /// told it. It agrees with the list to the rupiah, and value added with the official ratios of the trade.
    /// - Returns: `nil` for who told nothing, and of a year before it was founded.
    public func production(in year: Int) -> (facts: Production, state: ProductionState)? {
        let trade = SampleTrade.all.first { $0.industry == card.industry }
        guard !number.isMultiple(of: 3), let trade, let told = years.first(where: { $0.figures.year == year }),
            let output = told.figures.output, let materials = told.figures.materials
        else { return nil }
        var production = Production(ProductionPeriod(yearly: year))
        let made = (Double(output.amount) / trade.price).rounded(.down)
        production.products = [
            Production.Output(card.product ?? trade.products[0], quantity: made, unit: trade.unit, value: output)
        ]
        (production.otherRevenue, production.stockChange) = (Rupiah(0), Rupiah(0))
        production.costs = Self.costs(materials, told.intermediateInput)
        production.work = work(told)
        production.investment = told.figures.investment
        (production.capacity, production.made, production.unit) = (told.figures.capacity, made, trade.unit)
        production.rejects = (made * 0.02).rounded(.down)
        let abroad = card.isExporting == true ? output.amount / 5 : 0
        production.sales = [.shop: Rupiah(output.amount - abroad), .abroad: Rupiah(abroad)]
        production.exports = Rupiah(abroad)
        return (production, state(in: year))
    }

    /// Approved in the years before; in the last year as it is while people work on it.
    private func state(in year: Int) -> ProductionState {
        let underWay: [ProductionState] = [.draft, .submitted, .approved, .approved]
        return year < SampleRegister.years.upperBound ? .approved : underWay[number % 4]
    }

    private static func costs(_ materials: Rupiah, _ input: Rupiah) -> [Production.Cost: Rupiah] {
        let rest = max(0, input.amount - materials.amount)
        let parts: [(Production.Cost, Int64)] = [
            (.auxiliary, rest * 4 / 10), (.energy, rest * 3 / 10), (.water, rest / 20), (.rent, rest / 10),
        ]
        var costs = Dictionary(uniqueKeysWithValues: parts.map { ($0, Rupiah($1)) })
        costs[.materials] = Rupiah(input.amount - rest)
        costs[.services] = Rupiah(rest - parts.reduce(0) { $0 + $1.1 })
        return costs
    }

    /// The owner, unpaid, and everybody else by the piece, each with their part of the pay.
    private func work(_ told: SampleYear) -> [Production.Work] {
        let (men, women) = (told.figures.men ?? 0, told.figures.women ?? 0)
        guard men + women > 0 else { return [] }
        let owner = card.ownerSex.flatMap { ($0 == .woman ? women : men) > 0 ? $0 : nil }
        func paid(_ sex: Sex, _ count: Int) -> [Production.Work] {
            guard count > 0 else { return [] }
            let wages = told.pay.amount * Int64(count) / Int64(men + women)
            return [
                Production.Work(
                    sex, .byPiece, .production, workers: count, personDays: Double(288 * count), wages: Rupiah(wages))
            ]
        }
        let own = owner.map { [Production.Work($0, .unpaid, .owner, workers: 1, personDays: 288)] } ?? []
        return own + paid(.woman, women - (owner == .woman ? 1 : 0)) + paid(.man, men - (owner == .man ? 1 : 0))
    }
}
