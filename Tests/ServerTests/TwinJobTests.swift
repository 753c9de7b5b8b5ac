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
        try await enterFive(store, identifiers)
        let first = try await store.enterprises(EnterpriseFilter(in: [World.badung]), limit: 10)
            .first { $0.enterprise.card.name == "Keramik Tanah Lot" }
        let known = try #require(first?.enterprise)
        var card = known.card
        card.name = "UD. KERAMIK TANAHLOT"
        card.owner = "Nyoman Wirya"
        let twin = Enterprise.ID(identifiers.next(at: morning))
        try await store.enter(twin, card, in: World.badung, by: Stamp(by: nil, at: morning))
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

    private func enterFive(_ store: Store, _ identifiers: Identifiers) async throws {
        let five = [
            ("Endek Mawar", "Ni Luh Sekar"), ("Perak Celuk Indah", "Gede Arta"), ("Keramik Tanah Lot", "Komang Wirya"),
            ("Batik Cap Nusa", "Made Laksmi"), ("Kopi Kintamani", "Putu Yasa"),
        ]
        for (name, owner) in five {
            var card = EnterpriseCard(name: name)
            card.owner = owner
            card.area = AreaCode("51.03.01.2001")
            try await store.enter(
                Enterprise.ID(identifiers.next(at: morning)), card, in: World.badung, by: Stamp(by: nil, at: morning))
        }
    }

    private func runner(_ store: Store) -> JobRunner {
        var options = JobRunner.Options()
        (options.polls, options.beats, options.now) = (.none, .none, { morning })
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return JobRunner(store, kinds: [.findTwins], logger: logger, options: options)
    }
}
