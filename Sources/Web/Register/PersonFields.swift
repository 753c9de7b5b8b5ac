import Foundation
import Register
import Storage

/// The fields by which a person is described.
enum PersonFields {
    static let names = ["display-name", "phone", "email", "nik"]

    /// - Parameter record: what is kept now; `nil` for somebody new.
    static func all(_ visit: Visit, of record: PersonRecord? = nil) -> [FormField] {
        let words = visit.words
        func value(_ name: String, _ kept: String?) -> String {
            visit.form["version"] == nil && record != nil ? kept ?? "" : hiding(visit.form[name] ?? "")
        }
        let lastFour = record?.person.lastFour
        var fields = [
            FormField(
                name: "display-name", label: words.displayNameField,
                value: value("display-name", record?.person.name.text), isFirst: record == nil),
            FormField(
                name: "phone", label: words.phoneField, kind: .telephone,
                value: value("phone", record?.person.contact?.phone), isRequired: false),
            FormField(
                name: "email", label: words.emailField, kind: .email,
                value: value("email", record?.person.contact?.email), isRequired: false),
            // What was typed is never sent back.
            FormField(
                name: "nik", label: words.nikField, kind: .citizenNumber,
                hint: lastFour.map { words.nikKept("\($0)") } ?? words.nikHint, isRequired: false),
        ]
        if lastFour != nil {
            fields.append(FormField(name: "remove-nik", label: words.nikRemove, kind: .check, isRequired: false))
        }
        return fields
    }

    /// - Throws: `.badEntry` for the first field that has to be mended.
    static func entry(_ visit: Visit) throws(RequestRefusal) -> PersonEntry {
        let shown = try text("display-name", visit) ?? ""
        guard let name = DisplayName(shown) else { throw .badEntry(field: "display-name", .displayName) }
        let phone = try text("phone", visit)
        if let phone, !isPhone(phone) { throw .badEntry(field: "phone", .phone) }
        let email = try text("email", visit)
        if let email, !isEmail(email) { throw .badEntry(field: "email", .email) }
        return PersonEntry(
            name: name, contact: Person.Contact(phone: phone, email: email), number: try numberChange(visit))
    }

    private static func numberChange(_ visit: Visit) throws(RequestRefusal) -> PersonEntry.NumberChange {
        if let number = try number(visit) { return .set(number) }
        return visit.form["remove-nik"] == "1" ? .remove : .keep
    }

    /// The citizen number of the form, which people write with blanks; `nil` where it was left empty.
    static func number(_ visit: Visit) throws(RequestRefusal) -> NIK? {
        guard let typed = visit.form["nik"] else { return nil }
        do {
            return try NIK(typed.filter { !$0.isWhitespace })
        } catch {
            throw .badEntry(field: "nik", .number(error))
        }
    }

    /// A text of a form in which no citizen number may stand.
    static func text(_ name: String, _ visit: Visit) throws(RequestRefusal) -> String? {
        guard let text = visit.form[name] else { return nil }
        guard text.count <= longest else { throw .tooLong(field: name, limit: longest) }
        guard hiding(text) == text else { throw .badEntry(field: name, .numberMisplaced) }
        return text
    }

    /// The text without citizen numbers that were written into it by mistake.
    static func hiding(_ text: String) -> String { StrayNumbers.hidden(in: text) }

    private static let longest = 200

    static func isPhone(_ text: String) -> Bool {
        (6...20).contains(text.count) && text.allSatisfy { "+0123456789 ()-.".contains($0) }
            && text.contains { $0.isNumber }
    }

    /// Whether mail could be sent there at all; only a letter that arrives proves more.
    static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && parts[1].contains(".")
            && !text.contains { $0.isWhitespace || $0.isNewline }
    }
}
