import Compare
import Foundation
import HTML
import HTTPTypes
import Register
import Storage

/// What the installation is and how it stands, for whoever looks after it.
struct Operations: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(.get, Paths.operations, .hat(.view, .operations, .own), forms: Paths.Form.allCases) {
                try await page($0)
            }
        ]
    }

    private func page(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["lang"])
        let directory = try await house.store.regionalEconomies().directory
        let model = OperationsPage(
            installation: try await house.store.installation(in: visit.regions(.view, .operations)),
            backup: try await house.store.lastDone(JobKind.backup),
            regionName: { directory[$0]?.name ?? visit.words.wholeInstallation })
        return visit.reply(model.books(visit), named: "books", { model.html(visit) })
    }
}

/// The installation in words, and where its books end.
struct OperationsPage: Sendable {
    let installation: Installation
    /// The last one that was done; `nil` where there was none.
    let backup: Job?
    let regionName: @Sendable (RegionCode) -> String

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        let numbers = visit.language.numbers
        var frame = Frame(visit, title: words.operationsQuestion)
        frame.twins = visit.twins(of: Paths.operations)
        return document(frame) {
            div(.class("answer")) {
                p { backupWords(visit) }
                p { installation.key.map { words.keysPresent("\($0)") } ?? words.keysMissing }
            }
            dl(.class("facts")) {
                dt { words.versionHeading }
                dd { "Tiru \(ProgramVersion.text)" }
                dt { words.engineHeading }
                dd { words.engine(installation.engine) }
                dt { words.schemaHeading }
                dd { "\(installation.schema)" }
                dt { words.accountsHeading }
                dd { numbers.integer(installation.accounts) }
            }
            h2 { words.booksHeading }
            p { words.booksLead }
            tableView(books(visit), id: "books", words)
            h2 { words.healthHeading }
            p { words.healthLead }
            ul {
                for address in ["/health", "/ready"] { li { a(.href(address)) { address } } }
            }
        }
    }

    private func backupWords(_ visit: Visit) -> String {
        guard let backup, let at = backup.endedAt else { return visit.words.backupNever }
        let days = Int(visit.now.timeIntervalSince(at) / 86_400)
        return visit.words.backupLast(visit.instant(at), days: days == 0 ? nil : visit.language.numbers.integer(days))
    }

    func books(_ visit: Visit) -> PageTable {
        let words = visit.words
        return PageTable(
            caption: words.booksCaption,
            columns: [
                PageTable.Column("office", nil, isNumber: false),
                PageTable.Column("office_name", words.officeField, isNumber: false),
                PageTable.Column("lines", words.linesHeading),
                PageTable.Column("head", words.chainHead, isNumber: false),
            ],
            rows: installation.books.map { book in
                PageTable.Row(
                    cells: [
                        PageTable.Cell(book.office.text), PageTable.Cell(regionName(book.office)),
                        PageTable.Cell(.integer(book.length), visit.language.numbers.integer(book.length)),
                        PageTable.Cell(book.head),
                    ], emphasis: nil)
            })
    }
}
