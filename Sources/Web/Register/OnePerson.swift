import Compare
import Exchange
import Foundation
import HTTPTypes
import Register
import Storage

/// One person: what is kept, what was agreed to, what was asked.
struct OnePerson: Sendable {
    let house: House

    var routes: [Route] {
        let item = Paths.people + "/:person"
        let consent = Admission.hat(.enter, .consent, .item)
        let decide = Admission.hat(.approve, .requests, .item)
        return [
            Route(.get, item, .hat(.view, .personal, .item), forms: [.page, .json], at: place) { try await show($0) },
            Route(.post, item, .hat(.enter, .personal, .item), at: place) { try await change($0) },
            Route(.get, item + "/consents/new", consent, at: place) { visit in
                try visit.fields.allow(["lang", "saved"])
                return try consentPage(visit)
            },
            Route(.post, item + "/consents", consent, at: place) { try await done($0, giveConsent) },
            Route(.post, item + "/consents/withdraw", consent, at: place) { try await done($0, withdraw) },
            Route(.post, item + "/consents/stop", consent, at: place) { try await done($0, stop) },
            Route(.post, item + "/requests", .hat(.enter, .requests, .item), at: place) { try await done($0, receive) },
            Route(.post, item + "/requests/:request", decide, at: place) { try await done($0, settle) },
            Route(.post, item + "/erase", decide, at: place) { try await done($0, erase) },
        ]
    }

    @Sendable private func place(_ visit: Visit) async throws -> Place? {
        let id: Person.ID = try visit.key("person")
        return try await house.store.office(of: id).map { Place($0) }
    }

    private func office(of id: Person.ID, _ visit: Visit) async throws -> RegionCode {
        guard let office = try await house.store.office(of: id) else { throw RequestRefusal.unknownPage(visit.path) }
        return office
    }

    // MARK: - Showing

