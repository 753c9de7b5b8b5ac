public import Measure
public import Register

/// Production of an enterprise in a year that comes with a list, and is taken back with it.
public struct ListedProduction: Sendable {
    public let enterprise: Enterprise.ID
    public let production: Production
    /// Not `.locked`: what is locked is taken back by nobody.
    public let state: ProductionState

    public init(_ production: Production, _ state: ProductionState, of enterprise: Enterprise.ID) {
        self.enterprise = enterprise
        self.production = production
        self.state = state
    }
}

extension Store {
    /// Enters production with a list that was entered: all or nothing, each with its line in the book. Years that are
    /// there already are passed by.
    /// - Throws: `ListRefused`, `ProductionRefused.faults`.
    public func enter(_ productions: [ListedProduction], of id: OfficeList.ID, by stamp: Stamp) async throws {
        let office = try await list(id).office
        let faults = productions.flatMap(\.production.faults)
        guard faults.isEmpty else { throw ProductionRefused.faults(faults) }
        try await record(in: office, by: stamp) { connection, book in
            let list = try readList(id, connection)
            guard list.standing == .entered else { throw ListRefused.notNow(list.standing) }
            for one in productions {
                let key: [SQLValue] = [SQLValue(one.enterprise), .integer(one.production.period.year)]
                let isKnown = try connection.exists(
                    "SELECT 1 FROM production WHERE enterprise = $1 AND year = $2", key)
                if isKnown { continue }
                try ProductionRow.insert(one.production, of: one.enterprise, at: stamp.at, connection)
                try connection.execute(
                    "UPDATE production SET state = $3, list = $4 WHERE enterprise = $1 AND year = $2",
                    key + [
                        .text(one.state == .locked ? ProductionState.approved.rawValue : one.state.rawValue),
                        SQLValue(id),
                    ])
                try writeYear(one.production.yearly, of: one.enterprise, list: id.identifier.text, connection)
                let year = Event.Change("production-year", to: .plain("\(one.production.period.year)"))
                try book.note(.productionSaved, about: one.enterprise.identifier, [year])
            }
        }
    }
}

/// Takes back what came with a list and was not changed since.
func removeProductions(of list: String, _ connection: any Connection) throws {
    for table in ["production_product", "production_work", "production_sale", "production"] {
        try connection.execute(
            """
            DELETE FROM \(table) WHERE (enterprise, year) IN (
                SELECT p.enterprise, p.year FROM enterprise e JOIN production p ON p.enterprise = e.id
                WHERE e.list = $1 AND p.list = $1 AND p.version = 1 AND p.state <> 'locked')
            """, [.text(list)])
    }
}
