import Foundation
public import Register
import Secrets

extension Store {
    /// Enters a list that was checked: all of it or nothing, with one line in the book that carries the hash of what every
    /// row came to.
    ///
    /// What is known of an enterprise and not said by the list stays as it is.
    /// - Parameters:
    ///   - source: the rows that are to be taken, the others left out.
    ///   - counts: of the rows that are left out; what is entered is added.
    ///   - identifiers: new ones, each greater than the last.
    /// - Throws: `ListRefused.notNow` unless the list was checked.
    public func enter(
        _ id: OfficeList.ID, _ source: @escaping ListSource, leavingOut counts: ListCounts, by stamp: Stamp,
        identifiers: @Sendable @escaping () -> Identifier
    ) async throws -> ListCounts {
        let keyring = try keys()
        let office = try await list(id).office
        return try await record(in: office, by: stamp) { connection, book in
            let list = try readList(id, connection)
            guard list.standing == .checked else { throw ListRefused.notNow(list.standing) }
            var entering = ListEntering(list, stamp, keyring, counts)
            try source { entry in try entering.add(entry, connection, identifiers) }
            try entering.finish(connection, identifiers)
            try addToCount(of: office, entering.counts.new, connection)
            try addStep(OfficeList.Step(.entered, stamp, entering.counts), to: id, connection)
            try book.note(.listEntered, about: id.identifier, entering.changes)
            return entering.counts
        }
    }

    /// Takes a list back: what was new goes, what was changed is as it was before. What somebody has changed since stays
    /// as they left it, and is counted.
    /// - Throws: `ListRefused.notNow` unless the list was entered.
    public func undo(_ id: OfficeList.ID, by stamp: Stamp) async throws -> ListCounts {
        let office = try await list(id).office
        return try await record(in: office, by: stamp) { connection, book in
            let list = try readList(id, connection)
            guard list.standing == .entered else { throw ListRefused.notNow(list.standing) }
            var counts = ListCounts()
            try ListUndoing(list, stamp).changes(&counts, connection)
            try ListUndoing(list, stamp).new(&counts, connection)
            try addToCount(of: office, -counts.new, connection)
            try connection.execute("DELETE FROM list_change WHERE list = $1", [SQLValue(id)])
            try addStep(OfficeList.Step(.undone, stamp, counts), to: id, connection)
            try book.note(
                .listUndone, about: id.identifier,
                [
                    Event.Change("new", to: .plain("\(counts.new)")),
                    Event.Change("changed", to: .plain("\(counts.changed)")),
                    Event.Change("kept", to: .plain("\(counts.kept)")),
                ])
            return counts
        }
    }
}

/// A list on its way into the register.
private struct ListEntering {
    private let list: OfficeList
    private let stamp: Stamp
    private let keyring: Keyring
    private(set) var counts: ListCounts
    private var images = SHA256()
    private var portion: [ListEntry] = []
    /// How many enterprises that were known have been changed.
    private var changed = 0

    init(_ list: OfficeList, _ stamp: Stamp, _ keyring: Keyring, _ counts: ListCounts) {
        self.list = list
        self.stamp = stamp
        self.keyring = keyring
        self.counts = counts
    }

    /// What the book says of it.
    var changes: [Event.Change] {
        [
            Event.Change("new", to: .plain("\(counts.new)")),
            Event.Change("changed", to: .plain("\(counts.changed)")),
            Event.Change("unchanged", to: .plain("\(counts.unchanged)")),
            Event.Change("left-out", to: .plain("\(counts.faulty + counts.doubtful)")),
            Event.Change("rows-sha256", to: .plain(images.hex)),
        ]
    }

    mutating func add(
        _ entry: ListEntry, _ connection: any Connection, _ identifiers: () -> Identifier
    ) throws {
        portion.append(entry)
        if portion.count == ListMatching.portion { try finish(connection, identifiers) }
    }

    /// Writes what is still waiting.
    mutating func finish(_ connection: any Connection, _ identifiers: () -> Identifier) throws {
        guard !portion.isEmpty else { return }
        let matches = try ListMatching(office: list.office).matches(portion, connection)
        portion.removeAll(keepingCapacity: true)
        var made: [ListMatching.Known] = []
        var madeAt: [EnterpriseKey: Int] = [:]
        // As an earlier row of this portion left it.
        var later: [Enterprise.ID: ListMatching.Known] = [:]
        var before: [Enterprise.ID: ListMatching.Known] = [:]
        for match in matches {
            counts.rows += 1
            if let known = match.known {
                let now = later[known.id] ?? known
                guard let taken = now.taking(match.entry) else {
                    note(.unchanged, known.id, match.entry)
                    continue
                }
                later[known.id] = taken
                before[known.id] = before[known.id] ?? known
                note(.changed, known.id, match.entry)
            } else if let place = madeAt[EnterpriseKey(match.entry.card)] {
                made[place] = made[place].taking(match.entry) ?? made[place]
                note(.changed, made[place].id, match.entry)
            } else {
                madeAt[EnterpriseKey(match.entry.card)] = made.count
                made.append(
                    ListMatching.Known(
                        Enterprise.ID(identifiers()), match.entry, by: list.id.identifier.text))
                note(.new, made[made.count - 1].id, match.entry)
            }
        }
        try insert(made, connection)
        for known in before.values.sorted(by: { $0.id < $1.id }) {
            if let taken = later[known.id] { try change(known, to: taken, connection) }
        }
        try sealNumbers(matches, made, madeAt, connection)
    }

