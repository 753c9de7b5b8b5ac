import Exchange
import Foundation
import HTML
import Register
import Storage

/// Bringing a list, and the lists that were brought.
struct ListsPage: Sendable {
    let lists: [OfficeList]
    let offices: [(value: String, words: String)]
    var problem: String?

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        return document(Frame(visit, title: words.listsQuestion, verb: 0)) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            p { words.listsLead }
            uploadView(visit)
            if offices.contains(where: { $0.value == PlantedList.home.text }) {
                p { a(.href(visit.address(Paths.lists + "/sample.csv"))) { words.listSample } }
            }
            h2 { words.listsBrought }
            if lists.isEmpty { p { words.listsNone } } else { tableView(table(visit), id: "lists", words) }
        }
    }

    private func uploadView(_ visit: Visit) -> Node {
        let words = visit.words
        return form(.action(visit.address(Paths.lists)), .method(.post), .enctypeMultipart, .class("entry")) {
            // First, so that nothing of the file is taken before it is known that this is our form.
            input(.type(.hidden), .name(Answering.tokenField), .value(visit.formToken))
            if offices.count > 1 {
                entryView(
                    FormField(name: "office", label: words.officeToKeep, kind: .choice(offices)), of: Paths.lists)
            }
            div(.class("field")) {
                label(.for("file")) { words.listFileField }
                input(
                    .type(.file), .id("file"), .name("file"), .accept(".xlsx,.csv,.txt,.tsv"), .required(true),
                    .ariaDescribedby("file-hint"))
                small(.id("file-hint")) {
                    words.listFileHint(megabytes: visit.language.numbers.integer(ListFile.limit >> 20))
                }
            }
            p { button(.type(.submit)) { words.listUpload } }
        }
    }

    private func table(_ visit: Visit) -> PageTable {
        let words = visit.words
        return PageTable(
            caption: words.listsBrought,
            columns: [
                PageTable.Column("file", words.listFileHeading, isNumber: false),
                PageTable.Column("standing", words.listStandingHeading, isNumber: false),
                PageTable.Column("brought_at", words.listBroughtHeading, isNumber: false),
            ],
            rows: lists.map { list in
                PageTable.Row(
                    cells: [
                        PageTable.Cell(list.fileName).with(address: visit.address("\(Paths.lists)/\(list.id)")),
                        PageTable.Cell(words.listStanding(list.standing)),
                        PageTable.Cell(list.steps.first.map { visit.instant($0.stamp.at) } ?? ""),
                    ], emphasis: nil)
            })
    }
}

/// One list: what became of it, or what would.
struct ListPage: Sendable {
    let list: OfficeList
    let job: Job?
    let plan: ListPlan?
    var pace: JobPace?
    /// Whether it looks again by itself while the list is under way.
    var isRefreshing = true
    var faults: [ListFault] = []
    /// What may be in the register already.
    var likely: [ListTwinLine] = []
    var problem: String?

    /// So many are shown; the others are in the file.
    static let mostFaults = 200
    /// Between two looks at a list under way.
    private static let seconds = 2

