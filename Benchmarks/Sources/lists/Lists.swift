import Exchange
import Foundation
import Register

/// How long it takes to read a list of a million enterprises from a file: looked through once for how it is written,
/// then read and checked. One thread; the file is bare CSV in the provincial header.
///
///     lists [ROWS]
@main
struct Lists {
    static func main() throws {
        let rows = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1_000_000
        let place = FileManager.default.temporaryDirectory.appending(path: "tiru-lists-\(rows).csv")
        defer {
            // A file of the temporary folder: nothing is lost when it stays.
            try? FileManager.default.removeItem(at: place)
        }
        try MadeList(rows: rows).write(to: place)
        let file = try SheetFile(at: place)
        var plan = try ListPlan.proposed(for: file) { _ in nil }
        let bare = try measured { try plan.forEachRow(of: file) { _ in } }
        let survey = try measured { _ = try plan.survey(file, industries: MadeList.industries) }
        let knowledge = try MadeList.knowledge()
        var norms = FigureNorms.none
        let gathering = try measured { norms = try plan.norms(of: file, knowledge) }
        var counts = (entries: 0, doubtful: 0, faulty: 0)
        let reading = try measured {
            var reading = ListReading(plan.mapping, plan.styles, knowledge, norms: norms)
            try plan.forEachRow(of: file) { row in
                switch reading.read(row) {
                case .entry(_, let doubts):
                    counts.entries += 1
                    if !doubts.isEmpty { counts.doubtful += 1 }
                case .faulty: counts.faulty += 1
                case .passedOver: break
                }
            }
        }
        print("lists: \(rows) rows × \(plan.mapping.columns.count) columns, seconds on one core")
        print("  rows of the file alone          \(shown(bare))")
        print("  survey                          \(shown(survey))")
        print("  what is usual (50,000 rows)     \(shown(gathering))")
        print("  reading and checking            \(shown(reading))")
        print("  survey and reading, file apart  \(shown(survey + gathering + reading - 2 * bare))  target 20")
        print("  enterprises \(counts.entries), in doubt \(counts.doubtful), faulty \(counts.faulty)")
        print("  memory at most \(peak()) MB")
    }

    private static func measured(_ body: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try body()
        let time = (ContinuousClock.now - start).components
        return Double(time.seconds) + Double(time.attoseconds) / 1e18
    }

    private static func shown(_ seconds: Double) -> String { String(format: "%6.2f", seconds) }

    /// What the system says this process held at most.
    private static func peak() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}
