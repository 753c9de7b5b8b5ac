public import Foundation

/// A PostgreSQL server that lives as long as the tests do, on a Unix socket in a temporary folder.
public final class PostgresCluster: Sendable {
    public let folder: URL
    /// The script that runs the server until its standard input ends. Never touched by two threads: made before the
    /// cluster is, ended once.
    nonisolated(unsafe) private let script: Process

    /// The one server of this process; `nil` where none is installed, which is said once and never happens in CI.
    public static let shared: PostgresCluster? = start()

    private init(folder: URL, script: Process) {
        self.folder = folder
        self.script = script
    }

    /// The address of a database of this server.
    public func address(of database: String) -> String { "postgres://tiru@/\(database)?host=\(folder.path)" }

    /// A database of its own for one test.
    public func makeDatabase() throws -> String {
        let name = "t" + UUID().uuidString.lowercased().replacing("-", with: "")
        try execute("CREATE DATABASE \(name)", in: "postgres")
        return name
    }

    /// Runs statements through the server's own client, from outside the program under test.
    @discardableResult
    public func execute(_ sql: String, in database: String) throws -> String {
        let psql = client(sql, in: database)
        let output = Pipe()
        psql.standardOutput = output
        try psql.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        psql.waitUntilExit()
        guard psql.terminationStatus == 0 else { throw Failure.psql(sql) }
        return String(decoding: said, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func client(_ sql: String, in database: String) -> Process {
        let psql = Process()
        psql.executableURL = URL(filePath: "/usr/bin/env")
        psql.arguments = [
            "psql", "-h", folder.path, "-U", "tiru", "-d", database, "-v", "ON_ERROR_STOP=1", "-qAtc", sql,
        ]
        psql.standardInput = FileHandle.nullDevice
        return psql
    }

    enum Failure: Error {
        case psql(String)
    }

    /// Ends a server of one's own, at once and for good.
    public func stop() {
        // The write end of a pipe that is closed twice is closed.
        try? (script.standardInput as? Pipe)?.fileHandleForWriting.close()
        script.waitUntilExit()
    }

    /// A server of one's own. The script ends it when this process ends: the pipe that it reads from closes then.
    public static func start() -> PostgresCluster? {
        // Short, because a socket's path may have 107 characters.
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "tiru-pg-\(UUID().uuidString.prefix(8).lowercased())")
        let script = Process()
        script.executableURL = Folders.repository.appending(path: "scripts/throwaway-postgres")
        script.arguments = [
            folder.path, "fsync=off", "full_page_writes=off", "max_connections=300",
            "deadlock_timeout=100ms",
        ]
        let said = Pipe()
        script.standardOutput = said
        script.standardInput = Pipe()
        do { try script.run() } catch { return nil }
        let word = said.fileHandleForReading.availableData
        if String(decoding: word, as: UTF8.self).hasPrefix("ready") {
            return PostgresCluster(folder: folder, script: script)
        }
        script.waitUntilExit()
        let isCI = ProcessInfo.processInfo.environment["CI"] == "true"
        precondition(!isCI, "no PostgreSQL server in CI: scripts/prepare test")
        FileHandle.standardError.write(Data("PostgreSQL is not installed: its tests are skipped\n".utf8))
        return nil
    }
}
