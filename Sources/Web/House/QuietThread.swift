import Dispatch
import Foundation
import Synchronization

/// A thread for arithmetic that takes long on purpose, behind everything else that wants a core: twenty people who sign
/// in at once do not hold up the pages of everybody else. It lives as long as the process.
public final class QuietThread: Sendable {
    private final class Works: Sendable {
        let waiting = Mutex<[@Sendable () -> Void]>([])
        let bell = DispatchSemaphore(value: 0)
    }

    private let works = Works()

    public init() {
        let works = works
        Thread.detachNewThread {
            // On Linux this is the niceness of the thread alone.
            _ = nice(10)
            while true {
                works.bell.wait()
                let work = works.waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
                work?()
            }
        }
    }

    /// Runs a body on the thread, after those that came before.
    public func run<Result: Sendable>(_ body: @Sendable @escaping () throws -> Result) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            works.waiting.withLock { $0.append { continuation.resume(with: Swift.Result(catching: body)) } }
            works.bell.signal()
        }
    }
}
