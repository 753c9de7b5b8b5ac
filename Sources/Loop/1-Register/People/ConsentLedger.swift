public import Foundation

/// What one person agreed to, purpose by purpose, at any instant: a pure fold of the entries.
///
/// The order in which entries arrive does not matter, and an entry that arrives twice counts once. Where giving and
/// taking back carry the same instant, taking back wins.
public struct ConsentLedger: Sendable, Equatable {
    public let person: Person.ID
    /// Oldest first.
    public let entries: [Consent]

    /// - Parameter entries: entries of other persons are left out.
    public init(of person: Person.ID, _ entries: some Sequence<Consent>) {
        self.person = person
        let own = entries.filter { $0.person == person }
        let unique = Dictionary(own.map { ($0.id, $0) }) { first, _ in first }
        self.entries = unique.values.sorted { Self.comesFirst($0, $1) }
    }

    public enum State: Sendable, Equatable {
        /// Nothing was said about the purpose.
        case neverGiven
        /// Since when without a break, and the latest entry, which is the proof to show.
        case given(since: Date, proof: Consent)
        /// Processing must have stopped by the deadline.
        case withdrawn(stop: Deadline)
    }

    /// How things stood at an instant, by what was received up to then.
    public func state(of purpose: Purpose, at instant: Date) -> State {
        history(of: purpose).prefix { $0.recorded.at <= instant }.reduce(.neverGiven) { state, entry in
            switch (state, entry.act) {
            case (.given(let since, _), .given): .given(since: since, proof: entry)
            case (_, .given): .given(since: entry.recorded.at, proof: entry)
            // Saying it again neither starts the clock anew nor grants the office more time.
            case (.withdrawn(let stop), .withdrawn): .withdrawn(stop: stop)
            case (_, .withdrawn): .withdrawn(stop: Deadline(from: entry.recorded.at))
            case (.withdrawn(let stop), .stopped): .withdrawn(stop: stop.met(at: entry.recorded.at))
            // Nothing was taken back, so there is nothing to stop.
            case (_, .stopped): state
            }
        }
    }

    /// All that was said about a purpose, oldest first.
    public func history(of purpose: Purpose) -> [Consent] { entries.filter { $0.purpose == purpose } }

    /// Whether data may be used for the purpose: its basis is another than consent, or consent holds.
    ///
    /// The three days after a withdrawal are for stopping, not for going on: the answer is no at once.
    public func allows(_ purpose: Purpose, at instant: Date) -> Bool {
        guard purpose.basis == .consent else { return true }
        if case .given = state(of: purpose, at: instant) { return true }
        return false
    }

    /// Whether something was taken back and the office has not yet said that it stopped.
    public func isStopOwed(for purpose: Purpose, at instant: Date) -> Bool {
        guard case .withdrawn(let stop) = state(of: purpose, at: instant) else { return false }
        return stop.metAt == nil
    }

    private static func comesFirst(_ left: Consent, _ right: Consent) -> Bool {
        guard left.recorded.at == right.recorded.at else { return left.recorded.at < right.recorded.at }
        guard left.isWithdrawal == right.isWithdrawal else { return right.isWithdrawal }
        return left.id < right.id
    }
}
