import Foundation
import Register
import Storage
import Web

/// New rows of a list held against the register of the office: what resembles an enterprise is told before it is entered a
/// second time.
struct ListTwinsSearch: Sendable {
    /// Enterprises of a register beyond which a check would take minutes for it, and rows that people would still settle.
    static let (greatestRegister, mostRows) = (200_000, 20_000)
    /// Rows between two looks whether anybody still wants to know.
    private static let portion = 500

    private let office: RegionCode
    private let isSought: Bool
    private let isEmpty: Bool
    private var rows: [(row: Int, record: TwinRecord)] = []
    /// Rows that are not looked for.
    private(set) var unsought = 0
    private let identifiers = Identifiers()

    init(in office: RegionCode, of store: Store) async throws {
        self.office = office
        let count = try await store.enterpriseCount(EnterpriseFilter(in: [office])) ?? 0
        isEmpty = count == 0
        isSought = count <= Self.greatestRegister
    }

    /// Takes note of a row that is new. In a register without enterprises there is nothing to look for.
    mutating func add(_ entry: ListEntry) {
        guard !isEmpty else { return }
        guard isSought, rows.count < Self.mostRows else {
            unsought += 1
            return
        }
        // Of no enterprise of the register.
        let id = Enterprise.ID(identifiers.next(at: Date(timeIntervalSince1970: 0)))
        rows.append((entry.row, TwinRecord(id: id, card: entry.card)))
    }

    /// The most probable enterprise for each row that resembles one.
    @concurrent func found(_ context: JobContext, wanted: Int) async throws -> [ListTwin] {
        guard !rows.isEmpty else { return [] }
        var records: [TwinRecord] = []
        try await context.store.eachEnterprise(EnterpriseFilter(in: [office])) { one in
            records.append(TwinRecord(id: one.enterprise.id, card: one.enterprise.card))
        }
        let search = TwinSearch(records)
        var twins: [ListTwin] = []
        for start in stride(from: 0, to: rows.count, by: Self.portion) {
            try await context.report(done: wanted, wanted: wanted)
            let asked = rows[start..<min(start + Self.portion, rows.count)]
            for (row, candidates) in zip(asked, search.candidates(of: asked.map(\.record), limit: 1)) {
                guard let best = candidates.first else { continue }
                twins.append(
                    ListTwin(row: row.row, name: row.record.name, enterprise: best.id, score: best.score))
            }
        }
        return twins
    }
}
