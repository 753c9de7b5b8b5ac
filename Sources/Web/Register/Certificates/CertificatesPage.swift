import Foundation
import HTML
import Register
import Storage

/// The renewal calendar of an office.
struct CertificatesPage: Sendable {
    let officeName: @Sendable (RegionCode) -> String
    /// False where the offices are told apart.
    let isOfOneOffice: Bool
    var question = CertificateQuestion()
    var counts: [CalendarStanding: Int] = [:]
    var columns = CertificateColumn.usual
    var order = CertificateOrder.usual
    var lines: [CertificateLine] = []
    /// The last one shown, where the list goes on after it.
    var next: Certificate.ID?
    var problem: String?

    /// So many are counted; beyond, "more than" is said.
    static let mostCounted = 1000

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: words.calendarQuestion, verb: 0)
        if !visit.regions(.export, .register).isEmpty {
            frame.twins = visit.twins(of: Paths.certificates, query: question.query)
        }
        return document(frame) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            div(.class("answer")) { for sentence in answer(visit) { p { sentence } } }
            filterView(visit)
            ColumnsView(
                path: Paths.certificates, carried: CertificateQuestion.fields + [CertificateOrder.addressField],
                chosen: columns, visit: visit
            ).view
            if !lines.isEmpty {
                tableView(CertificateTable(page: self, visit: visit).table, id: "certificates", words)
            }
            if let next {
                p(.class("pages")) {
                    a(.href(visit.certificatesAddress(replacing: ["after": "\(next)"]))) { words.pageNext }
                }
            }
            details {
                summary { words.howComputed }
                p { words.certificatesComputed }
            }
            p(.class("next")) {
                if !visit.regions(.export, .register).isEmpty {
                    a(.class("button"), .href(visit.address(Paths.certificates + ".ics"))) { words.calendarFile }
                    " "
                }
                a(.href(visit.address(Paths.enterprises))) { words.enterprisesTitle }
            }
        }
    }

    private func answer(_ visit: Visit) -> [String] {
        let words = visit.words
        func count(_ standing: CalendarStanding) -> String {
            let count = counts[standing] ?? 0
            let told = visit.language.numbers.integer(min(count, Self.mostCounted))
            return count > Self.mostCounted ? words.moreThan(told) : told
        }
        if counts[.all] == 0 { return [words.calendarEmpty] }
        let all = words.calendarAnswer(
            toRenew: count(.renew), expired: count(.expired), notKnown: count(.notKnown))
        let shown =
            lines.isEmpty
            ? words.calendarNone
            : words.calendarShown(visit.language.numbers.integer(lines.count), isMore: next != nil)
        return [all, shown]
    }

    private func filterView(_ visit: Visit) -> Node {
        form(.action(visit.address(Paths.certificates)), .method(.get), .class("entry")) {
            hiddenFields(visit, [CertificateColumn.addressField, CertificateOrder.addressField])
            for field in filterFields(visit) { entryView(field, of: "filter") }
            p { button(.type(.submit)) { visit.words.show } }
        }
    }

    private func filterFields(_ visit: Visit) -> [FormField] {
        let words = visit.words
        return [
            FormField(
                name: "standing", label: words.standingField,
                kind: .choice(CalendarStanding.allCases.map { ($0.rawValue, words.standing($0)) }),
                value: question.standing.rawValue, isRequired: false),
            FormField(
                name: "months", label: words.monthsField, kind: .number(1...120), value: "\(question.months)",
                isRequired: false),
            FormField(
                name: "kind", label: words.detailField(.certificateKind),
                kind: .choice(
                    [("", words.filterAll)] + CertificateKind.allCases.map { ($0.rawValue, words.certificateKind($0)) }),
                value: question.kind?.rawValue ?? "", isRequired: false),
        ]
    }
}
