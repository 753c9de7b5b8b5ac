import Compare
import Exchange
import Foundation
import HTTPTypes
import Register
import Storage

/// The enterprises of an office: the list with search and filters, entering one by hand, the list as a file.
struct Enterprises: Sendable {
    let house: House

    var routes: [Route] {
        let own = Admission.hat(.view, .register, .own)
        return [
            Route(.get, Paths.enterprises, own) { try await list($0) },
            Route(.get, Paths.enterprises, .hat(.export, .register, .own), forms: [.csv, .json]) {
                try await export($0)
            },
            Route(.get, Paths.enterprises + ".xlsx", .hat(.export, .register, .own)) { try await workbook($0) },
            Route(.get, Paths.enterprises + ".geojson", .hat(.export, .register, .own)) { try map($0).geoJSON() },
            Route(.get, Paths.siinas, .hat(.export, .register, .own), forms: [.csv]) { try siinas($0).csv() },
            Route(.get, Paths.siinas + ".xlsx", .hat(.export, .register, .own)) { visit in
                try siinas(visit).workbook(visit.words)
            },
            Route(.get, Paths.enterprises + "/new", .hat(.enter, .register, .own)) { visit in
                try visit.fields.allow(["lang"])
                return newPage(visit)
            },
            Route(.post, Paths.enterprises, .hat(.enter, .register, .own)) { try await enter($0) },
        ] + OneEnterprise(house: house).routes
    }

    /// Enterprises a page.
    private static let pageLength = 50
    static let filterFields = ["q", "area", "kbli", "active"]
    /// All that the address of the list may ask, beside the place where a page begins.
    static let askedFields = filterFields + [EnterpriseColumn.addressField, EnterpriseOrder.addressField]
    private static let fileFields = ["area", "kbli", "active", "lang"]

    private func list(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(Self.askedFields + EnterpriseColumn.formFields + ["after", "lang"])
        let regions = visit.regions(.view, .register)
        let directory = try await house.store.regionalEconomies().directory
        var page = EnterprisesPage(regions: regions, regionName: { directory[$0]?.name ?? $0.text })
        let deciding = visit.regions(.view, .requests)
        if !deciding.isEmpty { page.openChanges = try await house.store.openChangeCount(in: deciding) }
        do {
            let text = try Self.searched(visit.fields)
            if visit.fields[EnterpriseColumn.formMark] != nil { return Self.chosenColumns(visit) }
            page.columns = try EnterpriseColumn.chosen(visit.fields)
            if let text {
                page.lines = try await house.store.search(
                    text, in: regions, personalIn: visit.regions(.view, .personal), limit: EnterprisesPage.mostFound)
            } else {
                try await fill(&page, visit)
            }
            try await fillColumns(&page, visit)
            page.views = try await visit.listViews()
            page.bulkChanges = try await house.store.bulkChanges(in: regions, limit: 5)
            return .own(page.html(visit))
        } catch let refusal as RequestRefusal {
            page.problem = visit.words.message(refusal)
            return .own(page.html(visit), status: refusal.status)
        }
    }

    private func fill(_ page: inout EnterprisesPage, _ visit: Visit) async throws {
        let filter = try Self.filter(visit.fields, page.regions)
        let asked = try EnterpriseOrder.asked(visit.fields)
        page.order = filter.served(asked)
        page.orders = filter.orders
        page.isOrderRefused = page.order != asked
        let after = visit.fields["after"].flatMap { Enterprise.ID($0) }
        let lines = try await house.store.enterprises(
            filter, in: page.order, after: after, limit: Self.pageLength + 1)
        page.lines = Array(lines.prefix(Self.pageLength))
        page.next = lines.count > Self.pageLength ? page.lines.last?.id : nil
        page.count = try await house.store.enterpriseCount(filter)
    }

    /// What is read for the columns that ask for it, and for no other.
    private func fillColumns(_ page: inout EnterprisesPage, _ visit: Visit) async throws {
        if page.columns.contains(where: { $0 == .sentra || $0 == .certificates }) {
            page.beside = try await house.store.beside(page.lines.map(\.id), on: visit.today)
        }
        if page.columns.contains(.place) {
            let areas = page.lines.compactMap(\.enterprise.card.area)
            page.areaNames = try await house.store.areaNames(Set(areas + areas.map(\.district)))
        }
    }

    /// The form sends a field for each column; the address that is kept and shared holds them in one.
    private static func chosenColumns(_ visit: Visit) -> Reply {
        .seeOther(
            visit.enterprisesAddress(replacing: [EnterpriseColumn.addressField: EnterpriseColumn.ticked(visit.fields)]))
    }

