import Foundation

/// Instants as the database keeps them: `2026-11-25T22:15:31.123Z`, always UTC, always milliseconds, so that they sort as
/// text and are read by people and other programs alike.
enum Instant {
    static func text(_ date: Date) -> String {
        let milliseconds = Int((min(max(date.timeIntervalSince1970, earliest), latest) * 1000).rounded())
        let rest = (milliseconds % dayLength + dayLength) % dayLength
        let day = (milliseconds - rest) / dayLength
        let (year, month, dayOfMonth) = civil(day)
        let parts = [(year, 4), (month, 2), (dayOfMonth, 2)].map(padded).joined(separator: "-")
        let seconds = rest / 1000
        let time = [(seconds / 3600, 2), (seconds / 60 % 60, 2), (seconds % 60, 2)].map(padded).joined(separator: ":")
        return "\(parts)T\(time).\(padded((rest % 1000, 3)))Z"
    }

    /// - Returns: `nil` for a text in any other form.
    static func date(_ text: String) -> Date? {
        guard let parts = numbers(text) else { return nil }
        let days = dayNumber(year: parts[0], month: parts[1], day: parts[2])
        let seconds = ((days * 24 + parts[3]) * 60 + parts[4]) * 60 + parts[5]
        return Date(timeIntervalSince1970: Double(seconds * 1000 + parts[6]) / 1000)
    }

    /// Byte by byte: every row that is read has instants, and a pattern took a fifth of a page's time.
    private static func numbers(_ text: String) -> [Int]? {
        guard text.utf8.count == form.count else { return nil }
        // The last sign begins an eighth part, which stays empty.
        var parts = [0]
        for (byte, wanted) in zip(text.utf8, form) {
            if wanted == zero {
                guard (zero...zero + 9).contains(byte) else { return nil }
                parts[parts.count - 1] = parts[parts.count - 1] * 10 + Int(byte - zero)
            } else {
                guard byte == wanted else { return nil }
                parts.append(0)
            }
        }
        return parts
    }

    private static let form = [UInt8]("0000-00-00T00:00:00.000Z".utf8)
    private static let zero = UInt8(ascii: "0")

    /// Milliseconds of a day.
    private static let dayLength = 86_400_000
    /// The first and the last second that four digits of a year can say.
    private static let earliest = -62_135_596_800.0
    private static let latest = 253_402_300_799.0

    private static func padded(_ part: (number: Int, width: Int)) -> String {
        let digits = "\(part.number)"
        return String(repeating: "0", count: max(0, part.width - digits.count)) + digits
    }

    /// Year, month and day of a day counted from 1970, in the Gregorian calendar; years begin in March meanwhile, so that
    /// the leap day is the last of them.
    /// - Source: Reingold & Dershowitz (2018), ch. 2
    private static func civil(_ day: Int) -> (Int, Int, Int) {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
    }

    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
