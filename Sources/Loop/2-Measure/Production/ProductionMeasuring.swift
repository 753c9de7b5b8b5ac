public import Register

extension Production {
    /// Every figure, in their order; those that cannot be computed say why.
    public var figures: [MeasuredFigure] { ProductionFigure.allCases.map { MeasuredFigure($0, outcome(of: $0)) } }

    /// Sums are of whole rupiah and exact; a quotient is the nearest `Double`, rounded nowhere but on the page.
    public func outcome(of figure: ProductionFigure) -> FigureOutcome {
        switch figure {
        case .output: whole(output)
        case .intermediateInput: whole(intermediateInput)
        case .valueAdded: whole(valueAdded)
        case .valueAddedPerWorker: quotient(valueAdded.number, workerSum.number, .workers)
        case .valueAddedPerPersonDay: quotient(valueAdded.number, yearlyDays, .personDays)
        case .valueAddedRatio: quotient(valueAdded.number, output.number, .products)
        case .labourShare: labourShare
        case .unitMaterialCost: unitMaterialCost
        case .capacityUse: quotient(known(made, .made), known(capacity, .capacity), .capacity)
        case .rejectShare: quotient(known(rejects, .rejects), known(made, .made), .made)
        case .capitalProductivity: quotient(valueAdded.number, amount(investment, .investment), .investment)
        case .labourProductivity: quotient(output.number, workerSum.number, .workers)
        case .womenShareOfWork: quotient(days(of: isWoman), days(of: { _ in true }), .personDays)
        case .womenShareOfPay: quotient(pay(of: isWoman), pay(of: { _ in true }), .wages)
        case .womenShareOfLeadership: womenLeading
        case .exportShare: quotient(amount(exports, .exports), amount(salesTotal, .sales), .sales)
        }
    }

    /// What was made in the year.
    public var yearlyOutput: Rupiah? { output.value }

    /// What was sold in the period; `nil` unless at least one channel is known.
    public var salesTotal: Rupiah? {
        sales.isEmpty ? nil : Rupiah(sales.values.reduce(0) { $0 + $1.amount })
    }

    /// Workers of one sex, paid and unpaid; `nil` where a group is not counted, or nobody is named.
    public func workers(_ sex: Sex) -> Int? {
        let groups = work.filter { $0.sex == sex }
        guard !work.isEmpty, groups.allSatisfy({ $0.workers != nil }) else { return nil }
        return groups.reduce(0) { $0 + ($1.workers ?? 0) }
    }

    // MARK: - Sums

    /// An exact sum, or what is missing for it.
    private enum Sum {
        case known(Int64)
        case missing([ProductionItem])

        var value: Rupiah? { if case .known(let amount) = self { Rupiah(amount) } else { nil } }

        var number: Part {
            switch self {
            case .known(let amount): .known(Double(amount))
            case .missing(let items): .missing(items)
            }
        }

        static func - (left: Sum, right: Sum) -> Sum {
            switch (left, right) {
            case (.known(let left), .known(let right)): .known(left - right)
            case (.missing(let items), .known), (.known, .missing(let items)): .missing(items)
            case (.missing(let left), .missing(let right)): .missing(left + right)
            }
        }
    }

    private func sum(_ parts: [(ProductionItem, Rupiah?)]) -> Sum {
        let missing = parts.filter { $0.1 == nil }.map(\.0)
        guard missing.isEmpty else { return .missing(missing) }
        return .known(period.raised(Rupiah(parts.reduce(0) { $0 + ($1.1?.amount ?? 0) })).amount)
    }

    private var output: Sum {
        let amounts = products.compactMap(\.amount)
        let total =
            amounts.count == products.count && !products.isEmpty ? Rupiah(amounts.reduce(0) { $0 + $1.amount }) : nil
        return sum([(.products, total), (.otherRevenue, otherRevenue), (.stockChange, stockChange)])
    }

    private var intermediateInput: Sum { sum(Cost.allCases.map { (ProductionItem($0), costs[$0]) }) }

    private var valueAdded: Sum { output - intermediateInput }

    private var workerSum: Sum {
        guard let women = workers(.woman), let men = workers(.man) else { return .missing([.workers]) }
        return .known(Int64(women + men))
    }

    // MARK: - Quotients

    /// A number, or what is missing for it.
    private enum Part {
        case known(Double)
        case missing([ProductionItem])
    }

    private func known(_ number: Double?, _ item: ProductionItem) -> Part {
        number.map(Part.known) ?? .missing([item])
    }

    private func amount(_ amount: Rupiah?, _ item: ProductionItem) -> Part {
        known(amount.map { Double($0.amount) }, item)
    }

    private func whole(_ sum: Sum) -> FigureOutcome {
        switch sum {
        case .known(let amount): .known(Double(amount))
        case .missing(let items): .missing(items)
        }
    }

    /// - Parameter item: what is named where the divisor is not above zero.
    private func quotient(_ part: Part, _ whole: Part, _ item: ProductionItem) -> FigureOutcome {
        switch (part, whole) {
        case (.known(let part), .known(let whole)): whole > 0 ? .known(part / whole) : .undefined(by: item)
        case (.missing(let items), .known), (.known, .missing(let items)): .missing(items)
        case (.missing(let left), .missing(let right)): .missing(left + right.filter { !left.contains($0) })
        }
    }

    // MARK: - Work and pay

    private var isWoman: (Work) -> Bool { { $0.sex == .woman } }

    private func days(of belongs: (Work) -> Bool) -> Part {
        guard !work.isEmpty, work.allSatisfy({ $0.personDays != nil }) else { return .missing([.personDays]) }
        return .known(work.filter(belongs).reduce(0) { $0 + ($1.personDays ?? 0) })
    }

    private var yearlyDays: Part {
        guard case .known(let days) = days(of: { _ in true }) else { return .missing([.personDays]) }
        return .known(days * period.perYear)
    }

    private func pay(of belongs: (Work) -> Bool) -> Part {
        guard !work.isEmpty, work.allSatisfy({ $0.wages != nil }) else { return .missing([.wages]) }
        return .known(Double(work.filter(belongs).reduce(0) { $0 + ($1.wages?.amount ?? 0) }))
    }

    private var labourShare: FigureOutcome {
        let raised: Part
        switch pay(of: { _ in true }) {
        case .known(let wages): raised = .known(wages * period.perYear)
        case .missing(let items): raised = .missing(items)
        }
        return quotient(raised, valueAdded.number, .products)
    }

    private var womenLeading: FigureOutcome {
        let leaders = work.filter { [.owner, .manager].contains($0.position) }
        guard !leaders.isEmpty, leaders.allSatisfy({ $0.workers != nil }) else { return .missing([.workers]) }
        func count(_ groups: [Work]) -> Part { .known(Double(groups.reduce(0) { $0 + ($1.workers ?? 0) })) }
        return quotient(count(leaders.filter(isWoman)), count(leaders), .workers)
    }

    private var unitMaterialCost: FigureOutcome {
        let quantities = products.compactMap(\.quantity)
        guard !products.isEmpty, quantities.count == products.count else {
            return quotient(amount(costs[.materials], .materials), .missing([.quantity]), .quantity)
        }
        guard Set(products.map { $0.unit?.lowercased() }).count == 1 else { return .unitsDiffer }
        return quotient(amount(costs[.materials], .materials), .known(quantities.reduce(0, +)), .quantity)
    }
}
