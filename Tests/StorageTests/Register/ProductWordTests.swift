import Foundation
import Register
import Testing
import World

@testable import Storage

struct ProductWordTests {
    private struct Weaver {
        let office: Office
        let id = Enterprise.ID(newIdentifier())
        let product = Product.ID(newIdentifier())

        init(_ engine: EngineKind) async throws {
            office = try await Office(engine)
            try await office.store.enter(id, Office.card(), in: World.badung, by: office.stamp())
            try await office.store.enter(
                DetailEntry(product, of: id, try Self.named("Songket Tjepuk", product, id)), by: office.stamp())
        }

        static func named(_ name: String, _ product: Product.ID, _ id: Enterprise.ID) throws -> Product {
            try #require(Product(product, of: id, texts: [.productName: name]))
        }

        /// Names of those that are found without a right to personal data.
        func found(_ text: String) async throws -> [String] {
            try await office.store.search(text, in: [World.badung], personalIn: [], limit: 10)
                .map(\.enterprise.card.name)
        }
    }

    @Test(arguments: Desk.engines)
    func `an enterprise is found by what it makes, as long as it makes it`(engine: EngineKind) async throws {
        let weaver = try await Weaver(engine)
        let store = weaver.office.store
        // Old spelling too, and beside a word of the card.
        for text in ["songket", "song", "tjepuk", "cepuk", "endek songket"] {
            #expect(try await weaver.found(text) == ["Tenun Sari"], "\(text)")
        }
        let renamed = try Weaver.named("Rangrang", weaver.product, weaver.id)
        try await store.change(weaver.product, to: renamed, from: 1, by: weaver.office.stamp(1))
        #expect(try await weaver.found("songket").isEmpty)
        #expect(try await weaver.found("rangrang").count == 1)
        try await store.remove(weaver.product, by: weaver.office.stamp(2))
        #expect(try await weaver.found("rangrang").isEmpty)
        #expect(try await weaver.found("endek").count == 1)
        try await store.putBack(weaver.product, by: weaver.office.stamp(3))
        #expect(try await weaver.found("rangrang").count == 1)
    }

    @Test(arguments: Desk.engines)
    func `changing the card leaves the words of the products`(engine: EngineKind) async throws {
        let weaver = try await Weaver(engine)
        try await weaver.office.store.change(
            weaver.id, to: Office.card("Lain Sekali"), from: 1, by: weaver.office.stamp(1))
        #expect(try await weaver.found("songket") == ["Lain Sekali"])
    }

    @Test(arguments: Desk.engines)
    func `what was merged is found by the kept one's name, and parted again by its own`(
        engine: EngineKind
    ) async throws {
        let weaver = try await Weaver(engine)
        let (store, kept) = (weaver.office.store, Enterprise.ID(newIdentifier()))
        try await store.enter(kept, Office.card("Yang Tetap"), in: World.badung, by: weaver.office.stamp())
        let merger = Merger(
            Merger.ID(newIdentifier()), of: Merger.Side(weaver.id, version: 1), into: Merger.Side(kept, version: 1))
        try await store.merge(merger, by: weaver.office.stamp(1))
        #expect(try await weaver.found("songket") == ["Yang Tetap"])
        try await store.undoMerger(of: weaver.id, by: weaver.office.stamp(2))
        #expect(try await weaver.found("songket") == ["Tenun Sari"])
    }

    @Test func `a copy finds what came by lists, and what they make`() async throws {
        let weaver = try await Weaver(.sqlite)
        _ = try await weaver.office.store.write { connection in
            try connection.execute("UPDATE enterprise SET list = 'a-list'")
        }
        let desk = try Desk(.sqlite)
        let target = try await desk.store()
        _ = try await DatabaseCopy.move(weaver.office.store, target) { _ in }
        let found = try await target.search("songket", in: [World.badung], personalIn: [], limit: 10)
        #expect(found.map(\.enterprise.card.name) == ["Tenun Sari"])
    }
}
