import Foundation
import HTTPTypes
import Hummingbird
import Measure
import Register
import Secrets
import Storage
import Testing
import World

@testable import Web

/// Every address is asked by every role, at home and elsewhere, and by nobody, and answers as the table in
/// `docs/access.md` says.
struct AccessWalkTests {
    /// A line of the table: method, address, who is let in, where.
    struct Line: Hashable, CustomTestStringConvertible {
        let method: String
        let path: String
        let who: Set<String>
        let place: String

        var testDescription: String { "\(method) \(path)" }
    }

    static let table: [Line] = {
        // A document that cannot be read has no lines, which the first test finds.
        let text =
            (try? String(contentsOf: Folders.repository.appending(path: "docs/access.md"), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 4, cells[0] == "GET" || cells[0] == "POST" else { return nil }
            let who = cells[2].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            return Line(
                method: cells[0], path: cells[1].replacing("`", with: ""), who: Set(who), place: cells[3])
        }
    }()

    @Test func `every address of the program has its line, and every line its address`() async throws {
        let office = try await Office()
        let lines = Set(Self.table.map { "\($0.method) \($0.path)" })
        let rows = Set(routeRows(of: office.house).map { "\($0.method) \($0.path)" })
        #expect(lines.subtracting(rows).isEmpty, "in the docs only")
        #expect(rows.subtracting(lines).isEmpty, "in the program only")
        #expect(Self.table.count == lines.count, "a line twice")
    }

    @Test(arguments: table.filter { $0.who != ["everybody"] })
    func `whoever has not signed in is led to the door`(line: Line) async throws {
        let walk = try await Walk()
        let answer = try await walk.ask(line, as: nil, item: World.badung)
        let isLedToDoor = answer.status == 303 && answer.headers["location"]?.hasPrefix("/sign-in") == true
        #expect(isLedToDoor || answer.headers["tiru-refusal"] == "sign-in-needed", "\(answer.status)")
    }

    @Test(arguments: table.filter { $0.who == ["everybody"] })
    func `what is for everybody asks nobody to sign in`(line: Line) async throws {
        let walk = try await Walk()
        let answer = try await walk.ask(line, as: nil, item: World.badung)
        #expect(Walk.isLetIn(answer), "\(answer.status) \(answer.headers["tiru-refusal"] ?? "")")
    }

    @Test(arguments: table.filter { $0.who != ["everybody"] })
    func `each role is let in as the table says, at home`(line: Line) async throws {
        let walk = try await Walk()
        for role in Hat.Role.allCases {
            let answer = try await walk.ask(line, as: try Walk.hat(role, in: World.badung), item: World.badung)
            let isExpected = line.place != "installation" && isNamed(role, line)
            #expect(
                Walk.isLetIn(answer) == isExpected,
                "\(role) \(answer.status) \(answer.headers["tiru-refusal"] ?? "")")
        }
    }

    @Test(arguments: table.filter { $0.place == "item" })
    func `a hat of one region opens nothing of another`(line: Line) async throws {
        let walk = try await Walk()
        for role in Hat.Role.allCases {
            let answer = try await walk.ask(line, as: try Walk.hat(role, in: World.badung), item: World.makassar)
            #expect(!Walk.isLetIn(answer), "\(role) \(answer.status)")
        }
    }

    @Test(arguments: table.filter { $0.place == "item" || $0.place == "installation" })
    func `a hat of the nation opens what its role opens, anywhere`(line: Line) async throws {
        let walk = try await Walk()
        for role in Hat.Role.allCases {
            let answer = try await walk.ask(line, as: try Walk.hat(role, in: .nation), item: World.makassar)
            #expect(Walk.isLetIn(answer) == isNamed(role, line), "\(role) \(answer.status)")
        }
    }

    private func isNamed(_ role: Hat.Role, _ line: Line) -> Bool {
        line.who == ["signed in"] || line.who.contains(role.rawValue)
    }
}

/// Goes through addresses, with a new thing behind each, so that what one visit did is not in the next one's way.
private struct Walk {
    let office: Office

    init() async throws { office = try await Office() }

    /// The enterprise or sentra that owners and managers wear their hats for.
    private static let subject = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"

    static func hat(_ role: Hat.Role, in region: RegionCode) throws -> Hat {
        let subject = role.needsSubject ? Identifier(subject) : nil
        return try Hat(role, in: region, of: subject, from: role == .partner ? .tpPKK : nil)
    }

    /// Whether the door let it through; what the page then says of an empty form is another matter.
    static func isLetIn(_ answer: Site.Answer) -> Bool {
        let refusals = [
            "sign-in-needed", "access-no-hat", "access-role", "access-region", "access-subject", "access-not-shared",
            "page-unknown", "token-scope", "form-expired",
        ]
        let isLedToDoor = answer.status == 303 && answer.headers["location"]?.hasPrefix("/sign-in") == true
        return !refusals.contains(answer.headers["tiru-refusal"] ?? "") && !isLedToDoor && answer.status < 500
    }

