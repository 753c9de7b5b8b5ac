import Foundation
import Register
import Storage

/// Days and instants as people of a language write them, in the time of a place.
struct CalendarFormat: Sendable {
    let language: Language
    let time: CivilTime

    /// `25 November 2026`
    func day(_ instant: Date) -> String {
        let parts = parts(instant)
        return "\(parts.day) \(months[parts.month - 1]) \(parts.year)"
    }

    /// `25 November 2026`
    func day(_ day: CalendarDay) -> String { "\(day.day) \(months[day.month - 1]) \(day.year)" }

    /// `25 November 2026 06.15 WITA`
    func instant(_ instant: Date) -> String {
        let parts = parts(instant)
        let mark = language == .indonesian ? "." : ":"
        return "\(day(instant)) \(two(parts.hour))\(mark)\(two(parts.minute)) \(time.rawValue)"
    }

    private var months: [String] {
        switch language {
        case .indonesian:
            [
                "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
                "November", "Desember",
            ]
        case .english:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        }
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private func parts(_ instant: Date) -> (year: Int, month: Int, day: Int, hour: Int, minute: Int) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute], from: time.shifted(instant))
        return (
            parts.year ?? 0, parts.month ?? 1, parts.day ?? 0, parts.hour ?? 0, parts.minute ?? 0
        )
    }
}

extension Visit {
    /// In the time of the visitor's office.
    var calendar: CalendarFormat {
        CalendarFormat(language: language, time: CivilTime(of: visitor?.record.account.office ?? .nation))
    }

    func day(_ instant: Date) -> String { calendar.day(instant) }
    func day(_ day: CalendarDay) -> String { calendar.day(day) }
    /// By the clock of the visitor's office.
    var today: CalendarDay { CalendarDay(of: now, by: calendar.time) }
    func instant(_ instant: Date) -> String { calendar.instant(instant) }
}
