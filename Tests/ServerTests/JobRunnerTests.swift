import Foundation
import Register
import ServiceLifecycle
import ServiceLifecycleTestKit
import Storage
import Testing

@testable import Server

struct JobRunnerTests {
    @Test func `a job is watched on its way and leaves what came of it`() async throws {
        let shop = try await Workshop()
        let id = try await shop.ask("count", parameters: #"{"to":3}"#)
        let runner = shop.runner(
            JobKind("count") { context in
                try await context.report(done: 2, wanted: 3, checkpoint: "two")
                let seen = try #require(try await context.store.job(context.job.id))
                #expect(seen.state == .running)
                #expect(seen.progress == Job.Progress(done: 2, wanted: 3, checkpoint: "two"))
                return context.job.parameters
            })
        #expect(try await runner.runNext())
        let job = try #require(try await shop.store.job(id))
        #expect(job.state == .done && job.outcome == #"{"to":3}"# && job.tries == 1)
        #expect(try await !runner.runNext())
    }

    @Test func `a job that is cancelled stops at its next word`() async throws {
        let shop = try await Workshop()
        let id = try await shop.ask("long")
        let runner = shop.runner(
            JobKind("long") { context in
                _ = try await context.store.cancel(context.job.id, by: Stamp(by: nil, at: context.now()))
                try await context.report(done: 1, wanted: nil)
                Issue.record("went on")
                return "{}"
            })
        #expect(try await runner.runNext())
        #expect(try await shop.store.job(id)?.state == .cancelled)
    }

    @Test(.timeLimit(.minutes(1))) func `a job that says nothing is cancelled by the next beat`() async throws {
        let shop = try await Workshop()
        let id = try await shop.ask("silent")
        let room = WaitingRoom()
        let (ticks, beat) = AsyncStream<Void>.makeStream()
        let runner = shop.runner(
            JobKind("silent") { _ in
                try await room.wait()
                return "{}"
            }, beats: Ticks { ticks })
        async let ran = runner.runNext()
        await room.untilSomebodyWaits()
        #expect(try await shop.store.cancel(id, by: Stamp(by: nil, at: morning)))
        beat.yield()
        #expect(try await ran)
        #expect(try await shop.store.job(id)?.state == .cancelled)
    }

    @Test(.timeLimit(.minutes(1))) func `a job is stopped by hand without a beat, and the book says by whom`()
        async throws
    {
        let shop = try await Workshop()
        let id = try await shop.ask("silent")
        let room = WaitingRoom()
        let runner = shop.runner(
            JobKind("silent") { _ in
                try await room.wait()
                return "{}"
            })
        let stamp = Stamp(by: nil, at: morning)
        #expect(await !runner.atHand.stop(id, by: stamp), "nobody works on it yet")
        async let ran = runner.runNext()
        await room.untilSomebodyWaits()
        #expect(await runner.atHand.stop(id, by: stamp))
        #expect(await !runner.atHand.stop(id, by: stamp), "it is stopped once")
        #expect(try await ran)
        let job = try #require(try await shop.store.job(id))
        #expect(job.state == .cancelled && job.isCancelWanted)
        #expect(await runner.atHand.pace(of: id) == nil)
        #expect(try await !shop.store.cancel(id, by: stamp), "whoever comes with it later finds it done")
        let kinds = try await shop.store.events(EventFilter(office: .nation), limit: 10).map(\.event.kind)
        #expect(kinds.filter { $0 == .jobCancelled }.count == 1)
    }

    @Test func `what a dead runner left is taken up from its last checkpoint, and not before it is silent`()
        async throws
    {
        let shop = try await Workshop()
        let id = try await shop.ask("steps")
        let long = Date(timeIntervalSince1970: 0)
        _ = try await shop.store.takeJob(runner: "dead", silentSince: long, at: morning)
        let half = Job.Progress(done: 5, wanted: 10, checkpoint: "after five")
        #expect(try await shop.store.report(half, on: id, runner: "dead", at: morning) == .goOn)
        let runner = shop.runner(JobKind("steps") { "{\"from\":\"\($0.job.progress.checkpoint)\"}" })
        shop.clock.pass(59)
        #expect(try await !runner.runNext())
        shop.clock.pass(2)
        #expect(try await runner.runNext())
        let job = try #require(try await shop.store.job(id))
        #expect(job.state == .done && job.outcome == #"{"from":"after five"}"# && job.tries == 2)
    }

    @Test func `a runner that was silent for too long keeps nothing`() async throws {
        let shop = try await Workshop()
        let id = try await shop.ask("slow")
        let runner = shop.runner(
            JobKind("slow") { context in
                shop.clock.pass(61)
                let now = context.now()
                let other = try await context.store.takeJob(runner: "other", silentSince: now - 60, at: now)
                #expect(other?.id == id)
                return "{}"
            })
        #expect(try await runner.runNext())
        #expect(try await shop.store.job(id)?.state == .running)
        try await shop.store.end(id, .done, outcome: "other's", runner: "other", at: morning)
        #expect(try await shop.store.job(id)?.outcome == "other's")
    }

    @Test(.timeLimit(.minutes(1))) func `a server that is stopped lays its job back, with how far it came`()
        async throws
    {
        let shop = try await Workshop()
        let id = try await shop.ask("long")
        let room = WaitingRoom()
        let runner = shop.runner(
            JobKind("long") { context in
                try await context.report(done: 3, wanted: 9, checkpoint: "three")
                try await room.wait()
                return "{}"
            })
        try await testGracefulShutdown { trigger in
            async let running: Void = runner.run()
            await room.untilSomebodyWaits()
            trigger.triggerGracefulShutdown()
            try await running
        }
        let job = try #require(try await shop.store.job(id))
        #expect(job.state == .waiting && job.progress.checkpoint == "three")
    }

    @Test(.timeLimit(.minutes(1))) func `the bell wakes a runner that has nothing to do`() async throws {
        let shop = try await Workshop()
        let (bell, room) = (JobBell(), WaitingRoom())
        let runner = shop.runner(
            JobKind("call") { _ in
                try await room.wait()
                return "{}"
            }, bell: bell)
        try await testGracefulShutdown { trigger in
            async let running: Void = runner.run()
            try await shop.ask("call")
            bell.ring()
            await room.untilSomebodyWaits()
            trigger.triggerGracefulShutdown()
            try await running
        }
    }

    @Test func `two runners share the work, and no job is run twice`() async throws {
        let shop = try await Workshop()
        let tally = Tally()
        for _ in 0..<20 { try await shop.ask("count") }
        let kind = JobKind("count") { context in
            await tally.count(context.job.id)
            try await context.report(done: 1, wanted: 1)
            return "{}"
        }
        let (one, two) = (shop.runner(kind), shop.runner(kind))
        async let first: Void = one.workThrough()
        async let second: Void = two.workThrough()
        _ = await (first, second)
        #expect(await tally.counts.count == 20)
        #expect(await tally.counts.values.allSatisfy { $0 == 1 })
        #expect(try await shop.store.jobCounts() == [.done: 20])
    }

    @Test func `a fault is told by its number, never by its detail`() async throws {
        struct Secret: Error { let name = "I Wayan" }
        let shop = try await Workshop()
        let id = try await shop.ask("faulty")
        #expect(try await shop.runner(JobKind("faulty") { _ in throw Secret() }).runNext())
        let job = try #require(try await shop.store.job(id))
        #expect(job.state == .failed && job.outcome.wholeMatch(of: #/fault-[0-9A-F]{8}/#) != nil)
    }

    @Test func `a refusal is told by its code`() async throws {
        let shop = try await Workshop()
        let id = try await shop.ask("picky")
        #expect(try await shop.runner(JobKind("picky") { _ in throw JobRefused("no-such-year") }).runNext())
        #expect(try await shop.store.job(id)?.outcome == "no-such-year")
    }

    @Test func `a kind nobody knows fails and does not hold up the rest`() async throws {
        let shop = try await Workshop()
        let id = try await shop.ask("from the future")
        let next = try await shop.ask("known")
        await shop.runner(JobKind("known") { _ in "{}" }).workThrough()
        #expect(try await shop.store.job(id)?.outcome == "unknown-kind")
        #expect(try await shop.store.job(next)?.state == .done)
    }

    @Test func `a job that ended its server again and again is given up`() async throws {
        let shop = try await Workshop()
        let id = try await shop.ask("deadly")
        for _ in 0..<20 {
            _ = try await shop.store.takeJob(runner: "dead", silentSince: shop.clock.now - 60, at: shop.clock.now)
            shop.clock.pass(61)
        }
        #expect(try await shop.runner(JobKind("deadly") { _ in "{}" }).runNext())
        let job = try #require(try await shop.store.job(id))
        #expect(job.state == .failed && job.outcome == "too-many-tries")
    }
}
