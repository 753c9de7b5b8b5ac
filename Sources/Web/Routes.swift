import Compare
import Exchange
import Foundation
public import HTTPTypes
public import Hummingbird
import Register
import Storage

/// Adds every page with its data twins, and what its forms do.
///
/// Each stop is one screen: read the fields, ask who is let in, one snapshot from the store, a pure function of the
/// core, a page model, a rendering.
public func addPages(to router: Router<PageContext>, of house: House) {
    let answering = Answering(house: house)
    let routes = routes(of: house)
    for route in routes { answering.add(route, to: router) }
    answering.addRefusals(beside: routes, to: router)
    router.get(RouterPath(Paths.stylesheet)) { _, _ in
        Reply(contentType: "text/css; charset=utf-8", bytes: PackageResources.tiru_css).response(maxAge: 3600)
    }
    router.get(RouterPath(Paths.script)) { _, _ in
        Reply(contentType: "text/javascript; charset=utf-8", bytes: PackageResources.tiru_js).response(maxAge: 3600)
    }
}

/// Most bytes of a request that carries a file; `nil` for one that carries none.
public func fileLimit(of request: HTTPRequest) -> Int? {
    guard request.method == .post, let path = request.path?.prefix(while: { $0 != "?" }) else { return nil }
    if path == Substring(Paths.lists) { return ListFile.limit }
    return ProductPhotos.isAddress(path) ? ProductPhotos.limit : nil
}

/// Every address with who is let in, for the table in `docs/access.md`.
public func routeRows(of house: House) -> [RouteRow] {
    routes(of: house).flatMap { route in
        route.forms.map {
            RouteRow(method: route.method.rawValue, path: route.path + $0.suffix, admission: route.admission)
        }
    }
}

func routes(of house: House) -> [Route] {
    [
        Route(.get, Paths.start, .everybody) { visit in
            try visit.fields.allow(["lang"])
            return .html(startPage(visit.language))
        }
    ]
        + Find(house: house).routes + FigurePages(store: house.store).routes
        + Standing(house: house).routes + HayamiWorksheets(house: house).routes
        + SignIn(house: house).routes + Links(house: house).routes + OwnAccount(house: house).routes
        + Accounts(house: house).routes
        + Enterprises(house: house).routes + Industries(house: house).routes
        + Certificates(house: house).routes + SentraList(house: house).routes
        + Views(house: house).routes + Bulk(house: house).routes + Twins(house: house).routes
        + Changes(house: house).routes + Lists(house: house).routes + People(house: house).routes
        + Audit(house: house).routes + Jobs(house: house).routes
        + Operations(house: house).routes
}

/// Pages of official figures: made from one snapshot of the facts, the same for everybody, and remembered.
private struct FigurePages: Sendable {
    let store: Store
    let memory = PageMemory()

    var routes: [Route] {
        [
            Route(.get, Paths.hosts, .everybody, forms: Paths.Form.allCases) { visit in
                try await answer(visit) { (economies) throws(RequestRefusal) in
                    try hosts(visit.fields, economies, visit.rendering, visit.language)
                }
            },
            Route(.get, Paths.regions, .everybody, forms: Paths.Form.allCases) { visit in
                try await answer(visit) { (economies) throws(RequestRefusal) in
                    let page = try RegionsPage(visit.fields, economies, in: visit.language)
                    return render(visit.rendering, { page.html() }, { page.table }, { page.json() })
                }
            },
            Route(.get, Paths.regions + "/:region", .everybody, forms: Paths.Form.allCases) { visit in
                try await answer(visit) { (economies) throws(RequestRefusal) in
                    try region(visit.parameter("region"), visit.fields, economies, (visit.rendering, visit.language))
                }
            },
        ]
    }

    private func answer(
        _ visit: Visit, _ make: (RegionalEconomies) throws(RequestRefusal) -> Reply
    ) async throws -> Reply {
        let snapshot = try await store.economiesSnapshot()
        if let page = await memory.page(at: visit.address, revision: snapshot.revision) { return page }
        let page = try make(snapshot.economies)
        await memory.keep(page, at: visit.address, revision: snapshot.revision)
        return page
    }
}

private func hosts(
    _ fields: Fields, _ economies: RegionalEconomies, _ form: Paths.Form, _ language: Language
) throws(RequestRefusal) -> Reply {
    guard let question = try HostsRequest.question(fields, economies) else {
        guard form == .page else { throw .missing(field: "home") }
        return .html(hostsAskPage(language))
    }
    let page = try HostsPage.answering(question, economies, in: language)
    return render(form, { page.html() }, { page.nearest }, { page.json() })
}

private func region(
    _ name: String, _ fields: Fields, _ economies: RegionalEconomies,
    _ rendering: (form: Paths.Form, language: Language)
) throws(RequestRefusal) -> Reply {
    let profile = try RegionRequest.profile(of: name, fields, economies)
    let page = RegionPage(profile, economies, in: rendering.language)
    return render(
        rendering.form, { page.html() }, { page.industries }, { page.json() })
}

private func render(
    _ form: Paths.Form, _ html: () -> [UInt8], _ table: () -> PageTable, _ json: () -> JSON
) -> Reply {
    switch form {
    case .page: .html(html())
    case .csv: Reply(contentType: "text/csv; charset=utf-8", bytes: table().csv())
    case .xlsx: .workbook(table())
    case .json: Reply(contentType: "application/json", bytes: json().bytes())
    }
}

/// A refusal as a page, or as a problem document for a program that asked for data.
public func refusalResponse(_ refusal: RequestRefusal, to request: Request) -> Response {
    let isData = Paths.Form.data.contains { request.uri.path.hasSuffix($0.suffix) }
    // The fields are only used to offer the same question with one of them mended.
    let fields = (try? Fields(query: request.uri.query)) ?? Fields([:])
    let page = RefusalPage(refusal, in: language(of: request), asked: (request.uri.path, fields))
    var reply = isData ? Reply.problem(page.json().bytes()) : Reply.html(page.html())
    reply.status = refusal.status
    // It says back what was asked, and often to somebody who has signed in.
    reply.isPrivate = true
    var response = reply.response()
    // The stable code for programs that asked for a page or sent a form.
    if let name = HTTPField.Name("Tiru-Refusal") { response.headers[name] = refusal.code }
    return response
}

/// The language a request asks for as far as it can be read; Indonesian otherwise.
public func language(of request: Request) -> Language {
    let wanted = (request.uri.query ?? "").split(separator: "&").first { $0.hasPrefix("lang=") }
    return wanted.flatMap { Language(rawValue: String($0.dropFirst(5))) } ?? .indonesian
}
