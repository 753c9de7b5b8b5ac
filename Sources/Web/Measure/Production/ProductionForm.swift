import Foundation
import Measure
import Register

/// Production as the fields of a form, and back.
enum ProductionForm {
    static let products = 1...5
    /// Who works, for women and for men: the least by which unpaid work and leadership are seen.
    static let kindsOfWork: [(pay: WorkerGroup.Pay, position: WorkerGroup.Position)] = [
        (.unpaid, .owner), (.unpaid, .production), (.byTime, .manager), (.byTime, .production), (.byPiece, .production),
        (.byTime, .other),
    ]
    static let workNumbers: [ProductionItem] = [.workers, .personDays, .wages]
    static let costs: [Production.Cost] = [.materials, .auxiliary, .energy, .water, .rent, .services]

    static func product(_ number: Int, _ part: String) -> String { "product-\(number)-\(part)" }

    static func work(_ sex: Sex, _ pay: WorkerGroup.Pay, _ position: WorkerGroup.Position, _ item: ProductionItem)
        -> String
    {
        "\(sex.rawValue)-\(pay.rawValue)-\(position.rawValue)-\(item.rawValue)"
    }

    static func sale(_ channel: SalesChannel) -> String { "sales-\(channel.rawValue)" }

    static let productParts = ["name", "quantity", "unit", "price", "value"]

    /// Everything that a form may send.
    static var names: [String] {
        let lines = products.flatMap { number in productParts.map { product(number, $0) } }
        let people = Sex.allCases.flatMap { sex in
            kindsOfWork.flatMap { pay, position in workNumbers.map { work(sex, pay, position, $0) } }
        }
        let items: [ProductionItem] =
            [.otherRevenue, .stockChange] + costs.map { ProductionItem($0) }
            + [.investment, .capacity, .made, .rejects, .unit, .exports]
        return ["period", "per-year", "version"] + lines + people + items.map(\.rawValue)
            + SalesChannel.allCases.map(sale)
    }

    // MARK: - What is kept, as a form shows it

    static func values(of production: Production, in language: Language) -> [String: String] {
        var values: [String: String] = ["period": production.period.kind.rawValue]
        func put(_ name: String, _ number: Double?) { values[name] = number.map { shown($0, language) } }
        func put(_ name: String, _ amount: Rupiah?) { put(name, amount.map { Double($0.amount) }) }
        if production.period.kind != .year { put("per-year", production.period.perYear) }
        for (number, one) in zip(products, production.products) {
            values[product(number, "name")] = one.name
            values[product(number, "unit")] = one.unit
            put(product(number, "quantity"), one.quantity)
            put(product(number, "price"), one.price)
            put(product(number, "value"), one.value)
        }
        for one in production.work {
            func name(_ item: ProductionItem) -> String { work(one.sex, one.pay, one.position, item) }
            put(name(.workers), one.workers.map(Double.init))
            put(name(.personDays), one.personDays)
            if one.pay != .unpaid { put(name(.wages), one.wages) }
        }
        put(ProductionItem.otherRevenue.rawValue, production.otherRevenue)
        put(ProductionItem.stockChange.rawValue, production.stockChange)
        for cost in costs { put(cost.rawValue, production.costs[cost]) }
        put(ProductionItem.investment.rawValue, production.investment)
        put(ProductionItem.capacity.rawValue, production.capacity)
        put(ProductionItem.made.rawValue, production.made)
        put(ProductionItem.rejects.rawValue, production.rejects)
        values[ProductionItem.unit.rawValue] = production.unit
        put(ProductionItem.exports.rawValue, production.exports)
        for (channel, amount) in production.sales { put(sale(channel), amount) }
        return values
    }

    /// With all its decimals: what is shown is sent back.
    private static func shown(_ number: Double, _ language: Language) -> String {
        let places = (0...6).first { places in
            let scaled = number * pow(10, Double(places))
            return abs(scaled - scaled.rounded()) < 1e-6
        }
        return language.numbers.number(number, decimals: places ?? 6)
    }
}

