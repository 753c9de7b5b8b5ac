import Benchmarking
import Foundation
import Register

/// Makes the enterprises of the sample, one after the other.
struct SampleMaker {
    private(set) var enterprises: [SampleEnterprise] = []
    private(set) var sentra: [SampleSentra] = []
    private var random: RandomStream
    private var names = SampleNames()

    init(seed: UInt64) { random = RandomStream(seed: seed) }

    /// Sentra first, which take not quite half of the enterprises; the others stand where they like.
    mutating func fill(_ region: RegionCode, villages: [Area], count: Int) {
        var left = count
        var used: Set<String> = []
        while left > count * 55 / 100, left >= 40 {
            let village = villages[random.index(below: villages.count)]
            let trade = trade(in: region)
            guard used.insert("\(village.id) \(trade.industry.code)").inserted else { break }
            let size = 6 + random.index(below: 30)
            found(in: village, trade, size)
            left -= size
        }
        for _ in 0..<max(left, 0) {
            add(trade(in: region), in: villages[random.index(below: villages.count)], sentra: nil)
        }
    }

    private mutating func found(in village: Area, _ trade: SampleTrade, _ size: Int) {
        let number = sentra.count + 1
        let first = enterprises.count + 1
        for _ in 0..<size { add(trade, in: village, sentra: number) }
        sentra.append(
            SampleSentra(
                number: number, name: "Sentra \(trade.branch) \(village.name) \(SampleNames.mark)", village: village.id,
                industry: trade.industry, members: Array(first..<first + size)))
    }

    private mutating func trade(in region: RegionCode) -> SampleTrade {
        let weights = SampleTrade.all.map { $0.weights[region] ?? 1 }
        var ticket = random.index(below: weights.reduce(0, +))
        for (trade, weight) in zip(SampleTrade.all, weights) {
            if ticket < weight { return trade }
            ticket -= weight
        }
        return SampleTrade.all[0]
    }

    private mutating func add(_ trade: SampleTrade, in village: Area, sentra: Int?) {
        let number = enterprises.count + 1
        let region = village.id.regency
        var card = card(trade, in: village, number)
        card.foundedYear = random.uniform() < 0.06 ? 2023 : 1985 + random.index(below: 37)
        let firm = firm(trade)
        let first = max(SampleRegister.years.lowerBound, card.foundedYear ?? 0)
        let years = (first...SampleRegister.years.upperBound).map { figures(firm, of: trade, in: region, year: $0) }
        card.isActive = true
        enterprises.append(
            SampleEnterprise(
                number: number, region: region, field: trade.field, card: card, sentra: sentra, years: years))
    }

    private mutating func card(_ trade: SampleTrade, in village: Area, _ number: Int) -> EnterpriseCard {
        let region = village.id.regency
        let named = names.enterprise(trade, using: &random)
        var card = EnterpriseCard(name: named.name)
        card.legalForm = named.form
        card.ownerSex = random.uniform() < trade.women ? .woman : .man
        card.owner = SampleNames.owner(in: region, sex: card.ownerSex ?? .woman, using: &random)
        // Scattered, so that two numbers differ in more than one digit; 7919 has no factor in common with 10,000.
        let serial = String(10_000 + number * 7919 % 10_000).suffix(4)
        if random.uniform() < 0.7 {
            card.nib = NIB("99999" + region.text.filter(\.isNumber) + serial)
            card.licenceYear = 2019 + random.index(below: 5)
        }
        card.street = "Jl. Contoh No. \(1 + random.index(below: 120))"
        card.area = village.id
        if random.uniform() < 0.8 {
            card.phone = "6284000" + String(1_000_000 + number * 618_033 % 1_000_000).suffix(6)
        }
        if random.uniform() < 0.3 { card.email = "usaha\(number)@contoh.example" }
        if random.uniform() < 0.5 { card.contactPerson = card.owner }
        card.industry = trade.industry
        card.branch = trade.branch
        card.product = trade.products[random.index(below: trade.products.count)]
        card.financing = ["Modal sendiri", "KUR", "Koperasi", "LPD"][random.index(below: 4)]
        card.isExporting = random.uniform() < 0.06
        if card.isExporting == true { card.exportCountry = ["Australia", "Jepang", "Belanda"][random.index(below: 3)] }
        return card
    }

    /// What stays with an enterprise from year to year.
    private struct Firm {
        let workers: Int
        let women: Int
        /// Of the middle of its trade.
        let productivity: Double
        let ratio: Double
        let materialShare: Double
        let investmentShare: Double
        let use: Double
    }

    private mutating func firm(_ trade: SampleTrade) -> Firm {
        let roll = random.uniform()
        // Nine in ten are micro by the ruler of BPS.
        let workers =
            roll < 0.9
            ? 1 + random.index(below: 4) : roll < 0.985 ? 5 + random.index(below: 15) : 20 + random.index(below: 20)
        let women = (0..<workers).count { _ in random.uniform() < trade.women }
        let productivity = trade.isUneven ? exp(bounded(0.9, by: log(28) / 2)) : exp(bounded(0.35, by: 0.7))
        return Firm(
            workers: workers, women: women, productivity: productivity,
            ratio: trade.valueAddedRatio * (1 + bounded(0.12, by: 0.24)), materialShare: 0.8 + 0.15 * random.uniform(),
            investmentShare: exp(bounded(0.35, by: 0.7) - 0.5), use: 0.6 + 0.3 * random.uniform())
    }

    /// Normal, with mean 0; what lies further out is set to the bound.
    private mutating func bounded(_ deviation: Double, by bound: Double) -> Double {
        min(bound, max(-bound, deviation * random.normal()))
    }

    private mutating func figures(
        _ firm: Firm, of trade: SampleTrade, in region: RegionCode, year: Int
    ) -> SampleYear {
        let wage = SampleWages.minimum(of: region, in: year) * 12
        let scale = firm.workers < 5 ? 1 : firm.workers < 20 ? 1.4 : 1.0 / trade.pay
        let pay = wage * trade.pay * scale * Double(firm.workers)
        let growth = 1 + 0.02 * Double(year - SampleRegister.years.lowerBound) + bounded(0.01, by: 0.02)
        let valueAdded = pay / trade.labourShare * firm.productivity * growth
        let output = valueAdded / firm.ratio
        let input = output - valueAdded
        var figures = EnterpriseYear(year: year)
        figures.men = firm.workers - firm.women
        figures.women = firm.women
        figures.investment = Self.rounded(output * firm.investmentShare)
        figures.capacity = (output / trade.price / firm.use).rounded(.up)
        figures.unit = trade.unit
        figures.output = Self.rounded(output)
        figures.materials = Self.rounded(input * firm.materialShare)
        return SampleYear(
            figures: figures, intermediateInput: Self.rounded(input),
            pay: Self.rounded(min(pay * firm.productivity, valueAdded)))
    }

    /// To ten thousand rupiah, as offices write it.
    private static func rounded(_ amount: Double) -> Rupiah { Rupiah(Int64((amount / 10_000).rounded()) * 10_000) }
}
