import Foundation
import Register
import Testing
import World

@testable import Storage

struct SignInAttemptTests {
    private func fail(_ store: Store, _ name: String, _ address: String, at seconds: TimeInterval) async throws {
        try await store.recordFailedSignIn(newIdentifier(), name: name, from: address, at: Office.start + seconds)
    }

    @Test(arguments: Desk.engines)
    func `failures are told by pair, address and account; success forgives the pair alone`(
        engine: EngineKind
    ) async throws {
        let office = try await Office(engine)
        let store = office.store
        for (name, address, seconds) in [("k", "A", 1.0), ("k", "B", 2), ("w", "A", 3), ("k", "A", 4), ("x", "C", 5)] {
            try await fail(store, name, address, at: seconds)
        }
        func failures() async throws -> [[TimeInterval]] {
            let all = try await store.signInFailures(
                name: "k", account: office.ketut, from: "A", at: Office.start + 10)
            return [all.pair, all.address, all.account].map { $0.map { $0.timeIntervalSince(Office.start) } }
        }
        #expect(try await failures() == [[1, 4], [1, 3, 4], [1, 2, 4]])
        try await store.forgiveSignIns(name: "k", from: "A")
        #expect(try await failures() == [[], [1, 3, 4], [1, 2, 4]])
        try await fail(store, "k", "A", at: 6)
        #expect(try await failures() == [[6], [1, 3, 4, 6], [1, 2, 4, 6]])
    }

    @Test(arguments: Desk.engines)
    func `a name without an account is judged like any other`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        for seconds in 0..<5 { try await fail(office.store, "ghost", "A", at: Double(seconds)) }
        let now = Office.start + 5
        let failures = try await office.store.signInFailures(name: "ghost", account: nil, from: "A", at: now)
        #expect(failures.origin == .newAddress)
        #expect(failures.answer(at: now) == .wait(until: Office.start + 4 + 60))
    }

    @Test(arguments: Desk.engines)
    func `after the clock was set back, failures of the future count as made now and run out`(
        engine: EngineKind
    ) async throws {
        let office = try await Office(engine)
        for seconds in 0..<5 { try await fail(office.store, "k", "A", at: 86_400 + Double(seconds)) }
        func answer(at seconds: TimeInterval) async throws -> Lockout.Answer {
            let now = Office.start + seconds
            return try await office.store.signInFailures(name: "k", account: nil, from: "A", at: now).answer(at: now)
        }
        #expect(try await answer(at: 100) == .wait(until: Office.start + 160))
        #expect(try await answer(at: 159) == .wait(until: Office.start + 160))
        #expect(try await answer(at: 160) == .allowed)
    }

    /// Half a day of somebody who tries again the moment it is allowed.
    @Test(arguments: Desk.engines)
    func `who never ceases waits as long as all of their failures together ask for`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        var all: [Date] = []
        var now = Office.start
        while now < Office.start + 43_200 {
            let failures = try await office.store.signInFailures(name: "k", account: nil, from: "A", at: now)
            #expect(
                failures.answer(at: now)
                    == SignInFailures(from: .newAddress, pair: all, address: all, account: all)
                    .answer(at: now))
            if case .wait(let end) = failures.answer(at: now) { now = end }
            try await office.store.recordFailedSignIn(newIdentifier(), name: "k", from: "A", at: now)
            all.append(now)
        }
        #expect(all.count < 30)
    }

    @Test(arguments: Desk.engines)
    func `failures are forgotten after a day`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        try await fail(office.store, "k", "A", at: 0)
        try await fail(office.store, "k", "A", at: 86_401)
        #expect(try await office.store.dump().filter { $0.hasPrefix("failed_sign_in|") }.count == 1)
    }
}
