import Charts
import HTML

/// A table that scrolls within itself on a narrow screen, reachable by keyboard.
func tableView(_ table: PageTable, id: String, _ words: any Words) -> Node {
    let shown = table.shown
    // The first column of words names the row.
    let head = shown.first { !$0.column.isNumber }?.index
    return div(
        .class("scroll"), .role("region"), .ariaLabelledby("\(id)-caption"), .tabindex(0)
    ) {
        HTML.table(.id(id)) {
            caption(.id("\(id)-caption")) { span { table.caption } }
            thead {
                tr {
                    for (_, column) in shown {
                        th(.scope(.col), .class(column.isNumber ? "n" : nil)) {
                            column.heading ?? ""
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
                        for (index, column) in shown {
                            cellView(row.cells[index], column, isHead: index == head, words)
                        }
                    }
                }
            }
        }
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
