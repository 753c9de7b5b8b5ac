import Foundation
import GRDB

/// The one door to the database: opens it, brings its schema up to date, reads and writes.
public struct Store: Sendable {
    private let pool: DatabasePool
    let memory = EconomiesMemory()

    /// Opens the database file, making it where it is not there. A file of ours that is up to date is not written to.
    /// - Throws: `StoreRefusal.cannotOpen` when the file cannot be opened, `.notOurs` when it belongs to another program.
    public init(at path: String) throws {
        do {
            try Identity.check(path)
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            configuration.foreignKeysEnabled = true
            pool = try DatabasePool(path: path, configuration: configuration)
            if try pool.read({ try Migrations.arePending(Connection($0)) }) {
                try pool.write { try Migrations.apply(Connection($0)) }
            }
        } catch let fault as StorageFault {
            throw StoreRefusal.cannotOpen(path: path, reason: fault.description)
        } catch let error as DatabaseError {
            throw StoreRefusal.cannotOpen(path: path, reason: error.message ?? "\(error.resultCode)")
        }
    }

    /// What the database engine finds wrong with its file; empty for a sound one.
    public func damage() async throws -> [String] {
        try await read { connection in
            try connection.rows("PRAGMA quick_check(20)", read: { try $0.text(0) }).filter { $0 != "ok" }
        }
    }

    /// Moves what was written from the log into the file itself.
    func settle() async throws {
        try await pool.writeWithoutTransaction { database in
            _ = try database.checkpoint(.truncate)
        }
    }

    /// One consistent view of the database.
    func read<Result: Sendable>(
        _ body: @Sendable @escaping (Connection) throws -> Result
    ) async throws -> Result {
        try await pool.read { try body(Connection($0)) }
    }

    /// One transaction: all of it or nothing.
    func write<Result: Sendable>(
        _ body: @Sendable @escaping (Connection) throws -> Result
    ) async throws -> Result {
        try await pool.write { try body(Connection($0)) }
    }
}

/// The database cannot be used; the person who runs the program can mend it.
public enum StoreRefusal: Error, Equatable, Sendable {
    case cannotOpen(path: String, reason: String)
    /// The file is a database of another program; it was not touched.
    case notOurs(path: String)
    /// No reference facts have been loaded yet.
    case empty
}

/// What is our fault, not the user's.
enum StorageFault: Error, Equatable, CustomStringConvertible {
    case unexpectedValue(column: Int)
    case newerSchema(Int)
    case damaged(String)

    var description: String {
        switch self {
        case .unexpectedValue(let column): "unexpected value in column \(column)"
        case .newerSchema(let number): "schema \(number) is newer than this program"
        case .damaged(let what): "damaged: \(what)"
        }
    }
}
