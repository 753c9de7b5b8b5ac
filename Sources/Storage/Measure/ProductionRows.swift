import Foundation
import Measure
import Register

/// How production lies in its tables.
enum ProductionRow {
    private static let amounts = [
        "other_revenue", "stock_change", "materials", "auxiliary", "energy", "water", "rent", "services", "investment",
        "exports",
    ]
    private static let others = ["period", "per_year", "capacity", "made", "rejects", "unit"]

    static var shown: String {
        (["year", "version", "state", "entered_at", "changed_at"] + others + amounts).map { "p." + $0 }
            .joined(separator: ", ")
    }

    /// A row without what its lines hold.
    static func read(_ row: SQLRow) throws -> KeptProduction {
        let kind: ProductionPeriod.Kind = try row.choice(5)
        guard let period = ProductionPeriod(kind, of: try row.integer(0), perYear: try row.real(6)) else {
            throw StorageFault.damaged("period of production")
        }
        var production = Production(period)
        production.capacity = try row.optionalReal(7)
        production.made = try row.optionalReal(8)
        production.rejects = try row.optionalReal(9)
        production.unit = try row.optionalText(10)
        let amounts = try (11..<21).map { try row.optionalInteger($0).map { Rupiah(Int64($0)) } }
        production.otherRevenue = amounts[0]
        production.stockChange = amounts[1]
        for (place, cost) in costs.enumerated() { production.costs[cost] = amounts[2 + place] }
        production.investment = amounts[8]
        production.exports = amounts[9]
        return KeptProduction(
            production: production, state: try row.choice(2), version: try row.integer(1),
            enteredAt: try row.instant(3), changedAt: try row.instant(4))
    }

    private static let costs: [Production.Cost] = [.materials, .auxiliary, .energy, .water, .rent, .services]

    private static func cells(_ production: Production) -> [(String, SQLValue)] {
        let sums: [Rupiah?] =
            [production.otherRevenue, production.stockChange] + costs.map { production.costs[$0] }
            + [production.investment, production.exports]
        return [
            ("period", .text(production.period.kind.rawValue)), ("per_year", .real(production.period.perYear)),
            ("capacity", SQLValue(production.capacity)), ("made", SQLValue(production.made)),
            ("rejects", SQLValue(production.rejects)), ("unit", SQLValue(production.unit)),
        ] + zip(amounts, sums.map(amount))
    }

    private static func amount(_ amount: Rupiah?) -> SQLValue { amount.map { .integer(Int($0.amount)) } ?? .null }

    // MARK: - Writing

    static func insert(_ production: Production, of id: Enterprise.ID, at now: Date, _ connection: any Connection)
        throws
    {
        let head: [(String, SQLValue)] = [
            ("enterprise", SQLValue(id)), ("year", .integer(production.period.year)), ("version", .integer(1)),
            ("state", .text(ProductionState.draft.rawValue)), ("entered_at", SQLValue(now)),
            ("changed_at", SQLValue(now)),
        ]
        let cells = head + cells(production)
        try connection.append(to: "production", columns: cells.map(\.0), rows: [cells.map(\.1)])
        try insertLines(production, of: id, connection)
    }

    static func update(_ production: Production, of id: Enterprise.ID, at now: Date, _ connection: any Connection)
        throws
    {
        let key: [SQLValue] = [SQLValue(id), .integer(production.period.year)]
        let cells = cells(production)
        let columns = cells.enumerated().map { "\($1.0) = $\($0 + 4)" }.joined(separator: ", ")
        try connection.execute(
            "UPDATE production SET changed_at = $3, version = version + 1, \(columns) WHERE enterprise = $1 AND year = $2",
            key + [SQLValue(now)] + cells.map(\.1))
        for table in ["production_product", "production_work", "production_sale"] {
            try connection.execute("DELETE FROM \(table) WHERE enterprise = $1 AND year = $2", key)
        }
        try insertLines(production, of: id, connection)
    }

