import Foundation
import HTTPTypes
import Hummingbird
import Synchronization
import Web

/// Holds back an address that asks for too much: a bucket for each, filled at a steady rate.
final class RateLimit: RouterMiddleware {
    typealias Context = PageContext

    private struct Bucket {
        var tokens: Double
        var filledAt: Double
    }

    private let rate: Double
    private let depth: Double
    private let isBehindProxy: Bool
    private let seconds: @Sendable () -> Double
    private let buckets = Mutex<[String: Bucket]>([:])

    /// So many addresses are remembered; when there are more, those that are full again are forgotten.
    static let mostAddresses = 20_000

    /// - Parameters:
    ///   - rate: requests a second; 0 holds nobody back. Ten seconds' worth may come at once.
    ///   - seconds: a clock that only goes forward.
    init(
        rate: Double, isBehindProxy: Bool,
        seconds: @escaping @Sendable () -> Double = { ProcessInfo.processInfo.systemUptime }
    ) {
        self.rate = rate
        depth = rate * 10
        self.isBehindProxy = isBehindProxy
        self.seconds = seconds
    }

    func handle(
        _ request: Request, context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let address = isBehindProxy ? forwarded(request) ?? context.peer : context.peer
        guard !isThisMachine(address), !take(network(of: address)) else { return try await next(request, context) }
        var response = refusalResponse(.tooMany(seconds: 1), to: request)
        if let name = HTTPField.Name("Retry-After") { response.headers[name] = "1" }
        return response
    }

    /// How many addresses are remembered.
    var remembered: Int { buckets.withLock { $0.count } }

    /// - Returns: whether the address may ask now.
    func take(_ address: String) -> Bool {
        guard rate > 0 else { return true }
        let now = seconds()
        return buckets.withLock { buckets in
            if buckets.count >= Self.mostAddresses {
                buckets = buckets.filter { now - $0.value.filledAt < depth / rate }
                if buckets.count >= Self.mostAddresses { buckets = [:] }
            }
            var bucket = buckets[address] ?? Bucket(tokens: depth, filledAt: now)
            bucket.tokens = min(depth, bucket.tokens + (now - bucket.filledAt) * rate)
            bucket.filledAt = now
            let isAllowed = bucket.tokens >= 1
            if isAllowed { bucket.tokens -= 1 }
            buckets[address] = bucket
            return isAllowed
        }
    }
}

/// The last address in the header: the one our own proxy wrote. Those before it are anybody's word.
func forwarded(_ request: Request) -> String? {
    guard let name = HTTPField.Name("X-Forwarded-For"), let header = request.headers[name] else { return nil }
    let last = header.split(separator: ",").last.map { $0.trimmingCharacters(in: .whitespaces) }
    return last.flatMap { $0.isEmpty || $0.count > 64 ? nil : $0 }
}
