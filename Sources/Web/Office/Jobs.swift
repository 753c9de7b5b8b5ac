import Compare
import Foundation
import HTTPTypes
import Register
import Storage

/// Work that takes longer than a page: what runs, what came of it, asking for more.
struct Jobs: Sendable {
    let house: House

    var routes: [Route] {
        let item = Paths.jobs + "/:job"
        return [
            Route(.get, Paths.jobs, .hat(.view, .jobs, .own), forms: Paths.Form.allCases) { try await list($0) },
            // What can be asked for here concerns the whole installation.
            Route(.post, Paths.jobs, .hat(.manage, .jobs, .installation)) { try await ask($0) },
            Route(.get, item, .hat(.view, .jobs, .item), forms: [.page, .json], at: place) { try await page($0) },
            Route(.post, item + "/cancel", .hat(.manage, .jobs, .item), at: place) { try await cancel($0) },
        ]
    }

    @Sendable private func place(_ visit: Visit) async throws -> Place? {
        try await house.store.job(try visit.key("job")).map { Place($0.office) }
    }

    private func list(_ visit: Visit, problem: RequestRefusal? = nil) async throws -> Reply {
        if visit.form["kind"] == nil { try visit.fields.allow(["lang"]) }
        let jobs = try await house.store.jobs(in: visit.regions(.view, .jobs), limit: 100)
        let told = try await jobs.asyncMap { try await telling($0, visit) }
        let model = JobsPage(jobs: told, problem: problem.map(visit.words.message))
        return visit.rendering == .page && problem != nil
            ? .own(model.html(visit), status: problem?.status ?? 200)
            : visit.reply(model.table(visit), named: "jobs", { model.html(visit) })
    }

    private func telling(_ job: Job, _ visit: Visit) async throws -> JobTelling {
        let directory = try await house.store.regionalEconomies().directory
        let office = directory[job.office]?.name ?? visit.words.wholeInstallation
        guard let by = job.asked.by else { return JobTelling(job: job, asker: visit.words.program, office: office) }
        let name = try await house.store.account(by).account.displayName.text
        return JobTelling(job: job, asker: name, office: office)
    }

    private func ask(_ visit: Visit) async throws -> Reply {
        do {
            try visit.form.allow(["kind", Answering.tokenField])
            let kind = visit.form["kind"] ?? ""
            guard JobKind.all.contains(kind) else {
                throw RequestRefusal.notAllowed(field: "kind", value: kind, allowed: JobKind.all)
            }
            let id = Job.ID(visit.newIdentifier())
            try await house.store.ask(for: Job(id, kind, in: .nation, asked: try visit.stamp()))
            house.nudge()
            return .seeOther(visit.address("\(Paths.jobs)/\(id)"))
        } catch let refusal as RequestRefusal {
            return try await list(visit, problem: refusal)
        }
    }

    private func page(_ visit: Visit, problem: RequestRefusal? = nil) async throws -> Reply {
        try visit.fields.allow(["lang", "refresh"])
        guard let job = try await house.store.job(try visit.key("job")) else {
            throw RequestRefusal.unknownPage(visit.path)
        }
        let told = try await telling(job, visit)
        guard visit.rendering == .page else {
            return visit.reply(JobsPage(jobs: [told]).table(visit), named: "jobs", { [] })
        }
        let model = JobPage(
            told: told, pace: await house.jobsAtHand.pace(of: job.id), problem: problem.map(visit.words.message),
            isRefreshing: !job.state.isOver && visit.fields["refresh"] != "no" && problem == nil)
        return .own(model.html(visit), status: problem?.status ?? 200)
    }

    private func cancel(_ visit: Visit) async throws -> Reply {
        try visit.form.allow([Answering.tokenField])
        let id: Job.ID = try visit.key("job")
        guard try await house.cancel(id, by: try visit.stamp()) else {
            return try await page(visit, problem: .notDone(.jobOver))
        }
        return .seeOther(visit.address("\(Paths.jobs)/\(id)"))
    }
}

extension Sequence where Self: Sendable {
    /// One after the other: each waits for the one before.
    fileprivate func asyncMap<Result>(_ body: (Element) async throws -> Result) async rethrows -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await body(element)) }
        return results
    }
}
