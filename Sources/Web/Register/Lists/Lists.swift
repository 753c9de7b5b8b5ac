import Compare
import Exchange
import Foundation
import HTTPTypes
import Register
import Storage

/// Lists of enterprises: bringing a file, seeing what would become of it, entering it, taking it back.
struct Lists: Sendable {
    let house: House

    var routes: [Route] {
        let item = Paths.lists + "/:list"
        let own = Admission.hat(.enter, .jobs, .own)
        let one = Admission.hat(.enter, .jobs, .item)
        return [
            Route(.get, Paths.lists, own) { try await all($0) },
            Route(.get, Paths.lists + "/sample", own, forms: [.csv]) { try await sample($0) },
            Route(.post, Paths.lists, own, fileLimit: ListFile.limit) { try await bring($0) },
            Route(.get, item, one, at: place) { try await page($0) },
            Route(.get, item + "/faults", one, forms: Paths.Form.data, at: place) { try await faults($0) },
            Route(.get, item + "/twins", one, forms: Paths.Form.data, at: place) { try await twins($0) },
            Route(.get, item + "/returned.xlsx", one, at: place) { try await returned($0) },
            Route(.post, item + "/columns", one, at: place) { try await columns($0) },
            Route(.post, item + "/check", one, at: place) { try await ask("list-check", $0) },
            Route(.post, item + "/enter", one, at: place) { try await ask("list-enter", $0) },
            Route(.post, item + "/undo", one, at: place) { try await ask("list-undo", $0) },
            Route(.post, item + "/cancel", one, at: place) { try await cancel($0) },
            Route(.post, item + "/lay-aside", one, at: place) { try await layAside($0) },
        ]
    }

    @Sendable private func place(_ visit: Visit) async throws -> Place? {
        let id: OfficeList.ID = try visit.key("list")
        return try await house.store.office(of: id).map { Place($0) }
    }

    // MARK: - All of them

    private func all(_ visit: Visit, problem: RequestRefusal? = nil) async throws -> Reply {
        try visit.fields.allow(["lang"])
        let lists = try await house.store.lists(in: visit.regions(.enter, .jobs), limit: 50)
        let directory = try await house.store.regionalEconomies().directory
        let page = ListsPage(
            lists: lists, offices: offices(visit).map { ($0.text, directory[$0]?.name ?? $0.text) },
            problem: problem.map(visit.words.message))
        return .own(page.html(visit), status: problem?.status ?? 200)
    }

    /// The regencies and cities for which the visitor may bring a list.
    private func offices(_ visit: Visit) -> [RegionCode] {
        visit.regions(.enter, .jobs).filter { !$0.isProvince && $0 != .nation }
    }

    private func bring(_ visit: Visit) async throws -> Reply {
        do {
            try visit.form.allow(["office", Answering.tokenField])
            guard let file = visit.file, file.size > 0 else { throw RequestRefusal.missing(field: "file") }
            let own = offices(visit)
            guard let office = visit.form["office"].flatMap({ RegionCode($0) }) ?? own.first, own.contains(office)
            else {
                throw RequestRefusal.notDone(.beyondOwnRegion)
            }
            let stamp = try visit.stamp()
            let list = OfficeList(
                id: OfficeList.ID(visit.newIdentifier()), office: office,
                file: (file.name.isEmpty ? "–" : StrayNumbers.hidden(in: file.name), file.size, file.sha256),
                reading: "",
                steps: [OfficeList.Step(.brought, stamp)])
            try await house.store.bring(list, pieces: try file.pieces(of: ListFile.piece))
            try await ask(for: "list-check", list, visit)
            return .seeOther(visit.address("\(Paths.lists)/\(list.id)"))
        } catch let refusal as RequestRefusal {
            return try await all(visit, problem: refusal)
        }
    }

