public import Foundation
public import Measure

/// The folder of reference facts that comes with the product, one CSV a subject and a manifest of what must be in it.
public struct FactFiles: Sendable {
    public let folder: URL

    public init(in folder: URL) { self.folder = folder }

    static let manifest = "manifest.csv"

    /// Reads and checks everything: headings, codes, numbers, then counts and sums against the manifest.
    /// - Throws: `FactsRefused` with every problem found; nothing is returned in part.
    public func read() throws(FactsRefused) -> ReferenceFacts {
        let bytes = try bytes(of: Self.manifest)
        let manifest = try Manifest(bytes)
        var contents: [String: [UInt8]] = [:]
        var problems: [FactProblem] = []
        for file in manifest.files {
            do {
                contents[file] = try self.bytes(of: file)
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw FactsRefused(problems: problems) }
        return try FactParser(manifest: manifest, contents: contents).facts(from: bytes)
    }

    /// Changes whenever a byte of any file changes.
    public func fingerprint() throws(FactsRefused) -> String {
        let manifest = try bytes(of: Self.manifest)
        var fingerprint = Fingerprint(manifest)
        for file in try Manifest(manifest).files { fingerprint.add(try bytes(of: file)) }
        return fingerprint.text
    }

    private func bytes(of file: String) throws(FactsRefused) -> [UInt8] {
        do {
            return try [UInt8](Data(contentsOf: folder.appending(path: file)))
        } catch {
            throw FactsRefused(problems: [FactProblem(file, .missingFile)])
        }
    }
}

/// What must be in the files: how many records each holds, and what some columns add up to.
struct Manifest {
    struct Check {
        let file: String
        let rows: Int
        let sum: (column: String, value: Double)?
        /// Of the whole file; `nil` on the lines that only add a sum.
        let fingerprint: String?
    }

    let checks: [Check]

    /// The files in the order of the manifest.
    var files: [String] {
        checks.reduce(into: []) { if !$0.contains($1.file) { $0.append($1.file) } }
    }

    init(_ bytes: [UInt8]) throws(FactsRefused) {
        let table = try FactTable(
            FactFiles.manifest, bytes: bytes, heading: ["file", "rows", "column", "sum", "fingerprint"])
        checks = try table.values { (record) throws(FactProblem) -> Check in
            let column = record.fields[2]
            let sum = column.isEmpty ? nil : (column: column, value: try table.number(record, 3))
            return Check(
                file: record.fields[0], rows: try table.count(record, 1), sum: sum,
                fingerprint: record.fields[4].isEmpty ? nil : record.fields[4])
        }
    }

    /// How far a sum may be from the manifest's: rounding of the addition, nothing more.
    static let sumTolerance = 1e-9

    /// Holds a file against the manifest: its records, its sums, then every byte.
    func verify(_ table: FactTable, _ bytes: [UInt8]) throws(FactsRefused) {
        let checks = checks.filter { $0.file == table.file }
        var problems: [FactProblem] = []
        if let rows = checks.first?.rows, table.records.count != rows {
            problems.append(FactProblem(table.file, .count(expected: rows, found: table.records.count)))
        }
        for case (let column, let sum)? in checks.map(\.sum) { problems += verify(table, column, sum) }
        let hash = Fingerprint(bytes).text
        if problems.isEmpty, let expected = checks.first?.fingerprint, expected != hash {
            problems.append(FactProblem(table.file, .changed(expected: expected)))
        }
        guard problems.isEmpty else { throw FactsRefused(problems: problems) }
    }

    private func verify(_ table: FactTable, _ name: String, _ sum: Double) -> [FactProblem] {
        guard let column = table.heading.firstIndex(of: name) else {
            return [FactProblem(FactFiles.manifest, column: 3, value: name, .unknownColumn(of: table.file))]
        }
        let known = table.records.filter { !$0.fields[column].isEmpty }
        let found = known.reduce(0) { $0 + (Double($1.fields[column]) ?? 0) }
        guard abs(found - sum) > Self.sumTolerance * max(1, abs(sum)) else { return [] }
        return [FactProblem(table.file, column: column + 1, .sum(expected: sum, found: found))]
    }
}
