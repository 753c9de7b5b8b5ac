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
        let manifest = try Manifest(bytes(of: Self.manifest))
        var contents: [String: [UInt8]] = [:]
        var problems: [FactProblem] = []
        for file in manifest.files {
            do {
                contents[file] = try bytes(of: file)
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw FactsRefused(problems: problems) }
        return try FactParser(manifest: manifest, contents: contents)
            .facts(fingerprint: try fingerprint())
    }

    /// A number made of every byte of every file; it tells files apart, it does not protect them.
    /// - Source: Fowler, Noll & Vo (1991), FNV-1a with 64 bits
    public func fingerprint() throws(FactsRefused) -> String {
        let manifestBytes = try bytes(of: Self.manifest)
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ bytes: [UInt8]) {
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        add(manifestBytes)
        for file in try Manifest(manifestBytes).files { add(try bytes(of: file)) }
        return String(hash, radix: 16)
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
    }

    let checks: [Check]

    /// The files in the order of the manifest.
    var files: [String] {
        checks.reduce(into: []) { if !$0.contains($1.file) { $0.append($1.file) } }
    }

    init(_ bytes: [UInt8]) throws(FactsRefused) {
        let table = try FactTable(
            FactFiles.manifest, bytes: bytes, heading: ["file", "rows", "column", "sum"])
        checks = try table.values { (record) throws(FactProblem) -> Check in
            let column = record.fields[2]
            let sum = column.isEmpty ? nil : (column: column, value: try table.number(record, 3))
            return Check(file: record.fields[0], rows: try table.count(record, 1), sum: sum)
        }
    }

    /// How far a sum may be from the manifest's: rounding of the addition, nothing more.
    static let sumTolerance = 1e-9

    func verify(_ table: FactTable) throws(FactsRefused) {
        var problems: [FactProblem] = []
        for check in checks where check.file == table.file {
            if table.records.count != check.rows {
                problems.append(
                    FactProblem(table.file, .count(expected: check.rows, found: table.records.count)))
            }
            guard let sum = check.sum, let column = table.heading.firstIndex(of: sum.column) else {
                continue
            }
            let found = table.records.reduce(0) { $0 + (Double($1.fields[column]) ?? 0) }
            if abs(found - sum.value) > Self.sumTolerance * max(1, abs(sum.value)) {
                problems.append(
                    FactProblem(
                        table.file, column: column + 1, .sum(expected: sum.value, found: found)))
            }
        }
        guard problems.isEmpty else { throw FactsRefused(problems: problems) }
    }
}
