public import Foundation
public import Register
public import Secrets
public import Storage
import Synchronization

/// What the pages work with. Made once, in the one place that wires.
public struct House: Sendable {
    public let store: Store
    public let keyring: Keyring
    /// The time; tests bring their own.
    public let now: @Sendable () -> Date
    public let identifiers: Identifiers
    /// Whether browsers reach us through TLS: cookies then travel through nothing else.
    public let isSecure: Bool
    /// Called when work was asked for, so that a runner in this process need not wait for its next look.
    public let nudge: @Sendable () -> Void
    /// What the runner of this process works on.
    public let jobsAtHand = JobsAtHand()
    public let terms = SessionTerms()
    let passwords = QuietThread()
    /// Photos are made ready one after the other: each takes much memory.
    let darkroom = QuietThread()
    let door = Turnstile()

    public init(
        store: Store, keyring: Keyring, isSecure: Bool = false, now: @escaping @Sendable () -> Date = { Date() },
        identifiers: Identifiers = Identifiers(), nudge: @escaping @Sendable () -> Void = {}
    ) {
        self.store = store
        self.keyring = keyring
        self.isSecure = isSecure
        self.now = now
        self.identifiers = identifiers
        self.nudge = nudge
    }
}

/// Makes identifiers that only grow, for the whole process.
public final class Identifiers: Sendable {
    private let sequence = Mutex(IdentifierSequence())

    public init() {}

    public func next(at instant: Date) -> Identifier {
        sequence.withLock { sequence in
            var random = Randomness()
            return sequence.next(at: instant, using: &random)
        }
    }
}
