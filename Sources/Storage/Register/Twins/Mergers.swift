import Foundation
public import Register
import Secrets

/// That an enterprise is another one that was written down twice.
public struct Merger: Sendable, Equatable, Identifiable {
    public typealias ID = Key<Merger>

    public let id: ID
    /// It is no longer shown.
    public let twin: Side
    /// It takes what it does not know.
    public let kept: Side

    /// An enterprise as it was seen by whoever decided.
    public struct Side: Sendable, Equatable {
        public let id: Enterprise.ID
        public let version: Int

        public init(_ id: Enterprise.ID, version: Int) {
            self.id = id
            self.version = version
        }
    }

    public init(_ id: ID, of twin: Side, into kept: Side) {
        self.id = id
        self.twin = twin
        self.kept = kept
    }
}

extension Store {
    /// Merges an enterprise into another of the same office: the one that is kept takes what it does not know, the years
    /// and papers it lacks, and what had been merged into its twin. Certificates, products and equipment go with them. Memberships in
    /// sentra stay where they are and count for the kept one.
    /// - Throws: `EnterpriseRefused`.
    public func merge(_ merger: Merger, by stamp: Stamp) async throws {
        guard merger.twin.id != merger.kept.id else { throw EnterpriseRefused.sameEnterprise }
        let keyring = try keys()
        guard let office = try await office(of: merger.kept.id) else { throw EnterpriseRefused.unknownEnterprise }
        try await record(in: office, by: stamp) { connection, book in
            let twin = try readForMerging(merger.twin, connection)
            let kept = try readForMerging(merger.kept, connection)
            guard twin.enterprise.office == office else { throw EnterpriseRefused.otherOffice }
            let merging = Merging(merger, twin: twin, kept: kept, stamp)
            let card = try merging.run(keyring, connection)
            let changes = [
                Event.Change("twin", to: .plain(twin.enterprise.card.name)),
                Event.Change("enterprise", to: .plain(twin.id.identifier.text)),
            ]
            try note(
                .enterprisesMerged, kept.id, changes + EnterpriseChanges.between(kept.enterprise.card, card), keyring,
                connection, &book)
        }
    }

    /// Parts again what was merged: the kept one is as it was before, and its twin is shown again.
    /// - Throws: `EnterpriseRefused.notMerged`; `.changedSinceMerger` where somebody has worked on the kept one since;
    ///   `.merged` where it was itself merged into another, which is parted first; `.numberTaken` where the licence
    ///   number of the twin belongs to a third one by now.
    public func undoMerger(of twin: Enterprise.ID, by stamp: Stamp) async throws {
        let keyring = try keys()
        guard let office = try await office(of: twin) else { throw EnterpriseRefused.unknownEnterprise }
        try await record(in: office, by: stamp) { connection, book in
            let parted = try readEnterprise(twin, connection)
            guard let merger = try KeptMerger(of: twin, connection) else { throw EnterpriseRefused.notMerged }
            let kept = try readEnterprise(merger.kept, connection)
            if let other = kept.mergedInto { throw EnterpriseRefused.merged(into: other) }
            guard kept.enterprise.version == merger.version else { throw EnterpriseRefused.changedSinceMerger(kept) }
            let card = try merger.undo(kept, stamp, connection)
            try checkNumber(parted.enterprise.card.nib, of: twin, in: office, connection)
            let changes = [
                Event.Change("twin", from: .plain(parted.enterprise.card.name)),
                Event.Change("enterprise", from: .plain(twin.identifier.text)),
            ]
            try note(
                .mergerUndone, kept.id, changes + EnterpriseChanges.between(kept.enterprise.card, card), keyring,
                connection, &book)
        }
    }

    /// The enterprises that were merged into this one, by name.
    public func twins(of id: Enterprise.ID) async throws -> [Enterprise] {
        try await read { connection in
            try connection.rows(
                "SELECT \(EnterpriseRow.shown) FROM enterprise e WHERE e.merged_into = $1 ORDER BY e.sort_name, e.id",
                [SQLValue(id)], read: EnterpriseRow.read)
        }
    }
}

/// - Throws: `EnterpriseRefused` for one that is unknown, merged already, or not as it was seen.
private func readForMerging(_ side: Merger.Side, _ connection: any Connection) throws -> EnterpriseRecord {
    let now = try readEnterprise(side.id, connection)
    if let other = now.mergedInto { throw EnterpriseRefused.merged(into: other) }
    guard now.enterprise.version == side.version else { throw EnterpriseRefused.changedMeanwhile(now) }
    return now
}

/// How the kept one was before a merger, and what it took beside the fields of its card.
private struct MergerImage: Codable {
    let card: [String: String]
    let version: Int
    let changedAt: String
    var years: [Int] = []
    var papers: [String] = []
    var tookNumber = false
    /// What had been merged into the twin.
    var followers: [String] = []
    /// What hung on the twin, by table.
    var details: [String: [String]] = [:]
}

