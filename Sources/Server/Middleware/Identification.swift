import Foundation
import HTTPTypes
import Hummingbird
import Secrets
import Storage
import Web

/// Finds out who asks: by the cookie of a session, or by a script's token.
struct Identification: RouterMiddleware {
    typealias Context = PageContext
    let house: House
    let isBehindProxy: Bool

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.address = network(of: isBehindProxy ? forwarded(request) ?? context.peer : context.peer)
        if let authorization = request.headers[.authorization] {
            guard let visitor = try await scriptVisitor(authorization) else {
                // Somebody who shows a wrong key is told so, rather than served as a stranger.
                var response = refusalResponse(.signInNeeded, to: request)
                response.headers[.wwwAuthenticate] = "Bearer realm=\"Tiru\""
                return response
            }
            context.visitor = visitor
        } else if let text = Cookies(request).session, let token = SecretToken(text), token.kind == .bare {
            let found = try await house.store.session(digest: token.digest, at: house.now(), terms: house.terms)
            context.visitor = found.map { Visitor($0.account, by: .session($0.session)) }
        }
        return try await next(request, context)
    }

    private func scriptVisitor(_ authorization: String) async throws -> Visitor? {
        let parts = authorization.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[0].lowercased() == "bearer", let token = SecretToken(parts[1]),
            token.kind == .personalAccess,
            let found = try await house.store.token(digest: token.digest, at: house.now())
        else { return nil }
        return Visitor(found.account, by: .token(found.token))
    }
}
