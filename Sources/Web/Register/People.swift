import Compare
import Foundation
import HTTPTypes
import Register
import Storage

/// The people whose data an office keeps: the list with what is due, finding by citizen number, entering.
struct People: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(.get, Paths.people, .hat(.view, .personal, .own)) { try await list($0) },
            Route(.get, Paths.people, .hat(.export, .personal, .own), forms: Paths.Form.data) { try await export($0) },
            Route(.post, Paths.people + "/find", .hat(.view, .personal, .own)) { try await find($0) },
            Route(.get, Paths.people + "/new", .hat(.enter, .personal, .own)) { visit in
                try visit.fields.allow(["lang"])
                return newPage(visit)
            },
            Route(.post, Paths.people, .hat(.enter, .personal, .own)) { try await enter($0) },
        ] + OnePerson(house: house).routes
    }

    /// People a page.
    private static let pageLength = 50

    private func list(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["after", "lang"])
        let regions = visit.regions(.view, .personal)
        let records = try await house.store.people(
            in: regions, after: try await place(visit), limit: Self.pageLength + 1)
        let shown = Array(records.prefix(Self.pageLength))
        var page = try await page(shown, regions, visit)
        page.next = records.count > Self.pageLength ? shown.last?.id : nil
        return .own(page.html(visit))
    }

    /// Where the list goes on. The address names the last one shown by identifier, because names do not belong there.
    private func place(_ visit: Visit) async throws -> (name: String, id: Person.ID)? {
        guard let text = visit.fields["after"] else { return nil }
        guard let id = Person.ID(text) else { throw RequestRefusal.unknownPage(visit.path) }
        let last = try await refusing { try await house.store.person(id).person }
        guard visit.may(.view, .personal, at: Place(last.office)) else { throw RequestRefusal.unknownPage(visit.path) }
        return (last.name.text, id)
    }

    private func page(_ records: [PersonRecord], _ regions: [RegionCode], _ visit: Visit) async throws -> PeoplePage {
        let directory = try await house.store.regionalEconomies().directory
        return PeoplePage(
            records: records, due: try await Due.all(in: regions, house.store, at: visit.now),
            regionName: { directory[$0]?.name ?? $0.text })
    }

    // MARK: - Finding

    /// By a form that is sent, never by an address: addresses are kept by browsers, proxies and logs.
    private func find(_ visit: Visit) async throws -> Reply {
        let regions = visit.regions(.view, .personal)
        do {
            try visit.form.allow(["nik", Answering.tokenField])
            guard let number = try PersonFields.number(visit) else { throw RequestRefusal.missing(field: "nik") }
            let records = try await house.store.people(with: number, in: regions)
            var page = try await page(records, regions, visit)
            page.found = "\(number.lastFour)"
            return .own(page.html(visit))
        } catch let refusal as RequestRefusal {
            var page = try await page([], regions, visit)
            page.problem = visit.words.message(refusal)
            return .own(page.html(visit), status: refusal.status)
        }
    }

    // MARK: - A list as a file

    private func export(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["lang"])
        let regions = visit.regions(.export, .personal)
        var all: [PersonRecord] = []
        var after: (name: String, id: Person.ID)?
        while true {
            let portion = try await house.store.people(in: regions, after: after, limit: 500)
            all += portion
            guard let last = portion.last else { break }
            after = (last.person.name.text, last.id)
        }
        let office = try visit.signedIn().record.account.office
        try await house.store.notePeopleExported(all.count, from: office, by: try visit.stamp())
        let directory = try await house.store.regionalEconomies().directory
        let table = peopleTable(all, regionName: { directory[$0]?.name ?? $0.text }, visit)
        return visit.reply(table, named: "people", { [] })
    }

    // MARK: - Entering

    private func newPage(_ visit: Visit, problem: RequestRefusal? = nil) -> Reply {
        let words = visit.words
        let fields = PersonFields.all(visit) + visit.officeFields(.personal, label: words.regionField)
        let form = FormPage(
            title: words.newPersonTitle, lead: [words.newPersonLead], problem: problem.map(words.message),
            fields: fields, action: Paths.people, button: words.newPersonButton)
        return .own(form.html(visit), status: problem?.status ?? 200)
    }

    private func enter(_ visit: Visit) async throws -> Reply {
        do {
            try visit.form.allow(PersonFields.names + ["region", Answering.tokenField])
            let office = try await visit.officeToKeep(.personal)
            let entry = try PersonFields.entry(visit)
            let id = Person.ID(visit.newIdentifier())
            try await refusing { try await house.store.enter(id, entry, in: office, by: try visit.stamp()) }
            // Whoever writes down in the field does not read back, and asks for consent next.
            let mayRead = visit.may(.view, .personal, at: Place(office))
            return .seeOther(visit.address("\(Paths.people)/\(id)\(mayRead ? "" : "/consents/new")?saved=1"))
        } catch let refusal as RequestRefusal {
            return newPage(visit, problem: refusal)
        }
    }
}

/// What the register of people refuses, as a page says it.
func refusing<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
        return try await body()
    } catch let refused as PersonRefused {
        throw RequestRefusal(refused)
    } catch let refused as PersonalDataRequestRefusal {
        throw RequestRefusal.notDone(.request(refused))
    }
}
