import Foundation
import Testing

struct CompareCommandTests {
    @Test func `hosts as a table, in sentences and figures`() throws {
        let result = try Program.withFacts().run("compare", "hosts", "51.03", "--candidate", "73.71")
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("Siapa yang patut ditiru oleh Kabupaten Badung?"))
        #expect(result.output.contains("Kota Makassar: peringkat 116 dari 513 (116–215"))
    }

    @Test(arguments: ["51.03", "5103", "Badung", "kabupaten badung"])
    func `a region may be given by either code or by name`(home: String) throws {
        let result = try Program.withFacts().run("compare", "hosts", home, "--format", "csv", "--limit", "1")
        #expect(result.status == 0)
        #expect(result.output.contains("Kota Denpasar"))
    }

    @Test func `the own province is left out when asked`() throws {
        let result = try Program.withFacts().run(
            "compare", "hosts", "51.03", "--without-own-province", "--format", "json", "--limit", "1")
        let document = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        let nearest = try #require(document?["nearest"] as? [[String: Any]])
        #expect(nearest.first?["role"] as? String == "home")
        #expect(nearest.last?["name"] as? String == "Kabupaten Sleman")
        #expect(nearest.last?["rank"] as? Int == 5)
    }

    @Test func `one region with its parts of growth`() throws {
        let result = try Program.withFacts().run("compare", "region", "51.03", "--language", "en")
        #expect(result.status == 0)
        #expect(result.output.contains("+398.29"))
        #expect(result.output.contains("Pure competitiveness"))
    }

    @Test func `the weights of the address are the weights of the command`() throws {
        let result = try Program.withFacts().run("compare", "hosts", "51.03", "--w-close", "0", "--w-growth", "2.5")
        #expect(result.status == 0)
        #expect(result.output.contains("unggul pertumbuhan 2,5, dan dekat di peta 0"))
    }

    static let wrong: [([String], Int32, String)] = [
        (["compare", "hosts", "Bandung"], 65, "Kabupaten Bandung (32.04), Kota Bandung (32.73)"),
        (["compare", "hosts", "99.99"], 65, "99.99"),
        (["compare", "hosts", "51.03", "--method", "manhattan"], 65, "euclidean, bray-curtis"),
        (["compare", "hosts", "51.03", "--year", "1999"], 65, "2013, 2014"),
        (["compare", "hosts", "51.03", "--limit=-1"], 65, "1 sampai 50"),
        (["compare", "hosts", "51.03", "--format", "xml"], 64, "xml"),
        (["compare", "hosts"], 64, "home"),
        (["compare", "region", "nowhere-at-all", "--language", "en"], 65, "not known"),
        (["serve", "--port", "70000"], 64, "65535"),
    ]

    @Test(arguments: wrong)
    func `a wrong command is refused with a status and a reason`(
        arguments: [String], status: Int32, reason: String
    ) throws {
        let result = try Program.withFacts().run(arguments)
        #expect(result.status == status)
        #expect(result.complaint.contains(reason), "\(result.complaint)")
        #expect(result.output.isEmpty)
        if status == 65 { #expect(result.complaint.split(separator: "\n").count == 1) }
    }
}
