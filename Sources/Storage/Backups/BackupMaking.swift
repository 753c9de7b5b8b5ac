public import Foundation
public import Register

extension Backup {
    /// A database that is open, and where it is: the programs that copy a server's are told that.
    public struct Source: Sendable {
        public let store: Store
        public let address: DatabaseAddress

        public init(_ store: Store, at address: DatabaseAddress) {
            self.store = store
            self.address = address
        }
    }

    /// Copies a database as it is at one moment, while others write, reads the copy back and believes it only then.
    /// May be cancelled. One that fails leaves nothing behind.
    ///
    /// On PostgreSQL it is `pg_dump` that copies; it must be installed.
    /// - Parameters:
    ///   - folder: is made where it is missing. What is written may be read by its owner only.
    ///   - source: the database.
    ///   - stamp: who wants it; the nation's book keeps a line of it, with the hash.
    ///   - progress: is told 0…1 now and then, or `nil` while that is not known.
    /// - Throws: `BackupRefused`, `StoreRefusal.diskFull`, `CancellationError`.
    public static func make(
        of source: Source, into folder: URL, by stamp: Stamp,
        progress: @escaping @Sendable (_ share: Double?) -> Void = { _ in }
    ) async throws -> Backup {
        try await StoreRefusal.speaking {
            let draft = try BackupDraft(in: folder, of: source.address, at: stamp.at)
            let backup: Backup
            do {
                backup = try draft.keep(try await draft.fill(from: source, progress))
            } catch {
                draft.discard()
                throw error
            }
            do {
                try await source.store.noteBackup(backup, by: stamp)
            } catch is CancellationError {
                draft.discard()
                throw CancellationError()
            }
            // It is whole, and stays also where its line could not be written.
            return backup
        }
    }
}

/// A backup that is being made: under names of its own until it is whole.
private struct BackupDraft {
    let instant: Date
    let engine: BackupManifest.Engine
    let file: URL
    let manifest: URL

    private static let beginning = ".tiru-unfinished-"
    /// What a program that was killed has left is removed after so many seconds: longer than any copy takes.
    private static let staleAfter = 24.0 * 3600

    /// Takes the name, so that no other can.
    init(in folder: URL, of address: DatabaseAddress, at instant: Date) throws {
        switch address {
        case .file: engine = .sqlite
        case .server: engine = .postgres
        }
        self.instant = instant
        let name = "tiru-" + Instant.text(instant).prefix(19).replacing(":", with: "") + "Z"
        file = folder.appending(path: "\(name).\(Backup.ending(of: engine))")
        manifest = folder.appending(path: "\(name).json")
        try Self.prepare(folder, at: instant)
        for place in [file, manifest] where FileManager.default.fileExists(atPath: place.path) {
            throw BackupRefused.alreadyThere(place.path)
        }
        try DurableFile.claim(unfinished(manifest).path)
        do {
            try DurableFile.claim(unfinished(file).path)
        } catch {
            unlink(unfinished(manifest).path)
            throw error
        }
    }

    /// The copy, read back.
    func fill(from source: Backup.Source, _ progress: @escaping @Sendable (Double?) -> Void) async throws
        -> BackupContents
    {
        let path = unfinished(file).path
        switch source.address {
        case .file:
            guard let engine = source.store.engine as? SQLiteEngine else { throw StorageFault.damaged("engine") }
            return try await aside { sign in
                try engine.copy(to: path) { share in
                    try sign.check()
                    progress(share)
                }
                return try SQLiteBackup.examine(path)
            }
        case .server(let server):
            return try await PostgresBackup.dump(source.store.engine, server, to: path, progress)
        }
    }

    func keep(_ contents: BackupContents) throws -> Backup {
        let (data, text) = (unfinished(file).path, unfinished(manifest).path)
        try DurableFile.sync(data)
        let digest = try DurableFile.digest(of: data)
        let made = BackupManifest(contents, of: engine, at: instant, file: digest)
        try DurableFile.write(made.json(), to: text)
        try DurableFile.rename(data, to: file.path)
        try DurableFile.rename(text, to: manifest.path)
        return Backup(file: file, manifest: made)
    }

    /// Both names are this draft's own: nobody else could take them.
    func discard() {
        for place in [manifest, unfinished(manifest), file, unfinished(file)] { unlink(place.path) }
        for ending in ["-journal", "-wal", "-shm"] { unlink(unfinished(file).path + ending) }
    }

    private func unfinished(_ place: URL) -> URL {
        place.deletingLastPathComponent().appending(path: Self.beginning + place.lastPathComponent)
    }

    private static func prepare(_ folder: URL, at now: Date) throws {
        let files = FileManager.default
        do {
            try files.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            for name in try files.contentsOfDirectory(atPath: folder.path) where name.hasPrefix(beginning) {
                let path = folder.appending(path: name).path
                let changed = try files.attributesOfItem(atPath: path)[.modificationDate] as? Date
                if let changed, now.timeIntervalSince(changed) > staleAfter { unlink(path) }
            }
        } catch let error as CocoaError {
            throw BackupRefused.cannotWrite(folder.path, reason: error.localizedDescription)
        }
    }
}

extension Store {
    fileprivate func noteBackup(_ backup: Backup, by stamp: Stamp) async throws {
        try await record(in: .nation, by: stamp) { _, book in
            try book.note(
                .backupMade, about: nil,
                [
                    Event.Change("file", to: .plain(backup.file.lastPathComponent)),
                    Event.Change("sha256", to: .plain(backup.manifest.sha256)),
                ])
        }
    }
}
