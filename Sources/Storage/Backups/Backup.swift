public import Foundation

/// A copy of the whole database at one moment: a data file that ordinary tools open (`.sqlite`, or `.pgdump` for
/// `pg_restore`) and beside it a manifest (`.json`). Keys are never in it.
///
/// It exists once its manifest does: that is written last, and removed first.
public struct Backup: Sendable, Equatable {
    /// The data file.
    public let file: URL
    public let manifest: BackupManifest

    /// Looks at the manifest of a backup; what the data file holds is not looked at.
    /// - Parameter url: of the data file or of the manifest.
    /// - Throws: `BackupRefused.missing`, `.unreadableManifest`.
    public init(at url: URL) throws(BackupRefused) {
        let place = Self.manifestPlace(of: url)
        guard let json = FileManager.default.contents(atPath: place.path) else {
            throw .missing(place.path)
        }
        do {
            manifest = try BackupManifest(json: json)
        } catch {
            throw .unreadableManifest(place.path)
        }
        guard manifest.format == BackupManifest.currentFormat else { throw .unreadableManifest(place.path) }
        // The name is not taken from the manifest: it leads nowhere else.
        file = place.deletingPathExtension().appendingPathExtension(Self.ending(of: manifest.engine))
    }

    init(file: URL, manifest: BackupManifest) {
        self.file = file
        self.manifest = manifest
    }

    /// The backups of a folder.
    /// - Throws: `BackupRefused.missing` for a folder that cannot be read.
    public static func list(in folder: URL) throws(BackupRefused) -> BackupList {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            throw .missing(folder.path)
        }
        var list = BackupList()
        for name in names where name.wholeMatch(of: #/tiru-\d{4}-\d\d-\d\dT\d{6}Z\.json/#) != nil {
            do throws(BackupRefused) {
                list.backups.append(try Backup(at: folder.appending(path: name)))
            } catch {
                list.unreadable.append(name)
            }
        }
        list.backups.sort { $0.manifest.madeAt > $1.manifest.madeAt }
        list.unreadable.sort()
        return list
    }

    /// Removes the backups of a folder that need not be kept. Files of other names are left alone.
    /// - Returns: what was removed.
    @discardableResult
    public static func removeExpired(in folder: URL, _ retention: Retention, at now: Date) throws -> [Backup] {
        let backups = try list(in: folder).backups
        let expired = Set(retention.expired(backups.map(\.manifest.madeAt), at: now))
        let removed = backups.filter { expired.contains($0.manifest.madeAt) }
        for backup in removed { try backup.remove() }
        return removed
    }

    /// The manifest goes first: half a removal leaves no half backup.
    func remove() throws {
        for file in [Self.manifestPlace(of: file), file] {
            guard unlink(file.path) == 0 || errno == ENOENT else { throw DurableFile.failure(file.path) }
        }
    }

    static func manifestPlace(of url: URL) -> URL { url.deletingPathExtension().appendingPathExtension("json") }

    static func ending(of engine: BackupManifest.Engine) -> String {
        switch engine {
        case .sqlite: "sqlite"
        case .postgres: "pgdump"
        }
    }
}

/// The backups of a folder, newest first.
public struct BackupList: Sendable, Equatable {
    public var backups: [Backup] = []
    /// Names of manifests that cannot be read.
    public var unreadable: [String] = []
}
