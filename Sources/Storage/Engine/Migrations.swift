/// The numbered changes of the schema, in order. A migration that has landed is never edited.
enum Migrations {
    struct Migration: Sendable {
        let number: Int
        let name: String
        let sql: String

        init(_ number: Int, _ name: String, _ sql: [UInt8]) {
            self.number = number
            self.name = name
            self.sql = String(decoding: sql, as: UTF8.self)
        }
    }

    static let all = [
        Migration(1, "reference-facts", PackageResources._001_reference_facts_sql),
        Migration(2, "accounts-and-events", PackageResources._002_accounts_and_events_sql),
        Migration(3, "people-and-jobs", PackageResources._003_people_and_jobs_sql),
        Migration(4, "areas-and-codes", PackageResources._004_areas_and_codes_sql),
        Migration(5, "enterprises", PackageResources._005_enterprises_sql),
        Migration(6, "enterprises-in-bulk", PackageResources._006_enterprises_in_bulk_sql),
        Migration(7, "sentra", PackageResources._007_sentra_sql),
        Migration(8, "enterprise-details", PackageResources._008_enterprise_details_sql),
        Migration(9, "twins", PackageResources._009_twins_sql),
        Migration(10, "search-words", PackageResources._010_search_words_sql),
        Migration(11, "change-requests", PackageResources._011_change_requests_sql),
        Migration(12, "rows-of-lists", PackageResources._012_rows_of_lists_sql),
        Migration(13, "office-lists", PackageResources._013_office_lists_sql),
        Migration(14, "measure", PackageResources._014_measure_sql),
        Migration(15, "photos", PackageResources._015_photos_sql),
        Migration(16, "lists-and-views", PackageResources._016_lists_and_views_sql),
        Migration(17, "where-do-we-stand", PackageResources._017_where_do_we_stand_sql),
    ]

    /// The number of the last one: those between may have landed in another order, and there may be gaps.
    static var latest: Int { all.last?.number ?? 0 }

    /// Brings the schema up to date, a transaction each. One program does it; others that come meanwhile wait for it.
    /// - Throws: `StoreRefusal.notOurs`; `StorageFault.newerSchema` for a database written by a later version of the
    ///   program; `.migrationFailed`: the schema is then as the one before it left it.
    static func apply(_ migrations: [Migration], to engine: any Engine, named name: String) async throws {
        var done = try await engine.read { try numbersDone($0, named: name) }
        if let last = done.max(), last > migrations.last?.number ?? 0 { throw StorageFault.newerSchema(last) }
        for migration in migrations where !done.contains(migration.number) {
            done = try await engine.write { connection in
                try takeTurn(connection)
                let done = try numbersDone(connection, named: name)
                guard !done.contains(migration.number) else { return done }
                if done.isEmpty { try begin(connection) }
                try run(migration, connection)
                try connection.execute(
                    "INSERT INTO schema_migration (number, name) VALUES ($1, $2)",
                    [.integer(migration.number), .text(migration.name)])
                return done.union([migration.number])
            }
        }
    }

    private static func run(_ migration: Migration, _ connection: any Connection) throws {
        do {
            try connection.executeScript(expand(migration.sql, for: connection.engine))
        } catch let fault as StorageFault where !fault.isPassing {
            throw StorageFault.migrationFailed(migration.number, name: migration.name, reason: fault.description)
        }
    }

    /// SQLite has one writer anyway; on PostgreSQL the lock is given back at the end of the transaction.
    private static func takeTurn(_ connection: any Connection) throws {
        guard connection.engine == .postgres else { return }
        _ = try connection.rows(
            "SELECT CAST(pg_advisory_xact_lock(\(SQLiteIdentity.application)) AS TEXT)", read: { _ in () })
    }

    /// Asked without writing.
    private static func numbersDone(_ connection: any Connection, named name: String) throws -> Set<Int> {
        let tables = try tableNames(connection)
        guard tables.contains("schema_migration") else {
            // The file of SQLite was looked at before it was opened; a schema with strangers in it is not ours.
            guard tables.isEmpty else { throw StoreRefusal.notOurs(path: name) }
            return []
        }
        return Set(try connection.rows("SELECT number FROM schema_migration", read: { try $0.integer(0) }))
    }

    static func tableNames(_ connection: any Connection) throws -> [String] {
        switch connection.engine {
        case .sqlite:
            try connection.rows(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
                read: { try $0.text(0) })
        case .postgres:
            try connection.rows(
                """
                SELECT CAST(table_name AS TEXT) FROM information_schema.tables
                WHERE table_schema = current_schema() ORDER BY 1
                """, read: { try $0.text(0) })
        }
    }

    private static func begin(_ connection: any Connection) throws {
        if connection.engine == .sqlite {
            try connection.executeScript("PRAGMA application_id = \(SQLiteIdentity.application)")
        }
        try connection.executeScript(
            expand(
                """
                CREATE TABLE schema_migration (
                    number INTEGER NOT NULL PRIMARY KEY,
                    name TEXT NOT NULL
                )
                """, for: connection.engine))
    }

    /// A migration in an engine's own words. Text is ordered by its bytes on both, whatever the server's language.
    static func expand(_ sql: String, for engine: EngineKind) -> String {
        let words: [(String, String)] =
            switch engine {
            case .sqlite: [("{int}", "INTEGER"), ("{real}", "REAL"), ("{bytes}", "BLOB"), ("{strict}", "STRICT")]
            case .postgres:
                [
                    ("{int}", "BIGINT"), ("{real}", "DOUBLE PRECISION"), ("{bytes}", "BYTEA"), ("{strict}", ""),
                    (" TEXT", " TEXT COLLATE \"C\""),
                ]
            }
        return words.reduce(own(sql, for: engine)) { $0.replacing($1.0, with: $1.1) }
    }

    /// Without the lines between `{only postgres}` and `{end}` for SQLite, and the other way round: what keeps a full
    /// text index is each engine's own.
    private static func own(_ sql: String, for engine: EngineKind) -> String {
        var isOwn = true
        var lines: [Substring] = []
        for line in sql.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("{only ") {
                isOwn = line == "{only \(engine.rawValue)}"
            } else if line == "{end}" {
                isOwn = true
            } else if isOwn {
                lines.append(line)
            }
        }
        return lines.joined(separator: "\n")
    }
}
