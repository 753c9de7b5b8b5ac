import ArgumentParser
import Foundation
import Register
import Server

/// What whoever runs the machine can do for an account when nobody else can.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Helps an account that nobody else can help.",
        subcommands: [LinkCommand.self])
}

struct LinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Makes a link by which an account sets a new password, once, within a day.")

    @OptionGroup var data: DataOptions

    @Argument(help: "The name the account signs in with.")
    var name: String

    func run() async throws {
        let words = data.words
        let (store, _) = try await data.explaining { try await data.doorway.open(try await data.open(), at: Date()) }
        // A text that cannot be a name is the name of nobody.
        guard let name = try? SignInName(name),
            let path = try await data.doorway.resetLink(store, for: name, at: Date())
        else { throw Said(line: words.noSuchAccount(name)) }
        Terminal.say(words.resetLink(path))
    }
}
