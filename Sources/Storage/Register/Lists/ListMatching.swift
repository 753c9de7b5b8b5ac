import Foundation
public import Register
import Secrets

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

/// A row with what can be made ready before it meets the register.
struct ListRow: Sendable {
    let entry: ListEntry
    let key: EnterpriseKey
    /// How the card lies in its row of the register; empty where nothing is to be entered.
    var columns: [SQLValue] = []
    /// Every field as text, a line each: what the book's hash takes of it; empty where nothing is to be entered.
    var image = ""

    init(_ entry: ListEntry) {
        self.entry = entry
        key = EnterpriseKey(entry.card)
    }

    static func toEnter(_ entry: ListEntry) -> ListRow {
        var row = ListRow(entry)
        row.columns = EnterpriseRow.values(entry.card)
        for field in EnterpriseCard.fields { row.image += (entry.card.text(field) ?? "") + "\n" }
        if let year = entry.year {
            for field in [.year] + EnterpriseYear.fields { row.image += (year.text(field) ?? "") + "\n" }
        }
        return row
    }
}

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
        /// Of the owner's citizen number, with the key that made it; `nil` where none is known.
        let number: (print: String, key: Int)?
        /// How the card lies in its row; empty where that is still to be made.
        var columns: [SQLValue] = []
        /// Years that were filled in by form, which no list writes over, and whether they are locked.
        var enteredYears: [Int: Bool] = [:]
        /// Years that the list at hand has written by an earlier row.
        var ownYears: Set<Int> = []
    }

    /// A row with what it says of whom.
    struct Match {
        let row: ListRow
        var entry: ListEntry { row.entry }
        /// `nil` for one that is new.
        let known: Known?
        /// Whether the row has a citizen number that is not the one that is known.
        let bringsNumber: Bool
        /// Whether it speaks of an enterprise that was merged into the known one.
        let isOfTwin: Bool

        /// What is known after the row; `nil` where it says nothing else and nothing more. Whoever merged two has decided
        /// whose words stay: a row of the twin adds what is not known, and changes nothing.
        func taken(by now: Known) -> Known? {
            (isOfTwin ? now.completed(by: entry) : now.taking(entry)) ?? (bringsNumber ? now : nil)
        }
    }

    static let portion = 400
    private let office: RegionCode
    private let keyring: Keyring
    private let list: String?
    /// Keys and licence numbers of all that the office has; `nil` where it had some before the list, and is asked.
    private var all: Set<Int64>?

    /// - Parameter list: the list that is being entered; `nil` for a check.
    init(
        office: RegionCode, _ keyring: Keyring, entering list: String? = nil, _ connection: any Connection
    ) throws {
        self.office = office
        self.keyring = keyring
        self.list = list
        let one = try connection.first(
            "SELECT 1 FROM enterprise WHERE office = $1 LIMIT 1", [SQLValue(office)], read: { try $0.integer(0) })
        all = one == nil ? [] : nil
    }

    /// A card that is in the register from now on.
    mutating func note(_ key: EnterpriseKey, _ nib: NIB?) {
        all?.insert(key.number)
        if let number = nib?.number { all?.insert(number) }
    }

    /// Whether the register may know whom a row means; never wrongly `false`.
    private func mayBeKnown(_ row: ListRow) -> Bool {
        guard let all else { return true }
        return all.contains(row.key.number) || row.entry.card.nib?.number.map { all.contains($0) } ?? false
    }

    /// Who is meant by each row; in the order of the rows.
    func matches(_ rows: [ListRow], _ connection: any Connection) throws -> [Match] {
        let meant = try meant(by: rows.filter(mayBeKnown), connection)
        guard !meant.isEmpty else { return try rows.map { try match($0, nil) } }
        return try matches(rows, meant)
    }

    private func meant(by rows: [ListRow], _ connection: any Connection) throws -> [Meant] {
        guard !rows.isEmpty else { return [] }
        let keys = rows.map { SQLValue.integer(Int($0.key.number)) }
        let numbers = rows.compactMap(\.entry.card.nib).map { SQLValue.text($0.digits) }
        var found = try read("e.list_key IN", keys, connection)
        if !numbers.isEmpty { found += try read("e.nib IN", numbers, connection) }
        // Of several that a row may mean it is the first that came, in whatever order the engine finds them.
        found.sort { $0.enterprise.id < $1.enterprise.id }
        let own = try completed(found.filter { $0.mergedInto == nil }, connection).map {
            Meant(card: $0.card, known: $0)
        }
        return try own + keptOnes(of: found, connection)
    }

    private func matches(_ rows: [ListRow], _ meant: [Meant]) throws -> [Match] {
        var byNumber: [NIB: Meant] = [:]
        var byKey: [EnterpriseKey: [Meant]] = [:]
        // What was merged into another comes last: a number it has given up may be another one's by now.
        for one in meant {
            if let nib = one.card.nib, byNumber[nib] == nil { byNumber[nib] = one }
            byKey[EnterpriseKey(one.card), default: []].append(one)
        }
        return try rows.map { row in
            let card = row.entry.card
            let meant =
                card.nib.flatMap { byNumber[$0] }
                // Two licence numbers are two enterprises, however alike the rest is.
                ?? byKey[row.key]?.first { $0.card.nib == nil || card.nib == nil }
            let exact = meant.flatMap { twin(of: $0, named: card.name, in: byKey[row.key] ?? []) }
            return try match(row, exact ?? meant)
        }
    }

    private func match(_ row: ListRow, _ meant: Meant?) throws -> Match {
        Match(
            row: row, known: meant?.known, bringsNumber: try bringsNumber(row.entry, meant),
            isOfTwin: meant?.isTwin ?? false)
    }

    /// The kept one has taken the number, the owner and the village of its twin, and is recognised by them as well: a row
    /// is the twin's where it bears the twin's name and not the kept one's.
    private func twin(of meant: Meant, named name: String, in alike: [Meant]) -> Meant? {
        guard !meant.isTwin, meant.card.name != name else { return nil }
        return alike.first { $0.isTwin && $0.known.id == meant.known.id && $0.card.name == name }
    }

    /// By whose card a row is recognised, and of whom it then speaks.
    private struct Meant {
        let card: EnterpriseCard
        let known: Known
        var isTwin = false
    }

    /// Those into which others were merged, by the cards of the others.
    private func keptOnes(of found: [Found], _ connection: any Connection) throws -> [Meant] {
        let merged = found.filter { $0.mergedInto != nil }
        guard !merged.isEmpty else { return [] }
        let ids = Set(merged.compactMap(\.mergedInto)).sorted().map { SQLValue($0) }
        var kept: [Enterprise.ID: Known] = [:]
        for start in stride(from: 0, to: ids.count, by: Self.portion) {
            let some = Array(ids[start..<min(start + Self.portion, ids.count)])
            for one in try completed(try read("e.id IN", some, connection), connection) { kept[one.id] = one }
        }
        return merged.compactMap { twin in
            twin.mergedInto.flatMap { kept[$0] }.map { Meant(card: twin.enterprise.card, known: $0, isTwin: true) }
        }
    }

    private func bringsNumber(_ entry: ListEntry, _ meant: Meant?) throws -> Bool {
        guard let number = entry.nik else { return false }
        if let meant, meant.isTwin, !meant.known.card.mayShareOwner(with: entry.card) { return false }
        guard let kept = meant?.known.number else { return true }
        if meant?.isTwin == true { return false }
        return try keyring.fingerprint(of: number.digitsToSeal, for: .personalNumber, key: kept.key) != kept.print
    }

    private struct Found {
        let enterprise: Enterprise
        let list: String
        let number: (print: String, key: Int)?
        let mergedInto: Enterprise.ID?
    }

    private func read(
        _ condition: String, _ values: [SQLValue], _ connection: any Connection
    ) throws -> [Found] {
        // Always as many places, so that the statement is prepared once.
        let padded = values + Array(repeating: .null, count: max(0, Self.portion - values.count))
        let places = padded.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let found: [Found?] = try connection.rows(
            """
            SELECT \(EnterpriseRow.shown), e.list, e.nik_fingerprint, e.nik_key, e.merged_into FROM enterprise e
            WHERE \(condition) (\(places))
            """, padded
        ) { row in
            let extra = EnterpriseRow.cardColumns.count - 4 + 3
            let enterprise = try EnterpriseRow.read(row)
            // Asked of the row and not of the engine, which would look through the whole office for it.
            guard enterprise.office == office else { return nil }
            let number = try row.optionalText(extra + 1).map { (print: $0, key: try row.integer(extra + 2)) }
            return Found(
                enterprise: enterprise, list: try row.text(extra), number: number,
                mergedInto: try row.optionalKey(extra + 3))
        }
        return found.compactMap { $0 }
    }

    private func completed(
        _ found: [Found], _ connection: any Connection
    ) throws -> [Known] {
        var seen: Set<Enterprise.ID> = []
        let distinct = found.filter { seen.insert($0.enterprise.id).inserted }
        var years: [Enterprise.ID: [Int: EnterpriseYear]] = [:]
        var papers: [Enterprise.ID: [EnterpriseField: String]] = [:]
        var own: [Enterprise.ID: Set<Int>] = [:]
        var entered: [Enterprise.ID: [Int: Bool]] = [:]
        for start in stride(from: 0, to: distinct.count, by: Self.portion) {
            let ids = distinct[start..<min(start + Self.portion, distinct.count)].map { SQLValue($0.enterprise.id) }
            let padded = ids + Array(repeating: .null, count: Self.portion - ids.count)
            let places = padded.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
            try connection.forEachRow(
                "SELECT \(EnterpriseYearRow.shown), y.list FROM enterprise_year y WHERE y.enterprise IN (\(places))",
                padded
            ) { row in
                let (id, year) = (try row.key(0, of: Enterprise.self), try EnterpriseYearRow.read(row))
                years[id, default: [:]][year.year] = year
                if try list == row.text(EnterpriseYearRow.columns.count - 1) { own[id, default: []].insert(year.year) }
            }
            entered.merge(try readEnteredYears(of: places, padded, connection)) { $1 }
            try connection.forEachRow(
                "SELECT enterprise, kind, text FROM enterprise_paper WHERE enterprise IN (\(places))", padded
            ) { row in papers[try row.key(0), default: [:]][try row.choice(1)] = try row.text(2) }
        }
        return distinct.map { found in
            let one = found.enterprise
            var known = Known(
                id: one.id, card: one.card, version: one.version, years: years[one.id] ?? [:],
                papers: papers[one.id] ?? [:], list: found.list, number: found.number)
            known.enteredYears = entered[one.id] ?? [:]
            known.ownYears = own[one.id] ?? []
            return known
        }
    }
}

