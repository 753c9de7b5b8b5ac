import Dispatch
import Foundation
import Testing
import World

@testable import Storage

/// A database of a test's own, of either engine, that goes away with the test.
final class Desk: Sendable {
    let folder: URL
    let address: DatabaseAddress
    /// The name of a database on the server; `nil` for a file.
    let database: String?

    /// Both engines; SQLite alone only where no PostgreSQL server is installed, which the cluster says, and never in CI.
    static let engines: [EngineKind] = PostgresCluster.shared == nil ? [.sqlite] : [.sqlite, .postgres]

    init(_ engine: EngineKind = .sqlite) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tiru-storage-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        switch engine {
        case .sqlite:
            database = nil
            address = .file(folder.appending(path: "tiru.sqlite").path)
        case .postgres:
            let cluster = try #require(PostgresCluster.shared)
            let name = "t" + UUID().uuidString.lowercased().replacing("-", with: "")
            try Self.run("CREATE DATABASE \(name)", on: cluster)
            database = name
            address = try #require(DatabaseAddress(cluster.address(of: name)))
        }
    }

    /// Where the file is.
    var path: String { folder.appending(path: "tiru.sqlite").path }

    func store() async throws -> Store { try await Store(at: address) }

    /// The bare engine, without our schema. It loses patience soon.
    /// - Parameter connections: of a server, at most.
    func engine(connections: Int = 8, patience: Double = 0.3) async throws -> any Engine {
        guard let database, let cluster = PostgresCluster.shared else {
            return try SQLiteEngine(path: path, patience: patience)
        }
        let text = cluster.address(of: database) + "&connections=\(connections)"
        guard case .server(let server) = try #require(DatabaseAddress(text)) else { throw CancellationError() }
        return try await PostgresEngine(server, patience: .seconds(patience))
    }

    /// The bare engine with a table of every kind of value.
    func engineWithSamples(connections: Int = 8) async throws -> any Engine {
        let engine = try await engine(connections: connections)
        try await addSamples(to: engine)
        return engine
    }

    func addSamples(to engine: any Engine) async throws {
        try await engine.write { connection in
            let table = """
                CREATE TABLE sample (
                    id {int} NOT NULL PRIMARY KEY, whole {int}, real {real}, word TEXT, raw {bytes},
                    tag TEXT UNIQUE, must {int} NOT NULL DEFAULT 0,
                    parent {int} REFERENCES sample (id), CHECK (whole IS NULL OR whole <> 13)
                ) {strict}
                """
            try connection.executeScript(Migrations.expand(table, for: connection.engine))
        }
    }

    /// Runs a statement from outside the program under test. - Precondition: the engine is PostgreSQL.
    @discardableResult
    func fromOutside(_ sql: String) throws -> String {
        try #require(PostgresCluster.shared).execute(sql, in: #require(database))
    }

    /// Cuts all connections of the program under test.
    func cutConnections() throws {
        try fromOutside(
            """
            SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid()
            """)
    }

    /// Comes back when the program under test runs a statement like this one.
    func waitUntilServerRuns(_ pattern: String) async throws {
        let sql = """
            SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'
            AND pid <> pg_backend_pid() AND query LIKE '\(pattern)'
            """
        while try fromOutside(sql) == "0" { await Task.yield() }
    }

    deinit {
        // Left behind, it is only a temporary folder, and a database of a server that goes away too.
        try? FileManager.default.removeItem(at: folder)
        guard let database, let cluster = PostgresCluster.shared else { return }
        // Nobody waits: the server asks all its connections first, and one whose statement was just cancelled may answer
        // only when it is used again.
        DispatchQueue.global().async {
            try? Self.run("DROP DATABASE IF EXISTS \(database) WITH (FORCE)", on: cluster)
        }
    }

    /// Over a connection of its own: a client's process for each of hundreds of desks, started from many threads at
    /// once, is more than the library that starts processes bears.
    private static func run(_ sql: String, on cluster: PostgresCluster) throws {
        guard case .server(let server) = try #require(DatabaseAddress(cluster.address(of: "postgres"))) else { return }
        try PostgresLink(server.connection).script(sql)
    }
}
