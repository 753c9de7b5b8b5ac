import Foundation

extension Backup {
    /// Reads a backup from its first byte to its last: size, hash, what the engine says, rows and books, chains.
    /// For PostgreSQL the chains are walked only by `verifyDeeply`.
    /// - Throws: `BackupRefused`.
    public func verify() async throws {
        guard manifest.schema <= Migrations.latest else { throw BackupRefused.newerSchema(manifest.schema) }
        try await checkBytes()
        switch manifest.engine {
        case .sqlite:
            let (path, expected) = (file.path, manifest.contents)
            let found = try await aside { _ in try SQLiteBackup.examine(path) }
            guard found == expected else { throw BackupRefused.damaged(path, .contents) }
        case .postgres:
            try await PostgresBackup.examine(file.path, manifest.contents)
        }
    }

    /// The same, and for PostgreSQL the backup is restored into a database that is removed afterwards. Its user must be
    /// allowed to make databases.
    /// - Parameter address: of a database on the server where that is tried.
    public func verifyDeeply(on address: DatabaseAddress) async throws {
        try await verify()
        guard manifest.engine == .postgres else { return }
        guard case .server(let server) = address else { throw BackupRefused.otherEngine(manifest.engine) }
        try await StoreRefusal.speaking {
            let scratch = try await ScratchDatabase.restoring(self, on: PostgresServer(server))
            try await scratch.remove()
        }
    }

    private func checkBytes() async throws {
        let path = file.path
        let digest = try await aside { _ in try DurableFile.digest(of: path) }
        guard digest.size == manifest.size else {
            throw BackupRefused.damaged(path, .size(expected: manifest.size, found: digest.size))
        }
        guard digest.sha256 == manifest.sha256 else { throw BackupRefused.damaged(path, .hash) }
    }
}
