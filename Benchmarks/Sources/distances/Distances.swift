import Benchmarking
import Foundation

/// How long the structural distances between all regencies take, with the part of every industry.
///
/// Invented structures from a fixed seed, as many as there are regencies and sections of industry.
@main
struct Distances {
    static let regions = 514
    static let industries = 17
    static let repeats = 15
    static let target = 100.0

    static func main() throws {
        let table = try StructureTable(inventedStructures())
        _ = measure(StructuralDistance.allCases, in: table)
        let pairs = "\(regions) × \(regions) distances with their parts"
        print("\(pairs), median of \(repeats):")
        for method in StructuralDistance.allCases {
            print(line("\(method)", milliseconds: medianTime([method], in: table)))
        }
        let all = medianTime(StructuralDistance.allCases, in: table)
        let verdict = all <= target ? "met" : "missed"
        print(line("all", milliseconds: all) + "  (target ≤ \(Int(target)) ms: \(verdict))")
    }

    static func inventedStructures() throws -> Matrix {
        var random = RandomStream(seed: 51_03)
        let values = (0..<regions * industries).map { _ in
            // The exponential of an even number: few large shares, many small ones, as in life.
            -log(Double.random(in: 0.000_001..<1, using: &random))
        }
        return try Matrix(rows: regions, columns: industries, values: values)
    }

    static func medianTime(_ methods: [StructuralDistance], in table: StructureTable) -> Double {
        let times = (0..<repeats).map { _ in measure(methods, in: table) }
        return times.sorted()[repeats / 2]
    }

    /// - Returns: milliseconds.
    static func measure(_ methods: [StructuralDistance], in table: StructureTable) -> Double {
        var sum = 0.0
        let time = ContinuousClock().measure {
            for method in methods {
                for home in 0..<regions {
                    sum += table.distances(from: home, by: method)[regions - 1]
                    sum += table.parts(from: home, by: method)[regions - 1, 0]
                }
            }
        }
        // The sum is used, so that no compiler may leave the work out.
        precondition(sum > 0)
        return time / .milliseconds(1)
    }

    static func line(_ name: String, milliseconds: Double) -> String {
        let figure = String(format: "%8.1f ms", milliseconds)
        return "  " + name.padding(toLength: 14, withPad: " ", startingAt: 0) + figure
    }
}
