import Foundation
import HTTPTypes
import Register
import Secrets
import Server
import Storage
import Testing

@testable import Web

/// The front door: who is told which names exist, who may guess how often, who locks whom out.
struct AttackDoor {
    private static let password = "perahu merah di danau"

    /// An office behind a proxy, whose officer and head have passwords.
    private func office() async throws -> Office {
        var settings = Settings()
        settings.isBehindProxy = true
        settings.ratePerAddress = 0
        let office = try await Office(settings)
        try await office.setPassword(Self.password, of: .officer)
        return office
    }

    private func guess(
        _ name: String, _ password: String, from address: String = "203.0.113.9", _ office: Office
    ) async throws -> Site.Answer {
        let door = SecretToken.random()
        let token = office.house.keyring.fingerprint(of: door.text, for: .formToken)
        var headers: HTTPFields = [
            .contentType: "application/x-www-form-urlencoded", .cookie: "tiru-door=\(door.text)",
        ]
        headers[try #require(HTTPField.Name("X-Forwarded-For"))] = address
        return try await office.raw(
            .post, "/sign-in", headers,
            body: "name=\(Poison.encoded(name))&password=\(Poison.encoded(password))&form-token=\(token)")
    }

    /// The page without what is random in it and without the name that was typed.
    private func told(_ answer: Site.Answer, _ name: String) -> String {
        let page = answer.body.replacing(#/name="form-token" value="[^"]*"/#, with: "").replacing(name, with: "NAME")
        let headers = answer.headers.filter { $0.key != "set-cookie" && $0.key != "content-length" }
        return "\(answer.status) \(headers.sorted { $0.key < $1.key }) \(page)"
    }

    @Test func `a name that exists, one that does not, one without a password and one that is suspended answer alike`()
        async throws
    {
        let office = try await office()
        try await office.setPassword(Self.password, of: .stranger)
        let strange = try office.account(.stranger)
        try await office.house.store.suspend(
            strange, because: nil, by: Stamp(by: try office.account(.administrator), at: office.now))
        for round in 1...8 {
            var answers: Set<String> = []
            for (number, name) in ["officer", "nobody", "enumerator", "stranger", "not a name!"].enumerated() {
                // The right password does not tell of a suspended account either.
                let password = name == "stranger" ? Self.password : "salah sekali ini"
                let answer = try await guess(name, password, from: "203.0.113.\(number)", office)
                #expect(answer.status == (round <= 5 ? 400 : 429), "\(name) \(round)")
                answers.insert(told(answer, name))
            }
            #expect(answers.count == 1, "round \(round)")
        }
    }

    @Test func `a decoy costs what a password costs`() throws {
        let hash = try PasswordHash.make(Self.password)
        #expect(!PasswordHash.needsRehash(PasswordHash.decoy))
        let parts = { (hash: String) in hash.split(separator: "$").prefix(3).joined(separator: "$") }
        #expect(parts(hash) == parts(PasswordHash.decoy), "kind, version, memory, passes, lanes")
        #expect(!PasswordHash.verify("", against: PasswordHash.decoy))
    }

    @Test func `after five wrong passwords even the right one waits, and the wait ends`() async throws {
        let office = try await office()
        for _ in 1...5 { #expect(try await guess("officer", "salah sekali ini", office).status == 400) }
        #expect(try await guess("officer", Self.password, office).status == 429)
        #expect(try await guess("OFFICER", Self.password, office).status == 429, "spelled otherwise")
        #expect(try await guess("officer", Self.password, from: "203.0.113.10", office).status == 303, "elsewhere")
        office.pass(seconds: 59)
        #expect(try await guess("officer", Self.password, office).status == 429)
        office.pass(seconds: 2)
        #expect(try await guess("officer", Self.password, office).status == 303)
    }

    @Test func `one name is one name however it is spelled`() async throws {
        let office = try await office()
        let id = try await office.makeAccount("désé", in: .nation, [])
        try await office.house.store.setPassword(
            of: id, hash: try PasswordHash.make(Self.password), keeping: nil, by: Stamp(by: id, at: office.now))
        // Each accent written as a sign of its own, or not: four spellings of one name.
        let spellings = ["d\u{E9}s\u{E9}", "de\u{301}s\u{E9}", "d\u{E9}se\u{301}", "de\u{301}se\u{301}"]
        for attempt in 0..<5 {
            #expect(try await guess(spellings[attempt % 4], "salah sekali ini", office).status == 400)
        }
        for spelling in spellings { #expect(try await guess(spelling, Self.password, office).status == 429) }
    }

    @Test func `a stranger who guesses without end does not lock the owner out at a known address`() async throws {
        let office = try await office()
        #expect(try await guess("officer", Self.password, from: "198.51.100.1", office).status == 303)
        for number in 0..<120 {
            _ = try await guess("officer", "salah sekali ini", from: "203.0.113.\(number)", office)
        }
        #expect(try await guess("officer", Self.password, from: "203.0.114.1", office).status == 429, "a new address")
        #expect(try await guess("officer", Self.password, from: "198.51.100.1", office).status == 303)
    }

    @Test func `one address gets thirty tries at many names`() async throws {
        let office = try await office()
        for number in 0..<30 {
            #expect(try await guess("nobody\(number)", "salah sekali ini", office).status == 400)
        }
        #expect(try await guess("officer", Self.password, office).status == 429)
        #expect(try await guess("officer", Self.password, from: "203.0.113.10", office).status == 303)
    }

    @Test func `half of the addresses of IPv6 are one address`() async throws {
        let office = try await office()
        for number in 0..<30 {
            let answer = try await guess("nobody\(number)", "salah", from: "2001:db8:0:7::\(number)", office)
            #expect(answer.status == 400)
        }
        #expect(try await guess("officer", Self.password, from: "2001:DB8:0:7:ffff::1", office).status == 429)
        #expect(try await guess("officer", Self.password, from: "2001:db8:0:8::1", office).status == 303)
    }

    @Test func `twenty guesses sent at once are five tries`() async throws {
        let office = try await office()
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 {
                group.addTask { try await guess("officer", "salah sekali ini", office).status }
            }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(statuses.filter { $0 == 400 }.count == 5)
        #expect(statuses.filter { $0 == 429 }.count == 15)
    }

    @Test func `where somebody says to come from counts only behind a proxy`() async throws {
        let office = try await Office()
        for number in 0..<5 {
            #expect(try await guess("officer", "salah", from: "203.0.113.\(number)", office).status == 400)
        }
        #expect(try await guess("officer", "salah", from: "203.0.113.99", office).status == 429)
        let behind = try await self.office()
        for number in 0..<5 {
            let said = "198.51.100.\(number), 203.0.113.9"
            #expect(try await guess("officer", "salah", from: said, behind).status == 400)
        }
        #expect(try await guess("officer", "salah", from: "127.0.0.1, 203.0.113.9", behind).status == 429)
    }

    // MARK: - The code of a device

    @Test func `who knows the password gets no more guesses at the code by signing in again`() async throws {
        let office = try await office()
        _ = try await guess("officer", Self.password, from: "198.51.100.1", office)
        let device = try await office.setSecondFactor(.officer)
        var tries = 0
        for _ in 0..<6 {
            let answer = try await guess("officer", Self.password, from: "198.51.100.1", office)
            guard answer.status == 303 else { break }
            for _ in 0..<4 {
                let answer = try await code(wrong(device, office), answer, office)
                if answer.status == 400 { tries += 1 }
            }
        }
        #expect(tries == 5)
        office.pass(seconds: 61)
        let late = try await guess("officer", Self.password, from: "198.51.100.1", office)
        let right = device.code(at: Int(office.now.timeIntervalSince1970))
        #expect(try await code(right, late, office).status == 303)
    }

    @Test func `a code opens once, also for two who send it at once`() async throws {
        let office = try await office()
        let device = try await office.setSecondFactor(.officer)
        let right = device.code(at: Int(office.now.timeIntervalSince1970))
        let first = try await guess("officer", Self.password, office)
        let second = try await guess("officer", Self.password, office)
        async let one = code(right, first, office).status
        async let two = code(right, second, office).status
        #expect(try await [one, two].sorted() == [303, 400])
        office.pass(seconds: 29)
        #expect(try await code(right, try await guess("officer", Self.password, office), office).status == 400)
    }

    /// Sends a code with the cookie that an answer gave.
    private func code(_ code: String, _ answer: Site.Answer, _ office: Office) async throws -> Site.Answer {
        let text = try #require(answer.headers["set-cookie"]?.firstMatch(of: #/tiru-session=([^;]+)/#)).output.1
        let token = office.house.keyring.fingerprint(of: String(text), for: .formToken)
        var headers: HTTPFields = [
            .contentType: "application/x-www-form-urlencoded", .cookie: "tiru-session=\(text)",
        ]
        headers[try #require(HTTPField.Name("X-Forwarded-For"))] = "198.51.100.1"
        return try await office.raw(.post, "/sign-in/code", headers, body: "code=\(code)&form-token=\(token)")
    }

    private func wrong(_ device: TimeCode, _ office: Office) -> String {
        let now = Int(office.now.timeIntervalSince1970)
        let right = [now - 30, now, now + 30].map(device.code)
        return ["000000", "111111", "222222", "333333"].first { !right.contains($0) } ?? ""
    }

    // MARK: - Links and ways back

    @Test func `a link is not guessed, and opens once for two who use it at once`() async throws {
        let office = try await office()
        let answer = try await office.post("/accounts/\(try office.account(.enumerator))/link", as: .administrator)
        let path = String(try #require(answer.body.firstMatch(of: #/\/links\/[\w-]+/#)).output)
        for wrong in [SecretToken.random().text, "x", "%00", "..", String(path.dropFirst(7).dropLast()), "A%2F..%2F"] {
            let page = try await office.get("/links/\(wrong)", as: nil)
            #expect(page.status == 404, "\(wrong)")
            let passwords = ["password": Self.password, "again": Self.password]
            #expect(try await office.send("/links/\(wrong)", session: nil, passwords).status == 404, "\(wrong)")
        }
        let page = try await office.get(path, as: nil)
        #expect(page.status == 200 && page.headers["referrer-policy"] == "strict-origin")
        #expect(page.headers["cache-control"] == "no-store")
        let passwords = ["password": Self.password, "again": Self.password]
        async let one = office.send(path, session: nil, passwords).status
        async let two = office.send(path, session: nil, passwords).status
        #expect(try await [one, two].sorted() == [303, 404])
        #expect(try await office.get(path, as: nil).status == 404)
        let late = try await office.post("/accounts/\(try office.account(.enumerator))/link", as: .administrator)
        let over = String(try #require(late.body.firstMatch(of: #/\/links\/[\w-]+/#)).output)
        office.pass(seconds: 3 * 86_400 + 1)
        #expect(try await office.get(over, as: nil).status == 404, "over")
    }

    @Test(
        arguments: [
            "//evil.test", "///evil.test", "/\\evil.test", "\\\\evil.test", "https://evil.test", "https:evil.test",
            "javascript:alert(1)", "/%5Cevil.test", "%2F%2Fevil.test", "%2f%5cevil.test", "/%09/evil.test",
            "/%0D%0ALocation:https://evil.test", "http:///evil.test", "@evil.test", ".evil.test", " //evil.test",
            "data:text/html,x", "/\u{202E}//evil",
        ])
    func `nobody is sent elsewhere after signing in`(next: String) async throws {
        let office = try await office()
        let door = SecretToken.random()
        let token = office.house.keyring.fingerprint(of: door.text, for: .formToken)
        for encoded in [next.replacing(" ", with: "+"), Poison.encoded(next), Poison.encoded(Poison.encoded(next))] {
            let answer = try await office.raw(
                .post, "/sign-in?next=\(encoded)",
                [.contentType: "application/x-www-form-urlencoded", .cookie: "tiru-door=\(door.text)"],
                body: "name=officer&password=\(Poison.encoded(Self.password))&form-token=\(token)")
            guard answer.status == 303 else {
                #expect(answer.status == 400)
                continue
            }
            let target = try #require(answer.headers["location"])
            #expect(target.hasPrefix("/") && !target.hasPrefix("//") && !target.contains("\\"), "\(target)")
        }
    }

    @Test func `no page leads elsewhere by the way it was asked for`() async throws {
        let office = try await office()
        let link = try await office.post("/accounts/\(try office.account(.enumerator))/link", as: .administrator)
        let token = try #require(link.body.firstMatch(of: #/\/links\/([\w-]+)/#)).output.1
        for path in [
            "//compare/hosts?home=Bandung", "//links/\(token)", "//account", "//evil.test/account", "//accounts",
            "//register/people", "//compare/regions/51.03", "/.//compare/hosts", "//sign-in",
        ] {
            for desk in [Office.Desk.administrator, nil] {
                let answer = try await office.get(path, as: desk)
                #expect(answer.body.firstMatch(of: #/(href|action)="(\/\/|\/\\)/#) == nil, "\(path)")
                let location = answer.headers["location"] ?? "/"
                #expect(location.hasPrefix("/") && !location.hasPrefix("//"), "\(path)")
            }
        }
    }
}
