import Foundation
import Register
import Testing
import World

@testable import Storage

struct CertificateCalendarTests {
    static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    static func standings(on day: CalendarDay) -> [CertificateFilter.Standing] {
        [
            .all, .toRenew(on: day), .expired(before: day), .ending(day...day.adding(months: 12)), .notKnown,
        ]
    }

    /// Names of certificates, by number, with the day from which they are counted.
    private static let papers: [(number: String, kind: CertificateKind, issued: String?)] = [
        // Five years: ended 2026-12-31.
        ("ended", .homeFood, "2021-12-31"),
        // Ends on the day itself.
        ("last day", .homeFood, "2022-01-15"),
        // Renewal is asked for from the day itself.
        ("begins", .homeFood, "2022-07-15"),
        ("not yet", .homeFood, "2022-07-16"),
        ("far", .domesticContent, "2026-01-01"),
        ("no end", .halal, "2024-01-01"),
        ("not known", .homeFood, nil),
        ("no rule", .nationalStandard, "2024-01-01"),
    ]

    private func fill(_ office: Office, in region: RegionCode = World.badung) async throws -> Enterprise.ID {
        let enterprise = try await office.enterprise("Keripik \(region.text)", in: region)
        for paper in Self.papers {
            let id = Certificate.ID(newIdentifier())
            let certificate = Certificate(
                id, paper.kind, number: paper.number, issued: try paper.issued.map { try Self.day($0) })
            try await office.store.enter(DetailEntry(id, of: enterprise, certificate), by: office.stamp())
        }
        return enterprise
    }

    @Test(arguments: Desk.engines)
    func `each question finds its certificates, and the type says the same of each`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        _ = try await fill(office)
        let today = try Self.day("2027-01-15")
        func found(_ standing: CertificateFilter.Standing, _ kind: CertificateKind? = nil) async throws -> [String?] {
            let filter = CertificateFilter(in: [World.badung], standing, kind: kind)
            let lines = try await office.store.certificates(filter, limit: 100)
            #expect(try await office.store.certificateCount(filter, most: 100) == lines.count)
            return lines.map(\.kept.detail.number)
        }
        #expect(try await found(.toRenew(on: today)) == ["last day", "begins"])
        #expect(try await found(.expired(before: today)) == ["ended"])
        #expect(
            try await found(.ending(today...today.adding(months: 7))) == ["last day", "begins", "not yet"])
        #expect(Set(try await found(.notKnown)) == ["not known", "no rule"])
        #expect(try await found(.all).count == Self.papers.count)
        #expect(try await found(.all, .halal) == ["no end"])
        let all = try await office.store.certificates(CertificateFilter(in: [World.badung]), limit: 100)
        let renewing = all.filter {
            if case .renewNow = $0.kept.detail.renewal(on: today) { true } else { false }
        }
        #expect(renewing.map(\.kept.detail.number) == ["last day", "begins"])
    }

    @Test(arguments: Desk.engines)
    func `the pages of the calendar hold every certificate once, by the last day`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        for _ in 0..<3 { _ = try await fill(office) }
        let filter = CertificateFilter(in: [World.bali])
        var seen: [CertificateLine] = []
        while true {
            let page = try await office.store.certificates(filter, after: seen.last?.id, limit: 5)
            if page.isEmpty { break }
            seen += page
        }
        #expect(Set(seen.map(\.id)).count == 24 && seen.count == 24)
        let days = seen.compactMap(\.kept.detail.expires)
        #expect(days == days.sorted())
        let each = Gathered()
        try await office.store.eachCertificate(filter) { await each.add($0.id) }
        #expect(await each.ids == seen.map(\.id))
    }

    @Test(arguments: Desk.engines)
    func `what was removed, and what lies elsewhere, is in no calendar`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let enterprise = try await fill(office)
        _ = try await fill(office, in: World.makassar)
        let first = try #require(try await office.store.details(of: enterprise).certificates.first)
        try await office.store.remove(first.id, by: office.stamp(1))
        #expect(try await office.store.certificates(CertificateFilter(in: [World.badung]), limit: 100).count == 7)
        #expect(try await office.store.certificates(CertificateFilter(in: [.nation]), limit: 100).count == 15)
        #expect(try await office.store.certificateCount(CertificateFilter(in: [.nation]), most: 10) == 10)
        #expect(try await office.store.certificates(CertificateFilter(in: []), limit: 100).isEmpty)
    }

    @Test(arguments: Desk.engines)
    func `a changed certificate is found by its new last day`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (enterprise, id) = (try await office.enterprise(), Certificate.ID(newIdentifier()))
        var paper = Certificate(id, .homeFood, number: "P-IRT 1")
        try await office.store.enter(DetailEntry(id, of: enterprise, paper), by: office.stamp())
        let unknown = CertificateFilter(in: [World.badung], .notKnown)
        #expect(try await office.store.certificateCount(unknown, most: 10) == 1)
        paper.printedEnd = try Self.day("2027-02-01")
        try await office.store.change(id, to: paper, from: 1, by: office.stamp(1))
        #expect(try await office.store.certificateCount(unknown, most: 10) == 0)
        let toRenew = CertificateFilter(in: [World.badung], .toRenew(on: try Self.day("2027-01-15")))
        #expect(try await office.store.certificates(toRenew, limit: 10).map(\.id) == [id])
    }
}

private actor Gathered {
    private(set) var ids: [Certificate.ID] = []

    func add(_ id: Certificate.ID) { ids.append(id) }
}
