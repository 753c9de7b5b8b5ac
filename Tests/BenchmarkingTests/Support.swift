import Benchmarking
import Foundation
import Testing

/// Regions × industries between 0 and 1000, about one cell in six empty, no region empty.
func randomFigures(rows: Int, columns: Int, seed: UInt64) -> [[Double]] {
    var random = RandomStream(seed: seed)
    return (0..<rows).map { _ in
        var row = (0..<columns).map { _ in
            Int.random(in: 0..<6, using: &random) == 0
                ? 0 : Double.random(in: 0...1000, using: &random)
        }
        row[0] += 1
        return row
    }
}

func structureTable(_ figures: [[Double]]) throws -> StructureTable {
    try StructureTable(Matrix(figures))
}

extension Double {
    func isClose(to other: Double, within tolerance: Double) -> Bool {
        abs(self - other) <= tolerance
    }
}

extension Double? {
    /// A known figure near the other; an unknown one is near nothing.
    func isClose(to other: Double, within tolerance: Double) -> Bool {
        map { $0.isClose(to: other, within: tolerance) } ?? false
    }
}

/// The folder of reference data beside the repository, where there is one.
enum SharedFolder {
    static let url = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/data")

    static var exists: Bool { FileManager.default.fileExists(atPath: url.path) }

    /// The rows of a CSV file by column name; fields may be quoted.
    static func rows(of file: String) throws -> [[String: String]] {
        let text = try String(contentsOf: url.appending(path: file), encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map(fields)
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    /// One column of a file as numbers; an empty or unreadable field is `nil`.
    static func numbers(of file: String, _ column: String) throws -> [Double?] {
        try rows(of: file).map { $0[column].flatMap(Double.init) }
    }

    /// The named columns of a file as rows of numbers; every field must be one.
    static func table(of file: String, _ columns: [String]) throws -> [[Double]] {
        try rows(of: file).map { row in try columns.map { try #require(row[$0].flatMap(Double.init)) } }
    }

    private static func fields(of line: Substring) -> [String] {
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                fields.append(field)
                field = ""
            default: field.append(character)
            }
        }
        return fields + [field]
    }
}

/// Workers of Göttingen and of Germany, 15 industries (A, B+D+E, C, F … R), 2008 and 2017;
/// Bundesagentur für Arbeit, as published with the R package REAT (Wieland 2019). The city's
/// industries do not add up to its published total of 69,403 (2017); Germany's do.
enum Göttingen {
    static let city2008: [Double] = [
        44, 446, 9116, 1611, 7092, 1979, 1768, 1631, 2246, 5393, 3357, 3173, 6152, 12360, 504,
    ]
    static let city2017: [Double] = [
        45, 466, 7874, 1334, 7051, 2481, 2251, 2032, 1739, 7915, 4875, 3936, 7488, 16896, 900,
    ]
    static let germany2008: [Double] = [
        215_570, 545_874, 6_528_569, 1_569_359, 3_991_410, 1_417_638, 795_660, 831_515, 991_090,
        1_723_450, 1_765_582, 1_647_171, 1_027_306, 3_554_458, 1_090_746,
    ]
    static let germany2017: [Double] = [
        248_052, 538_768, 6_797_172, 1_798_954, 4_380_223, 1_713_157, 1_062_982, 1_027_486,
        975_126, 2_397_099, 2_357_313, 1_762_308, 1_249_260, 4_676_036, 1_181_037,
    ]
}
