public import Foundation

/// Which backups are kept: all of the last days, then the newest of each day, week and month that has any.
///
/// Days, weeks and months without a backup do not count, so that after a pause the old ones are still there.
public struct Retention: Sendable, Equatable {
    /// Everything so many days back is kept.
    public var all = 2
    public var days = 14
    public var weeks = 8
    public var months = 12
    /// Where a day begins: seconds east of UTC; usually Central Indonesia (WITA).
    public var offset = 8 * 3600

    public init() {}

    /// - Parameter text: such as `14d,8w,12m`; what is not named keeps none beside the last days.
    /// - Returns: `nil` for a text in any other form.
    public init?(_ text: String) {
        (days, weeks, months) = (0, 0, 0)
        var units = Set<Character>()
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let unit = part.last, units.insert(unit).inserted, let count = Int(part.dropLast()),
                (0...1000).contains(count)
            else { return nil }
            switch unit {
            case "d": days = count
            case "w": weeks = count
            case "m": months = count
            default: return nil
            }
        }
    }

    /// - Parameter instants: when the backups were made, in any order.
    /// - Returns: those that may go, oldest first; never the newest, and none that a clock gone wrong put in the future.
    public func expired(_ instants: [Date], at now: Date) -> [Date] {
        let past = Set(instants.filter { $0 <= now }).sorted(by: >)
        var kept = Set(past.prefix(1))
        kept.formUnion(past.prefix { now.timeIntervalSince($0) <= Double(all) * Self.day })
        kept.formUnion(newest(of: past, days) { "\(dayNumber($0))" })
        // Weeks begin on Monday; 1 January 1970 was a Thursday.
        kept.formUnion(newest(of: past, weeks) { "\(Int((Double(dayNumber($0) + 3) / 7).rounded(.down)))" })
        kept.formUnion(newest(of: past, months) { String(Instant.text(local($0)).prefix(7)) })
        return past.reversed().filter { !kept.contains($0) }
    }

    private static let day = 86_400.0

    /// The newest of each of the last `count` spans that have any. - Parameter past: newest first.
    private func newest(of past: [Date], _ count: Int, _ span: (Date) -> String) -> [Date] {
        var seen = Set<String>()
        return Array(past.filter { seen.insert(span($0)).inserted }.prefix(count))
    }

    private func local(_ instant: Date) -> Date { instant.addingTimeInterval(Double(offset)) }

    private func dayNumber(_ instant: Date) -> Int {
        Int((local(instant).timeIntervalSince1970 / Self.day).rounded(.down))
    }
}
