import Register

public typealias SentraOrder = ListOrder<SentraOrderKey>

public enum SentraOrderKey: String, ListOrderKey {
    case name
    /// By when the card was last changed.
    case change = "changed"

    public static var usual: SentraOrderKey { .name }

    var column: String {
        switch self {
        case .name: "sort_name"
        case .change: "changed_at"
        }
    }
}

extension SentraFilter {
    /// The orders that an index serves: every other one would read all sentra for one page.
    public var orders: Set<SentraOrderKey> {
        isOneOffice(regions) && text == nil ? Set(SentraOrderKey.allCases) : [.usual]
    }

    /// The order itself where an index serves it; otherwise that of the names.
    public func served(_ order: SentraOrder) -> SentraOrder { orders.contains(order.key) ? order : .usual }
}
