import Foundation
import HTTPTypes
import Register
import Secrets
import Storage
import Testing
import World

@testable import Web

/// What an owner proposes: on the page of the enterprise, in the queue of the office, decided by its head.
struct ChangeTests {
    /// A workshop of Badung with its owner, who has signed in.
    struct Workshop {
        let office: Office
        let id: Enterprise.ID
        let owner: SecretToken
        var path: String { "/register/enterprises/\(id)" }

        init() async throws {
            office = try await Office()
            id = Enterprise.ID(office.house.identifiers.next(at: Office.morning))
            var card = EnterpriseCard(name: "Tenun Sari (Contoh)")
            card.owner = "Ni Made Sukerti"
            card.phone = "6281234567890"
            card.street = "Jl. Melati 3"
            card.product = "Kain endek"
            card.industry = IndustryCode(.kbli2020, "13121")
            try await office.house.store.enter(
                id, card, in: World.badung, by: Stamp(by: try office.account(.officer), at: Office.morning))
            owner = try await office.openSession(
                of: try await office.makeAccount(
                    "made-sukerti", in: World.badung, [Hat(.owner, in: World.badung, of: id.identifier)]))
        }

        var now: Enterprise {
            get async throws { try await office.house.store.enterprise(id).enterprise }
        }

        /// Sends the form as a browser would: every field as it stands, but for those that are typed.
        func propose(_ typed: [String: String], because why: String = "Kami pindah tempat") async throws -> Site.Answer
        {
            try await office.send(path + "/changes", session: owner, try await fields(typed, why))
        }

        func fields(_ typed: [String: String], _ why: String?) async throws -> [String: String] {
            let now = try await now
            var fields = ["version": "\(now.version)", "kbli-version": "2020"]
            for (field, text) in now.card.texts { fields[field.rawValue] = text }
            fields["industry"] = now.card.industry?.code
            fields["why"] = why
            return fields.merging(typed) { $1 }
        }

        /// Proposes, and gives the address of the request.
        func proposed(_ typed: [String: String], because why: String = "Kami pindah tempat") async throws -> String {
            let answer = try await propose(typed, because: why)
            #expect(answer.status == 303, "\(readable(answer.body))")
            #expect(answer.headers["location"] == path + "?sent=1#changes")
            let newest = try await office.house.store.changeRequests(of: id, limit: 1).first
            return "/register/changes/\(try #require(newest).id)"
        }

        func move() async throws -> String {
            try await proposed(["street": "Jl. Raya Sempidi 8", "phone": "0811-0000-2222"])
        }

        /// Somebody of the office changes the card.
        func change(_ typed: [String: String]) async throws {
            let fields = try await fields(typed, nil)
            #expect(try await office.post(path, fields, as: .officer).status == 303)
        }

        func approve(_ request: String, _ fields: [String: String], version: Int? = nil) async throws -> Site.Answer {
            let current = try await now.version
            return try await office.post(
                request + "/approve", fields.merging(["version": "\(version ?? current)"]) { $1 }, as: .head)
        }

        func asOwner(_ page: String = "") async throws -> String {
            readable(try await office.ask(path + page, session: owner).body)
        }
    }

    private static let both = ["street": "take", "phone": "take"]

    @Test(arguments: ["", "-en"])
    func `the owner's page, the queue and a request read as they were looked at`(name: String) async throws {
        let shop = try await Workshop()
        let language = name.isEmpty ? "" : "?lang=en"
        try expectTranscript(try await shop.asOwner(language), "own-enterprise-new" + name)
        let refused = try await shop.proposed(["product": "Songket"], because: "Sekarang membuat songket")
        _ = try await shop.office.post(
            refused + "/refuse", ["reason": "Saat dikunjungi masih endek."], as: .head)
        let partly = try await shop.proposed(["branch": "Sandang", "website": "instagram.com/contoh"])
        _ = try await shop.approve(
            partly, ["branch": "take", "website": "leave", "reason": "Alamat situsnya tidak terbuka."])
        let open = try await shop.move()
        try await shop.change(["phone": "0813-9999-8888"])
        try expectTranscript(try await shop.asOwner(language), "own-enterprise" + name)
        let office = shop.office
        try expectTranscript(try await office.read("/register/changes" + language, as: .officer), "changes" + name)
        try expectTranscript(try await office.read(open + language, as: .head), "change-head" + name)
        try expectTranscript(try await office.read(partly + language, as: .officer), "change-settled" + name)
        let empty = try await Workshop().office
        try expectTranscript(try await empty.read("/register/changes" + language, as: .head), "changes-none" + name)
    }

