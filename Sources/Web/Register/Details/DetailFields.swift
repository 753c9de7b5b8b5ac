import Foundation
import Measure
import Register
import Storage

/// The fields by which a detail is described.
enum DetailFields<Detail: EnterpriseDetail> {
    static var names: [String] { Detail.fields.map(\.rawValue) }

    /// - Parameters:
    ///   - texts: what is kept now, or proposed.
    ///   - isOpen: whether what may name a person is among them.
    ///   - choices: of fields whose choices are facts.
    ///   - isSent: whether what was sent is shown again; `nil` asks the form whether it was.
    static func all(
        _ visit: Visit, of texts: [DetailField: String], isOpen: Bool, choices: DetailChoices = [:],
        isSent: Bool? = nil
    ) -> [FormField] {
        let words = visit.words
        let isSent = isSent ?? (visit.form[Answering.tokenField] != nil)
        return Detail.fields.filter { isOpen || !$0.isPersonal }.enumerated().map { place, field in
            let value = isSent ? visit.form[field.rawValue] : texts[field].map { shown($0, field, words) }
            let unit = words.detailUnit(field).map { " (\($0))" } ?? ""
            return FormField(
                name: field.rawValue, label: words.detailField(field) + unit, kind: kind(field, choices, words),
                value: PersonFields.hiding(value ?? ""), hint: words.detailHint(field),
                isRequired: Detail.required.contains(field), isFirst: place == 0)
        }
    }

    /// As a field takes it: days in the form of machines, numbers with the marks of the language.
    private static func shown(_ text: String, _ field: DetailField, _ words: any Words) -> String {
        switch field.form {
        case .whole, .number: words.told(text, field)
        case .line, .lines, .day, .choice: text
        }
    }

    private static func kind(_ field: DetailField, _ facts: DetailChoices, _ words: any Words) -> FormField.Kind {
        let none = [(value: "", words: Detail.required.contains(field) ? words.choose : words.notKnown)]
        if let known = facts[field] { return .choice(none + known) }
        return switch field.form {
        case .line: .text
        case .lines: .lines
        case .day: .date
        case .whole, .number: .amount
        case .choice(let choices):
            field == .stage
                ? .grouped([(nil, none)] + stages(words)) : .choice(none + choices.map { ($0, words.told($0, field)) })
        }
    }

    /// Stages under the branch whose lines alone have them.
    private static func stages(_ words: any Words) -> [(heading: String?, choices: [(value: String, words: String)])] {
        let branches = ProcessStage.allCases.map { stage in
            let own = Set(ProcessLine.allCases.filter { $0.stages.contains(stage) }.map(\.branch))
            return (stage, own.count == 1 ? own.first : nil)
        }
        let groups: [IndustryBranch?] = [nil, .clothing, .food, .craft]
        return groups.map { branch in
            let own = branches.filter { $0.1 == branch }.map(\.0)
            return (words.stageGroup(branch), own.map { ($0.rawValue, words.stage($0)) })
        }
    }

    // MARK: - What was sent

    /// - Parameters:
    ///   - kept: as it is; what the visitor may not see stays so.
    ///   - isOpen: whether what may name a person was asked.
    ///   - choices: of fields whose choices are facts.
    /// - Throws: `.badEntry` for the first field that has to be mended.
    static func detail(
        _ id: Key<Detail>, of enterprise: Enterprise.ID, _ visit: Visit, keeping kept: Detail?, isOpen: Bool,
        choices: DetailChoices = [:]
    ) throws(RequestRefusal) -> Detail {
        var texts: [DetailField: String] = [:]
        for field in Detail.fields {
            texts[field] = !isOpen && field.isPersonal ? kept?.text(field) : try entered(field, visit)
            if texts[field] == nil, Detail.required.contains(field) { throw bad(field) }
            if let text = texts[field], let known = choices[field], !known.contains(where: { $0.value == text }) {
                throw bad(field)
            }
        }
        if texts[.price] != nil, texts[.priceUnit] == nil { throw bad(.priceUnit) }
        guard let detail = Detail(id, of: enterprise, texts: texts) else { throw bad(Detail.fields[0]) }
        // What the detail does not take is told, and not lost without a word.
        if let lost = Detail.fields.first(where: { texts[$0] != nil && detail.text($0) == nil }) { throw bad(lost) }
        // Texts of days are in the order of the days.
        if let sheet = detail as? ProductWorksheet { try check(sheet) }
        if let issued = texts[.issued], let end = texts[.printedEnd], end < issued { throw bad(.printedEnd) }
        return detail
    }

