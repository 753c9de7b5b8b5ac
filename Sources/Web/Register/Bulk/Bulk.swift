import Foundation
import HTTPTypes
import Register
import Storage

/// Changing many enterprises at once: what is asked, what would change, the change, its receipt, taking it back.
struct Bulk: Sendable {
    let house: House

    var routes: [Route] {
        let item = Paths.bulk + "/:bulk"
        let decide = Admission.hat(.enter, .jobs, .own)
        return [
            Route(.post, Paths.bulk + "/check", decide) { try await check($0) },
            Route(.post, Paths.bulk, decide) { try await make($0) },
            Route(.get, item, .hat(.view, .register, .item), at: place) { visit in
                try visit.fields.allow(["lang", "saved"])
                return try await show(visit)
            },
            Route(.post, item + "/undo", .hat(.enter, .jobs, .item), at: place) { try await undo($0) },
        ]
    }

    @Sendable private func place(_ visit: Visit) async throws -> Place? {
        let id: BulkChange.ID = try visit.key("bulk")
        return try await house.store.office(of: id).map { Place($0) }
    }

    // MARK: - What would change

    private func check(_ visit: Visit, problem: RequestRefusal? = nil) async throws -> Reply {
        let question = try BulkQuestion(visit)
        let lines = try await lines(question, visit)
        let office = try office(of: lines, visit)
        let target = BulkTarget(choice: question.choice, office: office, lines: lines)
        do {
            guard let deed = try question.deed(visit) else { return try await ask(target, visit, nil) }
            try await checkVillage(deed, in: office)
            let plan = try await refusingBulk {
                try await house.store.plan(deed, of: lines.map(\.id), in: office)
            }
            var page = BulkPlanPage(choice: question.choice, deed: deed, plan: plan)
            page.names = try await names(of: deed, in: office, visit)
            page.problem = problem.map(visit.words.message)
            return .own(page.html(visit), status: problem?.status ?? 200)
        } catch let refusal as RequestRefusal {
            guard refusal.field != nil else { throw refusal }
            return try await ask(target, visit, refusal)
        }
    }

    private func ask(_ target: BulkTarget, _ visit: Visit, _ problem: RequestRefusal?) async throws -> Reply {
        let filter = SentraFilter(in: [target.office])
        let sentra = try await house.store.sentra(filter, on: visit.today, limit: 1000)
        let page = BulkAskPage(target: target, sentra: sentra.map { (id: $0.id, name: $0.card.name) })
        return .own(page.html(visit, problem: problem.map(visit.words.message)), status: problem?.status ?? 200)
    }

    /// - Throws: where none is meant, or too many, or one that the visitor may not change.
    private func lines(_ question: BulkQuestion, _ visit: Visit) async throws -> [EnterpriseLine] {
        let most = Store.mostAtOnce
        var lines: [EnterpriseLine]
        if question.isAll {
            lines = try await found(visit, limit: most + 1)
        } else {
            guard question.picked.count <= most else { throw RequestRefusal.notDone(.many(.tooMany(most))) }
            lines = try await house.store.enterprises(of: Array(question.picked.keys))
        }
        guard lines.count <= most else { throw RequestRefusal.notDone(.many(.tooMany(most))) }
        guard !lines.isEmpty else { throw RequestRefusal.notDone(.many(.nonePicked)) }
        lines.sort { ($0.enterprise.card.name, $0.id) < ($1.enterprise.card.name, $1.id) }
        return lines
    }

    /// All that the search finds, as the list would show them over many pages.
    private func found(_ visit: Visit, limit: Int) async throws -> [EnterpriseLine] {
        let regions = visit.regions(.enter, .jobs)
        guard let text = try Enterprises.searched(visit.form) else {
            return try await house.store.enterprises(try Enterprises.filter(visit.form, regions), limit: limit)
        }
        let most = EnterprisesPage.mostFound
        let lines = try await house.store.search(
            text, in: regions, personalIn: visit.regions(.view, .personal), limit: most)
        // Where the search breaks off, nobody has seen who "all" are.
        guard lines.count < most else { throw RequestRefusal.notDone(.many(.tooMany(most - 1))) }
        return lines
    }

