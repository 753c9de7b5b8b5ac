public import Foundation
public import Logging
public import ServiceLifecycle
public import Storage

/// Takes jobs one at a time and runs them by kind, until the server stops. Several may share a database: each job has one
/// runner, and one that falls silent loses it to another.
public struct JobRunner: Service {
    public struct Options: Sendable {
        /// So long a runner may be silent, in seconds, before its job is taken from it: several beats.
        public var silence = 60.0
        /// A job that was begun so often and never ended is given up: it may be what ends the server.
        public var mostTries = 20
        /// When work is looked for, beside the bell.
        public var polls = Ticks.every(.seconds(5))
        /// When a job that says nothing itself is said to be alive.
        public var beats = Ticks.every(.seconds(10))
        public var now: @Sendable () -> Date = { Date() }

        public init() {}
    }

    let store: Store
    let kinds: [String: JobKind]
    let schedules: [ScheduledJob]
    let bell: JobBell
    let atHand: JobsAtHand
    let logger: Logger
    let options: Options

    public init(
        _ store: Store, kinds: [JobKind], schedules: [ScheduledJob] = [], bell: JobBell = JobBell(),
        atHand: JobsAtHand = JobsAtHand(), logger: Logger, options: Options = Options()
    ) {
        self.store = store
        self.kinds = Dictionary(kinds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.schedules = schedules
        self.bell = bell
        self.atHand = atHand
        self.logger = logger
        self.options = options
    }

    /// Works until the server is stopped; the job under way is then laid back.
    public func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { for await _ in options.polls.stream() { bell.ring() } }
                bell.ring()
                for await _ in bell.rings {
                    if Task.isCancelled { break }
                    await workThrough()
                }
                group.cancelAll()
            }
        }
    }

    /// Asks for what is due and runs all that waits. What goes wrong with the database is logged, and tried again at the
    /// next turn.
    func workThrough() async {
        do {
            for schedule in schedules { try await schedule.askWhenDue(store, at: options.now()) }
            while !Task.isCancelled, try await runNext() {}
        } catch is CancellationError {
        } catch {
            logger.error("jobs", metadata: ["error": "\(error)"])
        }
    }

    /// Runs one job to its end. - Returns: whether there was one.
    func runNext() async throws -> Bool {
        let now = options.now()
        // Of its own for every run, so that a runner that was silent is told from its successor.
        let runner = UUID().uuidString.lowercased()
        let silence = now.addingTimeInterval(-options.silence)
        guard let job = try await store.takeJob(runner: runner, silentSince: silence, at: now) else { return false }
        let ending = await JobRun(job, by: runner, self).ending()
        let stopper = await atHand.layDown(job.id)
        // Not cancelled with this task: how it ended is to be written down while the server stops.
        let (store, end) = (store, options.now())
        try await Task {
            switch ending {
            case .over(let state, let outcome):
                // Whoever stopped it may still wait for the database; it is written down once.
                if state == .cancelled, let stopper { _ = try await store.cancel(job.id, by: stopper) }
                try await store.end(job.id, state, outcome: outcome, runner: runner, at: end)
            case .laidBack: try await store.layBack(runner: runner)
            case .takenAway: break
            }
        }.value
        return true
    }
}
