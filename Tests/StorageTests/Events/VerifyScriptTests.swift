import Foundation
import Register
import Testing
import World

@testable import Storage

/// `docs/audit/verify_chain.py`, for whoever does not trust the program, says what the program says.
struct VerifyScriptTests {
    /// Statements about Badung's book, and nothing else.
    static let damages: [[String]] = [
        [], ["UPDATE event SET body = '{}' WHERE office = '51.03' AND number = 7"],
        ["UPDATE event SET previous = hash WHERE office = '51.03' AND number = 1"],
        ["DELETE FROM event WHERE office = '51.03' AND number = 12"],
        ["DELETE FROM event WHERE office = '51.03' AND number > 15"],
        ["UPDATE event_book SET length = 3 WHERE office = '51.03'"],
        [
            "UPDATE event SET number = 999 WHERE office = '51.03' AND number = 4",
            "UPDATE event SET number = 4 WHERE office = '51.03' AND number = 5",
            "UPDATE event SET number = 5 WHERE office = '51.03' AND number = 999",
        ],
    ]

    @Test(arguments: damages, Desk.engines)
    func `the script finds what the audit finds`(statements: [String], engine: EngineKind) async throws {
        let pages = try await Pages(engine, lines: 60)
        try await pages.store.write { connection in
            for statement in statements { try connection.execute(statement) }
        }
        let states = try await pages.store.auditBooks()
        let expected = states.map { state in
            let verdict = state.fault.map { "broken at line \($0.number)" } ?? "intact"
            return "\(state.office) \(state.length) \(state.head) \(verdict)"
        }
        #expect(states.contains { $0.fault != nil } == !statements.isEmpty)
        switch engine {
        case .sqlite:
            let result = try run([pages.path])
            #expect(result.lines == expected)
            #expect(result.status == (statements.isEmpty ? 0 : 1))
        case .postgres:
            // What the book says of its end is not in an export of its lines.
            guard !statements.contains(where: { $0.contains("event_book") || $0.contains("> 15") }) else { return }
            let result = try run([], input: export(pages))
            let withLines = zip(states, expected).filter { $0.0.length > 0 }.map(\.1)
            #expect(result.lines.map(verdict) == withLines.map(verdict))
            #expect(result.status == (statements.isEmpty ? 0 : 1))
        }
    }

    @Test func `the script is short and needs nothing but Python`() throws {
        let text = try String(contentsOf: Self.script, encoding: .utf8)
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 <= 30)
        let imports = text.split(separator: "\n").filter { $0.hasPrefix("import ") }
        #expect(imports == ["import csv, hashlib, pathlib, sqlite3, sys"])
    }

    static let script = Folders.repository.appending(path: "docs/audit/verify_chain.py")

    private func verdict(_ line: String) -> [String] {
        let words = line.split(separator: " ").map(String.init)
        return [words[0]] + words.dropFirst(3)
    }

    /// The table as the server's own client writes it.
    private func export(_ pages: Pages) throws -> String {
        let cluster = try #require(PostgresCluster.shared)
        return try cluster.execute(
            "COPY event TO STDOUT WITH (FORMAT csv, HEADER)", in: #require(pages.database)) + "\n"
    }

    private func run(_ arguments: [String], input: String = "") throws -> (status: Int32, lines: [String]) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tiru-verify-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // Left behind, it is only a temporary folder.
        defer { try? FileManager.default.removeItem(at: folder) }
        let (given, said) = (folder.appending(path: "in.csv"), folder.appending(path: "out.txt"))
        try Data(input.utf8).write(to: given)
        try Data().write(to: said)
        let python = Process()
        python.executableURL = URL(filePath: "/usr/bin/env")
        python.arguments = ["python3", Self.script.path] + arguments
        python.standardInput = try FileHandle(forReadingFrom: given)
        python.standardOutput = try FileHandle(forWritingTo: said)
        try python.run()
        python.waitUntilExit()
        let lines = try String(contentsOf: said, encoding: .utf8).split(separator: "\n").map(String.init)
        return (python.terminationStatus, lines)
    }
}
