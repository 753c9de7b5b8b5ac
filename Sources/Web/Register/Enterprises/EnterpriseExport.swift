import Exchange
import Foundation
import Register
import Storage

/// The whole list as a file: a row for each enterprise and year, in columns by which it can be brought again. It is
/// made while it is sent; what was sent stands in the book afterwards, with its hash.
struct EnterpriseExport: Sendable {
    let filter: EnterpriseFilter
    let withPersonal: Bool
    let store: Store
    let office: RegionCode
    let stamp: Stamp

    /// The columns, by the stable names of the fields. Citizen numbers are never written.
    var fields: [EnterpriseField] {
        let card = EnterpriseCard.fields.filter { withPersonal || !$0.isPersonal }
        return card + [.year] + EnterpriseYear.fields + Self.papers
    }

    static let papers: [EnterpriseField] = [.halal, .trademark, .testReport, .sni, .pirt]

    func csv() -> Reply {
        var reply = Reply(contentType: "text/csv; charset=utf-8") { sink in
            // The mark by which spreadsheets know the encoding.
            var writer = CSVWriter()
            writer.row(fields.map { .text($0.rawValue) })
            try await sink.send([0xEF, 0xBB, 0xBF] + writer.bytes)
            try await send(&sink) { line, _ in
                var writer = CSVWriter()
                for row in rows(of: line) { writer.row(row.map { $0.map { .text($0) } ?? .unknown }) }
                return writer.bytes
            } ending: {
                []
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
            var writer = XLSXWriter(sheet: words.enterprisesTitle, header: headings)
            try await sink.send(writer.begin())
            try await send(&sink) { line, _ in
                rows(of: line).flatMap { row in writer.add(zip(fields, row).map { Self.cell($1, $0) }) }
            } ending: {
                writer.finish()
            }
        }
        reply.isPrivate = true
        reply.fileName = "enterprises.xlsx"
        return reply
    }

    static let workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// Figures are numbers; codes and telephones are texts, or a spreadsheet would round them.
    private static func cell(_ text: String?, _ field: EnterpriseField) -> XLSXWriter.Cell {
        guard let text else { return .unknown }
        let isFigure =
            field.isYearly && field != .unit
            || [.licenceYear, .foundedYear, .latitude, .longitude].contains(field)
        guard isFigure else { return .text(text) }
        return Int(text).map(XLSXWriter.Cell.integer) ?? Double(text).map(XLSXWriter.Cell.number) ?? .text(text)
    }

    func json() -> Reply {
        var reply = Reply(contentType: "application/json") { sink in
            try await sink.send(Array("{\"enterprises\":[".utf8))
            try await send(&sink) { line, isFirst in
                let objects = rows(of: line).map { row in
                    JSON.object(zip(fields, row).map { JSON.Member($0.rawValue, $1.map(JSON.string) ?? .null) }).bytes()
                }
                let text = objects.joined(separator: Array(",".utf8))
                return (isFirst ? [] : Array(",".utf8)) + text
            } ending: {
                Array("]}".utf8)
            }
        }
        reply.isPrivate = true
        return reply
    }

    /// Sends every line, and writes down how many they were and what was sent.
    /// - Parameter bytes: of a line; is told whether it is the first.
    private func send(
        _ sink: inout ReplySink, _ bytes: (ExportedEnterprise, Bool) -> [UInt8], ending: () -> [UInt8]
    ) async throws {
        var count = 0
        try await store.eachEnterprise(filter) { line in
            let portion = bytes(line, count == 0)
            count += 1
            try await sink.send(portion)
        }
        try await sink.send(ending())
        try await store.noteExported(count, sha256: sink.sha256, from: office, by: stamp)
    }

    /// A row for each year; one without figures where there is none.
    func rows(of line: ExportedEnterprise) -> [[String?]] {
        let years: [EnterpriseYear?] = line.years.isEmpty ? [nil] : line.years
        return years.map { year in
            fields.map { field in
                line.enterprise.card.text(field) ?? year?.text(field) ?? line.papers[field]
            }
        }
    }
}
