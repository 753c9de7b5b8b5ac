import Foundation

@testable import Storage

/// How long it takes to bring a large file into an indexed table, against the engines' own programs: `sqlite3 .import`
/// and `psql \copy`. Same file, same table, same settings, one transaction; ours reads the file too.
///
///     storage [ROWS] [sqlite|postgres]
@main
struct StorageBench {
    static let repeats = 3
    static let target = 1.2

    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let rows = arguments.compactMap { Int($0) }.first ?? 1_000_000
        let engines = arguments.filter { ["sqlite", "postgres"].contains($0) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "tiru-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // what stays is a temporary folder
        let file = folder.appending(path: "production.csv").path
        try ProductionFile.write(rows: rows, to: file)
        print(
            "\(rows) rows × \(ProductionFile.columns.count) columns, 4 indexes, one transaction, median of \(repeats):")
        if engines.isEmpty || engines.contains("sqlite") {
            let bench = FileBench(file: file, rows: rows, folder: folder)
            try await compare("sqlite3 .import --csv", theirs: bench.import, ours: bench.append)
        }
        if engines.isEmpty || engines.contains("postgres") {
            let bench = try ServerBench(file: file, rows: rows)
            try await compare("psql \\copy", theirs: bench.copy, ours: bench.append)
            bench.stop()
        }
    }

    /// In turns, so that what else the machine does hits both.
    private static func compare(
        _ name: String, theirs: () async throws -> Duration, ours: () async throws -> Duration
    ) async throws {
        var times: (theirs: [Double], ours: [Double]) = ([], [])
        for _ in 0..<repeats {
            times.theirs.append(try await theirs() / .seconds(1))
            times.ours.append(try await ours() / .seconds(1))
        }
        let (their, our) = (times.theirs.sorted()[repeats / 2], times.ours.sorted()[repeats / 2])
        let ratio = our / their
        let verdict = ratio <= target ? "met" : "missed"
        print(
            "  \(name.padding(toLength: 22, withPad: " ", startingAt: 0))"
                + String(format: "%7.1f s, ours %7.1f s, ratio %.2f  (target ≤ %.1f: ", their, our, ratio, target)
                + "\(verdict))")
    }
}

struct WrongCount: Error {
    let found: String
}

/// Runs a program to its end.
@discardableResult
func run(_ arguments: [String], input: String = "") throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let (said, told) = (Pipe(), Pipe())
    process.standardOutput = said
    process.standardInput = told
    try process.run()
    try told.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try told.fileHandleForWriting.close()
    let output = said.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw WrongCount(found: "\(arguments[0]) failed") }
    return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
}

struct FileBench {
    let file: String
    let rows: Int
    let folder: URL

    private func fresh() async throws -> String {
        let path = folder.appending(path: "\(UUID().uuidString).sqlite").path
        let engine = try SQLiteEngine(path: path)
        let sign = "PRAGMA application_id = \(SQLiteIdentity.application);"
        try await engine.write { try $0.executeScript(sign + Migrations.expand(ProductionFile.table, for: .sqlite)) }
        await engine.close()
        return path
    }

    private func check(_ path: String) throws {
        let found = try run(["sqlite3", path, "SELECT count(*) FROM production"])
        guard found == "\(rows)" else { throw WrongCount(found: found) }
        try FileManager.default.removeItem(atPath: path)
    }

    func `import`() async throws -> Duration {
        let path = try await fresh()
        let time = try ContinuousClock().measure {
            try run(
                ["sqlite3", path],
                input: "PRAGMA journal_mode = WAL;\nPRAGMA synchronous = FULL;\n.import --csv \(file) production\n")
        }
        try check(path)
        return time
    }

    func append() async throws -> Duration {
        let path = try await fresh()
        let time = try await ContinuousClock().measure {
            let engine = try SQLiteEngine(path: path)
            try await engine.appendProduction(file)
            await engine.close()
        }
        try check(path)
        return time
    }
}

/// A server of its own, as `scripts/throwaway-postgres` makes it.
struct ServerBench {
    let file: String
    let rows: Int
    private let server = Process()
    private let folder = "/tmp/tiru-bench-pg-\(UUID().uuidString.prefix(8))"

    init(file: String, rows: Int) throws {
        (self.file, self.rows) = (file, rows)
        server.executableURL = URL(filePath: "scripts/throwaway-postgres")
        server.arguments = [folder, "max_wal_size=4GB", "autovacuum=off"]
        let said = Pipe()
        server.standardOutput = said
        server.standardInput = Pipe()
        try server.run()
        let word = String(decoding: said.fileHandleForReading.availableData, as: UTF8.self)
        guard word.hasPrefix("ready") else { throw WrongCount(found: "no server: \(word)") }
    }

    func stop() {
        // Closed or not, the server ends with this program.
        try? (server.standardInput as? Pipe)?.fileHandleForWriting.close()
        server.waitUntilExit()
    }

    private func psql(_ command: String) throws -> String {
        try run(["psql", "-h", folder, "-U", "tiru", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-qAtc", command])
    }

    private func prepare() throws {
        _ = try psql("SET client_min_messages = warning; DROP TABLE IF EXISTS production")
        _ = try psql(Migrations.expand(ProductionFile.table, for: .postgres))
        _ = try psql("CHECKPOINT")
    }

    private func check() throws {
        let found = try psql("SELECT count(*) FROM production")
        guard found == "\(rows)" else { throw WrongCount(found: found) }
    }

    func copy() async throws -> Duration {
        try prepare()
        let time = try ContinuousClock().measure { _ = try psql("\\copy production from '\(file)' csv") }
        try check()
        return time
    }

    func append() async throws -> Duration {
        try prepare()
        let address = "postgres://tiru@/postgres?host=\(folder)&connections=1"
        guard case .server(let server)? = DatabaseAddress(address) else { throw WrongCount(found: address) }
        let time = try await ContinuousClock().measure {
            let engine = try await PostgresEngine(server)
            try await engine.appendProduction(file)
            await engine.close()
        }
        try check()
        return time
    }
}

extension Engine {
    fileprivate func appendProduction(_ file: String) async throws {
        try await write { connection in
            _ = try connection.append(
                to: "production", columns: ProductionFile.columns.map(\.name), rows: ProductionRows(file))
        }
    }
}
