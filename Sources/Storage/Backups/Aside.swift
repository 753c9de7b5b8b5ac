import Dispatch
import Synchronization

/// Raised when somebody no longer wants a copy that is being made: copying asks no database that could be told.
final class CancelFlag: Sendable {
    // Written by whoever cancels and read by who works, on two threads.
    private let raised = Atomic(false)

    func raise() { raised.store(true, ordering: .relaxed) }

    /// - Throws: `CancellationError` once it is raised.
    func check() throws {
        if raised.load(ordering: .relaxed) { throw CancellationError() }
    }
}

/// Runs what blocks for long on a thread of its own, so that no request waits behind it; it looks at the sign now and
/// then.
func aside<Result: Sendable>(_ body: @escaping @Sendable (CancelFlag) throws -> Result) async throws -> Result {
    try await cancellable { sign in
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                continuation.resume(with: Swift.Result { try body(sign) })
            }
        }
    }
}

/// Runs work that is told by a sign when its task is cancelled.
func cancellable<Result: Sendable>(_ body: @Sendable (CancelFlag) async throws -> Result) async throws -> Result {
    let sign = CancelFlag()
    return try await withTaskCancellationHandler {
        try await body(sign)
    } onCancel: {
        sign.raise()
    }
}
