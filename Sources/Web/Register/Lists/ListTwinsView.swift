import HTML
import Register
import Storage

/// Rows of a list that may be in the register already, before they are entered.
struct ListTwinsView: Sendable {
    let list: OfficeList
    let lines: [ListTwinLine]

    /// So many are shown; the others are in the file.
    static let mostShown = 50

    func html(_ visit: Visit) -> Node {
        guard !lines.isEmpty else { return fragment {} }
        let words = visit.words
        return fragment {
            h2 { words.listTwinsHeading }
            p { words.listTwinsLead }
            if lines.count > Self.mostShown {
                p { words.listFaultsShown(visit.language.numbers.integer(Self.mostShown)) }
            }
            tableView(table(visit), id: "likely", words)
            p { a(.href(visit.address("\(Paths.lists)/\(list.id)/twins.csv"))) { words.listTwinsFile } }
        }
    }

    func table(_ visit: Visit) -> PageTable {
        let words = visit.words
        let shown = visit.rendering == .page ? lines.prefix(Self.mostShown) : lines[...]
        return PageTable(
            caption: words.listTwinsHeading,
            columns: [
                PageTable.Column("row", words.rowHeading, isNumber: false),
                PageTable.Column("name", words.listTwinName, isNumber: false),
                PageTable.Column("known", words.listTwinKnown, isNumber: false),
                PageTable.Column("probability", words.likelyHeading),
                PageTable.Column("reasons", words.evidenceHeading, isNumber: false),
                PageTable.Column("enterprise", nil, isNumber: false),
            ],
            rows: shown.map { line in
                let evidence = Evidence(line.twin.score, in: list.office, visit)
                let address = visit.address("\(Paths.enterprises)/\(line.twin.enterprise)")
                return PageTable.Row(
                    cells: [
                        PageTable.Cell(.integer(line.twin.row), "\(line.twin.row)"),
                        PageTable.Cell(line.twin.name),
                        PageTable.Cell(line.known.name).with(note: line.known.product, address: address),
                        PageTable.Cell(.number(line.twin.score.score), evidence.share),
                        PageTable.Cell(evidence.sentences(words).joined(separator: " ")),
                        PageTable.Cell(line.twin.enterprise.identifier.text),
                    ], emphasis: nil)
            })
    }
}
