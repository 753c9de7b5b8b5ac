import Compare
import Foundation
import HTTPTypes
import Register
import Secrets
import Storage

/// The accounts of an office, for whoever keeps them.
struct Accounts: Sendable {
    let house: House

    var routes: [Route] {
        let item = Paths.accounts + "/:account"
        let manage = Admission.hat(.manage, .accounts, .item)
        return [
            Route(.get, Paths.accounts, .hat(.view, .accounts, .own), forms: Paths.Form.allCases) {
                try await list($0)
            },
            Route(.get, Paths.accounts + "/new", .hat(.manage, .accounts, .own)) { visit in try newPage(visit) },
            Route(.post, Paths.accounts, .hat(.manage, .accounts, .own)) { try await make($0) },
            Route(.get, item, .hat(.view, .accounts, .item), at: place) { try await page($0) },
            Route(.post, item + "/hats", manage, at: place) { visit in try await changed(visit, giveHat) },
            Route(.post, item + "/hats/take", manage, at: place) { visit in try await changed(visit, takeHat) },
            Route(.post, item + "/suspend", manage, at: place) { visit in try await changed(visit, suspend) },
            Route(.post, item + "/restore", manage, at: place) { visit in try await changed(visit, restore) },
            Route(.post, item + "/link", manage, at: place) { try await makeLink($0) },
        ]
    }

    @Sendable private func place(_ visit: Visit) async throws -> Place? {
        do {
            return Place(try await house.store.account(try visit.key("account")).account.office)
        } catch AccountChangeRefused.unknownAccount {
            return nil
        }
    }

