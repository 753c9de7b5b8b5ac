import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Storage
import Synchronization
import Web

/// What is counted while serving, for `/metrics`.
final class Measures: Sendable {
    /// Upper ends of the buckets of times, in seconds.
    static let ends: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]

    struct Series {
        /// By the first digit of the status.
        var statuses: [Int: Int] = [:]
        /// How many took so long at most; the last for all.
        var buckets = [Int](repeating: 0, count: Measures.ends.count + 1)
        var seconds = 0.0
    }

    struct State {
        var routes: [String: Series] = [:]
        var underWay = 0
    }

    private let state = Mutex(State())
    let start = Date()

    func began() { state.withLock { $0.underWay += 1 } }

    /// - Parameter route: the pattern of the path, so that there are few and nothing of anybody's is in them.
    func ended(_ route: String, status: Int, seconds: Double) {
        state.withLock { state in
            state.underWay -= 1
            var series = state.routes[route] ?? Series()
            series.statuses[status / 100, default: 0] += 1
            series.seconds += seconds
            series.buckets[Self.ends.firstIndex { seconds <= $0 } ?? Self.ends.count] += 1
            state.routes[route] = series
        }
    }

    func snapshot() -> State { state.withLock { $0 } }
}

/// Counts every request and logs it: method, pattern of the path, status, time. Nothing personal: no address, no name,
/// no field.
struct Observation: RouterMiddleware {
    typealias Context = PageContext
    let measures: Measures

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        measures.began()
        var status = 500
        defer {
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            let route = context.endpointPath ?? "-"
            measures.ended(route, status: status, seconds: seconds)
            context.logger.info(
                "request",
                metadata: [
                    "method": "\(request.method.rawValue)", "route": "\(route)", "status": "\(status)",
                    "ms": "\((seconds * 100_000).rounded() / 100)",
                ])
        }
        let response = try await next(request, context)
        status = response.status.code
        return response
    }
}
