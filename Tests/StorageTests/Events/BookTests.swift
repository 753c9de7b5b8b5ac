import Foundation
import Register
import Testing
import World

@testable import Storage

struct BookTests {
    @Test(arguments: Desk.engines)
    func `forty writers of one office make one unbroken chain`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let before = try await office.length()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<40 {
                group.addTask {
                    try await office.store.record(in: World.badung, by: office.stamp(Double(writer))) { _, book in
                        try book.note(.personShown, about: nil, because: "\(writer)")
                        try book.note(.personShown, about: nil, because: "\(writer) again")
                    }
                }
            }
            try await group.waitForAll()
        }
        let state = try #require(try await office.store.auditBooks().first { $0.office == World.badung })
        #expect(state.fault == nil && state.length == before + 80)
        // The two lines of a transaction stand together.
        let reasons = try await office.store.events(EventFilter(office: World.badung), limit: 80).map(\.event.reason)
        for pair in stride(from: 0, to: 80, by: 2) { #expect(reasons[pair] == reasons[pair + 1].map { $0 + " again" }) }
    }

    @Test(arguments: Desk.engines)
    func `what a transaction noted goes with it when it fails`(engine: EngineKind) async throws {
        struct Stopped: Error {}
        let office = try await Office(engine)
        let before = try await office.store.dump()
        await #expect(throws: Stopped.self) {
            try await office.store.record(in: World.gianyar, by: office.stamp()) { _, book in
                try book.note(.personShown, about: nil)
                throw Stopped()
            }
        }
        #expect(try await office.store.dump() == before)
    }

    @Test(arguments: Desk.engines)
    func `the chains of two offices know nothing of each other`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        func state(_ region: RegionCode) async throws -> BookState? {
            try await office.store.auditBooks().first { $0.office == region }
        }
        let badung = try await state(World.badung)
        _ = try await office.makeAccount("rai", in: World.gianyar)
        #expect(try await state(World.badung) == badung)
        let gianyar = try #require(try await state(World.gianyar))
        #expect(gianyar.length == 2 && gianyar.fault == nil)
        _ = try await office.makeAccount("wayan")
        #expect(try await state(World.gianyar) == gianyar)
        #expect(try await office.store.books() == [.nation, World.badung, World.gianyar])
    }

    @Test func `a line's hash is that of its fields, a line each`() {
        let line = EventChain.Line(
            office: "51.03", number: 1, at: "2027-01-15T08:00:00.000Z", actor: "", kind: "facts-loaded", subject: "",
            body: "{}")
        // printf '%064d\n51.03\n1\n2027-01-15T08:00:00.000Z\n\nfacts-loaded\n\n{}' 0 | sha256sum
        #expect(
            EventChain.hash(line, after: EventChain.beginning)
                == "1d54565d8be0eb1027b19612f195d78772db636e5082310f4aa1e69034dd8468")
    }

    @Test(arguments: ["two\nlines", "tab\tand \"quotes\" \\", "\u{2028}é日\u{0}", ""])
    func `a text with line breaks stands in one line of the book`(reason: String) async throws {
        let office = try await Office(.sqlite)
        try await office.store.record(in: World.badung, by: office.stamp()) { _, book in
            try book.note(.personShown, about: nil, [Event.Change("a", to: .plain(reason))], because: reason)
        }
        let line = try await office.store.events(EventFilter(office: World.badung), limit: 1).first
        #expect(line?.event.reason == reason)
        #expect(line?.event.changes == [Event.Change("a", to: .plain(reason))])
        let bodies = try await office.store.read { connection in
            try connection.rows("SELECT body FROM event", read: { try $0.text(0) })
        }
        #expect(bodies.allSatisfy { !$0.contains("\n") })
        #expect(try await office.store.auditBooks().allSatisfy { $0.fault == nil })
    }

    @Test(arguments: Desk.engines)
    func `a line noted earlier is found again, and no other`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let state = try #require(try await office.store.auditBooks().first { $0.office == World.badung })
        let text = "51.03:\(state.length):\(state.head)"
        _ = try await office.makeAccount("wayan")
        #expect(try await office.store.holds(#require(NotedLine(text))))
        #expect(try await !office.store.holds(#require(NotedLine("51.03:\(state.length + 1):\(state.head)"))))
        #expect(try await !office.store.holds(#require(NotedLine("51.04:\(state.length):\(state.head)"))))
        #expect(try await !office.store.holds(#require(NotedLine("51.03:99:\(state.head)"))))
        for bad in [
            "", "51.03:1", "51.03:0:\(state.head)", "5103:1:\(state.head)", "51.03:1:abc", "51.03:x:\(state.head)",
        ] {
            #expect(NotedLine(bad) == nil, "\(bad)")
        }
    }
}
