import Register

/// Indexes that only pages and filters ask, taken away while many enterprises are entered and made again at the end: one
/// sort of a million is much quicker than a million places found one by one. All in the transaction of the list, so that
/// nobody else sees the register without them. SQLite's; PostgreSQL would keep everybody out meanwhile.
struct LateIndexes {
    private static let names = [
        "enterprise_by_name", "enterprise_by_sort_name", "enterprise_by_area", "enterprise_by_industry",
        "enterprise_by_list", "enterprise_by_change",
    ]

    /// From how many new enterprises on it is worth it.
    private static let least = 20_000

    private var statements: [String] = []

    /// - Parameter new: how many enterprises are expected to come.
    init(expecting new: Int, _ connection: any Connection) throws {
        guard connection.engine == .sqlite, new >= Self.least else { return }
        let known = try connection.first("SELECT sum(shown) FROM enterprise_count", read: { try $0.optionalInteger(0) })
        guard new >= (known ?? nil) ?? 0 else { return }
        let places = Self.names.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        statements = try connection.rows(
            "SELECT sql FROM sqlite_master WHERE type = 'index' AND name IN (\(places))", Self.names.map { .text($0) },
            read: { try $0.text(0) })
        for name in Self.names { try connection.execute("DROP INDEX \(name)") }
    }

    func makeAgain(_ connection: any Connection) throws {
        for statement in statements { try connection.execute(statement) }
    }
}