    /// A list to try with: two thousand invented enterprises of Badung, sixty rows of them wrong.
    private func sample(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["lang"])
        let areas = try await house.store.areas(in: PlantedList.home)
        let bytes = try await made { PlantedList(seed: 7, areas: areas).csv() }
        var reply = Reply(contentType: "text/csv; charset=utf-8", bytes: bytes)
        reply.isPrivate = true
        reply.fileName = "contoh.csv"
        return reply
    }

    /// Seconds of arithmetic, beside the requests and not before them.
    @concurrent private func made(_ body: @Sendable () throws -> [UInt8]) async throws -> [UInt8] { try body() }

    // MARK: - One of them

    private func page(_ visit: Visit, problem: RequestRefusal? = nil) async throws -> Reply {
        try visit.fields.allow(["lang", "refresh"])
        let list = try await list(visit)
        var page = ListPage(list: list, job: try await house.store.lastJob(about: list), plan: Self.plan(list))
        if let job = page.job { page.pace = await house.jobsAtHand.pace(of: job.id) }
        page.isRefreshing = visit.fields["refresh"] != "no" && problem == nil
        page.faults = try await house.store.faults(of: list.id, limit: ListPage.mostFaults + 1)
        page.likely = try await house.store.likelyTwins(of: list.id, limit: ListTwinsView.mostShown + 1)
        page.problem = problem.map(visit.words.message)
        return .own(page.html(visit), status: problem?.status ?? 200)
    }

    private func list(_ visit: Visit) async throws -> OfficeList {
        do {
            return try await house.store.list(try visit.key("list"))
        } catch ListRefused.unknownList {
            throw RequestRefusal.unknownPage(visit.path)
        }
    }

    private static func plan(_ list: OfficeList) -> ListPlan? {
        // What a later version wrote is proposed anew by the next check.
        try? JSONDecoder().decode(ListPlan.self, from: Data(list.reading.utf8))
    }

    /// As many as a check tells one by one, the last row's all.
    private static let allFaults = 101_000

    private func faults(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["lang"])
        let list = try await list(visit)
        let faults = try await house.store.faults(of: list.id, limit: Self.allFaults)
        return visit.reply(ListPage.faultTable(faults, visit), named: "faults", { [] })
    }

    private func twins(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["lang"])
        let list = try await list(visit)
        let lines = try await house.store.likelyTwins(of: list.id, limit: 20_000)
        return visit.reply(ListTwinsView(list: list, lines: lines).table(visit), named: "twins", { [] })
    }

    /// The rows that were not taken, as they were brought, with the reasons in a column of their own: mended, the file
    /// can be brought again.
    private func returned(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["lang"])
        let list = try await list(visit)
        guard let plan = Self.plan(list) else { throw RequestRefusal.notDone(.fileGone) }
        let faults = Dictionary(
            grouping: try await house.store.faults(of: list.id, limit: Self.allFaults), by: \.row)
        let bytes: [UInt8]
        do {
            let file = try await ListFile.open(list.id, of: house.store)
            bytes = try await made {
                try ReturnedRows(plan: plan, faults: faults, words: visit.words).workbook(of: file)
            }
        } catch ListRefused.fileGone {
            throw RequestRefusal.notDone(.fileGone)
        }
        var reply = Reply(contentType: EnterpriseExport.workbookType, bytes: bytes)
        reply.isPrivate = true
        reply.fileName = "returned.xlsx"
        return reply
    }

    // MARK: - What is done with it

    /// Sets what the columns are, and looks at every row again.
    private func columns(_ visit: Visit) async throws -> Reply {
        let list = try await list(visit)
        do {
            guard var plan = Self.plan(list), [.brought, .surveyed, .checked].contains(list.standing) else {
                throw RequestRefusal.notDone(.already)
            }
            try ListForm.read(visit, into: &plan)
            let reading = String(decoding: try JSONEncoder().encode(plan), as: UTF8.self)
            try await house.store.keepReading(reading, of: list.id, header: nil)
            // What was checked was read otherwise: entered is only what this reading was checked with.
            try await house.store.keepCheck(OfficeList.Step(.surveyed, try visit.stamp()), of: list.id, faults: [])
            try await ask(for: "list-check", list, visit)
            return .seeOther(visit.address("\(Paths.lists)/\(list.id)"))
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }

    private func ask(_ kind: String, _ visit: Visit) async throws -> Reply {
        try visit.form.allow([Answering.tokenField])
        let list = try await list(visit)
        let wanted: [OfficeList.Standing] =
            switch kind {
            case "list-undo": [.entered]
            case "list-enter": [.checked]
            default: [.brought, .surveyed, .checked]
            }
        guard wanted.contains(list.standing) else { return try await page(visit, problem: .notDone(.already)) }
        // Who presses twice waits for what was asked first.
        if try await house.store.lastJob(about: list)?.state.isOver ?? true { try await ask(for: kind, list, visit) }
        return .seeOther(visit.address("\(Paths.lists)/\(list.id)"))
    }

    private func ask(for kind: String, _ list: OfficeList, _ visit: Visit) async throws {
        let job = Job(
            Job.ID(visit.newIdentifier()), kind, in: list.office, parameters: "{\"list\":\"\(list.id)\"}",
            asked: try visit.stamp())
        try await house.store.ask(for: job)
        house.nudge()
    }

    /// Stops what is done with it: nothing of it is kept, and it can be begun again.
    private func cancel(_ visit: Visit) async throws -> Reply {
        try visit.form.allow([Answering.tokenField])
        let list = try await list(visit)
        guard let job = try await house.store.lastJob(about: list),
            try await house.cancel(job.id, by: try visit.stamp())
        else { return try await page(visit, problem: .notDone(.jobOver)) }
        return .seeOther(visit.address("\(Paths.lists)/\(list.id)"))
    }

    private func layAside(_ visit: Visit) async throws -> Reply {
        try visit.form.allow([Answering.tokenField])
        let list = try await list(visit)
        do {
            try await house.store.layAside(list.id, by: try visit.stamp())
        } catch is ListRefused {
            return try await page(visit, problem: .notDone(.already))
        }
        return .seeOther(visit.address(Paths.lists))
    }
}

