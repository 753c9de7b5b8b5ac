import Foundation
import Testing
import World

struct AuditCommandTests {
    /// A file, and a server where one is installed.
    static let places = PostgresCluster.shared == nil ? ["file"] : ["file", "server"]

    @Test(arguments: places)
    func `the audit says a line a book, and finds a line that was noted earlier`(place: String) throws {
        let (program, database) = try installation(place)
        let audit = try program.run(["doctor", "--audit"] + database)
        #expect(audit.status == 0, "\(audit.complaint)")
        let book = try #require(audit.output.firstMatch(of: #/baik  +00 1 ([0-9a-f]{64})  utuh\n/#))
        let hash = String(book.output.1)

        let later = try program.run(["doctor", "--expect", "00:1:\(hash)", "--language", "en"] + database)
        #expect(later.status == 0)
        #expect(later.output.contains("ok     00 1 \(hash)  intact\nok     00 1 \(hash)  still in its place\n"))
        let other = String(repeating: "0", count: 64)
        let gone = try program.run(
            ["doctor", "--audit", "--expect", "00:1:\(hash)", "--expect", "00:1:\(other)"] + database)
        #expect(gone.status == 1)
        #expect(gone.output.contains("baik   00 1 \(hash)  masih pada tempatnya"))
        #expect(gone.output.contains("salah  00 1 \(other)  tidak ada lagi"))
    }

    @Test(arguments: places)
    func `a line that was changed is named, with why`(place: String) throws {
        let (program, database) = try installation(place)
        try execute("UPDATE event SET body = '{}'", program, database)
        let result = try program.run(["doctor", "--audit"] + database)
        #expect(result.status == 1)
        #expect(result.output.contains(#/salah  00 1 [0-9a-f]{64}  isi baris 1 diubah\n/#), "\(result.output)")
        try execute("DELETE FROM event", program, database)
        let english = try program.run(["doctor", "--audit", "--language", "en"] + database)
        #expect(english.status == 1)
        #expect(english.output.contains("ends otherwise than was written down, from line 1 on"))
    }

    @Test func `what is no noted line is refused, and a database that is not there is none with an empty book`() throws
    {
        let program = try Program()
        let result = try program.run("doctor", "--expect", "51.03:abc")
        #expect(result.status == 65)
        #expect(result.complaint.contains("51.03:abc"))
        #expect(try program.run("doctor", "--audit").status == 1)
    }

    /// A program with a database that holds facts, whose loading is the one line of the nation's book.
    private func installation(_ place: String) throws -> (Program, [String]) {
        let program = try Program()
        var database: [String] = []
        if place == "server" {
            let cluster = try #require(PostgresCluster.shared)
            database = ["--database", cluster.address(of: try cluster.makeDatabase())]
        }
        try #require(try program.run(["compare", "region", "51.03"] + database).status == 0)
        return (program, database)
    }

    /// From outside, as somebody with the database in hand.
    private func execute(_ sql: String, _ program: Program, _ database: [String]) throws {
        if let address = database.last, let cluster = PostgresCluster.shared {
            let name = try #require(address.firstMatch(of: #/\/(t[0-9a-f]{32})\?/#)).output.1
            try cluster.execute(sql, in: String(name))
        } else {
            let python = Process()
            python.executableURL = URL(filePath: "/usr/bin/env")
            let file = program.folder.appending(path: "tiru.sqlite").path
            python.arguments = [
                "python3", "-c",
                "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()", file, sql,
            ]
            try python.run()
            python.waitUntilExit()
            try #require(python.terminationStatus == 0)
        }
    }
}
