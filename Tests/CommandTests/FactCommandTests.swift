import Foundation
import Testing

struct FactCommandTests {
    /// A damage, the place that must be named, and what is said.
    static let damages: [(String, String, String, String)] = [
        ("regional-gdp/2019.csv", "51.03,2432.98", "51.03,2432x98", "baris 295, kolom 2"),
        ("regional-gdp/2019.csv", "51.03,2432.98", "51.03,3432.98,1", "baris 295"),
        ("regions.csv", "51.03,5103,", "51-03,5103,", "regions.csv"),
        ("population.csv", "kemendagri,men", "kemendagri,man", "baris 1"),
    ]

    @Test(arguments: damages)
    func `a damaged file is refused with its place, and the database stays`(
        file: String, good: String, bad: String, place: String
    ) throws {
        let program = try Program()
        let facts = try program.copyOfFacts()
        let before = try program.run("compare", "hosts", "51.03", "--facts", facts.path, "--format", "json")
        #expect(before.status == 0)

        let damaged = facts.appending(path: file)
        let text = try String(contentsOf: damaged, encoding: .utf8)
        try #require(text.contains(good))
        try Data(text.replacing(good, with: bad).utf8).write(to: damaged)
        let result = try program.run("demo", "--port", "0", "--facts", facts.path)
        #expect(result.status == 65)
        #expect(result.complaint.contains(file))
        #expect(result.complaint.contains(place), "\(result.complaint)")

        // With the file mended the database is still the one of before: the doctor finds it in agreement unloaded.
        try Data(text.utf8).write(to: damaged)
        #expect(try program.run("doctor", "--facts", facts.path).status == 0)
        let after = try program.run("compare", "hosts", "51.03", "--facts", facts.path, "--format", "json")
        #expect(after.output == before.output)
    }

    @Test func `a missing file is refused by name`() throws {
        let program = try Program()
        let facts = try program.copyOfFacts()
        try FileManager.default.removeItem(at: facts.appending(path: "kbli-2025.csv"))
        let result = try program.run("demo", "--port", "0", "--facts", facts.path)
        #expect(result.status == 65)
        #expect(result.complaint.contains("kbli-2025.csv"))
    }

    @Test func `a database that holds facts answers, whatever became of the files`() throws {
        let program = try Program()
        let facts = try program.copyOfFacts()
        #expect(try program.run("compare", "region", "51.03", "--facts", facts.path).status == 0)
        try FileManager.default.removeItem(at: facts)
        #expect(try program.run("compare", "region", "51.03", "--facts", facts.path).status == 0)
    }

    @Test func `the doctor finds nothing wrong with a fresh database`() throws {
        let program = try Program()
        #expect(try program.run("doctor").status == 1)
        _ = try program.run("compare", "region", "51.03")
        let result = try program.run("doctor")
        #expect(result.status == 0)
        #expect(
            result.output.contains(
                "552 daerah, 91047 kecamatan, desa dan kelurahan, 5130 kode industri, 4392 baris PDRB"))
    }

    @Test func `the doctor names what is wrong and the mend`() throws {
        let program = try Program()
        let facts = try program.copyOfFacts()
        _ = try program.run("compare", "region", "51.03")
        let file = facts.appending(path: "kbli-2020.csv")
        try Data(String(contentsOf: file, encoding: .utf8).replacing("Pertanian", with: "Tani").utf8).write(to: file)
        let result = try program.run("doctor", "--facts", facts.path)
        #expect(result.status == 1)
        #expect(result.output.contains("kbli-2020.csv"))
    }

    @Test func `a letter in place of a database is refused, and left alone`() throws {
        let program = try Program()
        let letter = program.folder.appending(path: "letter.sqlite")
        let text = Data(String(repeating: "Dear office, this is no database. ", count: 50).utf8)
        try text.write(to: letter)
        let result = try program.run("compare", "region", "51.03", "--database", letter.path)
        #expect(result.status == 74)
        #expect(result.complaint.contains("letter.sqlite"))
        #expect(try Data(contentsOf: letter) == text)
    }
}
