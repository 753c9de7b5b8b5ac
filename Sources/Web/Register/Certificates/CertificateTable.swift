import HTML
import Register
import Storage

/// A column that the calendar of certificates can show beside whose it is.
enum CertificateColumn: String, ListColumn {
    case kind, number, scope, issued, expires
    case renewFrom = "renew-from"
    case standing, act

    static let usual: [CertificateColumn] = [.kind, .expires, .renewFrom, .standing, .act]

    /// Nothing of a certificate is personal.
    func isOpen(to visit: Visit) -> Bool { true }

    func heading(_ words: any Words) -> String {
        switch self {
        case .kind: words.detailField(.certificateKind)
        case .number: words.detailField(.certificateNumber)
        case .scope: words.detailField(.certificateScope)
        case .issued: words.detailField(.issued)
        case .expires: words.expiresHeading
        case .renewFrom: words.renewFromHeading
        case .standing: words.renewalHeading
        case .act: words.actHeading
        }
    }
}

/// The certificates of a page as a table of the chosen columns.
struct CertificateTable: Sendable {
    let page: CertificatesPage
    let visit: Visit

    private var words: any Words { visit.words }

    var table: PageTable {
        let name = PageTable.Column("name", words.holderHeading, isNumber: false)
        return PageTable(
            caption: page.order.isBackwards ? words.calendarCaptionBackwards : words.calendarCaption,
            columns: [name] + page.columns.map(heading),
            rows: page.lines.map { line in
                PageTable.Row(cells: [nameCell(line)] + page.columns.map { cell($0, of: line) }, emphasis: nil)
            })
    }

    private func heading(_ column: CertificateColumn) -> PageTable.Column {
        let heading = PageTable.Column(column.rawValue, column.heading(words), isNumber: false)
        guard column == .expires else { return heading }
        return page.order.sortable(heading, by: .end) { sort in
            visit.certificatesAddress(replacing: [CertificateOrder.addressField: sort])
        }
    }

    private func nameCell(_ line: CertificateLine) -> PageTable.Cell {
        PageTable.Cell(line.holder).with(
            note: page.isOfOneOffice ? nil : page.officeName(line.office),
            address: visit.address("\(Paths.enterprises)/\(line.kept.enterprise)") + "#certificates")
    }

    private func cell(_ column: CertificateColumn, of line: CertificateLine) -> PageTable.Cell {
        let certificate = line.kept.detail
        func text(_ text: String?) -> PageTable.Cell {
            text.map { PageTable.Cell($0) } ?? PageTable.Cell(.unknown, words.notKnown)
        }
        return switch column {
        case .kind:
            PageTable.Cell(words.certificateKind(certificate.kind)).with(
                note: page.columns.contains(.number) ? nil : certificate.number)
        case .number: text(certificate.number)
        case .scope: text(certificate.scope)
        case .issued: certificate.issuedCell(visit)
        case .expires: certificate.expiresCell(visit)
        case .renewFrom: certificate.renewFromCell(visit)
        case .standing: PageTable.Cell(certificate.standing(visit))
        case .act: certificate.actCell(visit)
        }
    }
}

extension Visit {
    /// The address of the calendar with what this visit asks of it.
    func certificatesAddress(replacing: [String: String?] = [:]) -> String {
        listAddress(
            Paths.certificates, keeping: Certificates.askedFields + ["after"],
            replacing: replacing.merging(["after": nil]) { given, _ in given })
    }
}
