import Compare
import Exchange
import Foundation
import HTTPTypes
import Measure
import Register
import Storage

/// One enterprise: what is known, changing it, and who changed what.
struct OneEnterprise: Sendable {
    let house: House

    var routes: [Route] {
        let item = Paths.enterprises + "/:enterprise"
        return [
            Route(.get, item, .hat(.view, .register, .item), forms: [.page, .json], at: place) { try await show($0) },
            // An owner's hat reaches what is about its enterprise; the card itself is the office's.
            Route(.post, item, .hat(.enter, .register, .item), at: officePlace) { try await change($0) },
            Route(.post, item + "/changes", .hat(.enter, .requests, .item), at: place) { try await propose($0) },
            Route(.post, item + "/part", .hat(.enter, .jobs, .item), at: place) { try await part($0) },
            Route(.get, item + "/history", .hat(.view, .register, .item), at: place) { try await history($0) },
        ] + OneDetail<Certificate>(house: house).routes + OneDetail<Product>(house: house).routes
            + OneDetail<WorkerGroup>(house: house).routes + OneDetail<Equipment>(house: house).routes
            + ProductPhotos(house: house).routes
            + OneDetail<ProductWorksheet>(house: house).routes + WorksheetTable(house: house).routes
            + OneProduction(house: house).routes
    }

    @Sendable func place(_ visit: Visit) async throws -> Place? {
        let id: Enterprise.ID = try visit.key("enterprise")
        guard let office = try await house.store.office(of: id) else { return nil }
        return Place(office, about: id.identifier, memberOf: try await sentra(of: id, visit))
    }

    @Sendable private func officePlace(_ visit: Visit) async throws -> Place? {
        let id: Enterprise.ID = try visit.key("enterprise")
        return try await house.store.office(of: id).map { Place($0) }
    }

    /// The sentra it belongs to today; of several the one that the visitor manages.
    private func sentra(of id: Enterprise.ID, _ visit: Visit) async throws -> Identifier? {
        let all = try await house.store.sentra(of: id).filter { $0.membership.holds(on: visit.today) }
        let managed = Set(visit.visitor?.hats.compactMap(\.subject) ?? [])
        return (all.first { managed.contains($0.id.identifier) } ?? all.first)?.id.identifier
    }

    // MARK: - Showing

