import Register

extension English: ChangeWords {
    var changesTitle: String { "Proposed changes" }
    func changesWaiting(_ count: String) -> String { "waiting: \(count)" }
    var changesQuestion: String { "What do owners propose to change?" }
    var changesLead: String {
        "A proposal changes nothing by itself. Open one, compare; then the head decides."
    }
    func changesAnswer(_ count: String, _ state: ChangeRequest.State, isMore: Bool) -> String {
        let number = isMore ? "more than \(count)" : count
        return switch state {
        case .open: "Proposals that wait for a decision: \(number)."
        case .approved: "Proposals approved: \(number)."
        case .refused: "Proposals refused: \(number)."
        case .withdrawn: "Proposals withdrawn by who made them: \(number)."
        }
    }
    func changesNone(_ state: ChangeRequest.State) -> String {
        switch state {
        case .open:
            """
            No proposal is waiting. Owners propose changes on the page of their enterprise; an administrator makes their \
            account, with the role of owner.
            """
        case .approved: "No proposal was approved yet."
        case .refused: "No proposal was refused yet."
        case .withdrawn: "No proposal was withdrawn yet."
        }
    }
    func changesCaption(_ state: ChangeRequest.State) -> String {
        state == .open
            ? "Proposed changes, those that wait the longest on top" : "Proposed changes, the newest on top"
    }
    var changeFieldsHeading: String { "What is proposed" }
    var changeMadeHeading: String { "Proposed on" }
    var changeStateHeading: String { "State" }
    func changeState(_ state: ChangeRequest.State, isPartly: Bool) -> String {
        switch state {
        case .open: "waiting for a decision"
        case .approved: isPartly ? "approved in part" : "approved"
        case .refused: "refused"
        case .withdrawn: "withdrawn"
        }
    }
    var changeOvertaken: String { "the record was changed since" }
    var changeMerged: String { "the enterprise was merged into another" }

    func changeQuestion(_ name: String) -> String { "What should be changed of \(name)?" }
    func changeStands(_ state: ChangeRequest.State, isPartly: Bool, on day: String) -> String {
        switch state {
        case .open: "This proposal has been waiting for the office's decision since \(day)."
        case .approved:
            isPartly
                ? "This proposal was approved in part on \(day)."
                : "This proposal was approved on \(day), and the record is changed."
        case .refused: "This proposal was refused on \(day). The record is as it was."
        case .withdrawn: "This proposal was withdrawn by who made it on \(day). The record is as it was."
        }
    }
    func changeMadeBy(_ name: String, on day: String) -> String { "Proposed by \(name), \(day)." }
    func changeWhy(_ why: String) -> String { "Their reason: \(why)" }
    func changeReason(_ reason: String) -> String { "The office explains: \(reason)" }
    var changeCaption: String { "Proposed fields" }
    var changeOldHeading: String { "When proposed" }
    var changeNewHeading: String { "Proposed" }
    var changeNowHeading: String { "Now" }
    var changeStandingHeading: String { "Remark" }
    func standing(_ standing: ProposedField.Standing) -> String {
        switch standing {
        case .asSeen: "unchanged since"
        case .already: "is so already"
        case .changedMeanwhile: "⚠ changed by somebody else"
        }
    }
    func outcome(_ outcome: ProposedField.Outcome) -> String {
        switch outcome {
        case .open: "waiting"
        case .taken: "applied"
        case .left: "not applied"
        }
    }
    var changeMergedLead: String {
        "This enterprise was merged into another one, so nothing can be applied here. Refuse it with an explanation; it can be proposed again for the record that stays."
    }
    var changeDecideHeading: String { "Decide field by field" }
    var changeDecideLead: String {
        "What is applied changes the register at once; all other fields stay as they are now. Fields that somebody else has changed need a choice of yours."
    }
    var changeChoose: String { "choose…" }
    var changeTake: String { "apply the proposal" }
    var changeLeave: String { "leave as it is now" }
    var changeReasonField: String { "Explanation for who proposed it" }
    var changeReasonHint: String { "Needed where a field is left. It is read on the page of the enterprise." }
    var changeApproveButton: String { "Approve this choice" }
    var changeRefuseHeading: String { "If nothing of it can be accepted" }
    var changeRefuseButton: String { "Refuse the proposal" }
    var changeWithdrawButton: String { "Withdraw the proposal" }
    var changeHeadDecides: String { "The head decides." }
    var changeOpen: String { "See this proposal" }

    var ownEnterprise: String { "My enterprise" }
    var ownChangesNone: String {
        "Nothing was proposed yet. If something is wrong or has changed, propose a change below."
    }
    var changeSent: String { "The proposal was sent. The office's decision will be shown on this page." }
    var proposeHeading: String { "Propose a change" }
    var proposeLead: String {
        "Correct what is wrong and leave the rest. The record changes only when the office has approved it."
    }
    var proposeWhyField: String { "Why should it be changed?" }
    var proposeWhyHint: String { "For example: we moved in May 2026." }
    var proposeButton: String { "Send the proposal" }

    func changeRefused(_ refusal: ChangeRequestRefusal) -> String {
        switch refusal {
        case .unknownRequest: "There is no such proposal."
        case .nothingChanged: "Nothing was changed yet. Correct what is wrong first, then send."
        case .alreadyProposed(let field):
            "“\(self.field(field))” stands in a proposal that is still waiting. Wait for the decision, or withdraw that proposal first."
        case .settled: "This proposal was decided or withdrawn before; nothing was changed."
        case .undecided(let field): "Choose for “\(self.field(field))”: apply the proposal, or leave it as it is now."
        case .nothingTaken: "No field is applied. If that is meant, refuse the proposal with an explanation."
        case .reasonMissing: "Write an explanation; who proposed it needs to know why."
        case .misfit(let field): badField(field)
        case .notOwn: "A proposal is withdrawn only by who made it."
        }
    }

    func changeEventField(_ field: String) -> String? {
        switch field {
        case "why": "Their reason"
        case "office-reason": "The office explains"
        case "taken-fields": "Applied"
        case "left-fields": "Not applied"
        default: nil
        }
    }
    func changeSentence(_ told: ToldEvent) -> String {
        let (actor, subject) = (told.actor, told.subject)
        return switch told.kind {
        case .changeProposed: "\(actor) proposed a change of the data of \(subject)."
        case .changeApproved: "\(actor) approved a proposed change of the data of \(subject)."
        case .changeRefused: "\(actor) refused a proposed change of the data of \(subject)."
        case .changeWithdrawn: "\(actor) withdrew a proposed change of the data of \(subject)."
        default: ""
        }
    }
}
