import Exchange
import Foundation
import Register
import Storage

/// Certificates as a file, made while it is sent; what was sent stands in the book afterwards, with its hash. No name of a
/// person is in it.
struct CertificateExport: Sendable {
    let filter: CertificateFilter
    let today: CalendarDay
    let store: Store
    let office: RegionCode
    let stamp: Stamp

    static let columns =
        ["id", "enterprise", "name", "office"] + Certificate.fields.map(\.rawValue)
        + ["expires", "renew-from", "standing", "act"]

    func csv() -> Reply {
        var reply = Reply(contentType: "text/csv; charset=utf-8") { sink in
            var writer = CSVWriter()
            writer.row(Self.columns.map { .text($0) })
            try await sink.send(CSVWriter.byteOrderMark + writer.bytes)
            _ = writer.take()
            try await send(&sink) { line in
                guard let line else { return [] }
                writer.row(cells(of: line).map { $0.map { .text($0) } ?? .unknown })
                return writer.take()
            }
        }
        reply.isPrivate = true
        reply.fileName = "certificates.csv"
        return reply
    }

    /// The same as a workbook, with the headings that people read.
    func workbook(_ words: any Words) -> Reply {
        let headings =
            ["ID", "ID (\(words.holderHeading))", words.holderHeading, words.officeToKeep]
            + Certificate.fields.map { words.detailField($0) }
            + [words.expiresHeading, words.renewFromHeading, words.renewalHeading, words.actHeading]
        var reply = Reply(contentType: EnterpriseExport.workbookType) { sink in
            var writer = try XLSXWriter(words.calendarTitle, columns: headings.map { XLSXWriter.Column($0) })
            try await send(&sink) { line in
                guard let line else { return try writer.finish() }
                return try writer.row(cells(of: line).map { $0.map { .text($0) } ?? .empty })
            }
        }
        reply.isPrivate = true
        reply.fileName = "certificates.xlsx"
        return reply
    }

    func json() -> Reply {
        var reply = Reply(contentType: "application/json") { sink in
            try await sink.send(Array("{\"certificates\":[".utf8))
            var isFirst = true
            try await send(&sink) { line in
                guard let line else { return Array("]}".utf8) }
                defer { isFirst = false }
                let members = zip(Self.columns, cells(of: line)).map { JSON.Member($0, JSON($1)) }
                return (isFirst ? [] : Array(",".utf8)) + JSON.object(members).bytes()
            }
        }
        reply.isPrivate = true
        return reply
    }

    /// Two days of each: when to begin, and the last one.
    func calendar(_ words: any Words) -> Reply {
        let stamp = self.stamp.at
        var reply = Reply(contentType: "text/calendar; charset=utf-8") { sink in
            try await sink.send(CalendarFile.head(words.calendarTitle))
            try await send(&sink) { line in
                guard let line else { return CalendarFile.foot }
                return entries(of: line, words).flatMap { CalendarFile.bytes(of: $0, at: stamp) }
            }
        }
        reply.isPrivate = true
        reply.fileName = "certificates.ics"
        return reply
    }

    private func entries(of line: CertificateLine, _ words: any Words) -> [CalendarFile.Entry] {
        let certificate = line.kept.detail
        guard let expires = certificate.expires else { return [] }
        let kind = words.certificateKind(certificate.kind)
        let days = CalendarFormat(language: words.language, time: .wib)
        let text = words.calendarText(certificate.number, ends: days.day(expires), act: certificate.kind.rule?.act)
        let begin = certificate.renewFrom.map { day in
            CalendarFile.Entry(
                "renew-\(line.id)@tiru", on: day, title: words.beginRenewal(kind, of: line.holder), text: text,
                reminderDays: 0)
        }
        let end = CalendarFile.Entry(
            "end-\(line.id)@tiru", on: expires, title: words.lastDay(kind, of: line.holder), text: text, reminderDays: 7
        )
        return [begin, end].compactMap(\.self)
    }

    private func cells(of line: CertificateLine) -> [String?] {
        let certificate = line.kept.detail
        let head: [String?] = [
            line.id.identifier.text, line.kept.enterprise.identifier.text, line.holder, line.office.text,
        ]
        return head + Certificate.fields.map { certificate.text($0) } + [
            certificate.expires?.description, certificate.renewFrom?.description, Self.standing(certificate, today),
            certificate.kind.rule?.act,
        ]
    }

    private static func standing(_ certificate: Certificate, _ today: CalendarDay) -> String {
        switch certificate.renewal(on: today) {
        case .valid: "valid"
        case .renewNow: "renew"
        case .expired: "expired"
        case .noEnd: "no-end"
        case .notKnown: "not-known"
        }
    }

    private func send(_ sink: inout ReplySink, _ bytes: (CertificateLine?) throws -> [UInt8]) async throws {
        let (store, office, stamp) = (store, office, stamp)
        let sending = ListSending<CertificateLine>(
            each: { try await store.eachCertificate(filter, $0) },
            note: { try await store.noteCertificatesExported($0, sha256: $1, from: office, by: stamp) })
        try await sending.send(&sink, bytes)
    }
}
