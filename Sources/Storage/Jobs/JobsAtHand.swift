public import Register

/// How far a job is, and how long it may still take.
public struct JobPace: Sendable, Equatable {
    public let progress: Job.Progress
    /// Seconds; `nil` where nothing can be said yet.
    public let secondsLeft: Double?

    public init(_ progress: Job.Progress, secondsLeft: Double?) {
        self.progress = progress
        self.secondsLeft = secondsLeft
    }
}

/// The jobs that this process works on: how far they are and how they are stopped, without the database.
///
/// While a list is entered or taken back, its transaction keeps others from writing: on SQLite everybody, on PostgreSQL
/// whoever writes in the book of its office. Until it is over it could be written down neither how far it is nor that it is
/// no longer wanted.
public actor JobsAtHand {
    private struct Hold {
        let pace: @Sendable () async -> JobPace
        let stop: @Sendable () -> Void
        var stopper: Stamp?
    }

    private var holds: [Job.ID: Hold] = [:]

    public init() {}

    /// - Parameter stop: ends the work, which keeps nothing of what it has not finished.
    public func take(_ id: Job.ID, pace: @escaping @Sendable () async -> JobPace, stop: @escaping @Sendable () -> Void)
    {
        holds[id] = Hold(pace: pace, stop: stop)
    }

    /// - Returns: who has stopped it; `nil` where nobody has.
    public func layDown(_ id: Job.ID) -> Stamp? { holds.removeValue(forKey: id)?.stopper }

    /// - Returns: `nil` where it is not worked on here.
    public func pace(of id: Job.ID) async -> JobPace? { await holds[id]?.pace() }

    /// Ends the work at once; its runner then writes down that it is cancelled, and by whom.
    /// - Returns: whether it is worked on here and was not stopped before.
    public func stop(_ id: Job.ID, by stamp: Stamp) -> Bool {
        guard var hold = holds[id], hold.stopper == nil else { return false }
        hold.stopper = stamp
        holds[id] = hold
        hold.stop()
        return true
    }
}
