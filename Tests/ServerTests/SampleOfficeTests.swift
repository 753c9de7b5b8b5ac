import Foundation
import Register
import Storage
import Testing
import Web
import World

@testable import Server

struct SampleOfficeTests {
    @Test func `the sample brings sentra with their members, and takes them back with its list`() async throws {
        let sample = try await Sample()
        let (store, day) = (sample.store, try #require(CalendarDay("2024-01-01")))
        #expect(try await SampleOffice.enterIfNew(store, at: morning) > 1000)
        for region in [World.badung, World.makassar] {
            let lines = try await store.sentra(SentraFilter(in: [region]), on: day, limit: 100)
            #expect(!lines.isEmpty && lines.allSatisfy { $0.card.name.hasSuffix("(Contoh)") })
            #expect(lines.contains { $0.members ?? 0 >= 5 })
            #expect(lines.contains { $0.card.position == nil } || lines.count < 6)
        }
        for region in [World.badung, World.makassar] {
            var (names, left): ([String], Int) = ([], 0)
            try await store.eachEnterprise(
                EnterpriseFilter(in: [region]), allowing: .publishPlace, at: morning, leftOut: { left += $0 },
                { names.append($0.enterprise.card.name) })
            #expect((5...10).contains(names.count) && left > 100 && names.allSatisfy { $0.contains("Contoh") })
        }
        let views = try await store.views(of: Account.ID(Identifiers().next(at: morning)), in: World.badung)
        #expect(views.map(\.name) == ["Tenun dan batik di Badung (Contoh)"] && views.allSatisfy(\.isShared))
        for list in try await store.lists(in: [.nation], limit: 10) {
            let counts = try await store.undo(list.id, by: Stamp(by: nil, at: morning))
            #expect(counts.kept == 0)
        }
        #expect(try await store.sentraCount(SentraFilter(in: [.nation])) == 0)
        #expect(try await store.enterpriseCount(EnterpriseFilter(in: [.nation])) == 0)
    }
}

/// A new installation with the small world's places and a keyring.
final class Sample: Sendable {
    let store: Store
    private let folder: URL

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tiru-sample-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let bare = try await Store(at: .file(folder.appending(path: "tiru.sqlite").path))
        try await bare.load(World.facts(), at: morning)
        store = try await Doorway(keys: folder.appending(path: "keys").path).open(bare, at: morning).0
    }

    deinit {
        // Left behind, it is only a temporary folder.
        try? FileManager.default.removeItem(at: folder)
    }
}
