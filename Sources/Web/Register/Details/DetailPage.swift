import HTML
import Register
import Storage

/// The page on which a detail is entered or changed.
struct DetailPage<Detail: EnterpriseDetail>: Sendable {
    let enterprise: Enterprise
    var fields: [FormField] = []
    var problem: String?
    /// `nil` for a new one.
    var kept: KeptDetail<Detail>?
    /// Whether what is kept stands above the form: somebody else has changed it meanwhile.
    var isShowingKept = false
    var mayRead = false
    /// What a list wrote, from which it is taken over.
    var paper: (field: EnterpriseField, text: String)?
    /// Of a product that is kept.
    var photos: PhotosView?

    private var kind: DetailKind { Detail.detailKind }
    private var all: String { "\(Paths.enterprises)/\(enterprise.id)/\(kind.path)" }

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        let title = (kept == nil ? words.newDetail(kind) : words.changeDetail(kind)).capitalisedFirst
        return document(Frame(visit, title: title, verb: 0)) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            p {
                a(.href(visit.address("\(Paths.enterprises)/\(enterprise.id)"))) {
                    words.ofEnterprise(enterprise.card.name)
                }
            }
            if let photos { photos.linkView(visit) }
            if let paper { p { words.paperLead(paper.text) } }
            if let kept, isShowingKept { keptView(kept, visit) }
            if let kept, kept.removedAt != nil {
                p { words.detailRemoved(kind, kept.detail.name(words)) }
                buttonView(words.putBack, action: "\(all)/\(kept.id)/put-back", visit)
            } else {
                p { words.newEnterpriseLead }
                formView(form(visit), visit)
                if let kept { buttonView(words.removeDetail(kind), action: "\(all)/\(kept.id)/remove", visit) }
            }
            if let photos { photos.view(visit) }
        }
    }

    private func form(_ visit: Visit) -> FormPage {
        var hidden = kept.map { [(name: "version", value: "\($0.version)")] } ?? []
        if let paper { hidden.append((name: "paper", value: paper.field.rawValue)) }
        return FormPage(
            title: "", fields: fields, hidden: hidden, action: kept.map { "\(all)/\($0.id)" } ?? all,
            button: visit.words.detailSave)
    }

    private func keptView(_ kept: KeptDetail<Detail>, _ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            h2 { words.keptNowHeading }
            dl(.class("facts")) {
                for field in Detail.fields where mayRead || !field.isPersonal {
                    dt { words.detailField(field) }
                    dd { kept.detail.text(field).map { words.told($0, field) } ?? words.notKnown }
                }
            }
        }
    }
}
