import Register

/// What stands in the way while many enterprises are entered, taken away and made again at the end, all in the transaction
/// of the list, so that nobody else sees the register without it. SQLite's; PostgreSQL would keep everybody out meanwhile.
struct SetAside {
    /// Indexes that only pages and filters ask: one sort of a million is much quicker than a million places found one by
    /// one.
    private static let indexes = [
        "enterprise_by_name", "enterprise_by_sort_name", "enterprise_by_area", "enterprise_by_industry",
        "enterprise_by_list", "enterprise_by_change",
    ]

    /// Looks at enterprises that no list brings. It need only be there for the engine to keep a copy of every page that a
    /// row touches, in case the trigger fails: ten kilobytes a row, in a file as soon as the search index has had its turn.
    private static let triggers = ["enterprise_search_enter"]

    /// From how many new enterprises on it is worth it.
    private static let least = 20_000

    private var statements: [String] = []

    /// - Parameter new: how many enterprises are expected to come.
    init(expecting new: Int, _ connection: any Connection) throws {
        guard connection.engine == .sqlite, new >= Self.least else { return }
        let known = try connection.first("SELECT sum(shown) FROM enterprise_count", read: { try $0.optionalInteger(0) })
        guard new >= (known ?? nil) ?? 0 else { return }
        let names = Self.indexes + Self.triggers
        let places = names.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        statements = try connection.rows(
            "SELECT sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND name IN (\(places))",
            names.map { .text($0) }, read: { try $0.text(0) })
        for name in Self.indexes { try connection.execute("DROP INDEX \(name)") }
        for name in Self.triggers { try connection.execute("DROP TRIGGER \(name)") }
    }

    func makeAgain(_ connection: any Connection) throws {
        guard !statements.isEmpty else { return }
        // A sort takes as much memory as the cache may, beside it.
        let size = try connection.first("PRAGMA cache_size", read: { try $0.integer(0) }) ?? 0
        try connection.executeScript("PRAGMA cache_size = \(size / 2)")
        // Where a sort fails all of this is taken back, and the error is that of the sort.
        defer { try? connection.executeScript("PRAGMA cache_size = \(size)") }
        for statement in statements { try connection.execute(statement) }
    }
}
