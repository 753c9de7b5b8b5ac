import HTML
import Register

/// A page that asks for something: what for, the fields, one button.
struct FormPage: Sendable {
    let title: String
    var lead: [String] = []
    /// What was wrong with what was sent; `nil` at first.
    var problem: String?
    var fields: [FormField] = []
    /// What is sent along unseen.
    var hidden: [(name: String, value: String)] = []
    let action: String
    let button: String
    /// Where else to go from here.
    var links: [PageLink] = []

    func view(_ visit: Visit) -> Node {
        fragment {
            if let problem { HTML.p(.class("refusal"), .role("alert")) { problem } }
            for sentence in lead { HTML.p { sentence } }
            formView(self, visit)
            if !links.isEmpty {
                HTML.p {
                    for (index, link) in links.enumerated() {
                        if index > 0 { " · " }
                        a(.href(link.address)) { link.words }
                    }
                }
            }
        }
    }

    func html(_ visit: Visit) -> [UInt8] {
        document(Frame(visit, title: title)) { view(visit) }
    }
}

/// A field of a form.
struct FormField: Sendable {
    let name: String
    let label: String
    var kind = Kind.text
    var value = ""
    var hint: String?
    var isRequired = true
    /// What the browser may fill in, by the names of HTML; `off` where it should not.
    var autocomplete = "off"
    var isFirst = false

    enum Kind: Sendable {
        case text, email, telephone, lines
        case newPassword, password
        /// Six digits of a device.
        case code
        /// Sixteen digits, never filled in and never shown again.
        case citizenNumber
        case date
        case number(ClosedRange<Int>)
        case choice([(value: String, words: String)])
        /// A choice from groups, each with its heading; a choice without a heading stands before them.
        case grouped([(heading: String?, choices: [(value: String, words: String)])])
        /// A number with the marks of the page's language.
        case amount
        case check
        /// One of the suggestions of the `datalist` with this id, or nothing.
        case listed(String)
    }
}

/// The form alone, for pages that have several.
func formView(_ page: FormPage, _ visit: Visit) -> Node {
    form(.action(visit.address(page.action)), .method(.post), .class("entry")) {
        input(.type(.hidden), .name(Answering.tokenField), .value(visit.formToken))
        for (name, value) in page.hidden { input(.type(.hidden), .name(name), .value(value)) }
        for field in page.fields { entryView(field, of: page.action) }
        HTML.p { button(.type(.submit)) { page.button } }
    }
}

/// A button that does one thing, as a form of its own.
func buttonView(_ words: String, action: String, sending values: [(String, String)] = [], _ visit: Visit) -> Node {
    form(.action(visit.address(action)), .method(.post), .class("deed")) {
        input(.type(.hidden), .name(Answering.tokenField), .value(visit.formToken))
        for (name, value) in values { input(.type(.hidden), .name(name), .value(value)) }
        button(.type(.submit)) { words }
    }
}

/// One field with its label and hint.
func entryView(_ field: FormField, of action: String) -> Node {
    // Several forms of one page may have a field of the same name.
    let id = "f-" + (action + "-" + field.name).filter { $0.isLetter || $0.isNumber || $0 == "-" }
    let hint = field.hint.map { _ in "\(id)-hint" }
    return div(.class("field")) {
        if case .check = field.kind {
            label(.for(id)) {
                control(field, id: id, hint: hint)
                " " + field.label
            }
        } else {
            label(.for(id)) { field.label }
            control(field, id: id, hint: hint)
        }
        if let words = field.hint, let hint { small(.id(hint)) { words } }
    }
}

private func control(_ field: FormField, id: String, hint: String?) -> Node {
    // What was typed into the wrong field is not said back either.
    let value = StrayNumbers.hidden(in: field.value)
    let described = hint.map { Attribute.ariaDescribedby($0) } ?? .absent
    func line(_ type: Attribute.InputType, _ extra: Attribute...) -> Node {
        input(
            .type(type), .id(id), .name(field.name), .value(value.isEmpty ? nil : value),
            .required(field.isRequired), .autocomplete(field.autocomplete), .autofocus(field.isFirst), described,
            extra.first ?? .absent)
    }
    switch field.kind {
    case .text: return line(.text)
    case .amount: return line(.text, .inputmode(.decimal))
    case .listed(let list): return line(.text, .list(list))
    case .email: return line(.email)
    case .telephone: return line(.tel)
    case .newPassword, .password: return line(.password)
    case .code, .citizenNumber: return line(.text, .inputmode(.numeric))
    case .date:
        return input(
            .type(.date), .id(id), .name(field.name), .value(field.value.isEmpty ? nil : field.value),
            .required(field.isRequired), described)
    case .number(let range):
        return input(
            .type(.number), .id(id), .name(field.name), .value(field.value), .min("\(range.lowerBound)"),
            .max("\(range.upperBound)"), .required(field.isRequired), described)
    case .check:
        return input(.type(.checkbox), .id(id), .name(field.name), .value("1"), .checked(field.value == "1"), described)
    case .lines:
        return textarea(.id(id), .name(field.name), .required(field.isRequired), described) { value }
    case .choice(let choices):
        return select(.id(id), .name(field.name), described) { options(choices, field) }
    case .grouped(let groups):
        return select(.id(id), .name(field.name), described) { .sequence(groups.map { group($0, field) }) }
    }
}

private func group(
    _ group: (heading: String?, choices: [(value: String, words: String)]), _ field: FormField
) -> Node {
    guard let heading = group.heading else { return options(group.choices, field) }
    return optgroup(.label(heading)) { options(group.choices, field) }
}

private func options(_ choices: [(value: String, words: String)], _ field: FormField) -> Node {
    .sequence(
        choices.map { choice in
            option(.value(choice.value), .selected(choice.value == field.value)) { choice.words }
        })
}
