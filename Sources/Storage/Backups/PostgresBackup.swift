import Foundation

/// A copy of a server's database, as `pg_dump` writes it.
enum PostgresBackup {
    /// Counts and copies in one snapshot, so that the one is true of the other.
    static func dump(
        _ engine: any Engine, _ server: DatabaseAddress.Server, to path: String,
        _ progress: @escaping @Sendable (Double?) -> Void
    ) async throws -> BackupContents {
        try await cancellable { sign in
            let contents = try await engine.read { connection in
                let snapshot = try connection.first("SELECT pg_export_snapshot()", read: { try $0.text(0) })
                let name = try connection.first("SELECT CAST(current_database() AS TEXT)", read: { try $0.text(0) })
                guard let snapshot, let name else { throw StorageFault.damaged("no snapshot") }
                // The transaction says nothing for as long as the copy takes; that is no reason to end it.
                try connection.executeScript("SET LOCAL idle_in_transaction_session_timeout = 0")
                let contents = try BackupContents(of: connection, named: server.shown)
                let settings = try PostgresSettings(server)
                let arguments = [
                    "--format=custom", "--no-owner", "--no-privileges", "--no-password", "--snapshot=\(snapshot)",
                    "--file=\(path)", "--dbname=\(settings.commandLine(database: name))",
                ]
                _ = try PostgresProgram(name: "pg_dump", arguments: arguments, settings: settings)
                    .run(sign) { progress(nil) }
                return contents
            }
            try await examine(path, contents)
            return contents
        }
    }

    /// Reads every byte that `pg_restore` would, and looks for every table. No server is asked.
    static func examine(_ path: String, _ contents: BackupContents) async throws {
        try await aside { sign in
            do {
                let list = try PostgresProgram(name: "pg_restore", arguments: ["--list", path]).run(sign)
                let found = Set(
                    list.matches(of: #/TABLE DATA \S+ (\S+) /#).map { String($0.output.1) })
                guard found.isSuperset(of: contents.rows.keys) else {
                    throw BackupRefused.damaged(path, .contents)
                }
                _ = try PostgresProgram(name: "pg_restore", arguments: ["--file=/dev/null", path]).run(sign)
            } catch BackupRefused.programFailed(_, let said) {
                throw BackupRefused.damaged(path, .engine(said))
            }
        }
    }
}

/// A database that exists while a backup is tried out, on the server it may later serve.
struct ScratchDatabase {
    let name: String
    let settings: PostgresSettings
    private let server: PostgresServer

    /// Restores a backup into a new database, and checks that all of it came.
    static func restoring(_ backup: Backup, on server: PostgresServer) async throws -> ScratchDatabase {
        var random = SystemRandomNumberGenerator()
        let name = "tiru_trial_\(String(UInt64.random(in: .min ... .max, using: &random), radix: 36))"
        let scratch = ScratchDatabase(name: name, settings: server.settings, server: server)
        try await server.run("CREATE DATABASE \(PostgresServer.quoted(name)) TEMPLATE template0 ENCODING 'UTF8'")
        do {
            try await scratch.fill(from: backup)
            return scratch
        } catch {
            try await scratch.remove()
            throw error
        }
    }

    private func fill(from backup: Backup) async throws {
        let arguments = [
            "--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", "--no-password",
            "--dbname=\(settings.commandLine(database: name))", backup.file.path,
        ]
        let settings = settings
        try await aside { sign in
            _ = try PostgresProgram(name: "pg_restore", arguments: arguments, settings: settings).run(sign)
        }
        let engine = try await PostgresEngine(settings.server(with: name))
        do {
            let contents = try await engine.read { try BackupContents(of: $0, named: backup.file.path) }
            guard contents == backup.manifest.contents else { throw BackupRefused.damaged(backup.file.path, .contents) }
            await engine.close()
        } catch {
            await engine.close()
            throw error
        }
    }

    func remove() async throws {
        // Not taken back when the task is cancelled: nothing is to be left on the server.
        let (server, name) = (server, name)
        try await Task {
            try await server.run("DROP DATABASE IF EXISTS \(PostgresServer.quoted(name)) WITH (FORCE)")
        }.value
    }
}

/// The server around a database: what is asked of it stands outside of every transaction of ours.
struct PostgresServer {
    let settings: PostgresSettings

    init(_ server: DatabaseAddress.Server) throws { settings = try PostgresSettings(server) }

    static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

    /// Runs one statement, or several as one.
    func run(_ sql: String) async throws {
        let places = Self.common.map { settings.server(with: $0).connection }
        try await aside { _ in
            let link: PostgresLink
            do { link = try PostgresLink(places[0]) } catch { link = try PostgresLink(places[1]) }
            try link.script(sql)
        }
    }

    func has(_ database: String) async throws -> Bool {
        try await read { connection in
            try connection.exists("SELECT datname FROM pg_database WHERE datname = $1", [.text(database)])
        }
    }

    /// How many others are connected to a database.
    func users(of database: String) async throws -> Int {
        try await read { connection in
            try connection.first(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = $1", [.text(database)],
                read: { try $0.integer(0) }) ?? 0
        }
    }

    /// Databases that every server has, of which one may be closed to us.
    private static let common = ["postgres", "template1"]

    private func read<Result: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Result
    ) async throws -> Result {
        let engine: PostgresEngine
        do {
            engine = try await PostgresEngine(settings.server(with: Self.common[0]))
        } catch {
            engine = try await PostgresEngine(settings.server(with: Self.common[1]))
        }
        do {
            let result = try await engine.read(body)
            await engine.close()
            return result
        } catch {
            await engine.close()
            throw error
        }
    }
}
