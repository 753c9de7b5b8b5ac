public import Measure
public import Register

/// What is known of an office's enterprises as of one line of its book.
public struct StandingSnapshot: Sendable {
    /// Differs from that of every other state of the office and of the official facts.
    public let revision: Revision
    public let facts: StandingFacts

    public struct Revision: Sendable, Hashable {
        /// The last line of the office's book that may have changed a figure, or a later one before the next such.
        let line: Int
        /// Of the official facts, by which industries have their fields.
        let facts: Int
    }
}

extension Store {
    /// Every enterprise of an office in every year, for "Where do we stand?". Read once, and anew when the office's book
    /// tells of something that may have changed a figure.
    ///
    /// - Parameter office: a regency or a city.
    /// - Throws: `StoreRefusal.empty` where no facts have been loaded.
    /// - Complexity: two rows where nothing has changed; else all of the office's enterprise-years.
    public func standing(of office: RegionCode) async throws -> StandingSnapshot {
        try await standings.snapshot(of: office, in: self)
    }

    /// Where an office's book ends, and whether something stands in it after a line that may have changed a figure.
    func standingMark(of office: RegionCode, after line: Int?) async throws -> StandingMark {
        try await read { connection in
            let facts = try factRevisionOrEmpty(connection)
            let length =
                try connection.first(
                    "SELECT length FROM event_book WHERE office = $1", [SQLValue(office)], read: { try $0.integer(0) })
                ?? 0
            guard let line, line <= length else { return StandingMark(length: length, facts: facts, isTouched: true) }
            guard line < length else { return StandingMark(length: length, facts: facts, isTouched: false) }
            let kinds = try connection.rows(
                "SELECT DISTINCT kind FROM event WHERE office = $1 AND number > $2",
                [SQLValue(office), .integer(line)],
                read: { try $0.text(0) })
            let isTouched = kinds.contains { kind in EventKind(rawValue: kind).map { !$0.leavesFigures } ?? true }
            return StandingMark(length: length, facts: facts, isTouched: isTouched)
        }
    }
}

struct StandingMark: Sendable {
    let length: Int
    let facts: Int
    let isTouched: Bool
}

/// Shared by all requests: the last snapshot of every office that was asked for, until they hold too many years together.
actor StandingMemory {
    /// Enterprise-years that are kept: about a hundred bytes each.
    private static let most = 2_000_000

    private struct Kept {
        let snapshot: StandingSnapshot
        /// Up to here the book was looked through.
        var line: Int
        var lastAsked: Int
    }

    private var kept: [RegionCode: Kept] = [:]
    private var reading: [RegionCode: Task<(StandingSnapshot, Int), any Error>] = [:]
    private var clock = 0

    func snapshot(of office: RegionCode, in store: Store) async throws -> StandingSnapshot {
        clock += 1
        let known = kept[office]
        let mark = try await store.standingMark(of: office, after: known?.line)
        if var known, !mark.isTouched, mark.facts == known.snapshot.revision.facts {
            // Another request may have read anew meanwhile.
            if let now = kept[office], now.line > mark.length { return now.snapshot }
            known.line = mark.length
            known.lastAsked = clock
            kept[office] = known
            return known.snapshot
        }
        // A reading that began before this mark may not hold what it tells of: it is waited for, and asked again.
        if let running = reading[office] {
            let (snapshot, line) = try await running.value
            if line >= mark.length, snapshot.revision.facts == mark.facts { return snapshot }
        }
        let task = Task { try await store.readStanding(of: office) }
        reading[office] = task
        defer { if reading[office] == task { reading[office] = nil } }
        let (snapshot, line) = try await task.value
        if line >= kept[office]?.line ?? 0 {
            kept[office] = Kept(snapshot: snapshot, line: line, lastAsked: clock)
            forget(besides: office)
        }
        return snapshot
    }

    /// The offices that were not asked for the longest.
    private func forget(besides office: RegionCode) {
        var total = kept.values.reduce(0) { $0 + $1.snapshot.facts.rows.count }
        for other in kept.sorted(by: { $0.value.lastAsked < $1.value.lastAsked }).map(\.key)
        where total > Self.most && other != office {
            total -= kept.removeValue(forKey: other)?.snapshot.facts.rows.count ?? 0
        }
    }
}

extension EventKind {
    /// Whether it changes no figure of any enterprise. What is not named here is taken to change one.
    var leavesFigures: Bool {
        switch self {
        case .accountMade, .accountRenamed, .accountSuspended, .accountRestored, .hatGiven, .hatTaken, .linkMade,
            .passwordSet, .secondFactorSet, .secondFactorRemoved, .recoveryCodeUsed, .signedIn, .signedOut,
            .sessionEnded, .tokenMade, .tokenRevoked, .personEntered, .personChanged, .personErased, .personShown,
            .peopleExported, .consentGiven, .consentWithdrawn, .processingStopped, .requestReceived, .requestSettled,
            .keysRotated, .jobAsked, .jobCancelled, .backupMade, .enterprisesExported, .siinasExported,
            .sentraFacilityEntered, .sentraFacilityChanged, .sentraFacilityRemoved, .sentraExported,
            .certificatesExported, .placesExported, .photoAdded, .photoCaptioned, .photoPutFirst, .photoRemoved,
            .photoPutBack, .photoErased, .viewKept, .viewChanged, .viewRemoved, .listBrought, .listLaidAside,
            .twinsToldApart, .changeProposed, .changeRefused, .changeWithdrawn:
            true
        default: false
        }
    }
}
