public import Register

/// An enterprise with what SIINas asks of small industry, as it is given out.
public struct SIINasLine: Sendable {
    public let enterprise: Enterprise
    /// The newest figures; `nil` where there are none.
    public let year: EnterpriseYear?
    /// Without what was removed.
    public let equipment: [Equipment]
}

extension Store {
    /// Every enterprise that a filter lets through, by name, with its newest figures and its machines, in portions.
    public func eachSIINasLine(
        _ filter: EnterpriseFilter, _ body: (SIINasLine) async throws -> Void
    ) async throws {
        try await eachPortion(filter) { portion in
            let equipment = try await equipment(of: portion.map(\.enterprise.id))
            for one in portion {
                try await body(
                    SIINasLine(
                        enterprise: one.enterprise, year: one.years.last, equipment: equipment[one.enterprise.id] ?? [])
                )
            }
        }
    }

    /// Writes down that the items for SIINas were given out.
    /// - Parameter sha256: of what was sent.
    public func noteSIINasExported(
        _ count: Int, sha256: String, from office: RegionCode, by stamp: Stamp
    ) async throws {
        try await record(in: office, by: stamp) { _, book in
            try book.note(
                .siinasExported, about: nil,
                [Event.Change("count", to: .plain("\(count)")), Event.Change("sha256", to: .plain(sha256))])
        }
    }

    private func equipment(of enterprises: [Enterprise.ID]) async throws -> [Enterprise.ID: [Equipment]] {
        try await read { connection in
            let places = enterprises.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
            var equipment: [Enterprise.ID: [Equipment]] = [:]
            try connection.forEachRow(
                """
                SELECT \(DetailRow<Equipment>.shown) FROM equipment d
                WHERE d.enterprise IN (\(places)) AND d.removed_at IS NULL ORDER BY d.enterprise, d.id
                """, enterprises.map { SQLValue($0) }
            ) { row in
                let kept = try DetailRow<Equipment>.read(row)
                equipment[kept.enterprise, default: []].append(kept.detail)
            }
            return equipment
        }
    }
}