    func ask(_ line: AccessWalkTests.Line, as hat: Hat?, item region: RegionCode) async throws -> Site.Answer {
        let visitor = try await visitor(hat)
        let path = try await fill(line.path, in: region, for: visitor?.account)
        if line.method == "GET" { return try await office.ask(path, session: visitor?.token) }
        return try await office.send(path, session: visitor?.token)
    }

    private func visitor(_ hat: Hat?) async throws -> (account: Account.ID, token: SecretToken)? {
        guard let hat else { return nil }
        let id = try await account(hats: [hat], in: hat.region == .nation ? World.badung : hat.region)
        return (id, try await office.openSession(of: id))
    }

    private func account(hats: [Hat], in region: RegionCode) async throws -> Account.ID {
        let id = Account.ID(office.house.identifiers.next(at: office.now))
        let stamp = Stamp(by: nil, at: office.now)
        let account = Account(
            id: id, name: try SignInName("w" + id.identifier.text.replacing("-", with: "")),
            displayName: try #require(DisplayName("Contoh")), office: region,
            state: Account.State(.active, since: stamp), createdAt: office.now)
        try await office.house.store.makeAccount(account, hats: hats, by: stamp)
        return id
    }

    /// The address with a thing of the region behind each name.
    private func fill(_ path: String, in region: RegionCode, for visitor: Account.ID?) async throws -> String {
        let store = office.house.store
        func next() -> Identifier { office.house.identifiers.next(at: office.now) }
        let stamp = Stamp(by: nil, at: office.now)
        var filled = path
        if path.contains(":person") {
            let person = Person.ID(next())
            let name = try #require(DisplayName("Contoh Orang"))
            try await store.enter(person, PersonEntry(name: name, contact: nil), in: region, by: stamp)
            filled = filled.replacing(":person", with: person.identifier.text)
            let request = PersonalDataRequest.ID(next())
            try await store.receive(PersonalDataRequest(id: request, person: person, kind: .access, received: stamp))
            filled = filled.replacing(":request", with: request.identifier.text)
        }
        if path.contains(":account") {
            filled = filled.replacing(":account", with: try await account(hats: [], in: region).identifier.text)
        }
        filled = try await fillRegister(filled, in: region, by: stamp, next)
        if path.contains(":job") {
            let job = Job(Job.ID(next()), "audit", in: region, asked: stamp)
            try await store.ask(for: job)
            filled = filled.replacing(":job", with: job.id.identifier.text)
        }
        return filled.replacing(":region", with: "51.03").replacing(":session", with: next().text)
            .replacing("tokens/:token", with: "tokens/" + next().text)
            .replacing(":token", with: SecretToken.random().text)
    }

    private func fillSentra(
        _ path: String, in region: RegionCode, by stamp: Stamp, _ next: () -> Identifier
    ) async throws -> String {
        let store = office.house.store
        let id = try #require(Sentra.ID(Self.subject))
        if try await store.office(of: id) == nil {
            try await store.enter(id, SentraCard(name: "Contoh"), in: region, by: stamp)
        }
        let (enterprise, member) = (Enterprise.ID(next()), SentraMember.ID(next()))
        try await store.enter(enterprise, EnterpriseCard(name: "Contoh"), in: region, by: stamp)
        let membership = try #require(SentraMembership(of: enterprise, from: nil))
        try await store.addMember(member, membership, to: id, by: stamp)
        let facility = KeptFacility.ID(next())
        try await store.enter(facility, SentraFacility(.other, name: "Contoh"), of: id, by: stamp)
        return path.replacing(":sentra", with: Self.subject)
            .replacing(":member", with: member.identifier.text)
            .replacing(":facility", with: facility.identifier.text)
    }

