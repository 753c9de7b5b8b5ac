import Measure
import Register
import Testing

@testable import Exchange

struct SampleDetailsTests {
    /// Of every enterprise of a small sample, on a day.
    private func details(on today: CalendarDay) -> [(SampleEnterprise, SampleDetails)] {
        SampleRegister(seed: 7, areas: SampleAreas.all, size: 400).enterprises.enumerated().map { number, one in
            (one, SampleDetails(of: one.card, one.years.last?.figures, number: number, on: today))
        }
    }

    private func comesOut<Detail: EnterpriseDetail>(
        _ type: Detail.Type, _ texts: [DetailField: String], of enterprise: Enterprise.ID
    ) -> Bool {
        Detail(Key<Detail>(enterprise.identifier), of: enterprise, texts: texts)?.texts == texts
    }

    @Test func `every detail says what its texts say`() throws {
        let today = try #require(CalendarDay("2026-11-25"))
        let id = try #require(Enterprise.ID("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"))
        for (_, details) in details(on: today) {
            #expect(details.certificates.allSatisfy { comesOut(Certificate.self, $0, of: id) })
            #expect(details.products.allSatisfy { comesOut(Product.self, $0, of: id) })
            #expect(details.workers.allSatisfy { comesOut(WorkerGroup.self, $0, of: id) })
            #expect(details.equipment.allSatisfy { comesOut(Equipment.self, $0, of: id) })
            #expect(details.worksheets.allSatisfy { comesOut(ProductWorksheet.self, $0, of: id) })
        }
    }

    @Test func `workers are as many as the figures say, and each group is there once`() throws {
        let today = try #require(CalendarDay("2026-11-25"))
        for (enterprise, details) in details(on: today) {
            let count = details.workers.compactMap { $0[.workers].flatMap { Int($0) } }.reduce(0, +)
            #expect(count == enterprise.years.last?.figures.workers)
            let groups = details.workers.map { texts in WorkerGroup.identity.map { texts[$0] } }
            #expect(Set(groups).count == groups.count)
        }
    }

    @Test(arguments: ["2026-11-25", "2031-03-01"])
    func `whenever it is made, some certificates have ended, some are to be renewed, some hold`(text: String) throws {
        let today = try #require(CalendarDay(text))
        let id = try #require(Enterprise.ID("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"))
        let all = details(on: today).flatMap(\.1.certificates).compactMap {
            Certificate(Certificate.ID(id.identifier), of: id, texts: $0)
        }
        let calendar = RenewalCalendar(all.map { ("Contoh", $0) })
        #expect(!calendar.toRenew(on: today).isEmpty && !calendar.expired(on: today).isEmpty)
        #expect(!calendar.unknown.isEmpty && calendar.entries.count > calendar.expired(on: today).count * 2)
        #expect(all.allSatisfy { $0.number?.hasPrefix("CONTOH-") == true })
    }
}