    private func office(of lines: [EnterpriseLine], _ visit: Visit) throws(RequestRefusal) -> RegionCode {
        let offices = Set(lines.map(\.enterprise.office))
        guard offices.allSatisfy({ visit.mayChangeMany(in: $0) }) else { throw .notDone(.beyondOwnRegion) }
        guard let office = offices.first, offices.count == 1 else { throw .notDone(.many(.severalOffices)) }
        return office
    }

    /// Many are not moved to a place that there is not, or that lies elsewhere.
    private func checkVillage(_ deed: BulkDeed, in office: RegionCode) async throws {
        guard case .set(.village, let text) = deed else { return }
        let area = AreaCode(text)
        guard let area, text.hasPrefix(office.text + "."), try await house.store.area(area) != nil else {
            throw RequestRefusal.badEntry(field: "value", .enterprise(.village))
        }
    }

    private func names(of deed: BulkDeed, in office: RegionCode, _ visit: Visit) async throws -> DeedNames {
        var names = DeedNames()
        switch deed {
        case .join(let sentra, _), .leave(let sentra, _):
            names.sentra = try await refusingSentra { try await house.store.sentra(sentra).sentra.card.name }
        case .set(.village, let text):
            if let area = AreaCode(text) { names.area = try await house.store.area(area)?.name }
        case .set: break
        }
        return names
    }

    // MARK: - The change

    private func make(_ visit: Visit) async throws -> Reply {
        let question = try BulkQuestion(visit)
        do {
            let lines = try await lines(question, visit)
            let office = try office(of: lines, visit)
            guard let deed = try question.deed(visit) else { throw RequestRefusal.missing(field: "value") }
            try await checkVillage(deed, in: office)
            let targets = question.picked.sorted { $0.key < $1.key }.map { id, version in
                BulkRequest.Target(id, version: version, member: SentraMember.ID(visit.newIdentifier()))
            }
            let request = BulkRequest(
                BulkChange.ID(visit.newIdentifier()), deed, of: targets, in: office, expected: targets.count)
            try await refusingBulk { try await house.store.changeAll(request, by: try visit.stamp()) }
            return .seeOther(visit.address("\(Paths.bulk)/\(request.id)?saved=1"))
        } catch let refusal as RequestRefusal {
            guard refusal == .notDone(.changedMeanwhile) else { throw refusal }
            return try await check(visit, problem: refusal)
        }
    }

    // MARK: - The receipt

    private func show(_ visit: Visit, problem: RequestRefusal? = nil) async throws -> Reply {
        let id: BulkChange.ID = try visit.key("bulk")
        let (change, parts) = try await refusingBulk { try await house.store.bulkChange(id) }
        var page = BulkReceiptPage(change: change, parts: parts)
        page.names = DeedNames(sentra: change.sentraName)
        if case .set(.village, let text) = change.deed, let area = AreaCode(text) {
            page.names.area = try await house.store.area(area)?.name
        }
        page.isSaved = visit.fields["saved"] != nil && problem == nil
        page.problem = problem.map(visit.words.message)
        return .own(page.html(visit), status: problem?.status ?? 200)
    }

    private func undo(_ visit: Visit) async throws -> Reply {
        do {
            try visit.form.allow([Answering.tokenField])
            let id: BulkChange.ID = try visit.key("bulk")
            try await refusingBulk { try await house.store.undoChange(id, by: try visit.stamp()) }
            return .seeOther(visit.address("\(Paths.bulk)/\(id)"))
        } catch let refusal as RequestRefusal {
            return try await show(visit, problem: refusal)
        }
    }
}

/// What the register refuses of many at once, as a page says it.
private func refusingBulk<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
        return try await body()
    } catch let refused as BulkRefused {
        switch refused {
        case .unknownChange: throw RequestRefusal.notDone(.many(.unknownChange))
        case .unknownSentra: throw RequestRefusal.notDone(.unknownSentra)
        case .changedMeanwhile: throw RequestRefusal.notDone(.changedMeanwhile)
        case .nothingToChange, .alreadyUndone: throw RequestRefusal.notDone(.already)
        case .allChangedSince: throw RequestRefusal.notDone(.many(.allChangedSince))
        case .tooMany(let most): throw RequestRefusal.notDone(.many(.tooMany(most)))
        }
    }
}
