import Foundation
public import Register

/// What a row of a list comes to when it is held against the register.
public enum ListOutcome: String, Sendable, Equatable {
    case new
    /// Known, also from an earlier row of the list, and the row says something else or more.
    case changed
    case unchanged
}

/// Where the rows of a list come from: calls its argument with one after the other. A value that can be read twice,
/// because what was checked is read again when it is entered.
public typealias ListSource = @Sendable (_ row: (ListEntry) throws -> Void) throws -> Void

/// Holds the rows of a list against an office's register, some hundreds at a time.
///
/// Rows of one list may speak of one enterprise several times, for several years. What an earlier row said counts as
/// known for a later one: within a portion it is kept here, afterwards the register has it; where nothing is written
/// (a check), the keys of the new ones are kept instead.
struct ListMatching {
    /// An enterprise as it is known, with the figures of the years.
    struct Known {
        let id: Enterprise.ID
        var card: EnterpriseCard
        let version: Int
        var years: [Int: EnterpriseYear]
        var papers: [EnterpriseField: String]
        /// The list by which it came; empty for one that was entered by hand.
        let list: String
    }

    /// A row with what it says of whom.
    struct Match {
        let entry: ListEntry
        /// `nil` for one that is new.
        let known: Known?
    }

    static let portion = 400
    private let office: RegionCode

    init(office: RegionCode) { self.office = office }

    /// Who is meant by each row; in the order of the rows.
    func matches(_ entries: [ListEntry], _ connection: any Connection) throws -> [Match] {
        let keys = entries.map { SQLValue.integer(Int(EnterpriseKey($0.card).number)) }
        let numbers = entries.compactMap(\.card.nib).map { SQLValue.text($0.digits) }
        var found = try read("e.list_key IN", keys, connection)
        if !numbers.isEmpty { found += try read("e.nib IN", numbers, connection) }
        guard !found.isEmpty else { return entries.map { Match(entry: $0, known: nil) } }
        let known = try completed(found, connection)
        var byNumber: [NIB: Known] = [:]
        var byKey: [EnterpriseKey: [Known]] = [:]
        for one in known {
            if let nib = one.card.nib { byNumber[nib] = one }
            byKey[EnterpriseKey(one.card), default: []].append(one)
        }
        return entries.map { entry in
            if let nib = entry.card.nib, let one = byNumber[nib] { return Match(entry: entry, known: one) }
            // Two licence numbers are two enterprises, however alike the rest is.
            let likely = byKey[EnterpriseKey(entry.card)]?.first { $0.card.nib == nil || entry.card.nib == nil }
            return Match(entry: entry, known: likely)
        }
    }

    private func read(
        _ condition: String, _ values: [SQLValue], _ connection: any Connection
    ) throws -> [(enterprise: Enterprise, list: String)] {
        // Always as many places, so that the statement is prepared once.
        let padded = values + Array(repeating: .null, count: max(0, Self.portion - values.count))
        let places = padded.indices.map { "$\($0 + 2)" }.joined(separator: ", ")
        return try connection.rows(
            """
            SELECT \(EnterpriseRow.shown), e.list FROM enterprise e
            WHERE \(condition) (\(places)) AND e.office = $1 AND e.merged_into IS NULL
            """, [SQLValue(office)] + padded,
            read: { (try EnterpriseRow.read($0), try $0.text(EnterpriseRow.cardColumns.count - 4 + 3)) })
    }

    private func completed(
        _ found: [(enterprise: Enterprise, list: String)], _ connection: any Connection
    ) throws -> [Known] {
        var seen: Set<Enterprise.ID> = []
        let distinct = found.filter { seen.insert($0.enterprise.id).inserted }
        var years: [Enterprise.ID: [Int: EnterpriseYear]] = [:]
        var papers: [Enterprise.ID: [EnterpriseField: String]] = [:]
        for start in stride(from: 0, to: distinct.count, by: Self.portion) {
            let ids = distinct[start..<min(start + Self.portion, distinct.count)].map { SQLValue($0.enterprise.id) }
            let padded = ids + Array(repeating: .null, count: Self.portion - ids.count)
            let places = padded.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
            try connection.forEachRow(
                "SELECT \(EnterpriseYearRow.shown) FROM enterprise_year y WHERE y.enterprise IN (\(places))", padded
            ) { row in
                let year = try EnterpriseYearRow.read(row)
                years[try row.key(0), default: [:]][year.year] = year
            }
            try connection.forEachRow(
                "SELECT enterprise, kind, text FROM enterprise_paper WHERE enterprise IN (\(places))", padded
            ) { row in papers[try row.key(0), default: [:]][try row.choice(1)] = try row.text(2) }
        }
        return distinct.map { one, list in
            Known(
                id: one.id, card: one.card, version: one.version, years: years[one.id] ?? [:],
                papers: papers[one.id] ?? [:], list: list)
        }
    }
}

extension ListMatching.Known {
    /// What it is after a row was taken over; `nil` where the row says nothing else and nothing more.
    func taking(_ entry: ListEntry) -> ListMatching.Known? {
        var taken = self
        taken.card = card.taking(entry.card)
        if let year = entry.year { taken.years[year.year] = (years[year.year] ?? year).taking(year) }
        taken.papers.merge(entry.certificates) { _, new in new }
        let isSame = taken.card == card && taken.years == years && taken.papers == papers
        return isSame ? nil : taken
    }

    /// A new one.
    init(_ id: Enterprise.ID, _ entry: ListEntry, by list: String) {
        self.id = id
        self.list = list
        card = entry.card
        version = 1
        years = entry.year.map { [$0.year: $0] } ?? [:]
        papers = entry.certificates
    }
}

extension Store {
    /// What would become of the rows of a list, without touching the register: one consistent view.
    /// - Parameter outcome: is told of each row, in their order.
    public func compare(
        _ source: @escaping ListSource, in office: RegionCode,
        outcome: @Sendable @escaping (ListEntry, ListOutcome) throws -> Void
    ) async throws {
        try await read { connection in
            let matching = ListMatching(office: office)
            // New ones that an earlier row of the list has spoken of already.
            var seen: Set<EnterpriseKey> = []
            var portion: [ListEntry] = []
            func settle() throws {
                var later: [Enterprise.ID: ListMatching.Known] = [:]
                for match in try matching.matches(portion, connection) {
                    guard let known = match.known else {
                        let isNew = seen.insert(EnterpriseKey(match.entry.card)).inserted
                        try outcome(match.entry, isNew ? .new : .changed)
                        continue
                    }
                    if let taken = (later[known.id] ?? known).taking(match.entry) {
                        later[known.id] = taken
                        try outcome(match.entry, .changed)
                    } else {
                        try outcome(match.entry, .unchanged)
                    }
                }
                portion.removeAll(keepingCapacity: true)
            }
            try source { entry in
                portion.append(entry)
                if portion.count == ListMatching.portion { try settle() }
            }
            if !portion.isEmpty { try settle() }
        }
    }
}
