import Benchmarking
import Foundation

/// How long frontiers, their bootstrap, complexity and rank bands take, against the figures the project has set itself.
///
///     frontiers                    all jobs
///     frontiers FILE               seconds for the scores of one file, for comparing with other programs
@main
struct Frontiers {
    static func main() throws {
        if CommandLine.arguments.count > 1 {
            let production = try UnitFiles.production(URL(filePath: CommandLine.arguments[1]))
            print(try Job.median(of: 5) { _ = try outputScores(production) })
            return
        }
        print("threads: \(Computation.processors)")
        try generated()
        try published()
        try bootstrap()
        try complexity()
        try rankBands()
        try million()
    }

    /// Output scores under variable returns: frame and scores.
    @discardableResult
    static func outputScores(_ production: Production) throws -> FrontierScores {
        try Frontier(of: production, returns: .variable).scores(.output)
    }

    static func generated() throws {
        for (count, repeats, target) in [(500, 15, 0), (2_000, 15, 0), (10_000, 9, 0.15), (100_000, 3, 2)] {
            let production = try GeneratedUnits.production(count)
            var residual = 0.0
            let seconds = try Job.median(of: repeats) { residual = try outputScores(production).worstResidual }
            Job.report("output VRS, 3 × 2, n = \(count)", seconds, target: target, "residual ≤ \(residual)")
        }
    }

    /// A million, once, and what memory it took: last, because the peak counts from the start of the program.
    static func million() throws {
        let production = try GeneratedUnits.production(1_000_000)
        var frame = 0
        let seconds = try Job.median(of: 1) {
            let frontier = try Frontier(of: production, returns: .variable)
            frame = frontier.frame.count
            try frontier.scores(.output)
        }
        let memory = String(format: "frame %d, peak memory %.2f GiB (target ≤ 1)", frame, Job.peakMemory ?? .nan)
        Job.report("output VRS, 3 × 2, n = 1000000", seconds, target: 120, memory)
    }

    /// The files with expected scores, where they lie beside the project: how far off the scores are.
    static func published() throws {
        guard let folder = Job.perfFolder else { return print("  expected scores: the shared data are not here") }
        for name in ["dea_500", "dea_2000", "dea_10000"] {
            let production = try UnitFiles.production(folder.appending(path: "\(name).csv"))
            let expected = try UnitFiles.scores(folder.appending(path: "\(name)_expected_phi_vrs_out.csv"))
            let error = zip(try outputScores(production).values, expected).map { abs(($0 ?? .nan) - $1) }.max()
            print("  \(name): largest distance from the expected scores \(error ?? .nan) (target ≤ 1e-9)")
        }
        let scaled = try UnitFiles.production(folder.appending(path: "dea_500_badly_scaled.csv"))
        let plain = try UnitFiles.production(folder.appending(path: "dea_500.csv"))
        let pairs = zip(try outputScores(scaled).values, try outputScores(plain).values)
        let error = pairs.map { abs(($0 ?? .nan) - ($1 ?? .nan)) }.max()
        print("  the 500 badly scaled: largest distance from the well scaled \(error ?? .nan) (target ≤ 1e-9)")
    }

    static func bootstrap() throws {
        let production = try GeneratedUnits.production(514)
        let seconds = try Job.median(of: 3) {
            _ = try FrontierBootstrap(of: production, returns: .variable, .output)
        }
        Job.report("514 units × 2,000 bootstrap replicates", seconds, target: 10)
    }
}
