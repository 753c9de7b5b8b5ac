public import ArgumentParser
import Foundation
import Register
public import Storage
import Web

/// Where a database is, for commands that need no reference facts.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "The database: a file, or postgres://user@host/name. Setting: TIRU_DATABASE.")
    var database: String = ProcessInfo.processInfo.environment["TIRU_DATABASE"] ?? "tiru.sqlite"

    @Option(help: "The language of what is said: id or en.")
    var language: Web.Language = .indonesian

    var words: any CommandWords { language.command }

    func address() throws -> DatabaseAddress {
        guard let address = DatabaseAddress(database) else { throw Said(line: words.databaseAddressUnread) }
        return address
    }
}

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copies the whole database, while it is in use, and reads the copy back.",
        discussion:
            "A backup is a data file and a manifest of the same name. It holds no keys: keep the key file apart.")

    @OptionGroup var data: DatabaseOptions

    @Option(name: .customLong("to"), help: "The folder of the backups. Setting: TIRU_BACKUPS. (default: backups)")
    var folder: String?

    @Option(help: "Then remove older ones: how many days, weeks and months keep their newest, such as 14d,8w,12m.")
    var keep: Retention?

    @Flag(help: "List the backups of the folder, newest first.")
    var list = false

    @Option(help: "Read a backup from its first byte to its last.")
    var verify: String?

    @Flag(help: "On PostgreSQL, also restore the backup into a database that is removed afterwards.")
    var deep = false

    @Flag(help: "No progress is shown.")
    var quiet = false

    func validate() throws {
        guard !list || verify == nil, keep == nil || (!list && verify == nil) else {
            throw ValidationError("--list, --verify and --keep are asked one at a time.")
        }
    }

    func run() async throws {
        try await data.words.explainingBackups {
            if list { return try sayList() }
            if let verify { return try await check(Backup(at: URL(filePath: verify))) }
            try await make()
        }
    }

    private var place: URL {
        URL(
            filePath: folder ?? ProcessInfo.processInfo.environment["TIRU_BACKUPS"] ?? "backups",
            directoryHint: .isDirectory)
    }

    private func sayList() throws {
        let found = try Backup.list(in: place)
        for backup in found.backups { Terminal.say(data.words.line(backup)) }
        for name in found.unreadable {
            Terminal.report(data.words.refusal(BackupRefused.unreadableManifest(place.appending(path: name).path)))
        }
    }

    private func check(_ backup: Backup) async throws {
        if deep { try await backup.verifyDeeply(on: data.address()) } else { try await backup.verify() }
        Terminal.say(data.words.backupHolds(backup))
    }

    private func make() async throws {
        let (address, words, place) = (try data.address(), data.words, place)
        guard address.mayHoldFacts else { throw Said(line: words.databaseMissing(address.description), status: 74) }
        let progress = Progress(isQuiet: quiet, label: words.copying)
        let making = Task {
            let store = try await Store(at: address)
            return try await Backup.make(
                of: Backup.Source(store, at: address), into: place, by: Stamp(by: nil, at: Date())
            ) { share in if let share { progress.show(share) } }
        }
        let interruption = Interruption()
        interruption.watch { making.cancel() }
        let result = await making.result
        interruption.ignore()
        progress.end()
        let backup = try result.get()
        if deep { try await backup.verifyDeeply(on: address) }
        Terminal.say(words.backupMade(backup))
        guard let keep else { return }
        let removed = try Backup.removeExpired(in: place, keep, at: Date())
        if !removed.isEmpty { Terminal.report(words.backupsRemoved(removed.count)) }
    }
}

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Puts a backup in the place of the database.",
        discussion:
            "Stop the server first. All sessions end. The key file must be the one of the time of the backup, or "
            + "a later one of the same installation.")

    @Argument(help: "The data file of the backup, or its manifest.")
    var file: String

    @Flag(help: "Where the database holds rows, keep it beside under another name and go on.")
    var replace = false

    @OptionGroup var data: DatabaseOptions

    func run() async throws {
        let words = data.words
        try await words.explainingBackups {
            let backup = try Backup(at: URL(filePath: file))
            let address = try data.address()
            let aside = try await backup.restore(
                to: address, replace ? .setAside : .stays, by: Stamp(by: nil, at: Date()))
            Terminal.say(words.restored(backup, to: address.description, aside: aside))
        }
    }
}

extension Retention: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension CommandWords {
    /// Puts what is refused into one line for the terminal.
    func explainingBackups(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let refused as BackupRefused {
            throw Said(line: refusal(refused), status: status(refused))
        } catch StoreRefusal.cannotOpen(let path, let reason) {
            throw Said(line: databaseCannotOpen(path, reason), status: 74)
        } catch StoreRefusal.notOurs(let path) {
            throw Said(line: databaseIsForeign(path), status: 74)
        } catch let refused as StoreRefusal {
            throw Said(line: refusal(refused), status: 74)
        } catch is CancellationError {
            throw ExitCode(130)
        }
    }

    /// As `docs/commands.md` lists them.
    private func status(_ refused: BackupRefused) -> Int32 {
        switch refused {
        case .missing: 66
        case .cannotWrite, .inUse, .programMissing, .programFailed: 74
        default: 65
        }
    }

    func line(_ backup: Backup) -> String {
        let (manifest, name) = (backup.manifest, backup.file.lastPathComponent)
        let instant = manifest.madeAt.formatted(.iso8601)
        return "\(instant)  \(manifest.engine.rawValue)  \(megabytes(backup))  \(name)"
    }

    func megabytes(_ backup: Backup) -> String { "\(amount(Double(backup.manifest.size) / 1e6)) MB" }
}