    /// What makes no table is not kept.
    private static func check(_ sheet: ProductWorksheet) throws(RequestRefusal) {
        do {
            _ = try sheet.worksheet()
        } catch {
            throw bad(ProductWorksheet.field(of: error))
        }
    }

    private static func bad(_ field: DetailField) -> RequestRefusal {
        .badEntry(field: field.rawValue, .detail(field))
    }

    private static func entered(_ field: DetailField, _ visit: Visit) throws(RequestRefusal) -> String? {
        guard let text = visit.form[field.rawValue] else { return nil }
        guard PersonFields.hiding(text) == text else { throw .badEntry(field: field.rawValue, .numberMisplaced) }
        switch field.form {
        case .line:
            guard text.count <= 200 else { throw bad(field) }
            return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        case .lines: return try lines(text, field)
        case .day:
            guard let day = TypedText.day(text) else { throw bad(field) }
            return day.description
        case .choice(let choices):
            guard choices.contains(text) else { throw bad(field) }
            return text
        case .whole(let range):
            guard let number = TypedText.number(text, in: visit.language), let whole = Int(exactly: number),
                range.contains(whole)
            else { throw bad(field) }
            return "\(whole)"
        case .number(let range):
            guard let number = TypedText.number(text, in: visit.language),
                (Double(range.lowerBound)...Double(range.upperBound)).contains(number)
            else { throw bad(field) }
            return "\(number)"
        }
    }

    private static func lines(_ text: String, _ field: DetailField) throws(RequestRefusal) -> String? {
        var seen: Set<String> = []
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty && seen.insert($0).inserted }
        guard lines.count <= 30, lines.allSatisfy({ $0.count <= 100 }) else { throw bad(field) }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }
}

/// What can be chosen where that is a fact of the installation, not of the program.
typealias DetailChoices = [DetailField: [(value: String, words: String)]]

extension Visit {
    /// - Returns: none for a kind of detail whose choices are all of the program.
    func choices(of kind: DetailKind) async throws -> DetailChoices {
        guard kind == .worksheet else { return [:] }
        let made = try await store.nationalProducts().filter { $0.section == .manufacturing }
        return [.nationalProduct: made.map { (value: $0.id, words: $0.name) }]
    }
}

extension DetailKind {
    /// The part of an address behind the enterprise.
    var path: String {
        switch self {
        case .certificate: "certificates"
        case .product: "products"
        case .workerGroup: "workers"
        case .equipment: "equipment"
        case .worksheet: "worksheets"
        }
    }

    /// The name of one in an address.
    var parameter: String {
        switch self {
        case .certificate: "certificate"
        case .product: "product"
        case .workerGroup: "group"
        case .equipment: "equipment"
        case .worksheet: "worksheet"
        }
    }
}

extension EnterpriseDetail {
    /// What it is called on pages.
    func name(_ words: any Words) -> String {
        let naming: [DetailField] =
            switch Self.detailKind {
            case .certificate: [.certificateKind, .certificateNumber]
            case .product: [.productName]
            case .workerGroup: [.position, .workerSex, .pay]
            case .equipment: [.equipmentName]
            case .worksheet: [.sheetProduct, .sheetDay]
            }
        return naming.compactMap { field in text(field).map { words.told($0, field) } }.joined(separator: ", ")
    }
}
