import Register

/// What owners propose to change, and what the office says to it. Numbers, days and names come in as finished text.
protocol ChangeWords: Sendable {
    var changesTitle: String { get }
    func changesWaiting(_ count: String) -> String
    var changesQuestion: String { get }
    var changesLead: String { get }
    func changesAnswer(_ count: String, _ state: ChangeRequest.State, isMore: Bool) -> String
    func changesNone(_ state: ChangeRequest.State) -> String
    func changesCaption(_ state: ChangeRequest.State) -> String
    var changeFieldsHeading: String { get }
    var changeMadeHeading: String { get }
    var changeStateHeading: String { get }
    func changeState(_ state: ChangeRequest.State, isPartly: Bool) -> String
    var changeOvertaken: String { get }
    var changeMerged: String { get }

    func changeQuestion(_ name: String) -> String
    func changeStands(_ state: ChangeRequest.State, isPartly: Bool, on day: String) -> String
    func changeMadeBy(_ name: String, on day: String) -> String
    func changeWhy(_ why: String) -> String
    func changeReason(_ reason: String) -> String
    var changeCaption: String { get }
    var changeOldHeading: String { get }
    var changeNewHeading: String { get }
    var changeNowHeading: String { get }
    var changeStandingHeading: String { get }
    func standing(_ standing: ProposedField.Standing) -> String
    func outcome(_ outcome: ProposedField.Outcome) -> String
    var changeMergedLead: String { get }
    var changeDecideHeading: String { get }
    var changeDecideLead: String { get }
    var changeChoose: String { get }
    var changeTake: String { get }
    var changeLeave: String { get }
    var changeReasonField: String { get }
    var changeReasonHint: String { get }
    var changeApproveButton: String { get }
    var changeRefuseHeading: String { get }
    var changeRefuseButton: String { get }
    var changeWithdrawButton: String { get }
    var changeHeadDecides: String { get }
    var changeOpen: String { get }

    var ownEnterprise: String { get }
    var ownChangesNone: String { get }
    var changeSent: String { get }
    var proposeHeading: String { get }
    var proposeLead: String { get }
    var proposeWhyField: String { get }
    var proposeWhyHint: String { get }
    var proposeButton: String { get }

    func changeRefused(_ refusal: ChangeRequestRefusal) -> String
    /// A field of the book that speaks of a change request; `nil` for every other.
    func changeEventField(_ field: String) -> String?
    func changeSentence(_ told: ToldEvent) -> String
}
