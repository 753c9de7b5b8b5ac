/// The numbered changes of the schema, in order. A migration that has landed is never edited.
enum Migrations {
    struct Migration {
        let number: Int
        let name: String
        let sql: String
    }

    static let all = [
        Migration(
            number: 1, name: "reference-facts",
            sql: portable(PackageResources._001_reference_facts_sql))
    ]

    /// Whether the file is older than this program; asked without writing.
    /// - Throws: `StorageFault.newerSchema` for a file written by a later version of the program.
    static func arePending(_ connection: Connection) throws -> Bool {
        let tables = try connection.rows(
            "SELECT name FROM sqlite_master WHERE name = 'schema_migration'", read: { try $0.text(0) })
        guard !tables.isEmpty else { return true }
        let last = try connection.rows(
            "SELECT coalesce(max(number), 0) FROM schema_migration", read: { try $0.integer(0) })
        if let last = last.first, last > all.count { throw StorageFault.newerSchema(last) }
        return last != [all.count]
    }

    /// Brings the schema up to date inside the caller's transaction.
    static func apply(_ connection: Connection) throws {
        try connection.executeScript("PRAGMA application_id = \(Identity.application)")
        try connection.executeScript(
            """
            CREATE TABLE IF NOT EXISTS schema_migration (
                number INTEGER NOT NULL PRIMARY KEY,
                name TEXT NOT NULL
            )
            """)
        let done = try connection.rows(
            "SELECT number FROM schema_migration ORDER BY number", read: { try $0.integer(0) })
        for migration in all where !done.contains(migration.number) {
            try connection.executeScript(migration.sql)
            try connection.execute(
                "INSERT INTO schema_migration (number, name) VALUES ($1, $2)",
                [.integer(migration.number), .text(migration.name)])
        }
    }

    /// The placeholders of the migrations as SQLite writes them.
    private static func portable(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
            .replacing("{int}", with: "INTEGER")
            .replacing("{real}", with: "REAL")
            .replacing("{bytes}", with: "BLOB")
            .replacing("{strict}", with: "STRICT")
    }
}
