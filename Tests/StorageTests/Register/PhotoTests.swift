import Foundation
import Register
import Testing
import World

@testable import Storage

struct PhotoTests {
    /// A weaver with a cloth.
    struct Weaver {
        let office: Office
        let enterprise: Enterprise.ID
        let cloth = Product.ID(newIdentifier())

        init(_ engine: EngineKind) async throws {
            office = try await Office(engine)
            enterprise = try await office.enterprise()
            let product = Product(id: cloth, of: enterprise, name: "Endek")
            try await office.store.enter(DetailEntry(cloth, of: enterprise, product), by: office.stamp())
        }

        /// - Parameter look: what the picture is told apart by.
        @discardableResult
        func add(_ look: UInt8, _ caption: String = "Tampak depan", list: OfficeList.ID? = nil) async throws -> Photo.ID
        {
            let id = Photo.ID(newIdentifier())
            try await office.store.add(PhotoTests.entry(id, of: cloth, look, caption, list: list), by: office.stamp())
            return id
        }

        /// Those that are shown, in their order.
        func shown() async throws -> [Photo.ID] {
            try await office.store.photos(of: enterprise).filter { $0.removedAt == nil }.map(\.id)
        }
    }

    static func entry(
        _ id: Photo.ID, of product: Product.ID, _ look: UInt8, _ caption: String = "Tampak depan",
        list: OfficeList.ID? = nil
    ) -> PhotoEntry {
        PhotoEntry(
            id, of: product, caption: caption, full: ([0, look, 255], PixelSize(1600, 1200)),
            thumbnail: ([look], PixelSize(320, 240)), list: list)
    }

    @Test(arguments: Desk.engines)
    func `a photo comes out as it went in, and the book keeps its hash without its bytes`(engine: EngineKind)
        async throws
    {
        let weaver = try await Weaver(engine)
        let (store, id) = (weaver.office.store, try await weaver.add(7, "Kain endek nila"))
        let kept = try await store.photo(id)
        #expect(kept.photo.caption == "Kain endek nila" && kept.photo.product == weaver.cloth)
        #expect(kept.photo.size == PixelSize(1600, 1200) && kept.photo.thumbnail == PixelSize(320, 240))
        #expect(kept.enterprise == weaver.enterprise && kept.version == 1 && kept.removedAt == nil)
        #expect(try await store.bytes(of: id, .full) == [0, 7, 255])
        #expect(try await store.bytes(of: id, .thumbnail) == [7])
        #expect(try await store.photos(of: weaver.enterprise) == [kept])
        let event = try #require(try await store.events(EventFilter(office: World.badung), limit: 1).first?.event)
        #expect(event.kind == .photoAdded && event.subject == weaver.enterprise.identifier)
        #expect(event.changes.contains(Event.Change("photo-sha256", to: .plain(kept.photo.sha256))))
        #expect(event.changes.contains(Event.Change("photo-caption", to: .plain("Kain endek nila"))))
        #expect(event.changes.contains(Event.Change("photo-size", to: .plain("1600 × 1200"))))
    }