    /// A new request for the enterprise that the hats of owners are for, each of another field.
    private func proposeChange(
        in region: RegionCode, by stamp: Stamp, _ next: () -> Identifier
    ) async throws -> String {
        let (store, enterprise) = (office.house.store, try #require(Enterprise.ID(Self.subject)))
        if try await store.office(of: enterprise) == nil {
            try await store.enter(enterprise, EnterpriseCard(name: "Contoh"), in: region, by: stamp)
        }
        let fields: [EnterpriseField] = [
            .owner, .licence, .street, .contactPerson, .website, .branch, .product, .financing, .exportCountry,
        ]
        let field = fields[try await store.changeRequests(of: enterprise, limit: 100).count % fields.count]
        let now = try await store.enterprise(enterprise).enterprise
        let id = ChangeRequest.ID(next())
        let card = try now.card.with([ProposedField(field, from: nil, to: "Contoh \(id)")])
        let proposal = ChangeProposal(id, of: enterprise, to: card, from: now.version, because: "Contoh")
        try await store.propose(proposal, by: stamp)
        return id.identifier.text
    }

    private func fillDetails(
        _ path: String, of enterprise: Enterprise.ID, by stamp: Stamp, _ next: () -> Identifier
    ) async throws -> String {
        let kinds: [DetailKind: [DetailField: String]] = [
            .certificate: [.certificateKind: "halal"], .product: [.productName: "Contoh"],
            .equipment: [.equipmentName: "Contoh", .stage: "weaving", .level: "1"],
            .worksheet: Worksheets.tofu,
        ]
        func fill<Detail: EnterpriseDetail>(_ type: Detail.Type, _ path: String) async throws -> String {
            let name = ":" + Detail.detailKind.parameter
            guard path.contains(name) else { return path }
            let id = Key<Detail>(next())
            // Groups of one position are one group, and each visitor needs a new one.
            let position = WorkerGroup.Position.allCases[
                try await office.house.store.details(of: enterprise).workers.count % 7]
            let pay = WorkerGroup.Pay.allCases[
                try await office.house.store.details(of: enterprise).workers.count / 7 % 3]
            let group: [DetailField: String] = [
                .workerSex: "woman", .pay: pay.rawValue, .position: position.rawValue, .workers: "1",
            ]
            let detail = try #require(Detail(id, of: enterprise, texts: kinds[Detail.detailKind] ?? group))
            try await office.house.store.enter(DetailEntry(id, of: enterprise, detail), by: stamp)
            return path.replacing(name, with: id.identifier.text)
        }
        let filled = try await fill(
            Certificate.self,
            fill(Product.self, fill(WorkerGroup.self, fill(Equipment.self, fill(ProductWorksheet.self, path)))))
        return try await fillPhoto(filled, by: stamp, next)
    }

    private func fillPhoto(_ path: String, by stamp: Stamp, _ next: () -> Identifier) async throws -> String {
        guard path.contains(":photo") else { return path }
        let parts = path.split(separator: "/")
        let place = try #require(parts.firstIndex(of: "products"))
        let product = try #require(Product.ID(String(parts[place + 1])))
        let id = Photo.ID(next())
        let entry = PhotoEntry(
            id, of: product, caption: "Contoh", full: ([1], PixelSize(1, 1)), thumbnail: ([1], PixelSize(1, 1)))
        try await office.house.store.add(entry, by: stamp)
        return path.replacing(":photo", with: id.identifier.text)
    }

    private func fillArranged(
        _ path: String, in region: RegionCode, by stamp: Stamp, _ next: () -> Identifier
    ) async throws -> String {
        let store = office.house.store
        var filled = path
        if filled.contains(":bulk") {
            let (enterprise, change) = (Enterprise.ID(next()), BulkChange.ID(next()))
            try await store.enter(enterprise, EnterpriseCard(name: "Contoh"), in: region, by: stamp)
            let target = BulkRequest.Target(enterprise, version: 1, member: SentraMember.ID(next()))
            let request = BulkRequest(change, .set(.isActive, "no"), of: [target], in: region, expected: 1)
            try await store.changeAll(request, by: stamp)
            filled = filled.replacing(":bulk", with: change.identifier.text)
        }
        if filled.contains(":view") {
            let view = ListView(
                ListView.ID(next()), of: try office.account(.officer), in: region, named: next().text, asked: "")
            try await store.keepView(view, by: stamp)
            filled = filled.replacing(":view", with: view.id.identifier.text)
        }
        return filled
    }

    private func fillRegister(
        _ path: String, in region: RegionCode, by stamp: Stamp, _ next: () -> Identifier
    ) async throws -> String {
        let store = office.house.store
        var filled = path
        if filled.contains(":enterprise") {
            // The one that the hats of owners are for; made once.
            let id = try #require(Enterprise.ID(Self.subject))
            if try await store.office(of: id) == nil {
                try await store.enter(id, EnterpriseCard(name: "Contoh"), in: region, by: stamp)
            }
            filled = filled.replacing(":enterprise", with: Self.subject).replacing(":year", with: "2025")
            filled = try await fillDetails(filled, of: id, by: stamp, next)
        }
        if filled.contains(":change") {
            filled = filled.replacing(":change", with: try await proposeChange(in: region, by: stamp, next))
        }
        if filled.contains(":sentra") {
            filled = try await fillSentra(filled, in: region, by: stamp, next)
        }
        if filled.contains(":pair") {
            let both = (Enterprise.ID(next()), Enterprise.ID(next()))
            for id in [both.0, both.1] {
                try await store.enter(id, EnterpriseCard(name: "Contoh"), in: region, by: stamp)
            }
            let pair = TwinPair(
                TwinPair.ID(next()), in: region, both, TwinScore(bits: 1, reasons: []), foundAt: office.now)
            try await store.keepTwins([pair], of: region)
            filled = filled.replacing(":pair", with: pair.id.identifier.text)
        }
        filled = try await fillArranged(filled, in: region, by: stamp, next)
        return try await fillList(filled, in: region, by: stamp, next)
    }

    private func fillList(
        _ path: String, in region: RegionCode, by stamp: Stamp, _ next: () -> Identifier
    ) async throws -> String {
        guard path.contains(":list") else { return path }
        let list = OfficeList(
            id: OfficeList.ID(next()), office: region,
            file: ("contoh.csv", 1, String(repeating: "0", count: 64)), reading: "",
            steps: [OfficeList.Step(.brought, stamp)])
        try await office.house.store.bring(list, pieces: { nil })
        return path.replacing(":list", with: list.id.identifier.text)
    }
}
