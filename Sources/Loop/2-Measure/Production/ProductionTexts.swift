public import Register

extension Production {
    /// Everything that is known, as texts, in the order in which it is asked: what the book compares and writes down.
    public var texts: [(item: ProductionItem, text: String)] {
        var texts: [(ProductionItem, String?)] = [(.period, periodText), (.products, lines(products.map(Self.text)))]
        texts += [(.otherRevenue, Self.text(otherRevenue)), (.stockChange, Self.text(stockChange))]
        texts += Cost.allCases.map { (ProductionItem($0), Self.text(costs[$0])) }
        texts.append((.workers, lines(work.map(Self.text))))
        texts += [
            (.investment, Self.text(investment)), (.capacity, Self.text(capacity)), (.made, Self.text(made)),
            (.rejects, Self.text(rejects)), (.unit, unit), (.exports, Self.text(exports)),
        ]
        let sold = SalesChannel.allCases.compactMap { channel in
            sales[channel].map { "\(channel.rawValue): \($0.amount)" }
        }
        texts.append((.sales, lines(sold)))
        return texts.compactMap { item, text in text.map { (item: item, text: $0) } }
    }

    private var periodText: String {
        period.kind == .year ? "year" : "\(period.kind.rawValue) × \(Self.text(period.perYear) ?? "")"
    }

    private func lines(_ lines: [String]) -> String? { lines.isEmpty ? nil : lines.joined(separator: "\n") }

    private static func text(_ amount: Rupiah?) -> String? { amount.map { "\($0.amount)" } }

    private static func text(_ number: Double?) -> String? {
        number.map { $0 == $0.rounded() && $0.magnitude < 1e15 ? "\(Int64($0))" : "\($0)" }
    }

    private static func text(_ product: Output) -> String {
        let parts = [product.name, text(product.quantity), product.unit, text(product.price), text(product.value)]
        return parts.map { $0 ?? "–" }.joined(separator: "; ")
    }

    private static func text(_ work: Work) -> String {
        let head = [work.sex.rawValue, work.pay.rawValue, work.position.rawValue]
        let numbers = [work.workers.map(String.init), text(work.personDays), text(work.wages)].map { $0 ?? "–" }
        return (head + numbers).joined(separator: "; ")
    }

    /// The figures of the year as lists and pages of the register know them: what is told of a part of it, raised.
    public var yearly: EnterpriseYear {
        var year = EnterpriseYear(year: period.year)
        year.men = workers(.man)
        year.women = workers(.woman)
        year.investment = investment
        year.capacity = capacity.map { $0 * period.perYear }
        year.unit = capacity == nil ? nil : unit
        let amounts = products.compactMap(\.amount)
        if !products.isEmpty, amounts.count == products.count {
            year.output = period.raised(Rupiah(amounts.reduce(0) { $0 + $1.amount }))
        }
        year.materials = costs[.materials].map(period.raised)
        return year
    }

    /// What a list says of a year, as a beginning for the form.
    /// - Parameter product: what the enterprise makes, under which the list's output is put.
    public init(from year: EnterpriseYear, product: String) {
        self.init(ProductionPeriod(yearly: year.year))
        if let output = year.output { products = [Output(product, value: output)] }
        if let materials = year.materials { costs[.materials] = materials }
        if let women = year.women, women > 0 { work.append(Work(.woman, .byTime, .production, workers: women)) }
        if let men = year.men, men > 0 { work.append(Work(.man, .byTime, .production, workers: men)) }
        investment = year.investment
        if let unit = year.unit { (capacity, self.unit) = (year.capacity, unit) }
    }
}