    @Test(arguments: Desk.engines)
    func `a seventh photo is refused, and the same one twice`(engine: EngineKind) async throws {
        let weaver = try await Weaver(engine)
        let first = try await weaver.add(1)
        await #expect(throws: PhotoRefused.sameIsThere) { try await weaver.add(1) }
        for look in 2...6 { try await weaver.add(UInt8(look)) }
        await #expect(throws: PhotoRefused.tooMany) { try await weaver.add(7) }
        try await weaver.office.store.remove(first, by: weaver.office.stamp())
        let seventh = try await weaver.add(7)
        await #expect(throws: PhotoRefused.tooMany) {
            try await weaver.office.store.putBack(first, by: weaver.office.stamp())
        }
        try await weaver.office.store.remove(seventh, by: weaver.office.stamp())
        try await weaver.office.store.putBack(first, by: weaver.office.stamp())
        #expect(try await weaver.shown().count == Photo.mostShown)
    }

    @Test(arguments: Desk.engines)
    func `what is removed over and over does not fill the disk`(engine: EngineKind) async throws {
        let weaver = try await Weaver(engine)
        var all: [Photo.ID] = []
        for look in 1...Photo.mostKept {
            all.append(try await weaver.add(UInt8(look)))
            try await weaver.office.store.remove(try #require(all.last), by: weaver.office.stamp())
        }
        await #expect(throws: PhotoRefused.tooManyKept) { try await weaver.add(99) }
        try await weaver.office.store.erase(all[0], by: weaver.office.stamp())
        try await weaver.add(99)
    }

    @Test(arguments: Desk.engines)
    func `what was removed is put back as it was, and what was erased is gone with its bytes`(
        engine: EngineKind
    ) async throws {
        let weaver = try await Weaver(engine)
        let (store, stamp) = (weaver.office.store, weaver.office.stamp(1))
        let id = try await weaver.add(1)
        await #expect(throws: PhotoRefused.already) { try await store.putBack(id, by: stamp) }
        await #expect(throws: PhotoRefused.notRemoved) { try await store.erase(id, by: stamp) }
        try await store.remove(id, by: stamp)
        await #expect(throws: PhotoRefused.already) { try await store.remove(id, by: stamp) }
        await #expect(throws: PhotoRefused.removed) {
            try await store.recaption(id, to: "Lain", from: 2, by: stamp)
        }
        await #expect(throws: PhotoRefused.removed) { try await store.putFirst(id, by: stamp) }
        try await store.putBack(id, by: stamp)
        #expect(try await store.bytes(of: id, .full) == [0, 1, 255])
        // One with the same bytes that came meanwhile stands in the way.
        try await store.remove(id, by: stamp)
        try await weaver.add(1)
        await #expect(throws: PhotoRefused.sameIsThere) { try await store.putBack(id, by: stamp) }
        try await store.erase(id, by: stamp)
        for size in PhotoSize.allCases {
            await #expect(throws: PhotoRefused.unknownPhoto) { try await store.bytes(of: id, size) }
        }
        await #expect(throws: PhotoRefused.unknownPhoto) { try await store.putBack(id, by: stamp) }
        #expect(
            try await weaver.office.lastKinds(5) == [
                .photoErased, .photoAdded, .photoRemoved, .photoPutBack, .photoRemoved,
            ])
    }

    @Test(arguments: Desk.engines)
    func `the second who says what is seen does not write over the first`(engine: EngineKind) async throws {
        let weaver = try await Weaver(engine)
        let (store, stamp) = (weaver.office.store, weaver.office.stamp(1))
        let id = try await weaver.add(1, "Depan")
        #expect(try await store.recaption(id, to: "Tampak depan", from: 1, by: stamp))
        await #expect(throws: PhotoRefused.changedMeanwhile) {
            try await store.recaption(id, to: "Belakang", from: 1, by: stamp)
        }
        let lines = try await weaver.office.length()
        #expect(try await !store.recaption(id, to: "Tampak depan", from: 2, by: stamp))
        #expect(try await weaver.office.length() == lines, "what is as it was leaves no event")
    }

    @Test(arguments: Desk.engines)
    func `new photos come last, and one is put before the others`(engine: EngineKind) async throws {
        let weaver = try await Weaver(engine)
        let all = [try await weaver.add(1), try await weaver.add(2), try await weaver.add(3)]
        #expect(try await weaver.shown() == all)
        try await weaver.office.store.putFirst(all[2], by: weaver.office.stamp())
        #expect(try await weaver.shown() == [all[2], all[0], all[1]])
        await #expect(throws: PhotoRefused.already) {
            try await weaver.office.store.putFirst(all[2], by: weaver.office.stamp())
        }
        try await weaver.office.store.putFirst(all[1], by: weaver.office.stamp())
        #expect(try await weaver.shown() == [all[1], all[2], all[0]])
        // It was before the others when it was removed, and is again.
        try await weaver.office.store.remove(all[1], by: weaver.office.stamp())
        await #expect(throws: PhotoRefused.already) {
            try await weaver.office.store.putFirst(all[2], by: weaver.office.stamp())
        }
        try await weaver.office.store.putBack(all[1], by: weaver.office.stamp())
        #expect(try await weaver.shown() == [all[1], all[2], all[0]])
    }

    @Test(arguments: Desk.engines)
    func `nothing is added to a product that is not there or was removed`(engine: EngineKind) async throws {
        let weaver = try await Weaver(engine)
        let store = weaver.office.store
        let nobodys = Self.entry(Photo.ID(newIdentifier()), of: Product.ID(newIdentifier()), 1)
        await #expect(throws: PhotoRefused.unknownProduct) { try await store.add(nobodys, by: weaver.office.stamp()) }
        try await store.remove(weaver.cloth, by: weaver.office.stamp())
        await #expect(throws: PhotoRefused.unknownProduct) { try await weaver.add(1) }
    }

    @Test(arguments: Desk.engines)
    func `photos go with their product when enterprises are merged and parted`(engine: EngineKind) async throws {
        let weaver = try await Weaver(engine)
        let (store, kept) = (weaver.office.store, Enterprise.ID(newIdentifier()))
        let photo = try await weaver.add(1)
        try await store.enter(kept, Office.card("Yang Tetap"), in: World.badung, by: weaver.office.stamp())
        let merger = Merger(
            Merger.ID(newIdentifier()), of: Merger.Side(weaver.enterprise, version: 1),
            into: Merger.Side(kept, version: 1))
        try await store.merge(merger, by: weaver.office.stamp(1))
        #expect(try await store.photos(of: kept).map(\.id) == [photo])
        #expect(try await store.photo(photo).enterprise == kept)
        try await store.undoMerger(of: weaver.enterprise, by: weaver.office.stamp(2))
        #expect(try await weaver.shown() == [photo])
    }

    @Test(arguments: Move.all)
    func `photos move with their office, with every byte`(move: Move) async throws {
        let weaver = try await Weaver(move.from)
        let id = Photo.ID(newIdentifier())
        // As large as a photo is, with every byte there is in it.
        let full = (0..<400_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let entry = PhotoEntry(
            id, of: weaver.cloth, caption: "Tampak depan", full: (full, PixelSize(1600, 1200)),
            thumbnail: (Array(0...255), PixelSize(320, 240)))
        try await weaver.office.store.add(entry, by: weaver.office.stamp())
        let desk = try Desk(move.to)
        let target = try await desk.store()
        let tables = try await DatabaseCopy.move(weaver.office.store, target) { _ in }
        #expect(Set(tables.map(\.name)).isSuperset(of: ["photo", "photo_picture"]))
        #expect(try await target.photo(id) == weaver.office.store.photo(id))
        #expect(try await target.bytes(of: id, .full) == full)
        #expect(try await target.bytes(of: id, .thumbnail) == Array(0...255))
    }

    /// What a list brought goes with it; a product of which somebody has taken a photo stays, with its enterprise.
    @Test(arguments: Desk.engines)
    func `a list is taken back with its photos and without those of others`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (store, list) = (office.store, office.list())
        try await store.bring(list, pieces: office.pieces("x"))
        try await store.keepCheck(OfficeList.Step(.checked, office.stamp()), of: list.id, faults: [])
        let entries = (1...3).map { ListEntry(row: $0, card: Office.card("Usaha \($0)")) }
        _ = try await store.enter(
            list.id, { take in for entry in entries { try take(entry) } }, leavingOut: ListCounts(), by: office.stamp(),
            identifiers: { newIdentifier() })
        let found = try await store.enterprises(EnterpriseFilter(in: [World.badung]), limit: 10).map(\.id)
        var photos: [Photo.ID] = []
        for (place, enterprise) in found.enumerated() {
            let product = Product.ID(newIdentifier())
            try await store.enter(
                DetailEntry(
                    product, of: enterprise, Product(id: product, of: enterprise, name: "Endek"), list: list.id),
                by: office.stamp())
            // The first by the list, the second by hand, the third by the list and then described by somebody.
            let id = Photo.ID(newIdentifier())
            photos.append(id)
            try await store.add(
                Self.entry(id, of: product, UInt8(place), list: place == 1 ? nil : list.id), by: office.stamp())
        }
        try await store.recaption(photos[2], to: "Dilihat sendiri", from: 1, by: office.stamp(5))
        let counts = try await store.undo(list.id, by: office.stamp(10))
        #expect(counts.new == 1 && counts.kept == 2)
        await #expect(throws: PhotoRefused.unknownPhoto) { try await store.photo(photos[0]) }
        for id in photos[1...] { #expect(try await store.photo(id).removedAt == nil) }
    }
}
