import Exchange
import Register
import Storage

extension SentraPage {
    /// The page as data.
    func json() -> JSON {
        .object(
            [
                JSON.Member("id", .string(record.id.identifier.text)),
                JSON.Member("office", .string(record.sentra.office.text)),
                JSON.Member("version", .integer(record.sentra.version)),
                JSON.Member("day", .string(day.description)),
            ] + card.members + [
                JSON.Member("members", .array(members.map(Self.member))),
                JSON.Member("facilities", .array(record.facilities.map { facility($0.facility) })),
                JSON.Member("by-law", lawDocument()), JSON.Member("by-statistics", statisticsDocument()),
            ])
    }

    private static func member(_ member: SentraMember) -> JSON {
        .object([
            JSON.Member("enterprise", .string(member.membership.enterprise.identifier.text)),
            JSON.Member("name", .string(member.name)), JSON.Member("nib", JSON(member.nib?.digits)),
            JSON.Member("product", JSON(member.product)), JSON.Member("village", JSON(member.area?.text)),
            JSON.Member("first-day", JSON(member.membership.from?.description)),
            JSON.Member("last-day", JSON(member.membership.until?.description)),
        ])
    }

    private func facility(_ facility: SentraFacility) -> JSON {
        .object([
            JSON.Member(FacilityField.kind.rawValue, .string(facility.kind.rawValue)),
            JSON.Member(FacilityField.name.rawValue, .string(facility.name)),
            JSON.Member(FacilityField.builtYear.rawValue, JSON(facility.builtYear)),
            JSON.Member(FacilityField.year.rawValue, JSON(facility.year)),
            JSON.Member(FacilityField.hoursOpen.rawValue, JSON(facility.hoursOpen)),
            JSON.Member(FacilityField.hoursUsed.rawValue, JSON(facility.hoursUsed)),
            JSON.Member(FacilityField.membersServed.rawValue, JSON(facility.membersServed)),
            JSON.Member("use-share", JSON(facility.useShare)), JSON.Member("reach", JSON(reach(of: facility))),
        ])
    }

    private func lawDocument() -> JSON {
        let ruler = byLaw
        return .object([
            JSON.Member("sentra", Self.answer(ruler.isSentra)), JSON.Member("units", JSON(ruler.units)),
            JSON.Member(SentraField.isInOnePlace.rawValue, Self.answer(ruler.isInOnePlace)),
            JSON.Member(SentraField.hasLikeProducts.rawValue, Self.answer(ruler.hasLikeProducts)),
            JSON.Member(SentraField.hasLikeMaterials.rawValue, Self.answer(ruler.hasLikeMaterials)),
            JSON.Member(SentraField.hasLikeProcess.rawValue, Self.answer(ruler.hasLikeProcess)),
        ])
    }

    private func statisticsDocument() -> JSON {
        let ruler = byStatistics
        return .object([
            JSON.Member("sentra", Self.answer(ruler.isSentra)),
            JSON.Member(SentraField.likeBusinesses.rawValue, JSON(ruler.likeBusinesses)),
            JSON.Member(SentraField.households.rawValue, JSON(ruler.households)),
            JSON.Member("share", JSON(ruler.share)),
            JSON.Member(SentraField.isCoached.rawValue, Self.answer(ruler.isCoached)),
            JSON.Member(SentraField.isKnownToThePublic.rawValue, Self.answer(ruler.isKnownToThePublic)),
        ])
    }

    private static func answer(_ isSo: Bool?) -> JSON { isSo.map(JSON.bool) ?? .null }
}
