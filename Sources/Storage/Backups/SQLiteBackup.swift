import Foundation
import GRDB

/// A copy in a file of SQLite, looked at without writing.
enum SQLiteBackup {
    /// - Throws: `BackupRefused.damaged`, `.foreign`, `.newerSchema`, `.brokenBook`.
    static func examine(_ path: String) throws -> BackupContents {
        do {
            return try read(path) { connection in
                let numbers = try connection.rows("PRAGMA application_id", read: { try $0.integer(0) })
                guard numbers == [SQLiteIdentity.application] else { throw BackupRefused.foreign(path) }
                let pages = try connection.rows("PRAGMA integrity_check(5)", read: { try $0.text(0) })
                if pages != ["ok"] {
                    throw BackupRefused.damaged(path, .engine(pages.joined(separator: "; ")))
                }
                let links = try connection.rows("PRAGMA foreign_key_check", read: { try $0.text(0) })
                if let table = links.first {
                    throw BackupRefused.damaged(path, .engine("\(table) refers to a missing row"))
                }
                return try BackupContents(of: connection, named: path)
            }
        } catch let fault as StorageFault where fault.trouble == .damagedFile {
            throw BackupRefused.damaged(path, .engine(fault.description))
        } catch let error as DatabaseError {
            throw BackupRefused.damaged(path, .engine(StorageFault(error).description))
        }
    }

    static func read<Result>(_ path: String, _ body: (any Connection) throws -> Result) throws -> Result {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        // Nothing was written: what cannot be closed is closed with the process.
        defer { try? queue.close() }
        let stop = StopSign()
        return try queue.read { try body(SQLiteConnection($0, Transaction(stop: stop), stop)) }
    }

    /// Moves everything into the file itself, which also shows whether anybody else has it open.
    /// - Throws: `BackupRefused.inUse`; `StorageFault` for a file that is damaged.
    static func settle(_ path: String) throws {
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(1)
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            // A failure to close is told by the next one to open it.
            defer { try? queue.close() }
            try queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        } catch let error as DatabaseError {
            let fault = StorageFault(error)
            throw fault.trouble == .busy ? BackupRefused.inUse(path) : fault
        }
    }
}
