import Foundation
import Register
import Secrets
import Storage
import Testing
import World

@testable import Web

struct SentraTests {
    @Test(arguments: ["", "?lang=en"])
    func `sentra read as they were last read by a person`(query: String) async throws {
        let office = try await Office()
        let sulang = try await office.enterSentra()
        try await office.join(sulang, ["Tenun Satu", "Tenun Dua", "Tenun Tiga", "Tenun Empat", "Tenun Lima"])
        _ = try await office.post(sulang + "/facilities", Office.dyeHouse, as: .officer)
        _ = try await office.enterSentra(["name": "Sentra Perak", "village": "51.03.02"])
        let name = query.isEmpty ? "" : "-en"
        try expectTranscript(try await office.read("/register/sentra" + query, as: .officer), "sentra-list" + name)
        try expectTranscript(try await office.read(sulang + query, as: .officer), "sentra" + name)
        try expectTranscript(try await office.read(sulang + "/history" + query, as: .head), "sentra-history" + name)
    }

    @Test func `an office without sentra says what to do next`() async throws {
        let office = try await Office()
        let page = try await office.get("/register/sentra", as: .officer)
        #expect(readable(page.body).contains("Belum ada sentra yang tercatat. Catat satu sentra"))
        #expect(page.body.contains("href=\"/register/sentra/new\""))
        let head = try await office.get("/register/sentra", as: .head)
        #expect(!head.body.contains("/register/sentra/new"), "no link to what is refused")
    }

    @Test func `sentra are found by words, and by office for whoever sees several`() async throws {
        let office = try await Office()
        _ = try await office.enterSentra()
        let stamp = Stamp(by: nil, at: office.now)
        let id = Sentra.ID(office.house.identifiers.next(at: office.now))
        try await office.house.store.enter(id, SentraCard(name: "Sentra Emas"), in: World.makassar, by: stamp)
        #expect(try await office.read("/register/sentra?q=sulang+tenun", as: .officer).contains("1 sentra cocok."))
        #expect(try await office.read("/register/sentra?q=emas", as: .officer).contains("Tidak ada yang cocok"))
        #expect(try await office.get("/register/sentra?q=" + Office.number, as: .officer).status == 400)
        let elsewhere = try await office.get("/register/sentra?office=73.71", as: .officer)
        #expect(elsewhere.status == 403 && !elsewhere.body.contains("Sentra Emas"))
        #expect(try await office.get("/register/sentra?day=2026-02-31", as: .officer).status == 400)
    }

    @Test func `the second editor of a sentra is shown the difference and keeps what was typed`() async throws {
        let office = try await Office()
        let sulang = try await office.enterSentra()
        let first = Office.sulang.merging(["managing-body": "Koperasi Sari", "version": "1"]) { $1 }
        #expect(try await office.post(sulang, first, as: .officer).status == 303)
        let second = Office.sulang.merging(["managing-body": "KUB Jaya", "version": "1"]) { $1 }
        let answer = try await office.post(sulang, second, as: .officer)
        #expect(answer.status == 409)
        let text = readable(answer.body)
        #expect(text.contains("PengelolaKoperasi SariKUB Jaya"))
        #expect(answer.body.contains("value=\"KUB Jaya\""))
        #expect(answer.body.contains("name=\"version\" value=\"2\""))
        let again = second.merging(["version": "2"]) { $1 }
        #expect(try await office.post(sulang, again, as: .officer).status == 303)
    }

    @Test(arguments: [
        ("latitude", "-8,58", "isi keduanya"), ("village", "Sulang", "kode Kemendagri"), ("name", "??", "nama sentra"),
        ("founding-day", "2019-03-01", "bersama nomornya"), ("households", "1.200", "tanpa titik"),
        ("industry", "tenun", "KBLI"),
    ])
    func `what a card cannot take is told by field`(field: String, value: String, told: String) async throws {
        let office = try await Office()
        let fields = ["name": "Sentra Tenun"].merging([field: value]) { $1 }
        let answer = try await office.post("/register/sentra", fields, as: .officer)
        #expect(answer.status == 400)
        #expect(readable(answer.body).contains(told))
        #expect(try await office.read("/register/sentra", as: .officer).contains("Belum ada sentra"))
    }
}

