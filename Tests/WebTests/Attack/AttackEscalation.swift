import Foundation
import HTTPTypes
import Register
import Secrets
import Server
import Storage
import Testing
import World

@testable import Web

/// Taking more than one was given: other regions, higher hats, other people's things, fields that were not offered.
struct AttackEscalation {
    /// An office with an administrator who wears the hat of Badung only.
    private func office() async throws -> (office: Office, keeper: SecretToken) {
        let office = try await Office()
        let keeper = try await office.makeAccount(
            "keeper", in: World.badung, [try Hat(.administrator, in: World.badung)])
        return (office, try await office.openSession(of: keeper))
    }

    @Test func `an administrator of Badung gives no hat of elsewhere`() async throws {
        let (office, keeper) = try await office()
        let path = "/accounts/\(try office.account(.enumerator))"
        for region in ["00", "51", "73.71", "Bali", "Kota Makassar", "", "5103", "51.03.", " 51", "51.3", "*", "%"] {
            for role in ["administrator", "head", "officer"] {
                let fields = ["role": role, "region": region, "subject": "", "body": ""]
                let answer = try await office.send(path + "/hats", session: keeper, fields)
                let new = ["display-name": "Contoh", "name": "contoh-\(role)"].merging(fields) { $1 }
                let made = try await office.send("/accounts", session: keeper, new)
                if region == "5103" { continue }
                #expect(answer.status >= 400 && answer.status < 500, "\(role) \(region)")
                #expect(made.status >= 400 && made.status < 500, "\(role) \(region)")
            }
        }
        let accounts = try await office.house.store.accounts(in: [.nation])
        for hat in accounts.filter({ $0.account.name.text.hasPrefix("contoh") }).flatMap(\.hats) {
            #expect(hat.region == World.badung)
        }
    }

