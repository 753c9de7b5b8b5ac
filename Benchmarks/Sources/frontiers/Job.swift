import Foundation

/// One measured piece of work.
enum Job {
    /// Seconds, the median of several runs.
    static func median(of repeats: Int, _ work: () throws -> Void) rethrows -> Double {
        var times: [Double] = []
        for _ in 0..<repeats {
            let time = try ContinuousClock().measure(work)
            times.append(time / .seconds(1))
        }
        return times.sorted()[repeats / 2]
    }

    /// - Parameter target: seconds; 0 for none.
    static func report(_ name: String, _ seconds: Double, target: Double, _ remark: String = "") {
        let figure = String(format: "%9.4f s", seconds)
        let verdict = target > 0 ? "  (target ≤ \(target) s: \(seconds <= target ? "met" : "missed"))" : ""
        print("  " + name.padding(toLength: 42, withPad: " ", startingAt: 0) + figure + verdict + "  " + remark)
    }

    /// GiB that the program held at most so far; `nil` where the system does not tell.
    static var peakMemory: Double? {
        // A system without this file is one that does not tell.
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kibibytes = line.map { $0.filter(\.isNumber) }.flatMap(Double.init)
        return kibibytes.map { $0 / 1_048_576 }
    }

    /// The generated files with expected scores, in the shared folder beside the project.
    static var perfFolder: URL? {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "shared/data/methods/perf")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }
}
