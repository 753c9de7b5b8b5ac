import Compare
import Exchange
import Foundation
import Logging
import Register
import Secrets
import Storage
import Web

extension JobKind {
    /// Looks at every row of a list and says what would become of it; the register is not touched.
    static let checkList = JobKind("list-check") { context in
        let work = try await ListWork(context)
        try await work.check(context)
        return "{}"
    }

    /// Enters a list that was checked, all of it or nothing.
    static let enterList = JobKind("list-enter") { context in
        let work = try await ListWork(context)
        // Entered already: the crash came between the transaction and its word to us.
        if work.list.standing != .entered { try await work.enter(context) }
        try await work.rememberReading(context)
        return "{}"
    }

    static let undoList = JobKind("list-undo") { context in
        let id = try ListWork.list(of: context.job)
        if try await context.store.list(id).standing == .undone { return "{}" }
        _ = try await context.store.undo(id, by: Stamp(by: context.job.asked.by, at: context.now())) {
            context.note(done: $0, wanted: $1)
        }
        return "{}"
    }
}

/// A list in the hands of a job.
private struct ListWork {
    let list: OfficeList
    private let knowledge: ListKnowledge

    private struct Parameters: Decodable {
        let list: String
    }

    static func list(of job: Job) throws -> OfficeList.ID {
        let parameters = try JSONDecoder().decode(Parameters.self, from: Data(job.parameters.utf8))
        guard let id = OfficeList.ID(parameters.list) else { throw ListRefused.unknownList }
        return id
    }

    init(_ context: JobContext) async throws {
        list = try await context.store.list(try Self.list(of: context.job))
        let store = context.store
        var industries: Set<IndustryCode> = []
        for version in IndustryCode.Version.allCases {
            industries.formUnion(try await store.industries(of: version).map(\.code))
        }
        knowledge = ListKnowledge(
            industries: industries, places: PlaceDirectory(of: list.office, try await store.areas(in: list.office)),
            regions: try await store.regionalEconomies().directory, home: list.office,
            thisYear: Calendar(identifier: .gregorian).component(.year, from: context.now()))
    }

    // MARK: - Checking

    @concurrent func check(_ context: JobContext) async throws {
        let file = try await file(context)
        var plan = try await plan(file, context.store)
        let rows = try refusing {
            try plan.survey(file, industries: knowledge.industries, answers: plan.styles.numbers)
        }
        try await context.report(done: 0, wanted: rows)
        let found = Held(ListFindings())
        let search = Held(try await ListTwinsSearch(in: list.office, of: context.store))
        let (settled, reading) = (plan, try reading(plan, file))
        try await stopping { stop in
            try await context.store.compare(
                source(settled, file, reading, found, context, rows: rows, stop: stop), in: list.office,
                doubts: settled.takesDoubts ? .taken : .leftOut
            ) { entry, verdict in
                found.change { $0.count(verdict, settled.doubts(about: verdict.slips, in: entry)) }
                if verdict.outcome == .new { search.change { $0.add(entry) } }
            }
        }
        let (seeking, twins) = (search.read { $0 }, try await search.read { $0 }.found(context, wanted: rows))
        let findings = found.read { $0 }.with(twins.count, unsought: seeking.unsought)
        try await context.store.keepReading(try json(plan), of: list.id, header: nil)
        try await context.store.keepCheck(
            OfficeList.Step(.checked, Stamp(by: context.job.asked.by, at: context.now()), findings.counts), of: list.id,
            faults: findings.faults, twins: twins)
    }

    private func file(_ context: JobContext) async throws -> SheetFile {
        do {
            return try await ListFile.open(list.id, of: context.store)
        } catch let refusal as SheetRefusal {
            throw JobRefused(refusal.code)
        }
    }

    /// As the office has set it, as it was read the last time, or as it looks.
    private func plan(_ file: SheetFile, _ store: Store) async throws -> ListPlan {
        if !list.reading.isEmpty { return try JSONDecoder().decode(ListPlan.self, from: Data(list.reading.utf8)) }
        let first = try refusing { try ListPlan.proposed(for: file) { _ in nil } }
        let known = try await store.rememberedReading(of: first.header.fingerprint, in: list.office)
        // What an earlier version kept otherwise is proposed anew.
        guard let known, let plan = try? JSONDecoder().decode(ListPlan.self, from: Data(known.utf8)) else {
            return first
        }
        return try refusing { try ListPlan.proposed(for: file) { _ in plan } }
    }

