import Register
import Storage

extension English: DoorWords {
    var houseNavigation: String { "Office" }
    var accountLink: String { "Account" }
    var peopleTitle: String { "Personal data" }
    var auditTitle: String { "Audit trail" }
    var jobsTitle: String { "Jobs" }
    var operationsTitle: String { "Operations" }

    var signInTitle: String { "Sign in" }
    var signInLead: String { "For the office's staff and partners. Official figures are open to everybody without it." }
    var signInNameField: String { "Account name" }
    var signInNameHint: String { "Small letters, digits, full stops, dashes, or an e-mail address; no blanks." }
    var passwordField: String { "Password" }
    var signInButton: String { "Sign in" }
    func signInWait(minutes: Int) -> String {
        "Too many attempts. Try again in \(minutes) minutes, or ask an administrator for a new link."
    }
    var codeTitle: String { "Code of your device" }
    var codeLead: String { "Type the six digits that the app on your device shows, or one recovery code." }
    var codeField: String { "Code" }

    func linkTitle(_ purpose: OneTimeLink.Purpose) -> String {
        switch purpose {
        case .firstAdministrator: "The first administrator"
        case .invitation: "Welcome"
        case .reset: "A new password"
        }
    }

    func linkLead(_ purpose: OneTimeLink.Purpose, name: String) -> String {
        switch purpose {
        case .firstAdministrator:
            "Tiru has no account yet. This one looks after the others; after that, this link no longer works."
        case .invitation: "Your account name is “\(name)”. Choose a password, then sign in."
        case .reset: "Choose a new password for “\(name)”. Sessions that are still open will end."
        }
    }

    var linkButton: String { "Save" }
    var officeField: String { "Region of the office" }
    var officeHint: String { "A name, a Kemendagri code such as 51.03, or a BPS code such as 5103." }
    var displayNameField: String { "Name" }
    var newPasswordField: String { "New password" }
    var passwordHint: String {
        "At least 10 characters; several words that have nothing to do with one another are best."
    }
    var passwordAgainField: String { "New password, once more" }

    var ownAccountTitle: String { "My account" }
    func ownAccountLead(name: String, signIn: String) -> String { "\(name), signing in as “\(signIn)”." }
    var saved: String { "Saved." }
    var hatsHeading: String { "Roles" }
    var noHats: String { "No roles yet. The office's administrator gives them." }
    func hat(_ hat: Hat, region: String) -> String {
        let who = hat.body.map { "\(role(hat.role)) (\(body($0)))" } ?? role(hat.role)
        return hat.region == .nation ? "\(who), whole installation" : "\(who), \(region)"
    }
    var signOutButton: String { "Sign out" }
    var currentPasswordField: String { "Current password" }
    var passwordButton: String { "Change password" }
    var passwordHeading: String { "Change password" }
    var secondFactorHeading: String { "Device code" }
    func secondFactorOn(codesLeft: String) -> String {
        "On: after the password a code of the device is asked for. Recovery codes left: \(codesLeft)."
    }
    var secondFactorOff: String { "Off. With a code of your phone, a leaked password alone opens nothing." }
    var secondFactorRemove: String { "Turn the device code off" }
    var secondFactorAdd: String { "Turn the device code on" }
    var secondFactorTitle: String { "Turn the device code on" }
    var secondFactorLead: String {
        "Enter this key into a code app (such as FreeOTP or Google Authenticator), then type its first code."
    }
    var secondFactorConfirm: String { "Turn on" }
    var secondFactorAddress: String { "The key as an address for apps" }
    var recoveryTitle: String { "Recovery codes" }
    var recoveryLead: String {
        "Print or write down these codes and keep them safe. If the device is lost, each works once. "
            + "They are not shown again."
    }
    var sessionsHeading: String { "Open sessions" }
    func session(program: String, address: String, lastSeen: String) -> String {
        "\(program.isEmpty ? "Unknown browser" : program), from \(address), last \(lastSeen)."
    }
    var thisSession: String { "This session" }
    var endSession: String { "End" }
    var tokensHeading: String { "Tokens for programs" }
    var tokensLead: String {
        "A token is used by a program, not a person: sent as “Authorization: Bearer …”. It never allows more than your roles do."
    }
    var tokenMake: String { "Make a token" }
    var tokenNameField: String { "What for" }
    var tokenNameHint: String { "For instance: monthly report." }
    var tokenScopeField: String { "Scope" }
    func scope(_ scope: TokenScope) -> String { scope == .read ? "read" : "read and enter" }
    var tokenDaysField: String { "Valid (days)" }
    func token(_ name: String, scope: String, ends: String, lastUsed: String?) -> String {
        "\(name): \(scope), until \(ends), " + (lastUsed.map { "last used \($0)." } ?? "never used.")
    }
    var tokenOnce: String { "Copy this token now; it is not shown again once this page is closed." }
    var tokenRevoked: String { "Revoked" }
    var tokenOver: String { "Over" }
    var tokenRevoke: String { "Revoke" }
}

extension English: AccountWords {
    var accountsTitle: String { "Who may come in?" }
    var accountsLead: String { "The accounts of your region, with their roles." }
    func accountsFound(_ count: String) -> String { "\(count) accounts" }
    var standingHeading: String { "Standing" }
    var createdHeading: String { "Made" }
    func standing(_ record: AccountRecord) -> String {
        if record.account.state.standing == .suspended { return "suspended" }
        return record.hasPassword ? "active" : "invited, no password yet"
    }
    func yesNo(_ isYes: Bool) -> String { isYes ? "yes" : "no" }
    var newAccountTitle: String { "New account" }
    var newAccountLead: String { "Once it is saved you get a link to hand to the account's owner." }
    var newAccountButton: String { "Make account" }
    func linkOnce(name: String) -> String {
        "Hand this link to \(name), after the address of this site. It is valid for 3 days, once, and is not shown again:"
    }
    func accountLead(signIn: String, office: String, standing: String) -> String {
        "Account name “\(signIn)”, office \(office), \(standing)."
    }
    var hatTake: String { "Take away" }
    var hatGive: String { "Give a role" }
    var doorHeading: String { "The door" }
    var linkExplained: String { "A link that sets a password once; earlier links no longer work." }
    var linkReset: String { "Make a link for a new password" }
    var linkInvite: String { "Make an invitation link" }
    var suspendButton: String { "Suspend account" }
    var restoreButton: String { "Restore account" }
    var reasonField: String { "Reason" }
    var roleField: String { "Role" }
    func role(_ role: Hat.Role) -> String {
        switch role {
        case .administrator: "Administrator"
        case .head: "Head"
        case .officer: "Officer"
        case .enumerator: "Enumerator"
        case .partner: "Partner"
        case .sentraManager: "Sentra manager"
        case .owner: "Owner"
        case .guestRegion: "Guest region"
        }
    }
    var regionField: String { "Region" }
    var bodyField: String { "Body (for partners)" }
    func body(_ body: PartnerBody) -> String {
        switch body {
        case .tpPKK: "TP PKK"
        case .dekranasda: "Dekranasda"
        case .other: "another body"
        }
    }
    var subjectField: String { "Enterprise or sentra" }
    var subjectHint: String { "For owners and sentra managers only: its identifier." }
}
