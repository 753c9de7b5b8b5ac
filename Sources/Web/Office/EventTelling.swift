import Compare
import Foundation
import Measure
import Register
import Storage

/// A line of a book in the words of a language.
struct EventTelling: Sendable {
    let line: EventLine
    let visit: Visit
    let directory: RegionDirectory
    /// False where values of persons are seen on pages and not carried away.
    var isShowingPersonal = true

    private var words: any Words { visit.words }
    private var event: Event { line.event }

    var actor: String {
        line.actorName ?? event.stamp.by.map { $0.identifier.text } ?? words.program
    }

    var subject: String {
        if event.kind.subject == .person, !isShowingPersonal { return words.personalValue }
        return line.subjectName ?? words.namelessSubject
    }

    var sentence: String {
        var values: [String: String] = [:]
        for change in event.changes where ToldEvent.fields.contains(change.field) {
            guard change.new != .none || change.old != .none else { continue }
            values[change.field] = value(change.new == .none ? change.old : change.new, of: change.field)
        }
        if let reason = values["reason"] { values["outcome"] = words.outcome(values["outcome"] ?? "", because: reason) }
        return words.sentence(ToldEvent(kind: event.kind, actor: actor, subject: subject, values: values))
    }

    /// The changes that the sentence does not tell, and the reason.
    var details: [String] {
        let changes = event.changes.filter { !ToldEvent.fields.contains($0.field) }.map { change in
            let field = words.eventField(change.field)
            let new = value(change.new, of: change.field)
            guard change.old != .none else { return words.change(field, to: new) }
            return words.change(field, from: value(change.old, of: change.field), to: new)
        }
        return changes + [event.reason.map { words.because(reason($0)) }].compactMap(\.self)
    }

    /// The page of what it is about; `nil` where it has none.
    var address: String? {
        guard let subject = event.subject else { return nil }
        return event.kind.subject.path.map { visit.address("\($0)/\(subject.text)") }
    }

    private func reason(_ text: String) -> String {
        ErasureReason(rawValue: text).map { words.erasureReason($0) } ?? text
    }

    private func value(_ value: Event.Value, of field: String) -> String {
        switch value {
        case .none: words.emptyValue
        case .plain(let text): plain(text, of: field)
        case .personal(let text): isShowingPersonal ? text : words.personalValue
        case .erased: words.erasedValue
        }
    }

    /// What the book writes as a code, in words; what is not known is shown as it is written.
    private func plain(_ text: String, of field: String) -> String {
        switch (field, event.kind) {
        case (_, .enterpriseEntered), (_, .enterpriseChanged), (_, .enterprisesMerged), (_, .mergerUndone),
            (_, .changeProposed):
            EnterpriseField(rawValue: field).map { words.told(text, $0) } ?? text
        case (_, .sentraEntered), (_, .sentraChanged):
            SentraField(rawValue: field).map { words.told(text, $0) } ?? text
        case (_, .sentraFacilityEntered), (_, .sentraFacilityChanged), (_, .sentraFacilityRemoved):
            FacilityField(rawValue: field).map { words.told(text, $0) } ?? text
        case ("first-day", _), ("last-day", _): words.told(day: text)
        case ("taken-fields", _), ("left-fields", _): fields(text)
        case ("detail", _): DetailKind(rawValue: text).map { words.detail($0) } ?? text
        case (_, .detailEntered), (_, .detailChanged), (_, .detailRemoved), (_, .detailPutBack):
            DetailField(rawValue: field).map { words.told(text, $0) } ?? text
        case ("shared", _): text == "yes" ? words.yes : words.no
        case ("move", _): ProductionMove(rawValue: text).map { words.productionDone($0) } ?? text
        case ("production-state", _): ProductionState(rawValue: text).map { words.productionState($0) } ?? text
        case ("hat", _): hat(text)
        case ("purpose", .linkMade): OneTimeLink.Purpose(rawValue: text).map { words.linkPurpose($0) } ?? text
        case ("purpose", _): Purpose(rawValue: text).map { words.purpose($0) } ?? text
        case ("kind", .jobAsked), ("kind", .jobCancelled): words.jobKind(text)
        case ("kind", _): PersonalDataRequest.Kind(rawValue: text).map { words.requestKind($0) } ?? text
        case ("outcome", _): words.outcome(isRefused: text == "refused")
        case ("reason", _): PersonalDataRequest.Reason(rawValue: text).map { words.refusalReason($0) } ?? text
        case ("scope", _): words.scope(text.split(separator: " ").contains("write") ? .write : .read)
        default: text
        }
    }

    /// `phone street` as `Telepon, Alamat`.
    private func fields(_ names: String) -> String {
        names.split(separator: " ").map(String.init)
            .map { name in EnterpriseField(rawValue: name).map { words.field($0) } ?? name }.joined(separator: ", ")
    }

    /// `officer 51.03` as `Petugas dinas, Kabupaten Badung`.
    private func hat(_ text: String) -> String {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count >= 2, let role = Hat.Role(rawValue: parts[0]), let region = RegionCode(parts[1]),
            // What the rules of its time allowed and today's do not is shown as it is written.
            let hat = try? Hat(
                role, in: region, of: role.needsSubject ? Identifier(parts.last ?? "") : nil,
                from: role == .partner ? PartnerBody(rawValue: parts.last ?? "") : nil)
        else { return text }
        return words.hat(hat, region: directory[region]?.name ?? region.text)
    }
}

extension EventKind {
    /// What an event of this kind is about.
    enum Subject: Sendable {
        case account, person, job, enterprise, sentra, list, other

        var path: String? {
            switch self {
            case .account: Paths.accounts
            case .person: Paths.people
            case .job: Paths.jobs
            case .enterprise: Paths.enterprises
            case .sentra: Paths.sentra
            case .list: Paths.lists
            case .other: nil
            }
        }
    }

    var subject: Subject {
        switch self {
        case .accountMade, .accountRenamed, .accountSuspended, .accountRestored, .hatGiven, .hatTaken, .linkMade,
            .passwordSet, .secondFactorSet, .secondFactorRemoved, .recoveryCodeUsed, .signedIn, .signedOut:
            .account
        case .personEntered, .personChanged, .personErased, .personShown, .consentGiven, .consentWithdrawn,
            .processingStopped, .requestReceived, .requestSettled:
            .person
        case .jobAsked, .jobCancelled: .job
        case .enterpriseEntered, .enterpriseChanged, .enterprisesMerged, .mergerUndone, .twinsToldApart, .detailEntered,
            .detailChanged, .detailRemoved, .detailPutBack, .photoAdded, .photoCaptioned, .photoPutFirst, .photoRemoved,
            .photoPutBack, .photoErased, .changeProposed, .changeApproved, .changeRefused,
            .changeWithdrawn, .productionSaved, .productionMoved:
            .enterprise
        case .sentraEntered, .sentraChanged, .sentraMemberAdded, .sentraMemberChanged, .sentraMemberTakenBack,
            .sentraFacilityEntered, .sentraFacilityChanged, .sentraFacilityRemoved:
            .sentra
        case .listBrought, .listEntered, .listUndone, .listLaidAside: .list
        case .factsLoaded, .sessionEnded, .tokenMade, .tokenRevoked, .peopleExported, .keysRotated, .backupMade,
            .backupRestored, .enterprisesExported, .placesExported, .siinasExported, .certificatesExported,
            .industryMigrated,
            .industryReopened, .sentraExported, .viewKept, .viewChanged, .viewRemoved:
            .other
        }
    }
}
