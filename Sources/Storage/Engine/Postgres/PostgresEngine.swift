import Foundation

/// A server that several of us may share.
struct PostgresEngine: Engine {
    private let pool: PostgresPool

    /// So often a body is run before a conflict between writers is given up as one.
    private static let mostTries = 8
    /// So long it is tried to reach a server that went away: time enough to start it again, or to promote its copy.
    private static let patience = Duration.seconds(5)

    /// Connects once, so that a wrong address is known at once.
    /// - Throws: `StorageFault.engine(.unreachable, …)`.
    init(_ address: DatabaseAddress.Server) async throws {
        pool = PostgresPool(address: address.connection, limit: address.connections)
        let link = try await pool.lease()
        await pool.take(back: link)
    }

    var kind: EngineKind { .postgres }

    func read<Result: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Result
    ) async throws -> Result {
        try await retrying { try await transaction(.read, body) }
    }

    func write<Result: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Result
    ) async throws -> Result {
        try await retrying { try await transaction(.write, body) }
    }

    func settle() async throws {}
    func damage() async throws -> [String] { [] }
    func close() async { await pool.close() }

    private enum Mode: String {
        /// One snapshot for all statements, as a reader of SQLite has it.
        case read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case write = "BEGIN"
    }

    private func transaction<Result: Sendable>(
        _ mode: Mode, _ body: @Sendable @escaping (any Connection) throws -> Result
    ) async throws -> Result {
        let link = try await pool.lease()
        do {
            let result = try await link.perform { link in
                try link.script(mode.rawValue)
                let result: Result
                do {
                    result = try body(PostgresConnection(link))
                } catch {
                    // On a lost connection there is nothing to take back.
                    if !link.isBroken { try? link.script("ROLLBACK") }
                    throw error
                }
                try keep(link, mode)
                return result
            }
            await pool.take(back: link)
            return result
        } catch {
            await pool.take(back: link)
            throw error
        }
    }

    private func keep(_ link: PostgresLink, _ mode: Mode) throws {
        do {
            try link.script("COMMIT")
        } catch let fault as StorageFault where fault.trouble == .unreachable && mode == .write {
            throw StorageFault.engine(.outcomeUnknown, fault.description)
        }
    }

    /// Runs a transaction again where nothing was kept and another try may do better.
    private func retrying<Result>(_ body: () async throws -> Result) async throws -> Result {
        let clock = ContinuousClock()
        let start = clock.now
        var tries = 1
        while true {
            do {
                return try await body()
            } catch let fault as StorageFault {
                switch fault.trouble {
                case .contention where tries < Self.mostTries: break
                case .unreachable where clock.now - start < Self.patience:
                    await pool.forgetIdle()
                    // The first try again is at once: mostly one connection was cut, not the server stopped.
                    if tries > 1 { try await Task.sleep(for: .milliseconds(min(50 << min(tries, 4), 800))) }
                default: throw fault
                }
                tries += 1
            }
        }
    }
}