struct SentraMemberPageTests {
    @Test func `an enterprise is found by its name or its number and becomes a member, without a script`() async throws
    {
        let office = try await Office()
        let sulang = try await office.enterSentra()
        let firm = try await office.enterEnterprise(["name": "Tenun Sari", "nib": "9999900000001"])
        for asked in ["sari", "9999900000001"] {
            let found = try await office.get(sulang + "?find=\(asked)&from=2024-01-01", as: .officer)
            #expect(readable(found.body).contains("1 perusahaan cocok dengan"))
            #expect(found.body.contains("name=\"enterprise\" value=\"\(firm.id)\""))
            #expect(found.body.contains("name=\"first-day\" value=\"2024-01-01\""))
        }
        for wrong in ["find=" + Office.number, "find=sari&from=kemarin", "day=besok"] {
            #expect(try await office.get(sulang + "?" + wrong, as: .officer).status == 400, "\(wrong)")
        }
        let data = try await office.get(sulang + ".json?day=besok", as: .officer)
        #expect(data.status == 400 && data.contentType == "application/problem+json")
        #expect(try await office.read(sulang, as: .officer).contains("Anggotanya belum dicatat."))
        #expect(
            try await office.read(sulang + "?find=batik", as: .officer).contains("atau catat perusahaan itu dahulu"))
        let join = ["enterprise": firm.id, "first-day": "2024-01-01"]
        #expect(try await office.post(sulang + "/members", join, as: .officer).status == 303)
        #expect(try await office.read(sulang, as: .officer).contains("1 usaha menjadi anggota pada 25 November 2026."))
        #expect(try await office.read(sulang + "?day=2023-12-31", as: .officer).contains("0 usaha menjadi anggota"))
        #expect(try await office.read(firm.path, as: .officer).contains("Sentra Tenun Sulang sejak 1 Januari 2024"))
        let twice = try await office.post(sulang + "/members", join, as: .officer)
        #expect(twice.status == 409)
        #expect(readable(twice.body).contains("Tenun Sari sudah tercatat sebagai anggota"))
    }

    @Test func `a membership ends with its day, and one that never was is taken back`() async throws {
        let office = try await Office()
        let sulang = try await office.enterSentra()
        try await office.join(sulang, ["Tenun Satu"])
        let page = try await office.get(sulang, as: .officer)
        let link = try #require(page.body.firstMatch(of: #/\?day=2026-11-25&amp;member=([0-9a-f-]{36})#member/#))
        let form = try await office.get(sulang + "?member=\(link.1)", as: .officer)
        let member = sulang + "/members/\(link.1)"
        #expect(form.body.contains("action=\"\(member)\""))
        #expect(try await !office.get(sulang + "?member=\(link.1)", as: .head).body.contains("/take-back"))
        let before = try await office.post(member, ["last-day": "2023-01-01", "version": "1"], as: .officer)
        #expect(before.status == 400 && readable(before.body).contains("mendahului hari pertama"))
        #expect(try await office.post(member, ["last-day": "kemarin", "version": "1"], as: .officer).status == 400)
        #expect(try await office.post(member, ["last-day": "2025-12-31", "version": "1"], as: .officer).status == 303)
        #expect(try await office.read(sulang, as: .officer).contains("0 usaha menjadi anggota"))
        #expect(try await office.read(sulang + "?day=2025-12-31", as: .officer).contains("1 usaha menjadi anggota"))
        #expect(try await office.post(member, ["last-day": "", "version": "1"], as: .officer).status == 409)
        #expect(try await office.post(member + "/take-back", as: .officer).status == 303)
        let gone = try await office.read(sulang + "?day=2025-12-31", as: .officer)
        #expect(!gone.contains("Tenun Satu") && gone.contains("Anggotanya belum dicatat."))
        let history = try await office.read(sulang + "/history", as: .head)
        #expect(history.contains("membatalkan catatan keanggotaan Tenun Satu di Sentra Tenun Sulang."))
        #expect(
            history.contains("Hari terakhir: (kosong) → 31 Desember 2025")
                || history.contains("Hari terakhir: 31 Desember 2025"))
    }

    @Test func `who manages a sentra sees its members and no other enterprise`() async throws {
        let office = try await Office()
        let sulang = try await office.enterSentra()
        try await office.join(sulang, ["Tenun Satu"])
        let stranger = try await office.enterEnterprise(["name": "Tenun Lain"])
        let members = try await office.get(sulang, as: .officer).body
        let member = try #require(
            members.firstMatch(of: #/href="(/register/enterprises/[0-9a-f-]{36})"/#).map { String($0.1) })
        let session = try await office.manager(of: sulang)
        #expect(try await office.ask(sulang, session: session).status == 200)
        #expect(try await office.ask(member, session: session).status == 200)
        #expect(try await office.ask(stranger.path, session: session).status == 404)
        let found = try await office.ask(sulang + "?find=tenun", session: session)
        #expect(!found.body.contains("Tenun Lain"))
        let answer = try await office.send(sulang + "/members", session: session, ["enterprise": stranger.id])
        #expect(answer.status == 404 && !answer.body.contains("Tenun Lain"))
    }
}

