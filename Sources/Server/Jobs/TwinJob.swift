import Foundation
import Register
import Storage
import Web

extension JobKind {
    /// Looks for enterprises of an office that may be one; what somebody decided before is not asked again.
    static let findTwins = JobKind("twins-find") { context in
        let pairs = try await TwinFinding(office: context.job.office).pairs(context)
        try await context.store.keepTwins(pairs, of: context.job.office)
        return "{\"pairs\":\(pairs.count)}"
    }
}

/// An office's register held against itself.
private struct TwinFinding {
    let office: RegionCode

    /// More than people settle; the most probable are kept.
    private static let mostPairs = 5000
    /// Records between two words on how far it is.
    private static let portion = 500

    private struct Both: Hashable {
        let first: Enterprise.ID
        let second: Enterprise.ID

        init(_ one: Enterprise.ID, _ other: Enterprise.ID) {
            first = min(one, other)
            second = max(one, other)
        }
    }

    @concurrent func pairs(_ context: JobContext) async throws -> [TwinPair] {
        var records: [TwinRecord] = []
        try await context.store.eachEnterprise(EnterpriseFilter(in: [office])) { one in
            records.append(TwinRecord(id: one.enterprise.id, card: one.enterprise.card))
        }
        let search = TwinSearch(records)
        var found: [Both: TwinScore] = [:]
        for start in stride(from: 0, to: records.count, by: Self.portion) {
            try await context.report(done: start, wanted: records.count)
            let asked = Array(records[start..<min(start + Self.portion, records.count)])
            for (record, candidates) in zip(asked, search.candidates(of: asked)) {
                for candidate in candidates {
                    let both = Both(record.id, candidate.id)
                    // Each is found from both sides; the stronger word counts.
                    if found[both].map({ $0.bits >= candidate.score.bits }) ?? false { continue }
                    found[both] = candidate.score
                }
            }
        }
        try await context.report(done: records.count, wanted: records.count)
        let identifiers = Identifiers()
        let ranked = found.sorted {
            ($1.value.bits, $0.key.first, $0.key.second) < ($0.value.bits, $1.key.first, $1.key.second)
        }
        return ranked.prefix(Self.mostPairs).map { both, score in
            TwinPair(
                TwinPair.ID(identifiers.next(at: context.now())), in: office, (both.first, both.second), score,
                foundAt: context.now())
        }
    }
}
