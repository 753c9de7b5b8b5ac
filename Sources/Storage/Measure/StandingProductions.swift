import Foundation
import Measure
import Register

/// An enterprise in a year.
struct StandingKey: Hashable {
    let enterprise: String
    let year: Int
}

/// Production of all of an office's enterprises with its lines, without the steps that were made: in one walk a table.
func readProductions(
    of office: RegionCode, _ connection: any Connection
) throws -> [StandingKey: KeptProduction] {
    let office = [SQLValue(office)]
    var found: [StandingKey: KeptProduction] = [:]
    try connection.forEachRow(
        """
        SELECT \(ProductionRow.shown), p.enterprise
        FROM enterprise e JOIN production p ON p.enterprise = e.id
        WHERE e.office = $1 AND e.merged_into IS NULL
        """, office
    ) { row in
        let kept = try ProductionRow.read(row)
        found[StandingKey(enterprise: try row.text(21), year: kept.production.period.year)] = kept
    }
    guard !found.isEmpty else { return found }
    func eachLine(_ table: String, _ columns: String, by order: String, _ body: (StandingKey, SQLRow) throws -> Void)
        throws
    {
        try connection.forEachRow(
            """
            SELECT l.enterprise, l.year, \(columns) FROM enterprise e JOIN \(table) l ON l.enterprise = e.id
            WHERE e.office = $1 AND e.merged_into IS NULL ORDER BY l.enterprise, l.year, l.\(order)
            """, office
        ) { row in try body(StandingKey(enterprise: try row.text(0), year: try row.integer(1)), row) }
    }
    try eachLine("production_product", "l.name, l.quantity, l.unit, l.price, l.value", by: "number") { key, row in
        found[key]?.production.products.append(try ProductionRow.output(row, from: 2))
    }
    try eachLine("production_work", "l.sex, l.pay, l.position, l.workers, l.person_days, l.wages", by: "number") {
        key, row in found[key]?.production.work.append(try ProductionRow.work(row, from: 2))
    }
    try eachLine("production_sale", "l.channel, l.amount", by: "channel") { key, row in
        found[key]?.production.sales[try row.choice(2)] = Rupiah(Int64(try row.integer(3)))
    }
    return found
}
