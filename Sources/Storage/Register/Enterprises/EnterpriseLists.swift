public import Foundation
public import Register

/// Which enterprises a list shows.
public struct EnterpriseFilter: Sendable, Equatable {
    /// Those of these regions' offices.
    public var regions: [RegionCode]
    /// In this district or village.
    public var area: AreaCode?
    /// Of this industry: the digits, or as many of the first as are given.
    public var industry: String?
    public var isActive: Bool?

    public init(in regions: [RegionCode]) { self.regions = regions }
}

/// A line of a list: an enterprise with its newest figures.
public struct EnterpriseLine: Sendable, Equatable, Identifiable {
    public let enterprise: Enterprise
    public let year: EnterpriseYear?
    public let changedAt: Date

    public var id: Enterprise.ID { enterprise.id }
}

/// An enterprise with all its years, oldest first, as it is given out.
public struct ExportedEnterprise: Sendable {
    public let enterprise: Enterprise
    public let years: [EnterpriseYear]
    public let papers: [EnterpriseField: String]
}

extension Store {
    /// Enterprises in an order, a page at a time, without those that were merged into others.
    /// - Parameters:
    ///   - order: by name where no index serves it for this filter.
    ///   - after: the last one shown before.
    ///   - limit: 1…1,000.
    public func enterprises(
        _ filter: EnterpriseFilter, in order: EnterpriseOrder = .usual, after: Enterprise.ID? = nil, limit: Int
    ) async throws -> [EnterpriseLine] {
        guard !filter.regions.isEmpty else { return [] }
        return try await read { connection in
            let anchor = try after.flatMap { try EnterpriseAnchor(of: $0, connection) }
            let limit = min(max(limit, 1), 1000)
            var lines: [EnterpriseLine] = []
            for stretch in filter.served(order).stretches(after: anchor) where lines.count < limit {
                lines += try readLines(filter, stretch, limit: limit - lines.count, connection)
            }
            return lines
        }
    }

    /// Some enterprises, in no order; without those that are not known or were merged into others.
    /// - Parameter ids: at most 1,000.
    public func enterprises(of ids: [Enterprise.ID]) async throws -> [EnterpriseLine] {
        try await read { try readLines(of: ids, $0) }
    }

    /// How many there are. - Returns: `nil` for a filter that would have to be counted row by row.
    public func enterpriseCount(_ filter: EnterpriseFilter) async throws -> Int? {
        guard filter == EnterpriseFilter(in: filter.regions) else { return nil }
        return try await read { connection in
            let (condition, values) = regionCondition(filter.regions, column: "office", from: 1)
            let sum = "SELECT CAST(coalesce(sum(shown), 0) AS BIGINT) FROM enterprise_count WHERE \(condition)"
            return try connection.first(sum, values, read: { try $0.integer(0) })
        }
    }

    /// Every enterprise that a filter lets through, by name, with all its years, as they are read: for exports of any
    /// length. In portions, each a short read, so that no snapshot is held for as long as somebody downloads.
    public func eachEnterprise(
        _ filter: EnterpriseFilter, _ body: (ExportedEnterprise) async throws -> Void
    ) async throws {
        try await eachPortion(filter) { for one in $0 { try await body(one) } }
    }

    /// The same by portions, for what reads more about each.
    func eachPortion(
        _ filter: EnterpriseFilter, _ body: ([ExportedEnterprise]) async throws -> Void
    ) async throws {
        guard !filter.regions.isEmpty else { return }
        var last: EnterpriseAnchor?
        while true {
            let after = last
            let portion = try await read { connection in
                try completed(try readLines(filter, .byName(after: after), limit: 500, connection), connection)
            }
            guard let end = portion.last else { return }
            try await body(portion)
            last = EnterpriseAnchor(end.enterprise)
        }
    }

    /// Writes down that a list was given out.
    /// - Parameter sha256: of what was sent.
    public func noteExported(_ count: Int, sha256: String, from office: RegionCode, by stamp: Stamp) async throws {
        try await record(in: office, by: stamp) { _, book in
            try book.note(
                .enterprisesExported, about: nil,
                [Event.Change("count", to: .plain("\(count)")), Event.Change("sha256", to: .plain(sha256))])
        }
    }