struct FigurePrivacyTests {
    @Test func `figures of an enterprise are shown to whoever may see figures, and to no manager or partner`()
        async throws
    {
        let office = try await Office()
        let sulang = try await office.enterSentra()
        let firm = try await office.enterFigures()
        let join = ["enterprise": firm.identifier.text]
        #expect(try await office.post(sulang + "/members", join, as: .officer).status == 303)
        let path = "/register/enterprises/\(firm)"
        let subject = sulang.split(separator: "/").last.flatMap { Identifier(String($0)) }
        let manager = try await office.session(wearing: Hat(.sentraManager, in: World.badung, of: subject), "pengelola")
        let partner = try await office.session(wearing: Hat(.partner, in: World.badung, from: .tpPKK), "mitra")
        for session in [manager, partner] {
            let page = readable(try await office.ask(path, session: session).body)
            #expect(page.contains("Angka perusahaan ini hanya untuk yang berhak."))
            #expect(!page.contains("987.654.000"))
            #expect(try await office.ask(path + ".json", session: session).body.contains("\"years\":null"))
        }
        let list = readable(try await office.ask("/register/enterprises", session: partner).body)
        #expect(list.contains("Endek Jaya") && !list.contains("987.654.000"))
        for desk in [Office.Desk.officer, .head, .enumerator] {
            #expect(try await office.read(path, as: desk).contains("987.654.000"))
            #expect(try await office.read("/register/enterprises", as: desk).contains("987.654.000"))
        }
    }
}

