public import Foundation

/// How long whoever gave wrong passwords has to wait. Nobody is ever locked for good.
///
/// The wrong passwords of the last minutes are counted. The `tolerated`-th within the `window` brings the first wait;
/// each further one doubles it, up to the longest. A quiet `window` after the end of a wait forgives everything.
/// An attempt during a wait is turned away without trying the password, and is no failure.
///
/// Three tallies run side by side (`SignInFailures`): strangers who try an account from their own addresses make
/// the owner wait only when they are very many, for a quarter of an hour at most, and never at an address from which
/// the owner has signed in before. The numbers are this product's own.
public struct Lockout: Sendable, Equatable {
    /// So many failures within the window bring the first wait; at least 1.
    public let tolerated: Int
    /// Seconds.
    public let window: TimeInterval
    /// Seconds.
    public let firstWait: TimeInterval
    /// Seconds.
    public let longestWait: TimeInterval

    /// One account from one address: 5 within 15 minutes, then 1, 2, 4 … 60 minutes.
    public static let pair = Lockout(tolerated: 5, window: 15 * 60, firstWait: 60, longestWait: 60 * 60)
    /// One address, whatever accounts it tries. 30, because an office shares one address.
    public static let address = Lockout(tolerated: 30, window: 15 * 60, firstWait: 60, longestWait: 60 * 60)
    /// One account from anywhere: 100 within 15 minutes, then 1, 2, 4 … 15 minutes.
    public static let account = Lockout(tolerated: 100, window: 15 * 60, firstWait: 60, longestWait: 15 * 60)

    public enum Answer: Sendable, Equatable {
        case allowed
        /// Not before this instant.
        case wait(until: Date)
    }

    /// Whether a password may be tried now.
    ///
    /// A failure that lies in the future is one from before the clock was set back. It counts as made now: it is not
    /// forgotten, and it asks for no longer wait than it did. So that the wait then runs out, the store replaces its
    /// failures by `counting(_:at:)` whenever the two differ.
    ///
    /// - Parameter failures: in any order; those that no longer count do no harm.
    /// - Complexity: O(n log n) in the number of failures.
    public func answer(to failures: [Date], at now: Date) -> Answer {
        let end = walk(failures, until: now).waitEnds
        guard let end, end > now else { return .allowed }
        return .wait(until: end)
    }

    /// The failures that count now or may count later, oldest first and none in the future: what the store keeps.
    public func counting(_ failures: [Date], at now: Date) -> [Date] {
        let walk = walk(failures, until: now)
        if let end = walk.waitEnds, now <= end + window { return walk.run }
        return walk.run.filter { $0 > now - window }
    }

    /// What the failures up to now come to.
    private struct Walk {
        /// The failures since the last forgiveness.
        var run: [Date] = []
        /// How many waits were imposed in a row.
        var level = 0
        /// When the last wait ends or ended; `nil` when none was imposed.
        var waitEnds: Date?
    }

    private func walk(_ failures: [Date], until now: Date) -> Walk {
        var walk = Walk()
        for failure in failures.map({ min($0, now) }).sorted() {
            if let end = walk.waitEnds, failure > end + window { walk = Walk() }
            if walk.level == 0 { walk.run.removeAll { $0 <= failure - window } }
            walk.run.append(failure)
            guard walk.level > 0 || walk.run.count >= tolerated else { continue }
            walk.level += 1
            walk.waitEnds = failure + wait(at: walk.level)
        }
        return walk
    }

    private func wait(at level: Int) -> TimeInterval {
        min(longestWait, firstWait * pow(2, Double(level - 1)))
    }
}

/// The failures that one attempt to sign in is judged by.
public struct SignInFailures: Sendable, Equatable {
    /// Where the attempt comes from.
    public enum Origin: Sendable, CaseIterable {
        /// The account has signed in from this address before.
        case knownAddress
        case newAddress
    }

    public let origin: Origin
    /// This account from this address, since it last succeeded there.
    public let pair: [Date]
    /// This address with any account. Success does not clear it, or an attacker with an account of his own would.
    public let address: [Date]
    /// This account from any address. Success does not clear it either.
    public let account: [Date]

    public init(from origin: Origin, pair: [Date], address: [Date], account: [Date]) {
        self.origin = origin
        self.pair = pair
        self.address = address
        self.account = account
    }

    /// The longest of the waits. At a known address only the pair counts: otherwise strangers who never cease trying
    /// would keep the owner out for as long as they like, from anywhere, or from behind the same mobile carrier. What
    /// they gain by it are `Lockout.pair.tolerated` guesses at each account that is at home there.
    public func answer(at now: Date) -> Lockout.Answer {
        let answers =
            switch origin {
            case .knownAddress: [Lockout.pair.answer(to: pair, at: now)]
            case .newAddress:
                [
                    Lockout.pair.answer(to: pair, at: now), Lockout.address.answer(to: address, at: now),
                    Lockout.account.answer(to: account, at: now),
                ]
            }
        let ends = answers.compactMap { answer in
            if case .wait(let end) = answer { end } else { nil }
        }
        return ends.max().map { .wait(until: $0) } ?? .allowed
    }
}
