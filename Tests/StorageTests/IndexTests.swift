import Foundation
import Register
import Testing
import World

@testable import Storage

/// A slow question fails here, not before a user.
struct IndexTests {
    static let growing: Set<String> = [
        "event", "person", "person_key", "session", "failed_sign_in", "job", "consent", "access_token", "one_time_link",
        "enterprise", "enterprise_year", "enterprise_paper", "enterprise_key", "list", "list_piece", "list_fault",
        "list_twin",
        "list_change", "list_step",
        "sentra", "sentra_word", "sentra_member", "sentra_facility",
        "industry_migration", "certificate", "product", "worker_group", "equipment", "worksheet",
        "photo", "photo_picture",
        "production", "production_product", "production_work", "production_sale", "production_step",
        "twin_pair", "merger", "change_request", "change_field", "list_view", "bulk_change", "bulk_change_part",
    ]
    /// The audit reads every line; the counts of jobs are for whoever runs the machine.
    static let readsAll = ["FROM event ORDER BY office, number", "SELECT state, count(*) FROM job GROUP BY state"]

    @Test func `no use case reads a table that grows from end to end`() async throws {
        let office = try await Office(.sqlite)
        let engine = RecordingEngine(office.store.engine)
        let store = Store(over: engine, keyring: office.keyring)
        for write in try everyWrite(office) { try await write.run(store) }
        try await askEverything(store, office)
        let statements = engine.take().filter { sql in !Self.readsAll.contains { sql.contains($0) } }
        #expect(statements.count > 80)
        for sql in statements {
            let scanned = try await tablesScanned(by: sql, office.store)
            #expect(scanned.isDisjoint(with: Self.growing), "\(scanned) in \(sql)")
        }
    }

    @Test func `a question without an index is found`() async throws {
        let office = try await Office(.sqlite)
        #expect(try await tablesScanned(by: "SELECT * FROM event e WHERE e.body = $1", office.store) == ["event"])
        #expect(try await tablesScanned(by: "DELETE FROM job WHERE outcome = $1", office.store) == ["job"])
    }

    /// Every method that only reads.
    private func askEverything(_ store: Store, _ office: Office) async throws {
        let (now, ketut) = (Office.start + 60, office.ketut)
        let person = try await office.enterPerson()
        let regions: [[RegionCode]] = [[World.badung], [World.bali], [World.bali, World.makassar], [.nation]]
        for region in regions {
            _ = try await store.accounts(in: region)
            _ = try await store.people(in: region, limit: 20)
            _ = try await store.people(in: region, after: ("Made", person), limit: 20)
            _ = try await store.people(with: NIK(Office.number), in: region)
            _ = try await store.openWithdrawals(in: region, at: now)
            _ = try await store.openRequests(in: region)
            _ = try await store.jobs(in: region, limit: 20)
            _ = try await store.installation(in: region)
        }
        try await askForCodes(store)
        _ = try await store.account(named: SignInName("ketut"))
        _ = try await store.hasAdministrator()
        _ = try await store.passwordHash(of: ketut)
        _ = try await store.sessions(of: ketut, at: now)
        _ = try await store.tokens(of: ketut)
        _ = try await store.secondFactor(of: ketut)
        _ = try await store.recoveryCodes(of: ketut)
        _ = try await store.consentLedger(of: person)
        _ = try await store.requests(of: person)
        _ = try await store.office(of: person)
        _ = try await store.dossier(of: person)
        try await askForEnterprises(store, office)
        try await askForSentra(store, office)
        _ = try await store.job(office.job().id)
        _ = try await store.jobCounts()
        _ = try await store.lastDone("audit")
        _ = try await store.lastAsked("backup")
        _ = try await store.auditBooks()
        _ = try await store.books()
        for filter in EventFilterTests.filters(office) {
            _ = try await store.events(filter, limit: 20)
            try await store.eachEvent(filter) { _ in }
        }
    }

