import Foundation
import HTTPTypes
import Register
import Secrets
import Storage
import Testing
import World

@testable import Web

/// Every field of every form is sent everything that is in `Poison`, while the fields beside it are in order.
struct AttackForms {
    /// Pages with forms, and whose they are. What ends things comes last.
    private static func pages(_ office: Office, _ person: String) async throws -> [(Office.Desk, String)] {
        let someone = "/accounts/\(try await office.makeAccount("korban", in: World.badung, []))"
        return [
            (.officer, "/register/people"), (.officer, "/register/people/new"), (.enumerator, "/register/people/new"),
            (.enumerator, person + "/consents/new"), (.officer, person), (.head, person),
            (.administrator, "/accounts/new"), (.administrator, someone), (.administrator, "/jobs"),
            (.stranger, "/account"), (.stranger, "/account/second-factor"),
        ]
    }

    /// What stands in the fields that are not attacked, where the page has no value for them.
    private static let usual = [
        "display-name": "Contoh Orang", "phone": "0812-3456", "email": "a@b.id", "nik": "", "reference": "map 3",
        "words-version": "2026-1", "name": "contoh", "region": "51.03", "reason": "pindah", "token-name": "uji",
        "days": "30", "code": "000000", "current": "bukan sandinya", "password": "tiga perahu hijau tua",
        "again": "tiga perahu hijau tua", "body": "", "subject": "", "understood": "1",
    ]

    @Test(arguments: PostgresCluster.shared == nil ? [false] : [false, true])
    func `no field of any form is a fault of ours, and none is obeyed`(isOnPostgres: Bool) async throws {
        let office = try await Office(onPostgres: isOnPostgres)
        let person = try await office.enter()
        var attacked: Set<String> = []
        for (desk, page) in try await Self.pages(office, person) {
            let shown = try await office.get(page, as: desk)
            #expect(shown.status == 200, "\(page)")
            for form in SeenForm.all(in: shown.body).sorted(by: { Self.rank($0) < Self.rank($1) })
            where Self.rank(form) < 9 {
                for field in form.fields {
                    try await attack(field.name, of: form, as: desk, office)
                    attacked.insert(field.name)
                }
            }
        }
        #expect(attacked.isSuperset(of: Self.usual.keys) && attacked.contains("version"), "\(attacked)")
        try await expectHarmless(office, person)
    }

    /// Leaving and ending is not attacked here: it would end the attack.
    private static func rank(_ form: SeenForm) -> Int {
        let endings = [("/sign-out", 9), ("/end", 9), ("/erase", 3), ("/suspend", 2), ("/take", 2)]
        return endings.first { form.action.split(separator: "?").first?.hasSuffix($0.0) == true }?.1 ?? 1
    }

    private func attack(_ field: String, of form: SeenForm, as desk: Office.Desk, _ office: Office) async throws {
        for poison in Poison.all {
            let body = form.fields.map { other in
                if other.name == field { return "\(other.name)=\(poison.encoded)" }
                let isSeen = !other.value.isEmpty
                return "\(other.name)=\(Poison.encoded(isSeen ? other.value : Self.usual[other.name] ?? ""))"
            }.joined(separator: "&")
            let headers: HTTPFields = [
                .contentType: "application/x-www-form-urlencoded",
                .cookie: "tiru-session=\(try office.session(desk).text)",
            ]
            let answer = try await office.raw(.post, form.action, headers, body: body)
            #expect(answer.status < 500, "\(form.action) \(field): \(poison.name)")
            expectNotObeyed(answer, "\(form.action) \(field): \(poison.name)")
        }
    }

    private func expectNotObeyed(_ answer: Site.Answer, _ place: String) {
        for sign in ["<script", "<img", "\u{202E}"] where answer.contentType.hasPrefix("text/html") {
            let isThere = withoutOwnScript(answer.body).contains(sign)
            #expect(!isThere, "\(sign) in \(place)")
        }
        #expect(answer.headers["set-cookie"]?.contains("a=b") != true, "\(place)")
    }

    /// What was kept is shown on pages and in files, harmlessly.
    private func expectHarmless(_ office: Office, _ person: String) async throws {
        let reads: [(Office.Desk, String)] = [
            (.officer, person), (.head, person), (.officer, "/register/people"), (.head, "/audit"),
            (.administrator, "/accounts"), (.stranger, "/account"), (.administrator, "/operations"),
        ]
        for (desk, path) in reads {
            let page = try await office.get(path, as: desk)
            #expect(page.status == 200, "\(path)")
            expectNotObeyed(page, path)
        }
        let files: [(Office.Desk, String)] = [
            (.officer, "/register/people.csv"), (.head, "/audit.csv"), (.administrator, "/accounts.csv"),
        ]
        for (desk, path) in files {
            let file = try await office.get(path, as: desk)
            #expect(file.status == 200)
            #expect(file.body.firstMatch(of: #/(^|,|\n)"?[=+@-]/#) == nil, "\(path)")
        }
    }

