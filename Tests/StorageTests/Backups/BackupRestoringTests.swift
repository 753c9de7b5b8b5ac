import Foundation
import Register
import Testing
import World

@testable import Storage

private let later = Stamp(by: nil, at: noon + 3600)

struct BackupRestoringTests {
    @Test(arguments: Desk.engines)
    func `what was saved is there again; sessions and open links are not, and the book says so`(
        engine: EngineKind
    ) async throws {
        let vault = try await Vault(engine)
        let backup = try await vault.backup()
        let place = try vault.otherPlace()
        #expect(try await backup.restore(to: place.address, .stays, by: later) == nil)
        let store = try await place.store()
        #expect(try await store.count("region") == backup.manifest.rows["region"])
        #expect(try await store.count("account") == 1)
        #expect(try await store.count("session") == 0)
        #expect(try await store.count("one_time_link", "used_at IS NULL") == 0)
        let books = try await store.auditBooks()
        #expect(books.map(\.fault) == [nil] && books.map(\.length) == [backup.manifest.books[0].length + 1])
        let line = try #require(try await store.events(EventFilter(office: .nation), limit: 1).first)
        #expect(line.event.kind == .backupRestored && line.event.stamp == later)
        #expect(line.event.changes.contains(Event.Change("sessions-ended", to: .plain("1"))))
        await store.close()
        #expect(try await vault.store.count("session") == 1)
    }

    @Test(arguments: Desk.engines)
    func `a database that holds rows stays unless it is to be set aside`(engine: EngineKind) async throws {
        let vault = try await Vault(engine)
        let backup = try await vault.backup()
        try await vault.ask("after the backup")
        await vault.store.close()
        let address = vault.desk.address
        await #expect(throws: BackupRefused.holdsRows(address.description)) {
            try await backup.restore(to: address, .stays, by: later)
        }
        let aside = try #require(try await backup.restore(to: address, .setAside, by: later))
        let new = try await vault.desk.store()
        #expect(try await new.count("job") == 1)
        await new.close()
        let old = try await Store(at: place(of: aside, beside: vault.desk))
        #expect(try await old.count("job") == 2)
        await old.close()
        if let database = vault.desk.database {
            _ = try PostgresCluster.shared?.execute("DROP DATABASE \(aside) WITH (FORCE)", in: database)
        }
    }

    @Test(arguments: Desk.engines)
    func `a database that somebody has open is not replaced`(engine: EngineKind) async throws {
        let vault = try await Vault(engine)
        let backup = try await vault.backup()
        let address = vault.desk.address
        await #expect(throws: BackupRefused.inUse(address.description)) {
            try await backup.restore(to: address, .setAside, by: later)
        }
        try await vault.ask("still served")
        #expect(try await vault.store.count("job") == 2)
        if engine == .sqlite {
            let left = try FileManager.default.contentsOfDirectory(atPath: vault.desk.folder.path)
            #expect(left.filter { $0.contains("restor") } == [])
        }
    }

    @Test(arguments: Desk.engines)
    func `a damaged backup replaces nothing`(engine: EngineKind) async throws {
        let vault = try await Vault(engine)
        let backup = try await vault.backup()
        var bytes = try Data(contentsOf: backup.file)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: backup.file)
        await vault.store.close()
        await #expect(throws: BackupRefused.damaged(backup.file.path, .hash)) {
            try await backup.restore(to: vault.desk.address, .setAside, by: later)
        }
        #expect(try await vault.desk.store().count("session") == 1)
    }

    @Test(arguments: Desk.engines)
    func `another program's database is not replaced`(engine: EngineKind) async throws {
        let vault = try await Vault(engine)
        let backup = try await vault.backup()
        let place = try vault.otherPlace()
        let create = "CREATE TABLE theirs (a INTEGER)"
        switch place.address {
        case .file(let path): try await foreign(path, create)
        case .server: try PostgresCluster.shared?.execute(create, in: place.database ?? "")
        }
        await #expect(throws: StoreRefusal.notOurs(path: place.address.description)) {
            try await backup.restore(to: place.address, .setAside, by: later)
        }
    }

    @Test func `a damaged database is set aside with its log, and the backup takes its place`() async throws {
        let vault = try await Vault(.sqlite)
        let backup = try await vault.backup()
        await vault.store.close()
        let path = vault.desk.path
        let letter = String(repeating: "Dear office, this is no database. ", count: 300)
        try Data(letter.utf8).write(to: URL(filePath: path))
        try Data("stale".utf8).write(to: URL(filePath: path + "-wal"))
        let aside = try #require(try await backup.restore(to: vault.desk.address, .setAside, by: later))
        #expect(try String(contentsOfFile: aside, encoding: .utf8).hasPrefix("Dear office"))
        #expect(try String(contentsOfFile: aside + "-wal", encoding: .utf8) == "stale")
        #expect(try await vault.desk.store().count("account") == 1)
    }

    @Test func `an older schema is brought up to date`() async throws {
        let desk = try Desk()
        let engine = try SQLiteEngine(path: desk.path)
        try await Migrations.apply(Array(Migrations.all.prefix(2)), to: engine, named: desk.path)
        await engine.close()
        try SQLiteBackup.settle(desk.path)
        let contents = try SQLiteBackup.examine(desk.path)
        let manifest = BackupManifest(
            contents, of: .sqlite, at: noon, file: try DurableFile.digest(of: desk.path))
        let place = try Desk()
        _ = try await Backup(file: URL(filePath: desk.path), manifest: manifest)
            .restore(to: place.address, .stays, by: later)
        #expect(try await place.store().count("job") == 0)
    }

    @Test func `the new file belongs to whom the old one belonged, and is as closed`() async throws {
        let vault = try await Vault(.sqlite)
        let backup = try await vault.backup()
        await vault.store.close()
        #expect(chmod(vault.desk.path, 0o640) == 0)
        _ = try await backup.restore(to: vault.desk.address, .setAside, by: later)
        let attributes = try FileManager.default.attributesOfItem(atPath: vault.desk.path)
        #expect(attributes[.posixPermissions] as? Int == 0o640)
    }

    @Test func `a file does not become a server's database`() async throws {
        let vault = try await Vault(.sqlite)
        let backup = try await vault.backup()
        let address = try #require(DatabaseAddress("postgres://nobody@nowhere.invalid/tiru"))
        await #expect(throws: BackupRefused.otherEngine(.sqlite)) {
            try await backup.restore(to: address, .stays, by: later)
        }
    }

    private func place(of aside: String, beside desk: Desk) throws -> DatabaseAddress {
        guard desk.database != nil, let cluster = PostgresCluster.shared else { return .file(aside) }
        return try #require(DatabaseAddress(cluster.address(of: aside)))
    }

    private func foreign(_ path: String, _ sql: String) async throws {
        let engine = try SQLiteEngine(path: path)
        _ = try await engine.write { try $0.executeScript(sql) }
        await engine.close()
    }
}
