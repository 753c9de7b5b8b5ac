import Foundation
import Testing

/// A folder of its own for a test's files.
private func file(_ text: String) throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: "tiru-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: url)
    return url.path
}

@Suite struct FrontierCommandTests {
    /// Ten workshops in two villages, looms and yarn to cloth.
    private static let workshops = """
        name,village,looms,yarn,cloth
        A,Hilir,1,2,10
        B,Hilir,2,3,16
        C,Hilir,3,5,20
        D,Hilir,2,4,12
        E,Hilir,4,6,25
        F,Hulu,1,2,14
        G,Hulu,2,3,24
        H,Hulu,3,5,30
        I,Hulu,2,4,20
        J,Hulu,4,6,40
        K,Hulu,3,3,22
        """

    @Test func `every workshop gets score, peers and targets`() throws {
        let path = try file(Self.workshops)
        let result = try Program().run(
            "compare", "frontier", path, "--inputs", "looms,yarn", "--outputs", "cloth", "--name", "name", "--format",
            "csv", "--quiet")
        #expect(result.status == 0)
        #expect(result.complaint.isEmpty)
        let lines = result.output.split(separator: "\r\n").map(String.init)
        #expect(lines.count == 12)
        #expect(lines[0].hasPrefix("unit,group,score,share,"))
        #expect(lines[6].hasPrefix("F,,1.0,1.0,"))
        #expect(lines[1].hasPrefix("A,,1.4,0.714285714285714"))
        #expect(lines[1].contains("F:1.0"))
    }

    @Test func `villages with too few workshops are said to have too few`() throws {
        let path = try file(Self.workshops)
        let result = try Program().run(
            "compare", "frontier", path, "--inputs", "looms,yarn", "--outputs", "cloth", "--group", "village",
            "--language", "en")
        #expect(result.status == 0)
        #expect(result.output.contains("Hilir (5 units): not enough comparable units; at least 9 are needed."))
        let fewer = try Program().run(
            "compare", "frontier", path, "--inputs", "looms,yarn,village=looms", "--outputs", "cloth")
        #expect(fewer.status == 65)
    }

    @Test func `too few units are an answer, not a failure`() throws {
        let path = try file("a,b\n1,2\n2,3\n")
        let result = try Program().run("compare", "frontier", path, "--inputs", "a", "--outputs", "b")
        #expect(result.status == 0)
        #expect(result.output.contains("Belum cukup unit yang sebanding: 2 unit untuk 2 kolom, perlu paling sedikit 6"))
        let twin = try Program().run("compare", "frontier", path, "--inputs", "a", "--outputs", "b", "--format", "csv")
        #expect(twin.output == "outcome,units,least_units\r\nnot-enough-comparable-units,2,6\r\n")
    }

    @Test func `intervals are the same for the same seed, and JSON carries the recipe`() throws {
        let path = try file(Self.workshops)
        let arguments = [
            "compare", "frontier", path, "--inputs", "looms,yarn", "--outputs", "cloth", "--bootstrap", "100", "--seed",
            "3", "--format", "json", "--quiet",
        ]
        let result = try Program().run(arguments)
        #expect(result.output == (try Program().run(arguments)).output)
        let document = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        let recipe = try #require(document?["recipe"] as? [String: Any])
        #expect(recipe["returns"] as? String == "variable")
        #expect(recipe["bootstrap_replicates"] as? Int == 100)
        let units = try #require(document?["units"] as? [[String: Any]])
        #expect(units.count == 11)
        #expect(units.allSatisfy { ($0["share_high"] as? Double ?? 2) <= 1 })
    }

    static let wrong: [(String, [String], Int32, String)] = [
        ("a,b\n1,x\n", ["--inputs", "a", "--outputs", "b"], 65, "baris 2, kolom b: “x” bukan angka"),
        ("a,b\n1,\"2,5\"\n", ["--inputs", "a", "--outputs", "b"], 65, "koma desimal; tulis 2.5"),
        ("a;b\n1;2\n", ["--inputs", "a", "--outputs", "b"], 65, "dipisah “;”"),
        ("a,b\n1,2\n", ["--inputs", "a", "--outputs", "c"], 65, "kolom c: tidak ada; yang ada: a, b"),
        ("a,b\n1,2\n", ["--inputs", "a,,", "--outputs", "b"], 65, "bukan kolom"),
        ("a,b\n1,2\n", ["--inputs", "a", "--outputs", "b", "--returns", "big"], 64, "big"),
        ("a,b\n1,2\n", ["--inputs", "a", "--outputs", "b", "--orientation", "both"], 64, "both"),
        ("a,b\n1,2\n", ["--inputs", "a", "--outputs", "b", "--bootstrap", "5"], 65, "100 sampai 100000"),
        (
            "a,b\n1,2\n", ["--inputs", "a", "--outputs", "b", "--bootstrap", "500", "--returns", "fdh"], 65,
            "--returns fdh"
        ),
    ]

    @Test(arguments: wrong)
    func `a wrong question is refused with its place and its remedy`(
        text: String, options: [String], status: Int32, reason: String
    ) throws {
        let result = try Program().run(["compare", "frontier", try file(text)] + options)
        #expect(result.status == status, "\(result.complaint)")
        #expect(result.complaint.contains(reason), "\(result.complaint)")
    }

    @Test func `a file that is not there is said to be missing`() throws {
        let result = try Program().run("compare", "frontier", "nowhere.csv", "--inputs", "a", "--outputs", "b")
        #expect(result.status == 66)
        #expect(result.complaint.contains("nowhere.csv tidak dapat dibaca"))
    }
}
