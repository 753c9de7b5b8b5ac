import Foundation
import Logging
import Register
import Storage
import Synchronization

@testable import Server

let morning = Date(timeIntervalSince1970: 1_795_651_200)  // 2026-11-26 08:00 in Makassar

/// A database of a test's own, and a clock that moves only when it is told to.
final class Workshop: Sendable {
    let folder: URL
    let store: Store
    var address: DatabaseAddress { .file(folder.appending(path: "tiru.sqlite").path) }
    let clock = Clock()
    private let sequence = Mutex(IdentifierSequence())

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tiru-server-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try await Store(at: .file(folder.appending(path: "tiru.sqlite").path))
    }

    deinit {
        // Left behind, it is only a temporary folder.
        try? FileManager.default.removeItem(at: folder)
    }

    func runner(
        _ kinds: JobKind..., schedules: [ScheduledJob] = [], beats: Ticks = .none, bell: JobBell = JobBell()
    ) -> JobRunner {
        var options = JobRunner.Options()
        let clock = clock
        (options.polls, options.beats, options.now) = (.none, beats, { clock.now })
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return JobRunner(store, kinds: kinds, schedules: schedules, bell: bell, logger: logger, options: options)
    }

    @discardableResult
    func ask(_ kind: String, parameters: String = "{}") async throws -> Job.ID {
        var random = SystemRandomNumberGenerator()
        let id = Job.ID(sequence.withLock { $0.next(at: clock.now, using: &random) })
        try await store.ask(
            for: Job(id, kind, in: .nation, parameters: parameters, asked: Stamp(by: nil, at: clock.now)))
        return id
    }
}

final class Clock: Sendable {
    private let instant = Mutex(morning)

    var now: Date { instant.withLock { $0 } }
    func pass(_ seconds: Double) { instant.withLock { $0 += seconds } }
}

/// A place where work waits until it is no longer wanted, and that says when somebody is there.
struct WaitingRoom: Sendable {
    private let arrivals: AsyncStream<Void>
    private let door: AsyncStream<Void>.Continuation

    init() { (arrivals, door) = AsyncStream.makeStream() }

    func wait() async throws {
        door.yield()
        // Says nothing and ends with its task.
        for await _ in AsyncStream<Void>(Void.self, { _ in }) {}
        throw CancellationError()
    }

    /// Returns once somebody waits.
    func untilSomebodyWaits() async { for await _ in arrivals { return } }
}

actor Tally {
    private(set) var counts: [Job.ID: Int] = [:]
    func count(_ id: Job.ID) { counts[id, default: 0] += 1 }
}
