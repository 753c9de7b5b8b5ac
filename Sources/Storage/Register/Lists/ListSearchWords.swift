import Register

/// Writes the words of new enterprises into the search index of SQLite, some ten thousand at a time: the index writes
/// itself out after every statement, and merges what was written in small pieces again and again. PostgreSQL keeps its own.
struct ListSearchWords {
    private static let portion = 20_000
    /// From how many new enterprises on the pieces are merged once, at the end.
    private static let great = 20_000

    /// The last row of the register that is in the index. New rows have greater numbers: nobody else writes meanwhile.
    private var last = 0
    private var waiting = 0
    private let isGreat: Bool
    private let isNeeded: Bool

    init(expecting new: Int, _ connection: any Connection) throws {
        isNeeded = connection.engine == .sqlite
        isGreat = isNeeded && new >= Self.great
        guard isNeeded else { return }
        last = try lastRow(connection)
        guard isGreat else { return }
        try set("automerge", 0, connection)
        try set("crisismerge", 64, connection)
    }

    /// The words of every enterprise, after rows came into the table by another way.
    static func writeAnew(_ connection: any Connection) throws {
        guard connection.engine == .sqlite else { return }
        try connection.execute("INSERT INTO enterprise_search (enterprise_search) VALUES ('delete-all')")
        try connection.execute(
            """
            INSERT INTO enterprise_search (rowid, office, words, personal_words)
            SELECT rowid, office || ' ' || substr(office, 1, 2), words || ' ' || product_words, personal_words
            FROM enterprise WHERE merged_into IS NULL
            """)
    }

    /// - Parameter count: how many new rows there are since the last time.
    mutating func note(_ count: Int, _ connection: any Connection) throws {
        waiting += count
        if waiting >= Self.portion { try add(connection) }
    }

    /// Adds what is waiting: before a row is changed it must be in the index.
    mutating func add(_ connection: any Connection) throws {
        guard isNeeded, waiting > 0 else { return }
        try connection.execute(
            """
            INSERT INTO enterprise_search (rowid, office, words, personal_words)
            SELECT rowid, office || ' ' || substr(office, 1, 2), words || ' ' || product_words, personal_words
            FROM enterprise WHERE rowid > $1
            """, [.integer(last)])
        last = try lastRow(connection)
        waiting = 0
    }

    mutating func finish(_ connection: any Connection) throws {
        try add(connection)
        guard isGreat else { return }
        try connection.execute("INSERT INTO enterprise_search (enterprise_search) VALUES ('optimize')")
        // As the engine has them where nobody sets them.
        try set("automerge", 4, connection)
        try set("crisismerge", 16, connection)
    }

    private func lastRow(_ connection: any Connection) throws -> Int {
        try connection.first("SELECT max(rowid) FROM enterprise", read: { try $0.optionalInteger(0) ?? 0 }) ?? 0
    }

    private func set(_ name: String, _ value: Int, _ connection: any Connection) throws {
        try connection.execute(
            "INSERT INTO enterprise_search (enterprise_search, rank) VALUES ($1, $2)", [.text(name), .integer(value)])
    }
}