struct SentraFacilityPageTests {
    @Test func `use and reach are computed, and what is not known says so`() async throws {
        let office = try await Office()
        let sulang = try await office.enterSentra()
        try await office.join(sulang, ["Satu", "Dua", "Tiga", "Empat"])
        #expect(try await office.post(sulang + "/facilities", Office.dyeHouse, as: .officer).status == 303)
        let page = try await office.get(sulang, as: .officer)
        #expect(readable(page.body).contains("20252.00050025375"))
        let facility = try #require(
            page.body.firstMatch(of: #/action="([^"]+/facilities/[0-9a-f-]{36})"/#).map { String($0.1) })
        let more = Office.dyeHouse.merging(["hours-used": "2500", "members-served": "", "version": "1"]) { $1 }
        #expect(try await office.post(facility, more, as: .officer).status == 303)
        let doubtful = try await office.get(sulang, as: .officer)
        #expect(doubtful.body.contains("Jam dipakai lebih banyak daripada jam buka."))
        #expect(readable(doubtful.body).contains("2.500125*belum diketahuibelum diketahui"))
        #expect(try await office.post(facility, more, as: .officer).status == 409, "made from an older page")
        #expect(try await office.post(facility + "/remove", as: .officer).status == 303)
        #expect(try await office.read(sulang, as: .officer).contains("Belum ada sarana bersama"))
    }

    @Test(arguments: [
        ("hours-open", "2.000"), ("hours-used", "9000"), ("use-year", "25"), ("members-served", "-1"), ("name", ""),
    ])
    func `a figure that could be read in two ways is asked for again`(field: String, value: String) async throws {
        let office = try await Office()
        let sulang = try await office.enterSentra()
        let fields = Office.dyeHouse.merging([field: value]) { $1 }
        let answer = try await office.post(sulang + "/facilities", fields, as: .officer)
        #expect(answer.status == 400)
        #expect(answer.body.contains("value=\"Rumah celup\"") || field == "name", "what was typed stays")
        #expect(try await office.read(sulang, as: .officer).contains("Belum ada sarana bersama"))
    }
}

struct SentraExportTests {
    @Test func `sentra as GeoJSON name their place by longitude and latitude, and one without a place has none`()
        async throws
    {
        let office = try await Office()
        _ = try await office.enterSentra()
        _ = try await office.enterSentra(["name": "Sentra Perak, \"Celuk\""])
        let answer = try await office.get("/register/sentra.geojson", as: .officer)
        #expect(answer.status == 200 && answer.contentType == "application/geo+json")
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
        #expect(document["type"] as? String == "FeatureCollection")
        let features = try #require(document["features"] as? [[String: Any]])
        #expect(features.count == 2 && features.allSatisfy { $0["type"] as? String == "Feature" })
        #expect(features[0]["geometry"] is NSNull, "by name, so that Perak comes first")
        let point = try #require(features[1]["geometry"] as? [String: Any])
        #expect(point["coordinates"] as? [Double] == [115.17, -8.58])
        let properties = try #require(features[1]["properties"] as? [String: Any])
        #expect(properties["name"] as? String == "Sentra Tenun Sulang" && properties["latitude"] == nil)
        #expect(!answer.body.contains("enterprise"))
        let audit = try await office.read("/audit?kind=sentra-exported", as: .head)
        #expect(audit.contains("I Wayan Putra mengunduh daftar sentra (2 baris)."))
    }

    @Test func `the list of sentra as a file holds every field, and stands in the book with its hash`() async throws {
        let office = try await Office()
        let sulang = try await office.enterSentra()
        try await office.join(sulang, ["Tenun Satu", "Tenun Dua"])
        let csv = try await office.get("/register/sentra.csv?day=2026-01-01", as: .officer)
        #expect(csv.body.contains("51.03,2,2026-01-01,Sentra Tenun Sulang,51.03.01.1001,-8.58,115.17,2020:13121,"))
        let json = try await office.get("/register/sentra.json", as: .officer)
        let document = try JSONSerialization.jsonObject(with: Data(json.body.utf8)) as? [String: [[String: Any]]]
        #expect(document?["sentra"]?.first?["members"] as? Int == 2)
        for form in ["csv", "json", "xlsx", "geojson"] {
            #expect(try await office.get("/register/sentra.\(form)", as: .enumerator).status == 403)
            #expect(try await office.get("/register/sentra.\(form)", as: .officer).status == 200)
        }
        let book = try await office.get("/audit.json?kind=sentra-exported", as: .head)
        #expect(book.body.contains(SHA256.hex(of: Array(csv.body.utf8))))
    }
}

extension Office {
    fileprivate static let sulang = [
        "name": "Sentra Tenun Sulang", "village": "51.03.01.1001", "latitude": "-8,58", "longitude": "115,17",
        "industry": "13121", "kbli-version": "2020", "field": "Kain endek", "founding-number": "SK 12/2019",
        "founding-day": "2019-03-01", "like-businesses": "30", "households": "120", "coached": "yes",
    ]
    fileprivate static let dyeHouse = [
        "facility-kind": "production-house", "name": "Rumah celup", "built-year": "2019", "use-year": "2025",
        "hours-open": "2000", "hours-used": "500", "members-served": "3",
    ]

