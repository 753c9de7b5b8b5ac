public import Foundation
import Register
import Storage

/// Once a day at an hour.
public struct Schedule: Sendable, Equatable {
    /// 0…23, where the office is.
    public var hour: Int
    /// Seconds east of UTC; usually Central Indonesia (WITA).
    public var offset: Int

    public init(hour: Int = 2, offset: Int = 8 * 3600) {
        self.hour = hour
        self.offset = offset
    }

    /// The last instant at which it was due.
    public func lastDue(at now: Date) -> Date {
        let shift = Double(hour * 3600 - offset)
        let days = ((now.timeIntervalSince1970 - shift) / 86_400).rounded(.down)
        return Date(timeIntervalSince1970: days * 86_400 + shift)
    }

    /// - Parameter last: when it was last asked for; `nil` for never. What lies ahead of `now` was a clock gone wrong, and
    ///   counts as never.
    public func isDue(last: Date?, now: Date) -> Bool {
        guard let last, last <= now else { return true }
        return last < lastDue(at: now)
    }
}

/// Work that the server asks for by itself.
public struct ScheduledJob: Sendable {
    public let kind: String
    public let schedule: Schedule

    public init(_ kind: String, _ schedule: Schedule) {
        self.kind = kind
        self.schedule = schedule
    }

    /// - Returns: whether it was due and nobody else had asked.
    @discardableResult
    func askWhenDue(_ store: Store, at now: Date) async throws -> Bool {
        guard schedule.isDue(last: try await store.lastAsked(kind), now: now) else { return false }
        var random = SystemRandomNumberGenerator()
        let id = Job.ID(Identifier(at: now, using: &random))
        let job = Job(id, kind, in: .nation, asked: Stamp(by: nil, at: now))
        return try await store.ask(for: job, unlessAskedSince: schedule.lastDue(at: now))
    }
}
