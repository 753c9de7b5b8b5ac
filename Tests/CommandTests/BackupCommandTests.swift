import Foundation
import Testing

struct BackupCommandTests {
    private let program: Program

    /// A program in a folder with a database.
    init() throws {
        program = try Program.withFacts()
        #expect(try program.run("compare", "region", "51.03").status == 0)
    }

    private var database: URL { program.folder.appending(path: "tiru.sqlite") }

    private func names(of folder: String = "backups") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: program.folder.appending(path: folder).path).sorted()
    }

    private func backup() throws -> String {
        #expect(try program.run("backup", "--quiet").status == 0)
        return "backups/" + (try #require(try names().first { $0.hasSuffix(".sqlite") }))
    }

    @Test func `a backup is made, listed, read back and restored`() throws {
        let file = try backup()
        #expect(try program.run("backup", "--list").output.contains(String(file.dropFirst(8))))
        let verified = try program.run("backup", "--verify", file)
        #expect(verified.status == 0 && verified.output.contains("utuh"))
        try FileManager.default.removeItem(at: database)
        let restored = try program.run("restore", file)
        #expect(restored.status == 0, "\(restored.complaint)")
        #expect(try program.run("doctor").status == 0)
    }

    @Test func `a database with rows stays unless it is to be replaced, and is then kept beside`() throws {
        let file = try backup()
        let before = try Data(contentsOf: database)
        let refused = try program.run("restore", file)
        #expect(refused.status == 65 && refused.complaint.contains("--replace"))
        #expect(try Data(contentsOf: database) == before)
        #expect(try program.run("restore", file, "--replace").status == 0)
        #expect(try names(of: ".").contains { $0.hasPrefix("tiru.sqlite.before-restore-") })
        #expect(try program.run("doctor").status == 0)
    }

    @Test func `a damaged backup is refused in words`() throws {
        let file = program.folder.appending(path: try backup())
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: file)
        for arguments in [["backup", "--verify", file.path], ["restore", file.path, "--replace"]] {
            let result = try program.run(arguments + ["--language", "en"])
            #expect(result.status == 65 && result.complaint.contains("SHA-256"))
        }
    }

    @Test func `what is not there is said, and no database is made to be copied`() throws {
        #expect(try program.run("restore", "nothing.sqlite").status == 66)
        #expect(try program.run("backup", "--list", "--to", "nowhere").status == 66)
        #expect(try program.run("backup", "--database", "none.sqlite").status == 74)
        #expect(try !names(of: ".").contains("none.sqlite"))
    }

    /// The largest file this shell may write stands for a disk that is full.
    @Test(arguments: ["backup --quiet --language en", "restore kept.sqlite --database new.sqlite --language en"])
    func `a full disk is said plainly, and nothing is left behind`(command: String) throws {
        let file = try backup()
        for ending in ["sqlite", "json"] {
            let made = program.folder.appending(path: file.replacing(".sqlite", with: ".\(ending)"))
            try FileManager.default.moveItem(at: made, to: program.folder.appending(path: "kept.\(ending)"))
        }
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", "trap '' XFSZ; ulimit -f 200; exec \"$0\" \(command)", try Program.executable().path]
        shell.currentDirectoryURL = program.folder
        let complaint = Pipe()
        shell.standardError = complaint
        try shell.run()
        let said = String(decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 74)
        #expect(said.contains("the disk is full"), "\(said)")
        #expect(try names().isEmpty)
        #expect(try names(of: ".").filter { $0.contains("new") || $0.contains("restor") }.isEmpty)
    }

    @Test func `terms that cannot be read are a wrong command`() throws {
        #expect(try program.run("backup", "--keep", "14").status == 64)
        #expect(try program.run("backup", "--list", "--keep", "14d").status == 64)
    }
}
