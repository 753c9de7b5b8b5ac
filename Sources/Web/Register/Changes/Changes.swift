import Compare
import Foundation
import HTTPTypes
import Register
import Storage

/// What owners propose to change: the queue, one request, deciding about it.
struct Changes: Sendable {
    let house: House

    var routes: [Route] {
        let item = Paths.changes + "/:change"
        let decides = Admission.hat(.approve, .requests, .item)
        return [
            Route(.get, Paths.changes, .hat(.view, .requests, .own)) { try await queue($0) },
            Route(.get, Paths.changes, .hat(.export, .register, .own), forms: Paths.Form.data) { try await queue($0) },
            Route(.get, item, .hat(.view, .requests, .item), at: place) { visit in
                try visit.fields.allow(["lang", "saved"])
                return try await page(visit)
            },
            Route(.post, item + "/approve", decides, at: place) { try await approve($0) },
            Route(.post, item + "/refuse", decides, at: place) { try await refuse($0) },
            Route(.post, item + "/withdraw", .hat(.enter, .requests, .item), at: place) { try await withdraw($0) },
        ]
    }

    @Sendable private func place(_ visit: Visit) async throws -> Place? {
        let found = try await house.store.whereabouts(of: try visit.key("change", of: ChangeRequest.self))
        return found.map { Place($0.office, about: $0.enterprise.identifier) }
    }

    private func queue(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["state", "lang"])
        let isPage = visit.rendering == .page
        let state = try visit.fields.choice("state", of: ChangeRequest.State.self) ?? .open
        // Whoever may carry the register away sees the requests of the same regions.
        let regions = isPage ? visit.regions(.view, .requests) : visit.regions(.export, .register)
        let lines = try await house.store.changeLines(
            in: regions, state, limit: isPage ? ChangesPage.mostShown + 1 : 1000)
        let page = ChangesPage(state: state, lines: lines)
        return visit.reply(page.table(visit), named: "changes", { page.html(visit) })
    }

    // MARK: - One request

    private func page(_ visit: Visit, problem: RequestRefusal? = nil) async throws -> Reply {
        let request = try await request(visit)
        let record = try await refusingEnterprise { try await house.store.enterprise(request.enterprise) }
        var page = ChangePage(request: request, record: record)
        if let maker = request.made.by { page.maker = try await house.store.account(maker).account.displayName.text }
        if let other = record.mergedInto { page.mergedInto = try await house.store.enterprise(other).enterprise }
        for text in request.fields.filter({ $0.field == .village }).flatMap({ [$0.old, $0.new] }) {
            guard let code = text.flatMap({ AreaCode($0) }) else { continue }
            page.areaNames[code] = try await house.store.area(code)?.name
        }
        page.problem = problem.map(visit.words.message)
        page.isSaved = visit.fields["saved"] == "1" && problem == nil
        return .own(page.html(visit), status: problem?.status ?? 200)
    }

    private func request(_ visit: Visit) async throws -> ChangeRequest {
        let id: ChangeRequest.ID = try visit.key("change")
        return try await refusingChange { try await house.store.changeRequest(id) }
    }

    private func done(_ id: ChangeRequest.ID, _ visit: Visit) -> Reply {
        .seeOther(visit.address("\(Paths.changes)/\(id)?saved=1"))
    }

    // MARK: - Deciding

    /// The version is that of the page on which old and new were compared.
    private func approve(_ visit: Visit) async throws -> Reply {
        let request = try await request(visit)
        do {
            let names = request.fields.map(\.field.rawValue)
            try visit.form.allow(names + ["version", "reason", Answering.tokenField])
            guard let version = try visit.form.integer("version", in: 1...Int.max) else {
                throw RequestRefusal.missing(field: "version")
            }
            let decision = try decision(request, visit)
            try await refusingChange {
                try await house.store.approve(request.id, decision, from: version, by: try visit.stamp())
            }
            return done(request.id, visit)
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }

    private func decision(_ request: ChangeRequest, _ visit: Visit) throws(RequestRefusal) -> ChangeDecision {
        var (taken, left): (Set<EnterpriseField>, Set<EnterpriseField>) = ([], [])
        for proposed in request.fields {
            switch try visit.form.choice(proposed.field.rawValue, of: ChangeChoice.self) {
            case .take: taken.insert(proposed.field)
            case .leave: left.insert(proposed.field)
            case nil: break
            }
        }
        return ChangeDecision(taking: taken, leaving: left, because: try PersonFields.text("reason", visit))
    }

    private func refuse(_ visit: Visit) async throws -> Reply {
        let request = try await request(visit)
        do {
            try visit.form.allow(["reason", Answering.tokenField])
            guard let reason = try PersonFields.text("reason", visit) else {
                throw RequestRefusal.badEntry(field: "reason", .change(.reasonMissing))
            }
            try await refusingChange {
                try await house.store.refuse(request.id, because: reason, by: try visit.stamp())
            }
            return done(request.id, visit)
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }

    private func withdraw(_ visit: Visit) async throws -> Reply {
        let request = try await request(visit)
        do {
            try visit.form.allow([Answering.tokenField])
            try await refusingChange { try await house.store.withdraw(request.id, by: try visit.stamp()) }
            return done(request.id, visit)
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }
}

/// What a form says of one field.
enum ChangeChoice: String, CaseIterable {
    case take, leave
}

/// What is refused of change requests, as a page says it.
func refusingChange<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
        return try await refusingEnterprise(body)
    } catch let refused as ChangeRequestRefusal {
        switch refused {
        case .undecided(let field): throw RequestRefusal.badEntry(field: field.rawValue, .change(refused))
        case .misfit(let field): throw RequestRefusal.badEntry(field: field.rawValue, .enterprise(field))
        case .reasonMissing: throw RequestRefusal.badEntry(field: "reason", .change(refused))
        case .unknownRequest, .nothingChanged, .alreadyProposed, .settled, .nothingTaken, .notOwn:
            throw RequestRefusal.notDone(.change(refused))
        }
    }
}
