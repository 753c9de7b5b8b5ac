import Register

/// The order of a list of enterprises.
public struct EnterpriseOrder: Sendable, Hashable {
    /// By what it is sorted; the raw value stands in addresses.
    public enum Key: String, Sendable, CaseIterable {
        case name
        /// By the digits of the industry, then by name; those whose industry is not known stand at the end.
        case industry = "kbli"
        /// By when it was last changed.
        case change = "changed"
    }

    public let key: Key
    /// From the end of the alphabet, the highest digits, the newest change.
    public let isBackwards: Bool

    public init(_ key: Key, isBackwards: Bool = false) {
        self.key = key
        self.isBackwards = isBackwards
    }

    public static let byName = EnterpriseOrder(.name)
}

extension EnterpriseFilter {
    /// The orders that an index serves: every other one would read all enterprises of an office for one page.
    public var orders: Set<EnterpriseOrder.Key> {
        let isOneOffice = regions.count == 1 && regions.allSatisfy { $0 != .nation && !$0.isProvince }
        guard isOneOffice, area == nil, isActive == nil else { return [.name] }
        return industry == nil ? Set(EnterpriseOrder.Key.allCases) : [.name, .industry]
    }

    /// The order itself where an index serves it; otherwise that of the names.
    public func served(_ order: EnterpriseOrder) -> EnterpriseOrder { orders.contains(order.key) ? order : .byName }
}

/// Where in every order an enterprise stands.
struct EnterpriseAnchor: Sendable {
    let id: String
    let sortName: String
    let industry: String?
    let changedAt: String

    init(_ enterprise: Enterprise) {
        id = enterprise.id.identifier.text
        sortName = EnterpriseRow.sortName(enterprise.card.name)
        industry = enterprise.card.industry?.code
        changedAt = ""
    }

    /// - Returns: `nil` for an enterprise that is not known.
    init?(of id: Enterprise.ID, _ connection: any Connection) throws {
        let found = try connection.first(
            "SELECT sort_name, kbli, changed_at FROM enterprise WHERE id = $1", [SQLValue(id)],
            read: { (try $0.text(0), try $0.optionalText(1), try $0.text(2)) })
        guard let found else { return nil }
        self.id = id.identifier.text
        (sortName, industry, changedAt) = found
    }
}

/// A part of a list that one index holds in its order: what lies behind a place.
struct EnterpriseStretch {
    let condition: String
    /// From `$1` on.
    let values: [SQLValue]
    let order: String

    static func byName(after anchor: EnterpriseAnchor?) -> EnterpriseStretch {
        EnterpriseStretch(["e.sort_name", "e.id"], after: anchor.map { [$0.sortName, $0.id] }, isBackwards: false)
    }

    /// - Parameter anchor: the values of the columns where it begins; `nil` for the beginning.
    init(_ columns: [String], after anchor: [String]?, isBackwards: Bool, besides condition: String = "") {
        // Behind every text, so that also the last page is asked for by a place in the index.
        let end = isBackwards ? "\u{10FFFF}" : ""
        let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let sign = isBackwards ? "<" : ">"
        self.condition = condition + "(\(columns.joined(separator: ", "))) \(sign) (\(places))"
        values = (anchor ?? columns.map { _ in end }).map { .text($0) }
        order = columns.map { isBackwards ? $0 + " DESC" : $0 }.joined(separator: ", ")
    }
}

extension EnterpriseOrder {
    /// The stretches of a list, one behind the other. Those without an industry are a stretch of their own: one engine
    /// holds them before all others, the other one behind.
    func stretches(after anchor: EnterpriseAnchor?) -> [EnterpriseStretch] {
        func stretch(_ columns: [String], _ place: [String]?, _ condition: String = "") -> EnterpriseStretch {
            EnterpriseStretch(columns, after: place, isBackwards: isBackwards, besides: condition)
        }
        let byName = ["e.sort_name", "e.id"]
        switch key {
        case .name: return [stretch(byName, anchor.map { [$0.sortName, $0.id] })]
        case .change: return [stretch(["e.changed_at", "e.id"], anchor.map { [$0.changedAt, $0.id] })]
        case .industry:
            let known = stretch(
                ["e.kbli"] + byName, anchor.flatMap { one in one.industry.map { [$0, one.sortName, one.id] } })
            let isPast = anchor.map { $0.industry == nil } ?? false
            let unknown = stretch(byName, isPast ? anchor.map { [$0.sortName, $0.id] } : nil, "e.kbli IS NULL AND ")
            return isPast ? [unknown] : [known, unknown]
        }
    }
}