    private func show(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["lang", "saved", "removed", "sent"])
        return try await page(visit)
    }

    private func page(_ visit: Visit, problem: RequestRefusal? = nil) async throws -> Reply {
        let record = try await record(visit)
        let directory = try await house.store.regionalEconomies().directory
        let office = record.enterprise.office
        var model = EnterprisePage(
            record: record, officeName: directory[office]?.name ?? office.text,
            details: DetailsView(
                enterprise: record.enterprise, isMerged: record.mergedInto != nil,
                details: try await house.store.details(of: record.id), papers: record.papers,
                legalSize: record.legalSize))
        model.details.photos = try await house.store.photos(of: record.id)
        let place = Place(office, about: record.id.identifier)
        if !model.details.details.worksheets.isEmpty, visit.may(.view, .figures, at: place) {
            model.details.yardsticks = try await visit.yardsticks(of: record.id)
        }
        if let into = record.mergedInto { model.mergedInto = try await house.store.enterprise(into) }
        if visit.may(.view, .figures, at: place) {
            model.productions = try await house.store.productions(of: record.id)
        }
        model.twins = try await house.store.twins(of: record.id)
        model.areaName = try await areaName(record.enterprise.card.area)
        model.sentra = try await house.store.sentra(of: record.id)
        model.changes = try await changes(of: record, visit)
        model.problem = problem.map(visit.words.message)
        model.isSaved = visit.fields["saved"] == "1" && problem == nil
        if visit.rendering == .json {
            var reply = Reply(contentType: "application/json", bytes: model.json(visit).bytes())
            reply.isPrivate = true
            return reply
        }
        return .own(model.html(visit), status: problem?.status ?? 200)
    }

    /// What was proposed, for those who may see it.
    private func changes(of record: EnterpriseRecord, _ visit: Visit) async throws -> ChangesOfEnterprise? {
        let place = Place(record.enterprise.office, about: record.id.identifier)
        guard visit.rendering == .page, visit.may(.view, .requests, at: place) else { return nil }
        return ChangesOfEnterprise(
            enterprise: record.enterprise, isMerged: record.mergedInto != nil,
            requests: try await house.store.changeRequests(of: record.id, limit: ChangesOfEnterprise.mostShown))
    }

    private func areaName(_ code: AreaCode?) async throws -> String? {
        guard let code, let area = try await house.store.area(code) else { return nil }
        guard code.kind == .village, let district = try await house.store.area(code.district) else { return area.name }
        return "\(area.name), \(district.name)"
    }

    private func record(_ visit: Visit) async throws -> EnterpriseRecord {
        let id: Enterprise.ID = try visit.key("enterprise")
        return try await refusingEnterprise { try await house.store.enterprise(id) }
    }

    // MARK: - Changing

    /// Whoever comes second is told so, and keeps what they typed beside what the first one wrote.
    private func change(_ visit: Visit) async throws -> Reply {
        let record = try await record(visit)
        do {
            try visit.form.allow(CardFields.names + [Answering.tokenField])
            guard let version = try visit.form.integer("version", in: 1...Int.max) else {
                throw RequestRefusal.missing(field: "version")
            }
            let card = try CardFields.card(visit, keeping: record.enterprise)
            _ = try await refusingEnterprise {
                try await house.store.change(record.id, to: card, from: version, by: try visit.stamp())
            }
            return .seeOther(visit.address("\(Paths.enterprises)/\(record.id)?saved=1"))
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }

    /// The same form and the same rules as the office's own; what comes of it is a request.
    private func propose(_ visit: Visit) async throws -> Reply {
        let record = try await record(visit)
        do {
            try visit.form.allow(CardFields.names + ["why", Answering.tokenField])
            guard let version = try visit.form.integer("version", in: 1...Int.max) else {
                throw RequestRefusal.missing(field: "version")
            }
            let card = try CardFields.card(visit, keeping: record.enterprise)
            guard let why = try PersonFields.text("why", visit) else {
                throw RequestRefusal.badEntry(field: "why", .change(.reasonMissing))
            }
            let id = ChangeRequest.ID(visit.newIdentifier())
            let proposal = ChangeProposal(id, of: record.id, to: card, from: version, because: why)
            try await refusingChange { try await house.store.propose(proposal, by: try visit.stamp()) }
            return .seeOther(visit.address("\(Paths.enterprises)/\(record.id)?sent=1") + "#changes")
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }

    /// Parts it again from what it was merged into.
    private func part(_ visit: Visit) async throws -> Reply {
        let record = try await record(visit)
        do {
            try visit.form.allow([Answering.tokenField])
            try await refusingEnterprise { try await house.store.undoMerger(of: record.id, by: try visit.stamp()) }
            return .seeOther(visit.address("\(Paths.enterprises)/\(record.id)?saved=1"))
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }

    // MARK: - History

    private func history(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["lang"])
        let record = try await record(visit)
        var filter = EventFilter(office: record.enterprise.office)
        filter.subject = record.id.identifier
        let place = Place(record.enterprise.office, about: record.id.identifier)
        let lines = try await house.store.events(filter, limit: 200).filter { line in
            // What is not seen on the page is not read in its history either.
            line.event.dataClass.map { visit.may(.view, $0, at: place) } ?? true
        }
        let directory = try await house.store.regionalEconomies().directory
        let isShowingPersonal = visit.may(.view, .personal, at: place)
        let page = EnterpriseHistoryPage(
            record: record,
            tellings: lines.map {
                EventTelling(line: $0, visit: visit, directory: directory, isShowingPersonal: isShowingPersonal)
            }, traces: try await house.store.listTraces(of: record.id))
        return .own(page.html(visit))
    }
}

extension Event {
    /// Of what it is about, where that is kept more carefully than the register; `nil` for every other event.
    fileprivate var dataClass: DataClass? {
        switch kind {
        case .productionSaved, .productionMoved: .figures
        case .changeProposed, .changeApproved, .changeRefused, .changeWithdrawn: .requests
        default: detailKind?.dataClass
        }
    }

    /// Of the detail of an enterprise that it is about; `nil` for every other event.
    fileprivate var detailKind: DetailKind? {
        guard case .plain(let text)? = changes.first(where: { $0.field == "detail" })?.new else { return nil }
        return DetailKind(rawValue: text)
    }
}
