import Foundation
import Register
import Testing
import World

struct SentraTests {
    private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    private func enterprise(_ second: Double) -> Enterprise.ID {
        var random = SystemRandomNumberGenerator()
        return Enterprise.ID(Identifier(at: Date(timeIntervalSince1970: second), using: &random))
    }

    @Test func `members are those of the day, each once, both ends included`() throws {
        let (first, second) = (enterprise(1), enterprise(2))
        let memberships = [
            SentraMembership(of: first, from: nil, until: try day("2023-12-31")),
            SentraMembership(of: first, from: try day("2023-12-31")),
            SentraMembership(of: second, from: try day("2024-06-01"), until: try day("2025-06-01")),
        ]
        var random = SystemRandomNumberGenerator()
        let sentra = Sentra(
            id: Sentra.ID(Identifier(at: Date(timeIntervalSince1970: 3), using: &random)), office: World.badung,
            card: SentraCard(name: "Sentra Tenun Sulang"), members: memberships.compactMap(\.self), version: 1)
        #expect(try sentra.members(on: day("2023-12-31")) == [first])
        #expect(try sentra.members(on: day("2024-05-31")) == [first])
        #expect(try sentra.members(on: day("2025-06-01")) == [first, second])
        #expect(try sentra.members(on: day("2025-06-02")) == [first])
    }

    @Test func `a membership that ends before it begins is none`() throws {
        #expect(SentraMembership(of: enterprise(1), from: try day("2024-01-02"), until: try day("2024-01-01")) == nil)
    }

    @Test func `memberships overlap where both hold on a day`() throws {
        func membership(_ from: String?, _ until: String?) throws -> SentraMembership {
            try #require(
                SentraMembership(
                    of: enterprise(1), from: from.flatMap { CalendarDay($0) }, until: until.flatMap { CalendarDay($0) })
            )
        }
        let year = try membership("2024-01-01", "2024-12-31")
        #expect(try year.overlaps(membership("2024-12-31", nil)))
        #expect(try membership(nil, "2024-01-01").overlaps(year))
        #expect(try membership(nil, nil).overlaps(membership(nil, nil)))
        #expect(try !year.overlaps(membership("2025-01-01", nil)))
        #expect(try !membership(nil, "2023-12-31").overlaps(year))
    }

    @Test func `a facility as texts is read back as it was, and what no year can be is left out`() throws {
        var facility = SentraFacility(.packingHouse, name: "Rumah kemasan")
        (facility.builtYear, facility.year, facility.hoursOpen, facility.hoursUsed) = (2019, 2025, 2000, 12.5)
        facility.membersServed = 0
        var texts = FacilityField.allCases.reduce(into: [:]) { $0[$1] = facility.text($1) }
        #expect(SentraFacility(texts: texts) == facility)
        #expect(texts[.hoursOpen] == "2000")
        (texts[.hoursOpen], texts[.membersServed], texts[.year]) = ("8785", "-1", "12")
        let read = try #require(SentraFacility(texts: texts))
        #expect(read.hoursOpen == nil && read.membersServed == nil && read.year == nil)
        texts[.name] = nil
        #expect(SentraFacility(texts: texts) == nil)
    }

    @Test func `use of a facility is hours used of hours open`() {
        var house = SentraFacility(.productionHouse, name: "Rumah produksi")
        #expect(house.useShare == nil)
        house.hoursOpen = 2000
        #expect(house.useShare == nil)
        house.hoursUsed = 0
        #expect(house.useShare == 0)
        house.hoursUsed = 500
        #expect(house.useShare == 0.25)
        house.hoursOpen = 0
        #expect(house.useShare == nil)
        house.membersServed = 9
        #expect(house.reach(of: 12) == 0.75)
        #expect(house.reach(of: 0) == nil)
    }
}

struct SentraRulerTests {
    @Test(arguments: [(4, false), (5, true), (6, true)])
    func `by law a sentra has five units`(units: Int, isSentra: Bool) {
        #expect(SentraByLaw(units: units, isInOnePlace: true, likeness: (true, nil, nil)).isSentra == isSentra)
    }

    @Test func `by law one likeness is enough, and none known is not none`() {
        func ruler(_ likeness: (products: Bool?, materials: Bool?, process: Bool?)) -> Bool? {
            SentraByLaw(units: 8, isInOnePlace: true, likeness: likeness).isSentra
        }
        #expect(ruler((false, false, true)) == true)
        #expect(ruler((false, false, false)) == false)
        #expect(ruler((false, nil, false)) == nil)
    }

    @Test func `what the card leaves open is taken from members who all say the same`() throws {
        let village = AreaCode("51.03.02.2001")
        let (weaving, ikat) = (IndustryCode(.kbli2020, "13121"), IndustryCode(.kbli2020, "13122"))
        let members = Array(repeating: (area: village, industry: weaving), count: 4) + [(village, ikat)]
        let card = SentraCard(name: "Sentra Tenun")
        #expect(SentraByLaw(card, members: members).isSentra == true, "one village, one class")
        #expect(SentraByLaw(card, members: Array(members.dropLast())).isSentra == false, "four are too few")
        let elsewhere = SentraByLaw(card, members: members + [(AreaCode("51.03.02.2002"), weaving)])
        #expect(elsewhere.isInOnePlace == nil, "neighbouring villages may be one place")
        let unknown = SentraByLaw(card, members: members + [(village, nil)])
        #expect(unknown.hasLikeProducts == nil && unknown.isInOnePlace == true)
        var told = card
        told.isInOnePlace = false
        #expect(SentraByLaw(told, members: members).isSentra == false, "the card comes first")
        let (none, unwritten) = (SentraByLaw(card, members: []), SentraByLaw(card, members: nil))
        #expect(none.isInOnePlace == nil && none.isSentra == false)
        #expect(unwritten.units == nil && unwritten.isSentra == nil, "nobody written down is not nobody")
    }

    @Test func `by law what is not known leaves it open, unless something is known to fail`() {
        #expect(SentraByLaw(units: nil, isInOnePlace: true, likeness: (true, true, true)).isSentra == nil)
        #expect(SentraByLaw(units: nil, isInOnePlace: false, likeness: (nil, nil, nil)).isSentra == false)
        #expect(SentraByLaw(units: 5, isInOnePlace: nil, likeness: (true, nil, nil)).isSentra == nil)
    }

    @Test(arguments: [(19, 100, false), (20, 100, true), (1, 5, true)])
    func `for the statistical office a fifth of the households is enough`(
        businesses: Int, households: Int, isSentra: Bool
    ) {
        let ruler = SentraByStatistics(
            likeBusinesses: businesses, households: households, isCoached: true, isKnownToThePublic: true)
        #expect(ruler.isSentra == isSentra)
    }

    @Test func `a village without households has no share`() {
        let ruler = SentraByStatistics(
            likeBusinesses: 3, households: 0, isCoached: true, isKnownToThePublic: true)
        #expect(ruler.share == nil)
        #expect(ruler.isSentra == nil)
    }

    @Test func `one group is a sentra by one ruler and not by the other`() {
        #expect(SentraByLaw(units: 12, isInOnePlace: true, likeness: (true, nil, nil)).isSentra == true)
        let statistics = SentraByStatistics(
            likeBusinesses: 12, households: 900, isCoached: nil, isKnownToThePublic: nil)
        #expect(statistics.isSentra == false)
    }
}
