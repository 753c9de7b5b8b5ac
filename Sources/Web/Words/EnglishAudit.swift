import Register

extension English: AuditWords {
    var auditQuestion: String { "Who changed what?" }

    func sentence(_ told: ToldEvent) -> String {
        let (actor, subject) = (told.actor, told.subject)
        return switch told.kind {
        case .factsLoaded: "\(actor) loaded official figures."
        case .accountMade: "\(actor) made an account for \(subject)."
        case .accountRenamed: "\(actor) renamed the account of \(subject)."
        case .accountSuspended: "\(actor) suspended the account of \(subject)."
        case .accountRestored: "\(actor) restored the account of \(subject)."
        case .hatGiven: "\(actor) gave the role \(told["hat"]) to \(subject)."
        case .hatTaken: "\(actor) took the role \(told["hat"]) from \(subject)."
        case .linkMade: "\(actor) made a link (\(told["purpose"])) for \(subject)."
        case .passwordSet: "The password of \(subject) was set by \(actor)."
        case .secondFactorSet: "\(actor) turned on the device code of the account of \(subject)."
        case .secondFactorRemoved: "\(actor) turned off the device code of the account of \(subject)."
        case .recoveryCodeUsed, .signedIn, .signedOut, .sessionEnded, .tokenMade, .tokenRevoked: doorSentence(told)
        case .personEntered: "\(actor) entered \(subject)."
        case .personChanged: "\(actor) changed the data of \(subject)."
        case .personErased: "\(actor) erased the data of a person."
        case .personShown: "\(actor) took a copy of the data of \(subject)."
        case .peopleExported: "\(actor) downloaded the list of people: \(told["count"])."
        case .consentGiven, .consentWithdrawn, .processingStopped: consentSentence(told)
        case .requestReceived: "\(actor) recorded a request of \(subject): \(told["kind"])."
        case .requestSettled: "\(actor) replied to the request of \(subject) (\(told["kind"])): \(told["outcome"])."
        case .keysRotated, .jobAsked, .jobCancelled, .backupMade, .backupRestored: machineSentence(told)
        case .enterpriseEntered, .enterpriseChanged, .enterprisesMerged, .mergerUndone, .twinsToldApart,
            .enterprisesExported, .placesExported, .siinasExported, .industryMigrated, .industryReopened:
            enterpriseSentence(told)
        case .detailEntered, .detailChanged, .detailRemoved, .detailPutBack, .certificatesExported:
            detailSentence(told)
        case .photoAdded, .photoCaptioned, .photoPutFirst, .photoRemoved, .photoPutBack, .photoErased:
            photoSentence(told)
        case .productionSaved, .productionMoved: productionSentence(told)
        case .changeProposed, .changeApproved, .changeRefused, .changeWithdrawn: changeSentence(told)
        case .listBrought, .listEntered, .listUndone, .listLaidAside, .viewKept, .viewChanged, .viewRemoved:
            listSentence(told)
        case .sentraEntered, .sentraChanged, .sentraMemberAdded, .sentraMemberChanged, .sentraMemberTakenBack,
            .sentraFacilityEntered, .sentraFacilityChanged, .sentraFacilityRemoved, .sentraExported:
            sentraSentence(told)
        }
    }

    private func consentSentence(_ told: ToldEvent) -> String {
        let (actor, subject) = (told.actor, told.subject)
        return switch told.kind {
        case .consentGiven: "\(actor) recorded the consent of \(subject) to: \(told["purpose"])."
        case .consentWithdrawn: "\(actor) recorded that \(subject) withdrew consent to: \(told["purpose"])."
        case .processingStopped: "\(actor) stated that data of \(subject) are no longer used for: \(told["purpose"])."
        default: ""
        }
    }

    private func productionSentence(_ told: ToldEvent) -> String {
        switch told.kind {
        case .productionSaved:
            "\(told.actor) filled in the production of \(told["production-year"]) of \(told.subject)."
        case .productionMoved:
            "\(told.actor) \(told["move"]) the production of \(told["production-year"]) of \(told.subject)."
        default: ""
        }
    }

