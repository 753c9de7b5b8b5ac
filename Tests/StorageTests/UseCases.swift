import Foundation
import Measure
import Register
import Secrets
import Testing
import World

@testable import Storage

/// One call of a method that writes.
struct Write {
    /// The method's name.
    let name: String
    /// In whose book it leaves lines; `nil` where its docstring says why it leaves none.
    let book: RegionCode?
    let run: (Store) async throws -> Void

    init(_ name: String, in book: RegionCode? = World.badung, _ run: @escaping (Store) async throws -> Void) {
        self.name = name
        self.book = book
        self.run = run
    }
}

/// Every method of the store that writes, called once, in an order in which each has something to do.
func everyWrite(_ office: Office) throws -> [Write] {
    let made = Account.ID(newIdentifier())
    return try accountWrites(office, made) + doorWrites(office, made) + factorWrites(office, made) + tokenWrites(office)
        + personWrites(office) + jobWrites(office) + codeWrites(office)
        + enterpriseWrites(office) + detailWrites(office) + photoWrites(office) + listWrites(office)
        + sentraWrites(office)
        + twinWrites(office) + changeWrites(office) + arrangingWrites(office)
}

private func accountWrites(_ office: Office, _ made: Account.ID) throws -> [Write] {
    let (ketut, stamp) = (office.ketut, office.stamp(60))
    let hat = try Hat(.officer, in: World.badung)
    let newName = try #require(DisplayName("Ni Wayan Rai"))
    let wayan = try office.account(made, "wayan")
    return [
        Write("load", in: .nation) { try await $0.load(World.facts(fingerprint: "later"), at: stamp.at) },
        Write("makeAccount") { try await $0.makeAccount(wayan, hats: [], by: stamp) },
        Write("rename") { try await $0.rename(made, to: newName, by: stamp) },
        Write("give") { try await $0.give(hat, to: made, by: stamp) },
        Write("take") { try await $0.take(hat, from: made, by: stamp) },
        Write("suspend") { try await $0.suspend(made, because: nil, by: stamp) },
        Write("restore") { try await $0.restore(made, because: nil, by: stamp) },
        Write("setPassword") { try await $0.setPassword(of: ketut, hash: "new", keeping: nil, by: stamp) },
        Write("renewHash", in: nil) { try await $0.renewHash(of: ketut, from: "new", to: "newer") },
    ]
}

private func doorWrites(_ office: Office, _ made: Account.ID) throws -> [Write] {
    let (ketut, now) = (office.ketut, Office.start + 120)
    let first = try office.account(Account.ID(newIdentifier()), "pertama", in: World.gianyar)
    let session = office.session(of: ketut, at: 60, isComplete: false)
    return [
        Write("keepFirstLink", in: nil) {
            try await $0.keepFirstLink(office.link(.firstAdministrator, for: nil), digest: "first")
        },
        Write("useFirstLink", in: World.gianyar) { store in
            // There is no administrator for the length of one call.
            _ = try await store.write { try $0.execute("UPDATE account SET password_hash = NULL") }
            try await store.useFirstLink(digest: "first", making: first, hats: [], passwordHash: "hash")
            _ = try await store.write { connection in
                try connection.execute("UPDATE account SET password_hash = $1", [.text("hash")])
            }
        },
        Write("keep") {
            try await $0.keep(office.link(.invitation, for: made), digest: "link", for: made, by: office.stamp(60))
        },
        Write("useLink") { _ = try await $0.useLink(digest: "link", passwordHash: "hash", at: now) },
        Write("open") { try await $0.open(office.session(of: made, at: 60), digest: "of wayan") },
        Write("open", in: nil) { try await $0.open(session, digest: "before the door") },
        Write("complete") { _ = try await $0.complete(session, digest: "behind the door", at: now) },
        Write("session", in: nil) { _ = try await $0.session(digest: "behind the door", at: now + 100) },
        Write("end") { try await $0.end(session.id, of: ketut, .signedOut, by: office.stamp(130)) },
        Write("recordFailedSignIn", in: nil) {
            try await $0.recordFailedSignIn(newIdentifier(), name: "n", from: "10.0.0.1", at: now + 300)
        },
        // The failure lies in the future, so it is dated back.
        Write("signInFailures", in: nil) {
            _ = try await $0.signInFailures(name: "n", account: ketut, from: "10.0.0.1", at: now)
        },
        Write("forgiveSignIns", in: nil) { try await $0.forgiveSignIns(name: "n", from: "10.0.0.1") },
    ]
}

