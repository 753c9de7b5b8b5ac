public import Foundation

/// A term of 3 × 24 hours. Hours, not working days: nights, Sundays and holidays count.
/// - Source: UU 27/2022, articles 30, 32, 40, 41 and 46
public struct Deadline: Sendable, Hashable {
    public let start: Date
    /// When it was done; `nil` while it is not.
    public let metAt: Date?

    /// Seconds.
    public static let term: TimeInterval = 3 * 24 * 60 * 60

    public init(from start: Date, metAt: Date? = nil) {
        self.start = start
        self.metAt = metAt
    }

    /// The last instant that is in time.
    public var due: Date { start + Self.term }

    public enum State: Sendable, Hashable {
        /// Seconds left, 0 at the last instant.
        case open(left: TimeInterval)
        case overdue(by: TimeInterval)
        case met
        /// Done, but too late.
        case metLate(by: TimeInterval)
    }

    /// How it stands at an instant; what is done only later counts as not done.
    public func state(at now: Date) -> State {
        if let metAt, metAt <= now {
            return metAt <= due ? .met : .metLate(by: metAt.timeIntervalSince(due))
        }
        let left = due.timeIntervalSince(now)
        return left >= 0 ? .open(left: left) : .overdue(by: -left)
    }

    /// The same term, done. The first time counts.
    public func met(at instant: Date) -> Deadline {
        Deadline(from: start, metAt: metAt.map { min($0, instant) } ?? instant)
    }
}
