import Testing

struct PageTests {
    /// Addresses of pages with figures, with the name of their transcript.
    static let pages = [
        ("/compare/hosts?home=51.03&candidate=73.71", "hosts-badung-makassar"),
        ("/compare/hosts?home=51.03&candidate=73.71&lang=en", "hosts-badung-makassar-en"),
        (
            "/compare/hosts?home=Makassar&provinces=others&kinds=cities&limit=3&method=hellinger&w-close=0",
            "hosts-makassar"
        ),
        ("/compare/hosts?home=74.13&year=2014&limit=2", "hosts-muna-barat-2014"),
        ("/compare/regions/51.03", "region-badung"),
        ("/compare/regions/32.16?year=2014&lang=en", "region-bekasi-2014-en"),
        ("/compare/hosts?home=16.03&year=2014&limit=1", "hosts-muara-enim-2014"),
        ("/compare/regions?q=bandung", "regions-bandung"),
        ("/", "start"),
        ("/compare/hosts", "hosts-ask"),
    ]

    @Test(arguments: pages)
    func `a page reads as it was last read by a person`(address: String, name: String) async throws {
        let answer = try await Site.ask(address)
        #expect(answer.status == 200)
        #expect(answer.contentType == "text/html; charset=utf-8")
        try expectTranscript(readable(answer.body), name)
    }

    @Test func `Badung's five nearest and Makassar at its true place`() async throws {
        let answer = try await Site.ask("/compare/hosts.csv?home=51.03&candidate=73.71&limit=5")
        let rows = answer.body.split(separator: "\r\n").dropFirst()
            .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(
            rows.map { $0[9] } == [
                "Kabupaten Badung",
                "Kota Denpasar", "Kabupaten Jembrana", "Kabupaten Gianyar", "Kabupaten Tabanan",
                "Kabupaten Sleman", "Kota Makassar",
            ])
        #expect(rows.last?.prefix(6) == ["candidate", "116", "116", "215", "88", "215"])
    }

    @Test func `a rank never stands without its band`() async throws {
        let answer = try await Site.ask("/compare/hosts?home=51.03&candidate=73.71")
        let text = readable(answer.body)
        #expect(text.contains("peringkat 116 dari 513 (116–215 menurut lima ukuran jarak pada 2019; 88–215"))
        for rank in text.ranges(of: "peringkat ").map({ text[$0.upperBound...].prefix(20) })
        where rank.first?.isNumber == true {
            #expect(rank.contains("dari 513 ("), "\(rank)")
        }
    }

    @Test func `numbers follow the language`() async throws {
        let indonesian = try await Site.ask("/compare/regions/51.03")
        let english = try await Site.ask("/compare/regions/51.03?lang=en")
        #expect(indonesian.body.contains("1.616,24"))
        #expect(english.body.contains("1,616.24"))
        #expect(!english.body.contains("1.616,24"))
    }

    @Test func `Badung's manufacturing quotient is 0,2082`() async throws {
        let answer = try await Site.ask("/compare/regions/51.03.csv")
        let row = try #require(answer.body.split(separator: "\r\n").first { $0.hasPrefix("C,") })
        let quotient = try #require(Double(row.split(separator: ",")[4]))
        #expect(abs(quotient - 0.2082) < 0.00005)
    }

    @Test func `what was typed is shown, never obeyed`() async throws {
        let answer = try await Site.ask("/compare/hosts?home=%3Cscript%3Ealert(1)%3C/script%3E")
        #expect(answer.status == 400)
        #expect(!withoutOwnScript(answer.body).contains("<script"))
        #expect(answer.body.contains("&lt;script&gt;"))
    }

    @Test func `a page trusts nothing but its own stylesheet and script`() async throws {
        let answer = try await Site.ask("/")
        #expect(
            answer.headers["content-security-policy"]?.hasPrefix(
                "default-src 'none'; style-src 'self'; script-src 'self'; ") == true)
        #expect(answer.headers["x-content-type-options"] == "nosniff")
        #expect(try await Site.ask("/assets/tiru.css").contentType == "text/css; charset=utf-8")
        #expect(try await Site.ask("/assets/tiru.js").contentType == "text/javascript; charset=utf-8")
        #expect(
            answer.body.matches(of: #/<script[^>]*>/#).map { String($0.output) } == [
                "<script src=\"/assets/tiru.js\" defer>"
            ])
    }
}