private func factorWrites(_ office: Office, _ made: Account.ID) -> [Write] {
    [
        Write("prepareSecondFactor", in: nil) {
            try await $0.prepareSecondFactor(of: made, secret: Array(repeating: 7, count: 20))
        },
        Write("useCounter", in: nil) { _ = try await $0.useCounter(5, of: made) },
        Write("confirmSecondFactor") {
            try await $0.confirmSecondFactor(of: made, codes: ["1.a", "1.b"], by: office.stamp(60))
        },
        Write("useRecoveryCode") { _ = try await $0.useRecoveryCode(digest: "1.a", of: made, at: Office.start + 60) },
        Write("resealAll", in: .nation) { _ = try await $0.resealAll(by: office.stamp(60)) },
        Write("removeSecondFactor") { try await $0.removeSecondFactor(of: made, by: office.stamp(60)) },
    ]
}

private func tokenWrites(_ office: Office) -> [Write] {
    let token = AccessToken(
        id: newIdentifier(), account: office.ketut, name: "SIINas", scope: [.read], from: Office.start,
        to: Office.start + 86_400)
    return [
        Write("keep") { try await $0.keep(token, digest: "of a token", by: office.stamp(60)) },
        Write("token", in: nil) { _ = try await $0.token(digest: "of a token", at: Office.start + 60) },
        Write("revoke") { _ = try await $0.revoke(token.id, of: office.ketut, by: office.stamp(60)) },
    ]
}

private func personWrites(_ office: Office) throws -> [Write] {
    let person = Person.ID(newIdentifier())
    let request = office.request(of: person)
    let entry = try office.entry(number: .set(NIK(Office.number)))
    let changed = try office.entry("Ni Made Sukerti, S.E.", number: .remove)
    let consent = try office.consent(of: person, .given(office.proof()), at: 60)
    return [
        Write("enter") { try await $0.enter(person, entry, in: World.badung, by: office.stamp(60)) },
        Write("change") { try await $0.change(person, changed, from: 1, by: office.stamp(60)) },
        Write("add") { try await $0.add(consent) },
        Write("receive") { try await $0.receive(request) },
        Write("noteShown") { try await $0.noteShown(person, by: office.stamp(60)) },
        Write("notePeopleExported") { try await $0.notePeopleExported(3, from: World.badung, by: office.stamp(60)) },
        Write("settle") { try await $0.settle(request.id, .init(.answered, office.stamp(60))) },
        Write("erase") { try await $0.erase(person, because: nil, by: office.stamp(60)) },
    ]
}

private func codeWrites(_ office: Office) throws -> [Write] {
    let decision = try office.batikDecision()
    return [
        Write("confirmMigrations") {
            try await $0.confirmMigrations(
                [decision.code: decision.successor], in: decision.office, by: decision.decided)
        },
        Write("settle") {
            let choice = IndustryChoice(
                office: decision.office, code: decision.code, successor: nil, seen: decision.successor)
            try await $0.settle(choice, by: decision.decided)
        },
    ]
}

private func enterpriseWrites(_ office: Office) throws -> [Write] {
    let id = Enterprise.ID(newIdentifier())
    let (card, changed) = (Office.card(), Office.card("Tenun Sari Dewi"))
    let stamp = office.stamp(60)
    return [
        Write("enter") { try await $0.enter(id, card, in: World.badung, by: stamp) },
        Write("change") { try await $0.change(id, to: changed, from: 1, by: stamp) },
        Write("notePlacesExported") {
            try await $0.notePlacesExported(
                1, leavingOut: 2, sha256: String(repeating: "0", count: 64), from: World.badung, by: stamp)
        },
        Write("noteExported") {
            try await $0.noteExported(1, sha256: String(repeating: "0", count: 64), from: World.badung, by: stamp)
        },
    ]
}

