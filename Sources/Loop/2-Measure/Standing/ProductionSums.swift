import Register

/// What a year of production gives to the figures of its group, in rupiah of the year; `nil` where something for it is
/// not known.
struct ProductionSums: Sendable {
    let valueAdded: Double?
    let output: Double?
    let workers: Double?
    let wages: Double?
    let paidWorkers: Double?
    /// 0…
    let capacityUse: Double?
    let exports: Double?
    let sales: Double?

    init(_ production: Production) {
        valueAdded = production.outcome(of: .valueAdded).value
        output = production.outcome(of: .output).value
        workers = production.workers(.woman).flatMap { women in
            production.workers(.man).map { Double(women + $0) }
        }
        capacityUse = production.outcome(of: .capacityUse).value
        func raised(_ amount: Rupiah?) -> Double? { amount.map { Double(production.period.raised($0).amount) } }
        exports = raised(production.exports)
        sales = raised(production.salesTotal)
        let paid = production.work.filter { $0.pay != .unpaid }
        let amounts = paid.compactMap(\.wages)
        let isPayKnown = !production.work.isEmpty && amounts.count == paid.count
        wages = isPayKnown ? raised(Rupiah(amounts.reduce(0) { $0 + $1.amount })) : nil
        let counts = paid.compactMap(\.workers)
        paidWorkers = counts.count == paid.count && isPayKnown ? Double(counts.reduce(0, +)) : nil
    }
}

/// What one enterprise gives to a figure of its group: `numerator / denominator` is its own figure.
struct StandingPart {
    let numerator: Double
    /// 1 for counts, sums and means.
    let denominator: Double

    var value: Double { numerator / denominator }
}

extension StandingFacts {
    /// - Returns: `nil` where the enterprise did not tell enough, or there is nothing to divide by.
    func part(_ row: Row, _ figure: StandingFigure) -> StandingPart? {
        func sum(_ value: Double?) -> StandingPart? { value.map { StandingPart(numerator: $0, denominator: 1) } }
        func quotient(_ part: Double?, _ whole: Double?) -> StandingPart? {
            guard let part, let whole, whole > 0 else { return nil }
            return StandingPart(numerator: part, denominator: whole)
        }
        switch figure {
        case .enterprises: return StandingPart(numerator: 1, denominator: 1)
        case .workers: return row.workers.flatMap { $0 > 0 ? sum(Double($0)) : nil }
        case .womenShare: return quotient(row.women.map(Double.init), row.workers.map(Double.init))
        case .output: return sum(row.output.map(Double.init))
        case .investment: return sum(row.investment.map(Double.init))
        case .valueAddedPerWorker, .valueAddedRatio, .labourShare, .wage, .capacityUse, .exportShare:
            guard row.sums >= 0 else { return nil }
            let made = sums[Int(row.sums)]
            switch figure {
            case .valueAddedPerWorker: return quotient(made.valueAdded, made.workers)
            case .valueAddedRatio: return quotient(made.valueAdded, made.output)
            case .labourShare: return quotient(made.wages, made.valueAdded)
            case .wage: return quotient(made.wages.map { $0 / 12 }, made.paidWorkers)
            case .exportShare: return quotient(made.exports, made.sales)
            default: return sum(made.capacityUse)
            }
        }
    }
}
