public import Measure
public import Register

extension Store {
    /// Worksheets of the other enterprises of the sentra that an enterprise belongs to on a day: for a middle of enough of
    /// them (`SentraYardstick`), never to be shown one by one.
    public func worksheets(besides enterprise: Enterprise.ID, on day: CalendarDay) async throws
        -> [Enterprise.ID: [ProductWorksheet]]
    {
        try await read { connection in
            let found = try connection.rows(
                """
                SELECT \(DetailRow<ProductWorksheet>.shown)
                FROM sentra_member own
                JOIN sentra_member m ON m.sentra = own.sentra
                JOIN enterprise e ON e.id = m.enterprise
                JOIN worksheet d ON d.enterprise = e.id
                WHERE own.enterprise = $1 AND m.enterprise <> $1 AND d.removed_at IS NULL AND e.merged_into IS NULL
                    AND (own.first_day IS NULL OR own.first_day <= $2) AND (own.last_day IS NULL OR own.last_day >= $2)
                    AND (m.first_day IS NULL OR m.first_day <= $2) AND (m.last_day IS NULL OR m.last_day >= $2)
                """, [SQLValue(enterprise), .text(day.description)], read: { try DetailRow<ProductWorksheet>.read($0) })
            // One that is in two of its sentra comes twice.
            let distinct = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            let grouped = Dictionary(grouping: distinct.values.sorted { $0.id < $1.id }, by: \.enterprise)
            return grouped.mapValues { $0.map(\.detail) }
        }
    }
}
