public import Measure
public import Register

extension Store {
    /// Minimum wages of a regency or city by year; those that are not known are not there.
    public func minimumWages(of region: RegionCode) async throws -> [MinimumWage] {
        try await read { connection in
            try connection.rows(
                """
                SELECT region, year, rupiah_per_month, source FROM minimum_wage WHERE region = $1 ORDER BY year
                """, [SQLValue(region)]
            ) { row in
                MinimumWage(
                    try row.region(0), try row.integer(1), rupiahPerMonth: try row.real(2), source: try row.text(3))
            }
        }
    }
}

func replaceMinimumWages(_ wages: [MinimumWage], _ connection: any Connection) throws {
    try connection.execute("DELETE FROM minimum_wage")
    try connection.execute(
        "INSERT INTO minimum_wage (region, year, rupiah_per_month, source) VALUES ($1, $2, $3, $4)",
        forEach: wages.map { wage in
            [SQLValue(wage.region), .integer(wage.year), .real(wage.rupiahPerMonth), .text(wage.source)]
        })
}
