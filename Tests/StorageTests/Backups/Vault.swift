import Foundation
import Register
import Testing
import World

@testable import Storage

/// When the tests' backups are made.
let noon = Date(timeIntervalSince1970: 1_795_608_931.5)

/// A desk with something on it that is worth keeping, and a folder for its backups.
final class Vault {
    let desk: Desk
    let store: Store
    var folder: URL { desk.folder.appending(path: "backups") }

    init(_ engine: EngineKind) async throws {
        desk = try Desk(engine)
        store = try await desk.store()
        try await store.load(World.facts(), at: noon)
        try await store.write { connection in
            try connection.execute(
                """
                INSERT INTO account (id, sign_in_name, display_name, office, created_at)
                VALUES ('a', 'wayan', 'Wayan', '51.03', $1)
                """, [SQLValue(noon)])
            try connection.execute(
                """
                INSERT INTO session
                    (id, digest, account, created_at, last_seen_at, ends_at, address, program, is_complete)
                VALUES ('s', 'd', 'a', $1, $1, $1, '', '', 1)
                """, [SQLValue(noon)])
            try connection.execute(
                "INSERT INTO one_time_link (digest, purpose, account, created_at, ends_at) VALUES ('l', 'reset', 'a', $1, $1)",
                [SQLValue(noon)])
        }
        try await ask("first")
    }

    /// One more job, with its line in the book.
    func ask(_ kind: String, parameters: String = "{}") async throws { try await store.ask(kind, parameters) }

    func backup(at instant: Date = noon) async throws -> Backup {
        try await Backup.make(of: source, into: folder, by: Stamp(by: nil, at: instant))
    }

    var source: Backup.Source { Backup.Source(store, at: desk.address) }

    /// What lies in the folder, hidden files too.
    var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() } }

    /// Where a database may be restored to: a place of its own on the same engine.
    func otherPlace() throws -> Desk { try Desk(store.engine.kind) }

    /// The manifest made to fit the data file as it is now, as somebody would who wants to deceive.
    func forge(_ backup: Backup, schema: Int? = nil, rows: [String: Int]? = nil) throws -> Backup {
        let old = backup.manifest
        let contents = BackupContents(schema: schema ?? old.schema, rows: rows ?? old.rows, books: old.books)
        let forged = BackupManifest(
            contents, of: old.engine, at: old.madeAt, file: try DurableFile.digest(of: backup.file.path))
        try forged.json().write(to: Backup.manifestPlace(of: backup.file))
        return try Backup(at: backup.file)
    }
}

extension Store {
    func ask(_ kind: String, _ parameters: String = "{}") async throws {
        var random = SystemRandomNumberGenerator()
        let id = Job.ID(Identifier(at: noon, using: &random))
        try await ask(for: Job(id, kind, in: .nation, parameters: parameters, asked: Stamp(by: nil, at: noon)))
    }

    func count(_ table: String, _ condition: String = "1 = 1") async throws -> Int {
        try await read { connection in
            try connection.first("SELECT count(*) FROM \(table) WHERE \(condition)", read: { try $0.integer(0) }) ?? 0
        }
    }
}

/// Runs statements on a file of SQLite from outside, as a hand that wants to change something.
func alter(_ backup: Backup, _ statements: String...) async throws {
    let engine = try SQLiteEngine(path: backup.file.path)
    _ = try await engine.write { connection in for sql in statements { try connection.executeScript(sql) } }
    await engine.close()
    try SQLiteBackup.settle(backup.file.path)
}
