import Foundation
import Register
import Testing

func certificate(
    _ kind: CertificateKind, issued: String? = nil, filed: String? = nil, printedEnd: String? = nil, _ number: UInt8 = 0
) -> Certificate {
    var random = SystemRandomNumberGenerator()
    let id = Identifier(at: Date(timeIntervalSince1970: Double(number)), using: &random)
    return Certificate(
        Certificate.ID(id), kind, issued: issued.flatMap { CalendarDay($0) }, filed: filed.flatMap { CalendarDay($0) },
        printedEnd: printedEnd.flatMap { CalendarDay($0) })
}

struct CertificateTests {
    private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    @Test func `food of a home industry holds five years and is renewed half a year before`() throws {
        let food = certificate(.homeFood, issued: "2021-03-31")
        #expect(try food.expires == day("2026-03-31"))
        #expect(try food.renewFrom == day("2025-09-30"))
        #expect(try food.renewal(on: day("2025-09-29")) == .valid(daysLeft: 183))
        #expect(try food.renewal(on: day("2025-09-30")) == .renewNow(daysLeft: 182))
        #expect(try food.renewal(on: day("2026-03-31")) == .renewNow(daysLeft: 0))
        #expect(try food.renewal(on: day("2026-04-01")) == .expired(daysAgo: 1))
    }

    @Test func `halal has no end`() throws {
        let halal = certificate(.halal, issued: "2023-05-02")
        #expect(halal.expires == nil)
        #expect(halal.renewFrom == nil)
        #expect(try halal.renewal(on: day("2099-01-01")) == .noEnd)
    }

    @Test func `the end that is printed goes before the rule`() throws {
        let old = certificate(.halal, issued: "2019-05-02", printedEnd: "2021-05-02")
        #expect(try old.renewal(on: day("2021-05-03")) == .expired(daysAgo: 1))
    }

    @Test func `a trade mark counts from the day of filing, not of issue`() throws {
        let mark = certificate(.trademark, issued: "2021-11-20", filed: "2020-02-29")
        #expect(try mark.expires == day("2030-02-28"))
        #expect(try mark.renewFrom == day("2029-08-28"))
        let unfiled = certificate(.trademark, issued: "2021-11-20")
        #expect(unfiled.expires == nil)
        #expect(try unfiled.renewal(on: day("2026-01-01")) == .notKnown)
    }

    @Test func `a design ends and is not renewed`() throws {
        let design = certificate(.industrialDesign, filed: "2016-06-01")
        #expect(design.renewFrom == nil)
        #expect(try design.renewal(on: day("2026-06-01")) == .valid(daysLeft: 0))
        #expect(try design.renewal(on: day("2026-06-02")) == .expired(daysAgo: 1))
    }

    @Test(arguments: [CertificateKind.marketingLicence, .nationalStandard, .testReport])
    func `where no rule is known only the printed end counts`(kind: CertificateKind) throws {
        #expect(kind.rule == nil)
        #expect(try certificate(kind, issued: "2024-01-01").renewal(on: day("2026-01-01")) == .notKnown)
        let printed = certificate(kind, issued: "2024-01-01", printedEnd: "2027-12-31")
        #expect(try printed.renewal(on: day("2026-01-01")) == .valid(daysLeft: 729))
        #expect(try printed.renewFrom == day("2027-06-30"))
    }

    @Test func `domestic content holds five years`() throws {
        #expect(try certificate(.domesticContent, issued: "2025-12-20").expires == day("2030-12-20"))
    }

    @Test func `food of small firms must be halal later than that of large ones`() throws {
        #expect(try HalalDuty.begins(for: .micro) == day("2026-10-17"))
        #expect(try HalalDuty.daysLeft(for: .small, on: day("2026-10-01")) == 16)
        #expect(try HalalDuty.daysLeft(for: .large, on: day("2024-10-18")) == 0)
    }

    @Test func `every rule names its act`() {
        for kind in CertificateKind.allCases { #expect(kind.rule.map { !$0.act.isEmpty } ?? true) }
    }
}

struct RenewalCalendarTests {
    private let calendar: RenewalCalendar
    private let ends: [Certificate]

    init() {
        ends = [
            certificate(.homeFood, issued: "2021-03-31", 1), certificate(.trademark, filed: "2016-09-01", 2),
            certificate(.industrialDesign, filed: "2016-05-01", 3),
            certificate(.domesticContent, issued: "2019-01-01", 4),
        ]
        let endless = [certificate(.halal, issued: "2023-01-01", 5), certificate(.trademark, issued: "2023-01-01", 6)]
        calendar = RenewalCalendar((ends + endless).map { ("UD Sari", $0) })
    }

    private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    @Test func `what ends first comes first, and what has no end is not in it`() {
        #expect(
            calendar.entries.map(\.certificate.kind) == [.domesticContent, .homeFood, .industrialDesign, .trademark])
        #expect(calendar.unknown.map(\.kind) == [.trademark])
    }

    @Test func `on a day it tells what to renew and what has ended`() throws {
        let today = try day("2026-03-15")
        #expect(calendar.toRenew(on: today).map(\.certificate.kind) == [.homeFood, .trademark])
        #expect(calendar.expired(on: today).map(\.certificate.kind) == [.domesticContent])
        #expect(try calendar.expiring(in: day("2026-03-31")...day("2026-05-01")).count == 2)
    }

    @Test func `to renew, to have expired and neither are the same as each certificate says`() throws {
        for offset in stride(from: 0, to: 4000, by: 97) {
            let day = try day("2018-01-01").adding(days: offset)
            let asked = ends.filter { if case .renewNow = $0.renewal(on: day) { true } else { false } }
            #expect(Set(calendar.toRenew(on: day).map(\.certificate)) == Set(asked))
            let gone = ends.filter { if case .expired = $0.renewal(on: day) { true } else { false } }
            #expect(Set(calendar.expired(on: day).map(\.certificate)) == Set(gone))
        }
    }
}
