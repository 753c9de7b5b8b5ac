import HTML
import Register
import Storage

/// The queue of pairs that may be one enterprise.
struct TwinsPage: Sendable {
    /// Whose registers the visitor may look through; empty for who only reads.
    let offices: [(value: String, words: String)]
    var lines: [TwinLine] = []
    /// The last search; `nil` where there was none, or the visitor may not see it.
    var job: Job?
    var pace: JobPace?
    /// Whether it looks again by itself while a search is under way.
    var isRefreshing = true
    var problem: String?

    /// So many are shown; when they are settled, the others follow.
    static let mostShown = 100
    /// Between two looks at a search under way.
    private static let seconds = 2

    private var isUnderWay: Bool { job.map { !$0.state.isOver } ?? false }

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: words.twinsQuestion, verb: 0)
        if isUnderWay, isRefreshing { frame.refreshSeconds = Self.seconds }
        if !visit.regions(.export, .register).isEmpty { frame.twins = visit.twins(of: Paths.twins) }
        return document(frame) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            div(.class("answer")) { p { answer(visit) } }
            p { words.twinsLead }
            if isUnderWay { progressView(visit) } else { seekView(visit) }
            if !isUnderWay, !lines.isEmpty { tableView(table(visit), id: "twins", words) }
            p { a(.href(visit.address(Paths.enterprises))) { words.enterprisesTitle } }
        }
    }

    private func answer(_ visit: Visit) -> String {
        let words = visit.words
        if let job, isUnderWay { return job.isCancelWanted ? words.jobState(job) : words.twinsSeeking }
        if job?.state == .cancelled { return words.twinsStopped }
        if let job, job.state == .failed { return words.twinsFailed(job.outcome) }
        if lines.isEmpty { return job == nil && !offices.isEmpty ? words.twinsNeverSought : words.twinsNone }
        let isMore = lines.count > Self.mostShown
        return words.twinsAnswer(
            visit.language.numbers.integer(min(lines.count, Self.mostShown)), isMore: isMore)
    }

    private func seekView(_ visit: Visit) -> Node {
        guard !offices.isEmpty else { return fragment {} }
        let words = visit.words
        let choice = FormField(name: "office", label: words.officeToKeep, kind: .choice(offices))
        return formView(
            FormPage(
                title: "", fields: offices.count > 1 ? [choice] : [], action: Paths.twins,
                button: job == nil ? words.twinsSeek : words.twinsSeekAgain), visit)
    }

    private func progressView(_ visit: Visit) -> Node {
        guard let job else { return fragment {} }
        return fragment {
            jobProgressView(job, pace, visit)
            if !job.isCancelWanted {
                div(.class("line")) { buttonView(visit.words.jobCancel, action: Paths.twins + "/cancel", visit) }
            }
            refreshingView(isRefreshing, every: Self.seconds, Paths.twins, visit)
            p { a(.href(visit.address("\(Paths.jobs)/\(job.id)"))) { visit.words.jobKind(job.kind) } }
        }
    }

    func table(_ visit: Visit) -> PageTable {
        let words = visit.words
        let shown = visit.rendering == .page ? lines.prefix(Self.mostShown) : lines[...]
        return PageTable(
            caption: words.twinsCaption,
            columns: [
                PageTable.Column("first", words.firstTwinHeading, isNumber: false),
                PageTable.Column("second", words.secondTwinHeading, isNumber: false),
                PageTable.Column("probability", words.likelyHeading),
                PageTable.Column("reasons", words.evidenceHeading, isNumber: false),
                PageTable.Column("first_id", nil, isNumber: false),
                PageTable.Column("second_id", nil, isNumber: false),
            ],
            rows: shown.map { line in
                let evidence = Evidence(line.pair, visit)
                let address = visit.address("\(Paths.twins)/\(line.id)")
                return PageTable.Row(
                    cells: [
                        PageTable.Cell(line.first.name).with(note: line.first.product, address: address),
                        PageTable.Cell(line.second.name).with(note: line.second.product),
                        PageTable.Cell(.number(line.pair.score), evidence.share),
                        PageTable.Cell(evidence.sentences(words).joined(separator: " ")),
                        PageTable.Cell(line.pair.first.identifier.text),
                        PageTable.Cell(line.pair.second.identifier.text),
                    ], emphasis: nil)
            })
    }
}
