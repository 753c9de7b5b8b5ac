import Exchange
import Foundation
import Register
import Storage

/// The eleven items of SIINas as a file, made while it is sent; what was sent stands in the book afterwards, with its hash.
/// What the register does not know stays empty. Names of owners and contacts are not among the items.
struct SIINasExport: Sendable {
    let filter: EnterpriseFilter
    /// Where figures of single enterprises may be given out; elsewhere they are left out, row by row.
    let figureRegions: [RegionCode]
    let store: Store
    let office: RegionCode
    let stamp: Stamp

    /// A column of the file. The order is the regulation's, behind what tells the enterprise apart.
    private enum Column {
        case card(EnterpriseField)
        case office, year
        case item(SIINasItem)
        /// Of the capacity.
        case unit

        static let all: [Column] =
            [.card(.name), .card(.nib), .card(.industry), .office, .year]
            + SIINasItem.allCases.flatMap { item -> [Column] in
                item == .installedCapacity ? [.item(item), .unit] : [.item(item)]
            }

        var key: String {
            switch self {
            case .card(let field): field.rawValue
            case .office: "office"
            case .year: EnterpriseField.year.rawValue
            case .item(let item): item.rawValue
            case .unit: "installed-capacity-unit"
            }
        }

        func heading(_ words: any Words) -> String {
            switch self {
            case .card(let field): words.field(field)
            case .office: words.officeToKeep
            case .year: words.field(.year)
            case .item(let item): words.siinasItem(item)
            case .unit: words.field(.unit)
            }
        }
    }

    static var columns: [String] { Column.all.map(\.key) }

    func csv() -> Reply {
        var reply = Reply(contentType: "text/csv; charset=utf-8") { sink in
            var writer = CSVWriter()
            writer.row(Self.columns.map { .text($0) })
            try await sink.send(CSVWriter.byteOrderMark + writer.take())
            try await send(&sink) { line in
                guard let line else { return [] }
                writer.row(cells(of: line))
                return writer.take()
            }
        }
        reply.isPrivate = true
        reply.fileName = "siinas.csv"
        return reply
    }

    /// The same as a workbook, with the headings that people read.
    func workbook(_ words: any Words) -> Reply {
        var reply = Reply(contentType: EnterpriseExport.workbookType) { sink in
            var writer = try XLSXWriter(
                words.siinasTitle, columns: Column.all.map { XLSXWriter.Column($0.heading(words)) })
            try await send(&sink) { line in
                guard let line else { return try writer.finish() }
                return try writer.row(cells(of: line).map(SheetCell.init))
            }
        }
        reply.isPrivate = true
        reply.fileName = "siinas.xlsx"
        return reply
    }

    private func cells(of line: SIINasLine) -> [CSVWriter.Cell] {
        let isOpen = figureRegions.contains { $0.covers(line.enterprise.office) }
        let year = isOpen ? line.year : nil
        return Column.all.map { column in
            switch column {
            case .card(let field): Self.text(line.enterprise.card.text(field))
            case .office: .text(line.enterprise.office.text)
            case .year: CSVWriter.Cell(year?.year)
            case .unit: Self.text(year?.capacity == nil ? nil : year?.unit)
            case .item(.machines): isOpen ? Self.text(Self.machines(line.equipment)) : .unknown
            case .item(let item): Self.figure(item, year)
            }
        }
    }

    private static func text(_ text: String?) -> CSVWriter.Cell { text.map { .text($0) } ?? .unknown }

    private static func figure(_ item: SIINasItem, _ year: EnterpriseYear?) -> CSVWriter.Cell {
        func amount(_ rupiah: Rupiah?) -> CSVWriter.Cell { CSVWriter.Cell(rupiah.map { Int($0.amount) }) }
        return switch item {
        case .investment: amount(year?.investment)
        case .installedCapacity: CSVWriter.Cell(year?.capacity)
        case .production: amount(year?.output)
        case .rawMaterials: amount(year?.materials)
        case .workers: CSVWriter.Cell(year?.workers)
        case .machines, .productionCapacity, .landAndBuildings, .processWater, .fuelAndLubricants, .electricity:
            .unknown
        }
    }

    /// Each kind with how many work: `ATBM (3); Panci celup`. Whose a lent machine is may be a person's name, and stays.
    private static func machines(_ equipment: [Equipment]) -> String? {
        guard !equipment.isEmpty else { return nil }
        return equipment.map { item in
            item.name + (item.working.map { " (\($0))" } ?? "")
        }.joined(separator: "; ")
    }

    private func send(_ sink: inout ReplySink, _ bytes: (SIINasLine?) throws -> [UInt8]) async throws {
        let (store, office, stamp) = (store, office, stamp)
        let sending = ListSending<SIINasLine>(
            each: { try await store.eachSIINasLine(filter, $0) },
            note: { try await store.noteSIINasExported($0, sha256: $1, from: office, by: stamp) })
        try await sending.send(&sink, bytes)
    }
}

extension SheetCell {
    /// The same value as a cell of a workbook.
    init(_ cell: CSVWriter.Cell) {
        self =
            switch cell {
            case .text(let text): .text(text)
            case .number(let number): .number(number)
            case .integer(let number): .number(Double(number))
            case .unknown: .empty
            }
    }
}
