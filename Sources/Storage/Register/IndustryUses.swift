public import Register

/// A code of 2020 that enterprises of an office carry.
public struct IndustryUse: Sendable, Equatable {
    public let code: IndustryCode
    /// How many carry it, 1 up to the most that were counted.
    public let enterprises: Int

    public init(_ code: IndustryCode, by enterprises: Int) {
        self.code = code
        self.enterprises = enterprises
    }
}

extension Store {
    /// The codes of 2020 that an office's enterprises carry, in the order of the codes, without those that were merged
    /// into others.
    ///
    /// The index is asked for the next code, code by code, and of each for so many of its enterprises: the whole register
    /// of an office is never read.
    /// - Parameter most: so many of one code are counted, and no more.
    public func industriesInUse(in office: RegionCode, most: Int) async throws -> [IndustryUse] {
        try await read { connection in
            try connection.rows(
                """
                WITH RECURSIVE used (kbli) AS (
                    SELECT min(f.kbli) FROM enterprise f WHERE f.office = $1 AND f.kbli > ''
                    UNION ALL
                    SELECT (SELECT min(n.kbli) FROM enterprise n WHERE n.office = $1 AND n.kbli > u.kbli)
                    FROM used u WHERE u.kbli IS NOT NULL
                ),
                counted (kbli, number) AS (
                    SELECT c.kbli, (
                        SELECT count(*) FROM (
                            SELECT e.id FROM enterprise e
                            WHERE e.office = $1 AND e.kbli = c.kbli AND e.kbli_version = 2020
                                AND e.merged_into IS NULL
                            LIMIT \(max(most, 1))
                        ) AS few
                    ) FROM used c WHERE c.kbli IS NOT NULL
                )
                SELECT kbli, number FROM counted WHERE number > 0 ORDER BY kbli
                """, [SQLValue(office)]
            ) { row in IndustryUse(try row.industry(0, of: .kbli2020), by: try row.integer(1)) }
        }
    }
}
