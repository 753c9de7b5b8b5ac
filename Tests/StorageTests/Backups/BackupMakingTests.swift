import Dispatch
import Foundation
import Register
import Testing
import World

@testable import Storage

struct BackupMakingTests {
    @Test(arguments: Desk.engines)
    func `a backup is a data file and a manifest, for its owner only, and the book knows its hash`(
        engine: EngineKind
    ) async throws {
        let vault = try await Vault(engine)
        let backup = try await vault.backup()
        let ending = engine == .sqlite ? "sqlite" : "pgdump"
        #expect(try vault.names == ["tiru-2026-11-25T121531Z.json", "tiru-2026-11-25T121531Z.\(ending)"].sorted())
        for name in try vault.names {
            let file = vault.folder.appending(path: name).path
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
        let manifest = backup.manifest
        #expect(manifest.madeAt == noon && manifest.schema == Migrations.latest)
        #expect(manifest.rows["job"] == 1)
        #expect(try await manifest.rows["region"] == vault.store.count("region"))
        #expect(manifest.books.map(\.office) == ["00"] && manifest.books[0].length == manifest.rows["event"])
        let line = try #require(try await vault.store.events(EventFilter(office: .nation), limit: 1).first)
        #expect(line.event.kind == .backupMade)
        #expect(line.event.changes.contains { $0.new == .plain(manifest.sha256) })
    }

    @Test(arguments: Desk.engines)
    func `what was made is found again and holds`(engine: EngineKind) async throws {
        let vault = try await Vault(engine)
        let first = try await vault.backup()
        let second = try await vault.backup(at: noon + 60)
        #expect(try Backup.list(in: vault.folder) == BackupList(backups: [second, first], unreadable: []))
        #expect(try Backup(at: first.file) == first)
        #expect(try Backup(at: Backup.manifestPlace(of: first.file)) == first)
        try await first.verify()
        try await second.verifyDeeply(on: vault.desk.address)
    }

    @Test(.timeLimit(.minutes(2)), arguments: Desk.engines)
    func `while another writes without a pause, the copy is of one moment and its chain holds`(
        engine: EngineKind
    ) async throws {
        let vault = try await Vault(engine)
        // So large that it is copied in many steps.
        let long = String(repeating: "long ", count: 200_000)
        for _ in 0..<20 { try await vault.ask("large", parameters: long) }
        let (written, store, source) = (DispatchSemaphore(value: 0), vault.store, vault.source)
        let writer = Task {
            while !Task.isCancelled {
                // Cancelled in the middle of a transaction: nothing was kept of it.
                try? await store.ask("small")
                written.signal()
            }
        }
        let backup = try await Backup.make(of: source, into: vault.folder, by: Stamp(by: nil, at: noon)) { _ in
            // Between two steps there was a transaction.
            _ = written.wait(timeout: .now() + 5)
        }
        writer.cancel()
        await writer.value
        try await backup.verifyDeeply(on: vault.desk.address)
        // Each has its line, and the loading of the facts has one.
        #expect(backup.manifest.rows["job"].map { $0 + 1 } == backup.manifest.rows["event"])
        #expect(try await backup.manifest.rows["job"] ?? 0 < store.count("job"))
    }

    @Test(arguments: Desk.engines)
    func `one that is cancelled leaves nothing behind`(engine: EngineKind) async throws {
        let vault = try await Vault(engine)
        let (source, folder) = (vault.source, vault.folder)
        let making = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await Backup.make(of: source, into: folder, by: Stamp(by: nil, at: noon))
        }
        await #expect(throws: CancellationError.self) { try await making.value }
        #expect(try vault.names == [])
    }

