import ArgumentParser
import Exchange
import Foundation
import Server

/// Looks at what the program needs and says how to mend what is wrong.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks database, reference facts and versions, and says how to mend them.")

    @OptionGroup var data: DataOptions

    func run() async throws {
        let words = data.words
        Terminal.say("\(words.fine)  tiru \(Tiru.configuration.version)")
        // An empty file is no database yet, and to look is not to make one.
        let size = try? FileManager.default.attributesOfItem(atPath: data.database)[.size] as? Int
        guard let size, size > 0 else {
            Terminal.say("\(words.wrong)  \(words.subject(.database))  \(words.databaseMissing(data.database))")
            throw ExitCode(1)
        }
        let files = data.factFolder.map { FactFiles(in: $0) }
        let findings = await Server.Doctor(database: data.database, files: files).examine()
        for finding in findings { Terminal.say(line(finding)) }
        if findings.contains(where: { $0.trouble != nil }) { throw ExitCode(1) }
    }

    private func line(_ finding: Server.Doctor.Finding) -> String {
        let words = data.words
        let subject = words.subject(finding.subject)
        let seen = finding.counts.map(words.counts) ?? finding.detail
        guard let trouble = finding.trouble else { return "\(words.fine)  \(subject)  \(seen)" }
        return "\(words.wrong)  \(subject)  \(seen) — \(words.remedy(trouble))"
    }
}
