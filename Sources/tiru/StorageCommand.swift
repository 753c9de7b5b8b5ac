import ArgumentParser
import Foundation
import Storage
import Web

/// The database itself, whatever it holds.
struct StorageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "storage", abstract: "Moves a database from one place to another.",
        subcommands: [CopyDatabase.self])
}

struct CopyDatabase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Copies everything into an empty database: from a file to a server, or back.",
        discussion: """
            Example: tiru storage copy tiru.sqlite postgres://office@db.example/tiru. All of it arrives or nothing; \
            what arrived is read back and compared. Let nobody write to the source meanwhile: what is written after \
            the copy began stays behind.
            """)

    @Argument(help: "The database to read: a file, or postgres://user@host/name.")
    var source: String

    @Argument(help: "The database to fill: a new file, or an empty database of a server.")
    var target: String

    @Option(help: "The language of what is said: id or en.")
    var language: Web.Language = .indonesian

    @Flag(help: "No progress is shown.")
    var quiet = false

    func run() async throws {
        let words = language.command
        guard let from = DatabaseAddress(source), let to = DatabaseAddress(target) else {
            throw Said(line: words.databaseAddressUnread)
        }
        let tables = try await copy(from, to, words)
        let lines = tables.map { [$0.name, "\($0.rows)", $0.fingerprint] }
        Terminal.say(aligned([words.copyHeading] + lines))
        let rows = tables.map(\.rows).reduce(0, +)
        Terminal.say("\n" + words.copied(rows: rows, tables: tables.count, to: to.description))
    }

    private func copy(
        _ source: DatabaseAddress, _ target: DatabaseAddress, _ words: any CommandWords
    ) async throws -> [DatabaseCopy.Table] {
        let progress = Progress(isQuiet: quiet, label: words.copying)
        defer { progress.end() }
        let interruption = Interruption()
        defer { interruption.ignore() }
        let task = Task { try await DatabaseCopy(from: source, to: target).run { progress.show($0) } }
        interruption.watch { task.cancel() }
        do {
            return try await task.value
        } catch let refusal as DatabaseCopyRefusal {
            throw Said(line: words.refusal(refusal))
        } catch let refusal as StoreRefusal {
            throw Said(line: words.refusal(refusal), status: 74)
        } catch is CancellationError {
            throw Said(line: words.stopped, status: 130)
        }
    }

    /// Columns side by side; the second is of numbers.
    private func aligned(_ lines: [[String]]) -> String {
        let widths = (0..<3).map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in
            let blanks = zip(widths, line).map { String(repeating: " ", count: $0 - $1.count) }
            return line[0] + blanks[0] + "  " + blanks[1] + line[1] + "  " + line[2]
        }.joined(separator: "\n")
    }
}
