/// What has to be renewed when, over many certificates.
public struct RenewalCalendar: Sendable {
    /// A certificate with whose it is.
    public struct Entry: Sendable, Hashable {
        /// Of the enterprise or sentra.
        public let holder: String
        public let certificate: Certificate
        /// The last day on which it holds.
        public let expires: CalendarDay
        /// The day to begin; `nil` for what cannot be renewed.
        public let renewFrom: CalendarDay?
    }

    /// Those with a known end, the earliest first; of one day by holder, then by certificate.
    public let entries: [Entry]
    /// Certificates whose end is not known although they have one: a date is missing.
    public let unknown: [Certificate]

    public init(_ certificates: [(holder: String, certificate: Certificate)]) {
        entries = certificates.compactMap { holder, certificate in
            certificate.expires.map {
                Entry(holder: holder, certificate: certificate, expires: $0, renewFrom: certificate.renewFrom)
            }
        }.sorted {
            ($0.expires, $0.holder, $0.certificate.id) < ($1.expires, $1.holder, $1.certificate.id)
        }
        unknown = certificates.map(\.certificate).filter {
            $0.expires == nil && $0.kind.rule?.term != .withoutEnd
        }
    }

    /// Those that are to be renewed on this day: their time has begun and they have not expired.
    public func toRenew(on day: CalendarDay) -> [Entry] {
        entries.filter { entry in
            entry.renewFrom.map { $0 <= day } ?? false && day <= entry.expires
        }
    }

    /// Those that no longer hold, the longest expired first.
    public func expired(on day: CalendarDay) -> [Entry] { entries.filter { $0.expires < day } }

    /// Those whose last day falls within these days, both ends included.
    public func expiring(in days: ClosedRange<CalendarDay>) -> [Entry] { entries.filter { days.contains($0.expires) } }
}
