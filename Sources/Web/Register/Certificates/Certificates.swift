import Compare
import Foundation
import HTTPTypes
import Register
import Storage

/// The certificates of an office: what has to be renewed when.
struct Certificates: Sendable {
    let house: House

    var routes: [Route] {
        let exports = Admission.hat(.export, .register, .own)
        return [
            Route(.get, Paths.certificates, .hat(.view, .register, .own)) { try await calendar($0) },
            Route(.get, Paths.certificates, exports, forms: [.csv, .json]) { visit in
                let export = try export(visit)
                return visit.rendering == .csv ? export.csv() : export.json()
            },
            Route(.get, Paths.certificates + ".xlsx", exports) { try export($0).workbook($0.words) },
            Route(.get, Paths.certificates + ".ics", exports) { visit in
                try visit.fields.allow(["lang"])
                return try days(visit).calendar(visit.words)
            },
        ]
    }

    /// Certificates a page.
    private static let pageLength = 50
    /// All that the address of the calendar may ask, beside the place where a page begins.
    static let askedFields =
        CertificateQuestion.fields + [CertificateColumn.addressField, CertificateOrder.addressField]

    private func calendar(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(Self.askedFields + CertificateColumn.formFields + ["after", "lang"])
        if visit.fields[CertificateColumn.formMark] != nil {
            return .seeOther(
                visit.certificatesAddress(
                    replacing: [CertificateColumn.addressField: CertificateColumn.ticked(visit.fields)]))
        }
        let regions = visit.regions(.view, .register)
        let directory = try await house.store.regionalEconomies().directory
        var page = CertificatesPage(officeName: { directory[$0]?.name ?? $0.text }, isOfOneOffice: isOfOne(regions))
        for standing in [CalendarStanding.renew, .expired, .notKnown, .all] {
            var question = CertificateQuestion()
            question.standing = standing
            page.counts[standing] = try await house.store.certificateCount(
                question.filter(in: regions, on: visit.today), most: CertificatesPage.mostCounted + 1)
        }
        do {
            page.question = try CertificateQuestion(visit.fields)
            page.columns = try CertificateColumn.chosen(visit.fields)
            page.order = try CertificateOrder.asked(visit.fields)
            let filter = page.question.filter(in: regions, on: visit.today)
            let after = visit.fields["after"].flatMap { Certificate.ID($0) }
            let lines = try await house.store.certificates(
                filter, in: page.order, after: after, limit: Self.pageLength + 1)
            page.lines = Array(lines.prefix(Self.pageLength))
            page.next = lines.count > Self.pageLength ? page.lines.last?.id : nil
            return .own(page.html(visit))
        } catch let refusal as RequestRefusal {
            page.problem = visit.words.message(refusal)
            return .own(page.html(visit), status: refusal.status)
        }
    }

    private func isOfOne(_ regions: [RegionCode]) -> Bool {
        regions.count == 1 && regions.first.map { !$0.isProvince && $0 != .nation } == true
    }

    private func export(_ visit: Visit) throws -> CertificateExport {
        try visit.fields.allow(CertificateQuestion.fields + ["lang"])
        let filter = try CertificateQuestion(visit.fields).filter(
            in: visit.regions(.export, .register), on: visit.today)
        return try export(filter, visit)
    }

    /// All days that are still to come.
    private func days(_ visit: Visit) throws -> CertificateExport {
        let ahead = visit.today...CalendarDay(number: Int.max / 2)
        return try export(CertificateFilter(in: visit.regions(.export, .register), .ending(ahead)), visit)
    }

    private func export(_ filter: CertificateFilter, _ visit: Visit) throws -> CertificateExport {
        CertificateExport(
            filter: filter, today: visit.today, store: house.store,
            office: try visit.signedIn().record.account.office, stamp: try visit.stamp())
    }
}