    /// Enters a sentra by the form; the path of its page.
    fileprivate func enterSentra(_ fields: [String: String] = sulang) async throws -> String {
        let answer = try await post("/register/sentra", fields, as: .officer)
        #expect(answer.status == 303, "\(readable(answer.body))")
        return String(try #require(answer.headers["location"]?.split(separator: "?").first))
    }

    fileprivate func enterEnterprise(_ fields: [String: String]) async throws -> (path: String, id: String) {
        let answer = try await post("/register/enterprises", fields, as: .officer)
        let path = String(try #require(answer.headers["location"]?.split(separator: "?").first))
        return (path, String(try #require(path.split(separator: "/").last)))
    }

    /// New enterprises of one village and trade that belong to a sentra since 2024.
    fileprivate func join(_ sentra: String, _ names: [String]) async throws {
        for name in names {
            let firm = try await enterEnterprise([
                "name": name, "village": "51.03.01.1001", "industry": "13121", "kbli-version": "2020",
                "product": "Kain endek",
            ])
            let answer = try await post(
                sentra + "/members", ["enterprise": firm.id, "first-day": "2024-01-01"], as: .officer)
            #expect(answer.status == 303, "\(readable(answer.body))")
        }
    }

    /// An enterprise with figures, which come by a list.
    fileprivate func enterFigures() async throws -> Enterprise.ID {
        let (store, stamp) = (house.store, Stamp(by: nil, at: now))
        let list = OfficeList(
            id: OfficeList.ID(house.identifiers.next(at: now)), office: World.badung,
            file: ("contoh.csv", 1, String(repeating: "0", count: 64)), reading: "",
            steps: [OfficeList.Step(.brought, stamp)])
        try await store.bring(list, pieces: { nil })
        try await store.keepCheck(OfficeList.Step(.checked, stamp), of: list.id, faults: [])
        var year = EnterpriseYear(year: 2025)
        year.output = Rupiah(987_654_000)
        let entry = ListEntry(row: 2, card: EnterpriseCard(name: "Endek Jaya"), year: year)
        let (identifiers, now) = (house.identifiers, now)
        _ = try await store.enter(
            list.id, { take in try take(entry) }, leavingOut: ListCounts(), by: stamp,
            identifiers: { identifiers.next(at: now) })
        return try #require(try await store.enterprises(EnterpriseFilter(in: [World.badung]), limit: 1).first?.id)
    }

    /// The session of somebody who manages a sentra and wears no other hat.
    fileprivate func manager(of sentra: String) async throws -> SecretToken {
        let subject = sentra.split(separator: "/").last.flatMap { Identifier(String($0)) }
        return try await session(wearing: Hat(.sentraManager, in: World.badung, of: subject), "pengelola")
    }

    /// The session of somebody new who wears one hat.
    fileprivate func session(wearing hat: Hat, _ name: String) async throws -> SecretToken {
        let id = Account.ID(house.identifiers.next(at: now))
        let stamp = Stamp(by: nil, at: now)
        let account = Account(
            id: id, name: try SignInName(name), displayName: try #require(DisplayName("Contoh")),
            office: World.badung, state: Account.State(.active, since: stamp), createdAt: now)
        try await house.store.makeAccount(account, hats: [hat], by: stamp)
        return try await openSession(of: id)
    }
}
