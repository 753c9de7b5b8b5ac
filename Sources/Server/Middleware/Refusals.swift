import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Storage
import Web

/// Turns what was thrown into a page: an unknown page is the reader's to mend; anything else is ours, is logged
/// under a number, and leaks no detail.
struct RefusalsAndFaults: RouterMiddleware {
    typealias Context = PageContext

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            return refusalResponse(.unknownPage(String(request.uri.path.prefix(100))), to: request)
        } catch let error as HTTPError where error.status == .contentTooLarge {
            return refusalResponse(.tooLarge(limit: Settings.bodyLimit), to: request)
        } catch let error as HTTPError where error.status.code < 500 {
            return refusalResponse(.malformedQuery(String(request.uri.path.prefix(100))), to: request)
        } catch let refusal as RequestRefusal {
            return refusalResponse(refusal, to: request)
        } catch is CancellationError {
            // Nobody waits for the answer any more.
            return Response(status: .serviceUnavailable)
        } catch {
            let id = String(UUID().uuidString.prefix(8))
            // The pattern of the path, never what stands in it: a link's token is a key.
            context.logger.error(
                "fault",
                metadata: ["id": "\(id)", "route": "\(context.endpointPath ?? "-")", "error": "\(error)"])
            return faultResponse(id, in: language(of: request))
        }
    }
}

/// Tells the browser to trust nothing that is not ours.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = PageContext
    let isSecure: Bool

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        response.headers[.xContentTypeOptions] = "nosniff"
        // A link that opens once must not travel on to the page after it. With `no-referrer` browsers would also say
        // `Origin: null` of its own form, which is then refused as another site's.
        set("Referrer-Policy", request.uri.path.hasPrefix("/links/") ? "strict-origin" : "same-origin", &response)
        set("X-Frame-Options", "DENY", &response)
        set("Cross-Origin-Opener-Policy", "same-origin", &response)
        set("Cross-Origin-Resource-Policy", "same-origin", &response)
        set("Permissions-Policy", "camera=(), geolocation=(), microphone=()", &response)
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        return response
    }

    private func set(_ name: String, _ value: String, _ response: inout Response) {
        if let name = HTTPField.Name(name) { response.headers[name] = value }
    }
}
