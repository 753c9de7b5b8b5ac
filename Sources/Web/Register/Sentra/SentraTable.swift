import Foundation
import HTML
import Register
import Storage

/// A column that the list of sentra can show beside the name.
enum SentraColumn: String, ListColumn {
    case makes = "field"
    case industry = "kbli"
    case place, members, latitude, longitude
    case managingBody = "body"
    case technicalUnit = "unit"
    case founding
    case isCoached = "coached"
    case changed

    static let usual: [SentraColumn] = [.makes, .place, .members, .latitude, .longitude]

    /// Nothing of a sentra is personal.
    func isOpen(to visit: Visit) -> Bool { true }

    func heading(_ words: any Words) -> String {
        switch self {
        case .makes: words.sentraField(.field)
        case .industry: words.sentraField(.industry)
        case .place: words.placeHeading
        case .members: words.membersHeading
        case .latitude: words.sentraField(.latitude)
        case .longitude: words.sentraField(.longitude)
        case .managingBody: words.sentraField(.managingBody)
        case .technicalUnit: words.sentraField(.technicalUnit)
        case .founding: words.sentraField(.foundingNumber)
        case .isCoached: words.sentraField(.isCoached)
        case .changed: words.column(EnterpriseColumn.changed)
        }
    }
}

/// The sentra of a page as a table of the chosen columns.
struct SentraTable: Sendable {
    let page: SentraListPage
    let visit: Visit

    private var words: any Words { visit.words }

    var table: PageTable {
        let name = sortable(PageTable.Column("name", words.sentraField(.name), isNumber: false), by: .name)
        return PageTable(
            caption: words.sentraCaption(visit.calendar.day(page.day)),
            columns: [name] + page.columns.map(heading),
            rows: page.lines.map { line in
                PageTable.Row(cells: [nameCell(line)] + page.columns.map { cell($0, of: line) }, emphasis: nil)
            })
    }

    private func heading(_ column: SentraColumn) -> PageTable.Column {
        let isNumber = [.members, .latitude, .longitude].contains(column)
        let heading = PageTable.Column(column.rawValue, column.heading(words), isNumber: isNumber)
        return column == .changed ? sortable(heading, by: .change) : heading
    }

    private func sortable(_ column: PageTable.Column, by key: SentraOrder.Key) -> PageTable.Column {
        guard page.orders.contains(key) else { return column }
        return page.order.sortable(column, by: key, startsBackwards: key == .change) { sort in
            visit.sentraAddress(replacing: [SentraOrder.addressField: sort])
        }
    }

    private func nameCell(_ line: SentraLine) -> PageTable.Cell {
        PageTable.Cell(line.card.name).with(
            note: page.columns.contains(.managingBody) ? nil : line.card.managingBody,
            address: visit.address("\(Paths.sentra)/\(line.id)"))
    }

    private func cell(_ column: SentraColumn, of line: SentraLine) -> PageTable.Cell {
        let card = line.card
        return switch column {
        case .makes:
            text(card.field).with(note: page.columns.contains(.industry) ? nil : card.industry?.description)
        case .industry: text(card.industry?.code).with(note: card.industry.map { "\($0.version.rawValue)" })
        case .place: text(line.place).with(note: page.regionName(line.office))
        case .members:
            line.members.map { PageTable.Cell(.integer($0), visit.language.numbers.integer($0)) } ?? unknown
        case .latitude: degrees(card.position?.latitude)
        case .longitude: degrees(card.position?.longitude)
        case .managingBody: text(card.managingBody)
        case .technicalUnit: text(card.technicalUnit)
        case .founding:
            text(card.foundingAct?.number).with(note: card.foundingAct?.day.map { visit.calendar.day($0) })
        case .isCoached: text(card.isCoached.map { $0 ? words.yes : words.no })
        case .changed: PageTable.Cell(visit.day(line.changedAt))
        }
    }

    private var unknown: PageTable.Cell { PageTable.Cell(.unknown, words.notKnown) }

    private func text(_ text: String?) -> PageTable.Cell { text.map { PageTable.Cell($0) } ?? unknown }

    private func degrees(_ value: Double?) -> PageTable.Cell {
        value.map { PageTable.Cell(.number($0), visit.language.numbers.number($0, decimals: 5)) } ?? unknown
    }
}

extension Visit {
    /// The address of the list of sentra with what this visit asks of it.
    func sentraAddress(replacing: [String: String?] = [:]) -> String {
        listAddress(
            Paths.sentra, keeping: SentraList.askedFields + ["after"],
            replacing: replacing.merging(["after": nil]) { given, _ in given })
    }
}
