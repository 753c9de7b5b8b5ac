import Foundation
import Register
import Storage

/// A column that the list of enterprises can show beside the name. The raw values stand in addresses, all of them in one
/// field: they stay short.
enum EnterpriseColumn: String, Sendable, CaseIterable {
    case nib, owner, phone, product
    case industry = "kbli"
    case place, sentra, workers, output
    case industrySize = "size"
    case legalSize = "law"
    case statisticalSize = "bps"
    case certificates = "papers"
    case isActive = "active"
    case changed

    static let field = "columns"
    /// Where the address names none.
    static let usual: [EnterpriseColumn] = [.owner, .product, .industry, .workers, .output]
    /// What the address holds where the name alone is shown.
    private static let nameAlone = "name"

    /// By which right it is seen.
    var dataClass: DataClass {
        switch self {
        case .owner, .phone: .personal
        case .workers, .output, .industrySize, .legalSize, .statisticalSize: .figures
        default: .register
        }
    }

    /// Whether the visitor may see it of any enterprise: what an address asks for gives no right.
    func isOpen(to visit: Visit) -> Bool { !visit.regions(.view, dataClass).isEmpty }

    /// In the order in which they are shown.
    /// - Throws: `.notAllowed` for a name that no column has.
    static func chosen(_ fields: Fields) throws(RequestRefusal) -> [EnterpriseColumn] {
        guard let text = fields[field] else { return usual }
        guard text != nameAlone else { return [] }
        var columns: Set<EnterpriseColumn> = []
        for name in text.split(separator: ".") {
            guard let column = EnterpriseColumn(rawValue: String(name)) else {
                throw .notAllowed(field: field, value: String(name), allowed: allCases.map(\.rawValue))
            }
            columns.insert(column)
        }
        return allCases.filter(columns.contains)
    }

    /// As an address holds them; `nil` for the usual ones.
    static func text(_ columns: [EnterpriseColumn]) -> String? {
        guard columns != usual else { return nil }
        return columns.isEmpty ? nameAlone : columns.map(\.rawValue).joined(separator: ".")
    }

    /// The field of the form by which the columns are chosen.
    var formField: String { "show-" + rawValue }
    static let formMark = "choose"
    static let formFields = allCases.map(\.formField) + [formMark]
}

extension EnterpriseOrder {
    static let field = "sort"

    /// As an address holds it; `nil` for the usual one.
    var text: String? { self == .byName ? nil : (isBackwards ? "-" : "") + key.rawValue }

    /// - Throws: `.notAllowed` for an order that there is not.
    static func asked(_ fields: Fields) throws(RequestRefusal) -> EnterpriseOrder {
        guard let text = fields[field] else { return .byName }
        guard let key = Key(rawValue: text.hasPrefix("-") ? String(text.dropFirst()) : text) else {
            let allowed = Key.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }
            throw .notAllowed(field: field, value: text, allowed: allowed)
        }
        return EnterpriseOrder(key, isBackwards: text.hasPrefix("-"))
    }
}

extension Visit {
    /// The address of the list of enterprises with what this visit asks of it: words, filters, columns, order.
    func enterprisesAddress(replacing: [String: String?] = [:]) -> String {
        address(Paths.address(Paths.enterprises, enterpriseFields(replacing: replacing)))
    }

    /// What the visit asks of the list, encoded, in an order that is always the same.
    func enterpriseFields(replacing: [String: String?] = [:]) -> [(String, String?)] {
        Enterprises.askedFields.map { name in
            let value = replacing[name] ?? fields[name]
            return (name, value.map { Paths.encoded($0) })
        }
    }
}
