import Foundation
import Register
import Testing

@testable import Storage

struct BackupVerifyingTests {
    @Test(arguments: Desk.engines)
    func `one changed byte is found`(engine: EngineKind) async throws {
        let vault = try await Vault(engine)
        let backup = try await vault.backup()
        var bytes = try Data(contentsOf: backup.file)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: backup.file)
        await #expect(throws: BackupRefused.damaged(backup.file.path, .hash)) { try await backup.verify() }
    }

    @Test(arguments: Desk.engines)
    func `a file cut short is found`(engine: EngineKind) async throws {
        let vault = try await Vault(engine)
        let backup = try await vault.backup()
        let bytes = try Data(contentsOf: backup.file)
        try bytes.dropLast(100).write(to: backup.file)
        let damage = BackupRefused.Damage.size(expected: bytes.count, found: bytes.count - 100)
        await #expect(throws: BackupRefused.damaged(backup.file.path, damage)) { try await backup.verify() }
    }

    @Test(arguments: Desk.engines)
    func `bytes that the engine cannot read are found although the hash fits`(engine: EngineKind) async throws {
        let vault = try await Vault(engine)
        let backup = try await vault.backup()
        var bytes = try Data(contentsOf: backup.file)
        bytes.replaceSubrange(bytes.count / 2..<bytes.count, with: Data(count: bytes.count - bytes.count / 2))
        try bytes.write(to: backup.file)
        let forged = try vault.forge(backup)
        await #expect {
            try await forged.verify()
        } throws: { error in
            guard case .damaged(_, .engine) = error as? BackupRefused else { return false }
            return true
        }
    }

    @Test(arguments: Desk.engines)
    func `other rows than the manifest says are found`(engine: EngineKind) async throws {
        let vault = try await Vault(engine)
        let backup = try await vault.backup()
        var rows = backup.manifest.rows
        rows["job"] = 7
        let forged = try vault.forge(backup, rows: rows)
        await #expect(throws: BackupRefused.damaged(backup.file.path, .contents)) {
            try await forged.verifyDeeply(on: vault.desk.address)
        }
    }

    @Test func `a chain that was broken by hand is found although the hash fits`() async throws {
        let vault = try await Vault(.sqlite)
        let backup = try await vault.backup()
        try await alter(backup, "UPDATE event SET actor = 'x' WHERE number = 1")
        let forged = try vault.forge(backup)
        await #expect(throws: BackupRefused.brokenBook(BookFault(office: .nation, number: 1, .changed))) {
            try await forged.verify()
        }
    }

    @Test func `a row that refers to nothing is found although the hash fits`() async throws {
        let vault = try await Vault(.sqlite)
        let backup = try await vault.backup()
        let path = backup.file.path
        try alterWithoutForeignKeys(path, "UPDATE one_time_link SET account = 'nobody'")
        let forged = try vault.forge(backup)
        await #expect(throws: BackupRefused.damaged(path, .engine("one_time_link refers to a missing row"))) {
            try await forged.verify()
        }
    }

    @Test func `another program's file is refused whatever its manifest says`() async throws {
        let vault = try await Vault(.sqlite)
        let backup = try await vault.backup()
        try await alter(backup, "PRAGMA application_id = 7")
        let forged = try vault.forge(backup)
        await #expect(throws: BackupRefused.foreign(backup.file.path)) { try await forged.verify() }
    }

    @Test func `a later program's backup is refused, by its manifest and by its file`() async throws {
        let vault = try await Vault(.sqlite)
        let backup = try await vault.backup()
        try await alter(backup, "INSERT INTO schema_migration VALUES (900, 'from-the-future')")
        await #expect(throws: BackupRefused.newerSchema(900)) { try await vault.forge(backup).verify() }
        await #expect(throws: BackupRefused.newerSchema(900)) { try await vault.forge(backup, schema: 900).verify() }
    }

    @Test func `a missing file and a manifest that is none are told apart`() async throws {
        let vault = try await Vault(.sqlite)
        let backup = try await vault.backup()
        try FileManager.default.removeItem(at: backup.file)
        await #expect(throws: BackupRefused.missing(backup.file.path)) { try await backup.verify() }
        let manifest = Backup.manifestPlace(of: backup.file)
        try Data("{}".utf8).write(to: manifest)
        #expect(throws: BackupRefused.unreadableManifest(manifest.path)) { try Backup(at: backup.file) }
        #expect(try Backup.list(in: vault.folder).unreadable == [manifest.lastPathComponent])
        try FileManager.default.removeItem(at: manifest)
        #expect(throws: BackupRefused.missing(manifest.path)) { try Backup(at: backup.file) }
    }

    /// From outside, where nothing keeps the links between rows.
    private func alterWithoutForeignKeys(_ path: String, _ sql: String) throws {
        let shell = Process()
        shell.executableURL = URL(filePath: "/usr/bin/env")
        shell.arguments = [
            "python3", "-c", "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()",
            path, sql,
        ]
        try shell.run()
        shell.waitUntilExit()
        try #require(shell.terminationStatus == 0)
    }
}
