import Foundation
import Synchronization

@testable import Storage

/// Rows of 25 columns into a table with four indexes, as an import of an office's list brings them: in short
/// transactions, so that nobody else who writes waits for long.
struct BulkImport: Sendable {
    static let count = Mutex(0)
    static let isPaused = Mutex(true)

    private static let columns = (1...25).map { "c\($0)" }
    /// Seconds a transaction may take: what a writer beside it waits at most.
    private static let portion = 0.004

    private let store: Store

    init(_ store: Store) async throws {
        self.store = store
        let definitions = Self.columns.enumerated().map { index, name in
            "\(name) \(index % 5 == 0 ? "INTEGER" : index % 5 == 1 ? "REAL" : "TEXT")"
        }
        _ = try await store.write { connection in
            try connection.executeScript("CREATE TABLE bench_row (\(definitions.joined(separator: ", "))) STRICT")
            for column in ["c1", "c3", "c4", "c8"] {
                try connection.executeScript("CREATE INDEX bench_\(column) ON bench_row (\(column))")
            }
        }
    }

    func runUntilCancelled() async throws {
        var first = 0
        var rows = 100
        while !Task.isCancelled {
            if Self.isPaused.withLock({ $0 }) {
                try await Task.sleep(for: .milliseconds(20))
                continue
            }
            let range = first..<(first + rows)
            let start = ContinuousClock.now
            try await store.write { connection in
                _ = try connection.append(to: "bench_row", columns: Self.columns, rows: range.lazy.map(Self.row))
            }
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            first += rows
            Self.count.withLock { $0 += range.count }
            rows = min(max(Int(Double(rows) * Self.portion / max(seconds, 1e-6)), 10), 2 * rows, 1000)
        }
    }

    /// Values that look like those of a list, and are not sorted in the indexes.
    private static func row(_ number: Int) -> [SQLValue] {
        let mixed = (number &* 2_654_435_761) % 1_000_003
        return columns.indices.map { index in
            switch index % 5 {
            case 0: .integer(mixed + index)
            case 1: .real(Double(mixed) / 7)
            default: .text("Nilai \(mixed % 9973) kolom \(index)")
            }
        }
    }
}
