import Hummingbird
import Testing

struct RefusalTests {
    /// What was asked, the status, and what the page must name: field, value, what is allowed.
    static let wrong: [(String, Int, [String])] = [
        ("/compare/hosts?home=99.99", 400, ["home", "99.99", "51.03"]),
        ("/compare/hosts?home=Bandung", 400, ["home", "Bandung", "Kota Bandung", "Kabupaten Bandung"]),
        ("/compare/hosts?home=Bdung", 400, ["Bdung", "Kabupaten Badung"]),
        ("/compare/hosts?home=51.03&method=manhattan", 400, ["method", "manhattan", "euclidean, bray-curtis"]),
        ("/compare/hosts?home=51.03&year=1999", 400, ["year", "1999", "2013, 2014"]),
        ("/compare/hosts?home=51.03&year=abc", 400, ["year", "abc"]),
        ("/compare/hosts?home=74.13&year=2013", 400, ["home", "Muna Barat", "2014, 2015"]),
        ("/compare/hosts?home=51.03&candidate=51.03", 400, ["51.03"]),
        ("/compare/hosts?home=51.03&limit=-1", 400, ["limit", "-1", "1 sampai 50"]),
        ("/compare/hosts?home=51.03&limit=1000000", 400, ["limit", "1000000", "1 sampai 50"]),
        ("/compare/hosts?home=51.03&limit=1e3", 400, ["limit", "1e3"]),
        ("/compare/hosts?home=51.03&w-near=-1", 400, ["w-near", "-1", "0 sampai 10"]),
        ("/compare/hosts?home=51.03&w-near=nan", 400, ["w-near", "nan"]),
        ("/compare/hosts?home=51.03&w-near=0&w-level=0&w-growth=0&w-close=0", 400, ["bobot"]),
        ("/compare/hosts?home=51.03&home=51.04", 400, ["home"]),
        ("/compare/hosts?hom=51.03", 400, ["hom", "home, candidate"]),
        ("/compare/hosts?home=%ZZ", 400, ["%ZZ"]),
        ("/compare/hosts?home=%FF%FE", 400, ["%FF%FE"]),
        ("/compare/hosts?home=51.03&lang=xx", 400, ["lang", "xx", "id, en"]),
        ("/compare/hosts?home=51.03&kinds=villages", 400, ["kinds", "villages", "all, regencies, cities"]),
        ("/compare/regions/99.99", 404, ["region", "99.99"]),
        ("/compare/regions/51.03?year=2031", 400, ["year", "2031", "2013"]),
        ("/compare/regions?page=99", 400, ["page", "99", "1 sampai 6"]),
        ("/nowhere", 404, ["/nowhere"]),
    ]

    @Test(arguments: wrong)
    func `a wrong question is refused with its place and remedy`(
        address: String, status: Int, named: [String]
    ) async throws {
        let answer = try await Site.ask(address)
        #expect(answer.status == status)
        let text = readable(answer.body)
        for word in named { #expect(text.contains(word), "\(address): \(word)") }
    }

    @Test(arguments: wrong.filter { !$0.0.contains("lang=") })
    func `and in English for whoever reads English`(address: String, status: Int, _: [String]) async throws {
        let answer = try await Site.ask(address + (address.contains("?") ? "&" : "?") + "lang=en")
        #expect(answer.status == status)
        #expect(answer.body.contains("lang=\"en\""))
    }

    @Test(arguments: [HTTPRequest.Method.post, .put, .delete, .patch])
    func `pages are read, not written`(method: HTTPRequest.Method) async throws {
        let answer = try await Site.ask("/compare/hosts", method: method)
        #expect(answer.status == 405)
        #expect(answer.headers["allow"] == "GET, HEAD")
    }

    @Test func `a body of a hundred megabytes is refused unread`() async throws {
        let answer = try await Site.ask(
            "/compare/hosts?home=51.03", method: .post, headers: [.contentLength: "104857600"])
        #expect(answer.status == 413)
        #expect(readable(answer.body).contains("1048576"))
        #expect(answer.headers["connection"] == "close")
    }

    @Test func `a body of unknown length is refused unread`() async throws {
        let answer = try await Site.ask("/compare/hosts", headers: [.transferEncoding: "chunked"])
        #expect(answer.status == 411)
    }

    @Test func `what chat programs append to a shared address does no harm`() async throws {
        let answer = try await Site.ask("/compare/hosts?home=51.03&fbclid=abc&utm_source=wa")
        #expect(answer.status == 200)
    }
}