/// Two enterprises while one is merged into the other.
private struct Merging {
    private let merger: Merger
    private let twin: EnterpriseRecord
    private let kept: EnterpriseRecord
    private let stamp: Stamp

    init(_ merger: Merger, twin: EnterpriseRecord, kept: EnterpriseRecord, _ stamp: Stamp) {
        self.merger = merger
        self.twin = twin
        self.kept = kept
        self.stamp = stamp
    }

    /// - Returns: the card of the kept one as it is now.
    func run(_ keyring: Keyring, _ connection: any Connection) throws -> EnterpriseCard {
        var image = MergerImage(
            card: KnownImage.plain(kept.enterprise.card.texts), version: kept.enterprise.version,
            changedAt: Instant.text(kept.changedAt))
        image.followers = try connection.rows(
            "SELECT id FROM enterprise WHERE merged_into = $1 ORDER BY id", [SQLValue(twin.id)],
            read: { try $0.text(0) })
        try connection.execute(
            "UPDATE enterprise SET merged_into = $2 WHERE id = $1 OR merged_into = $1",
            [SQLValue(twin.id), SQLValue(kept.id)])
        try addToCount(of: kept.enterprise.office, -1, connection)
        let card = kept.enterprise.card.completed(by: twin.enterprise.card)
        // The twin has given its licence number up by now.
        try checkNumber(card.nib, of: kept.id, in: kept.enterprise.office, connection)
        try writeCard(card, of: kept.id, at: stamp.at, connection)
        image.tookNumber = try takeNumber(keyring, connection)
        image.years = try takeYears(connection)
        image.papers = try takePapers(connection)
        image.details = try takeDetails(connection)
        try renewProductWords(of: kept.id, connection)
        try keep(image, connection)
        return card
    }

    /// The citizen number of the owner; it is sealed for its enterprise, and so anew.
    private func takeNumber(_ keyring: Keyring, _ connection: any Connection) throws -> Bool {
        guard kept.lastFour == nil, let lastFour = twin.lastFour,
            kept.enterprise.card.mayShareOwner(with: twin.enterprise.card)
        else { return false }
        let sealed = try connection.first(
            "SELECT nik FROM enterprise WHERE id = $1", [SQLValue(twin.id)], read: { try $0.bytes(0) })
        guard let sealed else { return false }
        let digits = try keyring.open(sealed, for: .personalNumber, bound: "enterprise:\(twin.id):nik")
        let print = keyring.fingerprint(of: String(decoding: digits, as: UTF8.self), for: .personalNumber)
        try connection.execute(
            "UPDATE enterprise SET nik = $2, nik_last_four = $3, nik_fingerprint = $4, nik_key = $5 WHERE id = $1",
            [
                SQLValue(kept.id),
                .bytes(keyring.seal(digits, for: .personalNumber, bound: "enterprise:\(kept.id):nik")),
                .text(lastFour.text), .text(print), .integer(keyring.current),
            ])
        return true
    }

    /// Whole years: figures of two lists are not mixed in one year.
    private func takeYears(_ connection: any Connection) throws -> [Int] {
        let known = Set(kept.years.map(\.year))
        let columns = EnterpriseYearRow.columns.dropFirst().joined(separator: ", ")
        let years = twin.years.map(\.year).filter { !known.contains($0) }.sorted()
        try connection.execute(
            """
            INSERT INTO enterprise_year (enterprise, \(columns))
            SELECT $1, \(columns) FROM enterprise_year WHERE enterprise = $2 AND year = $3
            """, forEach: years.map { [SQLValue(kept.id), SQLValue(twin.id), .integer($0)] })
        return years
    }

    private func takePapers(_ connection: any Connection) throws -> [String] {
        let papers = twin.papers.filter { kept.papers[$0.key] == nil }
        guard !papers.isEmpty else { return [] }
        try connection.append(
            to: "enterprise_paper", columns: ["enterprise", "kind", "text"],
            rows: papers.map { [SQLValue(kept.id), .text($0.key.rawValue), .text($0.value)] })
        return papers.keys.map(\.rawValue).sorted()
    }

    /// Certificates, products and equipment hang on the kept one from now on, or nobody would be told to renew them. Groups
    /// of workers stay: the same people would be counted twice.
    private func takeDetails(_ connection: any Connection) throws -> [String: [String]] {
        var taken: [String: [String]] = [:]
        for kind in DetailKind.allCases where kind != .workerGroup {
            taken[kind.table] = try connection.rows(
                "SELECT id FROM \(kind.table) WHERE enterprise = $1 ORDER BY id", [SQLValue(twin.id)],
                read: { try $0.text(0) })
            try connection.execute(
                "UPDATE \(kind.table) SET enterprise = $2 WHERE enterprise = $1",
                [SQLValue(twin.id), SQLValue(kept.id)])
        }
        return taken
    }