    @Test func `an owner proposes, the head approves, and the owner reads what became of it`() async throws {
        let shop = try await Workshop()
        let request = try await shop.move()
        #expect(try await shop.now.card.street == "Jl. Melati 3")
        #expect(try await shop.asOwner("?sent=1").contains("Usulan terkirim."))
        let list = try await shop.office.read("/register/enterprises", as: .head)
        #expect(list.contains("Apa yang diusulkan pemilik usaha?") && list.contains("(1 menunggu)"))
        let page = try await shop.office.get(request, as: .head).body
        #expect(page.contains("action=\"\(request)/approve\"") && page.contains("action=\"\(request)/refuse\""))
        #expect(try await shop.approve(request, Self.both).headers["location"] == request + "?saved=1")
        #expect(try await shop.now.card.street == "Jl. Raya Sempidi 8")
        let own = try await shop.asOwner()
        #expect(own.contains("disetujui") && own.contains("Alamat: Jl. Melati 3 → Jl. Raya Sempidi 8"))
        let history = try await shop.office.read(shop.path + "/history", as: .head)
        #expect(history.contains("made-sukerti mengusulkan perubahan data Tenun Sari (Contoh)."))
        #expect(history.contains("Alasan pengusul: Kami pindah tempat"))
        #expect(history.contains("Ni Luh Sari menyetujui usulan perubahan data Tenun Sari (Contoh)."))
        #expect(history.contains("Diterapkan: Alamat, Telepon"))
        #expect(history.contains("Ni Luh Sari mengubah data perusahaan Tenun Sari (Contoh)."))
        let again = try await shop.approve(request, Self.both)
        #expect(again.status == 409 && readable(again.body).contains("sudah diputuskan atau ditarik kembali"))
        #expect(try await !shop.office.get(request, as: .head).body.contains("/approve"))
    }

    @Test func `an owner changes nothing directly`() async throws {
        let shop = try await Workshop()
        let fields = try await shop.fields(["street": "Jl. Lain 1"], nil)
        #expect(try await shop.office.send(shop.path, session: shop.owner, fields).status == 404)
        let now = try await shop.now
        #expect(now.card.street == "Jl. Melati 3" && now.version == 1)
        let page = try await shop.office.ask(shop.path, session: shop.owner).body
        #expect(!page.contains("action=\"\(shop.path)\"") && page.contains("action=\"\(shop.path)/changes\""))
        #expect(page.contains("href=\"\(shop.path)\">Usaha saya</a>"))
        // Who changes directly is not asked to propose.
        let officer = try await shop.office.get(shop.path, as: .officer).body
        #expect(officer.contains("action=\"\(shop.path)\"") && !officer.contains("/changes\""))
    }

    @Test func `what somebody else has changed needs a choice of its own`() async throws {
        let shop = try await Workshop()
        let request = try await shop.move()
        try await shop.change(["phone": "0813-9999-8888"])
        let page = try await shop.office.get(request, as: .head).body
        #expect(readable(page).contains("⚠ sudah diubah orang lain"))
        let name = "name=\"phone\""
        let select = try #require(page.components(separatedBy: "<select").first { $0.contains(name) })
        #expect(select.contains("<option value=\"\" selected>pilih…"))
        let old = try await shop.approve(request, Self.both, version: 1)
        #expect(old.status == 409 && readable(old.body).contains("Orang lain sudah mengubahnya lebih dahulu."))
        let unsaid = try await shop.approve(request, ["street": "take"])
        #expect(unsaid.status == 400 && readable(unsaid.body).contains("Pilih untuk “Telepon”"))
        let bare = try await shop.approve(request, ["street": "take", "phone": "leave"])
        #expect(bare.status == 400 && readable(bare.body).contains("Tulis penjelasannya"))
        let wrong = try await shop.approve(request, ["street": "take", "phone": "maybe"])
        #expect(wrong.status == 400)
        #expect(try await shop.now.version == 2)
        let done = try await shop.approve(
            request, ["street": "take", "phone": "leave", "reason": "Nomor kantor lebih baru."])
        #expect(done.status == 303)
        let card = try await shop.now.card
        #expect(card.street == "Jl. Raya Sempidi 8" && card.phone == "0813-9999-8888")
        let own = try await shop.asOwner()
        #expect(own.contains("disetujui sebagian") && own.contains("Penjelasan kantor: Nomor kantor lebih baru."))
    }

