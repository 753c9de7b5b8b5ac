import Foundation
import Testing

struct StorageCommandTests {
    @Test func `a database is copied into a new file, once`() throws {
        let program = try Program.withFacts()
        #expect(try program.run("compare", "region", "51.03").status == 0)
        let copied = try program.run("storage", "copy", "tiru.sqlite", "copy.sqlite", "--language", "en")
        #expect(copied.status == 0, "\(copied.complaint)")
        #expect(copied.output.contains("regional_product"))
        #expect(copied.output.contains("copied to copy.sqlite and read back: the same on both sides"))
        let answers = try ["tiru.sqlite", "copy.sqlite"].map { file in
            try program.run("compare", "region", "51.03", "--database", file).output
        }
        #expect(answers[0] == answers[1])

        let again = try program.run("storage", "copy", "tiru.sqlite", "copy.sqlite")
        #expect(again.status == 65)
        #expect(again.complaint.contains("sudah berisi"))
        #expect(again.output.isEmpty)
    }

    static let wrong: [([String], Int32, String)] = [
        (["nowhere.sqlite", "new.sqlite"], 65, "nowhere.sqlite tidak ada"),
        (["tiru.sqlite", "postgres://x/y?connections=0"], 65, "alamat"),
        (["letter.txt", "new.sqlite"], 74, "letter.txt"),
        (["tiru.sqlite"], 64, "target"),
    ]

    @Test(arguments: wrong)
    func `what cannot be copied is refused with a status, a reason and no new file`(
        arguments: [String], status: Int32, reason: String
    ) throws {
        let program = try Program()
        try Data("a letter, not a database, and long enough to be read as one by mistake".utf8)
            .write(to: program.folder.appending(path: "letter.txt"))
        let result = try program.run(["storage", "copy"] + arguments)
        #expect(result.status == status)
        #expect(result.complaint.contains(reason), "\(result.complaint)")
        #expect(!FileManager.default.fileExists(atPath: program.folder.appending(path: "new.sqlite").path))
    }
}
