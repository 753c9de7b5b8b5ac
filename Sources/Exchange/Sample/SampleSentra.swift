import Foundation
public import Register

/// A group of enterprises of one trade in one village: at least five, as PP 29/2018 wants it.
public struct SampleSentra: Sendable, Equatable {
    public let number: Int
    public let name: String
    public let village: AreaCode
    public let industry: IndustryCode
    /// Numbers of enterprises, rising.
    public let members: [Int]
}

/// What an office would have written down of a sentra of the sample. It follows from the number alone, so that no draw of
/// the enterprises hangs on it; some things are not known, as in life.
extension SampleSentra {
    /// - Parameter districts: with their middles, near which it stands.
    public func card(districts: [Area]) -> SentraCard {
        var card = SentraCard(name: name)
        card.area = village
        card.industry = industry
        card.field = SampleTrade.all.first { $0.industry == industry }?.branch
        card.position = number.isMultiple(of: 6) ? nil : position(districts)
        card.foundingAct = SentraCard.FoundingAct(number: "\(SampleNames.mark) \(number)", day: founded)
        card.managingBody = "Koperasi \(number) \(SampleNames.mark)"
        card.technicalUnit = number.isMultiple(of: 3) ? "UPT \(SampleNames.mark)" : nil
        card.isCoached = number.isMultiple(of: 4) ? nil : true
        card.isKnownToThePublic = number.isMultiple(of: 5) ? nil : true
        card.likeBusinesses = members.count + number % 9
        card.households = members.count * (3 + number % 6)
        return card
    }

    /// A production house with its use, and for food a packing house of which no use is known.
    public var facilities: [SentraFacility] {
        guard !number.isMultiple(of: 5) else { return [] }
        var house = SentraFacility(.productionHouse, name: "Rumah produksi \(SampleNames.mark)")
        house.builtYear = founded?.year
        house.year = SampleRegister.years.upperBound
        house.hoursOpen = 2000
        house.hoursUsed = Double(300 + number * 137 % 1500)
        house.membersServed = members.count * (3 + number % 5) / 10
        let packing = SentraFacility(.packingHouse, name: "Rumah kemasan \(SampleNames.mark)")
        return industry.code.hasPrefix("10") ? [house, packing] : [house]
    }

    /// From when until when a member belongs to it: since both were there; every eleventh has left.
    public func time(of member: SampleEnterprise) -> (from: CalendarDay?, until: CalendarDay?) {
        let begun = member.card.foundedYear.flatMap { CalendarDay(year: $0, month: 1, day: 1) }
        let from = [founded, begun].compactMap(\.self).max()
        let until = CalendarDay(year: SampleRegister.years.upperBound, month: 6, day: 30)
        return (from, member.number.isMultiple(of: 11) ? until : nil)
    }

    private var founded: CalendarDay? {
        CalendarDay(year: 2012 + number % 10, month: 1 + number % 12, day: 1 + number % 28)
    }

    /// Some kilometres from the middle of its district, each in another direction.
    private func position(_ districts: [Area]) -> Coordinates? {
        guard let middle = districts.first(where: { $0.id == village.district })?.centroid else { return nil }
        let (angle, degrees) = (2.4 * Double(number), 0.01 + 0.005 * Double(number % 7))
        func rounded(_ value: Double) -> Double { (value * 1e5).rounded() / 1e5 }
        return Coordinates(
            latitude: rounded(middle.latitude + degrees * sin(angle)),
            longitude: rounded(middle.longitude + degrees * cos(angle)))
    }
}
