import Foundation
import HTML
import Register
import Storage

/// One person, with what the visitor may do.
struct PersonPage: Sendable {
    let file: PersonFile
    let regionName: String
    let problem: String?
    let isSaved: Bool

    private var record: PersonRecord { file.record }
    private var path: String { "\(Paths.people)/\(record.id)" }
    private var place: Place { Place(record.person.office) }

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        let isKept = record.erasedAt == nil
        return document(Frame(visit, title: isKept ? record.person.name.text : words.erasedName, verb: 0)) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            if isSaved { p(.class("saved"), .role("status")) { words.saved } }
            if let erased = record.erasedAt {
                p { words.personErased(visit.day(erased)) }
            } else {
                factsView(visit)
            }
            consentsView(visit)
            requestsView(visit)
            moreView(visit)
            if isKept, visit.may(.approve, .requests, at: place) { eraseView(visit) }
        }
    }

    // MARK: - Who it is

    private func factsView(_ visit: Visit) -> Node {
        let words = visit.words
        let person = record.person
        return fragment {
            dl(.class("facts")) {
                dt { words.phoneField }
                dd { person.contact?.phone ?? words.notKnown }
                dt { words.emailField }
                dd { person.contact?.email ?? words.notKnown }
                dt { words.nikField }
                dd { person.lastFour.map { "\($0)" } ?? words.notKnown }
                dt { words.region }
                dd { regionName }
                dt { words.enteredHeading }
                dd { visit.day(record.enteredAt) }
            }
            if visit.may(.enter, .personal, at: place) {
                details(.open(visit.form["version"] != nil)) {
                    summary { words.personChange }
                    formView(
                        FormPage(
                            title: "", fields: PersonFields.all(visit, of: record),
                            hidden: [("version", "\(record.version)")], action: path, button: words.personSave), visit)
                }
            }
        }
    }

    // MARK: - What was agreed to

    private func consentsView(_ visit: Visit) -> Node {
        let words = visit.words
        let mayEnter = record.erasedAt == nil && visit.may(.enter, .consent, at: place)
        return fragment {
            h2 { words.consentsHeading }
            ul(.class("rows")) {
                for purpose in Purpose.allCases { li { purposeView(purpose, mayEnter, visit) } }
            }
            if mayEnter {
                details(.open(visit.form["reference"] != nil)) {
                    summary { words.consentGive }
                    p { words.consentLead }
                    formView(
                        FormPage(
                            title: "", fields: ConsentFields.all(visit), action: path + "/consents",
                            button: words.consentGive), visit)
                }
            }
            if !file.ledger.entries.isEmpty { historyView(visit) }
        }
    }

    private func purposeView(_ purpose: Purpose, _ mayEnter: Bool, _ visit: Visit) -> Node {
        let words = visit.words
        let sending = [("purpose", purpose.rawValue)]
        return fragment {
            strong { words.purpose(purpose).capitalisedFirst }
            ": "
            if purpose.basis != .consent {
                words.basis(purpose.basis)
            } else {
                switch file.ledger.state(of: purpose, at: visit.now) {
                case .neverGiven: fragment { words.consentNever }
                case .given(let since, let proof):
                    fragment {
                        words.consentGiven(visit.day(since), proof: proofWords(proof, words))
                        if mayEnter {
                            " "
                            buttonView(
                                words.consentWithdraw, action: path + "/consents/withdraw", sending: sending, visit)
                        }
                    }
                case .withdrawn(let stop):
                    fragment {
                        withdrawnView(stop, visit)
                        if mayEnter, stop.metAt == nil {
                            " "
                            buttonView(
                                words.processingStopped, action: path + "/consents/stop", sending: sending, visit)
                        }
                    }
                }
            }
        }
    }

    private func withdrawnView(_ stop: Deadline, _ visit: Visit) -> Node {
        let words = visit.words
        let clock = Clock(stop, visit)
        return fragment {
            words.consentWithdrawn(visit.instant(stop.start))
            " "
            if let met = stop.metAt {
                words.stoppedOn(visit.instant(met))
                " "
            } else {
                words.stopBy(visit.instant(stop.due))
                " "
            }
            clockView(clock, words)
        }
    }

    private func clockView(_ clock: Clock, _ words: any Words) -> Node {
        clock.isOverdue ? strong(.class("overdue")) { words.marked(clock.words) } : fragment { "(\(clock.words))" }
    }

    private func proofWords(_ consent: Consent, _ words: any Words) -> String {
        guard case .given(let proof) = consent.act else { return "" }
        return words.proof(words.proofKind(proof.kind), reference: proof.reference, version: proof.wordsVersion)
    }

    private func historyView(_ visit: Visit) -> Node {
        let words = visit.words
        return details {
            summary { words.historyHeading }
            ul(.class("rows")) {
                for entry in file.ledger.entries.reversed() {
                    li {
                        words.consentLine(
                            entry.act, words.purpose(entry.purpose), at: visit.instant(entry.recorded.at),
                            by: name(entry.recorded, words), proof: proofWords(entry, words))
                    }
                }
            }
        }
    }

    private func name(_ stamp: Stamp, _ words: any Words) -> String {
        stamp.by.flatMap { file.names[$0] } ?? words.program
    }

    // MARK: - What was asked

    private func requestsView(_ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            h2 { words.requestsHeading }
            if file.requests.isEmpty { p { words.requestsNone } }
            ul(.class("rows")) { for request in file.requests.reversed() { li { requestView(request, visit) } } }
            if record.erasedAt == nil, visit.may(.enter, .requests, at: place) {
                details {
                    summary { words.requestReceive }
                    formView(
                        FormPage(
                            title: "",
                            fields: [
                                FormField(
                                    name: "kind", label: words.requestKindField,
                                    kind: .choice(
                                        PersonalDataRequest.Kind.allCases.map { ($0.rawValue, words.requestKind($0)) }))
                            ], action: path + "/requests", button: words.requestReceive), visit)
                }
            }
        }
    }

    private func requestView(_ request: PersonalDataRequest, _ visit: Visit) -> Node {
        let words = visit.words
        let isSettled = request.steps.last?.outcome == .answered
        return fragment {
            strong { words.requestKind(request.kind).capitalisedFirst }
            ": "
            words.requestReceived(visit.instant(request.received.at), by: name(request.received, words))
            " "
            clockView(Clock(request.deadline, visit), words)
            for step in request.steps {
                " "
                words.requestSettled(step.outcome, visit.instant(step.stamp.at), by: name(step.stamp, words))
            }
            if !isSettled, visit.may(.approve, .requests, at: place) { settleView(request, visit) }
        }
    }

    private func settleView(_ request: PersonalDataRequest, _ visit: Visit) -> Node {
        let words = visit.words
        let action = "\(path)/requests/\(request.id)"
        // Only the reasons that the law leaves open for this kind.
        let open = PersonalDataRequest.Reason.allCases.filter { request.kind.reasons.contains($0) }
        return fragment {
            " "
            buttonView(words.requestAnswered, action: action, sending: [("outcome", "answered")], visit)
            if request.steps.isEmpty {
                details {
                    summary { words.requestRefuse }
                    p { words.requestRefuseLead }
                    formView(
                        FormPage(
                            title: "",
                            fields: [
                                FormField(
                                    name: "reason", label: words.reasonField,
                                    kind: .choice(open.map { ($0.rawValue, words.refusalReason($0)) }))
                            ], action: action, button: words.requestRefuse), visit)
                }
            }
        }
    }

    // MARK: - A copy, the book, erasure

    private func moreView(_ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            if visit.may(.export, .personal, at: place) {
                h2 { words.copyHeading }
                p { words.copyLead }
                p { a(.href(visit.address(path + ".json"))) { words.copyLink } }
            }
            if visit.may(.view, .audit, at: place) {
                p {
                    a(
                        .href(
                            visit.address("\(Paths.audit)?office=\(record.person.office.text)&subject=\(record.id)"))
                    ) { words.personEvents }
                }
            }
        }
    }

    private func eraseView(_ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            h2 { words.eraseHeading }
            details {
                summary { words.eraseButton }
                p { words.eraseDestroys }
                p { words.eraseStays }
                formView(
                    FormPage(
                        title: "",
                        fields: [
                            FormField(
                                name: "reason", label: words.reasonField,
                                kind: .choice(ErasureReason.allCases.map { ($0.rawValue, words.erasureReason($0)) })),
                            FormField(name: "understood", label: words.eraseUnderstood, kind: .check),
                        ], action: path + "/erase", button: words.eraseButton), visit)
            }
        }
    }
}
