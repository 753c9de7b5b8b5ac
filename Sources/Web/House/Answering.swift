import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Register
import Secrets
import Storage

/// Puts a route on the router: reads the request, asks who is let in, answers.
struct Answering: Sendable {
    let house: House

    /// The largest form, in bytes.
    private static let formLimit = 64 << 10

    func add(_ route: Route, to router: Router<PageContext>) {
        let endsInName = route.path.split(separator: "/").last?.hasPrefix(":") == true
        // A path that ends in a name has its renderings behind the name, which the router cannot part.
        for form in endsInName ? [.page] : route.forms {
            router.on(RouterPath(route.path + form.suffix), method: route.method) { request, context in
                try await answer(route, request, context, endsInName ? nil : form)
            }
        }
    }

    /// Whatever else is done with the address of a page is refused by name, with what would be taken.
    func addRefusals(beside routes: [Route], to router: Router<PageContext>) {
        let methods: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete, .options, .trace]
        for (path, group) in Dictionary(grouping: routes, by: \.path) {
            let taken = Set(group.map(\.method))
            let allowed = (taken.contains(.get) ? ["GET", "HEAD"] : []) + (taken.contains(.post) ? ["POST"] : [])
            for method in methods where !taken.contains(method) {
                router.on(RouterPath(path), method: method) { request, _ in
                    var response = refusalResponse(.methodNotAllowed(method.rawValue, allowed: allowed), to: request)
                    response.headers[.allow] = allowed.joined(separator: ", ")
                    response.headers[.connection] = "close"
                    return response
                }
            }
        }
    }

    private func answer(
        _ route: Route, _ request: Request, _ context: PageContext, _ form: Paths.Form?
    ) async throws -> Response {
        var response = try await answered(route, request, context, form)
        // What is refused may still be on its way: an hour is given to a file, and to nothing else.
        if route.fileLimit != nil { response.headers[.connection] = "close" }
        return response
    }

    private func answered(
        _ route: Route, _ request: Request, _ context: PageContext, _ form: Paths.Form?
    ) async throws -> Response {
        do {
            var visit = try await visit(request, context, route, form)
            try await admit(visit, to: route)
            // A file is taken from nobody who has no business here.
            if let limit = route.fileLimit { visit = try await receive(request, visit, limit: limit) }
            let reply = try await route.answer(visit)
            return isKept(reply, by: request) ? unchanged(reply) : reply.response()
        } catch let refusal as RequestRefusal {
            return refuse(refusal, request)
        } catch let refusal as StoreRefusal {
            guard let refusal = RequestRefusal(refusal) else { throw refusal }
            return refuse(refusal, request)
        }
    }

    /// Whether who asks has these very bytes.
    /// - Source: RFC 9110, section 13.1.2
    private func isKept(_ reply: Reply, by request: Request) -> Bool {
        guard let mark = reply.mark, reply.status == 200, let kept = request.headers[.ifNoneMatch] else { return false }
        return kept.split(separator: ",").contains { tag in
            let tag = tag.trimmingCharacters(in: .whitespaces)
            return tag == "*" || tag == "\"\(mark)\"" || tag == "W/\"\(mark)\""
        }
    }

    private func unchanged(_ reply: Reply) -> Response {
        var response = reply.response()
        response.status = .notModified
        response.headers[.contentType] = nil
        response.body = ResponseBody()
        return response
    }

    /// Somebody who looks at a page and has not signed in is led to the door, and back afterwards.
    private func refuse(_ refusal: RequestRefusal, _ request: Request) -> Response {
        guard refusal == .signInNeeded, request.method == .get, !isData(request) else {
            return refusalResponse(refusal, to: request)
        }
        // A number that was typed into an address is not written into another one.
        let asked = request.uri.description
        let next = StrayNumbers.hidden(inSentence: asked) == asked ? asked : Paths.account
        return Reply.seeOther(Paths.signIn(returningTo: next, in: language(of: request))).response()
    }

    // MARK: - Who is let in

    /// The one place that asks.
    private func admit(_ visit: Visit, to route: Route) async throws {
        switch route.admission {
        case .everybody: return
        case .account: _ = try visit.signedIn()
        case .hat(let deed, let dataClass, let whereabouts):
            let visitor = try visit.signedIn()
            guard visitor.covers(deed) else { throw RequestRefusal.outOfScope }
            switch whereabouts {
            case .own:
                guard !visit.regions(deed, dataClass).isEmpty else { throw RequestRefusal.forbidden(.role) }
            case .installation: try decide(visitor, deed, dataClass, .everywhere)
            case .item:
                // Whether the thing exists is told to nobody who could not see it anywhere.
                guard !Access.extents(hats: visitor.hats, deed, on: dataClass).isEmpty else {
                    throw RequestRefusal.forbidden(.role)
                }
                guard let place = try await route.place(visit),
                    Access.decide(hats: visitor.hats, deed, on: dataClass, at: place).isAllowed
                else { throw RequestRefusal.unknownPage(visit.path) }
            }
        }
    }

    private func decide(_ visitor: Visitor, _ deed: Deed, _ dataClass: DataClass, _ place: Place) throws {
        if case .refused(let reason) = Access.decide(hats: visitor.hats, deed, on: dataClass, at: place) {
            throw RequestRefusal.forbidden(reason)
        }
    }

    // MARK: - Reading the request

    private func visit(
        _ request: Request, _ context: PageContext, _ route: Route, _ form: Paths.Form?
    ) async throws -> Visit {
        let fields = try Fields(query: request.uri.query)
        let language = try fields.choice("lang", of: Language.self) ?? .indonesian
        var parameters: [String: String] = [:]
        var rendering = form ?? .page
        for part in route.path.split(separator: "/") where part.hasPrefix(":") {
            let name = String(part.dropFirst())
            var value = context.parameters.get(name) ?? ""
            if form == nil, part == route.path.split(separator: "/").last {
                (value, rendering) = splitForm(value, among: route.forms)
            }
            // A part that cannot be decoded, or holds what cannot be seen, is nobody's name; it is refused as it stands.
            let decoded = value.removingPercentEncoding ?? value
            parameters[name] = Fields.holdsControl(decoded) ? value : decoded
        }
        let token = formToken(request, context)
        let isForm = route.method == .post && route.fileLimit == nil
        let sent = isForm ? try await readForm(request, context, token) : Fields([:])
        return Visit(
            house: house, path: request.uri.path, address: request.uri.description, parameters: parameters,
            fields: fields, form: sent,
            rendering: rendering, language: language, visitor: context.visitor,
            origin: (context.address, program(request)), formToken: token,
            now: house.now())
    }

    private func program(_ request: Request) -> String {
        StrayNumbers.hidden(inSentence: String((request.headers[.userAgent] ?? "").prefix(120)))
    }

    /// A form is taken from a page of ours only: it carries what only such a page could know.
    private func readForm(_ request: Request, _ context: PageContext, _ token: String) async throws -> Fields {
        guard request.headers[.contentType]?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true else {
            throw RequestRefusal.unsupportedForm
        }
        let body = try await body(of: request)
        let form = try Fields(form: String(decoding: body.readableBytesView, as: UTF8.self))
        if case .token? = context.visitor?.way { return form }
        guard isFromHere(request), ConstantTime.equal(form[Self.tokenField] ?? "", token) else {
            throw RequestRefusal.formExpired
        }
        return form
    }

    /// A form with a file, by a page of ours or by a script.
    private func receive(_ request: Request, _ visit: Visit, limit: Int) async throws -> Visit {
        let isScript = if case .token? = visit.visitor?.way { true } else { false }
        let form = try await MultipartForm.read(request, limit: limit) { fields in
            let isOurs = isFromHere(request) && ConstantTime.equal(fields[Self.tokenField] ?? "", visit.formToken)
            guard isScript || isOurs else { throw RequestRefusal.formExpired }
        }
        return visit.with(form: Fields(form.fields), file: form.file)
    }

    private func body(of request: Request) async throws -> ByteBuffer {
        do {
            return try await request.body.collect(upTo: Self.formLimit)
        } catch is NIOTooManyBytesError {
            throw RequestRefusal.tooLarge(limit: Self.formLimit)
        }
    }

    /// Browsers say where a form comes from; one that says nothing is judged by the form token alone.
    private func isFromHere(_ request: Request) -> Bool {
        if let site = HTTPField.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }),
            !["same-origin", "none"].contains(site)
        {
            return false
        }
        guard let origin = request.headers[.origin] else { return true }
        return origin.split(separator: "/", maxSplits: 2).last.map(String.init) == request.head.authority
    }

    static let tokenField = "form-token"

    /// Bound to the session, or before there is one to a cookie of the door.
    private func formToken(_ request: Request, _ context: PageContext) -> String {
        let cookies = Cookies(request)
        let bearer = (context.visitor == nil ? cookies.door : cookies.session) ?? ""
        guard !bearer.isEmpty else { return "" }
        return house.keyring.fingerprint(of: bearer, for: .formToken)
    }

    private func isData(_ request: Request) -> Bool {
        Paths.Form.data.contains { request.uri.path.hasSuffix($0.suffix) }
    }
}

/// Takes `.csv`, `.json` or `.xlsx` off the end of the last part of a path, where the page has it.
private func splitForm(_ part: String, among forms: [Paths.Form]) -> (name: String, form: Paths.Form) {
    for form in Paths.Form.data where forms.contains(form) && part.hasSuffix(form.suffix) {
        return (String(part.dropLast(form.suffix.count)), form)
    }
    return (part, .page)
}