    /// Writes down that places of enterprises were given out, of those whose owners allow it.
    /// - Parameters:
    ///   - leftOut: how many were not.
    ///   - sha256: of what was sent.
    public func notePlacesExported(
        _ count: Int, leavingOut leftOut: Int, sha256: String, from office: RegionCode, by stamp: Stamp
    ) async throws {
        try await record(in: office, by: stamp) { _, book in
            try book.note(
                .placesExported, about: nil,
                [
                    Event.Change("count", to: .plain("\(count)")), Event.Change("left-out", to: .plain("\(leftOut)")),
                    Event.Change("purpose", to: .plain(Purpose.publishPlace.rawValue)),
                    Event.Change("sha256", to: .plain(sha256)),
                ])
        }
    }

    /// Where the words that somebody typed are all found, the last one as the beginning of a word.
    /// - Parameter personalRegions: where owners, contacts and telephones are searched too.
    /// - Returns: whole names first, then those that begin so, then the others by name.
    public func search(
        _ text: String, in regions: [RegionCode], personalIn personalRegions: [RegionCode], limit: Int
    ) async throws -> [EnterpriseLine] {
        let words = EnterpriseWords.words(of: text)
        guard !words.isEmpty, !regions.isEmpty else { return [] }
        return try await read { connection in
            let open = SearchQuestion(words: words, regions: regions, withPersonal: false)
            var found = try open.answers(connection)
            if !personalRegions.isEmpty {
                let personal = SearchQuestion(words: words, regions: personalRegions, withPersonal: true)
                let known = Set(found.map(\.id))
                found += try personal.answers(connection).filter { !known.contains($0.id) }
            }
            // Many are ranked by their names; only those that are shown are read.
            let best = open.ranked(found).prefix(limit).map(\.id)
            let lines = try readLines(of: best, connection)
            let byID = Dictionary(lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            return best.compactMap { byID[$0] }
        }
    }
}

/// A full text question in the engine's own words. The only place where the two engines differ.
private struct SearchQuestion {
    let words: [String]
    let regions: [RegionCode]
    let withPersonal: Bool

    /// So many are looked at; more would be no answer to a person.
    private static let most = 200

    struct Answer {
        let id: Enterprise.ID
        let name: String
    }

    func answers(_ connection: any Connection) throws -> [Answer] {
        switch connection.engine {
        case .sqlite: try sqlite(connection)
        case .postgres: try postgres(connection)
        }
    }

    private func sqlite(_ connection: any Connection) throws -> [Answer] {
        let columns = withPersonal ? "{words personal_words}" : "{words}"
        let parts = words.enumerated().map { index, word in
            "\(columns) : \"\(word)\"\(index == words.count - 1 ? " *" : "")"
        }
        var match = parts.joined(separator: " AND ")
        if !regions.contains(.nation) {
            match += " AND (" + regions.map { "{office} : \"\($0.text)\"" }.joined(separator: " OR ") + ")"
        }
        return try connection.rows(
            """
            SELECT e.id, e.name FROM enterprise_search s CROSS JOIN enterprise e ON e.rowid = s.rowid
            WHERE s.enterprise_search MATCH $1 LIMIT \(Self.most)
            """, [.text(match)], read: { Answer(id: try $0.key(0), name: try $0.text(1)) })
    }

    private func postgres(_ connection: any Connection) throws -> [Answer] {
        let text = "words || ' ' || product_words" + (withPersonal ? " || ' ' || personal_words" : "")
        let query = words.enumerated().map { $1 + ($0 == words.count - 1 ? ":*" : "") }.joined(separator: " & ")
        let (condition, values) = regionCondition(regions, column: "office", from: 2)
        return try connection.rows(
            """
            SELECT id, name FROM enterprise
            WHERE to_tsvector('simple', \(text)) @@ to_tsquery('simple', $1) AND \(condition) AND merged_into IS NULL
            LIMIT \(Self.most)
            """, [.text(query)] + values, read: { Answer(id: try $0.key(0), name: try $0.text(1)) })
    }

