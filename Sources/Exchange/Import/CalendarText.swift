import Foundation

/// Days and years as lists write them.
enum CalendarText {
    enum Year: Equatable {
        case year(Int)
        /// A date that no calendar has, such as 31/02/2024.
        case impossible
        case none
    }

    /// "2019", "th. 2019", "12/03/2019", "2019-03-12 00:00:00", "12 Maret 2019", "Maret 2019".
    static func year(_ text: String) -> Year {
        if let year = plain(text) { return .year(year) }
        let day = text.lowercased().split { $0.isWhitespace || $0 == "t" && text.contains(":") }
            .filter { !$0.contains(":") }
        var parts = day.joined(separator: " ").split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if let first = parts.first, ["tahun", "th", "thn", "tgl"].contains(first) { parts.removeFirst() }
        // "2019.0" is what programs write for 2019.
        if parts.count == 2, parts[1] == "0", text.contains(".") { parts.removeLast() }
        guard parts.count <= 3, let last = parts.last else { return .none }
        if parts.count == 3, let year = fourDigits(parts[0]) { return self.day(parts[2], parts[1], year) }
        guard let year = fourDigits(last) else { return .none }
        switch parts.count {
        case 1: return .year(year)
        case 2: return self.day("1", parts[0], year)
        default:
            let isDayFirst = self.day(parts[0], parts[1], year)
            guard isDayFirst == .impossible else { return isDayFirst }
            let isMonthFirst = self.day(parts[1], parts[0], year)
            return isMonthFirst == .none ? .impossible : isMonthFirst
        }
    }

    /// The quick way for four digits and nothing else.
    private static func plain(_ text: String) -> Int? {
        guard text.utf8.count == 4 else { return nil }
        return fourDigits(text)
    }

    private static func fourDigits(_ text: String) -> Int? {
        guard text.utf8.count == 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    private static func day(_ day: String, _ month: String, _ year: Int) -> Year {
        guard let day = Int(day), day < 1000 else { return .none }
        guard let month = Int(month) ?? months.first(where: { month.hasPrefix($0.0) })?.1 else { return .none }
        let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return .impossible }
        return .year(year)
    }

    private static let months: [(String, Int)] = [
        ("jan", 1), ("feb", 2), ("peb", 2), ("mar", 3), ("apr", 4), ("mei", 5), ("may", 5), ("jun", 6), ("jul", 7),
        ("agu", 8), ("agt", 8), ("ags", 8), ("aug", 8), ("sep", 9), ("okt", 10), ("oct", 10), ("nov", 11), ("nop", 11),
        ("des", 12), ("dec", 12),
    ]

    /// The year of a day counted from 30 December 1899.
    static func year(_ serial: Double) -> Int { civil(serial).year }

    static func iso(_ serial: Double) -> String {
        let (year, month, day) = civil(serial)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    /// - Source: Reingold & Dershowitz (2018), ch. 2: fixed dates of the Gregorian calendar
    private static func civil(_ serial: Double) -> (year: Int, month: Int, day: Int) {
        guard serial.isFinite, abs(serial) < 3e6 else { return (0, 1, 1) }
        // Days since 1 March 0000.
        let days = Int(serial.rounded(.down)) + 693_899
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let civilMonth = month < 10 ? month + 3 : month - 9
        return (yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, day)
    }
}
