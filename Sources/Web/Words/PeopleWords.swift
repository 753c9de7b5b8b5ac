import Register

/// The people whose data an office keeps. Names, numbers, days and hours come in as finished text.
protocol PeopleWords: Sendable {
    var peopleQuestion: String { get }
    var dueNone: String { get }
    /// - Parameter overdue: `nil` where none is.
    func dueSome(_ count: String, overdue: String?) -> String
    func dueFirst(_ matter: String, name: String, clock: String) -> String
    var dueCaption: String { get }
    func dueBy(_ instant: String) -> String
    var personHeading: String { get }
    var matterHeading: String { get }
    var receivedHeading: String { get }
    var clockHeading: String { get }
    var findHeading: String { get }
    var findLead: String { get }
    var findButton: String { get }
    func found(_ count: String, number: String) -> String
    var peopleAll: String { get }
    func peopleShown(_ count: String) -> String
    var peopleNone: String { get }
    var peopleNoMore: String { get }
    var pageNext: String { get }
    var nikHeading: String { get }
    var enteredHeading: String { get }
    var newPersonTitle: String { get }
    var newPersonLead: String { get }
    var newPersonButton: String { get }
    var phoneField: String { get }
    var emailField: String { get }
    var nikField: String { get }
    var nikHint: String { get }
    func nikKept(_ masked: String) -> String
    var nikRemove: String { get }

    func hours(_ count: String) -> String
    func minutes(_ count: String) -> String
    func timeLeft(_ amount: String) -> String
    func overdue(_ amount: String) -> String
    /// What was missed, marked by more than a colour.
    func marked(_ words: String) -> String
    var termMet: String { get }
    func termMetLate(_ amount: String) -> String
}

/// One person: what is kept, what was agreed to, what was asked.
protocol PersonWords: Sendable {
    var erasedName: String { get }
    func personErased(_ day: String) -> String
    var personChange: String { get }
    var personSave: String { get }
    var personSaveMine: String { get }
    var changedMeanwhileTitle: String { get }
    var changedMeanwhileLead: String { get }
    var sameNow: String { get }
    var keepTheirs: String { get }
    var differenceCaption: String { get }
    var fieldHeading: String { get }
    var storedHeading: String { get }
    var yoursHeading: String { get }
    /// Who did it, where nobody did: the program itself.
    var program: String { get }
    var copyHeading: String { get }
    var copyLead: String { get }
    var copyLink: String { get }
    var personEvents: String { get }
    var eraseHeading: String { get }
    var eraseDestroys: String { get }
    var eraseStays: String { get }
    var eraseUnderstood: String { get }
    var eraseButton: String { get }
    func erasureReason(_ reason: ErasureReason) -> String

    func purpose(_ purpose: Purpose) -> String
    func basis(_ basis: LawfulBasis) -> String
    var consentsHeading: String { get }
    var consentTitle: String { get }
    var consentLead: String { get }
    var consentGive: String { get }
    var consentNever: String { get }
    func consentGiven(_ day: String, proof: String) -> String
    func consentWithdrawn(_ instant: String) -> String
    func stopBy(_ instant: String) -> String
    func stoppedOn(_ instant: String) -> String
    func stopOwed(_ purpose: String) -> String
    var consentWithdraw: String { get }
    var processingStopped: String { get }
    var historyHeading: String { get }
    func consentLine(_ act: Consent.Act, _ purpose: String, at instant: String, by name: String, proof: String)
        -> String
    func proofKind(_ kind: Consent.Proof.Kind) -> String
    func proof(_ kind: String, reference: String, version: String) -> String
    var purposeField: String { get }
    var proofField: String { get }
    var referenceField: String { get }
    var referenceHint: String { get }
    var wordsVersionField: String { get }
    var wordsVersionHint: String { get }

    var requestsHeading: String { get }
    var requestsNone: String { get }
    var requestReceive: String { get }
    var requestKindField: String { get }
    func requestKind(_ kind: PersonalDataRequest.Kind) -> String
    func requestReceived(_ instant: String, by name: String) -> String
    func requestSettled(_ outcome: PersonalDataRequest.Outcome, _ instant: String, by name: String) -> String
    var requestAnswered: String { get }
    var requestRefuse: String { get }
    var requestRefuseLead: String { get }
    func refusalReason(_ reason: PersonalDataRequest.Reason) -> String
}