private func twinWrites(_ office: Office) -> [Write] {
    let (kept, twin) = (Enterprise.ID(newIdentifier()), Enterprise.ID(newIdentifier()))
    let stamp = office.stamp(60)
    let pair = office.pair(twin, kept)
    let merger = Merger(
        Merger.ID(newIdentifier()), of: Merger.Side(twin, version: 1), into: Merger.Side(kept, version: 1))
    return [
        Write("enter") { try await $0.enter(kept, Office.card("Rangrang Jaya"), in: World.badung, by: stamp) },
        Write("enter") { try await $0.enter(twin, Office.card("Rang-Rang Jaya"), in: World.badung, by: stamp) },
        Write("keepTwins", in: nil) { try await $0.keepTwins([pair], of: World.badung) },
        Write("merge") { try await $0.merge(merger, by: stamp) },
        Write("undoMerger") { try await $0.undoMerger(of: twin, by: stamp) },
        Write("tellApart") { try await $0.tellApart(pair.id, by: stamp) },
    ]
}

private func changeWrites(_ office: Office) -> [Write] {
    let enterprise = Enterprise.ID(newIdentifier())
    let ids = (0..<3).map { _ in ChangeRequest.ID(newIdentifier()) }
    let stamp = office.stamp(60)
    func propose(_ id: ChangeRequest.ID, _ name: String, from version: Int) -> Write {
        Write("propose") { store in
            let proposal = ChangeProposal(
                id, of: enterprise, to: Office.card(name), from: version, because: "Ganti nama")
            try await store.propose(proposal, by: stamp)
        }
    }
    return [
        Write("enter") { try await $0.enter(enterprise, Office.card("Songket Jaya"), in: World.badung, by: stamp) },
        propose(ids[0], "Songket Satu", from: 1),
        Write("approve") { try await $0.approve(ids[0], ChangeDecision(taking: [.name]), from: 1, by: stamp) },
        propose(ids[1], "Songket Dua", from: 2),
        Write("refuse") { try await $0.refuse(ids[1], because: "Belum ada akta", by: stamp) },
        propose(ids[2], "Songket Tiga", from: 2),
        Write("withdraw") { try await $0.withdraw(ids[2], by: stamp) },
    ]
}

private func arrangingWrites(_ office: Office) -> [Write] {
    let view = ListView(
        ListView.ID(newIdentifier()), of: office.ketut, in: World.badung, named: "Batik", asked: "kbli=13")
    let (stamp, one) = (office.stamp(60), Enterprise.ID(newIdentifier()))
    let (closing, joining) = (BulkChange.ID(newIdentifier()), BulkChange.ID(newIdentifier()))
    let (sentra, member) = (Sentra.ID(newIdentifier()), SentraMember.ID(newIdentifier()))
    func request(_ id: BulkChange.ID, _ deed: BulkDeed, version: Int) -> BulkRequest {
        let target = BulkRequest.Target(one, version: version, member: member)
        return BulkRequest(id, deed, of: [target], in: World.badung, expected: 1)
    }
    let (close, join) = (
        request(closing, .set(.isActive, "no"), version: 1), request(joining, .join(sentra, from: nil), version: 3)
    )
    return [
        Write("enter") { try await $0.enter(one, Office.card("Songket Jaya"), in: World.badung, by: stamp) },
        Write("enter") { try await $0.enter(sentra, Office.sentra("Sentra Songket"), in: World.badung, by: stamp) },
        Write("changeAll") { try await $0.changeAll(close, by: stamp) },
        Write("undoChange") { try await $0.undoChange(closing, by: stamp) },
        Write("changeAll") { try await $0.changeAll(join, by: stamp) },
        Write("undoChange") { try await $0.undoChange(joining, by: stamp) },
        Write("keepView") { try await $0.keepView(view, by: stamp) },
        Write("changeView") {
            try await $0.changeView(view.id, name: "Batik", isShared: true, from: 1, by: stamp)
        },
        Write("removeView") { try await $0.removeView(view.id, by: stamp) },
    ]
}

