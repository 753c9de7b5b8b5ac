public import Foundation
public import Measure
public import Register

/// Production of an enterprise in a year with what is kept beside it.
public struct KeptProduction: Sendable, Equatable {
    public internal(set) var production: Production
    public let state: ProductionState
    /// Rises with every change and every step.
    public let version: Int
    public let enteredAt: Date
    public let changedAt: Date
    /// The first one first.
    public internal(set) var steps: [Step] = []

    /// A step that was made.
    public struct Step: Sendable, Equatable {
        public let move: ProductionMove
        public let stamp: Stamp
        public let reason: String?
    }
}

/// A step that somebody wants to make with production of a year.
public struct ProductionStep: Sendable {
    public let move: ProductionMove
    public let enterprise: Enterprise.ID
    public let year: Int
    /// Of the page it was asked on.
    public let version: Int
    /// Why, where the step needs it.
    public let reason: String?

    public init(
        _ move: ProductionMove, of year: Int, in enterprise: Enterprise.ID, from version: Int,
        because reason: String? = nil
    ) {
        self.move = move
        self.enterprise = enterprise
        self.year = year
        self.version = version
        self.reason = reason
    }
}

/// Why production is not written as asked.
public enum ProductionRefused: Error, Equatable, Sendable {
    case unknownEnterprise
    /// The enterprise was merged into another one, where production is entered.
    case merged(into: Enterprise.ID)
    case unknownYear
    /// Somebody else changed it first.
    case changedMeanwhile
    /// What is there may not be changed in this state.
    case notOpen(ProductionState)
    /// The step cannot be made from this state.
    case notNow(ProductionState)
    case reasonMissing
    /// What cannot be so; nothing is kept.
    case faults([ProductionFault])
}

extension Store {
    /// Writes production of a year, new or changed, with its yearly view: one transaction.
    /// - Parameter version: of the page the change was made on; `nil` for a year that is not there yet.
    /// - Returns: whether anything was changed; what is as it was leaves no event.
    /// - Throws: `ProductionRefused`.
    @discardableResult
    public func save(
        _ production: Production, of id: Enterprise.ID, from version: Int?, by stamp: Stamp
    ) async throws -> Bool {
        let faults = production.faults
        guard faults.isEmpty else { throw ProductionRefused.faults(faults) }
        guard let office = try await office(of: id) else { throw ProductionRefused.unknownEnterprise }
        return try await record(in: office, by: stamp) { connection, book in
            try checkOpen(id, connection)
            let now = try readProduction(production.period.year, of: id, connection)
            guard now?.version == version else { throw ProductionRefused.changedMeanwhile }
            if let now, !now.state.isOpen { throw ProductionRefused.notOpen(now.state) }
            let changes = changes(from: now?.production, to: production)
            guard now == nil || !changes.isEmpty else { return false }
            if now == nil {
                try ProductionRow.insert(production, of: id, at: stamp.at, connection)
            } else {
                try ProductionRow.update(production, of: id, at: stamp.at, connection)
            }
            try writeYear(production.yearly, of: id, list: "", connection)
            let year = Event.Change("production-year", to: .plain("\(production.period.year)"))
            try book.note(.productionSaved, about: id.identifier, [year] + changes)
            return true
        }
    }

    /// Makes a step. A note is kept where the step asks for none, too.
    /// - Throws: `ProductionRefused`.
    public func move(_ step: ProductionStep, by stamp: Stamp) async throws {
        guard !step.move.needsReason || step.reason?.isEmpty == false else { throw ProductionRefused.reasonMissing }
        guard let office = try await office(of: step.enterprise) else { throw ProductionRefused.unknownEnterprise }
        try await record(in: office, by: stamp) { connection, book in
            try checkOpen(step.enterprise, connection)
            guard let now = try readProduction(step.year, of: step.enterprise, connection) else {
                throw ProductionRefused.unknownYear
            }
            guard now.version == step.version else { throw ProductionRefused.changedMeanwhile }
            guard let state = step.move.target(from: now.state) else { throw ProductionRefused.notNow(now.state) }
            try ProductionRow.write(step, to: state, number: now.steps.count + 1, by: stamp, connection)
            let changes = [
                Event.Change("production-year", to: .plain("\(step.year)")),
                Event.Change("move", to: .plain(step.move.rawValue)),
                Event.Change("production-state", from: .plain(now.state.rawValue), to: .plain(state.rawValue)),
            ]
            try book.note(.productionMoved, about: step.enterprise.identifier, changes, because: step.reason)
        }
    }

    /// - Returns: `nil` for a year that is not entered.
    public func production(_ year: Int, of id: Enterprise.ID) async throws -> KeptProduction? {
        try await read { try readProduction(year, of: id, $0) }
    }

    /// All years of an enterprise, the newest first, each with its lines.
    public func productions(of id: Enterprise.ID) async throws -> [KeptProduction] {
        try await read { connection in
            var all = try connection.rows(
                "SELECT \(ProductionRow.shown) FROM production p WHERE p.enterprise = $1 ORDER BY p.year DESC",
                [SQLValue(id)], read: { try ProductionRow.read($0) })
            for place in all.indices { try ProductionRow.readLines(into: &all[place], of: id, connection) }
            return all
        }
    }
}

private func readProduction(
    _ year: Int, of id: Enterprise.ID, _ connection: any Connection
) throws -> KeptProduction? {
    let found = try connection.first(
        "SELECT \(ProductionRow.shown) FROM production p WHERE p.enterprise = $1 AND p.year = $2",
        [SQLValue(id), .integer(year)], read: { try ProductionRow.read($0) })
    guard var found else { return nil }
    try ProductionRow.readLines(into: &found, of: id, connection)
    return found
}

/// - Throws: `ProductionRefused.unknownEnterprise`, `.merged`.
private func checkOpen(_ enterprise: Enterprise.ID, _ connection: any Connection) throws {
    let merged = try connection.first(
        "SELECT merged_into FROM enterprise WHERE id = $1", [SQLValue(enterprise)],
        read: { try $0.optionalKey(0, of: Enterprise.self) })
    guard let merged else { throw ProductionRefused.unknownEnterprise }
    if let other = merged { throw ProductionRefused.merged(into: other) }
}

/// What differs, as the book writes it down; in the order in which it is asked.
private func changes(from old: Production?, to new: Production) -> [Event.Change] {
    let (before, after) = (known(old), known(new))
    return ProductionItem.allCases.compactMap { item in
        guard before[item] != after[item] else { return nil }
        return Event.Change(
            "production-\(item.rawValue)", from: Event.Value(before[item]), to: Event.Value(after[item]))
    }
}

private func known(_ production: Production?) -> [ProductionItem: String] {
    Dictionary(production?.texts.map { ($0.item, $0.text) } ?? [], uniquingKeysWith: { first, _ in first })
}

/// Which years of enterprises were entered by the form, and whether they are locked: no list writes over them.
func readEnteredYears(
    of places: String, _ values: [SQLValue], _ connection: any Connection
) throws -> [Enterprise.ID: [Int: Bool]] {
    var years: [Enterprise.ID: [Int: Bool]] = [:]
    try connection.forEachRow(
        "SELECT enterprise, year, state FROM production WHERE enterprise IN (\(places))", values
    ) { row in years[try row.key(0), default: [:]][try row.integer(1)] = try row.text(2) == "locked" }
    return years
}
