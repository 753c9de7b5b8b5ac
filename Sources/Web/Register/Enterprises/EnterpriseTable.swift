import Foundation
import HTML
import Register
import Storage

/// The enterprises of a page as a table of the chosen columns.
struct EnterpriseTable: Sendable {
    let page: EnterprisesPage
    let visit: Visit

    /// What the visitor may see nowhere is no column at all.
    private let columns: [EnterpriseColumn]

    init(page: EnterprisesPage, visit: Visit) {
        self.page = page
        self.visit = visit
        columns = page.columns.filter { $0.isOpen(to: visit) }
    }

    private var words: any Words { visit.words }

    var table: PageTable {
        let name = sortable(PageTable.Column("name", words.field(.name), isNumber: false), by: .name)
        let rows = page.lines.map { line in
            PageTable.Row(
                cells: [nameCell(line)] + columns.map { cell($0, of: line) }, emphasis: nil, pick: pick(line))
        }
        return PageTable(caption: words.enterprisesCaption, columns: [name] + columns.map(heading), rows: rows)
    }

    // MARK: - Headings

    private func heading(_ column: EnterpriseColumn) -> PageTable.Column {
        let isNumber = column == .workers || column == .output
        let heading = PageTable.Column(
            column.rawValue, words.column(column), unit: column == .output ? "Rp" : nil, isNumber: isNumber)
        switch column {
        case .industry: return sortable(heading, by: .industry)
        case .changed: return sortable(heading, by: .change)
        default: return heading
        }
    }

    /// A heading that leads to the same list in its order; once more, the other way round. Of changes the newest are first.
    private func sortable(_ column: PageTable.Column, by key: EnterpriseOrder.Key) -> PageTable.Column {
        guard visit.fields["q"] == nil, page.orders.contains(key) else { return column }
        return page.order.sortable(column, by: key, startsBackwards: key == .change) { sort in
            visit.enterprisesAddress(replacing: [EnterpriseOrder.addressField: sort])
        }
    }

    /// Those that the visitor may change with others.
    private func pick(_ line: EnterpriseLine) -> PageTable.Pick? {
        guard visit.mayChangeMany(in: line.enterprise.office) else { return nil }
        return PageTable.Pick(
            name: "\(BulkQuestion.pick)\(line.id)", value: "\(line.enterprise.version)",
            label: words.pick(line.enterprise.card.name), form: BulkBar.formID)
    }

    // MARK: - Cells

    private func nameCell(_ line: EnterpriseLine) -> PageTable.Cell {
        PageTable.Cell(line.enterprise.card.name).with(
            note: columns.contains(.nib) ? nil : line.enterprise.card.nib?.digits,
            address: visit.address("\(Paths.enterprises)/\(line.id)"))
    }

    private func cell(_ column: EnterpriseColumn, of line: EnterpriseLine) -> PageTable.Cell {
        guard visit.may(.view, column.dataClass, at: Place(line.enterprise.office)) else {
            return PageTable.Cell(.unknown, column.dataClass == .personal ? words.personalValue : words.hiddenValue)
        }
        let card = line.enterprise.card
        return switch column {
        case .nib: text(card.nib?.digits)
        case .owner: text(card.owner)
        case .phone: text(card.phone)
        case .product: text(card.product)
        case .industry: text(card.industry?.code).with(note: card.industry.map { "\($0.version.rawValue)" })
        case .place: place(card.area)
        case .sentra: several(page.beside[line.id]?.sentra ?? [])
        case .certificates: several(certificates(line.id))
        case .isActive: text(card.isActive.map { $0 ? words.yes : words.no })
        case .changed: PageTable.Cell(visit.day(line.changedAt))
        case .workers, .output, .industrySize, .legalSize, .statisticalSize: figure(column, line.year)
        }
    }

    private func figure(_ column: EnterpriseColumn, _ year: EnterpriseYear?) -> PageTable.Cell {
        let cell =
            switch column {
            case .workers: number(year?.workers)
            case .output: number(year?.output.map { Int($0.amount) })
            case .industrySize:
                text(IndustrySize(workers: year?.workers, investment: year?.investment).map { words.industrySize($0) })
            case .legalSize:
                text(year?.legalSize.map { words.legalSize($0, fromSales: year?.output != nil) })
            default: text(year?.workers.flatMap { StatisticalSize(workers: $0) }.map { words.statisticalSize($0) })
            }
        return cell.with(note: year.map { "\($0.year)" })
    }

    /// The village with its district.
    private func place(_ area: AreaCode?) -> PageTable.Cell {
        guard let area else { return text(nil) }
        let cell = PageTable.Cell(page.areaNames[area] ?? area.text)
        return area.kind == .village ? cell.with(note: page.areaNames[area.district]) : cell
    }

    private func certificates(_ id: Enterprise.ID) -> [String] {
        guard let beside = page.beside[id] else { return [] }
        return beside.certificates.map { words.certificateKind($0) } + beside.papers.map { words.field($0) }
    }

    private func several(_ names: [String]) -> PageTable.Cell {
        names.isEmpty
            ? PageTable.Cell(.text(""), words.noneOfThese) : PageTable.Cell(names.joined(separator: ", "))
    }

    private func text(_ text: String?) -> PageTable.Cell {
        text.map { PageTable.Cell($0) } ?? PageTable.Cell(.unknown, words.notKnown)
    }

    private func number(_ value: Int?) -> PageTable.Cell {
        value.map { PageTable.Cell(.integer($0), visit.language.numbers.integer($0)) }
            ?? PageTable.Cell(.unknown, words.notKnown)
    }
}

extension EnterpriseYear {
    /// By sales where they are known, by capital otherwise; `nil` where neither is.
    var legalSize: LegalSize? { output.map { LegalSize(sales: $0) } ?? investment.map { LegalSize(capital: $0) } }
}
