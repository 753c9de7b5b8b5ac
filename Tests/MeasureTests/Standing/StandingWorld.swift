import Register

import struct Benchmarking.RandomStream

@testable import Measure

/// Invented enterprises of one office in two years, by chance but always the same.
struct StandingWorld {
    struct Made {
        let year: EnterpriseYear
        let traits: StandingFacts.Traits
        let sentra: String?
        let production: (facts: Production, state: ProductionState)?
    }

    private(set) var made: [Made] = []
    private(set) var facts: StandingFacts
    private static let districts = ["51.03.01", "51.03.02", "51.03.05"]

    init(seed: UInt64, count: Int) {
        var random = RandomStream(seed: seed)
        facts = StandingFacts(
            districts: Self.districts.map { .init(key: $0, name: $0) },
            sentra: ["s1", "s2"].map { .init(key: $0, name: $0) })
        for year in [2023, 2024] {
            for _ in 0..<count { made.append(Self.one(in: year, &random)) }
        }
        for one in made { facts.add(one.year, of: one.traits, sentra: one.sentra, production: one.production) }
        facts.protect()
    }

    private static func one(in year: Int, _ random: inout RandomStream) -> Made {
        let branches: [IndustryBranch?] = [.clothing, .clothing, .food, .food, .craft, .metal, nil]
        let sexes: [Sex?] = [.woman, .woman, .man, .man, nil]
        var traits = StandingFacts.Traits(
            branch: branches[random.index(below: branches.count)], ownerSex: sexes[random.index(below: sexes.count)],
            district: nil)
        if random.uniform() < 0.9 { traits.district = districts[min(2, random.index(below: 5))] }
        var figures = EnterpriseYear(year: year)
        let scale = random.uniform() < 0.1 ? 30 : 1
        if random.uniform() < 0.9 { figures.men = random.index(below: 3 * scale + 1) }
        if random.uniform() < 0.9 { figures.women = random.index(below: 3 * scale + 1) }
        if random.uniform() < 0.7 {
            figures.output = Rupiah(Int64(1_000_000 * (1 + random.index(below: 90)) * scale))
        }
        let sentra = random.uniform() < 0.4 ? ["s1", "s2"][random.index(below: 2)] : nil
        guard random.uniform() < 0.6 else {
            return Made(year: figures, traits: traits, sentra: sentra, production: nil)
        }
        let production = production(year, scale, &random)
        let states = ProductionState.allCases
        return Made(
            year: production.yearly, traits: traits, sentra: sentra,
            production: (production, states[random.index(below: states.count)]))
    }

    private static func production(_ year: Int, _ scale: Int, _ random: inout RandomStream) -> Production {
        var production = Production(ProductionPeriod(yearly: year))
        func amount(_ most: Int) -> Rupiah { Rupiah(Int64(1000 * random.index(below: most) * scale)) }
        production.products = [Production.Output("Kain", value: amount(300_000))]
        (production.otherRevenue, production.stockChange) = (Rupiah(0), Rupiah(0))
        for cost in Production.Cost.allCases { production.costs[cost] = amount(20_000) }
        if random.uniform() < 0.2 { production.costs[.water] = nil }
        production.work = [
            Production.Work(
                .woman, .byPiece, .production, workers: 1 + random.index(below: 4 * scale), wages: amount(90_000)),
            Production.Work(.man, .unpaid, .owner, workers: 1),
        ]
        (production.made, production.capacity, production.unit) = (Double(random.index(below: 90)), 100, "lembar")
        production.sales = [.shop: amount(200_000), .abroad: amount(50_000)]
        production.exports = random.uniform() < 0.5 ? Rupiah(0) : production.sales[.abroad]
        return production
    }

    /// Every group that may be asked for.
    var groups: [StandingGroup] {
        let fields: [Int?] = [nil] + facts.categories(.field).indices.map(Optional.some)
        return fields.flatMap { field -> [StandingGroup] in
            let others = StandingDimension.allCases.filter { $0 != .field }.flatMap { dimension in
                facts.categories(dimension).indices.map {
                    StandingGroup(field: field, other: .init(dimension, $0))
                }
            }
            return [StandingGroup(field: field)] + others
        }.filter(\.isAnswered)
    }

    func belongs(_ one: Made, to group: StandingGroup) -> Bool {
        let field = StandingField(one.traits.branch).flatMap { facts.place($0.rawValue, in: .field) } ?? 0
        guard group.field == nil || group.field == field else { return false }
        guard let other = group.other else { return true }
        let key: String? =
            switch other.dimension {
            case .field: nil
            case .size: one.year.workers.flatMap { StatisticalSize(workers: $0)?.rawValue }
            case .sex: one.traits.ownerSex?.rawValue
            case .district: one.traits.district
            case .sentra: one.sentra
            }
        return (key.flatMap { facts.place($0, in: other.dimension) } ?? 0) == other.place
    }

    /// Straight from the definition.
    func part(_ one: Made, _ figure: StandingFigure) -> (numerator: Double, denominator: Double)? {
        let facts = one.production?.facts
        func value(_ figure: ProductionFigure) -> Double? { facts?.outcome(of: figure).value }
        func pair(_ part: Double?, _ whole: Double?) -> (Double, Double)? {
            guard let part, let whole, whole > 0 else { return nil }
            return (part, whole)
        }
        let workers = one.year.workers.map(Double.init)
        switch figure {
        case .enterprises: return (1, 1)
        case .workers: return workers.flatMap { $0 > 0 ? ($0, 1) : nil }
        case .womenShare: return pair(one.year.women.map(Double.init), workers)
        case .output: return one.year.output.map { (Double($0.amount), 1) }
        case .investment: return one.year.investment.map { (Double($0.amount), 1) }
        case .valueAddedPerWorker: return pair(value(.valueAdded), facts == nil ? nil : workers)
        case .valueAddedRatio: return pair(value(.valueAdded), value(.output))
        case .labourShare:
            return pair(Self.wages(facts), value(.valueAdded))
        case .wage:
            return pair(Self.wages(facts).map { $0 / 12 }, facts.map { Double($0.work[0].workers ?? 0) })
        case .capacityUse: return value(.capacityUse).map { ($0, 1) }
        case .exportShare: return pair(Self.number(facts?.exports), Self.number(facts?.salesTotal))
        }
    }

    private static func wages(_ facts: Production?) -> Double? {
        facts.map { facts in facts.work.compactMap(\.wages).reduce(0) { $0 + Double($1.amount) } }
    }

    private static func number(_ amount: Rupiah?) -> Double? { amount.map { Double($0.amount) } }
}
