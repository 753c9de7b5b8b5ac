import Compare
import Exchange
import Foundation
import HTTPTypes
import Register
import Storage

/// One sentra: what is known, changing it, its members and facilities, and who changed what.
struct OneSentra: Sendable {
    let house: House

    var routes: [Route] {
        let item = Paths.sentra + "/:sentra"
        let (member, facility) = (item + "/members/:member", item + "/facilities/:facility")
        func deed(_ path: String, _ body: @escaping @Sendable (Visit, SentraRecord) async throws -> Void) -> Route {
            Route(.post, path, .hat(.enter, .register, .item), at: place) { try await done($0, body) }
        }
        return [
            Route(.get, item, .hat(.view, .register, .item), forms: [.page, .json], at: place) { try await show($0) },
            Route(.post, item, .hat(.enter, .register, .item), at: place) { try await change($0) },
            Route(.get, item + "/history", .hat(.view, .register, .item), at: place) { try await history($0) },
            deed(item + "/members") { try await addMember($0, $1) },
            deed(member) { try await endMembership($0, $1) },
            deed(member + "/take-back") { visit, sentra in
                let id: SentraMember.ID = try visit.key("member")
                try await house.store.takeBackMembership(id, of: sentra.id, by: try visit.stamp())
            },
            deed(item + "/facilities") { visit, sentra in
                let id = KeptFacility.ID(visit.newIdentifier())
                let facility = try FacilityFields.facility(visit)
                try await house.store.enter(id, facility, of: sentra.id, by: try visit.stamp())
            },
            deed(facility) { try await changeFacility($0, $1) },
            deed(facility + "/remove") { visit, sentra in
                let id: KeptFacility.ID = try visit.key("facility")
                try await house.store.removeFacility(id, of: sentra.id, by: try visit.stamp())
            },
        ]
    }

    @Sendable private func place(_ visit: Visit) async throws -> Place? {
        let id: Sentra.ID = try visit.key("sentra")
        return try await house.store.office(of: id).map { Place($0, about: id.identifier) }
    }

    private func record(_ visit: Visit) async throws -> SentraRecord {
        let id: Sentra.ID = try visit.key("sentra")
        return try await refusingSentra { try await house.store.sentra(id) }
    }

    // MARK: - Showing

