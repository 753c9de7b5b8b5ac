import Foundation
import Register
import Storage

/// A column that the list of enterprises can show beside the name.
enum EnterpriseColumn: String, ListColumn {
    case nib, owner, phone, product
    case industry = "kbli"
    case place, sentra, workers, output
    case industrySize = "size"
    case legalSize = "law"
    case statisticalSize = "bps"
    case certificates = "papers"
    case isActive = "active"
    case changed

    /// Where the address names none.
    static let usual: [EnterpriseColumn] = [.owner, .product, .industry, .workers, .output]

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

    func heading(_ words: any Words) -> String { words.column(self) }
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
