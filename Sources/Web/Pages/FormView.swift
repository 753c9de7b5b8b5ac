import HTML

/// The fields of a form, each with its label.
func fieldsView(_ fields: [HostsForm.Field]) -> Node {
    .sequence(fields.map(fieldView))
}

private func fieldView(_ field: HostsForm.Field) -> Node {
    let id = "f-\(field.name)"
    let hint = field.hint.map { _ in "\(id)-hint" }
    return div(.class("field")) {
        label(.for(id)) { field.label }
        control(field, id: id, hint: hint)
        if let words = field.hint, let hint {
            small(.id(hint)) { words }
        }
    }
}

private func control(_ field: HostsForm.Field, id: String, hint: String?) -> Node {
    switch field.kind {
    case .text:
        return input(
            .type(.text), .id(id), .name(field.name), .value(field.value),
            hint.map { .ariaDescribedby($0) } ?? .autocomplete("off"))
    case .number(let minimum, let maximum, let step):
        return input(
            .type(.number), .id(id), .name(field.name), .value(field.value), .min("\(minimum)"),
            .max("\(maximum)"), .step(step))
    case .choice(let choices):
        return select(.id(id), .name(field.name)) {
            for choice in choices {
                option(.value(choice.value), .selected(choice.value == field.value)) { choice.words }
            }
        }
    }
}
