import Foundation
import Register
import Testing
import World

@testable import Storage

struct SessionTests {
    private let hour: TimeInterval = 3600

    @Test(arguments: Desk.engines)
    func `a session comes out as it went in, with its account`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let session = office.session(of: office.ketut)
        try await office.store.open(session, digest: "a")
        let found = try await office.store.session(digest: "a", at: Office.start)
        #expect(found?.session == session)
        #expect(found?.account.id == office.ketut)
        #expect(try await office.store.session(digest: "b", at: Office.start) == nil)
        #expect(try await office.lastKinds(1) == [.signedIn])
    }

    @Test(arguments: Desk.engines)
    func `a session that is not used ends, one that is used goes on to its last hour`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let store = office.store
        try await store.open(office.session(of: office.ketut), digest: "idle")
        try await store.open(office.session(of: office.ketut), digest: "busy")
        for hours in [1.5, 3, 4.5, 6, 7.5, 9, 10.5, 11.9] {
            #expect(try await store.session(digest: "busy", at: Office.start + hours * hour) != nil, "\(hours)")
        }
        #expect(try await store.session(digest: "idle", at: Office.start + 2 * hour + 1) == nil)
        #expect(try await store.session(digest: "busy", at: Office.start + 12 * hour) == nil)
    }

    @Test(arguments: Desk.engines)
    func `a clock that is set back lengthens no session`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let store = office.store
        try await store.open(office.session(of: office.ketut), digest: "a")
        #expect(try await store.session(digest: "a", at: Office.start + 1.5 * hour) != nil)
        for back in [0.5, 1, 1.4] {
            #expect(try await store.session(digest: "a", at: Office.start + back * hour) == nil, "\(back)")
            #expect(try await store.sessions(of: office.ketut, at: Office.start + back * hour).isEmpty)
        }
        // Clocks of two servers are never quite alike.
        #expect(try await store.session(digest: "a", at: Office.start + 1.5 * hour - 30) != nil)
        #expect(try await store.session(digest: "a", at: Office.start - 24 * hour) == nil)
    }

    @Test(arguments: Desk.engines)
    func `when it was last seen is written down once a minute`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let store = office.store
        try await store.open(office.session(of: office.ketut), digest: "a")
        for (seconds, seen) in [(59.0, 0.0), (61, 61), (100, 61), (122, 122)] {
            _ = try await store.session(digest: "a", at: Office.start + seconds)
            let session = try await store.sessions(of: office.ketut, at: Office.start + seconds).first
            #expect(session?.lastSeenAt == Office.start + seen)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `while somebody writes for long on SQLite, a page is not held up to note that it was seen`() async throws {
        let office = try await Office(.sqlite)
        let store = office.store
        try await store.open(office.session(of: office.ketut), digest: "a")
        let (begun, word) = AsyncStream<Void>.makeStream()
        let gate = DispatchSemaphore(value: 0)
        async let writing: Void = store.write { _ in
            word.yield()
            gate.wait()
        }
        for await _ in begun { break }
        #expect(try await store.session(digest: "a", at: Office.start + 90) != nil)
        gate.signal()
        try await writing
        #expect(try await store.sessions(of: office.ketut, at: Office.start + 90).first?.lastSeenAt == Office.start)
        _ = try await store.session(digest: "a", at: Office.start + 100)
        #expect(
            try await store.sessions(of: office.ketut, at: Office.start + 100).first?.lastSeenAt == Office.start + 100)
    }

    @Test(arguments: Desk.engines)
    func `behind the second factor a session has a new token, and is completed once`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let store = office.store
        let session = office.session(of: office.ketut, isComplete: false)
        let before = try await office.length()
        try await store.open(session, digest: "before")
        // Who has shown a password only is not in yet.
        #expect(try await office.length() == before)
        #expect(try await store.session(digest: "before", at: Office.start)?.session.isComplete == false)
        #expect(try await store.complete(session, digest: "behind", at: Office.start + 5))
        #expect(try await store.session(digest: "before", at: Office.start + 5) == nil)
        #expect(try await store.session(digest: "behind", at: Office.start + 5)?.session.isComplete == true)
        #expect(try await store.complete(session, digest: "again", at: Office.start + 6) == false)
        #expect(try await store.session(digest: "again", at: Office.start + 6) == nil)
        #expect(try await office.length() == before + 1)
    }

    @Test(arguments: Desk.engines)
    func `a session is ended by its own account only, and once`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let store = office.store
        let wayan = try await office.makeAccount("wayan")
        let session = office.session(of: office.ketut)
        try await store.open(session, digest: "a")
        let stamp = Stamp(by: wayan, at: Office.start)
        #expect(try await store.end(session.id, of: wayan, .sessionEnded, by: stamp) == false)
        #expect(try await store.session(digest: "a", at: Office.start) != nil)
        #expect(try await store.end(session.id, of: office.ketut, .signedOut, by: office.stamp()))
        #expect(try await store.session(digest: "a", at: Office.start) == nil)
        #expect(try await store.end(session.id, of: office.ketut, .signedOut, by: office.stamp()) == false)
        #expect(try await office.lastKinds(2) == [.signedOut, .signedIn])
    }

    @Test(arguments: Desk.engines)
    func `sessions that are over are cleared away when another is opened`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        try await office.store.open(office.session(of: office.ketut), digest: "old")
        try await office.store.open(office.session(of: office.ketut, at: 13 * hour), digest: "new")
        let kept = try await office.store.dump().filter { $0.hasPrefix("session|") }
        #expect(kept.count == 1)
    }

    @Test(arguments: Desk.engines)
    func `an address from which nobody came in for long is known no more`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        for number in 0..<25 {
            let start = Office.start + Double(number)
            let session = SessionRecord(
                id: newIdentifier(), account: office.ketut, createdAt: start, endsAt: start + hour,
                from: ("10.0.0.\(number)", "browser"), isComplete: true)
            try await office.store.open(session, digest: "\(number)")
        }
        func origin(_ address: String) async throws -> SignInFailures.Origin {
            try await office.store.signInFailures(name: "n", account: office.ketut, from: address, at: Office.start)
                .origin
        }
        #expect(try await origin("10.0.0.4") == .newAddress)
        #expect(try await origin("10.0.0.5") == .knownAddress)
        #expect(try await origin("10.0.0.24") == .knownAddress)
    }
}
