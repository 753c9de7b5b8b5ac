import Compare
import Foundation
import HTTPTypes
import Register
import Storage

/// Enterprises that may be one: looking for them, the queue, settling a pair.
struct Twins: Sendable {
    let house: House

    var routes: [Route] {
        let item = Paths.twins + "/:pair"
        let decide = Admission.hat(.enter, .jobs, .item)
        return [
            Route(.get, Paths.twins, .hat(.view, .register, .own)) { try await queue($0) },
            Route(.get, Paths.twins, .hat(.export, .register, .own), forms: Paths.Form.data) { try await queue($0) },
            Route(.post, Paths.twins, .hat(.enter, .jobs, .own)) { try await seek($0) },
            Route(.post, Paths.twins + "/cancel", .hat(.enter, .jobs, .own)) { try await cancel($0) },
            Route(.get, item, .hat(.view, .register, .item), at: place) { try await show($0) },
            Route(.post, item + "/merge", decide, at: place) { try await merge($0) },
            Route(.post, item + "/different", decide, at: place) { try await tellApart($0) },
        ]
    }

    @Sendable private func place(_ visit: Visit) async throws -> Place? {
        let id: TwinPair.ID = try visit.key("pair")
        return try await house.store.office(of: id).map { Place($0) }
    }

    // MARK: - The queue

    private func queue(_ visit: Visit, problem: RequestRefusal? = nil) async throws -> Reply {
        let isPage = visit.rendering == .page
        try visit.fields.allow(isPage ? ["lang", "refresh"] : ["lang"])
        let regions = visit.regions(isPage ? .view : .export, .register)
        let directory = try await house.store.regionalEconomies().directory
        let offices = offices(visit)
        var page = TwinsPage(offices: offices.map { ($0.text, directory[$0]?.name ?? $0.text) })
        let most = isPage ? TwinsPage.mostShown + 1 : 1000
        page.lines = try await house.store.twinPairs(in: regions, limit: most)
        page.job = try await search(in: offices)
        page.isRefreshing = visit.fields["refresh"] != "no" && problem == nil
        if let job = page.job { page.pace = await house.jobsAtHand.pace(of: job.id) }
        page.problem = problem.map(visit.words.message)
        guard isPage else { return visit.reply(page.table(visit), named: "twins", { [] }) }
        return .own(page.html(visit), status: problem?.status ?? 200)
    }

    /// The last search in these offices; one that is under way before others. `nil` where nobody has asked for one.
    private func search(in offices: [RegionCode]) async throws -> Job? {
        var found: Job?
        for office in offices where found?.state.isOver != false {
            found = try await house.store.lastTwinSearch(in: office) ?? found
        }
        return found
    }

    /// The regencies and cities whose registers the visitor may look through.
    private func offices(_ visit: Visit) -> [RegionCode] {
        visit.regions(.enter, .jobs).filter { !$0.isProvince && $0 != .nation }
    }

    private func seek(_ visit: Visit) async throws -> Reply {
        do {
            try visit.form.allow(["office", Answering.tokenField])
            let own = offices(visit)
            guard let office = visit.form["office"].flatMap({ RegionCode($0) }) ?? own.first, own.contains(office)
            else { throw RequestRefusal.notDone(.beyondOwnRegion) }
            let last = try await house.store.lastTwinSearch(in: office)
            // Who presses twice waits for the first search.
            if last?.state.isOver ?? true {
                let job = Job(Job.ID(visit.newIdentifier()), "twins-find", in: office, asked: try visit.stamp())
                try await house.store.ask(for: job)
                house.nudge()
            }
            return .seeOther(visit.address(Paths.twins))
        } catch let refusal as RequestRefusal {
            return try await queue(visit, problem: refusal)
        }
    }

    /// Stops a search: what an earlier one has found stays.
    private func cancel(_ visit: Visit) async throws -> Reply {
        try visit.form.allow([Answering.tokenField])
        guard let job = try await search(in: offices(visit)), !job.state.isOver,
            try await house.cancel(job.id, by: try visit.stamp())
        else { return try await queue(visit, problem: .notDone(.jobOver)) }
        return .seeOther(visit.address(Paths.twins))
    }

    // MARK: - One pair

    private func show(_ visit: Visit, problem: RequestRefusal? = nil) async throws -> Reply {
        try visit.fields.allow(["lang"])
        let pair = try await pair(visit)
        let both = try await refusingEnterprise {
            (try await house.store.enterprise(pair.first), try await house.store.enterprise(pair.second))
        }
        var page = TwinPairPage(pair: pair, first: both.0, second: both.1)
        for record in [both.0, both.1] {
            guard let code = record.enterprise.card.area else { continue }
            page.areaNames[code] = try await house.store.area(code)?.name
        }
        page.problem = problem.map(visit.words.message)
        return .own(page.html(visit), status: problem?.status ?? 200)
    }

    private func pair(_ visit: Visit) async throws -> TwinPair {
        do {
            return try await house.store.twinPair(try visit.key("pair"))
        } catch TwinRefused.unknownPair {
            throw RequestRefusal.notDone(.unknownPair)
        }
    }

    /// The versions are those of the page on which the two were compared.
    private func merge(_ visit: Visit) async throws -> Reply {
        let pair = try await pair(visit)
        do {
            try visit.form.allow(["keep", "first-version", "second-version", Answering.tokenField])
            guard let kept = visit.form["keep"].flatMap({ Enterprise.ID($0) }),
                [pair.first, pair.second].contains(kept)
            else { throw RequestRefusal.missing(field: "keep") }
            guard let first = try visit.form.integer("first-version", in: 1...Int.max),
                let second = try visit.form.integer("second-version", in: 1...Int.max)
            else { throw RequestRefusal.missing(field: "version") }
            let one = Merger.Side(pair.first, version: first)
            let other = Merger.Side(pair.second, version: second)
            let id = Merger.ID(visit.newIdentifier())
            let merger =
                kept == pair.first ? Merger(id, of: other, into: one) : Merger(id, of: one, into: other)
            try await refusingEnterprise { try await house.store.merge(merger, by: try visit.stamp()) }
            return .seeOther(visit.address("\(Paths.enterprises)/\(kept)?saved=1"))
        } catch let refusal as RequestRefusal {
            return try await show(visit, problem: refusal)
        }
    }

    private func tellApart(_ visit: Visit) async throws -> Reply {
        let pair = try await pair(visit)
        do {
            try visit.form.allow([Answering.tokenField])
            do {
                try await house.store.tellApart(pair.id, by: try visit.stamp())
            } catch is TwinRefused {
                throw RequestRefusal.notDone(.already)
            }
            return .seeOther(visit.address(Paths.twins))
        } catch let refusal as RequestRefusal {
            return try await show(visit, problem: refusal)
        }
    }
}
