import Foundation
import Register

/// The fields by which an enterprise is described, and what a form says of them.
enum CardFields {
    static let names = EnterpriseCard.fields.map(\.rawValue) + ["kbli-version", "version"]

    /// - Parameter kept: what is kept now; `nil` for a new one.
    static func all(_ visit: Visit, of kept: Enterprise?) -> [FormField] {
        let isSent = visit.form[Answering.tokenField] != nil
        let (card, isOpen) = (kept?.card, isPersonalOpen(visit, of: kept))
        return EnterpriseCard.fields.filter { !$0.isPersonal || isOpen }.flatMap { field in
            let value = isSent ? visit.form[field.rawValue] : card?.text(field)
            return field == .industry
                ? industryFields(visit, card, isSent) : [self.field(field, value ?? "", visit, isFirst: card == nil)]
        }
    }

    /// Whoever enters a new one writes down its owner; what was written is read and changed by the right to it alone.
    private static func isPersonalOpen(_ visit: Visit, of kept: Enterprise?) -> Bool {
        guard let kept else { return true }
        return visit.may(.view, .personal, at: Place(kept.office, about: kept.id.identifier))
    }

    private static func field(_ field: EnterpriseField, _ value: String, _ visit: Visit, isFirst: Bool) -> FormField {
        let words = visit.words
        return FormField(
            name: field.rawValue, label: words.field(field), kind: kind(field, words),
            value: PersonFields.hiding(value), isRequired: field == .name, isFirst: isFirst && field == .name)
    }

    private static func kind(_ field: EnterpriseField, _ words: any Words) -> FormField.Kind {
        let unknown = [(value: "", words: words.notKnown)]
        return switch field {
        case .legalForm: .choice(unknown + LegalForm.allCases.map { ($0.rawValue, words.legalForm($0)) })
        case .ownerSex: .choice(unknown + Sex.allCases.map { ($0.rawValue, words.sex($0)) })
        case .isActive, .isExporting: .choice(unknown + [("yes", words.yes), ("no", words.no)])
        case .phone: .telephone
        case .email: .email
        default: .text
        }
    }

    private static func industryFields(_ visit: Visit, _ card: EnterpriseCard?, _ isSent: Bool) -> [FormField] {
        let words = visit.words
        let version = card?.industry?.version ?? .kbli2020
        return [
            FormField(
                name: EnterpriseField.industry.rawValue, label: words.field(.industry),
                value: (isSent ? visit.form[EnterpriseField.industry.rawValue] : card?.industry?.code) ?? "",
                isRequired: false),
            FormField(
                name: "kbli-version", label: "KBLI 2020 / 2025",
                kind: .choice(IndustryCode.Version.allCases.map { ("\($0.rawValue)", "KBLI \($0.rawValue)") }),
                value: (isSent ? visit.form["kbli-version"] : nil) ?? "\(version.rawValue)"),
        ]
    }

    /// - Parameter kept: as it is; fields that the visitor may not see stay as they are.
    /// - Throws: `.badEntry` for the first field that has to be mended.
    static func card(_ visit: Visit, keeping kept: Enterprise?) throws(RequestRefusal) -> EnterpriseCard {
        let isOpen = isPersonalOpen(visit, of: kept)
        var texts: [EnterpriseField: String] = [:]
        for field in EnterpriseCard.fields {
            if field.isPersonal, !isOpen {
                texts[field] = kept?.card.text(field)
            } else if let text = try PersonFields.text(field.rawValue, visit) {
                texts[field] = try value(text, of: field, visit)
            }
        }
        guard let card = EnterpriseCard(texts: texts), card.name.contains(where: { $0.isLetter || $0.isNumber }) else {
            throw .badEntry(field: EnterpriseField.name.rawValue, .enterprise(.name))
        }
        // What the card does not take is told, and not lost without a word.
        let lost = EnterpriseCard.fields.first { texts[$0] != nil && card.text($0) == nil }
        if let lost { throw .badEntry(field: lost.rawValue, .enterprise(lost)) }
        return card
    }

    private static func value(
        _ text: String, of field: EnterpriseField, _ visit: Visit
    ) throws(RequestRefusal) -> String {
        func check(_ isGood: Bool) throws(RequestRefusal) {
            guard isGood else { throw .badEntry(field: field.rawValue, .enterprise(field)) }
        }
        switch field {
        case .nib: return text.filter { !$0.isWhitespace && $0 != "." && $0 != "-" }
        case .licenceYear, .foundedYear:
            try check(text.utf8.count == 4 && Int(text).map { (1800...2200).contains($0) } == true)
            return text
        case .latitude, .longitude: return text.replacing(",", with: ".")
        case .industry: return (visit.form["kbli-version"] ?? "2020") + ":" + text
        case .phone:
            try check(PersonFields.isPhone(text))
            return text
        case .email:
            try check(PersonFields.isEmail(text))
            return text
        default: return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }
}