    @Test(arguments: ["name", "password"])
    func `the front door takes no harm from what is typed into it`(field: String) async throws {
        let office = try await Office()
        let door = SecretToken.random()
        let token = office.house.keyring.fingerprint(of: door.text, for: .formToken)
        let other = field == "name" ? "password" : "name"
        let headers: HTTPFields = [
            .contentType: "application/x-www-form-urlencoded", .cookie: "tiru-door=\(door.text)",
        ]
        for poison in Poison.all {
            let answer = try await office.raw(
                .post, "/sign-in", headers, body: "form-token=\(token)&\(other)=siapa&\(field)=\(poison.encoded)")
            #expect([400, 429].contains(answer.status), "\(poison.name): \(answer.status)")
            expectNotObeyed(answer, poison.name)
        }
    }

    @Test(arguments: PostgresCluster.shared == nil ? [false] : [false, true])
    func `no field of an address is a fault of ours`(isOnPostgres: Bool) async throws {
        let office = try await Office(onPostgres: isOnPostgres)
        let addresses = [
            "/?lang", "/compare/hosts?home", "/compare/hosts?home=51.03&year", "/compare/hosts?home=51.03&limit",
            "/compare/hosts?home=51.03&w-near", "/compare/regions?page", "/compare/regions/51.03?year",
            "/audit?office", "/audit?kind", "/audit?actor", "/audit?subject", "/audit?from", "/audit?to",
            "/audit?before", "/register/people?after", "/sign-in?next", "/sign-in/code?next", "/jobs?lang",
        ]
        for address in addresses {
            for poison in Poison.all {
                for form in address.hasPrefix("/audit") || address.hasPrefix("/compare") ? ["", ".csv", ".json"] : [""]
                {
                    let path = address.replacing("?", with: form + "?")
                    let answer = try await office.get("\(path)=\(poison.encoded)", as: .head)
                    #expect(answer.status < 500, "\(path): \(poison.name)")
                    expectNotObeyed(answer, "\(path): \(poison.name)")
                }
            }
        }
    }

    @Test func `no part of a path is a fault of ours`() async throws {
        let office = try await Office()
        let paths = [
            "/register/people/*", "/register/people/*.json", "/accounts/*", "/jobs/*", "/jobs/*.json", "/links/*",
            "/compare/regions/*", "/compare/regions/*.csv", "/*", "/assets/*",
        ]
        for path in paths {
            for poison in Poison.all {
                let answer = try await office.get(path.replacing("*", with: poison.encoded), as: .officer)
                #expect(answer.status < 500, "\(path): \(poison.name)")
                expectNotObeyed(answer, "\(path): \(poison.name)")
            }
        }
    }

    @Test(arguments: ["display-name", "token-name", "reason", "name"])
    func `a citizen number written where everybody reads it is refused and not shown back`(field: String) async throws {
        let office = try await Office()
        let person = "/accounts/\(try office.account(.officer))"
        let fields: [String: String] = [field: field == "name" ? Office.number : "Sari 5103 0141 0785 0001"]
        let usual: [String: [String: String]] = [
            "/accounts": ["display-name": "Contoh", "name": "contoh", "role": "officer", "region": "51.03"],
            "/account/tokens": ["token-name": "uji", "scope": "read", "days": "1"],
            person + "/suspend": ["reason": "pindah"], person + "/restore": ["reason": "kembali"],
        ]
        for (path, others) in usual.sorted(by: { $0.key > $1.key }) where others[field] != nil {
            if path.hasSuffix("/restore") { _ = try await office.post(person + "/suspend", as: .administrator) }
            let answer = try await office.post(path, others.merging(fields) { $1 }, as: .administrator)
            #expect(answer.status == 400, "\(path)")
            #expect(!answer.body.contains("0785 0001") && !answer.body.contains(Office.number), "\(path)")
        }
        let book = try await office.get("/audit", as: .head).body
        #expect(!book.contains("0785 0001") && !book.contains(Office.number))
    }

    @Test(
        arguments: [
            "5103 0141 0785 0001", "5103.0141.0785.0001", "5103-0141-0785-0001", "5103 - 0141 - 0785 - 0001",
            "5103/0141/0785/0001", "5103_0141_0785_0001", "5103,0141,0785,0001", "5103\u{A0}0141\u{A0}0785\u{A0}0001",
            "51 03 01  41 07 85  00 01", "５１０３０１４１０７８５０００１",
        ])
    func `a citizen number is seen however it is divided`(text: String) {
        #expect(PersonFields.hiding("NIK \(text)!") == "NIK ••••!")
    }

    @Test func `a number typed into an address or into the front door is not said back`() async throws {
        let office = try await Office()
        let number = Office.number
        for path in [
            "/register/people/find?nik=\(number)", "/register/people?nik=\(number)", "/register/people?\(number)=1",
            "/register/people/\(number)", "/register/people/\(number).json", "/compare/hosts?home=\(number)",
            "/compare/hosts.json?home=\(number)", "/compare/hosts.json?\(number)=51.03", "/\(number)",
            "/audit?before=\(number)x", "/audit?kind=\(number)",
        ] {
            for desk in [Office.Desk.head, nil] {
                let answer = try await office.get(path, as: desk)
                let told = answer.body + answer.headers.values.joined(separator: "\n")
                #expect(!told.contains(number), "\(path) \(answer.status)")
            }
        }
        let answer = try await office.send("/sign-in", session: nil, ["name": number, "password": "x"])
        #expect(answer.status == 400 && !answer.body.contains(number))
    }
}
