import Foundation
import Register

/// Figures of a row.
extension RowCells {
    /// What a cell counts or weighs, by the year and in whole units.
    mutating func amount(_ field: EnterpriseField) -> Double? {
        let number: Double
        switch cell(field) {
        case .empty: return nil
        case .number(let value), .date(let value): number = value
        case .text(let text):
            if let plain = Self.plain(text) {
                number = plain
            } else {
                guard let text = raw(reporting: field) else { return nil }
                guard let value = NumberText(text, .init(field)).value(styles.numbers[field]) else {
                    fault(field, text, .notANumber)
                    return nil
                }
                number = value
            }
        case .truth, .fault:
            if let text = raw(reporting: field) { fault(field, text, .notANumber) }
            return nil
        }
        guard !number.isNaN, number >= 0 else {
            fault(field, shown(field), number.isNaN ? .notANumber : .negative)
            return nil
        }
        let scaled = number * columns.scale(field)
        guard scaled < 1e15 else {
            fault(field, shown(field), .notANumber)
            return nil
        }
        return scaled
    }

    /// The quick way for digits and nothing else.
    private static func plain(_ text: String) -> Double? {
        guard (1...15).contains(text.utf8.count) else { return nil }
        var number = 0
        for byte in text.utf8 {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 0x30)
        }
        return Double(number)
    }

    /// The unit of the capacity: its column or, where that says nothing, the word behind the number.
    mutating func unit() -> String? {
        if let unit = text(.unit, limit: 60) { return unit }
        guard !isFaulty(.unit), !isFaulty(.capacity), let text = raw(.capacity) else { return nil }
        return NumberText(text, .measure).unit
    }

    mutating func rupiah(_ field: EnterpriseField) -> Rupiah? {
        amount(field).map { Rupiah(Int64($0.rounded())) }
    }

    mutating func count(_ field: EnterpriseField) -> Int? {
        guard let number = amount(field) else { return nil }
        guard number == number.rounded(), number < 1e6 else {
            fault(field, shown(field), .notWhole)
            return nil
        }
        return Int(number)
    }

    /// A year, or the year of a date.
    mutating func year(_ field: EnterpriseField, upTo last: Int) -> Int? {
        let year: Int
        switch cell(field) {
        case .date(let serial): year = CalendarText.year(serial)
        case .number(let number) where number == number.rounded() && (1800...2200).contains(number): year = Int(number)
        // A date that lost its form: 1954 … 2064.
        case .number(let serial) where (20_000...60_000).contains(serial): year = CalendarText.year(serial)
        default:
            guard let text = raw(reporting: field) else { return nil }
            switch CalendarText.year(text) {
            case .year(let value): year = value
            case .impossible:
                fault(field, text, .notADate)
                return nil
            case .none:
                fault(field, text, .notAYear)
                return nil
            }
        }
        guard (1800...2200).contains(year) else {
            fault(field, shown(field), .notAYear)
            return nil
        }
        guard year <= last else {
            fault(field, shown(field), .yearAhead, ["\(last)"])
            return nil
        }
        return year
    }
}
