public import Pictures
public import Register
public import Secrets
public import Storage

/// Why what was entered into a field is not allowed there.
public enum BadEntry: Sendable, Hashable {
    case signInName(SignInNameRefusal)
    case displayName
    case password(PasswordRule.Refusal)
    case passwordsDiffer
    /// The name, the password or the code is not right; which of them is not said.
    case notRight
    case number(NIKRefusal)
    case hat(HatRefusal)
    case email
    case phone
    /// A citizen number stands where everybody reads it.
    case numberMisplaced
    case proof
    /// What cannot be undone was not confirmed.
    case notConfirmed
    case days(ClosedRange<Int>)
    /// A field of an enterprise.
    case enterprise(EnterpriseField)
    /// A field of a sentra.
    case sentra(SentraField)
    /// A field of a facility that a sentra shares.
    case facility(FacilityField)
    case day
    /// The last day lies before the first.
    case lastDay
    /// A field of what hangs on an enterprise.
    case detail(DetailField)
    /// A file that is not taken as a photo.
    case picture(PictureRefusal)
    /// What is seen on a photo.
    case photoCaption
    /// A code of the industry classification on the migration board.
    case decision(IndustryDecisionRefusal)
    /// A field of a change request, or the words that go with it.
    case change(ChangeRequestRefusal)

    var code: String {
        switch self {
        case .signInName(let refusal): refusal.rawValue
        case .displayName: "display-name"
        case .password(let refusal): "password-\(refusal)"
        case .passwordsDiffer: "passwords-differ"
        case .notRight: "not-right"
        case .number(let refusal): refusal.rawValue
        case .hat(let refusal): refusal.rawValue
        case .email: "email"
        case .phone: "phone"
        case .numberMisplaced: "nik-misplaced"
        case .proof: "proof-missing"
        case .notConfirmed: "not-confirmed"
        case .days: "days"
        case .enterprise(let field): "enterprise-\(field.rawValue)"
        case .sentra(let field): "sentra-\(field.rawValue)"
        case .facility(let field): "facility-\(field.rawValue)"
        case .day: "day"
        case .lastDay: "last-day-first"
        case .detail(let field): "detail-\(field.rawValue)"
        case .picture(let refusal): refusal.code
        case .photoCaption: "photo-caption"
        case .decision(let refusal): refusal.rawValue
        case .change(let refusal): refusal.code
        }
    }
}

/// Why what is asked cannot be done as things stand.
public enum NotDone: Sendable, Hashable {
    case nameTaken, lastAdministrator, ownAccount, already, unknownAccount
    /// The link was used, is over, or never was one; which of them is not said.
    case linkOver
    case unknownPerson, erased
    /// Somebody else changed it first.
    case changedMeanwhile
    case unknownRegion(String)
    case request(PersonalDataRequestRefusal)
    /// The office cannot give what it does not have.
    case beyondOwnRegion
    /// The account wears a hat that the visitor could not give.
    case beyondReach
    case jobOver
    case unknownEnterprise
    /// The enterprise was merged into another, where it is changed.
    case mergedAlready
    /// Somebody has worked on the enterprise since another was merged into it.
    case changedSinceMerger
    case unknownPair
    case view(ViewTrouble)
    case many(ManyTrouble)
    case unknownSentra
    /// The enterprise of this name belongs to the sentra already on one of these days.
    case alreadyMember(String)
    case unknownDetail
    /// It was removed, and is put back first.
    case detailGone
    /// A group of workers of this sex, pay and position is there.
    case sameGroupIsThere
    /// The licence number belongs to another enterprise.
    case numberTaken(String)
    /// Two columns of a list are taken for one field.
    case columnTwice(EnterpriseField)
    /// The file of a list was not looked at yet, or is kept no longer.
    case fileGone
    case change(ChangeRequestRefusal)
    case photo(PhotoRefused)

    var code: String {
        switch self {
        case .nameTaken: "name-taken"
        case .lastAdministrator: "last-administrator"
        case .ownAccount: "own-account"
        case .already: "already"
        case .unknownAccount: "account-unknown"
        case .linkOver: "link-over"
        case .unknownPerson: "person-unknown"
        case .erased: "person-erased"
        case .changedMeanwhile: "changed-meanwhile"
        case .unknownRegion: "region-unknown"
        case .request(let refusal): refusal.rawValue
        case .beyondOwnRegion: "beyond-own-region"
        case .beyondReach: "account-beyond-reach"
        case .jobOver: "job-over"
        case .unknownEnterprise: "enterprise-unknown"
        case .mergedAlready: "enterprise-merged"
        case .changedSinceMerger: "changed-since-merger"
        case .unknownPair: "pair-unknown"
        case .view(let trouble): trouble.code
        case .many(let trouble): trouble.code
        case .unknownSentra: "sentra-unknown"
        case .alreadyMember: "already-member"
        case .unknownDetail: "detail-unknown"
        case .detailGone: "detail-gone"
        case .sameGroupIsThere: "group-taken"
        case .numberTaken: "nib-taken"
        case .columnTwice: "column-twice"
        case .fileGone: "file-gone"
        case .change(let refusal): refusal.code
        case .photo(let refused): refused.code
        }
    }

    var isUnknown: Bool {
        let unknown: [Self] = [
            .unknownAccount, .unknownPerson, .linkOver, .unknownEnterprise, .unknownPair, .unknownSentra,
            .unknownDetail, .change(.unknownRequest), .view(.unknown), .many(.unknownChange), .photo(.unknownPhoto),
            .photo(.unknownProduct),
        ]
        return unknown.contains(self)
    }
}

extension PhotoRefused {
    fileprivate var code: String {
        switch self {
        case .unknownPhoto: "photo-unknown"
        case .unknownProduct: "product-unknown"
        case .merged: "enterprise-merged"
        case .tooMany: "too-many-photos"
        case .tooManyKept: "too-many-photos-kept"
        case .sameIsThere: "photo-taken"
        case .changedMeanwhile: "changed-meanwhile"
        case .removed: "photo-removed"
        case .already: "already"
        case .notRemoved: "photo-not-removed"
        }
    }
}

extension RequestRefusal {
    init(_ refused: AccountChangeRefused) {
        switch refused {
        case .unknownAccount: self = .notDone(.unknownAccount)
        case .nameTaken: self = .notDone(.nameTaken)
        case .unknownRegion(let region): self = .notDone(.unknownRegion(region.text))
        case .lastAdministrator: self = .notDone(.lastAdministrator)
        case .ownAccount: self = .notDone(.ownAccount)
        case .already: self = .notDone(.already)
        }
    }

    init(_ refused: PersonRefused) {
        switch refused {
        case .unknownPerson: self = .notDone(.unknownPerson)
        case .erased: self = .notDone(.erased)
        case .changedMeanwhile: self = .notDone(.changedMeanwhile)
        case .unknownRegion(let region): self = .notDone(.unknownRegion(region.text))
        }
    }
}
