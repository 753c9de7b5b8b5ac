import Dispatch
import Foundation
import Synchronization

/// A piece of work was told to stop before it was done. Nothing of it is kept.
public struct Stopped: Error, Equatable, Sendable {
    public init() {}
}

/// How long work is carried out: on how many threads, who hears how far it is, and who may stop it.
///
/// The result never depends on it: work is cut into the same pieces on one thread and on many.
public struct Computation: Sendable {
    /// Threads that work at the same time, at least 1.
    public let threads: Int
    private let isStopped: @Sendable () -> Bool
    private let report: @Sendable (Double) -> Void

    /// - Parameters:
    ///   - threads: at least 1; as many as the machine has processors if not said.
    ///   - isStopped: asked between pieces of work, from any thread; `true` ends it with `Stopped`.
    ///   - report: told the share of the work that is done, 0…1, never falling; from any thread, one call at a time.
    public init(
        threads: Int = Computation.processors,
        isStopped: @escaping @Sendable () -> Bool = { false },
        report: @escaping @Sendable (Double) -> Void = { _ in }
    ) {
        self.threads = max(1, threads)
        self.isStopped = isStopped
        self.report = report
    }

    /// On all processors, silent, not stopped.
    public static var whole: Computation { Computation() }

    /// Processors that this program may use.
    public static var processors: Int { ProcessInfo.processInfo.activeProcessorCount }

    /// A part of this work, whose progress counts for the given span of the whole.
    public func part(_ span: ClosedRange<Double>) -> Computation {
        let report = self.report
        let width = span.upperBound - span.lowerBound
        return Computation(threads: threads, isStopped: isStopped) { report(span.lowerBound + $0 * width) }
    }

    /// One of several equal parts of this work, counted from 0.
    public func part(of number: Int, among parts: Int) -> Computation {
        part(Double(number) / Double(parts)...Double(number + 1) / Double(parts))
    }

    /// The same work on one thread, without a report: for pieces that are themselves done side by side.
    public var quiet: Computation { Computation(threads: 1, isStopped: isStopped) }

    /// The same work on the same threads, without a report: for a step too short to count.
    public var silent: Computation { Computation(threads: threads, isStopped: isStopped) }

    /// Throws when somebody asked to stop.
    public func checkStopped() throws(Stopped) {
        if isStopped() { throw Stopped() }
    }

    /// The result of every piece, in the order of their numbers.
    ///
    /// - Parameters:
    ///   - pieces: how many pieces there are, 0 or more.
    ///   - body: the result of one piece; called from several threads, each piece once. It must not depend on
    ///     another piece.
    /// - Throws: `Stopped`.
    public func map<Result: Sendable>(
        _ pieces: Int, _ body: @escaping @Sendable (Int) throws(Stopped) -> Result
    ) throws(Stopped) -> [Result] {
        let board = Board<Result>(pieces: pieces)
        let work: @Sendable () -> Void = { board.work(body, isStopped, report) }
        let group = DispatchGroup()
        for _ in 1..<max(1, min(threads, pieces)) {
            DispatchQueue.global(qos: .utility).async(group: group, execute: DispatchWorkItem(block: work))
        }
        work()
        group.wait()
        return try board.results()
    }
}

extension Computation {
    /// Carries out long work on a thread of its own, so that whoever awaits it holds no thread of the server.
    ///
    /// Ends early, with `Stopped`, when the task that awaits it is cancelled.
    public static func detached<Result: Sendable>(
        threads: Int = Computation.processors, report: @escaping @Sendable (Double) -> Void = { _ in },
        _ body: @escaping @Sendable (Computation) throws -> Result
    ) async throws -> Result {
        let flag = Flag()
        let computation = Computation(threads: threads, isStopped: { flag.isRaised }, report: report)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                DispatchQueue.global(qos: .utility).async {
                    continuation.resume(with: Swift.Result { try body(computation) })
                }
            }
        } onCancel: {
            flag.raise()
        }
    }
}

/// Something that is raised once, by any thread.
private final class Flag: Sendable {
    private let raised = Atomic(false)
    var isRaised: Bool { raised.load(ordering: .relaxed) }
    func raise() { raised.store(true, ordering: .relaxed) }
}

/// Where the threads of one `map` take their pieces from and put their results.
private final class Board<Result: Sendable>: Sendable {
    private struct State {
        var next = 0
        var done = 0
        var isStopped = false
        var results: [Result?]
    }

    private let pieces: Int
    private let state: Mutex<State>

    init(pieces: Int) {
        self.pieces = pieces
        state = Mutex(State(results: [Result?](repeating: nil, count: pieces)))
    }

    /// Takes pieces until there are none.
    func work(
        _ body: (Int) throws(Stopped) -> Result, _ isStopped: () -> Bool, _ report: (Double) -> Void
    ) {
        while let piece = take() {
            do throws(Stopped) {
                if isStopped() { throw Stopped() }
                keep(try body(piece), of: piece, report)
            } catch {
                state.withLock { $0.isStopped = true }
            }
        }
    }

    /// What all pieces gave.
    func results() throws(Stopped) -> [Result] {
        let (results, isStopped) = state.withLock { ($0.results.compactMap { $0 }, $0.isStopped) }
        if isStopped || results.count < pieces { throw Stopped() }
        return results
    }

    private func take() -> Int? {
        state.withLock { state in
            guard !state.isStopped, state.next < pieces else { return nil }
            state.next += 1
            return state.next - 1
        }
    }

    /// The report is made under the lock, so that the share told never falls.
    private func keep(_ result: Result, of piece: Int, _ report: (Double) -> Void) {
        state.withLock { state in
            state.results[piece] = result
            state.done += 1
            report(Double(state.done) / Double(pieces))
        }
    }
}
