import Foundation
import Register

/// How a card lies in a row.
enum EnterpriseRow {
    /// The columns of a card, in the order of `values`.
    static let cardColumns = [
        "name", "legal_form", "owner", "owner_sex", "nib", "licence", "licence_year", "street", "area", "latitude",
        "longitude", "contact_person", "phone", "email", "website", "kbli_version", "kbli", "branch", "product",
        "founded_year", "is_active", "financing", "is_exporting", "export_country", "list_key", "sort_name", "words",
        "personal_words",
    ]
    static let columns = ["id", "office", "version", "entered_at", "changed_at", "list"] + cardColumns

    static func values(_ card: EnterpriseCard) -> [SQLValue] {
        let words = EnterpriseWords(card)
        return [
            .text(card.name), SQLValue(card.legalForm?.rawValue), SQLValue(card.owner),
            SQLValue(card.ownerSex?.rawValue), SQLValue(card.nib?.digits), SQLValue(card.licence),
            SQLValue(card.licenceYear), SQLValue(card.street), SQLValue(card.area?.text),
            SQLValue(card.position?.latitude), SQLValue(card.position?.longitude), SQLValue(card.contactPerson),
            SQLValue(card.phone), SQLValue(card.email), SQLValue(card.website),
            SQLValue(card.industry?.version.rawValue), SQLValue(card.industry?.code), SQLValue(card.branch),
            SQLValue(card.product), SQLValue(card.foundedYear), truth(card.isActive), SQLValue(card.financing),
            truth(card.isExporting), SQLValue(card.exportCountry), .integer(Int(EnterpriseKey(card).number)),
            .text(sortName(card.name)), .text(words.open), .text(words.personal),
        ]
    }

    /// By which lists are sorted: small letters, without what stands before the first letter or digit.
    static func sortName(_ name: String) -> String {
        String(name.lowercased().drop { !$0.isLetter && !$0.isNumber })
    }

    /// What `read` reads, of a table that is called `e`.
    static let shown = (["id", "office", "version"] + cardColumns.dropLast(4)).map { "e." + $0 }
        .joined(separator: ", ")

    static func read(_ row: SQLRow) throws -> Enterprise {
        Enterprise(
            id: try row.key(0), office: try row.region(1), card: try card(row, from: 3), version: try row.integer(2))
    }

    private static func card(_ row: SQLRow, from first: Int) throws -> EnterpriseCard {
        var card = EnterpriseCard(name: try row.text(first))
        card.legalForm = try row.optionalText(first + 1).flatMap(LegalForm.init)
        card.owner = try row.optionalText(first + 2)
        card.ownerSex = try row.optionalText(first + 3).flatMap(Sex.init)
        card.nib = try row.optionalText(first + 4).flatMap { NIB($0) }
        card.licence = try row.optionalText(first + 5)
        card.licenceYear = try row.optionalInteger(first + 6)
        card.street = try row.optionalText(first + 7)
        card.area = try row.optionalText(first + 8).flatMap { AreaCode($0) }
        if let latitude = try row.optionalReal(first + 9), let longitude = try row.optionalReal(first + 10) {
            card.position = Coordinates(latitude: latitude, longitude: longitude)
        }
        card.contactPerson = try row.optionalText(first + 11)
        card.phone = try row.optionalText(first + 12)
        card.email = try row.optionalText(first + 13)
        card.website = try row.optionalText(first + 14)
        if let version = try row.optionalInteger(first + 15).flatMap(IndustryCode.Version.init),
            let code = try row.optionalText(first + 16)
        {
            card.industry = IndustryCode(version, code)
        }
        card.branch = try row.optionalText(first + 17)
        card.product = try row.optionalText(first + 18)
        card.foundedYear = try row.optionalInteger(first + 19)
        card.isActive = try row.optionalInteger(first + 20).map { $0 == 1 }
        card.financing = try row.optionalText(first + 21)
        card.isExporting = try row.optionalInteger(first + 22).map { $0 == 1 }
        card.exportCountry = try row.optionalText(first + 23)
        return card
    }

    static func truth(_ value: Bool?) -> SQLValue { value.map { SQLValue($0) } ?? .null }
}

/// How the figures of a year lie in a row.
enum EnterpriseYearRow {
    static let columns = [
        "enterprise", "year", "men", "women", "investment", "capacity", "unit", "output", "materials", "list",
    ]

    static func values(_ year: EnterpriseYear, of id: Enterprise.ID, list: String) -> [SQLValue] {
        [
            SQLValue(id), .integer(year.year), SQLValue(year.men), SQLValue(year.women), amount(year.investment),
            SQLValue(year.capacity), SQLValue(year.unit), amount(year.output), amount(year.materials), .text(list),
        ]
    }

    static let shown = columns.dropLast().map { "y." + $0 }.joined(separator: ", ")

    /// - Parameter first: the column of the year.
    static func read(_ row: SQLRow, from first: Int = 1) throws -> EnterpriseYear {
        var year = EnterpriseYear(year: try row.integer(first))
        year.men = try row.optionalInteger(first + 1)
        year.women = try row.optionalInteger(first + 2)
        year.investment = try row.optionalInteger(first + 3).map { Rupiah(Int64($0)) }
        year.capacity = try row.optionalReal(first + 4)
        year.unit = try row.optionalText(first + 5)
        year.output = try row.optionalInteger(first + 6).map { Rupiah(Int64($0)) }
        year.materials = try row.optionalInteger(first + 7).map { Rupiah(Int64($0)) }
        return year
    }

    private static func amount(_ amount: Rupiah?) -> SQLValue { amount.map { .integer(Int($0.amount)) } ?? .null }
}
