import HTML
import Register
import Storage

/// What the second editor sees: how it stands now beside what they typed, which is kept.
struct ChangedMeanwhilePage: Sendable {
    let now: PersonRecord
    let entry: PersonEntry

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        let table = table(words)
        return document(Frame(visit, title: words.changedMeanwhileTitle, verb: 0)) {
            p(.class("refusal"), .role("alert")) { words.message(.notDone(.changedMeanwhile)) }
            if table.rows.isEmpty { p { words.sameNow } } else { tableView(table, id: "difference", words) }
            p { words.changedMeanwhileLead }
            formView(
                FormPage(
                    title: "", fields: PersonFields.all(visit, of: now), hidden: [("version", "\(now.version)")],
                    action: "\(Paths.people)/\(now.id)", button: words.personSaveMine), visit)
            p { a(.href(visit.address("\(Paths.people)/\(now.id)"))) { words.keepTheirs } }
        }
    }

    /// The fields in which the two differ.
    private func table(_ words: any Words) -> PageTable {
        let person = now.person
        let number: String? =
            switch entry.number {
            case .keep: person.lastFour.map { "\($0)" }
            case .remove: nil
            case .set(let number): "\(number.lastFour)"
            }
        let all: [(String, String?, String?)] = [
            (words.displayNameField, person.name.text, entry.name.text),
            (words.phoneField, person.contact?.phone, entry.contact?.phone),
            (words.emailField, person.contact?.email, entry.contact?.email),
            (words.nikField, person.lastFour.map { "\($0)" }, number),
        ]
        return PageTable(
            caption: words.differenceCaption,
            columns: [
                PageTable.Column("field", words.fieldHeading, isNumber: false),
                PageTable.Column("stored", words.storedHeading, isNumber: false),
                PageTable.Column("yours", words.yoursHeading, isNumber: false),
            ],
            rows: all.filter { $0.1 != $0.2 }.map { field, stored, yours in
                PageTable.Row(
                    cells: [field, stored ?? words.notKnown, yours ?? words.notKnown].map { PageTable.Cell($0) },
                    emphasis: nil)
            })
    }
}
