import Foundation
import Register
import Testing
import World

struct TwinSearchTests {
    private static let labelled = LabelledTwins(seed: 2024, size: 4000, newcomers: 600)
    private static let search = TwinSearch(labelled.register)
    private static let answers = search.candidates(of: labelled.newcomers.map(\.record))

    @Test func `of the twins at least 95 in 100 are found, and 95 of 100 found are twins`() {
        var (right, wrong, missed) = (0, 0, 0)
        for (newcomer, answer) in zip(Self.labelled.newcomers, Self.answers) {
            let best = answer.first.flatMap { $0.score.outcome == .same ? $0.id : nil }
            if let best { if best == newcomer.twin { right += 1 } else { wrong += 1 } }
            if newcomer.twin != nil, best != newcomer.twin { missed += 1 }
        }
        #expect(Double(right) / Double(right + wrong) >= 0.95)
        #expect(Double(right) / Double(right + missed) >= 0.95)
    }

    @Test func `a branch is never one without a look`() {
        for (newcomer, answer) in zip(Self.labelled.newcomers, Self.answers) where newcomer.kind == .branch {
            #expect(answer.first?.score.outcome != .same)
        }
    }

    @Test func `the same register and question give the same answer`() {
        let again = TwinSearch(Self.labelled.register)
        for newcomer in Self.labelled.newcomers.prefix(40) {
            #expect(again.candidates(of: newcomer.record) == Self.search.candidates(of: newcomer.record))
        }
        #expect(
            Self.labelled.register == LabelledTwins(seed: 2024, size: 4000, newcomers: 600).register)
    }

    @Test func `what the search tells is what the two records tell, and never itself`() {
        for record in Self.labelled.register.prefix(60) {
            let answer = Self.search.candidates(of: record, limit: 3)
            #expect(answer.count <= 3)
            #expect(answer.allSatisfy { $0.id != record.id && $0.score.outcome != .different })
            #expect(answer.map(\.score.bits) == answer.map(\.score.bits).sorted(by: >))
        }
    }

    @Test func `the best by trying all records is among the candidates`() {
        let small = Array(Self.labelled.register.prefix(300))
        let search = TwinSearch(small)
        let chosen = zip(Self.labelled.newcomers, 0...).prefix(40).map(\.0)
        for newcomer in chosen {
            let best = small.map { TwinScore(newcomer.record, $0, in: search.census).bits }.max() ?? 0
            let found = search.candidates(of: newcomer.record).first?.score.bits
            // Without the counts of its place a pair scores as high or higher: only sure twins must be found.
            if best > 12 { #expect(found != nil) }
        }
    }

    @Test func `an empty register has no candidates`() {
        let search = TwinSearch([])
        #expect(search.count == 0)
        #expect(search.candidates(of: Self.labelled.newcomers[0].record).isEmpty)
    }
}
