import ArgumentParser
import Exchange
import Foundation
import Server
import Storage

/// Looks at what the program needs and says how to mend what is wrong; or walks the books of events.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks database, reference facts and versions, and says how to mend them.")

    @Flag(help: "Walk the books of events instead: a line a book with its length and the hash of its last line.")
    var audit = false

    @Option(
        help: ArgumentHelp(
            "A line of a book that was noted earlier, which must still be there; may be repeated. Walks the books too.",
            valueName: "office:number:hash"))
    var expect: [String] = []

    @OptionGroup var data: DataOptions

    func run() async throws {
        let words = data.words
        let noted = try expect.map { text in
            guard let line = NotedLine(text) else { throw Said(line: words.notANotedLine(text)) }
            return line
        }
        Terminal.say("\(words.fine)  tiru \(Tiru.configuration.version)")
        let address = try data.address()
        guard isThere(address) else {
            Terminal.say("\(words.wrong)  \(words.subject(.database))  \(words.databaseMissing(address.description))")
            throw ExitCode(1)
        }
        if audit || !noted.isEmpty {
            return try await BookReport(words: words).print(data.openAsItIs(), noted)
        }
        let files = data.factFolder.map { FactFiles(in: $0) }
        let findings = await Server.Doctor(database: address, files: files).examine()
        for finding in findings { Terminal.say(line(finding)) }
        if findings.contains(where: { $0.trouble != nil }) { throw ExitCode(1) }
    }

    /// An empty file is no database yet, and to look is not to make one.
    private func isThere(_ address: DatabaseAddress) -> Bool {
        guard case .file(let path) = address else { return true }
        // A file whose size cannot be asked for is not there.
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        return size ?? 0 > 0
    }

    private func line(_ finding: Server.Doctor.Finding) -> String {
        let words = data.words
        let subject = words.subject(finding.subject)
        let seen = finding.counts.map(words.counts) ?? finding.detail
        guard let trouble = finding.trouble else { return "\(words.fine)  \(subject)  \(seen)" }
        return "\(words.wrong)  \(subject)  \(seen) — \(words.remedy(trouble))"
    }
}
