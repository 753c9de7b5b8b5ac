import Register

/// The order of a list of sentra.
public struct SentraOrder: Sendable, Hashable {
    /// By what it is sorted; the raw value stands in addresses.
    public enum Key: String, Sendable, CaseIterable {
        case name
        /// By when the card was last changed.
        case change = "changed"
    }

    public let key: Key
    /// From the end of the alphabet, the newest change.
    public let isBackwards: Bool

    public init(_ key: Key, isBackwards: Bool = false) {
        self.key = key
        self.isBackwards = isBackwards
    }

    public static let byName = SentraOrder(.name)

    var column: String {
        switch key {
        case .name: "sort_name"
        case .change: "changed_at"
        }
    }
}

extension SentraFilter {
    /// The orders that an index serves: every other one would read all sentra for one page.
    public var orders: Set<SentraOrder.Key> {
        let isOneOffice = regions.count == 1 && regions.allSatisfy { $0 != .nation && !$0.isProvince }
        return isOneOffice && text == nil ? Set(SentraOrder.Key.allCases) : [.name]
    }

    /// The order itself where an index serves it; otherwise that of the names.
    public func served(_ order: SentraOrder) -> SentraOrder { orders.contains(order.key) ? order : .byName }
}

/// Where a page of a list begins: behind the texts of one row, read forwards or backwards.
struct ListStart {
    let values: (String, String)
    let isBackwards: Bool

    /// - Parameter values: of the row before; `nil` for the beginning.
    init(after values: (String, String)?, isBackwards: Bool) {
        // Behind every text, so that also the last page is asked for by a place in the index.
        let end = isBackwards ? "\u{10FFFF}" : ""
        self.values = values ?? (end, end)
        self.isBackwards = isBackwards
    }

    var sign: String { isBackwards ? "<" : ">" }

    /// - Parameter columns: as the index has them.
    func order(_ columns: [String]) -> String {
        columns.map { isBackwards ? $0 + " DESC" : $0 }.joined(separator: ", ")
    }
}
