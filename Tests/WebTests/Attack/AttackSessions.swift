import Foundation
import HTTPTypes
import Register
import Secrets
import Server
import Storage
import Testing

@testable import Web

/// Sessions, the tokens of forms and the tokens of scripts: forged, foreign, over, taken back, mixed.
struct AttackSessions {
    private func get(_ path: String, cookie: String?, _ office: Office) async throws -> Int {
        try await office.raw(.get, path, cookie.map { [.cookie: $0] } ?? [:]).status
    }

    private func status(_ session: SecretToken, _ office: Office, _ path: String = "/account") async throws -> Int {
        try await get(path, cookie: "tiru-session=\(session.text)", office)
    }

    @Test func `a session nobody was given opens nothing`() async throws {
        let office = try await Office()
        let real = try office.session(.officer).text
        let forged = [
            SecretToken.random().text, "", "x", "null", "undefined", "0", "' OR 1=1 --", real.lowercased(), real + "=",
            real + "A", String(real.dropLast()), String(real.reversed()), "tiru_" + real, "%00", "../" + real,
            String(repeating: "A", count: 8_000), try office.session(.officer).digest,
        ]
        for text in forged {
            #expect(try await get("/account", cookie: "tiru-session=\(text)", office) == 303, "\(text.prefix(50))")
        }
        #expect(try await get("/account", cookie: "TIRU-SESSION=\(real)", office) == 303)
        #expect(try await get("/account", cookie: "tiru-door=\(real)", office) == 303)
        #expect(try await get("/account", cookie: "tiru-session=\(real)", office) == 200)
    }

    @Test func `a session ends by idling, by the day, and when the clock is set back`() async throws {
        for hours in [2.01, 12.5, -3] {
            let office = try await Office()
            let token = try office.session(.officer)
            office.pass(seconds: hours * 3600)
            #expect(try await status(token, office) == 303, "\(hours)")
        }
        let office = try await Office()
        let token = try office.session(.officer)
        office.pass(seconds: 3000)
        #expect(try await status(token, office) == 200)
        office.pass(seconds: 700)
        #expect(try await status(token, office) == 303, "however busy")
    }

