import Foundation
public import Register

extension Backup {
    /// What becomes of a database that holds rows already.
    public enum Present: Sendable {
        /// It stays, and nothing is restored.
        case stays
        /// It is kept beside the new one, under a name that says when.
        case setAside
    }

    /// Puts a database in place as it was when the backup was made, at once and whole. Older schemas are brought up to
    /// date. All sessions end and open links are used up: they were of another time. The nation's book keeps a line.
    ///
    /// Nobody else may have the database open. On PostgreSQL its user must be allowed to make and rename databases.
    /// - Returns: where the database of before is now; `nil` where there was none, or none with rows.
    /// - Throws: `BackupRefused`; what was there is then untouched.
    public func restore(to address: DatabaseAddress, _ present: Present, by stamp: Stamp) async throws -> String? {
        try await verify()
        return try await StoreRefusal.speaking {
            switch (manifest.engine, address) {
            case (.sqlite, .file(let path)):
                try await SQLiteRestoring(self, to: path, at: stamp.at).run(present, by: stamp)
            case (.postgres, .server(let server)):
                try await PostgresRestoring(self, to: server, at: stamp.at).run(present, by: stamp)
            default: throw BackupRefused.otherEngine(manifest.engine)
            }
        }
    }
}

extension Store {
    /// The first transaction of a database that was restored.
    func beginAnew(from backup: Backup, by stamp: Stamp) async throws {
        try await record(in: .nation, by: stamp) { connection, book in
            let sessions = try connection.execute("DELETE FROM session")
            try connection.execute(
                "UPDATE one_time_link SET used_at = $1 WHERE used_at IS NULL", [SQLValue(stamp.at)])
            // What was revoked since must not open again.
            try connection.execute(
                "UPDATE access_token SET revoked_at = $1 WHERE revoked_at IS NULL", [SQLValue(stamp.at)])
            try book.note(
                .backupRestored, about: nil,
                [
                    Event.Change("backup-of", to: .plain(Instant.text(backup.manifest.madeAt))),
                    Event.Change("sha256", to: .plain(backup.manifest.sha256)),
                    Event.Change("sessions-ended", to: .plain("\(sessions)")),
                ])
        }
    }
}

/// Whether a database holds anything that a restoring would hide.
/// - Throws: `StoreRefusal.notOurs`.
func holdsRows(_ connection: any Connection, named name: String) throws -> Bool {
    let tables = try Migrations.tableNames(connection)
    guard tables.isEmpty || tables.contains("schema_migration") else { throw StoreRefusal.notOurs(path: name) }
    return try tables.filter { $0 != "schema_migration" }.contains { table in
        try connection.exists("SELECT 1 FROM \"\(table)\" LIMIT 1", [])
    }
}

/// Into a file: made ready beside it, then put in its place by one renaming.
private struct SQLiteRestoring {
    let backup: Backup
    let path: String
    let unfinished: String
    let aside: String

    init(_ backup: Backup, to path: String, at now: Date) {
        self.backup = backup
        // A link stays a link: it is the file behind it that is put in place.
        self.path = URL(filePath: path).resolvingSymlinksInPath().path
        let suffix = Instant.text(now).prefix(19).replacing(":", with: "") + "Z"
        unfinished = self.path + ".restoring-\(suffix)"
        aside = self.path + ".before-restore-\(suffix)"
    }

    func run(_ present: Backup.Present, by stamp: Stamp) async throws -> String? {
        let old = try old()
        let isKept = old == .holdsRows || old == .damaged
        guard !isKept || present == .setAside else { throw BackupRefused.holdsRows(path) }
        try DurableFile.claim(unfinished)
        do {
            guard try DurableFile.copy(backup.file.path, to: unfinished).sha256 == backup.manifest.sha256 else {
                throw BackupRefused.damaged(backup.file.path, .hash)
            }
            let store = try await Store(at: .file(unfinished))
            do {
                try await store.beginAnew(from: backup, by: stamp)
                await store.close()
            } catch {
                await store.close()
                throw error
            }
            try SQLiteBackup.settle(unfinished)
            try putInPlace(of: old)
        } catch {
            for ending in ["", "-journal", "-wal", "-shm"] { unlink(unfinished + ending) }
            throw error
        }
        return isKept ? aside : nil
    }

    /// What stands in the place.
    private enum Old { case nothing, empty, holdsRows, damaged }

