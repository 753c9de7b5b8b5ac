import Synchronization

/// What holds for a transaction on either engine: one statement at a time, none after a failure, none once the task
/// that wanted it has given up, and nothing is kept unless every statement went well.
///
/// PostgreSQL spoils a transaction with its first failure and SQLite does not; a body that swallows an error would
/// be kept by one and silently thrown away by the other. Here it fails on both.
final class Transaction {
    private let stop: StopSign
    private var failure: (any Error)?
    private var isRunning = false

    init(stop: StopSign) { self.stop = stop }

    /// Runs a statement.
    /// - Throws: `StorageFault.statementInside` while another one is being read; the first failure again, where there
    ///   was one; `CancellationError`; whatever the statement fails with.
    func statement<Result>(_ body: () throws -> Result) throws -> Result {
        if isRunning { throw StorageFault.statementInside }
        if let failure { throw failure }
        try stop.check()
        isRunning = true
        defer { isRunning = false }
        do {
            return try body()
        } catch {
            failure = error
            throw error
        }
    }

    func checkStop() throws { try stop.check() }

    /// Asked before a transaction is kept.
    func checkThatAllWentWell() throws {
        if let failure { throw failure }
        try stop.check()
    }
}

/// Whether the task that wanted a transaction has given up; raised from any thread, looked at by the one that works.
final class StopSign: Sendable {
    private let raised = Atomic(false)

    var isRaised: Bool { raised.load(ordering: .relaxed) }

    func raise() { raised.store(true, ordering: .relaxed) }

    func check() throws {
        if isRaised { throw CancellationError() }
    }
}
