import Foundation
import Register

/// How a detail lies in the table of its kind: a column for each of its fields.
enum DetailRow<Detail: EnterpriseDetail> {
    static var table: String { Detail.detailKind.table }

    private static var head: [String] {
        ["id", "enterprise", "version", "entered_at", "changed_at", "removed_at"]
    }

    /// What `read` reads, of a table that is called `d`.
    static var shown: String { (head + Detail.fields.map(column)).map { "d." + $0 }.joined(separator: ", ") }

    /// The column of a field.
    static func column(_ field: DetailField) -> String { field.rawValue.replacing("-", with: "_") }

    /// How many columns `shown` has.
    static var width: Int { head.count + Detail.fields.count }

    /// - Parameter first: the column of the id.
    static func read(_ row: SQLRow, from first: Int = 0) throws -> KeptDetail<Detail> {
        var texts: [DetailField: String] = [:]
        for (place, field) in Detail.fields.enumerated() {
            texts[field] = try text(of: field, row, first + head.count + place)
        }
        let id: Key<Detail> = try row.key(first)
        let enterprise: Enterprise.ID = try row.key(first + 1)
        guard let detail = Detail(id, of: enterprise, texts: texts) else {
            throw StorageFault.damaged("\(table) \(id)")
        }
        return KeptDetail(
            id: id, enterprise: enterprise, detail: detail, version: try row.integer(first + 2),
            enteredAt: try row.instant(first + 3), changedAt: try row.instant(first + 4),
            removedAt: try row.optionalInstant(first + 5))
    }

    private static func text(of field: DetailField, _ row: SQLRow, _ place: Int) throws -> String? {
        switch field.form {
        case .whole: try row.optionalInteger(place).map(String.init)
        case .choice where field == .level: try row.optionalInteger(place).map(String.init)
        case .number: try row.optionalReal(place).map { "\($0)" }
        case .line, .lines, .day, .choice: try row.optionalText(place)
        }
    }

    // MARK: - Writing

    static func insert(
        _ entry: DetailEntry<Detail>, in office: RegionCode, at instant: Date, _ connection: any Connection
    )
        throws
    {
        let head: [(String, SQLValue)] = [
            ("id", SQLValue(entry.id)), ("enterprise", SQLValue(entry.enterprise)), ("version", .integer(1)),
            ("entered_at", SQLValue(instant)), ("changed_at", SQLValue(instant)), ("removed_at", .null),
            ("list", .text(entry.list?.identifier.text ?? "")),
        ]
        let cells =
            head + cells(entry.detail) + (reckoned(entry.detail).map { $0 + [("office", SQLValue(office))] } ?? [])
        try connection.append(to: table, columns: cells.map(\.0), rows: [cells.map(\.1)])
    }

    static func update(_ id: Key<Detail>, to detail: Detail, at instant: Date, _ connection: any Connection) throws {
        let cells = cells(detail) + (reckoned(detail) ?? [])
        let columns = cells.enumerated().map { "\($1.0) = $\($0 + 3)" }.joined(separator: ", ")
        try connection.execute(
            "UPDATE \(table) SET changed_at = $2, version = version + 1, \(columns) WHERE id = $1",
            [SQLValue(id), SQLValue(instant)] + cells.map(\.1))
    }

    /// - Parameter removedAt: `nil` for one that is put back.
    static func mark(_ id: Key<Detail>, removedAt: Date?, at instant: Date, _ connection: any Connection) throws {
        try connection.execute(
            "UPDATE \(table) SET changed_at = $2, version = version + 1, removed_at = $3 WHERE id = $1",
            [SQLValue(id), SQLValue(instant), SQLValue(removedAt)])
    }

    /// Another one of the enterprise that is the same by its identity; `nil` where there is none.
    static func same(
        as detail: Detail, of enterprise: Enterprise.ID, except id: Key<Detail>, _ connection: any Connection
    ) throws -> Key<Detail>? {
        guard !Detail.identity.isEmpty else { return nil }
        let conditions = Detail.identity.enumerated().map { "\(column($1)) = $\($0 + 3)" }.joined(separator: " AND ")
        return try connection.first(
            "SELECT id FROM \(table) WHERE enterprise = $1 AND id <> $2 AND removed_at IS NULL AND \(conditions)",
            [SQLValue(enterprise), SQLValue(id)] + Detail.identity.map { value($0, detail) }, read: { try $0.key(0) })
    }

    private static func cells(_ detail: Detail) -> [(String, SQLValue)] {
        Detail.fields.map { (column($0), value($0, detail)) }
    }

    private static func value(_ field: DetailField, _ detail: Detail) -> SQLValue {
        guard let text = detail.text(field) else { return .null }
        return switch field.form {
        case .whole: SQLValue(Int(text))
        case .choice where field == .level: SQLValue(Int(text))
        case .number: SQLValue(Double(text))
        case .line, .lines, .day, .choice: .text(text)
        }
    }

    /// What a calendar is asked by. - Returns: `nil` for what has no term.
    private static func reckoned(_ detail: Detail) -> [(String, SQLValue)]? {
        guard let certificate = detail as? Certificate else { return nil }
        return [
            ("due", .text(DueText.text(of: certificate))),
            ("renew_from", SQLValue(certificate.renewFrom?.description)),
        ]
    }
}

/// The last day of a certificate as it is sorted.
enum DueText {
    static let notKnown = ""
    /// Behind every day.
    static let noEnd = "~"

    static func text(of certificate: Certificate) -> String {
        if let expires = certificate.expires { return expires.description }
        return certificate.kind.rule?.term == .withoutEnd ? noEnd : notKnown
    }
}

extension DetailKind {
    var table: String {
        switch self {
        case .certificate: "certificate"
        case .product: "product"
        case .workerGroup: "worker_group"
        case .equipment: "equipment"
        case .worksheet: "worksheet"
        }
    }
}
