import Foundation
import Register
import Testing
import World

@testable import Storage

struct AccountTests {
    @Test(arguments: Desk.engines)
    func `an account comes out as it went in, with its hats`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let id = Account.ID(newIdentifier())
        let account = try office.account(id, "wayan")
        let hats = try [
            Hat(.owner, in: World.badung, of: newIdentifier()), Hat(.partner, in: World.badung, from: .tpPKK),
            Hat(.partner, in: World.badung, from: .dekranasda), Hat(.guestRegion, in: World.bali),
        ]
        try await office.store.makeAccount(account, hats: hats, by: office.stamp())
        let record = try await office.store.account(id)
        #expect(record.account == account)
        #expect(record.hats == hats.sorted())
        #expect(!record.hasPassword && !record.hasSecondFactor)
        #expect(try await office.store.account(named: SignInName("WAYAN")) == record)
        #expect(try await office.store.account(named: SignInName("nobody")) == nil)
    }

    @Test(arguments: Desk.engines)
    func `the hats of two bodies are worn and taken one by one`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (pkk, craft) = try (
            Hat(.partner, in: World.badung, from: .tpPKK), Hat(.partner, in: World.badung, from: .dekranasda)
        )
        let wayan = try await office.makeAccount("wayan", pkk)
        try await office.store.give(craft, to: wayan, by: office.stamp())
        await #expect(throws: AccountChangeRefused.already) {
            try await office.store.give(craft, to: wayan, by: office.stamp())
        }
        try await office.store.take(pkk, from: wayan, by: office.stamp())
        #expect(try await office.store.account(wayan).hats == [craft])
    }

    @Test(arguments: Desk.engines)
    func `the last administrator can be neither suspended nor stripped`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let hat = try Hat(.administrator, in: World.badung)
        let wayan = try await office.makeAccount("wayan")
        let byWayan = Stamp(by: wayan, at: Office.start)
        await #expect(throws: AccountChangeRefused.lastAdministrator) {
            try await office.store.suspend(office.ketut, because: nil, by: byWayan)
        }
        await #expect(throws: AccountChangeRefused.lastAdministrator) {
            try await office.store.take(hat, from: office.ketut, by: byWayan)
        }
        // Whoever was only invited cannot come in yet.
        let invited = Account.ID(newIdentifier())
        try await office.store.makeAccount(office.account(invited, "baru"), hats: [hat], by: office.stamp())
        await #expect(throws: AccountChangeRefused.lastAdministrator) {
            try await office.store.suspend(office.ketut, because: nil, by: byWayan)
        }
        try await office.store.setPassword(of: invited, hash: "hash", keeping: nil, by: byWayan)
        try await office.store.suspend(office.ketut, because: nil, by: byWayan)
        await #expect(throws: AccountChangeRefused.lastAdministrator) {
            try await office.store.take(hat, from: invited, by: byWayan)
        }
        #expect(try await office.store.hasAdministrator())
    }

    @Test(arguments: Desk.engines)
    func `where nobody can give hats yet, other hats can be taken all the same`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let store = try await desk.store()
        try await store.load(World.facts(), at: Office.start)
        let hat = try Hat(.officer, in: World.badung)
        let id = Account.ID(newIdentifier())
        let account = Account(
            id: id, name: try SignInName("wayan"), displayName: try #require(DisplayName("Wayan")),
            office: World.badung, state: .init(.active, since: Stamp(by: nil, at: Office.start)),
            createdAt: Office.start)
        try await store.makeAccount(account, hats: [hat], by: Stamp(by: nil, at: Office.start))
        #expect(try await !store.hasAdministrator())
        try await store.take(hat, from: id, by: Stamp(by: nil, at: Office.start))
        try await store.suspend(id, because: nil, by: Stamp(by: nil, at: Office.start))
        #expect(try await store.account(id).account.state.standing == .suspended)
    }

    /// Each office has a book of its own, so that the books alone do not keep the two apart.
    @Test(arguments: Desk.engines)
    func `of two administrators of two offices who end each other at once, one is left`(engine: EngineKind) async throws
    {
        let office = try await Office(engine)
        let rai = try await office.makeAccount("rai", in: World.gianyar, Hat(.administrator, in: World.gianyar))
        for round in 0..<10 {
            let stamp = Stamp(by: nil, at: Office.start + Double(round))
            let refused = await withTaskGroup(of: Bool.self) { group in
                for id in [office.ketut, rai] {
                    group.addTask {
                        do {
                            try await office.store.suspend(id, because: nil, by: stamp)
                            return false
                        } catch { return error as? AccountChangeRefused == .lastAdministrator }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(refused.filter(\.self).count == 1)
            #expect(try await office.store.hasAdministrator())
            for id in [office.ketut, rai]
            where try await office.store.account(id).account.state.standing == .suspended {
                try await office.store.restore(id, because: nil, by: stamp)
            }
        }
    }

    @Test(arguments: Desk.engines)
    func `a suspended account has no sessions and its tokens are refused`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (store, now) = (office.store, Office.start + 60)
        let wayan = try await office.makeAccount("wayan")
        let token = AccessToken(
            id: newIdentifier(), account: wayan, name: "script", scope: [.read, .write], from: Office.start,
            to: now + 60)
        try await store.keep(token, digest: "token", by: office.stamp())
        try await store.open(office.session(of: wayan), digest: "session")
        #expect(try await store.token(digest: "token", at: now)?.token.scope == [.read, .write])
        #expect(try await store.session(digest: "session", at: now) != nil)

        try await store.suspend(wayan, because: "cuti", by: office.stamp())
        #expect(try await store.token(digest: "token", at: now) == nil)
        #expect(try await store.session(digest: "session", at: now) == nil)
        #expect(try await store.sessions(of: wayan, at: now).isEmpty)

        // Opened by somebody who had just shown the right password.
        try await store.open(office.session(of: wayan), digest: "late")
        #expect(try await store.session(digest: "late", at: now) == nil)
        try await store.restore(wayan, because: nil, by: office.stamp())
        #expect(try await store.session(digest: "late", at: now) == nil)
        #expect(try await store.token(digest: "token", at: now) != nil)
        let state = try await store.account(wayan).account.state
        #expect(state == Account.State(.active, since: office.stamp()))
    }

    @Test(arguments: Desk.engines)
    func `a token ends when it is revoked, when its time is over, and not before it began`(engine: EngineKind)
        async throws
    {
        let office = try await Office(engine)
        let (store, start) = (office.store, Office.start)
        let token = AccessToken(
            id: newIdentifier(), account: office.ketut, name: "script", scope: [.read], from: start, to: start + 3600)
        try await store.keep(token, digest: "token", by: office.stamp())
        #expect(try await store.token(digest: "token", at: start - 1) == nil)
        #expect(try await store.token(digest: "token", at: start + 3599) != nil)
        #expect(try await store.token(digest: "token", at: start + 3600) == nil)
        #expect(try await store.tokens(of: office.ketut).first?.lastUsedAt == start + 3599)
        #expect(try await store.revoke(token.id, of: office.ketut, by: office.stamp(10)))
        #expect(try await !store.revoke(token.id, of: office.ketut, by: office.stamp(11)))
        #expect(try await store.token(digest: "token", at: start + 20) == nil)
        #expect(try await store.tokens(of: office.ketut).first?.revokedAt == start + 10)
    }

    @Test(arguments: Desk.engines)
    func `a new password ends other sessions and links`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (store, now, ketut) = (office.store, Office.start + 60, office.ketut)
        let own = office.session(of: ketut)
        try await store.open(own, digest: "own")
        try await store.open(office.session(of: ketut), digest: "other")
        try await store.keep(office.link(.reset, for: ketut), digest: "link", for: ketut, by: office.stamp())
        try await store.setPassword(of: ketut, hash: "new", keeping: own.id, by: office.stamp())
        #expect(try await store.passwordHash(of: ketut) == "new")
        #expect(try await store.session(digest: "own", at: now) != nil)
        #expect(try await store.session(digest: "other", at: now) == nil)
        await #expect(throws: LinkRefused.unknownOrUsedOrOver) { try await store.link(digest: "link", at: now) }
    }

    @Test(arguments: Desk.engines)
    func `a hash is renewed only while it is the one that was read`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        try await office.store.renewHash(of: office.ketut, from: "another", to: "new")
        #expect(try await office.store.passwordHash(of: office.ketut) == "hash")
        try await office.store.renewHash(of: office.ketut, from: "hash", to: "new")
        #expect(try await office.store.passwordHash(of: office.ketut) == "new")
    }

    @Test(arguments: Desk.engines)
    func `a province sees the accounts of its regencies and nobody else's`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        _ = try await office.makeAccount("rai", in: World.gianyar)
        _ = try await office.makeAccount("daeng", in: World.makassar)
        func names(_ regions: RegionCode...) async throws -> [String] {
            try await office.store.accounts(in: regions).map(\.account.name.text)
        }
        #expect(try await names(World.bali) == ["ketut", "rai"])
        #expect(try await names(World.badung, World.makassar) == ["daeng", "ketut"])
        #expect(try await names(.nation) == ["daeng", "ketut", "rai"])
        #expect(try await names().isEmpty)
    }
}
