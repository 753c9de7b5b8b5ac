import Foundation
import Register
import Storage

/// The fields by which a sentra is described, and what a form says of them.
enum SentraFields {
    static let names = SentraField.allCases.map(\.rawValue) + ["kbli-version", "version"]

    /// - Parameter kept: what is kept now; `nil` for a new one.
    static func all(_ visit: Visit, of kept: SentraCard?) -> [FormField] {
        let isSent = visit.form[SentraField.name.rawValue] != nil || visit.form["version"] != nil
        return SentraField.allCases.flatMap { field -> [FormField] in
            let value = isSent ? visit.form[field.rawValue] : kept?.text(field)
            guard field != .industry else { return industry(visit, kept, isSent) }
            return [
                FormField(
                    name: field.rawValue, label: visit.words.sentraField(field), kind: kind(field, visit.words),
                    value: PersonFields.hiding(value ?? ""), isRequired: field == .name,
                    isFirst: kept == nil && field == .name)
            ]
        }
    }

    private static func kind(_ field: SentraField, _ words: any Words) -> FormField.Kind {
        if field.isQuestion { return .choice([("", words.notKnown), ("yes", words.yes), ("no", words.no)]) }
        return field == .foundingDay ? .date : .text
    }

    private static func industry(_ visit: Visit, _ kept: SentraCard?, _ isSent: Bool) -> [FormField] {
        let version = "\((kept?.industry?.version ?? .kbli2020).rawValue)"
        let name = SentraField.industry.rawValue
        return [
            FormField(
                name: name, label: visit.words.sentraField(.industry),
                value: (isSent ? visit.form[name] : kept?.industry?.code) ?? "", isRequired: false),
            FormField(
                name: "kbli-version", label: "KBLI 2020 / 2025",
                kind: .choice(IndustryCode.Version.allCases.map { ("\($0.rawValue)", "KBLI \($0.rawValue)") }),
                value: (isSent ? visit.form["kbli-version"] : nil) ?? version),
        ]
    }

    /// - Throws: `.badEntry` for the first field that has to be mended.
    static func card(_ visit: Visit) throws(RequestRefusal) -> SentraCard {
        var texts: [SentraField: String] = [:]
        for field in SentraField.allCases {
            if let text = try PersonFields.text(field.rawValue, visit) { texts[field] = value(text, of: field, visit) }
        }
        guard let card = SentraCard(texts: texts), card.name.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw .badEntry(field: SentraField.name.rawValue, .sentra(.name))
        }
        // What the card does not take is told, and not lost without a word.
        let lost = SentraField.allCases.first { texts[$0] != nil && card.text($0) == nil }
        if let lost { throw .badEntry(field: lost.rawValue, .sentra(lost)) }
        return card
    }

    private static func value(_ text: String, of field: SentraField, _ visit: Visit) -> String {
        switch field {
        case .latitude, .longitude: text.replacing(",", with: ".")
        case .industry: (visit.form["kbli-version"] ?? "2020") + ":" + text
        default: text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    /// A day of a form or an address. - Throws: `.badEntry` for what is none.
    static func day(_ name: String, _ fields: Fields) throws(RequestRefusal) -> CalendarDay? {
        guard let text = fields[name] else { return nil }
        guard let day = CalendarDay(text) else { throw .badEntry(field: name, .day) }
        return day
    }
}

/// The fields by which a shared facility and its use are described.
enum FacilityFields {
    static let names = FacilityField.allCases.map(\.rawValue) + ["version"]

    /// - Parameters:
    ///   - kept: what is kept now; `nil` for a new one.
    ///   - action: of the form; what was sent to another one is not shown in it.
    static func all(_ visit: Visit, of kept: SentraFacility?, action: String) -> [FormField] {
        let isSent = visit.path == action && visit.form[Answering.tokenField] != nil
        return FacilityField.allCases.map { field in
            let value = isSent ? visit.form[field.rawValue] : kept?.text(field)
            return FormField(
                name: field.rawValue, label: visit.words.facilityField(field), kind: kind(field, visit.words),
                value: PersonFields.hiding(value ?? ""), isRequired: field == .name)
        }
    }

    private static func kind(_ field: FacilityField, _ words: any Words) -> FormField.Kind {
        guard field == .kind else { return .text }
        return .choice([("", "–")] + SentraFacility.Kind.allCases.map { ($0.rawValue, words.facilityKind($0)) })
    }

    /// - Throws: `.badEntry` for the first field that has to be mended.
    static func facility(_ visit: Visit) throws(RequestRefusal) -> SentraFacility {
        var texts: [FacilityField: String] = [:]
        for field in FacilityField.allCases {
            if let text = try PersonFields.text(field.rawValue, visit) { texts[field] = try value(text, of: field) }
        }
        guard texts[.kind].flatMap(SentraFacility.Kind.init) != nil else {
            throw .badEntry(field: FacilityField.kind.rawValue, .facility(.kind))
        }
        guard let facility = SentraFacility(texts: texts) else {
            throw .badEntry(field: FacilityField.name.rawValue, .facility(.name))
        }
        let lost = FacilityField.allCases.first { texts[$0] != nil && facility.text($0) == nil }
        if let lost { throw .badEntry(field: lost.rawValue, .facility(lost)) }
        return facility
    }

    private static func value(_ text: String, of field: FacilityField) throws(RequestRefusal) -> String {
        guard field == .hoursOpen || field == .hoursUsed else {
            return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        // Three digits behind a mark are thousands to one reader and thousandths to another.
        guard text.wholeMatch(of: #/\d{1,4}([.,]\d{1,2})?/#) != nil else {
            throw .badEntry(field: field.rawValue, .facility(field))
        }
        return text.replacing(",", with: ".")
    }
}