private func sentraWrites(_ office: Office) throws -> [Write] {
    let id = Sentra.ID(newIdentifier())
    let (enterprise, member) = (Enterprise.ID(newIdentifier()), SentraMember.ID(newIdentifier()))
    let (facility, list) = (KeptFacility.ID(newIdentifier()), office.list())
    let membership = try #require(SentraMembership(of: enterprise, from: CalendarDay("2024-01-01")))
    var used = SentraFacility(.machines, name: "Mesin bordir")
    used.hoursUsed = 500
    let (stamp, changed) = (office.stamp(60), used)
    let listed = ListedSentra(id: Sentra.ID(newIdentifier()), card: Office.sentra(), members: [], facilities: [])
    return [
        Write("enter") { try await $0.enter(id, Office.sentra(), in: World.badung, by: stamp) },
        Write("change") { try await $0.change(id, to: Office.sentra("Sentra Endek"), from: 1, by: stamp) },
        Write("enter") { try await $0.enter(enterprise, Office.card("Endek Jaya"), in: World.badung, by: stamp) },
        Write("addMember") { try await $0.addMember(member, membership, to: id, by: stamp) },
        Write("endMembership") {
            try await $0.endMembership(member, of: id, on: CalendarDay("2025-12-31"), from: 1, by: stamp)
        },
        Write("takeBackMembership") { try await $0.takeBackMembership(member, of: id, by: stamp) },
        Write("enter") {
            try await $0.enter(facility, SentraFacility(.machines, name: "Mesin"), of: id, by: stamp)
        },
        Write("change") { try await $0.change(facility, of: id, to: changed, from: 1, by: stamp) },
        Write("removeFacility") { try await $0.removeFacility(facility, of: id, by: stamp) },
        Write("noteSentraExported") {
            try await $0.noteSentraExported(
                1, sha256: String(repeating: "0", count: 64), from: World.badung, by: stamp)
        },
        Write("bring") { try await $0.bring(list, pieces: office.pieces("c")) },
        Write("keepCheck", in: nil) {
            try await $0.keepCheck(OfficeList.Step(.checked, stamp), of: list.id, faults: [])
        },
        Write("enter") {
            _ = try await $0.enter(
                list.id, { take in try take(ListEntry(row: 2, card: Office.card("Endek Dewi"))) },
                leavingOut: ListCounts(), by: stamp, identifiers: { newIdentifier() })
        },
        Write("enter") { try await $0.enter([listed], of: list.id, by: stamp) },
    ] + listedProductionWrites(list, of: enterprise, stamp)
}

private func listedProductionWrites(_ list: OfficeList, of enterprise: Enterprise.ID, _ stamp: Stamp) -> [Write] {
    let told = ListedProduction(Production(ProductionPeriod(yearly: 2024)), .approved, of: enterprise)
    return [
        Write("enter") { try await $0.enter([told], of: list.id, by: stamp) },
        Write("undo") { _ = try await $0.undo(list.id, by: stamp) },
    ]
}

private func detailWrites(_ office: Office) throws -> [Write] {
    let (enterprise, id) = (Enterprise.ID(newIdentifier()), Key<Equipment>(newIdentifier()))
    let (stamp, loom) = (office.stamp(60), Equipment("ATBM", at: .weaving, .tool, working: 3))
    var changed = loom
    changed.lender = "Pak Made"
    let other = changed
    let production = try ProductionTests.full()
    return [
        Write("enter") { try await $0.enter(enterprise, Office.card("Tenun Lain"), in: World.badung, by: stamp) },
        Write("enter") { try await $0.enter(DetailEntry(id, of: enterprise, loom), by: stamp) },
        Write("change") { try await $0.change(id, to: other, from: 1, by: stamp) },
        Write("remove") { try await $0.remove(id, by: stamp) },
        Write("putBack") { try await $0.putBack(id, by: stamp) },
        Write("save") { try await $0.save(production, of: enterprise, from: nil, by: stamp) },
        Write("move") { try await $0.move(ProductionStep(.submit, of: 2025, in: enterprise, from: 1), by: stamp) },
        Write("noteSIINasExported") {
            try await $0.noteSIINasExported(
                1, sha256: String(repeating: "0", count: 64), from: World.badung, by: stamp)
        },
        Write("noteCertificatesExported") {
            try await $0.noteCertificatesExported(
                1, sha256: String(repeating: "0", count: 64), from: World.badung, by: stamp)
        },
    ]
}

