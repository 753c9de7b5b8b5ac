public import Foundation
public import Measure
import Register

extension Store {
    /// Loads reference facts in one transaction; the same facts a second time change nothing.
    ///
    /// - Parameter now: the instant that is written beside the load, ISO 8601 in UTC.
    /// - Returns: whether anything was loaded.
    @discardableResult
    public func load(_ facts: ReferenceFacts, at now: Date) async throws -> Bool {
        let stamp = now.formatted(.iso8601)
        guard try await factFingerprint() != facts.fingerprint else { return false }
        let isLoaded = try await record(in: .nation, by: Stamp(by: nil, at: now)) { connection, book in
            guard try currentFingerprint(connection) != facts.fingerprint else { return false }
            let areas = try AreaChanges(to: facts.areas, connection)
            try areas.deleteGone(connection)
            try replaceRegions(facts.regions, connection)
            try areas.write(connection)
            try replaceIndustries(facts, connection)
            try insertProducts(facts.products, connection)
            try replaceNationalProducts(facts.nationalProducts, connection)
            try replaceMinimumWages(facts.minimumWages, connection)
            try writeLoad(facts, stamp, connection)
            try book.note(
                .factsLoaded, about: nil, [Event.Change("fingerprint", to: .plain(facts.fingerprint))])
            return true
        }
        // The file alone holds everything, also for whoever copies it.
        if isLoaded { try await settle() }
        return isLoaded
    }

    /// The fingerprint of the facts last loaded; `nil` for a database without facts.
    public func factFingerprint() async throws -> String? {
        try await read { try currentFingerprint($0) }
    }

    /// What the database holds, counted in its tables.
    public func factCounts() async throws -> FactCounts {
        try await read { connection in
            let counts = try connection.rows(
                """
                SELECT (SELECT count(*) FROM region WHERE kind <> 'nation'),
                       (SELECT count(*) FROM area),
                       (SELECT count(*) FROM industry_code),
                       (SELECT count(*) FROM regional_product)
                """, read: readCounts)
            guard let first = counts.first else { throw StorageFault.damaged("no counts") }
            return first
        }
    }

    /// What was loaded last, as written down at the time; `nil` for a database without facts.
    public func lastFactLoad() async throws -> FactCounts? {
        try await read { connection in
            try connection.rows(
                """
                SELECT region_count, area_count, industry_count, product_count
                FROM fact_load ORDER BY revision DESC LIMIT 1
                """, read: readCounts
            ).first
        }
    }
}

private func readCounts(_ row: SQLRow) throws -> FactCounts {
    try FactCounts(
        regions: row.integer(0), areas: row.integer(1), industries: row.integer(2), products: row.integer(3))
}

private func currentFingerprint(_ connection: any Connection) throws -> String? {
    try connection.rows(
        "SELECT fingerprint FROM fact_load ORDER BY revision DESC LIMIT 1", read: { try $0.text(0) }
    ).first
}

/// Regions are updated in place, because later tables refer to them; those that are no more are deleted.
private func replaceRegions(_ regions: [Region], _ connection: any Connection) throws {
    let sql = """
        INSERT INTO region
            (code, bps_code, kind, name, province, latitude, longitude, area_km2, men, women)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (code) DO UPDATE SET
            bps_code = excluded.bps_code, kind = excluded.kind, name = excluded.name,
            province = excluded.province, latitude = excluded.latitude,
            longitude = excluded.longitude, area_km2 = excluded.area_km2,
            men = excluded.men, women = excluded.women
        """
    // Products are loaded again afterwards; codes may have changed hands, so none is held while they are written.
    try connection.execute("DELETE FROM regional_product")
    try connection.execute("UPDATE region SET bps_code = NULL")
    let kept = Set(regions.map(\.id.text) + [RegionCode.nation.text])
    let gone = try connection.rows("SELECT code FROM region ORDER BY length(code) DESC", read: { try $0.text(0) })
        .filter { !kept.contains($0) }
    try connection.execute("DELETE FROM region WHERE code = $1", forEach: gone.map { [.text($0)] })
    let nation: [SQLValue] =
        [.text(RegionCode.nation.text), .null, .text("nation"), .text("Indonesia")]
        + Array(repeating: .null, count: 6)
    // Provinces before their regencies, which refer to them.
    let ordered = regions.sorted { ($0.id.isProvince ? 0 : 1, $0.id) < ($1.id.isProvince ? 0 : 1, $1.id) }
    try connection.execute(sql, forEach: [nation] + ordered.map(values))
}

private func values(of region: Region) -> [SQLValue] {
    [
        .text(region.id.text), SQLValue(region.bpsCode?.text), .text(region.kind.rawValue),
        .text(region.name), region.id.isProvince ? .null : .text(region.id.province.text),
        SQLValue(region.centroid?.latitude), SQLValue(region.centroid?.longitude),
        SQLValue(region.area), SQLValue(region.population?.men), SQLValue(region.population?.women),
    ]
}

private func replaceIndustries(_ facts: ReferenceFacts, _ connection: any Connection) throws {
    try connection.execute("DELETE FROM industry_code")
    try connection.execute(
        "INSERT INTO industry_code (version, code, section, title) VALUES ($1, $2, $3, $4)",
        forEach: facts.industries.map {
            [
                .integer($0.code.version.rawValue), .text($0.code.code), .text($0.section),
                .text($0.title),
            ]
        })
    try replaceBridges(facts.bridges, connection)
    try replaceBranches(facts.branches, connection)
}

private func insertProducts(_ products: [RegionalProduct], _ connection: any Connection) throws {
    try connection.execute(
        """
        INSERT INTO regional_product
            (region, year, a, b, c, d, e, f, g, h, i, j, k, l, mn, o, p, q, rstu, published_total)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                $19, $20)
        """,
        forEach: products.map { product in
            [.text(product.region.text), .integer(product.year)]
                + product.byIndustry.map { .real($0) } + [.real(product.publishedTotal)]
        })
}

private func writeLoad(_ facts: ReferenceFacts, _ stamp: String, _ connection: any Connection) throws {
    let counts = FactCounts(facts)
    // Loading older files again is a new load: it moves to the end of the list.
    try connection.execute(
        """
        INSERT INTO fact_load
            (fingerprint, revision, region_count, area_count, industry_count, product_count, loaded_at)
        VALUES ($1, (SELECT coalesce(max(revision), 0) + 1 FROM fact_load), $2, $3, $4, $5, $6)
        ON CONFLICT (fingerprint) DO UPDATE SET
            revision = excluded.revision, loaded_at = excluded.loaded_at
        """,
        [
            .text(facts.fingerprint), .integer(counts.regions), .integer(counts.areas),
            .integer(counts.industries), .integer(counts.products), .text(stamp),
        ])
}
