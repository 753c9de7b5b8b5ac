import Foundation

/// A server that several of us may share.
struct PostgresEngine: Engine {
    private let pool: PostgresPool
    private let patience: Duration

    /// So often a body is run before a conflict between writers is given up as one.
    private static let mostTries = 8

    /// Connects once, so that a wrong address is known at once.
    /// - Parameter patience: so long it is tried to reach a server that went away: time enough to start it again, or to
    ///   promote its copy.
    /// - Throws: `StorageFault.engine(.unreachable, …)`.
    init(_ address: DatabaseAddress.Server, patience: Duration = .seconds(5)) async throws {
        self.patience = patience
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
        case write = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
    }

    private func transaction<Result: Sendable>(
        _ mode: Mode, _ body: @Sendable @escaping (any Connection) throws -> Result
    ) async throws -> Result {
        let link = try await pool.lease()
        let stop = StopSign()
        do {
            let result = try await link.perform(stop) { link in
                let transaction = Transaction(stop: stop)
                do {
                    try link.script(mode.rawValue)
                    let result = try body(PostgresConnection(link, transaction))
                    try transaction.checkThatAllWentWell()
                    try keep(link, mode)
                    return result
                } catch {
                    link.takeBack()
                    throw error
                }
            }
            await pool.take(back: link)
            return result
        } catch {
            await pool.take(back: link)
            if Task.isCancelled, (error as? StorageFault)?.trouble == .cancelled { throw CancellationError() }
            throw error
        }
    }

    private func keep(_ link: PostgresLink, _ mode: Mode) throws {
        // What was cut before it was asked to be kept was certainly not kept, and may be run again.
        guard link.isAlive else { throw StorageFault.engine(.unreachable, "the connection was cut") }
        do {
            try link.finish()
        } catch let fault as StorageFault where fault.trouble == .unreachable && mode == .write {
            throw StorageFault.engine(.outcomeUnknown, fault.description)
        }
    }

    /// Runs a transaction again where nothing was kept and another try may do better.
    private func retrying<Result>(_ body: () async throws -> Result) async throws -> Result {
        let clock = ContinuousClock()
        var firstLoss: ContinuousClock.Instant?
        var tries = 1
        while true {
            do {
                return try await body()
            } catch let fault as StorageFault {
                switch fault.trouble {
                case .contention where tries < Self.mostTries:
                    // Two that met are not to meet again in step.
                    try await Task.sleep(for: .milliseconds(Int.random(in: 0...(5 << tries))))
                case .unreachable where firstLoss == nil:
                    // At once, however long the body took: mostly one connection was cut, not the server stopped.
                    firstLoss = clock.now
                    await pool.forgetIdle()
                case .unreachable where firstLoss.map { clock.now - $0 < patience } == true:
                    await pool.forgetIdle()
                    try await Task.sleep(for: .milliseconds(min(50 << min(tries, 4), 800)))
                default: throw fault
                }
                tries += 1
            }
        }
    }
}