/// What a form sent: as far as it can be read, and the fields that cannot.
struct SentProduction {
    private(set) var production: Production
    /// By name, in the order in which they are asked.
    private(set) var unreadable: [String] = []
    private let visit: Visit

    init(_ visit: Visit, year: Int) {
        self.visit = visit
        production = Production(ProductionPeriod(yearly: year))
        readPeriod(year)
        readProducts()
        production.otherRevenue = amount(ProductionItem.otherRevenue.rawValue)
        production.stockChange = amount(ProductionItem.stockChange.rawValue, mayFall: true)
        for cost in ProductionForm.costs { production.costs[cost] = amount(cost.rawValue) }
        for sex in Sex.allCases { readWork(of: sex) }
        production.investment = amount(ProductionItem.investment.rawValue)
        production.capacity = number(ProductionItem.capacity.rawValue)
        production.made = number(ProductionItem.made.rawValue)
        production.rejects = number(ProductionItem.rejects.rawValue)
        production.unit = text(ProductionItem.unit.rawValue)
        production.exports = amount(ProductionItem.exports.rawValue)
        for channel in SalesChannel.allCases { production.sales[channel] = amount(ProductionForm.sale(channel)) }
    }

    private mutating func readPeriod(_ year: Int) {
        guard let kind = ProductionPeriod.Kind(rawValue: visit.form["period"] ?? "") else {
            unreadable.append("period")
            return
        }
        let perYear = kind == .year ? 1 : number("per-year") ?? 0
        guard let period = ProductionPeriod(kind, of: year, perYear: perYear) else {
            if !unreadable.contains("per-year") { unreadable.append("per-year") }
            return
        }
        production = Production(period)
    }

    private mutating func readProducts() {
        for line in ProductionForm.products {
            func name(_ part: String) -> String { ProductionForm.product(line, part) }
            let output = (
                text(name("name")), number(name("quantity")), text(name("unit")), number(name("price")),
                amount(name("value"))
            )
            let isEmpty = ProductionForm.productParts.allSatisfy { visit.form[name($0)] == nil }
            if isEmpty { continue }
            guard let product = output.0 else {
                unreadable.append(name("name"))
                continue
            }
            production.products.append(
                Production.Output(product, quantity: output.1, unit: output.2, price: output.3, value: output.4))
        }
    }

    private mutating func readWork(of sex: Sex) {
        for (pay, position) in ProductionForm.kindsOfWork {
            func name(_ item: ProductionItem) -> String { ProductionForm.work(sex, pay, position, item) }
            guard ProductionForm.workNumbers.contains(where: { visit.form[name($0)] != nil }) else { continue }
            let workers = number(name(.workers))
            if let workers, Int(exactly: workers) == nil { unreadable.append(name(.workers)) }
            production.work.append(
                Production.Work(
                    sex, pay, position, workers: workers.flatMap { Int(exactly: $0) },
                    personDays: number(name(.personDays)), wages: amount(name(.wages))))
        }
    }

    // MARK: - One field

    private mutating func text(_ name: String) -> String? {
        guard let text = visit.form[name] else { return nil }
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.count <= 200, PersonFields.hiding(text) == text else {
            unreadable.append(name)
            return nil
        }
        return line
    }

    private mutating func number(_ name: String, mayFall: Bool = false) -> Double? {
        guard let text = visit.form[name] else { return nil }
        let isFalling = mayFall && (text.hasPrefix("-") || text.hasPrefix("−"))
        let digits = isFalling ? String(text.dropFirst()) : text
        guard let number = TypedText.number(digits, in: visit.language) else {
            unreadable.append(name)
            return nil
        }
        return isFalling ? -number : number
    }

    /// Whole rupiah: half a rupiah is a slip.
    private mutating func amount(_ name: String, mayFall: Bool = false) -> Rupiah? {
        guard let number = number(name, mayFall: mayFall) else { return nil }
        guard let whole = Int64(exactly: number) else {
            unreadable.append(name)
            return nil
        }
        return Rupiah(whole)
    }
}
