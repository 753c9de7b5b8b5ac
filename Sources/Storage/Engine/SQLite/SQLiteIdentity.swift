import Foundation
import GRDB

/// Whose file a database is. Opening a file as ours changes it, so strangers are turned away before.
enum SQLiteIdentity {
    /// "TIRU" in ASCII, in the place SQLite keeps for it.
    static let application = 0x5449_5255

    /// - Throws: `StoreRefusal.notOurs` for a database with tables that does not carry our number; an error of the engine
    ///   for a file that is no database. A file that is not there, or empty, is nobody's yet.
    static func check(_ path: String, patience: Double) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(patience)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let isForeign = try queue.read { database in
            let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master")
            let number = try Int.fetchOne(database, sql: "PRAGMA application_id")
            return tables != 0 && number != application
        }
        if isForeign { throw StoreRefusal.notOurs(path: path) }
    }
}