private func photoWrites(_ office: Office) -> [Write] {
    let (enterprise, product) = (Enterprise.ID(newIdentifier()), Product.ID(newIdentifier()))
    let (first, second, stamp) = (Photo.ID(newIdentifier()), Photo.ID(newIdentifier()), office.stamp(60))
    let cloth = Product(id: product, of: enterprise, name: "Endek")
    return [
        Write("enter") { try await $0.enter(enterprise, Office.card("Tenun Foto"), in: World.badung, by: stamp) },
        Write("enter") { try await $0.enter(DetailEntry(product, of: enterprise, cloth), by: stamp) },
        Write("add") { try await $0.add(PhotoTests.entry(first, of: product, 1), by: stamp) },
        Write("add") { try await $0.add(PhotoTests.entry(second, of: product, 2), by: stamp) },
        Write("recaption") { try await $0.recaption(first, to: "Tampak belakang", from: 1, by: stamp) },
        Write("putFirst") { try await $0.putFirst(second, by: stamp) },
        Write("remove") { try await $0.remove(first, by: stamp) },
        Write("putBack") { try await $0.putBack(first, by: stamp) },
        Write("remove") { try await $0.remove(second, by: stamp) },
        Write("erase") { try await $0.erase(second, by: stamp) },
    ]
}

private func listWrites(_ office: Office) throws -> [Write] {
    let (list, other) = (office.list(), office.list())
    let stamp = office.stamp(60)
    let entries = [ListEntry(row: 2, card: Office.card("Keripik Jaya"))]
    let fault = ListFault(row: 3, column: 1, field: .name, value: "", reason: .nameMissing)
    return [
        Write("bring") { try await $0.bring(list, pieces: office.pieces("a")) },
        Write("bring") { try await $0.bring(other, pieces: office.pieces("b")) },
        Write("keepReading", in: nil) { try await $0.keepReading("{}", of: list.id, header: "h") },
        Write("keepCheck", in: nil) {
            try await $0.keepCheck(OfficeList.Step(.checked, stamp), of: list.id, faults: [fault])
        },
        Write("layAside") { try await $0.layAside(other.id, by: stamp) },
        Write("enter") {
            _ = try await $0.enter(
                list.id, { take in for entry in entries { try take(entry) } }, leavingOut: ListCounts(), by: stamp,
                identifiers: { newIdentifier() })
        },
        Write("undo") { _ = try await $0.undo(list.id, by: stamp) },
    ]
}

private func jobWrites(_ office: Office) -> [Write] {
    let (job, other, now) = (office.job(), office.job(at: 1), Office.start + 60)
    return [
        Write("ask") { try await $0.ask(for: job) },
        Write("takeJob", in: nil) { _ = try await $0.takeJob(runner: "a", silentSince: Office.start, at: now) },
        Write("report", in: nil) { _ = try await $0.report(.init(done: 1), on: job.id, runner: "a", at: now) },
        Write("layBack", in: nil) { try await $0.layBack(runner: "a") },
        Write("takeJob", in: nil) { _ = try await $0.takeJob(runner: "b", silentSince: Office.start, at: now) },
        Write("end", in: nil) { try await $0.end(job.id, .done, outcome: "{}", runner: "b", at: now) },
        Write("ask") { try await $0.ask(for: other) },
        Write("cancel") { _ = try await $0.cancel(other.id, by: office.stamp(60)) },
    ]
}
