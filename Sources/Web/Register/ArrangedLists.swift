import HTML
import Register
import Storage

/// A column that a list can show beside the name. The raw values stand in addresses, all of them in one field: they stay
/// short.
protocol ListColumn: RawRepresentable<String>, Hashable, CaseIterable, Sendable {
    /// Where the address names none.
    static var usual: [Self] { get }
    /// Whether the visitor may see it of anything: what an address asks for gives no right.
    func isOpen(to visit: Visit) -> Bool
    func heading(_ words: any Words) -> String
}

extension ListColumn {
    static var addressField: String { "columns" }
    /// What the address holds where the name alone is shown.
    private static var nameAlone: String { "name" }

    /// In the order in which they are shown.
    /// - Throws: `.notAllowed` for a name that no column has.
    static func chosen(_ fields: Fields) throws(RequestRefusal) -> [Self] {
        guard let text = fields[addressField] else { return usual }
        guard text != nameAlone else { return [] }
        var columns: Set<Self> = []
        for name in text.split(separator: ".") {
            guard let column = Self(rawValue: String(name)) else {
                throw .notAllowed(field: addressField, value: String(name), allowed: allCases.map(\.rawValue))
            }
            columns.insert(column)
        }
        return allCases.filter { columns.contains($0) }
    }

    /// As an address holds them; `nil` for the usual ones.
    static func text(_ columns: [Self]) -> String? {
        guard columns != usual else { return nil }
        return columns.isEmpty ? nameAlone : columns.map(\.rawValue).joined(separator: ".")
    }

    /// The field of the form by which the columns are chosen.
    var formField: String { "show-" + rawValue }
    static var formMark: String { "choose" }
    static var formFields: [String] { allCases.map(\.formField) + [formMark] }

    /// What the form sends, a field for each column, as the address holds it in one; `nil` for the usual ones.
    static func ticked(_ fields: Fields) -> String? { text(allCases.filter { fields[$0.formField] != nil }) }
}

/// The order of a list, as addresses hold it.
extension ListOrder {
    static var addressField: String { "sort" }

    /// As an address holds it; `nil` for the usual one.
    var text: String? { self == .usual ? nil : (isBackwards ? "-" : "") + key.rawValue }

    /// - Throws: `.notAllowed` for an order that there is not.
    static func asked(_ fields: Fields) throws(RequestRefusal) -> Self {
        guard let text = fields[addressField] else { return .usual }
        guard let key = Key(rawValue: text.hasPrefix("-") ? String(text.dropFirst()) : text) else {
            let allowed = Key.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }
            throw .notAllowed(field: addressField, value: text, allowed: allowed)
        }
        return Self(key, isBackwards: text.hasPrefix("-"))
    }

    /// A heading that leads to the same list in its order; once more, the other way round.
    /// - Parameter startsBackwards: whether the first click asks for it from the end, as the newest change.
    func sortable(
        _ column: PageTable.Column, by key: Key, startsBackwards: Bool = false, address: (_ sort: String?) -> String
    ) -> PageTable.Column {
        let isSorted = self.key == key
        var column = column
        column.address = address(Self(key, isBackwards: isSorted ? !isBackwards : startsBackwards).text)
        column.sorting = isSorted ? (isBackwards ? .descending : .ascending) : nil
        return column
    }
}

/// The form by which the columns of a list are chosen.
struct ColumnsView<Column: ListColumn>: Sendable {
    let path: String
    /// What of the address it carries along.
    let carried: [String]
    let chosen: [Column]
    let visit: Visit

    var view: Node {
        let words = visit.words
        return details {
            summary { words.columnsHeading }
            p { words.columnsLead }
            form(.action(visit.address(path)), .method(.get), .class("columns")) {
                hiddenFields(visit, carried)
                input(.type(.hidden), .name(Column.formMark), .value("1"))
                fieldset(.class("choices")) {
                    legend { words.columnsLegend }
                    for column in Column.allCases where column.isOpen(to: visit) { choice(column) }
                }
                p { button(.type(.submit)) { words.columnsButton } }
            }
        }
    }

    private func choice(_ column: Column) -> Node {
        label {
            input(.type(.checkbox), .name(column.formField), .value("1"), .checked(chosen.contains(column)))
            " " + column.heading(visit.words)
        }
    }
}

/// What a form of the list carries along of the address, with the language.
func hiddenFields(_ visit: Visit, _ names: [String]) -> Node {
    fragment {
        if visit.language != .indonesian { input(.type(.hidden), .name("lang"), .value(visit.language.rawValue)) }
        for name in names {
            if let value = visit.fields[name] {
                input(.type(.hidden), .name(name), .value(StrayNumbers.hidden(in: value)))
            }
        }
    }
}

extension Visit {
    /// The address of a list with what this visit asks of it.
    /// - Parameter names: the fields that are kept, in the order in which they stand.
    func listAddress(_ path: String, keeping names: [String], replacing: [String: String?] = [:]) -> String {
        let kept = names.map { name -> (String, String?) in
            let value = replacing[name] ?? fields[name].map { StrayNumbers.hidden(in: $0) }
            return (name, value.map { Paths.encoded($0) })
        }
        return address(Paths.address(path, kept))
    }
}
