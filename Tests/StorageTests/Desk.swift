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
            let name = try cluster.makeDatabase()
            database = name
            address = try #require(DatabaseAddress(cluster.address(of: name)))
        }
    }

    /// Where the file is.
    var path: String { folder.appending(path: "tiru.sqlite").path }

    func store() async throws -> Store { try await Store(at: address) }

    deinit {
        // Left behind, it is only a temporary folder, and a database of a server that goes away too.
        try? FileManager.default.removeItem(at: folder)
        if let database, let cluster = PostgresCluster.shared {
            _ = try? cluster.execute("DROP DATABASE IF EXISTS \(database) WITH (FORCE)", in: "postgres")
        }
    }
}
