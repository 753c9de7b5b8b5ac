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
        Terminal.say("ok     program    tiru \(Tiru.configuration.version)")
        let files = data.factFolder.map { FactFiles(in: $0) }
        let exists = FileManager.default.fileExists(atPath: data.database)
        guard exists else {
            Terminal.say("wrong  database   \(data.database) is not there: run `tiru demo`")
            throw ExitCode(1)
        }
        let findings = await Server.Doctor(database: data.database, files: files).examine()
        for finding in findings { Terminal.say(line(finding)) }
        if findings.contains(where: { $0.trouble != nil }) { throw ExitCode(1) }
    }

    private func line(_ finding: Server.Doctor.Finding) -> String {
        let subject =
            switch finding.subject {
            case .database: "database "
            case .facts: "facts    "
            case .agreement: "agreement"
            }
        guard let trouble = finding.trouble else { return "ok     \(subject)  \(finding.detail)" }
        return "wrong  \(subject)  \(finding.detail) — \(remedy(trouble))"
    }

    private func remedy(_ trouble: Server.Doctor.Trouble) -> String {
        switch trouble {
        case .databaseCannotOpen(let reason): "\(reason); name another file with --database"
        case .databaseIsEmpty: "no facts loaded: run `tiru demo`"
        case .countsDiffer: "other counts than were loaded: restore a backup, or remove it and run `tiru demo`"
        case .factsMissing: "no folder of reference facts: name it with --facts"
        case .factsDamaged(let problems):
            FactReport.lines(FactsRefused(problems: problems)).joined(separator: "\n       ")
        case .factsAreNewer: "the files changed since they were loaded: run `tiru demo`"
        }
    }
}