    @Test(arguments: [
        ("nib", "123", "NIB terdiri dari 13 angka"), ("latitude", "-8,58", "isi keduanya"),
        ("founded-year", "19", "empat angka"), ("phone", "abc", "Nomor telepon"), ("name", "", "Tulis nama perusahaan"),
        ("owner", Office.number, "Ada NIK di dalam teks ini"), ("industry", "tenun", "KBLI ditulis"),
        ("why", "", "Tulis penjelasannya"), ("why", Office.number, "Ada NIK di dalam teks ini"),
    ])
    func `what a card cannot take is told by field, and what was typed stays`(
        field: String, value: String, told: String
    ) async throws {
        let shop = try await Workshop()
        let answer = try await shop.propose(["street": "Jl. Raya Sempidi 8", field: value])
        #expect(answer.status == 400 && readable(answer.body).contains(told))
        #expect(answer.body.contains("value=\"Jl. Raya Sempidi 8\""))
        #expect(!answer.body.contains(Office.number))
        #expect(try await shop.office.house.store.changeRequests(of: shop.id, limit: 5).isEmpty)
    }

    @Test func `an empty request, a field that waits already, and an old page are refused with the remedy`()
        async throws
    {
        let shop = try await Workshop()
        let empty = try await shop.propose([:])
        #expect(empty.status == 409 && readable(empty.body).contains("Belum ada yang diubah."))
        let request = try await shop.move()
        let twice = try await shop.propose(["phone": "0812-5555-6666"])
        #expect(twice.status == 409 && readable(twice.body).contains("“Telepon” sudah ada dalam usulan"))
        let old = try await shop.propose(["product": "Songket", "version": "9"])
        #expect(old.status == 409)
        let foreign = try await shop.office.post(request + "/withdraw", as: .officer)
        #expect(foreign.status == 409 && readable(foreign.body).contains("oleh pengusulnya sendiri"))
        #expect(try await shop.office.send(request + "/withdraw", session: shop.owner).status == 303)
        #expect(try await shop.asOwner().contains("ditarik kembali"))
        _ = try await shop.proposed(["phone": "0812-5555-6666"])
    }

    @Test func `a request for an enterprise that was merged is refused with words, never applied`() async throws {
        let shop = try await Workshop()
        let store = shop.office.house.store
        let request = try await shop.move()
        let kept = Enterprise.ID(shop.office.house.identifiers.next(at: Office.morning))
        let stamp = Stamp(by: nil, at: Office.morning)
        try await store.enter(kept, EnterpriseCard(name: "Tenun Dewi (Contoh)"), in: World.badung, by: stamp)
        let merger = Merger(
            Merger.ID(shop.office.house.identifiers.next(at: Office.morning)), of: Merger.Side(shop.id, version: 1),
            into: Merger.Side(kept, version: 1))
        try await store.merge(merger, by: stamp)
        let page = try await shop.office.get(request, as: .head).body
        #expect(readable(page).contains("sudah digabung ke perusahaan lain") && page.contains("Tenun Dewi (Contoh)"))
        #expect(!page.contains("/approve\"") && page.contains("/refuse\""))
        #expect(try await shop.approve(request, Self.both).status == 409)
        #expect(try await shop.office.read("/register/changes", as: .head).contains("perusahaan sudah digabung"))
        let bare = try await shop.office.post(request + "/refuse", as: .head)
        #expect(bare.status == 400 && readable(bare.body).contains("Tulis penjelasannya"))
        #expect(try await shop.office.post(request + "/refuse", ["reason": "Sudah digabung."], as: .head).status == 303)
        #expect(try await store.enterprise(kept).enterprise.card.street == "Jl. Melati 3")
    }

