import Foundation
import HTML
import Register
import Storage

/// A job with what those concerned are called.
struct JobTelling: Sendable {
    let job: Job
    let asker: String
    let office: String

    /// `12 dari 40`; `nil` where nothing is counted yet.
    func progress(_ visit: Visit) -> String? {
        let numbers = visit.language.numbers
        guard job.state == .running || job.progress.done > 0 else { return nil }
        let done = numbers.integer(job.progress.done)
        return job.progress.wanted.map { visit.words.progress(done, of: numbers.integer($0)) }
            ?? visit.words.progress(done)
    }
}

/// The last jobs, newest first.
struct JobsPage: Sendable {
    let jobs: [JobTelling]
    var problem: String?

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: words.jobsQuestion)
        frame.twins = visit.twins(of: Paths.jobs)
        let underWay = jobs.count { !$0.job.state.isOver }
        return document(frame) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            div(.class("answer")) {
                p { underWay == 0 ? words.jobsIdle : words.jobsUnderWay(visit.language.numbers.integer(underWay)) }
            }
            if jobs.isEmpty { p { words.jobsNone } } else { tableView(table(visit), id: "jobs", words) }
            if visit.may(.manage, .jobs, at: .everywhere) { askView(visit) }
        }
    }

    private func askView(_ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            h2 { words.jobAskHeading }
            for kind in JobKind.all {
                p { words.jobExplained(kind) }
                div { buttonView(words.jobAsk(kind), action: Paths.jobs, sending: [("kind", kind)], visit) }
            }
        }
    }

    func table(_ visit: Visit) -> PageTable {
        let words = visit.words
        return PageTable(
            caption: words.jobsCaption,
            columns: [
                PageTable.Column("kind", words.jobKindHeading, isNumber: false),
                PageTable.Column("state", words.jobStateHeading, isNumber: false),
                PageTable.Column("asked_at", words.jobAskedHeading, isNumber: false),
                PageTable.Column("asked_by", words.jobAskerHeading, isNumber: false),
                PageTable.Column("office", nil, isNumber: false),
                PageTable.Column("ended_at", nil, isNumber: false),
                PageTable.Column("done", nil),
                PageTable.Column("wanted", nil),
                PageTable.Column("tries", nil),
                PageTable.Column("outcome", words.jobOutcomeHeading, isNumber: false),
                PageTable.Column("id", nil, isNumber: false),
            ], rows: jobs.map { row($0, visit) })
    }

    private func row(_ told: JobTelling, _ visit: Visit) -> PageTable.Row {
        let words = visit.words
        let job = told.job
        func count(_ number: Int?) -> PageTable.Cell {
            number.map { PageTable.Cell(.integer($0), "\($0)") } ?? PageTable.Cell(.unknown, "")
        }
        let ended = job.endedAt.map { PageTable.Cell($0.formatted(.iso8601)) }
        let outcome = job.outcomeWords(visit).joined(separator: " ")
        return PageTable.Row(
            cells: [
                PageTable.Cell(.text(job.kind), words.jobKind(job.kind)).with(
                    address: visit.address("\(Paths.jobs)/\(job.id)")),
                PageTable.Cell(.text(job.state.rawValue), words.jobState(job)).with(note: told.progress(visit)),
                PageTable.Cell(.text(job.asked.at.formatted(.iso8601)), visit.instant(job.asked.at)),
                PageTable.Cell(told.asker), PageTable.Cell(job.office.text),
                ended ?? PageTable.Cell(.unknown, ""), count(job.progress.done), count(job.progress.wanted),
                count(job.tries), PageTable.Cell(.text(job.outcome), outcome),
                PageTable.Cell(job.id.identifier.text),
            ], emphasis: nil)
    }
}

/// One job.
struct JobPage: Sendable {
    let told: JobTelling
    var pace: JobPace?
    let problem: String?
    let isRefreshing: Bool

    /// Between two looks at a running job.
    private static let seconds = 5

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        let job = told.job
        var frame = Frame(visit, title: words.jobKind(job.kind))
        if isRefreshing { frame.refreshSeconds = Self.seconds }
        return document(frame) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            div(.class("answer")) {
                p { words.jobState(job) }
                for line in job.outcomeWords(visit) { p { line } }
            }
            if !job.state.isOver { jobProgressView(job, pace, visit) }
            factsView(visit)
            if !job.state.isOver { watchView(visit) }
            p(.class("next")) { a(.href(visit.address(Paths.jobs))) { words.jobsQuestion } }
        }
    }

    private func factsView(_ visit: Visit) -> Node {
        let words = visit.words
        let job = told.job
        return dl(.class("facts")) {
            dt { words.jobAskedHeading }
            dd { visit.instant(job.asked.at) }
            dt { words.jobAskerHeading }
            dd { told.asker }
            dt { words.officeField }
            dd { told.office }
            if let started = job.startedAt {
                dt { words.jobStartedHeading }
                dd { visit.instant(started) }
            }
            if let ended = job.endedAt {
                dt { words.jobEndedHeading }
                dd { visit.instant(ended) }
            }
        }
    }

    /// Looking again, and stopping it.
    private func watchView(_ visit: Visit) -> Node {
        let words = visit.words
        let job = told.job
        let path = "\(Paths.jobs)/\(job.id)"
        return fragment {
            refreshingView(isRefreshing, every: Self.seconds, path, visit)
            if visit.may(.manage, .jobs, at: Place(job.office)), !job.isCancelWanted {
                buttonView(words.jobCancel, action: path + "/cancel", visit)
            }
        }
    }
}
