import Foundation
import Register
import Secrets
import Testing
import World

@testable import Storage

struct SecondFactorTests {
    private let secret = [UInt8](1...20)

    @Test(arguments: Desk.engines)
    func `a second factor counts once a code has shown that it works`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (store, ketut) = (office.store, office.ketut)
        #expect(try await store.secondFactor(of: ketut) == nil)
        try await store.prepareSecondFactor(of: ketut, secret: [UInt8](repeating: 9, count: 20))
        // A picture that was closed before it was read.
        try await store.prepareSecondFactor(of: ketut, secret: secret)
        #expect(try await store.account(ketut).hasSecondFactor == false)
        try await store.confirmSecondFactor(of: ketut, codes: ["1.b", "1.a"], by: office.stamp())
        #expect(try await store.account(ketut).hasSecondFactor)
        let factor = try #require(try await store.secondFactor(of: ketut))
        #expect(factor.isConfirmed && factor.secret == secret && factor.lastCounter == nil)
        #expect(try await store.recoveryCodes(of: ketut) == ["1.a", "1.b"])
        await #expect(throws: AccountChangeRefused.already) {
            try await store.prepareSecondFactor(of: ketut, secret: Array(repeating: 1, count: 20))
        }
        await #expect(throws: AccountChangeRefused.already) {
            try await store.confirmSecondFactor(of: ketut, codes: ["1.c"], by: office.stamp())
        }
        #expect(try await store.secondFactor(of: ketut)?.secret == secret)
        try await store.removeSecondFactor(of: ketut, by: office.stamp())
        #expect(try await store.secondFactor(of: ketut) == nil)
        #expect(try await store.recoveryCodes(of: ketut).isEmpty)
        #expect(try await office.lastKinds(2) == [.secondFactorRemoved, .secondFactorSet])
    }

    @Test(arguments: Desk.engines)
    func `a counter opens once, also when two try at once, and no earlier one after it`(engine: EngineKind) async throws
    {
        let office = try await Office(engine)
        let (store, ketut) = (office.store, office.ketut)
        try await store.prepareSecondFactor(of: ketut, secret: secret)
        for counter in 10..<20 {
            let opened = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 { group.addTask { try await store.useCounter(counter, of: ketut) } }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(opened == 1)
            #expect(try await store.useCounter(counter - 1, of: ketut) == false)
        }
        #expect(try await store.secondFactor(of: ketut)?.lastCounter == 19)
    }

    @Test(arguments: Desk.engines)
    func `a recovery code opens once, also when two try at once`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (store, ketut) = (office.store, office.ketut)
        let codes = RecoveryCodes.random()
        let digests = codes.digests(by: office.keyring, account: ketut.identifier.text)
        try await store.prepareSecondFactor(of: ketut, secret: secret)
        try await store.confirmSecondFactor(of: ketut, codes: digests, by: office.stamp())
        let match = try RecoveryCodes.match(
            codes.codes[3], among: await store.recoveryCodes(of: ketut), by: office.keyring,
            account: ketut.identifier.text)
        let digest = try #require(match)
        let opened = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<4 {
                group.addTask { try await store.useRecoveryCode(digest: digest, of: ketut, at: Office.start) }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(opened == 1)
        #expect(try await store.recoveryCodes(of: ketut) == digests.filter { $0 != digest }.sorted())
        #expect(try await office.lastKinds(2) == [.recoveryCodeUsed, .secondFactorSet])
    }

    @Test(arguments: Desk.engines)
    func `a secret stands nowhere in clear, and opens for its own account only`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (store, ketut) = (office.store, office.ketut)
        let wayan = try await office.makeAccount("wayan")
        let plain = Array("twenty plain letters".utf8)
        try await store.prepareSecondFactor(of: ketut, secret: plain)
        #expect(try await store.dump().allSatisfy { !$0.contains("twenty plain letters") })
        let factor = try #require(try await store.secondFactor(of: ketut))
        #expect("\(factor)" == "SecondFactor(…)")
        _ = try await store.write { connection in
            try connection.execute(
                "INSERT INTO second_factor (account, secret) SELECT $1, secret FROM second_factor", [SQLValue(wayan)])
        }
        await #expect(throws: SealError.forged) { try await store.secondFactor(of: wayan) }
    }
}
