public import Register

/// What becomes of rows about which there is a doubt.
public enum ListDoubts: Sendable {
    case leftOut
    case taken
}

/// What a row of a list comes to, and what is to be told of it.
public struct ListVerdict: Sendable, Equatable {
    /// `nil` for a row that is left out for its slips.
    public let outcome: ListOutcome?
    /// Figures that are shifted against those of other years of the same enterprise.
    public let slips: [PastFigures.Slip]
    /// Whether the row speaks of a year that was filled in by form, which stays as it is; `nil` where it does not.
    public let form: FormYear?

    public enum FormYear: Sendable {
        case open, locked
    }
}

extension ListMatching.Match {
    /// What of the row's figures is shifted against what the register knew before the list. Enterprises that the list
    /// itself brings have no past, and what is passed by is not judged.
    var slips: [PastFigures.Slip] {
        guard let year = entry.year, let known, known.enteredYears[year.year] == nil,
            !(isOfTwin && known.years[year.year] != nil)
        else { return [] }
        let past = known.years.values.filter { !known.ownYears.contains($0.year) }
        return past.isEmpty ? [] : PastFigures.slips(of: year, among: past)
    }

    var form: ListVerdict.FormYear? {
        entry.year.flatMap { known?.enteredYears[$0.year] }.map { $0 ? .locked : .open }
    }
}

extension ListCounts {
    /// Counts a row by what it came to.
    public mutating func count(_ verdict: ListVerdict) {
        rows += 1
        switch verdict.outcome {
        case .new: new += 1
        case .changed: changed += 1
        case .unchanged: unchanged += 1
        case nil:
            doubtful += 1
            offPast = (offPast ?? 0) + 1
        }
        guard verdict.outcome != nil, let form = verdict.form else { return }
        yearsEntered = (yearsEntered ?? 0) + 1
        if form == .locked { yearsLocked = (yearsLocked ?? 0) + 1 }
    }
}

extension Store {
    /// What would become of the rows of a list, without touching the register: one consistent view.
    /// - Parameters:
    ///   - doubts: what becomes of a row whose figures are shifted against the enterprise's own.
    ///   - verdict: is told of each row, in their order.
    public func compare(
        _ source: @escaping ListSource, in office: RegionCode, doubts: ListDoubts = .leftOut,
        verdict: @Sendable @escaping (ListEntry, ListVerdict) throws -> Void
    ) async throws {
        let keyring = try keys()
        try await read { connection in
            let matching = try ListMatching(office: office, keyring, connection)
            var newcomers = Newcomers()
            try ReadAhead.portions(
                of: source, ListMatching.portion, prepare: { ListRow($0) }, while: connection
            ) { rows in
                var later: [Enterprise.ID: ListMatching.Known] = [:]
                for match in try matching.matches(rows, connection) {
                    let slips = match.slips
                    func tell(_ outcome: ListOutcome?) throws {
                        try verdict(match.entry, ListVerdict(outcome: outcome, slips: slips, form: match.form))
                    }
                    if let known = match.known {
                        guard slips.isEmpty || doubts == .taken else {
                            try tell(nil)
                            continue
                        }
                        let taken = match.taken(by: later[known.id] ?? known)
                        later[known.id] = taken ?? later[known.id]
                        try tell(taken == nil ? .unchanged : .changed)
                    } else {
                        try tell(newcomers.place(of: match.row) == nil ? .new : .changed)
                    }
                }
            }
        }
    }
}

/// Enterprises that earlier rows of a list have brought, found by the same rule as those of the register. Kept as numbers:
/// of a list of a million there are two million of them.
struct Newcomers {
    private var count: Int32 = 0
    private var byNumber: [Int64: Int32] = [:]
    /// The first of each key; a second one with another licence number is found by that. One that has a number itself is
    /// kept as `-1 - place`.
    private var byKey: [Int64: Int32] = [:]

    /// - Returns: 0, 1, 2 … in the order in which they came; `nil` for one that comes with this row.
    mutating func place(of row: ListRow) -> Int? {
        let (number, key) = (row.entry.card.nib?.number, row.key.number)
        if let number, let place = byNumber[number] { return Int(place) }
        if let first = byKey[key], first >= 0 || number == nil {
            let place = first < 0 ? -1 - first : first
            if let number {
                byNumber[number] = place
                byKey[key] = -1 - place
            }
            return Int(place)
        }
        if let number { byNumber[number] = count }
        if byKey[key] == nil { byKey[key] = number == nil ? count : -1 - count }
        count += 1
        return nil
    }
}
