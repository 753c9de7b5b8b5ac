import Register

extension English: PeopleWords {
    var peopleQuestion: String { "Whose data do we keep?" }
    var dueNone: String { "No request and no withdrawal of consent is waiting." }
    func dueSome(_ count: String, overdue: String?) -> String {
        "Waiting for the office: \(count)" + (overdue.map { "; overdue: \($0)." } ?? ".")
    }
    func dueFirst(_ matter: String, name: String, clock: String) -> String {
        "Most urgent: \(matter), \(name), \(clock)."
    }
    var dueCaption: String { "To be done within 3 × 24 hours (UU 27/2022); nights and holidays count." }
    func dueBy(_ instant: String) -> String { "by \(instant)" }
    var personHeading: String { "Person" }
    var matterHeading: String { "What is asked" }
    var receivedHeading: String { "Received" }
    var clockHeading: String { "Time" }
    var findHeading: String { "Find by citizen number" }
    var findLead: String {
        "The number is never written to an address, log or file. Only its last four digits are shown."
    }
    var findButton: String { "Find" }
    func found(_ count: String, number: String) -> String { "People with the number \(number): \(count)" }
    var peopleAll: String { "Everybody" }
    func peopleShown(_ count: String) -> String { "People, by name: \(count)" }
    var peopleNone: String {
        "Nobody is entered yet. Begin with one owner of an enterprise, then record their consent."
    }
    var peopleNoMore: String { "No more people." }
    var pageNext: String { "Next page" }
    var nikHeading: String { "Citizen number (last 4 digits)" }
    var enteredHeading: String { "Entered" }
    var newPersonTitle: String { "Enter a person" }
    var newPersonLead: String {
        "Enter only what is needed. Contact and citizen number are sealed; consent is recorded afterwards, one by one."
    }
    var newPersonButton: String { "Save" }
    var phoneField: String { "Telephone" }
    var emailField: String { "E-mail" }
    var nikField: String { "Citizen number (NIK)" }
    var nikHint: String { "16 digits. Sealed, and never shown in full." }
    func nikKept(_ masked: String) -> String { "Kept: \(masked). Leave empty if it has not changed." }
    var nikRemove: String { "Remove the citizen number that is kept" }

    func hours(_ count: String) -> String { count == "1" ? "1 hour" : "\(count) hours" }
    func minutes(_ count: String) -> String { count == "1" ? "1 minute" : "\(count) minutes" }
    func timeLeft(_ amount: String) -> String { "\(amount) left" }
    func overdue(_ amount: String) -> String { "overdue by \(amount)" }
    func marked(_ words: String) -> String { "⚠ \(words)" }
    var termMet: String { "done in time" }
    func termMetLate(_ amount: String) -> String { "done, late by \(amount)" }
}

extension English: PersonWords {
    var erasedName: String { "Erased data" }
    func personErased(_ day: String) -> String {
        "Name, contact and citizen number were erased on \(day) and cannot be brought back. Below is what is left: when "
            + "what was agreed to and asked."
    }
    var personChange: String { "Change the data" }
    var personSave: String { "Save" }
    var personSaveMine: String { "Save what I typed" }
    var changedMeanwhileTitle: String { "Somebody else has just changed these data" }
    var changedMeanwhileLead: String {
        "What you typed is kept below. Adjust it where needed, then save; a citizen number has to be typed again."
    }
    var sameNow: String { "What is kept now is what you typed." }
    var keepTheirs: String { "Leave it as it is kept" }
    var differenceCaption: String { "Differences" }
    var fieldHeading: String { "Field" }
    var storedHeading: String { "Kept now" }
    var yoursHeading: String { "What you typed" }
    var program: String { "Tiru" }
    var copyHeading: String { "A copy for the person" }
    var copyLead: String {
        "Everybody has a right to a copy of their data (UU 27/2022). That a copy was taken stands in the audit trail."
    }
    var copyLink: String { "Download a copy of all data of this person" }
    var personEvents: String { "Who changed the data of this person?" }
    var eraseHeading: String { "Erasure" }
    var eraseDestroys: String {
        "Destroyed are: name, contact, citizen number, where the proofs of consent lie, and the key that opens old values "
            + "in the audit trail. Nobody can bring them back, whoever runs the installation included. Old backups hold them "
            + "until their time is over."
    }
    var eraseStays: String {
        "What stays: that somebody was entered, when they agreed to, withdrew and asked for what, and which officer wrote "
            + "it down. It is the office's proof, without a name."
    }
    var eraseUnderstood: String { "I understand that this cannot be undone" }
    var eraseButton: String { "Erase this person's data" }
    func erasureReason(_ reason: ErasureReason) -> String {
        switch reason {
        case .asked: "the person asked for it"
        case .purposeOver: "no longer needed"
        case .consentWithdrawn: "consent was withdrawn"
        case .unlawful: "obtained or used against the law"
        }
    }

