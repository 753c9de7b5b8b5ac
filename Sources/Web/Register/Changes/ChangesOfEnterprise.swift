import HTML
import Register
import Storage

/// What was proposed for one enterprise, on its own page: how each request stands, and the form for a new one.
struct ChangesOfEnterprise: Sendable {
    let enterprise: Enterprise
    let isMerged: Bool
    /// The newest first.
    let requests: [ChangeRequest]

    /// The office finds the others in its queue.
    static let mostShown = 20

    private var place: Place { Place(enterprise.office, about: enterprise.id.identifier) }

    /// - Parameter isMending: whether what was sent is shown again with what is wrong.
    func view(_ visit: Visit, isMending: Bool) -> Node {
        let words = visit.words
        let proposes = proposes(visit)
        guard proposes || !requests.isEmpty else { return fragment {} }
        return fragment {
            h2(.id("changes")) { words.changesTitle }
            if visit.fields["sent"] == "1", !isMending { p(.class("saved"), .role("status")) { words.changeSent } }
            if requests.isEmpty {
                p { words.ownChangesNone }
            } else {
                ul(.class("rows")) { for request in requests { li { requestView(request, visit) } } }
            }
            if proposes { proposeView(visit, isMending: isMending) }
        }
    }

    /// Whoever may change the card has no need to ask.
    private func proposes(_ visit: Visit) -> Bool {
        !isMerged && visit.may(.enter, .requests, at: place)
            && !visit.may(.enter, .register, at: Place(enterprise.office))
    }

    private func requestView(_ request: ChangeRequest, _ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            strong { words.changeState(request.state, isPartly: request.isPartly) }
            " "
            small { visit.day(request.settled?.at ?? request.made.at) }
            for proposed in request.fields { p(.class("detail")) { told(proposed, of: request, visit) } }
            if let reason = request.reason { p(.class("detail")) { words.changeReason(reason) } }
            p(.class("detail")) {
                a(.href(visit.address("\(Paths.changes)/\(request.id)"))) { words.changeOpen }
            }
        }
    }

    private func told(_ proposed: ProposedField, of request: ChangeRequest, _ visit: Visit) -> String {
        let words = visit.words
        let mayRead = !proposed.field.isPersonal || visit.may(.view, .personal, at: place)
        func value(_ text: String?) -> String {
            guard let text else { return words.notKnown }
            return mayRead ? words.told(text, proposed.field) : words.personalValue
        }
        let change = words.change(
            words.field(proposed.field), from: value(proposed.old), to: value(proposed.new))
        return request.isPartly ? "\(change) (\(words.outcome(proposed.outcome)))" : change
    }

    private func proposeView(_ visit: Visit, isMending: Bool) -> Node {
        let words = visit.words
        let why = FormField(
            name: "why", label: words.proposeWhyField, value: PersonFields.hiding(visit.form["why"] ?? ""),
            hint: words.proposeWhyHint)
        return HTML.details(.open(isMending)) {
            summary { words.proposeHeading }
            p { words.proposeLead }
            formView(
                FormPage(
                    title: "", fields: CardFields.all(visit, of: enterprise) + [why],
                    hidden: [("version", "\(enterprise.version)")],
                    action: "\(Paths.enterprises)/\(enterprise.id)/changes", button: words.proposeButton), visit)
        }
    }
}