    private func show(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["lang", "saved"])
        return visit.rendering == .json ? try await copy(visit) : try await page(visit)
    }

    private func page(_ visit: Visit, problem: RequestRefusal? = nil) async throws -> Reply {
        let person = try await file(visit)
        let directory = try await house.store.regionalEconomies().directory
        let model = PersonPage(
            file: person, regionName: directory[person.record.person.office]?.name ?? person.record.person.office.text,
            problem: problem.map(visit.words.message), isSaved: visit.fields["saved"] == "1" && problem == nil)
        return .own(model.html(visit), status: problem?.status ?? 200)
    }

    private func file(_ visit: Visit) async throws -> PersonFile {
        try await PersonFile(of: try visit.key("person"), house.store)
    }

    /// All that is kept, as a file for the person. That it was given out stands in the book before it is given.
    private func copy(_ visit: Visit) async throws -> Reply {
        let file = try await file(visit)
        guard visit.may(.export, .personal, at: Place(file.record.person.office)) else {
            throw RequestRefusal.forbidden(.role)
        }
        try await house.store.noteShown(file.record.id, by: try visit.stamp())
        let events = try await file.events(house.store)
        var reply = Reply(contentType: "application/json", bytes: file.json(events).bytes())
        reply.isPrivate = true
        reply.fileName = "person-\(file.record.id).json"
        return reply
    }

    /// What whoever may not read back sees after entering a person: the question for consent, and no name.
    private func consentPage(_ visit: Visit, problem: RequestRefusal? = nil) throws -> Reply {
        let words = visit.words
        let form = FormPage(
            title: words.consentTitle,
            lead: (visit.fields["saved"] == "1" && problem == nil ? [words.saved] : []) + [words.consentLead],
            problem: problem.map(words.message), fields: ConsentFields.all(visit),
            action: "\(Paths.people)/\(visit.parameter("person"))/consents", button: words.consentGive,
            links: [PageLink(words: words.newPersonTitle, address: visit.address(Paths.people + "/new"))])
        return .own(form.html(visit), status: problem?.status ?? 200)
    }

    // MARK: - Changing

    /// - Parameter body: does one thing to the person.
    private func done(_ visit: Visit, _ body: (Visit, Person.ID) async throws -> Void) async throws -> Reply {
        let id: Person.ID = try visit.key("person")
        let office = try await office(of: id, visit)
        let mayRead = visit.may(.view, .personal, at: Place(office))
        do {
            try await refusing { try await body(visit, id) }
            return .seeOther(visit.address("\(Paths.people)/\(id)\(mayRead ? "" : "/consents/new")?saved=1"))
        } catch let refusal as RequestRefusal {
            return mayRead ? try await page(visit, problem: refusal) : try consentPage(visit, problem: refusal)
        }
    }

    /// Changes what is kept. Whoever comes second sees what the first one wrote, and keeps what they typed.
    private func change(_ visit: Visit) async throws -> Reply {
        let id: Person.ID = try visit.key("person")
        let office = try await office(of: id, visit)
        // Who may enter and not read has nothing to change here: the answer would read it to them.
        guard visit.may(.view, .personal, at: Place(office)) else { throw RequestRefusal.forbidden(.role) }
        do {
            try visit.form.allow(PersonFields.names + ["remove-nik", "version", Answering.tokenField])
            guard let version = try visit.form.integer("version", in: 1...Int.max) else {
                throw RequestRefusal.missing(field: "version")
            }
            let entry = try PersonFields.entry(visit)
            do {
                try await refusingUnlessChanged {
                    try await house.store.change(id, entry, from: version, by: try visit.stamp())
                }
            } catch PersonRefused.changedMeanwhile(let now) {
                return .own(ChangedMeanwhilePage(now: now, entry: entry).html(visit), status: 409)
            }
            return .seeOther(visit.address("\(Paths.people)/\(id)?saved=1"))
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }

    private func refusingUnlessChanged(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let refused as PersonRefused {
            if case .changedMeanwhile = refused { throw refused }
            throw RequestRefusal(refused)
        }
    }

    // MARK: - Consent

    private func giveConsent(_ visit: Visit, _ id: Person.ID) async throws {
        try visit.form.allow(ConsentFields.names + [Answering.tokenField])
        let proof = Consent.Proof(
            try visit.form.choice("proof", of: Consent.Proof.Kind.self) ?? .signedPaper,
            reference: try PersonFields.text("reference", visit) ?? "",
            wordsVersion: try PersonFields.text("words-version", visit) ?? "")
        guard let proof else { throw RequestRefusal.badEntry(field: "reference", .proof) }
        try await add(.given(proof), visit, id)
    }

    private func withdraw(_ visit: Visit, _ id: Person.ID) async throws {
        try visit.form.allow(["purpose", Answering.tokenField])
        try await add(.withdrawn(nil), visit, id)
    }

    private func stop(_ visit: Visit, _ id: Person.ID) async throws {
        try visit.form.allow(["purpose", Answering.tokenField])
        try await add(.stopped, visit, id)
    }

    private func add(_ act: Consent.Act, _ visit: Visit, _ id: Person.ID) async throws {
        guard let purpose = try visit.form.choice("purpose", of: Purpose.self) else {
            throw RequestRefusal.missing(field: "purpose")
        }
        let ledger = try await house.store.consentLedger(of: id)
        guard follows(act, ledger, purpose, visit) else { throw RequestRefusal.notDone(.already) }
        try await house.store.add(
            Consent(
                id: Consent.ID(visit.newIdentifier()), person: id, purpose: purpose, act: act,
                recorded: try visit.stamp()))
    }

    /// Whether the act changes anything: a form sent twice adds no second line.
    private func follows(_ act: Consent.Act, _ ledger: ConsentLedger, _ purpose: Purpose, _ visit: Visit) -> Bool {
        switch (act, ledger.state(of: purpose, at: visit.now)) {
        case (.given, _): purpose.basis == .consent
        case (.withdrawn, .given): true
        case (.withdrawn, _): false
        case (.stopped, _): ledger.isStopOwed(for: purpose, at: visit.now)
        }
    }

    // MARK: - Requests and erasure

    private func receive(_ visit: Visit, _ id: Person.ID) async throws {
        try visit.form.allow(["kind", Answering.tokenField])
        guard let kind = try visit.form.choice("kind", of: PersonalDataRequest.Kind.self) else {
            throw RequestRefusal.missing(field: "kind")
        }
        try await house.store.receive(
            PersonalDataRequest(
                id: PersonalDataRequest.ID(visit.newIdentifier()), person: id, kind: kind, received: try visit.stamp()))
    }

    private func settle(_ visit: Visit, _ id: Person.ID) async throws {
        try visit.form.allow(["outcome", "reason", Answering.tokenField])
        let request: PersonalDataRequest.ID = try visit.key("request")
        guard try await house.store.request(request).person == id else { throw RequestRefusal.unknownPage(visit.path) }
        let outcome: PersonalDataRequest.Outcome
        if visit.form["outcome"] == "answered" {
            outcome = .answered
        } else {
            guard let reason = try visit.form.choice("reason", of: PersonalDataRequest.Reason.self) else {
                throw RequestRefusal.missing(field: "reason")
            }
            outcome = .refused(reason)
        }
        try await house.store.settle(request, PersonalDataRequest.Step(outcome, try visit.stamp()))
    }

    private func erase(_ visit: Visit, _ id: Person.ID) async throws {
        try visit.form.allow(["reason", "understood", Answering.tokenField])
        guard let reason = try visit.form.choice("reason", of: ErasureReason.self) else {
            throw RequestRefusal.missing(field: "reason")
        }
        guard visit.form["understood"] == "1" else {
            throw RequestRefusal.badEntry(field: "understood", .notConfirmed)
        }
        try await house.store.erase(id, because: reason.rawValue, by: try visit.stamp())
    }
}

/// The fields by which consent is described.
enum ConsentFields {
    static let names = ["purpose", "proof", "reference", "words-version"]

    static func all(_ visit: Visit) -> [FormField] {
        let words = visit.words
        return [
            FormField(
                name: "purpose", label: words.purposeField,
                kind: .choice(
                    Purpose.allCases.filter { $0.basis == .consent }.map { ($0.rawValue, words.purpose($0)) }),
                value: visit.form["purpose"] ?? ""),
            FormField(
                name: "proof", label: words.proofField,
                kind: .choice(Consent.Proof.Kind.allCases.map { ($0.rawValue, words.proofKind($0)) }),
                value: visit.form["proof"] ?? ""),
            FormField(
                name: "reference", label: words.referenceField,
                value: PersonFields.hiding(visit.form["reference"] ?? ""), hint: words.referenceHint),
            FormField(
                name: "words-version", label: words.wordsVersionField,
                value: PersonFields.hiding(visit.form["words-version"] ?? ""), hint: words.wordsVersionHint),
        ]
    }
}
