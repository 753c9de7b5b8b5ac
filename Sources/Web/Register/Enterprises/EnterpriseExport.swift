import Exchange
import Foundation
import Register
import Storage

/// The whole list as a file: a row for each enterprise and year, in columns by which it can be brought again. It is
/// made while it is sent; what was sent stands in the book afterwards, with its hash.
struct EnterpriseExport: Sendable {
    let filter: EnterpriseFilter
    /// Where what is known of persons may be given out too. Elsewhere it is left out, row by row: somebody may wear one hat
    /// that allows it and another that does not.
    let personalRegions: [RegionCode]
    let store: Store
    let office: RegionCode
    let stamp: Stamp

    /// The columns, by the stable names of the fields. Citizen numbers are never written.
    var fields: [EnterpriseField] {
        let card = EnterpriseCard.fields.filter { !personalRegions.isEmpty || !$0.isPersonal }
        return card + [.year] + EnterpriseYear.fields + Self.papers
    }

    static let papers: [EnterpriseField] = [.halal, .trademark, .testReport, .sni, .pirt]

    func csv() -> Reply {
        var reply = Reply(contentType: "text/csv; charset=utf-8") { sink in
            var writer = CSVWriter()
            writer.row(fields.map { .text($0.rawValue) })
            try await sink.send(CSVWriter.byteOrderMark + writer.bytes)
            _ = writer.take()
            try await send(&sink) { line in
                guard let line else { return [] }
                for row in rows(of: line) { writer.row(row.map { $0.map { .text($0) } ?? .unknown }) }
                return writer.take()
            }
        }
        reply.isPrivate = true
        reply.fileName = "enterprises.csv"
        return reply
    }

    /// The same as a workbook, with the headings that people read.
    func workbook(_ words: any Words) -> Reply {
        let headings = fields.map { words.field($0) }
        var reply = Reply(contentType: Self.workbookType) { sink in
            var writer = try XLSXWriter(words.enterprisesTitle, columns: headings.map { XLSXWriter.Column($0) })
            try await send(&sink) { line in
                guard let line else { return try writer.finish() }
                return try rows(of: line).flatMap { row in try writer.row(zip(fields, row).map { Self.cell($1, $0) }) }
            }
        }
        reply.isPrivate = true
        reply.fileName = "enterprises.xlsx"
        return reply
    }

    static let workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// Figures are numbers; codes and telephones are texts, or a spreadsheet would round them.
    private static func cell(_ text: String?, _ field: EnterpriseField) -> SheetCell {
        guard let text else { return .empty }
        let isFigure =
            field.isYearly && field != .unit
            || [.licenceYear, .foundedYear, .latitude, .longitude].contains(field)
        guard isFigure else { return .text(text) }
        return Double(text).map(SheetCell.number) ?? .text(text)
    }

    func json() -> Reply {
        var reply = Reply(contentType: "application/json") { sink in
            try await sink.send(Array("{\"enterprises\":[".utf8))
            var isFirst = true
            try await send(&sink) { line in
                guard let line else { return Array("]}".utf8) }
                defer { isFirst = false }
                let objects = rows(of: line).map { row in
                    JSON.object(zip(fields, row).map { JSON.Member($0.rawValue, $1.map(JSON.string) ?? .null) }).bytes()
                }
                let text = objects.joined(separator: Array(",".utf8))
                return (isFirst ? [] : Array(",".utf8)) + text
            }
        }
        reply.isPrivate = true
        return reply
    }

    private func send(_ sink: inout ReplySink, _ bytes: (ExportedEnterprise?) throws -> [UInt8]) async throws {
        let (store, office, stamp) = (store, office, stamp)
        let sending = ListSending<ExportedEnterprise>(
            each: { try await store.eachEnterprise(filter, $0) },
            note: { try await store.noteExported($0, sha256: $1, from: office, by: stamp) })
        try await sending.send(&sink, bytes)
    }

    /// A row for each year; one without figures where there is none.
    func rows(of line: ExportedEnterprise) -> [[String?]] {
        let isOpen = personalRegions.contains { $0.covers(line.enterprise.office) }
        let years: [EnterpriseYear?] = line.years.isEmpty ? [nil] : line.years
        return years.map { year in
            fields.map { field in
                guard isOpen || !field.isPersonal else { return nil }
                return line.enterprise.card.text(field) ?? year?.text(field) ?? line.papers[field]
            }
        }
    }
}