    @Test func `nobody changes the own account, an officer nobody's`() async throws {
        let (office, keeper) = try await office()
        let own = try #require(
            try await office.house.store.accounts(in: [World.badung]).first { $0.account.name.text == "keeper" })
        let hat = ["role": "head", "region": "51.03", "subject": "", "body": ""]
        for deed in ["/hats", "/hats/take", "/suspend", "/restore"] {
            let answer = try await office.send("/accounts/\(own.id)\(deed)", session: keeper, hat)
            #expect(answer.status == 409, "\(deed)")
        }
        #expect(try await office.house.store.account(own.id).hats == own.hats)
        let head = try office.account(.head)
        for desk in [Office.Desk.officer, .head, .enumerator] {
            for path in ["/accounts", "/accounts/\(head)/hats", "/accounts/\(head)/suspend", "/accounts/\(head)/link"] {
                #expect(try await office.post(path, hat, as: desk).status == 403, "\(desk) \(path)")
            }
        }
    }

    @Test func `accounts of another office answer like accounts that never were`() async throws {
        let (office, keeper) = try await office()
        let foreign = "/accounts/\(try office.account(.strangeHead))"
        let unknown = "/accounts/01900000-0000-7000-8000-000000000000"
        func told(_ answer: Site.Answer, _ path: String) -> String {
            "\(answer.status) \(answer.headers.sorted { $0.key < $1.key }) \(answer.body.replacing(path, with: "PATH"))"
        }
        let first = try await office.ask(foreign, session: keeper)
        #expect(first.status == 404)
        #expect(told(first, foreign) == told(try await office.ask(unknown, session: keeper), unknown))
        for deed in ["/hats", "/hats/take", "/suspend", "/restore", "/link"] {
            let fields = ["role": "officer", "region": "51.03", "subject": "", "body": "", "reason": ""]
            let one = try await office.send(foreign + deed, session: keeper, deed == "/link" ? [:] : fields)
            let other = try await office.send(unknown + deed, session: keeper, deed == "/link" ? [:] : fields)
            #expect(one.status == 404)
            #expect(told(one, foreign) == told(other, unknown), "\(deed)")
        }
        #expect(
            try await office.house.store.account(try office.account(.strangeHead)).account.state.standing == .active)
    }

    @Test func `who keeps the accounts of an office takes over nobody who wears a hat beyond it`() async throws {
        let (office, keeper) = try await office()
        let founder = try await office.makeAccount(
            "founder", in: World.badung,
            [try Hat(.administrator, in: .nation), try Hat(.administrator, in: World.badung)])
        let bali = try await office.makeAccount("bali", in: World.badung, [try Hat(.head, in: World.bali)])
        let elsewhere = try await office.makeAccount(
            "elsewhere", in: World.badung, [try Hat(.head, in: World.makassar)])
        for account in [founder, bali, elsewhere] {
            let link = try await office.send("/accounts/\(account)/link", session: keeper)
            #expect(link.status == 409 && !link.body.contains("/links/"))
            #expect(try await office.send("/accounts/\(account)/suspend", session: keeper).status == 409)
            #expect(try await office.house.store.account(account).account.state.standing == .active)
            let page = try await office.ask("/accounts/\(account)", session: keeper)
            #expect(page.status == 200 && !page.body.contains("/link\""), "what is refused is not offered")
        }
        // In the own office it works, and the nation's administrator may do it anywhere.
        let link = try await office.send("/accounts/\(try office.account(.enumerator))/link", session: keeper)
        #expect(link.status == 200 && link.body.contains("/links/"))
        #expect(try await office.post("/accounts/\(founder)/link", as: .administrator).status == 200)
    }

    @Test func `a person of another region answers like one who never was`() async throws {
        let office = try await Office()
        let foreign = try await office.enter()
        let unknown = "/register/people/01900000-0000-7000-8000-000000000000"
        let deeds = ["", "/consents", "/consents/withdraw", "/consents/stop", "/requests", "/erase"]
        let request = "/requests/01900000-0000-7000-8000-000000000000"
        for desk in [Office.Desk.stranger, .strangeHead] {
            for path in ["", ".json", "/consents/new"] {
                try await expectAlike(
                    try await office.get(foreign + path, as: desk), try await office.get(unknown + path, as: desk),
                    (foreign, unknown))
            }
            for path in deeds + [request] {
                let fields = ["display-name": "Orang Lain", "version": "1", "purpose": "photo", "kind": "access"]
                try await expectAlike(
                    try await office.post(foreign + path, fields, as: desk),
                    try await office.post(unknown + path, fields, as: desk), (foreign, unknown))
            }
        }
    }

    private func expectAlike(_ one: Site.Answer, _ other: Site.Answer, _ paths: (String, String)) async throws {
        #expect(one.status == other.status && [403, 404].contains(one.status), "\(one.status) \(other.status)")
        #expect(one.body.replacing(paths.0, with: "P") == other.body.replacing(paths.1, with: "P"))
        #expect(one.headers == other.headers)
    }

    @Test func `what a form hides is not believed`() async throws {
        let office = try await Office()
        let mine = try await office.enter()
        let theirs = try await office.enter("Daeng Ngalle", nik: "", as: .stranger)
        for version in ["0", "-1", "2", "9223372036854775807", "9223372036854775808", "1e0", "1.0", "", "１"] {
            let change = ["display-name": "Orang Lain", "version": version]
            let status = try await office.post(mine, change, as: .officer).status
            #expect([400, 409].contains(status), "\(version)")
        }
        // The region of somebody who has one is not taken from the form.
        let entry = ["display-name": "Contoh Pindah", "region": "73.71"]
        #expect(try await office.post("/register/people", entry, as: .officer).status == 303)
        #expect(!(try await office.get("/register/people", as: .stranger)).body.contains("Contoh Pindah"))
        // A request of one person is not settled through another's address.
        #expect(try await office.post(theirs + "/requests", ["kind": "access"], as: .stranger).status == 303)
        let id = Person.ID(try #require(Identifier(String(theirs.suffix(36)))))
        let request = try #require(try await office.house.store.requests(of: id).first)
        let settled = try await office.post(mine + "/requests/\(request.id)", ["outcome": "answered"], as: .head)
        #expect(settled.status == 404)
        #expect(try await office.house.store.requests(of: id).first?.steps.isEmpty == true)
        for extra in ["office", "id", "erased", "account", "lastFour"] {
            let answer = try await office.post(
                "/register/people", ["display-name": "Contoh", extra: "x"], as: .officer)
            #expect(answer.status == 400, "\(extra)")
        }
        #expect(try await office.read(mine, as: .officer).contains("Ni Wayan Sari"))
    }

    @Test func `a session and a token of somebody else are not ended from here`() async throws {
        let office = try await Office()
        let victim = try office.account(.head)
        let session = try #require(
            try await office.house.store.sessions(of: victim, at: office.now).first)
        _ = try await office.post("/account/sessions/\(session.id)/end", as: .officer)
        #expect(try await office.get("/account", as: .head).status == 200)
    }

    @Test func `figures of the machine are told to this machine only`() async throws {
        for isBehindProxy in [false, true] {
            var settings = Settings()
            settings.isBehindProxy = isBehindProxy
            let office = try await Office(settings)
            #expect(try await office.raw(.get, "/metrics").status == 200)
            let forwarded = try #require(HTTPField.Name("X-Forwarded-For"))
            for address in ["203.0.113.9", "127.0.0.1", "::1", "localhost"] {
                #expect(try await office.raw(.get, "/metrics", [forwarded: address]).status == 404, "\(address)")
            }
            #expect(try await office.raw(.post, "/metrics").status >= 400)
        }
    }

    @Test func `methods that no page knows are refused, and looking is not doing`() async throws {
        let office = try await Office()
        let person = try await office.enter()
        for path in ["/account", person, "/register/people", "/accounts", "/jobs", "/sign-in"] {
            for method in [HTTPRequest.Method.put, .patch, .delete, .options, .trace, .connect] {
                let cookie = "tiru-session=\(try office.session(.officer).text)"
                let answer = try await office.raw(method, path, [.cookie: cookie])
                #expect([404, 405].contains(answer.status), "\(method) \(path) \(answer.status)")
                #expect(!answer.body.contains(cookie), "an echo of TRACE")
                #expect(answer.headers["access-control-allow-origin"] == nil)
            }
        }
        // HEAD reads with the same rights as GET.
        #expect(try await office.raw(.head, person).status == 401)
        let cookie = "tiru-session=\(try office.session(.stranger).text)"
        #expect(try await office.raw(.head, person, [.cookie: cookie]).status == 404)
        for path in ["/sign-out", person + "/erase", "/jobs/x/cancel"] {
            let answer = try await office.get(path, as: .head)
            #expect([404, 405].contains(answer.status), "\(path)")
        }
    }

    @Test func `every page of somebody signed in forbids keeping, framing, sniffing and scripts of others`()
        async throws
    {
        let office = try await Office()
        let person = try await office.enter()
        let paths: [(Office.Desk, String)] = [
            (.officer, "/account"), (.officer, "/account/second-factor"), (.officer, "/register/people"),
            (.officer, "/register/people.csv"), (.officer, "/register/people.json"), (.officer, person),
            (.officer, person + ".json"), (.officer, person + "/consents/new"), (.head, "/audit"),
            (.head, "/audit.csv"), (.head, "/audit.json"), (.administrator, "/accounts"),
            (.administrator, "/accounts.csv"), (.administrator, "/accounts/new"), (.administrator, "/jobs"),
            (.administrator, "/operations"), (.officer, "/accounts"), (.officer, "/nowhere"),
            (.stranger, person), (.head, "/audit?from=x"), (.officer, "/register/people?x=1"),
        ]
        for (desk, path) in paths {
            let answer = try await office.get(path, as: desk)
            let place = "\(path) \(answer.status)"
            #expect(answer.headers["cache-control"] == "no-store", "\(place)")
            #expect(answer.headers["x-content-type-options"] == "nosniff", "\(place)")
            #expect(answer.headers["x-frame-options"] == "DENY", "\(place)")
            let policy = answer.headers["content-security-policy"] ?? ""
            for part in ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"] {
                #expect(policy.contains(part), "\(place)")
            }
            #expect(!policy.contains("unsafe") && policy.contains("; script-src 'self'; "), "\(place)")
            #expect(
                !withoutOwnScript(answer.body).contains("<script") && answer.body.firstMatch(of: #/ on[a-z]+="/#) == nil
            )
            #expect(answer.headers["server"] == nil && answer.headers["x-powered-by"] == nil)
        }
    }
}
