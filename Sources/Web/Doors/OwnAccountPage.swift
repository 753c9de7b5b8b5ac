import Foundation
import HTML
import Register
import Storage

/// One's own account as values and finished words.
struct OwnAccountPage: Sendable {
    let record: AccountRecord
    let sessions: [SessionRecord]
    let thisSession: Identifier?
    let tokens: [AccessToken]
    let codesLeft: Int
    let regionNames: @Sendable (RegionCode) -> String
    let problem: String?
    /// The text of a token just made: shown once.
    let newToken: String?
    let isSaved: Bool

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        return document(Frame(visit, title: words.ownAccountTitle)) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            if isSaved { p(.class("saved"), .role("status")) { words.saved } }
            if let newToken { tokenView(newToken, words) }
            p { words.ownAccountLead(name: record.account.displayName.text, signIn: record.account.name.text) }
            hatsView(words)
            buttonView(words.signOutButton, action: Paths.signOut, visit)
            passwordView(visit)
            factorView(visit)
            sessionsView(visit)
            tokensView(visit)
        }
    }

    private func tokenView(_ token: String, _ words: any Words) -> Node {
        div(.class("once"), .role("status")) {
            p { words.tokenOnce }
            p { code { token } }
        }
    }

    private func hatsView(_ words: any Words) -> Node {
        fragment {
            h2 { words.hatsHeading }
            if record.hats.isEmpty { p { words.noHats } }
            ul {
                for hat in record.hats { li { words.hat(hat, region: regionNames(hat.region)) } }
            }
        }
    }

    private func passwordView(_ visit: Visit) -> Node {
        let words = visit.words
        let page = FormPage(
            title: "",
            fields: [
                .currentPassword(words),
                FormField(
                    name: "password", label: words.newPasswordField, kind: .newPassword, hint: words.passwordHint,
                    autocomplete: "new-password"),
                FormField(
                    name: "again", label: words.passwordAgainField, kind: .newPassword, autocomplete: "new-password"),
            ], action: Paths.account + "/password", button: words.passwordButton)
        return details {
            summary { words.passwordHeading }
            formView(page, visit)
        }
    }

    private func factorView(_ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            h2 { words.secondFactorHeading }
            if record.hasSecondFactor {
                p { words.secondFactorOn(codesLeft: visit.language.numbers.integer(codesLeft)) }
                details {
                    summary { words.secondFactorRemove }
                    formView(
                        FormPage(
                            title: "",
                            fields: [
                                .currentPassword(words)
                            ], action: Paths.account + "/second-factor/remove", button: words.secondFactorRemove), visit
                    )
                }
            } else {
                p { words.secondFactorOff }
                p { a(.href(visit.address(Paths.account + "/second-factor"))) { words.secondFactorAdd } }
            }
        }
    }

    private func sessionsView(_ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            h2 { words.sessionsHeading }
            ul(.class("rows")) {
                for session in sessions {
                    li {
                        words.session(
                            program: session.program, address: session.address,
                            lastSeen: visit.instant(session.lastSeenAt))
                        " "
                        if session.id == thisSession {
                            strong { words.thisSession }
                        } else {
                            buttonView(
                                words.endSession,
                                action: "\(Paths.account)/sessions/\(session.id.text)/end", visit)
                        }
                    }
                }
            }
        }
    }

    private func tokensView(_ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            h2 { words.tokensHeading }
            p { words.tokensLead }
            if !tokens.isEmpty {
                ul(.class("rows")) { for token in tokens { li { tokenRow(token, visit) } } }
            }
            details {
                summary { words.tokenMake }
                formView(
                    FormPage(
                        title: "",
                        fields: [
                            FormField(name: "token-name", label: words.tokenNameField, hint: words.tokenNameHint),
                            FormField(
                                name: "scope", label: words.tokenScopeField,
                                kind: .choice(TokenScope.allCases.map { ($0.rawValue, words.scope($0)) })),
                            FormField(
                                name: "days", label: words.tokenDaysField, kind: .number(OwnAccount.tokenDays),
                                value: "90"),
                            .currentPassword(words),
                        ], action: Paths.account + "/tokens", button: words.tokenMake), visit)
            }
        }
    }

    private func tokenRow(_ token: AccessToken, _ visit: Visit) -> Node {
        let words = visit.words
        let scope: TokenScope = token.scope.contains(.write) ? .write : .read
        return fragment {
            words.token(
                token.name, scope: words.scope(scope), ends: visit.day(token.endsAt),
                lastUsed: token.lastUsedAt.map { visit.instant($0) })
            " "
            if token.revokedAt != nil {
                words.tokenRevoked
            } else if token.endsAt <= visit.now {
                words.tokenOver
            } else {
                buttonView(words.tokenRevoke, action: "\(Paths.account)/tokens/\(token.id.text)/revoke", visit)
            }
        }
    }
}

/// Setting up the second factor: the secret for the device, and a first code.
struct SecondFactorPage: Sendable {
    let secret: String
    let address: String
    let problem: String?

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        let page = FormPage(
            title: words.secondFactorTitle, problem: problem,
            fields: [
                FormField(
                    name: "code", label: words.codeField, kind: .code, autocomplete: "one-time-code", isFirst: true),
                .currentPassword(words),
            ], action: Paths.account + "/second-factor", button: words.secondFactorConfirm)
        return document(Frame(visit, title: page.title)) {
            p { words.secondFactorLead }
            // In groups of four, as people read them out.
            p { code(.class("secret")) { grouped(secret) } }
            details {
                summary { words.secondFactorAddress }
                p { code { address } }
            }
            page.view(visit)
        }
    }

    private func grouped(_ text: String) -> String {
        stride(from: 0, to: text.count, by: 4).map { String(text.dropFirst($0).prefix(4)) }.joined(separator: " ")
    }
}

/// The recovery codes, shown once.
struct RecoveryCodesPage: Sendable {
    let codes: [String]

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        return document(Frame(visit, title: words.recoveryTitle)) {
            p { words.recoveryLead }
            ul(.class("codes")) { for text in codes { li { code { text } } } }
            p(.class("next")) { a(.class("button"), .href(visit.address(Paths.account))) { words.ownAccountTitle } }
        }
    }
}

extension FormField {
    /// Asked for again where whoever finds a browser left open could take the account over.
    fileprivate static func currentPassword(_ words: any Words) -> FormField {
        FormField(
            name: "current", label: words.currentPasswordField, kind: .password, autocomplete: "current-password")
    }
}
