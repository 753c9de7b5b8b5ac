import Foundation
import Register
import Secrets
import Storage
import Testing

@testable import Web

extension Office {
    func setPassword(_ password: String, of desk: Desk) async throws {
        try await house.store.setPassword(
            of: try account(desk), hash: try PasswordHash.make(password), keeping: nil,
            by: Stamp(by: try account(desk), at: now))
    }

    /// Gives a desk a device that shows codes.
    func setSecondFactor(_ desk: Desk) async throws -> TimeCode {
        let device = TimeCode.random()
        let id = try account(desk)
        try await house.store.prepareSecondFactor(of: id, secret: device.secret)
        try await house.store.confirmSecondFactor(of: id, codes: [], by: Stamp(by: id, at: now))
        return device
    }

    func makeToken(_ desk: Desk, _ scope: Set<TokenScope>) async throws -> String {
        let secret = SecretToken.random(.personalAccess)
        let token = AccessToken(
            id: house.identifiers.next(at: now), account: try account(desk), name: "uji", scope: scope, from: now,
            to: now.addingTimeInterval(30 * 86_400))
        try await house.store.keep(token, digest: secret.digest, by: Stamp(by: try account(desk), at: now))
        return secret.text
    }

    /// Makes an account of any office with any hats.
    func makeAccount(_ name: String, in region: RegionCode, _ hats: [Hat]) async throws -> Account.ID {
        let id = Account.ID(house.identifiers.next(at: now))
        let stamp = Stamp(by: nil, at: now)
        let account = Account(
            id: id, name: try SignInName(name), displayName: try #require(DisplayName(name)), office: region,
            state: Account.State(.active, since: stamp), createdAt: now)
        try await house.store.makeAccount(account, hats: hats, by: stamp)
        return id
    }
}
