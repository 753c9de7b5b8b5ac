/// One line of an office's book: what was changed, by whom, when, and why. Lines are only ever added, and each holds the
/// hash of the one before, so that none can be changed or left out unseen.
public struct Event: Sendable, Equatable {
    /// The office whose book it is in: the code of its region; the nation's for what concerns the whole installation.
    public let office: RegionCode
    /// 1, 2, 3 … in each book.
    public let number: Int
    public let stamp: Stamp
    public let kind: EventKind
    /// What it is about; `nil` for the installation itself.
    public let subject: Identifier?
    /// Whose personal values are among the changes; they are sealed by that person's key.
    public let person: Person.ID?
    public let changes: [Change]
    public let reason: String?

    public init(
        _ kind: EventKind, at place: (office: RegionCode, number: Int), _ stamp: Stamp, subject: Identifier?,
        person: Person.ID? = nil, changes: [Change] = [], reason: String? = nil
    ) {
        self.kind = kind
        office = place.office
        number = place.number
        self.stamp = stamp
        self.subject = subject
        self.person = person
        self.changes = changes
        self.reason = reason
    }

    /// One field before and after.
    public struct Change: Sendable, Equatable {
        /// The field's name in the code, such as `display-name`.
        public let field: String
        public let old: Value
        public let new: Value

        public init(_ field: String, from old: Value = .none, to new: Value = .none) {
            self.field = field
            self.old = old
            self.new = new
        }
    }

    public enum Value: Sendable, Equatable {
        case none
        case plain(String)
        /// Of a person: sealed in the book.
        case personal(String)
        /// Of a person whose key was destroyed, or cannot be had.
        case erased

        /// - Returns: `.none` for `nil`.
        public init(_ text: String?) { self = text.map(Value.plain) ?? .none }
    }
}

/// What can happen. The raw values stand in every book in the world: new ones are added, none is changed.
public enum EventKind: String, Sendable, CaseIterable, Codable {
    case factsLoaded = "facts-loaded"
    case accountMade = "account-made"
    case accountRenamed = "account-renamed"
    case accountSuspended = "account-suspended"
    case accountRestored = "account-restored"
    case hatGiven = "hat-given"
    case hatTaken = "hat-taken"
    case linkMade = "link-made"
    case passwordSet = "password-set"
    case secondFactorSet = "second-factor-set"
    case secondFactorRemoved = "second-factor-removed"
    case recoveryCodeUsed = "recovery-code-used"
    case signedIn = "signed-in"
    case signedOut = "signed-out"
    case sessionEnded = "session-ended"
    case tokenMade = "token-made"
    case tokenRevoked = "token-revoked"
    case personEntered = "person-entered"
    case personChanged = "person-changed"
    case personErased = "person-erased"
    case personShown = "person-shown"
    case peopleExported = "people-exported"
    case consentGiven = "consent-given"
    case consentWithdrawn = "consent-withdrawn"
    case processingStopped = "processing-stopped"
    case requestReceived = "request-received"
    case requestSettled = "request-settled"
    case keysRotated = "keys-rotated"
    case jobAsked = "job-asked"
    case jobCancelled = "job-cancelled"
    case backupMade = "backup-made"
    case backupRestored = "backup-restored"
    case industryMigrated = "industry-migrated"
    case industryReopened = "industry-reopened"
    case enterpriseEntered = "enterprise-entered"
    case enterpriseChanged = "enterprise-changed"
    case enterprisesMerged = "enterprises-merged"
    case mergerUndone = "merger-undone"
    case twinsToldApart = "twins-told-apart"
    case changeProposed = "change-proposed"
    case changeApproved = "change-approved"
    case changeRefused = "change-refused"
    case changeWithdrawn = "change-withdrawn"
    case enterprisesExported = "enterprises-exported"
    /// Places of enterprises were given out, of those whose owners allow it.
    case placesExported = "places-exported"
    case siinasExported = "siinas-exported"
    case sentraEntered = "sentra-entered"
    case sentraChanged = "sentra-changed"
    case sentraMemberAdded = "sentra-member-added"
    case sentraMemberChanged = "sentra-member-changed"
    case sentraMemberTakenBack = "sentra-member-taken-back"
    case sentraFacilityEntered = "sentra-facility-entered"
    case sentraFacilityChanged = "sentra-facility-changed"
    case sentraFacilityRemoved = "sentra-facility-removed"
    case sentraExported = "sentra-exported"
    case detailEntered = "detail-entered"
    case detailChanged = "detail-changed"
    case detailRemoved = "detail-removed"
    case detailPutBack = "detail-put-back"
    case photoAdded = "photo-added"
    case photoCaptioned = "photo-captioned"
    case photoPutFirst = "photo-put-first"
    case photoRemoved = "photo-removed"
    case photoPutBack = "photo-put-back"
    case photoErased = "photo-erased"
    case certificatesExported = "certificates-exported"
    case viewKept = "view-kept"
    case viewChanged = "view-changed"
    case viewRemoved = "view-removed"
    case productionSaved = "production-saved"
    case productionMoved = "production-moved"
    case listBrought = "list-brought"
    case listEntered = "list-entered"
    case listUndone = "list-undone"
    case listLaidAside = "list-laid-aside"
}
