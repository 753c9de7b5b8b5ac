import ArgumentParser
import Exchange
import Foundation
import Server
import Storage

/// Looks at what the program needs and says how to mend what is wrong.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks database, reference facts and versions, and says how to mend them.")

    @OptionGroup var data: DataOptions

    func run() async throws {
        let words = data.words
        Terminal.say("\(words.fine)  tiru \(Tiru.configuration.version)")
        let address = try data.address()
        guard isThere(address) else {
            Terminal.say("\(words.wrong)  \(words.subject(.database))  \(words.databaseMissing(address.description))")
            throw ExitCode(1)
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