    private func old() throws -> Old {
        guard FileManager.default.fileExists(atPath: path) else { return .nothing }
        do {
            return try SQLiteBackup.read(path) { try holdsRows($0, named: path) } ? .holdsRows : .empty
        } catch let refusal as StoreRefusal {
            throw refusal
        } catch {
            // What cannot be read is kept all the more: it may be why there is a restoring.
            return .damaged
        }
    }

    private func putInPlace(of old: Old) throws {
        if old != .nothing {
            if old == .damaged { try moveLogs() } else { try SQLiteBackup.settle(path) }
            try takeOver()
            if old != .empty, link(path, aside) != 0 {
                guard errno != EEXIST else { throw BackupRefused.alreadyThere(aside) }
                // A disk without second names for a file: for an instant nothing stands in its place.
                try DurableFile.rename(path, to: aside)
            }
        }
        try DurableFile.sync(unfinished)
        try DurableFile.rename(unfinished, to: path)
    }

    /// The log of the old file must not be taken for one of the new. A damaged one is not opened: the engine would tidy
    /// up what somebody may still want to look at.
    private func moveLogs() throws {
        guard try !DurableFile.isLocked(path) else { throw BackupRefused.inUse(path) }
        for ending in ["-wal", "-shm", "-journal"] where FileManager.default.fileExists(atPath: path + ending) {
            try DurableFile.rename(path + ending, to: aside + ending)
        }
    }

    /// Who restores as root must not take the file away from the account the server runs as.
    private func takeOver() throws {
        var status = stat()
        guard stat(path, &status) == 0 else { throw DurableFile.failure(path) }
        if status.st_uid != geteuid() || status.st_gid != getegid() {
            guard chown(unfinished, status.st_uid, status.st_gid) == 0 else { throw DurableFile.failure(unfinished) }
        }
        guard chmod(unfinished, status.st_mode & 0o777) == 0 else { throw DurableFile.failure(unfinished) }
    }
}

/// Into a database of a server: filled under another name, then the two are renamed in one transaction.
private struct PostgresRestoring {
    let backup: Backup
    let address: DatabaseAddress.Server
    let server: PostgresServer
    let name: String
    let aside: String

    init(_ backup: Backup, to address: DatabaseAddress.Server, at now: Date) throws {
        self.backup = backup
        self.address = address
        server = try PostgresServer(address)
        name = try server.settings.database()
        let digits = Instant.text(now).prefix(19).filter(\.isNumber)
        // A name has 63 bytes at most.
        aside = String(name.prefix(30)) + "_before_restore_\(digits)"
    }

    func run(_ present: Backup.Present, by stamp: Stamp) async throws -> String? {
        let isThere = try await server.has(name)
        // Counted before our own connection is one of them.
        let users = try await server.users(of: name)
        let isKept = isThere ? try await isWorthKeeping() : false
        guard !isKept || present == .setAside else { throw BackupRefused.holdsRows(address.shown) }
        guard users == 0 else { throw BackupRefused.inUse(address.shown) }
        let scratch = try await ScratchDatabase.restoring(backup, on: server)
        do {
            let store = try await Store(at: .server(server.settings.server(with: scratch.name)))
            do {
                try await store.beginAnew(from: backup, by: stamp)
                await store.close()
            } catch {
                await store.close()
                throw error
            }
            try await putInPlace(scratch.name, isThere: isThere)
        } catch {
            try await scratch.remove()
            throw error
        }
        if isThere, !isKept { try await server.run("DROP DATABASE \(PostgresServer.quoted(aside))") }
        return isKept ? aside : nil
    }

    private func isWorthKeeping() async throws -> Bool {
        let engine = try await PostgresEngine(server.settings.server(with: name))
        do {
            let shown = address.shown
            let holds = try await engine.read { try holdsRows($0, named: shown) }
            await engine.close()
            return holds
        } catch {
            await engine.close()
            throw error
        }
    }

    /// Several statements sent together are one transaction.
    private func putInPlace(_ scratch: String, isThere: Bool) async throws {
        let (old, new) = (PostgresServer.quoted(name), PostgresServer.quoted(scratch))
        let moveAway = isThere ? "ALTER DATABASE \(old) RENAME TO \(PostgresServer.quoted(aside));" : ""
        do {
            try await server.run("BEGIN; \(moveAway) ALTER DATABASE \(new) RENAME TO \(old); COMMIT")
        } catch let fault as StorageFault where fault.description.contains("(55006)") {  // object_in_use
            throw BackupRefused.inUse(address.shown)
        }
    }
}
