import ArgumentParser
import Storage

/// The command. Its verbs are those of the loop.
@main
struct Tiru: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tiru",
        abstract: "Learn from other regions on evidence: register, measure, compare, learn, adopt, verify.",
        version: ProgramVersion.text,
        subcommands: [
            Demo.self, Serve.self, Compare.self, StorageCommand.self, BackupCommand.self, Restore.self,
            AccountCommand.self, KeysCommand.self, Doctor.self,
        ])

    /// Faults of what was asked leave with 65 and one line; a wrong option leaves with 64.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let said as Said {
            Terminal.complain(said.line)
            exit(withError: ExitCode(said.status))
        } catch {
            exit(withError: error)
        }
    }
}

/// A refusal that was put into one line for the terminal.
struct Said: Error {
    let line: String
    /// 65: the data given cannot be used; 74: the database or a file cannot be read.
    var status: Int32 = 65
}
