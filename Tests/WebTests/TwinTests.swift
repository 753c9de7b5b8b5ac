import Foundation
import Testing

/// Every page that shows figures or a list has a CSV and a JSON of the same model.
struct TwinTests {
    static let addresses = [
        ("/compare/hosts", "?home=51.03&candidate=73.71", "nearest"),
        ("/compare/hosts", "?home=Makassar&limit=50&lang=en", "nearest"),
        ("/compare/regions", "", "regions"),
        ("/compare/regions", "?q=kota&page=1", "regions"),
        ("/compare/regions/51.03", "", "industries"),
        ("/compare/regions/73.71", "?year=2014", "industries"),
    ]

    @Test(arguments: addresses)
    func `page, CSV and JSON hold the same rows`(path: String, query: String, list: String) async throws {
        let page = try await Site.ask(path + query)
        let csv = try await Site.ask(path + ".csv" + query)
        let json = try await Site.ask(path + ".json" + query)
        for answer in [page, csv, json] { #expect(answer.status == 200) }
        #expect(csv.contentType == "text/csv; charset=utf-8")
        #expect(json.contentType == "application/json")

        let document = try #require(try JSONSerialization.jsonObject(with: Data(json.body.utf8)) as? [String: Any])
        let objects = try #require(document[list] as? [[String: Any]])
        let lines = csv.body.split(separator: "\r\n")
        #expect(lines.count - 1 == objects.count)
        #expect(bodyRows(of: page.body) == objects.count)
        let heading = lines.first.map { $0.split(separator: ",").map(String.init) } ?? []
        #expect(Set(heading) == Set(objects.first.map { Array($0.keys) } ?? []))
    }

    @Test(arguments: addresses)
    func `a page names its twins`(path: String, query: String, _: String) async throws {
        let page = try await Site.ask(path + query)
        for form in ["csv", "json"] {
            #expect(page.body.contains("href=\"\(path).\(form)"), "\(path).\(form)")
        }
    }

    @Test(arguments: ["/compare/hosts.json?home=nowhere", "/compare/regions/nowhere.json", "/compare/hosts.csv"])
    func `a program that asks wrongly gets a problem document`(address: String) async throws {
        let answer = try await Site.ask(address)
        #expect((400..<500).contains(answer.status))
        #expect(answer.contentType == "application/problem+json")
        let problem = try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any]
        #expect(problem?["field"] is String)
        #expect(problem?["code"] is String)
    }

    /// Rows of the first table's body.
    private func bodyRows(of html: String) -> Int {
        let table = html.split(separator: "<tbody>", maxSplits: 1).last ?? ""
        let body = table.split(separator: "</tbody>", maxSplits: 1).first ?? ""
        return body.ranges(of: "<tr").count
    }
}
