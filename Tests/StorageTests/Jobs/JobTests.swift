import Foundation
import Register
import Testing
import World

@testable import Storage

struct JobTests {
    /// Runners that were silent for longer than this, in seconds, have lost their job.
    private let patience: TimeInterval = 60

    private func take(_ store: Store, _ runner: String, at seconds: TimeInterval) async throws -> Job? {
        try await store.takeJob(
            runner: runner, silentSince: Office.start + seconds - patience, at: Office.start + seconds)
    }

    @Test(arguments: Desk.engines)
    func `a job is asked for, run, reported and ended`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let store = office.store
        var job = Job(
            Job.ID(newIdentifier()), "import", in: World.badung, parameters: #"{"file":"a"}"#, asked: office.stamp())
        try await store.ask(for: job)
        #expect(try await store.job(job.id) == job)
        job.state = .running
        job.startedAt = Office.start + 1
        job.tries = 1
        #expect(try await take(store, "a", at: 1) == job)
        job.progress = Job.Progress(done: 3, wanted: 10, checkpoint: "row 3")
        #expect(try await store.report(job.progress, on: job.id, runner: "a", at: Office.start + 2) == .goOn)
        #expect(try await store.job(job.id) == job)
        try await store.end(job.id, .done, outcome: "{}", runner: "a", at: Office.start + 3)
        job.state = .done
        job.endedAt = Office.start + 3
        job.outcome = "{}"
        #expect(try await store.job(job.id) == job)
        #expect(try await take(store, "b", at: 1000) == nil)
        #expect(try await store.jobCounts() == [.done: 1])
    }

    @Test(arguments: Desk.engines)
    func `eight runners who ask at once take every job once`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let store = office.store
        let jobs = (0..<8).map { office.job(at: Double($0)) }
        for job in jobs { try await store.ask(for: job) }
        let taken = try await withThrowingTaskGroup(of: Job?.self) { group in
            for runner in 0..<8 { group.addTask { try await take(store, "runner \(runner)", at: 10) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(taken.compactMap { $0?.id }.sorted() == jobs.map(\.id).sorted())
        #expect(taken.allSatisfy { $0?.tries == 1 })
        #expect(try await take(store, "late", at: 10) == nil)
    }

    @Test(arguments: Desk.engines)
    func `of eight runners who ask for one job, one gets it`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        for round in 0..<5 {
            try await office.store.ask(for: office.job(at: Double(round)))
            let taken = try await withThrowingTaskGroup(of: Job?.self) { group in
                for runner in 0..<8 { group.addTask { try await take(office.store, "runner \(runner)", at: 10) } }
                return try await group.reduce(into: 0) { $0 += $1 == nil ? 0 : 1 }
            }
            #expect(taken == 1)
        }
    }

    @Test(arguments: Desk.engines)
    func `the job that waited longest is taken first`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let jobs = [office.job("b", at: 2), office.job("c", at: 3), office.job("a", at: 1)]
        for job in jobs { try await office.store.ask(for: job) }
        var kinds: [String?] = []
        for runner in 0..<3 { kinds.append(try await take(office.store, "\(runner)", at: 5)?.kind) }
        #expect(kinds == ["a", "b", "c"])
        #expect(try await office.store.jobs(in: [World.bali], limit: 2).map(\.kind) == ["c", "b"])
        #expect(try await office.store.jobs(in: [.nation], limit: 9).map(\.kind) == ["c", "b", "a"])
        #expect(try await office.store.jobs(in: [World.makassar], limit: 2).isEmpty)
    }

    @Test(arguments: Desk.engines)
    func `a silent runner loses its job, and what it says afterwards changes nothing`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let store = office.store
        let job = office.job()
        try await store.ask(for: job)
        _ = try await take(store, "old", at: 0)
        _ = try await store.report(.init(done: 4, checkpoint: "4"), on: job.id, runner: "old", at: Office.start + 30)
        #expect(try await take(store, "new", at: 90) == nil)
        let again = try #require(try await take(store, "new", at: 91))
        #expect(again.id == job.id && again.tries == 2 && again.startedAt == Office.start)
        #expect(again.progress == Job.Progress(done: 4, checkpoint: "4"))

        let before = try await store.dump()
        #expect(
            try await store.report(.init(done: 9), on: job.id, runner: "old", at: Office.start + 92) == .takenAway)
        try await store.end(job.id, .failed, outcome: "late", runner: "old", at: Office.start + 92)
        try await store.layBack(runner: "old")
        #expect(try await store.dump() == before)
        #expect(try await store.report(.init(done: 5), on: job.id, runner: "new", at: Office.start + 93) == .goOn)
    }

    @Test(arguments: Desk.engines)
    func `a waiting job is cancelled at once, a running one when its runner hears of it`(
        engine: EngineKind
    ) async throws {
        let office = try await Office(engine)
        let store = office.store
        let (waiting, running) = (office.job(at: 2), office.job(at: 1))
        for job in [waiting, running] { try await store.ask(for: job) }
        _ = try await take(store, "a", at: 3)
        #expect(try await store.cancel(waiting.id, by: office.stamp(4)))
        #expect(try await store.job(waiting.id)?.state == .cancelled)
        #expect(try await store.job(waiting.id)?.endedAt == Office.start + 4)
        #expect(try await store.cancel(running.id, by: office.stamp(4)))
        #expect(try await store.job(running.id)?.state == .running)
        #expect(try await store.report(.init(), on: running.id, runner: "a", at: Office.start + 5) == .cancel)
        let lines = try await office.length()
        for job in [waiting, running, office.job()] {
            #expect(try await store.cancel(job.id, by: office.stamp(6)) == false)
        }
        #expect(try await office.length() == lines)
        try await store.end(running.id, .cancelled, outcome: "", runner: "a", at: Office.start + 7)
        #expect(try await take(store, "b", at: 1000) == nil)
    }

    @Test(arguments: Desk.engines)
    func `a job that was laid back is taken up at once, from where it was`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let store = office.store
        let (job, other) = (office.job(at: 1), office.job(at: 2))
        for job in [job, other] { try await store.ask(for: job) }
        _ = try await take(store, "a", at: 3)
        _ = try await take(store, "b", at: 3)
        _ = try await store.report(
            .init(done: 2, wanted: 4, checkpoint: "2"), on: job.id, runner: "a", at: Office.start + 4)
        try await store.layBack(runner: "a")
        let again = try await take(store, "c", at: 5)
        #expect(again?.id == job.id)
        #expect(again?.progress == Job.Progress(done: 2, wanted: 4, checkpoint: "2"))
        #expect(try await store.job(other.id)?.state == .running)
    }
}
