import Benchmarking
import Foundation

/// Units of a known technology, the same everywhere: three inputs evenly spread over 10…100, Cobb–Douglas output split
/// by a random angle, half-normal inefficiency of 0.3; figures with six decimals.
enum GeneratedUnits {
    static let seed: UInt64 = 20_240_601

    static func production(_ count: Int) throws -> Production {
        var random = RandomStream(seed: seed)
        var inputs: [Double] = []
        var outputs: [Double] = []
        inputs.reserveCapacity(3 * count)
        outputs.reserveCapacity(2 * count)
        for _ in 0..<count {
            let x = [draw(&random), draw(&random), draw(&random)]
            let most = 3 * pow(x[0], 0.3) * pow(x[1], 0.3) * pow(x[2], 0.25)
            let angle = random.uniform() * .pi / 2
            let made = most * exp(-abs(0.3 * random.normal()))
            inputs += x.map(sixDecimals)
            outputs += [sixDecimals(made * cos(angle) + 1), sixDecimals(made * sin(angle) + 1)]
        }
        return try Production(
            inputs: Matrix(rows: count, columns: 3, values: inputs),
            outputs: Matrix(rows: count, columns: 2, values: outputs))
    }

    private static func draw(_ random: inout RandomStream) -> Double { 10 + 90 * random.uniform() }

    private static func sixDecimals(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}

/// Units of a file with the columns id, x1, x2, x3, y1, y2, and figures of one column of a file.
enum UnitFiles {
    static func production(_ file: URL) throws -> Production {
        let rows = try rows(file)
        return try Production(
            inputs: Matrix(rows.map { Array($0[1...3]) }), outputs: Matrix(rows.map { Array($0[4...5]) }))
    }

    static func scores(_ file: URL) throws -> [Double] { try rows(file).map { $0[1] } }

    private static func rows(_ file: URL) throws -> [[Double]] {
        try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map { line in
            line.split(separator: ",").map { Double($0) ?? .nan }
        }
    }
}
