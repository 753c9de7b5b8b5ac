public import Foundation
public import Register

/// Which sentra a list shows.
public struct SentraFilter: Sendable, Equatable {
    /// Those of these regions' offices.
    public var regions: [RegionCode]
    /// Those in which all these words are found, each as the beginning of one.
    public var text: String?

    public init(in regions: [RegionCode], text: String? = nil) {
        self.regions = regions
        self.text = text
    }
}

/// A line of a list of sentra.
public struct SentraLine: Sendable, Equatable, Identifiable {
    public let id: Sentra.ID
    public let office: RegionCode
    public let card: SentraCard
    /// Of the village or district, by name; `nil` where it is not known.
    public let areaName: String?
    public let districtName: String?
    /// The middle of its district, for a map of those whose own place is not known.
    public let districtCentroid: Coordinates?
    /// How many enterprises belong to it on the day that was asked for; `nil` where nobody has ever written down members.
    public let members: Int?
    public let changedAt: Date
}

extension Store {
    /// Sentra in an order, a page at a time, with how many belonged to each on a day.
    /// - Parameters:
    ///   - order: by name where no index serves it for this filter.
    ///   - after: the last one shown before.
    ///   - limit: 1…1,000.
    public func sentra(
        _ filter: SentraFilter, on day: CalendarDay, in order: SentraOrder = .usual, after: Sentra.ID? = nil,
        limit: Int
    ) async throws -> [SentraLine] {
        guard !filter.regions.isEmpty else { return [] }
        return try await read { connection in
            let order = filter.served(order)
            let last = try after.flatMap { after in
                try connection.first(
                    "SELECT \(order.key.column) FROM sentra WHERE id = $1", [SQLValue(after)],
                    read: { [try $0.text(0), after.identifier.text] })
            }
            return try readLines(
                filter, on: day, order.stretch(after: last), limit: min(max(limit, 1), 1000), connection)
        }
    }

    /// How many there are. - Returns: `nil` where words are looked for.
    public func sentraCount(_ filter: SentraFilter) async throws -> Int? {
        guard filter.text == nil else { return nil }
        return try await read { connection in
            let (condition, values) = regionCondition(filter.regions, column: "office", from: 1)
            let sum = "SELECT CAST(coalesce(sum(shown), 0) AS BIGINT) FROM sentra_count WHERE \(condition)"
            return try connection.first(sum, values, read: { try $0.integer(0) })
        }
    }

    /// Every sentra that a filter lets through, by name, as they are read: for exports of any length.
    public func eachSentra(
        _ filter: SentraFilter, on day: CalendarDay, _ body: (SentraLine) async throws -> Void
    ) async throws {
        guard !filter.regions.isEmpty else { return }
        var last: [String]?
        while true {
            let stretch = SentraOrder.usual.stretch(after: last)
            let portion = try await read { try readLines(filter, on: day, stretch, limit: 500, $0) }
            for line in portion { try await body(line) }
            guard let end = portion.last else { return }
            last = [EnterpriseRow.sortName(end.card.name), end.id.identifier.text]
        }
    }

    /// Writes down that a list of sentra was given out.
    /// - Parameter sha256: of what was sent.
    public func noteSentraExported(
        _ count: Int, sha256: String, from office: RegionCode, by stamp: Stamp
    ) async throws {
        try await record(in: office, by: stamp) { _, book in
            try book.note(
                .sentraExported, about: nil,
                [Event.Change("count", to: .plain("\(count)")), Event.Change("sha256", to: .plain(sha256))])
        }
    }
}

/// How many belong to a sentra on the day $3, where members were ever written down; an enterprise that was merged into
/// another counts as that one.
private let memberCount = """
    CASE WHEN EXISTS (SELECT 1 FROM sentra_member n WHERE n.sentra = s.id) THEN
    (SELECT count(DISTINCT coalesce(e.merged_into, e.id)) FROM sentra_member m JOIN enterprise e ON e.id = m.enterprise
        WHERE m.sentra = s.id AND (m.first_day IS NULL OR m.first_day <= $3)
            AND (m.last_day IS NULL OR m.last_day >= $3))
    END
    """

extension ListOrder<SentraOrderKey> {
    fileprivate func stretch(after anchor: [String]?) -> ListStretch {
        ListStretch(["s.\(key.column)", "s.id"], after: anchor, isBackwards: isBackwards)
    }
}

private func readLines(
    _ filter: SentraFilter, on day: CalendarDay, _ stretch: ListStretch, limit: Int, _ connection: any Connection
) throws -> [SentraLine] {
    var (condition, values) = regionCondition(filter.regions, column: "s.office", from: 4)
    let words = filter.text.map(EnterpriseWords.words) ?? []
    // What has no letter and no digit is found nowhere.
    guard filter.text == nil || !words.isEmpty else { return [] }
    for word in words {
        let first = values.count + 4
        // A range, which an index answers: `{` follows the letters.
        condition += """
             AND s.id IN (SELECT w.sentra FROM sentra_word w WHERE w.word >= $\(first) AND w.word < $\(first + 1))
            """
        values += [.text(word), .text(word + "{")]
    }
    return try connection.rows(
        """
        SELECT \(SentraRow.shown), a.name, d.name, d.latitude, d.longitude, \(memberCount), s.changed_at
        FROM sentra s LEFT JOIN area a ON a.code = s.area LEFT JOIN area d ON d.code = substr(s.area, 1, 8)
        WHERE \(condition) AND \(stretch.condition)
        ORDER BY \(stretch.order) LIMIT \(limit)
        """, stretch.values + [SentraRow.day(day)] + values, read: readLine)
}

private func readLine(_ row: SQLRow) throws -> SentraLine {
    let first = SentraRow.count
    var centroid: Coordinates?
    if let latitude = try row.optionalReal(first + 2), let longitude = try row.optionalReal(first + 3) {
        centroid = Coordinates(latitude: latitude, longitude: longitude)
    }
    return SentraLine(
        id: try row.key(0), office: try row.region(1), card: try SentraRow.card(row),
        areaName: try row.optionalText(first), districtName: try row.optionalText(first + 1),
        districtCentroid: centroid, members: try row.optionalInteger(first + 4),
        changedAt: try row.instant(first + 5))
}