    private func reading(_ plan: ListPlan, _ file: SheetFile) throws -> ListReading {
        let norms = try refusing { try plan.norms(of: file, knowledge) }
        return ListReading(plan.mapping, plan.styles, knowledge, norms: norms)
    }

    /// The rows that are taken; what is found on the way is gathered. It may be read on a thread without a task: `stop`
    /// tells it that nobody wants the rows any more.
    private func source(
        _ plan: ListPlan, _ file: SheetFile, _ reading: ListReading, _ found: Held<ListFindings>, _ context: JobContext,
        rows: Int, stop: Held<Bool>
    ) -> ListSource {
        { take in
            var reading = reading
            var done = 0
            try plan.forEachRow(of: file) { row in
                done += 1
                if done.isMultiple(of: 500) {
                    if stop.read({ $0 }) { throw CancellationError() }
                    context.note(done: done, wanted: rows)
                }
                switch reading.read(row) {
                case .passedOver: break
                case .faulty(let faults): found.change { $0.leaveOut(faults) }
                case .entry(let entry, let doubts):
                    if !doubts.isEmpty { found.change { $0.doubt(doubts, isTaken: plan.takesDoubts) } }
                    if doubts.isEmpty || plan.takesDoubts { try take(entry) }
                }
            }
        }
    }

    // MARK: - Entering

    @concurrent func enter(_ context: JobContext) async throws {
        guard list.standing == .checked else { throw JobRefused("list-not-now") }
        let plan = try JSONDecoder().decode(ListPlan.self, from: Data(list.reading.utf8))
        let file = try await file(context)
        let reading = try reading(plan, file)
        let rows = max(list.counts.rows, 1)
        let found = Held(ListFindings())
        // What is left out was counted by the check; the same file is read in the same way.
        // What is shifted against the register's own figures is found again, as they are by now.
        var leftOut = ListCounts()
        leftOut.faulty = list.counts.faulty
        leftOut.doubtful = list.counts.doubtful - (list.counts.offPast ?? 0)
        leftOut.rows = leftOut.faulty + leftOut.doubtful
        let (identifiers, now) = (Identifiers(), context.now())
        try await stopping { [leftOut] stop in
            _ = try await context.store.enter(
                list.id, source(plan, file, reading, found, context, rows: rows, stop: stop), leavingOut: leftOut,
                doubts: plan.takesDoubts ? .taken : .leftOut, by: Stamp(by: context.job.asked.by, at: context.now()),
                identifiers: { identifiers.next(at: now) })
        }
    }

    /// Raises a sign when the task is cancelled, for a thread that has none.
    private func stopping(_ body: (Held<Bool>) async throws -> Void) async throws {
        let stop = Held(false)
        try await withTaskCancellationHandler {
            try await body(stop)
        } onCancel: {
            stop.change { $0 = true }
        }
    }

    /// The next list with this header is read so.
    func rememberReading(_ context: JobContext) async throws {
        let plan = try JSONDecoder().decode(ListPlan.self, from: Data(list.reading.utf8))
        try await context.store.keepReading(list.reading, of: list.id, header: plan.header.fingerprint)
    }

    /// What a file or a list is refused for, as a job says it.
    private func refusing<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let refusal as SheetRefusal {
            throw JobRefused(refusal.code)
        } catch let refusal as ListPlan.Refusal {
            throw JobRefused(refusal.rawValue)
        }
    }

    private func json(_ plan: ListPlan) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(plan), as: UTF8.self)
    }
}

/// What a check has found so far.
private struct ListFindings {
    var counts = ListCounts()
    var faults: [ListFault] = []
    /// More are counted and not told one by one: nobody reads them.
    static let mostTold = 100_000

    mutating func count(_ verdict: ListVerdict, _ doubts: [ListFault]) {
        counts.count(verdict)
        tell(doubts)
    }

    func with(_ likely: Int, unsought: Int) -> ListFindings {
        var findings = self
        findings.counts.likely = likely == 0 ? nil : likely
        findings.counts.unsought = unsought == 0 ? nil : unsought
        return findings
    }

    mutating func leaveOut(_ faults: [ListFault]) {
        counts.rows += 1
        counts.faulty += 1
        tell(faults)
    }

    mutating func doubt(_ doubts: [ListFault], isTaken: Bool) {
        tell(doubts)
        guard !isTaken else { return }
        counts.rows += 1
        counts.doubtful += 1
    }

    private mutating func tell(_ faults: [ListFault]) {
        if self.faults.count < Self.mostTold { self.faults += faults }
    }
}