    private func doorSentence(_ told: ToldEvent) -> String {
        let actor = told.actor
        return switch told.kind {
        case .recoveryCodeUsed: "\(actor) signed in with a recovery code."
        case .signedIn: "\(actor) signed in."
        case .signedOut: "\(actor) signed out."
        case .sessionEnded: "\(actor) ended a session."
        case .tokenMade: "\(actor) made a token for a program."
        case .tokenRevoked: "\(actor) revoked a token."
        default: ""
        }
    }

    private func machineSentence(_ told: ToldEvent) -> String {
        let actor = told.actor
        return switch told.kind {
        case .keysRotated: "\(actor) sealed \(told["sealed-anew"]) values anew with key \(told["key"])."
        case .jobAsked: "\(actor) asked for a job: \(told["kind"])."
        case .jobCancelled: "\(actor) cancelled a job: \(told["kind"])."
        case .backupMade: "\(actor) made a backup."
        case .backupRestored: "\(actor) restored the database from a backup."
        default: ""
        }
    }

    private func enterpriseSentence(_ told: ToldEvent) -> String {
        let (actor, subject) = (told.actor, told.subject)
        return switch told.kind {
        case .enterpriseEntered: "\(actor) entered the enterprise \(subject)."
        case .enterpriseChanged: "\(actor) changed the data of the enterprise \(subject)."
        case .enterprisesMerged: "\(actor) merged \(told["twin"]) into \(subject)."
        case .mergerUndone: "\(actor) parted \(told["twin"]) from \(subject) again."
        case .twinsToldApart: "\(actor) settled that \(subject) and \(told["twin"]) are two enterprises."
        case .placesExported:
            "\(actor) downloaded places of enterprises (\(told["count"]) whose owners agree, \(told["left-out"]) left out)."
        case .enterprisesExported: "\(actor) downloaded the list of enterprises (\(told["count"]) rows)."
        case .industryMigrated: "\(actor) decided what became of KBLI 2020 \(told["kbli-2020"])."
        case .industryReopened: "\(actor) reopened KBLI 2020 \(told["kbli-2020"]): its successor is not decided."
        case .siinasExported: "\(actor) downloaded the items for SIINas (\(told["count"]) rows)."
        default: ""
        }
    }

    private func sentraSentence(_ told: ToldEvent) -> String {
        let (actor, subject, member, facility) = (told.actor, told.subject, told["member"], told["facility"])
        return switch told.kind {
        case .sentraEntered: "\(actor) entered \(subject) as a sentra."
        case .sentraChanged: "\(actor) changed the card of \(subject)."
        case .sentraMemberAdded: "\(actor) wrote down \(member) as a member of \(subject)."
        case .sentraMemberChanged: "\(actor) changed the time of \(member) in \(subject)."
        case .sentraMemberTakenBack: "\(actor) took back the membership of \(member) in \(subject)."
        case .sentraFacilityEntered: "\(actor) entered the facility \(facility) of \(subject)."
        case .sentraFacilityChanged: "\(actor) changed the facility \(facility) of \(subject)."
        case .sentraFacilityRemoved: "\(actor) removed the facility \(facility) of \(subject)."
        case .sentraExported: "\(actor) downloaded the list of sentra (\(told["count"]) rows)."
        default: ""
        }
    }

    private func detailSentence(_ told: ToldEvent) -> String {
        let (actor, subject) = (told.actor, told.subject)
        return switch told.kind {
        case .detailEntered: "\(actor) entered a detail (\(told["detail"])) of \(subject)."
        case .detailChanged: "\(actor) changed a detail (\(told["detail"])) of \(subject)."
        case .detailRemoved: "\(actor) removed a detail (\(told["detail"])) of \(subject)."
        case .detailPutBack: "\(actor) put back a detail (\(told["detail"])) of \(subject)."
        case .certificatesExported: "\(actor) downloaded the list of certificates (\(told["count"]) rows)."
        default: ""
        }
    }

