import Charts
import HTML

/// A table that scrolls within itself on a narrow screen, reachable by keyboard.
func tableView(_ table: PageTable, id: String, _ words: any Words) -> Node {
    let shown = table.shown
    // The first column of words names the row.
    let head = shown.first { !$0.column.isNumber }?.index
    let isPicked = table.rows.contains { $0.pick != nil }
    return div(
        .class("scroll"), .role("region"), .ariaLabelledby("\(id)-caption"), .tabindex(0)
    ) {
        HTML.table(.id(id)) {
            caption(.id("\(id)-caption")) { span { table.caption } }
            thead {
                tr {
                    if isPicked { th(.scope(.col), .class("pick")) { words.pickHeading } }
                    for (_, column) in shown {
                        th(.scope(.col), .class(column.isNumber ? "n" : nil), .ariaSort(column.sorting)) {
                            headingView(column)
                            if let unit = column.unit {
                                " "
                                small { unit }
                            }
                        }
                    }
                }
            }
            tbody {
                for row in table.rows {
                    tr(.class(row.emphasis?.rawValue)) {
                        if isPicked { pickView(row.pick) }
                        for (index, column) in shown {
                            cellView(row.cells[index], column, isHead: index == head, words)
                        }
                    }
                }
            }
        }
    }
}

private func pickView(_ pick: PageTable.Pick?) -> Node {
    td(.class("pick")) {
        if let pick {
            input(
                .type(.checkbox), .name(pick.name), .value(pick.value), .form(pick.form), .ariaLabel(pick.label))
        }
    }
}

private func headingView(_ column: PageTable.Column) -> Node {
    let heading = column.heading ?? ""
    guard let address = column.address else { return fragment { heading } }
    return fragment {
        a(.href(address)) { heading }
        if let sorting = column.sorting { span(.ariaHidden(true)) { sorting == .ascending ? " ↑" : " ↓" } }
    }
}

private func cellView(
    _ cell: PageTable.Cell, _ column: PageTable.Column, isHead: Bool, _ words: any Words
) -> Node {
    let content = cellContent(cell, words)
    let kind = Attribute.class(column.isNumber ? "n" : nil)
    return isHead ? th(.scope(.row), kind) { content } : td(kind) { content }
}

private func cellContent(_ cell: PageTable.Cell, _ words: any Words) -> Node {
    fragment {
        if let address = cell.address {
            a(.href(address)) { cell.words }
        } else {
            cell.words
        }
        if let doubt = cell.doubt {
            abbr(.class("doubt"), .title(doubt), .ariaLabel(words.doubtful)) { "*" }
        }
        if let note = cell.note {
            " "
            small { note }
        }
    }
}

/// A drawing with its notes under it.
func chartView(_ chart: PageChart, id: String) -> Node {
    figure(.id("\(id)-figure")) {
        svg(chart.drawing, id: id)
        figcaption {
            for note in chart.notes {
                p { note }
            }
        }
    }
}
