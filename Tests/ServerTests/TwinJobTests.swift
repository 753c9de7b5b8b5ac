import Foundation
import Logging
import Register
import Storage
import Testing
import Web
import World

@testable import Server

struct TwinJobTests {
    @Test func `a search finds an enterprise that was written down twice, and asks nothing twice`() async throws {
        let sample = try await Sample()
        let store = sample.store
        let identifiers = Identifiers()
        func enter(_ card: EnterpriseCard) async throws -> Enterprise.ID {
            let id = Enterprise.ID(identifiers.next(at: morning))
            try await store.enter(id, card, in: World.badung, by: Stamp(by: nil, at: morning))
            return id
        }
        var cards = ["Endek Mawar", "Perak Celuk Indah", "Keramik Tanah Lot", "Batik Cap Nusa", "Kopi Kintamani"]
            .map(EnterpriseCard.init)
        for place in cards.indices {
            cards[place].owner = ["Ni Luh Sekar", "Gede Arta", "Komang Wirya", "Made Laksmi", "Putu Yasa"][place]
            cards[place].area = AreaCode("51.03.01.2001")
            _ = try await enter(cards[place])
        }
        let first = try await store.enterprises(EnterpriseFilter(in: [World.badung]), limit: 10)
            .first { $0.enterprise.card.name == "Keramik Tanah Lot" }
        let known = try #require(first?.enterprise)
        var card = known.card
        card.name = "UD. KERAMIK TANAHLOT"
        card.owner = "Nyoman Wirya"
        let twin = try await enter(card)
        func seek() async throws -> Job? {
            let id = Job.ID(identifiers.next(at: morning))
            try await store.ask(
                for: Job(id, "twins-find", in: World.badung, asked: Stamp(by: nil, at: morning)))
            #expect(try await runner(store).runNext())
            return try await store.job(id)
        }
        let job = try #require(try await seek())
        #expect(job.state == .done, "\(job.outcome)")
        #expect(job.progress.done == 6 && job.progress.wanted == 6)
        let queue = try await store.twinPairs(in: [World.badung], limit: 10)
        let found = try #require(queue.first)
        #expect(queue.count == 1 && found.pair.first == known.id && found.pair.second == twin)
        #expect(found.pair.score > 0.5)
        #expect(found.pair.reasons.contains { $0.kind.name == "names-alike" && $0.bits > 0 })
        try await store.tellApart(found.id, by: Stamp(by: nil, at: morning))
        _ = try await seek()
        #expect(try await store.twinPairs(in: [World.badung], limit: 10).isEmpty)
    }

    private func runner(_ store: Store) -> JobRunner {
        var options = JobRunner.Options()
        (options.polls, options.beats, options.now) = (.none, .none, { morning })
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return JobRunner(store, kinds: [.findTwins], logger: logger, options: options)
    }
}
