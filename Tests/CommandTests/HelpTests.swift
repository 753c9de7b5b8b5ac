import Foundation
import Testing

struct HelpTests {
    static let commands = [
        [], ["demo"], ["serve"], ["compare"], ["compare", "hosts"], ["compare", "region"], ["compare", "frontier"],
        ["storage"], ["storage", "copy"], ["backup"], ["restore"], ["account"], ["account", "link"], ["keys"],
        ["keys", "rotate"], ["keys", "reseal"], ["doctor"],
    ]

    /// `docs/commands.md` holds the help of every command as the program prints it.
    @Test(arguments: commands)
    func `the help in the docs is the program's own`(command: [String]) throws {
        let help = try Program().run(command + ["--help"])
        #expect(help.status == 0)
        let docs = try String(contentsOf: repository.appending(path: "docs/commands.md"), encoding: .utf8)
        #expect(docs.contains(help.output.trimmingCharacters(in: .whitespacesAndNewlines)), "tiru \(command)")
    }

    @Test func `every setting from the environment is in the docs`() throws {
        let docs = try String(contentsOf: repository.appending(path: "docs/commands.md"), encoding: .utf8)
        for setting in ["TIRU_DATABASE", "TIRU_FACTS", "TIRU_BACKUPS"] { #expect(docs.contains(setting)) }
    }
}
