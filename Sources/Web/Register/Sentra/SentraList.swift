import Compare
import Exchange
import Foundation
import HTTPTypes
import Register
import Storage

/// The sentra of an office: the list with search and map, entering one, the list as a file.
struct SentraList: Sendable {
    let house: House

    var routes: [Route] {
        let own = Admission.hat(.view, .register, .own)
        let export = Admission.hat(.export, .register, .own)
        return [
            Route(.get, Paths.sentra, own) { try await list($0) },
            Route(.get, Paths.sentra, export, forms: [.csv, .json]) { visit in
                let export = try await exported(visit)
                return visit.rendering == .csv ? export.csv() : export.json()
            },
            Route(.get, Paths.sentra + ".xlsx", export) { try await exported($0).workbook($0.words) },
            Route(.get, Paths.sentra + ".geojson", export) { try await exported($0).geoJSON() },
            Route(.get, Paths.sentra + "/new", .hat(.enter, .register, .own)) { visit in
                try visit.fields.allow(["lang"])
                return newPage(visit)
            },
            Route(.post, Paths.sentra, .hat(.enter, .register, .own)) { try await enter($0) },
        ] + OneSentra(house: house).routes
    }

    /// Sentra a page.
    private static let pageLength = 50
    static let filterFields = ["q", "office", "day"]
    /// All that the address of the list may ask, beside the place where a page begins.
    static let askedFields = filterFields + [SentraColumn.addressField, SentraOrder.addressField]

    private func list(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(Self.askedFields + SentraColumn.formFields + ["after", "lang"])
        if visit.fields[SentraColumn.formMark] != nil {
            return .seeOther(
                visit.sentraAddress(replacing: [SentraColumn.addressField: SentraColumn.ticked(visit.fields)]))
        }
        let regions = visit.regions(.view, .register)
        let directory = try await house.store.regionalEconomies().directory
        var page = SentraListPage(
            regions: regions, regionName: { directory[$0]?.name ?? $0.text }, day: visit.today)
        do {
            page.day = try SentraFields.day("day", visit.fields) ?? visit.today
            page.columns = try SentraColumn.chosen(visit.fields)
            let filter = try Self.filter(visit, regions, directory)
            let asked = try SentraOrder.asked(visit.fields)
            page.order = filter.served(asked)
            page.orders = filter.orders
            page.isOrderRefused = page.order != asked
            page.shown = filter.regions
            let after = visit.fields["after"].flatMap { Sentra.ID($0) }
            let lines = try await house.store.sentra(
                filter, on: page.day, in: page.order, after: after, limit: Self.pageLength + 1)
            page.lines = Array(lines.prefix(Self.pageLength))
            page.next = lines.count > Self.pageLength ? page.lines.last?.id : nil
            page.isWhole = after == nil && page.next == nil
            page.count = try await house.store.sentraCount(filter)
            return .own(page.html(visit))
        } catch let refusal as RequestRefusal {
            page.problem = visit.words.message(refusal)
            return .own(page.html(visit), status: refusal.status)
        }
    }

    /// - Throws: `.badEntry` for a citizen number; what is wrong with an office, or that it lies elsewhere.
    private static func filter(
        _ visit: Visit, _ regions: [RegionCode], _ directory: RegionDirectory
    ) throws(RequestRefusal) -> SentraFilter {
        var filter = SentraFilter(in: regions)
        if let text = visit.fields["q"] {
            guard StrayNumbers.hidden(in: text) == text else { throw .badEntry(field: "q", .numberMisplaced) }
            filter.text = text
        }
        if let text = visit.fields["office"] {
            let office = try directory.named(text, in: "office").id
            guard regions.contains(where: { $0.covers(office) }) else { throw .forbidden(.region) }
            filter.regions = [office]
        }
        return filter
    }

    private func exported(_ visit: Visit) async throws -> SentraExport {
        try visit.fields.allow(Self.filterFields + ["lang"])
        let directory = try await house.store.regionalEconomies().directory
        return SentraExport(
            filter: try Self.filter(visit, visit.regions(.export, .register), directory),
            day: try SentraFields.day("day", visit.fields) ?? visit.today, store: house.store,
            office: try visit.signedIn().record.account.office, stamp: try visit.stamp())
    }

    // MARK: - Entering

    private func newPage(_ visit: Visit, problem: RequestRefusal? = nil) -> Reply {
        let words = visit.words
        let fields =
            SentraFields.all(visit, of: nil) + visit.officeFields(.register, label: words.officeToKeep)
        let form = FormPage(
            title: words.newSentraTitle, lead: [words.newSentraLead], problem: problem.map(words.message),
            fields: fields, action: Paths.sentra, button: words.enterpriseSave)
        return .own(form.html(visit), status: problem?.status ?? 200)
    }

    private func enter(_ visit: Visit) async throws -> Reply {
        do {
            try visit.form.allow(SentraFields.names + ["region", Answering.tokenField])
            let office = try await visit.regencyToKeep(.register)
            let card = try SentraFields.card(visit)
            let id = Sentra.ID(visit.newIdentifier())
            try await refusingSentra { try await house.store.enter(id, card, in: office, by: try visit.stamp()) }
            return .seeOther(visit.address("\(Paths.sentra)/\(id)?saved=1"))
        } catch let refusal as RequestRefusal {
            return newPage(visit, problem: refusal)
        }
    }
}

/// What the register of sentra refuses, as a page says it.
func refusingSentra<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
        return try await body()
    } catch let refused as SentraRefused {
        switch refused {
        case .unknownSentra, .unknownMember, .unknownFacility: throw RequestRefusal.notDone(.unknownSentra)
        case .unknownEnterprise: throw RequestRefusal.notDone(.unknownEnterprise)
        case .unknownRegion(let code): throw RequestRefusal.notDone(.unknownRegion(code.text))
        case .changedMeanwhile: throw RequestRefusal.notDone(.changedMeanwhile)
        case .alreadyMember(let member): throw RequestRefusal.notDone(.alreadyMember(member.name))
        case .endsBeforeItBegins: throw RequestRefusal.badEntry(field: "last-day", .lastDay)
        }
    }
}
