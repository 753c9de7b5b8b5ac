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
    ///   - doubts: what becomes of a row whose figures are shifted against the enterprise's own.
    ///   - identifiers: new ones, each greater than the last.
    /// - Throws: `ListRefused.notNow` unless the list was checked.
    public func enter(
        _ id: OfficeList.ID, _ source: @escaping ListSource, leavingOut counts: ListCounts,
        doubts: ListDoubts = .leftOut, by stamp: Stamp,
        identifiers: @Sendable @escaping () -> Identifier
    ) async throws -> ListCounts {
        let keyring = try keys()
        let office = try await list(id).office
        return try await record(in: office, by: stamp) { connection, book in
            let list = try readList(id, connection)
            guard list.standing == .checked else { throw ListRefused.notNow(list.standing) }
            var entering = try ListEntering(list, stamp, keyring, counts, connection)
            entering.doubts = doubts
            let aside = try SetAside(expecting: list.counts.new, connection)
            try ReadAhead.portions(
                of: source, ListMatching.portion, prepare: { ListRow.toEnter($0) }, while: connection
            ) { rows in
                try entering.add(rows, connection, identifiers)
            }
            try entering.finish(connection, identifiers)
            try aside.makeAgain(connection)
            try addToCount(of: office, entering.counts.new, connection)
            try addStep(OfficeList.Step(.entered, stamp, entering.counts), to: id, connection)
            try book.note(.listEntered, about: id.identifier, entering.changes)
            return entering.counts
        }
    }

    /// Takes a list back: what was new goes, what was changed is as it was before. What somebody has changed since stays
    /// as they left it, and is counted.
    /// - Parameter progress: is told now and then how many enterprises are done, of how many.
    /// - Throws: `ListRefused.notNow` unless the list was entered.
    public func undo(
        _ id: OfficeList.ID, by stamp: Stamp,
        progress: @Sendable @escaping (_ done: Int, _ wanted: Int) -> Void = { _, _ in }
    ) async throws -> ListCounts {
        let office = try await list(id).office
        return try await record(in: office, by: stamp) { connection, book in
            let list = try readList(id, connection)
            guard list.standing == .entered else { throw ListRefused.notNow(list.standing) }
            var undoing = try ListUndoing(list, stamp, connection, progress)
            try undoing.changes(connection)
            try undoing.new(connection)
            let counts = undoing.counts
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
    private var matching: ListMatching
    private(set) var counts: ListCounts
    var doubts = ListDoubts.leftOut
    private var images = SHA256()
    /// How many enterprises that were known have been changed.
    private var changed = 0

    private var search: ListSearchWords
    /// In the queue of twins once their rows are enterprises.
    private var likely: LikelyTwins

    init(
        _ list: OfficeList, _ stamp: Stamp, _ keyring: Keyring, _ counts: ListCounts, _ connection: any Connection
    ) throws {
        self.list = list
        self.stamp = stamp
        self.keyring = keyring
        self.counts = counts
        matching = try ListMatching(
            office: list.office, keyring, entering: list.id.identifier.text, connection)
        search = try ListSearchWords(expecting: list.counts.new, connection)
        likely = try LikelyTwins(of: list, connection)
    }

    /// What the book says of it.
    var changes: [Event.Change] {
        [
            Event.Change("new", to: .plain("\(counts.new)")),
            Event.Change("changed", to: .plain("\(counts.changed)")),
            Event.Change("unchanged", to: .plain("\(counts.unchanged)")),
            Event.Change("left-out", to: .plain("\(counts.faulty + counts.doubtful)")),
            Event.Change("rows-sha256", to: .plain(images.hex)),
        ] + (counts.yearsEntered.map { [Event.Change("years-entered", to: .plain("\($0)"))] } ?? [])
    }

    mutating func add(_ rows: [ListRow], _ connection: any Connection, _ identifiers: () -> Identifier) throws {
        var taking = PortionTaking(list: list.id.identifier.text)
        for match in try matching.matches(rows, connection) {
            let slips = match.slips
            guard slips.isEmpty || doubts == .taken else {
                counts.count(ListVerdict(outcome: nil, slips: slips, form: match.form))
                continue
            }
            let (outcome, id) = taking.take(match, identifiers)
            counts.count(ListVerdict(outcome: outcome, slips: slips, form: match.form))
            note(outcome, id, match.row)
            if outcome == .new { likely.meet(match.entry.row, id) }
        }
        try insert(taking.made, connection)
        let changed = taking.changed
        if !changed.isEmpty { try search.add(connection) }
        for one in changed { try change(one, connection) }
        for row in rows { matching.note(row.key, row.entry.card.nib) }
        // Several rows may have made a card that none of them had.
        for card in taking.made.filter(\.columns.isEmpty).map(\.card) + changed.map(\.taken.card) {
            matching.note(EnterpriseKey(card), card.nib)
        }
        try seal(taking.numbers, connection)
    }

    /// Makes findable what is not yet, and asks about what may be there twice.
    mutating func finish(_ connection: any Connection, _ identifiers: () -> Identifier) throws {
        try search.finish(connection)
        try likely.queue(at: stamp.at, identifiers, connection)
        try connection.execute("DELETE FROM list_twin WHERE list = $1", [SQLValue(list.id)])
    }

    /// Adds what a row came to, to the hash of the list.
    private mutating func note(_ outcome: ListOutcome, _ id: Enterprise.ID, _ row: ListRow) {
        var image = "\(row.entry.row)\n\(outcome.rawValue)\n\(id)\n\(row.image)"
        image.withUTF8 { images.add(UnsafeRawBufferPointer($0)) }
    }

    private mutating func insert(_ made: [ListMatching.Known], _ connection: any Connection) throws {
        guard !made.isEmpty else { return }
        let office = SQLValue(list.office)
        let (instant, name) = (SQLValue(stamp.at), list.id.identifier.text)
        try connection.append(
            to: "enterprise", columns: EnterpriseRow.columns,
            rows: made.lazy.map {
                [SQLValue($0.id), office, .integer(1), instant, instant, .text(name)]
                    + ($0.columns.isEmpty ? EnterpriseRow.values($0.card) : $0.columns)
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
        try search.note(made.count, connection)
    }

    private func papers(_ papers: [EnterpriseField: String], of id: Enterprise.ID) -> [[SQLValue]] {
        papers.map { [SQLValue(id), .text($0.key.rawValue), .text($0.value)] }
    }

    private mutating func change(_ one: PortionTaking.Changed, _ connection: any Connection) throws {
        let (known, taken) = (one.known, one.taken)
        // Read before it is written over.
        let number = one.bringsNumber ? try KnownImage.Number(of: known.id, connection) : nil
        try writeCard(taken.card, of: known.id, at: stamp.at, connection)
        if known.list == list.id.identifier.text {
            // New by an earlier row of the same list: it goes as a whole when the list is taken back.
            try connection.execute(
                "UPDATE enterprise SET version = $2 WHERE id = $1", [SQLValue(known.id), .integer(1)])
        } else {
            changed += 1
            try connection.execute(
                """
                INSERT INTO list_change (list, number, enterprise, version, image, row_number)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
                [
                    SQLValue(list.id), .integer(changed), SQLValue(known.id), .integer(known.version + 1),
                    .text(try json(KnownImage(known, number))), .integer(one.row),
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
    private func seal(_ numbers: [Enterprise.ID: NIK], _ connection: any Connection) throws {
        try connection.execute(
            "UPDATE enterprise SET nik = $2, nik_last_four = $3, nik_fingerprint = $4, nik_key = $5 WHERE id = $1",
            forEach: numbers.map { id, number in
                let digits = number.digitsToSeal
                return [
                    SQLValue(id),
                    .bytes(keyring.seal(Array(digits.utf8), for: .personalNumber, bound: "enterprise:\(id):nik")),
                    .text(number.lastFour.text), .text(keyring.fingerprint(of: digits, for: .personalNumber)),
                    .integer(keyring.current),
                ]
            })
    }
}

/// What some hundred rows of a list come to, before any of it is written.
private struct PortionTaking {
    let list: String
    private(set) var made: [ListMatching.Known] = []
    /// Citizen numbers of owners; the last row that has one counts.
    private(set) var numbers: [Enterprise.ID: NIK] = [:]
    private var newcomers = Newcomers()
    /// As an earlier row left it, and as it was before the first.
    private var later: [Enterprise.ID: ListMatching.Known] = [:]
    private var before: [Enterprise.ID: ListMatching.Known] = [:]
    /// The last row that said something else or more.
    private var rows: [Enterprise.ID: Int] = [:]

    /// One that was known, as it was and as it will be.
    struct Changed {
        let known: ListMatching.Known
        let taken: ListMatching.Known
        let row: Int
        let bringsNumber: Bool
    }

    init(list: String) { self.list = list }

    var changed: [Changed] {
        before.values.sorted { $0.id < $1.id }.compactMap { known in
            guard let taken = later[known.id], let row = rows[known.id] else { return nil }
            return Changed(known: known, taken: taken, row: row, bringsNumber: numbers[known.id] != nil)
        }
    }

    mutating func take(
        _ match: ListMatching.Match, _ identifiers: () -> Identifier
    ) -> (ListOutcome, Enterprise.ID) {
        let (outcome, id) = place(match, identifiers)
        if match.bringsNumber { numbers[id] = match.entry.nik }
        return (outcome, id)
    }

    private mutating func place(
        _ match: ListMatching.Match, _ identifiers: () -> Identifier
    ) -> (ListOutcome, Enterprise.ID) {
        if let known = match.known {
            guard let taken = match.taken(by: later[known.id] ?? known) else { return (.unchanged, known.id) }
            later[known.id] = taken
            before[known.id] = before[known.id] ?? known
            rows[known.id] = match.entry.row
            return (.changed, known.id)
        }
        if let place = newcomers.place(of: match.row) {
            guard let taken = match.taken(by: made[place]) else { return (.unchanged, made[place].id) }
            made[place] = taken
            return (.changed, taken.id)
        }
        let id = Enterprise.ID(identifiers())
        made.append(ListMatching.Known(id, match.row, by: list))
        return (.new, id)
    }
}

/// How an enterprise was before a list changed it.
struct KnownImage: Codable {
    let card: [String: String]
    let years: [Int: [String: String]]
    let papers: [String: String]
    /// The owner's citizen number as it was, where the list brought another one; `nil` where it brought none.
    let number: Number?

    /// As the row kept it: sealed.
    struct Number: Codable {
        let sealed: Data?
        let lastFour: String?
        let print: String?
        let key: Int?

        init(of id: Enterprise.ID, _ connection: any Connection) throws {
            let found = try connection.first(
                "SELECT nik, nik_last_four, nik_fingerprint, nik_key FROM enterprise WHERE id = $1", [SQLValue(id)]
            ) { row in
                (
                    try row.optionalBytes(0).map { Data($0) }, try row.optionalText(1), try row.optionalText(2),
                    try row.optionalInteger(3)
                )
            }
            (sealed, lastFour, print, key) = found ?? (nil, nil, nil, nil)
        }

        var values: [SQLValue] {
            [SQLValue(sealed.map { [UInt8]($0) }), SQLValue(lastFour), SQLValue(print), SQLValue(key)]
        }
    }

    init(_ known: ListMatching.Known, _ number: Number?) {
        self.number = number
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
