import Exchange
import Foundation
import Register
import Storage

/// The whole list of sentra as a file, made while it is sent; what was sent stands in the book afterwards, with its hash.
///
/// Places of enterprises are not among it: they hang on the consent of each owner (`EnterpriseMap`).
struct SentraExport: Sendable {
    let filter: SentraFilter
    /// On which members are counted.
    let day: CalendarDay
    let store: Store
    let office: RegionCode
    let stamp: Stamp

    /// Beside the fields of a card, by their stable names.
    private static let others = ["id", "office", "members", "day"]
    static let columns = others + SentraField.allCases.map(\.rawValue)

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
        reply.fileName = "sentra.csv"
        return reply
    }

    /// The same as a workbook, with the headings that people read.
    func workbook(_ words: any Words) -> Reply {
        let headings =
            ["ID", words.officeToKeep, words.membersHeading, words.dayField]
            + SentraField.allCases.map { words.sentraField($0) }
        var reply = Reply(contentType: EnterpriseExport.workbookType) { sink in
            var writer = try XLSXWriter(words.sentraTitle, columns: headings.map { XLSXWriter.Column($0) })
            try await send(&sink) { line in
                guard let line else { return try writer.finish() }
                return try writer.row(cells(of: line).map(SheetCell.init))
            }
        }
        reply.isPrivate = true
        reply.fileName = "sentra.xlsx"
        return reply
    }

    func json() -> Reply {
        var reply = Reply(contentType: "application/json") { sink in
            try await sink.send(Array("{\"sentra\":[".utf8))
            try await sendList(&sink) { line in JSON.object(members(of: line)) }
        }
        reply.isPrivate = true
        return reply
    }

    /// A sentra whose place is not known is a feature without a place.
    /// - Source: RFC 7946
    func geoJSON() -> Reply {
        var reply = Reply(contentType: "application/geo+json") { sink in
            try await sink.send(Array("{\"type\":\"FeatureCollection\",\"features\":[".utf8))
            try await sendList(&sink, feature)
        }
        reply.isPrivate = true
        reply.fileName = "sentra.geojson"
        return reply
    }

    private func feature(_ line: SentraLine) -> JSON {
        let point = line.card.position.map { position in
            JSON.object([
                JSON.Member("type", .string("Point")),
                JSON.Member("coordinates", .array([.number(position.longitude), .number(position.latitude)])),
            ])
        }
        let properties = members(of: line).filter { !["id", "latitude", "longitude"].contains($0.name) }
        return .object([
            JSON.Member("type", .string("Feature")), JSON.Member("id", .string(line.id.identifier.text)),
            JSON.Member("geometry", point ?? .null), JSON.Member("properties", .object(properties)),
        ])
    }

    private func cells(of line: SentraLine) -> [CSVWriter.Cell] {
        [
            .text(line.id.identifier.text), .text(line.office.text), CSVWriter.Cell(line.members),
            .text(day.description),
        ] + SentraField.allCases.map { cell(line.card, $0) }
    }

    /// Degrees and counts are numbers: as a text a spreadsheet would take −8.58 for a formula.
    private func cell(_ card: SentraCard, _ field: SentraField) -> CSVWriter.Cell {
        guard let text = card.text(field) else { return .unknown }
        switch field {
        case .latitude, .longitude: return CSVWriter.Cell(Double(text))
        case _ where field.isCount: return CSVWriter.Cell(Int(text))
        default: return .text(text)
        }
    }

    private func members(of line: SentraLine) -> [JSON.Member] {
        let others = [
            JSON.Member("id", .string(line.id.identifier.text)), JSON.Member("office", .string(line.office.text)),
            JSON.Member("members", JSON(line.members)), JSON.Member("day", .string(day.description)),
        ]
        return others + line.card.members
    }

    /// A list of objects, and the end of the document.
    private func sendList(_ sink: inout ReplySink, _ object: (SentraLine) -> JSON) async throws {
        var isFirst = true
        try await send(&sink) { line in
            guard let line else { return Array("]}\n".utf8) }
            defer { isFirst = false }
            // Without the line break behind a document.
            return Array((isFirst ? "" : ",").utf8) + object(line).bytes().dropLast()
        }
    }

    private func send(_ sink: inout ReplySink, _ bytes: (SentraLine?) throws -> [UInt8]) async throws {
        let (store, office, stamp) = (store, office, stamp)
        let sending = ListSending<SentraLine>(
            each: { try await store.eachSentra(filter, on: day, $0) },
            note: { try await store.noteSentraExported($0, sha256: $1, from: office, by: stamp) })
        try await sending.send(&sink, bytes)
    }
}

extension SentraCard {
    /// Every field as data: counts and degrees are numbers, answers are true or false, what is not known is null.
    var members: [JSON.Member] {
        SentraField.allCases.map { field in
            guard let text = text(field) else { return JSON.Member(field.rawValue, .null) }
            let value: JSON =
                switch field {
                case .latitude, .longitude: JSON(Double(text))
                case _ where field.isQuestion: .bool(text == "yes")
                case _ where field.isCount: JSON(Int(text))
                default: .string(text)
                }
            return JSON.Member(field.rawValue, value)
        }
    }
}
