import Dispatch

/// Runs what blocks for long on a thread of its own, so that no request waits behind it; it looks at the sign now and
/// then.
func aside<Result: Sendable>(_ body: @escaping @Sendable (StopSign) throws -> Result) async throws -> Result {
    try await cancellable { sign in
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                continuation.resume(with: Swift.Result { try body(sign) })
            }
        }
    }
}

/// Runs work that is told by a sign when its task is cancelled.
func cancellable<Result: Sendable>(_ body: @Sendable (StopSign) async throws -> Result) async throws -> Result {
    let sign = StopSign()
    return try await withTaskCancellationHandler {
        try await body(sign)
    } onCancel: {
        sign.raise()
    }
}