    /// Whoever manages the sentra that the enterprise belongs to.
    private func manager(of enterprise: Enterprise.ID, _ office: Office) async throws -> SecretToken {
        let (store, stamp) = (office.house.store, Stamp(by: nil, at: Office.morning))
        let sentra = Sentra.ID(office.house.identifiers.next(at: Office.morning))
        try await store.enter(sentra, SentraCard(name: "Sentra Sulang"), in: World.badung, by: stamp)
        let membership = try #require(SentraMembership(of: enterprise, from: nil))
        let member = SentraMember.ID(office.house.identifiers.next(at: Office.morning))
        try await store.addMember(member, membership, to: sentra, by: stamp)
        return try await office.openSession(
            of: try await office.makeAccount(
                "pengelola", in: World.badung, [Hat(.sentraManager, in: World.badung, of: sentra.identifier)]))
    }

    /// The owner of another enterprise of the region.
    private func neighbour(_ office: Office) async throws -> SecretToken {
        let other = office.house.identifiers.next(at: Office.morning)
        return try await office.openSession(
            of: try await office.makeAccount(
                "tetangga", in: World.badung, [Hat(.owner, in: World.badung, of: other)]))
    }

    @Test func `requests are seen by the owner and the office, decided by the head, and hidden from all others`()
        async throws
    {
        let shop = try await Workshop()
        let office = shop.office
        let request = try await shop.move()
        let manager = try await manager(of: shop.id, office)
        let others = [
            try await office.partner(), manager, try await neighbour(office), try office.session(.enumerator),
            try office.session(.strangeHead),
        ]
        for other in others {
            let status = try await office.ask(request, session: other).status
            #expect([403, 404].contains(status))
            #expect(try await office.send(request + "/withdraw", session: other).status >= 403)
            #expect(try await office.send(request + "/approve", session: other, ["version": "1"]).status >= 403)
            for page in [shop.path, shop.path + "/history", "/register/changes"] {
                let body = readable(try await office.ask(page, session: other).body)
                #expect(!body.contains("Sempidi") && !body.contains("mengusulkan perubahan data"), "\(page)")
                #expect(!body.contains("Tenun Sari") || page != "/register/changes", "\(page)")
            }
        }
        // The sentra's manager sees its member, and what it proposes is not among what is seen.
        #expect(try await office.ask(shop.path, session: manager).status == 200)
        let officer = try await office.get(request, as: .officer)
        #expect(officer.status == 200 && readable(officer.body).contains("Yang memutuskan ialah kepala."))
        #expect(!officer.body.contains("/approve"))
        #expect(try await office.post(request + "/approve", ["version": "1"], as: .officer).status == 403)
        #expect(try await office.send(request + "/approve", session: shop.owner, ["version": "1"]).status == 403)
        #expect(try await office.ask("/register/changes", session: shop.owner).status == 403)
        #expect(try await office.house.store.enterprise(shop.id).enterprise.version == 1)
    }

    @Test func `the queue as data names fields and holds no value`() async throws {
        let shop = try await Workshop()
        let request = try await shop.move()
        let csv = try await shop.office.get("/register/changes.csv", as: .officer).body
        #expect(csv.contains("enterprise,fields,made_at,state,settled_at,changed_since,change_id,enterprise_id"))
        #expect(csv.contains("Tenun Sari (Contoh),street phone,2026-11-25T"))
        #expect(csv.contains("\(request.split(separator: "/").last ?? ""),\(shop.id)"))
        let json = try await shop.office.get("/register/changes.json", as: .head).body
        for file in [csv, json] {
            #expect(!file.contains("Sempidi") && !file.contains("0811") && !file.contains("pindah"))
        }
        #expect(
            try await shop.office.get("/register/changes.csv?state=refused", as: .head).body.split(separator: "\r\n")
                .count == 1)
        #expect(try await shop.office.get("/register/changes?state=lost", as: .head).status == 400)
    }
}