extension ListMatching.Known {
    /// What it is after a row was taken over; `nil` where the row says nothing else and nothing more.
    func taking(_ entry: ListEntry) -> ListMatching.Known? {
        var taken = self
        taken.card = card.taking(entry.card)
        if taken.card != card { taken.columns = [] }
        if let year = entry.year, enteredYears[year.year] == nil {
            taken.years[year.year] = (years[year.year] ?? year).taking(year)
        }
        taken.papers.merge(entry.certificates) { _, new in new }
        let isSame = taken.card == card && taken.years == years && taken.papers == papers
        return isSame ? nil : taken
    }

    /// What it is after a row that speaks of its twin; `nil` where the row says nothing more.
    func completed(by entry: ListEntry) -> ListMatching.Known? {
        var completed = self
        completed.card = card.completed(by: entry.card)
        if let year = entry.year, years[year.year] == nil { completed.years[year.year] = year }
        completed.papers.merge(entry.certificates) { known, _ in known }
        let isSame = completed.card == card && completed.years == years && completed.papers == papers
        return isSame ? nil : completed
    }

    /// A new one.
    init(_ id: Enterprise.ID, _ row: ListRow, by list: String) {
        self.id = id
        self.list = list
        number = nil
        card = row.entry.card
        version = 1
        years = row.entry.year.map { [$0.year: $0] } ?? [:]
        papers = row.entry.certificates
        columns = row.columns
    }
}

extension NIB {
    /// Its digits, read as one.
    var number: Int64? { Int64(digits) }
}
