import HTTPTypes
import Hummingbird
import Web

/// Refuses what no page takes, before anything is read.
struct RequestLimits: RouterMiddleware {
    typealias Context = PageContext
    let bodyLimit: Int

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        // In a page, browsers take an address that begins with `//` for another host's, and pages say their own address.
        if request.uri.path.contains("//") {
            return refusalResponse(.unknownPage(String(request.uri.path.prefix(100))), to: request)
        }
        // A body of unknown length is a body nobody asked for.
        if request.headers[.transferEncoding] != nil { return refuse(.lengthRequired, request) }
        let limit = fileLimit(of: request.head) ?? bodyLimit
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            return refuse(.tooLarge(limit: limit), request)
        }
        return try await next(request, context)
    }

    /// The connection is closed, because a body that nobody wants may still be on its way.
    private func refuse(_ refusal: RequestRefusal, _ request: Request) -> Response {
        var response = refusalResponse(refusal, to: request)
        response.headers[.connection] = "close"
        return response
    }
}
