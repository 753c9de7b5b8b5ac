import Register

public typealias EnterpriseOrder = ListOrder<EnterpriseOrderKey>

public enum EnterpriseOrderKey: String, ListOrderKey {
    case name
    /// By the digits of the industry, then by name; those whose industry is not known stand at the end.
    case industry = "kbli"
    /// By when it was last changed.
    case change = "changed"

    public static var usual: EnterpriseOrderKey { .name }
}

extension EnterpriseFilter {
    /// The orders that an index serves: every other one would read all enterprises of an office for one page.
    public var orders: Set<EnterpriseOrderKey> {
        guard isOneOffice(regions), area == nil, isActive == nil else { return [.name] }
        return industry == nil ? Set(EnterpriseOrderKey.allCases) : [.name, .industry]
    }

    /// The order itself where an index serves it; otherwise that of the names.
    public func served(_ order: EnterpriseOrder) -> EnterpriseOrder { orders.contains(order.key) ? order : .usual }
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

extension ListStretch {
    static func byName(after anchor: EnterpriseAnchor?) -> ListStretch {
        ListStretch(["e.sort_name", "e.id"], after: anchor.map { [$0.sortName, $0.id] }, isBackwards: false)
    }
}

extension ListOrder<EnterpriseOrderKey> {
    /// The stretches of a list, one behind the other. Those without an industry are a stretch of their own: one engine
    /// holds them before all others, the other one behind.
    func stretches(after anchor: EnterpriseAnchor?) -> [ListStretch] {
        func stretch(_ columns: [String], _ place: [String]?, _ condition: String = "") -> ListStretch {
            ListStretch(columns, after: place, isBackwards: isBackwards, besides: condition)
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