    /// Counts a row and adds what it came to, to the hash of the list.
    private mutating func note(_ outcome: ListOutcome, _ id: Enterprise.ID, _ entry: ListEntry) {
        switch outcome {
        case .new: counts.new += 1
        case .changed: counts.changed += 1
        case .unchanged: counts.unchanged += 1
        }
        var image = "\(entry.row)\n\(outcome.rawValue)\n\(id)\n"
        for field in EnterpriseCard.fields { image += (entry.card.text(field) ?? "") + "\n" }
        if let year = entry.year {
            for field in [.year] + EnterpriseYear.fields { image += (year.text(field) ?? "") + "\n" }
        }
        image.withUTF8 { images.add(UnsafeRawBufferPointer($0)) }
    }

    private func insert(_ made: [ListMatching.Known], _ connection: any Connection) throws {
        guard !made.isEmpty else { return }
        let office = SQLValue(list.office)
        let (instant, name) = (SQLValue(stamp.at), list.id.identifier.text)
        try connection.append(
            to: "enterprise", columns: EnterpriseRow.columns,
            rows: made.lazy.map {
                [SQLValue($0.id), office, .integer(1), instant, instant, .text(name)] + EnterpriseRow.values($0.card)
            })
        let years = made.flatMap { one in
            one.years.values.map { EnterpriseYearRow.values($0, of: one.id, list: name) }
        }
        if !years.isEmpty {
            try connection.append(to: "enterprise_year", columns: EnterpriseYearRow.columns, rows: years)
        }
        let certificates = made.flatMap { one in papers(one.papers, of: one.id) }
        if !certificates.isEmpty {
            try connection.append(to: "enterprise_paper", columns: ["enterprise", "kind", "text"], rows: certificates)
        }
    }

    private func papers(_ papers: [EnterpriseField: String], of id: Enterprise.ID) -> [[SQLValue]] {
        papers.map { [SQLValue(id), .text($0.key.rawValue), .text($0.value)] }
    }

    private mutating func change(
        _ known: ListMatching.Known, to taken: ListMatching.Known, _ connection: any Connection
    ) throws {
        try writeCard(taken.card, of: known.id, at: stamp.at, connection)
        if known.list == list.id.identifier.text {
            // New by an earlier row of the same list: it goes as a whole when the list is taken back.
            try connection.execute(
                "UPDATE enterprise SET version = $2 WHERE id = $1", [SQLValue(known.id), .integer(1)])
        } else {
            changed += 1
            try connection.execute(
                "INSERT INTO list_change (list, number, enterprise, version, image) VALUES ($1, $2, $3, $4, $5)",
                [
                    SQLValue(list.id), .integer(changed), SQLValue(known.id), .integer(known.version + 1),
                    .text(try json(KnownImage(known))),
                ])
        }
        for year in taken.years.values where known.years[year.year] != year {
            try writeYear(year, of: known.id, list: list.id.identifier.text, connection)
        }
        try connection.execute(
            """
            INSERT INTO enterprise_paper (enterprise, kind, text) VALUES ($1, $2, $3)
            ON CONFLICT (enterprise, kind) DO UPDATE SET text = excluded.text
            """, forEach: papers(taken.papers.filter { known.papers[$0.key] != $0.value }, of: known.id))
    }

    /// Citizen numbers of owners, sealed; the last row that has one counts.
    private func sealNumbers(
        _ matches: [ListMatching.Match], _ made: [ListMatching.Known], _ madeAt: [EnterpriseKey: Int],
        _ connection: any Connection
    ) throws {
        for match in matches {
            guard let number = match.entry.nik,
                let id = match.known?.id ?? madeAt[EnterpriseKey(match.entry.card)].map({ made[$0].id })
            else { continue }
            let digits = number.digitsToSeal
            let sealed = keyring.seal(Array(digits.utf8), for: .personalNumber, bound: "enterprise:\(id):nik")
            try connection.execute(
                "UPDATE enterprise SET nik = $2, nik_last_four = $3, nik_fingerprint = $4, nik_key = $5 WHERE id = $1",
                [
                    SQLValue(id), .bytes(sealed), .text(number.lastFour.text),
                    .text(keyring.fingerprint(of: digits, for: .personalNumber)), .integer(keyring.current),
                ])
        }
    }
}

/// How an enterprise was before a list changed it.
struct KnownImage: Codable {
    let card: [String: String]
    let years: [Int: [String: String]]
    let papers: [String: String]

    init(_ known: ListMatching.Known) {
        card = Self.plain(known.card.texts)
        years = known.years.mapValues { Self.plain($0.texts) }
        papers = Self.plain(known.papers)
    }

    static func plain(_ texts: [EnterpriseField: String]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: texts.map { ($0.key.rawValue, $0.value) })
    }

    static func fields(_ texts: [String: String]) -> [EnterpriseField: String] {
        texts.reduce(into: [:]) { fields, pair in
            if let field = EnterpriseField(rawValue: pair.key) { fields[field] = pair.value }
        }
    }
}

func writeYear(
    _ year: EnterpriseYear, of id: Enterprise.ID, list: String, _ connection: any Connection
) throws {
    let columns = EnterpriseYearRow.columns
    let changes = columns.dropFirst(2).map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    try connection.execute(
        """
        INSERT INTO enterprise_year (\(columns.joined(separator: ", ")))
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (enterprise, year) DO UPDATE SET \(changes)
        """, EnterpriseYearRow.values(year, of: id, list: list))
}
