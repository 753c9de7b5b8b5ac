import Compare
import Foundation
import HTTPTypes
import Register
import Storage

/// The book of an office, for whoever watches over it.
struct Audit: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(.get, Paths.audit, .hat(.view, .audit, .own)) { try await page($0) },
            Route(.get, Paths.audit, .hat(.export, .audit, .own), forms: Paths.Form.data) { try await export($0) },
        ]
    }

    /// Lines a page.
    private static let pageLength = 50

    private func page(_ visit: Visit) async throws -> Reply {
        let offices = try await offices(visit, .view)
        let request = try AuditRequest(visit, among: offices)
        let lines = try await house.store.events(request.filter, limit: Self.pageLength + 1)
        let directory = try await house.store.regionalEconomies().directory
        let isShown = visit.may(.view, .personal, at: Place(request.filter.office))
        let shown = lines.prefix(Self.pageLength).map {
            EventTelling(line: $0, visit: visit, directory: directory, isShowingPersonal: isShown)
        }
        let model = AuditPage(
            request: request, offices: offices, events: shown,
            accounts: try await house.store.accounts(in: visit.regions(.view, .audit)).map(\.account),
            regionName: { directory[$0]?.name ?? ($0 == .nation ? visit.words.wholeInstallation : $0.text) },
            chain: try await chain(of: request.filter.office),
            older: lines.count > Self.pageLength ? shown.last?.line.event.number : nil)
        return .own(model.html(visit))
    }

    /// Every line that matches, not a page of them.
    private func export(_ visit: Visit) async throws -> Reply {
        var request = try AuditRequest(visit, among: try await offices(visit, .export))
        let directory = try await house.store.regionalEconomies().directory
        // A head sees the data of persons and does not carry them away: what the book tells of them stays behind.
        let isShown = visit.may(.export, .personal, at: Place(request.filter.office))
        var events: [EventTelling] = []
        while true {
            let lines = try await house.store.events(request.filter, limit: 1000)
            events += lines.map {
                EventTelling(line: $0, visit: visit, directory: directory, isShowingPersonal: isShown)
            }
            guard lines.count == 1000, let last = lines.last else { break }
            request.filter.before = last.event.number
        }
        return visit.reply(auditTable(events, visit.words), named: "events", { [] })
    }

    /// The books that the visitor may read, the own office's first.
    private func offices(_ visit: Visit, _ deed: Deed) async throws -> [RegionCode] {
        let regions = visit.regions(deed, .audit)
        let books = try await house.store.books().filter { book in regions.contains { $0.covers(book) } }
        let own = visit.visitor?.record.account.office
        let others = books.filter { $0 != own }
        return books.contains { $0 == own } ? [own].compactMap(\.self) + others : others
    }

    /// What the last check said of this book. Only that of the own book is told to an office.
    private func chain(of office: RegionCode) async throws -> ChainState? {
        guard let job = try await house.store.lastDone(JobKind.audit), let at = job.endedAt else { return nil }
        return ChainState(of: office, in: job.outcome, at: at)
    }
}

/// Which lines a page of the book is asked for.
struct AuditRequest: Sendable {
    var filter: EventFilter
    /// The days as they were asked for.
    let days: (from: String?, to: String?)

    static let names = ["office", "kind", "actor", "subject", "from", "to", "before", "lang"]

    init(_ visit: Visit, among offices: [RegionCode]) throws {
        let fields = visit.fields
        try fields.allow(Self.names)
        filter = EventFilter(office: try Self.office(visit, among: offices))
        filter.kind = try fields.choice("kind", of: EventKind.self)
        filter.actor = try Self.identifier("actor", fields).map { Account.ID($0) }
        filter.subject = try Self.identifier("subject", fields)
        let time = visit.calendar.time
        filter.from = try Self.day("from", fields, time)
        // The last day is meant with all its hours.
        filter.to = try Self.day("to", fields, time)?.addingTimeInterval(86_400)
        filter.before = try fields.integer("before", in: 1...Int.max)
        days = (fields["from"], fields["to"])
    }

    /// The same question without where it goes on, as an address.
    func query(_ visit: Visit, before: Int? = nil) -> String {
        let pairs: [(String, String?)] = [
            ("office", visit.fields["office"] == nil ? nil : filter.office.text), ("kind", filter.kind?.rawValue),
            ("actor", filter.actor?.identifier.text), ("subject", filter.subject?.text), ("from", days.from),
            ("to", days.to), ("before", before.map { "\($0)" }),
        ]
        return Paths.address("", pairs)
    }

    private static func office(_ visit: Visit, among offices: [RegionCode]) throws -> RegionCode {
        guard let wanted = visit.fields["office"] else {
            return offices.first ?? visit.visitor?.record.account.office ?? .nation
        }
        guard let office = RegionCode(wanted), visit.may(.view, .audit, at: Place(office)) else {
            throw RequestRefusal.forbidden(.region)
        }
        return office
    }

    private static func identifier(_ name: String, _ fields: Fields) throws(RequestRefusal) -> Identifier? {
        guard let text = fields[name] else { return nil }
        guard let identifier = Identifier(text) else { throw .notAllowed(field: name, value: text, allowed: []) }
        return identifier
    }

    /// The beginning of a day in the time of the office. - Throws: `.notAllowed` for what is no day.
    private static func day(_ name: String, _ fields: Fields, _ time: CivilTime) throws(RequestRefusal) -> Date? {
        guard let text = fields[name] else { return nil }
        let isDay = text.wholeMatch(of: #/\d{4}-\d\d-\d\d/#) != nil
        // A day that the calendar does not have is refused below.
        guard isDay, let midnight = try? Date("\(text)T00:00:00Z", strategy: .iso8601) else {
            throw .notAllowed(field: name, value: text, allowed: ["2026-12-31"])
        }
        return midnight.addingTimeInterval(-Double(time.hours) * 3600)
    }
}
