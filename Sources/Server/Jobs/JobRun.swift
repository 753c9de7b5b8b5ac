import Foundation
import Logging
import Storage

/// One job while it is run.
struct JobRun {
    enum Ending: Equatable {
        case over(Job.State, outcome: String)
        /// The server stops: another takes it up.
        case laidBack
        /// Another runner has it: nothing is said.
        case takenAway
    }

    private enum Word {
        case kind(Result<String, any Error>)
        case heart(JobOrder)
        /// Somebody has stopped it in this process.
        case stopped
    }

    private let job: Job
    private let name: String
    private let runner: JobRunner

    init(_ job: Job, by name: String, _ runner: JobRunner) {
        self.job = job
        self.name = name
        self.runner = runner
    }

    func ending() async -> Ending {
        // Asked to stop while no runner had it.
        if job.isCancelWanted { return .over(.cancelled, outcome: "") }
        guard job.tries <= runner.options.mostTries else { return .over(.failed, outcome: "too-many-tries") }
        guard let kind = runner.kinds[job.kind] else { return .over(.failed, outcome: "unknown-kind") }
        let progress = JobProgress(job.progress, now: runner.options.now)
        let (stops, stop) = AsyncStream<Void>.makeStream()
        await runner.atHand.take(job.id, pace: { await progress.pace }, stop: { stop.yield() })
        let context = JobContext(
            job: job, store: runner.store, now: runner.options.now, runner: name, progress: progress)
        return await ending(of: kind, context, progress, stops)
    }

    private func ending(
        of kind: JobKind, _ context: JobContext, _ progress: JobProgress, _ stops: AsyncStream<Void>
    ) async -> Ending {
        await withTaskGroup(of: Word.self) { group in
            group.addTask {
                do { return .kind(.success(try await kind.run(context))) } catch { return .kind(.failure(error)) }
            }
            group.addTask { .heart(await beat(progress)) }
            group.addTask {
                for await _ in stops { return .stopped }
                return .heart(.goOn)
            }
            var order = JobOrder.goOn
            while let word = await group.next() {
                switch word {
                case .heart(.goOn): break
                case .heart(let given):
                    order = given
                    group.cancelAll()
                case .stopped:
                    order = .cancel
                    group.cancelAll()
                case .kind(let result):
                    group.cancelAll()
                    return ending(result, order)
                }
            }
            return .laidBack
        }
    }

    /// Says that the job is alive until it is ordered to stop. - Returns: the last order.
    private func beat(_ progress: JobProgress) async -> JobOrder {
        for await _ in runner.options.beats.stream() {
            do {
                let order = try await runner.store.report(
                    progress.current, on: job.id, runner: name, at: runner.options.now())
                if order != .goOn { return order }
            } catch {
                // A beat is missed; the next may be heard.
                if Task.isCancelled { return .goOn }
            }
        }
        return .goOn
    }

    private func ending(_ result: Result<String, any Error>, _ order: JobOrder) -> Ending {
        switch result {
        // What was finished is finished, whatever was wanted meanwhile.
        case .success(let outcome): return order == .takenAway ? .takenAway : .over(.done, outcome: outcome)
        case .failure(let error):
            let order = (error as? JobStopped)?.order ?? order
            if order == .takenAway { return .takenAway }
            if order == .cancel { return .over(.cancelled, outcome: "") }
            if Task.isCancelled { return .laidBack }
            return .over(.failed, outcome: code(error))
        }
    }

    /// What people are told: a code they can look up, or the number under which the fault is logged.
    private func code(_ error: any Error) -> String {
        switch error {
        case let refused as JobRefused: return refused.code
        case is ListRefused: return "list-not-now"
        case let refused as BackupRefused:
            runner.logger.error("job refused", metadata: ["job": "\(job.id)", "reason": "\(refused)"])
            return refused.code
        case StoreRefusal.diskFull: return "disk-full"
        case StoreRefusal.busy: return "database-busy"
        case StoreRefusal.readOnly: return "database-read-only"
        default:
            let id = String(UUID().uuidString.prefix(8))
            runner.logger.error("fault", metadata: ["id": "\(id)", "job": "\(job.id)", "error": "\(error)"])
            return "fault-\(id)"
        }
    }
}
