import Foundation
import Register
import Testing
import World

@testable import Storage

struct LinkTests {
    @Test(arguments: Desk.engines)
    func `a link opens once, not after its end, and not before its making`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (store, ketut, start) = (office.store, office.ketut, Office.start)
        try await store.keep(office.link(.reset, for: ketut), digest: "link", for: ketut, by: office.stamp())
        for moment in [start + 3600, start + 7200, start - 61] {
            await #expect(throws: LinkRefused.unknownOrUsedOrOver) {
                try await store.useLink(digest: "link", passwordHash: "new", at: moment)
            }
        }
        #expect(try await store.link(digest: "link", at: start + 3599).purpose == .reset)
        #expect(try await store.useLink(digest: "link", passwordHash: "new", at: start + 10) == ketut)
        #expect(try await store.passwordHash(of: ketut) == "new")
        await #expect(throws: LinkRefused.unknownOrUsedOrOver) {
            try await store.useLink(digest: "link", passwordHash: "again", at: start + 11)
        }
        #expect(try await store.passwordHash(of: ketut) == "new")
    }

    @Test(arguments: Desk.engines)
    func `a new link shuts the earlier ones`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (store, ketut) = (office.store, office.ketut)
        for digest in ["first", "second"] {
            try await store.keep(office.link(.reset, for: ketut), digest: digest, for: ketut, by: office.stamp())
        }
        await #expect(throws: LinkRefused.self) { try await store.link(digest: "first", at: Office.start) }
        #expect(try await store.link(digest: "second", at: Office.start).account == ketut)
    }

    @Test(arguments: Desk.engines)
    func `of two who use a link at once, one wins`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (store, ketut) = (office.store, office.ketut)
        for round in 0..<10 {
            let digest = "link \(round)"
            try await store.keep(office.link(.reset, for: ketut), digest: digest, for: ketut, by: office.stamp())
            let won = await winners(of: 2) { number in
                _ = try await store.useLink(digest: digest, passwordHash: "by \(number)", at: Office.start)
            }
            #expect(won.count == 1)
            #expect(try await store.passwordHash(of: ketut) == "by \(won.first ?? -1)")
        }
    }

    @Test(arguments: Desk.engines)
    func `the first link makes one administrator, and is useless from then on`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let store = try await desk.store()
        try await store.load(World.facts(), at: Office.start)
        let link = OneTimeLink(.firstAdministrator, for: nil, from: Office.start, to: Office.start + 60)
        try await store.keepFirstLink(link, digest: "lost")
        try await store.keepFirstLink(link, digest: "first")
        await #expect(throws: LinkRefused.self) { try await store.link(digest: "lost", at: Office.start) }

        let places = [World.badung, World.gianyar, .nation, World.badung]
        let accounts = try places.enumerated().map { number, place in
            Account(
                id: Account.ID(newIdentifier()), name: try SignInName("admin\(number)"),
                displayName: try #require(DisplayName("Admin")), office: place,
                state: Account.State(.active, since: Stamp(by: nil, at: Office.start)), createdAt: Office.start)
        }
        let hats = try places.map { try Hat(.administrator, in: $0) }
        let won = await winners(of: places.count) { number in
            try await store.useFirstLink(
                digest: "first", making: accounts[number], hats: [hats[number]], passwordHash: "hash")
        }
        #expect(won.count == 1)
        #expect(try await store.accounts(in: [.nation]).map(\.id) == won.map { accounts[$0].id })

        // A second first link, made before it was known that somebody is there.
        try await store.keepFirstLink(link, digest: "late")
        let late = try #require(accounts.indices.first { !won.contains($0) })
        await #expect(throws: LinkRefused.unknownOrUsedOrOver) {
            try await store.useFirstLink(
                digest: "late", making: accounts[late], hats: [hats[late]], passwordHash: "hash")
        }
    }

    @Test(arguments: Desk.engines)
    func `a first link sets no password, and an invitation makes no administrator`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (store, ketut) = (office.store, office.ketut)
        try await store.keepFirstLink(office.link(.firstAdministrator, for: nil), digest: "first")
        await #expect(throws: LinkRefused.self) {
            try await store.useLink(digest: "first", passwordHash: "h", at: Office.start)
        }
        try await store.keep(office.link(.invitation, for: ketut), digest: "link", for: ketut, by: office.stamp())
        _ = try await store.write { try $0.execute("UPDATE account SET password_hash = NULL") }
        let other = try office.account(Account.ID(newIdentifier()), "other")
        await #expect(throws: LinkRefused.self) {
            try await store.useFirstLink(digest: "link", making: other, hats: [], passwordHash: "h")
        }
    }
}

/// Runs a body so many times at once. - Returns: the numbers of those that were not refused.
func winners(of count: Int, _ body: @Sendable @escaping (Int) async throws -> Void) async -> [Int] {
    await withTaskGroup(of: Int?.self) { group in
        for number in 0..<count {
            group.addTask {
                do {
                    try await body(number)
                    return number
                } catch is LinkRefused { return nil } catch {
                    Issue.record(error)
                    return nil
                }
            }
        }
        return await group.reduce(into: []) { if let number = $1 { $0.append(number) } }
    }
}