    static func write(
        _ step: ProductionStep, to state: ProductionState, number: Int, by stamp: Stamp, _ connection: any Connection
    ) throws {
        let key: [SQLValue] = [SQLValue(step.enterprise), .integer(step.year)]
        try connection.execute(
            """
            UPDATE production SET state = $3, version = version + 1, changed_at = $4
            WHERE enterprise = $1 AND year = $2
            """, key + [.text(state.rawValue), SQLValue(stamp.at)])
        try connection.append(
            to: "production_step", columns: ["enterprise", "year", "number", "move", "at", "by_account", "reason"],
            rows: [
                key + [
                    .integer(number), .text(step.move.rawValue), SQLValue(stamp.at), SQLValue(stamp.by),
                    SQLValue(step.reason),
                ]
            ])
    }

    private static func insertLines(_ production: Production, of id: Enterprise.ID, _ connection: any Connection) throws
    {
        let key: [SQLValue] = [SQLValue(id), .integer(production.period.year)]
        let products = production.products.enumerated().map { place, one in
            key + [
                .integer(place + 1), .text(one.name), SQLValue(one.quantity), SQLValue(one.unit), SQLValue(one.price),
                amount(one.value),
            ]
        }
        let work = production.work.enumerated().map { place, one in
            key + [
                .integer(place + 1), .text(one.sex.rawValue), .text(one.pay.rawValue), .text(one.position.rawValue),
                SQLValue(one.workers), SQLValue(one.personDays), amount(one.wages),
            ]
        }
        let sales = production.sales.sorted { $0.key.rawValue < $1.key.rawValue }.map { channel, sold in
            key + [.text(channel.rawValue), amount(sold)]
        }
        let head = ["enterprise", "year"]
        let all: [(String, [String], [[SQLValue]])] = [
            ("production_product", head + ["number", "name", "quantity", "unit", "price", "value"], products),
            (
                "production_work", head + ["number", "sex", "pay", "position", "workers", "person_days", "wages"],
                work
            ),
            ("production_sale", head + ["channel", "amount"], sales),
        ]
        for (table, columns, rows) in all where !rows.isEmpty {
            try connection.append(to: table, columns: columns, rows: rows)
        }
    }

    // MARK: - Reading lines

    static func readLines(
        into kept: inout KeptProduction, of id: Enterprise.ID, _ connection: any Connection
    ) throws {
        let key: [SQLValue] = [SQLValue(id), .integer(kept.production.period.year)]
        let condition = "WHERE enterprise = $1 AND year = $2 ORDER BY"
        kept.production.products = try connection.rows(
            "SELECT name, quantity, unit, price, value FROM production_product \(condition) number", key
        ) { try output($0, from: 0) }
        kept.production.work = try connection.rows(
            "SELECT sex, pay, position, workers, person_days, wages FROM production_work \(condition) number", key
        ) { try work($0, from: 0) }
        let sales = try connection.rows(
            "SELECT channel, amount FROM production_sale \(condition) channel", key
        ) { (try $0.choice(0, of: SalesChannel.self), Rupiah(Int64(try $0.integer(1)))) }
        kept.production.sales = Dictionary(sales, uniquingKeysWith: { first, _ in first })
        kept.steps = try connection.rows(
            "SELECT move, at, by_account, reason FROM production_step \(condition) number", key
        ) { row in
            KeptProduction.Step(
                move: try row.choice(0), stamp: Stamp(by: try row.optionalKey(2), at: try row.instant(1)),
                reason: try row.optionalText(3))
        }
    }

    static func output(_ row: SQLRow, from first: Int) throws -> Production.Output {
        Production.Output(
            try row.text(first), quantity: try row.optionalReal(first + 1), unit: try row.optionalText(first + 2),
            price: try row.optionalReal(first + 3),
            value: try row.optionalInteger(first + 4).map { Rupiah(Int64($0)) })
    }

    static func work(_ row: SQLRow, from first: Int) throws -> Production.Work {
        Production.Work(
            try row.choice(first), try row.choice(first + 1), try row.choice(first + 2),
            workers: try row.optionalInteger(first + 3), personDays: try row.optionalReal(first + 4),
            wages: try row.optionalInteger(first + 5).map { Rupiah(Int64($0)) })
    }
}
