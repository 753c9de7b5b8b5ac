public import Register

/// Which certificates a calendar shows.
public struct CertificateFilter: Sendable, Equatable {
    public enum Standing: Sendable, Equatable {
        case all
        /// They hold on this day, and renewal should be asked for.
        case toRenew(on: CalendarDay)
        /// Their last day lies before this one.
        case expired(before: CalendarDay)
        /// Their last day is one of these.
        case ending(ClosedRange<CalendarDay>)
        /// They have an end, and nobody knows it.
        case notKnown
    }

    /// Those of these regions' offices.
    public var regions: [RegionCode]
    public var standing = Standing.all
    public var kind: CertificateKind?

    public init(in regions: [RegionCode], _ standing: Standing = .all, kind: CertificateKind? = nil) {
        self.regions = regions
        self.standing = standing
        self.kind = kind
    }
}

/// The order of a calendar of certificates.
public typealias CertificateOrder = ListOrder<CertificateOrderKey>

public enum CertificateOrderKey: String, ListOrderKey {
    /// By the last day: first those whose end is not known, last those without one.
    case end = "expires"

    public static var usual: CertificateOrderKey { .end }
}

extension ListOrder<CertificateOrderKey> {
    fileprivate func stretch(after anchor: [String]?) -> ListStretch {
        ListStretch(["d.due", "d.id"], after: anchor, isBackwards: isBackwards)
    }
}

/// A certificate with whose it is.
public struct CertificateLine: Sendable, Equatable, Identifiable {
    public let kept: KeptDetail<Certificate>
    /// Of the enterprise.
    public let holder: String
    public let office: RegionCode

    public var id: Certificate.ID { kept.id }
}

extension Store {
    /// Certificates by their last day, a page at a time: first those whose end is not known, last those without one.
    /// Those of enterprises that were merged into others are left out.
    /// - Parameters:
    ///   - after: the last one shown before.
    ///   - limit: 1…1,000.
    public func certificates(
        _ filter: CertificateFilter, in order: CertificateOrder = .usual, after: Certificate.ID? = nil, limit: Int
    ) async throws -> [CertificateLine] {
        guard !filter.regions.isEmpty else { return [] }
        return try await read { connection in
            let last = try after.flatMap { after in
                try connection.first(
                    "SELECT due FROM certificate WHERE id = $1", [SQLValue(after)],
                    read: { [try $0.text(0), after.identifier.text] })
            }
            return try readLines(filter, order.stretch(after: last), limit: min(max(limit, 1), 1000), connection)
        }
    }

    /// How many there are; no more than `most` are counted.
    public func certificateCount(_ filter: CertificateFilter, most: Int) async throws -> Int {
        guard !filter.regions.isEmpty else { return 0 }
        return try await read { connection in
            let (condition, values) = condition(filter, from: 1)
            return try connection.first(
                """
                SELECT count(*) FROM (
                    SELECT 1 AS one FROM certificate d JOIN enterprise e ON e.id = d.enterprise
                    WHERE \(condition) LIMIT \(most)
                ) AS counted
                """, values, read: { try $0.integer(0) }) ?? 0
        }
    }

    /// Every certificate that a filter lets through, as they are read: for files of any length. In portions, each a short
    /// read.
    public func eachCertificate(
        _ filter: CertificateFilter, _ body: (CertificateLine) async throws -> Void
    ) async throws {
        guard !filter.regions.isEmpty else { return }
        var last: [String]?
        while true {
            let stretch = CertificateOrder.usual.stretch(after: last)
            let portion = try await read { try readLines(filter, stretch, limit: 500, $0) }
            for line in portion { try await body(line) }
            guard let end = portion.last else { return }
            last = [DueText.text(of: end.kept.detail), end.id.identifier.text]
        }
    }

    /// Writes down that certificates were given out.
    /// - Parameter sha256: of what was sent.
    public func noteCertificatesExported(
        _ count: Int, sha256: String, from office: RegionCode, by stamp: Stamp
    ) async throws {
        try await record(in: office, by: stamp) { _, book in
            try book.note(
                .certificatesExported, about: nil,
                [Event.Change("count", to: .plain("\(count)")), Event.Change("sha256", to: .plain(sha256))])
        }
    }
}

private func readLines(
    _ filter: CertificateFilter, _ stretch: ListStretch, limit: Int, _ connection: any Connection
) throws -> [CertificateLine] {
    let (condition, values) = condition(filter, from: 3)
    return try connection.rows(
        """
        SELECT \(DetailRow<Certificate>.shown), e.name, e.office
        FROM certificate d JOIN enterprise e ON e.id = d.enterprise
        WHERE \(condition) AND \(stretch.condition)
        ORDER BY \(stretch.order) LIMIT \(limit)
        """, stretch.values + values
    ) { row in
        CertificateLine(
            kept: try DetailRow.read(row), holder: try row.text(DetailRow<Certificate>.width),
            office: try row.region(DetailRow<Certificate>.width + 1))
    }
}

/// - Parameter first: the number of the first value.
private func condition(_ filter: CertificateFilter, from first: Int) -> (String, [SQLValue]) {
    var (condition, values) = regionCondition(filter.regions, column: "d.office", from: first)
    condition += " AND d.removed_at IS NULL AND e.merged_into IS NULL"
    func add(_ text: String, _ value: String) {
        condition += " AND \(text) $\(first + values.count)"
        values.append(.text(value))
    }
    switch filter.standing {
    case .all: add("d.due >=", "")
    case .toRenew(let day):
        add("d.due >=", day.description)
        // Nothing is renewed earlier than so many months before its end: what ends later need not be looked at.
        add("d.due <=", day.adding(months: Certificate.longestReminderMonths).adding(days: 3).description)
        add("d.renew_from <=", day.description)
    case .expired(let day):
        add("d.due >", DueText.notKnown)
        add("d.due <", day.description)
    case .ending(let days):
        add("d.due >=", days.lowerBound.description)
        add("d.due <=", days.upperBound.description)
    case .notKnown: add("d.due =", DueText.notKnown)
    }
    if let kind = filter.kind { add("d.certificate_kind =", kind.rawValue) }
    return (condition, values)
}