    /// - Throws: `.badEntry` for a citizen number: it does not belong into an address.
    static func searched(_ fields: Fields) throws(RequestRefusal) -> String? {
        guard let text = fields["q"] else { return nil }
        guard StrayNumbers.hidden(in: text) == text else { throw .badEntry(field: "q", .numberMisplaced) }
        return text
    }

    static func filter(_ fields: Fields, _ regions: [RegionCode]) throws(RequestRefusal) -> EnterpriseFilter {
        var filter = EnterpriseFilter(in: regions)
        if let text = fields["area"] {
            guard let area = AreaCode(text) else { throw .badEntry(field: "area", .enterprise(.village)) }
            filter.area = area
        }
        if let text = fields["kbli"] {
            let isDigits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard isDigits, (1...5).contains(text.utf8.count) else {
                throw .badEntry(field: "kbli", .enterprise(.industry))
            }
            filter.industry = text
        }
        if let isActive = try fields.choice("active", of: YesNo.self) { filter.isActive = isActive == .yes }
        return filter
    }

    // MARK: - A list as a file

    /// The whole list, of all years, in the columns by which it can be brought again.
    private func export(_ visit: Visit) async throws -> Reply {
        let export = try exported(visit)
        return visit.rendering == .csv ? export.csv() : export.json()
    }

    private func workbook(_ visit: Visit) async throws -> Reply { try exported(visit).workbook(visit.words) }

    private func exported(_ visit: Visit) throws -> EnterpriseExport {
        try visit.fields.allow(Self.fileFields)
        let filter = try Self.filter(visit.fields, visit.regions(.export, .register))
        return EnterpriseExport(
            filter: filter, personalRegions: visit.regions(.export, .personal), store: house.store,
            office: try visit.signedIn().record.account.office, stamp: try visit.stamp())
    }

    /// Where those are whose owners allow that it is passed on.
    private func map(_ visit: Visit) throws -> EnterpriseMap {
        try visit.fields.allow(Self.fileFields)
        return EnterpriseMap(
            filter: try Self.filter(visit.fields, visit.regions(.export, .register)), store: house.store,
            office: try visit.signedIn().record.account.office, stamp: try visit.stamp(), day: visit.today)
    }

    /// The eleven items of SIINas.
    private func siinas(_ visit: Visit) throws -> SIINasExport {
        try visit.fields.allow(Self.fileFields)
        let filter = try Self.filter(visit.fields, visit.regions(.export, .register))
        return SIINasExport(
            filter: filter, figureRegions: visit.regions(.export, .figures), store: house.store,
            office: try visit.signedIn().record.account.office, stamp: try visit.stamp())
    }

    // MARK: - Entering

    private func newPage(_ visit: Visit, problem: RequestRefusal? = nil) -> Reply {
        let words = visit.words
        let fields =
            CardFields.all(visit, of: nil) + visit.officeFields(.register, label: words.officeToKeep)
        let form = FormPage(
            title: words.newEnterpriseTitle, lead: [words.newEnterpriseLead], problem: problem.map(words.message),
            fields: fields, action: Paths.enterprises, button: words.enterpriseSave)
        return .own(form.html(visit), status: problem?.status ?? 200)
    }

    private func enter(_ visit: Visit) async throws -> Reply {
        do {
            try visit.form.allow(CardFields.names + ["region", Answering.tokenField])
            let office = try await visit.regencyToKeep(.register)
            let card = try CardFields.card(visit, keeping: nil)
            let id = Enterprise.ID(visit.newIdentifier())
            try await refusingEnterprise { try await house.store.enter(id, card, in: office, by: try visit.stamp()) }
            return .seeOther(visit.address("\(Paths.enterprises)/\(id)?saved=1"))
        } catch let refusal as RequestRefusal {
            return newPage(visit, problem: refusal)
        }
    }
}

/// A choice of two, as addresses and forms write it.
enum YesNo: String, CaseIterable {
    case yes, no
}

/// What the register of enterprises refuses, as a page says it.
func refusingEnterprise<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
        return try await body()
    } catch let refused as EnterpriseRefused {
        switch refused {
        case .unknownEnterprise, .otherOffice: throw RequestRefusal.notDone(.unknownEnterprise)
        case .merged: throw RequestRefusal.notDone(.mergedAlready)
        case .sameEnterprise, .notMerged: throw RequestRefusal.notDone(.already)
        case .changedSinceMerger: throw RequestRefusal.notDone(.changedSinceMerger)
        case .unknownRegion(let code): throw RequestRefusal.notDone(.unknownRegion(code.text))
        case .changedMeanwhile: throw RequestRefusal.notDone(.changedMeanwhile)
        case .numberTaken(let number, _): throw RequestRefusal.notDone(.numberTaken(number.digits))
        }
    }
}
