import Foundation
import Register
import Testing
import World

@testable import Storage

struct ListViewTests {
    private func view(
        _ office: Office, _ name: String, of account: Account.ID? = nil, isShared: Bool = false
    ) -> ListView {
        ListView(
            ListView.ID(newIdentifier()), of: account ?? office.ketut, in: World.badung, named: name,
            asked: "q=Rahasia&kbli=13", isShared: isShared)
    }

    @Test(arguments: Desk.engines)
    func `a person sees the own views and those that the office shares, by name`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let wayan = try await office.makeAccount("wayan", Hat(.officer, in: World.badung))
        let (own, hidden, shared) = (
            view(office, "Batik"), view(office, "Cokelat", of: wayan),
            view(office, "Anyaman", of: wayan, isShared: true)
        )
        for view in [own, hidden, shared] { try await office.store.keepView(view, by: office.stamp()) }
        #expect(try await office.store.views(of: office.ketut, in: World.badung) == [shared, own])
        #expect(try await office.store.views(of: wayan, in: World.badung) == [shared, hidden])
        #expect(try await office.store.views(of: office.ketut, in: World.makassar) == [own])
    }

    @Test(arguments: Desk.engines)
    func `a view of the sample is seen by its office and kept by nobody`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        func sample(_ name: String, isShared: Bool = true) -> ListView {
            ListView(
                ListView.ID(newIdentifier()), of: nil, in: World.badung, named: name, asked: "kbli=13",
                isShared: isShared)
        }
        let one = sample("Tenun (Contoh)")
        try await office.store.keepView(one, by: office.stamp())
        await #expect(throws: ListViewRefused.nameTaken) {
            try await office.store.keepView(sample("Tenun (Contoh)"), by: office.stamp())
        }
        await #expect(throws: (any Error).self, "nobody would see it") {
            try await office.store.keepView(sample("Lain", isShared: false), by: office.stamp())
        }
        #expect(try await office.store.views(of: office.ketut, in: World.badung) == [one])
        #expect(try await office.store.views(of: office.ketut, in: World.makassar).isEmpty)
        try await office.store.removeView(one.id, by: office.stamp())
        #expect(try await office.store.views(of: office.ketut, in: World.badung).isEmpty)
    }

    @Test(arguments: Desk.engines)
    func `a name is used once by a person, and a stale page changes nothing`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (first, second) = (view(office, "Batik"), view(office, "Tenun"))
        for view in [first, second] { try await office.store.keepView(view, by: office.stamp()) }
        await #expect(throws: ListViewRefused.nameTaken) {
            try await office.store.keepView(view(office, "Batik"), by: office.stamp())
        }
        await #expect(throws: ListViewRefused.nameTaken) {
            try await office.store.changeView(second.id, name: "Batik", isShared: false, from: 1, by: office.stamp())
        }
        #expect(
            try await office.store.changeView(second.id, name: "Songket", isShared: true, from: 1, by: office.stamp()))
        await #expect(throws: ListViewRefused.changedMeanwhile) {
            try await office.store.changeView(second.id, name: "Lain", isShared: true, from: 1, by: office.stamp())
        }
        #expect(try await office.store.view(second.id).name == "Songket")
        try await office.store.removeView(second.id, by: office.stamp())
        await #expect(throws: ListViewRefused.unknownView) { try await office.store.view(second.id) }
    }

    @Test func `nobody keeps more than can be chosen from`() async throws {
        let office = try await Office(.sqlite)
        for number in 1...Store.mostViews {
            try await office.store.keepView(view(office, "Tampilan \(number)"), by: office.stamp())
        }
        await #expect(throws: ListViewRefused.tooMany(Store.mostViews)) {
            try await office.store.keepView(view(office, "Satu lagi"), by: office.stamp())
        }
    }

    @Test func `the book tells that a view was kept, and not what somebody looked for`() async throws {
        let office = try await Office(.sqlite)
        let view = view(office, "Punya Bu Rahasia")
        try await office.store.keepView(view, by: office.stamp())
        try await office.store.changeView(view.id, name: "Rahasia", isShared: true, from: 1, by: office.stamp())
        let events = try await office.store.dump().filter { $0.hasPrefix("event|") }
        #expect(events.contains { $0.contains("view-kept") } && !events.contains { $0.contains("Rahasia") })
    }
}
