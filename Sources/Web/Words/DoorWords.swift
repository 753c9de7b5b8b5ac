import Register
import Storage

/// The door: signing in, links, one's own account, the accounts of an office.
protocol DoorWords: Sendable {
    var houseNavigation: String { get }
    var accountLink: String { get }
    var peopleTitle: String { get }
    var auditTitle: String { get }
    var jobsTitle: String { get }
    var operationsTitle: String { get }

    var signInTitle: String { get }
    var signInLead: String { get }
    var signInNameField: String { get }
    var signInNameHint: String { get }
    var passwordField: String { get }
    var signInButton: String { get }
    func signInWait(minutes: Int) -> String
    var codeTitle: String { get }
    var codeLead: String { get }
    var codeField: String { get }
    func linkTitle(_ purpose: OneTimeLink.Purpose) -> String
    /// - Parameter name: by which the account signs in; empty for the first administrator.
    func linkLead(_ purpose: OneTimeLink.Purpose, name: String) -> String
    var linkButton: String { get }
    var officeField: String { get }
    var officeHint: String { get }
    var displayNameField: String { get }
    var newPasswordField: String { get }
    var passwordHint: String { get }
    var passwordAgainField: String { get }

    var ownAccountTitle: String { get }
    func ownAccountLead(name: String, signIn: String) -> String
    var saved: String { get }
    var hatsHeading: String { get }
    var noHats: String { get }
    func hat(_ hat: Hat, region: String) -> String
    var signOutButton: String { get }
    var currentPasswordField: String { get }
    var passwordButton: String { get }
    var passwordHeading: String { get }
    var secondFactorHeading: String { get }
    func secondFactorOn(codesLeft: String) -> String
    var secondFactorOff: String { get }
    var secondFactorRemove: String { get }
    var secondFactorAdd: String { get }
    var secondFactorTitle: String { get }
    var secondFactorLead: String { get }
    var secondFactorConfirm: String { get }
    var secondFactorAddress: String { get }
    var recoveryTitle: String { get }
    var recoveryLead: String { get }
    var sessionsHeading: String { get }
    func session(program: String, address: String, lastSeen: String) -> String
    var thisSession: String { get }
    var endSession: String { get }
    var tokensHeading: String { get }
    var tokensLead: String { get }
    var tokenMake: String { get }
    var tokenNameField: String { get }
    var tokenNameHint: String { get }
    var tokenScopeField: String { get }
    func scope(_ scope: TokenScope) -> String
    var tokenDaysField: String { get }
    func token(_ name: String, scope: String, ends: String, lastUsed: String?) -> String
    var tokenOnce: String { get }
    var tokenRevoked: String { get }
    var tokenOver: String { get }
    var tokenRevoke: String { get }
}

/// The accounts of an office.
protocol AccountWords: Sendable {
    var accountsTitle: String { get }
    var accountsLead: String { get }
    func accountsFound(_ count: String) -> String
    var standingHeading: String { get }
    var createdHeading: String { get }
    func standing(_ record: AccountRecord) -> String
    func yesNo(_ isYes: Bool) -> String
    var newAccountTitle: String { get }
    var newAccountLead: String { get }
    var newAccountButton: String { get }
    func linkOnce(name: String) -> String
    func accountLead(signIn: String, office: String, standing: String) -> String
    var hatTake: String { get }
    var hatGive: String { get }
    var doorHeading: String { get }
    var linkExplained: String { get }
    var linkReset: String { get }
    var linkInvite: String { get }
    var suspendButton: String { get }
    var restoreButton: String { get }
    var reasonField: String { get }
    var roleField: String { get }
    func role(_ role: Hat.Role) -> String
    var regionField: String { get }
    var bodyField: String { get }
    func body(_ body: PartnerBody) -> String
    var subjectField: String { get }
    var subjectHint: String { get }
}