/// What the form of the columns says.
enum ListForm {
    /// By what it is called in the language of the page; empty for a column that is not read.
    private static func field(
        of column: ColumnMapping.Column, _ visit: Visit
    ) throws(RequestRefusal) -> EnterpriseField? {
        let name = "column-\(column.number)"
        guard let text = visit.form[name] else { return nil }
        let words = visit.words
        if let field = EnterpriseField.allCases.first(where: { words.field($0) == text || $0.rawValue == text }) {
            return field
        }
        throw .notAllowed(field: name, value: text, allowed: EnterpriseField.allCases.map { words.field($0) })
    }

    static func read(_ visit: Visit, into plan: inout ListPlan) throws(RequestRefusal) {
        let columns = plan.mapping.columns
        let names = columns.map { "column-\($0.number)" } + ["style", "year", "doubts", Answering.tokenField]
        try visit.form.allow(names)
        var taken: Set<EnterpriseField> = []
        for place in columns.indices {
            let field = try field(of: columns[place], visit)
            if let field, !taken.insert(field).inserted {
                throw .notDone(.columnTwice(field))
            }
            guard field != columns[place].field else { continue }
            plan.mapping.columns[place].field = field
            plan.mapping.columns[place].reason = .chosen
        }
        // What the rows tell is told again by the next look; only an answer stays.
        let question = plan.styles.question
        plan.styles = ListStyles()
        plan.styles.year = try visit.form.integer("year", in: 1900...2200)
        if let question, let style = try visit.form.choice("style", of: NumberStyle.self) {
            plan.styles.numbers[question.field] = style
        }
        plan.takesDoubts = visit.form["doubts"] == "1"
    }
}
