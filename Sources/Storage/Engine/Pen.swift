import Synchronization

/// Whether somebody writes through a store right now; on SQLite whoever comes then has to wait.
final class Pen: Sendable {
    private let holders = Atomic(0)

    var isTaken: Bool { holders.load(ordering: .relaxed) > 0 }

    func holding<Result>(_ body: () async throws -> Result) async rethrows -> Result {
        holders.add(1, ordering: .relaxed)
        defer { holders.subtract(1, ordering: .relaxed) }
        return try await body()
    }
}