    func purpose(_ purpose: Purpose) -> String {
        switch purpose {
        case .register: "the office's register of enterprises"
        case .statistics: "statistics without names"
        case .publishName: "name on a public page"
        case .publishContact: "contact on a public page"
        case .publishPlace: "place of the business on maps and in data that is passed on"
        case .photo: "photograph"
        case .comparison: "being named in a comparison"
        case .shareWithRegion: "being shown to another region"
        case .programmes: "programmes and training"
        }
    }
    func basis(_ basis: LawfulBasis) -> String {
        switch basis {
        case .consent: "by consent"
        case .contract: "by contract"
        case .legalDuty: "a legal duty, needs no consent"
        case .vitalInterest: "a vital interest, needs no consent"
        case .publicTask: "the office's task, needs no consent"
        case .legitimateInterest: "a legitimate interest, needs no consent"
        }
    }
    var consentsHeading: String { "What the data may be used for" }
    var consentTitle: String { "Consent of the person just entered" }
    var consentLead: String {
        "One purpose, one consent. Read the words out clearly; people may say no, and may withdraw at any time."
    }
    var consentGive: String { "Record consent" }
    var consentNever: String { "no consent yet" }
    func consentGiven(_ day: String, proof: String) -> String { "agreed to since \(day). Proof: \(proof)." }
    func consentWithdrawn(_ instant: String) -> String { "withdrawn \(instant)." }
    func stopBy(_ instant: String) -> String { "Use must stop by \(instant)" }
    func stoppedOn(_ instant: String) -> String { "Use stopped \(instant)" }
    func stopOwed(_ purpose: String) -> String { "stop using the data for: \(purpose)" }
    var consentWithdraw: String { "Record a withdrawal" }
    var processingStopped: String { "It has stopped" }
    var historyHeading: String { "History of consent" }
    func consentLine(
        _ act: Consent.Act, _ purpose: String, at instant: String, by name: String, proof: String
    ) -> String {
        let what =
            switch act {
            case .given: "agreed to: \(purpose) (\(proof))"
            case .withdrawn: "withdrew consent to: \(purpose)"
            case .stopped: "the office stopped using the data for: \(purpose)"
            }
        return "\(instant): \(what); recorded by \(name)."
    }
    func proofKind(_ kind: Consent.Proof.Kind) -> String {
        switch kind {
        case .signedPaper: "signed paper"
        case .recorded: "voice recording"
        case .electronic: "electronic"
        }
    }
    func proof(_ kind: String, reference: String, version: String) -> String {
        "\(kind), \(reference == "-" ? "place erased" : reference), words version \(version)"
    }
    var purposeField: String { "Purpose" }
    var proofField: String { "Kind of proof" }
    var referenceField: String { "Where the proof is kept" }
    var referenceHint: String { "Such as: folder 3, sheet 12. No citizen number." }
    var wordsVersionField: String { "Version of the words that were read out" }
    var wordsVersionHint: String { "As it stands on the form, such as 2026-1." }

    var requestsHeading: String { "Requests of the person" }
    var requestsNone: String { "No requests yet." }
    var requestReceive: String { "Record a request" }
    var requestKindField: String { "What is asked" }
    func requestKind(_ kind: PersonalDataRequest.Kind) -> String {
        switch kind {
        case .access: "to see the data and have a copy"
        case .correction: "to have the data corrected"
        case .erasure: "to have the data erased"
        case .objection: "to halt or limit the use of the data"
        case .withdrawal: "to withdraw consent"
        case .portability: "to take the data to another system"
        }
    }
    func requestReceived(_ instant: String, by name: String) -> String { "received \(instant), recorded by \(name)." }
    func requestSettled(_ outcome: PersonalDataRequest.Outcome, _ instant: String, by name: String) -> String {
        switch outcome {
        case .answered: "Answered \(instant) by \(name)."
        case .refused(let reason): "Refused \(instant) by \(name): \(refusalReason(reason))."
        }
    }
    var requestAnswered: String { "Answered" }
    var requestRefuse: String { "Refuse" }
    var requestRefuseLead: String { "Only the reasons that the law leaves open for this request. Tell the person." }
    func refusalReason(_ reason: PersonalDataRequest.Reason) -> String {
        switch reason {
        case .identityNotProven: "it is not proven that they are the person concerned"
        case .endangersSomebody: "it would endanger somebody's safety or health"
        case .disclosesOthers: "it would disclose the data of others"
        case .nationalSecurity: "defence and national security"
        case .legalDuty: "another law requires that the data be kept"
        }
    }
}
