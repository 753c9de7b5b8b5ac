import Foundation
import Logging
import Register
import Storage
import Testing
import Web
import World

@testable import Server

struct ListJobTests {
    /// A list that was checked, and a word from halfway through it.
    private struct Entering {
        let sample: Sample
        let list: OfficeList
        let halfway: AsyncStream<Void>
        private let word: AsyncStream<Void>.Continuation
        private let identifiers = Identifiers()
        let stamp = Stamp(by: nil, at: morning)

        init() async throws {
            sample = try await Sample()
            (halfway, word) = AsyncStream.makeStream()
            list = OfficeList(
                id: OfficeList.ID(identifiers.next(at: morning)), office: World.badung,
                file: ("daftar.csv", 1, String(repeating: "0", count: 64)), reading: "",
                steps: [OfficeList.Step(.brought, stamp)])
            try await sample.store.bring(list, pieces: { nil })
            try await sample.store.keepCheck(OfficeList.Step(.checked, stamp), of: list.id, faults: [])
        }

        /// - Parameter rows: `nil` for a list that never ends.
        func kind(rows: Int?) -> JobKind {
            let (list, word, identifiers, stamp) = (list, word, identifiers, stamp)
            return JobKind("list-enter") { context in
                _ = try await context.store.enter(
                    list.id,
                    { take in
                        var row = 0
                        while row < rows ?? Int.max {
                            row += 1
                            try take(ListEntry(row: row, card: EnterpriseCard(name: "Usaha \(row)")))
                            if row == 1000 { word.yield() }
                        }
                    }, leavingOut: ListCounts(), by: stamp, identifiers: { identifiers.next(at: morning) })
                return "{}"
            }
        }

        func run(_ kind: JobKind, whileRunning: (JobRunner, Job.ID) async -> Void = { _, _ in }) async throws -> Job? {
            let id = Job.ID(identifiers.next(at: morning))
            try await sample.store.ask(for: Job(id, kind.name, in: World.badung, asked: stamp))
            var options = JobRunner.Options()
            (options.polls, options.beats, options.now) = (.none, .none, { morning })
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            let runner = JobRunner(sample.store, kinds: [kind], logger: logger, options: options)
            async let ran = runner.runNext()
            await whileRunning(runner, id)
            #expect(try await ran)
            return try await sample.store.job(id)
        }

        var count: Int? {
            get async throws { try await sample.store.enterpriseCount(EnterpriseFilter(in: [World.badung])) }
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `a list that is stopped while it comes in leaves nothing, and comes in at the second try`() async throws {
        let entering = try await Entering()
        let (halfway, stamp) = (entering.halfway, entering.stamp)
        // No beat would reach the database: the list itself keeps everybody from writing.
        let stopped = try await entering.run(entering.kind(rows: nil)) { runner, id in
            for await _ in halfway { break }
            #expect(await runner.atHand.stop(id, by: stamp))
        }
        #expect(stopped?.state == .cancelled && stopped?.isCancelWanted == true)
        #expect(try await entering.sample.store.list(entering.list.id).standing == .checked)
        #expect(try await entering.count == 0)

        let done = try await entering.run(entering.kind(rows: 700))
        #expect(done?.state == .done)
        #expect(try await entering.sample.store.list(entering.list.id).standing == .entered)
        #expect(try await entering.count == 700)
        let kinds = try await entering.sample.store.events(EventFilter(office: World.badung), limit: 20).map(
            \.event.kind)
        #expect(kinds.reversed() == [.listBrought, .jobAsked, .jobCancelled, .jobAsked, .listEntered])
    }
}

struct JobProgressTests {
    @Test func `how long a job may still take follows from how quickly it went`() async {
        let clock = Clock()
        let progress = JobProgress(Job.Progress(), now: { clock.now })
        #expect(await progress.pace == JobPace(Job.Progress(), secondsLeft: nil))
        await progress.move(done: 100, wanted: 1000, checkpoint: nil)
        #expect(await progress.pace.secondsLeft == nil)
        clock.pass(10)
        await progress.move(done: 350, wanted: 1000, checkpoint: nil)
        #expect(await progress.pace.secondsLeft == 26)
        // A word that comes late moves nothing back.
        await progress.move(done: 300, wanted: 1000, checkpoint: nil)
        #expect(await progress.current.done == 350)
        // Something else is counted from now on.
        await progress.move(done: 0, wanted: 50, checkpoint: nil)
        #expect(await progress.pace == JobPace(Job.Progress(done: 0, wanted: 50), secondsLeft: nil))
    }
}
