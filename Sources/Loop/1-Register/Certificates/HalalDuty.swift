/// From when food and drink must be certified halal, by the size of the enterprise.
/// - Source: PP 42/2024, article 160
public enum HalalDuty {
    /// The first day on which food and drink of an enterprise of this size must be certified.
    public static func begins(for size: LegalSize) -> CalendarDay {
        switch size {
        case .micro, .small: CalendarDay(verified: 2026, 10, 17)
        case .medium, .large: CalendarDay(verified: 2024, 10, 18)
        }
    }

    /// Days that are left on a day; 0 and less once it is a duty.
    public static func daysLeft(for size: LegalSize, on day: CalendarDay) -> Int { day.days(to: begins(for: size)) }
}