    private func askForEnterprises(_ store: Store, _ office: Office) async throws {
        let enterprise = Enterprise.ID(newIdentifier())
        try await office.store.enter(enterprise, Office.card("Made Indah"), in: World.badung, by: office.stamp())
        let list = office.list()
        try await office.store.bring(list, pieces: office.pieces("x"))
        for regions in [[World.badung], [World.bali], [World.bali, World.makassar], [RegionCode.nation]] {
            var filter = EnterpriseFilter(in: regions)
            _ = try await store.enterpriseCount(filter)
            try await askInEveryOrder(store, filter, after: enterprise)
            filter.area = AreaCode("51.03.01")
            filter.industry = "131"
            filter.isActive = true
            _ = try await store.enterprises(filter, limit: 20)
            try await store.eachEnterprise(filter) { _ in }
            try await store.eachSIINasLine(EnterpriseFilter(in: regions)) { _ in }
            _ = try await store.search("made ind", in: regions, personalIn: regions, limit: 10)
            _ = try await store.search("made ind", in: regions, personalIn: [], limit: 10)
            _ = try await store.lists(in: regions, limit: 10)
            _ = try await store.bulkChanges(in: regions, limit: 10)
            _ = try await store.twinPairs(in: regions, limit: 10)
        }
        _ = try await store.enterprise(enterprise)
        _ = try await store.listTraces(of: enterprise)
        try await store.eachEnterprise(
            EnterpriseFilter(in: [World.badung]), allowing: .publishPlace, at: Office.start, leftOut: { _ in },
            { _ in })
        try await askForDetails(store, office, enterprise)
        try await askForChanges(store, office, enterprise)
        _ = try await store.twins(of: enterprise)
        try await askForArranged(store, office, enterprise)
        _ = try await store.lastTwinSearch(in: World.badung)
        let pair = office.pair(enterprise, Enterprise.ID(newIdentifier()))
        try await office.store.keepTwins([pair], of: World.badung)
        _ = try await store.twinPair(pair.id)
        _ = try await store.office(of: pair.id)
        _ = try await store.office(of: enterprise)
        try await askForList(store, list)
    }

    private func askForList(_ store: Store, _ list: OfficeList) async throws {
        _ = try await store.list(list.id)
        _ = try await store.office(of: list.id)
        try await store.eachPiece(of: list.id) { _ in }
        _ = try await store.faults(of: list.id, limit: 10)
        _ = try await store.likelyTwins(of: list.id, limit: 10)
        _ = try await store.lastJob(about: list)
        _ = try await store.rememberedReading(of: "h", in: World.badung)
        let source: ListSource = { take in try take(ListEntry(row: 1, card: Office.card("Made Indah"))) }
        try await store.compare(source, in: World.badung, verdict: { _, _ in })
    }

    private func askForArranged(_ store: Store, _ office: Office, _ enterprise: Enterprise.ID) async throws {
        let view = ListView(
            ListView.ID(newIdentifier()), of: office.ketut, in: World.badung, named: "Contoh", asked: "")
        try await office.store.keepView(view, by: office.stamp())
        _ = try await store.views(of: office.ketut, in: World.badung)
        _ = try await store.view(view.id)
        _ = try await store.office(of: view.id)
        _ = try await store.enterprises(of: [enterprise])
        let deed = BulkDeed.set(.branch, "Tenun")
        _ = try await store.plan(deed, of: [enterprise], in: World.badung)
        let target = BulkRequest.Target(enterprise, version: 1, member: SentraMember.ID(newIdentifier()))
        let change = BulkRequest(
            BulkChange.ID(newIdentifier()), deed, of: [target], in: World.badung, expected: 1)
        try await office.store.changeAll(change, by: office.stamp())
        _ = try await store.bulkChange(change.id)
        _ = try await store.office(of: change.id)
    }

