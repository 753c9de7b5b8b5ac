import Foundation
import GRDB

/// The one door to the database: opens it, brings its schema up to date, reads and writes.
public struct Store: Sendable {
    private let pool: DatabasePool
    let memory = EconomiesMemory()

    /// Opens the database file, making it where it is not there.
    /// - Throws: `StoreRefusal.cannotOpen` when the file cannot be opened or is not a database of ours.
    public init(at path: String) throws {
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(10)
            configuration.foreignKeysEnabled = true
            pool = try DatabasePool(path: path, configuration: configuration)
            try pool.write { try Migrations.apply(Connection($0)) }
        } catch let fault as StorageFault {
            throw StoreRefusal.cannotOpen(path: path, reason: fault.description)
        } catch let error as DatabaseError {
            throw StoreRefusal.cannotOpen(path: path, reason: error.message ?? "\(error.resultCode)")
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
