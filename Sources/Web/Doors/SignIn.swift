import Foundation
import HTTPTypes
import Register
import Secrets
import Storage

/// The front door: name and password, then the code of a device where there is one.
struct SignIn: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(.get, Paths.signIn, .everybody) { visit in try page(visit) },
            Route(.post, Paths.signIn, .everybody) { visit in try await take(visit) },
            Route(.get, Paths.signInCode, .everybody) { visit in try codePage(visit) },
            Route(.post, Paths.signInCode, .everybody) { visit in try await takeCode(visit) },
            Route(.post, Paths.signOut, .everybody) { visit in try await leave(visit) },
        ]
    }

    // MARK: - Name and password

    private func page(_ visit: Visit, problem: String? = nil, status: Int = 200) throws -> Reply {
        try visit.fields.allow(["next", "lang"])
        // Without a session yet, the form is bound to a cookie of the door.
        let door = SecretToken.random()
        let token = house.keyring.fingerprint(of: door.text, for: .formToken)
        let visit = visit.visitor == nil ? visit.with(formToken: token) : visit
        let words = visit.words
        let next = Self.local(visit.fields["next"])
        let form = FormPage(
            title: words.signInTitle, lead: [words.signInLead], problem: problem,
            fields: [
                FormField(
                    name: "name", label: words.signInNameField, value: visit.form["name"] ?? "",
                    autocomplete: "username", isFirst: true),
                FormField(
                    name: "password", label: words.passwordField, kind: .password, autocomplete: "current-password"),
            ],
            action: next.map { Paths.signIn(returningTo: $0, in: .indonesian) } ?? Paths.signIn,
            button: words.signInButton)
        var reply = Reply.own(form.html(visit), status: status)
        reply.cookies = [Cookies.cookie(Cookies.doorName, door.text, isSecure: house.isSecure, seconds: 3600)]
        return reply
    }

    private func take(_ visit: Visit) async throws -> Reply {
        try visit.form.allow(["name", "password", Answering.tokenField])
        let typed = visit.form["name"] ?? ""
        let password = visit.form.verbatim("password")
        // In turn, so that guesses made at once see one another's failures.
        guard let answer = try await house.door.pass({ try await attempt(visit, typed, password) }) else {
            throw RequestRefusal.tooMany(seconds: 5)
        }
        switch answer {
        case .wait(let until):
            let minutes = max(1, Int((until.timeIntervalSince(visit.now) / 60).rounded(.up)))
            return try page(visit, problem: visit.words.signInWait(minutes: minutes), status: 429)
        case .no: return try page(visit, problem: visit.words.message(.badEntry(field: "name", .notRight)), status: 400)
        case .yes(let token, let isComplete):
            let next = Self.local(visit.fields["next"])
            let target = isComplete ? next ?? Paths.account : Paths.signInCode(returningTo: next)
            return .seeOther(
                visit.address(target), cookies: [Cookies.session(token, isSecure: house.isSecure)])
        }
    }

    private enum Answer: Sendable {
        case wait(until: Date)
        case no
        case yes(SecretToken, isComplete: Bool)
    }

    /// The same work for a name that nobody has, so that neither the answer nor its time tells which names exist.
    private func attempt(_ visit: Visit, _ typed: String, _ password: String) async throws -> Answer {
        // A text that cannot be a name is the name of nobody. One that can is counted as it is folded: each of its
        // spellings would bring new tries otherwise.
        let name = try? SignInName(typed)
        let nameDigest = house.keyring.fingerprint(of: name?.text ?? typed.lowercased(), for: .signInName)
        let record = try await { () -> AccountRecord? in
            guard let name else { return nil }
            return try await house.store.account(named: name)
        }()
        let failures = try await house.store.signInFailures(
            name: nameDigest, account: record?.id, from: visit.origin.address, at: visit.now)
        if case .wait(let until) = failures.answer(at: visit.now) { return .wait(until: until) }
        let hash = try await { () -> String? in
            guard let record else { return nil }
            return try await house.store.passwordHash(of: record.id)
        }()
        let isRight = try await house.passwords.run {
            PasswordHash.verify(password, against: hash ?? PasswordHash.decoy)
        }
        guard isRight, let record, let hash, record.account.state.standing == .active else {
            try await house.store.recordFailedSignIn(
                visit.newIdentifier(), name: nameDigest, from: visit.origin.address, at: visit.now)
            return .no
        }
        let proven = try await renew(hash, of: record.id, password)
        // Where a code is still to come, forgiving now would bring new tries at it to whoever knows the password.
        if !record.hasSecondFactor {
            try await house.store.forgiveSignIns(name: nameDigest, from: visit.origin.address)
        }
        return try await open(record, visit, provenBy: proven)
    }

    /// Hashes anew what was hashed at another cost. - Returns: the hash that counts now.
    private func renew(_ hash: String, of id: Account.ID, _ password: String) async throws -> String {
        guard PasswordHash.needsRehash(hash) else { return hash }
        let new = try await house.passwords.run { try PasswordHash.make(password) }
        try await house.store.renewHash(of: id, from: hash, to: new)
        return new
    }

    private func open(_ record: AccountRecord, _ visit: Visit, provenBy hash: String) async throws -> Answer {
        let token = SecretToken.random()
        let session = SessionRecord(
            id: visit.newIdentifier(), account: record.id, createdAt: visit.now,
            endsAt: visit.now.addingTimeInterval(house.terms.longest), from: visit.origin,
            isComplete: !record.hasSecondFactor)
        let isOpen = try await house.store.open(session, digest: token.digest, provenBy: hash)
        return isOpen ? .yes(token, isComplete: session.isComplete) : .no
    }

    // MARK: - The code of a device

    private func codePage(_ visit: Visit, problem: String? = nil, status: Int = 200) throws -> Reply {
        try visit.fields.allow(["next", "lang"])
        guard visit.visitor?.session?.isComplete == false else { return .seeOther(visit.address(Paths.account)) }
        let words = visit.words
        let form = FormPage(
            title: words.codeTitle, lead: [words.codeLead], problem: problem,
            fields: [
                FormField(
                    name: "code", label: words.codeField, kind: .code, autocomplete: "one-time-code", isFirst: true)
            ],
            action: Paths.signInCode(returningTo: Self.local(visit.fields["next"])), button: words.signInButton)
        return .own(form.html(visit), status: status)
    }

    private func takeCode(_ visit: Visit) async throws -> Reply {
        try visit.form.allow(["code", Answering.tokenField])
        guard let visitor = visit.visitor, let session = visitor.session, !session.isComplete else {
            throw RequestRefusal.signInNeeded
        }
        let typed = (visit.form["code"] ?? "").filter { !$0.isWhitespace }
        let nameDigest = house.keyring.fingerprint(of: visitor.record.account.name.text, for: .signInName)
        let answer = try await house.door.pass { () -> Answer in
            let failures = try await house.store.signInFailures(
                name: nameDigest, account: visitor.id, from: visit.origin.address, at: visit.now)
            if case .wait(let until) = failures.answer(at: visit.now) { return .wait(until: until) }
            guard try await isRight(typed, visitor.id, visit) else {
                try await house.store.recordFailedSignIn(
                    visit.newIdentifier(), name: nameDigest, from: visit.origin.address, at: visit.now)
                return .no
            }
            let token = SecretToken.random()
            guard try await house.store.complete(session, digest: token.digest, at: visit.now) else { return .no }
            try await house.store.forgiveSignIns(name: nameDigest, from: visit.origin.address)
            return .yes(token, isComplete: true)
        }
        switch answer {
        case .yes(let token, _):
            let target = Self.local(visit.fields["next"]) ?? Paths.account
            return .seeOther(visit.address(target), cookies: [Cookies.session(token, isSecure: house.isSecure)])
        case .wait(let until):
            let minutes = max(1, Int((until.timeIntervalSince(visit.now) / 60).rounded(.up)))
            return try codePage(visit, problem: visit.words.signInWait(minutes: minutes), status: 429)
        case .no, nil:
            return try codePage(visit, problem: visit.words.message(.badEntry(field: "code", .notRight)), status: 400)
        }
    }

    /// A code of the device, or a recovery code; either opens once.
    private func isRight(_ typed: String, _ id: Account.ID, _ visit: Visit) async throws -> Bool {
        guard let factor = try await house.store.secondFactor(of: id), factor.isConfirmed,
            let device = TimeCode(secret: factor.secret)
        else { return false }
        let seconds = Int(visit.now.timeIntervalSince1970)
        if let counter = device.accepts(typed, at: seconds, after: factor.lastCounter) {
            return try await house.store.useCounter(counter, of: id)
        }
        let codes = try await house.store.recoveryCodes(of: id)
        let match = try RecoveryCodes.match(typed, among: codes, by: house.keyring, account: id.identifier.text)
        guard let match else { return false }
        return try await house.store.useRecoveryCode(digest: match, of: id, at: visit.now)
    }

    // MARK: - Leaving

    private func leave(_ visit: Visit) async throws -> Reply {
        if let session = visit.visitor?.session {
            try await house.store.end(
                session.id, of: session.account, .signedOut, by: Stamp(by: session.account, at: visit.now))
        }
        return .seeOther(
            visit.address(Paths.start), cookies: [Cookies.noSession(isSecure: house.isSecure)])
    }

    /// An address of ours, for going back to it; `nil` for anything that could lead elsewhere.
    static func local(_ address: String?) -> String? {
        guard let address, address.hasPrefix("/"), !address.hasPrefix("//"), !address.contains("\\") else { return nil }
        return address
    }
}
