import Foundation
import Register

/// How long it takes to find 10,000 new enterprises in a register of 125,000, and how many rightly.
///
/// Invented records from a fixed seed, made by code that shares nothing with the search: twins with slips of the pen,
/// swapped words, titles, other legal forms and missing fields; beside them relatives in the same village, second firms
/// of one owner and branches that differ by their number alone.
@main
struct TwinsBench {
    static let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }

    static func main() {
        let size = sizes.first ?? 125_000
        let newcomers = sizes.dropFirst().first ?? 10_000
        let seed = UInt64(sizes.dropFirst(2).first ?? 51_03)
        foldNames()
        let set = LabelledTwins(seed: seed, size: size, newcomers: newcomers)
        let before = memory()
        var search: TwinSearch?
        let building = time { search = TwinSearch(set.register) }
        guard let search else { return }
        print("register of \(size): built in \(seconds(building)), \(Int(memory() - before)) MB")
        var answers: [[TwinCandidate]] = []
        let searching = time { answers = search.candidates(of: set.newcomers.map(\.record)) }
        let verdict = searching <= 30 ? "met" : "missed"
        print("\(newcomers) new against it: \(seconds(searching))  (target ≤ 30 s: \(verdict))")
        report(set.newcomers, answers)
    }

    static func foldNames() {
        let set = LabelledTwins(seed: 7, size: 10_000, newcomers: 2)
        var letters = 0
        let folding = time {
            for round in 0..<100 {
                for record in set.register { letters += FoldedName(record.name).words.count &+ round & 1 }
            }
        }
        precondition(letters > 0)
        print("1,000,000 names folded: \(seconds(folding))  (target ≤ 3 s: \(folding <= 3 ? "met" : "missed"))")
    }

    static func report(_ newcomers: [LabelledTwins.Newcomer], _ answers: [[TwinCandidate]]) {
        for (title, outcomes) in [("same", [TwinOutcome.same]), ("same or to settle", [.same, .toSettle])] {
            var (right, wrong, missed) = (0, 0, 0)
            for (newcomer, answer) in zip(newcomers, answers) {
                let best = answer.first.flatMap { outcomes.contains($0.score.outcome) ? $0.id : nil }
                if let best { if best == newcomer.twin { right += 1 } else { wrong += 1 } }
                if newcomer.twin != nil, best != newcomer.twin { missed += 1 }
            }
            let precision = Double(right) / Double(max(right + wrong, 1))
            let recall = Double(right) / Double(max(right + missed, 1))
            let verdict = precision >= 0.95 && recall >= 0.95 ? "met" : "missed"
            let target = title == "same" ? "  (target ≥ 0.95 both: \(verdict))" : ""
            print(String(format: "%@: precision %.4f, recall %.4f", title, precision, recall) + target)
        }
        for kind in LabelledTwins.Kind.allCases {
            let group = zip(newcomers, answers).filter { $0.0.kind == kind }
            func count(_ outcome: TwinOutcome?) -> Int { group.count { $0.1.first?.score.outcome == outcome } }
            let name = kind.rawValue.padding(toLength: 12, withPad: " ", startingAt: 0)
            print("  \(name) \(group.count): same \(count(.same)), to settle \(count(.toSettle)), none \(count(nil))")
        }
        if ProcessInfo.processInfo.environment["SHOW"] != nil { show(newcomers, answers) }
    }

    static func show(_ newcomers: [LabelledTwins.Newcomer], _ answers: [[TwinCandidate]]) {
        for (newcomer, answer) in zip(newcomers, answers) {
            let best = answer.first
            let isWrong = best?.score.outcome == .same ? best?.id != newcomer.twin : newcomer.twin != nil
            guard isWrong else { continue }
            print("\(newcomer.kind) \(newcomer.record.name) | \(newcomer.record.owner ?? "-")", terminator: " → ")
            print(
                best.map {
                    "\($0.id == newcomer.twin) \($0.score.bits) \($0.score.reasons.map { "\($0.kind) \(Int($0.bits))" })"
                } ?? "none")
        }
    }

    static func time(_ work: () -> Void) -> Double { ContinuousClock().measure(work) / .seconds(1) }

    static func seconds(_ time: Double) -> String { String(format: "%.2f s", time) }

    /// Megabytes that the program holds, where the system tells.
    static func memory() -> Double {
        // Not every system has this file; the figure is then zero.
        let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmRSS") }
        return (line?.split(separator: " ").dropFirst().first).flatMap { Double($0) }.map { $0 / 1024 } ?? 0
    }
}
