import Compare
import Foundation
import HTTPTypes
import Register
import Secrets
import Storage

/// Links that let somebody in once: the first administrator, an invitation, a new password.
struct Links: Sendable {
    let house: House

    var routes: [Route] {
        let path = Paths.link + "/:token"
        return [
            Route(.get, path, .everybody) { visit in try await page(visit) },
            Route(.post, path, .everybody) { visit in try await take(visit) },
        ]
    }

    /// The token in the address, as the database knows it.
    private func digest(_ visit: Visit) throws -> String {
        guard let token = SecretToken(visit.parameter("token")), token.kind == .bare else {
            throw RequestRefusal.notDone(.linkOver)
        }
        return token.digest
    }

    private func page(_ visit: Visit, problem: RequestRefusal? = nil) async throws -> Reply {
        try visit.fields.allow(["lang"])
        let link = try await refusing { try await house.store.link(digest: try digest(visit), at: visit.now) }
        let door = SecretToken.random()
        let visit = visit.with(formToken: house.keyring.fingerprint(of: door.text, for: .formToken))
        let words = visit.words
        let name: String? =
            if let account = link.account { try await house.store.account(account).account.name.text } else { nil }
        let form = FormPage(
            title: words.linkTitle(link.purpose), lead: [words.linkLead(link.purpose, name: name ?? "")],
            problem: problem.map(words.message),
            fields: (link.purpose == .firstAdministrator ? founderFields(visit) : []) + passwordFields(words),
            action: visit.path, button: words.linkButton)
        var reply = Reply.own(form.html(visit), status: problem?.status ?? 200)
        // The door's cookie replaces a session's: whoever opens a link is somebody else.
        reply.cookies = [
            Cookies.cookie(Cookies.doorName, door.text, isSecure: house.isSecure, seconds: 3600),
            Cookies.noSession(isSecure: house.isSecure),
        ]
        return reply
    }

    private func founderFields(_ visit: Visit) -> [FormField] {
        let words = visit.words
        return [
            FormField(
                name: "office", label: words.officeField, value: visit.form["office"] ?? "", hint: words.officeHint,
                isFirst: true),
            FormField(
                name: "display-name", label: words.displayNameField, value: visit.form["display-name"] ?? "",
                autocomplete: "name"),
            FormField(
                name: "name", label: words.signInNameField, value: visit.form["name"] ?? "",
                hint: words.signInNameHint, autocomplete: "username"),
        ]
    }

    private func passwordFields(_ words: any Words) -> [FormField] {
        [
            FormField(
                name: "password", label: words.newPasswordField, kind: .newPassword, hint: words.passwordHint,
                autocomplete: "new-password"),
            FormField(
                name: "again", label: words.passwordAgainField, kind: .newPassword, autocomplete: "new-password"),
        ]
    }

    private func take(_ visit: Visit) async throws -> Reply {
        do {
            try visit.form.allow(["office", "display-name", "name", "password", "again", Answering.tokenField])
            let digest = try digest(visit)
            let link = try await refusing { try await house.store.link(digest: digest, at: visit.now) }
            if let account = link.account {
                try await setPassword(of: account, digest, visit)
            } else {
                try await makeFounder(digest, visit)
            }
        } catch let refusal as RequestRefusal where refusal != .notDone(.linkOver) {
            return try await page(visit, problem: refusal)
        }
        return .seeOther(visit.address(Paths.signIn))
    }

    private func setPassword(of id: Account.ID, _ digest: String, _ visit: Visit) async throws {
        let name = try await house.store.account(id).account.name
        let hash = try await newPasswordHash(visit, for: name)
        _ = try await refusing {
            try await house.store.useLink(digest: digest, passwordHash: hash, at: visit.now)
        }
    }

    /// The first administrator runs the installation, and so wears the nation's hat beside the office's.
    private func makeFounder(_ digest: String, _ visit: Visit) async throws {
        let directory = try await house.store.regionalEconomies().directory
        let office = try directory.named(visit.form["office"] ?? "", in: "office")
        let name = try signInName(visit)
        let shown = try displayName(visit)
        let hash = try await newPasswordHash(visit, for: name)
        let id = Account.ID(visit.newIdentifier())
        let account = Account(
            id: id, name: name, displayName: shown, office: office.id,
            state: Account.State(.active, since: Stamp(by: nil, at: visit.now)), createdAt: visit.now)
        let hats = [try Hat(.administrator, in: .nation)]
        try await refusing {
            try await house.store.useFirstLink(digest: digest, making: account, hats: hats, passwordHash: hash)
        }
    }

    private func refusing<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch is LinkRefused {
            throw RequestRefusal.notDone(.linkOver)
        } catch let refused as AccountChangeRefused {
            throw RequestRefusal(refused)
        }
    }
}

// What several doors ask for.

func signInName(_ visit: Visit) throws -> SignInName {
    do {
        return try SignInName(try PersonFields.text("name", visit) ?? "")
    } catch let refusal as SignInNameRefusal {
        throw RequestRefusal.badEntry(field: "name", .signInName(refusal))
    }
}

func displayName(_ visit: Visit) throws -> DisplayName {
    guard let name = DisplayName(try PersonFields.text("display-name", visit) ?? "") else {
        throw RequestRefusal.badEntry(field: "display-name", .displayName)
    }
    return name
}

/// Both new passwords of a form, checked and hashed.
func newPasswordHash(_ visit: Visit, for name: SignInName) async throws -> String {
    let password = visit.form.verbatim("password")
    guard password == visit.form.verbatim("again") else {
        throw RequestRefusal.badEntry(field: "again", .passwordsDiffer)
    }
    if let refusal = PasswordRule.refusal(of: password, account: name.text) {
        throw RequestRefusal.badEntry(field: "password", .password(refusal))
    }
    return try await visit.house.passwords.run { try PasswordHash.make(password) }
}
