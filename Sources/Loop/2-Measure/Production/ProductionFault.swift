import Register

/// Something in figures of production that cannot be so, and where. They are collected: whoever mends one sees the others.
public enum ProductionFault: Sendable, Hashable {
    /// Below zero, no number, or beyond `Production.largest`.
    case outOfRange(ProductionItem)
    /// A product with a quantity and no price, nor a value.
    case outputWithoutPrice(String)
    /// A product with a quantity that nobody says the unit of.
    case quantityWithoutUnit(String)
    /// Capacity, what was made or rejects without their unit.
    case unitMissing
    /// More was spoilt than made.
    case rejectsAboveMade
    /// More was sold abroad than sold at all.
    case exportsAboveSales
    /// Somebody is paid whom nobody counts.
    case wagesWithoutWorkers

    /// The stable code.
    public var code: String {
        switch self {
        case .outOfRange: "production-out-of-range"
        case .outputWithoutPrice: "production-output-without-price"
        case .quantityWithoutUnit: "production-quantity-without-unit"
        case .unitMissing: "production-unit-missing"
        case .rejectsAboveMade: "production-rejects-above-made"
        case .exportsAboveSales: "production-exports-above-sales"
        case .wagesWithoutWorkers: "production-wages-without-workers"
        }
    }
}

/// What is asked about production, by its stable name: what a figure that cannot be computed is missing.
public enum ProductionItem: String, Sendable, CaseIterable, Codable {
    case products
    case otherRevenue = "other-revenue"
    case stockChange = "stock-change"
    case materials, auxiliary, energy, water, rent, services
    case workers
    case personDays = "person-days"
    case wages
    case investment, capacity, made, rejects, unit, exports, sales
    case quantity, period

    public init(_ cost: Production.Cost) {
        self =
            switch cost {
            case .materials: .materials
            case .auxiliary: .auxiliary
            case .energy: .energy
            case .water: .water
            case .rent: .rent
            case .services: .services
            }
    }
}

extension Production {
    /// Everything that cannot be so, in the order in which it is asked.
    public var faults: [ProductionFault] {
        outputFaults + amountFaults + workFaults + makingFaults
    }

    private var outputFaults: [ProductionFault] {
        products.flatMap { product -> [ProductionFault] in
            let numbers = [product.quantity, product.price, product.value.map { Double($0.amount) }].compactMap(\.self)
            guard numbers.allSatisfy(isPossible) else { return [.outOfRange(.products)] }
            var faults: [ProductionFault] = []
            if product.quantity != nil, product.price == nil, product.value == nil {
                faults.append(.outputWithoutPrice(product.name))
            }
            if product.quantity != nil, product.unit == nil { faults.append(.quantityWithoutUnit(product.name)) }
            // Each number may be possible, and their product not.
            if product.quantity != nil, product.price != nil, product.amount == nil {
                faults.append(.outOfRange(.products))
            }
            return faults
        }
    }

    private var amountFaults: [ProductionFault] {
        var amounts: [(ProductionItem, Rupiah?)] = [(.otherRevenue, otherRevenue)]
        amounts += Cost.allCases.map { (ProductionItem($0), costs[$0]) }
        amounts += [(.investment, investment), (.exports, exports)]
        amounts += SalesChannel.allCases.map { (.sales, sales[$0]) }
        var faults: [ProductionFault] = amounts.compactMap { item, amount in
            guard let amount, !isPossible(Double(amount.amount)) else { return nil }
            return .outOfRange(item)
        }
        // Stock may fall.
        if let stockChange, Double(stockChange.amount).magnitude > Self.largest {
            faults.insert(.outOfRange(.stockChange), at: 0)
        }
        return faults
    }

    private var workFaults: [ProductionFault] {
        var faults: [ProductionFault] = []
        for one in work {
            if let workers = one.workers, !(0...1_000_000).contains(workers) { faults.append(.outOfRange(.workers)) }
            if let days = one.personDays, !isPossible(days) { faults.append(.outOfRange(.personDays)) }
            if let wages = one.wages, !isPossible(Double(wages.amount)) { faults.append(.outOfRange(.wages)) }
            if one.workers == 0, let wages = one.wages, wages.amount > 0 { faults.append(.wagesWithoutWorkers) }
        }
        return faults
    }

    private var makingFaults: [ProductionFault] {
        var faults: [ProductionFault] = []
        for (item, number) in [(ProductionItem.capacity, capacity), (.made, made), (.rejects, rejects)] {
            if let number, !isPossible(number) { faults.append(.outOfRange(item)) }
        }
        if unit == nil, [capacity, made, rejects].contains(where: { $0 != nil }) { faults.append(.unitMissing) }
        if let made, let rejects, rejects > made { faults.append(.rejectsAboveMade) }
        if let exports, let total = salesTotal, exports > total { faults.append(.exportsAboveSales) }
        return faults
    }

    private func isPossible(_ number: Double) -> Bool {
        number.isFinite && number >= 0 && number <= Self.largest
    }
}
