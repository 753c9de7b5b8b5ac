/// A certificate of an enterprise or a sentra. Its end is computed, never typed where a rule gives it.
public struct Certificate: Sendable, Hashable, Identifiable {
    public typealias ID = Key<Certificate>

    public let id: ID
    public let kind: CertificateKind
    /// As printed; `nil` not known.
    public var number: String?
    /// What it is for: a product, a mark, a motif.
    public var scope: String?
    public var issued: CalendarDay?
    /// When the application was received: trade marks and designs count from it.
    public var filed: CalendarDay?
    /// The last day as printed on the certificate; it goes before the rule.
    public var printedEnd: CalendarDay?

    public init(
        _ id: ID, _ kind: CertificateKind, number: String? = nil, issued: CalendarDay? = nil,
        filed: CalendarDay? = nil, printedEnd: CalendarDay? = nil
    ) {
        self.id = id
        self.kind = kind
        self.number = number
        self.issued = issued
        self.filed = filed
        self.printedEnd = printedEnd
    }

    /// The last day on which it holds; `nil` where it has no end or the end is not known.
    public var expires: CalendarDay? {
        if let printedEnd { return printedEnd }
        guard let rule = kind.rule, case .years(let years) = rule.term else { return nil }
        return start(by: rule)?.adding(years: years)
    }

    private func start(by rule: ValidityRule) -> CalendarDay? {
        switch rule.start {
        case .dayOfIssue: issued
        case .dayOfFiling: filed
        }
    }

    /// The first day on which renewal should be asked for; `nil` where it has no known end or cannot be renewed.
    public var renewFrom: CalendarDay? {
        guard kind.rule?.isRenewable ?? true else { return nil }
        return expires?.adding(months: -(kind.rule?.renewalMonths ?? Self.reminderMonths))
    }

    /// Where no rule says when, people are reminded so many months before. A habit of ours, not a law.
    public static let reminderMonths = 6

    /// No certificate is to be renewed longer than so many months before its end.
    public static let longestReminderMonths =
        CertificateKind.allCases.compactMap { $0.rule?.renewalMonths }.max().map { max($0, reminderMonths) }
        ?? reminderMonths

    /// How it stands on a day.
    public func renewal(on day: CalendarDay) -> RenewalState {
        guard let expires else {
            return kind.rule?.term == .withoutEnd ? .noEnd : .notKnown
        }
        if day > expires { return .expired(daysAgo: expires.days(to: day)) }
        if let renewFrom, day >= renewFrom { return .renewNow(daysLeft: day.days(to: expires)) }
        return .valid(daysLeft: day.days(to: expires))
    }
}

/// How a certificate stands on a day. Days left are 0 on the last day.
public enum RenewalState: Sendable, Hashable {
    case valid(daysLeft: Int)
    /// It holds, and renewal should be asked for.
    case renewNow(daysLeft: Int)
    case expired(daysAgo: Int)
    /// It holds as long as nothing essential changes.
    case noEnd
    /// A date is missing, or no rule is known.
    case notKnown
}
