import Foundation
import GRDB
import GRDBSQLite

/// One file, many readers, one writer.
struct SQLiteEngine: Engine {
    private let pool: DatabasePool

    /// - Throws: `StoreRefusal.notOurs`, or an error of the engine.
    init(path: String) throws {
        do {
            try SQLiteIdentity.check(path)
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            configuration.foreignKeysEnabled = true
            pool = try DatabasePool(path: path, configuration: configuration)
            // What was acknowledged must outlive a power cut: the log reaches the disk with every transaction.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        } catch let error as DatabaseError {
            throw StorageFault(error)
        }
    }

    var kind: EngineKind { .sqlite }

    func read<Result: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Result
    ) async throws -> Result {
        try await translating { try await pool.read { try body(SQLiteConnection($0)) } }
    }

    func write<Result: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Result
    ) async throws -> Result {
        try await translating { try await pool.write { try body(SQLiteConnection($0)) } }
    }

    func settle() async throws {
        try await translating {
            try await pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
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

    private func translating<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let error as DatabaseError {
            throw StorageFault(error)
        }
    }
}

extension StorageFault {
    init(_ error: DatabaseError) {
        self.init(extendedCode: error.extendedResultCode.rawValue, error.message ?? "\(error.resultCode)")
    }

    init(extendedCode code: Int32, _ detail: String) {
        self = .engine(Self.trouble(code), detail)
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
