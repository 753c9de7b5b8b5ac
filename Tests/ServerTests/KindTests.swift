import Foundation
import Logging
import Register
import Storage
import Testing

@testable import Server

struct ScheduleTests {
    /// 08:00 in Makassar: due since 02:00.
    @Test(
        arguments: [
            (nil, true), (-6.0 * 3600 - 1, true), (-6.0 * 3600, false), (-60, false), (-30.0 * 3600, true), (60, true),
        ] as [(Double?, Bool)])
    func `a nightly job is due once two o'clock has struck since the last`(last: Double?, isDue: Bool) {
        #expect(Schedule().isDue(last: last.map { morning + $0 }, now: morning) == isDue)
    }

    @Test func `the hour is the office's own`() {
        #expect(Schedule(hour: 2, offset: 8 * 3600).lastDue(at: morning) == morning - 6 * 3600)
        #expect(Schedule(hour: 2, offset: 7 * 3600).lastDue(at: morning) == morning - 5 * 3600)
        #expect(Schedule(hour: 23, offset: 8 * 3600).lastDue(at: morning) == morning - 9 * 3600)
    }

    @Test func `of several servers one asks, and nobody while it waits`() async throws {
        let shop = try await Workshop()
        let scheduled = ScheduledJob("backup", Schedule())
        let asked = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { try await scheduled.askWhenDue(shop.store, at: morning) } }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(asked == 1)
        // The next night it is still waiting.
        #expect(try await !scheduled.askWhenDue(shop.store, at: morning + 86_400))
        await shop.runner(JobKind("backup") { _ in "{}" }).workThrough()
        #expect(try await !scheduled.askWhenDue(shop.store, at: morning + 3600))
        #expect(try await scheduled.askWhenDue(shop.store, at: morning + 86_400))
    }

    @Test func `a runner asks by itself for what is due`() async throws {
        let shop = try await Workshop()
        let runner = shop.runner(
            JobKind("backup") { _ in "{}" }, schedules: [ScheduledJob("backup", Schedule())])
        await runner.workThrough()
        await runner.workThrough()
        #expect(try await shop.store.jobCounts() == [.done: 1])
    }
}

struct KindTests {
    @Test func `a backup job leaves a backup that holds, and removes what need not be kept`() async throws {
        let shop = try await Workshop()
        let folder = shop.folder.appending(path: "backups")
        let old = try await Backup.make(
            of: Backup.Source(shop.store, at: shop.address), into: folder, by: Stamp(by: nil, at: morning - 5 * 86_400))
        var settings = BackupSettings(of: shop.address, into: folder)
        settings.retention = try #require(Retention("1d"))
        let id = try await shop.ask("backup")
        #expect(try await shop.runner(.backup(settings)).runNext())
        let made = try #require(try Backup.list(in: folder).backups.first)
        try await made.verify()
        #expect(try Backup.list(in: folder).backups.count == 1)
        let job = try #require(try await shop.store.job(id))
        #expect(job.state == .done && job.outcome.contains(made.manifest.sha256))
        #expect(job.outcome.contains(old.file.lastPathComponent))
    }

    @Test func `a backup that cannot be written fails with a code`() async throws {
        let shop = try await Workshop()
        let folder = shop.folder.appending(path: "backups")
        try Data().write(to: folder)
        let id = try await shop.ask("backup")
        #expect(try await shop.runner(.backup(BackupSettings(of: shop.address, into: folder))).runNext())
        #expect(try await shop.store.job(id)?.outcome == "backup-cannot-write")
    }

    @Test func `an audit says where every book ends`() async throws {
        let shop = try await Workshop()
        let id = try await shop.ask("audit")
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        #expect(try await shop.runner(.audit(logger)).runNext())
        let job = try #require(try await shop.store.job(id))
        let head = try #require(try await shop.store.auditBooks().first?.head)
        #expect(job.state == .done && job.progress.done == 1)
        #expect(job.outcome == #"{"books":[{"head":"\#(head)","length":1,"office":"00"}]}"#)
    }
}
