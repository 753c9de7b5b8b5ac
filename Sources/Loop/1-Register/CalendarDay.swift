public import Foundation

/// A day of the civil calendar, 2026-10-17: no hour, no time zone. Printed on certificates and decrees, so it is the same
/// day for everybody.
/// - Source: Reingold & Dershowitz (2018), ch. 2
public struct CalendarDay: Hashable, Sendable, CustomStringConvertible {
    /// 1…9999.
    public let year: Int
    /// 1…12.
    public let month: Int
    /// 1…31.
    public let day: Int

    /// - Returns: `nil` for a day that the calendar does not have, such as 31 February.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.length(ofMonth: month, in: year)
        else { return nil }
        self.init(verified: year, month, day)
    }

    /// - Returns: `nil` unless the text is a day as ISO 8601 writes it: `2026-10-17`.
    public init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 < 58 && ($0 > 47 || $0 == 45) }) else {
            return nil
        }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1) - 48 } }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// The day on which an instant falls by a clock of Indonesia.
    public init(of instant: Date, by time: CivilTime) {
        let days = (time.shifted(instant).timeIntervalSince1970 / 86_400).rounded(.down)
        self.init(number: Int(min(max(days, Self.firstNumber), Self.lastNumber)))
    }

    /// `2026-10-17`.
    public var description: String {
        let parts = [(year, 4), (month, 2), (day, 2)].map { number, width in
            String(repeating: "0", count: max(0, width - "\(number)".count)) + "\(number)"
        }
        return parts.joined(separator: "-")
    }

    public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    init(verified year: Int, _ month: Int, _ day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }
}

extension CalendarDay: Comparable {
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDay {
    /// Days since 1 January 1970, negative before it.
    public var number: Int {
        // Years begin in March, so that the leap day is the last of its year.
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// - Parameter number: days since 1 January 1970; what lies outside the years 1…9999 is brought to their ends.
    public init(number: Int) {
        let days = min(max(number, Int(Self.firstNumber)), Int(Self.lastNumber)) + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        self.init(
            verified: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
    }

    /// Of 1 January of the year 1 and of 31 December 9999.
    private static let firstNumber = -719_162.0
    private static let lastNumber = 2_932_896.0

    /// So many days later; earlier where the count is negative.
    public func adding(days: Int) -> CalendarDay { CalendarDay(number: number + days) }

    /// So many months later, or earlier: the same day of the month, or the month's last where it is shorter.
    public func adding(months: Int) -> CalendarDay {
        let all = year * 12 + month - 1 + months
        let (year, month) = (min(max(all / 12, 1), 9999), all % 12 + 1)
        return CalendarDay(verified: year, month, min(day, Self.length(ofMonth: month, in: year)))
    }

    /// So many years later: the same day; 29 February becomes the 28th where the year is no leap year.
    public func adding(years: Int) -> CalendarDay { adding(months: 12 * years) }

    /// Days from this day to another, negative where the other is earlier.
    public func days(to other: CalendarDay) -> Int { other.number - number }
}

extension CalendarDay: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = CalendarDay(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
