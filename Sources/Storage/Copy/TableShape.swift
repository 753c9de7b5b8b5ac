/// A table as the engine itself describes it; nothing here is kept by hand, so a new table is moved like the others.
struct TableShape: Equatable, Sendable {
    let name: String
    /// In the order of the alphabet, which is the same on both engines.
    let columns: [String]
    /// The columns that name a row, in the order of the key; all columns where the table has no key.
    let key: [String]
    /// The tables it refers to, itself apart.
    let parents: Set<String>

    /// Every table of ours but the list of migrations, those that are referred to before those that refer to them.
    /// - Throws: `StorageFault.damaged` where tables refer to each other in a circle.
    static func all(_ connection: any Connection) throws -> [TableShape] {
        let columns = try grouped(connection.rows(columnsAsked(connection.engine), read: named))
        let keys = try grouped(connection.rows(keysAsked(connection.engine), read: named))
        let parents = try grouped(connection.rows(parentsAsked(connection.engine), read: named))
        let shapes = columns.keys.filter { $0 != "schema_migration" }.sorted().map { name in
            let columns = (columns[name] ?? []).sorted()
            return TableShape(
                name: name, columns: columns, key: keys[name] ?? columns,
                parents: Set(parents[name] ?? []).subtracting([name]))
        }
        return try ordered(shapes)
    }

    private static func named(_ row: SQLRow) throws -> (String, String) { (try row.text(0), try row.text(1)) }

    private static func grouped(_ pairs: [(String, String)]) -> [String: [String]] {
        pairs.reduce(into: [:]) { $0[$1.0, default: []].append($1.1) }
    }

    private static func ordered(_ shapes: [TableShape]) throws -> [TableShape] {
        var waiting = shapes
        var done: [TableShape] = []
        var names: Set<String> = []
        while !waiting.isEmpty {
            let ready = waiting.filter { $0.parents.isSubset(of: names) }
            guard !ready.isEmpty else { throw StorageFault.damaged("tables refer to each other in a circle") }
            done += ready
            names.formUnion(ready.map(\.name))
            waiting.removeAll { names.contains($0.name) }
        }
        return done
    }
}

extension TableShape {
    /// Tables of an index that the engine keeps for itself (full text) are no facts, and generated columns none either.
    private static func columnsAsked(_ engine: EngineKind) -> String {
        switch engine {
        case .sqlite:
            """
            SELECT t.name, c.name FROM pragma_table_list AS t, pragma_table_xinfo(t.name) AS c
            WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.hidden = 0
            ORDER BY t.name, c.cid
            """
        case .postgres:
            """
            SELECT CAST(t.relname AS TEXT), CAST(c.attname AS TEXT)
            FROM pg_class AS t JOIN pg_attribute AS c ON c.attrelid = t.oid
            WHERE t.relnamespace = CAST(current_schema() AS regnamespace) AND t.relkind IN ('r', 'p')
                AND NOT t.relispartition AND c.attnum > 0 AND NOT c.attisdropped AND c.attgenerated = ''
            ORDER BY t.relname, c.attnum
            """
        }
    }

    private static func keysAsked(_ engine: EngineKind) -> String {
        switch engine {
        case .sqlite:
            """
            SELECT t.name, c.name FROM pragma_table_list AS t, pragma_table_xinfo(t.name) AS c
            WHERE t.schema = 'main' AND t.type = 'table' AND c.pk > 0 ORDER BY t.name, c.pk
            """
        case .postgres:
            """
            SELECT CAST(t.relname AS TEXT), CAST(c.attname AS TEXT)
            FROM pg_class AS t JOIN pg_index AS i ON i.indrelid = t.oid AND i.indisprimary
                CROSS JOIN LATERAL unnest(CAST(i.indkey AS SMALLINT[])) WITH ORDINALITY AS k (number, place)
                JOIN pg_attribute AS c ON c.attrelid = t.oid AND c.attnum = k.number
            WHERE t.relnamespace = CAST(current_schema() AS regnamespace) ORDER BY t.relname, k.place
            """
        }
    }

    private static func parentsAsked(_ engine: EngineKind) -> String {
        switch engine {
        case .sqlite:
            """
            SELECT t.name, f."table" FROM pragma_table_list AS t, pragma_foreign_key_list(t.name) AS f
            WHERE t.schema = 'main' AND t.type = 'table'
            """
        case .postgres:
            """
            SELECT CAST(t.relname AS TEXT), CAST(p.relname AS TEXT)
            FROM pg_constraint AS f JOIN pg_class AS t ON t.oid = f.conrelid JOIN pg_class AS p ON p.oid = f.confrelid
            WHERE f.contype = 'f' AND t.relnamespace = CAST(current_schema() AS regnamespace)
            """
        }
    }

    var quotedName: String { Self.quoted(name) }
    var quotedColumns: [String] { columns.map(Self.quoted) }

    /// All rows, in an order that both engines agree on.
    var rows: String {
        let order = key.map { Self.quoted($0) + (key == columns ? " NULLS FIRST" : "") }.joined(separator: ", ")
        return "SELECT \(quotedColumns.joined(separator: ", ")) FROM \(quotedName) ORDER BY \(order)"
    }

    /// The row that `rows` stands on.
    func values(_ row: SQLRow) throws -> [SQLValue] { try columns.indices.map(row.value) }

    func count(_ connection: any Connection) throws -> Int {
        try connection.rows("SELECT count(*) FROM \(quotedName)") { try $0.integer(0) }.first ?? 0
    }

    private static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }
}