    @Test(arguments: Desk.engines)
    func `a database whose chain is broken is not copied, and nothing is left behind`(
        engine: EngineKind
    ) async throws {
        let vault = try await Vault(engine)
        try await vault.store.write { try $0.executeScript("UPDATE event SET body = '{}' WHERE number = 1") }
        await #expect(throws: BackupRefused.brokenBook(BookFault(office: .nation, number: 1, .changed))) {
            try await vault.backup()
        }
        #expect(try vault.names == [])
    }

    @Test func `two of one second are not mixed up`() async throws {
        let vault = try await Vault(.sqlite)
        let backup = try await vault.backup()
        await #expect(throws: BackupRefused.alreadyThere(backup.file.path)) { try await vault.backup() }
        try await backup.verify()
    }

    @Test func `a folder that is a file is refused by name`() async throws {
        let vault = try await Vault(.sqlite)
        try Data().write(to: vault.folder)
        await #expect {
            try await vault.backup()
        } throws: { error in
            guard case .cannotWrite(let path, _) = error as? BackupRefused else { return false }
            return path == vault.folder.path
        }
    }

    @Test func `what a program that was killed has left goes after a day`() async throws {
        let vault = try await Vault(.sqlite)
        try FileManager.default.createDirectory(at: vault.folder, withIntermediateDirectories: true)
        for (name, age) in [("old", 86_401.0), ("young", 60)] {
            let file = vault.folder.appending(path: ".tiru-unfinished-\(name).sqlite").path
            _ = FileManager.default.createFile(
                atPath: file, contents: nil, attributes: [.modificationDate: noon - age])
        }
        _ = try await vault.backup()
        #expect(try vault.names.filter { $0.hasPrefix(".") } == [".tiru-unfinished-young.sqlite"])
    }

    @Test func `what need not be kept goes, and only that`() async throws {
        let vault = try await Vault(.sqlite)
        for days in [400.0, 3, 0] { _ = try await vault.backup(at: noon - days * 86_400) }
        let letter = vault.folder.appending(path: "tiru-2020-01-01.json")
        try Data("{}".utf8).write(to: letter)
        let retention = try #require(Retention("7d"))
        let removed = try Backup.removeExpired(in: vault.folder, retention, at: noon)
        #expect(removed.isEmpty)
        let short = try #require(Retention("2d"))
        #expect(
            try Backup.removeExpired(in: vault.folder, short, at: noon).map(\.manifest.madeAt) == [noon - 34_560_000])
        #expect(try vault.names.count == 5)
    }
}

struct PostgresProgramTests {
    static let addresses = [
        "postgres://wayan:rahasia@db.example/tiru", "postgres://wayan@db.example/tiru?password=rahasia",
    ]

    @Test(arguments: addresses)
    func `the password goes through the environment, never onto the command line`(text: String) throws {
        let address = try #require(DatabaseAddress(text))
        guard case .server(let server) = address else { preconditionFailure(text) }
        let settings = try PostgresSettings(server)
        #expect(settings.environment["PGPASSWORD"] == "rahasia")
        #expect(settings.environment["PGHOST"] == "db.example")
        let line = settings.commandLine(database: "it's")
        #expect(!line.contains("rahasia"))
        #expect(line.contains(#"dbname='it\'s'"#))
    }

    @Test func `what a program says is kept for the refusal`() {
        let program = PostgresProgram(name: "sh", arguments: ["-c", "echo pg_dump: no such role >&2; exit 3"])
        #expect(throws: BackupRefused.programFailed("sh", said: "pg_dump: no such role")) {
            try program.run(StopSign())
        }
    }

    @Test func `a full disk is told apart from other failures`() {
        let program = PostgresProgram(
            name: "sh", arguments: ["-c", "echo 'could not write: No space left on device' >&2; exit 1"])
        #expect(throws: StoreRefusal.diskFull) { try program.run(StopSign()) }
    }

    @Test func `a program that is not installed is named`() {
        let program = PostgresProgram(name: "pg_no_such_program", arguments: [])
        #expect(throws: BackupRefused.programMissing("pg_no_such_program")) { try program.run(StopSign()) }
    }

    @Test(.timeLimit(.minutes(1))) func `a program that nobody waits for any more is ended`() {
        let sign = StopSign()
        sign.raise()
        let program = PostgresProgram(name: "sleep", arguments: ["3600"])
        #expect(throws: CancellationError.self) { try program.run(sign) }
    }
}