    private var path: String { "\(Paths.lists)/\(list.id)" }
    private var isUnderWay: Bool { job.map { !$0.state.isOver } ?? false }
    private var mayChange: Bool { [.brought, .surveyed, .checked].contains(list.standing) && !isUnderWay }

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: list.fileName, verb: 0)
        if isUnderWay, isRefreshing { frame.refreshSeconds = Self.seconds }
        return document(frame) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            div(.class("answer")) { for line in answer(visit) { p { line } } }
            if isUnderWay { progressView(visit) } else { deedsView(visit) }
            if !isUnderWay, !faults.isEmpty { faultsView(visit) }
            if !isUnderWay { ListTwinsView(list: list, lines: likely).html(visit) }
            if let plan, !isUnderWay { columnsView(plan, visit) }
            p {
                small {
                    words.listReceipt(size: visit.language.numbers.integer(list.size), sha256: list.sha256)
                }
            }
            p(.class("next")) {
                if list.standing == .entered {
                    a(.href(visit.address(Paths.twins))) { words.twinsQuestion }
                    " "
                }
                a(.href(visit.address(Paths.lists))) { words.listAgain }
            }
        }
    }

    private func answer(_ visit: Visit) -> [String] {
        let words = visit.words
        if let job, isUnderWay { return [job.isCancelWanted ? words.jobState(job) : words.listWorking(job.kind)] }
        if let job, job.state == .failed { return [words.listFailed(job.outcome)] }
        if let job, job.state == .cancelled { return [words.listStopped(job.kind)] + standing(visit) }
        return standing(visit)
    }

    private func standing(_ visit: Visit) -> [String] {
        let words = visit.words
        let counts = ListFigures(list.counts, visit.language.numbers)
        switch list.standing {
        case .checked:
            let isAllGood = list.counts.faulty + list.counts.doubtful == 0
            return [words.listChecked(counts), isAllGood ? words.listNothingWrong : words.listLeftOut(counts)]
                + passed(visit, words.listYearsToPass) + resembling(visit)
        case .entered:
            return [words.listEntered(counts)] + passed(visit, words.listYearsEntered)
        case .undone: return [words.listUndone(counts)]
        default: return [words.listStanding(list.standing)]
        }
    }

    /// Of rows whose year was filled in by form.
    private func passed(_ visit: Visit, _ told: (_ count: String, _ locked: String?) -> String) -> [String] {
        let numbers = visit.language.numbers
        guard let count = list.counts.yearsEntered else { return [] }
        return [told(numbers.integer(count), list.counts.yearsLocked.map { numbers.integer($0) })]
    }

    /// Of new rows that may be in the register already, or were not looked for.
    private func resembling(_ visit: Visit) -> [String] {
        let (words, numbers) = (visit.words, visit.language.numbers)
        return [
            list.counts.likely.map { words.listLikely(numbers.integer($0)) },
            list.counts.unsought.map { words.listUnsought(numbers.integer($0)) },
        ].compactMap(\.self)
    }

    private func progressView(_ visit: Visit) -> Node {
        guard let job else { return fragment {} }
        let words = visit.words
        return fragment {
            jobProgressView(job, pace, visit)
            if !job.isCancelWanted { buttonView(words.jobCancel, action: path + "/cancel", visit) }
            refreshingView(isRefreshing, every: Self.seconds, path, visit)
            p { a(.href(visit.address("\(Paths.jobs)/\(job.id)"))) { words.jobKind(job.kind) } }
        }
    }

    /// A check that somebody stopped, or that the machine failed; what the file itself is refused for stays so.
    private var isWorthAnotherTry: Bool {
        guard let job, job.state == .failed else { return job?.state == .cancelled }
        let ofTheMachine = ["fault-", "disk-", "database-", "too-many-tries"]
        return ofTheMachine.contains { job.outcome.hasPrefix($0) }
    }

    /// One button for what comes next, and quieter ones for the rest.
    private func deedsView(_ visit: Visit) -> Node {
        let words = visit.words
        let isOpen = plan.map { $0.styles.question != nil || $0.wantsYear && $0.styles.year == nil } ?? true
        return fragment {
            if mayChange, list.standing != .checked, isWorthAnotherTry {
                buttonView(words.listCheck, action: path + "/check", visit)
            }
            if list.standing == .checked, !isOpen, list.counts.new + list.counts.changed > 0 {
                buttonView(words.listEnter, action: path + "/enter", visit)
            }
            if list.standing == .entered { buttonView(words.listUndo, action: path + "/undo", visit) }
            if mayChange { buttonView(words.listLayAside, action: path + "/lay-aside", visit) }
        }
    }

    // MARK: - Columns

    private func columnsView(_ plan: ListPlan, _ visit: Visit) -> Node {
        let words = visit.words
        let isAsking = plan.styles.question != nil || plan.wantsYear && plan.styles.year == nil
        return details(.open(mayChange && (isAsking || job?.state == .failed))) {
            summary { words.listColumnsHeading }
            p {
                words.listColumnsLead(
                    sheet: plan.sheetName, row: visit.language.numbers.integer(plan.header.firstRow))
            }
            if mayChange {
                datalist(.id("fields")) {
                    for field in EnterpriseField.allCases { option(.value(words.field(field))) { words.field(field) } }
                }
                formView(
                    FormPage(
                        title: "", fields: columnFields(plan, visit), action: path + "/columns",
                        button: words.listCheckAgain), visit)
            } else {
                tableView(columnTable(plan, visit), id: "columns", words)
            }
        }
    }

    private func columnFields(_ plan: ListPlan, _ visit: Visit) -> [FormField] {
        let words = visit.words
        var fields: [FormField] = []
        if let question = plan.styles.question {
            fields.append(
                FormField(
                    name: "style",
                    label: words.listStyleQuestion(words.field(question.field), example: question.example),
                    kind: .choice(
                        [("", "–")]
                            + NumberStyle.allCases.map { ($0.rawValue, words.listStyle($0, example: question.example)) }
                    )))
        }
        if plan.wantsYear {
            fields.append(
                FormField(
                    name: "year", label: words.listYearQuestion, kind: .number(1900...2200),
                    value: plan.styles.year.map(String.init) ?? ""))
        }
        fields += plan.mapping.columns.filter { !$0.heading.isEmpty || $0.field != nil }.map { column in
            FormField(
                name: "column-\(column.number)", label: column.heading.isEmpty ? "\(column.number)" : column.heading,
                kind: .listed("fields"), value: column.field.map { words.field($0) } ?? "",
                hint: note(column, visit),
                isRequired: false)
        }
        fields.append(
            FormField(
                name: "doubts", label: words.listTakeDoubts, kind: .check, value: plan.takesDoubts ? "1" : "",
                isRequired: false))
        return fields
    }

    private func note(_ column: ColumnMapping.Column, _ visit: Visit) -> String {
        let words = visit.words
        let reason = words.listReason(column.reason)
        guard column.scale != 1 else { return reason }
        return reason + "; " + words.listScale(visit.language.numbers.integer(Int(column.scale)))
    }

    private func columnTable(_ plan: ListPlan, _ visit: Visit) -> PageTable {
        let words = visit.words
        return PageTable(
            caption: words.listColumnsHeading,
            columns: [
                PageTable.Column("heading", words.listColumnHeading, isNumber: false),
                PageTable.Column("field", words.listFieldHeading, isNumber: false),
                PageTable.Column("reason", words.listReasonHeading, isNumber: false),
            ],
            rows: plan.mapping.columns.map { column in
                PageTable.Row(
                    cells: [
                        PageTable.Cell(column.heading),
                        PageTable.Cell(column.field.map { words.field($0) } ?? words.listIgnored),
                        PageTable.Cell(note(column, visit)),
                    ], emphasis: nil)
            })
    }

    // MARK: - What is wrong

    private func faultsView(_ visit: Visit) -> Node {
        let words = visit.words
        let shown = Array(faults.prefix(Self.mostFaults))
        return fragment {
            h2 { words.listFaultsHeading }
            if faults.count > shown.count {
                p { words.listFaultsShown(visit.language.numbers.integer(shown.count)) }
            }
            tableView(Self.faultTable(shown, visit), id: "faults", words)
            p {
                a(.href(visit.address(path + "/returned.xlsx"))) { words.listReturned }
                " · "
                a(.href(visit.address(path + "/faults.csv"))) { words.listFaultFile }
            }
        }
    }

    /// Long texts are cut for the eye; the files have them whole.
    private static func value(_ text: String) -> PageTable.Cell {
        let shown = StrayNumbers.hidden(in: text)
        return PageTable.Cell(.text(shown), shown.count > 60 ? shown.prefix(60) + "…" : shown)
    }

    static func faultTable(_ faults: [ListFault], _ visit: Visit) -> PageTable {
        let words = visit.words
        return PageTable(
            caption: words.listFaultsHeading,
            columns: [
                PageTable.Column("row", words.rowHeading, isNumber: false),
                PageTable.Column("column", nil),
                PageTable.Column("field", words.listColumnHeading, isNumber: false),
                PageTable.Column("value", words.valueShownHeading, isNumber: false),
                PageTable.Column("code", nil, isNumber: false),
                PageTable.Column("reason", words.whatHeading, isNumber: false),
            ],
            rows: faults.map { fault in
                let column = fault.column.map { PageTable.Cell(.integer($0), "\($0)") }
                return PageTable.Row(
                    cells: [
                        PageTable.Cell(.integer(fault.row), "\(fault.row)"), column ?? PageTable.Cell(.unknown, ""),
                        PageTable.Cell(fault.field.map { words.field($0) } ?? ""),
                        value(fault.value),
                        PageTable.Cell(fault.reason.rawValue), PageTable.Cell(words.fault(fault)),
                    ], emphasis: nil)
            })
    }
}
