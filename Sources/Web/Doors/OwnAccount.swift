import Compare
import Foundation
import HTTPTypes
import Register
import Secrets
import Storage

/// What everybody may see and change of their own account: hats, password, second factor, sessions, tokens.
struct OwnAccount: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(.get, Paths.account, .account) { visit in try await page(visit) },
            Route(.post, Paths.account + "/password", .account) { visit in try await setPassword(visit) },
            Route(.post, Paths.account + "/sessions/:session/end", .account) { visit in try await endSession(visit) },
            Route(.post, Paths.account + "/tokens", .account) { visit in try await makeToken(visit) },
            Route(.post, Paths.account + "/tokens/:token/revoke", .account) { visit in try await revokeToken(visit) },
            Route(.get, Paths.account + "/second-factor", .account) { visit in try await factorPage(visit) },
            Route(.post, Paths.account + "/second-factor", .account) { visit in try await confirmFactor(visit) },
            Route(.post, Paths.account + "/second-factor/remove", .account) { visit in try await removeFactor(visit) },
        ]
    }

    func page(_ visit: Visit, problem: RequestRefusal? = nil, token: String? = nil) async throws -> Reply {
        if visit.form["name"] == nil { try visit.fields.allow(["lang", "saved"]) }
        let visitor = try onlyPeople(visit)
        let record = try await house.store.account(visitor.id)
        let directory = try await house.store.regionalEconomies().directory
        let model = OwnAccountPage(
            record: record, sessions: try await house.store.sessions(of: visitor.id, at: visit.now, terms: house.terms),
            thisSession: visitor.session?.id, tokens: try await house.store.tokens(of: visitor.id),
            codesLeft: try await house.store.recoveryCodes(of: visitor.id).count,
            regionNames: { directory[$0]?.name ?? $0.text }, problem: problem.map(visit.words.message), newToken: token,
            isSaved: visit.fields["saved"] == "1" && problem == nil)
        return .own(model.html(visit), status: problem?.status ?? 200)
    }

    /// An account is looked after by its owner, in a browser: a token that leaked opens nothing here.
    private func onlyPeople(_ visit: Visit) throws -> Visitor {
        let visitor = try visit.signedIn()
        guard visitor.session != nil else { throw RequestRefusal.outOfScope }
        return visitor
    }

    private func saved(_ visit: Visit) -> Reply {
        .seeOther(visit.address(Paths.account + "?saved=1"))
    }

    // MARK: - Password and sessions

    private func setPassword(_ visit: Visit) async throws -> Reply {
        let visitor = try onlyPeople(visit)
        do {
            try visit.form.allow(["current", "password", "again", Answering.tokenField])
            try await checkPassword(visit, visitor)
            let hash = try await newPasswordHash(visit, for: visitor.record.account.name)
            try await house.store.setPassword(
                of: visitor.id, hash: hash, keeping: visitor.session?.id, by: try visit.stamp())
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
        return saved(visit)
    }

    /// Whoever finds a browser left open must not be able to take the account over.
    private func checkPassword(_ visit: Visit, _ visitor: Visitor) async throws {
        let typed = visit.form.verbatim("current")
        let digest = house.keyring.fingerprint(of: visitor.record.account.name.text, for: .signInName)
        let answer = try await house.door.pass { () -> RequestRefusal? in
            let failures = try await house.store.signInFailures(
                name: digest, account: visitor.id, from: visit.origin.address, at: visit.now)
            if case .wait(let end) = failures.answer(at: visit.now) {
                return .tooMany(seconds: Int(end.timeIntervalSince(visit.now).rounded(.up)))
            }
            let hash = try await house.store.passwordHash(of: visitor.id) ?? PasswordHash.decoy
            if try await house.passwords.run({ PasswordHash.verify(typed, against: hash) }) { return nil }
            try await house.store.recordFailedSignIn(
                visit.newIdentifier(), name: digest, from: visit.origin.address, at: visit.now)
            return .badEntry(field: "current", .notRight)
        }
        if let refusal = answer ?? .tooMany(seconds: 5) { throw refusal }
    }

    private func endSession(_ visit: Visit) async throws -> Reply {
        let visitor = try onlyPeople(visit)
        guard let session = Identifier(visit.parameter("session")) else { throw RequestRefusal.unknownPage(visit.path) }
        try await house.store.end(session, of: visitor.id, .sessionEnded, by: try visit.stamp())
        return saved(visit)
    }

    // MARK: - Tokens

    static let tokenDays = 1...366

    private func makeToken(_ visit: Visit) async throws -> Reply {
        let visitor = try onlyPeople(visit)
        do {
            try visit.form.allow(["token-name", "scope", "days", "current", Answering.tokenField])
            try await checkPassword(visit, visitor)
            guard let name = DisplayName(try PersonFields.text("token-name", visit) ?? "") else {
                throw RequestRefusal.badEntry(field: "token-name", .displayName)
            }
            let scope = try visit.form.choice("scope", of: TokenScope.self) ?? .read
            guard let days = Int(visit.form["days"] ?? ""), Self.tokenDays.contains(days) else {
                throw RequestRefusal.badEntry(field: "days", .days(Self.tokenDays))
            }
            let secret = SecretToken.random(.personalAccess)
            let token = AccessToken(
                id: visit.newIdentifier(), account: visitor.id, name: name.text,
                scope: scope == .write ? [.read, .write] : [.read], from: visit.now,
                to: visit.now.addingTimeInterval(Double(days) * 86_400))
            try await house.store.keep(token, digest: secret.digest, by: try visit.stamp())
            return try await page(visit, token: secret.text)
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }

    private func revokeToken(_ visit: Visit) async throws -> Reply {
        let visitor = try onlyPeople(visit)
        guard let token = Identifier(visit.parameter("token")) else { throw RequestRefusal.unknownPage(visit.path) }
        _ = try await house.store.revoke(token, of: visitor.id, by: try visit.stamp())
        return saved(visit)
    }

    // MARK: - Second factor

    private func factorPage(_ visit: Visit, problem: RequestRefusal? = nil) async throws -> Reply {
        try visit.fields.allow(["lang"])
        let visitor = try onlyPeople(visit)
        if let known = try await house.store.secondFactor(of: visitor.id), known.isConfirmed { return saved(visit) }
        // Made once: looking again must not take away the secret that was just entered into a device.
        if try await house.store.secondFactor(of: visitor.id) == nil {
            try await house.store.prepareSecondFactor(of: visitor.id, secret: TimeCode.random().secret)
        }
        guard let factor = try await house.store.secondFactor(of: visitor.id),
            let device = TimeCode(secret: factor.secret)
        else { throw RequestRefusal.notDone(.already) }
        let model = SecondFactorPage(
            secret: device.base32, address: device.address(label: visitor.record.account.name.text),
            problem: problem.map(visit.words.message))
        return .own(model.html(visit), status: problem?.status ?? 200)
    }

    private func confirmFactor(_ visit: Visit) async throws -> Reply {
        try visit.form.allow(["code", "current", Answering.tokenField])
        let visitor = try onlyPeople(visit)
        do {
            try await checkPassword(visit, visitor)
        } catch let refusal as RequestRefusal {
            return try await factorPage(visit, problem: refusal)
        }
        guard let factor = try await house.store.secondFactor(of: visitor.id), !factor.isConfirmed,
            let device = TimeCode(secret: factor.secret)
        else { return saved(visit) }
        let typed = (visit.form["code"] ?? "").filter { !$0.isWhitespace }
        let seconds = Int(visit.now.timeIntervalSince1970)
        guard let counter = device.accepts(typed, at: seconds, after: factor.lastCounter),
            try await house.store.useCounter(counter, of: visitor.id)
        else { return try await factorPage(visit, problem: .badEntry(field: "code", .notRight)) }
        let codes = RecoveryCodes.random()
        try await house.store.confirmSecondFactor(
            of: visitor.id, codes: codes.digests(by: house.keyring, account: visitor.id.identifier.text),
            by: try visit.stamp())
        return .own(RecoveryCodesPage(codes: codes.codes).html(visit))
    }

    private func removeFactor(_ visit: Visit) async throws -> Reply {
        let visitor = try onlyPeople(visit)
        do {
            try visit.form.allow(["current", Answering.tokenField])
            try await checkPassword(visit, visitor)
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
        try await house.store.removeSecondFactor(of: visitor.id, by: try visit.stamp())
        return saved(visit)
    }
}
