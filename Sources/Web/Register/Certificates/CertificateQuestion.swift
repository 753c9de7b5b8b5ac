import Register
import Storage

/// What the calendar of certificates is asked, as an address says it.
struct CertificateQuestion: Sendable {
    static let fields = ["standing", "months", "kind"]
    static let usualMonths = 6

    var standing = CalendarStanding.renew
    /// Ahead, for those that end within some months.
    var months = usualMonths
    var kind: CertificateKind?

    init() {}

    init(_ fields: Fields) throws(RequestRefusal) {
        standing = try fields.choice("standing", of: CalendarStanding.self) ?? .renew
        months = try fields.integer("months", in: 1...120) ?? Self.usualMonths
        kind = try fields.choice("kind", of: CertificateKind.self)
    }

    func filter(in regions: [RegionCode], on today: CalendarDay) -> CertificateFilter {
        let standing: CertificateFilter.Standing =
            switch standing {
            case .renew: .toRenew(on: today)
            case .expired: .expired(before: today)
            case .within: .ending(today...today.adding(months: months))
            case .notKnown: .notKnown
            case .all: .all
            }
        return CertificateFilter(in: regions, standing, kind: kind)
    }

    /// What differs from the usual question, behind a question mark.
    var query: String {
        let given = [
            standing == .renew ? nil : "standing=\(standing.rawValue)",
            standing == .within && months != Self.usualMonths ? "months=\(months)" : nil,
            kind.map { "kind=\($0.rawValue)" },
        ].compactMap(\.self)
        return given.isEmpty ? "" : "?" + given.joined(separator: "&")
    }
}
