public import Foundation
public import Storage

/// One kind of work and how it is done.
public struct JobKind: Sendable {
    public let name: String
    /// - Returns: what came of it, as JSON.
    /// - Throws: `JobRefused`, `BackupRefused` or `StoreRefusal` for what a person can mend; `JobStopped` or
    ///   `CancellationError` when it is no longer wanted; anything else is a fault of ours.
    let run: @Sendable (JobContext) async throws -> String

    public init(_ name: String, run: @escaping @Sendable (JobContext) async throws -> String) {
        self.name = name
        self.run = run
    }
}

/// Why a kind cannot do what it was asked; the code is what people see.
public struct JobRefused: Error, Equatable, Sendable {
    public let code: String

    public init(_ code: String) { self.code = code }
}

/// The work is no longer wanted of this runner: thrown by `JobContext.report`.
public struct JobStopped: Error, Equatable, Sendable {
    public let order: JobOrder
}

/// What a kind is given to work with.
public struct JobContext: Sendable {
    /// As it was taken up: its parameters, and in its progress the checkpoint from where it goes on.
    public let job: Job
    public let store: Store
    public let now: @Sendable () -> Date
    let runner: String
    let progress: JobProgress

    /// Says how far the work is and from where it goes on after a crash.
    /// - Parameter checkpoint: `nil` leaves the last one.
    /// - Throws: `JobStopped` when the job was cancelled or another runner has it; the work then ends at once.
    public func report(done: Int, wanted: Int?, checkpoint: String? = nil) async throws {
        try Task.checkCancellation()
        let progress = await progress.move(done: done, wanted: wanted, checkpoint: checkpoint)
        let order = try await store.report(progress, on: job.id, runner: runner, at: now())
        if order != .goOn { throw JobStopped(order: order) }
    }

    /// The same from where nothing can be awaited: said with the next beat.
    public func note(done: Int, wanted: Int?) {
        Task { await progress.move(done: done, wanted: wanted, checkpoint: nil) }
    }
}

/// How far a job is: written by its kind, said again by the heartbeat.
actor JobProgress {
    private(set) var current: Job.Progress
    private let now: @Sendable () -> Date
    /// Where it stood when this counting began; `nil` before its kind has said anything.
    private var beginning: (done: Int, at: Date)?

    init(_ current: Job.Progress, now: @escaping @Sendable () -> Date) {
        self.current = current
        self.now = now
    }

    @discardableResult
    func move(done: Int, wanted: Int?, checkpoint: String?) -> Job.Progress {
        let goesOn = beginning != nil && wanted == current.wanted
        // What was noted on the way may arrive out of order.
        if goesOn, checkpoint == nil, done < current.done { return current }
        if !goesOn { beginning = (done, now()) }
        current = Job.Progress(done: done, wanted: wanted, checkpoint: checkpoint ?? current.checkpoint)
        return current
    }

    var pace: JobPace { JobPace(current, secondsLeft: secondsLeft) }

    /// As quickly as it went so far.
    private var secondsLeft: Double? {
        guard let wanted = current.wanted, let beginning, current.done > beginning.done else { return nil }
        let each = now().timeIntervalSince(beginning.at) / Double(current.done - beginning.done)
        return each * Double(max(wanted - current.done, 0))
    }
}