    func ranked(_ answers: [Answer]) -> [Answer] {
        let asked = words.joined(separator: " ")
        return answers.map { answer -> (Answer, Int, String) in
            let name = EnterpriseWords.words(of: answer.name).joined(separator: " ")
            let rank = name == asked ? 0 : name.hasPrefix(asked) ? 1 : name.contains(asked) ? 2 : 3
            return (answer, rank, name)
        }
        .sorted { ($0.1, $0.2, $0.0.id) < ($1.1, $1.2, $1.0.id) }.map(\.0)
    }
}

/// Each line with the figures of the newest year.
private let lines = """
    SELECT \(EnterpriseRow.shown), \(EnterpriseYearRow.shown), e.changed_at
    FROM enterprise e LEFT JOIN enterprise_year y ON y.enterprise = e.id
        AND y.year = (SELECT max(n.year) FROM enterprise_year n WHERE n.enterprise = e.id)
    """

private func readLines(
    _ filter: EnterpriseFilter, _ stretch: ListStretch, limit: Int, _ connection: any Connection
) throws -> [EnterpriseLine] {
    let (condition, values) = filterCondition(filter, from: stretch.values.count + 1)
    return try connection.rows(
        """
        \(lines)
        WHERE \(condition) AND e.merged_into IS NULL AND \(stretch.condition)
        ORDER BY \(stretch.order) LIMIT \(limit)
        """, stretch.values + values, read: readLine)
}

/// - Parameter first: the number of the first value.
func filterCondition(_ filter: EnterpriseFilter, from first: Int) -> (String, [SQLValue]) {
    var (condition, values) = regionCondition(filter.regions, column: "e.office", from: first)
    func add(_ text: (Int) -> String, _ given: [SQLValue]) {
        condition += " AND " + text(values.count + first)
        values += given
    }
    if let area = filter.area {
        // A range, which an index answers: after `51.03.01.` comes `51.03.01/`.
        add(
            { "(e.area = $\($0) OR (e.area > $\($0 + 1) AND e.area < $\($0 + 2)))" },
            [.text(area.text), .text(area.text + "."), .text(area.text + "/")])
    }
    if let industry = filter.industry {
        add({ "e.kbli >= $\($0) AND e.kbli < $\($0 + 1)" }, [.text(industry), .text(industry + ":")])
    }
    if let isActive = filter.isActive { add({ "e.is_active = $\($0)" }, [SQLValue(isActive)]) }
    return (condition, values)
}

private func readLines(of ids: [Enterprise.ID], _ connection: any Connection) throws -> [EnterpriseLine] {
    guard !ids.isEmpty else { return [] }
    let places = ids.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    return try connection.rows(
        "\(lines) WHERE e.id IN (\(places)) AND e.merged_into IS NULL", ids.map { SQLValue($0) }, read: readLine)
}

private func completed(_ lines: [EnterpriseLine], _ connection: any Connection) throws -> [ExportedEnterprise] {
    guard !lines.isEmpty else { return [] }
    let ids = lines.map { SQLValue($0.id) }
    let places = ids.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    var years: [Enterprise.ID: [EnterpriseYear]] = [:]
    try connection.forEachRow(
        """
        SELECT \(EnterpriseYearRow.shown) FROM enterprise_year y WHERE y.enterprise IN (\(places))
        ORDER BY y.enterprise, y.year
        """, ids
    ) { row in years[try row.key(0), default: []].append(try EnterpriseYearRow.read(row)) }
    var papers: [Enterprise.ID: [EnterpriseField: String]] = [:]
    try connection.forEachRow(
        "SELECT enterprise, kind, text FROM enterprise_paper WHERE enterprise IN (\(places))", ids
    ) { row in papers[try row.key(0), default: [:]][try row.choice(1)] = try row.text(2) }
    return lines.map {
        ExportedEnterprise(enterprise: $0.enterprise, years: years[$0.id] ?? [], papers: papers[$0.id] ?? [:])
    }
}

private func readLine(_ row: SQLRow) throws -> EnterpriseLine {
    let first = EnterpriseRow.cardColumns.count - 4 + 3
    let year = try row.optionalInteger(first + 1) == nil ? nil : EnterpriseYearRow.read(row, from: first + 1)
    return EnterpriseLine(
        enterprise: try EnterpriseRow.read(row), year: year,
        changedAt: try row.instant(first + EnterpriseYearRow.columns.count - 1))
}
