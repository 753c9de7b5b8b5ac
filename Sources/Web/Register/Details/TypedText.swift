import Foundation
import Register

/// What people type into a field of a form, as the register writes it.
enum TypedText {
    /// "175.000", "7,5" and "Rp 95.000" on an Indonesian page; "175,000" and "7.5" on an English one. A mark that cannot
    /// stand between thousands is taken as the decimal one: nobody who types 7.5 hours means seventy-five.
    /// - Returns: `nil` for what is no number, or might be two.
    static func number(_ text: String, in language: Language) -> Double? {
        let (group, decimal): (Character, Character) = language == .indonesian ? (".", ",") : (",", ".")
        var plain = text.filter { !$0.isWhitespace }
        if plain.lowercased().hasPrefix("rp") { plain.removeFirst(2) }
        guard let first = plain.first, first.isASCII, first.isNumber,
            plain.allSatisfy({ $0.isASCII && $0.isNumber || $0 == group || $0 == decimal })
        else { return nil }
        let sides = plain.split(separator: decimal, omittingEmptySubsequences: false)
        guard sides.count <= 2 else { return nil }
        let groups = sides[0].split(separator: group, omittingEmptySubsequences: false)
        let isGrouped = groups.count == 1 || groups[0].count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
        if isGrouped, !(sides.count > 1 && sides[1].contains(group)) {
            return Double(groups.joined() + (sides.count > 1 ? "." + sides[1] : ""))
        }
        guard sides.count == 1, groups.count == 2 else { return nil }
        return Double(groups[0] + "." + groups[1])
    }

    /// "2026-10-17", "17/10/2026", "17-10-2026", "17.10.2026".
    static func day(_ text: String) -> CalendarDay? {
        if let day = CalendarDay(text) { return day }
        let parts = text.split { "/-. ".contains($0) }
        guard parts.count == 3, parts[2].count == 4, let day = Int(parts[0]), let month = Int(parts[1]),
            let year = Int(parts[2])
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }
}