    private func listSentence(_ told: ToldEvent) -> String {
        let actor = told.actor
        return switch told.kind {
        case .listBrought: "\(actor) brought a list."
        case .listEntered:
            """
            \(actor) entered a list: \(told["new"]) new, \(told["changed"]) changed, \(told["unchanged"]) unchanged, \
            \(told["left-out"]) left out.
            """
        case .listUndone:
            "\(actor) took a list back: \(told["new"]) removed, \(told["changed"]) put back, \(told["kept"]) left."
        case .viewKept: "\(actor) kept a view of a list."
        case .viewChanged: "\(actor) changed a view of a list."
        case .viewRemoved: "\(actor) removed a view of a list."
        case .listLaidAside: "\(actor) laid a list aside."
        default: ""
        }
    }

    func eventField(_ field: String) -> String {
        switch field {
        case "display-name", "name": "Name"
        case "sign-in-name": "Account name"
        case "phone": "Telephone"
        case "email": "E-mail"
        case "nik-last-four": "Citizen number (last 4 digits)"
        case "scope": "Scope"
        case "ends": "Ends"
        case "fingerprint": "Fingerprint of the files"
        case "kbli-2025": "KBLI 2025"
        case "size": "Size (bytes)"
        case "sha256", "rows-sha256": "SHA-256"
        case "first-day": firstDay
        case "last-day": lastDay
        case "members": membersHeading
        case "shared": "Shared with the office"
        case "years-entered": "Years filled in by form, which the list did not change"
        default: changeEventField(field) ?? registerField(field) ?? field
        }
    }
    func change(_ field: String, to new: String) -> String { "\(field): \(new)" }
    func change(_ field: String, from old: String, to new: String) -> String { "\(field): \(old) → \(new)" }
    var emptyValue: String { "(empty)" }
    var erasedValue: String { "(erased)" }
    var personalValue: String { "(personal data)" }
    func because(_ reason: String) -> String { "Reason: \(reason)." }
    var namelessSubject: String { "(no longer named)" }

    func auditAnswer(office: String, lines: String) -> String {
        "The book of \(office): events shown: \(lines), the newest on top."
    }
    var auditNone: String { "No event matches. Loosen the filter." }
    func chainHolds(_ number: String, on instant: String) -> String {
        "The chain holds up to number \(number), checked \(instant)."
    }
    func chainBroken(_ number: String, kind: BookFault.Kind, on instant: String) -> String {
        let what =
            switch kind {
            case .gap: "a line is missing"
            case .broken: "a line does not follow the one before"
            case .changed: "a line was altered"
            case .cutOff: "the end of the book does not fit"
            }
        return "⚠ The chain breaks at number \(number) (\(what)), checked \(instant). Tell whoever runs this."
    }
    func chainChecked(on instant: String) -> String {
        "The chain was last checked \(instant); what that says of this book is not known."
    }
    var chainUnchecked: String {
        "The chain has never been checked here. Whoever runs this checks it by the job “Check of the trail”, or on the console:"
    }
    var chainHead: String { "End of the book" }
    var filterHeading: String { "Filter" }
    var filterButton: String { "Show" }
    var filterAll: String { "all" }
    func onlyAbout(_ subject: String) -> String { "Only about \(subject)." }
    var kindField: String { "Event" }
    var actorField: String { "By" }
    var fromField: String { "From day" }
    var toField: String { "To day" }
    var pageOlder: String { "Older events" }
    func openSubject(_ subject: EventKind.Subject) -> String {
        switch subject {
        case .account: "see the account"
        case .person: "see the person"
        case .job: "see the job"
        case .enterprise: "see the enterprise"
        case .sentra: "see the sentra"
        case .list: "see the list"
        case .other: "see"
        }
    }
    func auditLine(_ number: String, _ instant: String) -> String { "No. \(number), \(instant)" }
    var hashHeading: String { "Fingerprint of the line" }
    var eventHeading: String { "Event" }
}
