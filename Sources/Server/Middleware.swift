import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Storage
import Web

/// Refuses what no page takes, before anything is read.
struct RequestLimits: RouterMiddleware {
    typealias Context = BasicRequestContext
    let bodyLimit: Int

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        // A body of unknown length is a body nobody asked for.
        if request.headers[.transferEncoding] != nil { return refuse(.lengthRequired, request) }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > bodyLimit {
            return refuse(.tooLarge(limit: bodyLimit), request)
        }
        guard request.method == .get || request.method == .head else {
            var response = refuse(.methodNotAllowed(request.method.rawValue), request)
            response.headers[.allow] = "GET, HEAD"
            return response
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

/// Turns what was thrown into a page: an unknown page is the reader's to mend; anything else is ours, is logged
/// under a number, and leaks no detail.
struct RefusalsAndFaults: RouterMiddleware {
    typealias Context = BasicRequestContext

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            return refusalResponse(.unknownPage(String(request.uri.path.prefix(100))), to: request)
        } catch let error as HTTPError where error.status.code < 500 {
            return refusalResponse(.malformedQuery(String(request.uri.path.prefix(100))), to: request)
        } catch {
            let id = String(UUID().uuidString.prefix(8))
            context.logger.error(
                "fault", metadata: ["id": "\(id)", "path": "\(request.uri.path)", "error": "\(error)"])
            return faultResponse(id, in: language(of: request))
        }
    }
}

/// Tells the browser to trust nothing that is not ours.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = BasicRequestContext

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'"
        response.headers[.xContentTypeOptions] = "nosniff"
        if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "same-origin" }
        return response
    }
}