    private func askInEveryOrder(
        _ store: Store, _ filter: EnterpriseFilter, after enterprise: Enterprise.ID
    ) async throws {
        var ofIndustry = filter
        ofIndustry.industry = "131"
        for filter in [filter, ofIndustry] {
            for key in EnterpriseOrder.Key.allCases {
                for isBackwards in [false, true] {
                    let order = EnterpriseOrder(key, isBackwards: isBackwards)
                    _ = try await store.enterprises(filter, in: order, limit: 20)
                    _ = try await store.enterprises(filter, in: order, after: enterprise, limit: 20)
                }
            }
        }
        _ = try await store.beside([enterprise], on: try #require(CalendarDay("2026-11-25")))
        _ = try await store.areaNames([try #require(AreaCode("51.03.01"))])
    }

    private func askForSentra(_ store: Store, _ office: Office) async throws {
        let id = Sentra.ID(newIdentifier())
        try await office.store.enter(id, Office.sentra(), in: World.badung, by: office.stamp())
        let day = try #require(CalendarDay("2026-11-25"))
        for regions in [[World.badung], [World.bali], [World.bali, World.makassar], [RegionCode.nation]] {
            var filter = SentraFilter(in: regions)
            _ = try await store.sentra(filter, on: day, limit: 20)
            _ = try await store.sentra(filter, on: day, after: id, limit: 20)
            for key in SentraOrder.Key.allCases {
                for isBackwards in [false, true] {
                    let order = SentraOrder(key, isBackwards: isBackwards)
                    _ = try await store.sentra(filter, on: day, in: order, limit: 20)
                    _ = try await store.sentra(filter, on: day, in: order, after: id, limit: 20)
                }
            }
            _ = try await store.sentraCount(filter)
            try await store.eachSentra(filter, on: day) { _ in }
            filter.text = "tenun sul"
            _ = try await store.sentra(filter, on: day, limit: 20)
        }
        _ = try await store.sentra(id)
        _ = try await store.office(of: id)
        _ = try await store.sentra(of: Enterprise.ID(newIdentifier()))
    }

    private func askForPhotos(_ store: Store, _ office: Office, _ enterprise: Enterprise.ID) async throws {
        let (product, photo) = (Product.ID(newIdentifier()), Photo.ID(newIdentifier()))
        try await office.store.enter(
            DetailEntry(product, of: enterprise, Product(id: product, of: enterprise, name: "Endek")),
            by: office.stamp())
        try await office.store.add(PhotoTests.entry(photo, of: product, 1), by: office.stamp())
        _ = try await store.photos(of: enterprise)
        _ = try await store.photo(photo)
        for size in PhotoSize.allCases { _ = try await store.bytes(of: photo, size) }
    }

    private func askForDetails(_ store: Store, _ office: Office, _ enterprise: Enterprise.ID) async throws {
        let (certificate, today) = (Certificate.ID(newIdentifier()), try CertificateCalendarTests.day("2027-01-15"))
        try await office.store.enter(
            DetailEntry(certificate, of: enterprise, Certificate(certificate, .homeFood, issued: today)),
            by: office.stamp())
        _ = try await store.details(of: enterprise)
        _ = try await store.detail(certificate)
        try await askForPhotos(store, office, enterprise)
        _ = try await store.worksheets(besides: enterprise, on: today)
        _ = try await store.nationalProducts()
        _ = try await store.minimumWages(of: World.badung)
        _ = try await store.standing(of: World.badung)
        _ = try await store.standingMark(of: World.badung, after: 0)
        _ = try await store.production(2025, of: enterprise)
        _ = try await store.productions(of: enterprise)
        for regions in [[World.badung], [World.bali], [World.bali, World.makassar], [RegionCode.nation]] {
            for standing in CertificateCalendarTests.standings(on: today) {
                for filter in [
                    CertificateFilter(in: regions, standing), CertificateFilter(in: regions, standing, kind: .homeFood),
                ] {
                    _ = try await store.certificates(filter, limit: 20)
                    _ = try await store.certificates(filter, after: certificate, limit: 20)
                    _ = try await store.certificateCount(filter, most: 1000)
                    try await store.eachCertificate(filter) { _ in }
                }
            }
        }
    }

    private func askForChanges(_ store: Store, _ office: Office, _ enterprise: Enterprise.ID) async throws {
        let id = ChangeRequest.ID(newIdentifier())
        let proposal = ChangeProposal(
            id, of: enterprise, to: Office.card("Made Indah Jaya"), from: 1, because: "Ganti nama")
        try await office.store.propose(proposal, by: office.stamp())
        _ = try await store.changeRequest(id)
        _ = try await store.changeRequests(of: enterprise, limit: 10)
        _ = try await store.whereabouts(of: id)
        for regions in [[World.badung], [World.bali], [World.bali, World.makassar], [RegionCode.nation]] {
            for state in ChangeRequest.State.allCases {
                _ = try await store.changeLines(in: regions, state, limit: 10)
            }
            _ = try await store.openChangeCount(in: regions)
        }
    }

    private func askForCodes(_ store: Store) async throws {
        let batik = try #require(IndustryCode(.kbli2020, "13134"))
        _ = try await store.areas(in: World.badung)
        _ = try await store.area(#require(AreaCode("51.03.01")))
        _ = try await store.migrations(in: World.badung)
        _ = try await store.industriesInUse(in: World.badung, most: 10)
        _ = try await store.titles(of: [batik])
        _ = try await store.industries(of: .kbli2025)
        _ = try await store.bridges(of: [batik])
        _ = try await store.branches()
    }

    /// A scan in the order of an index that stops at a limit is one too: with another condition it may go to the end.
    private func tablesScanned(by sql: String, _ store: Store) async throws -> Set<String> {
        let names = Dictionary(
            sql.matches(of: #/(?:FROM|JOIN|UPDATE|INTO)\s+(\w+)(?:\s+([a-z])\b)?/#).map { match in
                (String(match.output.2 ?? match.output.1), String(match.output.1))
            }, uniquingKeysWith: { first, _ in first })
        let plan = try await store.read { connection in
            try connection.rows("EXPLAIN QUERY PLAN " + sql, read: { try $0.text(3) })
        }
        return Set(
            plan.compactMap { line in
                line.firstMatch(of: #/^SCAN (\w+)/#).map { match in
                    names[String(match.output.1)] ?? String(match.output.1)
                }
            })
    }
}
