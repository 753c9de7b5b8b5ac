import HTML
import Register
import Storage

/// The form by which the columns of the list are chosen.
struct EnterpriseColumnsView: Sendable {
    let page: EnterprisesPage
    let visit: Visit

    var view: Node {
        let words = visit.words
        return details {
            summary { words.columnsHeading }
            p { words.columnsLead }
            form(.action(visit.address(Paths.enterprises)), .method(.get), .class("columns")) {
                hiddenFields(visit, ["q", "area", "kbli", "active", EnterpriseOrder.field])
                input(.type(.hidden), .name(EnterpriseColumn.formMark), .value("1"))
                fieldset(.class("choices")) {
                    legend { words.columnsLegend }
                    for column in EnterpriseColumn.allCases where column.isOpen(to: visit) { choice(column) }
                }
                p { button(.type(.submit)) { words.columnsButton } }
            }
        }
    }

    private func choice(_ column: EnterpriseColumn) -> Node {
        label {
            input(
                .type(.checkbox), .name(column.formField), .value("1"), .checked(page.columns.contains(column)))
            " " + visit.words.column(column)
        }
    }
}

/// What a form of the list carries along of the address, with the language.
func hiddenFields(_ visit: Visit, _ names: [String]) -> Node {
    fragment {
        if visit.language != .indonesian { input(.type(.hidden), .name("lang"), .value(visit.language.rawValue)) }
        for name in names {
            if let value = visit.fields[name] {
                input(.type(.hidden), .name(name), .value(StrayNumbers.hidden(in: value)))
            }
        }
    }
}