    private func keep(_ image: MergerImage, _ connection: any Connection) throws {
        try connection.execute(
            """
            INSERT INTO merger (id, office, twin, kept, version, image, at, by_account)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                SQLValue(merger.id), SQLValue(kept.enterprise.office), SQLValue(twin.id), SQLValue(kept.id),
                .integer(image.version + 1), .text(try json(image)), SQLValue(stamp.at), SQLValue(stamp.by),
            ])
        try connection.execute(
            """
            UPDATE twin_pair SET state = 'merged', decided_at = $3, decided_by = $4
            WHERE first_one = $1 AND second_one = $2
            """, pairOf(twin.id, kept.id) + [SQLValue(stamp.at), SQLValue(stamp.by)])
    }
}

/// The two of a pair in the order in which they are kept.
func pairOf(_ one: Enterprise.ID, _ other: Enterprise.ID) -> [SQLValue] {
    [SQLValue(min(one, other)), SQLValue(max(one, other))]
}

/// A merger in force.
private struct KeptMerger {
    private let id: Merger.ID
    private let twin: Enterprise.ID
    let kept: Enterprise.ID
    /// Of the kept one, as the merger made it.
    let version: Int
    private let image: MergerImage

    /// - Returns: `nil` where it was not merged.
    init?(of twin: Enterprise.ID, _ connection: any Connection) throws {
        let found = try connection.first(
            "SELECT id, kept, version, image FROM merger WHERE twin = $1 AND undone_at IS NULL", [SQLValue(twin)]
        ) { (try $0.key(0, of: Merger.self), try $0.key(1, of: Enterprise.self), try $0.integer(2), try $0.text(3)) }
        guard let found else { return nil }
        self.twin = twin
        (id, kept, version) = (found.0, found.1, found.2)
        image = try JSONDecoder().decode(MergerImage.self, from: Data(found.3.utf8))
    }

    /// - Returns: the card of the kept one as it was and is again.
    func undo(_ now: EnterpriseRecord, _ stamp: Stamp, _ connection: any Connection) throws -> EnterpriseCard {
        guard let card = EnterpriseCard(texts: KnownImage.fields(image.card)),
            let changedAt = Instant.date(image.changedAt)
        else { throw StorageFault.damaged("image of merger \(id)") }
        try writeCard(card, of: kept, at: changedAt, connection)
        if image.tookNumber {
            try connection.execute(
                """
                UPDATE enterprise SET nik = NULL, nik_last_four = NULL, nik_fingerprint = NULL, nik_key = NULL
                WHERE id = $1
                """, [SQLValue(kept)])
        }
        try connection.execute(
            // What somebody has filled in since stays.
            """
            DELETE FROM enterprise_year WHERE enterprise = $1 AND year = $2
            AND NOT EXISTS (SELECT 1 FROM production p WHERE p.enterprise = $1 AND p.year = $2)
            """,
            forEach: image.years.map { [SQLValue(kept), .integer($0)] })
        try connection.execute(
            "DELETE FROM enterprise_paper WHERE enterprise = $1 AND kind = $2",
            forEach: image.papers.map { [SQLValue(kept), .text($0)] })
        for kind in DetailKind.allCases {
            try connection.execute(
                "UPDATE \(kind.table) SET enterprise = $2 WHERE id = $1",
                forEach: (image.details[kind.table] ?? []).map { [.text($0), SQLValue(twin)] })
        }
        for one in [kept, twin] { try renewProductWords(of: one, connection) }
        try connection.execute("UPDATE enterprise SET merged_into = NULL WHERE id = $1", [SQLValue(twin)])
        try connection.execute(
            "UPDATE enterprise SET merged_into = $2 WHERE id = $1",
            forEach: image.followers.map { [.text($0), SQLValue(twin)] })
        try addToCount(of: now.enterprise.office, 1, connection)
        try close(stamp, connection)
        return card
    }

    /// What was known of the version before the merger holds for the one that is the same again.
    private func close(_ stamp: Stamp, _ connection: any Connection) throws {
        try connection.execute(
            "UPDATE merger SET undone_at = $2, undone_by = $3 WHERE id = $1",
            [SQLValue(id), SQLValue(stamp.at), SQLValue(stamp.by)])
        try carryVersion(of: kept, from: image.version, to: version + 1, connection)
        try connection.execute(
            """
            UPDATE twin_pair SET state = 'open', decided_at = NULL, decided_by = NULL
            WHERE first_one = $1 AND second_one = $2
            """, pairOf(twin, kept))
    }
}
