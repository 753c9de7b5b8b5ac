import Foundation
import Register
import Testing

@testable import Exchange

struct SampleRegisterTests {
    private static let register = SampleRegister(seed: 5103, areas: SampleAreas.all)

    private var years: [(SampleEnterprise, SampleYear)] {
        Self.register.enterprises.flatMap { enterprise in enterprise.years.map { (enterprise, $0) } }
    }

    private static func valueAdded(_ year: SampleYear) -> Double {
        Double((year.figures.output?.amount ?? 0) - year.intermediateInput.amount)
    }

    @Test func `the same seed gives the same register, another seed another`() {
        let again = SampleRegister(seed: 5103, areas: SampleAreas.all.reversed())
        #expect(again.enterprises == Self.register.enterprises)
        #expect(again.sentra == Self.register.sentra)
        #expect(SampleRegister(seed: 1, areas: SampleAreas.all).enterprises != Self.register.enterprises)
    }

    @Test func `every enterprise says that it is an example`() {
        #expect(Self.register.enterprises.count == 2000)
        for enterprise in Self.register.enterprises {
            let card = enterprise.card
            #expect(card.name.hasSuffix("(Contoh)"))
            #expect(card.owner?.hasSuffix("(Contoh)") == true)
            #expect(card.nib?.digits.hasPrefix("99999") ?? true)
            #expect(card.phone?.hasPrefix("62840") ?? true)
            #expect(card.email?.hasSuffix(".example") ?? true)
            #expect(card.area?.regency == enterprise.region)
        }
        let numbers = Self.register.enterprises.compactMap(\.card.nib)
        #expect(Set(numbers).count == numbers.count)
        #expect(Set(Self.register.enterprises.map(\.card.name)).count == 2000)
    }

    @Test func `value added in output is that of the official table, trade by trade`() {
        for trade in SampleTrade.all {
            let own = years.filter { $0.0.card.industry == trade.industry }
            let ratios = own.map { Self.valueAdded($0.1) / Double($0.1.figures.output?.amount ?? 1) }
            let mean = ratios.reduce(0, +) / Double(ratios.count)
            #expect(abs(mean / trade.valueAddedRatio - 1) < 0.05, "\(trade.branch)")
        }
    }

    @Test(arguments: SampleField.allCases)
    func `so it is in clothing, food and craft`(field: SampleField) {
        var (told, official, count) = (0.0, 0.0, 0.0)
        for (enterprise, year) in years where enterprise.field == field {
            told += Self.valueAdded(year) / Double(year.figures.output?.amount ?? 1)
            official += SampleTrade.all.first { $0.industry == enterprise.card.industry }?.valueAddedRatio ?? 0
            count += 1
        }
        #expect(count > 300)
        #expect(abs(told / official - 1) < 0.02)
    }

    @Test func `nine in ten are micro by the ruler of BPS`() {
        let sizes = Self.register.enterprises.compactMap { $0.years.last?.figures.workers }
            .compactMap { StatisticalSize(workers: $0) }
        #expect(sizes.count == 2000)
        #expect(abs(Double(sizes.count { $0 == .micro }) / 2000 - 0.9) < 0.02)
        #expect(sizes.contains(.medium) && !sizes.contains(.large))
    }

    @Test func `the best weaver makes 28 times as much as the last`() {
        let weavers = years.filter { enterprise, year in
            enterprise.card.industry?.code == "13121" && enterprise.region == SampleRegister.badung
                && year.figures.year == 2024 && (year.figures.workers ?? 0) < 5
        }
        let each = weavers.map { Self.valueAdded($0.1) / Double($0.1.figures.workers ?? 1) }
        let spread = (each.max() ?? 0) / (each.min() ?? 1)
        #expect((26...30).contains(spread))
    }

    @Test func `minimum wages meet the decrees, and pay is part of value added`() {
        let badung = SampleWages.minimum(of: SampleRegister.badung, in: 2024)
        #expect(abs(badung * 1.065 - 3_534_338.88) < 0.01)
        #expect(SampleWages.minimum(of: SampleRegister.makassar, in: 2024) == 3_643_321)
        #expect(SampleWages.minimum(of: SampleRegister.badung, in: 2022) < badung)
        for (_, year) in years {
            #expect(Double(year.pay.amount) <= Self.valueAdded(year) + 10_000)
            #expect((year.figures.materials?.amount ?? 0) <= year.intermediateInput.amount)
        }
    }

    @Test func `a sentra has five members or more, of one trade in one village`() {
        #expect(Self.register.sentra.count > 10)
        for sentra in Self.register.sentra {
            #expect(sentra.members.count >= 5)
            for number in sentra.members {
                let member = Self.register.enterprises[number - 1]
                #expect(member.number == number && member.sentra == sentra.number)
                #expect(member.card.area == sentra.village && member.card.industry == sentra.industry)
            }
        }
    }

    @Test func `a sentra of the sample is marked, stands near its district, and some things of it are not known`() {
        let district = Area(
            id: Self.register.sentra[0].village.district, name: "Contoh",
            centroid: Coordinates(latitude: -8.6, longitude: 115.2))
        for sentra in Self.register.sentra {
            let card = sentra.card(districts: [district])
            #expect(card.name.hasSuffix("(Contoh)") && card.managingBody?.hasSuffix("(Contoh)") == true)
            #expect(card.area == sentra.village && card.industry == sentra.industry)
            guard let place = card.position, let middle = district.centroid else { continue }
            #expect(place.kilometres(to: middle) < 5)
            #expect(sentra.village.district == district.id)
        }
        let facilities = Self.register.sentra.flatMap(\.facilities)
        #expect(facilities.contains { $0.useShare == nil } && facilities.contains { $0.useShare ?? 0 > 0 })
        #expect(facilities.allSatisfy { $0.useShare ?? 0 <= 1 && $0.name.hasSuffix("(Contoh)") })
        let isKnown = Self.register.sentra.map { $0.card(districts: []).isKnownToThePublic }
        #expect(isKnown.contains(nil) && isKnown.contains(true))
    }

    @Test func `a list of a year holds whoever was founded by then`() {
        let lists = SampleRegister.years.map { Self.register.entries(of: $0) }
        #expect(lists.map(\.count).last == 2000)
        #expect(lists[0].count < lists[1].count)
        #expect(lists[0].map(\.row) == Array(2..<lists[0].count + 2))
        #expect(lists[0].allSatisfy { $0.year?.year == 2022 && ($0.card.foundedYear ?? 0) <= 2022 })
        let parts = [SampleRegister.badung, SampleRegister.makassar].map {
            Self.register.entries(of: 2024, in: $0).count
        }
        #expect(parts == [900, 1100])
    }

    @Test func `without places there is nobody`() {
        #expect(SampleRegister(seed: 1, areas: []).enterprises.isEmpty)
        #expect(PlantedList(seed: 1, areas: []).rows.isEmpty)
        #expect(SampleRegister(seed: 1, areas: SampleAreas.all, size: 0).enterprises.isEmpty)
    }
}
