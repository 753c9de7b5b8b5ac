import Exchange
import Foundation
import HTTPTypes
import Measure
import Register
import Storage

/// Production of an enterprise in a year: filling it in, handing it over, deciding on it.
struct OneProduction: Sendable {
    let house: House

    var routes: [Route] {
        let item = Paths.enterprises + "/:enterprise/production/:year"
        let place = OneEnterprise(house: house).place
        return [
            Route(.get, item, .hat(.view, .figures, .item), forms: Paths.Form.allCases, at: place) {
                try await show($0)
            },
            Route(.post, item, .hat(.enter, .figures, .item), at: place) { try await save($0) },
        ]
            + ProductionMove.allCases.map { move in
                Route(.post, item + "/" + move.rawValue, .hat(move.deed, .figures, .item), at: place) { visit in
                    try await make(move, visit)
                }
            }
    }

    private func year(_ visit: Visit) throws(RequestRefusal) -> Int {
        guard let year = Int(visit.parameter("year")), (1990...visit.today.year).contains(year) else {
            throw .unknownPage(visit.path)
        }
        return year
    }

    private func model(_ visit: Visit) async throws -> ProductionPage {
        let id: Enterprise.ID = try visit.key("enterprise")
        let year = try year(visit)
        let record: EnterpriseRecord
        do {
            record = try await house.store.enterprise(id)
        } catch EnterpriseRefused.unknownEnterprise {
            throw RequestRefusal.unknownPage(visit.path)
        }
        var page = ProductionPage(enterprise: record.enterprise, year: year, isMerged: record.mergedInto != nil)
        page.kept = try await house.store.production(year, of: id)
        page.proposal = record.years.first { $0.year == year }
        return page
    }

    private func show(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["lang", "saved"])
        var page = try await model(visit)
        page.isSaved = visit.fields["saved"] == "1"
        var reply: Reply
        switch visit.rendering {
        case .page: return .own(page.html(visit))
        case .csv: reply = Reply(contentType: "text/csv; charset=utf-8", bytes: page.figures(visit).csv())
        case .json: reply = Reply(contentType: "application/json", bytes: page.json(visit).bytes())
        case .xlsx: reply = .workbook(page.figures(visit))
        }
        reply.isPrivate = true
        return reply
    }

    /// What cannot be kept is told, all of it, and what was typed stays in its fields.
    private func save(_ visit: Visit) async throws -> Reply {
        try visit.form.allow(ProductionForm.names + [Answering.tokenField])
        var page = try await model(visit)
        page.isSent = true
        let sent = SentProduction(visit, year: page.year)
        guard sent.unreadable.isEmpty else {
            page.problems = sent.unreadable.map { visit.words.productionUnreadable(page.label($0, visit)) }
            return .own(page.html(visit), status: 400)
        }
        do {
            let version = try visit.form.integer("version", in: 1...Int.max)
            try await house.store.save(
                sent.production, of: page.enterprise.id, from: version, by: try visit.stamp())
            return .seeOther(visit.address("\(page.path)?saved=1"))
        } catch let refused as ProductionRefused {
            page.problems = page.told(refused, visit)
            let status = if case .faults = refused { 400 } else { 409 }
            return .own(page.html(visit), status: status)
        }
    }

    private func make(_ move: ProductionMove, _ visit: Visit) async throws -> Reply {
        try visit.form.allow(["version", "reason", Answering.tokenField])
        var page = try await model(visit)
        do {
            let version = try visit.form.integer("version", in: 1...Int.max) ?? 0
            let step = ProductionStep(
                move, of: page.year, in: page.enterprise.id, from: version, because: visit.form["reason"])
            try await house.store.move(step, by: try visit.stamp())
            return .seeOther(visit.address("\(page.path)?saved=1"))
        } catch let refused as ProductionRefused {
            page.problems = page.told(refused, visit)
            return .own(page.html(visit), status: refused == .reasonMissing ? 400 : 409)
        }
    }
}
