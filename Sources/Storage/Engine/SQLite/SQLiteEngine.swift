import Foundation
import GRDB
import GRDBSQLite

/// One file, many readers, one writer.
struct SQLiteEngine: Engine {
    private let pool: DatabasePool

    /// - Parameter patience: so many seconds another program may hold the file before we say that it is busy.
    /// - Throws: `StoreRefusal.notOurs`, or an error of the engine.
    init(path: String, patience: Double = 10) throws {
        do {
            try SQLiteIdentity.check(path, patience: patience)
            Self.makeForOwner(path)
            var configuration = Configuration()
            configuration.busyMode = .timeout(patience)
            configuration.foreignKeysEnabled = true
            // What is erased is overwritten, however the library was built.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
            pool = try DatabasePool(path: path, configuration: configuration)
            // What was acknowledged must outlive a power cut: the log reaches the disk with every transaction.
            try pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
                // In KiB, taken as far as it is needed: a list of a million touches every index in every row.
                try database.execute(sql: "PRAGMA cache_size = -131072")
            }
        } catch let error as DatabaseError {
            throw StorageFault(error)
        }
    }

    /// What is in the file is for the eyes of whom it belongs to; its log takes the same rights.
    private static func makeForOwner(_ path: String) {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        // Where no file can be made, opening it says why.
        _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    }

    var kind: EngineKind { .sqlite }

    func read<Result: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Result
    ) async throws -> Result {
        try await stoppable { stop in
            try await pool.read { database in
                try stop.watching(database) {
                    try body(SQLiteConnection(database, Transaction(stop: stop), stop))
                }
            }
        }
    }

    func write<Result: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Result
    ) async throws -> Result {
        try await stoppable { stop in
            try await pool.write { database in
                let transaction = Transaction(stop: stop)
                let result = try stop.watching(database) {
                    try body(SQLiteConnection(database, transaction, stop))
                }
                try transaction.checkThatAllWentWell()
                return result
            }
        }
    }

    func settle() async throws {
        do {
            try await pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        } catch let error as DatabaseError where StorageFault(error).trouble == .busy {
            // Somebody reads an older state. What was written is safe in the log, and moves with the next one.
        } catch let error as DatabaseError {
            throw StorageFault(error)
        }
    }

    func damage() async throws -> [String] {
        try await read { connection in
            let pages = try connection.rows("PRAGMA quick_check(20)", read: { try $0.text(0) })
            let links = try connection.rows(
                "PRAGMA foreign_key_check", read: { "\(try $0.text(0)) refers to a missing \(try $0.text(2))" })
            return pages.filter { $0 != "ok" } + links.prefix(20)
        }
    }

    func close() async {
        // Statements still in use keep the file open; the process ends soon after.
        try? pool.close()
    }

    /// A copy of the file as it is at one moment, made while others write.
    /// - Parameter progress: is told 0…1 now and then; what it throws ends the copy.
    func copy(to path: String, progress: @escaping (_ share: Double) throws -> Void) throws {
        do {
            let target = try DatabaseQueue(path: path)
            try pool.backup(to: target, pagesPerStep: 1024) { step in
                let total = max(step.totalPageCount, 1)
                try progress(Double(step.completedPageCount) / Double(total))
            }
            // A copy is one file: the log's mode is left to whoever opens it.
            try target.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try target.close()
        } catch let error as DatabaseError {
            throw StorageFault(error)
        }
    }

    /// Hands over a sign that the task's end raises, and says what went wrong in our own terms.
    private func stoppable<Result>(_ body: (StopSign) async throws -> Result) async throws -> Result {
        let stop = StopSign()
        do {
            return try await withTaskCancellationHandler {
                try await body(stop)
            } onCancel: {
                stop.raise()
            }
        } catch {
            let fault = (error as? DatabaseError).map { StorageFault($0) } ?? error
            if Task.isCancelled, (fault as? StorageFault)?.trouble == .cancelled { throw CancellationError() }
            throw fault
        }
    }
}

extension StopSign {
    /// Has the engine look at this sign while it works on one long statement. GRDB interrupts it too, but an
    /// interruption that comes just before the statement begins would be lost.
    fileprivate func watching<Result>(_ database: Database, _ body: () throws -> Result) rethrows -> Result {
        let connection = database.sqliteConnection
        // Some milliseconds of work.
        let steps: Int32 = 100_000
        sqlite3_progress_handler(
            connection, steps,
            { sign in
                sign.map { Unmanaged<StopSign>.fromOpaque($0).takeUnretainedValue().isRaised } == true ? 1 : 0
            },
            Unmanaged.passUnretained(self).toOpaque())
        defer { sqlite3_progress_handler(connection, 0, nil, nil) }
        return try body()
    }
}

extension StorageFault {
    init(_ error: DatabaseError) {
        self.init(extendedCode: error.extendedResultCode.rawValue, error.message ?? "\(error.resultCode)")
    }

    init(extendedCode code: Int32, _ detail: String) {
        // Interrupted while it prepares a statement, the engine calls that an ordinary error, by this word.
        let isInterrupted = code == SQLITE_ERROR && detail == "interrupted"
        self = .engine(isInterrupted ? .cancelled : Self.trouble(code), detail)
    }

    private static func trouble(_ code: Int32) -> EngineTrouble {
        switch code {
        case 2067, 1555, 2579: return .notUnique  // SQLITE_CONSTRAINT_UNIQUE, _PRIMARYKEY, _ROWID
        case 787: return .missingReference  // SQLITE_CONSTRAINT_FOREIGNKEY
        case 275, 3091: return .checkFailed  // SQLITE_CONSTRAINT_CHECK, _DATATYPE
        case 1299: return .missingValue  // SQLITE_CONSTRAINT_NOTNULL
        default: break
        }
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: return .busy
        case SQLITE_FULL: return .diskFull
        case SQLITE_IOERR: return code == 778 ? .diskFull : .other  // SQLITE_IOERR_WRITE, as a full disk may say it
        case SQLITE_READONLY: return .readOnly
        case SQLITE_CORRUPT, SQLITE_NOTADB: return .damagedFile
        case SQLITE_CANTOPEN: return .unreachable
        case SQLITE_INTERRUPT: return .cancelled
        default: return .other
        }
    }
}