    private func list(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["lang"])
        let records = try await house.store.accounts(in: visit.regions(.view, .accounts))
        let directory = try await house.store.regionalEconomies().directory
        let page = AccountsPage(
            records, regionName: { directory[$0]?.name ?? $0.text },
            mayMake: !visit.regions(.manage, .accounts).isEmpty, visit)
        return page.reply(visit)
    }

    // MARK: - A new account

    private func newPage(_ visit: Visit, problem: RequestRefusal? = nil) throws -> Reply {
        let words = visit.words
        let form = FormPage(
            title: words.newAccountTitle, lead: [words.newAccountLead], problem: problem.map(words.message),
            fields: [
                FormField(
                    name: "display-name", label: words.displayNameField, value: visit.form["display-name"] ?? "",
                    isFirst: true),
                FormField(
                    name: "name", label: words.signInNameField, value: visit.form["name"] ?? "",
                    hint: words.signInNameHint),
            ] + HatFields.all(visit), action: Paths.accounts, button: words.newAccountButton)
        return .own(form.html(visit), status: problem?.status ?? 200)
    }

    private func make(_ visit: Visit) async throws -> Reply {
        do {
            try visit.form.allow(["display-name", "name", Answering.tokenField] + HatFields.names)
            let hat = try await hat(visit)
            let id = Account.ID(visit.newIdentifier())
            let stamp = try visit.stamp()
            let account = Account(
                id: id, name: try signInName(visit), displayName: try displayName(visit), office: hat.region,
                state: Account.State(.active, since: stamp), createdAt: visit.now)
            try await refusing { try await house.store.makeAccount(account, hats: [hat], by: stamp) }
            return try await invite(id, .invitation, visit)
        } catch let refusal as RequestRefusal {
            return try newPage(visit, problem: refusal)
        }
    }

    /// A hat as the form says it; given within the giver's own regions only.
    private func hat(_ visit: Visit) async throws -> Hat {
        let directory = try await house.store.regionalEconomies().directory
        let wanted = visit.form["region"] ?? ""
        let region = wanted == RegionCode.nation.text ? RegionCode.nation : try HatFields.region(wanted, directory)
        guard visit.may(.manage, .accounts, at: region == .nation ? .everywhere : Place(region)) else {
            throw RequestRefusal.notDone(.beyondOwnRegion)
        }
        do {
            return try Hat(
                try visit.form.choice("role", of: Hat.Role.self) ?? .officer, in: region,
                of: Identifier(visit.form["subject"] ?? ""), from: try visit.form.choice("body", of: PartnerBody.self))
        } catch let refusal as HatRefusal {
            throw RequestRefusal.badEntry(field: "role", .hat(refusal))
        }
    }

    // MARK: - One account

    private func page(_ visit: Visit, problem: RequestRefusal? = nil, link: String? = nil) async throws -> Reply {
        let record = try await house.store.account(try visit.key("account"))
        let directory = try await house.store.regionalEconomies().directory
        let office = Place(record.account.office)
        let model = AccountPage(
            record: record, regionName: { directory[$0]?.name ?? $0.text },
            mayManage: visit.may(.manage, .accounts, at: office) && visit.visitor?.id != record.id,
            mayOpen: isWithinReach(record, visit),
            isOwn: visit.visitor?.id == record.id, problem: problem.map(visit.words.message), link: link)
        return .own(model.html(visit), status: problem?.status ?? 200)
    }

    /// Does something to the account, and shows it again.
    private func changed(
        _ visit: Visit, _ body: (Visit, Account.ID) async throws -> Void
    ) async throws -> Reply {
        do {
            let id: Account.ID = try visit.key("account")
            guard visit.visitor?.id != id else { throw RequestRefusal.notDone(.ownAccount) }
            try await refusing { try await body(visit, id) }
            return .seeOther(visit.address("\(Paths.accounts)/\(id)"))
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }

    private func giveHat(_ visit: Visit, _ id: Account.ID) async throws {
        try visit.form.allow([Answering.tokenField] + HatFields.names)
        try await house.store.give(try await hat(visit), to: id, by: try visit.stamp())
    }

    private func takeHat(_ visit: Visit, _ id: Account.ID) async throws {
        try visit.form.allow([Answering.tokenField] + HatFields.names)
        try await house.store.take(try await hat(visit), from: id, by: try visit.stamp())
    }

    private func suspend(_ visit: Visit, _ id: Account.ID) async throws {
        try await checkReach(id, visit)
        try await house.store.suspend(id, because: try reason(visit), by: try visit.stamp())
    }

    private func restore(_ visit: Visit, _ id: Account.ID) async throws {
        try await checkReach(id, visit)
        try await house.store.restore(id, because: try reason(visit), by: try visit.stamp())
    }

    private func reason(_ visit: Visit) throws -> String? {
        try visit.form.allow(["reason", Answering.tokenField])
        return try PersonFields.text("reason", visit)
    }

    /// Whether the visitor may give every hat that the account wears.
    private func isWithinReach(_ record: AccountRecord, _ visit: Visit) -> Bool {
        record.hats.allSatisfy {
            visit.may(.manage, .accounts, at: $0.region == .nation ? .everywhere : Place($0.region))
        }
    }

    /// Whoever makes a link to an account can be that account, with all its hats: an account that wears one beyond the
    /// visitor's regions is opened and closed by those who could give it.
    private func checkReach(_ id: Account.ID, _ visit: Visit) async throws {
        guard isWithinReach(try await house.store.account(id), visit) else {
            throw RequestRefusal.notDone(.beyondReach)
        }
    }

    private func makeLink(_ visit: Visit) async throws -> Reply {
        let id: Account.ID = try visit.key("account")
        do {
            try visit.form.allow([Answering.tokenField])
            try await checkReach(id, visit)
            let record = try await house.store.account(id)
            return try await invite(id, record.hasPassword ? .reset : .invitation, visit)
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }

    /// Seconds: three days for somebody who may be in the field.
    private static let linkTerm: TimeInterval = 3 * 86_400

    /// Makes a link and shows it once, for whoever keeps accounts to hand over: there need be no mail server.
    private func invite(_ id: Account.ID, _ purpose: OneTimeLink.Purpose, _ visit: Visit) async throws -> Reply {
        let token = SecretToken.random()
        let link = OneTimeLink(purpose, for: id, from: visit.now, to: visit.now.addingTimeInterval(Self.linkTerm))
        try await refusing {
            try await house.store.keep(link, digest: token.digest, for: id, by: try visit.stamp())
        }
        var shown = visit
        shown = shown.with(parameters: ["account": id.identifier.text])
        return try await page(shown, link: "\(Paths.link)/\(token.text)")
    }

    private func refusing<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let refused as AccountChangeRefused {
            throw RequestRefusal(refused)
        }
    }
}

/// The fields by which a hat is described.
enum HatFields {
    static let names = ["role", "region", "subject", "body"]

    static func all(_ visit: Visit) -> [FormField] {
        let words = visit.words
        return [
            FormField(
                name: "role", label: words.roleField,
                kind: .choice(Hat.Role.allCases.map { ($0.rawValue, words.role($0)) }),
                value: visit.form["role"] ?? Hat.Role.officer.rawValue),
            FormField(
                name: "region", label: words.regionField,
                value: visit.form["region"] ?? visit.visitor?.record.account.office.text ?? "", hint: words.homeHint),
            FormField(
                name: "body", label: words.bodyField,
                kind: .choice([("", "–")] + PartnerBody.allCases.map { ($0.rawValue, words.body($0)) }),
                value: visit.form["body"] ?? ""),
            FormField(
                name: "subject", label: words.subjectField, value: visit.form["subject"] ?? "",
                hint: words.subjectHint, isRequired: false),
        ]
    }

    /// A regency, a city or a province, by code or name.
    static func region(_ text: String, _ directory: RegionDirectory) throws(RequestRefusal) -> RegionCode {
        if let code = RegionCode(text), directory[code] != nil { return code }
        return try directory.named(text, in: "region").id
    }
}
