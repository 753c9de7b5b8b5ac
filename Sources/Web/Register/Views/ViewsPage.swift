import HTML
import Register
import Storage

/// The views that a visitor keeps, and those that the office shares.
struct ViewsPage: Sendable {
    let views: [ListView]
    var isSaved = false
    var problem: String?

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        return document(Frame(visit, title: words.viewsTitle, verb: 0)) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            if isSaved { p(.class("saved"), .role("status")) { words.saved } }
            div(.class("answer")) { p { views.isEmpty ? words.viewsNone : words.viewsLead } }
            if !views.isEmpty { ul(.class("rows")) { for view in views { li { viewView(view, visit) } } } }
            p(.class("next")) {
                a(.class("button"), .href(visit.address(Paths.enterprises))) { words.enterprisesTitle }
            }
        }
    }

    private func viewView(_ view: ListView, _ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            a(.href(visit.address(view.address))) { view.name }
            if view.isShared { small { " " + words.viewShared } }
            if visit.keeps(view) { changeView(view, visit) }
            if visit.mayRemove(view) {
                " "
                buttonView(words.viewRemove, action: "\(Paths.views)/\(view.id)/remove", visit)
            }
        }
    }

    private func changeView(_ view: ListView, _ visit: Visit) -> Node {
        let words = visit.words
        return details {
            summary { words.viewChange }
            formView(
                FormPage(
                    title: "", fields: viewFields(visit, name: view.name, isShared: view.isShared),
                    hidden: [("version", "\(view.version)")], action: "\(Paths.views)/\(view.id)",
                    button: words.viewSave),
                visit)
        }
    }
}

/// The name of a view, and whether the office sees it, where the visitor may say so.
private func viewFields(_ visit: Visit, name: String = "", isShared: Bool = false) -> [FormField] {
    let words = visit.words
    let field = FormField(name: "view-name", label: words.viewName, value: name)
    guard visit.mayShareViews else { return [field] }
    return [
        field,
        FormField(
            name: "shared", label: words.viewShare, kind: .check, value: isShared ? "1" : "", hint: words.viewShareHint,
            isRequired: false),
    ]
}

/// The views above the list, and the form by which what it shows is kept.
struct ViewsBar: Sendable {
    let views: [ListView]
    let visit: Visit

    /// What the page shows, as views hold it.
    private var asked: String {
        Enterprises.askedFields.compactMap { name in visit.fields[name].map { "\(name)=\(Paths.encoded($0))" } }
            .joined(separator: "&")
    }

    var view: Node {
        let words = visit.words
        return fragment {
            if !views.isEmpty {
                nav(.class("views"), .ariaLabel(words.viewsTitle)) {
                    span { words.viewsTitle + ": " }
                    for (index, view) in views.enumerated() {
                        if index > 0 { " · " }
                        a(.href(visit.address(view.address)), .ariaCurrent(view.asked == asked ? .page : nil)) {
                            view.name
                        }
                    }
                }
            }
            details {
                summary { words.viewKeep }
                p { words.viewKeepLead }
                formView(
                    FormPage(
                        title: "", fields: viewFields(visit), hidden: hidden, action: Paths.views,
                        button: words.viewSave),
                    visit)
                if !views.isEmpty { p { a(.href(visit.address(Paths.views))) { words.viewsManage } } }
            }
        }
    }

    private var hidden: [(name: String, value: String)] {
        Enterprises.askedFields.compactMap { name in
            visit.fields[name].map { (name: name, value: StrayNumbers.hidden(in: $0)) }
        }
    }
}
