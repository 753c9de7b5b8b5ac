import Foundation
import Register

/// A list on its way out of the register.
struct ListUndoing {
    private let list: OfficeList
    private let stamp: Stamp
    private let progress: (_ done: Int, _ wanted: Int) -> Void
    /// Enterprises that the list changed, and that came by it.
    private let changedCount: Int
    private let newCount: Int
    private var done = 0
    private(set) var counts = ListCounts()

    init(
        _ list: OfficeList, _ stamp: Stamp, _ connection: any Connection,
        _ progress: @escaping (_ done: Int, _ wanted: Int) -> Void
    ) throws {
        self.list = list
        self.stamp = stamp
        self.progress = progress
        changedCount =
            try connection.first(
                "SELECT count(*) FROM list_change WHERE list = $1", [SQLValue(list.id)], read: { try $0.integer(0) })
            ?? 0
        newCount =
            try connection.first(
                "SELECT count(*) FROM enterprise WHERE list = $1", [.text(list.id.identifier.text)],
                read: { try $0.integer(0) }) ?? 0
        progress(0, changedCount + newCount)
    }

    /// What was known before is as it was before; the last change first, some hundreds at a time.
    mutating func changes(_ connection: any Connection) throws {
        var last = Int.max
        while true {
            let portion = try connection.rows(
                """
                SELECT number, enterprise, version, image FROM list_change
                WHERE list = $1 AND number < $2 ORDER BY number DESC LIMIT 500
                """, [SQLValue(list.id), .integer(last)], read: Change.init)
            guard let end = portion.last else { return }
            for change in portion { try undo(change, connection) }
            last = end.number
            done += portion.count
            progress(done, changedCount + newCount)
        }
    }

    private struct Change {
        let number: Int
        let id: Enterprise.ID
        let version: Int
        let image: KnownImage

        init(_ row: SQLRow) throws {
            number = try row.integer(0)
            id = try row.key(1)
            version = try row.integer(2)
            image = try JSONDecoder().decode(KnownImage.self, from: Data(try row.text(3).utf8))
        }
    }

    private mutating func undo(_ change: Change, _ connection: any Connection) throws {
        let version = try connection.first(
            "SELECT version FROM enterprise WHERE id = $1 AND merged_into IS NULL", [SQLValue(change.id)],
            read: { try $0.integer(0) })
        guard version == change.version, let card = EnterpriseCard(texts: KnownImage.fields(change.image.card)) else {
            counts.kept += 1
            return
        }
        try restore(change.id, card, change.image, connection)
        // As it was after a merger it can be parted again.
        try connection.execute(
            "UPDATE merger SET version = $3 WHERE kept = $1 AND version = $2 AND undone_at IS NULL",
            [SQLValue(change.id), .integer(change.version - 1), .integer(change.version + 1)])
        counts.changed += 1
    }

    private func restore(
        _ id: Enterprise.ID, _ card: EnterpriseCard, _ image: KnownImage, _ connection: any Connection
    ) throws {
        try writeCard(card, of: id, at: stamp.at, connection)
        try connection.execute(
            "DELETE FROM enterprise_year WHERE enterprise = $1 AND list = $2", [SQLValue(id), .text(listName)])
        for (year, texts) in image.years {
            let year = EnterpriseYear(year: year, texts: KnownImage.fields(texts))
            guard
                try !connection.exists(
                    "SELECT 1 FROM enterprise_year WHERE enterprise = $1 AND year = $2",
                    [SQLValue(id), .integer(year.year)])
            else { continue }
            try writeYear(year, of: id, list: "", connection)
        }
        if let number = image.number {
            try connection.execute(
                "UPDATE enterprise SET nik = $2, nik_last_four = $3, nik_fingerprint = $4, nik_key = $5 WHERE id = $1",
                [SQLValue(id)] + number.values)
        }
        try connection.execute("DELETE FROM enterprise_paper WHERE enterprise = $1", [SQLValue(id)])
        try connection.append(
            to: "enterprise_paper", columns: ["enterprise", "kind", "text"],
            rows: image.papers.map { [SQLValue(id), .text($0.key), .text($0.value)] })
    }

    /// What came by the list goes, unless somebody has worked on it since: on the card, on what hangs on it, or by a
    /// change that its owner proposed.
    mutating func new(_ connection: any Connection) throws {
        try SentraUndoing(list: list).run(connection)
        try removePhotos(connection)
        try removeProductions(of: listName, connection)
        for kind in DetailKind.allCases {
            // A product of which somebody has taken photos stays.
            let bare = kind == .product ? "AND NOT EXISTS (SELECT 1 FROM photo p WHERE p.product = product.id)" : ""
            try connection.execute(
                """
                DELETE FROM \(kind.table) WHERE list = $1 AND version = 1
                AND enterprise IN (SELECT id FROM enterprise WHERE list = $1) \(bare)
                """, [.text(listName)])
        }
        var after = ""
        while let end = try portionEnd(after, connection) {
            counts.new += try remove(after, end.id, connection)
            after = end.id
            done += end.count
            progress(done, changedCount + newCount)
        }
        counts.kept += newCount - counts.new
        try renewWords(connection)
    }

    /// Those that came by the list, unless somebody has worked on them or on their product.
    private func removePhotos(_ connection: any Connection) throws {
        let untouched = """
            SELECT p.id FROM enterprise e JOIN product d ON d.enterprise = e.id JOIN photo p ON p.product = d.id
            WHERE e.list = $1 AND d.list = $1 AND d.version = 1 AND p.list = $1 AND p.version = 1
            """
        try connection.execute("DELETE FROM photo_picture WHERE photo IN (\(untouched))", [.text(listName)])
        try connection.execute("DELETE FROM photo WHERE id IN (\(untouched))", [.text(listName)])
    }

    /// Some thousands at a time: what is asked between two portions is whether it is still wanted.
    private func portionEnd(_ after: String, _ connection: any Connection) throws -> (id: String, count: Int)? {
        let found = try connection.first(
            """
            SELECT max(id), count(*) FROM
                (SELECT id FROM enterprise WHERE list = $1 AND id > $2 ORDER BY id LIMIT 5000) portion
            """, [.text(listName), .text(after)], read: { (try $0.optionalText(0), try $0.integer(1)) })
        return found.flatMap { found in found.0.map { ($0, found.1) } }
    }

    /// - Returns: how many went.
    private func remove(_ after: String, _ last: String, _ connection: any Connection) throws -> Int {
        let bare = (DetailKind.allCases.map(\.table) + ["sentra_member", "change_request", "production"]).map {
            "NOT EXISTS (SELECT 1 FROM \($0) d WHERE d.enterprise = enterprise.id)"
        }
        let untouched = (["list = $1", "id > $2", "id <= $3", "version = 1", "merged_into IS NULL"] + bare)
            .joined(separator: " AND ")
        let values: [SQLValue] = [.text(listName), .text(after), .text(last)]
        for part in ["enterprise_year", "enterprise_paper", "enterprise_key"] {
            try connection.execute(
                "DELETE FROM \(part) WHERE enterprise IN (SELECT id FROM enterprise WHERE \(untouched))", values)
        }
        return try connection.execute("DELETE FROM enterprise WHERE \(untouched)", values)
    }

    /// Those that stay have lost the products that came by the list.
    private func renewWords(_ connection: any Connection) throws {
        let staying = try connection.rows(
            "SELECT id FROM enterprise WHERE list = $1 AND product_words <> ''", [.text(listName)],
            read: { try $0.key(0, of: Enterprise.self) })
        for id in staying { try renewProductWords(of: id, connection) }
    }

    private var listName: String { list.id.identifier.text }
}