    @Test func `who signs out, is suspended or changes the password leaves no session behind`() async throws {
        let office = try await Office()
        let officer = try office.account(.officer)
        let old = try await office.openSession(of: officer)
        #expect(try await office.send("/sign-out", session: old).status == 303)
        #expect(try await status(old, office) == 303, "replayed after signing out")

        let elsewhere = try await office.openSession(of: officer)
        try await office.setPassword("perahu merah di danau", of: .officer)
        #expect(try await status(elsewhere, office) == 303, "after a new password")

        let again = try await office.openSession(of: officer)
        let path = "/accounts/\(officer)"
        #expect(try await office.post(path + "/suspend", ["reason": "pindah"], as: .administrator).status == 303)
        #expect(try await status(again, office) == 303, "of a suspended account")
        let late = try await office.openSession(of: officer)
        #expect(try await status(late, office) == 303, "opened while suspended")
        #expect(try await office.post(path + "/restore", ["reason": "kembali"], as: .administrator).status == 303)
        for token in [again, late] { #expect(try await status(token, office) == 303, "alive again") }
    }

    @Test func `half a session opens the page that asks for the code and nothing else`() async throws {
        let office = try await Office()
        _ = try await office.setSecondFactor(.officer)
        let half = try await office.openSession(of: try office.account(.officer), isComplete: false)
        for row in routeRows(of: office.house) where row.admission != .everybody {
            let path = row.path.replacing(#/:[a-z]+/#, with: "01900000-0000-7000-8000-000000000000")
            let answer =
                row.method == "GET"
                ? try await office.ask(path, session: half) : try await office.send(path, session: half)
            let isDoor = answer.headers["location"]?.hasPrefix("/sign-in") == true || answer.status == 401
            #expect(isDoor, "\(row.method) \(row.path) \(answer.status)")
        }
        #expect(try await office.ask("/sign-in/code", session: half).status == 200)
        let start = try await office.ask("/", session: half)
        #expect(!start.body.contains(Office.Desk.officer.name))
    }

    @Test func `the token from before the code is worth nothing after it`() async throws {
        let office = try await Office()
        let device = try await office.setSecondFactor(.officer)
        let half = try await office.openSession(of: try office.account(.officer), isComplete: false)
        let code = device.code(at: Int(office.now.timeIntervalSince1970))
        let answer = try await office.send("/sign-in/code", session: half, ["code": code])
        #expect(answer.status == 303)
        #expect(try await status(half, office) == 303)
        let cookie = try #require(answer.headers["set-cookie"]?.split(separator: ";").first)
        #expect(try await get("/account", cookie: String(cookie), office) == 200)
    }

    @Test func `a form takes the token of its own session only`() async throws {
        let office = try await Office()
        let (mine, theirs) = (try office.session(.officer), try office.session(.head))
        let tokens = [
            office.house.keyring.fingerprint(of: theirs.text, for: .formToken),
            office.house.keyring.fingerprint(of: "", for: .formToken),
            office.house.keyring.fingerprint(of: mine.text, for: .signInName), mine.text, mine.digest, "",
        ]
        for token in tokens {
            let answer = try await office.raw(
                .post, "/account/tokens",
                [
                    .contentType: "application/x-www-form-urlencoded",
                    .cookie: "tiru-session=\(mine.text); tiru-door=\(theirs.text)",
                ], body: "token-name=uji&scope=write&days=1&form-token=\(token)")
            #expect(answer.status == 403, "\(token.prefix(8))")
        }
        for origin in ["http://evil.test", "null", "http://tiru.test.evil.test", "http://tiru.test@evil.test", ""] {
            let answer = try await office.post(
                "/account/tokens", ["token-name": "uji", "scope": "read", "days": "1"], as: .officer, origin: origin)
            #expect(answer.status == 403, "\(origin)")
        }
        #expect(try await office.house.store.tokens(of: try office.account(.officer)).isEmpty)
    }

    @Test func `a form in another coat is no form`() async throws {
        let office = try await Office()
        let session = try office.session(.officer)
        let token = office.house.keyring.fingerprint(of: session.text, for: .formToken)
        let body = "display-name=Orang&form-token=\(token)"
        let kinds = ["application/json", "text/plain", "multipart/form-data; boundary=x", "application/xml", ""]
        for kind in kinds {
            let answer = try await office.raw(
                .post, "/register/people",
                [.contentType: kind, .cookie: "tiru-session=\(session.text)"], body: body)
            #expect(answer.status == 415, "\(kind)")
        }
        for header in ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"] {
            var headers: HTTPFields = [.cookie: "tiru-session=\(session.text)"]
            headers[try #require(HTTPField.Name(header))] = "POST"
            #expect(try await office.raw(.get, "/register/people", headers).status == 200)
            headers[try #require(HTTPField.Name(header))] = "GET"
            #expect(try await office.raw(.post, "/register/people", headers, body: body).status == 415)
        }
        #expect(try await office.house.store.people(in: [.nation], after: nil, limit: 9).isEmpty)
    }

    // MARK: - Tokens of scripts

    private func script(
        _ path: String, _ token: String, _ office: Office, method: HTTPRequest.Method = .get, cookie: String? = nil
    ) async throws -> Site.Answer {
        var headers: HTTPFields = [
            .authorization: "Bearer \(token)", .contentType: "application/x-www-form-urlencoded",
        ]
        headers[.cookie] = cookie
        return try await office.raw(method, path, headers, body: method == .post ? "display-name=Contoh+Orang" : "")
    }

    @Test func `a token of a script opens what it was made for, while it lives`() async throws {
        let office = try await Office()
        let reads = try await office.makeToken(.officer, [.read])
        let writes = try await office.makeToken(.officer, [.read, .write])
        #expect(try await script("/register/people", reads, office).status == 200)
        #expect(try await script("/register/people", reads, office, method: .post).status == 403, "wrong scope")
        #expect(try await script("/register/people", writes, office, method: .post).status == 303)
        for path in ["/account", "/account/second-factor"] {
            #expect(try await script(path, writes, office).status == 403, "\(path)")
        }
        for path in ["/account/tokens", "/account/password", "/accounts", "/jobs"] {
            #expect(try await script(path, writes, office, method: .post).status == 403, "\(path)")
        }
        office.pass(seconds: 31 * 86_400)
        #expect(try await script("/register/people", reads, office).status == 401, "over")
    }

    @Test func `a token that is forged, revoked or of a suspended account opens nothing`() async throws {
        let office = try await Office()
        let token = try await office.makeToken(.officer, [.read])
        let officer = try office.account(.officer)
        let session = try office.session(.officer)
        let bare = String(token.dropFirst(5))
        for forged in [
            SecretToken.random(.personalAccess).text, bare, "tiru_", token + "=", token.lowercased(), session.text,
            "tiru_" + session.text, " " + token + " x", String(repeating: "A", count: 9_000),
        ] {
            #expect(try await script("/register/people", forged, office).status == 401, "\(forged.prefix(20))")
        }
        let kept = try #require(try await office.house.store.tokens(of: officer).first)
        // Somebody else's token is not there to be revoked.
        #expect(try await office.post("/account/tokens/\(kept.id)/revoke", as: .head).status == 303)
        #expect(try await script("/register/people", token, office).status == 200)
        #expect(try await office.post("/accounts/\(officer)/suspend", as: .administrator).status == 303)
        #expect(try await script("/register/people", token, office).status == 401, "suspended")
        #expect(try await office.post("/accounts/\(officer)/restore", as: .administrator).status == 303)
        #expect(try await script("/register/people", token, office).status == 200)
        _ = try await office.house.store.revoke(kept.id, of: officer, by: Stamp(by: officer, at: office.now))
        #expect(try await script("/register/people", token, office).status == 401, "revoked")
    }

    @Test func `a token beside a cookie lends it nothing, and takes nothing from it`() async throws {
        let office = try await Office()
        let token = try await office.makeToken(.officer, [.read])
        let cookie = "tiru-session=\(try office.session(.administrator).text)"
        #expect(try await script("/accounts", token, office, cookie: cookie).status == 403)
        #expect(try await script("/accounts", "tiru_x", office, cookie: cookie).status == 401)
        let basic: HTTPFields = [.authorization: "Basic YWRtaW46YWRtaW4=", .cookie: cookie]
        #expect(try await office.raw(.get, "/accounts", basic).status == 401)
        // A cookie's form needs its token whatever else is written in the head.
        let answer = try await script("/accounts", "", office, method: .post, cookie: cookie)
        #expect(answer.status == 401)
    }

    @Test func `cookies are for this site, out of scripts' reach, and travel through TLS where there is TLS`()
        async throws
    {
        for isSecure in [false, true] {
            var settings = Settings()
            settings.publicAddress = isSecure ? "https://tiru.test" : nil
            let office = try await Office(settings)
            try await office.setPassword("perahu merah di danau", of: .officer)
            let entry = ["name": "officer", "password": "perahu merah di danau"]
            for answer in [
                try await office.get("/sign-in", as: nil), try await office.send("/sign-in", session: nil, entry),
                try await office.send("/sign-out", session: try office.session(.head)),
            ] {
                let cookie = try #require(answer.headers["set-cookie"])
                #expect(cookie.contains("; HttpOnly; SameSite=Lax") && cookie.contains("Path=/"))
                #expect(cookie.hasSuffix("; Secure") == isSecure)
                #expect(!cookie.contains("Domain"))
                #expect((answer.headers["strict-transport-security"] != nil) == isSecure)
            }
        }
    }
}
