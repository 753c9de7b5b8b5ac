import Register

/// How the card of a sentra lies in a row.
enum SentraRow {
    /// The columns of a card, in the order of `values`.
    static let cardColumns = [
        "name", "area", "latitude", "longitude", "kbli_version", "kbli", "makes", "founding_number", "founding_day",
        "managing_body", "technical_unit", "in_one_place", "like_products", "like_materials", "like_process",
        "like_businesses", "households", "coached", "known_to_the_public", "sort_name",
    ]
    static let columns = ["id", "office", "version", "entered_at", "changed_at", "list"] + cardColumns

    static func values(_ card: SentraCard) -> [SQLValue] {
        [
            .text(card.name), SQLValue(card.area?.text), SQLValue(card.position?.latitude),
            SQLValue(card.position?.longitude), SQLValue(card.industry?.version.rawValue),
            SQLValue(card.industry?.code), SQLValue(card.field), SQLValue(card.foundingAct?.number),
            day(card.foundingAct?.day), SQLValue(card.managingBody), SQLValue(card.technicalUnit),
            EnterpriseRow.truth(card.isInOnePlace), EnterpriseRow.truth(card.hasLikeProducts),
            EnterpriseRow.truth(card.hasLikeMaterials), EnterpriseRow.truth(card.hasLikeProcess),
            SQLValue(card.likeBusinesses), SQLValue(card.households), EnterpriseRow.truth(card.isCoached),
            EnterpriseRow.truth(card.isKnownToThePublic), .text(EnterpriseRow.sortName(card.name)),
        ]
    }

    static func day(_ day: CalendarDay?) -> SQLValue { SQLValue(day?.description) }

    /// What `place` and `card` read, of a table that is called `s`.
    static let shown = (["id", "office", "version"] + cardColumns.dropLast()).map { "s." + $0 }
        .joined(separator: ", ")
    /// How many columns these are.
    static let count = cardColumns.count + 2

    static func card(_ row: SQLRow, from first: Int = 3) throws -> SentraCard {
        var card = SentraCard(name: try row.text(first))
        card.area = try row.optionalText(first + 1).flatMap { AreaCode($0) }
        if let latitude = try row.optionalReal(first + 2), let longitude = try row.optionalReal(first + 3) {
            card.position = Coordinates(latitude: latitude, longitude: longitude)
        }
        if let version = try row.optionalInteger(first + 4).flatMap(IndustryCode.Version.init),
            let code = try row.optionalText(first + 5)
        {
            card.industry = IndustryCode(version, code)
        }
        card.field = try row.optionalText(first + 6)
        card.foundingAct = try row.optionalText(first + 7).map { number in
            SentraCard.FoundingAct(number: number, day: try row.optionalDay(first + 8))
        }
        card.managingBody = try row.optionalText(first + 9)
        card.technicalUnit = try row.optionalText(first + 10)
        card.isInOnePlace = try row.optionalFlag(first + 11)
        card.hasLikeProducts = try row.optionalFlag(first + 12)
        card.hasLikeMaterials = try row.optionalFlag(first + 13)
        card.hasLikeProcess = try row.optionalFlag(first + 14)
        card.likeBusinesses = try row.optionalInteger(first + 15)
        card.households = try row.optionalInteger(first + 16)
        card.isCoached = try row.optionalFlag(first + 17)
        card.isKnownToThePublic = try row.optionalFlag(first + 18)
        return card
    }
}

/// How a facility lies in a row.
enum FacilityRow {
    static let columns = [
        "id", "sentra", "kind", "name", "built_year", "year", "hours_open", "hours_used", "members_served", "version",
        "list",
    ]

    static func values(_ facility: SentraFacility) -> [SQLValue] {
        [
            .text(facility.kind.rawValue), .text(facility.name), SQLValue(facility.builtYear),
            SQLValue(facility.year), SQLValue(facility.hoursOpen), SQLValue(facility.hoursUsed),
            SQLValue(facility.membersServed),
        ]
    }

    static let shown = "id, kind, name, built_year, year, hours_open, hours_used, members_served, version"

    static func read(_ row: SQLRow) throws -> KeptFacility {
        var facility = SentraFacility(try row.choice(1), name: try row.text(2))
        facility.builtYear = try row.optionalInteger(3)
        facility.year = try row.optionalInteger(4)
        facility.hoursOpen = try row.optionalReal(5)
        facility.hoursUsed = try row.optionalReal(6)
        facility.membersServed = try row.optionalInteger(7)
        return KeptFacility(id: try row.key(0), facility: facility, version: try row.integer(8))
    }
}

extension SQLRow {
    /// - Returns: `nil` for NULL.
    func optionalDay(_ column: Int) throws -> CalendarDay? {
        guard let text = try optionalText(column) else { return nil }
        guard let day = CalendarDay(text) else { throw StorageFault.unexpectedValue(column: column) }
        return day
    }

    /// - Returns: `nil` for NULL.
    func optionalFlag(_ column: Int) throws -> Bool? { try optionalInteger(column).map { $0 == 1 } }
}
