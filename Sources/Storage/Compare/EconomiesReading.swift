public import Compare
import Measure
import Register

/// All regional economies as of one load of facts.
public struct EconomiesSnapshot: Sendable {
    /// Rises with every load; two snapshots of one revision hold the same.
    public let revision: Int
    public let economies: RegionalEconomies
}

extension Store {
    /// All regional economies as of the facts last loaded.
    /// - Throws: `StoreRefusal.empty` where no facts have been loaded.
    public func regionalEconomies() async throws -> RegionalEconomies {
        try await economiesSnapshot().economies
    }

    /// One consistent snapshot, kept in memory until other facts are loaded.
    /// - Throws: `StoreRefusal.empty` where no facts have been loaded.
    public func economiesSnapshot() async throws -> EconomiesSnapshot {
        try await memory.snapshot(of: self)
    }

    func factRevision() async throws -> Int {
        try await read { try factRevisionOrEmpty($0) }
    }

    func readEconomies() async throws -> EconomiesSnapshot {
        let facts = try await read { try Facts($0) }
        let economies = try RegionalEconomies(
            directory: RegionDirectory(facts.regions), accounts: RegionalAccounts(facts.products))
        return EconomiesSnapshot(revision: facts.revision, economies: economies)
    }
}

/// Shared by all requests: the last snapshot.
actor EconomiesMemory {
    private var kept: EconomiesSnapshot?
    private var reading: (revision: Int, task: Task<EconomiesSnapshot, any Error>)?

    func snapshot(of store: Store) async throws -> EconomiesSnapshot {
        let revision = try await store.factRevision()
        if let kept, kept.revision == revision { return kept }
        // Requests that arrive while this revision is read wait for the same reading.
        if let reading, reading.revision == revision { return try await reading.task.value }
        let task = Task { try await store.readEconomies() }
        reading = (revision, task)
        defer { if reading?.revision == revision { reading = nil } }
        let fresh = try await task.value
        if fresh.revision >= kept?.revision ?? 0 { kept = fresh }
        return fresh
    }
}

/// What is read in one consistent view.
private struct Facts {
    let revision: Int
    let regions: [Region]
    let products: [RegionalProduct]

    init(_ connection: any Connection) throws {
        revision = try factRevisionOrEmpty(connection)
        regions = try readRegions(connection)
        products = try readProducts(connection)
    }
}

func factRevisionOrEmpty(_ connection: any Connection) throws -> Int {
    let found = try connection.rows(
        "SELECT revision FROM fact_load ORDER BY revision DESC LIMIT 1", read: { try $0.integer(0) })
    guard let revision = found.first else { throw StoreRefusal.empty }
    return revision
}

private func readRegions(_ connection: any Connection) throws -> [Region] {
    try connection.rows(
        """
        SELECT code, bps_code, kind, name, latitude, longitude, area_km2, men, women
        FROM region WHERE kind <> 'nation' ORDER BY code
        """, read: region)
}

private func region(_ row: SQLRow) throws -> Region {
    guard let code = RegionCode(try row.text(0)), let kind = Region.Kind(rawValue: try row.text(2))
    else { throw StorageFault.damaged("region \(try row.text(0))") }
    var centroid: Coordinates?
    if let latitude = try row.optionalReal(4), let longitude = try row.optionalReal(5) {
        centroid = Coordinates(latitude: latitude, longitude: longitude)
    }
    var population: Population?
    if let men = try row.optionalInteger(7), let women = try row.optionalInteger(8) {
        population = Population(men: men, women: women)
    }
    return Region(
        id: code, bpsCode: try row.optionalText(1).flatMap { BPSCode($0) }, kind: kind,
        name: try row.text(3), place: (centroid, try row.optionalReal(6)), population: population)
}

private func readProducts(_ connection: any Connection) throws -> [RegionalProduct] {
    try connection.rows(
        """
        SELECT region, year, published_total,
               a, b, c, d, e, f, g, h, i, j, k, l, mn, o, p, q, rstu
        FROM regional_product ORDER BY region, year
        """
    ) { row in
        guard let code = RegionCode(try row.text(0)) else {
            throw StorageFault.damaged("regional_product \(try row.text(0))")
        }
        return try RegionalProduct(
            region: code, year: try row.integer(1),
            byIndustry: try IndustrySection.allCases.map { try row.real(3 + $0.position) },
            publishedTotal: try row.real(2))
    }
}