    private func show(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["lang", "saved", "day", "find", "from", "member"])
        do {
            _ = try SentraFields.day("from", visit.fields)
            if let text = visit.fields["find"], StrayNumbers.hidden(in: text) != text {
                throw RequestRefusal.badEntry(field: "find", .numberMisplaced)
            }
            return try await page(visit, day: try SentraFields.day("day", visit.fields) ?? visit.today)
        } catch let refusal as RequestRefusal where visit.rendering == .page {
            return try await page(visit, day: visit.today, problem: refusal)
        }
    }

    private func page(
        _ visit: Visit, day: CalendarDay, problem: RequestRefusal? = nil, typed: SentraCard? = nil
    ) async throws -> Reply {
        let record = try await record(visit)
        let directory = try await house.store.regionalEconomies().directory
        let office = record.sentra.office
        var model = SentraPage(record: record, day: day, officeName: directory[office]?.name ?? office.text)
        model.areaNames = try await areaNames([record.sentra.card.area] + record.members.map(\.area))
        model.problem = problem.map(visit.words.message)
        model.typed = typed
        model.isSaved = visit.fields["saved"] == "1" && problem == nil
        if visit.rendering == .json {
            var reply = Reply(contentType: "application/json", bytes: model.json().bytes())
            reply.isPrivate = true
            return reply
        }
        model.finding = try await finding(visit, in: office)
        return .own(model.html(visit), status: problem?.status ?? 200)
    }

    /// Villages with their districts by name, as far as they are known.
    private func areaNames(_ codes: [AreaCode?]) async throws -> [AreaCode: String] {
        var names: [AreaCode: String] = [:]
        for code in Set(codes.compactMap(\.self)) {
            guard let area = try await house.store.area(code) else { continue }
            names[code] = area.name
            guard code.kind == .village, let district = try await house.store.area(code.district) else { continue }
            names[code] = "\(area.name), \(district.name)"
        }
        return names
    }

    /// Enterprises that may be meant as members; `nil` where none is looked for, or by whoever may not see them all.
    private func finding(_ visit: Visit, in office: RegionCode) async throws -> SentraPage.Finding? {
        guard visit.may(.view, .register, at: Place(office)), let text = visit.fields["find"],
            StrayNumbers.hidden(in: text) == text
        else { return nil }
        let most = SentraPage.Finding.most
        let lines = try await house.store.search(text, in: [office], personalIn: [], limit: most + 1)
        return SentraPage.Finding(text: text, lines: Array(lines.prefix(most)), isMore: lines.count > most)
    }

    // MARK: - Changing

    /// Whoever comes second is told so, and is shown what the first one wrote beside what they typed.
    private func change(_ visit: Visit) async throws -> Reply {
        let record = try await record(visit)
        var typed: SentraCard?
        do {
            try visit.form.allow(SentraFields.names + [Answering.tokenField])
            let version = try version(visit)
            let card = try SentraFields.card(visit)
            typed = card
            _ = try await refusingSentra {
                try await house.store.change(record.id, to: card, from: version, by: try visit.stamp())
            }
            return .seeOther(visit.address("\(Paths.sentra)/\(record.id)?saved=1"))
        } catch let refusal as RequestRefusal {
            let isLate = refusal == .notDone(.changedMeanwhile)
            return try await page(visit, day: visit.today, problem: refusal, typed: isLate ? typed : nil)
        }
    }

    private func version(_ visit: Visit) throws(RequestRefusal) -> Int {
        guard let version = try visit.form.integer("version", in: 1...Int.max) else {
            throw .missing(field: "version")
        }
        return version
    }

    /// What a form of the page does; back to the page afterwards, or to the page with what has to be mended.
    private func done(
        _ visit: Visit, _ body: (Visit, SentraRecord) async throws -> Void
    ) async throws -> Reply {
        let record = try await record(visit)
        do {
            try visit.form.allow(
                FacilityFields.names + ["enterprise", "first-day", "last-day", Answering.tokenField])
            try await refusingSentra { try await body(visit, record) }
            return .seeOther(visit.address("\(Paths.sentra)/\(record.id)?saved=1"))
        } catch let refusal as RequestRefusal {
            return try await page(visit, day: visit.today, problem: refusal)
        }
    }

    private func addMember(_ visit: Visit, _ sentra: SentraRecord) async throws {
        guard let enterprise = visit.form["enterprise"].flatMap({ Enterprise.ID($0) }) else {
            throw RequestRefusal.missing(field: "enterprise")
        }
        // Whoever may not see an enterprise learns nothing of it by adding it.
        let place = Place(sentra.sentra.office, about: enterprise.identifier)
        guard visit.may(.view, .register, at: place) else { throw RequestRefusal.notDone(.unknownEnterprise) }
        let from = try SentraFields.day("first-day", visit.form)
        guard let membership = SentraMembership(of: enterprise, from: from) else {
            throw RequestRefusal.badEntry(field: "first-day", .day)
        }
        let id = SentraMember.ID(visit.newIdentifier())
        try await house.store.addMember(id, membership, to: sentra.id, by: try visit.stamp())
    }

    private func endMembership(_ visit: Visit, _ sentra: SentraRecord) async throws {
        let id: SentraMember.ID = try visit.key("member")
        let day = try SentraFields.day("last-day", visit.form)
        try await house.store.endMembership(
            id, of: sentra.id, on: day, from: try version(visit), by: try visit.stamp())
    }

    private func changeFacility(_ visit: Visit, _ sentra: SentraRecord) async throws {
        let id: KeptFacility.ID = try visit.key("facility")
        let facility = try FacilityFields.facility(visit)
        try await house.store.change(
            id, of: sentra.id, to: facility, from: try version(visit), by: try visit.stamp())
    }

    // MARK: - History

    private func history(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["lang"])
        let record = try await record(visit)
        var filter = EventFilter(office: record.sentra.office)
        filter.subject = record.id.identifier
        let lines = try await house.store.events(filter, limit: 200)
        let directory = try await house.store.regionalEconomies().directory
        let page = SentraHistoryPage(
            record: record, tellings: lines.map { EventTelling(line: $0, visit: visit, directory: directory) })
        return .own(page.html(visit))
    }
}
