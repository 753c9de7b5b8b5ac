import Compare
import Exchange
import Foundation
import HTTPTypes
public import Hummingbird
public import Storage

/// Adds every page with its data twins.
///
/// Each stop is one screen: read the fields, one snapshot from the store, a pure function of the core, a page
/// model, a rendering.
public func addPages(to router: Router<BasicRequestContext>, from store: Store) {
    router.get("/") { request, _ in
        let page = read(request) { (fields, language) throws(RequestRefusal) in
            try fields.allow(["lang"])
            return .html(startPage(language))
        }
        switch page {
        case .success(let page): return page.response()
        case .failure(let refusal): return refusalResponse(refusal, to: request)
        }
    }
    let figures = FigurePages(store: store)
    for form in Paths.Form.allCases {
        router.get(RouterPath(Paths.hosts + form.suffix)) { request, _ in
            try await figures.answer(request, as: form) { (fields, economies, language) throws(RequestRefusal) in
                try hosts(fields, economies, form, language)
            }
        }
        router.get(RouterPath(Paths.regions + form.suffix)) { request, _ in
            try await figures.answer(request, as: form) { (fields, economies, language) throws(RequestRefusal) in
                let page = try RegionsPage(fields, economies, in: language)
                return render(form, { page.html() }, { page.table.csv() }, { page.json() })
            }
        }
    }
    router.get("\(Paths.regions)/:region") { request, context in
        let (part, form) = splitForm(context.parameters.get("region") ?? "")
        // A part that cannot be decoded is nobody's name; it is refused as it stands.
        let name = part.removingPercentEncoding ?? part
        return try await figures.answer(request, as: form) { (fields, economies, language) throws(RequestRefusal) in
            try region(name, fields, economies, (form, language))
        }
    }
    router.get(RouterPath(Paths.stylesheet)) { _, _ in
        Reply(contentType: "text/css; charset=utf-8", bytes: PackageResources.tiru_css).response(maxAge: 3600)
    }
}

/// Pages of official figures: made from one snapshot of the facts, and remembered.
private struct FigurePages: Sendable {
    let store: Store
    let memory = PageMemory()

    func answer(
        _ request: Request, as form: Paths.Form,
        _ make: (Fields, RegionalEconomies, Language) throws(RequestRefusal) -> Reply
    ) async throws -> Response {
        let snapshot = try await store.economiesSnapshot()
        let address = request.uri.description
        if let page = await memory.page(at: address, revision: snapshot.revision) { return page.response() }
        switch read(
            request,
            { (fields, language) throws(RequestRefusal) in
                try make(fields, snapshot.economies, language)
            })
        {
        case .success(let page):
            await memory.keep(page, at: address, revision: snapshot.revision)
            return page.response()
        case .failure(let refusal):
            return refusalResponse(refusal, to: request)
        }
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
    return render(form, { page.html() }, { page.nearest.csv() }, { page.json() })
}

private func region(
    _ name: String, _ fields: Fields, _ economies: RegionalEconomies,
    _ rendering: (form: Paths.Form, language: Language)
) throws(RequestRefusal) -> Reply {
    let profile = try RegionRequest.profile(of: name, fields, economies)
    let page = RegionPage(profile, economies, in: rendering.language)
    return render(
        rendering.form, { page.html() }, { page.industries.csv() }, { page.json() })
}

private func render(
    _ form: Paths.Form, _ html: () -> [UInt8], _ csv: () -> [UInt8], _ json: () -> JSON
) -> Reply {
    switch form {
    case .page: .html(html())
    case .csv: Reply(contentType: "text/csv; charset=utf-8", bytes: csv())
    case .json: Reply(contentType: "application/json", bytes: json().bytes())
    }
}

/// Takes `.csv` or `.json` off the end of the last part of a path.
private func splitForm(_ part: String) -> (name: String, form: Paths.Form) {
    for form in [Paths.Form.csv, .json] where part.hasSuffix(form.suffix) {
        return (String(part.dropLast(form.suffix.count)), form)
    }
    return (part, .page)
}

/// Reads the fields and the language.
private func read(
    _ request: Request, _ body: (Fields, Language) throws(RequestRefusal) -> Reply
) -> Result<Reply, RequestRefusal> {
    do {
        let fields = try Fields(query: request.uri.query)
        let language = try fields.choice("lang", of: Language.self) ?? .indonesian
        return .success(try body(fields, language))
    } catch {
        return .failure(error)
    }
}

/// A refusal as a page, or as a problem document for a program that asked for data.
public func refusalResponse(_ refusal: RequestRefusal, to request: Request) -> Response {
    let isData = [Paths.Form.csv, .json].contains { request.uri.path.hasSuffix($0.suffix) }
    // The fields are only used to offer the same question with one of them mended.
    let fields = (try? Fields(query: request.uri.query)) ?? Fields([:])
    let page = RefusalPage(refusal, in: language(of: request), asked: (request.uri.path, fields))
    var reply = isData ? Reply.problem(page.json().bytes()) : Reply.html(page.html())
    reply.status = refusal.status
    return reply.response()
}

/// The language a request asks for as far as it can be read; Indonesian otherwise.
public func language(of request: Request) -> Language {
    let wanted = (request.uri.query ?? "").split(separator: "&").first { $0.hasPrefix("lang=") }
    return wanted.flatMap { Language(rawValue: String($0.dropFirst(5))) } ?? .indonesian
}
